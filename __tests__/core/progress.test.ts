/** How often the log tells how far a run is, and spans of time in words. */
import { describe, expect, test } from '@jest/globals'
import { createCadence, duration } from '../../src/progress.ts'

const MINUTE = 60_000

/** The times at which something is told, asked once a second. */
function toldWithin(totalMs: number): number[] {
  let now = 1000
  const isDue = createCadence({ now: () => now, wall: () => 0, sleep: () => Promise.resolve() })
  const told: number[] = []
  for (; now <= 1000 + totalMs; now += 1000) if (isDue()) told.push(now - 1000)
  return told
}

describe('the cadence', () => {
  test('tells at once, and then every ten seconds in the first minute', () => {
    expect(toldWithin(MINUTE - 1)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000])
  })

  test('thins out to a fifth of the time that has passed', () => {
    const told = toldWithin(15 * MINUTE)
    for (const [index, at] of told.entries()) {
      const before = told[index - 1] ?? 0
      expect(at - before).toBeLessThanOrEqual(Math.max(10_000, before * 0.2) + 1000)
    }
  })

  test('makes a screenful of an hour', () => {
    expect(toldWithin(60 * MINUTE).length).toBeLessThanOrEqual(32)
  })

  test('never falls silent for more than five minutes', () => {
    const told = toldWithin(5 * 60 * MINUTE)
    const gaps = told.map((at, index) => at - (told[index - 1] ?? 0))
    expect(Math.max(...gaps)).toBe(5 * MINUTE)
  })
})

test.each([
  [0, '0 s'],
  [499, '0 s'],
  [1500, '2 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [60_000, '1 min'],
  [725_000, '12 min 5 s'],
  [3_599_000, '59 min 59 s'],
  [3_599_600, '1 h'],
  [3_720_000, '1 h 2 min'],
  [7_170_000, '2 h'],
  [86_400_000, '24 h'],
])('%d ms read %j', (ms, expected) => {
  expect(duration(ms)).toBe(expected)
})
