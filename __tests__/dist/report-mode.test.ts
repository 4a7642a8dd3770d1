/** The mode `report` through the bundle: jobs leave their artifacts with GitHub's own client, and the last one reads them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Fault } from '../support/artifact-faults.ts'
import { type ArtifactStore, type Call, startArtifactStore, type WorkflowRun } from '../support/artifact-store.ts'
import { type BundleStage, expectEnd, HASTY, type Step, type StepOptions, setBundle, warningsOf } from '../support/bundle.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

let store: ArtifactStore
beforeAll(async () => {
  store = await startArtifactStore()
}, 30_000)
afterAll(() => store.close())

/** How the runner tells a step which job of the run it is, and which attempt. */
function jobOf(workflow: WorkflowRun, job: string, index: number, attempt = 1): StepOptions {
  return {
    environment: { ...workflow.environment, GITHUB_JOB: job, GITHUB_RUN_ATTEMPT: String(attempt) },
    context: { 'github.job': job, 'strategy.job-index': String(index), 'github.run_attempt': String(attempt) },
  }
}

/** What the stage gives to a step that talks to Kore.ai. */
const NO_VENDOR = { provider: '', suite: '', 'base-url': '', 'bot-id': '', 'client-id': '', 'client-secret': '' }
const wanted = (expected: number) => ({
  ...NO_VENDOR,
  mode: 'report',
  artifact: 'true',
  'artifact-pattern': 'agent-test-gate-*',
  'expected-artifacts': String(expected),
})
const totals = ({ outputs }: Step) => [outputs['conclusion'], outputs['total'], outputs['failed']]

test('a matrix ends in one verdict, and running its failed job again mends it', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  kore.suite('Smoke', TWO_GOOD)
  kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
  const uploading = { artifact: 'true' }

  expectEnd(await run({ ...uploading, suite: 'Smoke' }, jobOf(workflow, 'bot', 0)), 'passed')
  expectEnd(await run(uploading, jobOf(workflow, 'bot', 1)), 'failed')
  const first = await run(wanted(2), jobOf(workflow, 'report', 0))

  expect(totals(first)).toEqual(['failed', '5', '1'])
  expect(first.exitCode).toBe(1)
  expect(first.summary).toContain('agent-test-gate-bot-')
  expect(warningsOf(first)).toEqual([])
  expect(workflow.artifacts.map(({ name }) => name)).toContain('agent-test-gate-report-0-1')

  workflow.beginAttempt()
  kore.suite('Regression', TWO_GOOD)
  expectEnd(await run(uploading, jobOf(workflow, 'bot', 1, 2)), 'passed')
  const second = await run(wanted(2), jobOf(workflow, 'report', 0, 2))

  expect(totals(second)).toEqual(['passed', '4', '0'])
  expect(second.exitCode).toBe(0)
})

test('a job that died is not overlooked', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  kore.suite('Regression', TWO_GOOD)
  expectEnd(await run({ artifact: 'true' }, jobOf(workflow, 'bot', 0)), 'passed')
  const step = await run(wanted(2), jobOf(workflow, 'report', 0))
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, 'inconclusive'])
  expect(step.outputs['message']).toMatch(/^only 1 of 2 expected artifacts is there/)
})

test('an artifact that cannot be downloaded, or a service that lists none, is never green', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  kore.suite('Regression', TWO_GOOD)
  expectEnd(await run({ artifact: 'true' }, jobOf(workflow, 'bot', 0)), 'passed')
  workflow.fail('GetSignedArtifactURL', 403, 100)
  expect((await run(wanted(1), jobOf(workflow, 'report', 0))).outputs['conclusion']).toBe('inconclusive')
  workflow.fail('ListArtifacts', 403, 100)
  const step = await run(wanted(1), jobOf(workflow, 'report', 0))
  expect([step.exitCode, step.outputs['error-kind']]).toEqual([1, 'network'])
})

describe('one hiccup of the artifact service changes no verdict', () => {
  const reading: readonly Call[] = ['ListArtifacts', 'GetSignedArtifactURL', 'DownloadBlob']
  const faults: readonly Fault[] = ['cut', 'half', 'stall']
  // One list is asked for at first, and one more with each download.
  const hiccups = [
    ...reading.flatMap((call) => faults.map((fault) => [call, fault, 0] as const)),
    ['ListArtifacts', 'half', 1] as const,
  ]
  test.each(hiccups)('while it is read: %s is %s, after %s good ones', async (call, fault, after) => {
    const { kore, run } = await setBundle()
    const workflow = store.beginRun()
    kore.suite('Regression', TWO_GOOD)
    expectEnd(await run({ artifact: 'true' }, jobOf(workflow, 'bot', 0)), 'passed')
    workflow.fail(call, fault, 1, after)
    const job = jobOf(workflow, 'report', 0)
    const hasty = { ...job, environment: { ...job.environment, ...HASTY } }
    const step = await run({ ...wanted(1), 'timeout-minutes': '4' }, hasty)
    expectEnd(step, 'passed')
    expect(totals(step)).toEqual(['passed', '2', '0'])
    expect(warningsOf(step)).toEqual([])
  })

  const writing: readonly Call[] = ['CreateArtifact', 'UploadBlob', 'FinalizeArtifact']
  test.each([...writing.flatMap((call) => faults.map((fault) => [call, fault] as const)), ['CreateArtifact', 'lost'] as const])(
    'while it is written: %s is %s',
    async (call, fault) => {
      const { kore, run } = await setBundle()
      const workflow = store.beginRun()
      kore.suite('Regression', TWO_GOOD)
      workflow.fail(call, fault)
      const job = jobOf(workflow, 'bot', 0)
      const tested = await run({ artifact: 'true' }, { ...job, environment: { ...job.environment, ...HASTY } })
      expectEnd(tested, 'passed')
      expect(warningsOf(tested)).toEqual([])
      expect(tested.outputs['artifact-id']).toBe(workflow.artifacts[0]?.id)
      expectEnd(await run(wanted(1), jobOf(workflow, 'report', 0)), 'passed')
    },
  )
})

test('an artifact that was stored though the answer was lost is stored again, and the step has its link', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  kore.suite('Regression', TWO_GOOD)
  workflow.fail('FinalizeArtifact', 'lost')
  const step = await run({ artifact: 'true' }, jobOf(workflow, 'bot', 0))
  expectEnd(step, 'passed')
  const [first, again] = workflow.artifacts
  expect([first?.name, again?.name]).toEqual(['agent-test-gate-bot-0-1', 'agent-test-gate-bot-0-1-2'])
  expect(step.outputs['artifact-id']).toBe(again?.id)
  expect(await workflow.download(again?.name ?? '')).toEqual(await workflow.download(first?.name ?? ''))
})

describe('a service that breaks off in every answer holds no step', () => {
  const calls: readonly Call[] = ['ListArtifacts', 'GetSignedArtifactURL']
  const inTrueTime = (workflow: WorkflowRun): StepOptions => ({ ...jobOf(workflow, 'report', 0), clockScale: 1 })

  async function leftBehind(call: Call): Promise<[run: BundleStage['run'], WorkflowRun]> {
    const { kore, run } = await setBundle()
    const workflow = store.beginRun()
    kore.suite('Regression', TWO_GOOD)
    expectEnd(await run({ artifact: 'true' }, jobOf(workflow, 'bot', 0)), 'passed')
    workflow.fail(call, 'half', 100)
    return [run, workflow]
  }

  test.each(calls)('after its deadline, in %s', async (call) => {
    const [run, workflow] = await leftBehind(call)
    const step = await run({ ...wanted(1), artifact: 'false', 'timeout-minutes': '0.05' }, inTrueTime(workflow))
    expectEnd(step, 'timed-out')
    expect(step.durationMs).toBeLessThan(3000 + 5000)
  })

  test.each(calls)('that is cancelled, in %s', async (call) => {
    const [run, workflow] = await leftBehind(call)
    const before = workflow.calls.length
    const cancelAfter = until(() => workflow.calls.slice(before).includes(call))
    const step = await run(wanted(1), { ...inTrueTime(workflow), cancelAfter })
    expectEnd(step, 'cancelled')
    expect(step.durationMs).toBeLessThan(8000)
  })
})

/** Resolves as soon as that is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10))
}
