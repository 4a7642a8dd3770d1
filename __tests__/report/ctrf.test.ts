import { describe, expect, test } from '@jest/globals'
import { type CTRFReport, parse, type Test, validate } from 'ctrf'
import type { Conclusion, StepOutcome } from '../../src/outcome.ts'
import { ctrf as ctrfPieces } from '../../src/report/ctrf.ts'
import { HOSTILE_TEXTS, LONG_REPLY } from '../support/hostile-texts.ts'
import {
  aCase,
  aCheck,
  aFailedCase,
  anOutcome,
  aSuite,
  aSuiteWithoutResults,
  cases,
  resultsOf,
  START,
} from '../support/results.ts'

function ctrf(outcome: StepOutcome): string {
  return [...ctrfPieces(outcome)].join('')
}

/** The report, after the format's own tool has found nothing wrong with it. */
function read(outcome: StepOutcome): CTRFReport {
  const report = parse(ctrf(outcome))
  expect(validate(report)).toEqual({ valid: true, errors: [] })
  return report
}

function readTests(outcome: StepOutcome): Test[] {
  return read(outcome).results.tests
}

const mixed = anOutcome([
  aSuite({
    conclusion: 'failed',
    results: resultsOf(
      [
        aCase({ name: 'good', durationMs: 12.6, flaky: true, tries: 3 }),
        aFailedCase({
          name: 'bad',
          checks: [aCheck({ found: 'Other', passed: false })],
          facts: new Map([['Result type', 'FP']]),
        }),
        aFailedCase({ name: 'broken', status: 'error', message: 'no answer', checks: [] }),
        aCase({ name: 'left out', status: 'skipped', message: 'switched off' }),
      ],
      { metrics: { f1: 0.5 }, figures: new Map([['TP', '12']]), contradictions: ['a'], warnings: ['b'] },
    ),
  }),
])

describe('ctrf.json', () => {
  test('is valid, and its summary counts its tests', () => {
    const { tool, summary } = read(mixed).results
    expect(tool.name).toBe('agent-test-gate')
    expect(summary).toEqual({
      ...{ tests: 4, passed: 1, failed: 1, other: 1, skipped: 1, pending: 0, flaky: 1, suites: 1 },
      ...{ start: START, stop: START + 83_000, duration: 83_000 },
    })
  })

  test('tells of each case how it ended and why', () => {
    const [good, bad, broken, leftOut] = readTests(mixed)
    expect(good).toMatchObject({ name: 'good', status: 'passed', duration: 13, suite: ['Regression'], retries: 2, flaky: true })
    expect(bad).toMatchObject({
      status: 'failed',
      message: 'intent: expected “Book Flight”, found “Other”',
      trace: 'intent: expected “Book Flight”, found “Other”',
      extra: {
        checks: [{ what: 'intent', expected: 'Book Flight', found: 'Other', passed: false }],
        facts: [{ name: 'Result type', value: 'FP' }],
      },
    })
    expect(broken).toMatchObject({ status: 'other', rawStatus: 'error', message: 'no answer' })
    expect(leftOut).toMatchObject({ status: 'skipped', message: 'switched off' })
  })

  test('keeps conclusion, counts, metrics and figures of each suite', () => {
    expect(read(mixed).results.extra).toMatchObject({
      conclusion: 'failed',
      suites: [
        {
          suite: 'Regression',
          runId: 'tr-1',
          metrics: { f1: 0.5 },
          figures: [{ name: 'TP', value: '12' }],
          contradictions: ['a'],
          warnings: ['b'],
        },
      ],
    })
  })

  test.each(Object.entries(HOSTILE_TEXTS))('gives back %s as it was', (_, text) => {
    const facts = new Map([[text, text]])
    const all = [aFailedCase({ name: text, message: text, checks: [aCheck({ what: text, found: text, passed: false })], facts })]
    const [read] = readTests(
      anOutcome([aSuite({ suite: text, conclusion: 'failed', said: text, results: resultsOf(all, { figures: facts }) })]),
    )
    expect([read?.name, read?.message, read?.suite]).toEqual([text, text, [text]])
    expect(read?.extra).toMatchObject({ facts: [{ name: text, value: text }] })
  })

  test('a failure in quarantine is neither passed nor failed', () => {
    const quarantine = { reason: 'flaky judge', expires: '2026-12-31' }
    const { tests, summary } = read(
      anOutcome([aSuite({ results: resultsOf([aCase(), aFailedCase({ quarantine }), aFailedCase({ status: 'error' })]) })]),
    ).results
    expect(summary).toMatchObject({ tests: 3, passed: 1, failed: 0, other: 2 })
    expect(tests[1]).toMatchObject({ status: 'other', rawStatus: 'quarantined', extra: { quarantine } })
  })

  test('keeps of a case what the format has no field for', () => {
    const turns = [{ speaker: 'user', text: 'hello' }]
    const place = { path: 'suites/a.json', line: 7 }
    const [full, bare] = readTests(
      anOutcome([
        aSuite({
          results: resultsOf([
            aCase({ message: 'well done', durationMs: 12.5, turns, place, tries: 2, flaky: true }),
            aFailedCase({ name: 'bare' }),
          ]),
        }),
      ]),
    )
    expect(full).toMatchObject({ filePath: place.path, line: 7, retries: 1 })
    expect(full?.extra).toEqual({ message: 'well done', durationMs: 12.5, checks: [aCheck()], turns, place })
    expect(bare?.extra).not.toHaveProperty('message')
    expect(bare?.extra).not.toHaveProperty('durationMs')
  })

  test('keeps of suite and step what can be read back', () => {
    const comparison = { regressions: ['a'], fixed: [], stillFailing: [], added: ['b'], gone: ['c'], metrics: [] }
    const baseline = { branch: 'main', runUrl: 'https://github.com/o/r/actions/runs/1', trend: [] }
    const suites = [
      aSuite({ suite: 'one', comparison, reasons: ['why'], files: ['vendor/one/results.csv'] }),
      aSuiteWithoutResults({ suite: 'two', said: 'no' }),
      aSuite({ suite: 'three', conclusion: 'failed', reasons: ['F1'], results: resultsOf([aCase(), aCase({ name: 'b' })]) }),
    ]
    const { extra, tests } = read(anOutcome(suites, { baseline, noBaseline: 'none' })).results
    expect(extra).toMatchObject({
      ...{ mode: 'run', noun: 'cases', gate: '100 % of the cases must pass', baseline, noBaseline: 'none' },
      ...{ startedAt: START, finishedAt: START + 83_000 },
      suites: [
        { suite: 'one', comparison, reasons: ['why'], files: ['vendor/one/results.csv'], durationMs: 83_000, tests: 1 },
        { suite: 'two', said: 'no', errorKind: 'vendor', tests: 1 },
        { suite: 'three', tests: 3 },
      ],
    })
    expect(tests.map((each) => [each.suite?.[0], each.extra?.['gate'] === true])).toEqual([
      ['one', false],
      ['two', true],
      ['three', true],
      ['three', false],
      ['three', false],
    ])
  })

  test('comes in small pieces, however many cases there are', () => {
    const all = cases(1_000, (number) => aCase({ name: `utterance ${number}` }))
    const pieces = [...ctrfPieces(anOutcome([aSuite({ results: resultsOf(all) })]))]
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(1_000)
  })

  test('takes a case without a name, and cuts endless texts', () => {
    const all = [aFailedCase({ name: '', message: LONG_REPLY, checks: [aCheck({ found: LONG_REPLY, passed: false })] })]
    const outcome = anOutcome([aSuite({ conclusion: 'failed', results: resultsOf(all) })])
    expect(readTests(outcome)[0]?.name).toBe('(no name)')
    expect(ctrf(outcome).length).toBeLessThan(100_000)
  })

  test.each(['error', 'inconclusive', 'timed-out', 'cancelled'] satisfies Conclusion[])(
    'has no green suite that ended as %s',
    (conclusion) => {
      expect(readTests(anOutcome([aSuite({ conclusion, reasons: ['why'] })]))[0]).toMatchObject({
        ...{ name: 'agent-test-gate', status: 'other', rawStatus: 'error', message: 'why' },
      })
      expect(readTests(anOutcome([aSuiteWithoutResults({ conclusion })]))).toHaveLength(1)
    },
  )

  test('says what became of a step that never came to a suite', () => {
    const { summary, extra } = read(anOutcome([], { errorKind: 'config' })).results
    expect(summary).toMatchObject({ tests: 1, other: 1 })
    expect(extra).toMatchObject({ conclusion: 'error', errorKind: 'config' })
  })

  test('holds 10,000 cases', () => {
    const outcome = anOutcome([aSuite({ results: resultsOf(cases(10_000, (number) => aCase({ name: `utterance ${number}` }))) })])
    expect(readTests(outcome)).toHaveLength(10_000)
  })
})
