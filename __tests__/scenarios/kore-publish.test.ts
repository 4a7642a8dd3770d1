/** Kore.ai publish through the whole action. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { changed, json, serverError } from '../../simulator/faults.ts'
import { type KorePublish, startKorePublish } from '../../simulator/kore/publish.ts'
import { publishing, publishStatus, resource } from '../../simulator/kore/publish-run.ts'
import { casesIn, everythingSaid, type KoreStage, keptFiles, setKoreStage } from '../kore/stage.ts'

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

describe('a publish', () => {
  test('that succeeds makes the check green, with its resources as cases and its status kept', async () => {
    lastWeek()
    let last = Buffer.alloc(0)
    kore.on('status').always(
      changed((honest) => {
        last = Buffer.from(`${String(honest.body)}\n\n`)
        return { ...honest, body: last }
      }),
    )
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '3', passed: '3' })
    expect(await casesIn(step)).toEqual([
      ['Settings', 'passed'],
      ['Channels', 'passed'],
      ['Natural Language', 'passed'],
    ])
    expect(await keptFiles(step)).toEqual([['status.json', last]])
    expect(stage.asked()).toEqual(['status', 'start', 'status', 'status', 'status'])
  })

  test.each([
    ['', true],
    ['true', true],
    ['FALSE', false],
  ])('with initiate-training %j is asked for with %j', async (text, initiateTraining) => {
    lastWeek()
    await run({ 'initiate-training': text })
    expect(kore.publishes).toEqual([{ versionComment: 'nightly', initiateTraining }])
  })

  test('is known by what was there before it, and by its own id as soon as that is shown', async () => {
    lastWeek()
    const step = await run()
    const ids = step.outputHistory.filter(([name]) => name === 'run-id').map(([, id]) => id)
    expect(ids[0]).toMatch(/^after:ds-[\w-]+:2026-05-04T12:00:00.000Z$/)
    expect(step.outputs['run-id']).toMatch(/^ds-/)
  })

  test.each([400, 404] as const)('is the first one of a bot for which the vendor answered %i before', async (nothingYet) => {
    stage.mayRefuse()
    kore.behaves({ nothingYet })
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.outputHistory.find(([name]) => name === 'run-id')?.[1]).toBe('after:')
  })

  test('is examined by mode doctor as far as its last status shows', async () => {
    lastWeek()
    const step = await run({ mode: 'doctor' })
    expect(step.log).toContainEqual(expect.stringContaining('the app is accepted, knows the bot and may read the publish status'))
    expect(kore.publishes).toEqual([])
  })

  test.each([400, 404] as const)('is not said to be allowed by mode doctor where %i is the answer', async (nothingYet) => {
    stage.mayRefuse()
    kore.behaves({ nothingYet })
    const step = await run({ mode: 'doctor' })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.log).toContainEqual(expect.stringMatching(/^not checked suite publish: .*whether base-url is that of Kore\.ai/))
    expect(step.log.join('\n')).not.toMatch(/^OK .*the app is accepted/m)
  })

  test('tells its progress', async () => {
    kore.nextPublish().lasts(90_000)
    stage.mayRefuse()
    expect((await run()).log.join('\n')).toMatch(/running, [1-9]\d* %/)
  })

  test('whose answer is very large is neither shown nor kept, and may be larger than other answers', async () => {
    stage.mayRefuse()
    kore.behaves({ dialogs: 90_000 })
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(everythingSaid(step)).not.toContain('dg-1')
  })
})

describe('the publish before ours', () => {
  test('is not believed, however long the vendor tells of it', async () => {
    lastWeek()
    kore.nextPublish().appearsAfter(4).shows(publishStatus('failed')).resources(resource('Channels', 'FAILED'))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'failed', failed: '1' })
  })

  test('is not believed when it failed, either', async () => {
    kore.somebodyPublishes((publish) => publish.shows(publishStatus('failed')).resources(resource('Channels', 'FAILED')))
    kore.nextPublish().appearsAfter(3)
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test('is told from ours by its requestedTime alone where the _id stays', async () => {
    const sameId = (honest: object): object => ({ ...honest, _id: 'ds-same' })
    kore.somebodyPublishes((publish) => publish.shows(publishStatus('successful')).edited(sameId))
    await stage.clock.sleep(1000)
    kore
      .nextPublish()
      .appearsAfter(1)
      .shows(publishing(), publishStatus('failed'))
      .resources(resource('NL', 'FAILED'))
      .edited(sameId)
    expect((await run()).outputs).toMatchObject({ conclusion: 'failed', 'run-id': expect.stringMatching(/^ds-same:2026-/) })
  })

  test('is warned about when it is still under way', async () => {
    kore.somebodyPublishes((publish) => publish.shows(publishing(30)))
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.annotations.map(({ message }) => message).join('\n')).toContain('another publish of this bot is under way')
  })

  test('that never gives way ends at the deadline, and not in a pass', async () => {
    lastWeek()
    kore.nextPublish().appearsAfter(1000)
    expect((await run({ 'timeout-minutes': '3' })).outputs['conclusion']).toBe('timed-out')
  })
})

test('the publish of somebody else after ours is not taken for ours', async () => {
  lastWeek()
  kore.nextPublish().shows(publishing(10))
  void stage.clock.sleep(20_000).then(() => lastWeek())
  const step = await run()
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
  expect(step.outputs['message']).toContain('not (or no longer) ds-')
})

describe('no success is', () => {
  test.each(['awaitingApproval', 'AWAITING_APPROVAL'])(
    'a start that is answered with %s, and the status of last week is not shown as ours',
    async (word) => {
      lastWeek()
      kore.nextPublish().awaitsApproval()
      kore
        .on('start')
        .answers(changed((honest) => ({ ...honest, body: String(honest.body).replaceAll('awaitingApproval', word) })))
      const step = await run()
      expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', 'run-id': 'awaiting-approval', passed: '0' })
      expect(step.outputs['message']).toMatch(/^Kore\.ai accepted the publish, which now awaits approval/)
      expect(step.summaries.at(-1)).toContain('<b>Kore.ai accepted the publish')
    },
  )

  test('a status that awaits approval', async () => {
    lastWeek()
    kore.nextPublish().shows(publishing(), publishStatus('awaitingApproval'))
    expect((await run()).outputs['conclusion']).toBe('inconclusive')
  })

  test.each(['FAILED', 'AWAITING_APPROVAL', 'inprogress', ''])(
    'one that is called so with a resource that is %j',
    async (word) => {
      lastWeek()
      kore.nextPublish().shows(publishStatus('successful')).resources(resource('Settings'), resource('Channels', word))
      expect((await run()).outputs).toMatchObject({ conclusion: 'inconclusive', passed: '1', failed: '1' })
    },
  )

  test('one that names no resource', async () => {
    lastWeek()
    kore.nextPublish().shows(publishStatus('successful')).resources()
    expect((await run()).outputs['conclusion']).toBe('inconclusive')
  })
})

test('a publish that failed is red with the resource, and an error of the vendor without', async () => {
  lastWeek()
  kore
    .nextPublish()
    .shows(publishStatus('failed'))
    .resources(resource('Settings'), resource('Channels', 'FAILED'), resource('Channels', 'FAILED'))
  const red = await run()
  expect(red.outputs).toMatchObject({ conclusion: 'failed', passed: '1', failed: '2' })
  expect(await casesIn(red)).toEqual([
    ['Settings', 'passed'],
    ['Channels', 'failed'],
    ['Channels (2)', 'failed'],
  ])
  kore.nextPublish().shows(publishStatus('Failed'))
  expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
})

test.each(['stopped', 'CANCELLED', 'time_out'])(
  'a publish that ended as %s is an error of the vendor, whatever its resources',
  async (word) => {
    lastWeek()
    kore.nextPublish().shows(publishStatus(word)).resources(resource('Channels', 'FAILED'))
    expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
  },
)

test('a publish whose progress is not told, or is no number, is waited for all the same', async () => {
  lastWeek()
  kore.nextPublish().edited((honest) => ({ ...honest, percentageComplete: 'some', requestedTime: undefined }))
  expect((await run()).outputs['conclusion']).toBe('passed')
})

test.each(['SUCCESSFUL', 'Success', 'completed'])('a publish that ends as %s is a success', async (word) => {
  lastWeek()
  kore.nextPublish().shows(publishStatus('IN_PROGRESS'), publishStatus(word))
  expect((await run()).outputs['conclusion']).toBe('passed')
})

test('a status that nobody knows is told once, and counts as running', async () => {
  lastWeek()
  kore.nextPublish().shows(publishStatus('queueing'), publishStatus('queueing'), publishStatus('successful'))
  const step = await run()
  expect(step.outputs['conclusion']).toBe('passed')
  expect(step.annotations.filter(({ message }) => message.includes('reported an unknown status'))).toHaveLength(1)
})

test('hiccups before and after the start are lived through', async () => {
  lastWeek()
  kore.on('status').answers(serverError(503), serverError(500))
  kore.on('start').answers(json({ errors: [{ msg: 'Rate limit for this API has been reached', code: 400 }] }, 400))
  expect((await run()).outputs['conclusion']).toBe('passed')
  expect(kore.publishes).toHaveLength(1)
})

describe('what the user did wrong', () => {
  test('in the inputs is told in one message, and nothing is sent', async () => {
    const step = await run({ 'version-comment': ' ', 'initiate-training': 'maybe', 'bot-id': '', 'client-id': '', 'min-f1': '1' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    for (const name of ['version-comment', 'initiate-training', 'bot-id', 'client-id', 'min-f1'])
      expect(step.outputs['message']).toContain(`${name} `)
    expect(kore.requests).toEqual([])
  })

  test('with the API scopes is told with the scope that is missing', async () => {
    stage.mayRefuse()
    lastWeek()
    kore.behaves({ scopes: [] })
    expect((await run()).outputs['message']).toContain('"Admin Console: Bot Publish > Publish Status"')
    kore.behaves({ scopes: ['Bot Publish > Publish Status'] })
    expect((await run()).outputs['message']).toContain('"Admin Console: Bot Publish > Publish"')
  })

  test('with suite is told as a warning', async () => {
    lastWeek()
    const step = await run({ suite: 'Regression' })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.annotations.map(({ message }) => message).join('\n')).toContain('suite')
  })

  test('with the bot id is told, and is not taken for a bot that was never published', async () => {
    stage.mayRefuse()
    kore.on('status').always(json({ errors: [{ msg: 'Invalid StreamId', code: 400 }] }, 400))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(kore.publishes).toEqual([])
  })
})
