/** What `Retry-After` may say, and what it may not make us do. */
import { describe, expect, test } from '@jest/globals'
import { httpDate, retryAfter } from '../../src/retry-after.ts'

const NOON = Date.UTC(2026, 4, 4, 12)
const DAY = 86_400_000

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['2', 2000],
    ['120', 120_000],
    [' 30 ', 30_000],
    ['007', 7000],
    ['999999999', 999_999_999_000],
    ['Mon, 04 May 2026 12:00:30 GMT', 30_000],
    ['  Mon, 04 May 2026 12:00:30 GMT ', 30_000],
    ['Monday, 04-May-26 12:01:00 GMT', 60_000],
    ['Mon, 04 May 2026 12:00:00 GMT', 0],
    ['Mon, 04 May 2026 11:00:00 GMT', 0],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['Tue, 05 May 2026 12:00:00 GMT', DAY],
  ])('%j is %d ms', (value, expected) => {
    expect(retryAfter(value, NOON)).toBe(expected)
  })

  test.each([
    [undefined],
    [''],
    [' '],
    ['soon'],
    ['-5'],
    ['+5'],
    ['1.5'],
    ['1e3'],
    ['0x10'],
    ['5 seconds'],
    ['5s'],
    ['10, 20'],
    ['NaN'],
    ['Infinity'],
    ['٥'],
    ['99999999999999999999'],
    ['2026-05-04T12:00:30Z'],
    ['2026-05-04'],
    ['May 4 2027'],
    ['Mon, 04 May 2026 12:00:30'],
    ['Mon, 04 May 2026 14:00:30 +0200'],
    ['Mon, 04 May 2026 12:00:30 PST'],
    ['Mon, 04 May 2026 12:00:30 GMT+0200'],
    ['M, 04 May 2026 12:00:30 GMT'],
    ['04 May 2026 12:00:30 GMT'],
    ['Mon, 45 May 2026 12:00:30 GMT'],
    ['Mon, 04 May 2026 25:00:30 GMT'],
    ['2026 GMT'],
    ['120 GMT'],
    ['GMT'],
    ['Foo GMT'],
  ])('%j says nothing', (value) => {
    expect(retryAfter(value, NOON)).toBeUndefined()
  })
})

describe('an HTTP date', () => {
  test('is milliseconds since 1970', () => {
    expect(httpDate('Mon, 04 May 2026 12:00:00 GMT')).toBe(NOON)
    expect(httpDate(' Sun, 06 Nov 1994 08:49:37 GMT ')).toBe(784_111_777_000)
  })

  test.each([[undefined], [''], ['120'], ['0'], ['1777896000'], ['2026-05-04T12:00:00Z'], ['Mon, 04 May 2026 12:00:00']])(
    'is not %j, which could be taken for one',
    (value) => {
      expect(httpDate(value)).toBeUndefined()
    },
  )
})
