/** The life of a step: its deadline, its cancellation, and what may be done afterwards. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type StepLife, startStep } from '../../src/step.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

let clock: VirtualClock
let workflow: AbortController

beforeEach(() => {
  clock = createVirtualClock()
  workflow = new AbortController()
})
afterEach(() => clock.stop())

function begin(timeoutMs = 60_000): StepLife {
  return startStep({ clock, random: () => 0.5, gapMs: 5000, longestGapMs: 30_000, timeoutMs, cancelled: workflow.signal })
}

describe('a step', () => {
  test('knows when its deadline comes', async () => {
    await clock.sleep(7000)
    expect(begin()).toMatchObject({ deadline: 67_000, gapMs: 5000, longestGapMs: 30_000 })
  })

  test('ends at its deadline and not before', async () => {
    const step = begin()
    await clock.sleep(59_999)
    expect(step.signal.aborted).toBe(false)
    await clock.sleep(2)
    expect(step.signal).toMatchObject({ aborted: true, reason: 'timed-out' })
  })

  test('ends when the workflow is cancelled', () => {
    const step = begin()
    workflow.abort()
    expect(step.signal).toMatchObject({ aborted: true, reason: 'cancelled' })
  })

  test('is over before it began in a workflow that is cancelled already', () => {
    workflow.abort()
    expect(begin().signal).toMatchObject({ aborted: true, reason: 'cancelled' })
  })

  test('ends once: what came first stays the reason', async () => {
    const step = begin()
    await clock.sleep(60_001)
    workflow.abort()
    expect(step.signal.reason).toBe('timed-out')
  })

  test('that is done is not ended by anything, and holds nothing up', async () => {
    const step = begin()
    step.end()
    workflow.abort()
    await clock.sleep(1)
    expect(clock.now()).toBe(1)
    await clock.sleep(120_000)
    expect(step.signal.aborted).toBe(false)
  })
})

describe('afterwards', () => {
  test('a last thing is done, and gives its value', async () => {
    const step = begin()
    workflow.abort()
    await expect(step.afterwards(async () => 'sent')).resolves.toBe('sent')
    step.end()
  })

  test('a last thing has a signal of its own, which lasts as long as it may take', async () => {
    const step = begin()
    workflow.abort()
    const seen: boolean[] = []
    const done = step.afterwards(async () => {
      const signal = step.inFlight()
      seen.push(signal.aborted)
      await clock.sleep(2999)
      seen.push(signal.aborted)
      await clock.sleep(2)
      seen.push(signal.aborted)
    })
    await expect(done).rejects.toThrow('the seconds that were left for it')
    await clock.sleep(10)
    expect(seen).toEqual([false, false, true])
    step.end()
  })

  test('a last thing that fails is told', async () => {
    const step = begin()
    await expect(step.afterwards(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    step.end()
  })

  test('a last thing that hangs is left behind', async () => {
    const step = begin()
    workflow.abort()
    await expect(step.afterwards(() => new Promise(() => undefined))).rejects.toThrow('the seconds that were left for it')
    expect(clock.now()).toBe(3000)
    step.end()
  })

  test('after the end, last things share one limit, whichever suite they are of', async () => {
    const step = begin()
    workflow.abort()
    const first = step.afterwards(() => clock.sleep(2000))
    await expect(first).resolves.toBeUndefined()
    await expect(step.afterwards(() => clock.sleep(2000))).rejects.toThrow('the seconds that were left for it')
    expect(clock.now()).toBe(3000)
    step.end()
  })

  test('before the end, a last thing of one suite leaves the requests of the others alone', async () => {
    const step = begin()
    await expect(step.afterwards(() => new Promise(() => undefined))).rejects.toThrow('the seconds that were left for it')
    expect(step.inFlight().aborted).toBe(false)
    step.end()
  })

  test('before the end, what is in flight ends with the step', () => {
    const step = begin()
    expect(step.inFlight()).toBe(step.signal)
    workflow.abort()
    expect(step.inFlight().aborted).toBe(true)
  })
})

describe('something of this machine', () => {
  test('is done, and gives its value', async () => {
    const step = begin()
    await expect(step.unlessOver(async () => 'made')).resolves.toBe('made')
    step.end()
  })

  test('that hangs is left behind soon after the end', async () => {
    const step = begin()
    const hanging = step.unlessOver(() => new Promise(() => undefined))
    workflow.abort()
    await expect(hanging).rejects.toMatchObject({ reason: 'cancelled' })
    expect(clock.now()).toBe(1000)
    step.end()
  })
})
