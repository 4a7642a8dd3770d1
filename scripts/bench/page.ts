/** How long `report.html` keeps its reader waiting: until there is something to see, and after each key in the search. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { StepOutcome } from '../../src/outcome.ts'
import { page as report } from '../../src/report/page/page.ts'
import { type Case, type Check, countCases } from '../../src/results.ts'
import { ROOT } from '../bundle.ts'
import { launch } from '../render.ts'
import type { Figure } from './table.ts'

const CASES = 10_000
const ROUNDS = 7
const OUTPUT = join(ROOT, 'bench-output')
/** What is typed, letter by letter, and what is clicked on. */
const WORDS = 'number 77 book'
const ENDINGS = ['failed', 'passed', 'all']

/** In milliseconds, as the project promises. */
const GOALS = { view: 1000, filter: 100 } as const

/** Measures a page of 10,000 cases in Chromium, from a file as its readers open it. */
export async function measurePage(): Promise<Figure[]> {
  await mkdir(OUTPUT, { recursive: true })
  const folder = await mkdtemp(join(OUTPUT, 'page-'))
  const browser = await launch()
  try {
    const file = join(folder, 'report.html')
    await writeFile(file, report(outcome()))
    const views: number[] = []
    const filters: number[] = []
    for (let round = 0; round < ROUNDS; round++) await measureRound(browser, pathToFileURL(file).href, views, filters)
    const what = `report.html of ${CASES.toLocaleString('en-US')} cases`
    return [
      { what: `${what}, from its address to the first view`, samples: views, unit: 'ms', goal: { most: GOALS.view } },
      {
        what: `${what}, from a key or click to the filtered list, the slowest of ${WORDS.length + ENDINGS.length}`,
        samples: filters,
        unit: 'ms',
        goal: { most: GOALS.filter },
      },
    ]
  } finally {
    await browser.close()
    await rm(folder, { recursive: true })
  }
}

async function measureRound(browser: Browser, address: string, views: number[], filters: number[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const startedAt = performance.now()
  await page.goto(address)
  await page.evaluate(NEXT_FRAME)
  views.push(performance.now() - startedAt)
  if ((await page.locator('.told').innerText()) !== '10,000 cases') throw new Error('not all cases are in the page')
  const typed = [...WORDS].map((_, index) => typing(WORDS.slice(0, index + 1)))
  const clicked = ENDINGS.map((ending) => `document.querySelector('.chip.${ending}').click()`)
  let slowest = 0
  for (const action of [...typed, ...clicked]) slowest = Math.max(slowest, await timeOf(page, action))
  filters.push(slowest)
  await page.close()
}

/** Resolves when what was done until now can be seen. */
const NEXT_FRAME = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

function typing(words: string): string {
  return `{ const search = document.querySelector('input'); search.value = '${words}'; search.dispatchEvent(new Event('input')) }`
}

/** In milliseconds by the page's own clock: the work, and the layout that it asks for. */
async function timeOf(page: Page, action: string): Promise<number> {
  const time: number = await page.evaluate(`(() => {
    const startedAt = performance.now()
    ${action}
    document.body.getBoundingClientRect()
    return performance.now() - startedAt
  })()`)
  return time
}

function outcome(): StepOutcome {
  const cases = Array.from({ length: CASES }, (_, index) => utterance(index))
  const results = { cases, counts: countCases(cases), metrics: { f1: 0.9 }, figures: new Map(), contradictions: [], warnings: [] }
  const reasons = ['1,000 of 10,000 utterances failed; the check needs 100 %']
  return {
    ...{
      provider: 'kore-batch',
      noun: 'cases',
      mode: 'run',
      conclusion: 'failed',
      message: reasons.join(),
      reasons,
      gate: '100 %',
    },
    suites: [{ suite: 'Regression', conclusion: 'failed', reasons, results, files: [], durationMs: 1 }],
    ...{ startedAt: 0, finishedAt: 1 },
  }
}

function utterance(index: number): Case {
  const passed = index % 10 !== 0
  const intent: Check = { what: 'intent', expected: 'Book Flight', found: passed ? 'Book Flight' : 'Cancel Booking', passed }
  const entities = [0, 1, 2, 3, 4].map((each) => {
    const value = `value ${index} ${each}`
    return { what: `entity Entity${each}`, expected: value, found: value, passed: true }
  })
  const name = `please book flight number ${index} from Berlin to Lisbon for two`
  const facts = new Map([['Result type', passed ? 'True Positive' : 'False Positive']])
  return { name, status: passed ? 'passed' : 'failed', flaky: false, tries: 1, checks: [intent, ...entities], facts }
}
