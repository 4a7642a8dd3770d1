/** `junit.xml` as the readers see it that reporters of other people are made with. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { convertJUnitToCTRFReport } from 'junit-to-ctrf'
import parser from 'test-results-parser'
import { junit } from '../../src/report/junit.ts'
import { aCase, aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'

const OUTCOME = anOutcome([
  aSuite({
    suite: 'Regression',
    conclusion: 'failed',
    results: resultsOf([
      aCase({ name: 'book a flight', durationMs: 1500 }),
      aFailedCase({ name: 'cancel <my> "booking"', message: 'expected Cancel Booking, found None' }),
      aFailedCase({ name: 'call me back', status: 'error', message: 'no answer', checks: [] }),
      aCase({ name: 'switched off', status: 'skipped' }),
    ]),
  }),
])

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'junit-'))
  file = join(folder, 'junit.xml')
  await writeFile(file, [...junit(OUTCOME)].join(''))
})
afterAll(() => rm(folder, { recursive: true }))

test('test-results-parser tells failed, broken and skipped cases apart', () => {
  const { suites, total } = parser.parse({ type: 'junit', files: [file] })
  expect(total).toBe(4)
  const [suite] = suites
  expect(suite).toMatchObject({ name: 'Regression', failed: 1, errors: 1, skipped: 1 })
  expect(suite?.cases.map(({ name, status }) => [name, status])).toEqual([
    ['book a flight', 'PASS'],
    ['cancel <my> "booking"', 'FAIL'],
    ['call me back', 'FAIL'],
    ['switched off', 'SKIP'],
  ])
  expect(suite?.cases[1]?.failure).toContain('expected Cancel Booking, found None')
})

test('junit-to-ctrf counts them as our own CTRF does', async () => {
  const report = await convertJUnitToCTRFReport(file)
  expect(report?.results.summary).toMatchObject({ tests: 4, passed: 1, skipped: 1 })
  expect(report?.results.tests.map(({ name, status }) => [name, status])).toEqual([
    ['book a flight', 'passed'],
    [expect.stringContaining('booking'), 'failed'],
    ['call me back', expect.stringMatching(/failed|other/)],
    ['switched off', 'skipped'],
  ])
})
