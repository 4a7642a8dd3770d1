/** What the schedule of looks promises on any machine: few looks, an end that is noticed soon, and no vendor's limit reached. */
import { describe, expect, test } from '@jest/globals'
import {
  FIXED_GAPS,
  PROGRESS,
  runLengths,
  type Watched,
  watchAsTheActionDoes,
  watchAtFixedGap,
} from '../../scripts/bench/schedule.ts'
import { median } from '../../scripts/bench/table.ts'

const LENGTHS = runLengths(2000)
const silent = await watchAsTheActionDoes(LENGTHS, PROGRESS['without progress'])
const telling = await watchAsTheActionDoes(LENGTHS, PROGRESS['with progress in whole per cent'])

/** What nine of ten runs stay within. */
function mostly(samples: readonly number[]): number {
  return samples.toSorted((left, right) => left - right)[Math.floor(samples.length * 0.9)] ?? Number.NaN
}

describe('over runs of 30 s to 2 h', () => {
  test.each<[string, Watched, Record<'looks' | 'lag' | 'mostLag', number>]>([
    ['a vendor that tells no progress', silent, { looks: 20, lag: 15_000, mostLag: 27_000 }],
    ['a vendor that tells whole per cent', telling, { looks: 19, lag: 3000, mostLag: 18_000 }],
  ])('the end is noticed soon with %s', (_, { looks, lags }, most) => {
    expect(median(looks)).toBeLessThanOrEqual(most.looks)
    expect(median(lags)).toBeLessThanOrEqual(most.lag)
    expect(mostly(lags)).toBeLessThanOrEqual(most.mostLag)
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(0)
  })

  test('progress makes it as soon as a fixed gap of 5 s, with a quarter of the looks at most', () => {
    const [quick] = FIXED_GAPS
    const fixed = watchAtFixedGap(LENGTHS, quick)
    expect(median(telling.lags)).toBeLessThanOrEqual(median(fixed.lags) * 1.1)
    expect(median(telling.looks)).toBeLessThanOrEqual(median(fixed.looks) / 4)
  })

  test('no run is looked at more than 12 times a minute', () => {
    for (const { looks, lags } of [silent, telling]) {
      const perMinute = looks.map((count, index) => count / (((LENGTHS[index] ?? 0) + (lags[index] ?? 0)) / 60_000))
      expect(Math.max(...perMinute)).toBeLessThanOrEqual(12)
    }
  })
})

test('a fixed gap looks at its multiples', () => {
  expect(watchAtFixedGap([30_000, 31_000], 10_000)).toEqual({ looks: [3, 4], lags: [0, 9000] })
})
