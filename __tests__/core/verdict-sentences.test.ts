/** The sentences of a verdict, word for word: they are all that most people read. */
import { describe, expect, test } from '@jest/globals'
import type { Counts, Results } from '../../src/results.ts'
import { type Against, describeGate, isAtLeast, judgeSuite, type Policy } from '../../src/verdict.ts'
import { aCase, resultsOf } from '../support/results.ts'

const PLAIN: Policy = {
  minPassRate: 100,
  maxErrored: 0,
  maxFailures: undefined,
  minTests: 1,
  minMetrics: { f1: undefined, precision: undefined, recall: undefined },
  mustPass: [],
  failOn: 'failures',
}

function judge(given: Partial<Counts>, policy: Partial<Policy> = {}, changes: Partial<Results> = {}) {
  const counts = { passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0, ...given }
  const total = given.total ?? counts.passed + counts.failed + counts.errored + counts.skipped + counts.quarantined
  return judgeSuite(resultsOf([], { counts: { ...counts, total }, ...changes }), { ...PLAIN, ...policy }, 'steps')
}

const TORN = "the vendor's results are inconsistent or incomplete: "

test.each<[string, ReturnType<typeof judge>, string, readonly string[]]>([
  ['one passed', judge({ passed: 1 }), 'passed', ['1 of 1 step passed']],
  ['two passed', judge({ passed: 2 }), 'passed', ['all 2 steps that ran passed']],
  [
    'something beside',
    judge({ passed: 1, errored: 1, skipped: 2 }, { maxErrored: 1 }),
    'passed',
    ['1 of 1 step passed (1 could not be run, which max-errored allows; 2 skipped)'],
  ],
  [
    'failures that are allowed',
    judge({ passed: 1, failed: 1 }, { minPassRate: 50 }),
    'passed',
    ['1 of 2 steps passed; the check needs 50 %'],
  ],
  ['none that passed', judge({ failed: 2 }), 'failed', ['2 of 2 steps failed; the check needs 100 % to pass']],
  [
    'some that passed',
    judge({ passed: 1, failed: 2 }),
    'failed',
    ['2 of 3 steps failed; the check needs 100 % to pass, and 33.33 % did'],
  ],
  [
    'too few that could be judged',
    judge({ passed: 1, errored: 2 }, { minTests: 3, maxErrored: 2 }),
    'inconclusive',
    ['only 1 step could be judged, and min-tests asks for 3'],
  ],
  [
    'one where two are asked for',
    judge({ passed: 1 }, { minTests: 2 }),
    'inconclusive',
    ['only 1 step ran, and min-tests asks for 2'],
  ],
  ['one that was skipped', judge({ skipped: 1 }), 'inconclusive', ['the only step was skipped, so nothing was proved']],
  ['several that were skipped', judge({ skipped: 2 }), 'inconclusive', ['all 2 steps were skipped, so nothing was proved']],
  ['counts that do not add up', judge({ passed: 2, total: 3 }), 'inconclusive', [`${TORN}its counts add up to 2, not 3`]],
  [
    'counts that hide a row that failed',
    judge({ passed: 2 }, {}, { cases: [aCase({ status: 'failed' })] }),
    'inconclusive',
    [`${TORN}1 row failed, but its counts say 0`],
  ],
  [
    'a doubt of ours',
    judge({ passed: 2 }, {}, { doubt: 'it may be the run of last week' }),
    'inconclusive',
    ['it may be the run of last week'],
  ],
  ['a metric that nobody asked for', judge({ passed: 1 }, {}, { metrics: { f1: 0 } }), 'passed', ['1 of 1 step passed']],
])('%s', (_, { conclusion, reasons }, expected, sentences) => {
  expect({ conclusion, reasons }).toEqual({ conclusion: expected, reasons: sentences })
})

test.each([
  ['nothing', {}, '2 of 3 steps failed; '],
  ['one that could not be run', { errored: 1 }, '2 of 3 steps failed (not counted: 1 could not be run); '],
  ['some that were skipped', { skipped: 1200 }, '2 of 3 steps failed (not counted: 1,200 skipped); '],
  ['some in quarantine', { quarantined: 2 }, '2 of 3 steps failed (not counted: 2 failed in quarantine); '],
  [
    'all of these',
    { errored: 1, quarantined: 2, skipped: 3 },
    '2 of 3 steps failed (not counted: 1 could not be run; 2 failed in quarantine; 3 skipped); ',
  ],
])('failures beside %s are told with what the rate leaves out', (_, beside, sentence) => {
  const counts = { passed: 1, failed: 2, ...beside }
  expect(judge(counts).reasons).toEqual([`${sentence}the check needs 100 % to pass, and 33.33 % did`])
  expect(judge(counts, { minPassRate: 0, maxFailures: 0 }).reasons).toEqual([`${sentence}max-failures allows 0`])
})

test.each([
  ['there are none', judge({}), 'cases'],
  ['all were skipped', judge({ skipped: 2 }), 'cases'],
  ['fewer than min-tests ran', judge({ passed: 2 }, { minTests: 3 }), 'cases'],
  ['the counts are torn as well', judge({ total: 1 }), undefined],
  ['enough ran, and could not be judged', judge({ errored: 2 }), undefined],
])('what is lacking where %s', (_, { conclusion, lack }, expected) => {
  expect([conclusion, lack]).toEqual(['inconclusive', expected])
})

test.each([
  [1, 1000, 0.1, true],
  [999, 1000, 99.9, true],
  [998, 1000, 99.9, false],
  [1, 3, 33.34, false],
  [1, 10_000_000_000, 1e-8, true],
])('%d of %d is at least %d per cent: %j', (part, whole, percent, expected) => {
  expect(isAtLeast(part, whole, percent)).toBe(expected)
})

describe('the gate', () => {
  const main: Pick<Against, 'branch' | 'tolerance'> = { branch: 'main', tolerance: 0 }
  const regressions: Policy = { ...PLAIN, failOn: 'regressions' }

  test('on regressions names the branch, and what may fall', () => {
    expect(describeGate(regressions, 'steps', main)).toBe('no regressions against main')
    expect(describeGate(regressions, 'steps', { ...main, tolerance: 0.05 })).toBe(
      'no regressions against main, with scores and metrics at most 0.05 lower',
    )
  })

  test('on failures, or without a baseline, names the rate', () => {
    expect(describeGate(PLAIN, 'steps', main)).toBe('100 % of the steps must pass')
    expect(describeGate(regressions, 'steps')).toBe('100 % of the steps must pass')
  })
})
