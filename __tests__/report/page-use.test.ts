/** `report.html` as a bot designer uses it: with real clicks and keys, in Chromium. */
import { describe, expect, test } from '@jest/globals'
import { aCase, aFailedCase, anOutcome, aSuite, cases, resultsOf } from '../support/results.ts'
import { MISTAKEN_HASH, OUTCOME } from './page-outcome.ts'
import { choose, hashOf, open, opened, rows, told, useBrowser, violations } from './page-stage.ts'

useBrowser()

const NARROW = 420

describe('looking for cases', () => {
  test('words are found in names, checks, messages and facts, in any case and order', async () => {
    const page = await open(OUTCOME)
    for (const [words, found] of [
      ['WARM take', ['take me somewhere warm']],
      ['meal', ['take me somewhere warm']],
      ['"nobody knows"', ['is it on time']],
      ['"knows nobody"', []],
      ['false neg', ['take me somewhere warm']],
      ['(.*', []],
    ] as const) {
      await page.fill('input', words)
      expect({ words, found: await rows(page) }).toEqual({ words, found })
      expect(await told(page)).toBe(`${found.length} of 7 cases`)
    }
    await page.fill('input', '')
    expect(await told(page)).toBe('7 cases')
  })

  test('a press shows all of them again', async () => {
    const page = await open(OUTCOME)
    await choose(page, 'Failed')
    await page.fill('input', 'nowhere')
    expect(await told(page)).toBe('0 of 7 cases')
    await page.click('text=Show all')
    expect(await rows(page)).toHaveLength(7)
    expect(await page.locator('text=Show all').isVisible()).toBe(false)
  })

  test('what was searched for is marked in the list', async () => {
    const page = await open(OUTCOME)
    await page.fill('input', 'some')
    expect(await page.locator('.list mark').allTextContents()).toEqual(['some'])
  })

  test.each([
    ['Failed', ['take me somewhere warm']],
    ['Errored', ['is it on time']],
    ['Skipped', ['left out']],
    ['Flaky', ['passed at last']],
    ['Quarantined', ['known to fail']],
    ['Passed', ['book a flight', 'passed at last', 'book a room']],
  ])('a click on %s leaves those', async (name, found) => {
    const page = await open(OUTCOME)
    await choose(page, name)
    expect(await rows(page)).toEqual(found)
    expect(await page.locator('.chip[aria-pressed="true"]').textContent()).toBe(`${name} ${found.length} cases`)
  })

  test('a suite can be chosen, together with the rest', async () => {
    const page = await open(OUTCOME)
    await page.selectOption('select[aria-label="Suite"]', 'Hotels')
    expect(await rows(page)).toEqual(['book a room'])
    await choose(page, 'Failed')
    expect(await rows(page)).toEqual([])
  })

  test('the cases can be had in the order in which they ran', async () => {
    const page = await open(OUTCOME)
    await page.selectOption('select[aria-label="Order"]', 'As they ran')
    expect((await rows(page)).slice(0, 3)).toEqual(['book a flight', 'take me somewhere warm', 'is it on time'])
  })
})

describe('with the keyboard', () => {
  test('j and k and the arrows go from case to case, and open them', async () => {
    const page = await open(OUTCOME)
    await page.keyboard.press('j')
    await opened(page, 'is it on time')
    await page.keyboard.press('ArrowDown')
    await opened(page, 'known to fail')
    await page.keyboard.press('k')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await opened(page, 'take me somewhere warm')
    expect(hashOf(page)).toBe(MISTAKEN_HASH)
  })

  test('/ goes to the search, the arrow into what was found, Escape out of it', async () => {
    const page = await open(OUTCOME)
    await page.keyboard.press('/')
    await page.keyboard.type('book')
    expect(await rows(page)).toEqual([
      'take me somewhere warm',
      'known to fail',
      'book a flight',
      'passed at last',
      'book a room',
    ])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('.row:focus .name').innerText()).toBe('known to fail')
    await page.keyboard.press('/')
    await page.keyboard.press('Escape')
    expect(await rows(page)).toHaveLength(7)
    await page.keyboard.press('Escape')
    expect(await page.locator('.row:focus .name').innerText()).toBe('known to fail')
  })

  test('Enter goes into the case, from where j goes on', async () => {
    const page = await open(OUTCOME)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForSelector('h2:focus')
    await page.keyboard.press('j')
    await opened(page, 'known to fail')
    await page.keyboard.press('Escape')
    expect(await page.locator('.row:focus .name').innerText()).toBe('known to fail')
  })

  test('where the keyboard is can be seen', async () => {
    const page = await open(OUTCOME)
    for (let stop = 0; stop < 14; stop++) {
      await page.keyboard.press('Tab')
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
      expect(outline).not.toBe('none')
    }
  })

  test('keys that belong to a field or to the browser stay theirs', async () => {
    const page = await open(OUTCOME)
    await page.focus('input')
    await page.keyboard.type('j/k')
    expect(await page.inputValue('input')).toBe('j/k')
    await page.focus('select[aria-label="Order"]')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('.row:focus').count()).toBe(0)
    await page.focus('.chip')
    await page.keyboard.press('Control+k')
    expect(hashOf(page)).toBe('')
  })
})

describe('on a narrow screen', () => {
  test('there is the list, then the case, and a way back to where one was', async () => {
    const page = await open(OUTCOME, { width: NARROW })
    expect(await page.locator('.detail').isVisible()).toBe(false)
    await page.keyboard.press('ArrowDown')
    await page.click('text=is it on time')
    await opened(page, 'is it on time')
    expect(await page.locator('.list').isVisible()).toBe(false)
    await page.click('text=Next')
    await opened(page, 'known to fail')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.list >> visible=true')
    expect(await page.locator('.row:focus .name').innerText()).toBe('known to fail')
  })

  test('nothing is wider than the screen', async () => {
    for (const hash of ['', MISTAKEN_HASH, '#run']) {
      const page = await open(OUTCOME, { width: 320, hash })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    }
  })
})

describe('for everybody', () => {
  test.each([
    ['the list with a case, light', {}],
    ['the list with a case, dark', { dark: true }],
    ['a narrow list', { width: NARROW }],
    ['a narrow case, dark', { width: NARROW, hash: MISTAKEN_HASH, dark: true }],
    ['the run', { hash: '#run' }],
    ['the run, dark', { hash: '#run', dark: true }],
  ])('axe finds nothing wrong with %s', async (_, opening) => {
    expect(await violations(await open(OUTCOME, opening))).toEqual([])
  })

  test('a row says to a screen reader how the case ended, what was expected and what came', async () => {
    const page = await open(OUTCOME)
    const snapshot = await page.locator('.list li').first().ariaSnapshot()
    expect(snapshot).toContain('Failed: take me somewhere warm')
    expect(snapshot).toMatch(/expected Book Flight ?, found Meal Request/)
    expect(await page.locator('.list li').first().getAttribute('aria-setsize')).toBe('7')
  })

  test('on paper stand the cases that the list shows, whole', async () => {
    const page = await open(OUTCOME)
    await choose(page, 'Failed')
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.printed h2').allInnerTexts()).toEqual(['take me somewhere warm'])
    expect(await page.locator('.printed .checks').isVisible()).toBe(true)
    expect(await page.locator('.toolbar').isVisible()).toBe(false)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await page.locator('.printed h2').count()).toBe(0)
  })
})

describe('10,000 cases', () => {
  const many = anOutcome([
    aSuite({
      results: resultsOf(cases(10_000, (number) => (number % 10 === 0 ? aFailedCase : aCase)({ name: `case ${number}` }))),
    }),
  ])

  test('are all there, though only those in sight are in the page', async () => {
    const page = await open(many)
    expect(await told(page)).toBe('10,000 cases')
    expect(await page.locator('.row').count()).toBeLessThan(60)
    await page.evaluate("document.querySelector('.list').scrollTop = 1e9")
    await page.waitForSelector('text="case 9999"')
    expect(await page.locator('.row').count()).toBeLessThan(60)
    await page.fill('input', '9999')
    expect(await rows(page)).toEqual(['case 9999'])
  })

  test('can be gone through without losing the keyboard', async () => {
    const page = await open(many)
    for (let step = 0; step < 40; step++) await page.keyboard.press('j')
    expect(await page.locator('.row:focus .name').innerText()).toBe('case 410')
    await page.evaluate("document.querySelector('.list').scrollTop = 1e9")
    await page.waitForSelector('text="case 9999"')
    expect(await page.locator('.row:focus .name').innerText()).toBe('case 410')
    await page.keyboard.press('j')
    expect(await page.locator('.row:focus .name').innerText()).toBe('case 420')
  })
})

test('a long list of suites is shown in parts, and its button says how many are left', async () => {
  const page = await open(anOutcome(Array.from({ length: 450 }, (_, index) => aSuite({ suite: `${index}` }))), { hash: '#run' })
  const cards = page.locator('.run > .card')
  for (const [shown, left] of [
    [200, 250],
    [400, 50],
  ]) {
    expect(await cards.filter({ has: page.locator('.verdict') }).count()).toBe(shown)
    await page.getByRole('button', { name: `Show more (${left} left)`, exact: true }).click()
  }
  expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0)
})
