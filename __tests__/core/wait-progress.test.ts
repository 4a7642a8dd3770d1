/** Where the vendor tells how far it is, the end is noticed soon, with few looks. */
import { describe, expect, test } from '@jest/globals'
import { gapsOf, type Settings, wait } from './waiting.ts'

const MINUTE = 60_000

/** Looks at a run that takes so long and tells its progress by the share of time that is over. */
async function watching(ms: number, percentOf: (share: number) => number | undefined, settings: Settings = {}) {
  const waiting = wait((_, now) => (now >= ms ? { value: 'over' } : { percent: percentOf(now / ms) }), {
    manner: { gapFirst: true },
    ...settings,
  })
  await waiting.ended
  return { looks: waiting.times.length, lateMs: waiting.clock.now() - ms, gaps: gapsOf(waiting.times) }
}

describe('progress that runs evenly', () => {
  const durations = [20_000, 45_000, MINUTE, 2.5 * MINUTE, 10 * MINUTE, 33 * MINUTE, 90 * MINUTE]
  test.each(durations)('over %d ms is noticed within 6 s of its end, with few looks', async (ms) => {
    const { looks, lateMs, gaps } = await watching(ms, (share) => share * 100)
    expect(lateMs).toBeLessThanOrEqual(6000)
    expect(looks).toBeLessThanOrEqual(ms / 30_000 + 14)
    expect(Math.max(...gaps, 0)).toBeLessThanOrEqual(30_000)
  })

  test.each(durations)('over %d ms, told in whole per cent, is noticed one per cent later at most', async (ms) => {
    const { looks, lateMs } = await watching(ms, (share) => Math.floor(share * 100))
    expect(lateMs).toBeLessThanOrEqual(Math.min(6000 + ms / 100, 30_000))
    expect(looks).toBeLessThanOrEqual(ms / 30_000 + 14)
  })

  test('needs no look between the second and the end where that is near enough', async () => {
    const { looks, lateMs } = await watching(25_000, (share) => share * 100)
    expect([looks, lateMs]).toEqual([3, 500])
  })
})

describe('progress that tells nothing', () => {
  const plain = [7500, 11_250, 16_875, 25_312.5, 30_000]
  test.each<[string, (share: number) => number | undefined]>([
    ['is not given', () => undefined],
    ['stands still', () => 40],
    ['goes back all the time', (share) => 90 - share * 50],
  ])('leaves the gaps as they are when it %s', async (_, percentOf) => {
    expect((await watching(110_000, percentOf)).gaps.slice(0, 5)).toEqual(plain)
  })

  test('is looked at no more often than at first when all is said to be done', async () => {
    const { gaps } = await watching(60_000, (share) => (share < 0.2 ? 50 : 100))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5000)
  })

  test('makes no gap longer than the longest when it crawls', async () => {
    const { gaps } = await watching(20 * MINUTE, (share) => share / 1000)
    expect(Math.max(...gaps)).toBe(30_000)
  })

  test.each([20, 21.3, 22.6, 23.9])('begins anew after it went back, in a run of %d minutes', async (minutes) => {
    const { lateMs } = await watching(minutes * MINUTE, (share) => (share < 0.1 ? 95 : ((share - 0.1) / 0.9) * 100))
    expect(lateMs).toBeLessThanOrEqual(6000)
  })
})

test('gaps by progress keep the bounds, where the first is above the longest', async () => {
  const { gaps } = await watching(5 * MINUTE, (share) => share * 100, { gapMs: 20_000, longestGapMs: 10_000 })
  expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000)
})
