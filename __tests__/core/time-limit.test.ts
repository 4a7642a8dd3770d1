/** Work against the clock: who wins, what the loser hears, and that nothing is left behind. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { timeFor, until, within } from '../../src/time-limit.ts'
import { Trouble } from '../../src/trouble.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

let clock: VirtualClock
let step: AbortController
beforeEach(() => {
  clock = createVirtualClock()
  step = new AbortController()
})
afterEach(() => clock.stop())

const never = (): Promise<never> => new Promise(() => undefined)
const limit = (changes: { graceMs?: number } = {}) => ({
  clock,
  ms: 1000,
  signal: step.signal,
  why: () => 'too late',
  ...changes,
})

describe('within a time', () => {
  test('what is done in time gives its value, and leaves no timer', async () => {
    const inTime = async (): Promise<string> => {
      await clock.sleep(999)
      return 'done'
    }
    expect(await within(limit(), inTime)).toBe('done')
    await clock.sleep(5000)
    expect(clock.now()).toBe(5999)
  })

  test('what is done in time does not hear of the time any more', async () => {
    let heard: AbortSignal | undefined
    await within(limit(), async (late) => {
      heard = late
    })
    await clock.sleep(5000)
    expect(heard?.aborted).toBe(false)
  })

  test('what fails before it began to wait fails as it does, and nothing else is thrown', async () => {
    const broken = (): Promise<never> => {
      throw new Error('broken at once')
    }
    await expect(within(limit(), broken)).rejects.toThrow('broken at once')
    await clock.sleep(5000)
  })

  test('what fails in time fails as it does', async () => {
    await expect(within(limit(), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  test('what takes longer is told so, and hears it', async () => {
    let heard: AbortSignal | undefined
    const slow = (late: AbortSignal): Promise<never> => {
      heard = late
      expect(late.aborted).toBe(false)
      return never()
    }
    const thrown = await within(limit(), slow).catch((reason: unknown) => reason)
    expect(thrown).toBeInstanceOf(Trouble)
    expect(thrown).toMatchObject({ message: 'too late', facts: { kind: 'network' } })
    expect([clock.now(), heard?.aborted]).toEqual([1000, true])
  })

  test('what fails afterwards is nobody’s', async () => {
    const unheard: unknown[] = []
    const listen = (reason: unknown): void => void unheard.push(reason)
    process.on('unhandledRejection', listen)
    const lateFailure = async (): Promise<never> => {
      await clock.sleep(2000)
      throw new Error('broken')
    }
    await expect(within(limit(), lateFailure)).rejects.toThrow('too late')
    await clock.sleep(3000)
    process.off('unhandledRejection', listen)
    expect(unheard).toEqual([])
  })

  test.each([
    [undefined, 300],
    [200, 500],
  ])('an end of the step ends it, with a grace of %s ms', async (graceMs, ms) => {
    void clock.sleep(300).then(() => step.abort())
    await expect(within(limit(graceMs === undefined ? {} : { graceMs }), never)).rejects.toThrow('too late')
    expect(clock.now()).toBe(ms)
  })

  test('a grace is only for the end of the step', async () => {
    await expect(within(limit({ graceMs: 200 }), never)).rejects.toThrow('too late')
    expect(clock.now()).toBe(1000)
  })
})

test('the end is begun before the action, and forgotten with it', async () => {
  const order: string[] = []
  let ended: AbortSignal | undefined
  const timeUp = (over: AbortSignal): Promise<never> => {
    order.push('end')
    ended = over
    return never()
  }
  const action = async (): Promise<void> => void order.push('action')
  await until(timeUp, action)
  expect([order, ended?.aborted]).toEqual([['end', 'action'], true])
})

test.each([
  ['as long as usual where no deadline is known', undefined, 30_000],
  ['as long as usual where the deadline is far', 100_000, 30_000],
  ['until the deadline where that comes first', 12_000, 12_000],
  ['a moment when the deadline is near', 300, 700],
  ['a moment when it is over', -5000, 700],
])('after the verdict something may take %s', (_, deadline, expected) => {
  expect(timeFor({ usual: 30_000, late: 700 }, deadline, clock)).toBe(expected)
})
