/** Starting a publish of Kore.ai and leaving it: what the vendor answers afterwards does not undo that it was started. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { answer, hang, json, serverError } from '../../simulator/faults.ts'
import { startKorePublish } from '../../simulator/kore/publish.ts'
import { publishStatus } from '../../simulator/kore/publish-run.ts'
import { setKoreStage } from '../kore/stage.ts'

async function setStage() {
  const stage = await setKoreStage(startKorePublish, { provider: 'kore-publish', 'version-comment': 'nightly', mode: 'start' })
  stage.kore.somebodyPublishes((publish) => publish.shows(publishStatus('successful')))
  return stage
}

const FAULTS: readonly [what: string, fault: () => Fault][] = [
  ['HTTP 503', () => serverError(503)],
  ['answers of another shape', () => json({ status: 7 })],
  ['HTTP 403', () => answer(403, {}, 'no')],
  ['silence', () => hang()],
]

test.each(FAULTS)('a status that gives %s from the start on leaves it started, within two minutes', async (_, fault) => {
  const stage = await setStage()
  stage.kore.on('status').decides(() => (stage.kore.publishes.length > 0 ? fault() : undefined))
  const step = await stage.run()
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'started'])
  expect(step.outputs['run-id']).toMatch(/^after:/)
  expect(stage.kore.publishes).toHaveLength(1)
  expect(step.tookMs).toBeLessThanOrEqual(120_000)
})

test('the id that it left behind is good for collecting it', async () => {
  const stage = await setStage()
  stage.kore.on('status').decides(({ at }) => (stage.kore.publishes.length > 0 && at < 300_000 ? serverError(503) : undefined))
  const started = await stage.run()
  await stage.clock.sleep(400_000)
  const step = await stage.run({ mode: 'collect', 'run-id': started.outputs['run-id'] ?? '' })
  expect(step.outputs['conclusion']).toBe('passed')
  expect(stage.kore.publishes).toHaveLength(1)
})
