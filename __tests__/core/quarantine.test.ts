/** Which failures are excused, what becomes of the counts, and which entries are told to be of no use. */
import { describe, expect, test } from '@jest/globals'
import { excused, idleEntries, readmitted } from '../../src/quarantine.ts'
import type { QuarantineEntry } from '../../src/quarantine-file.ts'
import type { CaseStatus } from '../../src/results.ts'
import { aCase, aSuite, aSuiteWithoutResults, resultsOf } from '../support/results.ts'

const TODAY = '2026-05-04'

function entry(name: string, changes: Partial<QuarantineEntry> = {}): QuarantineEntry {
  return { name, suite: undefined, reason: 'known', expires: '2026-12-31', ...changes }
}

function named(statuses: Readonly<Record<string, CaseStatus>>) {
  return resultsOf(Object.entries(statuses).map(([name, status]) => aCase({ name, status })))
}

describe('a failed case', () => {
  test.each<[string, Partial<QuarantineEntry> & { name: string }, boolean]>([
    ['of that name is excused', { name: 'pay' }, true],
    ['that a wildcard fits is excused', { name: 'p*' }, true],
    ['of another name counts', { name: 'payment' }, false],
    ['of a name in other letters counts', { name: 'Pay' }, false],
    ['is excused in the suite that is named', { name: 'pay', suite: 'Regression' }, true],
    ['counts in another suite', { name: 'pay', suite: 'Smoke' }, false],
    ['is excused on the last day', { name: 'pay', expires: TODAY }, true],
    ['counts on the day after', { name: 'pay', expires: '2026-05-03' }, false],
  ])('%s', (_, given, isExcused) => {
    const results = excused(named({ pay: 'failed', login: 'passed' }), 'Regression', [entry(given.name, given)], TODAY)
    expect(results.counts).toMatchObject({ failed: isExcused ? 0 : 1, quarantined: isExcused ? 1 : 0, passed: 1, total: 2 })
    expect(results.cases[0]?.quarantine).toEqual(
      isExcused ? { reason: 'known', expires: given.expires ?? '2026-12-31' } : undefined,
    )
  })

  test('has the reason of the first entry that holds and fits', () => {
    const entries = [
      entry('p*', { expires: '2020-01-01', reason: 'old' }),
      entry('pa*', { reason: 'new' }),
      entry('pay', { reason: 'late' }),
    ]
    expect(excused(named({ pay: 'failed' }), 'A', entries, TODAY).cases[0]?.quarantine).toMatchObject({ reason: 'new' })
  })

  test('is found whatever way its letters are composed', () => {
    expect(excused(named({ 'gru\u0308n': 'failed' }), 'A', [entry('gr\u00FCn')], TODAY).counts.quarantined).toBe(1)
  })

  test('that has no row, only a count, is excused by nobody', () => {
    const counts = { total: 5, passed: 2, failed: 3, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }
    const results = resultsOf(named({ pay: 'failed' }).cases, { counts })
    expect(excused(results, 'A', [entry('*')], TODAY).counts).toEqual({ ...counts, failed: 2, quarantined: 1 })
  })
})

test.each<CaseStatus>(['passed', 'error', 'skipped'])('a case that is %s is never excused', (status) => {
  const results = named({ pay: status })
  expect(excused(results, 'A', [entry('*')], TODAY)).toEqual(results)
})

describe('a case in quarantine that must pass', () => {
  const inQuarantine = (statuses: Readonly<Record<string, CaseStatus>>) => excused(named(statuses), 'A', [entry('*')], TODAY)

  test.each([
    ['by its name', ['pay'], ['login', 'login (2)']],
    ['by a wildcard', ['pa*'], ['login', 'login (2)']],
    ['by the name that it shares', ['login'], ['pay']],
    ['by the name of the second alone', ['login (2)'], ['pay', 'login']],
    ['not at all', ['logout'], ['pay', 'login', 'login (2)']],
  ])('counts again where it is asked for %s', (_, mustPass, left) => {
    const results = readmitted(inQuarantine({ pay: 'failed', login: 'failed', 'login (2)': 'failed', ok: 'passed' }), mustPass)
    expect(results.cases.filter(({ quarantine }) => quarantine !== undefined).map(({ name }) => name)).toEqual(left)
    expect(results.counts).toMatchObject({ total: 4, passed: 1, failed: 3 - left.length, quarantined: left.length })
    expect(results.warnings).toHaveLength(left.length === 3 ? 0 : 1)
  })

  test('is told of in one warning with the others, by their names as far as there is room', () => {
    const few = readmitted(inQuarantine({ pay: 'failed' }), ['*'])
    expect(few.warnings).toEqual(['must-pass overrides quarantine, so this failure counts: "pay"'])
    const many = readmitted(inQuarantine({ a: 'failed', b: 'failed', c: 'failed', d: 'failed', e: 'failed', f: 'failed' }), ['*'])
    expect(many.warnings).toEqual(['must-pass overrides quarantine, so these failures count: "a", "b", "c", "d", "e" and 1 more'])
  })
})

describe('an entry is told of', () => {
  const suites = [
    aSuite({ suite: 'A', results: named({ pay: 'failed', login: 'passed' }) }),
    aSuite({ suite: 'B', results: named({ logout: 'passed' }) }),
  ]

  test.each<[string, QuarantineEntry, readonly (readonly [string, RegExp])[]]>([
    ['not when it excuses a failure', entry('pay'), []],
    ['not when the case passes, since it may be flaky', entry('logout'), []],
    ['not when it is for a suite of another step', entry('anything', { suite: 'C' }), []],
    [
      'when it expired, with the suite of its case',
      entry('logout', { expires: '2026-05-03' }),
      [['B', /"logout" expired on 2026-05-03, so its failures count/]],
    ],
    ['when it expired and fits nothing, once', entry('gone', { expires: '2026-05-03' }), [['A', /expired/]]],
    [
      'when it matches no case',
      entry('gone*'),
      [['A', /^quarantine: "gone\*" matches no case; .* give it the suite that it is for$/]],
    ],
    [
      'when it is of no case of its suite',
      entry('pay', { suite: 'B' }),
      [['B', /"pay" matches no case; fix or remove the entry$/]],
    ],
  ])('%s', (_, given, told) => {
    const idle = idleEntries(suites, [given], TODAY)
    expect([...idle]).toEqual(told.map(([suite, text]) => [suite, [expect.stringMatching(text)]]))
  })

  test('only when it is sure: a suite without results may have had the case', () => {
    expect(idleEntries([...suites, aSuiteWithoutResults({ suite: 'D' })], [entry('gone')], TODAY).size).toBe(0)
    expect(idleEntries([aSuiteWithoutResults({ suite: 'D' })], [entry('gone', { expires: '2020-01-01' })], TODAY).size).toBe(1)
  })

  test('beside the others of its suite', () => {
    expect(idleEntries(suites, [entry('x'), entry('y')], TODAY).get('A')).toHaveLength(2)
  })
})
