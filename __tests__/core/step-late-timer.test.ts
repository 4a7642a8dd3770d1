/** The seconds after a deadline when timers fire a little late, as real ones do: whoever sees the deadline first has its time. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Clock } from '../../src/clock.ts'
import { type StepLife, startStep } from '../../src/step.ts'
import { attempt, Stopped } from '../../src/wait.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

const TIMEOUT = 60_000

let clock: VirtualClock

beforeEach(() => {
  clock = createVirtualClock()
})
afterEach(() => clock.stop())

/** A step whose own timer for the deadline fires 20 ms late. */
function lateStep(): StepLife {
  const late: Clock = { ...clock, sleep: (ms, signal) => clock.sleep(ms === TIMEOUT ? ms + 20 : ms, signal) }
  const cancelled = new AbortController().signal
  return startStep({ clock: late, random: () => 0.5, gapMs: 5000, longestGapMs: 5000, timeoutMs: TIMEOUT, cancelled })
}

test('a last thing that begins at the deadline is not ended by the deadline', async () => {
  const step = lateStep()
  await expect(attempt(step, async () => ({ percent: undefined }))).rejects.toThrow(Stopped)
  expect(step.signal.aborted).toBe(false)
  const flown: boolean[] = []
  const done = step.afterwards(async () => {
    const signal = step.inFlight()
    await clock.sleep(2000, signal)
    flown.push(signal.aborted)
    return clock.now()
  })
  await expect(done).resolves.toBe(TIMEOUT + 2000)
  expect(flown).toEqual([false])
  step.end()
})

test('last things that begin before and after the late timer share their 3 s', async () => {
  const step = lateStep()
  await clock.sleep(TIMEOUT)
  const first = step.afterwards(() => clock.sleep(2000))
  await expect(first).resolves.toBeUndefined()
  await expect(step.afterwards(() => clock.sleep(2000))).rejects.toThrow('the seconds that were left for it')
  expect(clock.now()).toBe(TIMEOUT + 3000)
  step.end()
})

test('a last thing of a suite that broke off before the end takes nothing from those after it', async () => {
  const step = lateStep()
  await clock.sleep(TIMEOUT - 1500)
  const hanging = step.afterwards(() => new Promise(() => undefined)).catch(() => 'given up')
  await clock.sleep(1600)
  expect(step.signal.aborted).toBe(true)
  const after = step.afterwards(async () => {
    const signal = step.inFlight()
    await clock.sleep(2500, signal)
    return signal.aborted
  })
  await expect(after).resolves.toBe(false)
  await expect(hanging).resolves.toBe('given up')
  step.end()
})
