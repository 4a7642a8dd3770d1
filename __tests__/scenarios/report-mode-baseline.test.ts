/** The mode `report` against a baseline: its own, or those that the jobs were compared with. It changes no verdict. */
import { expect, test } from '@jest/globals'
import type { Comparison } from '../../src/outcome.ts'
import { EARLIER_RUN, gitHubAfter, WORKFLOW_RUN } from '../support/earlier-run.ts'
import { FAILED, job, PASSED, report, store } from '../support/report-stage.ts'
import { aCase, aFailedCase, resultsOf } from '../support/results.ts'

const AGAINST_MAIN = { baseline: 'main', 'github-token': 'ghs_0123456789' }
const MENDED = { ...FAILED, conclusion: 'passed', results: resultsOf([aCase(), aCase({ name: 'cancel my flight' })]) } as const

/** What another workflow run left is not in this one. */
function forget(name: string): void {
  store.remove(name)
  store.remove(`${name}.html`)
}

test('the report of main’s last run says what changed', async () => {
  job('smoke', [PASSED])
  const nightly = job('nightly', [MENDED])
  const earlier = await report({}, { workflowRun: WORKFLOW_RUN })
  expect(earlier.outputs['conclusion']).toBe('passed')
  forget(nightly)
  forget('agent-test-gate-report-0-1')
  job('nightly', [FAILED])

  const step = await report(AGAINST_MAIN, { workflowRun: WORKFLOW_RUN, github: gitHubAfter(earlier) })

  expect(step.outputs).toMatchObject({ conclusion: 'failed', regressions: '1', fixed: '0' })
  expect(step.summaries.at(-1)).toContain(EARLIER_RUN)
  expect(step.summaries.at(-1)).toContain('1 regression')
})

test('what another job knew of a run that it left before the end is shown, and compared with nothing', async () => {
  job('nightly', [MENDED])
  const earlier = await report({ 'expected-artifacts': '1' }, { workflowRun: WORKFLOW_RUN })
  forget('agent-test-gate-report-0-1')
  const results = resultsOf([aFailedCase(), aCase({ status: 'skipped' })], { isPartial: true })
  job('nightly', [{ ...FAILED, conclusion: 'timed-out', reasons: ['it was late'], results }])

  const wanted = { ...AGAINST_MAIN, 'expected-artifacts': '1', 'must-pass': 'book a flight' }
  const step = await report(wanted, { workflowRun: WORKFLOW_RUN, github: gitHubAfter(earlier) })

  const counts = { total: '2', failed: '1', skipped: '1' }
  const figures = { 'pass-rate': '', regressions: '', fixed: '' }
  expect(step.outputs).toMatchObject({ conclusion: 'timed-out', ...counts, ...figures })
  expect(step.outputs['message']).not.toContain('must-pass')
  expect(step.summaries.at(-1)).toContain('The suite cannot be compared with it')
})

test('no verdict changes when there is only what was there before', async () => {
  job('nightly', [FAILED])
  const earlier = await report({ 'expected-artifacts': '1' }, { workflowRun: WORKFLOW_RUN })
  forget('agent-test-gate-report-0-1')
  const step = await report(
    { ...AGAINST_MAIN, 'expected-artifacts': '1' },
    { workflowRun: WORKFLOW_RUN, github: gitHubAfter(earlier) },
  )
  expect(step.outputs).toMatchObject({ conclusion: 'failed', regressions: '0' })
})

test('that there is none yet is said plainly', async () => {
  job('nightly', [MENDED])
  const options = { workflowRun: WORKFLOW_RUN, github: gitHubAfter(undefined) }
  const step = await report({ ...AGAINST_MAIN, 'expected-artifacts': '1' }, options)
  expect(step.outputs).toMatchObject({ conclusion: 'passed', regressions: '' })
  expect(step.summaries.at(-1)).toContain('no baseline yet')
})

test('a GitHub that never answers does not hold the report', async () => {
  job('nightly', [MENDED])
  const github = () => new Promise<never>(() => undefined)
  const step = await report({ ...AGAINST_MAIN, 'expected-artifacts': '1' }, { workflowRun: WORKFLOW_RUN, github })
  expect(step.outputs['conclusion']).toBe('passed')
  expect(step.summaries.at(-1)).toContain('GitHub did not answer in time')
  expect(step.tookMs).toBeLessThanOrEqual(65_000)
})

const comparison: Comparison = {
  regressions: ['cancel my flight'],
  fixed: ['book a flight'],
  stillFailing: [],
  added: [],
  gone: [],
  metrics: [],
}
/** What a job found out against a baseline of its own. */
const COMPARED = { ...FAILED, comparison, results: resultsOf([aCase(), aFailedCase()]) }
const BY_ITSELF = { baseline: { branch: 'main', runUrl: EARLIER_RUN, trend: [] } }

test('what the jobs found out by themselves is not told as found out against the report’s baseline', async () => {
  job('smoke', [PASSED])
  const earlier = await report({ 'expected-artifacts': '1' }, { workflowRun: WORKFLOW_RUN })
  forget('agent-test-gate-report-0-1')
  job('nightly', [COMPARED], BY_ITSELF)
  const step = await report(AGAINST_MAIN, { workflowRun: WORKFLOW_RUN, github: gitHubAfter(earlier) })
  expect(step.outputs).toMatchObject({ conclusion: 'failed', regressions: '0', fixed: '0' })
})

test('what the jobs found out by themselves is not told where the report’s baseline is not there', async () => {
  job('nightly', [COMPARED], BY_ITSELF)
  const options = { workflowRun: WORKFLOW_RUN, github: gitHubAfter(undefined) }
  const step = await report({ ...AGAINST_MAIN, 'expected-artifacts': '1' }, options)
  expect(step.outputs).toMatchObject({ conclusion: 'failed', regressions: '', fixed: '' })
  expect(step.summaries.at(-1)).not.toContain(EARLIER_RUN)
})

test('what the jobs found out by themselves is kept where the report asks for none', async () => {
  job('nightly', [COMPARED], BY_ITSELF)
  const step = await report({ 'expected-artifacts': '1' }, { workflowRun: WORKFLOW_RUN })
  expect(step.outputs).toMatchObject({ regressions: '1', fixed: '1' })
  expect(step.summaries.at(-1)).toContain(EARLIER_RUN)
})
