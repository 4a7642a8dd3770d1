/** A request that takes too long, or falls silent, is ended. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startWatch } from '../../src/watch.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

const PATIENCE = { silenceMs: 30_000, wholeMs: 100_000 }
let clock: VirtualClock

beforeEach(() => {
  clock = createVirtualClock()
})
afterEach(() => clock.stop())

test('nothing is ended while something is heard', async () => {
  const watch = startWatch(clock, new AbortController().signal, PATIENCE)
  for (const _ of [1, 2, 3]) {
    await clock.sleep(29_999)
    watch.heard()
  }
  expect([watch.signal.aborted, watch.expired]).toEqual([false, false])
  watch.stop()
})

test('silence ends it', async () => {
  const watch = startWatch(clock, new AbortController().signal, PATIENCE)
  await clock.sleep(20_000)
  watch.heard()
  await clock.sleep(29_999)
  expect(watch.signal.aborted).toBe(false)
  await clock.sleep(2)
  expect([watch.signal.aborted, watch.expired]).toEqual([true, true])
})

test('its whole time ends it, however much is heard', async () => {
  const watch = startWatch(clock, new AbortController().signal, PATIENCE)
  for (let count = 0; count < 9; count++) {
    await clock.sleep(11_000)
    watch.heard()
  }
  expect(watch.expired).toBe(false)
  await clock.sleep(1001)
  expect([watch.signal.aborted, watch.expired]).toEqual([true, true])
})

test('the end of the step ends it, and that is no slowness', async () => {
  const step = new AbortController()
  const watch = startWatch(clock, step.signal, PATIENCE)
  step.abort('cancelled')
  expect([watch.signal.aborted, watch.expired]).toEqual([true, false])
  watch.stop()
})

test('once stopped it ends nothing, and holds nothing up', async () => {
  const watch = startWatch(clock, new AbortController().signal, PATIENCE)
  watch.stop()
  await clock.sleep(1)
  expect(clock.now()).toBe(1)
  await clock.sleep(200_000)
  expect([watch.signal.aborted, watch.expired]).toEqual([false, false])
})
