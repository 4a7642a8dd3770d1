import { describe, expect, test } from '@jest/globals'
import { renderMarkdown, renderSummary, withPage } from '../../scripts/render.ts'
import type { StepOutcome } from '../../src/outcome.ts'
import { SUMMARY_BYTES, summary } from '../../src/report/summary.ts'
import { HOSTILE_TEXTS, LONG_REPLY } from '../support/hostile-texts.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite } from '../support/results.ts'
import { failingRun, full } from '../support/summary-page.ts'

function tags(html: string): string[] {
  return [...html.matchAll(/<\/?[a-z0-9]+/g)].map(([tag]) => tag)
}

describe('hostile text', () => {
  const harmless = renderMarkdown(summary(full('x')))

  test.each(Object.entries(HOSTILE_TEXTS))('stays text: %s', async (_, text) => {
    const html = await renderMarkdown(summary(full(`x ${text}`)))
    const outsideCode = html.replace(/<(code|pre)[^>]*>.*?<\/\1>/gs, '')
    const elements = (page: string) => tags(page.replace(/<code[^>]*>[^<]*<\/code>/g, ''))
    expect(elements(html)).toEqual(elements(await harmless))
    expect(outsideCode).not.toMatch(/@\w|#\d/)
  })

  test('is seen by a browser as text: nothing of it is an element that loads, links, titles, runs or mentions', async () => {
    const text = Object.values(HOSTILE_TEXTS).join('\n')
    const found = await withPage(await renderSummary(summary(full(text))), {}, async (page) => ({
      foreign: await page
        .locator('main :is(img, svg image, script, iframe, object, form, input, h1, a[href*="evil"], .user-mention)')
        .count(),
      links: await page.locator('main a').count(),
      seen: await page.locator('main').textContent(),
    }))
    expect([found.foreign, found.links]).toEqual([0, 0])
    for (const part of ['<img src=x onerror=alert(1)>', '[click](javascript:alert(1))', '<h1>owned</h1>', '@github/security'])
      expect(found.seen?.replaceAll('\n', '')).toContain(part)
  }, 60_000)

  test('a word without end is cut, and broken so that the other columns stay in sight', () => {
    const text = summary(full(LONG_REPLY))
    expect(Buffer.byteLength(text)).toBeLessThan(100_000)
    const table = [...text.matchAll(/<t[dh][^>]*>.*?<\/t[dh]>/gs)].join('')
    const cells = [...table.matchAll(/<code>(.*?)<\/code>/gs)].map(([, cell = '']) => cell.replaceAll('&#10;', '\n'))
    for (const cell of cells) {
      expect(cell.length).toBeLessThanOrEqual(2_000)
      for (const line of cell.split('\n')) expect([...line].length).toBeLessThanOrEqual(25)
    }
  })
})

describe('the size', () => {
  const reply = 'ü'.repeat(400)
  const long = (number: number) => aFailedCase({ name: `${number} ${reply}`, message: reply })
  const outcomes: readonly [string, StepOutcome, RegExp][] = [
    [
      '10,000 passing cases',
      failingRun(10_000, (number) => aCase({ name: `book a flight to Oslo for ${number} adults` })),
      /not listed/,
    ],
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
