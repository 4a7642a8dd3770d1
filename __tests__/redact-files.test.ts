import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { createRedactor, type Redactor } from '../src/redact.ts'
import { aToken, CASES, coreOf, knowing, SECRETS } from './support/secrets.ts'

/** Whether a file of these bytes, read at once, holds a secret. */
function holds(redactor: Redactor, bytes: Uint8Array): boolean {
  return redactor.scanner().push(bytes)
}

describe('a file', () => {
  const noise = (bytes: number) => Buffer.from(randomBytes(bytes))

  test.each(CASES.filter(([, , core, encoded]) => encoded === core || encoded.length >= 8))(
    'that holds %s, %s, is found out',
    (_name, _form, _core, encoded, secret) => {
      const redactor = knowing(secret, 'another-secret-0123456789')
      const files = (['utf8', 'utf16le'] as const).map((encoding) =>
        Buffer.concat([noise(999), Buffer.from(encoded, encoding), noise(999)]),
      )
      expect(files.map((file) => holds(redactor, file))).toEqual([true, true])
    },
  )

  test('in Latin-1 is found out', () => {
    expect(holds(knowing('größte-Geheimnisse'), Buffer.from('x größte-Geheimnisse y', 'latin1'))).toBe(true)
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

  test('that comes byte by byte is found out even in the longest form', () => {
    const secret = 'Zu8vQ2rT6yN1mB4xK7cL'
    const form = [...secret].map((character) => `%25${character.charCodeAt(0).toString(16)}`).join('')
    const scanner = knowing(secret).scanner()
    expect([...Buffer.from(form, 'utf16le')].map((byte) => scanner.push(Uint8Array.of(byte))).at(-1)).toBe(true)
  })

  test('with only a part of a secret, or none, is not accused', () => {
    const secrets = Object.values(SECRETS).filter((secret) => secret.length > 4)
    const redactor = knowing(...secrets)
    const parts = secrets.map((secret) => coreOf(secret).slice(1, 40).slice(0, -1))
    expect(holds(redactor, Buffer.from(`${parts.join(' ')} ${parts.join('')}`))).toBe(false)
    expect(holds(redactor, noise(3_000_000))).toBe(false)
    expect(holds(redactor, new Uint8Array())).toBe(false)
    expect(holds(createRedactor(), Buffer.from('anything'))).toBe(false)
  })

  test('whose bytes are those of a secret without its high halves is not accused', () => {
    const secret = 'пароль от агента №7'
    expect(holds(knowing(secret), Buffer.from(secret, 'latin1'))).toBe(false)
  })

  test('with a passing token is found out', () => {
    const redactor = createRedactor()
    const token = aToken()
    redactor.learnPassing(token)
    expect(holds(redactor, Buffer.from(`seen: ${token}`))).toBe(true)
  })
})
