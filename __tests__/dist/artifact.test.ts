/** The artifact: uploaded by GitHub's own client to a real blob store, after everything that matters is safe. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ArtifactStore, type Call, type Fault, startArtifactStore } from '../support/artifact-store.ts'
import { errorsOf, expectEnd, HASTY, setBundle, warningsOf } from '../support/bundle.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

let store: ArtifactStore
beforeAll(async () => {
  store = await startArtifactStore()
}, 30_000)
afterAll(() => store.close())

const UPLOADING = { artifact: 'true', 'artifact-name': 'agent-test-gate-test-0-1' }

test('holds our files and the vendor’s byte for byte, and the summary links to it', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  const csv = Buffer.from('Bot Name,Ä\r\nUtterances,ExpectedIntent,MatchedIntent,Result Type\r\n"a ""b""\n",X,X,TP\r\nc,X,Y,FP')
  kore.suite('Größe / 測試', [...TWO_GOOD, ONE_BAD].slice(1))
  kore.nextRun().file(csv)

  const step = await run({ ...UPLOADING, suite: 'Größe / 測試' }, { environment: workflow.environment })

  expectEnd(step, 'failed')
  const down = await workflow.download(UPLOADING['artifact-name'])
  const paths = await step.files()
  expect(paths).toHaveLength(4)
  expect([...down.keys()].sort()).toEqual(paths)
  for (const path of paths) expect(down.get(path)?.equals(await step.file(path))).toBe(true)
  expect(down.get(paths.find((path) => path.endsWith('results.csv')) ?? '')?.equals(csv)).toBe(true)
  const [artifact] = workflow.artifacts
  const url = `https://github.com/octo-org/demo/actions/runs/1658821493/artifacts/${artifact?.id}`
  expect(step.outputs).toMatchObject({ 'artifact-id': artifact?.id, 'artifact-url': url })
  expect(step.summary).toContain(`<a href="${url}">`)
  expect(down.get('summary.md')?.toString()).not.toContain('/artifacts/')
})

test('is named as its input’s default says, by job, index and attempt', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  kore.suite('Regression', TWO_GOOD)
  const context = { 'github.job': 'nightly', 'strategy.job-index': '3', 'github.run_attempt': '2' }
  expectEnd(await run({ artifact: 'true' }, { environment: workflow.environment, context }), 'passed')
  expect(workflow.artifacts.map(({ name }) => name)).toEqual(['agent-test-gate-nightly-3-2'])
})

test('is uploaded after outputs and summary are safe', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  kore.suite('Regression', TWO_GOOD)
  workflow.fail('CreateArtifact', 'silence')

  const step = await run(UPLOADING, {
    environment: workflow.environment,
    killAfter: until(() => workflow.calls.length > 0),
    stages: ['main'],
  })

  expect(step.exitSignal).toBe('SIGKILL')
  expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2' })
  expect(step.summary).toContain('✅ Passed')
  expect(await step.files()).toHaveLength(4)
})

test('gets a number where its name is taken', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  const within = { environment: workflow.environment }
  kore.suite('Regression', TWO_GOOD)

  const steps = [await run(UPLOADING, within), await run(UPLOADING, within)]

  for (const step of steps) expectEnd(step, 'passed')
  expect(workflow.artifacts.map(({ name }) => name)).toEqual(['agent-test-gate-test-0-1', 'agent-test-gate-test-0-1-2'])
  expect(steps[1]?.outputs['artifact-id']).toBe(workflow.artifacts[1]?.id)
})

test('gets a number where an upload that broke off holds its name', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  const within = { environment: workflow.environment }
  kore.suite('Regression', TWO_GOOD)
  workflow.fail('FinalizeArtifact', 400)
  expect((await run(UPLOADING, within)).outputs).toMatchObject({ conclusion: 'passed', 'artifact-id': '' })
  expect((await run(UPLOADING, within)).outputs).toMatchObject({
    conclusion: 'passed',
    'artifact-id': expect.stringMatching(/./),
  })
})

describe('trouble with it changes nothing but a warning', () => {
  const calls: Call[] = ['CreateArtifact', 'UploadBlob', 'FinalizeArtifact']
  const faults: Fault[] = [403, 500, 'cut', 'silence']
  test.each(calls.flatMap((call) => faults.map((fault) => [call, fault] as const)))(
    'case 23: %s fails with %s',
    async (call, fault) => {
      const { kore, run } = await setBundle()
      const workflow = store.beginRun()
      kore.suite('Regression', TWO_GOOD)
      workflow.fail(call, fault, 100)

      const step = await run(UPLOADING, { environment: { ...workflow.environment, ...HASTY }, clockScale: 5000 })

      expectEnd(step, 'passed')
      expect(step.outputs).toMatchObject({ 'artifact-id': '', 'artifact-url': '' })
      expect(step.summary).toContain('✅ Passed')
      expect(warningsOf(step)).toContainEqual(
        expect.stringMatching(/^the artifact could not be written or uploaded; the verdict stands/),
      )
      expect(errorsOf(step)).toEqual([])
    },
  )

  test('case 23: calls that fail twice and then work are tried again', async () => {
    const { kore, run } = await setBundle()
    const workflow = store.beginRun()
    kore.suite('Regression', TWO_GOOD)
    for (const call of calls) workflow.fail(call, 503, 2)
    const step = await run(UPLOADING, { environment: { ...workflow.environment, ...HASTY } })
    expectEnd(step, 'passed')
    expect(workflow.artifacts).toHaveLength(1)
  })

  test.each([
    ['there is no artifact service', {}],
    ['its token is no token', { ACTIONS_RUNTIME_TOKEN: 'nonsense', ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' }],
    ['its address is none', { ACTIONS_RESULTS_URL: 'nonsense' }],
    ['nobody listens there', { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' }],
    ['this is an Enterprise Server', { GITHUB_SERVER_URL: 'https://git.example.com' }],
  ])('case 23: %s', async (_, changes) => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    const given = Object.keys(changes).length === 0 ? {} : store.beginRun().environment
    const step = await run(UPLOADING, { environment: { ...given, ...changes } })
    expectEnd(step, 'passed')
    expect(warningsOf(step)).toContainEqual(expect.stringContaining('the verdict stands'))
    expect(errorsOf(step)).toEqual([])
  })

  test('case 23: a red step stays red', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    expectEnd(await run(UPLOADING), 'failed')
  })

  test('case 23: a step that timed out does not wait for it', async () => {
    const { kore, run } = await setBundle()
    const workflow = store.beginRun()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().lasts(3_600_000)
    workflow.fail('CreateArtifact', 'silence', 100)
    const options = { environment: workflow.environment, clockScale: 1 }

    const step = await run({ ...UPLOADING, 'timeout-minutes': '0.02', 'poll-interval-seconds': '0.5' }, options)

    expectEnd(step, 'timed-out')
    expect(step.durationMs).toBeLessThan(1200 + 5000)
  })
})

/** Resolves as soon as that is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10))
}
