/** The step: its worst suite, and the cases of `must-pass` over all suites. */
import { describe, expect, test } from '@jest/globals'
import type { Conclusion, SuiteOutcome } from '../../src/outcome.ts'
import type { CaseStatus } from '../../src/results.ts'
import { judgeStep } from '../../src/step-verdict.ts'
import type { Policy } from '../../src/verdict.ts'
import { matchesWildcard } from '../../src/wildcard.ts'
import { aCase, aSuite, aSuiteWithoutResults, resultsOf } from '../support/results.ts'

function asking(...mustPass: string[]): Policy {
  const minMetrics = { f1: undefined, precision: undefined, recall: undefined }
  return { minPassRate: 0, maxErrored: 100, maxFailures: undefined, minTests: 1, minMetrics, mustPass, failOn: 'failures' }
}

/** A suite that passed by itself, with a case for each name, whatever became of it. */
function suiteOf(statuses: Readonly<Record<string, CaseStatus>>, changes: Partial<SuiteOutcome> = {}): SuiteOutcome {
  const cases = Object.entries(statuses).map(([name, status]) => aCase({ name, status }))
  return aSuite({ results: resultsOf(cases), ...changes })
}

describe('of several suites the worst counts', () => {
  const WORST_FIRST: readonly Conclusion[] = ['error', 'cancelled', 'timed-out', 'inconclusive', 'failed', 'passed']
  const pairs = WORST_FIRST.flatMap((worse, index) => WORST_FIRST.slice(index).map((better) => [worse, better] as const))

  test.each(pairs)('%s before %s, in whatever order', (worse, better) => {
    const suites = [aSuite({ conclusion: worse }), aSuite({ conclusion: better, suite: 'Other' })]
    expect(judgeStep(suites, asking()).conclusion).toBe(worse)
    expect(judgeStep(suites.toReversed(), asking()).conclusion).toBe(worse)
  })

  test('and the kind is that of the first suite in error', () => {
    const suites = [aSuite(), aSuiteWithoutResults({ errorKind: 'network' }), aSuiteWithoutResults({ errorKind: 'auth' })]
    expect(judgeStep(suites, asking())).toMatchObject({ conclusion: 'error', errorKind: 'network' })
  })

  test('and no kind is given where none is in error', () => {
    expect(judgeStep([aSuite({ conclusion: 'timed-out' })], asking())).not.toHaveProperty('errorKind')
  })

  test('and nothing at all is never a pass', () => {
    expect(judgeStep([], asking()).conclusion).toBe('error')
  })

  test('and the reasons are those of the worst, with the name of the suite where there are several', () => {
    const bad = aSuite({ suite: 'Smoke', conclusion: 'failed', reasons: ['1 of 2 failed', 'f1 is 0.1'] })
    expect(judgeStep([bad], asking()).reasons).toEqual(['1 of 2 failed', 'f1 is 0.1'])
    expect(judgeStep([aSuite(), bad], asking()).reasons).toEqual(['Smoke: 1 of 2 failed', 'Smoke: f1 is 0.1'])
  })

  test('and a long name leaves room for the fact and the remedy', () => {
    const long = aSuite({ suite: '🎈'.repeat(300), conclusion: 'failed', reasons: ['1 of 2 failed'] })
    const [reason] = judgeStep([aSuite(), long], asking('x'.repeat(300))).reasons.toReversed()
    expect(reason).toBe(`${'🎈'.repeat(59)}…: 1 of 2 failed`)
    const [demand = ''] = judgeStep([long], asking('x'.repeat(300))).reasons
    expect(demand).toBe(`must-pass asks for "${'x'.repeat(59)}…", which is not among the cases`)
  })
})

describe('must-pass', () => {
  test.each<[string, string[], Record<string, CaseStatus>, Conclusion]>([
    ['a case that passed', ['login'], { login: 'passed', other: 'failed' }, 'passed'],
    ['a case that failed', ['login'], { login: 'failed' }, 'failed'],
    ['a case in error', ['login'], { login: 'error' }, 'failed'],
    ['a case that was skipped', ['login'], { login: 'skipped' }, 'failed'],
    ['a case that is missing', ['login'], { logout: 'passed' }, 'failed'],
    ['a name in another case', ['Login'], { login: 'passed' }, 'failed'],
    ['part of a name', ['log'], { login: 'passed' }, 'failed'],
    ['a wildcard, of which all passed', ['pay*'], { 'pay now': 'passed', 'pay later': 'passed', other: 'failed' }, 'passed'],
    ['a wildcard, of which one failed', ['pay*'], { 'pay now': 'passed', 'pay later': 'failed' }, 'failed'],
    ['a wildcard that fits nothing', ['pay*'], { login: 'passed' }, 'failed'],
    ['everything', ['*'], { a: 'passed', b: 'passed' }, 'passed'],
    ['everything, of which there is nothing', ['*'], {}, 'failed'],
    ['several, one of them broken', ['a', 'b'], { a: 'passed', b: 'failed' }, 'failed'],
    ['a second case of the same name, as it is called', ['a (2)'], { a: 'passed', 'a (2)': 'failed' }, 'failed'],
    ['a name that two cases have', ['a'], { a: 'passed', 'a (2)': 'failed' }, 'failed'],
    ['a name that two cases have, both good', ['a'], { a: 'passed', 'a (2)': 'passed', 'a (x)': 'failed' }, 'passed'],
    ['a name that is only like that of a second case', ['a'], { a: 'passed', 'b (2)': 'failed', 'a (2) ': 'failed' }, 'passed'],
    ['a second case whose first is not there', ['a'], { 'a (2)': 'passed' }, 'failed'],
    ['a wildcard that fits the name of two cases', ['a*b'], { 'a-b': 'passed', 'a-b (2)': 'failed' }, 'failed'],
    ['what looks like a regular expression', ['.+'], { 'any name': 'passed' }, 'failed'],
    ['a name of marks', ['a.b(c)[d]^$'], { 'a.b(c)[d]^$': 'passed' }, 'passed'],
  ])('asks for %s', (_, patterns, statuses, conclusion) => {
    expect(judgeStep([suiteOf(statuses)], asking(...patterns)).conclusion).toBe(conclusion)
  })

  test('looks over all suites', () => {
    const suites = [suiteOf({ login: 'passed' }), suiteOf({ pay: 'passed' }, { suite: 'Other' })]
    expect(judgeStep(suites, asking('login', 'pay', '*')).conclusion).toBe('passed')
    expect(judgeStep([...suites, suiteOf({ login: 'failed' })], asking('login')).conclusion).toBe('failed')
  })

  test('looks for a second case of a name in the same suite alone', () => {
    const suites = [suiteOf({ login: 'passed' }), suiteOf({ 'login (2)': 'failed' }, { suite: 'Other' })]
    expect(judgeStep(suites, asking('login')).conclusion).toBe('passed')
  })

  test('says which pattern was broken, and how, before what else failed', () => {
    const failed = suiteOf({ a: 'failed', b: 'error', c: 'skipped' }, { conclusion: 'failed', reasons: ['1 of 1 failed'] })
    expect(judgeStep([failed], asking('a', 'b', 'c', 'd*')).reasons).toEqual([
      'must-pass asks for "a", which failed',
      'must-pass asks for "b", which could not be run or judged',
      'must-pass asks for "c", which was skipped',
      'must-pass asks for "d*", which is not among the cases',
      '1 of 1 failed',
    ])
  })

  test.each<[Conclusion]>([['error'], ['cancelled'], ['timed-out'], ['inconclusive']])(
    'does not make %s any better',
    (conclusion) => {
      const judgement = judgeStep([aSuiteWithoutResults({ conclusion, reasons: ['so it was'] })], asking('login'))
      expect(judgement).toMatchObject({ conclusion, reasons: ['so it was'] })
    },
  )

  test.each<[Conclusion]>([['error'], ['timed-out'], ['inconclusive']])('is told beside what makes a step %s', (conclusion) => {
    const torn = suiteOf({ login: 'failed', pay: 'passed' }, { conclusion, reasons: ['so it was'] })
    expect(judgeStep([torn], asking('login', 'pay', 'absent'))).toMatchObject({
      conclusion,
      reasons: [
        'so it was',
        'must-pass asks for "login", which failed',
        'must-pass asks for "absent", which is not among the cases',
      ],
    })
  })

  describe('of a suite that the step left before its end', () => {
    const left = (statuses: Readonly<Record<string, CaseStatus>>): SuiteOutcome => {
      const whole = suiteOf(statuses, { suite: 'Left', conclusion: 'timed-out', reasons: ['it was late'] })
      return whole.results === undefined ? whole : { ...whole, results: { ...whole.results, isPartial: true } }
    }

    test.each<[string, string, Record<string, CaseStatus>]>([
      ['a case that had not ended', 'login', { login: 'skipped' }],
      ['a wildcard of which none failed', '*', { login: 'passed', pay: 'skipped' }],
      ['a case whose name is not known yet', 'login', { 'case 1': 'skipped' }],
    ])('says nothing of %s', (_, pattern, statuses) => {
      expect(judgeStep([left(statuses)], asking(pattern))).toMatchObject({ conclusion: 'timed-out', reasons: ['it was late'] })
    })

    test('says what failed, also behind a case that had not ended', () => {
      const suites = [left({ login: 'skipped', pay: 'failed', fly: 'error' }), suiteOf({ walk: 'skipped' })]
      expect(judgeStep(suites, asking('*', 'fly', 'walk', 'absent')).reasons).toEqual([
        'Left: it was late',
        'must-pass asks for "*", which failed',
        'must-pass asks for "fly", which could not be run or judged',
        'must-pass asks for "walk", which was skipped',
      ])
    })
  })

  test('is told of what is there alone where a suite gave no cases', () => {
    const suites = [suiteOf({ login: 'failed' }), aSuiteWithoutResults({ suite: 'Other', reasons: ['it broke'] })]
    expect(judgeStep(suites, asking('login', 'absent'))).toMatchObject({
      conclusion: 'error',
      reasons: ['Other: it broke', 'must-pass asks for "login", which failed'],
    })
  })
})

describe('a wildcard', () => {
  test.each([
    ['', '', true],
    ['a', '', false],
    ['', '*', true],
    ['anything', '*', true],
    ['anything', '**', true],
    ['abc', 'a*c', true],
    ['ac', 'a*c', true],
    ['abd', 'a*c', false],
    ['a', 'a*a', false],
    ['aa', 'a*a', true],
    ['aba', 'ab*ba', false],
    ['abba', 'ab*ba', true],
    ['abc', '*b*', true],
    ['abc', '*a*b*c*', true],
    ['abc', '*c*b*', false],
    ['ab', 'a*b*b', false],
    ['abb', 'a*b*b', true],
    ['aXbXc', 'a*b*c', true],
    ['xab', 'ab*', false],
    ['abx', '*ab', false],
    ['two\nlines', 'two*lines', true],
    ['a*b', 'a*b', true],
    ['grüße 👋', 'gr*👋', true],
    ['a?c', 'a?c', true],
    ['abc', 'a?c', false],
  ])('%j fits %j: %j', (name, pattern, expected) => {
    expect(matchesWildcard(name, pattern)).toBe(expected)
  })

  test('is found out in no time, however it is made', () => {
    const name = 'a'.repeat(100_000)
    expect(matchesWildcard(name, `${'a*'.repeat(50_000)}b`)).toBe(false)
    expect(matchesWildcard(name, `${'*a'.repeat(50_000)}*b*`)).toBe(false)
    expect(matchesWildcard(name, '*'.repeat(100_000))).toBe(true)
    expect(matchesWildcard(name, `*${'a'.repeat(50_000)}b*`)).toBe(false)
  })
})
