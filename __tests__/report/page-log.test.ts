/** The vendor's log in `report.html`: what the page carries of it, and how it is read, in Chromium. */
import { describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { StepOutcome } from '../../src/outcome.ts'
import { headData } from '../../src/report/page/outcome-data.ts'
import { page as report } from '../../src/report/page/page.ts'
import type { LogLine, RunLog } from '../../src/results.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { anOutcome, aSuite, aSuiteWithoutResults } from '../support/results.ts'
import { open, useBrowser, violations } from './page-stage.ts'

useBrowser()

function linesOf(section: string, ...texts: readonly string[]): LogLine[] {
  return texts.map((text) => ({ section, text }))
}

const CLONE = linesOf('Clone Repository', "Cloning into '/workspace/x'...", 'Task completed successfully')
const SHORT: RunLog = { lines: [...CLONE, ...linesOf('Run Test Suites', '', 'book a flight : pass')], leftOut: 0 }
const MANY = Array.from({ length: 4000 }, (_, index) => `line ${index + 1} of what was written down while it ran`)
const LONG: RunLog = { lines: linesOf('Run Test Suites', ...MANY), leftOut: 12_000 }
/** For the browser to scroll, which it may do smoothly. */
const PATIENCE_MS = 2000
const FILES = ['vendor/Flights/run.json', 'vendor/Flights/logs.txt']

function withLog(log: RunLog): StepOutcome {
  return anOutcome([aSuite({ suite: 'Flights', log, files: FILES })])
}

async function openLog(outcome: StepOutcome, opening: Parameters<typeof open>[1] = {}): Promise<Page> {
  const page = await open(outcome, { ...opening, hash: '#run' })
  await page.locator('.log summary').first().click()
  await page.locator('.log .lines').first().waitFor()
  return page
}

/** Waits until the words are in sight within the log. */
async function shown(page: Page, words: string): Promise<void> {
  const isShown = await page.evaluate(`new Promise((resolve) => {
    const [text] = document.querySelector('.log .code').childNodes
    const at = text.data.indexOf('${words}')
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + ${words.length})
    const giveUp = performance.now() + ${PATIENCE_MS}
    const look = () => {
      const { top, bottom } = document.querySelector('.log .lines').getBoundingClientRect()
      const place = range.getBoundingClientRect()
      if (place.top >= top && place.bottom <= bottom) resolve(true)
      else if (performance.now() > giveUp) resolve(false)
      else requestAnimationFrame(look)
    }
    look()
  })`)
  expect({ words, isShown }).toEqual({ words, isShown: true })
}

describe('what the page carries', () => {
  const logOf = (outcome: StepOutcome) => headData(outcome, 100).suites[0]?.log

  test('is the log section by section, and where the whole one lies', () => {
    expect(logOf(withLog(SHORT))).toEqual({
      parts: [
        ['Clone Repository', "Cloning into '/workspace/x'...\nTask completed successfully"],
        ['Run Test Suites', '\nbook a flight : pass'],
      ],
      ...{ lines: 4, leftOut: 0, file: 'vendor/Flights/logs.txt' },
    })
    expect(logOf(anOutcome([aSuite({ files: FILES })]))).toBeUndefined()
    expect(logOf(anOutcome([aSuiteWithoutResults({ log: SHORT })]))).not.toHaveProperty('file')
  })

  test('is less of each where there are very many, and the end of it', () => {
    const line = 'é'.repeat(999)
    const log = { lines: linesOf('Run', ...Array.from({ length: 100 }, () => line), 'the end'), leftOut: 5 }
    const { suites } = headData(anOutcome(Array.from({ length: 256 }, () => aSuite({ log }))), 100)
    const [first] = suites
    expect(first?.log?.lines).toBe(17)
    expect(first?.log?.leftOut).toBe(5 + 101 - 17)
    expect(first?.log?.parts[0]?.[1]).toMatch(/é\nthe end$/)
    expect(Buffer.byteLength(JSON.stringify(suites))).toBeLessThan(9 * 1024 * 1024)
  })

  test.each(Object.values(HOSTILE_TEXTS))('has no tag in it: %s', (text) => {
    const made = [...report(withLog({ lines: linesOf(text, text, '</script><script>alert(1)</script>'), leftOut: 0 }))].join('')
    const from = made.indexOf('id="data">') + 'id="data">'.length
    expect(made.slice(from, made.indexOf('</script>', from))).toMatch(/^[^<]*\]\}$/)
  })
})

describe('a log', () => {
  test('is closed, made when it is opened with a click, and shows each section with its lines', async () => {
    const page = await open(withLog(SHORT))
    await page.click('text=Run, logs and files')
    expect(await page.locator('.log summary').textContent()).toBe('Log of Flights: 4 lines')
    expect(await page.locator('.log .lines').count()).toBe(0)
    await page.locator('.log summary').click()
    await page.locator('.log .lines').waitFor()
    expect(await page.locator('.log h4').allInnerTexts()).toEqual(['Clone Repository', 'Run Test Suites'])
    expect(await page.locator('.log .code').allTextContents()).toEqual([
      "Cloning into '/workspace/x'...\nTask completed successfully",
      '\nbook a flight : pass',
    ])
    expect(await page.locator('.log').innerText()).toContain(
      'The whole log is in vendor/Flights/logs.txt, in the artifact with all files.',
    )
    expect(await page.evaluate("getComputedStyle(document.querySelector('.log .code')).fontFamily")).toMatch(/mono/i)
  })

  test('is closed and opened again without being made twice', async () => {
    const page = await openLog(withLog(SHORT))
    for (let press = 0; press < 2; press++) await page.locator('.log summary').click()
    expect(await page.locator('.log .lines').count()).toBe(1)
    expect(await page.locator('.log .lines').isVisible()).toBe(true)
  })

  test('that was cut says how much is left out, and opens at its end', async () => {
    const page = await openLog(withLog(LONG))
    expect(await page.locator('.log summary').textContent()).toBe('Log of Flights: the last 4,000 of 16,000 lines')
    expect(await page.locator('.log .hint').innerText()).toBe(
      'The first 12,000 lines are left out here: what went wrong stands at the end. ' +
        'The whole log is in vendor/Flights/logs.txt, in the artifact with all files.',
    )
    await shown(page, 'line 4000 of')
  })

  test('is opened and gone through with the keyboard', async () => {
    const page = await open(withLog(LONG), { hash: '#run' })
    await page.locator('.tabs a').last().focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.log .lines').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.locator('.log .lines:focus').count()).toBe(1)
    await page.keyboard.press('Home')
    await shown(page, 'line 1 of')
  })

  test('has all its lines in the page, where the search of the browser finds them', async () => {
    const page = await openLog(withLog(LONG))
    // What is not laid out has no such text.
    expect(await page.locator('.log .code').innerText()).toBe(MANY.join('\n'))
  })

  test('has a name for screen readers, by its suite', async () => {
    const page = await openLog(withLog(SHORT))
    expect(await page.getByRole('region', { name: 'Log of Flights', exact: true }).isVisible()).toBe(true)
    expect(await page.locator('.log').ariaSnapshot()).toContain('heading "Clone Repository" [level=4]')
  })

  test('of a run that was left says that there is no file of it', async () => {
    const page = await openLog(anOutcome([aSuiteWithoutResults({ log: SHORT })]))
    expect(await page.locator('.log .hint').innerText()).toContain('no log file was saved')
  })

  test.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['narrow', { width: 420 }],
    ['narrow and dark', { width: 420, dark: true }],
  ])('is nothing that axe finds wrong, open and %s', async (_, opening) => {
    const page = await openLog(withLog(LONG), opening)
    expect(await violations(page)).toEqual([])
  })
})

describe('whatever is written in a log', () => {
  const texts = [...Object.values(HOSTILE_TEXTS), '</script><script>document.title = 1</script>', 'W'.repeat(2000)]
  const hostile = withLog({ lines: texts.flatMap((text) => linesOf(text, text)), leftOut: 0 })

  test.each([320, 1280])('stays words, and within a page of %s pixels', async (width) => {
    const page = await openLog(hostile, { width })
    const title = await page.title()
    expect(await page.locator('.log :is(script, img, a, h1)').count()).toBe(0)
    expect(await page.locator('.log .lines').innerText()).toContain('<img src=x onerror=alert(1)>')
    expect(await page.locator('.log .unseen').count()).toBeGreaterThan(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.title()).toBe(title)
  })
})

test('a page of other jobs says where their logs are', async () => {
  const artifact = { name: 'smoke-files', url: 'https://github.com/o/r/actions/runs/1/artifacts/2' }
  const page = await open(anOutcome([aSuite({ artifact })], { mode: 'report' }), { hash: '#run' })
  expect(await page.locator('.run .hint').innerText()).toBe(
    'The files of the vendor, and its log where it gave one, are in the artifact smoke-files; its report.html shows the log.',
  )
})

test('a log of the largest size is there in a moment, and does not hold the first view', async () => {
  const line = `${'x'.repeat(24)} `.repeat(4)
  const log = { lines: linesOf('Run', ...Array.from({ length: 2600 }, () => line)), leftOut: 0 }
  const page = await open(anOutcome(Array.from({ length: 32 }, (_, index) => aSuite({ suite: `${index}`, log }))), {
    hash: '#run',
  })
  expect(await page.locator('.log .lines').count()).toBe(0)
  const took = await page.evaluate(`new Promise((resolve) => {
    const startedAt = performance.now()
    document.querySelector('.log summary').click()
    setTimeout(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt))))
  })`)
  expect(took).toBeLessThan(1000)
})
