/** The verdict where only regressions count. */
import { describe, expect, test } from '@jest/globals'
import type { Comparison } from '../../src/outcome.ts'
import type { Counts, Results } from '../../src/results.ts'
import { type Against, judgeSuite, type Policy } from '../../src/verdict.ts'
import { resultsOf } from '../support/results.ts'

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

describe('with fail-on: regressions and a baseline', () => {
  test.each<[string, Partial<Counts>, Partial<Comparison>, Partial<Policy>, string, readonly string[]]>([
    [
      'old failures are green',
      { passed: 1, failed: 2 },
      { stillFailing: ['a', 'b'] },
      {},
      'passed',
      ['no regressions against main: 1 of 3 steps passed; the 2 that failed did not pass on main either'],
    ],
    [
      'new cases that fail are green',
      { passed: 1, failed: 1 },
      { added: ['a'] },
      {},
      'passed',
      ['no regressions against main: 1 of 2 steps passed; the one that failed is new'],
    ],
    [
      'nothing but old failures is green',
      { failed: 2 },
      { stillFailing: ['a', 'b'] },
      {},
      'passed',
      ['no regressions against main: 0 of 2 steps passed; the 2 that failed did not pass on main either'],
    ],
    [
      'one old failure is green',
      { passed: 1, failed: 1 },
      { stillFailing: ['a'] },
      {},
      'passed',
      ['no regressions against main: 1 of 2 steps passed; the one that failed did not pass on main either'],
    ],
    [
      'nothing but new failures is green',
      { passed: 1, failed: 99 },
      { added: Array.from({ length: 99 }, (_, index) => `new ${index}`) },
      {},
      'passed',
      ['no regressions against main: 1 of 100 steps passed; the 99 that failed are new'],
    ],
    [
      'old failures and a new one are green',
      { passed: 1, failed: 3, skipped: 1 },
      { stillFailing: ['a', 'b'], added: ['c', 'd'] },
      {},
      'passed',
      [
        'no regressions against main: 1 of 4 steps passed (1 skipped); of the 3 that failed, 2 did not pass on main either and 1 is new',
      ],
    ],
    [
      'a regression is red',
      { passed: 9, failed: 1 },
      { regressions: ['a'] },
      {},
      'failed',
      ['1 of 10 steps regressed: it passed on main, and now fails or scores too much lower'],
    ],
    [
      'a regression is red whatever the rate allows',
      { passed: 9, failed: 1 },
      { regressions: ['a'] },
      { minPassRate: 0 },
      'failed',
      ['1 of 10 steps regressed: it passed on main, and now fails or scores too much lower'],
    ],
    [
      'a lower score is red where all passed',
      { passed: 9 },
      { regressions: ['a'] },
      {},
      'failed',
      ['1 of 9 steps regressed: it passed on main, and now fails or scores too much lower'],
    ],
    [
      'some regressions are red',
      { passed: 7, failed: 2 },
      { regressions: ['a', 'b'] },
      {},
      'failed',
      ['2 of 9 steps regressed: they passed on main, and now fail or score too much lower'],
    ],
    [
      'regressions of all cases are red',
      { failed: 2 },
      { regressions: ['a', 'b'] },
      {},
      'failed',
      ['all 2 steps regressed: they passed on main, and now fail or score too much lower'],
    ],
    [
      'a regression of the only case is red',
      { failed: 1 },
      { regressions: ['a'] },
      {},
      'failed',
      ['the only step regressed: it passed on main, and now fails or scores too much lower'],
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
      ['1 step could not be run or judged, and max-errored allows 0'],
    ],
    [
      'all in quarantine is still inconclusive',
      { quarantined: 1 },
      {},
      {},
      'inconclusive',
      ['the only step that ran failed and is in quarantine, so nothing was proved'],
    ],
  ])('%s', (_, counts, comparison, policy, conclusion, reasons) => {
    const judgement = judgeSuite(counted(counts), { ...REGRESSIONS, ...policy }, 'steps', against(comparison, 0.05))
    expect(judgement).toMatchObject({ conclusion, reasons })
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
    const why = 'treated as fail-on: failures, because the baseline has no suite of this name'
    const unknown = against('the baseline has no suite of this name')
    expect(judgeSuite(failing, REGRESSIONS, 'steps', unknown)).toEqual({ conclusion: 'failed', reasons: [rate, why] })
    expect(judgeSuite(counted({ passed: 2 }), REGRESSIONS, 'steps', unknown)).toEqual({
      conclusion: 'passed',
      reasons: ['all 2 steps that ran passed', why],
    })
  })
})

test('with fail-on: failures a baseline changes no verdict and no sentence', () => {
  for (const comparison of [{ regressions: ['a'], metrics: [FELL] }, `this suite's baseline run ended as "error"`]) {
    expect(judgeSuite(counted({ passed: 2 }), PLAIN, 'x', against(comparison))).toEqual(
      judgeSuite(counted({ passed: 2 }), PLAIN, 'x'),
    )
  }
})
