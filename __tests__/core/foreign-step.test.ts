/** What another job's artifact says is shown only as ours would be, whoever wrote it. */
import { describe, expect, test } from '@jest/globals'
import { foreignStep } from '../../src/foreign-step.ts'
import type { StepOutcome, SuiteOutcome } from '../../src/outcome.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'

const BAD = 'secret'
const PAGES = 'https://github.com/o/r/actions/runs/'
const starred = (text: string): string => text.replaceAll(BAD, '***')
const shown = (changes: Partial<StepOutcome>) => foreignStep({ ...anOutcome(), ...changes }, starred, PAGES)
const suite = (changes: Partial<SuiteOutcome>) => shown({ suites: [aSuite(changes)] }).suites[0]

test('what our own steps write comes through unchanged', () => {
  const place = { path: 'suites/regression.csv', line: 7 }
  const quarantine = { reason: 'flaky bot', expires: '2026-12-31' }
  const turns = [{ speaker: 'bot', text: 'hello' }]
  const told = aSuite({
    said: 'x',
    results: resultsOf([aCase({ turns, place }), aFailedCase({ quarantine, place })], { metrics: { f1: 0.5 } }),
    comparison: { regressions: ['a'], fixed: [], stillFailing: [], added: [], gone: ['b'], metrics: [] },
  })
  const baseline = { branch: 'main', runUrl: 'https://github.com/o/r/actions/runs/7', trend: [] }
  const origin = { job: 'nightly', index: 3, step: 'gate', attempt: 2 }
  const { message: _, gate: __, ...step } = anOutcome([told], { baseline, origin })
  expect(shown({ ...step })).toEqual(step)
})

test('every text is changed, wherever it stands', () => {
  const everywhere = aSuite({
    suite: BAD,
    runId: BAD,
    said: BAD,
    reasons: [BAD],
    conclusion: 'failed',
    results: resultsOf(
      [
        aFailedCase({
          name: BAD,
          message: BAD,
          checks: [aCheck({ what: BAD, expected: BAD, found: BAD })],
          facts: new Map([['fact', BAD]]),
          turns: [{ speaker: BAD, text: BAD }],
          quarantine: { reason: BAD, expires: BAD },
          place: { path: BAD, line: 1 },
        }),
      ],
      { figures: new Map([['figure', BAD]]), failure: BAD, doubt: BAD, contradictions: [BAD], warnings: [BAD] },
    ),
    comparison: { regressions: [BAD], fixed: [BAD], stillFailing: [BAD], added: [BAD], gone: [BAD], metrics: [] },
  })
  const baseline = { branch: BAD, runUrl: `${PAGES}7`, trend: [] }
  const step = shown({ suites: [everywhere], baseline, origin: { job: BAD, index: 0, step: BAD, attempt: 1 } })
  const all = JSON.stringify(step, (_, value) => (value instanceof Map ? [...value] : value))
  expect(all).not.toContain(BAD)
  expect(all.match(/\*\*\*/g)).toHaveLength(28)
})

describe('an address is kept only of a run of this repository', () => {
  test.each([
    ['javascript:alert(1)'],
    ['https://github.com/evil/r/actions/runs/7'],
    ['https://evil.example/?https://github.com/o/r/actions/runs/7'],
    [PAGES],
    [`${PAGES}7\n::error::b`],
    [`${PAGES}../../../evil`],
    [`${PAGES}${'7'.repeat(5000)}`],
    [''],
  ])('%s is not', (runUrl) => {
    expect(shown({ baseline: { branch: 'main', runUrl, trend: [] } })).not.toHaveProperty('baseline')
  })

  test('and none of a vendor', () => {
    expect(suite({ runUrl: 'https://platform.kore.ai/runs/1' })).not.toHaveProperty('runUrl')
  })
})

describe('the id of a run', () => {
  test.each([['tr-1'], ['a1,b2'], ['x'.repeat(2000)]])('is kept when it looks like one', (runId) => {
    expect(suite({ runId })?.runId).toBe(runId)
  })

  test.each([['x'.repeat(2001)], ['please approve'], ['a\nb'], ['tr-1\n'], ['<img>'], ['']])('%j is not', (runId) => {
    expect(suite({ runId })).not.toHaveProperty('runId')
  })
})

test('a mode that there is not is not repeated', () => {
  expect(shown({ mode: 'all is well' }).mode).toBe('unknown')
  expect(shown({ mode: 'collect' }).mode).toBe('collect')
})

describe('a place is kept only when it is in the workspace', () => {
  test.each([
    ['/etc/passwd'],
    ['../a.csv'],
    ['a/../../b.csv'],
    ['C:\\a.csv'],
    ['\\\\host\\a.csv'],
    ['a\n::error::b'],
    ['a\\..\\b'],
  ])('%j is not', (path) => {
    const [first] = suite({ results: resultsOf([aCase({ place: { path, line: 1 } })]) })?.results?.cases ?? []
    expect(first).toEqual(aCase())
  })
})

test.each([
  ['<img src=x>', '<img src=x>', '', 'cases'],
  ['Kapso\n', 'cases)\n# x', '', 'cases'],
  ['x'.repeat(100), 'y'.repeat(100), '', 'cases'],
  ['kapso', 'test cases', 'kapso', 'test cases'],
])('the provider %j and what it calls its cases, %j', (provider, noun, shownProvider, shownNoun) => {
  expect(shown({ provider, noun })).toMatchObject({ provider: shownProvider, noun: shownNoun })
})
