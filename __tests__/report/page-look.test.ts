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
    expect(await page.locator('.why').innerText()).toMatch(/Bot-id is missing\s+Engine is unknown/)
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
    expect(await page.locator('.changes').innerText()).toMatch(/where is my refund[\s\S]*0\.97\s+0\.931\s+−0\.0389/)
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

  test.each([false, true])('axe finds nothing wrong with what changed (dark: %s)', async (dark) => {
    expect(await violations(await open(compared, { dark, hash: '#changes' }))).toEqual([])
  })
})
