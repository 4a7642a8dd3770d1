/** A suite against its baseline: what regressed, what was fixed, what is new, and when nothing can be said. */
import { describe, expect, test } from '@jest/globals'
import { compare, compareSuite } from '../../src/comparison.ts'
import type { Comparison, Conclusion } from '../../src/outcome.ts'
import type { Case, CaseStatus, Metrics } from '../../src/results.ts'
import { aCase, aCheck, aSuite, aSuiteWithoutResults, resultsOf } from '../support/results.ts'

const QUARANTINE = { reason: 'known', expires: '2026-12-31' }

/** How a case ended: a status, `flaky`, or `quarantined`. */
type Fate = CaseStatus | 'flaky' | 'quarantined' | 'absent'

function caseOf(fate: Fate): Case[] {
  if (fate === 'absent') return []
  if (fate === 'flaky') return [aCase({ name: 'x', flaky: true, tries: 2 })]
  if (fate === 'quarantined') return [aCase({ name: 'x', status: 'failed', quarantine: QUARANTINE })]
  return [aCase({ name: 'x', status: fate })]
}

/** Where the lists of a comparison have the one case. */
function placeOf(before: Fate, now: Fate): string {
  const { metrics: _, ...lists } = compare(resultsOf(caseOf(now)), resultsOf(caseOf(before)), 0)
  return Object.entries(lists)
    .flatMap(([list, names]) => (names.length > 0 ? [list] : []))
    .join()
}

describe('a case that was one thing and is another', () => {
  test.each<[Fate, Fate, string]>([
    ['passed', 'passed', ''],
    ['passed', 'failed', 'regressions'],
    ['passed', 'error', ''],
    ['passed', 'skipped', ''],
    ['passed', 'flaky', ''],
    ['passed', 'quarantined', ''],
    ['passed', 'absent', 'gone'],
    ['flaky', 'failed', 'regressions'],
    ['failed', 'passed', 'fixed'],
    ['failed', 'flaky', 'fixed'],
    ['failed', 'failed', 'stillFailing'],
    ['failed', 'error', ''],
    ['failed', 'quarantined', ''],
    ['failed', 'absent', 'gone'],
    ['error', 'passed', 'fixed'],
    ['error', 'failed', 'stillFailing'],
    ['skipped', 'failed', 'stillFailing'],
    ['skipped', 'passed', ''],
    ['quarantined', 'failed', 'stillFailing'],
    ['quarantined', 'passed', 'fixed'],
    ['quarantined', 'quarantined', ''],
    ['absent', 'failed', 'added'],
    ['absent', 'passed', 'added'],
    ['absent', 'error', 'added'],
  ])('%s, %s: %s', (before, now, place) => {
    expect(placeOf(before, now)).toBe(place)
  })
})

test('the lists are in the order of the newer run, and of the older one for what is gone', () => {
  const named = (...names: string[]): Case[] => names.map((name) => aCase({ name, status: 'failed' }))
  const passed = (...names: string[]): Case[] => names.map((name) => aCase({ name }))
  const comparison = compare(resultsOf(named('d', 'b', 'new', 'a')), resultsOf(passed('a', 'z', 'b', 'y', 'd')), 0)
  expect(comparison).toMatchObject({ regressions: ['d', 'b', 'a'], added: ['new'], gone: ['z', 'y'] })
})

test('names that an object has of itself are names', () => {
  const cases = ['__proto__', 'constructor', ''].map((name) => aCase({ name, status: 'failed' }))
  const before = cases.map((each) => ({ ...each, status: 'passed' as const }))
  expect(compare(resultsOf(cases), resultsOf(before), 0).regressions).toEqual(['__proto__', 'constructor', ''])
})

describe('a score', () => {
  const scored = (found: string, status: CaseStatus = 'passed'): Case[] => [
    aCase({ name: 'x', status, checks: [aCheck({ what: 'score', expected: 'at least 0.5', found })] }),
  ]
  const regressed = (before: Case[], now: Case[], tolerance: number): boolean =>
    compare(resultsOf(now), resultsOf(before), tolerance).regressions.length > 0

  test.each<[string, string, number, boolean]>([
    ['0.9', '0.9', 0, false],
    ['0.9', '0.89', 0, true],
    ['0.9', '0.95', 0, false],
    ['0.9', '0.85', 0.05, false],
    ['0.9', '0.8499', 0.05, true],
    ['0.8', '0.7', 0.1, false],
    ['0.3', '0.2', 0.1, false],
    ['1', '0', 1, false],
    ['9', '7', 1, true],
    ['0.9', 'none', 0, false],
    ['', '0.1', 0, false],
    ['0.9', '1e-7', 0.1, true],
  ])('of %s that is %s now, with a tolerance of %d: regressed %s, though the case passed', (before, now, tolerance, expected) => {
    expect(regressed(scored(before), scored(now), tolerance)).toBe(expected)
  })

  test('that fell within the tolerance does not excuse a case that fails now', () => {
    expect(regressed(scored('0.52'), scored('0.49', 'failed'), 0.1)).toBe(true)
  })

  test('of a case that failed before is no news', () => {
    expect(regressed(scored('0.4', 'failed'), scored('0.1', 'failed'), 0)).toBe(false)
  })

  test('is a check of that name, and no other number', () => {
    const latency = (found: string): Case[] => [aCase({ name: 'x', checks: [aCheck({ what: 'entity Amount', found })] })]
    expect(regressed(latency('900'), latency('100'), 0)).toBe(false)
  })
})

describe('a metric', () => {
  const change = (before: Metrics, now: Metrics, tolerance: number): Comparison['metrics'] =>
    compare(resultsOf([], { metrics: now }), resultsOf([], { metrics: before }), tolerance).metrics

  test('has its difference, and regressed when it fell by more than the tolerance', () => {
    const before = { f1: 0.9, precision: 0.8, recall: 0.7, averageScore: 0.6 }
    const now = { f1: 0.95, precision: 0.7, recall: 0.59, averageScore: 0.6 }
    expect(change(before, now, 0.1)).toEqual([
      { name: 'f1', before: 0.9, now: 0.95, regressed: false },
      { name: 'precision', before: 0.8, now: 0.7, regressed: false },
      { name: 'recall', before: 0.7, now: 0.59, regressed: true },
      { name: 'averageScore', before: 0.6, now: 0.6, regressed: false },
    ])
  })

  describe('falls by nobody’s fault where the cases are others', () => {
    const fallen = (now: Case[], before: Case[]): boolean | undefined =>
      compare(resultsOf(now, { metrics: { f1: 0.5 } }), resultsOf(before, { metrics: { f1: 0.9 } }), 0.1).metrics[0]?.regressed
    const [a, b] = [aCase({ name: 'a' }), aCase({ name: 'b' })]
    const excused = aCase({ name: 'b', status: 'failed', quarantine: QUARANTINE })

    test.each<[string, Case[], Case[], boolean]>([
      ['the same cases', [a, b], [b, a], true],
      ['a new case', [a, b], [a], false],
      ['a case that is gone', [a], [a, b], false],
      ['a case that went into quarantine', [a, excused], [a, b], false],
      ['a case that was in quarantine before', [a, excused], [a, excused], true],
      ['a case that failed before, and is in quarantine now', [a, excused], [a, { ...b, status: 'failed' }], true],
    ])('%s', (_, now, before, regressed) => {
      expect(fallen(now, before)).toBe(regressed)
    })
  })

  test('that only one side has cannot be compared', () => {
    expect(change({ f1: 0.9 }, { recall: 0.1 }, 0)).toEqual([])
  })

  test('of zero is one', () => {
    expect(change({ f1: 0.9 }, { f1: 0 }, 0)).toEqual([{ name: 'f1', before: 0.9, now: 0, regressed: true }])
  })
})

describe('a suite is compared only with what was whole', () => {
  const now = resultsOf([aCase({ name: 'x', status: 'failed' })])
  const before = resultsOf([aCase({ name: 'x' })])

  test.each<[Conclusion, string | object]>([
    ['passed', { regressions: ['x'] }],
    ['failed', { regressions: ['x'] }],
    ['inconclusive', `this suite's baseline run ended as "inconclusive"`],
    ['timed-out', `this suite's baseline run ended as "timed-out"`],
    ['error', `this suite's baseline run ended as "error"`],
  ])('one that was %s', (conclusion, expected) => {
    const compared = compareSuite(now, aSuite({ conclusion, results: before }), 0)
    if (typeof expected === 'string') expect(compared).toBe(expected)
    else expect(compared).toMatchObject(expected)
  })

  test('not one that is not there, or gave no results', () => {
    expect(compareSuite(now, undefined, 0)).toBe('the baseline has no suite of this name')
    expect(compareSuite(now, aSuiteWithoutResults({ conclusion: 'failed' }), 0)).toBe(
      'this suite\'s baseline run ended as "failed"',
    )
  })

  test('not when failures have no row, by which they could be told from older ones', () => {
    const counts = { ...now.counts, total: 3, failed: 3 }
    expect(compareSuite({ ...now, counts }, aSuite({ results: before }), 0)).toBe(
      '2 of its failures have no row that could be compared',
    )
  })

  test('not when it has no case in common with the baseline, since nothing of it was compared', () => {
    const other = resultsOf([aCase({ name: 'x at 12:01' })])
    expect(compareSuite(now, aSuite({ results: other }), 0)).toBe('none of its cases is on the baseline')
  })

  test('not with a baseline that lacks rows, since what it lacks would look new', () => {
    const counts = { ...before.counts, total: 2, passed: 2 }
    expect(compareSuite(now, aSuite({ results: { ...before, counts } }), 0)).toBe(
      'the baseline does not include all of its cases',
    )
  })
})

test('a hundred thousand cases are compared in less than two seconds of work', () => {
  const many = (status: CaseStatus) =>
    resultsOf(Array.from({ length: 100_000 }, (_, index) => aCase({ name: `c${index}`, status })))
  const [now, before] = [many('failed'), many('passed')]
  const begin = process.cpuUsage()
  expect(compare(now, before, 0).regressions).toHaveLength(100_000)
  const { user } = process.cpuUsage(begin)
  expect(user).toBeLessThan(2_000_000)
})

test('a run that the step left before its end is compared with nothing', () => {
  const now = resultsOf([aCase({ name: 'x', status: 'failed' })], { isPartial: true })
  const before = aSuite({ results: resultsOf([aCase({ name: 'x' })]) })
  expect(compareSuite(now, before, 0)).toBe('its run had not ended when the step did')
})
