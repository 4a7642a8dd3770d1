/** Starts that nobody heard the end of: what `post` finds and stops when the step could not. */
import { beforeEach, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { hang, html, normally, serverError } from '../../simulator/faults.ts'
import { type OmiliaStage, setOmilia } from '../omilia/stage.ts'
import { type ProcessRecord, type RunningProcess, startProcess } from '../property/process.ts'

let stage: OmiliaStage
let running: RunningProcess | undefined

beforeEach(async () => {
  stage = await setOmilia()
  stage.omilia.nextRun().neverEnds()
})

function start(state?: ReadonlyMap<string, string>): Promise<ProcessRecord> {
  const { omilia, clock, temporary } = stage
  const inputs = { provider: 'omilia', suite: 'Airline', 'base-url': omilia.baseUrl, 'api-key': omilia.behaviour.apiKey }
  running = startProcess({ inputs, clock, temporary, random: () => 0.5, ...(state !== undefined && { state }) })
  return running.record
}

/** The vendor acts on the start, and the process hears of nothing any more. */
function killedBeforeTheAnswer(meanwhile: () => Promise<unknown> = () => Promise.resolve()): Fault {
  return async (exchange) => {
    await exchange.act()
    await meanwhile()
    running?.kill()
  }
}

test('a step that was killed before the answer to its start came leaves a run that post finds and stops', async () => {
  stage.omilia.on('start').answers(killedBeforeTheAnswer())
  const killed = await start()
  expect([killed.ending, stage.omilia.underWay().length]).toEqual(['killed', 1])
  const after = await start(killed.state)
  expect([stage.omilia.underWay().length, stage.count('start')]).toEqual([0, 1])
  expect(after.stdout).toContain(`run ${stage.omilia.jobs[0]?.runId} was stopped at the vendor`)
})

test('runs that were there before are left alone, and the list is asked again when it cannot be had', async () => {
  stage.omilia.nextRun().neverEnds()
  await stage.run({ mode: 'start' })
  stage.omilia.on('start').answers(killedBeforeTheAnswer())
  const killed = await start()
  stage.omilia.on('runs').answers(serverError(502), html(200))
  await start(killed.state)
  expect(stage.omilia.jobs.map(({ revoked }) => revoked)).toEqual([false, true])
})

test('two new runs are both left alone, and told', async () => {
  stage.omilia.nextRun().neverEnds()
  stage.omilia.on('start').answers(killedBeforeTheAnswer(() => stage.run({ mode: 'start' })))
  const killed = await start()
  const after = await start(killed.state)
  expect(stage.omilia.underWay().length).toBe(2)
  expect(after.stdout).toContain("a run may be under way; look for it in the vendor's console")
})

test('a step that was cancelled, and whose search hangs, leaves the run to post', async () => {
  stage.omilia.on('start').answers(async (exchange) => {
    await exchange.act()
    stage.omilia.on('runs').answers(hang())
    running?.cancel()
  })
  const cancelled = await start()
  expect([cancelled.outputs.get('conclusion'), stage.omilia.underWay().length]).toEqual(['cancelled', 1])
  await start(cancelled.state)
  expect(stage.omilia.underWay().length).toBe(0)
})

test('a start that was refused first and then never answered is not looked for, since what came meanwhile can be of anybody', async () => {
  stage.omilia.on('start').answers(serverError(429), killedBeforeTheAnswer())
  const killed = await start()
  const after = await start(killed.state)
  expect([stage.omilia.underWay().length, stage.count('revoke')]).toEqual([1, 0])
  expect(after.stdout).toContain('a run may be under way')
})

test('a page in place of the answer to a revocation is not believed', async () => {
  stage.omilia.on('run').answers(async (exchange) => {
    running?.cancel()
    await normally()(exchange)
  })
  stage.omilia.on('revoke').answers(html(200))
  const cancelled = await start()
  expect(cancelled.outputs.get('message')).toContain('could not be stopped yet')
  await start(cancelled.state)
  expect([stage.omilia.underWay().length, stage.count('revoke')]).toEqual([0, 2])
})
