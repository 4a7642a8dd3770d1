import { describe, expect, test } from '@jest/globals'
import type { Conclusion } from '../../src/outcome.ts'
import { annotations } from '../../src/report/annotations.ts'
import { HOSTILE_TEXTS, LONG_REPLY } from '../support/hostile-texts.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, cases, resultsOf } from '../support/results.ts'

function failing(count: number, make = (number: number) => aFailedCase({ name: `utterance ${number}` })) {
  return anOutcome([aSuite({ conclusion: 'failed', reasons: ['some failed'], results: resultsOf(cases(count, make)) })])
}

describe('annotations', () => {
  test.each(['passed', 'started'] satisfies Conclusion[])('there are none when the step is %s', (conclusion) => {
    expect(annotations(anOutcome([aSuite({ conclusion })]))).toEqual([])
  })

  const ENDS: readonly [Conclusion, string, string][] = [
    ['failed', 'error', 'Agent tests failed'],
    ['inconclusive', 'error', 'Agent tests were inconclusive'],
    ['timed-out', 'error', 'Agent tests timed out'],
    ['error', 'error', 'Agent tests could not be judged'],
    ['cancelled', 'warning', 'Agent tests were cancelled'],
    ['skipped', 'warning', 'NOT TESTED'],
  ]
  test.each(ENDS)('the overview of %s has level %s, the title "%s" and the reason', (conclusion, level, title) => {
    const [overview] = annotations(anOutcome([aSuiteWithoutResults({ conclusion, reasons: ['this is why'] })]))
    expect(overview).toMatchObject({ level, title })
    expect(overview?.message).toContain('this is why')
  })

  test('the gate stands in the overview where something was judged, and nowhere else', () => {
    expect(annotations(failing(1))[0]?.message).toContain('Gate: 100 % of the cases must pass')
    for (const suites of [[], [aSuiteWithoutResults()]]) expect(annotations(anOutcome(suites))[0]?.message).not.toContain('Gate')
  })

  test('ten at most: the overview, then the worst nine of all failures', () => {
    const all = annotations(
      failing(14, (number) =>
        aFailedCase({ name: `utterance ${number}`, checks: cases(number, () => aCase()).map(() => aCheck({ passed: false })) }),
      ),
    )
    expect(all).toHaveLength(10)
    expect(all[0]?.message).toContain('The worst 9 of 14 cases follow')
    expect(all[1]?.message).toContain('utterance 14')
    expect(all[9]?.message).toContain('utterance 6')
  })

  test('failed cases come before those that could not be run, else in their order', () => {
    const make = (number: number) =>
      aFailedCase({ name: `utterance ${number}`, ...(number === 1 && { status: 'error' as const }) })
    expect(annotations(failing(3, make)).map(({ title, message }) => [title, message.split('\n')[0]])).toEqual([
      ['Agent tests failed', 'some failed'],
      ['Failed case (1)', 'utterance 2'],
      ['Failed case (2)', 'utterance 3'],
      ['Case that could not be run (3)', 'utterance 1'],
    ])
  })

  test('a case says what was expected and found, and its suite when there are several', () => {
    const suite = aSuite({ suite: 'Smoke', conclusion: 'failed', results: resultsOf([aFailedCase({ name: 'hello' })]) })
    expect(annotations(anOutcome([suite, aSuite()]))[1]?.message).toBe(
      'hello\nSuite: Smoke\nintent: expected “Book Flight”, found “Cancel Flight”',
    )
  })

  test('a case that is written in the repository has its file and line, and the overview has none', () => {
    const place = { path: 'tests/regression.csv', line: 12 }
    const [overview, first, second] = annotations(failing(2, (number) => aFailedCase(number === 1 ? { place } : {})))
    expect(first).toMatchObject({ file: 'tests/regression.csv', startLine: 12 })
    for (const other of [overview, second]) expect(Object.keys(other ?? {}).sort()).toEqual(['level', 'message', 'title'])
  })

  test.each(['a\nb.csv', 'a\r.csv', 'a\u202eb.csv', 'a\u0000.csv'])('a path that cannot be seen is not named: %j', (path) => {
    const [, first] = annotations(failing(1, () => aFailedCase({ place: { path, line: 1 } })))
    expect(first).not.toHaveProperty('file')
  })

  test('regressions come before all other failures, and what is in quarantine does not come at all', () => {
    const all = [
      aFailedCase({ name: 'old', checks: [aCheck({ passed: false }), aCheck({ passed: false })] }),
      aFailedCase({ name: 'known', quarantine: { reason: 'a ticket', expires: '2026-12-31' } }),
      aFailedCase({ name: 'new' }),
    ]
    const comparison = { regressions: ['new'], fixed: [], stillFailing: ['old'], added: [], gone: [], metrics: [] }
    const suite = aSuite({ conclusion: 'failed', results: resultsOf(all), comparison })
    expect(annotations(anOutcome([suite])).map(({ message }) => message.split('\n')[0])).toEqual([
      '1 of 1 cases passed',
      'new',
      'old',
    ])
  })

  test.each(Object.entries(HOSTILE_TEXTS))('no line is a runner command and no title is foreign: %s', (_, text) => {
    const outcome = failing(1, () =>
      aFailedCase({ name: text, message: text, checks: [aCheck({ what: text, expected: text, found: text, passed: false })] }),
    )
    for (const { title, message } of annotations({ ...outcome, message: text, gate: text })) {
      expect(title).toMatch(/^(Agent tests failed|Failed case \(1\))$/)
      expect(message).not.toMatch(/##\[|^\s*::|(?!\n)\p{Cc}|[\u200b\u202e\u2028]/mu)
    }
  })

  test('4,096 characters at most, and long replies leave the checks in sight', () => {
    const checks = Array.from({ length: 40 }, (_, index) => aCheck({ what: `entity ${index}`, found: LONG_REPLY, passed: false }))
    const all = annotations({
      ...failing(9, () => aFailedCase({ name: LONG_REPLY, message: LONG_REPLY, checks })),
      message: LONG_REPLY,
    })
    for (const { message } of all) expect(message.length).toBeLessThanOrEqual(4_096)
    expect(all[1]?.message).toContain('entity 4: expected')
    expect(all[1]?.message).toContain('and 35 more failing checks')
  })

  test('an overview of many suites and a case with long checks are cut to what GitHub takes', () => {
    const long = 'x'.repeat(2_000)
    const checks = cases(5, () => aCase()).map(() => aCheck({ what: long, expected: long, found: long, passed: false }))
    const results = resultsOf([aFailedCase({ name: long, message: long, checks })])
    const suites = cases(60, (number) => aCase({ name: `${number} ${long}` })).map(({ name }) =>
      aSuite({ suite: name, conclusion: 'failed', reasons: [long], results }),
    )
    const lengths = annotations(anOutcome(suites)).map(({ message }) => message.length)
    expect(lengths).toEqual(Array.from({ length: 10 }, () => 4_096))
  })
})
