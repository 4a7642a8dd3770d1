/** `report.html` under attack: whatever a vendor sends is words, and whatever gets into the page cannot run. */
import { describe, expect, test } from '@jest/globals'
import type { StepOutcome } from '../../src/outcome.ts'
import { HOSTILE_TEXTS, LONG_REPLY } from '../support/hostile-texts.ts'
import { aCheck, aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'
import { open, takeTroubles, useBrowser, violations } from './page-stage.ts'

useBrowser()

/** The text in every place that holds one. */
function hostileOutcome(texts: readonly string[]): StepOutcome {
  const all = texts.map((text, index) =>
    aFailedCase({
      ...{ name: `${index} ${text}`, message: text, facts: new Map([[text, text]]), turns: [{ speaker: text, text }] },
      checks: [aCheck({ what: text, expected: text, found: `${text}!`, passed: false })],
      quarantine: { reason: text, expires: text },
      place: { path: text, line: 1 },
    }),
  )
  const suites = texts.map((text) =>
    aSuite({
      ...{ suite: text, runId: text, runUrl: text, reasons: [text], said: text, files: [text], conclusion: 'failed' },
      results: resultsOf(all, { figures: new Map([[text, text]]), contradictions: [text], warnings: [text], failure: text }),
      comparison: { regressions: [], fixed: [], stillFailing: [], added: [], gone: [text], metrics: [] },
    }),
  )
  const trend = [{ finishedAt: 0, runUrl: texts.join(), metrics: {} }]
  const told = { provider: texts.join(), noun: texts.join(), gate: texts.join(), message: texts.join(), reasons: texts }
  return anOutcome(suites, { ...told, baseline: { branch: texts.join(), runUrl: texts.join(), trend } })
}

const OUTCOME = hostileOutcome(Object.values(HOSTILE_TEXTS))

/** All that could run, load or lead away. */
const DANGEROUS = `[...document.body.querySelectorAll('*')].filter((each) =>
  ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'LINK', 'STYLE', 'FORM', 'BASE', 'META'].includes(each.tagName) ||
  (each.tagName === 'A' && !each.getAttribute('href').startsWith('#')) ||
  [...each.attributes].some(({ name }) => name.startsWith('on'))
).map((each) => each.outerHTML)`

test.each(['', '#changes', '#run'])('no text comes to life (%s)', async (hash) => {
  const page = await open(OUTCOME, { hash })
  expect(await page.evaluate(DANGEROUS)).toEqual([])
  expect(await page.evaluate("document.querySelectorAll('script').length")).toBe(2)
  expect(await page.locator('main').innerText()).toContain('<img src=x onerror=alert(1)>')
  expect(await violations(page)).toEqual([])
})

test('every case can be opened, and shows its text', async () => {
  const page = await open(OUTCOME)
  for (const text of Object.values(HOSTILE_TEXTS)) {
    expect(await page.locator('.detail h2').textContent()).toContain(/^[ -~]*/.exec(text)?.[0])
    expect(await page.evaluate(DANGEROUS)).toEqual([])
    await page.keyboard.press('j')
  }
})

test.each([320, 1280])('no text breaks out of a page of %s pixels', async (width) => {
  const wide = hostileOutcome(['W'.repeat(5000), `${'\u202e'.repeat(100)}${'Z'.repeat(500)}`])
  for (const hash of ['', '#changes', '#run']) {
    const page = await open(wide, { width, hash })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  }
})

test('a reply of a megabyte is shown in part, and more of it with each press', async () => {
  const results = resultsOf([aFailedCase({ turns: [{ speaker: 'bot', text: `ab${LONG_REPLY}` }] })])
  const page = await open(anOutcome([aSuite({ results })]))
  const reply = page.locator('.turn .text')
  expect((await reply.textContent())?.slice(0, 2999)).toBe(`ab${LONG_REPLY.slice(0, 2997)}`)
  for (const left of ['1,047,003', '1,027,003']) {
    expect((await reply.textContent())?.slice(-30)).toContain(`… ${left} more characters`)
    await reply.locator('button').click()
  }
})

describe('what gets into the page all the same', () => {
  test.each([
    [
      'a script',
      'require-trusted-types-for',
      "const made = document.createElement('script'); made.text = 'document.title = 1'; document.body.append(made)",
    ],
    [
      'a handler',
      'require-trusted-types-for',
      "const made = document.createElement('b'); made.setAttribute('onclick', 'document.title = 1'); document.body.append(made); made.click()",
    ],
    [
      'markup',
      'require-trusted-types-for',
      "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title = 1\">')",
    ],
    [
      'an image',
      'img-src',
      "const made = document.createElement('img'); made.src = 'https://evil.example/x.png'; document.body.append(made)",
    ],
    ['a request', 'connect-src', "return fetch('https://evil.example/')"],
    [
      'a frame',
      'frame-src',
      "const made = document.createElement('iframe'); made.src = 'https://evil.example/'; document.body.append(made)",
    ],
    [
      'a base for links',
      'base-uri',
      "const made = document.createElement('base'); made.href = 'https://evil.example/'; document.head.append(made)",
    ],
    [
      'a style',
      'style-src-elem',
      "const made = document.createElement('style'); made.textContent = 'body { display: none }'; document.head.append(made)",
    ],
  ])('is stopped by the policy: %s', async (_, directive, code) => {
    const page = await open(anOutcome())
    const title = await page.title()
    const stopped = await page.evaluate(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective))
      void (async () => { ${code} })().catch(() => {})
      setTimeout(() => resolve('nothing was stopped'), 2000)
    })`)
    expect(stopped).toBe(directive)
    expect([await page.title(), await page.locator('body').isVisible()]).toEqual([title, true])
    expect(takeTroubles().filter((trouble) => trouble.startsWith('asked for'))).toEqual([])
  })
})
