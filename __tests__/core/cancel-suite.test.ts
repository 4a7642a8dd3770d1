/** A step that only stops a run, at a vendor that puts it off. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createLog } from '../../src/log.ts'
import type { Suite } from '../../src/providers/provider.ts'
import { createRedactor } from '../../src/redact.ts'
import type { Runner } from '../../src/rim.ts'
import { startStep } from '../../src/step.ts'
import { cancelSuite, type SuiteRun } from '../../src/suite-run.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

let clock: VirtualClock
beforeEach(() => {
  clock = createVirtualClock()
})
afterEach(() => clock.stop())

const nothing = (): void => undefined
const runner: Runner = {
  inputs: () => ({}),
  info: nothing,
  group: nothing,
  annotate: nothing,
  mask: nothing,
  output: nothing,
  saveState: nothing,
  summary: () => Promise.resolve(),
}

function stopping(cancel: () => Promise<'sent' | 'over' | 'not yet'>): SuiteRun {
  const unasked = (): Promise<never> => Promise.reject(new Error('not asked for'))
  const suite: Suite = { prepare: unasked, examine: unasked, open: () => ({ look: unasked, collect: unasked, cancel }) }
  const times = { timeoutMs: 3_600_000, gapMs: 5000, longestGapMs: 30_000 }
  return {
    name: 'Airline',
    suite,
    step: startStep({ clock, random: () => 0.5, cancelled: new AbortController().signal, ...times }),
    judge: { begin: nothing, suite: unasked, partial: unasked, step: unasked },
    log: createLog(runner, createRedactor()),
    folder: { place: (name) => name, write: unasked, read: async function* () {}, kept: () => [] },
    redact: (text) => text,
    listener: { starting: nothing, known: nothing, over: nothing },
  }
}

test('a run that can be stopped only after a while is stopped', async () => {
  let asked = 0
  const run = stopping(async () => (++asked < 4 ? 'not yet' : 'sent'))
  expect(await cancelSuite(run, 'r-1')).toMatchObject({ conclusion: 'cancelled', reasons: ['run r-1 was stopped'] })
})

test('a run that can never be stopped is an error after a minute, and not only at the deadline', async () => {
  const outcome = await cancelSuite(
    stopping(() => Promise.resolve('not yet')),
    'r-1',
  )
  expect(outcome).toMatchObject({ conclusion: 'error', errorKind: 'vendor' })
  expect(clock.now()).toBeLessThan(100_000)
})

test('a suite that was never started has nothing to stop', async () => {
  const run = stopping(() => Promise.reject(new Error('asked')))
  expect(await cancelSuite(run, '-')).toMatchObject({ conclusion: 'cancelled' })
})
