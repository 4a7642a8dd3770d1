/** Kore.ai conversation tests through the whole action. */
import { describe, expect, test } from '@jest/globals'
import { changed, reset, serverError } from '../../simulator/faults.ts'
import { type KoreConversation, type KoreConversationOptions, startKoreConversation } from '../../simulator/kore/conversation.ts'
import { conversationStatus, ended, inProgress } from '../../simulator/kore/conversation-run.ts'
import { badStep, goodStep, unreachedStep } from '../../simulator/kore/conversation-suite.ts'
import { casesIn, everythingSaid, type KoreStage, keptFiles, setKoreStage } from '../kore/stage.ts'

const GOOD = [goodStep('hello', 'Hi!'), goodStep('help', 'How can I help?')]
const BAD = [goodStep('hello', 'Hi!'), badStep('help', 'How can I help?', 'Sorry?')]

function setStage(options: KoreConversationOptions = {}): Promise<KoreStage<KoreConversation>> {
  return setKoreStage((common) => startKoreConversation({ ...common, ...options }), {
    provider: 'kore-conversation',
    suite: 'Smoke / Überall',
    'user-email': 'dev@example.com',
  })
}

async function stageWith(steps = GOOD, options: KoreConversationOptions = {}): Promise<KoreStage<KoreConversation>> {
  const stage = await setStage(options)
  stage.kore.suite('Smoke / Überall', steps)
  return stage
}

describe('a run', () => {
  test('whose steps all pass makes the check green, and its last answer is kept byte for byte', async () => {
    const { kore, run, asked } = await stageWith()
    let last = Buffer.alloc(0)
    kore.on('status').always(
      changed((honest) => {
        last = Buffer.from(`${String(honest.body)} \n`)
        return { ...honest, body: last }
      }),
    )
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', passed: '2', failed: '0' })
    expect(step.outputs['run-id']).toBe(kore.runs[0]?.testRunId)
    expect(asked()).toEqual(['start', 'status', 'status', 'status'])
    expect(await keptFiles(step)).toEqual([['status.json', last]])
  })

  test('whose steps fail makes it red, and tells what was expected and found', async () => {
    const { run } = await stageWith(BAD)
    const step = await run()
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'failed', passed: '1', failed: '1' })
    expect(await casesIn(step)).toEqual([
      ['hello', 'passed'],
      ['help', 'failed'],
    ])
    expect(step.summaries.at(-1)).toContain('How can I help&#63;')
    expect(step.summaries.at(-1)).toContain('Sorry&#63;')
  })

  test('is started with the version, the e-mail address and the language of the inputs', async () => {
    const { kore, run } = await stageWith()
    await run({ 'bot-version': 'published', language: 'de' })
    expect(kore.runs).toMatchObject([{ version: 'published', userEmailId: 'dev@example.com' }])
    expect(kore.requests.map(({ headers }) => headers['bot-language'])).toEqual(['de', 'de', 'de', 'de'])
  })

  test('without step details is judged by the counts, and that is told', async () => {
    const { kore, run } = await stageWith(BAD)
    kore.nextRun().withoutSteps()
    const step = await run({ 'min-pass-rate': '50' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', passed: '1', failed: '1' })
    expect(everythingSaid(step)).toContain('no step details were given')
  })

  test('without counts is judged by its steps', async () => {
    const { kore, run } = await stageWith(BAD)
    kore.nextRun().withoutDetails()
    expect((await run()).outputs).toMatchObject({ conclusion: 'failed', passed: '1', failed: '1' })
  })

  test.each([
    ['PASSED', 'passed'],
    ['Passed', 'passed'],
    ['pas_sed', 'passed'],
  ])('that ended as %s is %s', async (word, conclusion) => {
    const { kore, run } = await stageWith()
    kore.nextRun().shows(inProgress(10, 'IN_PROGRESS'), inProgress(20, 'In Progress'), ended(word))
    const step = await run()
    expect(step.outputs['conclusion']).toBe(conclusion)
    expect(step.annotations.filter(({ level }) => level === 'warning')).toEqual([])
  })

  test.each([
    ['no number', { percentageCompleted: 'some' }],
    ['more than all', { percentageCompleted: 140, totalTestStepsCount: undefined }],
    ['digits', { percentageCompleted: '85' }],
  ])('whose progress is %s is waited for all the same', async (_, changes) => {
    const { kore, run } = await stageWith()
    kore.nextRun().edited((honest) => ({ ...honest, ...changes }))
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test('tells its progress', async () => {
    const { kore, run } = await stageWith()
    kore.nextRun().lasts(60_000)
    expect((await run()).log.join('\n')).toMatch(/running, \d+ % \(of 2 steps\)/)
  })
})

describe('inconclusive is', () => {
  test('a run called passed with a failed step', async () => {
    const { kore, run } = await stageWith(BAD)
    kore.nextRun().shows(ended('passed'))
    expect((await run()).outputs).toMatchObject({ conclusion: 'inconclusive', failed: '1' })
  })

  test('a run called passed with a step that was not executed, also where only the counts tell', async () => {
    for (const hideSteps of [false, true]) {
      const { kore, run } = await stageWith([...GOOD, unreachedStep('bye')])
      const script = kore.nextRun().shows(ended('passed'))
      if (hideSteps) script.withoutSteps()
      expect((await run()).outputs).toMatchObject({ conclusion: 'inconclusive', passed: '2', skipped: '1' })
    }
  })

  test('a run whose counts and steps differ', async () => {
    const { kore, run } = await stageWith()
    kore.nextRun().counts({ passed: 1 })
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive' })
    expect(step.outputs['message']).toContain('counts 1 passed and 0 failed steps, and shows 2 and 0')
  })

  test('a run with neither steps nor counts', async () => {
    const { kore, run } = await stageWith()
    kore.nextRun().withoutSteps().withoutDetails()
    expect((await run()).outputs['conclusion']).toBe('inconclusive')
  })
})

test('steps behind a failed one that were not executed are skipped', async () => {
  const { kore, run } = await stageWith([...BAD, unreachedStep('bye')])
  kore.nextRun()
  const step = await run()
  expect(step.outputs).toMatchObject({ conclusion: 'failed', passed: '1', failed: '1', skipped: '1' })
})

describe('an error of the vendor is', () => {
  test('a run that failed with errors of the vendor, which are told', async () => {
    const { kore, run } = await stageWith()
    kore
      .nextRun()
      .shows(conversationStatus('failed'))
      .edited((honest) => ({ ...honest, result: { errorDetails: { msg: 'no such bot version' } } }))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
    expect(everythingSaid(step)).toContain('no such bot version')
  })

  test('a run that failed without a failed step', async () => {
    const { kore, run } = await stageWith()
    kore.nextRun().shows(inProgress(), ended('failed'))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
    expect(step.outputs['message']).toContain('no step of it failed')
  })

  test.each(['stopped', 'CANCELLED', 'time_out', 'Error', 'aborted'])('a run that ended as %s', async (word) => {
    const { kore, run } = await stageWith(BAD)
    kore.nextRun().shows(inProgress(), ended(word))
    expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
  })
})

test('a status that nobody knows counts as running, is told once, and the run may pass after it', async () => {
  const { kore, run } = await stageWith()
  kore.nextRun().shows(conversationStatus('pondering'), conversationStatus('pondering'), conversationStatus('dreaming'), ended())
  const step = await run()
  expect(step.outputs['conclusion']).toBe('passed')
  expect(step.annotations.filter(({ message }) => message.includes('reported an unknown status'))).toHaveLength(1)
  expect(step.log.join('\n')).toContain('pondering')
})

test('a run that never ends is timed out, and its id is told', async () => {
  const { kore, run } = await stageWith()
  kore.nextRun().shows(inProgress(85))
  const step = await run({ 'timeout-minutes': '2' })
  expect(step.outputs).toMatchObject({ conclusion: 'timed-out', 'run-id': kore.runs[0]?.testRunId })
  expect(step.outputs['message']).toContain('offers no way to stop it')
})

test('a start whose answer was lost is not sent again', async () => {
  const { kore, run } = await stageWith()
  kore.on('start').answers(reset('after acting'))
  const step = await run()
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network' })
  expect(step.outputs['message']).toContain('a run may be under way')
  expect(kore.runs).toHaveLength(1)
})

test('hiccups of the status calls are lived through', async () => {
  const { kore, run } = await stageWith()
  kore.on('status').answers(serverError(500), serverError(502))
  expect((await run()).outputs['conclusion']).toBe('passed')
})

test('one step starts a run, and another collects it', async () => {
  const { kore, run } = await stageWith(BAD)
  const first = await run({ mode: 'start' })
  expect(first.outputs).toMatchObject({ conclusion: 'started', 'run-id': kore.runs[0]?.testRunId })
  const second = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
  expect(second.outputs).toMatchObject({ conclusion: 'failed', failed: '1' })
  expect(kore.runs).toHaveLength(1)
})

describe('what the user did wrong', () => {
  test('in the inputs is told in one message, and nothing is sent', async () => {
    const { kore, run } = await stageWith()
    const step = await run({
      'user-email': '',
      'bot-id': '',
      'bot-version': 'latest',
      'client-secret': '',
      'min-f1': '0.5',
      suite: '',
    })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    for (const name of ['user-email', 'bot-id', 'bot-version', 'client-secret', 'min-f1', 'suite'])
      expect(step.outputs['message']).toContain(`${name} `)
    expect(kore.requests).toEqual([])
  })

  test.each(['nobody', 'two words@example.com', '@example.com', 'a@b@c'])(
    '%j is no e-mail address, and nothing is sent',
    async (text) => {
      const { kore, run } = await stageWith()
      const step = await run({ 'user-email': text })
      expect(step.outputs['message']).toContain('user-email is not an e-mail address')
      expect(kore.requests).toEqual([])
    },
  )

  test('with the name of the suite is told', async () => {
    const { run, mayRefuse } = await stageWith()
    mayRefuse()
    const step = await run({ suite: 'smoke' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain('no suite by the name "')
  })

  test('with a suite whose name holds a comma is told that several are given one per line', async () => {
    const { run, mayRefuse } = await stageWith()
    mayRefuse()
    const { outputs } = await run({ suite: 'Smoke, Regression' })
    expect(outputs['message']).toContain('and bot-version; if its comma stands between several suites, give one per line')
  })

  test('with the API scope is told with the name of the scope', async () => {
    const { kore, run, mayRefuse } = await stageWith()
    mayRefuse()
    kore.behaves({ scopes: ['Batch Tests Execution'] })
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth' })
    expect(step.outputs['message']).toContain('"Conversation Tests Execution"')
  })
})
