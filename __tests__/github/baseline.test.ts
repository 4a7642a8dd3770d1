/** Which run is the baseline, which never is, and what is told when there is none. */
import { readdir } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { hang, serverError } from '../../simulator/faults.ts'
import type { Run } from '../../simulator/github/answers.ts'
import { zipOf } from '../../simulator/github/github.ts'
import { type BaselineWish, baselineFor } from '../../src/baseline.ts'
import type { FoundBaseline } from '../../src/judge.ts'
import type { Origin, StepOutcome } from '../../src/outcome.ts'
import { ctrf } from '../../src/report/ctrf.ts'
import type { Rim, WorkflowRun } from '../../src/rim.ts'
import { visible } from '../../src/untrusted.ts'
import { aCase, aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'
import { aRim } from '../support/rim.ts'
import { type GitHubStage, setGitHub } from './github-stage.ts'

const ORIGIN: Origin = { job: 'test', index: 0, step: '__octo-org_agent-test-gate', attempt: 1 }
const NAME = 'agent-test-gate-test-0-1'

/** The files of an artifact that this step would leave. */
function files(changes: Partial<StepOutcome> = {}): Record<string, string> {
  const outcome = anOutcome([aSuite({ results: resultsOf([aCase(), aFailedCase()]) })], { origin: ORIGIN, ...changes })
  return { 'ctrf.json': [...ctrf(outcome)].join(''), 'summary.md': 'x' }
}

interface Look {
  readonly wish?: Partial<BaselineWish>
  readonly workflowRun?: Partial<WorkflowRun>
  readonly rim?: Partial<Rim>
  readonly signal?: AbortSignal
  readonly change?: (text: string) => string
}

function look({ clock, github, connect, temporary, workflowRun }: GitHubStage, options: Look = {}): Promise<FoundBaseline> {
  const wish: BaselineWish = {
    branch: 'main',
    token: github.token,
    provider: 'kore-batch',
    suites: ['Regression'],
    artifactName: NAME,
    origin: ORIGIN,
    ...options.wish,
  }
  const rim = aRim({
    clock,
    temporary,
    workflowRun: workflowRun(options.workflowRun),
    github: async (access) => connect(access),
    ...options.rim,
  })
  return baselineFor(wish, rim, options.signal ?? new AbortController().signal, options.change ?? ((text) => text))
}

async function stored({ github }: GitHubStage, run: Partial<Run> = {}, outcome: Partial<StepOutcome> = {}, name = NAME) {
  const made = github.run(run)
  await github.artifact(made, name, files(outcome))
  return made
}

function whyOf(found: FoundBaseline): string {
  return found.state === 'none' ? found.why : `found ${found.baseline.runUrl}`
}

test('the newest finished run of the branch is the baseline, with its suites', async () => {
  const stage = await setGitHub()
  await stored(stage, { conclusion: 'success' })
  const newest = await stored(stage, { conclusion: 'failure' })
  await stored(stage, { branch: 'other' })
  await stored(stage, { workflow: 'nightly.yml' })
  const found = await look(stage)
  expect(found).toMatchObject({ state: 'found', baseline: { branch: 'main', runUrl: stage.github.page(newest) } })
  expect(found).toMatchObject({
    suites: [{ suite: 'Regression', results: { cases: [{ status: 'passed' }, { status: 'failed' }] } }],
  })
})

const never: readonly (readonly [what: string, run: (stage: GitHubStage) => Partial<Run>])[] = [
  ['a run of a fork, from its branch of the same name', ({ github }) => ({ from: github.fork, event: 'pull_request' })],
  ['a run of a fork that says it was a push', ({ github }) => ({ from: github.fork })],
  ['a pull request of this repository', () => ({ event: 'pull_request' })],
  ['pull_request_target', () => ({ event: 'pull_request_target' })],
  ['a comment', () => ({ event: 'issue_comment' })],
  ['a workflow that follows another', () => ({ event: 'workflow_run' })],
  ['a run that was cancelled', () => ({ conclusion: 'cancelled' })],
  ['a run that goes on', () => ({ status: 'in_progress', conclusion: null })],
  ['this run itself', () => ({ id: 1_658_821_493 })],
]

test.each(never)('%s is never the baseline', async (_, run) => {
  const stage = await setGitHub()
  await stored(stage, run(stage))
  const found = await look(stage)
  expect(whyOf(found)).toMatch(/^there is no baseline yet: ci\.yml has no finished run on main/)
  expect(stage.asked()).toEqual(['runs'])
})

test('its texts are changed as those of the new results were, so that names still fit', async () => {
  const stage = await setGitHub()
  const dirty = 'pay\u200b with hunter2'
  const results = resultsOf([aCase({ name: dirty }), aFailedCase({ message: 'hunter2\u202e' })])
  await stored(stage, {}, { suites: [aSuite({ results, said: 'hunter2' })] })
  const found = await look(stage, { change: (text) => visible(text).replaceAll('hunter2', '***') })
  expect(JSON.stringify(found)).not.toMatch(/hunter2|\u200b|\u202e/)
  expect(found).toMatchObject({ suites: [{ suite: 'Regression', results: { cases: [{ name: 'pay with ***' }, {}] } }] })
})

test('a suite keeps the name by which it is looked for', async () => {
  const stage = await setGitHub()
  await stored(stage, {}, { suites: [aSuite({ suite: 'a\u200bb' })] })
  expect(await look(stage, { wish: { suites: ['a\u200bb'] } })).toMatchObject({ suites: [{ suite: 'a\u200bb' }] })
})

const LEFT = aSuite({ conclusion: 'timed-out', results: resultsOf([aCase()], { isPartial: true }) })

test.each([
  ['is inconclusive', { conclusion: 'inconclusive' }, 'ended as inconclusive'],
  ['knows but some of the cases', { conclusion: 'timed-out', suites: [LEFT] }, 'ended as timed-out'],
  ['was only started', { conclusion: 'started' }, 'ended as started'],
  ['is of another provider', { provider: 'kapso' }, 'tested with another provider'],
  ['is of another job', { origin: { ...ORIGIN, job: 'other' } }, 'has it only from another job'],
  ['is of another leg of the matrix', { origin: { ...ORIGIN, index: 1 } }, 'has it only from another job'],
  ['tested another suite', { suites: [aSuite({ suite: 'Smoke' })] }, 'tested other suites'],
] as const)('an artifact that %s is passed over for that of an older run', async (_, outcome, said) => {
  const stage = await setGitHub()
  const odd = await stored(stage, {}, outcome)
  expect(whyOf(await look(stage))).toBe(
    `there is no baseline yet: no finished run on main can be used, of 1; the newest, ${stage.github.page(odd)}, ${said}${said.startsWith('ended') ? ', which judges no case' : ''}`,
  )
  stage.github.run({ id: 100 })
  const good = await stored(stage, { id: 50 })
  await stored(stage, { id: 51 }, outcome)
  expect(whyOf(await look(stage))).toBe(`found ${stage.github.page(good)}`)
})

const bad: readonly (readonly [what: string, zip: () => Promise<Buffer> | Buffer, said: string])[] = [
  ['no ZIP', () => Buffer.from('<html>'), 'it has no end record'],
  ['a ZIP without ctrf.json', () => zipOf({ 'summary.md': 'x' }), 'it has no ctrf.json'],
  ['a ctrf.json of another tool', () => zipOf({ 'ctrf.json': '{"reportFormat":"CTRF","results":{}}' }), 'is not a report of'],
  ['a ctrf.json that is cut', () => zipOf({ 'ctrf.json': '{"a":' }), 'is not JSON'],
  [
    'a ctrf.json of another shape',
    () => zipOf({ 'ctrf.json': '{"reportFormat":"CTRF","generatedBy":"agent-test-gate","results":{"tests":[]}}' }),
    'has a structure',
  ],
  ['a bomb', () => zipOf({ 'ctrf.json': ' '.repeat(4 * 1024 * 1024) }), 'packed to less than'],
]

test.each(bad)('an artifact with %s is passed over', async (_, zip, said) => {
  const stage = await setGitHub()
  await stage.github.artifact(stage.github.run(), NAME, await zip())
  expect(whyOf(await look(stage))).toContain(said)
  const good = await stored(stage, { id: 50 })
  await stage.github.artifact(stage.github.run(), NAME, await zip())
  expect(whyOf(await look(stage))).toBe(`found ${stage.github.page(good)}`)
  expect(await readdir(stage.temporary)).toEqual([])
})

test('an expired artifact and a run without one are passed over', async () => {
  const stage = await setGitHub()
  const good = await stored(stage)
  await stage.github.artifact(stage.github.run(), NAME, files(), true)
  stage.github.run()
  expect(whyOf(await look(stage))).toBe(`found ${stage.github.page(good)}`)
})

test('of several attempts the newest counts, and of several steps the same one', async () => {
  const stage = await setGitHub()
  const run = stage.github.run()
  const at = (attempt: number, step: string, finishedAt: number): Partial<StepOutcome> => ({
    origin: { ...ORIGIN, attempt, step },
    finishedAt,
  })
  await stage.github.artifact(run, 'agent-test-gate-test-0-1', files(at(1, ORIGIN.step, 1)))
  await stage.github.artifact(run, 'agent-test-gate-test-0-2', files(at(2, 'first', 2)))
  await stage.github.artifact(run, 'agent-test-gate-test-0-2-2', files(at(2, ORIGIN.step, 3)))
  await stage.github.artifact(run, 'agent-test-gate-test-1-3', files(at(3, ORIGIN.step, 4)))
  await stage.github.artifact(run, 'agent-test-gate-test-0-2.html', Buffer.from('<html>'))
  expect(await look(stage)).toMatchObject({ state: 'found', baseline: { trend: [{ finishedAt: 3 }] } })
})

test('an attempt that was repeated is not the baseline, even where the newest judged nothing', async () => {
  const stage = await setGitHub()
  const run = stage.github.run()
  await stage.github.artifact(run, 'agent-test-gate-test-0-1', files())
  await stage.github.artifact(run, 'agent-test-gate-test-0-2', files({ conclusion: 'inconclusive' }))
  expect(whyOf(await look(stage))).toContain('ended as inconclusive')
})

test('a name of the author’s own is looked for as it is, with a number where it was taken', async () => {
  const stage = await setGitHub()
  const older = await stored(stage, {}, {}, 'results')
  expect(whyOf(await look(stage, { wish: { artifactName: 'results' } }))).toBe(`found ${stage.github.page(older)}`)
  const newer = await stored(stage, {}, {}, 'results-2')
  expect(whyOf(await look(stage, { wish: { artifactName: 'results' } }))).toBe(`found ${stage.github.page(newer)}`)
  expect(whyOf(await look(stage, { wish: { artifactName: 'result' } }))).toContain('has no artifact like result')
})

test('no more than 20 runs and 10 artifacts are looked into', async () => {
  const stage = await setGitHub()
  for (let count = 0; count < 30; count++) stage.github.run()
  await look(stage)
  expect(stage.asked().filter((call) => call === 'artifacts')).toHaveLength(20)
  for (let count = 0; count < 30; count++) await stored(stage, {}, { conclusion: 'error' })
  await look(stage)
  expect(stage.asked().filter((call) => call === 'archive')).toHaveLength(10)
})

test('without a permission the lines for the workflow file are told', async () => {
  const stage = await setGitHub()
  await stored(stage)
  stage.github.permits()
  const why = whyOf(await look(stage))
  expect(why).toMatch(/^there is no baseline: the list of workflow runs .* answered HTTP 403/)
  expect(why).toMatch(/\npermissions:\n {2}actions: read$/)
  expect(why).not.toContain(stage.github.token)
})

test.each([
  ['there is no token', { wish: { token: undefined } }, 'without github-token'],
  [
    'the workflow is of another repository',
    { workflowRun: { workflow: 'other/repo/.github/workflows/x.yml' } },
    'not in this repository',
  ],
  ['the runner tells no workflow', { workflowRun: { workflow: '' } }, 'not in this repository'],
  ['the client cannot be loaded', { rim: { github: () => Promise.reject(new Error('no chunk')) } }, 'there is no baseline'],
] as const)('when %s, that is told and nothing is asked', async (_, options, said) => {
  const stage = await setGitHub()
  expect(whyOf(await look(stage, options))).toContain(said)
  expect(stage.asked()).toEqual([])
})

test('a GitHub that hangs is left after a minute', async () => {
  const stage = await setGitHub()
  stage.github.on('runs').always(hang())
  expect(whyOf(await look(stage))).toContain('did not answer in time')
  expect(stage.clock.now()).toBeLessThanOrEqual(60_000)
})

test('a step that ends does not wait for the baseline', async () => {
  const stage = await setGitHub()
  stage.github.on('runs').always(hang())
  const end = new AbortController()
  void stage.clock.sleep(1000).then(() => end.abort('cancelled'))
  expect(whyOf(await look(stage, { signal: end.signal }))).toBe('there is no baseline: the step ended before it was found')
  expect(stage.clock.now()).toBe(1000)
})

test('a GitHub that is down for good is left after half a minute', async () => {
  const stage = await setGitHub()
  stage.github.on('any').always(serverError(503, { retryAfter: '20' }))
  expect(whyOf(await look(stage))).toContain('HTTP 503')
  expect(stage.clock.now()).toBeLessThanOrEqual(30_000)
})

test('the trend is what the baseline knows of the runs before it, and the baseline itself', async () => {
  const stage = await setGitHub()
  const point = (number: number) => ({
    finishedAt: number,
    runUrl: `https://github.com/octo-org/demo/actions/runs/${number}`,
    passRate: 90,
    metrics: {},
  })
  const trend = Array.from({ length: 25 }, (_, index) => point(index + 1))
  const elsewhere = { ...point(99), runUrl: 'https://evil.example/' }
  await stored(stage)
  const newest = await stored(
    stage,
    {},
    { baseline: { branch: 'main', runUrl: 'x', trend: [elsewhere, ...trend] }, finishedAt: 1000 },
  )
  const found = await look(stage)
  expect(found).toMatchObject({ state: 'found' })
  expect(found.state === 'found' && found.baseline.trend).toEqual([
    ...trend.slice(-19),
    { finishedAt: 1000, runUrl: stage.github.page(newest), passRate: 50, metrics: {} },
  ])
  expect(stage.asked()).toEqual(['runs', 'artifacts', 'archive'])
})

test('a trend that the baseline does not know is looked up, as far as it goes', async () => {
  const stage = await setGitHub()
  for (let count = 1; count <= 15; count++) await stored(stage, {}, { finishedAt: count })
  const found = await look(stage)
  expect(found.state === 'found' && found.baseline.trend.map(({ finishedAt }) => finishedAt)).toEqual([
    6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
  ])
})

test('a trend that breaks off does not cost the baseline', async () => {
  const stage = await setGitHub()
  await stored(stage)
  const newest = await stored(stage)
  stage.github.on('artifacts').decides(({ path }) => (path.includes(String(newest.id)) ? undefined : serverError(500)))
  const found = await look(stage)
  expect(found.state === 'found' && found.baseline.trend).toHaveLength(1)
})
