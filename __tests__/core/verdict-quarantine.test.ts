/** The verdict where failures are in quarantine. */
import { describe, expect, test } from '@jest/globals'
import type { Counts, Results } from '../../src/results.ts'
import { judgeStep } from '../../src/step-verdict.ts'
import { judgeSuite, type Policy } from '../../src/verdict.ts'
import { aCase, aSuite, resultsOf } from '../support/results.ts'

const PLAIN: Policy = {
  minPassRate: 100,
  maxErrored: 0,
  maxFailures: undefined,
  minTests: 1,
  minMetrics: { f1: undefined, precision: undefined, recall: undefined },
  mustPass: [],
  failOn: 'failures',
}

function counted(given: Partial<Counts>, changes: Partial<Results> = {}): Results {
  const counts = { passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0, ...given }
  const total = counts.passed + counts.failed + counts.errored + counts.skipped + counts.quarantined
  return resultsOf([], { counts: { ...counts, total }, ...changes })
}

describe('failures in quarantine', () => {
  test.each<[string, Partial<Counts>, Partial<Policy>, string, string]>([
    [
      'count neither as failed nor as passed',
      { passed: 3, quarantined: 2 },
      {},
      'passed',
      'all 3 steps that count passed (2 failed in quarantine)',
    ],
    [
      'do not count for max-failures',
      { passed: 3, quarantined: 2 },
      { maxFailures: 0 },
      'passed',
      'all 3 steps that count passed (2 failed in quarantine)',
    ],
    [
      'leave the others as they are',
      { passed: 3, failed: 1, quarantined: 2 },
      {},
      'failed',
      '1 of 4 steps failed (not counted: 2 failed in quarantine); the check needs 100 % to pass, and 75 % did',
    ],
    [
      'are not in the rate',
      { passed: 1, failed: 1, quarantined: 8 },
      { minPassRate: 60 },
      'failed',
      '1 of 2 steps failed (not counted: 8 failed in quarantine); the check needs 60 % to pass, and 50 % did',
    ],
    [
      'ran, so that min-tests counts them',
      { passed: 8, quarantined: 2 },
      { minTests: 10 },
      'passed',
      'all 8 steps that count passed (2 failed in quarantine)',
    ],
    [
      'are not enough for min-tests',
      { passed: 7, quarantined: 2 },
      { minTests: 10 },
      'inconclusive',
      'only 9 steps ran, and min-tests asks for 10',
    ],
    [
      'prove nothing by themselves',
      { quarantined: 3 },
      {},
      'inconclusive',
      'all 3 steps that ran failed and are in quarantine, so nothing was proved',
    ],
    [
      'prove nothing beside what was skipped',
      { quarantined: 3, skipped: 1 },
      {},
      'inconclusive',
      'all 3 steps that ran failed and are in quarantine, so nothing was proved',
    ],
    [
      'prove nothing beside what could not be run',
      { quarantined: 3, errored: 1 },
      { maxErrored: 1 },
      'inconclusive',
      'only the quarantined steps could be judged, so nothing was proved',
    ],
  ])('%s', (_, counts, policy, conclusion, reason) => {
    expect(judgeSuite(counted(counts), { ...PLAIN, ...policy }, 'steps')).toMatchObject({ conclusion, reasons: [reason] })
  })

  test('do not heal what the vendor calls a failure as a whole', () => {
    const results = counted({ passed: 3, quarantined: 1 }, { failure: 'the publish failed' })
    expect(judgeSuite(results, PLAIN, 'x')).toMatchObject({ conclusion: 'failed', reasons: ['the publish failed'] })
  })

  test('are no rows that counts hide, and others still are', () => {
    const known = aCase({ status: 'failed', quarantine: { reason: 'r', expires: '2026-01-01' } })
    const both = (quarantined: number): Counts => ({
      total: 2,
      passed: 1,
      failed: 1 - quarantined,
      errored: 0,
      skipped: 0,
      flaky: 0,
      quarantined,
    })
    expect(judgeSuite(resultsOf([aCase(), known], { counts: both(1) }), PLAIN, 'x').conclusion).toBe('passed')
    const other = aCase({ name: 'y', status: 'failed' })
    expect(judgeSuite(resultsOf([other, known], { counts: both(1) }), PLAIN, 'x').conclusion).toBe('inconclusive')
  })

  test('do not excuse what must pass', () => {
    const known = aCase({ name: 'login', status: 'failed', quarantine: { reason: 'r', expires: '2026-01-01' } })
    const suite = aSuite({ results: resultsOf([aCase(), known]) })
    expect(judgeStep([suite], { ...PLAIN, mustPass: ['login'] })).toEqual({
      conclusion: 'failed',
      reasons: ['must-pass asks for "login", which failed'],
    })
  })
})
