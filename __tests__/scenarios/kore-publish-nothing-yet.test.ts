/** A moment's "there is nothing" before a publish: the one of last week must not be taken for ours afterwards. */
import { beforeEach, expect, test } from '@jest/globals'
import { answer, json, serverError } from '../../simulator/faults.ts'
import { type KorePublish, startKorePublish } from '../../simulator/kore/publish.ts'
import { publishing, publishStatus } from '../../simulator/kore/publish-run.ts'
import { type KoreStage, setKoreStage } from '../kore/stage.ts'

let stage: KoreStage<KorePublish>

beforeEach(async () => {
  stage = await setKoreStage(startKorePublish, { provider: 'kore-publish', 'version-comment': 'nightly' })
})

function lastWeek(): void {
  stage.kore.somebodyPublishes((publish) => publish.shows(publishStatus('successful')))
}

test('a gateway that answers 404 once, and a start that nobody heard, make no green step of it', async () => {
  lastWeek()
  stage.kore.on('status').answers(answer(404, {}, 'no such page'))
  stage.kore.on('start').answers(serverError(500))
  const step = await stage.run()
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network' })
  expect(stage.kore.publishes).toEqual([])
})

test('a gateway that answers 404 once, and a status that lags, make no green step of a publish that fails', async () => {
  lastWeek()
  stage.kore.on('status').answers(answer(404, {}, 'no such page'))
  stage.kore.nextPublish().appearsAfter(2).shows(publishing(), publishStatus('failed'))
  expect((await stage.run()).outputs['conclusion']).not.toBe('passed')
})

test('a status that names no publish, and a start that somebody else answered, make no green step of it', async () => {
  lastWeek()
  stage.kore.on('status').answers(json({ status: 'queued' }))
  stage.kore.on('start').answers(json([]))
  expect((await stage.run({ 'timeout-minutes': '5' })).outputs['conclusion']).toBe('timed-out')
  expect(stage.kore.publishes).toEqual([])
})

test('a bot that was never published is published for the first time', async () => {
  stage.mayRefuse()
  const step = await stage.run()
  expect(step.outputs['conclusion']).toBe('passed')
  expect(stage.kore.publishes).toHaveLength(1)
})
