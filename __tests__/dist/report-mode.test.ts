/** The mode `report` through the bundle: jobs leave their artifacts with GitHub's own client, and the last one reads them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ArtifactStore, startArtifactStore, type WorkflowRun } from '../support/artifact-store.ts'
import { expectEnd, type Step, type StepOptions, setBundle, warningsOf } from '../support/bundle.ts'
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
