/** What a reader is advised to do: by what ended, how, and in which mode. */
import { describe, expect, test } from '@jest/globals'
import type { StepOutcome } from '../../src/outcome.ts'
import { advice } from '../../src/report/advice.ts'
import { anOutcome, aSuite, aSuiteWithoutResults } from '../support/results.ts'

const COLLECT = /can be resumed with <code>mode: collect/
const underWay = aSuiteWithoutResults({ isUnderWay: true })
const stopped = aSuiteWithoutResults()
const { runId: _, ...neverStarted } = stopped

function adviceOf(changes: Partial<StepOutcome>): string {
  return advice(anOutcome([], changes)) ?? ''
}

describe('mode collect is advised', () => {
  const ENDS: readonly Partial<StepOutcome>[] = [
    { conclusion: 'timed-out' },
    { conclusion: 'cancelled' },
    { conclusion: 'error', errorKind: 'network' },
    { conclusion: 'error', errorKind: 'rate-limit' },
  ]
  test.each(ENDS)('only where a run may be under way: %j', (end) => {
    expect(adviceOf({ ...end, suites: [stopped, underWay] })).toMatch(COLLECT)
    expect(adviceOf({ ...end, suites: [stopped, aSuite()] })).not.toMatch(COLLECT)
  })

  test('not where the inputs are wrong', () => {
    expect(adviceOf({ conclusion: 'error', errorKind: 'config', suites: [underWay] })).not.toMatch(COLLECT)
  })

  test('not by the step that was to stop the run', () => {
    expect(adviceOf({ conclusion: 'error', errorKind: 'network', mode: 'cancel', suites: [underWay] })).not.toMatch(COLLECT)
    expect(advice(anOutcome([underWay], { conclusion: 'cancelled', mode: 'cancel' }))).toBeUndefined()
  })
})

describe('an inconclusive end', () => {
  const of = (lack?: StepOutcome['lack']): string => adviceOf({ conclusion: 'inconclusive', ...(lack !== undefined && { lack }) })

  test('may be settled by another run', () => expect(of()).toMatch(/neither a pass nor a failure.*Running the job again may/))
  test('for want of cases names what chooses them, and no other run', () => {
    expect(of('cases')).toMatch(/suite.*inputs that choose.*min-tests/)
    expect(of('cases')).not.toContain('may settle')
  })
  test('for want of artifacts names the inputs that say which', () => {
    expect(of('artifacts')).toMatch(/artifact-pattern.*expected-artifacts/)
    expect(of('artifacts')).not.toContain('may settle')
  })
})

test('a publish that failed is not mended at the agent or a test', () => {
  expect(adviceOf({ conclusion: 'failed', noun: 'resources' })).toMatch(/publish again/)
  expect(adviceOf({ conclusion: 'failed', noun: 'cases' })).toMatch(/^Correct the agent, or the test/)
})

test('a step that timed out names the page of the run only where one was started', () => {
  expect(adviceOf({ conclusion: 'timed-out', suites: [stopped] })).toContain('vendor’s page')
  expect(adviceOf({ conclusion: 'timed-out', suites: [neverStarted] })).toMatch(/timeout-minutes.*error that is named above/)
})

describe('a report', () => {
  const report = { mode: 'report', conclusion: 'error', errorKind: 'network' } as const

  test('without the artifact service speaks of no address and no proxy of a vendor', () => {
    expect(adviceOf(report)).toMatch(/artifact service/)
    expect(adviceOf(report)).not.toMatch(/base-url|proxy/)
  })
  test('on a job that ended in an error leads to that job', () => {
    expect(adviceOf({ ...report, suites: [stopped] })).toMatch(/jobs that judged them/)
  })
  test('that timed out itself speaks of its own time', () => {
    expect(adviceOf({ ...report, conclusion: 'timed-out' })).toBe('Raise <code>timeout-minutes</code>.')
  })
  test('of failures says what any failure says', () => {
    expect(adviceOf({ mode: 'report', conclusion: 'failed', suites: [aSuite()] })).toMatch(/^Correct the agent/)
  })
})
