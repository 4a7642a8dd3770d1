/** How often the log tells how far a run is. */
import { describe, expect, test } from '@jest/globals'
import { createCadence } from '../../src/progress.ts'

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
