/** Result files that break off, never end, or are not what they seem: never "fewer tests, all passed". */
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import {
  gzipBomb,
  gzipEncoded,
  hang,
  html,
  huge,
  reset,
  serverError,
  slowDrip,
  truncated,
  withoutLastLines,
} from '../../simulator/faults.ts'
import { expectEnd, HASTY, type StepOptions, setBundle } from '../support/bundle.ts'
import { utterances } from '../support/utterances.ts'

const LARGEST_MEMORY_KIB = 256 * 1024
const SHOWING_MEMORY: StepOptions = {
  nodeArguments: ['--import', new URL('../support/peak-memory.mjs', import.meta.url).href],
}

/** The most memory that the process ever had, in KiB. */
function peakOf(log: readonly string[]): number {
  return Number(log.find((line) => line.startsWith('peak '))?.slice('peak '.length))
}

const BROKEN: readonly (readonly [how: string, fault: Fault])[] = [
  ['is reset before its head', reset('after acting')],
  ['is reset in its head', reset('inside the head')],
  ['is reset in its body', reset('inside the body')],
  ['is reset at a line’s end', reset('inside the body', withoutLastLines(3))],
  ['ends too early, with its length told', truncated('with length', withoutLastLines(3))],
  ['ends too early, in chunks', truncated('chunked', withoutLastLines(3))],
  ['is refused for a moment', serverError(503, { retryAfter: '2' })],
  ['is limited for a moment', serverError(429)],
]

describe('a result file that breaks off', () => {
  test.each(BROKEN)('case 10: and %s, twice, comes whole in the end', async (_, fault) => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', utterances(20))
    kore.on('file').answers(fault, fault)
    const step = await run()
    expectEnd(step, 'passed')
    expect(step.outputs['total']).toBe('20')
    expect(asked().filter((operation) => operation === 'file').length).toBeGreaterThan(2)
    expect((await step.file('vendor/Regression/results.csv')).toString()).toMatch(/good 20,[^\n]*\r\n$/)
  })

  test.each(BROKEN.slice(2, 6))('case 10: and %s each time, is an error of the network', async (_, fault) => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', utterances(20))
    kore.on('file').always(fault)
    const step = await run()
    expectEnd(step, 'error', 'network')
    expect(step.outputs).toMatchObject({ total: '', 'run-id': kore.runs[0]?.requestId })
    // Five that broke off end it. A reset can overtake the head, and then nothing of a file has come that could break off.
    const tries = asked().filter((operation) => operation === 'file').length
    expect(tries).toBeGreaterThanOrEqual(5)
    expect(tries).toBeLessThan(10)
  })

  test('case 10: without a length, at a line’s end, has fewer rows than the vendor counts, and proves nothing', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', utterances(20))
    kore.on('file').always(truncated('without length', withoutLastLines(3)))
    const step = await run()
    expectEnd(step, 'inconclusive')
    expect(step.outputs['message']).toMatch(/holds 17 utterances, but the vendor counts 20/)
  })

  test('case 10: without a length, within a quoted cell, cannot be read', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', utterances(2))
    kore.nextRun().file('Utterances,ExpectedIntent,MatchedIntent,Result Type\ngood 1,X,X,TP\n"good 2')
    expectEnd(await run(), 'error', 'contract')
  })

  test('case 10: without a length, in its head lines, has no rows to judge by', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', utterances(20))
    kore.on('file').always(truncated('without length', (body) => body.subarray(0, 40)))
    expectEnd(await run(), 'error', 'contract')
  })

  test.each([
    ['a page for people', html()],
    ['compressed, though not asked for', gzipEncoded()],
  ])('case 10: that is %s is not taken for results', async (_, fault) => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', utterances(2))
    kore.on('file').always(fault)
    const step = await run()
    expectEnd(step, 'error', 'contract')
    expect(step.outputs['total']).toBe('')
  })
})

describe('an answer without end', () => {
  test.each([
    ['the status, compressed to a thousandth', 'status', gzipBomb(5000)],
    ['the status', 'status', huge(Number.POSITIVE_INFINITY)],
    ['the start', 'start', gzipBomb(5000)],
    ['the result file, compressed to a thousandth', 'file', gzipBomb(5000)],
  ] as const)('case 11: to %s is broken off early', async (_, operation, fault) => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', utterances(2))
    kore.on(operation).always(fault)
    const step = await run({}, SHOWING_MEMORY)
    expectEnd(step, 'error', operation === 'start' ? 'network' : 'contract')
    expect(asked().filter((each) => each === operation)).toHaveLength(operation === 'start' ? 1 : 3)
    expect(peakOf(step.log)).toBeLessThan(LARGEST_MEMORY_KIB)
  })

  test('case 11: to the result file is broken off at 512 MiB, and not tried again', async () => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', utterances(2))
    kore.on('file').always(huge(Number.POSITIVE_INFINITY, 'text/csv'))
    const step = await run({}, SHOWING_MEMORY)
    expectEnd(step, 'error', 'security')
    expect(asked().filter((operation) => operation === 'file')).toHaveLength(1)
    expect(step.outputs['message']).toContain('larger than the 512 MiB that are accepted')
    expect(peakOf(step.log)).toBeLessThan(LARGEST_MEMORY_KIB)
  })

  test('case 11: that drips is waited for until the deadline, and no longer', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', utterances(2))
    kore.on('file').always(slowDrip(1, 20))
    const step = await run({ 'timeout-minutes': '1' }, { environment: HASTY })
    expectEnd(step, 'timed-out')
  })

  test('case 11: whose status drips is not waited for beyond two minutes', async () => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', utterances(2))
    kore.on('status').answers(slowDrip(1, 50))
    const step = await run({}, { environment: { CLOCK_SCALE_BUSY: '300' } })
    expectEnd(step, 'passed')
    expect(step.log.join('\n')).toMatch(/trying again in .*did not answer in time/)
    expect(asked()).toEqual(['start', 'status', 'status', 'status', 'file'])
  })

  test('case 11: that falls silent in the middle is tried again after half a minute', async () => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', utterances(2))
    kore.on('status').answers(hang())
    kore.on('file').answers(({ response }) => void response.writeHead(200, { 'content-length': '9' }).write('Bot'))
    expectEnd(await run({}, { environment: HASTY }), 'passed')
    expect(asked()).toEqual(['start', 'status', 'status', 'status', 'status', 'file', 'file'])
  })
})
