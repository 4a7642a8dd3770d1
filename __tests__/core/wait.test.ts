/** Waiting: gaps, jitter, what the vendor asks for, the last look, and the end of the step. */
import { describe, expect, test } from '@jest/globals'
import { Trouble } from '../../src/trouble.ts'
import { attempted, Stopped } from '../../src/wait.ts'
import { done, gapsOf, inOrder, met, notYet, wait } from './waiting.ts'

const GROWING = [5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000, 30_000]

test.each([
  ['not yet', { percent: undefined }],
  ['sent', { value: 'sent' }],
  ['', { value: '' }],
])('the answer %j as an attempt', (answer, expected) => expect(attempted<string>(answer)).toEqual(expected))

describe('the gaps', () => {
  test('grow by half each time, up to the longest', async () => {
    const { times, ended } = wait(inOrder(...Array(8).fill(notYet()), done()))
    await expect(ended).resolves.toBe('done')
    expect(gapsOf(times)).toEqual(GROWING)
    expect(times[0]).toBe(0)
  })

  test('begin before the first look where that is wanted', async () => {
    const { times, ended } = wait(inOrder(notYet(), notYet(), done()), { manner: { gapFirst: true } })
    await ended
    expect(times).toEqual([5000, 12_500, 23_750])
  })

  test('grow in troubles just the same', async () => {
    const { times, ended } = wait(inOrder(...Array(8).fill(met('passing')), done()))
    await ended
    expect(gapsOf(times)).toEqual(GROWING)
  })

  test.each([
    ['a fifth shorter', 0, [4000, 6000, 9000, 13_500, 20_250, 24_000, 24_000, 24_000]],
    ['a fifth longer, but never above the longest', 1, [6000, 9000, 13_500, 20_250, 30_000, 30_000, 30_000, 30_000]],
  ])('are at random up to %s', async (_, random, expected) => {
    const { times, ended } = wait(inOrder(...Array(8).fill(notYet()), done()), { random: () => random })
    await ended
    for (const [index, gap] of gapsOf(times).entries()) expect(gap).toBeCloseTo(expected[index] ?? 0, 5)
  })

  test('are each at random by themselves', async () => {
    const throws = [0, 1, 0.5, 0.25]
    const { times, ended } = wait(inOrder(...Array(4).fill(notYet()), done()), {
      longestGapMs: 5000,
      random: () => throws.shift() ?? 0,
    })
    await ended
    expect(gapsOf(times)).toEqual([4000, 5000, 5000, 4500])
  })

  test('are never below half a second', async () => {
    const { times, ended } = wait(inOrder(...Array(5).fill(notYet()), done()), { gapMs: 500, longestGapMs: 500, random: () => 0 })
    await ended
    expect(gapsOf(times)).toEqual([500, 500, 500, 500, 500])
  })

  test('are none where the first attempt gives a value', async () => {
    const { clock, times, ended } = wait(inOrder(done('at once')))
    await expect(ended).resolves.toBe('at once')
    expect([clock.now(), times]).toEqual([0, [0]])
  })
})

describe('what the vendor asks us to wait', () => {
  test.each([
    ['longer than our gap wins', 40_000, 40_000],
    ['longer than the longest gap wins', 600_000, 600_000],
    ['shorter than our gap changes nothing', 1000, 5000],
    ['nothing at all changes nothing', 0, 5000],
  ])('%s', async (_, retryAfterMs, expected) => {
    const { times, told, ended } = wait(inOrder(met('passing', 'rate-limit', { retryAfterMs }), done()))
    await ended
    expect(gapsOf(times)).toEqual([expected])
    expect(told).toEqual([['a passing trouble of rate-limit', expected]])
  })

  test.each([999_999_999_000, Number.MAX_SAFE_INTEGER])(
    'for years ends with the last look before the deadline: %d ms',
    async (retryAfterMs) => {
      const { clock, times, ended } = wait(inOrder(met('passing', 'rate-limit', { retryAfterMs })), { deadline: 60_000 })
      await expect(ended).rejects.toMatchObject({ reason: 'timed-out' })
      expect(times).toEqual([0, 57_000])
      expect(clock.now()).toBe(60_000)
    },
  )

  test('does not change how the gaps grow', async () => {
    const { times, ended } = wait(inOrder(met('passing', 'rate-limit', { retryAfterMs: 60_000 }), notYet(), done()))
    await ended
    expect(gapsOf(times)).toEqual([60_000, 7500])
  })
})

describe('the deadline', () => {
  test('has a last look just before it, and ends the wait when it comes', async () => {
    const { clock, times, ended } = wait(notYet(), { deadline: 60_000 })
    await expect(ended).rejects.toBeInstanceOf(Stopped)
    await expect(ended).rejects.toMatchObject({ reason: 'timed-out' })
    expect(times).toEqual([0, 5000, 12_500, 23_750, 40_625, 57_000])
    expect(clock.now()).toBe(60_000)
  })

  test('is what its error says', async () => {
    const { ended } = wait(notYet(), { deadline: 60_000 })
    await expect(ended).rejects.toMatchObject({ name: 'Stopped', message: 'stopped: timed-out' })
  })

  test('shortens no gap where whole gaps are wanted, and they are none below half a second', async () => {
    const { clock, times, ended } = wait(notYet(), { deadline: 60_000, manner: { wholeGaps: true } })
    await expect(ended).rejects.toBeInstanceOf(Stopped)
    expect(times).toEqual([0, 5000, 12_500, 23_750, 40_625])
    expect(clock.now()).toBe(65_937.5)
    const short = wait(notYet(), { deadline: 1200, gapMs: 1, longestGapMs: 1, manner: { wholeGaps: true } })
    await expect(short.ended).rejects.toBeInstanceOf(Stopped)
    expect(short.times).toEqual([0, 500, 1000])
  })

  test('lets a value of the last look count', async () => {
    const { ended } = wait((_, now) => (now >= 57_000 ? { value: 'just in time' } : { percent: undefined }), { deadline: 60_000 })
    await expect(ended).resolves.toBe('just in time')
  })

  test.each([600, 3000, 3400, 3600, 5000])('of %d ms is kept, with no two looks within half a second', async (deadline) => {
    const { clock, times, ended } = wait(notYet(), { deadline, gapMs: 500 })
    await expect(ended).rejects.toMatchObject({ reason: 'timed-out' })
    expect(Math.min(...gapsOf(times), 500)).toBe(500)
    expect(clock.now()).toBeGreaterThanOrEqual(deadline)
    expect(clock.now()).toBeLessThanOrEqual(deadline + 500)
  })

  test('that comes while waiting for the first look ends the wait without one', async () => {
    const { times, ended } = wait(notYet(), { deadline: 600, gapMs: 60_000, longestGapMs: 60_000, manner: { gapFirst: true } })
    await expect(ended).rejects.toMatchObject({ reason: 'timed-out' })
    expect(times).toEqual([])
  })
})

describe('the end of the step', () => {
  test.each(['cancelled', 'timed-out'] as const)('wakes a wait that sleeps: %s', async (reason) => {
    const { clock, life, times, ended } = wait(notYet())
    void clock.sleep(6000).then(() => life.abort(reason))
    await expect(ended).rejects.toMatchObject({ reason })
    expect([clock.now(), times]).toEqual([6000, [0, 5000]])
  })

  test('before the first attempt lets none be made', async () => {
    const { life, times, ended } = wait(notYet(), { manner: { gapFirst: true } })
    life.abort('cancelled')
    await expect(ended).rejects.toMatchObject({ reason: 'cancelled' })
    expect(times).toEqual([])
  })

  test('during an attempt makes its trouble no trouble', async () => {
    const { life, told, ended } = wait(async () => {
      await Promise.resolve()
      life.abort('cancelled')
      return met('lasting')()
    })
    await expect(ended).rejects.toBeInstanceOf(Stopped)
    expect(told).toEqual([])
  })

  test('during an attempt that says not yet is the end', async () => {
    const { clock, life, ended } = wait(async () => {
      await Promise.resolve()
      life.abort('cancelled')
      return { percent: 50 }
    })
    await expect(ended).rejects.toMatchObject({ reason: 'cancelled' })
    expect(clock.now()).toBe(0)
  })

  test('during an attempt that gives a value does not lose it', async () => {
    const { life, ended } = wait(async () => {
      await Promise.resolve()
      life.abort('timed-out')
      return { value: 'it was done' }
    })
    await expect(ended).resolves.toBe('it was done')
  })
})

test('the gap that is told is the one that is slept', async () => {
  const { told, ended } = wait(inOrder(met('passing', 'rate-limit', { retryAfterMs: 999_999_999_000 })), { deadline: 60_000 })
  await ended.catch(() => undefined)
  expect(told[0]?.[1]).toBeLessThanOrEqual(60_000)
})

describe('a wait that the end of the step breaks off', () => {
  const trouble = (ended: Promise<unknown>) =>
    ended.then(undefined, (thrown) => (thrown instanceof Stopped ? thrown.trouble : thrown))

  test.each([
    [
      'while its attempts fail has the last trouble',
      [notYet(), met('passing'), met('missing', 'config')],
      { facts: { kind: 'config' } },
    ],
    [
      'while they fail in several ways has the last',
      [met('shape'), met('forbidden'), met('passing')],
      { facts: { persistence: 'passing' } },
    ],
    ['after a good answer has none', [met('passing'), notYet()], undefined],
    ['without any trouble has none', [notYet(), notYet()], undefined],
  ])('%s', async (_, script, expected) => {
    const manner = { missingIsNotYetMs: 60_000 }
    const { ended } = wait((number) => (script[number - 1] ?? script.at(-1) ?? notYet())(), { deadline: 30_000, manner })
    const found = await trouble(ended)
    if (expected === undefined) expect(found).toBeUndefined()
    else expect(found).toMatchObject(expected)
  })

  test('has the trouble of a wait within it, where it had none of its own', async () => {
    const inner = new Trouble('of the inner wait', { kind: 'network', persistence: 'passing' })
    const { life, ended } = wait((number) => {
      if (number < 2) return notYet()()
      life.abort('cancelled')
      throw new Stopped('cancelled', inner)
    })
    expect(await trouble(ended)).toBe(inner)
  })

  test('during an attempt has the trouble of the one before', async () => {
    const { life, ended } = wait((number) => {
      if (number < 3) return met('passing')()
      life.abort('cancelled')
      throw new Error('aborted')
    })
    expect(await trouble(ended)).toMatchObject({ facts: { persistence: 'passing' } })
  })
})
