/** The one shape of all results: counting, adding, naming. */
import { describe, expect, test } from '@jest/globals'
import { sumCounts, worstMetrics } from '../../src/outcome.ts'
import { countCases, metricsOf, passRate, uniqueNames } from '../../src/results.ts'
import { aCase, aSuite, aSuiteWithoutResults, resultsOf } from '../support/results.ts'

const NONE = { total: 0, passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }

describe('counts', () => {
  test('go by the status of the cases', () => {
    const cases = [
      aCase(),
      aCase({ flaky: true, tries: 2 }),
      aCase({ status: 'failed' }),
      aCase({ status: 'error' }),
      aCase({ status: 'error' }),
      aCase({ status: 'skipped' }),
    ]
    expect(countCases(cases)).toEqual({ total: 6, passed: 2, failed: 1, errored: 2, skipped: 1, flaky: 1, quarantined: 0 })
    expect(countCases([])).toEqual(NONE)
  })

  test('add up over suites, where one without results adds nothing', () => {
    const counts = { total: 10, passed: 4, failed: 3, errored: 2, skipped: 1, flaky: 1, quarantined: 0 }
    const suite = aSuite({ results: resultsOf([], { counts }) })
    expect(sumCounts([suite, aSuiteWithoutResults(), suite])).toEqual({
      total: 20,
      passed: 8,
      failed: 6,
      errored: 4,
      skipped: 2,
      flaky: 2,
      quarantined: 0,
    })
    expect(sumCounts([])).toEqual(NONE)
  })
})

describe('the pass rate', () => {
  test.each([
    [1, 0, 100],
    [0, 1, 0],
    [2, 1, 66.66],
    [1, 2, 33.33],
    [99_997, 3, 99.99],
    [999_999, 1, 99.99],
    [1, 99_999, 0],
    [57, 43, 57],
    [29, 71, 29],
    [1, 7, 12.5],
  ])('of %d passed and %d failed is %d, rounded down', (passed, failed, expected) => {
    expect(passRate({ ...NONE, passed, failed, errored: 9, skipped: 9 })).toBe(expected)
  })

  test('is none when nothing passed or failed', () => {
    expect(passRate({ ...NONE, total: 4, errored: 2, skipped: 2 })).toBeUndefined()
  })
})

describe('metrics', () => {
  test('over several suites are the worst of each', () => {
    const suites = [{ f1: 0.9, precision: 0.5, averageScore: 1 }, { f1: 0.8, precision: 0.7 }, {}].map((metrics) =>
      aSuite({ results: resultsOf([], { metrics }) }),
    )
    expect(worstMetrics([...suites, aSuiteWithoutResults()])).toEqual({ f1: 0.8, precision: 0.5, averageScore: 1 })
    expect(worstMetrics([])).toEqual({})
  })

  test('keep a zero and leave out what is not there', () => {
    const metrics = metricsOf((name) => (name === 'recall' ? 0 : undefined))
    expect(metrics).toEqual({ recall: 0 })
    expect(Object.keys(metrics)).toEqual(['recall'])
  })
})

describe('names', () => {
  test.each([
    [[], []],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a', 'a', 'b', 'a'],
      ['a', 'a (2)', 'b', 'a (3)'],
    ],
    [
      ['a', 'a (2)', 'a'],
      ['a', 'a (2)', 'a (3)'],
    ],
    [
      ['a (2)', 'a (3)', 'a', 'a'],
      ['a (2)', 'a (3)', 'a', 'a (4)'],
    ],
    [
      ['a', 'a', 'a (2)'],
      ['a', 'a (2)', 'a (2) (2)'],
    ],
    [
      ['', ''],
      ['', ' (2)'],
    ],
    [
      ['__proto__', 'constructor', '__proto__'],
      ['__proto__', 'constructor', '__proto__ (2)'],
    ],
  ])('%j become %j', (given, expected) => {
    expect(uniqueNames(given)).toEqual(expected)
  })

  test('are made unique in no time, however many are the same', () => {
    const names = uniqueNames(Array.from({ length: 20_000 }, () => 'same'))
    expect(new Set(names).size).toBe(20_000)
  })
})
