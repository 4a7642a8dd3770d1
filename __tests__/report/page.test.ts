/** `report.html` as a text: what it carries, and that nothing in it can run but what is ours. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { StepOutcome } from '../../src/outcome.ts'
import { joinModules } from '../../src/report/page/join-modules.ts'
import { caseLink, casesData, headData, textLimitOf } from '../../src/report/page/outcome-data.ts'
import { page } from '../../src/report/page/page.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, cases, resultsOf } from '../support/results.ts'

const html = (outcome: StepOutcome): string => [...page(outcome)].join('')

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start) + start.length
  return text.slice(from, text.indexOf(end, from))
}

const DATA = '<script type="application/json" id="data">'

function dataOf(text: string): unknown {
  return JSON.parse(between(text, DATA, '</script>'))
}

test('the policy allows the two blocks that are ours by their digests, and nothing else', () => {
  const text = html(anOutcome())
  const policy = between(text, '<meta http-equiv="content-security-policy" content="', '"').split('; ')
  const digest = (block: string): string => `'sha256-${createHash('sha256').update(block).digest('base64')}'`
  expect(policy).toEqual([
    "default-src 'none'",
    `script-src ${digest(between(text, '<script type="module">', '</script>'))}`,
    `style-src ${digest(between(text, '<style>', '</style>'))}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])
  expect(text).not.toMatch(/<link|<img|<iframe|@import|url\(| on\w+=| style=/)
})

test.each(Object.entries(HOSTILE_TEXTS))('%s stands in the data alone, where no tag can begin', (_, text) => {
  const hostile = aFailedCase({ name: text, message: text, checks: [aCheck({ what: text, expected: text, found: text })] })
  const suite = aSuite({ suite: text, said: text, files: [text], results: resultsOf([hostile], { warnings: [text] }) })
  const made = html(anOutcome([suite], { provider: text, reasons: [text], message: 'failed' }))
  const data = between(made, DATA, '</script>')
  expect(data).not.toContain('<')
  expect(made.replace(data, '')).toBe(
    html(anOutcome([], { conclusion: 'passed', message: 'failed' })).replace(/(id="data">)[^<]*/, '$1'),
  )
  expect(dataOf(made)).toMatchObject({ cases: [{ name: text.toWellFormed() === text ? text : expect.anything() }] })
})

test('no font of emojis is named: it has digits too, and where the generic family is not found they would be written in it', () => {
  expect(html(anOutcome())).not.toMatch(/emoji"/i)
})

test('a message that names foreign things stays text where scripts are off', () => {
  const made = html(anOutcome([], { message: 'the suite <img src=x onerror=alert(1)> is not there' }))
  expect(between(made, '<noscript>', '</noscript>')).not.toContain('<img')
})

test('the cases come with what a designer needs, and without what says nothing', () => {
  const place = { path: 'tests/suite.csv', line: 7 }
  const quarantine = { reason: 'BOT-142', expires: '2026-12-31' }
  const full = aFailedCase({
    ...{ message: 'why', durationMs: 5, flaky: true, tries: 2, facts: new Map([['Result type', 'FP']]), quarantine, place },
    turns: [{ speaker: 'user', text: 'hello' }],
  })
  const outcome = anOutcome([aSuiteWithoutResults({ suite: 'Other' }), aSuite({ results: resultsOf([full, aCase()]) })])
  expect([...casesData(outcome, Number.POSITIVE_INFINITY)]).toEqual([
    {
      ...{ link: caseLink('Regression', full.name), suite: 1, name: full.name, status: 'failed', message: 'why', durationMs: 5 },
      ...{ flaky: true, tries: 2, checks: [['intent', 'Book Flight', 'Cancel Flight', false]], facts: [['Result type', 'FP']] },
      ...{ turns: [['user', 'hello']], quarantine, place },
    },
    {
      ...{ link: caseLink('Regression', 'book a flight'), suite: 1, name: 'book a flight', status: 'passed' },
      checks: [['intent', 'Book Flight', 'Book Flight', true]],
    },
  ])
})

test('each case knows how it stands against the baseline of its suite', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const comparison = { regressions: ['a'], fixed: ['b'], stillFailing: ['c'], added: ['d'], gone: ['z'], metrics: [] }
  const results = resultsOf(names.map((name) => aCase({ name })))
  const outcome = anOutcome([aSuite({ results, comparison }), aSuite({ suite: 'Other', results })])
  const changes = [...casesData(outcome, 100)].map(({ change }) => change)
  expect(changes.slice(0, 5)).toEqual(['regression', 'fixed', 'still failing', 'new', undefined])
  expect(changes.slice(5)).toEqual(names.map(() => undefined))
  expect(headData(outcome, 100).suites[0]).toMatchObject({ gone: ['z'], metricChanges: [] })
})

test('only addresses of the web become links', () => {
  const trend = [{ finishedAt: 0, runUrl: 'data:text/html,x', metrics: {} }]
  const baseline = { branch: 'main', runUrl: 'https://github.com/o/r/actions/runs/1', trend }
  const { suites, baseline: shown } = headData(anOutcome([aSuite({ runUrl: 'javascript:alert(1)' })], { baseline }), 100)
  expect(suites[0]).not.toHaveProperty('runUrl')
  expect(shown).toEqual({
    branch: 'main',
    url: 'https://github.com/o/r/actions/runs/1',
    trend: [{ finished: '1970-01-01 00:00 UTC', metrics: {} }],
  })
})

describe('the link of a case', () => {
  test('holds from run to run, whatever stands beside the case', () => {
    expect(caseLink('Regression', 'book a flight')).toBe('case-WYZ0aKnP')
  })

  test('differs by suite and by name, wherever one ends and the other begins', () => {
    const links = [caseLink('a', 'bc'), caseLink('ab', 'c'), caseLink('a', 'bd'), caseLink('b', 'bc')]
    expect(new Set(links).size).toBe(4)
  })

  test.each(Object.entries(HOSTILE_TEXTS))('is made of letters and digits for %s', (_, text) => {
    expect(caseLink(text, text)).toMatch(/^case-[\w-]{8}$/)
  })
})

describe('what is too much', () => {
  test('comes in pieces: 100,000 cases are never one text', () => {
    const outcome = anOutcome([aSuite({ results: resultsOf(cases(100_000, (number) => aCase({ name: `case ${number}` }))) })])
    let longest = 0
    let length = 0
    for (const piece of page(outcome)) {
      longest = Math.max(longest, piece.length)
      length += piece.length
    }
    expect(longest).toBeLessThan(200_000)
    expect(length).toBeGreaterThan(10_000_000)
  })

  test('keeps every case and cuts long texts, and says how far', () => {
    const long = 'x'.repeat(2 * 1024 * 1024)
    const outcome = anOutcome([
      aSuite({ results: resultsOf(cases(30, (number) => aCase({ name: `${number}`, message: long }))) }),
    ])
    expect(textLimitOf(outcome)).toBe(20_000)
    const made = html(outcome)
    expect(made.length).toBeLessThan(1_000_000)
    expect(made.match(/"link":/g)).toHaveLength(30)
    expect(dataOf(made)).toMatchObject({ textLimit: 20_000 })
  })

  test('is not said of a page that has all its texts', () => {
    const outcome = anOutcome([aSuite({ results: resultsOf([aCase({ message: 'x'.repeat(1_000_000) })]) })])
    expect(textLimitOf(outcome)).toBe(Number.POSITIVE_INFINITY)
    expect(dataOf(html(outcome))).not.toHaveProperty('textLimit')
  })
})

describe('modules for the browser', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'modules-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function joined(files: Readonly<Record<string, string>>): Promise<string> {
    for (const [name, code] of Object.entries(files)) await writeFile(join(folder, name), code)
    return joinModules(pathToFileURL(join(folder, 'main.ts')))
  }

  test('become one, without types and comments, each before who needs it and once', async () => {
    const code = await joined({
      'main.ts':
        "/** Main. */\nimport { b } from './b.ts'\nimport { a } from './a.ts'\nimport type { C } from './c.ts'\nexport const c: C = a + b\n",
      'a.ts': '// One.\nexport const a: number = 1\n',
      'b.ts': "import {\n  a,\n} from './a.ts'\nexport function b(): number {\n  return a\n}\n",
    })
    expect(code.replace(/ +/g, ' ')).toBe('const a = 1\nfunction b() {\n return a\n}\nconst c = a + b')
  })

  test('may not declare the same name twice', async () => {
    const files = {
      'main.ts': "import { a } from './a.ts'\nfunction b() {}\nb(a)\n",
      'a.ts': 'const b = 1\nexport const a = b\n',
    }
    await expect(joined(files)).rejects.toThrow(/main\.ts and .*a\.ts both declare b/)
  })

  test.each([
    ['a package', "import { z } from 'zod'\n", 'cannot be joined'],
    ['a whole module', "import * as a from './a.ts'\n", 'cannot be joined'],
    ['under another name', "import { a as b } from './a.ts'\n", 'renames'],
    ['to pass it on', "export { a } from './a.ts'\n", 'cannot be joined'],
  ])('may not import %s', async (_, code, message) => {
    await expect(joined({ 'main.ts': code, 'a.ts': 'export const a = 1\n' })).rejects.toThrow(message)
  })
})
