import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { httpDate, retryAfter } from '../../src/retry-after.ts'
import { tries } from './runs.ts'

const WALL = Date.UTC(2026, 4, 4, 12)
const pieces = fc.constantFrom(
  '120',
  '0',
  '-1',
  '1.5',
  '1e9',
  'NaN',
  'Infinity',
  ' ',
  '\t',
  'Mon',
  ',',
  '04',
  'May',
  '2026',
  '12:00:00',
  'GMT',
  'Z',
  '+',
  '999999999999',
  '\u0660',
)
const odd = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(' ')),
)

test('whatever stands in Retry-After, it is a wait from now on or nothing', () => {
  fc.assert(
    fc.property(odd, (value) => {
      const wait = retryAfter(value, WALL)
      expect(wait === undefined || (Number.isFinite(wait) && wait >= 0)).toBe(true)
      expect([undefined, 'number']).toContain(httpDate(value) === undefined ? undefined : typeof httpDate(value))
    }),
    tries(5000),
  )
})

test('whole seconds and HTTP dates are read to the second', () => {
  fc.assert(
    fc.property(
      fc.nat(999_999_999),
      fc.integer({ min: -1_000_000, max: 100_000_000 }),
      fc.constantFrom('', ' ', '\t'),
      (seconds, ahead, blank) => {
        expect(retryAfter(`${blank}${seconds}${blank}`, WALL)).toBe(seconds * 1000)
        expect(retryAfter(new Date(WALL + ahead * 1000).toUTCString(), WALL)).toBe(Math.max(0, ahead * 1000))
      },
    ),
    tries(2000),
  )
})

test('nothing but digits is taken for seconds', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (value) => {
      const isSeconds = /^\d{1,9}$/.test(value.trim())
      if (!isSeconds && !/GMT$/.test(value.trim())) expect(retryAfter(value, WALL)).toBeUndefined()
    }),
    tries(3000),
  )
})
