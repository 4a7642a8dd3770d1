import { describe, expect, test } from '@jest/globals'
import { answer, delay, empty, hang, html, jsonText, reset, serverError } from '../../simulator/faults.ts'
import { completed, running, status } from '../../simulator/kore/batch-run.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { type Stage, setStage } from '../support/action.ts'
import { TWO_GOOD } from '../support/utterances.ts'

/** A stage whose run lasts twelve minutes and passes. */
async function setLongStage(): Promise<Stage> {
  const stage = await setStage({ runsLastMs: 12 * 60_000 })
  stage.kore.suite('Regression', TWO_GOOD)
  return stage
}

describe('Retry-After on a look', () => {
  const later = (clock: Stage['clock'], seconds: number): string => new Date(clock.wall() + seconds * 1000).toUTCString()

  test.each([429, 503])('in seconds is waited for: %i', async (code) => {
    const { kore, run, gaps } = await setLongStage()
    kore.on('status').answers(serverError(code, { retryAfter: '120' }))
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(gaps()[1]).toBe(120_000)
    expect(step.log.join('\n')).toMatch(new RegExp(`trying again in 2 min: .*HTTP ${code}`))
  })

  test.each([429, 503])('as a date is waited for: %i', async (code) => {
    const { kore, run, gaps, clock } = await setLongStage()
    kore.on('status').answers((exchange) => serverError(code, { retryAfter: later(clock, 90) })(exchange))
    expect((await run()).outputs['conclusion']).toBe('passed')
    expect(gaps()[1]).toBeGreaterThanOrEqual(89_000)
    expect(gaps()[1]).toBeLessThanOrEqual(91_000)
  })

  test.each([
    'soon',
    '-5',
    '1.5',
    '1e9',
    '120 minutes',
    '',
    '99999999999999999999',
    'Mon, 04 May 2020 12:00:00 GMT',
    '2099-01-01T00:00:00Z',
    '0',
    '3',
  ])('that says "%s" leaves the gap as it is', async (retryAfter) => {
    const { kore, run, gaps } = await setLongStage()
    kore.on('status').answers(serverError(429, { retryAfter }), serverError(503, { retryAfter }))
    expect((await run()).outputs['conclusion']).toBe('passed')
    expect(gaps().slice(0, 3)).toEqual([5000, 7500, 11_250])
  })

  test('beyond the deadline is not waited for: the deadline decides', async () => {
    const { kore, run } = await setLongStage()
    kore.on('status').always(serverError(429, { retryAfter: '86400' }))
    const step = await run({ 'timeout-minutes': '3' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(Math.abs(step.tookMs - 180_000)).toBeLessThanOrEqual(5000)
  })
})

describe('a rate limit is lived through', () => {
  const texts = ["You've exceeded the per-minute rate limit for this API", 'Rate limit for this API has been reached']

  test.each([400, 401, 403, 429, 500])('told in words under HTTP %i', async (code) => {
    const { kore, run, asked } = await setLongStage()
    kore.on('status').answers(...texts.map((text) => koreError(code, code, text)), koreError(code, 'RATE_LIMIT', `${texts[0]}.`))
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(asked().filter((call) => call === 'start')).toHaveLength(1)
    expect(step.log.filter((line) => /rate limit is used up for now/.test(line))).toHaveLength(3)
  })

  test('of the vendor itself is never met, with ten suites at once', async () => {
    const { kore, run } = await setStage({ runsLastMs: 90_000, callsPerMinute: 60 })
    const names = Array.from({ length: 10 }, (_, index) => `Suite ${index}`)
    for (const name of names) kore.suite(name, TWO_GOOD)
    expect(
      (await run({ suite: names.join('\n'), 'max-parallel': '10', 'poll-interval-seconds': '1' })).outputs['conclusion'],
    ).toBe('passed')
  })
})

describe('hiccups on the way are lived through', () => {
  test.each([
    ['500 right after the start', serverError(500)],
    ['502', serverError(502)],
    ['503 without Retry-After', serverError(503)],
    ['504', serverError(504)],
    ['408', serverError(408)],
    ['a reset before the answer', reset('before acting')],
    ['a reset inside the head', reset('inside the head')],
    ['a reset inside the body', reset('inside the body')],
    ['silence', hang()],
    ['an answer that takes half a minute too long', delay(45_000)],
    ['a page for people', html()],
    ['half an answer', jsonText('{"status":"runn')],
    ['an answer without a status', jsonText('{}')],
    ['nothing', empty()],
    ['no content', answer(204)],
  ])('%s', async (_, fault) => {
    const { kore, run, asked } = await setLongStage()
    kore.on('status').answers(fault, fault)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2' })
    expect(asked().filter((call) => call === 'start')).toHaveLength(1)
    expect(step.log.filter((line) => /trying again/.test(line))).toHaveLength(2)
    expect(step.annotations).toEqual([])
  })

  test('among good answers, however often', async () => {
    const { kore, run } = await setStage({ runsLastMs: 40 * 60_000 })
    kore.suite('Regression', TWO_GOOD)
    let count = 0
    kore.on('status').decides(() => (count++ % 3 === 2 ? undefined : serverError(500)))
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test.each(['the machine is down', 'its gateway answers 503'])('an outage of four and a half minutes: %s', async (how) => {
    const { kore, run, clock } = await setLongStage()
    const [begin, end] = [60_000, 330_000]
    if (how === 'the machine is down') {
      void clock.sleep(begin).then(() => kore.goOffline())
      void clock.sleep(end).then(() => kore.comeBack())
    } else kore.on('any').decides(() => (clock.now() > begin && clock.now() < end ? serverError(503) : undefined))

    // Looked at often, so that it is the time that counts and not the number of troubles.
    const step = await run({ 'poll-max-interval-seconds': '10' })

    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.log.filter((line) => /trying again/.test(line)).length).toBeGreaterThan(5)
    expect(kore.runs).toHaveLength(1)
  })
})

describe('a status that nobody knows', () => {
  test('counts as running and is told once, as a warning', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore
      .nextRun()
      .shows(status('PAUSED_FOR_REVIEW'), running(10), status('PAUSED_FOR_REVIEW'), status('thinking'), running(50), completed())
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(/reported an unknown status; the run is treated as still running/),
      }),
    ])
    expect(step.log.filter((line) => line.includes('PAUSED_FOR_REVIEW'))).toHaveLength(1)
  })

  test.each(['success', 'passed', 'COMPLETE', 'done', 'finished', 'completed_with_errors', '', '__proto__', 'constructor'])(
    'is never success: %s',
    async (word) => {
      const { kore, run } = await setStage()
      kore.suite('Regression', TWO_GOOD)
      kore.nextRun().shows({ ...completed(), status: word })
      const step = await run({ 'timeout-minutes': '5' })
      expect(step.exitCode).toBe(1)
      expect(step.outputs).toMatchObject({ conclusion: 'timed-out', total: '' })
      expect(step.annotations[0]).toMatchObject({
        level: 'warning',
        message: expect.stringMatching(/reported an unknown status; the run is treated as still running/),
      })
      expect(Math.abs(step.tookMs - 300_000)).toBeLessThanOrEqual(5000)
    },
  )

  test.each(['accepted', 'QUEUED', 'In_Progress', 'in progress', 'Running', 'pending', 'started'])(
    'is not meant by the word %s',
    async (word) => {
      const { kore, run } = await setStage()
      kore.suite('Regression', TWO_GOOD)
      kore.nextRun().shows(status(word), { ...completed(), status: 'COMPLETED' })
      const step = await run()
      expect(step.outputs['conclusion']).toBe('passed')
      expect(step.annotations).toEqual([])
    },
  )
})
