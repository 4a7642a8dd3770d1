/** Secrets of many shapes and how services write them, made in other ways than by the code under test. */
import { randomBytes, randomUUID } from 'node:crypto'
import { createRedactor, type Redactor } from '../../src/redact.ts'

/** By what they are. */
export const SECRETS: Readonly<Record<string, string>> = {
  'a key in base64': 'q8Zt+Xf2/LmW0vR7yB4nK1sD9cJ6hG3pT5uE8aQwZxY=',
  'a password with marks': `P@ss w"ör<d>&'1/2+3\\4*5!`,
  'a client id': 'cs-1e845b00-81ad-5757-a1e7-d0f6fea227e9',
  'a sentence in another script': 'пароль от агента №7',
  'a short password': 'hunt3r!7',
  'the shortest secret': 'k9#Z',
  'a value with white space around it': ' \t Zu8vQ2rT6yN1mB4xK7cL \n',
  'a private key': `-----BEGIN PRIVATE KEY-----\n${Buffer.from(`${'0123456789'.repeat(16)}tail`)
    .toString('base64')
    .replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`,
}

/** The white space around a value and the armour of a key are no secret. */
export function coreOf(secret: string): string {
  return secret.replace(/-----[A-Z ]+-----/g, '').trim()
}

/** The characters that stay the same whatever stands before and after the text. */
export function base64At(offset: number, text: string, encoding: 'base64' | 'base64url' = 'base64'): string {
  const within = (byte: number) =>
    Buffer.concat([Buffer.alloc(offset, byte), Buffer.from(text), Buffer.alloc(3, byte)]).toString(encoding)
  const other = within(0xff)
  return [...within(0)].filter((character, at) => character === other[at] && character !== '=').join('')
}

function escapedBytes(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function unicodeEscaped(text: string, marks: RegExp): string {
  return text.replace(marks, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function xmlEscaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

/** By their names: what a service makes of a secret before it sends it back. */
export const FORMS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  trimmed: (text) => text.trim(),
  'base64 at offset 0': (text) => base64At(0, text),
  'base64 at offset 1': (text) => base64At(1, text),
  'base64 at offset 2': (text) => base64At(2, text),
  base64url: (text) => base64At(0, text, 'base64url'),
  'base64url at offset 1': (text) => base64At(1, text, 'base64url'),
  'hex, lower case': (text) => Buffer.from(text).toString('hex'),
  'hex, upper case': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'percent-encoded': encodeURIComponent,
  'percent-encoded with small digits': (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  'percent-encoded in all marks': (text) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (mark) => escapedBytes(mark).toUpperCase()),
  'percent-encoded in every byte': escapedBytes,
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'form-encoded': (text) => new URLSearchParams({ key: text }).toString().slice('key='.length),
  'JSON-escaped': jsonEscaped,
  'JSON-escaped with slashes': (text) => jsonEscaped(text).replaceAll('/', '\\/'),
  'JSON-escaped in ASCII': (text) => unicodeEscaped(jsonEscaped(text), /[^ -~]/g),
  'JSON-escaped for HTML': (text) => unicodeEscaped(jsonEscaped(text), /[<>&]/g),
  'JSON-escaped with all care': (text) => unicodeEscaped(jsonEscaped(text).replaceAll('\\"', '"'), /[^ -~]|["&'+<>`]/g),
  'XML-escaped': xmlEscaped,
  'with line breaks of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with literal line breaks': (text) => text.replaceAll('\n', '\\n'),
}

/** A redactor that has learned these. */
export function knowing(...secrets: string[]): Redactor {
  const redactor = createRedactor()
  for (const secret of secrets) redactor.learn(secret)
  return redactor
}

/** Every secret in every form: names of both, what is secret of it, that in its form, and the secret as it was given. */
export const CASES = Object.entries(SECRETS).flatMap(([name, secret]) =>
  Object.entries(FORMS).map(([form, encode]) => [name, form, coreOf(secret), encode(coreOf(secret)), secret] as const),
)

/** A JWT as it is signed for one request. */
export function aToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ jti: randomUUID(), appId: 'cs-1' })}.${randomBytes(32).toString('base64url')}`
}
