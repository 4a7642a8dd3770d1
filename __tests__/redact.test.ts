import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRedactor, type Redactor } from '../src/redact.ts'

const SECRETS: Readonly<Record<string, string>> = {
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
function coreOf(secret: string): string {
  return secret.replace(/-----[A-Z ]+-----/g, '').trim()
}

/** The characters that stay the same whatever stands before and after the text. */
function base64At(offset: number, text: string, encoding: 'base64' | 'base64url' = 'base64'): string {
  const within = (byte: number) =>
    Buffer.concat([Buffer.alloc(offset, byte), Buffer.from(text), Buffer.alloc(3, byte)]).toString(encoding)
  const other = within(0xff)
  return [...within(0)].filter((character, at) => character === other[at] && character !== '=').join('')
}

function escapedBytes(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

function xmlEscaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

const FORMS: Readonly<Record<string, (text: string) => string>> = {
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
  'percent-encoded in every byte': escapedBytes,
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'form-encoded': (text) => new URLSearchParams({ key: text }).toString().slice('key='.length),
  'JSON-escaped': (text) => JSON.stringify(text).slice(1, -1),
  'JSON-escaped with slashes': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'XML-escaped': xmlEscaped,
  'with line breaks of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with literal line breaks': (text) => text.replaceAll('\n', '\\n'),
}

function knowing(...secrets: string[]): Redactor {
  const redactor = createRedactor()
  for (const secret of secrets) redactor.learn(secret)
  return redactor
}

/** The parts of a form, `size` characters each, that are still in the text. */
function remains(text: string, form: string, size = Math.min(8, form.length)): string[] {
  const parts = Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size))
  return parts.filter((part) => text.includes(part))
}

const cases = Object.entries(SECRETS).flatMap(([name, secret]) =>
  Object.entries(FORMS).map(([form, encode]) => [name, form, coreOf(secret), encode(coreOf(secret)), secret] as const),
)

describe('a secret', () => {
  test.each(cases)('%s is gone when it comes back %s', (_name, _form, _core, encoded, secret) => {
    const { redact } = knowing(secret, 'another-secret-0123456789')
    const places = [encoded, `before ${encoded} after`, `{"key":"${encoded}"}`, `x${encoded}${encoded}y`, `é🎉${encoded}日本`]
    expect(places.map(redact).flatMap((text) => remains(text, encoded))).toEqual([])
    expect(redact(`before ${encoded} after`)).toMatch(/^before .*after$/s)
  })

  test.each(cases)('%s is gone when it comes back %s and cut', (_name, _form, _core, encoded, secret) => {
    const { redact } = knowing(secret)
    const size = 16
    const starts = Array.from({ length: Math.min(200, Math.max(0, encoded.length - size + 1)) }, (_, at) => at)
    expect(starts.map((at) => redact(encoded.slice(at, at + size))).filter((text) => text !== '***')).toEqual([])
    const cuts = starts.flatMap((at) => [encoded.slice(at), encoded.slice(0, at + size)])
    expect(cuts.map((part) => redact(`key: ${part}…`)).filter((text) => remains(text, encoded).length > 0)).toEqual([])
  })

  test.each(Object.entries(SECRETS))('%s is gone as Basic credentials of any user', (_, secret) => {
    const { redact } = knowing(secret)
    for (const user of ['', 'u', 'us', 'use', 'user@example.com']) {
      const shown = redact(`authorization: Basic ${Buffer.from(`${user}:${coreOf(secret)}`).toString('base64')}`)
      const encoded = base64At((user.length + 1) % 3, coreOf(secret))
      expect(remains(shown, encoded)).toEqual([])
    }
  })

  test('of several lines is gone line by line, in any order and with any line break', () => {
    const secret = 'first line of it\r\nsecond-line\n\n  third line  \nend'
    const { redact } = knowing(secret)
    expect(redact('third line|second-line|first line of it|end')).toBe('***|***|***|end')
  })

  test('that is a private key leaves only its armour', () => {
    const key = SECRETS['a private key'] ?? ''
    expect(knowing(key).redact(`error: ${key}`)).toBe('error: -----BEGIN PRIVATE KEY-----\n***\n-----END PRIVATE KEY-----\n')
    expect(knowing(key).redact('-----BEGIN PRIVATE KEY-----')).toBe('-----BEGIN PRIVATE KEY-----')
  })

  test('under four characters is not learned, nor is white space', () => {
    const { redact } = knowing('', 'abc', '    \n', ' a ')
    expect(redact('abc abc     \n a ')).toBe('abc abc     \n a ')
  })

  test('with half a surrogate pair is learned all the same', () => {
    expect(knowing('abcdefgh12345678-\ud800').redact('abcdefgh12345678-')).toBe('***')
  })

  test('that contains another one, or overlaps with it, goes as one', () => {
    const { redact } = knowing('alpha-bravo', 'bravo-charlie', 'alpha-bravo-charlie-delta')
    expect(redact('say alpha-bravo-charlie now')).toBe('say *** now')
    expect(redact('say alpha-bravo-charlie-delta now')).toBe('say *** now')
  })

  test('that is learned later is known from then on', () => {
    const redactor = knowing('first-secret-value')
    expect(redactor.redact('second-secret-value')).toBe('second-secret-value')
    redactor.learn('second-secret-value')
    redactor.learn('second-secret-value')
    expect(redactor.redact('first-secret-value, second-secret-value')).toBe('***, ***')
  })

  test('that a mask completes goes too', () => {
    const { redact } = knowing('x***y', 'hidden-value')
    expect(redact('x hidden-value y xhidden-valuey')).toBe('x *** y ***')
  })
})

const WORDS = 'the agent said that your order was sent on Monday to München and costs 12.50 euro; ok? yes, 100% sure'.split(' ')
const ordinaryWord = fc.oneof(
  fc.constantFrom(
    ...WORDS,
    'authorization',
    'customer-service',
    'Bearer',
    'client_secret',
    'https://example.com/a/b?c=d',
    '***',
    '👍',
  ),
  fc.uuid(),
  fc.integer().map(String),
  fc.string({ maxLength: 12 }),
  fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => createHash('sha256').update(bytes).digest('hex')),
  fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => createHash('sha256').update(bytes).digest('base64')),
)
const ordinaryText = fc.array(ordinaryWord, { maxLength: 60 }).map((words) => words.join(' '))

describe('any text', () => {
  const secrets = [
    ...Array.from({ length: 20 }, () => randomBytes(24).toString('base64')),
    ...Array.from({ length: 5 }, () => randomUUID()),
    ...Object.values(SECRETS),
  ]
  const redactor = knowing(...secrets)

  test('without a secret in it stays as it is', () => {
    fc.assert(
      fc.property(ordinaryText, (text) => redactor.redact(text) === text),
      { numRuns: 2_000, seed: 1 },
    )
  })

  test('is not changed any more by a second look', () => {
    const piece = fc.oneof(ordinaryText, fc.constantFrom(...secrets), fc.constantFrom('*', '**', '***'))
    const cutPiece = fc.tuple(piece, fc.nat(20), fc.nat(60)).map(([text, from, to]) => text.slice(from, to))
    const text = fc.array(fc.oneof(piece, cutPiece), { maxLength: 12 }).map((pieces) => pieces.join(''))
    const starred = knowing(...secrets, '****', 'a***b', '*-*-*-*-*')
    const again = (of: Redactor) => (value: string) => of.redact(of.redact(value)) === of.redact(value)
    fc.assert(
      fc.property(text, (value) => again(redactor)(value) && again(starred)(value)),
      { numRuns: 500, seed: 1 },
    )
  })

  test('is returned untouched when no secret is known', () => {
    expect(createRedactor().redact(SECRETS['a key in base64'] ?? '')).toBe(SECRETS['a key in base64'])
  })

  test('of ten megabytes takes no time worth speaking of, even when secrets are short', () => {
    const text = `${WORDS.join(' ')} ${randomUUID()} `.repeat(80_000)
    const many = knowing(...secrets, 'pass', 'hunter22')
    const before = performance.now()
    expect(many.redact(text)).toBe(text)
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})

function aToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ jti: randomUUID(), appId: 'cs-1' })}.${randomBytes(32).toString('base64url')}`
}

describe('a passing token', () => {
  const tokens = Array.from({ length: 101 }, aToken)
  const redactor = createRedactor()
  for (const token of tokens) redactor.learnPassing(token)

  test('is gone, whole and cut, as long as it is one of the newest hundred', () => {
    expect(
      tokens
        .slice(1)
        .map((token) => redactor.redact(`auth: ${token}`))
        .filter((text) => text !== 'auth: ***'),
    ).toEqual([])
    expect(
      tokens
        .slice(1)
        .map((token) => redactor.redact(token.slice(-30)))
        .filter((text) => text !== '***'),
    ).toEqual([])
  })

  test('is forgotten when a hundred newer ones came', () => {
    const signature = tokens[0]?.split('.').at(-1) ?? ''
    expect(redactor.redact(signature)).toBe(signature)
  })

  test('is kept when it comes twice, and does not push out others', () => {
    const some = createRedactor()
    for (const token of [...tokens.slice(0, 100), ...tokens.slice(0, 100)]) some.learnPassing(token)
    expect(some.redact(tokens[0] ?? '')).toBe('***')
  })

  test('does not make other tokens disappear that are signed in the same way', () => {
    const head = aToken().split('.')[0] ?? ''
    expect(redactor.redact(`${head} and ${head}.e30.`)).toBe(`${head} and ${head}.e30.`)
  })

  test('leaves alone what was learned for good', () => {
    const some = knowing(tokens[0] ?? '')
    for (const token of tokens) some.learnPassing(token)
    expect(some.redact(tokens[0] ?? '')).toBe('***')
  })
})

describe('a file', () => {
  const noise = (bytes: number) => Buffer.from(randomBytes(bytes))

  test.each(cases.filter(([, , core, encoded]) => encoded === core || encoded.length >= 8))(
    'that holds %s, %s, is found out',
    (_name, _form, _core, encoded, secret) => {
      const redactor = knowing(secret, 'another-secret-0123456789')
      const files = (['utf8', 'utf16le'] as const).map((encoding) =>
        Buffer.concat([noise(999), Buffer.from(encoded, encoding), noise(999)]),
      )
      expect(files.map(redactor.holds)).toEqual([true, true])
    },
  )

  test('in Latin-1 is found out', () => {
    expect(knowing('größte-Geheimnisse').holds(Buffer.from('x größte-Geheimnisse y', 'latin1'))).toBe(true)
  })

  test('that comes in pieces of any size is found out, once the secret is complete', () => {
    const file = Buffer.concat([noise(50), Buffer.from(SECRETS['a client id'] ?? ''), noise(50)])
    for (const size of [1, 2, 7, 50, 89, 1_000]) {
      const scanner = knowing(SECRETS['a client id'] ?? '').scanner()
      const starts = Array.from({ length: Math.ceil(file.length / size) }, (_, index) => index * size)
      const answers = starts.map((start) => scanner.push(file.subarray(start, start + size)))
      expect(answers).toEqual(starts.map((start) => start + size >= 50 + 39))
    }
  })

  test('with a secret across the pieces that the redactor itself makes is found out', () => {
    const file = Buffer.concat([Buffer.alloc(2 ** 20 - 20), Buffer.from(SECRETS['a client id'] ?? ''), Buffer.alloc(50)])
    expect(knowing(SECRETS['a client id'] ?? '').holds(file)).toBe(true)
  })

  test('with only a part of a secret, or none, is not accused', () => {
    const secrets = Object.values(SECRETS).filter((secret) => secret.length > 4)
    const redactor = knowing(...secrets)
    const parts = secrets.map((secret) => coreOf(secret).slice(1, 40).slice(0, -1))
    expect(redactor.holds(Buffer.from(`${parts.join(' ')} ${parts.join('')}`))).toBe(false)
    expect(redactor.holds(noise(3_000_000))).toBe(false)
    expect(redactor.holds(new Uint8Array())).toBe(false)
    expect(createRedactor().holds(Buffer.from('anything'))).toBe(false)
  })

  test('with a passing token is found out', () => {
    const redactor = createRedactor()
    const token = aToken()
    redactor.learnPassing(token)
    expect(redactor.holds(Buffer.from(`seen: ${token}`))).toBe(true)
  })
})
