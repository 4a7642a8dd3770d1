/** Exactly one start: wherever its answer is lost, no run is ever started twice to be safe. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import {
  answerLost,
  empty,
  gzipEncoded,
  hang,
  html,
  huge,
  json,
  jsonText,
  reset,
  serverError,
  truncated,
} from '../../simulator/faults.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { expectEnd, HASTY, type Step, setBundle } from '../support/bundle.ts'
import { TWO_GOOD } from '../support/utterances.ts'

const LOST: readonly (readonly [where: string, fault: Fault, runs: number])[] = [
  ['the connection is reset before the vendor acts', reset('before acting'), 0],
  ['the connection is reset after the vendor acted', reset('after acting'), 1],
  ['the connection is reset in the head of the answer', reset('inside the head'), 1],
  ['the connection is reset in the body of the answer', reset('inside the body'), 1],
  ['the body ends too early, with its length told', truncated('with length'), 1],
  ['the body ends too early, without its length', truncated('without length'), 1],
  ['the body ends too early, in chunks', truncated('chunked'), 1],
  ['a gateway answers 500 in the vendor’s place', answerLost(serverError(500)), 1],
  ['a gateway answers 502 in the vendor’s place', answerLost(serverError(502)), 1],
  ['a gateway answers 504 in the vendor’s place', answerLost(serverError(504)), 1],
  ['a gateway answers 503 without saying when to come again', answerLost(serverError(503)), 1],
  ['a gateway answers 408 in the vendor’s place', answerLost(serverError(408)), 1],
  ['a page for people comes with 200', answerLost(html()), 1],
  ['nothing comes with 200', answerLost(empty()), 1],
  ['nothing comes with 204', answerLost(empty(204)), 1],
  ['half of the JSON comes', answerLost(jsonText('{"status":"accepted","requestId":"tr-')), 1],
  ['the JSON has no id', answerLost(json({ status: 'accepted' })), 1],
  ['the id is empty', answerLost(json({ status: 'accepted', requestId: '' })), 1],
  ['the id is a number', answerLost(json({ status: 'accepted', requestId: 17 })), 1],
  ['an endless answer comes', answerLost(huge(Number.POSITIVE_INFINITY)), 1],
  ['the answer is compressed, though not asked for', gzipEncoded(), 1],
]

test.each(LOST)('case 2: %s, so a run may be under way: one request, red, and told', async (_, fault, runs) => {
  const { kore, run, asked } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  kore.on('start').always(fault)

  const step = await run()

  expectLost(step)
  expect(asked()).toEqual(['start'])
  expect(kore.runs).toHaveLength(runs)
})

test.each(['before acting', 'after acting'] as const)(
  'case 2: the vendor is silent %s: one request, red, and told',
  async (when) => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').always(hang(when))

    const step = await run({}, { environment: HASTY })

    expectLost(step)
    expect(asked()).toEqual(['start'])
    expect(kore.runs).toHaveLength(when === 'after acting' ? 1 : 0)
  },
)

function expectLost(step: Step): void {
  expectEnd(step, 'error', 'network')
  expect(step.outputs['message']).toMatch(/the answer to the start was lost/)
  expect(step.outputs['message']).toMatch(/a run may be under way/)
  expect(step.outputs['run-id']).toBe('')
  expect(step.summary).toContain('may be under way')
}

const UNHEARD: readonly (readonly [what: string, faults: readonly Fault[]])[] = [
  ['429', [serverError(429), serverError(429)]],
  [
    'the vendor’s own words for a rate limit under 400',
    [koreError(400, 400, "You've exceeded the per-minute rate limit for this API")],
  ],
  ['503 with Retry-After', [serverError(503, { retryAfter: '7' })]],
]

test.each(UNHEARD)('case 2: a start that was refused with %s was not heard, and is sent again', async (_, faults) => {
  const { kore, run, asked } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  kore.on('start').answers(...faults)

  const step = await run()

  expectEnd(step, 'passed')
  expect(asked().filter((operation) => operation === 'start')).toHaveLength(faults.length + 1)
  expect(kore.runs).toHaveLength(1)
})

test('case 2: a start that met a closed door was not heard, and is sent when the door is open', async () => {
  const { kore, run, asked } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  await kore.goOffline()
  let refusals = 0

  const step = await run(
    {},
    {
      onLine(line) {
        if (/could not be reached/.test(line) && ++refusals === 3) void kore.comeBack()
      },
    },
  )

  expectEnd(step, 'passed')
  expect(refusals).toBeGreaterThanOrEqual(3)
  expect(asked().filter((operation) => operation === 'start')).toHaveLength(1)
})

test('case 2: a name that does not resolve is tried again until the budget is used up', async () => {
  const { run } = await setBundle()
  const step = await run({ 'base-url': 'https://kore.invalid' })
  expectEnd(step, 'error', 'network')
  expect(step.outputs['message']).toMatch(/kore\.invalid.*gave up after \d+ failed attempts in a row/)
  expect(step.outputs['run-id']).toBe('')
})

test('case 2: of several suites only the one whose answer was lost is in error', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  kore.suite('Other', TWO_GOOD)
  kore.on('start').decides(({ params }) => (params.get('suite') === 'Other' ? reset('after acting') : undefined))

  const step = await run({ suite: 'Regression\nOther' })

  expectEnd(step, 'error', 'network')
  expect(step.outputs).toMatchObject({
    'run-id': `${kore.runs.find(({ suite }) => suite === 'Regression')?.requestId}\n-`,
    total: '2',
  })
  expect(kore.runs).toHaveLength(2)
})

test('case 2: a start that the vendor refuses for good is not sent again', async () => {
  const { run, asked } = await setBundle()
  const step = await run()
  expectEnd(step, 'error', 'config')
  expect(step.outputs['message']).toMatch(/has no suite by the name "/)
  expect(asked()).toEqual(['start'])
})
