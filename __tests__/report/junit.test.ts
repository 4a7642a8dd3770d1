import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse, type TestCase, type TestSuite } from 'junit2json'
import { validateXML } from 'xmllint-wasm'
import type { Conclusion, StepOutcome } from '../../src/outcome.ts'
import { junit as junitPieces } from '../../src/report/junit.ts'
import { HOSTILE_TEXTS, LONG_REPLY } from '../support/hostile-texts.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, cases, resultsOf } from '../support/results.ts'

const [schema, surefire] = ['junit', 'surefire'].map((name) =>
  readFileSync(new URL(`../fixtures/schemas/${name}.xsd`, import.meta.url), 'utf8'),
)

function junit(outcome: StepOutcome): string {
  return [...junitPieces(outcome)].join('')
}

/** What the schema of Jenkins does not allow, and what that of Surefire does not in each suite by itself. */
async function violations(xml: string): Promise<string[]> {
  const suites = xml.match(/<testsuite [\s\S]*?<\/testsuite>/g) ?? []
  const found = await Promise.all([violationsOf(xml, schema), ...suites.map((suite) => violationsOf(suite, surefire))])
  return found.flat()
}

async function violationsOf(contents: string, rules = ''): Promise<string[]> {
  const xml = { fileName: 'junit.xml', contents }
  const { errors } = await validateXML({ xml, schema: rules, maxMemoryPages: 4096 })
  return errors.map(({ message }) => message)
}

/** The suites as an independent reader sees them. */
async function read(outcome: StepOutcome): Promise<TestSuite[]> {
  const report = await parse(junit(outcome))
  if (report === undefined || report === null || !('testsuite' in report)) throw new Error('not a report of suites')
  return report.testsuite ?? []
}

async function readCases(outcome: StepOutcome): Promise<TestCase[]> {
  return (await read(outcome)).flatMap(({ testcase }) => testcase ?? [])
}

const mixed = anOutcome([
  aSuite({
    suite: 'Smoke.Test',
    conclusion: 'failed',
    results: resultsOf(
      [
        aCase({ name: 'good', durationMs: 1234 }),
        aFailedCase({
          name: 'bad',
          checks: [aCheck(), aCheck({ what: 'entity Date', expected: 'today', found: '', passed: false })],
        }),
        aFailedCase({ name: 'broken', status: 'error', message: 'no answer', checks: [] }),
        aCase({ name: 'left out', status: 'skipped', message: 'switched off' }),
      ],
      { metrics: { f1: 0.5 }, figures: new Map([['TP', '12']]) },
    ),
  }),
])

describe('junit.xml', () => {
  test('is valid against the schema and counts what it lists', async () => {
    expect(await violations(junit(mixed))).toEqual([])
    const [suite] = await read(mixed)
    expect(suite).toMatchObject({
      name: 'Smoke.Test',
      tests: 4,
      failures: 1,
      errors: 1,
      skipped: 1,
      time: 83,
    })
  })

  test('tells of each case how it ended and why', async () => {
    const [good, bad, broken, leftOut] = await readCases(mixed)
    expect(good).toEqual({ name: 'good', classname: 'kore-batch.Smoke.Test', time: 1.234 })
    expect(bad?.failure).toEqual([
      {
        message: 'entity Date: expected “today”, found nothing',
        type: 'failed',
        inner: 'entity Date: expected “today”, found nothing',
      },
    ])
    expect(broken?.error).toEqual([{ message: 'no answer', type: 'error' }])
    expect(leftOut?.skipped).toEqual([{ message: 'switched off' }])
  })

  test('a failure in quarantine is skipped, with the reason, and what failed in the output', async () => {
    const quarantine = { reason: 'flaky <judge>', expires: '2026-12-31' }
    const turns = [{ speaker: 'user', text: 'hello' }]
    const checks = [aCheck({ found: 'Other', passed: false })]
    const all = [
      aFailedCase({ name: 'with message', message: 'too low', checks, quarantine, turns }),
      aFailedCase({ name: 'with checks', checks, quarantine }),
      aFailedCase({ name: 'bare', checks: [], quarantine }),
      aFailedCase({ name: 'counts' }),
    ]
    const outcome = anOutcome([aSuite({ conclusion: 'failed', results: resultsOf(all) })])
    expect(await violations(junit(outcome))).toEqual([])
    const [suite] = await read(outcome)
    expect(suite).toMatchObject({ tests: 4, failures: 1, errors: 0, skipped: 3 })
    expect(suite?.testcase?.slice(0, 3)).toEqual(
      [
        ['with message', ['too low\nintent: expected “Book Flight”, found “Other”\nuser: hello']],
        ['with checks', ['intent: expected “Book Flight”, found “Other”']],
        ['bare', undefined],
      ].map(([name, output]) => ({
        ...{ name, classname: 'kore-batch.Regression', time: 0 },
        skipped: [{ message: 'quarantined until 2026-12-31: flaky <judge>' }],
        ...(output !== undefined && { 'system-out': output }),
      })),
    )
  })

  test('a suite that failed by figures, with failures in quarantine alone, has a failure of its own', async () => {
    const all = [aCase(), aFailedCase({ quarantine: { reason: 'r', expires: '2026-12-31' } })]
    const [suite] = await read(anOutcome([aSuite({ conclusion: 'failed', reasons: ['F1'], results: resultsOf(all) })]))
    expect(suite).toMatchObject({ tests: 3, failures: 1, skipped: 1 })
  })

  test('a case with the name of ours keeps apart from it', async () => {
    const results = resultsOf([aCase({ name: 'agent-test-gate' })])
    const outcome = anOutcome([aSuite({ conclusion: 'error', results })])
    expect((await readCases(outcome)).map(({ name }) => name)).toEqual(['agent-test-gate', 'agent-test-gate (2)'])
    expect(await violations(junit(outcome))).toEqual([])
  })

  test('comes in small pieces, however many cases there are', () => {
    const all = cases(1_000, (number) => aCase({ name: `utterance ${number}` }))
    const pieces = [...junitPieces(anOutcome([aSuite({ results: resultsOf(all) })]))]
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(1_000)
  })

  test('holds run, gate, metrics and figures as properties', async () => {
    const [suite] = await read(mixed)
    const properties = Object.fromEntries((suite?.properties ?? []).map(({ name, value }) => [name, value]))
    expect(properties).toMatchObject({ provider: 'kore-batch', conclusion: 'failed', 'run-id': 'tr-1', f1: 0.5, TP: 12 })
    expect(properties).toHaveProperty('started-at', '2025-03-04T05:06:07.000Z')
  })

  test.each(Object.entries(HOSTILE_TEXTS))('stays well-formed with %s', async (_, text) => {
    const checks = [aCheck({ what: text, expected: text, found: text, passed: false })]
    const trouble = { name: text, message: text, checks, turns: [{ speaker: text, text }] }
    const quarantine = { reason: text, expires: text }
    const all = [aFailedCase(trouble), aFailedCase({ ...trouble, name: `known ${text}`, quarantine })]
    const figures = new Map([
      [text, text],
      ['', ''],
    ])
    const outcome = anOutcome([aSuite({ suite: text, runId: text, conclusion: 'failed', results: resultsOf(all, { figures }) })])
    expect(await violations(junit(outcome))).toEqual([])
    expect(await readCases(outcome)).toHaveLength(2)
  })

  test('gives back an ordinary text as it was', async () => {
    const text = `a < b && c > "d" or 'e' ü 🎉`
    const [read] = await readCases(
      anOutcome([aSuite({ results: resultsOf([aFailedCase({ name: text })]), conclusion: 'failed' })]),
    )
    expect(read?.name).toBe(text)
  })

  test('keeps true and empty values', async () => {
    const all = [aCase({ name: 'true' }), aCase({ name: '' })]
    expect(junit(anOutcome([aSuite({ results: resultsOf(all) })]))).toContain('name="true"')
    expect(await violations(junit(anOutcome([aSuite({ suite: '', results: resultsOf(all) })])))).toEqual([])
  })

  test('cuts what parsers would refuse, and keeps names apart that were equal up to there', async () => {
    const all = [aFailedCase({ name: `${LONG_REPLY}1`, message: LONG_REPLY }), aFailedCase({ name: `${LONG_REPLY}2` })]
    const xml = junit(anOutcome([aSuite({ conclusion: 'failed', results: resultsOf(all) })]))
    expect(xml.length).toBeLessThan(100_000)
    expect(await violations(xml)).toEqual([])
  })
})

describe('a suite is never green in junit.xml when it was not', () => {
  const ERRORS: readonly Conclusion[] = ['error', 'inconclusive', 'timed-out', 'cancelled']

  test.each(ERRORS)('%s without results is an error with the reason', async (conclusion) => {
    const outcome = anOutcome([aSuiteWithoutResults({ conclusion, reasons: ['this', 'and that'] })])
    const [suite] = await read(outcome)
    expect(suite).toMatchObject({ tests: 1, failures: 0, errors: 1 })
    expect(suite?.testcase?.[0]).toMatchObject({ name: 'agent-test-gate', error: [{ message: 'this; and that' }] })
    expect(await violations(junit(outcome))).toEqual([])
  })

  test('inconclusive with passing cases only is an error', async () => {
    const [suite] = await read(anOutcome([aSuite({ conclusion: 'inconclusive', reasons: ['the counts differ'] })]))
    expect(suite).toMatchObject({ tests: 2, failures: 0, errors: 1 })
  })

  test('failed by a figure, with passing cases only, is a failure', async () => {
    const [suite] = await read(anOutcome([aSuite({ conclusion: 'failed', reasons: ['F1 is too low'] })]))
    expect(suite).toMatchObject({ tests: 2, failures: 1, errors: 0 })
  })

  test('a step that failed although its suites passed has a suite of its own', async () => {
    const suites = await read(anOutcome([aSuite()], { conclusion: 'failed', message: 'must-pass: the case is missing' }))
    expect(suites.map(({ name, failures }) => [name, failures])).toEqual([
      ['agent-test-gate', 1],
      ['Regression', 0],
    ])
  })

  test('a step that never came to a suite is an error', async () => {
    const outcome = anOutcome([])
    expect((await read(outcome)).map(({ errors }) => errors)).toEqual([1])
    expect(await violations(junit(outcome))).toEqual([])
  })

  test.each(['skipped', 'started'] as const)('%s is skipped', async (conclusion) => {
    const [suite] = await read(anOutcome([aSuiteWithoutResults({ conclusion, reasons: ['so'] })]))
    expect(suite).toMatchObject({ tests: 1, skipped: 1 })
  })

  test('passed by counts alone is one passed case', async () => {
    const counts = { total: 9, passed: 9, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }
    const [suite] = await read(anOutcome([aSuite({ results: resultsOf([], { counts }) })]))
    expect(suite).toMatchObject({ tests: 1, failures: 0, errors: 0, skipped: 0 })
  })
})

test('10,000 cases make a valid file', async () => {
  const all = cases(10_000, (number) =>
    number % 3 ? aCase({ name: `utterance ${number}` }) : aFailedCase({ name: `utterance ${number}` }),
  )
  expect(await violations(junit(anOutcome([aSuite({ conclusion: 'failed', results: resultsOf(all) })])))).toEqual([])
})
