import { describe, expect, test } from '@jest/globals'
import { renderMarkdown } from '../../scripts/render.ts'
import { SUMMARY_BYTES, summary } from '../../src/report/summary.ts'
import type { Conclusion, ErrorKind, StepOutcome } from '../../src/results.ts'
import { HOSTILE_TEXTS, LONG_REPLY } from '../support/hostile-texts.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, cases, resultsOf } from '../support/results.ts'

/** The words of a page as a reader sees them, blanks and line breaks made one. */
async function words(outcome: StepOutcome, artifactUrl?: string): Promise<string> {
  const html = await renderMarkdown(summary(outcome, artifactUrl === undefined ? {} : { artifactUrl }))
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&')
    .replace(/\s+/g, ' ')
}

function tags(html: string): string[] {
  return [...html.matchAll(/<\/?[a-z0-9]+/g)].map(([tag]) => tag)
}

/** A failed outcome that has the text in every place that a vendor's text can get into. */
function full(text: string): StepOutcome {
  const facts = new Map([[text, text]])
  const trouble = {
    name: text,
    message: text,
    checks: [aCheck({ what: text, expected: text, found: text, passed: false })],
    facts,
  }
  const all = [
    aFailedCase(trouble),
    aFailedCase({ ...trouble, status: 'error' }),
    aCase(trouble),
    aCase({ ...trouble, status: 'skipped' }),
  ]
  const results = resultsOf(all, { figures: facts, contradictions: [text], warnings: [text] })
  const suite = aSuite({
    suite: text,
    runId: text,
    conclusion: 'failed',
    reasons: [`why ${text}`],
    said: text,
    results,
    files: [text],
  })
  return anOutcome([suite, aSuite()], { message: text, reasons: [text, text], gate: text, provider: text })
}

function failingRun(count: number, make = (number: number) => aFailedCase({ name: `utterance ${number}` })): StepOutcome {
  return anOutcome([aSuite({ conclusion: 'failed', reasons: ['some failed'], results: resultsOf(cases(count, make)) })])
}

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
    expect(afterMessage).toMatch(/^<p>\S.{30,}<\/p>$/)
  })

  const KINDS: readonly [ErrorKind, RegExp][] = [
    ['config', /inputs/],
    ['auth', /credentials/],
    ['network', /proxy/],
    ['rate-limit', /later/],
    ['vendor', /at the vendor/],
    ['contract', /report/],
    ['security', /download-hosts/],
    ['internal', /mistake of agent-test-gate/],
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
    const counts = { total: 100_000, passed: 99_997, failed: 3, errored: 0, skipped: 0, flaky: 0 }
    const results = resultsOf([], { counts, metrics: { f1: 0.99999, precision: 1, recall: 0.5 } })
    const text = await words(anOutcome([aSuite({ results })]))
    expect(text).toContain('Cases Passed Failed Errored Pass rate F1 Precision Recall 100,000 99,997 3 0 99.99 % 0.9999 1 0.5')
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
    expect(text).toContain('Suite Verdict Cases Passed Failed Errored Flaky Pass rate F1')
    expect(text).toContain('A ✅ Passed 2 2 0 0 1 100 % 0.9')
    expect(text).toContain('B ❌ Failed 1 0 1 0 0 0 % 0.7')
    expect(text).toContain('C 💥 Error – – – – – – –')
    expect(text).toContain('All suites 3 2 1 0 1 66.66 % 0.7')
  })
})

describe('the cases', () => {
  test('that failed come first with expected and found, then those that could not be run, then what does not fit', async () => {
    const all = [
      aCase({ name: 'good' }),
      aFailedCase({ name: 'broken', status: 'error', checks: [], message: 'no answer' }),
      aFailedCase({
        name: 'bad',
        checks: [aCheck(), aCheck({ what: 'entity Date', expected: 'today', found: '', passed: false })],
      }),
    ]
    const results = resultsOf(all, {
      contradictions: ['two figures differ'],
      warnings: ['an old format'],
      figures: new Map([['TP', '4']]),
    })
    const text = await words(anOutcome([aSuite({ conclusion: 'failed', results })]))
    const order = [
      'Failed cases (1)',
      'bad ❌ entity Date today nothing',
      '✅ intent Book Flight Book Flight',
      'could not be run (1)',
      'broken no answer',
      'Two figures differ',
      'An old format',
      'Passed cases (1)',
      'good 1 of 1',
      'TP 4',
    ].map((part) => text.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((left, right) => left - right))
  })

  test('with more failing checks come before those with fewer', async () => {
    const wrong = aCheck({ passed: false })
    const all = [aFailedCase({ name: 'one wrong', checks: [wrong] }), aFailedCase({ name: 'two wrong', checks: [wrong, wrong] })]
    const text = await words(anOutcome([aSuite({ conclusion: 'failed', results: resultsOf(all) })]))
    expect(text.indexOf('two wrong')).toBeLessThan(text.indexOf('one wrong'))
  })

  test('that passed are folded, and those beyond the 25th failure too', async () => {
    const html = await renderMarkdown(summary(failingRun(30)))
    const [open = '', folded = ''] = html.split('<details>')
    expect(open).toContain('utterance 25<')
    expect(open).not.toContain('utterance 26<')
    expect(folded).toContain('<summary>5 more</summary>')
    expect(folded).toContain('utterance 30<')
  })

  test('that the vendor counts without telling of them are said to be missing', async () => {
    const counts = { total: 5, passed: 2, failed: 3, errored: 0, skipped: 0, flaky: 0 }
    const results = resultsOf([aFailedCase()], { counts })
    expect(await words(anOutcome([aSuite({ conclusion: 'failed', results })]))).toContain(
      'The vendor gave no details for 2 of them.',
    )
  })

  test('show no more than 20 checks each, and say how many more there are', async () => {
    const checks = Array.from({ length: 23 }, () => aCheck({ passed: false }))
    expect(await words(failingRun(1, () => aFailedCase({ checks })))).toContain('3 more checks, in the artifact')
  })

  test('of several suites stand in a section each, the worst suite first', async () => {
    const html = await renderMarkdown(
      summary(
        anOutcome([
          aSuite({ suite: 'fine' }),
          aSuite({ suite: 'bad', conclusion: 'failed' }),
          aSuiteWithoutResults({ suite: 'gone' }),
        ]),
      ),
    )
    const headings = [...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, heading]) => heading)
    expect(headings).toEqual(['💥 Error: <code>gone</code>', '❌ Failed: <code>bad</code>', '✅ Passed: <code>fine</code>'])
  })
})

describe('hostile text', () => {
  const harmless = renderMarkdown(summary(full('x')))

  test.each(Object.entries(HOSTILE_TEXTS))('stays text: %s', async (_, text) => {
    const html = await renderMarkdown(summary(full(`x ${text}`)))
    const outsideCode = html.replace(/<(code|pre)>.*?<\/\1>/gs, '')
    const elements = (page: string) => tags(page.replace(/<code>[^<]*<\/code>/g, ''))
    expect(elements(html)).toEqual(elements(await harmless))
    expect(outsideCode).not.toMatch(/@\w|#\d/)
  })

  test('a word without end is cut, and broken so that the other columns stay in sight', () => {
    const text = summary(full(LONG_REPLY))
    expect(Buffer.byteLength(text)).toBeLessThan(100_000)
    const cells = [...text.matchAll(/<code>(.*?)<\/code>/gs)].map(([, cell = '']) => cell.replaceAll('&#10;', '\n'))
    for (const cell of cells) {
      expect(cell.length).toBeLessThanOrEqual(500)
      for (const line of cell.split('\n')) expect([...line].length).toBeLessThanOrEqual(31)
    }
  })
})

describe('the size', () => {
  const reply = 'ü'.repeat(400)
  const long = (number: number) => aFailedCase({ name: `${number} ${reply}`, message: reply })
  const outcomes: readonly [string, StepOutcome, RegExp][] = [
    ['10,000 passing cases', failingRun(10_000, (number) => aCase({ name: `utterance ${number}` })), /not listed/],
    [
      'cases whose letters take two bytes',
      failingRun(1_500, (number) => aCase({ name: `${number} ${'ü'.repeat(300)}` })),
      /not listed/,
    ],
    ['1,000 long failures', failingRun(1_000, long), /Only the worst 200 of 1,000 cases/],
    ['failures with long checks', failingRun(300, (number) => longChecks(number)), /Only the worst 20 of 300 cases/],
    ['endless checks', failingRun(300, (number) => longChecks(number, 20)), /Only counts are shown,/],
    ['2,000 suites with long names', manySuites(2_000), /those of all suites together/],
  ]

  function longChecks(number: number, count = 5) {
    const check = aCheck({ what: '<'.repeat(400), expected: '<'.repeat(400), found: '<'.repeat(400), passed: false })
    return aFailedCase({ name: `${number}`, checks: Array.from({ length: count }, () => check) })
  }

  function manySuites(count: number) {
    return anOutcome(Array.from({ length: count }, (_, index) => aSuite({ suite: `${index} ${reply}` })))
  }

  test.each(outcomes)('of %s stays within 900 KiB of UTF-8, and the page says what it leaves out', async (_, outcome, said) => {
    const text = summary(outcome)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_BYTES)
    expect(text).toMatch(said)
  })

  test.each([1, 12, 1_000])('leaves out nothing of %i cases', (count) => {
    const text = summary(failingRun(count))
    expect(text).not.toContain('✂️')
    expect(text.split('utterance ')).toHaveLength(count + 1)
  })

  test('leaves out none of the worst: each failing case of 10,000 is there when they fit', () => {
    const text = summary(failingRun(10_000, (number) => (number % 10 ? aCase() : aFailedCase({ name: `bad ${number}` }))))
    expect(text.split('<code>bad ')).toHaveLength(1_001)
  })
})
