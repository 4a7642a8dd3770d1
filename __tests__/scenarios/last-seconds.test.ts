/** The last seconds of a step that was ended: what is still done at a vendor or a store that hangs, and for how long. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { delay, hang, normally, serverError } from '../../simulator/faults.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import type { ArtifactStore } from '../../src/rim.ts'
import { type OmiliaStage, setOmilia } from '../omilia/stage.ts'
import type { StepOptions, StepRecord } from '../support/action.ts'

const MINUTE = 60_000
const HANGING_STORE: Partial<ArtifactStore> = { upload: () => new Promise(() => undefined) }

let stage: OmiliaStage

beforeEach(async () => {
  stage = await setOmilia()
  stage.omilia.project('Bank', { cases: [passed('a')] })
  for (const _ of ['Airline', 'Bank']) stage.omilia.nextRun().neverEnds()
})

type Ending = 'cancelled' | 'timed-out'

/** What ends a step half a minute after its begin, in one way or the other. */
function endAfterHalfAMinute(how: Ending): { inputs: Record<string, string>; options: StepOptions } {
  const workflow = new AbortController()
  if (how === 'cancelled') void stage.clock.sleep(MINUTE / 2).then(() => workflow.abort())
  return { inputs: { 'timeout-minutes': how === 'timed-out' ? '0.5' : '60' }, options: { cancelled: workflow.signal } }
}

/** Runs a step that is ended after half a minute; `lateMs` is how long it went on. */
async function endedAfterHalfAMinute(
  how: Ending,
  changes: Readonly<Record<string, string>> = {},
  more: StepOptions = {},
): Promise<StepRecord & { readonly lateMs: number }> {
  const { inputs, options } = endAfterHalfAMinute(how)
  const step = await stage.run({ ...inputs, ...changes }, { ...more, ...options })
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, how])
  return { ...step, lateMs: step.tookMs - MINUTE / 2 }
}

function slow(ms: number): Fault {
  return delay(ms, normally())
}

describe.each(['cancelled', 'timed-out'] as const)('a step that is %s', (how) => {
  test.each([
    ['the revocation', 'revoke'],
    ['the look before it', 'run'],
  ] as const)('exits in time at a vendor that hangs on %s, and post revokes the run', async (_, operation) => {
    stage.omilia.on(operation).decides(({ at }) => (at >= MINUTE / 2 && at < MINUTE ? hang() : undefined))
    const step = await endedAfterHalfAMinute(how)
    const [job] = stage.omilia.jobs
    expect(step.lateMs).toBeLessThanOrEqual(5000)
    expect(step.outputs['message']).toContain(`run ${job?.runId} could not be stopped yet and may go on at the vendor`)
    expect(step.log.join('\n')).toContain('the run could not be stopped: the vendor did not answer in the seconds')
    expect([...step.log, ...step.summaries, JSON.stringify(step.annotations)].join('\n')).not.toMatch(/report it|mistake of/)
    await stage.clock.sleep(MINUTE)
    expect(job?.revoked).toBe(false)
    const after = await step.post()
    expect(after.log).toEqual([`Airline: run ${job?.runId} was stopped at the vendor`])
    expect([job?.revoked, stage.omilia.underWay()]).toEqual([true, []])
  })

  test('revokes the runs of all its suites, side by side', async () => {
    stage.omilia.on('revoke').always(slow(2000))
    const step = await endedAfterHalfAMinute(how, { suite: 'Airline\nBank' })
    expect(stage.omilia.jobs.map(({ revoked }) => revoked)).toEqual([true, true])
    expect(step.outputs['message']?.match(/was stopped at the vendor/g)).toHaveLength(2)
    expect([step.state['open-runs'], step.lateMs <= 5000]).toEqual(['[]', true])
  })

  test('revokes what it can when one of the revocations hangs', async () => {
    stage.omilia.on('revoke').answers(hang(), slow(2500))
    const step = await endedAfterHalfAMinute(how, { suite: 'Airline\nBank' })
    expect(stage.omilia.underWay()).toHaveLength(1)
    expect(step.state['open-runs']).toBe(JSON.stringify([{ suite: 'Airline', id: stage.omilia.jobs[0]?.runId }]))
    expect(step.lateMs).toBeLessThanOrEqual(5000)
  })

  test('is not held by a search, a revocation and an upload that all hang', async () => {
    stage.omilia.on('start').answers(normally(), hang('after acting'))
    stage.omilia.on('runs').decides(({ at }) => (at >= MINUTE / 2 ? hang() : undefined))
    stage.omilia.on('revoke').always(hang())
    const step = await endedAfterHalfAMinute(how, { suite: 'Airline\nBank' }, { store: HANGING_STORE })
    expect(step.lateMs).toBeLessThanOrEqual(5000)
    expect(step.outputs['message']).toMatch(/could not be stopped yet/)
    expect(step.outputs['message']).toMatch(/a run may be under way/)
  })

  test('gives a slow search and the revocation after it no more time together', async () => {
    stage.omilia.on('start').answers(hang('after acting'))
    stage.omilia.on('runs').decides(({ at }) => (at >= MINUTE / 2 ? slow(2500) : undefined))
    stage.omilia.on('revoke').always(hang())
    const step = await endedAfterHalfAMinute(how, {}, { store: HANGING_STORE })
    expect(step.lateMs).toBeLessThanOrEqual(5000)
    expect(step.log.join('\n')).toContain('the vendor did not answer in the seconds that were left for it')
    expect(step.state['open-runs']).toBe(JSON.stringify([{ suite: 'Airline', id: stage.omilia.jobs[0]?.runId }]))
    expect(stage.count('revoke')).toBe(1)
    await step.post()
    expect(stage.count('revoke')).toBeGreaterThan(1)
  })

  test('is not cut short by a suite that broke off a moment before, and still hangs on its own revocation', async () => {
    const beforeTheEnd = MINUTE / 2 - 1500
    const isDue = (at: number): boolean => at > 20_000 && at < beforeTheEnd
    stage.omilia.on('run').decides(({ params, at }) => {
      const isFirst = params.get('run') === stage.omilia.jobs[0]?.runId
      return isFirst && isDue(at) ? delay(beforeTheEnd - at, serverError(402)) : undefined
    })
    stage.omilia.on('revoke').answers(hang(), slow(2000))
    const { inputs, options } = endAfterHalfAMinute(how)
    const step = await stage.run({ ...inputs, suite: 'Airline\nBank' }, options)
    expect(stage.omilia.jobs.map(({ revoked }) => revoked)).toEqual([false, true])
    expect(step.state['open-runs']).toBe(JSON.stringify([{ suite: 'Airline', id: stage.omilia.jobs[0]?.runId }]))
    expect(step.tookMs - MINUTE / 2).toBeLessThanOrEqual(5000)
  })
})

test('an upload that hangs after the verdict ends with the deadline of the step, which keeps its verdict', async () => {
  const fresh = await setOmilia()
  const step = await fresh.run({ 'timeout-minutes': '0.5' }, { store: HANGING_STORE })
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'passed'])
  expect(step.tookMs).toBeLessThanOrEqual(35_000)
  expect(step.annotations.map(({ message }) => message)).toEqual([expect.stringContaining('the artifact could not be')])
})
