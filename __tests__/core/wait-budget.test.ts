/** How much trouble is lived through, and what is said when it was too much. */
import { describe, expect, test } from '@jest/globals'
import { attempt } from '../../src/wait.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'
import { done, inOrder, met, notYet, type Script, type Scripted, wait } from './waiting.ts'

const MINUTE = 60_000

/** Fails from the first attempt until so much time has passed. */
function outage(ms: number, trouble: Scripted = met('passing')): (number: number, now: number) => ReturnType<Scripted> {
  return (_, now) => (now < ms ? trouble() : { value: 'back' })
}

describe('an outage', () => {
  test.each([
    [4, 5000, 30_000],
    [4, 500, 1000],
    [4.9, 5000, 30_000],
    [9, 60_000, 60_000],
    [40, 300_000, 300_000],
  ])('of %d minutes is survived with gaps from %d to %d ms', async (minutes, gapMs, longestGapMs) => {
    await expect(wait(outage(minutes * MINUTE), { gapMs, longestGapMs }).ended).resolves.toBe('back')
  })

  test.each([
    ['after five minutes, though there were ten long before', 1000, 1000, 300],
    ['after ten, though it took more than five minutes', 120_000, 120_000, 9 * 120],
  ])('is given up %s', async (_, gapMs, longestGapMs, seconds) => {
    const { clock, times, ended } = wait(outage(Number.POSITIVE_INFINITY), { gapMs, longestGapMs })
    await expect(ended).rejects.toMatchObject({ facts: { kind: 'network', persistence: 'lasting' } })
    expect(clock.now()).toBe(seconds * 1000)
    expect(times.length).toBeGreaterThanOrEqual(10)
  })

  test('is over with one good answer', async () => {
    const flaky = (number: number, now: number): ReturnType<Scripted> => {
      if (now > 60 * MINUTE) return { value: 'still there' }
      return number % 10 === 0 ? { percent: undefined } : met('passing')()
    }
    await expect(wait(flaky).ended).resolves.toBe('still there')
  })

  test('is over where a part of an attempt went well, though the whole did not', async () => {
    const inParts: Script = (number, now, good) => {
      if (now > 60 * MINUTE) return { value: 'all parts' }
      if (number % 9 === 0) good()
      return met('passing')()
    }
    await expect(wait(inParts).ended).resolves.toBe('all parts')
  })

  test('is counted from the last good answer', async () => {
    const { clock, ended } = wait((_, now) => (now < 10 * MINUTE ? { percent: undefined } : met('passing')()), {
      gapMs: 10_000,
      longestGapMs: 10_000,
    })
    await expect(ended).rejects.toMatchObject({ facts: { kind: 'network' } })
    expect(clock.now()).toBe(10 * MINUTE - 10_000 + 5 * MINUTE)
  })
})

describe('a budget that is used up', () => {
  test('says what the last trouble was, how many there were and for how long', async () => {
    const { ended } = wait(outage(Number.POSITIVE_INFINITY, met('passing', 'vendor', { status: 503, said: 'busy' })), {
      gapMs: 10_000,
      longestGapMs: 10_000,
    })
    await expect(ended).rejects.toMatchObject({
      message: 'a passing trouble of vendor; gave up after 31 failed attempts in a row over 5 minutes',
      facts: { kind: 'vendor', persistence: 'lasting', status: 503, said: 'busy' },
    })
  })

  test.each([
    ['sockets', ['network'], 'network'],
    ['5xx', ['vendor'], 'vendor'],
    ['429', ['rate-limit'], 'rate-limit'],
    ['mostly 5xx', ['vendor', 'vendor', 'network'], 'vendor'],
    ['mostly 5xx, whatever comes first', ['network', 'vendor', 'vendor'], 'vendor'],
    ['mostly sockets, whatever comes last', ['network', 'network', 'network', 'vendor'], 'network'],
  ] as const)('of %s is of their kind', async (_, kinds, expected) => {
    const script = (number: number): ReturnType<Scripted> => met('passing', kinds[(number - 1) % kinds.length] ?? 'network')()
    await expect(wait(script, { gapMs: 10_000, longestGapMs: 10_000 }).ended).rejects.toMatchObject({ facts: { kind: expected } })
  })

  test('counts no kind from before the last good answer', async () => {
    const script = (number: number): ReturnType<Scripted> => {
      if (number === 51) return { percent: undefined }
      return number < 51 ? met('passing', 'vendor')() : met('passing', 'network', { retryAfterMs: MINUTE })()
    }
    const { ended } = wait(script, { gapMs: 5000, longestGapMs: 5000 })
    await expect(ended).rejects.toMatchObject({ facts: { kind: 'network' } })
  })
})

describe('a trouble that is too much', () => {
  test.each<[string, Scripted[], number, string]>([
    ['one that lasts', [met('lasting', 'config')], 1, 'config'],
    ['a mistake of ours', [() => Promise.reject(new TypeError('x'))], 1, 'internal'],
    ['an answer of the wrong shape, the third in a row', [met('shape', 'contract')], 3, 'contract'],
    ['403, the third in a row', [met('forbidden', 'auth')], 3, 'auth'],
    ['a file that breaks off, the fifth time', [met('cut')], 5, 'network'],
    ['what is not there', [met('missing', 'config')], 1, 'config'],
    [
      'a file that breaks off, the fifth time, with other troubles between',
      [met('cut'), met('cut'), met('passing'), met('cut'), met('passing'), met('cut'), met('cut')],
      7,
      'network',
    ],
    [
      'a wrong shape three times in a row, after others',
      [met('shape', 'contract'), met('shape', 'contract'), met('passing'), met('shape', 'contract')],
      6,
      'contract',
    ],
  ])('is %s', async (_, scripts, attempts, kind) => {
    const { times, ended } = wait(inOrder(...scripts))
    await expect(ended).rejects.toMatchObject({ facts: { kind } })
    expect(times).toHaveLength(attempts)
  })
})

describe('a trouble that can be lived through', () => {
  const TWICE = { shape: met('shape', 'contract'), forbidden: met('forbidden', 'auth') }
  test.each<[string, Scripted[]]>([
    ['a wrong shape twice', [TWICE.shape, TWICE.shape]],
    ['a wrong shape twice, and twice again after a good answer', [TWICE.shape, TWICE.shape, notYet(), TWICE.shape, TWICE.shape]],
    ['a wrong shape with others between', [TWICE.shape, TWICE.shape, met('passing'), TWICE.shape, TWICE.shape]],
    ['403 twice', [TWICE.forbidden, TWICE.forbidden]],
    ['403 twice, and twice again', [TWICE.forbidden, TWICE.forbidden, notYet(), TWICE.forbidden, TWICE.forbidden]],
    ['a file that breaks off four times', Array(4).fill(met('cut'))],
    ['a file that breaks off four times, and again', [...Array(4).fill(met('cut')), notYet(), ...Array(4).fill(met('cut'))]],
  ])('is %s', async (_, scripts) => {
    const { told, ended } = wait(inOrder(...scripts, done()))
    await expect(ended).resolves.toBe('done')
    expect(told).toHaveLength(scripts.filter(isTrouble).length)
  })
})

describe('what is not there', () => {
  const manner = { missingIsNotYetMs: MINUTE }

  test('is not there yet in the first minute', async () => {
    const script = (_: number, now: number): ReturnType<Scripted> =>
      now < 55_000 ? met('missing', 'config')() : { value: 'there' }
    await expect(wait(script, { gapMs: 10_000, longestGapMs: 10_000, manner }).ended).resolves.toBe('there')
  })

  test.each([
    ['always', met('missing', 'config')],
    ['after it was there', undefined],
  ])('is missed for good after it: %s', async (_, early) => {
    const script = (__: number, now: number): ReturnType<Scripted> =>
      now < MINUTE && early === undefined ? { percent: undefined } : met('missing', 'config')()
    const { clock, ended } = wait(script, { gapMs: 10_000, longestGapMs: 10_000, manner })
    await expect(ended).rejects.toMatchObject({ facts: { kind: 'config', persistence: 'missing' } })
    expect(clock.now()).toBe(MINUTE)
  })

  test('has its minute from the start, the first gap included', async () => {
    const { clock, times, ended } = wait(met('missing'), {
      gapMs: 59_000,
      longestGapMs: 59_000,
      manner: { ...manner, gapFirst: true },
    })
    await expect(ended).rejects.toMatchObject({ facts: { persistence: 'missing' } })
    expect([times, clock.now()]).toEqual([[59_000, 118_000], 118_000])
  })
})

test('what is not there has its minute from the begin of the wait, whenever that is', async () => {
  const script = (_: number, now: number): ReturnType<Scripted> =>
    now < 3_655_000 ? met('missing', 'config')() : { value: 'there' }
  const { ended } = wait(script, {
    gapMs: 10_000,
    longestGapMs: 10_000,
    manner: { missingIsNotYetMs: MINUTE },
    beginAt: 3_600_000,
  })
  await expect(ended).resolves.toBe('there')
})

test('what lasts ends the wait, also while what is not there would only be late', async () => {
  const { times, ended } = wait(met('lasting', 'config'), { manner: { missingIsNotYetMs: MINUTE } })
  await expect(ended).rejects.toMatchObject({ facts: { persistence: 'lasting' } })
  expect(times).toEqual([0])
})

test('troubles are lived through also where nobody is told of them', async () => {
  const clock = createVirtualClock()
  const step = {
    clock,
    random: () => 0.5,
    signal: new AbortController().signal,
    deadline: MINUTE,
    gapMs: 1000,
    longestGapMs: 1000,
  }
  const script = inOrder(met('passing'), done())
  let number = 0
  await expect(attempt(step, async () => script(++number))).resolves.toBe('done')
  clock.stop()
})

function isTrouble(script: Scripted): boolean {
  try {
    void script()
    return false
  } catch {
    return true
  }
}
