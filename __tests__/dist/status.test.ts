/** What the vendor tells of a run: words nobody knows, runs that never end, counts that do not fit, answers that are none. */
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { answer, empty, html, huge, json, jsonText, truncated } from '../../simulator/faults.ts'
import { completed, completedWithoutFile, failed, running, status } from '../../simulator/kore/batch-run.ts'
import { expectEnd, setBundle, warningsOf } from '../support/bundle.ts'
import { ONE_BAD, TWO_GOOD, utterances } from '../support/utterances.ts'

describe('the status', () => {
  test('case 14: a word that nobody knows counts as running, is told once, and is never a success', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(status('successful'), status('done'), status('PASSED'), status('complete'), running(90), completed())
    const step = await run()
    expectEnd(step, 'passed')
    expect(warningsOf(step)).toEqual([expect.stringContaining('reported an unknown status')])
  })

  test('case 14: a word that nobody knows for ever ends at the deadline', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(status('success'))
    expectEnd(await run({ 'timeout-minutes': '2' }), 'timed-out')
  })

  test('case 14: a run that was completed stays so, whatever is said later', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(50), completedWithoutFile(), running(10), failed(), status('weird'), completed())
    const step = await run()
    expectEnd(step, 'passed')
    expect(kore.runs[0]?.looks).toBe(6)
  })

  test('case 14: a percentage that goes back and beyond does no harm', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(90), running(10), running(400), running(-5), running(100), completed())
    expectEnd(await run(), 'passed')
  })

  test.each(['failed', 'STOPPED', 'Cancelled', 'time_out', 'ABORTED', 'error'])(
    'case 14: %s is the end without a result',
    async (word) => {
      const { kore, run, asked } = await setBundle()
      kore.suite('Regression', TWO_GOOD)
      kore.nextRun().shows(running(50), status(word))
      expectEnd(await run(), 'error', 'vendor')
      expect(asked()).toEqual(['start', 'status', 'status'])
    },
  )

  test('case 15: a run that never ends is left at the deadline, in time, with what is known of it', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(99))

    const step = await run({ 'timeout-minutes': '5' })

    expectEnd(step, 'timed-out')
    expect(Number(step.outputs['duration-seconds'])).toBeGreaterThan(270)
    expect(Number(step.outputs['duration-seconds'])).toBeLessThanOrEqual(305)
    expect(step.outputs['run-id']).toBe(kore.runs[0]?.requestId)
    expect(step.log.length).toBeLessThan(20)
    expect(await step.files()).toEqual(['ctrf.json', 'junit.xml', 'report.html', 'summary.md'])
  })

  test('case 15: a deadline of seconds is kept by the true clock', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(0))
    const step = await run({ 'timeout-minutes': '0.02', 'poll-interval-seconds': '0.5' }, { clockScale: 1 })
    expectEnd(step, 'timed-out')
    expect(step.durationMs).toBeLessThan(1200 + 5000)
  })

  test('case 15: a run whose file never comes is given up', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().withoutFile()
    expectEnd(await run(), 'error', 'vendor')
  })
})

describe('the counts', () => {
  test('case 21: completed with no case at all proves nothing', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', [])
    const step = await run()
    expectEnd(step, 'inconclusive')
    expect(step.outputs).toMatchObject({ total: '0', 'pass-rate': '' })
  })

  test('case 21: completed with failures is red, and the gate may allow for some', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', utterances(9, 1))
    expectEnd(await run(), 'failed')
    expectEnd(await run({ 'min-pass-rate': '90' }), 'passed')
    expectEnd(await run({ 'min-pass-rate': '90.01' }), 'failed')
  })

  test.each([
    ['the vendor counts more than the file has', { success: 3 }, 'inconclusive'],
    ['the vendor counts a failure and the file shows none', { success: 1, failure: 1 }, 'inconclusive'],
    ['the vendor counts fewer than the file has', { success: 1 }, 'passed'],
    ['the vendor counts nothing', { success: 0, failure: 0 }, 'passed'],
  ])('case 21: %s: %j is %s', async (_, counts, conclusion) => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().counts(counts)
    expectEnd(await run(), conclusion)
  })

  test.each([
    ['shows a failure and the vendor counts none', [...TWO_GOOD, ONE_BAD], { success: 3, failure: 0 }, 'inconclusive'],
    ['shows fewer failures than the vendor counts', [...TWO_GOOD, ONE_BAD], { success: 1, failure: 2 }, 'failed'],
    ['is empty', [], { success: 2, failure: 0 }, 'inconclusive'],
  ])('case 21: the file %s', async (_, rows, counts, conclusion) => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().reports(rows).counts(counts)
    expectEnd(await run({ 'min-pass-rate': '50' }), conclusion)
  })

  test('case 21: records that the vendor dropped make it inconclusive', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().isPartialFailure()
    expectEnd(await run(), 'inconclusive')
  })

  test('case 21: no counts at all make it inconclusive', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().edited((whole) => ({ ...whole, result: { ...whole.result, results: undefined } }))
    expectEnd(await run(), 'inconclusive')
  })
})

const NO_STATUS: readonly (readonly [what: string, fault: Fault])[] = [
  ['a page for people', html()],
  ['nothing', empty()],
  ['204', empty(204)],
  ['half of the JSON', jsonText('{"status":"comple')],
  ['null', jsonText('null')],
  ['a list', jsonText('[{"status":"completed"}]')],
  ['a status that is a number', json({ status: 1 })],
  ['no status', json({ ok: true })],
  ['JSON nested 200,000 deep', jsonText(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)],
  [
    'a prototype',
    jsonText('{"__proto__":{"status":"completed","result":{"fileUrl":"x"}},"constructor":{"prototype":{"status":"completed"}}}'),
  ],
  ['bytes that are no text', answer(200, { 'content-type': 'application/json' }, Buffer.from([0xff, 0xfe, 0x00, 0x80]))],
  ['20 MiB of blanks', huge(20 * 1024 * 1024)],
]

describe('an answer that is no status', () => {
  test('case 22: in any of its forms, once or twice in a row, is "not yet"', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    const looks = NO_STATUS.flatMap(([, fault], index) => (index % 2 === 0 ? [fault] : [fault, json({ status: 'running' })]))
    kore.on('status').answers(...looks, truncated('with length'))
    const step = await run()
    expectEnd(step, 'passed')
    expect(step.outputs['total']).toBe('2')
  })

  test.each(NO_STATUS)('case 22: %s three times in a row is given up', async (_, fault) => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('status').always(fault)
    expectEnd(await run({}, { stages: ['main'] }), 'error', 'contract')
    expect(asked()).toEqual(['start', 'status', 'status', 'status'])
  })

  test('case 22: a completed run whose names are those of prototypes is read as any other', async () => {
    const { kore, run } = await setBundle()
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    kore.suite(
      'Regression',
      names.map((name) => ({
        input: name,
        expectedIntent: name,
        matchedIntent: name,
        entities: [{ name, expected: name, matched: name }],
      })),
    )
    const step = await run()
    expectEnd(step, 'passed')
    expect(step.outputs['total']).toBe('4')
  })
})
