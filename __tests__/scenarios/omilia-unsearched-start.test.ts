/** A start whose answer was lost, at a vendor whose list of runs cannot be had: told as what it is, and left to `post`. */
import { expect, test } from '@jest/globals'
import { json, normally, reset, serverError } from '../../simulator/faults.ts'
import { type OmiliaStage, setOmilia } from '../omilia/stage.ts'

async function lostStart(): Promise<OmiliaStage> {
  const stage = await setOmilia()
  stage.mayRefuse()
  stage.omilia.nextRun().neverEnds()
  stage.omilia.on('start').answers(reset('after acting'))
  // Before the start it can be had, afterwards not.
  stage.omilia.on('runs').answers(normally())
  return stage
}

test.each([
  ['fails', serverError(500)],
  ['is refused to the account', json({ detail: 'Forbidden' }, 403)],
  ['is refused to the credential', json({ detail: 'Unauthorized' }, 401)],
])('where the list %s, the step says that a run may be under way, and post stops it', async (_, fault) => {
  const stage = await lostStart()
  stage.omilia.on('runs').always(fault)
  const step = await stage.run()
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network', 'run-id': '' })
  expect(step.outputs['message']).toMatch(/the answer to the start was lost, .* could not be read .* a run may be under way/)
  expect([stage.count('start'), stage.omilia.underWay().length]).toEqual([1, 1])
  stage.omilia.on('runs').always(normally())
  const after = await step.post()
  expect(stage.omilia.underWay()).toEqual([])
  expect(after.log).toContainEqual(expect.stringMatching(/was stopped at the vendor/))
})

test('where the list is whole and holds no new run, nothing is left to post: what comes later can be of anybody', async () => {
  const stage = await setOmilia()
  stage.omilia.on('start').answers(reset('before acting'))
  const step = await stage.run()
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network' })
  expect(step.state['open-runs']).toBe('[]')
})

test('an entry of the list that names no project is not taken for the run of a start whose answer was lost', async () => {
  const stage = await setOmilia()
  stage.omilia.on('start').answers(serverError(503))
  stage.omilia.on('runs').answers(normally())
  stage.omilia.on('runs').always(json({ data: [{ runId: 'other', status: 'SUCCESS' }] }))
  const step = await stage.run({ mode: 'start' })
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network', 'run-id': '' })
  expect(step.outputs['message']).toContain('lists no new run')
})
