/**
 * A workflow that is cancelled, or a process that is killed, in every phase of a step, with a vendor that answers and one that
 * hangs. Kore.ai cannot stop a run; for vendors that can, see `conformance.test.ts`.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { delay, hang, slowDrip } from '../../simulator/faults.ts'
import { running } from '../../simulator/kore/batch-run.ts'
import { type ArtifactStore, startArtifactStore } from '../support/artifact-store.ts'
import { type BundleStage, expectEnd, type Step, type StepOptions, setBundle, warningsOf } from '../support/bundle.ts'
import { signalTest } from '../support/signal-test.ts'
import { TWO_GOOD } from '../support/utterances.ts'

/** True time: what a signal leads to is a matter of seconds. */
const TRUE_TIME: StepOptions = { clockScale: 1 }
const QUICK = { 'poll-interval-seconds': '0.5' }

async function setRun(): Promise<BundleStage> {
  const stage = await setBundle()
  stage.kore.suite('Regression', TWO_GOOD)
  return stage
}

/** Cancelled by one signal, in time, with all outputs and a summary, and with the run's id where there is one. */
function expectCancelled(
  step: Step,
  { kore }: BundleStage,
  id: 'with its id' | 'without an id',
  signal: NodeJS.Signals = 'SIGINT',
): void {
  expectEnd(step, 'cancelled')
  expect(step.signals).toEqual([signal])
  expect(step.endedAfterSignalMs).toBeLessThan(5000)
  expect(step.summary).toContain('🚫 Cancelled')
  expect(step.outputs['message']).toContain('the workflow was cancelled')
  expect(step.outputs['run-id']).toBe(id === 'with its id' ? kore.runs[0]?.requestId : '')
}

describe('SIGINT', () => {
  signalTest('case 16: before the start could be sent, ends the step, and nothing was started', async () => {
    const stage = await setRun()
    await stage.kore.goOffline()
    const step = await stage.run({}, { ...TRUE_TIME, cancelAfter: (line) => line.includes('trying again in') })
    expectCancelled(step, stage, 'without an id')
    expect(stage.kore.runs).toEqual([])
    expect(step.outputs['message']).not.toContain('may be under way')
  })

  const unanswered: readonly (readonly [vendor: string, fault: Fault])[] = [
    ['answers too late', delay(6000)],
    ['hangs', hang('before acting')],
    ['acted and hangs', hang('after acting')],
  ]
  for (const [vendor, fault] of unanswered)
    signalTest(`case 16: while the start is under way at a vendor that ${vendor}`, async () => {
      const stage = await setRun()
      const step = await stage.run({}, { ...TRUE_TIME, cancelAfter: stage.reached('start', fault) })
      expectCancelled(step, stage, 'without an id')
      expect(stage.asked()).toEqual(['start'])
      expect(step.outputs['message']).toContain('a run may be under way')
    })

  test('case 16: a deadline while the start is under way leaves the same behind', async () => {
    const { kore, run } = await setRun()
    kore.on('start').always(hang('after acting'))
    const step = await run({ 'timeout-minutes': '0.02' }, TRUE_TIME)
    expectEnd(step, 'timed-out')
    expect(step.outputs['message']).toContain('a run may be under way')
  })

  signalTest('case 16: while the step waits between two looks', async () => {
    const stage = await setRun()
    stage.kore.nextRun().shows(running(30))
    const step = await stage.run(QUICK, { ...TRUE_TIME, cancelAfter: (line) => line.includes('running, 30 %') })
    expectCancelled(step, stage, 'with its id')
    expect(step.outputs['message']).toContain('goes on at the vendor, which offers no way to stop it')
    expect(step.post.log.join('\n')).toContain('goes on at the vendor, which offers no way to stop it')
  })

  const slowLooks: readonly (readonly [vendor: string, fault: Fault])[] = [
    ['answers too late', delay(6000)],
    ['hangs', hang()],
    ['drips', slowDrip(1, 500)],
  ]
  for (const [vendor, fault] of slowLooks)
    signalTest(`case 16: during a look at a vendor that ${vendor}`, async () => {
      const stage = await setRun()
      const step = await stage.run(QUICK, { ...TRUE_TIME, cancelAfter: stage.reached('status', fault) })
      expectCancelled(step, stage, 'with its id')
    })

  const slowDownloads: readonly (readonly [vendor: string, fault: Fault])[] = [
    ['is silent', hang()],
    ['drips', slowDrip(1, 200)],
  ]
  for (const [vendor, fault] of slowDownloads)
    signalTest(`case 16: during the download from a vendor that ${vendor}`, async () => {
      const stage = await setRun()
      stage.kore.nextRun().lasts(0)
      const step = await stage.run(QUICK, { ...TRUE_TIME, cancelAfter: stage.reached('file', fault) })
      expectCancelled(step, stage, 'with its id')
      expect(step.outputs['message']).toMatch(/run tr-\S+ was over/)
      expect(await step.files()).toEqual(expect.arrayContaining(['ctrf.json', 'junit.xml', 'report.html', 'summary.md']))
    })

  signalTest('case 16: twice does no more than once', async () => {
    const stage = await setRun()
    stage.kore.nextRun().shows(running(30))
    const options: StepOptions = { ...TRUE_TIME, graceScale: 0.0001, cancelAfter: (line) => line.includes('running, 30 %') }
    const step = await stage.run(QUICK, options)
    // The machine decides whether the kill, a millisecond later, comes before the outputs.
    expect(['SIGINT', 'SIGTERM'].every((signal) => step.signals.some((each) => each === signal))).toBe(true)
    expect(step.exitCode).not.toBe(0)
  })

  signalTest('case 16: several suites under way are all told of', async () => {
    const stage = await setRun()
    stage.kore.suite('Other', TWO_GOOD)
    for (const suite of ['Regression', 'Other']) stage.kore.nextRun(suite).shows(running(30))
    let told = 0
    const both = (line: string): boolean => line.includes('running, 30 %') && ++told === 2
    const step = await stage.run({ ...QUICK, suite: 'Regression\nOther' }, { ...TRUE_TIME, cancelAfter: both })
    expectEnd(step, 'cancelled')
    expect(step.outputs['run-id']?.split('\n').sort()).toEqual(stage.kore.runs.map(({ requestId }) => requestId).sort())
    expect(step.post.log.filter((line) => line.includes('offers no way to stop it'))).toHaveLength(2)
  })
})

signalTest('SIGTERM alone cancels as SIGINT does', async () => {
  const stage = await setRun()
  stage.kore.nextRun().shows(running(30))
  const step = await stage.run(QUICK, { ...TRUE_TIME, terminateAfter: (line) => line.includes('running, 30 %') })
  expectCancelled(step, stage, 'with its id', 'SIGTERM')
})

describe('SIGINT after the verdict', () => {
  let store: ArtifactStore
  beforeAll(async () => {
    store = await startArtifactStore()
  })
  afterAll(() => store.close())

  signalTest('case 16: while the artifact is uploaded, changes no verdict', async () => {
    const { kore, run } = await setRun()
    const workflow = store.beginRun()
    kore.nextRun().lasts(0)
    const uploading = async (): Promise<void> => {
      while (workflow.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const options: StepOptions = { ...TRUE_TIME, environment: workflow.environment, cancelAfter: uploading() }
    const step = await run({ ...QUICK, artifact: 'true' }, options)
    expectEnd(step, 'passed')
    expect(step.signals).toEqual(['SIGINT'])
    expect(workflow.artifacts).toHaveLength(1)
  })

  for (const call of ['CreateArtifact', 'UploadBlob', 'FinalizeArtifact'] as const)
    signalTest(`case 16: while the artifact service is silent at ${call}, changes no verdict and is not held`, async () => {
      const { kore, run } = await setRun()
      kore.nextRun().lasts(0)
      const workflow = store.beginRun()
      workflow.fail(call, 'silence', 100)
      const hanging = async (): Promise<void> => {
        while (!workflow.calls.includes(call)) await new Promise((resolve) => setTimeout(resolve, 5))
      }
      const options: StepOptions = { ...TRUE_TIME, environment: workflow.environment, cancelAfter: hanging() }
      const step = await run({ ...QUICK, artifact: 'true' }, options)
      expectEnd(step, 'passed')
      expect(step.signals).toEqual(['SIGINT'])
      expect(step.endedAfterSignalMs).toBeLessThan(5000)
    })
})

describe('SIGKILL', () => {
  test.each([0, 30, 60])(
    'case 17: %d ms after the process began leaves post nothing to do, and no run is started',
    async (killAfter) => {
      const { run, asked } = await setRun()
      const step = await run({}, { killAfter })
      expect(step.post).toMatchObject({ exitCode: 0, outputs: {}, annotations: [] })
      expect(asked()).toEqual([])
    },
  )

  test('case 17: while a run is under way leaves a state by which post tells that it goes on, and fails nothing', async () => {
    const { kore, run } = await setRun()
    kore.nextRun().shows(running(30))
    const step = await run({}, { killAfter: (line) => line.includes('running, 30 %') })
    expect(step).toMatchObject({ exitSignal: 'SIGKILL', conclusion: 'failure' })
    expect(step.outputs).toEqual({ 'run-id': kore.runs[0]?.requestId })
    expect(step.post.exitCode).toBe(0)
    expect(step.post.log).toEqual([
      `Regression: run ${kore.runs[0]?.requestId} goes on at the vendor, which offers no way to stop it`,
    ])
  })

  test('case 17: while the start is under way makes post warn that a run may be under way', async () => {
    const { run, reached, asked } = await setRun()
    const step = await run({}, { killAfter: reached('start', hang('after acting')) })
    expect(step.exitSignal).toBe('SIGKILL')
    expect(step.outputs).toEqual({})
    expect(asked()).toEqual(['start'])
    expect(step.post.exitCode).toBe(0)
    expect(warningsOf(step.post)).toEqual([expect.stringContaining('a run may be under way')])
  })

  test('case 17: during the download leaves nothing to stop, and post is silent', async () => {
    const { run, reached } = await setRun()
    const step = await run({}, { killAfter: reached('file', hang()) })
    expect(step.exitSignal).toBe('SIGKILL')
    expect(step.post).toMatchObject({ exitCode: 0, log: [] })
  })

  test('case 17: after the run was left on purpose is no business of post', async () => {
    const { run } = await setRun()
    const step = await run({ mode: 'start' }, { killAfter: (line) => line.includes('started, run') })
    expect(step.post).toMatchObject({ exitCode: 0, log: [] })
  })

  test('case 17: post with a state that nobody wrote fails nothing', async () => {
    const { run, asked } = await setRun()
    for (const state of ['nonsense', '{}', '[{"suite":1}]', '[{"suite":"Regression"}]']) {
      const { post } = await run({}, { stages: ['post'], state: { phase: 'post', 'open-runs': state } })
      expect(post.exitCode).toBe(0)
    }
    expect(asked()).toEqual([])
  })
})
