/** Status, stats and test cases held against each other, by the table of situations in the contract. */
import { describe, expect, test } from '@jest/globals'
import { failed, type TestCase as Given, passed, statsOf, unavailable } from '../../simulator/omilia/test-case.ts'
import { Job, RunStats, TestCase, TestSuite } from '../../src/providers/omilia/answers.ts'
import { runResults } from '../../src/providers/omilia/run-results.ts'
import type { Results } from '../../src/results.ts'
import { Trouble } from '../../src/trouble.ts'
import { judgeSuite, type Policy } from '../../src/verdict.ts'

const POLICY: Policy = {
  minPassRate: 100,
  maxErrored: 0,
  maxFailures: undefined,
  minTests: 1,
  minMetrics: { f1: undefined, precision: undefined, recall: undefined },
  mustPass: [],
  failOn: 'failures',
}

function results(status: string, cases: readonly Given[], stats: object | undefined = statsOf(cases)): Results {
  return runResults({
    run: Job.parse({ runId: 'r', status, duration: '0:00:03' }),
    state: status === 'SUCCESS' ? 'success' : 'failure',
    stats: stats === undefined ? undefined : RunStats.parse(stats),
    testCases: cases.map((each) => TestCase.parse(each)),
    suites: [TestSuite.parse({ testSuiteName: 'main' })],
    lastWords: 'fatal: could not clone',
  })
}

/** The conclusion of one suite, with the kind of an error. */
function conclusion(...facts: Parameters<typeof results>): string {
  try {
    return judgeSuite(results(...facts), POLICY, 'test cases').conclusion
  } catch (thrown) {
    return thrown instanceof Trouble ? `error (${thrown.facts.kind})` : 'thrown'
  }
}

const good = passed('good')
const bad = failed('bad')
const gone = unavailable('gone')
const odd = passed('odd', { status: 'None' })

describe('a run that ended as', () => {
  const table: readonly (readonly [string, string, readonly Given[], object | undefined, string])[] = [
    ['SUCCESS', 'all passed', [good], undefined, 'passed'],
    ['SUCCESS', 'all passed, by cases and stats', [good, good], { pass: 2, fail: 0, unavailable: 0 }, 'passed'],
    ['SUCCESS', 'no case', [], { pass: 0, fail: 0, unavailable: 0 }, 'inconclusive'],
    ['SUCCESS', 'a failed case', [good, bad], { pass: 1, fail: 1, unavailable: 0 }, 'inconclusive'],
    ['SUCCESS', 'a failed case that the stats do not count', [good, bad], { pass: 2, fail: 0, unavailable: 0 }, 'inconclusive'],
    ['SUCCESS', 'failures in the stats alone', [good], { pass: 0, fail: 1, unavailable: 0 }, 'inconclusive'],
    ['SUCCESS', 'an unavailable case', [good, gone], { pass: 1, fail: 0, unavailable: 1 }, 'inconclusive'],
    ['SUCCESS', 'a case of an unknown status', [good, odd], { pass: 1, fail: 0, unavailable: 0 }, 'inconclusive'],
    ['SUCCESS', 'fewer cases than the stats count', [good], { pass: 2, fail: 0, unavailable: 0 }, 'inconclusive'],
    ['SUCCESS', 'more cases than the stats count', [good, good], { pass: 1, fail: 0, unavailable: 0 }, 'passed'],
    ['FAILURE', 'a failed case', [good, bad], { pass: 1, fail: 1, unavailable: 0 }, 'failed'],
    ['FAILURE', 'a failed and an unavailable case', [bad, gone], { pass: 0, fail: 1, unavailable: 1 }, 'failed'],
    ['FAILURE', 'a failed case, without stats', [good, bad], undefined, 'failed'],
    ['FAILURE', 'unavailable cases only', [good, gone], { pass: 1, fail: 0, unavailable: 1 }, 'inconclusive'],
    ['FAILURE', 'unavailable in the stats only', [good], { pass: 1, fail: 0, unavailable: 1 }, 'inconclusive'],
    ['FAILURE', 'failures in the stats, and no case', [], { pass: 0, fail: 3, unavailable: 0 }, 'inconclusive'],
    ['FAILURE', 'no case and no stats', [], undefined, 'error (vendor)'],
    ['FAILURE', 'nothing but passed cases', [good], { pass: 1, fail: 0, unavailable: 0 }, 'error (vendor)'],
    ['FAILURE', 'stats of zeros', [], { pass: 0, fail: 0, unavailable: 0 }, 'error (vendor)'],
  ]
  test.each(table)('%s with %s', (status, _, cases, stats, expected) => {
    expect(conclusion(status, cases, stats)).toBe(expected)
  })

  test('FAILURE with unavailable cases only is inconclusive, however many may be in error', () => {
    const judged = judgeSuite(results('FAILURE', [good, gone]), { ...POLICY, maxErrored: 10 }, 'test cases')
    expect(judged.conclusion).toBe('inconclusive')
  })

  test('FAILURE with failures within the gate is a pass of that gate', () => {
    const judged = judgeSuite(results('FAILURE', [good, bad]), { ...POLICY, minPassRate: 50 }, 'test cases')
    expect(judged.conclusion).toBe('passed')
  })

  test('FAILURE without a failed case tells the last words of the log', () => {
    expect(() => results('FAILURE', [])).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ said: 'fatal: could not clone' }) }),
    )
  })
})

test('where cases and stats differ, the larger number of failed and of unavailable ones counts', () => {
  const { counts, warnings } = results('FAILURE', [good, good, good, bad], { pass: 0, fail: 2, unavailable: 1 })
  expect(counts).toEqual({ total: 4, passed: 1, failed: 2, errored: 1, skipped: 0, flaky: 0, quarantined: 0 })
  expect(warnings).toHaveLength(3)
})

test.each<[string, readonly Given[], object | undefined, string]>([
  ['SUCCESS', [good, bad], { pass: 1, fail: 1, unavailable: 0 }, 'but 1 test case failed'],
  ['SUCCESS', [good, gone], { pass: 1, fail: 0, unavailable: 1 }, 'but 1 test case was unavailable'],
  ['SUCCESS', [good], { pass: 0, fail: 1, unavailable: 0 }, 'the stats count 1 failed test case, but none'],
  ['SUCCESS', [good, bad], { pass: 2, fail: 0, unavailable: 0 }, '1 test case of the list failed, but the stats count none'],
  ['FAILURE', [bad], { pass: 0, fail: 2, unavailable: 0 }, '1 test case of the list failed, and the stats count 2'],
  ['FAILURE', [bad, gone], { pass: 1, fail: 1, unavailable: 0 }, '1 test case of the list could not be run'],
  ['FAILURE', [bad, odd], undefined, 'the status of 1 test case is not known'],
])('%s with one of them is told in words that go with it: %#', (status, cases, stats, sentence) => {
  const { contradictions, warnings } = results(status, cases, stats)
  expect([...contradictions, ...warnings]).toContainEqual(expect.stringContaining(sentence))
})

test('stats that hold one number only are good enough', () => {
  expect(results('FAILURE', [bad], { fail: '1' }).contradictions).toEqual([])
})

test.each([
  ['pass', 'passed'],
  ['passed', 'passed'],
  ['success', 'passed'],
  ['Successful', 'passed'],
  ['fail', 'failed'],
  ['FAILED', 'failed'],
  ['failure', 'failed'],
  ['unavailable', 'error'],
  ['None', 'error'],
  ['weird', 'error'],
  [null, 'error'],
])('the status %j of a test case counts as %s', (status, expected) => {
  expect(results('FAILURE', [bad, passed('x', { status })]).cases[1]?.status).toBe(expected)
})

test('an unknown status is told', () => {
  expect(results('SUCCESS', [odd, good]).warnings).toEqual(expect.arrayContaining([expect.stringContaining('not known')]))
  const [first] = results('SUCCESS', [odd]).cases
  expect(first?.message).toContain('unknown status')
  expect(first?.facts.get('Status')).toBe('None')
})

describe('a test case', () => {
  test('shows its assertion errors as checks, its time in milliseconds, and what the vendor tells of it', () => {
    const notes = { generalErrors: [{ text: 'timeout' }], warnings: [{ text: 'slow' }, { text: 'late' }], hadDelays: true }
    const [first] = results('FAILURE', [
      failed('a', {}, { ...notes, testCaseDescription: 'books', dialogId: 'd1', goldenDialogId: 'g1', testCaseId: 't1' }),
    ]).cases
    expect(first).toEqual({
      name: 'a',
      status: 'failed',
      durationMs: 889,
      flaky: false,
      tries: 1,
      checks: [{ what: 'step 2: intent', expected: 'Book Flight', found: 'Cancel Flight', passed: false }],
      facts: new Map([
        ['Description', 'books'],
        ['General errors', 'timeout'],
        ['Warnings', 'slow\nlate'],
        ['Delays', 'yes'],
        ['Dialog', 'd1'],
        ['Golden dialog', 'g1'],
        ['Test case id', 't1'],
      ]),
    })
  })

  test('that passed at a second try is flaky, one that failed is not', () => {
    const { cases, counts } = results('FAILURE', [
      passed('a', { numberOfTries: 2 }),
      failed('b', {}, { numberOfTries: 3 }),
      passed('c'),
    ])
    expect(cases.map(({ flaky, tries }) => [flaky, tries])).toEqual([
      [true, 2],
      [false, 3],
      [false, 1],
    ])
    expect(counts.flaky).toBe(1)
  })

  test('that passed at the first try in spite of assertion errors is a contradiction, at a later try it is not', () => {
    const { assertionErrors } = bad
    expect(results('SUCCESS', [passed('a', { assertionErrors })]).contradictions).toEqual([
      expect.stringContaining('assertion errors'),
    ])
    expect(results('SUCCESS', [passed('a', { assertionErrors, numberOfTries: 2 })]).contradictions).toEqual([])
  })

  test.each([
    ['its general error', unavailable('a', 'no licence'), 'no licence'],
    ['that it was unavailable', passed('a', { status: 'unavailable' }), 'it was unavailable at Omilia'],
    ['that nothing is said', passed('a', { status: 'fail' }), 'Omilia gives no assertion error for it'],
    [
      'its general error where it failed without an assertion',
      passed('a', { status: 'fail', generalErrors: [{ text: 'broke' }] }),
      'broke',
    ],
  ])('tells %s', (_, testCase, message) => {
    expect(results('FAILURE', [bad, testCase]).cases[1]?.message).toBe(message)
  })

  test('that failed says by its checks alone which assertions did', () => {
    const assertionErrors = [
      { step: 1, assertion: 'text', expected: '', found: 'Hello' },
      { step: 4, assertion: 'text', expected: 'Bye', found: '' },
    ]
    const [first] = results('FAILURE', [failed('a', {}, { assertionErrors })]).cases
    expect(first?.message).toBeUndefined()
    expect(first?.checks).toEqual([
      { what: 'step 1: text', expected: '', found: 'Hello', passed: false },
      { what: 'step 4: text', expected: 'Bye', found: '', passed: false },
    ])
  })

  test('is read in every reasonable form', () => {
    const odd = {
      testCaseName: 7,
      status: 'FAIL',
      numberOfTries: '2',
      executionTime: null,
      assertionErrors: [{ step: '3', assertion: null, expected: 5, found: false }, {}],
      generalErrors: ['plain text'],
      warnings: null,
      hadDelays: 'no',
    }
    const found = runResults({
      run: Job.parse({ runId: 'r', status: 'FAILURE' }),
      state: 'failure',
      stats: undefined,
      testCases: [TestCase.parse(odd), TestCase.parse({ testCaseId: 'c-2' })],
      suites: [],
      lastWords: '',
    })
    expect(found.cases[0]).toMatchObject({
      name: '7',
      status: 'failed',
      tries: 2,
      checks: [{ what: 'step 3', expected: '5', found: 'false' }, { what: 'assertion' }],
    })
    expect(found.cases[1]).toMatchObject({ name: 'c-2', status: 'error' })
  })

  test('of a name that is there already gets a number', () => {
    expect(results('SUCCESS', [good, good]).cases.map(({ name }) => name)).toEqual(['good', 'good (2)'])
  })
})

test('the names of the suites and the duration are shown as figures', () => {
  expect([...results('SUCCESS', [good]).figures]).toEqual([
    ['Test suites', 'main'],
    ['Duration at Omilia', '0:00:03'],
  ])
})
