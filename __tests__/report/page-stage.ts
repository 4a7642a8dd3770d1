/** `report.html` in a real browser that reaches nothing: opened as a reader opens it, from a file. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../scripts/render.ts'
import type { StepOutcome } from '../../src/outcome.ts'
import { page as report } from '../../src/report/page/page.ts'

/** How the page is opened. */
export interface Opening {
  readonly dark?: boolean
  /** In pixels; a wide one when not given. */
  readonly width?: number
  /** What follows in the address, with `#`. */
  readonly hash?: string
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** A browser has to be unpacked first. */
const START_MS = 60_000

/** Nothing that a page does takes longer, in milliseconds. */
const PATIENCE_MS = 5000

let browser: Browser
let page: Page
let folder: string
let opens = 0
/** What went wrong in the pages of a test: each of them is a failure. */
const troubles: string[] = []

/** Starts a browser for the tests of a file; each test fails when its page reached out, or broke. */
export function useBrowser(): void {
  jest.setTimeout(START_MS)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-'))
    browser = await launch()
    page = await browser.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    await watch()
  }, START_MS)
  afterEach(async () => {
    await page.goto('about:blank')
    expect(troubles.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })
}

async function watch(): Promise<void> {
  // What the policy stops never comes to a route.
  await page.route('**', (route) => {
    const request = route.request()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && request.url().startsWith('file:'))
      return route.continue()
    troubles.push(`asked for ${request.url()}`)
    return route.abort()
  })
  page.on('pageerror', (error) => void troubles.push(String(error)))
  page.on('console', (message) => void troubles.push(message.text()))
  page.on('dialog', (dialog) => {
    troubles.push(`opened a dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
}

/** Opens the report of an outcome. */
export async function open(outcome: StepOutcome, { dark = false, width = 1280, hash = '' }: Opening = {}): Promise<Page> {
  const file = join(folder, `report-${++opens}.html`)
  await writeFile(file, report(outcome))
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', media: 'screen' })
  await page.goto(`${pathToFileURL(file).href}${hash}`)
  await page.waitForSelector('main')
  return page
}

/** Waits until the case of that name is open. */
export async function opened(shown: Page, name: string): Promise<void> {
  await shown.locator('.detail h2').getByText(name, { exact: true }).waitFor()
}

/** Clicks on a way in which cases end. */
export async function choose(shown: Page, ending: string): Promise<void> {
  await shown.locator('.chip', { hasText: ending }).click()
}

/** How many cases there are, in words. */
export async function told(shown: Page): Promise<string> {
  return shown.locator('.told').innerText()
}

/** What follows in the address, with `#`. */
export function hashOf(shown: Page): string {
  return new URL(shown.url()).hash
}

/** What the test itself provoked, which is no trouble. */
export function takeTroubles(): string[] {
  return troubles.splice(0)
}

/** What axe finds wrong with the page as it stands, for people who read with a screen reader or with tired eyes. */
export async function violations(shown: Page): Promise<string[]> {
  await shown.evaluate(await readFile(AXE, 'utf8'))
  const found: { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] } =
    await shown.evaluate('axe.run()')
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}: ${node.failureSummary}`))
}

/** The texts of the rows that are there, without the words for screen readers. */
export async function rows(shown: Page): Promise<string[]> {
  return shown.locator('.list .name').allTextContents()
}
