import { describe, expect, test } from '@jest/globals'
import { renderMarkdown } from '../../scripts/render.ts'
import type { Conclusion, ErrorKind } from '../../src/outcome.ts'
import { summary } from '../../src/report/summary.ts'
import { aCase, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, resultsOf } from '../support/results.ts'
import { words } from '../support/summary-page.ts'

describe('the opening', () => {
  const ENDS: readonly [Conclusion, string][] = [
    ['passed', '✅ Passed'],
    ['failed', '❌ Failed'],
    ['inconclusive', '⚠️ Inconclusive'],
    ['timed-out', '⏱ Timed out'],
    ['cancelled', '🚫 Cancelled'],
    ['error', '💥 Error'],
    ['skipped', '⏭ NOT TESTED'],
    ['started', '🚀 Started'],
  ]

  test.each(ENDS)('says of %s in words: %s', async (conclusion, verdict) => {
    const html = await renderMarkdown(summary(anOutcome([], { conclusion, reasons: ['because of this'] })))
    expect(html).toContain(`<h2>${verdict}</h2>`)
    expect(html).toContain('<p><b>Because of this</b></p>')
  })

  test.each(ENDS.filter(([conclusion]) => conclusion !== 'passed'))('says of %s what to do', (conclusion) => {
    const [, , afterMessage = ''] = summary(anOutcome([], { conclusion, reasons: ['why'] })).split('\n\n')
    expect(afterMessage).toMatch(/^<p>\S.{15,}<\/p>$/)
  })

  const KINDS: readonly [ErrorKind, RegExp][] = [
    ['config', /inputs/],
    ['auth', /credentials/],
    ['network', /proxy/],
    ['rate-limit', /later/],
    ['vendor', /on the vendor’s side/],
    ['contract', /report/],
    ['security', /download-hosts/],
    ['internal', /bug in agent-test-gate/],
  ]
  test.each(KINDS)('says of an error of kind %s what to do', async (errorKind, remedy) => {
    expect(await words(anOutcome([aSuiteWithoutResults({ errorKind })]))).toMatch(remedy)
  })

  test('shows run id, page of the run and artifact of a run without a result', () => {
    const outcome = anOutcome([
      aSuiteWithoutResults({ runId: 'tr-77', runUrl: 'https://vendor.example/run?a=1&b=2', said: 'out of memory' }),
    ])
    const text = summary(outcome, { artifactUrl: 'https://github.com/o/r/actions/runs/1/artifacts/2' })
    expect(text).toContain('Run <code>tr-77</code>')
    expect(text).toContain('<a href="https://vendor.example/run?a=1&amp;b=2">')
    expect(text).toContain('<a href="https://github.com/o/r/actions/runs/1/artifacts/2">')
    expect(text).toContain('<pre>out of memory</pre>')
  })

  test('gives every reason once, and the first of them above all', async () => {
    const reasons = ['2 of 9 failed', 'f1 is 0.4', 'the vendor contradicts itself: 3 rows, 4 counted']
    const results = resultsOf([aFailedCase()], { contradictions: ['3 rows, 4 counted'] })
    const html = await renderMarkdown(summary(anOutcome([aSuite({ conclusion: 'failed', reasons, results })])))
    expect(html).toContain('<b>2 of 9 failed</b>')
    expect(html).toContain('<li>F1 is 0.4</li>')
    for (const reason of ['2 of 9 failed', '1 is 0.4', '3 rows, 4 counted']) expect(html.split(reason)).toHaveLength(2)
  })

  test('has no link where there is none, or one that is not of the web', () => {
    expect(summary(anOutcome())).not.toContain('<a ')
    expect(summary(anOutcome([aSuite({ runUrl: 'javascript:alert(1)' })]))).not.toContain('<a ')
    expect(summary(anOutcome([aSuite({ runUrl: 'not an address' })]))).not.toContain('<a ')
  })
})

describe('counts and metrics', () => {
  test('never round up to what was not reached', async () => {
    const counts = { total: 100_000, passed: 99_997, failed: 3, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }
    const results = resultsOf([], { counts, metrics: { f1: 0.99999, precision: 1, recall: 0.5 } })
    const text = await words(anOutcome([aSuite({ results })]))
    expect(text).toContain('Cases Passed Failed Pass rate 100,000 99,997 3 99.99 % F1 Precision Recall 0.9999 1 0.5')
  })

  test('have columns only for what there is', async () => {
    const quarantine = { reason: 'known', expires: '2026-12-31' }
    const results = resultsOf([
      aCase(),
      aFailedCase({ quarantine }),
      aFailedCase({ status: 'error' }),
      aCase({ status: 'skipped' }),
    ])
    const text = await words(anOutcome([aSuite({ results })]))
    expect(text).toContain('Cases Passed Errored Skipped Quarantined Pass rate 4 1 1 1 1 100 %')
    expect(await words(anOutcome([aSuite({ results: resultsOf([aFailedCase()]) })]))).toContain('Cases Failed Pass rate 1 1 0 %')
    const skipped = resultsOf([aCase({ status: 'skipped' })])
    expect(await words(anOutcome([aSuite({ results: skipped })]))).toContain('Cases Skipped 1 1')
    expect(await words(anOutcome([aSuite({ results: resultsOf([]) })]))).toContain('Cases 0')
  })

  test('tell no metric twice where its difference to the baseline is told', async () => {
    const nothing = { regressions: [], fixed: [], stillFailing: [], added: [], gone: [] }
    const change = { name: 'f1', before: 0.5, now: 0.75, regressed: false } as const
    const results = resultsOf([aCase()], { metrics: { f1: 0.75 } })
    const told = await words(anOutcome([aSuite({ results, comparison: { ...nothing, metrics: [change] } })]))
    expect(told.match(/F1/g)).toHaveLength(1)
    const untold = await words(anOutcome([aSuite({ results, comparison: { ...nothing, metrics: [] } })]))
    expect(untold).toContain('F1 0.75')
  })

  test('name suites of which nothing is known, with their verdicts', async () => {
    const suites = [aSuiteWithoutResults({ suite: 'A' }), aSuiteWithoutResults({ suite: 'B', conclusion: 'timed-out' })]
    const text = await words(anOutcome(suites))
    expect(text).toContain('Suite A 💥 Error B ⏱ Timed out')
    expect(text).not.toMatch(/All suites|–/)
  })

  test('leave out metrics that the vendor did not give', async () => {
    expect(await words(anOutcome())).not.toMatch(/F1|Precision|Recall/)
  })

  test('have a row for each of several suites, and the worst metric for all', async () => {
    const suites = [
      aSuite({ suite: 'A', results: resultsOf([aCase(), aCase({ flaky: true })], { metrics: { f1: 0.9 } }) }),
      aSuite({ suite: 'B', results: resultsOf([aFailedCase()], { metrics: { f1: 0.7 } }), conclusion: 'failed' }),
      aSuiteWithoutResults({ suite: 'C' }),
    ]
    const text = await words(anOutcome(suites, { conclusion: 'error' }))
    expect(text).toContain('Suite Cases Passed Failed Flaky Pass rate F1')
    expect(text).toContain('A ✅ Passed 2 2 0 1 100 % 0.9')
    expect(text).toContain('B ❌ Failed 1 0 1 0 0 % 0.7')
    expect(text).toContain('C 💥 Error – – – – – –')
    expect(text).toContain('All suites 3 2 1 1 66.66 % 0.7')
  })
})
