/** The verdict where failures are in quarantine, and where only regressions count. */
import { describe, expect, test } from '@jest/globals'
import type { Comparison } from '../../src/outcome.ts'
import type { Counts, Results } from '../../src/results.ts'
import { judgeStep } from '../../src/step-verdict.ts'
import { type Against, judgeSuite, type Policy } from '../../src/verdict.ts'
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
const REGRESSIONS: Policy = { ...PLAIN, failOn: 'regressions' }
const SAME: Comparison = { regressions: [], fixed: [], stillFailing: [], added: [], gone: [], metrics: [] }
const FELL = { name: 'f1', before: 0.9, now: 0.8, regressed: true } as const

function counted(given: Partial<Counts>, changes: Partial<Results> = {}): Results {
  const counts = { passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0, ...given }
  const total = counts.passed + counts.failed + counts.errored + counts.skipped + counts.quarantined
  return resultsOf([], { counts: { ...counts, total }, ...changes })
}

function against(comparison: Partial<Comparison> | string = {}, tolerance = 0): Against {
  return { branch: 'main', tolerance, comparison: typeof comparison === 'string' ? comparison : { ...SAME, ...comparison } }
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
      '1 of 4 steps failed; the check needs 100 % to pass, and 75 % did',
    ],
    [
      'are not in the rate',
      { passed: 1, failed: 1, quarantined: 8 },
      { minPassRate: 60 },
      'failed',
      '1 of 2 steps failed; the check needs 60 % to pass, and 50 % did',
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
      'of all steps only those in quarantine could be judged, so nothing was proved',
    ],
  ])('%s', (_, counts, policy, conclusion, reason) => {
    expect(judgeSuite(counted(counts), { ...PLAIN, ...policy }, 'steps')).toEqual({ conclusion, reasons: [reason] })
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

  test('do not excuse what must pass, and that is told', () => {
    const known = aCase({ name: 'login', status: 'failed', quarantine: { reason: 'r', expires: '2026-01-01' } })
    const suite = aSuite({ results: resultsOf([aCase(), known]) })
    expect(judgeStep([suite], { ...PLAIN, mustPass: ['login'] })).toEqual({
      conclusion: 'failed',
      reasons: ['must-pass asks for "login", which failed, and must-pass goes before quarantine'],
    })
  })
})

describe('with fail-on: regressions and a baseline', () => {
  test.each<[string, Partial<Counts>, Partial<Comparison>, Partial<Policy>, string, readonly string[]]>([
    [
      'old failures are green',
      { passed: 1, failed: 2 },
      { stillFailing: ['a', 'b'] },
      {},
      'passed',
      ['no regressions against main: 1 of 3 steps passed'],
    ],
    [
      'new cases that fail are green',
      { passed: 1, failed: 1 },
      { added: ['a'] },
      {},
      'passed',
      ['no regressions against main: 1 of 2 steps passed'],
    ],
    [
      'nothing but old failures is green',
      { failed: 2 },
      { stillFailing: ['a', 'b'] },
      {},
      'passed',
      ['no regressions against main: 0 of 2 steps passed'],
    ],
    [
      'a regression is red',
      { passed: 9, failed: 1 },
      { regressions: ['a'] },
      {},
      'failed',
      ['1 of 10 steps regressed: they passed on main, and now fail or score too much lower'],
    ],
    [
      'a regression is red whatever the rate allows',
      { passed: 9, failed: 1 },
      { regressions: ['a'] },
      { minPassRate: 0 },
      'failed',
      ['1 of 10 steps regressed: they passed on main, and now fail or score too much lower'],
    ],
    [
      'a lower score is red where all passed',
      { passed: 9 },
      { regressions: ['a'] },
      {},
      'failed',
      ['1 of 9 steps regressed: they passed on main, and now fail or score too much lower'],
    ],
    [
      'a metric that fell is red',
      { passed: 9 },
      { metrics: [FELL] },
      {},
      'failed',
      ['f1 fell from 0.9 on main to 0.8; regression-tolerance allows 0.05'],
    ],
    [
      'a metric that did not is green',
      { passed: 9 },
      { metrics: [{ ...FELL, regressed: false }] },
      {},
      'passed',
      ['no regressions against main: 9 of 9 steps passed'],
    ],
    [
      'max-failures still holds',
      { passed: 1, failed: 2 },
      { stillFailing: ['a', 'b'] },
      { maxFailures: 1 },
      'failed',
      ['2 of 3 steps failed; max-failures allows 1'],
    ],
    ['no case is still inconclusive', {}, {}, {}, 'inconclusive', ['there were no steps, so nothing was proved']],
    [
      'errors are still inconclusive',
      { passed: 1, errored: 1 },
      {},
      {},
      'inconclusive',
      ['1 steps could not be run or judged, and max-errored allows 0'],
    ],
    [
      'all in quarantine is still inconclusive',
      { quarantined: 1 },
      {},
      {},
      'inconclusive',
      ['all 1 steps that ran failed and are in quarantine, so nothing was proved'],
    ],
  ])('%s', (_, counts, comparison, policy, conclusion, reasons) => {
    const judgement = judgeSuite(counted(counts), { ...REGRESSIONS, ...policy }, 'steps', against(comparison, 0.05))
    expect(judgement).toEqual({ conclusion, reasons })
  })

  test('a metric that was asked for still has to be met', () => {
    const policy = { ...REGRESSIONS, minMetrics: { f1: 0.9, precision: undefined, recall: undefined } }
    const judgement = judgeSuite(counted({ passed: 1 }, { metrics: { f1: 0.8 } }), policy, 'x', against())
    expect(judgement).toMatchObject({ conclusion: 'failed', reasons: ['f1 is 0.8; min-f1 asks for 0.9'] })
  })

  test('a contradiction of the vendor and a failure as a whole are what they always are', () => {
    expect(judgeSuite(counted({ passed: 1 }, { contradictions: ['x'] }), REGRESSIONS, 'x', against()).conclusion).toBe(
      'inconclusive',
    )
    expect(judgeSuite(counted({ passed: 1 }, { failure: 'x' }), REGRESSIONS, 'x', against()).conclusion).toBe('failed')
  })
})

describe('with fail-on: regressions and nothing to compare with', () => {
  test('it counts as failures, and a suite that alone cannot be compared says why', () => {
    const failing = counted({ passed: 1, failed: 1 })
    const rate = '1 of 2 steps failed; the check needs 100 % to pass, and 50 % did'
    expect(judgeSuite(failing, REGRESSIONS, 'steps')).toEqual({ conclusion: 'failed', reasons: [rate] })
    const why = 'fail-on counts as failures here, since the baseline has no suite of this name'
    const unknown = against('the baseline has no suite of this name')
    expect(judgeSuite(failing, REGRESSIONS, 'steps', unknown)).toEqual({ conclusion: 'failed', reasons: [rate, why] })
    expect(judgeSuite(counted({ passed: 2 }), REGRESSIONS, 'steps', unknown)).toEqual({
      conclusion: 'passed',
      reasons: ['all 2 steps that ran passed', why],
    })
  })
})

test('with fail-on: failures a baseline changes no verdict and no sentence', () => {
  for (const comparison of [{ regressions: ['a'], metrics: [FELL] }, 'it was error on the baseline']) {
    expect(judgeSuite(counted({ passed: 2 }), PLAIN, 'x', against(comparison))).toEqual(
      judgeSuite(counted({ passed: 2 }), PLAIN, 'x'),
    )
  }
})
