/** Much of everything: the step tells the worst, keeps all files, and stays within every limit. */
import { expect, test } from '@jest/globals'
import { csvRecord } from '../../simulator/csv.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { errorsOf, expectEnd, type StepOptions, setBundle } from '../support/bundle.ts'
import { utterances } from '../support/utterances.ts'

const LARGEST_MEMORY_KIB = 256 * 1024
const LARGEST_SUMMARY = 900 * 1024
const MEBIBYTE = 1024 * 1024
const SHOWING_MEMORY: StepOptions = {
  nodeArguments: ['--import', new URL('../support/peak-memory.mjs', import.meta.url).href],
}

/** The most memory that the process ever had, in KiB. */
function peakOf(log: readonly string[]): number {
  return Number(log.find((line) => line.startsWith('peak '))?.slice('peak '.length))
}

const HEAD = [
  'Utterances',
  'ExpectedIntent',
  'MatchedIntent',
  'Result Type',
  'Entity Name',
  'Expected EntityValue',
  'Matched EntityValue',
  'Entity Result',
]

/** A report in which every utterance fails. */
function failures(count: number, reply: (index: number) => string): string {
  const rows = Array.from({ length: count }, (_, index) => [
    `utterance ${index}`,
    'Book Flight',
    'None',
    'False Negative',
    'Reply',
    'yes',
    reply(index),
    'FALSE',
  ])
  return [HEAD, ...rows].map(csvRecord).join('\n')
}

test.each([
  ['10,000 failures', 10_000, () => 'no <b>&'],
  [
    '10,000 failures with replies of 140 characters',
    10_000,
    (index: number) => `${index}<b>&"*_\u202e🎉`.repeat(20).slice(0, 140),
  ],
  ['40 replies of 1 MB', 40, (index: number) => `${index}🎉<x>`.repeat(MEBIBYTE / 6)],
  ['10,000 failures, some with replies of 1 MB', 10_000, (index: number) => (index % 500 === 0 ? '*'.repeat(MEBIBYTE) : 'no')],
])('case 24: %s are red, told within all limits, and kept whole', async (_, count, reply) => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', utterances(0, 1))
  const file = failures(count, reply)
  kore.nextRun().file(file).counts({ success: 0, failure: count, failedUtteranceCount: count })

  const step = await run({}, SHOWING_MEMORY)

  expectEnd(step, 'failed')
  expect(step.outputs).toMatchObject({ total: String(count), failed: String(count), 'pass-rate': '0.00' })
  expect(Buffer.byteLength(step.rawSummary)).toBeLessThanOrEqual(LARGEST_SUMMARY)
  expect(errorsOf(step)).toHaveLength(10)
  expect(Math.max(...errorsOf(step).map((message) => message.length))).toBeLessThan(4096)
  expect(Buffer.byteLength(step.raw)).toBeLessThan(MEBIBYTE)
  expect(Math.max(...Object.values(step.outputs).map((value) => value.length))).toBeLessThanOrEqual(500)
  expect((await step.file('vendor/Regression/results.csv')).equals(Buffer.from(file))).toBe(true)
  expect((await step.file('junit.xml')).toString().match(/<failure/g)).toHaveLength(count)
  expect(peakOf(step.log)).toBeLessThan(LARGEST_MEMORY_KIB)
})

test('case 24: an error message of 5 MB is cut wherever it is shown', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', utterances(1))
  kore.on('status').always(koreError(400, 400, 'é\r\n##[error]'.repeat(400_000)))
  const step = await run({}, SHOWING_MEMORY)
  expectEnd(step, 'error', 'config')
  expect(Buffer.byteLength(step.raw)).toBeLessThan(MEBIBYTE / 4)
  expect(Buffer.byteLength(step.rawSummary)).toBeLessThan(MEBIBYTE / 4)
  expect(peakOf(step.log)).toBeLessThan(LARGEST_MEMORY_KIB)
})

test('case 24: a hundred suites at once are told within all limits', async () => {
  const { kore, run } = await setBundle()
  const suites = Array.from({ length: 100 }, (_, index) => `Suite ${index} ${'x'.repeat(100)}`)
  for (const suite of suites) kore.suite(suite, utterances(5, 20))
  const step = await run({ suite: suites.join('\n'), 'max-parallel': '20' }, SHOWING_MEMORY)
  expectEnd(step, 'failed')
  expect(step.outputs).toMatchObject({ total: '2500', failed: '2000' })
  expect(Buffer.byteLength(step.rawSummary)).toBeLessThanOrEqual(LARGEST_SUMMARY)
  expect(peakOf(step.log)).toBeLessThan(LARGEST_MEMORY_KIB)
})
