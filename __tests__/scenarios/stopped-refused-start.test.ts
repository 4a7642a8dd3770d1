/** A start that the vendor surely did not act on waits to be sent again. When the step ends meanwhile, nothing was started. */
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { serverError } from '../../simulator/faults.ts'
import { running } from '../../simulator/kore/batch-run.ts'
import { setOmilia } from '../omilia/stage.ts'
import { type StepRecord, setStage } from '../support/action.ts'
import { TWO_GOOD } from '../support/utterances.ts'

const MINUTE = 60_000
const LATER = { retryAfter: '600' }
const REFUSALS: readonly (readonly [what: string, refusal: Fault])[] = [
  ['429 with Retry-After', serverError(429, LATER)],
  ['503 with Retry-After', serverError(503, LATER)],
  ['429 without Retry-After', serverError(429)],
]
const ENDS = [
  ['cancelled', /^the workflow was cancelled; no run is under way; the last error was: .*start.* HTTP (429|503)/],
  [
    'timed-out',
    /^the time limit \(timeout-minutes\) was reached; no run is under way; the last error was: .*start.* HTTP (429|503)/,
  ],
] as const

/** Ends the step after two minutes, in one way or the other. */
function endsAfterTwoMinutes(how: 'cancelled' | 'timed-out', clock: { sleep(ms: number): Promise<void> }) {
  const workflow = new AbortController()
  if (how === 'cancelled') void clock.sleep(2 * MINUTE).then(() => workflow.abort())
  return { inputs: { 'timeout-minutes': how === 'cancelled' ? '30' : '2' }, options: { cancelled: workflow.signal } }
}

/** Nothing is kept for `post`, which says and sends nothing. */
async function expectNothingLeft(step: StepRecord, requests: readonly unknown[]): Promise<void> {
  expect(step.state['open-runs']).toBe('[]')
  const before = requests.length
  const after = await step.post()
  expect([after.log, after.annotations, requests.length]).toEqual([[], [], before])
}

describe.each(REFUSALS)('a start that is refused with %s', (_, refusal) => {
  test.each(ENDS)('until the step is %s: no run is under way at Kore.ai', async (how, message) => {
    const { kore, run, clock, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').always(refusal)
    const { inputs, options } = endsAfterTwoMinutes(how, clock)
    const step = await run(inputs, options)
    expect(step.outputs).toMatchObject({ conclusion: how, 'run-id': '', message: expect.stringMatching(message) })
    expect(new Set(asked())).toEqual(new Set(['start']))
    expect(Math.abs(step.tookMs - 2 * MINUTE)).toBeLessThanOrEqual(5000)
    await expectNothingLeft(step, kore.requests)
  })

  test.each(ENDS)("until the step is %s: a colleague's run at Omilia is neither adopted nor revoked", async (how, message) => {
    const { omilia, run, clock, count } = await setOmilia()
    omilia.nextRun().neverEnds()
    omilia.on('start').answers(async (exchange) => {
      await run({ mode: 'start', group: 'smoke' })
      await refusal(exchange)
    })
    omilia.on('start').decides(({ at }) => (at > 0 ? refusal : undefined))
    const { inputs, options } = endsAfterTwoMinutes(how, clock)
    const step = await run({ group: 'smoke', ...inputs }, options)
    expect(step.outputs).toMatchObject({ conclusion: how, 'run-id': '', message: expect.stringMatching(message) })
    expect([omilia.jobs.length, omilia.underWay().length, count('revoke')]).toEqual([1, 1, 0])
    await expectNothingLeft(step, omilia.requests)
  })
})

test('what is kept for post tells of a start only while its answer is waited for', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const kept: string[] = []
  const during: (string | undefined)[] = []
  const seen = (refusal: Fault): Fault => {
    return async (exchange) => {
      during.push(kept.at(-1))
      await refusal(exchange)
    }
  }
  kore.on('start').answers(seen(serverError(429)), seen(serverError(503, { retryAfter: '5' })))
  const step = await run({}, { onState: (_, value) => void kept.push(value) })
  expect(step.outputs['conclusion']).toBe('passed')
  const sent = '[{"suite":"Regression"}]'
  expect(during).toEqual([sent, sent])
  const known = JSON.stringify([{ suite: 'Regression', id: kore.runs[0]?.requestId }])
  expect(kept).toEqual([sent, '[]', sent, '[]', sent, known, '[]'])
})

test('a start that waits for our own pace was not sent: no run of it is under way', async () => {
  const { kore, run, clock } = await setStage()
  const suites = Array.from({ length: 61 }, (_, index) => `Suite ${index + 1}`)
  for (const suite of suites) {
    kore.suite(suite, TWO_GOOD)
    kore.nextRun(suite).shows(running(1))
  }
  const workflow = new AbortController()
  void clock.sleep(MINUTE / 2).then(() => workflow.abort())
  const inputs = {
    suite: suites.join('\n'),
    'max-parallel': '100',
    'poll-interval-seconds': '60',
    'poll-max-interval-seconds': '60',
  }
  const step = await run(inputs, { cancelled: workflow.signal })
  expect(kore.runs).toHaveLength(60)
  expect(step.outputs).toMatchObject({ conclusion: 'cancelled', 'run-id': expect.stringMatching(/\n-$/) })
  expect(step.summaries.at(-1)?.includes('may be under way')).toBe(false)
})

test('a vendor that asks for more time than is left is not asked to start once more just before the deadline', async () => {
  const { kore, run, asked } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  kore.on('start').answers(serverError(429, LATER))
  const step = await run({ 'timeout-minutes': '2' })
  expect(step.outputs).toMatchObject({ conclusion: 'timed-out', message: expect.stringContaining('no run is under way') })
  expect([asked(), kore.runs]).toEqual([['start'], []])
})
