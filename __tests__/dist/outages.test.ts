/** Hiccups and outages of the vendor: what is lived through, for how long, and how often it is asked meanwhile. */
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { html, normally, reset, serverError } from '../../simulator/faults.ts'
import { completed, type Look, running } from '../../simulator/kore/batch-run.ts'
import { koreError, refuses } from '../../simulator/kore/refusal.ts'
import { type BundleStage, expectEnd, type Step, setBundle, warningsOf } from '../support/bundle.ts'
import { TWO_GOOD } from '../support/utterances.ts'

/** What the step said it would wait after each trouble. */
function announced({ log }: Step): string[] {
  return log.flatMap((line) => /trying again in (.*?): /.exec(line)?.[1] ?? [])
}

async function setRun(...looks: readonly Look[]): Promise<BundleStage> {
  const stage = await setBundle()
  stage.kore.suite('Regression', TWO_GOOD)
  stage.kore.nextRun().shows(...looks, completed())
  return stage
}

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toUTCString()
}

describe('Retry-After', () => {
  const LONG = /^(1 min 5\d s|2 min)$/
  const OWN = /^[4-6] s$/
  const forms: readonly (readonly [form: string, value: () => string, wait: RegExp])[] = [
    ['seconds', () => '120', LONG],
    ['seconds with blanks', () => ' 120 ', LONG],
    ['an HTTP date', () => inSeconds(120), LONG],
    ['an HTTP date that has passed', () => inSeconds(-3600), OWN],
    ['less than the gap', () => '1', OWN],
    ['zero', () => '0', OWN],
    ['a negative number', () => '-120', OWN],
    ['a fraction', () => '120.5', OWN],
    ['an exponent', () => '1e9', OWN],
    ['a number beyond all bounds', () => '99999999999', OWN],
    ['hexadecimal', () => '0x78', OWN],
    ['a date of another kind', () => '2099-01-01T00:00:00Z', OWN],
    ['a date in another zone', () => 'Thu, 01 Jan 2099 00:00:00 +0200', OWN],
    ['nonsense', () => 'soon', OWN],
    ['nothing', () => '', OWN],
  ]

  test('case 18: in all its forms is obeyed where it makes sense, and else our own gap is kept', async () => {
    const { kore, run } = await setRun(...forms.map(() => running(1)))
    // Dates are made when they are sent: the time until then is a part of what they say.
    const asking =
      (value: () => string): Fault =>
      (exchange) =>
        serverError(503, { retryAfter: value() })(exchange)
    kore.on('status').answers(...forms.flatMap(([, value]) => [asking(value), normally()]))
    const step = await run({ 'poll-max-interval-seconds': '5' })
    expectEnd(step, 'passed')
    const waits = announced(step)
    expect(forms.flatMap(([form, , wait], index) => (wait.test(waits[index] ?? '') ? [] : [[form, waits[index]]]))).toEqual([])
    expect(waits).toHaveLength(forms.length)
  })

  test.each([429, 500, 502, 503, 504])(
    'case 18: is obeyed with %d, and a start is sent again where it was surely not heard',
    async (status) => {
      const { kore, run } = await setRun()
      kore.on('status').answers(serverError(status, { retryAfter: '45' }))
      if (status === 429 || status === 503) kore.on('start').answers(serverError(status, { retryAfter: '45' }))
      const step = await run()
      expectEnd(step, 'passed')
      expect(announced(step)).toEqual(status === 429 || status === 503 ? ['45 s', '45 s'] : ['45 s'])
      expect(kore.runs).toHaveLength(1)
    },
  )

  test('case 18: beyond the deadline does not hold the step', async () => {
    const { kore, run, asked } = await setRun()
    kore.on('status').always(serverError(503, { retryAfter: '86400' }))
    expectEnd(await run({ 'timeout-minutes': '2' }), 'timed-out')
    expect(asked()).toEqual(['start', 'status', 'status'])
  })
})

describe('a burst of troubles', () => {
  test('case 19: of every kind, below the budget, is lived through', async () => {
    const { kore, run } = await setRun(running(10))
    const kinds = [
      serverError(500),
      serverError(502),
      serverError(503),
      serverError(504),
      serverError(408),
      serverError(429),
      reset('before acting'),
      reset('inside the head'),
      html(502),
    ]
    kore.on('status').answers(...kinds, ...kinds.slice(0, 3))
    expectEnd(await run(), 'passed')
    expect(kore.runs).toHaveLength(1)
  })

  test.each([
    ['5xx', serverError(502), 'vendor'],
    ['resets', reset('before acting'), 'network'],
    ['rate limits', serverError(429), 'rate-limit'],
    ['the vendor’s own words for a rate limit', koreError(400, 400, 'Rate limit for this API has been reached'), 'rate-limit'],
  ])('case 19: of %s for ever is given up after five minutes, not before', async (_, fault, kind) => {
    const { kore, run, asked } = await setRun()
    kore.on('status').always(fault)
    const step = await run()
    expectEnd(step, 'error', kind)
    const looks = asked().filter((operation) => operation === 'status').length
    expect(looks).toBeGreaterThanOrEqual(10)
    expect(looks).toBeLessThan(25)
    expect(Number(step.outputs['duration-seconds'])).toBeGreaterThanOrEqual(300)
    expect(Number(step.outputs['duration-seconds'])).toBeLessThan(420)
    expect(step.outputs['message']).toMatch(
      /gave up after \d+ failed attempts in a row over [5-7] minutes; run tr-.* goes on at the vendor/,
    )
  })

  test('case 19: one good answer resets the budget', async () => {
    const { kore, run } = await setRun(running(10), running(20))
    const nine = Array.from({ length: 9 }, () => serverError(500))
    kore.on('status').answers(...nine, normally(), ...nine, normally(), ...nine)
    expectEnd(await run({ 'poll-max-interval-seconds': '40' }), 'passed')
  })

  test('case 19: a vendor that is away for four minutes in the middle of a run is waited for', async () => {
    const { kore, run } = await setRun(running(10))
    let away = 0
    const options = {
      onLine(line: string) {
        if (line.includes('running, 10 %')) void kore.goOffline()
        if (line.includes('could not be reached') && ++away === 10) void kore.comeBack()
      },
    }
    const step = await run({}, options)
    expectEnd(step, 'passed')
    expect(Number(step.outputs['duration-seconds'])).toBeGreaterThan(200)
  })

  test('no two looks come within half a second, however short the gap', async () => {
    const { kore, run } = await setRun(...Array.from({ length: 3 }, (_, index) => running(index)))
    const step = await run({ 'poll-interval-seconds': '0.5', 'poll-max-interval-seconds': '0.5' }, { clockScale: 1 })
    expectEnd(step, 'passed')
    const times = kore.requests.filter(({ operation }) => operation === 'status').map(({ at }) => at)
    expect(Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeGreaterThan(480)
  })
})

describe('a refused token', () => {
  test('case 20: in the middle is replaced by a fresh one, each time it happens', async () => {
    const { kore, run, asked } = await setRun(running(10), running(60))
    kore.on('start').answers(refuses('credentials'))
    kore.on('status').answers(refuses('credentials'))
    expectEnd(await run(), 'passed')
    expect(asked().filter((operation) => operation === 'start')).toHaveLength(2)
    expect(kore.runs).toHaveLength(1)
    const tokens = kore.requests.flatMap(({ headers }) => headers['auth']?.toString() ?? [])
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  test.each(['start', 'status'] as const)(
    'case 20: for ever, at the %s, is given up when the fresh one is refused too',
    async (operation) => {
      const { kore, run, asked } = await setRun()
      kore.on(operation).always(refuses('credentials'))
      const step = await run()
      expectEnd(step, 'error', 'auth')
      expect(asked().filter((each) => each === operation)).toHaveLength(2)
      if (operation === 'status') expect(step.outputs['run-id']).toBe(kore.runs[0]?.requestId)
    },
  )

  test.each([-20 * 60_000, 20 * 60_000])(
    'case 20: because the clocks are %d ms apart is told, and the vendor’s clock is used',
    async (clockAheadMs) => {
      const { kore, run } = await setRun()
      kore.behaves({ clockAheadMs })
      const step = await run()
      expectEnd(step, 'passed')
      expect(warningsOf(step)).toEqual([expect.stringMatching(/clock is (1199|1200|1201) s off the vendor's/)])
      expect(kore.refusals.length).toBe(1)
    },
  )

  test('case 20: 403 is tried three times', async () => {
    const { kore, run, asked } = await setRun()
    kore.on('status').always(koreError(403, 403, 'Forbidden'))
    expectEnd(await run(), 'error', 'auth')
    expect(asked()).toEqual(['start', 'status', 'status', 'status'])
  })

  test('case 20: a missing scope is named, and not tried again', async () => {
    const { kore, run, asked } = await setRun()
    kore.behaves({ scopes: [] })
    const step = await run()
    expectEnd(step, 'error', 'auth')
    expect(step.outputs['message']).toContain('"Batch Tests Execution"')
    expect(asked().length).toBeLessThanOrEqual(2)
  })

  test('a run that the vendor does not know yet is waited for in the first minute', async () => {
    const { kore, run } = await setRun()
    kore.on('status').answers(refuses('run'), serverError(404), refuses('run'))
    expectEnd(await run(), 'passed')
  })
})
