/** What a reviewer reads in the comment on the pull request. */
import { describe, expect, test } from '@jest/globals'
import { renderMarkdown } from '../../scripts/render.ts'
import { markOf, writeMark } from '../../src/comment-mark.ts'
import type { StepOutcome } from '../../src/outcome.ts'
import { type CommentLinks, comment } from '../../src/report/comment.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'
import { HOSTILE_TEXTS, LONG_REPLY } from '../support/hostile-texts.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, cases, resultsOf } from '../support/results.ts'
import { full } from '../support/summary-page.ts'

const LINKS: CommentLinks = { runUrl: 'https://github.com/o/r/actions/runs/1' }

async function words(outcome: StepOutcome, links: CommentLinks = LINKS): Promise<string> {
  const html = await renderMarkdown(comment(outcome, 'test', links))
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

const failing = anOutcome([
  aSuite({ conclusion: 'failed', reasons: ['1 of 2 cases failed', 'f1 is low'], results: resultsOf([aCase(), aFailedCase()]) }),
])

test('verdict, why, counts and what failed stand in the order of need', async () => {
  const text = await words(failing)
  const parts = [
    '❌ Failed: Regression',
    '1 of 2 cases failed',
    'F1 is low',
    'Cases',
    'What failed Case Checked Expected Found',
    '❌ cancel my flight intent Book Flight Cancel Flight',
    'Workflow run',
    'Job test',
  ]
  const places = parts.map((part) => text.indexOf(part))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((left, right) => left - right))
})

test('reasons beyond the sixth are counted', async () => {
  const reasons = cases(9, (number) => aCase({ name: `reason ${number}` })).map(({ name }) => name)
  const text = await words({ ...failing, reasons })
  expect(text).toMatch(/Reason 6 3 more/)
  expect(text).not.toContain('Reason 7')
})

test('the run, the report and the artifact are linked', async () => {
  const links = {
    ...LINKS,
    artifactUrl: 'https://github.com/o/r/actions/runs/1/artifacts/7',
    pageUrl: 'https://github.com/o/r/8',
  }
  const html = await renderMarkdown(comment(failing, '', links))
  expect([...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    LINKS.runUrl,
    links.pageUrl,
    links.artifactUrl,
  ])
})

test('what changed since the baseline is told', async () => {
  const comparison = { regressions: ['cancel my flight'], fixed: ['hello'], stillFailing: [], added: [], gone: [], metrics: [] }
  const suites = failing.suites.map((suite) => ({ ...suite, comparison }))
  const baseline = { branch: 'main', runUrl: 'https://github.com/o/r/actions/runs/0', trend: [] }
  const text = await words({ ...failing, suites, baseline })
  expect(text).toMatch(/main .*1 regression .*1 fixed/)
})

test('ten failing cases are listed, the worst first, and it is told that there are more', async () => {
  const many = cases(30, (number) => aFailedCase({ name: `utterance ${number}` }))
  const bad = aFailedCase({
    name: 'worst',
    checks: [1, 2, 3, 4].map((number) => aCheck({ what: `check ${number}`, passed: false })),
  })
  const text = await words(anOutcome([aSuite({ conclusion: 'failed', results: resultsOf([...many, bad]) })]))
  expect(text).toContain('What failed (10 of 31)')
  expect(text).toMatch(/❌ worst check 1 .*check 3 .*❌ utterance 1 .*❌ utterance 9 /)
  expect(text).not.toMatch(/check 4|utterance 10 /)
})

test('of several suites each failing case names its own', async () => {
  const suites = ['Smoke', 'Full'].map((suite) => aSuite({ suite, conclusion: 'failed', results: resultsOf([aFailedCase()]) }))
  const text = await words(anOutcome(suites))
  expect(text).toMatch(/cancel my flight in Smoke .*cancel my flight in Full/)
})

test('a case without checks has its message, and one that could not be run its own sign', async () => {
  const odd = [aFailedCase({ checks: [], message: 'no answer' }), aCase({ name: 'broken', status: 'error', checks: [] })]
  const text = await words(anOutcome([aSuite({ conclusion: 'failed', results: resultsOf(odd) })]))
  expect(text).toMatch(/❌ cancel my flight no answer .*⚠️ broken The vendor gave no reason\./)
})

test('an end without results tells why and what to do', async () => {
  const text = await words(anOutcome([aSuiteWithoutResults()]))
  expect(text).toMatch(/💥 Error: Regression The run ended without a result The problem is on the vendor’s side/)
  expect(text).not.toContain('What failed')
})

describe('hostile text', () => {
  const elements = (html: string) => [...html.replace(/<code>[^<]*<\/code>/g, '').matchAll(/<\/?[a-z0-9]+/g)].map(([tag]) => tag)
  const harmless = renderMarkdown(comment(full('x'), 'x', LINKS))

  test.each(Object.entries(HOSTILE_TEXTS))('stays text: %s', async (_, text) => {
    const html = await renderMarkdown(comment(full(`x ${text}`), `x ${text}`, LINKS))
    expect(elements(html)).toEqual(elements(await harmless))
    expect(html.replace(/<(code|pre)[^>]*>.*?<\/\1>/gs, '')).not.toMatch(/@\w|#\d/)
    expect([...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, address]) => address)).toEqual([LINKS.runUrl])
  })
})

const huge: readonly (readonly [what: string, outcome: StepOutcome])[] = [
  ['endless words everywhere', full(LONG_REPLY)],
  ['nothing but marks', full('<'.repeat(10_000))],
  [
    'ten thousand failures',
    anOutcome([aSuite({ results: resultsOf(cases(10_000, (number) => aFailedCase({ name: `${number}` }))) })]),
  ],
  [
    'a thousand suites',
    anOutcome(
      cases(1000, (number) => aCase({ name: `${number}` })).map(({ name }) => aSuite({ suite: `${name}${'&'.repeat(200)}` })),
    ),
  ],
  ['reasons without end', anOutcome([], { reasons: Array.from({ length: 500 }, () => '*'.repeat(5000)) })],
]

/** The comment as it is sent, with the mark in front of it. */
function marked(outcome: StepOutcome): string {
  return `${writeMark(markOf(outcome, workflowRunOf({})))}\n\n${comment(outcome, 'test', LINKS)}`
}

test.each(huge)('%s fit into what GitHub takes', async (_, outcome) => {
  const text = marked(outcome)
  expect(text.length).toBeLessThanOrEqual(65_536)
  expect(await renderMarkdown(text)).toContain(LINKS.runUrl)
})

test('what grows suite by suite up to the 65,536 characters that GitHub takes is shortened before it is beyond them', () => {
  const suites = Array.from({ length: 300 }, (_, index) => aSuite({ suite: `${index} ${'x'.repeat(100)}` }))
  const lengths = suites.slice(200).map((_, index) => marked(anOutcome(suites.slice(0, 200 + index))).length)
  expect(Math.max(...lengths)).toBeGreaterThan(64_000)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(65_536)
})
