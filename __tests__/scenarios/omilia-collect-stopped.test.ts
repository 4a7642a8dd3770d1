/** A run that another step started, and that the step which collects it cannot see to its end: it is stopped as an own one is. */
import { beforeEach, expect, test } from '@jest/globals'
import { type OmiliaStage, setOmilia } from '../omilia/stage.ts'
import { startProcess } from '../property/process.ts'

let stage: OmiliaStage
let id: string

beforeEach(async () => {
  stage = await setOmilia()
  stage.omilia.nextRun().neverEnds()
  const { outputs } = await stage.run({ mode: 'start' })
  id = outputs['run-id'] ?? ''
})

test('the deadline revokes it', async () => {
  const { exitCode, outputs, state } = await stage.run({ mode: 'collect', 'run-id': id, 'timeout-minutes': '1' })
  expect([exitCode, outputs['conclusion'], outputs['run-id']]).toEqual([1, 'timed-out', id])
  expect(outputs['message']).toContain(`run ${id} was stopped at the vendor`)
  expect([stage.omilia.underWay(), state['open-runs']]).toEqual([[], '[]'])
})

test('a kill leaves it to post, which revokes it', async () => {
  const { omilia, clock, temporary } = stage
  const given = { 'base-url': omilia.baseUrl, 'api-key': omilia.behaviour.apiKey }
  const inputs = { provider: 'omilia', suite: 'Airline', mode: 'collect', 'run-id': id, ...given }
  const parts = { inputs, clock, temporary, random: () => 0.5 }
  const step = startProcess(parts)
  omilia.on('run').answers(() => step.kill())
  const killed = await step.record
  expect([killed.ending, omilia.underWay().length]).toEqual(['killed', 1])
  const after = await startProcess({ ...parts, state: killed.state }).record
  expect(after.stdout).toContain(`Airline: run ${id} was stopped at the vendor`)
  expect(omilia.underWay()).toEqual([])
})
