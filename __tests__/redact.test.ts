import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRedactor, type Redactor } from '../src/redact.ts'
import { aToken, base64At, CASES, coreOf, knowing, SECRETS } from './support/secrets.ts'

/** The parts of a form, `size` characters each, that are still in the text. */
function remains(text: string, form: string, size = Math.min(8, form.length)): string[] {
  const parts = Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size))
  return parts.filter((part) => text.includes(part))
}

describe('a secret', () => {
  test.each(CASES)('%s is gone when it comes back %s', (_name, _form, _core, encoded, secret) => {
    const { redact } = knowing(secret, 'another-secret-0123456789')
    const places = [encoded, `before ${encoded} after`, `{"key":"${encoded}"}`, `x${encoded}${encoded}y`, `é🎉${encoded}日本`]
    expect(places.map(redact).flatMap((text) => remains(text, encoded))).toEqual([])
    expect(redact(`before ${encoded} after`)).toMatch(/^before .*after$/s)
  })

  test.each(CASES)('%s is gone when it comes back %s and cut', (_name, _form, _core, encoded, secret) => {
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
    expect(redact('say bravo-charliealpha-bravo now')).toBe('say *** now')
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
})

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
    for (const token of [...tokens.slice(0, 100), ...tokens.slice(50, 100)]) some.learnPassing(token)
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
