import { describe, expect, test } from '@jest/globals'
import { type CTRFReport, parse, type Test, validate } from 'ctrf'
import { ctrf } from '../../src/report/ctrf.ts'
import type { Conclusion, StepOutcome } from '../../src/results.ts'
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
