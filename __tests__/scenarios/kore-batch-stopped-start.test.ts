import { expect, test } from '@jest/globals'
import { answer, hang, normally } from '../../simulator/faults.ts'
import { readReport, setStage } from '../support/action.ts'
import { TWO_GOOD } from '../support/utterances.ts'

test.each([
  ['answers', normally()],
  ['hangs', hang()],
  ['acts and hangs', hang('after acting')],
])('cancelled during the start, with a vendor that %s: cancelled, and it is told that a run may have begun', async (_, then) => {
  const { kore, clock, run, asked } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const workflow = new AbortController()
  kore.on('start').answers(async (exchange) => {
    workflow.abort()
    await then(exchange)
  })
  const step = await run({}, { cancelled: workflow.signal })
  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ conclusion: 'cancelled', 'error-kind': '', total: '' })
  expect(step.outputs['message']).toMatch(/the workflow was cancelled; .*a run may be under way/)
  expect(asked()).toEqual(['start'])
  expect(step.uploads).toEqual([])
  expect(clock.now()).toBeLessThanOrEqual(5000)
})

test('a start that hangs until the deadline: timed out, and it is told that a run may have begun', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  kore.on('start').always(hang())
  const step = await run({ 'timeout-minutes': '0.4' })
  expect(step.outputs).toMatchObject({ conclusion: 'timed-out', 'error-kind': '', 'run-id': '' })
  expect(step.outputs['message']).toMatch(/the time limit \(timeout-minutes\) was reached; .*a run may be under way/)
  expect(Math.abs(step.tookMs - 24_000)).toBeLessThanOrEqual(5000)
})

test('a secret that the vendor puts into the id of a run is nowhere', async () => {
  const { kore, run } = await setStage({ clientSecret: 'plainSecretWithoutMarks0123456789' })
  kore.suite('Regression', TWO_GOOD)
  const started = JSON.stringify({ requestId: `tr-${kore.behaviour.clientSecret}` })
  kore.on('start').answers(answer(200, { 'content-type': 'application/json' }, started))
  kore.on('status').always(answer(200, { 'content-type': 'application/json' }, '{"status":"failed"}'))
  const step = await run()
  const files = await Promise.all(['ctrf.json', 'junit.xml', 'report.html', 'summary.md'].map((file) => readReport(step, file)))
  const told = [JSON.stringify([step.log, step.outputHistory, step.summaries, step.annotations]), ...files].join('\n')
  expect(told).not.toContain(kore.behaviour.clientSecret)
})
