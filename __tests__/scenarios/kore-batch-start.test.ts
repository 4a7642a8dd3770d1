import { describe, expect, test } from '@jest/globals'
import { answer, answerLost, hang, html, jsonText, normally, reset, serverError, truncated } from '../../simulator/faults.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { setStage } from '../support/action.ts'
import { TWO_GOOD } from '../support/utterances.ts'

describe('a start whose answer was lost is never sent again', () => {
  test.each([
    ['reset before the vendor acted, which nobody can know', reset('before acting'), 0],
    ['reset after it acted', reset('after acting'), 1],
    ['reset inside the head', reset('inside the head'), 1],
    ['reset inside the body', reset('inside the body'), 1],
    ['cut with its length told', truncated('with length'), 1],
    ['cut without its length told', truncated('without length'), 1],
    ['cut between chunks', truncated('chunked'), 1],
    ['silence before it acted', hang(), 0],
    ['silence after it acted', hang('after acting'), 1],
    ['500', answerLost(serverError(500)), 1],
    ['502 of a gateway', answerLost(serverError(502)), 1],
    ['503 without Retry-After', answerLost(serverError(503)), 1],
    ['504 of a gateway', answerLost(serverError(504)), 1],
    ['408', answerLost(serverError(408)), 1],
    ['a page for people', answerLost(html()), 1],
    ['no id', answerLost(jsonText('{"status":"accepted"}')), 1],
    ['an empty id', answerLost(jsonText('{"status":"accepted","requestId":""}')), 1],
    ['an id that no output could hold', answerLost(jsonText(JSON.stringify({ requestId: 'x'.repeat(300_000) }))), 1],
    ['an id that is a number', answerLost(jsonText('{"requestId":7}')), 1],
    ['nothing', answerLost(answer(204)), 1],
  ])('%s', async (_, fault, started) => {
    const { kore, run, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').answers(fault)

    const step = await run()

    expect(asked()).toEqual(['start'])
    expect(kore.runs).toHaveLength(started)
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network', 'run-id': '', total: '' })
    expect(step.outputs['message']).toMatch(/answer to the start was lost.*a run may be under way/)
  })
})

describe('a start that the vendor surely did not act on is sent again, and one run comes of it', () => {
  test.each([
    ['429', serverError(429)],
    ['429 with Retry-After', serverError(429, { retryAfter: '30' })],
    ['503 with Retry-After', serverError(503, { retryAfter: '30' })],
    ['a rate limit in words', koreError(400, 400, "You've exceeded the per-minute rate limit for this API")],
  ])('%s', async (_, fault) => {
    const { kore, run, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').answers(fault, fault)

    const step = await run()

    expect(step.outputs['conclusion']).toBe('passed')
    expect(kore.runs).toHaveLength(1)
    expect(asked().filter((call) => call === 'start')).toHaveLength(3)
    expect(step.outputHistory.filter(([name, value]) => name === 'run-id' && value === kore.runs[0]?.requestId)).not.toEqual([])
  })

  test('a machine that lets nobody in', async () => {
    const { kore, run, clock } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    await kore.goOffline()
    void clock.sleep(100_000).then(() => kore.comeBack())

    const step = await run()

    expect(step.outputs['conclusion']).toBe('passed')
    expect(kore.runs).toHaveLength(1)
    expect(step.log.filter((line) => /trying again in .*ECONNREFUSED/.test(line)).length).toBeGreaterThan(2)
  })

  test('Retry-After is kept before the second try', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').answers(serverError(503, { retryAfter: '47' }))
    await run()
    const [first, second] = kore.requests
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(47_000)
  })

  test('a rate limit for ever ends it without a run', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').always(serverError(429))
    const step = await run()
    expect(kore.runs).toEqual([])
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'rate-limit', 'run-id': '' })
    expect(step.outputs['message']).not.toMatch(/may be under way/)
  })
})

test('a start that the vendor refuses is not sent again', async () => {
  for (const fault of [
    koreError(400, 400, 'Something else is wrong'),
    koreError(409, 409, 'A run is under way'),
    answer(402),
    answer(501),
  ]) {
    const { kore, run, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').answers(fault)
    const step = await run()
    expect(asked()).toEqual(['start'])
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'run-id': '' })
    expect(step.outputs['error-kind']).toMatch(/config|vendor/)
  }
})

test('no credits left is an error of the vendor', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  kore.on('start').answers(answer(402, {}, 'Payment Required'))
  expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
})

test('a 401 that a fresh token mends leaves one run', async () => {
  const { kore, run, asked } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  kore.on('start').answers(koreError(401, 401, 'error verifying the jwt: possibly a replay'), normally())
  expect((await run()).outputs['conclusion']).toBe('passed')
  expect(asked().filter((call) => call === 'start')).toHaveLength(2)
  expect(kore.runs).toHaveLength(1)
})

test('a start that takes most of a minute is waited for', async () => {
  const { kore, run, asked } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  kore.on('start').answers(async (exchange) => {
    await exchange.clock.sleep(55_000, exchange.gone)
    await normally()(exchange)
  })
  expect((await run()).outputs['conclusion']).toBe('passed')
  expect(asked().filter((call) => call === 'start')).toHaveLength(1)
})

test('the run’s id is put out and kept for later in the moment that it is known', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const step = await run()
  expect(step.outputHistory[0]).toEqual(['run-id', kore.runs[0]?.requestId])
  expect(Object.keys(step.state).length).toBeGreaterThan(0)
})
