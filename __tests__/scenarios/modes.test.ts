/** What a step does that only starts, only collects or only stops: no more than its mode says. */
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { serverError } from '../../simulator/faults.ts'
import { running } from '../../simulator/kore/batch-run.ts'
import { setOmilia } from '../omilia/stage.ts'
import { type StepOptions, type StepRecord, setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

/** A repository that is not checked out in this job, and the input that names a file of it. */
const NO_CHECKOUT = { 'suite-path': 'tests/regression.csv' }

function nowhere(temporary: string): StepOptions {
  return { workspace: join(temporary, 'never-made') }
}

function troubles({ annotations }: StepRecord): string[] {
  return annotations.filter(({ level }) => level !== 'notice').map(({ message }) => message)
}

describe('mode start', () => {
  test.each([
    ['must-pass', { 'must-pass': 'What is left on my card?\nno such case*' }],
    ['min-tests', { 'min-tests': '500' }],
    ['min-f1, min-precision and min-recall', { 'min-f1': '1', 'min-precision': '1', 'min-recall': '1' }],
    ['max-failures and min-pass-rate', { 'max-failures': '0', 'min-pass-rate': '100' }],
  ])('leaves the gate %s to the step that collects', async (_, gate) => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    const step = await run({ mode: 'start', ...gate })
    expect([step.exitCode, step.outputs['conclusion'], step.outputs['error-kind']]).toEqual([0, 'started', ''])
    expect(step.outputs['message']).toBe(`run ${kore.runs[0]?.requestId} was started`)
    expect([...troubles(step), ...step.uploads]).toEqual([])
    expect(step.summaries.at(-1)).not.toContain('must-pass')
    const collected = await run({ mode: 'collect', 'run-id': step.outputs['run-id'] ?? '', ...gate })
    expect(['failed', 'inconclusive']).toContain(collected.outputs['conclusion'])
  })

  test('is red when a suite could not be started, whatever must-pass says', async () => {
    const { kore, run, mayRefuse } = await setStage()
    mayRefuse()
    kore.suite('Regression', TWO_GOOD)
    const step = await run({ mode: 'start', suite: 'Regression\nNo such suite', 'must-pass': 'a*' })
    expect([step.exitCode, step.outputs['conclusion'], step.outputs['error-kind']]).toEqual([1, 'error', 'config'])
    expect(step.outputs['run-id']).toBe(`${kore.runs[0]?.requestId}\n-`)
    expect(step.outputs['message']).not.toContain('must-pass')
  })
})

describe('a job without a checkout', () => {
  test('collects a run of Kore.ai though suite-path is given', async () => {
    const { kore, run, temporary, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const first = await run({ mode: 'start' })
    const step = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '', ...NO_CHECKOUT }, nowhere(temporary))
    expect([step.outputs['conclusion'], troubles(step)]).toEqual(['passed', []])
    expect(asked()).not.toContain('upload')
  })

  test('is told in mode cancel that Kore.ai cannot stop a run, and not that a file is missing', async () => {
    const { kore, run, temporary, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const options = nowhere(temporary)
    const step = await run({ mode: 'cancel', 'run-id': 'tr-1', ...NO_CHECKOUT }, options)
    expect(step.outputs).toMatchObject({ conclusion: 'error', message: expect.stringContaining('no way to stop a run') })
    expect([step.outputs['message']?.includes('suite-path'), asked()]).toEqual([false, []])
  })

  test('collects and stops runs of Omilia though suite-path is given', async () => {
    const { omilia, run, temporary, count } = await setOmilia()
    const first = await run({ mode: 'start' })
    const given = { 'suite-path': 'suites/airline', 'run-id': first.outputs['run-id'] ?? '' }
    const collected = await run({ mode: 'collect', ...given }, nowhere(temporary))
    expect([collected.outputs['conclusion'], troubles(collected)]).toEqual(['passed', []])
    omilia.nextRun().neverEnds()
    const second = await run({ mode: 'start' })
    const endless = { ...given, 'run-id': second.outputs['run-id'] ?? '' }
    const stopped = await run({ mode: 'cancel', ...endless }, nowhere(temporary))
    expect([stopped.outputs['conclusion'], count('revoke'), omilia.underWay()]).toEqual(['cancelled', 1, []])
    expect(count('upload')).toBe(0)
  })

  test('cannot start, which is told before anything is sent', async () => {
    const { run, temporary, asked } = await setStage()
    for (const mode of ['start', 'run']) {
      const step = await run({ mode, ...NO_CHECKOUT }, nowhere(temporary))
      expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
      expect(step.outputs['message']).toContain('suite-path')
    }
    expect(asked()).toEqual([])
  })
})

async function withSuite() {
  const stage = await setStage()
  stage.kore.suite('Regression', TWO_GOOD)
  return stage
}

test.each([
  ['kore-batch', withSuite, 'tr-of-nobody'],
  ['omilia', () => setOmilia(), '00000000-0000-4000-8000-000000000000'],
])('mode collect of %s says nothing of a run that the vendor does not know, but that', async (_, open, id) => {
  const { run, mayRefuse } = await open()
  mayRefuse()
  const step = await run({ mode: 'collect', 'run-id': id })
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  expect(step.outputs['message']).not.toMatch(/goes on|may go on|was over|could not be stopped/)
  expect(step.state['open-runs']).toBe('[]')
})

describe('mode cancel', () => {
  async function cancelled(): Promise<StepRecord> {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().neverEnds()
    const { outputs } = await run({ mode: 'start' })
    return run({ mode: 'cancel', 'run-id': outputs['run-id'] ?? '', 'must-pass': 'book a flight', 'min-tests': '5' })
  }

  test('is green, uploads nothing, and asks for no cases', async () => {
    const step = await cancelled()
    expect([step.exitCode, step.outputs['conclusion'], step.outputs['error-kind'], step.uploads]).toEqual([
      0,
      'cancelled',
      '',
      [],
    ])
    expect(step.outputs['message']).toMatch(/^run \S+ was stopped$/)
    expect([step.outputs['total'], step.state['open-runs']]).toEqual(['', '[]'])
  })

  test('sounds like no trouble: no annotation, and a summary that asks for nothing to be done', async () => {
    const step = await cancelled()
    expect(step.annotations).toEqual([])
    expect(step.log.join('\n')).not.toMatch(/could not|must-pass|no artifact|trying again/)
    expect(step.summaries).toHaveLength(1)
    expect(step.summaries[0]).toContain('was stopped')
    expect(step.summaries[0]).not.toMatch(/Run the job again|mode: collect|must-pass|⚠️|💥|❌|🚫/u)
  })
})

describe.each(['run', 'start', ''])('run-id in mode %j', (mode) => {
  test.each(['tr-1', 'tr-1\ntr-2', '-'])('is a mistake, and nothing is sent: %j', async (id) => {
    const { kore, run, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(1))
    const step = await run({ mode, 'run-id': id })
    expect([step.exitCode, step.outputs['conclusion'], step.outputs['error-kind']]).toEqual([1, 'error', 'config'])
    expect(step.outputs['message']).toMatch(/^run-id is for the modes collect and cancel/)
    expect(asked()).toEqual([])
  })
})

describe('a step whose time is over while nothing goes well', () => {
  const SHORT = { 'timeout-minutes': '0.5' }

  test('says what went wrong last: a run that the vendor does not know', async () => {
    const { kore, run, mayRefuse } = await setStage()
    mayRefuse()
    kore.suite('Regression', TWO_GOOD)
    const step = await run({ mode: 'collect', 'run-id': 'tr-00000000-0000-0000-0000-000000000001', ...SHORT })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(step.outputs['message']).toMatch(/was reached; .*; the last error was: .* the vendor does not know this run/)
    expect(step.summaries.at(-1)).toMatch(/The vendor said:.*Test Result not found/s)
  })

  test('says nothing of what went well again since', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(1))
    kore.on('status').answers(serverError(503))
    const step = await run(SHORT)
    expect(step.outputs['message']).toMatch(/was reached; run \S+ goes on at the vendor, which offers no way to stop it$/)
  })
})

describe('mode collect is advised at the end of a step', () => {
  const advised = ({ summaries }: StepRecord): boolean => summaries.at(-1)?.includes('can be resumed with') ?? false

  test('whose run goes on', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(1))
    expect(advised(await run({ 'timeout-minutes': '1' }))).toBe(true)
  })

  test('and not where the run was stopped', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().neverEnds()
    const step = await run({ 'timeout-minutes': '1' })
    expect(step.outputs['message']).toContain('was stopped at the vendor')
    expect(advised(step)).toBe(false)
  })

  test('nor where none was started', async () => {
    const { kore, run } = await setStage()
    kore.on('start').always(serverError(503, { retryAfter: '600' }))
    const step = await run({ 'timeout-minutes': '1' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(advised(step)).toBe(false)
  })
})

test('where min-tests is missed, the summary names what chooses the cases, and not another run of the job', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const step = await run({ 'min-tests': '5' })
  expect(step.outputs['conclusion']).toBe('inconclusive')
  expect(step.summaries.at(-1)).toMatch(/the inputs that choose what runs.*<code>min-tests<\/code>/)
  expect(step.summaries.at(-1)).not.toContain('may settle it')
})
