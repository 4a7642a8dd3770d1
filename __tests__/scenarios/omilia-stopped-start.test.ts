/** A step that ends while the answer to its start is on the way: the run that it started is found and revoked, and no other. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { delay, hang, normally, reset, serverError } from '../../simulator/faults.ts'
import { type OmiliaStage, setOmilia } from '../omilia/stage.ts'
import type { StepRecord } from '../support/action.ts'

let stage: OmiliaStage
let workflow: AbortController

beforeEach(async () => {
  stage = await setOmilia()
  stage.omilia.nextRun().neverEnds()
  workflow = new AbortController()
})

/** The vendor acts on the start, the workflow is cancelled, and then the answer goes its way. */
function cancelledDuring(then: Fault, meanwhile: () => Promise<unknown> = () => Promise.resolve()): Fault {
  return async (exchange) => {
    const answer = await exchange.act()
    await meanwhile()
    workflow.abort()
    await then({ ...exchange, act: () => Promise.resolve(answer) })
  }
}

async function run(): Promise<StepRecord & { readonly lateMs: number }> {
  const begin = stage.clock.now()
  const step = await stage.run({ group: 'smoke' }, { cancelled: workflow.signal })
  return { ...step, lateMs: stage.clock.now() - begin }
}

describe('cancelled while the answer to the start is on its way', () => {
  test.each([
    ['comes at once', normally()],
    ['comes late', delay(20_000)],
    ['never comes', hang()],
  ])('and %s: the one new run is revoked within 5 s', async (_, then) => {
    stage.omilia.on('start').answers(cancelledDuring(then))
    const step = await run()
    const [job] = stage.omilia.jobs
    expect([step.exitCode, step.outputs['conclusion'], step.outputs['run-id']]).toEqual([1, 'cancelled', job?.runId])
    expect(step.outputs['message']).toBe(`the workflow was cancelled; run ${job?.runId} was stopped at the vendor`)
    expect([stage.omilia.jobs.length, job?.revoked, stage.count('revoke')]).toEqual([1, true, 1])
    expect(step.lateMs).toBeLessThanOrEqual(5000)
    expect(step.state['open-runs']).toBe('[]')
  })

  test('and a second new run is there: none is revoked, and it is told that a run may be under way', async () => {
    stage.omilia.nextRun().neverEnds()
    const colleague = (): Promise<unknown> => stage.run({ mode: 'start', group: 'smoke' })
    stage.omilia.on('start').answers(cancelledDuring(hang(), colleague))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'cancelled', 'run-id': '' })
    expect(step.outputs['message']).toMatch(/the workflow was cancelled; .*a run may be under way/)
    expect([stage.omilia.underWay().length, stage.count('revoke')]).toEqual([2, 0])
    expect(step.lateMs).toBeLessThanOrEqual(5000)
  })

  test('and a run of other parameters is there as well: ours is told from it', async () => {
    stage.omilia.nextRun().neverEnds()
    const colleague = (): Promise<unknown> => stage.run({ mode: 'start', group: 'nightly' })
    stage.omilia.on('start').answers(cancelledDuring(hang(), colleague))
    await run()
    expect(stage.omilia.jobs.map(({ parameters, revoked }) => [parameters['group'], revoked])).toEqual([
      ['smoke', true],
      ['nightly', false],
    ])
  })

  test('and the vendor never acted: nothing is revoked, and it is told that a run may be under way', async () => {
    stage.omilia.on('start').answers(async (exchange) => {
      workflow.abort()
      await hang()(exchange)
    })
    const step = await run()
    expect(step.outputs['message']).toContain('a run may be under way')
    expect([stage.omilia.jobs, stage.count('revoke')]).toEqual([[], 0])
  })

  test.each([
    ['hangs', hang()],
    ['is broken', serverError(500)],
  ])('and the list of runs %s: it is told that a run may be under way, within 5 s', async (_, fault) => {
    stage.omilia.on('start').answers(cancelledDuring(hang()))
    stage.omilia.on('runs').answers(normally(), fault)
    const step = await run()
    expect(step.outputs['message']).toContain('a run may be under way')
    expect(step.lateMs).toBeLessThanOrEqual(5000)
  })

  test('and the run cannot be revoked yet: post does it', async () => {
    stage = await setOmilia()
    stage.omilia.nextRun().neverEnds().revocableAfter(2)
    stage.omilia.on('start').answers(cancelledDuring(hang()))
    const step = await run()
    const [job] = stage.omilia.jobs
    expect(step.outputs['message']).toContain(`run ${job?.runId} could not be stopped yet`)
    expect(step.state['open-runs']).toBe(JSON.stringify([{ suite: 'Airline', id: job?.runId }]))
    const after = await step.post()
    expect(after.log).toContain(`Airline: run ${job?.runId} was stopped at the vendor`)
    expect([job?.revoked, stage.count('revoke')]).toEqual([true, 1])
  })
})

describe('a start that was refused, and whose answer is lost when it is repeated', () => {
  /** The first start is refused while a colleague starts a run with the same parameters; the second one is lost. */
  function setLossAfterRefusal(point: 'before acting' | 'after acting'): void {
    stage.omilia.on('start').answers(
      async (exchange) => {
        await stage.run({ mode: 'start', group: 'smoke' })
        await serverError(429, { retryAfter: '120' })(exchange)
      },
      normally(),
      reset(point),
    )
  }

  test("does not take a colleague's run of the meantime for its own", async () => {
    setLossAfterRefusal('before acting')
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network', 'run-id': '' })
    expect(step.outputs['message']).toContain('the vendor lists no new run')
    expect([stage.omilia.jobs.length, stage.omilia.underWay().length, stage.count('revoke')]).toEqual([1, 1, 0])
  })

  test('is told from it when the vendor acted', async () => {
    setLossAfterRefusal('after acting')
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', 'run-id': stage.omilia.jobs[1]?.runId })
  })

  test('is not sent when the runs that are there cannot be listed, and that is no lost start', async () => {
    stage.omilia.on('start').answers(serverError(429, { retryAfter: '60' }))
    stage.omilia.on('runs').answers(normally(), serverError(500), serverError(502))
    stage.omilia.nextRun()
    const step = await run()
    expect(stage.omilia.jobs).toHaveLength(1)
    expect(step.log.join('\n')).not.toContain('the answer to the start was lost')
    expect(stage.count('start')).toBe(2)
    expect(step.outputs['run-id']).toBe(stage.omilia.jobs[0]?.runId)
  })
})
