/** The outputs that follow from an outcome. */
import { describe, expect, test } from '@jest/globals'
import { OUTPUTS, outcomeOutputs } from '../../src/outputs.ts'
import { runIds } from '../../src/run-id.ts'
import { aCase, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, resultsOf } from '../support/results.ts'

function outputsOf(...given: Parameters<typeof anOutcome>): Record<string, string> {
  return Object.fromEntries(outcomeOutputs(anOutcome(...given)))
}

test('a step with two suites puts out sums, worst metrics and the longest time', () => {
  const first = aSuite({
    runId: 'tr-1',
    results: resultsOf([aCase({ flaky: true, tries: 2 }), aFailedCase(), aCase({ status: 'skipped' })], {
      metrics: { f1: 0.91, precision: 0.5, recall: 1 },
    }),
    conclusion: 'failed',
    reasons: ['1 of 2 utterances failed'],
    durationMs: 61_499,
  })
  const second = aSuite({
    suite: 'Smoke',
    runId: 'tr-2',
    results: resultsOf([aCase(), aCase({ status: 'error' })], { metrics: { f1: 0.8 } }),
    durationMs: 3000,
  })
  expect(outputsOf([first, second])).toMatchObject({
    conclusion: 'failed',
    'error-kind': '',
    message: '1 of 2 utterances failed',
    'run-id': 'tr-1\ntr-2',
    'run-url': '',
    total: '5',
    passed: '2',
    failed: '1',
    errored: '1',
    skipped: '1',
    flaky: '1',
    'pass-rate': '66.66',
    f1: '0.8',
    precision: '0.5',
    recall: '1',
    'duration-seconds': '61',
  })
})

test('a suite that was left before its end adds to the counts, and leaves the step without a pass rate', () => {
  const partial = resultsOf([aCase(), aCase({ status: 'skipped' })], { isPartial: true })
  const left = aSuite({ conclusion: 'timed-out', reasons: ['it was late'], results: partial })
  expect(outputsOf([left, aSuite({ suite: 'Smoke' })])).toMatchObject({ total: '3', passed: '2', skipped: '1', 'pass-rate': '' })
})

test('a step that never ran a suite puts out its conclusion and nothing made up', () => {
  const outputs = outputsOf([], { conclusion: 'error', errorKind: 'config', message: 'bot-id is required' })
  expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', message: 'bot-id is required' })
  for (const name of [
    'run-id',
    'run-url',
    'total',
    'passed',
    'failed',
    'errored',
    'skipped',
    'flaky',
    'pass-rate',
    'f1',
    'duration-seconds',
  ]) {
    expect([name, outputs[name]]).toEqual([name, ''])
  }
})

test('a run without results has an id and a duration, but no counts', () => {
  const outputs = outputsOf([aSuiteWithoutResults()])
  expect(outputs).toMatchObject({
    'run-id': 'tr-1',
    total: '',
    passed: '',
    'pass-rate': '',
    'duration-seconds': '83',
    'error-kind': 'vendor',
  })
})

test('counts of nothing are zero where a suite has results', () => {
  expect(outputsOf([aSuite({ results: resultsOf([]) })])).toMatchObject({ total: '0', passed: '0', 'pass-rate': '' })
})

test('a metric of zero is told', () => {
  expect(outputsOf([aSuite({ results: resultsOf([], { metrics: { f1: 0 } }) })])).toMatchObject({ f1: '0', precision: '' })
})

test.each([
  [99_997, 3, '99.99'],
  [1, 0, '100.00'],
  [1, 1, '50.00'],
  [0, 1, '0.00'],
])('the rate of %d passed and %d failed is put out as %s', (passed, failed, expected) => {
  const counts = { total: passed + failed, passed, failed, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }
  expect(outputsOf([aSuite({ results: resultsOf([], { counts }) })])['pass-rate']).toBe(expected)
})

describe('what changed since the baseline', () => {
  const same = { regressions: [], fixed: [], stillFailing: ['z'], added: ['y'], gone: ['x'], metrics: [] }

  test('is counted in cases over all suites that were compared', () => {
    const first = aSuite({ comparison: { ...same, regressions: ['a', 'b'], fixed: ['c'] } })
    const second = aSuite({ suite: 'Smoke', comparison: { ...same, regressions: ['a'] } })
    expect(outputsOf([first, second, aSuite({ suite: 'New' })])).toMatchObject({ regressions: '3', fixed: '1' })
  })

  test('is nothing, and not zero, where nothing was compared', () => {
    expect(outputsOf([aSuite()])).toMatchObject({ regressions: '', fixed: '' })
    expect(outputsOf([aSuite({ comparison: same })])).toMatchObject({ regressions: '0', fixed: '0' })
  })
})

test('failures in quarantine are counted by themselves, and not in the rate', () => {
  const excused = aFailedCase({ quarantine: { reason: 'known', expires: '2026-12-31' } })
  expect(outputsOf([aSuite({ results: resultsOf([aCase(), excused]) })])).toMatchObject({
    total: '2',
    passed: '1',
    failed: '0',
    quarantined: '1',
    'pass-rate': '100.00',
  })
})

test('every output is known by name, and those that follow from the outcome are all given', () => {
  const given = Object.keys(outputsOf())
  expect(new Set(OUTPUTS).size).toBe(OUTPUTS.length)
  expect(OUTPUTS).toEqual(expect.arrayContaining(given))
})

describe('the ids of runs', () => {
  test.each([
    ['none', [undefined, undefined], ''],
    ['no suite', [], ''],
    ['one', ['tr-1'], 'tr-1'],
    ['some are missing', [undefined, 'tr-2', undefined], '-\ntr-2\n-'],
    ['all that an id may hold', ['aZ09_.:,-'], 'aZ09_.:,-'],
    ['hostile', ['a\nb\r::x::', '<b> "$(id)"'], 'a_b_::x::\n_b_____id__'],
    ['not ASCII', ['tr-ü٣'], 'tr-__'],
  ])('are line-safe: %s', (_, ids, expected) => {
    expect(runIds(ids)).toBe(expected)
  })

  test('are left out where together they would break the step that gets them', () => {
    const fits = 'a'.repeat(126 * 1024)
    expect(runIds([fits])).toBe(fits)
    expect(runIds([fits, 'b'.repeat(2048)])).toBe('')
  })
})

test('addresses of runs stand in the order of the suites', () => {
  const { runUrl: _, ...without } = aSuite({ runUrl: 'x' })
  const suites = [aSuite({ runUrl: 'https://eu.example/r/1' }), without]
  expect(outputsOf(suites)['run-url']).toBe('https://eu.example/r/1\n-')
})
