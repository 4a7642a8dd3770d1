import { describe, expect, test } from '@jest/globals'
import type { RecordedRequest } from '../../simulator/exchange.ts'
import { answer, changed, hang, html, json, reset, serverError } from '../../simulator/faults.ts'
import { broken, goodCases, scored, testCase } from '../../simulator/kapso/test-case.ts'
import type { KapsoClient } from '../../src/providers/kapso/client.ts'
import { openRun } from '../../src/providers/kapso/suite-run.ts'
import { stoppedClock } from '../simulator/kore-client.ts'
import { readReport } from '../support/action.ts'
import { busiestMinute, type KapsoStage, setKapsoStage } from './stage.ts'

/** Whether the request looks at the run of the case by that name. */
function isFor({ kapso }: KapsoStage, { params }: RecordedRequest, name: string): boolean {
  return kapso.runs.some(({ id, testCase: { name: of } }) => id === params.get('id') && of === name)
}

describe('the look at one run', () => {
  test.each([
    ['unknown to the vendor', json({ error: 'Not Found', status: 404, message: 'Test run not found' }, 404)],
    ['refused', json({ error: 'Forbidden', status: 403, message: 'no' }, 403)],
    ['of a wrong shape', json({ data: { id: 7 } })],
    ['a page', html(200)],
  ])('that stays %s makes that case an error, and leaves the others alone', async (_, fault) => {
    const stage = await setKapsoStage()
    stage.kapso.suite('Regression', goodCases(3))
    stage.kapso.on('look').decides((request) => (isFor(stage, request, 'Case 2') ? fault : undefined))

    const step = await stage.run()

    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '2', errored: '1' })
    expect(step.summaries[0]).toContain('the status of its run cannot be read')
    const record = JSON.parse((await readReport(step, 'vendor/Regression/test-runs.json')).toString())
    expect(record).toMatchObject([
      {},
      { test_run: stage.kapso.runs[1]?.id, problem: expect.stringContaining('status of its run cannot be read') },
      {},
    ])
  })

  test('that is answered with another run is not believed', async () => {
    const stage = await setKapsoStage()
    stage.kapso.suite('Regression', [scored('Greeting', 1), scored('Refund', 0.1)])
    const good = (): string => stage.kapso.runs[0]?.id ?? ''
    const swapped = changed((honest) => ({ ...honest, body: String(honest.body).replace(/"id":"[^"]+"/, `"id":"${good()}"`) }))
    stage.kapso.on('look').decides((request) => (isFor(stage, request, 'Refund') ? swapped : undefined))
    expect((await stage.run()).outputs).toMatchObject({ conclusion: 'inconclusive', passed: '1', errored: '1' })
  })

  test('is not repeated once it has seen the end, whatever the vendor would say later', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Quick', 1), testCase('Slow', {}, { lastsMs: 300_000 })])
    await run()
    expect(kapso.runs[0]?.looks).toBeLessThan(kapso.runs[1]?.looks ?? 0)
  })
})

test('a run that the vendor does not know at first is waited for', async () => {
  const stage = await setKapsoStage()
  stage.kapso.suite('Regression', goodCases(2))
  const notYet = json({ error: 'Not Found', status: 404, message: 'Test run not found' }, 404)
  stage.kapso.on('look').decides((request) => (request.at < 50_000 && isFor(stage, request, 'Case 2') ? notYet : undefined))
  expect((await stage.run({ 'poll-max-interval-seconds': '5' })).outputs).toMatchObject({ conclusion: 'passed', total: '2' })
})

describe('troubles of all looks', () => {
  test('that pass are lived through', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(3))
    kapso.on('look').answers(reset('after acting'), serverError(503), hang(), serverError(429, { retryAfter: '60' }))
    expect((await run()).outputs).toMatchObject({ conclusion: 'passed', total: '3' })
  })

  test('that do not pass use up the budget', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(3))
    kapso.on('look').always(serverError(500))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
    expect(step.tookMs).toBeGreaterThan(4 * 60_000)
  })

  test('by a limit in the middle of a look wait as long as the vendor asks', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(3))
    let looks = 0
    kapso
      .on('look')
      .decides(() => (++looks === 2 ? json({ error: 'Too Many Requests' }, 429, { 'retry-after': '60' }) : undefined))
    expect((await run()).outputs['conclusion']).toBe('passed')
    const times = kapso.requests.filter(({ operation }) => operation === 'look').map(({ at }) => at)
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(60_000)
  })

  test('by a refused key end the step', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(2))
    kapso.on('look').always(json({ error: 'Unauthorized', status: 401, message: 'Invalid API key' }, 401))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth' })
    expect(step.outputs['message']).toContain('api-key')
  })

  test('by answers of the wrong shape are an error of the contract', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(2))
    kapso.on('look').always(answer(200, {}, '{"data":[]}'))
    expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract' })
  })
})

describe('a score that comes late', () => {
  test('is waited for while nothing says that the run is over', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 0.9)])
    kapso
      .on('look')
      .decides(({ at }) => (at < 60_000 ? changed((honest) => ({ ...honest, body: unscored(String(honest.body)) })) : undefined))
    expect((await run()).outputs).toMatchObject({ conclusion: 'passed', passed: '1' })
  })

  test('and never, makes the case an error in the end', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [testCase('Greeting', { score: null, ended_at: null })])
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', errored: '1' })
    expect(step.summaries[0]).toContain('without a score')
    expect(step.tookMs).toBeLessThan(4 * 60_000)
  })
})

function unscored(body: string): string {
  return body.replace(/"score":[^,]+/, '"score":null').replace(/"ended_at":[^,]+/, '"ended_at":null')
}

/** A run of so many cases that never end, with the calls that a look makes, each of which takes that long. */
function endlessRun(cases: number, callTakesMs = 0) {
  const clock = stoppedClock()
  let calls = 0
  const client: KapsoClient = {
    async ask({ parameters }, shape) {
      calls += 1
      clock.advance(callTakesMs)
      return { value: shape.parse({ id: parameters['test-run'] }), text: '{}' }
    },
  }
  const run = openRun(Array.from({ length: cases }, (_, index) => `r${index}`).join(','), {
    client,
    clock,
    mark: 0.8,
    begun: undefined,
    belonging: undefined,
  })
  const look = async (): Promise<number> => {
    calls = 0
    await run.look()
    return calls
  }
  return { clock, look }
}

describe('the pace', () => {
  test('of one look is at most 40 calls, and none more after 20 seconds', async () => {
    expect(await endlessRun(500).look()).toBe(40)
    expect(await endlessRun(500, 4000).look()).toBe(6)
  })

  test('gives each run its turn before one is asked for again, and asks for one at least', async () => {
    const { clock, look } = endlessRun(30)
    expect(await look()).toBe(30)
    clock.advance(5000)
    expect(await look()).toBe(1)
    clock.advance(15_000)
    expect(await look()).toBe(29)
  })

  test('of one look is bounded, so that the deadline is kept with 300 runs that never end', async () => {
    const { kapso, run } = await setKapsoStage({ runsLastMs: Number.POSITIVE_INFINITY })
    kapso.suite('Regression', goodCases(300))
    const step = await run({ 'timeout-minutes': '10' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(step.tookMs).toBeLessThanOrEqual(605_000)
    expect(busiestMinute(kapso)).toBeLessThan(100)
    const looks = kapso.runs.map((each) => each.looks)
    expect(Math.max(...looks) - Math.min(...looks)).toBeLessThanOrEqual(1)
  }, 20_000)

  test('lets suites of several sizes end side by side', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Large', goodCases(150))
    kapso.suite('Small', [scored('Greeting', 0.9), broken('Refund')])
    const step = await run({ suite: 'Large\nSmall', 'max-errored': '1' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '152', errored: '1' })
    expect(busiestMinute(kapso)).toBeLessThan(100)
  }, 20_000)
})
