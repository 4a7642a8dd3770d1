/** One suite by the contract's table of situations, row by row, with exact figures. */
import { describe, expect, test } from '@jest/globals'
import type { Counts, Metrics } from '../../src/results.ts'
import { describeGate, isAtLeast, isGreen, judgeSuite, type Policy } from '../../src/verdict.ts'
import { aCase, aFailedCase, resultsOf } from '../support/results.ts'

const PLAIN: Policy = {
  minPassRate: 100,
  maxErrored: 0,
  maxFailures: undefined,
  minTests: 1,
  minMetrics: { f1: undefined, precision: undefined, recall: undefined },
  mustPass: [],
  failOn: 'failures',
}

interface Situation {
  readonly counts: Partial<Counts>
  readonly policy?: Partial<Policy>
  readonly contradictions?: readonly string[]
  readonly metrics?: Metrics
}

function judge({ counts, policy, contradictions = [], metrics = {} }: Situation): ReturnType<typeof judgeSuite> {
  const whole = { passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0, ...counts }
  const total = whole.passed + whole.failed + whole.errored + whole.skipped + whole.quarantined
  return judgeSuite(
    resultsOf([], { counts: { ...whole, total }, contradictions, metrics }),
    { ...PLAIN, ...policy },
    'utterances',
  )
}

describe('the verdict on one suite', () => {
  test.each<[string, string, Situation]>([
    ['all passed', 'passed', { counts: { passed: 3 } }],
    ['all that ran passed, some skipped', 'passed', { counts: { passed: 3, skipped: 2 } }],
    ['one failed', 'failed', { counts: { passed: 999, failed: 1 } }],
    ['all failed', 'failed', { counts: { failed: 2 } }],
    ['no case', 'inconclusive', { counts: {} }],
    ['no case, and a rate of 0 will do', 'inconclusive', { counts: {}, policy: { minPassRate: 0 } }],
    ['all skipped', 'inconclusive', { counts: { skipped: 4 } }],
    ['all in error', 'inconclusive', { counts: { errored: 4 } }],
    ['all in error, which is allowed', 'inconclusive', { counts: { errored: 4 }, policy: { maxErrored: 4 } }],
    ['fewer than min-tests', 'inconclusive', { counts: { passed: 2 }, policy: { minTests: 3 } }],
    ['exactly min-tests', 'passed', { counts: { passed: 3 }, policy: { minTests: 3 } }],
    ['skipped ones do not make up min-tests', 'inconclusive', { counts: { passed: 2, skipped: 1 }, policy: { minTests: 3 } }],
    ['nor do those in error', 'inconclusive', { counts: { passed: 2, errored: 1 }, policy: { minTests: 3, maxErrored: 1 } }],
    ['fewer than min-tests, and failures', 'inconclusive', { counts: { passed: 1, failed: 1 }, policy: { minTests: 3 } }],
    ['a contradiction', 'inconclusive', { counts: { passed: 3 }, contradictions: ['it says so and so'] }],
    [
      'failures, and a contradiction',
      'inconclusive',
      { counts: { passed: 1, failed: 1 }, contradictions: ['it says so and so'] },
    ],
    ['more failures than allowed, and one in error', 'failed', { counts: { passed: 1, failed: 1, errored: 1 } }],
    ['one in error', 'inconclusive', { counts: { passed: 3, errored: 1 } }],
    ['one in error, which is allowed', 'passed', { counts: { passed: 3, errored: 1 }, policy: { maxErrored: 1 } }],
    [
      'failures within the gate, more errored than allowed',
      'inconclusive',
      { counts: { passed: 9, failed: 1, errored: 2 }, policy: { minPassRate: 90, maxErrored: 1 } },
    ],
    ['a rate that is just met', 'passed', { counts: { passed: 9, failed: 1 }, policy: { minPassRate: 90 } }],
    ['a rate that is just missed', 'failed', { counts: { passed: 89, failed: 11 }, policy: { minPassRate: 90 } }],
    ['a rate of 0', 'passed', { counts: { failed: 3 }, policy: { minPassRate: 0 } }],
    [
      'errored ones do not count in the rate',
      'passed',
      { counts: { passed: 9, failed: 1, errored: 5 }, policy: { minPassRate: 90, maxErrored: 5 } },
    ],
    [
      'max-failures that is just kept',
      'passed',
      { counts: { passed: 1, failed: 2 }, policy: { minPassRate: 0, maxFailures: 2 } },
    ],
    ['max-failures that is passed', 'failed', { counts: { passed: 97, failed: 3 }, policy: { minPassRate: 50, maxFailures: 2 } }],
    ['max-failures of 0', 'failed', { counts: { passed: 97, failed: 1 }, policy: { minPassRate: 0, maxFailures: 0 } }],
    ['max-failures kept does not forgive the rate', 'failed', { counts: { passed: 1, failed: 1 }, policy: { maxFailures: 5 } }],
    ['99.997 per cent where 100 is asked for', 'failed', { counts: { passed: 99_997, failed: 3 } }],
    [
      '99.997 per cent where 99.997 is asked for',
      'passed',
      { counts: { passed: 99_997, failed: 3 }, policy: { minPassRate: 99.997 } },
    ],
    [
      '99.997 per cent where 99.9971 is asked for',
      'failed',
      { counts: { passed: 99_997, failed: 3 }, policy: { minPassRate: 99.9971 } },
    ],
    ['flaky ones are passed ones', 'passed', { counts: { passed: 3, flaky: 3 } }],
  ])('%s: %s', (_, conclusion, situation) => {
    const judgement = judge(situation)
    expect(judgement.conclusion).toBe(conclusion)
    expect(judgement.reasons.length).toBeGreaterThan(0)
    expect(judgement.errorKind).toBeUndefined()
  })
})

describe('a gate on a metric', () => {
  const asking = (minMetrics: Partial<Policy['minMetrics']>): Partial<Policy> => ({
    minMetrics: { ...PLAIN.minMetrics, ...minMetrics },
  })
  test.each<[string, string, Situation]>([
    ['just met', 'passed', { counts: { passed: 1 }, metrics: { f1: 0.8 }, policy: asking({ f1: 0.8 }) }],
    ['just missed', 'failed', { counts: { passed: 1 }, metrics: { f1: 0.7999999 }, policy: asking({ f1: 0.8 }) }],
    [
      'of another metric missed',
      'failed',
      { counts: { passed: 1 }, metrics: { f1: 1, recall: 0.1 }, policy: asking({ f1: 0.8, recall: 0.2 }) },
    ],
    ['of precision missed', 'failed', { counts: { passed: 1 }, metrics: { precision: 0 }, policy: asking({ precision: 0.01 }) }],
    ['of 0 met by 0', 'passed', { counts: { passed: 1 }, metrics: { f1: 0 }, policy: asking({ f1: 0 }) }],
    ['met, with a failed case', 'failed', { counts: { passed: 1, failed: 1 }, metrics: { f1: 1 }, policy: asking({ f1: 0.8 }) }],
    [
      'missed, with one in error',
      'failed',
      { counts: { passed: 1, errored: 1 }, metrics: { f1: 0.1 }, policy: asking({ f1: 0.8 }) },
    ],
    [
      'missed, with a contradiction',
      'inconclusive',
      { counts: { passed: 1 }, metrics: { f1: 0 }, contradictions: ['x'], policy: asking({ f1: 1 }) },
    ],
  ])('%s: %s', (_, conclusion, situation) => {
    expect(judge(situation).conclusion).toBe(conclusion)
  })

  test.each<[string, Situation]>([
    ['even 0', { counts: { passed: 1 }, policy: asking({ recall: 0 }) }],
    ['with failures', { counts: { failed: 1 }, metrics: { f1: 1 }, policy: asking({ recall: 0.5 }) }],
    ['without a case', { counts: {}, policy: asking({ recall: 0.5 }) }],
  ])('that the answer does not give is an error of the contract, %s', (_, situation) => {
    expect(judge(situation)).toMatchObject({ conclusion: 'error', errorKind: 'contract' })
    expect(judge(situation).reasons).toEqual([expect.stringContaining('recall')])
  })
})

describe('the reasons', () => {
  test('name the figure, what was asked for, and the rate rounded down', () => {
    expect(judge({ counts: { passed: 99_997, failed: 3 } }).reasons).toEqual([
      '3 of 100,000 utterances failed; the check needs 100 % to pass, and 99.99 % did',
    ])
  })

  test('tell everything that was missed', () => {
    const policy = { maxFailures: 0, minMetrics: { ...PLAIN.minMetrics, f1: 0.9 } }
    const { reasons } = judge({ counts: { passed: 1, failed: 1 }, metrics: { f1: 0.5 }, policy })
    expect(reasons).toEqual([
      expect.stringContaining('100 %'),
      expect.stringContaining('max-failures'),
      'f1 is 0.5; min-f1 asks for 0.9',
    ])
  })

  test('tell each contradiction', () => {
    expect(judge({ counts: { passed: 1 }, contradictions: ['one', 'two'] }).reasons).toEqual([
      expect.stringMatching(/one$/),
      expect.stringMatching(/two$/),
    ])
  })

  test.each<[string, Situation, RegExp]>([
    ['all passed', { counts: { passed: 3 } }, /^all 3 utterances that ran passed$/],
    ['some skipped', { counts: { passed: 3, skipped: 2 } }, /^all 3 utterances that ran passed \(2 skipped\)$/],
    [
      'some in error',
      { counts: { passed: 3, errored: 2 }, policy: { maxErrored: 2 } },
      /2 could not be run, which max-errored allows/,
    ],
    [
      'some failed',
      { counts: { passed: 3, failed: 1 }, policy: { minPassRate: 75 } },
      /^3 of 4 utterances passed; the check needs 75 %$/,
    ],
    ['nothing', { counts: {} }, /no utterances/],
    ['only skipped', { counts: { skipped: 2 } }, /all 2 utterances were skipped/],
    ['too few', { counts: { passed: 2 }, policy: { minTests: 3 } }, /only 2 utterances ran, and min-tests asks for 3/],
  ])('are told of a suite with %s', (_, situation, sentence) => {
    expect(judge(situation).reasons[0]).toMatch(sentence)
  })
})

describe('a share is compared exactly', () => {
  test.each([
    [1, 3, 33.33, true],
    [1, 3, 33.34, false],
    [2, 3, 66.66666666666667, false],
    [2, 3, 66.66666666666666, true],
    [29, 100, 29, true],
    [57, 100, 57.00000000000001, false],
    [999_999, 1_000_000, 99.9999, true],
    [999_998, 1_000_000, 99.9999, false],
    [0, 1, 0, true],
    [0, 1, 1e-7, false],
    [1, 1_000_000_000, 1e-7, true],
    [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 100, false],
    [1, 1, 100, true],
    [0, 0, 100, true],
  ])('%d of %d against %d %%', (part, whole, percent, expected) => {
    expect(isAtLeast(part, whole, percent)).toBe(expected)
  })
})

test('the gate is told in words', () => {
  expect(describeGate(PLAIN, 'utterances')).toBe('100 % of the utterances must pass')
  const all = { ...PLAIN, minPassRate: 97.5, maxFailures: 0, maxErrored: 2, minTests: 20, mustPass: ['a', 'b*'] }
  expect(describeGate({ ...all, minMetrics: { f1: 0.9, precision: undefined, recall: 0 } }, 'steps')).toBe(
    [
      '97.5 % of the steps must pass',
      'at most 0 may fail',
      'at most 2 may be in error',
      'at least 20 must run',
      'f1 at least 0.9',
      'recall at least 0',
      '2 named in must-pass must pass',
    ].join('; '),
  )
})

test.each([
  ['passed', true],
  ['skipped', true],
  ['started', true],
  ['failed', false],
  ['inconclusive', false],
  ['timed-out', false],
  ['cancelled', false],
  ['error', false],
] as const)('%s is green: %j', (conclusion, expected) => {
  expect(isGreen({ conclusion, mode: 'run' })).toBe(expected)
})

test.each([
  ['cancel', true],
  ['collect', false],
])('a cancelled run is green in mode %s: %j', (mode, expected) => {
  expect(isGreen({ conclusion: 'cancelled', mode })).toBe(expected)
})

const BOTH_PASSED = { total: 2, passed: 2, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }

test.each([
  [
    'a metric that is no number',
    resultsOf([], { counts: BOTH_PASSED, metrics: { f1: Number.NaN } }),
    { ...PLAIN.minMetrics, f1: 0.9 },
  ],
  [
    'a row that failed beside counts without',
    resultsOf([aCase({ status: 'failed' })], { counts: BOTH_PASSED }),
    PLAIN.minMetrics,
  ],
  ['counts that do not add up', resultsOf([], { counts: { ...BOTH_PASSED, total: 9 } }), PLAIN.minMetrics],
])('%s is no pass', (_, results, minMetrics) => {
  expect(judgeSuite(results, { ...PLAIN, minMetrics }, 'x').conclusion).not.toBe('passed')
})

test('a run that the vendor calls a failure as a whole is red, whatever the gate lets pass', () => {
  const results = { ...resultsOf([aCase(), aCase({ name: 'b', status: 'failed' })]), failure: 'the publish failed' }
  expect(judgeSuite(results, { ...PLAIN, minPassRate: 0 }, 'x')).toMatchObject({
    conclusion: 'failed',
    reasons: ['the publish failed'],
  })
})

test('a failed row that the counts leave out is a contradiction, in quarantine or not', () => {
  const quarantine = { reason: 'known', expires: '2099-12-31' }
  const cases = [aFailedCase({ name: 'a', quarantine }), aFailedCase({ name: 'b', quarantine }), aCase({ name: 'c' })]
  const counts = { total: 3, passed: 2, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 1 }
  expect(judgeSuite({ ...resultsOf(cases), counts }, PLAIN, 'cases').conclusion).toBe('inconclusive')
})
