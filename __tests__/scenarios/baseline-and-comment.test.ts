/** The whole action on simulated GitHub: it compares with the run on the branch, and comments on the pull request. */
import { afterEach, expect, test } from '@jest/globals'
import { hang, serverError } from '../../simulator/faults.ts'
import type { Run } from '../../simulator/github/answers.ts'
import { type GitHubSimulator, startGitHub } from '../../simulator/github/github.ts'
import { mistaken, understood } from '../../simulator/kore/batch-suite.ts'
import { connectGitHub } from '../../src/github.ts'
import type { WorkflowRun } from '../../src/rim.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'
import { breaches } from '../github/api-description.ts'
import { readReport, type Stage, type StepOptions, type StepRecord, setStage } from '../support/action.ts'

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

interface Scene extends Stage {
  readonly github: GitHubSimulator
  /** A step on pull request 123 that compares with `main` and always comments. */
  onPull(changes?: Readonly<Record<string, string>>): Promise<StepRecord>
  /** A step on `main`, whose files GitHub keeps. */
  onMain(about?: Partial<Run>): Promise<Run>
}

async function setScene(): Promise<Scene> {
  const stage = await setStage()
  const github = await startGitHub({ clock: stage.clock })
  cleanUps.push(async () => {
    await github.close()
    expect(github.exchanges.flatMap(breaches)).toEqual([])
  })
  github.pull()
  const options = (changes: Partial<WorkflowRun>): StepOptions => {
    const workflowRun: WorkflowRun = {
      ...workflowRunOf({}),
      apiUrl: github.address,
      repository: 'octo-org/demo',
      workflow: '.github/workflows/ci.yml',
      job: 'test',
      step: 'gate',
      ...changes,
    }
    const outside = { clock: stage.clock, random: () => 0.5, version: 'test', workflowRun }
    return { workflowRun, github: async (access) => connectGitHub(access, outside) }
  }
  const pull = { event: 'pull_request', id: '77', payload: async () => ({ pull_request: { number: 123 } }) }
  const wish = { baseline: 'main', 'github-token': github.token }
  return {
    ...stage,
    github,
    onPull: (changes = {}) => stage.run({ ...wish, comment: 'always', ...changes }, options(pull)),
    async onMain(about = {}) {
      const step = await stage.run(wish, options({ event: 'push', id: '76' }))
      const run = github.run(about)
      const files = { 'ctrf.json': (await readReport(step, 'ctrf.json')).toString() }
      await github.artifact(run, step.uploads.at(-1)?.name ?? '', files)
      return run
    },
  }
}

const GOOD = understood('hello', 'Greet')
const BAD = mistaken('hello', 'Greet', 'Bye')
const OTHER = understood('bye', 'Bye')

test('a pull request is compared with the run on main, and its comment says what changed', async () => {
  const { kore, github, onMain, onPull } = await setScene()
  kore.suite('Regression', [GOOD, OTHER])
  const run = await onMain()
  kore.suite('Regression', [BAD, OTHER])
  const step = await onPull()
  expect(step.outputs).toMatchObject({ conclusion: 'failed', regressions: '1', fixed: '0' })
  const [comment] = github.comments
  expect(comment?.body).toContain('❌ Failed')
  expect(comment?.body).toContain('1 regression')
  expect(comment?.body).toContain(github.page(run))
  expect(step.summaries.at(-1)).toContain(github.page(run))
  const told = [step.summaries, step.log, Object.values(step.outputs), comment?.body].flat().join('\n')
  expect(told).not.toContain(github.token)
  expect(step.masks).toContain(github.token)
})

test('with fail-on: regressions what failed on main already leaves the check green', async () => {
  const { kore, github, onMain, onPull } = await setScene()
  kore.suite('Regression', [BAD, OTHER])
  await onMain({ conclusion: 'failure' })
  const step = await onPull({ 'fail-on': 'regressions', comment: 'changes' })
  expect([step.exitCode, step.outputs['regressions']]).toEqual([0, '0'])
  expect(github.comments.map(({ body }) => body.includes('❌ Failed'))).not.toContain(true)
})

test('without a baseline yet that is said, and failures count', async () => {
  const { kore, github, onPull } = await setScene()
  kore.suite('Regression', [BAD, OTHER])
  github.run({ event: 'pull_request', from: github.fork })
  const step = await onPull({ 'fail-on': 'regressions' })
  expect([step.exitCode, step.outputs['regressions']]).toEqual([1, ''])
  expect(step.summaries.at(-1)).toContain('no baseline yet')
  expect(github.comments[0]?.body).toContain('no baseline yet')
})

test('the trend grows from run to run, by the runs’ own files', async () => {
  const { kore, github, onMain, onPull } = await setScene()
  kore.suite('Regression', [GOOD, OTHER])
  for (let count = 0; count < 3; count++) await onMain()
  const before = github.requests.length
  const step = await onPull({ comment: 'off' })
  const report: { results: { extra: { baseline: { trend: unknown[] } } } } = JSON.parse(
    (await readReport(step, 'ctrf.json')).toString(),
  )
  expect(report.results.extra.baseline.trend).toHaveLength(3)
  expect(github.requests.slice(before).map(({ operation }) => operation)).toEqual(['runs', 'artifacts', 'archive'])
})

test('a token without permissions changes no verdict, and the lines that are missing are told', async () => {
  const { kore, github, onPull } = await setScene()
  kore.suite('Regression', [GOOD, OTHER])
  github.permits()
  const step = await onPull()
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'passed'])
  const warnings = step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  expect(warnings.join('\n')).toContain('permissions: pull-requests: write')
  expect(step.log).toEqual(expect.arrayContaining(['  | permissions:', '  |   pull-requests: write']))
  expect(step.summaries.at(-1)?.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toMatch(
    /permissions:\n {2}actions: read/,
  )
})

test.each([
  ['is down', serverError(502)],
  ['hangs', hang()],
])('a GitHub that %s changes no verdict', async (_, fault) => {
  const { kore, github, onPull } = await setScene()
  kore.suite('Regression', [GOOD, OTHER])
  github.on('any').always(fault)
  const step = await onPull()
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'passed'])
  expect(step.summaries.at(-1)).toContain('There is no baseline')
  expect(step.annotations.some(({ message }) => message.startsWith('comment: it could not be written'))).toBe(true)
})

test('the comment follows the step from red to green', async () => {
  const { kore, github, onPull } = await setScene()
  kore.suite('Regression', [BAD, OTHER])
  await onPull({ baseline: '', comment: 'failures' })
  kore.suite('Regression', [GOOD, OTHER])
  await onPull({ baseline: '', comment: 'failures' })
  expect(github.comments).toHaveLength(1)
  expect(github.comments[0]?.body).toContain('✅ Passed')
  expect(github.comments[0]?.body).toContain('https://github.com/o/r/actions/runs/1/artifacts/7')
})
