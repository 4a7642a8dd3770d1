/** The artifact: uploaded by GitHub's own client to a real blob store, after everything that matters is safe. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Fault } from '../support/artifact-faults.ts'
import { type ArtifactStore, type Call, startArtifactStore } from '../support/artifact-store.ts'
import { errorsOf, expectEnd, HASTY, setBundle, warningsOf } from '../support/bundle.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

let store: ArtifactStore
beforeAll(async () => {
  store = await startArtifactStore()
}, 30_000)
afterAll(() => store.close())

const UPLOADING = { artifact: 'true', 'artifact-name': 'agent-test-gate-test-0-1' }

test('holds our files and the vendor’s byte for byte, its page lies beside it, and the summary links to both', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  const csv = Buffer.from('Bot Name,Ä\r\nUtterances,ExpectedIntent,MatchedIntent,Result Type\r\n"a ""b""\n",X,X,TP\r\nc,X,Y,FP')
  kore.suite('Größe / 測試', [...TWO_GOOD, ONE_BAD].slice(1))
  kore.nextRun().file(csv)

  const step = await run({ ...UPLOADING, suite: 'Größe / 測試' }, { environment: workflow.environment })

  expectEnd(step, 'failed')
  const down = await workflow.download(UPLOADING['artifact-name'])
  const paths = await step.files()
  expect(paths).toHaveLength(5)
  expect([...down.keys()].sort()).toEqual(paths)
  for (const path of paths) expect(down.get(path)?.equals(await step.file(path))).toBe(true)
  expect(down.get(paths.find((path) => path.endsWith('results.csv')) ?? '')?.equals(csv)).toBe(true)
  const [artifact, page] = workflow.artifacts
  expect(page?.name).toBe(`${UPLOADING['artifact-name']}.html`)
  expect((await workflow.downloadArchive(page?.name ?? '')).equals(await step.file('report.html'))).toBe(true)
  const runPage = 'https://github.com/octo-org/demo/actions/runs/1658821493'
  const url = `${runPage}/artifacts/${artifact?.id}`
  expect(step.summary).toContain(`<a href="${runPage}/artifacts/${page?.id}">`)
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
  expect(workflow.artifacts.map(({ name }) => name)).toEqual(['agent-test-gate-nightly-3-2', 'agent-test-gate-nightly-3-2.html'])
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
  expect(await step.files()).toHaveLength(5)
})

test('is linked in a summary that stands in the place of the first one', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  const step = await run(UPLOADING, { environment: store.beginRun().environment })
  expect(step.rawSummary).toContain(`/artifacts/${step.outputs['artifact-id']}"`)
  expect(step.rawSummary.match(/<h2>/g)).toHaveLength(1)
})

test('gets a number where its name is taken', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  const within = { environment: workflow.environment }
  kore.suite('Regression', TWO_GOOD)

  const steps = [await run(UPLOADING, within), await run(UPLOADING, within)]

  for (const step of steps) expectEnd(step, 'passed')
  const names = ['agent-test-gate-test-0-1', 'agent-test-gate-test-0-1-2'].flatMap((name) => [name, `${name}.html`])
  expect(workflow.artifacts.map(({ name }) => name)).toEqual(names)
  expect(steps[1]?.outputs['artifact-id']).toBe(workflow.artifacts[2]?.id)
})

test('gets a number where an upload that broke off holds its name', async () => {
  const { kore, run } = await setBundle()
  const workflow = store.beginRun()
  kore.suite('Regression', TWO_GOOD)
  workflow.fail('FinalizeArtifact', 400)
  const step = await run(UPLOADING, { environment: workflow.environment })
  expectEnd(step, 'passed')
  expect(workflow.artifacts[0]?.name).toBe('agent-test-gate-test-0-1-2')
  expect(step.outputs['artifact-id']).toBe(workflow.artifacts[0]?.id)
  expect(warningsOf(step)).toEqual([])
})

describe('trouble with it changes nothing but a warning', () => {
  const calls: Call[] = ['CreateArtifact', 'UploadBlob', 'FinalizeArtifact']
  const faults: Fault[] = [400, 401, 403, 404, 429, 500, 'cut', 'half', 'silence', 'garbage']
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

  test('case 23: a name that is always taken', async () => {
    const { kore, run } = await setBundle()
    const workflow = store.beginRun()
    kore.suite('Regression', TWO_GOOD)
    workflow.fail('CreateArtifact', 409, 100)
    const step = await run(UPLOADING, { environment: { ...workflow.environment, ...HASTY } })
    expectEnd(step, 'passed')
    expect(warningsOf(step)).toContainEqual(expect.stringContaining('the verdict stands'))
    expect(workflow.calls).toHaveLength(5)
  })

  test('case 23: calls that fail twice and then work are tried again', async () => {
    const { kore, run } = await setBundle()
    const workflow = store.beginRun()
    kore.suite('Regression', TWO_GOOD)
    for (const call of calls) workflow.fail(call, 503, 2)
    const step = await run(UPLOADING, { environment: { ...workflow.environment, ...HASTY } })
    expectEnd(step, 'passed')
    expect(workflow.artifacts).toHaveLength(2)
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

  test('case 23: a service that takes no single files leaves the artifact, and says so', async () => {
    const { kore, run } = await setBundle()
    const workflow = store.beginRun()
    kore.suite('Regression', TWO_GOOD)
    workflow.fail('CreateArtifact', 400, 100, 1)
    const step = await run(UPLOADING, { environment: { ...workflow.environment, ...HASTY } })
    expectEnd(step, 'passed')
    expect(step.outputs['artifact-id']).toBe(workflow.artifacts[0]?.id)
    expect(step.summary).toContain(`/artifacts/${workflow.artifacts[0]?.id}`)
    expect(warningsOf(step)).toEqual([expect.stringMatching(/^the report as a page of its own .*: the service answered 400/)])
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
