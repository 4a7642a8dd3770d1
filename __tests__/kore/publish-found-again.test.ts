/** Publishes of Kore.ai that are found again: by another step, and after an answer that was lost. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { answer, answerLost, huge, reset } from '../../simulator/faults.ts'
import { type KorePublish, startKorePublish } from '../../simulator/kore/publish.ts'
import { publishing, publishStatus, resource } from '../../simulator/kore/publish-run.ts'
import { everythingSaid, type KoreStage, keptFiles, setKoreStage } from './stage.ts'

let stage: KoreStage<KorePublish>
let kore: KorePublish
let run: KoreStage<KorePublish>['run']

beforeEach(async () => {
  stage = await setKoreStage(startKorePublish, { provider: 'kore-publish', 'version-comment': 'nightly' })
  kore = stage.kore
  run = stage.run
})

/** A publish of last week, that was a success. */
function lastWeek(): void {
  kore.somebodyPublishes((publish) => publish.shows(publishStatus('successful')))
}

describe('a start whose answer was lost', () => {
  test.each(['after acting', 'inside the head', 'inside the body'] as const)(
    '%s is found again and not sent again',
    async (point) => {
      lastWeek()
      kore.on('start').answers(reset(point))
      const step = await run()
      expect(step.outputs['conclusion']).toBe('passed')
      expect(kore.publishes).toHaveLength(1)
    },
  )

  test('before acting is an error that says so', async () => {
    lastWeek()
    kore.on('start').answers(reset('before acting'))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network' })
    expect(step.outputs['message']).toContain('no new run')
  })

  test.each([
    ['no array', answer(200, {}, 'SECRET DIALOG OF THE BOT')],
    ['larger than anything that is read', huge(65 * 1024 * 1024)],
  ])('because it was %s is found again, and nothing of it is shown', async (_, fault) => {
    lastWeek()
    kore.on('start').answers(answerLost(fault))
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(kore.publishes).toHaveLength(1)
    expect(everythingSaid(step)).not.toContain('SECRET DIALOG')
  })
})

describe('collecting', () => {
  test('by the id of the start works in another step, also when the publish is over', async () => {
    lastWeek()
    const first = await run({ mode: 'start' })
    expect(first.outputs).toMatchObject({ conclusion: 'started', 'run-id': expect.stringMatching(/^ds-/) })
    const second = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
    expect(second.outputs).toMatchObject({ conclusion: 'passed', passed: '3' })
    const third = await run({ mode: 'collect', 'run-id': second.outputs['run-id'] ?? '' })
    expect(third.outputs).toMatchObject({ conclusion: 'passed' })
    expect(kore.publishes).toHaveLength(1)
  })

  test('an id that awaits approval is inconclusive', async () => {
    lastWeek()
    kore.nextPublish().awaitsApproval()
    const first = await run({ mode: 'start' })
    expect((await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })).outputs['conclusion']).toBe('inconclusive')
  })

  test('an id that awaits approval is waited for once the publish is under way', async () => {
    kore.somebodyPublishes((publish) => publish.lasts(60_000))
    const step = await run({ mode: 'collect', 'run-id': 'awaiting-approval' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', passed: '3' })
  })

  test('an id that is not the last publish is an error', async () => {
    lastWeek()
    const step = await run({ mode: 'collect', 'run-id': 'ds-another' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
  })

  test('an id of a bot that was never published is an error', async () => {
    stage.mayRefuse()
    const step = await run({ mode: 'collect', 'run-id': 'ds-another' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
  })

  test('without an id waits for the publish that is under way', async () => {
    kore.somebodyPublishes((publish) => publish.lasts(60_000))
    const step = await run({ mode: 'collect' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', passed: '3', 'run-id': expect.stringMatching(/^ds-/) })
    expect(kore.publishes).toEqual([])
  })

  test.each(['successful', 'failed', 'pondering'])('without an id believes nothing when the first look says %s', async (word) => {
    kore.somebodyPublishes((publish) => publish.shows(publishStatus(word), publishing(), publishStatus('successful')))
    const step = await run({ mode: 'collect' })
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '0' })
    expect(step.outputs['message']).toBe(
      "no publish is under way, and the last one may be last week's; start one in an earlier step, and give its run-id",
    )
    expect((await keptFiles(step)).map(([name]) => name)).toEqual(['status.json'])
  })

  test('without an id believes nothing when nothing was ever published', async () => {
    stage.mayRefuse()
    const step = await run({ mode: 'collect' })
    expect(step.outputs['conclusion']).toBe('inconclusive')
    expect(await keptFiles(step)).toEqual([])
  })
})

describe('the publish of somebody else', () => {
  test('after ours that failed is not taken for ours by the step that collects', async () => {
    lastWeek()
    kore.nextPublish().appearsAfter(3).shows(publishing(), publishStatus('failed')).resources(resource('Channels', 'FAILED'))
    const first = await run({ mode: 'start' })
    await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
    lastWeek()
    const step = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor', passed: '' })
  })

  test('is told from ours by its requestedTime alone where the _id stays', async () => {
    const sameId = (honest: object): object => ({ ...honest, _id: 'ds-same' })
    kore.somebodyPublishes((publish) => publish.shows(publishStatus('successful')).edited(sameId))
    await stage.clock.sleep(1000)
    kore.nextPublish().shows(publishing(), publishStatus('failed')).edited(sameId)
    const first = await run({ mode: 'start' })
    await stage.clock.sleep(1000)
    kore.somebodyPublishes((publish) => publish.shows(publishStatus('successful')).edited(sameId))
    const step = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
  })

  test.each(['successful', 'failed', 'pondering'])(
    'is not believed by the mark of the one before alone, when the first look says %s',
    async (word) => {
      lastWeek()
      const step = await run({ mode: 'collect', 'run-id': 'after:ds-the-week-before:' })
      expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '0' })
      kore.somebodyPublishes((publish) => publish.shows(publishStatus(word), publishing(), publishStatus('successful')))
      const other = await run({ mode: 'collect', 'run-id': 'after:ds-the-week-before:' })
      expect(other.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '0' })
      expect(other.outputs['message']).toMatch(
        /^Kore\.ai reports only the last publish.*whether it is the one of run-id cannot be told/,
      )
    },
  )
})

describe('the mark of the publish before', () => {
  test('is put out by a start whose publish does not appear within a minute, and is enough while that is under way', async () => {
    lastWeek()
    kore.nextPublish().appearsAfter(1000)
    const first = await run({ mode: 'start' })
    expect(first.outputs).toMatchObject({ conclusion: 'started', 'run-id': expect.stringMatching(/^after:ds-/) })
    kore.somebodyPublishes((publish) => publish.lasts(60_000))
    const step = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', passed: '3' })
  })

  test('is waited with until the vendor tells of another one, which is believed when it is under way then', async () => {
    lastWeek()
    kore.nextPublish().appearsAfter(1000)
    const first = await run({ mode: 'start' })
    void stage.clock.sleep(20_000).then(() => kore.somebodyPublishes((publish) => publish.lasts(60_000)))
    const step = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', passed: '3' })
  })

  test('of a bot that was never published stands for whatever comes first', async () => {
    stage.mayRefuse()
    void stage.clock.sleep(20_000).then(() => kore.somebodyPublishes((publish) => publish.lasts(60_000)))
    const step = await run({ mode: 'collect', 'run-id': 'after:' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', passed: '3' })
  })
})
