/** `report.html` of cases that the vendor counted and gave no rows for, in Chromium. */
import { expect, test } from '@jest/globals'
import { countCases } from '../../src/results.ts'
import { aCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'
import { open, useBrowser } from './page-stage.ts'

useBrowser()

test.each([
  [3, 'The vendor gave no details for 2 of its cases.'],
  [0, 'The vendor counted no cases.'],
  [1, undefined],
])('of %d cases that the vendor counted and one with a row, the run tells %j', async (total, told) => {
  const results = resultsOf(total === 0 ? [] : [aCase()], { counts: { ...countCases([]), total, passed: total } })
  const page = await open(anOutcome([aSuite({ results })]), { hash: '#run' })
  await page.locator('.run .card').waitFor()
  const text = await page.locator('.run').innerText()
  if (told === undefined) expect(text).not.toMatch(/The vendor (gave|counted)/)
  else expect(text).toContain(told)
})
