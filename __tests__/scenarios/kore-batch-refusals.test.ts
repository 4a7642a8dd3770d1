import { describe, expect, test } from '@jest/globals'
import { answer, empty, html, huge, jsonText, redirect, serverError } from '../../simulator/faults.ts'
import { completed, completedWithoutFile, failed, running, status } from '../../simulator/kore/batch-run.ts'
import { koreError, refuses } from '../../simulator/kore/refusal.ts'
import { type Stage, type StepRecord, setStage } from '../support/action.ts'
import { TWO_GOOD } from '../support/utterances.ts'

async function setOwnStage(options: Parameters<typeof setStage>[0] = {}): Promise<Stage> {
  const stage = await setStage(options)
  stage.kore.suite('Regression', TWO_GOOD)
  return stage
}

/** The same, where the vendor will refuse requests by its own rules. */
async function setRefusingStage(options: Parameters<typeof setStage>[0] = {}): Promise<Stage> {
  const stage = await setOwnStage(options)
  stage.mayRefuse()
  return stage
}

function expectError(step: StepRecord, kind: string, message: RegExp): void {
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': kind })
  expect(step.outputs['message']).toMatch(message)
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual([expect.objectContaining({ level: 'error', title: 'Agent tests could not be judged' })])
  expect(step.summaries.at(-1)).toContain('💥 Error')
}

describe('what cannot be found is a matter of the inputs', () => {
  test('the suite', async () => {
    const { run, asked } = await setRefusingStage()
    const step = await run({ suite: 'regression' })
    expectError(step, 'config', /the bot has no suite by the name "regression"; check suite/)
    expect(asked()).toEqual(['start'])
    expect(step.outputs['run-id']).toBe('')
  })

  test('the bot, where the vendor says so', async () => {
    const { kore, run } = await setOwnStage()
    kore.on('start').always(refuses('bot'))
    expectError(await run(), 'config', /does not know this bot-id/)
  })

  test('the address, which the vendor tells as a wrong verb', async () => {
    const { kore, run } = await setRefusingStage()
    expectError(await run({ 'base-url': `${kore.address}/app` }), 'config', /HTTP 405.*check base-url/)
  })

  test('a request that the vendor does not take', async () => {
    const { kore, run } = await setOwnStage()
    kore.on('start').always(refuses('arguments'))
    expectError(await run(), 'config', /HTTP 412.*check bot-version.*engine or user-email/)
  })
})

describe('credentials that the vendor does not take', () => {
  test.each([{ 'client-secret': 'wrong-secret-entirely' }, { 'client-id': 'cs-another-app' }, { 'bot-id': 'st-another-bot' }])(
    '%j',
    async (wrong) => {
      const { kore, run } = await setRefusingStage()
      const step = await run(wrong)
      expectError(step, 'auth', /client-id, client-secret (.*) or bot-id is wrong/)
      expect(kore.requests.length).toBeLessThanOrEqual(2)
      expect(kore.runs).toEqual([])
    },
  )

  test('since they were made for another algorithm', async () => {
    const { run } = await setRefusingStage({ algorithm: 'HS512' })
    expectError(await run(), 'auth', /jwt-algorithm/)
  })

  test('since the scope is missing, which is named', async () => {
    const { run } = await setRefusingStage({ scopes: ['Conversation Tests Execution'] })
    expectError(await run(), 'auth', /lacks the API scope "Batch Tests Execution"/)
  })

  test('since a ready-made token was used before', async () => {
    const { kore, run } = await setOwnStage()
    kore.on('start').always(refuses('replay'))
    const step = await run({ token: 'a.ready-made.token' })
    expectError(step, 'auth', /its times or its jti/)
    expect(kore.requests).toHaveLength(1)
  })

  test('are shown what the vendor said, but never themselves', async () => {
    const { run } = await setRefusingStage()
    const step = await run({ 'client-secret': 'wrong-secret-entirely' })
    expect(step.summaries.at(-1)).toContain('The vendor said')
    expect(step.log.join('\n')).toContain('Invalid SDK credentials')
    expect(JSON.stringify(step)).not.toMatch(/wrong-secret-entirely(?!"[\],])/)
  })
})

describe('401 in the middle', () => {
  test('brings a fresh token at once, each time it happens', async () => {
    const { kore, run, asked, gaps } = await setOwnStage()
    kore.nextRun().shows(running(1), running(2), completed())
    kore.on('status').answers(refuses('replay'))
    const step = await run()
    kore.on('status').answers(refuses('token'))
    expect(step.outputs['conclusion']).toBe('passed')
    expect(asked()).toEqual(['start', 'status', 'status', 'status', 'status', 'file'])
    expect(gaps()[1]).toBe(0)
    const [first, second] = kore.requests.filter(({ operation }) => operation === 'status')
    expect(first?.headers['auth']).not.toBe(second?.headers['auth'])
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test('for ever ends the step after the second', async () => {
    const { kore, run, asked } = await setOwnStage()
    kore.on('status').always(refuses('credentials'))
    const step = await run()
    expectError(step, 'auth', /client-id, client-secret (.*) or bot-id is wrong/)
    expect(asked()).toEqual(['start', 'status', 'status'])
    expect(step.outputs['run-id']).toBe(kore.runs[0]?.requestId)
  })
})

describe('clocks that differ', () => {
  test.each([600_000, -600_000, 3_600_000, -86_400_000])(
    'by %i ms: ours is corrected once, and this is told once',
    async (clockAheadMs) => {
      const { kore, run } = await setRefusingStage({ clockAheadMs })
      const step = await run()
      expect(step.outputs['conclusion']).toBe('passed')
      expect(kore.refusals).toHaveLength(1)
      expect(kore.runs).toHaveLength(1)
      expect(step.annotations).toEqual([
        expect.objectContaining({ level: 'warning', message: expect.stringMatching(/clock is \d+ s off/) }),
      ])
    },
  )

  test.each([25_000, -25_000])('by %i ms: nobody notices', async (clockAheadMs) => {
    const { kore, run } = await setOwnStage({ clockAheadMs })
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(kore.refusals).toEqual([])
    expect(step.annotations).toEqual([])
  })
})

describe('403 and 404', () => {
  test('403 twice in a row may pass', async () => {
    const { kore, run } = await setOwnStage()
    kore.on('status').answers(koreError(403, 403, 'Forbidden'), koreError(403, 403, 'Forbidden'))
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test('403 three times does not', async () => {
    const { kore, run, asked } = await setOwnStage()
    kore.on('status').always(koreError(403, 403, 'Forbidden'))
    expectError(await run(), 'auth', /HTTP 403/)
    expect(asked()).toEqual(['start', 'status', 'status', 'status'])
  })

  test.each([
    ['404', answer(404)],
    ['Test Result not found.', refuses('run')],
  ])('%s in the first minute means not yet', async (_, fault) => {
    const { kore, run, clock } = await setOwnStage()
    kore.on('status').decides(() => (clock.now() < 50_000 ? fault : undefined))
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test.each([
    ['404', answer(404)],
    ['Test Result not found.', refuses('run')],
  ])('%s after the first minute means that it is not there', async (_, fault) => {
    const { kore, run } = await setOwnStage()
    kore.on('status').always(fault)
    const step = await run({ 'poll-max-interval-seconds': '5' })
    expectError(step, 'config', /HTTP 40/)
    expect(step.tookMs).toBeGreaterThanOrEqual(60_000)
    expect(step.tookMs).toBeLessThanOrEqual(75_000)
  })
})

describe('a run that ends without a result', () => {
  test.each(['failed', 'STOPPED', 'cancelled', 'Canceled', 'aborted', 'error', 'timeout', 'TIMED_OUT'])(
    'as %s is an error of the vendor',
    async (word) => {
      const { kore, run } = await setOwnStage()
      kore.nextRun().shows(running(50), status(word))
      const step = await run()
      expectError(step, 'vendor', /ended the run as \w+, without a result/)
      expect(step.outputs).toMatchObject({ total: '', 'run-id': kore.runs[0]?.requestId })
    },
  )

  test('stays ended, whatever comes later', async () => {
    const { kore, run, asked } = await setOwnStage()
    kore.nextRun().shows(failed(), completed())
    expectError(await run(), 'vendor', /ended the run as failed/)
    expect(asked()).toEqual(['start', 'status'])
  })

  test('is no success when it is completed and its file never comes', async () => {
    const { kore, run } = await setOwnStage()
    kore.nextRun().withoutFile()
    const step = await run()
    expectError(step, 'vendor', /result file never came/)
    expect(step.tookMs).toBeLessThan(5 * 60_000)
  })

  test.each([
    ['running', running(80)],
    ['failed', failed()],
  ])('stays completed when the vendor says %s afterwards, and still needs its file', async (_, look) => {
    const { kore, run } = await setOwnStage()
    kore.nextRun().shows(completedWithoutFile(), look)
    expectError(await run(), 'vendor', /result file never came/)
  })

  test('a file that comes a minute late is waited for, and a run that was completed stays so', async () => {
    const { kore, run } = await setOwnStage()
    kore.nextRun().shows(completedWithoutFile(), running(80), completedWithoutFile(), completed())
    expect((await run()).outputs).toMatchObject({ conclusion: 'passed', total: '2' })
  })
})

describe('answers of the wrong shape for good', () => {
  test.each([
    ['a page for people', html()],
    ['half of it', jsonText('{"status":"runn')],
    ['nothing', empty()],
    ['a list', jsonText('[]')],
    ['a word', jsonText('"completed"')],
    ['null', jsonText('null')],
    ['a status that is a number', jsonText('{"status":1}')],
    [
      'counts that are none',
      jsonText('{"status":"completed","result":{"fileUrl":"x","results":{"success":"all","failure":-1}}}'),
    ],
    ['a prototype', jsonText('{"__proto__":{"status":"completed"}}')],
    ['20 MiB of blanks', huge(20 * 1024 * 1024)],
    ['an object that is nested 100,000 times', jsonText(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
  ])('are an error of kind contract after the third: %s', async (_, fault) => {
    const { kore, run, asked } = await setOwnStage()
    kore.on('status').always(fault)
    const step = await run()
    expectError(step, 'contract', /batch test status \(GET /)
    expect(asked()).toEqual(['start', 'status', 'status', 'status'])
  })
})

describe('troubles that do not end', () => {
  async function exhausted(prepare: (stage: Stage) => void): Promise<StepRecord> {
    const stage = await setOwnStage()
    prepare(stage)
    const step = await stage.run({ 'timeout-minutes': '30' })
    expect(step.tookMs).toBeGreaterThanOrEqual(5 * 60_000)
    expect(step.tookMs).toBeLessThan(7 * 60_000)
    expect(stage.kore.runs).toHaveLength(1)
    return step
  }

  test('of the network', async () => {
    const step = await exhausted(({ kore, clock }) => void clock.sleep(7000).then(() => kore.goOffline()))
    expectError(step, 'network', /could not be reached.*gave up after \d+ failed attempts/)
  })

  test('of the vendor', async () => {
    expectError(await exhausted(({ kore }) => kore.on('status').always(serverError(502))), 'vendor', /HTTP 502.*gave up after/)
  })

  test('of the rate limit', async () => {
    expectError(
      await exhausted(({ kore }) => kore.on('status').always(serverError(429))),
      'rate-limit',
      /HTTP 429.*gave up after/,
    )
  })

  test('are of the kind that was met most often', async () => {
    let count = 0
    const mixed = ({ kore }: Stage): void => void kore.on('status').decides(() => serverError(++count % 4 === 0 ? 429 : 500))
    expectError(await exhausted(mixed), 'vendor', /gave up after/)
  })
})

test.each(['https://evil.example/', 'http://127.0.0.1:9/', '/elsewhere'])(
  'a redirect of a call is refused, wherever it leads: %s',
  async (to) => {
    for (const operation of ['start', 'status'] as const) {
      const { kore, run } = await setOwnStage()
      kore.on(operation).always(redirect(to, 307))
      expectError(await run(), 'security', /redirect.*refused/)
      expect(kore.requests.at(-1)?.operation).toBe(operation)
    }
  },
)
