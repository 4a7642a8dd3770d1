/** `report.html` as a bot designer reads it, in Chromium. */
import { describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { caseLink } from '../../src/report/page/outcome-data.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, resultsOf, START } from '../support/results.ts'
import { BROKEN, FLAKY, MISTAKEN_HASH, OUTCOME, QUARANTINED } from './page-outcome.ts'
import { choose, hashOf, open, opened, rows, told, useBrowser, violations } from './page-stage.ts'

useBrowser()

const DAY = 24 * 60 * 60 * 1000

const detail = (page: Page): Promise<string> => page.locator('.detail').innerText()

describe('at the first look', () => {
  test('the verdict and its reasons stand on top, with the figures', async () => {
    const page = await open(OUTCOME)
    const top = await page.locator('.overview').innerText()
    expect(await page.locator('h1').innerText()).toBe('Failed')
    for (const text of [
      'Flights: 1 of 4 cases failed',
      'It counts 5 failed',
      'kore-batch',
      '100 % of the cases must pass',
      '0.931',
    ])
      expect(top).toContain(text)
    expect(await page.title()).toBe('Failed: kore-batch')
  })

  test('what failed comes first, and is open with what was expected and what came', async () => {
    const page = await open(OUTCOME)
    expect(await rows(page)).toEqual([
      ...[
        'take me somewhere warm',
        'is it on time',
        'known to fail',
        'left out',
        'book a flight',
        'passed at last',
        'book a room',
      ],
    ])
    expect(await page.locator('.row').first().innerText()).toMatch(/Book Flight\s*→\s*, found\s*Meal Request/)
    const checks = await page.locator('.checks tbody tr').allInnerTexts()
    expect(checks[0]?.split(/\s*[\n\t]\s*/)).toEqual(expect.arrayContaining(['intent', 'Book Flight', 'Meal Request']))
    expect(await page.locator('.checks .text.expected').allTextContents()).toEqual(['Book Flight'])
    expect(await page.locator('.checks .text.found').allTextContents()).toEqual(['Meal Request'])
    expect(await detail(page)).toContain('False Negative')
  })

  test('nothing is opened where all is well', async () => {
    const page = await open(anOutcome())
    expect(await page.locator('h1').innerText()).toBe('Passed')
    expect(await detail(page)).toBe('Choose a case to see what was checked and what was said.')
  })

  test('a step without results shows why, and what the vendor said', async () => {
    const page = await open(anOutcome([aSuiteWithoutResults({ said: 'training is still in progress' })]))
    expect(await page.locator('main').innerText()).toContain('training is still in progress')
    expect(await page.locator('.tabs a').allInnerTexts()).toEqual(['Run and files'])
    expect(await violations(page)).toEqual([])
  })

  test('a step that never came to a suite shows its mistakes', async () => {
    const page = await open(anOutcome([], { reasons: ['bot-id is missing', 'engine is unknown'], errorKind: 'config' }))
    expect(await page.locator('.why').innerText()).toMatch(/bot-id is missing\s+engine is unknown/)
  })
})

describe('a case', () => {
  test('has a link that opens it, also in a page where it would not come first', async () => {
    const page = await open(OUTCOME, { hash: `#${caseLink('Hotels', 'book a room')}` })
    await opened(page, 'book a room')
    expect(await page.locator('.row[aria-current] .name').innerText()).toBe('book a room')
  })

  test('is opened by a click, which makes its link the address', async () => {
    const page = await open(OUTCOME)
    await page.click('text=is it on time')
    await opened(page, 'is it on time')
    expect(hashOf(page)).toBe(`#${caseLink('Flights', BROKEN.name)}`)
    await page.goBack()
    await page.click('text=Link to this case')
    expect(hashOf(page)).not.toBe('')
  })

  test('is shown by its link although a filter hides it', async () => {
    const page = await open(OUTCOME)
    await choose(page, 'Skipped')
    await page.evaluate(`location.hash = '${MISTAKEN_HASH}'`)
    await page.waitForSelector(`.row[aria-current][href="${MISTAKEN_HASH}"]`)
    expect(await told(page)).toBe('7 cases')
  })

  test('that is quarantined says why, until when, and where it is written', async () => {
    const page = await open(OUTCOME, { hash: `#${caseLink('Flights', QUARANTINED.name)}` })
    const text = await detail(page)
    for (const part of ['Quarantined until 2026-12-31: BOT-142', 'tests/suite.csv:17']) expect(text).toContain(part)
  })

  test('tells its tries and its time', async () => {
    const page = await open(OUTCOME, { hash: `#${caseLink('Flights', FLAKY.name)}` })
    expect(await detail(page)).toContain('3 tries')
    await page.evaluate(`location.hash = '${MISTAKEN_HASH}'`)
    await page.waitForSelector('text=1.2 s')
  })

  test('marks the words in which expected and found differ', async () => {
    const check = aCheck({
      what: 'text',
      expected: 'A refund takes 3 working days.',
      found: 'A ticket takes 5 working days.',
      passed: false,
    })
    const page = await open(anOutcome([aSuite({ results: resultsOf([aFailedCase({ checks: [check] })]) })]))
    expect(await page.locator('.checks mark').allTextContents()).toEqual(['refund', '3', 'ticket', '5'])
  })

  test('shows what cannot be seen where that alone is the difference', async () => {
    const check = aCheck({ expected: 'Book\u200b Flight', found: 'Book Flight\u202e', passed: false })
    const page = await open(anOutcome([aSuite({ results: resultsOf([aFailedCase({ checks: [check] })]) })]))
    expect(await page.locator('.checks .unseen').allTextContents()).toEqual(['U+200B', 'U+202E'])
  })
})

describe('a conversation', () => {
  const TURNS = [
    { speaker: 'user', text: 'Where is my parcel?' },
    { speaker: 'agent', text: 'I opened a ticket. It takes 5 days.' },
    { speaker: 'user', text: 'thanks' },
  ]

  test('is shown turn by turn, with what was expected at the turn that broke', async () => {
    const checks = [
      aCheck({ what: 'text', expected: 'I opened a refund', found: 'I opened a ticket', passed: false }),
      aCheck({ what: 'language', expected: 'English', found: 'thanks' }),
    ]
    const page = await open(anOutcome([aSuite({ results: resultsOf([aFailedCase({ turns: TURNS, checks })]) })]))
    const turns = await page.locator('.turn').allInnerTexts()
    expect(turns).toHaveLength(3)
    expect(turns[0]).toMatch(/^user\s+Where is my parcel\?$/)
    expect(await page.locator('.turn.broken').count()).toBe(1)
    expect(turns[1]).toMatch(/It takes 5 days\.\s+text: expected I opened a refund/)
    expect(await page.locator('.turn.broken mark.found').allTextContents()).toEqual(['I opened a ticket'])
    expect(turns[2]).toMatch(/language: as expected/)
  })

  test('of steps is shown around the step that is open, and leads to the others', async () => {
    const steps = ['hi', 'a table for two', 'bye'].map((text, index) =>
      aCase({ name: text, status: index === 1 ? 'failed' : 'passed', turns: [{ speaker: 'user', text }] }),
    )
    const page = await open(anOutcome([aSuite({ results: resultsOf(steps) })], { noun: 'steps' }))
    expect(await page.locator('.turn').allInnerTexts()).toEqual(steps.map(({ name }) => expect.stringContaining(name)))
    expect(await page.locator('.step').allInnerTexts()).toEqual(
      ['Passed, \nStep 1', 'Failed, \nStep 2, this one', 'Passed, \nStep 3'].map((text) =>
        expect.stringContaining(text.split('\n')[1] ?? ''),
      ),
    )
    await page.click('.step >> text=Step 3')
    await opened(page, 'bye')
  })
})

describe('the run', () => {
  test('tells of each suite what does not fit, its figures, its page and its files', async () => {
    const page = await open(OUTCOME)
    await page.click('text=Suites and files')
    await page.locator('.run').waitFor()
    const text = await page.locator('.run').innerText()
    for (const part of [
      'It counts 5 failed and shows 1',
      '2 utterances stand twice',
      'TP',
      '98',
      'vendor/Flights/logs.txt',
      'Hotels',
    ])
      expect(text).toContain(part)
    const link = page.locator('text=Page of the run at the vendor')
    expect(await link.getAttribute('href')).toBe('https://bots.example/run/1')
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await page.locator('.cases').isVisible()).toBe(false)
  })
})

describe('of other modes', () => {
  test('what mode doctor looked at is a table, and no gate and no provider are spoken of', async () => {
    const findings = [
      { what: 'network', state: 'holds', detail: 'the vendor answers' },
      { what: 'suite Regression', state: 'broken', detail: 'there is no such suite' },
    ] as const
    const page = await open(anOutcome([], { mode: 'doctor', gate: '', provider: '', findings }))
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
      'network\tOK\tthe vendor answers',
      'suite Regression\tbroken\tthere is no such suite',
    ])
    expect(await page.locator('body').innerText()).not.toMatch(/gate:|No suite was run/)
    expect(await page.locator('.overview .facts span').count()).toBe(2)
    expect(await page.title()).not.toContain(':')
    expect(await violations(page)).toEqual([])
  })

  test('a suite that another job judged has a link to the artifact of that job', async () => {
    const url = 'https://github.com/o/r/actions/runs/1/artifacts/2'
    const suite = aSuite({ artifact: { name: 'smoke-files', url }, files: ['vendor/Smoke/results.csv'] })
    const page = await open(anOutcome([suite], { mode: 'report' }), { hash: '#run' })
    expect(await page.getByRole('link', { name: 'Artifact smoke-files' }).getAttribute('href')).toBe(url)
    expect(await page.locator('.run').innerText()).toContain('They lie in the artifact smoke-files.')
  })
})

describe('against a baseline', () => {
  const names = ['worse', 'better', 'as bad', 'unknown']
  const comparison = {
    ...{ regressions: ['worse'], fixed: ['better'], stillFailing: ['as bad'], added: ['unknown'], gone: ['where is my refund'] },
    metrics: [{ name: 'f1', before: 0.97, now: 0.931, regressed: true } as const],
  }
  const trend = [1, 2].map((day) => ({
    ...{
      finishedAt: START - day * DAY,
      runUrl: 'https://github.com/o/r/actions/runs/1',
      passRate: 90 + day,
      metrics: { f1: 0.9 },
    },
  }))
  const compared = anOutcome(
    [
      aSuite({
        results: resultsOf(names.map((name, index) => (index % 2 === 0 ? aFailedCase({ name }) : aCase({ name })))),
        comparison,
      }),
    ],
    { baseline: { branch: 'main', runUrl: 'https://github.com/o/r/actions/runs/2', trend } },
  )

  test('what changed is counted on top, and listed with links to the cases', async () => {
    const page = await open(compared)
    expect(await page.locator('.compared').innerText()).toContain('main: 1 regression, 1 fixed, 1 still failing, 1 new, 1 gone')
    await page.click('text=See what changed')
    await page.locator('.changes').waitFor()
    const titles = await page.locator('.changes h2').allTextContents()
    expect(titles).toEqual(['Regressions 1', 'Still failing 1', 'Fixed 1', 'New 1', 'Gone 1', 'Metrics', 'Trend'])
    expect(await page.locator('.changes').innerText()).toMatch(/where is my refund[\s\S]*0\.97\s+0\.931\s+−0\.039/)
    expect(await page.locator('.trend circle').count()).toBe(3)
    await page.click('.changes .row >> text=worse')
    await opened(page, 'worse')
  })

  test('regressions come first of all, and can be filtered for', async () => {
    const page = await open(compared)
    expect((await rows(page))[0]).toBe('worse')
    await choose(page, 'Regressions')
    expect(await rows(page)).toEqual(['worse'])
  })

  test('that there is none yet is said', async () => {
    const page = await open(anOutcome([aSuite()], { noBaseline: 'There is no finished run on main yet.' }))
    expect(await page.locator('.compared').innerText()).toBe('There is no finished run on main yet.')
  })

  test('the lines that a missing permission takes stand apart as they are to be written', async () => {
    const noBaseline = 'there is none; add\npermissions:\n  actions: read'
    const page = await open(anOutcome([aSuite()], { noBaseline }), { hash: '#changes' })
    for (const place of ['.overview', '.changes']) {
      expect(await page.locator(`${place} :is(.compared, .callout)`).innerText()).toBe('There is none; add')
      expect(await page.locator(`${place} pre`).innerText()).toBe('permissions:\n  actions: read')
    }
  })

  test('that other jobs found is shown without a branch', async () => {
    const { baseline, ...merged } = compared
    const page = await open(merged, { hash: '#changes' })
    expect(baseline).toBeDefined()
    expect(await page.locator('.compared').innerText()).toContain('Compared with the baseline: 1 regression, 1 fixed')
    expect(await page.locator('.changes').innerText()).toMatch(/^Compared with the baseline\.\s+Regressions/)
  })

  test('no suite of which was on it, nothing is said to be as it was', async () => {
    const { suites } = compared
    const page = await open({ ...compared, suites: suites.map(({ comparison: _, ...suite }) => suite) }, { hash: '#changes' })
    expect(await page.locator('.compared').innerText()).toContain('main: none of the suites can be compared')
    expect(await page.locator('.changes').innerText()).toContain('None of the suites can be compared with it')
  })

  test('a difference is told without the error of floating point', async () => {
    const metrics = [{ name: 'f1', before: 0.8, now: 0.9, regressed: false } as const]
    const page = await open(anOutcome([aSuite({ comparison: { ...comparison, metrics } })]), { hash: '#changes' })
    expect(await page.locator('.changes td').last().innerText()).toMatch(/^\+0\.1\s*$/)
  })

  test.each([false, true])('axe finds nothing wrong with what changed (dark: %s)', async (dark) => {
    expect(await violations(await open(compared, { dark, hash: '#changes' }))).toEqual([])
  })
})
