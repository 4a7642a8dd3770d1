/** What the schemas of all inputs are made of: each field turns a raw string into a value, or says in a sentence what is wrong. */
import * as z from 'zod/mini'
import { brief } from './untrusted.ts'

/** One thing that is wrong with one input. The text never holds the value of a secret. */
export interface Mistake {
  /** The input's name, as in `action.yml`. */
  readonly input: string
  /** What was wrong and what is accepted. */
  readonly text: string
  /** True when a credential is not there at all, which forks and Dependabot make an ordinary case. */
  readonly missingCredential: boolean
}

/** The issues of a schema over inputs as mistakes. */
export function mistakesOf(issues: readonly z.core.$ZodIssue[]): Mistake[] {
  return issues.map(({ path, message }) => ({ input: String(path[0]), text: message, missingCredential: false }))
}

/** Says what is wrong with an input. */
type Fail = (mistake: string) => never

/** An input, read by a function that gets its text trimmed, empty where it was not given, and gives a value or fails. */
function field<Value>(read: (text: string, fail: Fail) => Value) {
  return z.transform((given: string | undefined, { issues }) => {
    const text = (given ?? '').trim()
    return read(text, (message) => {
      issues.push({ code: 'custom', message, input: text })
      return z.NEVER
    })
  })
}

/** A text that may be left out: undefined then. */
export const optionalText = field((text) => (text === '' ? undefined : text))

/** A text of one line that may be left out: undefined then. `wrong` says what is wrong with it and what is accepted, if anything is. */
export function optionalLine(wrong: (text: string) => string | undefined = () => undefined) {
  return field((text, fail) => (text === '' ? undefined : lineOf(text, wrong, fail)))
}

/** Such a text that has to be there; `hint` says what to give. */
export function requiredLine(hint: string, wrong: (text: string) => string | undefined = () => undefined) {
  return field((text, fail) => (text === '' ? fail(`is required: ${hint}`) : lineOf(text, wrong, fail)))
}

function lineOf(text: string, wrong: (text: string) => string | undefined, fail: Fail): string {
  const mistake = /[\r\n]/.test(text) ? 'has more than one line; give one' : wrong(text)
  return mistake === undefined ? text : fail(mistake)
}

/** A text with a value for when it is not given. */
export function textWithDefault(fallback: string) {
  return field((text) => (text === '' ? fallback : text))
}

/** Non-empty trimmed lines. */
export const lines = field((text) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)

/** Host names, one per line, with the port where it is not the usual one; as a URL writes them. */
export const hosts = field((text, fail) => {
  const given = lines.parse(text)
  const wrong = given.find((line) => hostOf(line) === undefined)
  if (wrong === undefined) return given.flatMap((line) => hostOf(line) ?? [])
  return fail(
    `has ${quote(wrong)}; give host names such as files.example.com, one per line, with a port where it is not the usual one`,
  )
})

function hostOf(line: string): string | undefined {
  const url = /[\s*@/?#]/.test(line) ? null : URL.parse(`https://${line}`)
  return url === null || url.hostname === '' ? undefined : url.host
}

/** `true` or `false` in any case. */
export function flag(fallback: boolean) {
  return field((text, fail): boolean => {
    if (text === '') return fallback
    return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : fail(`is ${quote(text)}; give true or false`)
  })
}

/** One of some words, exactly as they are written, with the one for when it is not given. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words, fallback: Words[number]) {
  return field((text, fail): Words[number] => (text === '' ? fallback : wordAmong(words, text, fail)))
}

/** One of some words, exactly as they are written, that may be left out. */
export function optionalWord<const Words extends readonly [string, ...string[]]>(words: Words) {
  return field((text, fail): Words[number] | undefined => (text === '' ? undefined : wordAmong(words, text, fail)))
}

function wordAmong<Word extends string>(words: readonly Word[], text: string, fail: Fail): Word {
  return words.find((word) => word === text) ?? fail(`is ${quote(text)}; give one of ${words.join(', ')}`)
}

/** The bounds of a number, both allowed. */
interface Bounds {
  readonly least: number
  readonly most: number
  /** Only whole numbers. */
  readonly whole?: boolean
}

/** A plain decimal number within bounds that may be left out. */
export function optionalNumber(bounds: Bounds) {
  return field((text, fail) => (text === '' ? undefined : boundedNumber(text, bounds, fail)))
}

/** A plain decimal number within bounds that has to be there; `hint` says what to give. */
export function requiredNumber(bounds: Bounds, hint: string) {
  return field((text, fail) => (text === '' ? fail(`is required: ${hint}`) : boundedNumber(text, bounds, fail)))
}

/** A plain decimal number within bounds, with a value for when it is not given. */
export function numberWithDefault(bounds: Bounds, fallback: number) {
  return field((text, fail) => (text === '' ? fallback : boundedNumber(text, bounds, fail)))
}

function boundedNumber(text: string, { least, most, whole = false }: Bounds, fail: Fail): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN
  const fits = value >= least && value <= most && (!whole || Number.isInteger(value))
  return fits ? value : fail(`is ${quote(text)}; give a ${whole ? 'whole ' : ''}number from ${least} to ${most}`)
}

/**
 * The address of a vendor's API, with the one for when it is not given: `https:`, or `http:` on loopback; without user, query
 * or fragment; without a slash at the end.
 */
export function address(fallback: string) {
  return field((text, fail) => toAddress(text === '' ? fallback : text, fallback, fail))
}

/** Such an address that has to be there; `hint` says where to find it. */
export function requiredAddress(hint: string, example: string) {
  return field((text, fail) => (text === '' ? fail(`is required: ${hint}`) : toAddress(text, example, fail)))
}

/** Such an address that may be left out. */
export function optionalAddress(example: string) {
  return field((text, fail) => (text === '' ? undefined : toAddress(text, example, fail)))
}

function toAddress(text: string, example: string, fail: Fail): URL {
  const url = URL.parse(text)
  const problem = url === null ? 'is not a URL' : addressProblem(url)
  if (url === null || problem !== undefined) return fail(`${problem}; give an address such as ${example}`)
  return new URL(url.href.replace(/\/+$/, ''))
}

function addressProblem(url: URL): string | undefined {
  if (url.username !== '' || url.password !== '') return 'contains a user name or a password'
  if (/[?#]/.test(url.href)) return 'has a query or a fragment'
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return undefined
  return `begins with ${url.protocol}//, and only https is safe for credentials (http is allowed for loopback addresses)`
}

/** Whether a URL's host name can only be this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** For the sentence about a suite that is not found: whoever put commas between names is told how several are given. */
export function commaHint(suite: string): string {
  return suite.includes(',') ? '; if its comma stands between several suites, give one per line' : ''
}

/** A wrong value as it may be shown: short, on one line. Only for inputs that are no secrets. */
export function quote(text: string): string {
  return `"${brief(text.replace(/\s+/g, ' '))}"`
}
