/** Collecting the publish of Kore.ai that is under way, without a `run-id`, in a step that ends before it. */
import { expect, test } from '@jest/globals'
import { hang } from '../../simulator/faults.ts'
import { startKorePublish } from '../../simulator/kore/publish.ts'
import { publishing } from '../../simulator/kore/publish-run.ts'
import { type KoreStage, setKoreStage } from '../kore/stage.ts'
import type { StepRecord } from '../support/action.ts'

type Ending = 'cancelled' | 'timed-out'
const WHY = { cancelled: 'the workflow was cancelled', 'timed-out': 'the time limit (timeout-minutes) was reached' }
const ENDS: readonly Ending[] = ['timed-out', 'cancelled']

async function setStage() {
  const stage = await setKoreStage(startKorePublish, { provider: 'kore-publish', 'version-comment': 'nightly' })
  stage.kore.somebodyPublishes((publish) => publish.shows(publishing(20)))
  return stage
}

/** Collects for two minutes. */
async function collect({ clock, run }: KoreStage<unknown>, how: Ending): Promise<StepRecord> {
  const workflow = new AbortController()
  if (how === 'cancelled') void clock.sleep(120_000).then(() => workflow.abort())
  return run({ mode: 'collect', 'timeout-minutes': how === 'timed-out' ? '2' : '60' }, { cancelled: workflow.signal })
}

test.each(ENDS)('a step that is %s says that what is under way goes on', async (how) => {
  const stage = await setStage()
  const step = await collect(stage, how)
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, how])
  expect(step.outputs['message']).toBe(
    `${WHY[how]}; run ${step.outputs['run-id']} goes on at the vendor, which offers no way to stop it`,
  )
  expect(step.summaries.at(-1)).toContain('goes on at the vendor')
  expect(stage.asked()).not.toContain('start')
})

test.each(ENDS)('a step that is %s during a look says the same, and that the look was not answered', async (how) => {
  const stage = await setStage()
  stage.kore.on('status').decides(({ at }) => (at > 60_000 ? hang() : undefined))
  const step = await collect(stage, how)
  const [why, run, trouble] = (step.outputs['message'] ?? '').split('; ')
  expect([why, run]).toEqual([WHY[how], `run ${step.outputs['run-id']} goes on at the vendor, which offers no way to stop it`])
  expect(trouble).toMatch(/^the last error was: publish status .* did not answer in time$/)
  expect(Math.abs(step.tookMs - 120_000)).toBeLessThanOrEqual(5000)
})

test('post says that a publish goes on which this job did not start, and sends nothing', async () => {
  const stage = await setStage()
  const step = await collect(stage, 'timed-out')
  const before = stage.asked().length
  const after = await step.post()
  expect([after.log, after.annotations, stage.asked().length]).toEqual([[expect.stringContaining('goes on')], [], before])
})
