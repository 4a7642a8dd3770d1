/** The comment on the pull request: where it is written, when, by whom, and what can go wrong. */
import { expect, test } from '@jest/globals'
import { answer, hang, reset, serverError } from '../../simulator/faults.ts'
import { ACTIONS } from '../../simulator/github/github.ts'
import { type CommentMode, commentOn } from '../../src/comment.ts'
import { markOf, readMark, writeMark } from '../../src/comment-mark.ts'
import { createLog } from '../../src/log.ts'
import type { Comparison, StepOutcome, SuiteOutcome } from '../../src/outcome.ts'
import { createRedactor } from '../../src/redact.ts'
import type { CommentLinks } from '../../src/report/comment.ts'
import type { Rim, WorkflowRun } from '../../src/rim.ts'
import { aCase, aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'
import { aRim } from '../support/rim.ts'
import { type GitHubStage, setGitHub } from './github-stage.ts'

const PULL = { pull_request: { number: 123 } }

interface Told {
  readonly log: string[]
  readonly warnings: string[]
}

interface Options {
  readonly mode?: CommentMode
  readonly token?: string | undefined
  readonly run?: Partial<WorkflowRun>
  readonly rim?: Partial<Rim>
  readonly links?: Omit<CommentLinks, 'runUrl'>
  readonly step?: { readonly deadline: number }
}

/** Comments on pull request 123, unless the run belongs to another. */
async function commented(stage: GitHubStage, outcome: StepOutcome, options: Options = {}): Promise<Told> {
  const told: Told = { log: [], warnings: [] }
  const { clock, github, connect, temporary, workflowRun } = stage
  const rim = aRim({
    clock,
    temporary,
    workflowRun: workflowRun({ payload: async () => PULL, ...options.run }),
    github: async (access) => connect(access),
    ...options.rim,
  })
  const runner = {
    ...rim.runner,
    info: (line: string) => void told.log.push(line),
    annotate: ({ message }: { message: string }) => void told.warnings.push(message),
  }
  const wish = { mode: options.mode ?? 'always', token: 'token' in options ? options.token : github.token }
  const log = createLog(runner, createRedactor())
  await commentOn(outcome, wish, options.links ?? {}, { rim, log, ...options.step })
  return told
}

const passed = anOutcome()
const failed = anOutcome([
  aSuite({ conclusion: 'failed', reasons: ['1 of 2 cases failed'], results: resultsOf([aCase(), aFailedCase()]) }),
])
const failedOtherwise = anOutcome([
  aSuite({
    conclusion: 'failed',
    reasons: ['1 of 2 cases failed'],
    results: resultsOf([aCase(), aFailedCase({ name: 'rebook' })]),
  }),
])

function bodies({ github }: GitHubStage): string[] {
  return github.comments.map(({ body }) => body)
}

test('one comment is written, and later runs update it', async () => {
  const stage = await setGitHub()
  stage.github.pull()
  stage.github.comment(123, stage.github.fork.owner, 'Nice!')
  expect((await commented(stage, failed)).log).toEqual(['comment: the one on pull request #123 was written'])
  expect((await commented(stage, passed)).log).toEqual(['comment: the one on pull request #123 was updated'])
  expect(stage.github.comments).toHaveLength(2)
  expect(bodies(stage)[1]).toContain('✅ Passed')
  expect(bodies(stage)[1]).toContain('https://github.com/octo-org/demo/actions/runs/1658821493')
})

test.each([
  ['workflow', { run: { workflow: '.github/workflows/other.yml' } }],
  ['job', { run: { job: 'other' } }],
  ['step', { run: { step: 'other' } }],
] as const)('each %s has a comment of its own', async (_, options) => {
  const stage = await setGitHub()
  stage.github.pull()
  await commented(stage, failed)
  await commented(stage, failed, options)
  await commented(stage, passed, options)
  expect(bodies(stage).map((body) => readMark(body)?.conclusion)).toEqual(['failed', 'passed'])
})

test('a comment that a stranger wrote with our mark is not touched', async () => {
  const stage = await setGitHub()
  stage.github.pull()
  const body = `${writeMark(markOf(passed, stage.workflowRun()))}\n\nAll is well.`
  stage.github.comment(123, stage.github.fork.owner, body)
  stage.github.comment(123, null, body)
  await commented(stage, failed)
  expect(bodies(stage).slice(0, 2)).toEqual([body, body])
  expect(stage.github.comments[2]?.author).toEqual(ACTIONS)
})

test('a person’s token updates that person’s comment, and not what an app or somebody else wrote', async () => {
  const stage = await setGitHub()
  stage.github.pull()
  await commented(stage, failed)
  const person = { id: 77, login: 'maintainer', type: 'User' } as const
  const token = stage.github.tokenOf(person)
  await commented(stage, failed, { token })
  await commented(stage, passed, { token })
  expect(stage.github.comments.map(({ author, body }) => [author?.login, readMark(body)?.conclusion])).toEqual([
    ['github-actions[bot]', 'failed'],
    ['maintainer', 'passed'],
  ])
})

test('a mark in the middle of a comment is only quoted', async () => {
  const stage = await setGitHub()
  stage.github.pull()
  stage.github.comment(123, ACTIONS, `> ${writeMark(markOf(passed, stage.workflowRun()))}`)
  await commented(stage, passed)
  expect(stage.github.comments).toHaveLength(2)
})

type Expected = 'nothing' | 'written' | 'updated' | 'left'
const comparison: Comparison = { regressions: [], fixed: [], stillFailing: [], added: [], gone: [], metrics: [] }
const against = (changes: Partial<Comparison>, suite: Partial<SuiteOutcome> = {}): StepOutcome => ({
  ...failed,
  baseline: { branch: 'main', runUrl: 'https://github.com/o/r/actions/runs/1', trend: [] },
  suites: failed.suites.map((each) => ({ ...each, ...suite, comparison: { ...comparison, ...changes } })),
})
const NAME = 'cancel my flight'
const QUARANTINED = resultsOf([aFailedCase({ quarantine: { reason: 'BOT-142', expires: '2026-12-31' } })])

const modes: readonly (readonly [mode: CommentMode, before: StepOutcome | undefined, now: StepOutcome, expected: Expected])[] = [
  ['off', undefined, failed, 'nothing'],
  ['off', passed, failed, 'left'],
  ['always', undefined, passed, 'written'],
  ['always', passed, passed, 'updated'],
  ['failures', undefined, passed, 'nothing'],
  ['failures', undefined, failed, 'written'],
  ['failures', failed, failed, 'updated'],
  ['failures', failed, passed, 'updated'],
  ['failures', passed, passed, 'left'],
  ['changes', undefined, passed, 'nothing'],
  ['changes', undefined, failed, 'written'],
  ['changes', failed, failed, 'left'],
  ['changes', failed, failedOtherwise, 'updated'],
  ['changes', failed, passed, 'updated'],
  ['changes', undefined, against({ stillFailing: [NAME] }), 'nothing'],
  ['changes', undefined, against({ regressions: [NAME] }), 'written'],
  ['changes', undefined, against({ fixed: ['book a flight'], stillFailing: [NAME] }), 'written'],
  ['changes', undefined, against({ added: [NAME] }), 'written'],
  ['changes', undefined, against({ added: [NAME] }, { results: QUARANTINED }), 'nothing'],
  ['changes', undefined, { ...against({}), conclusion: 'error' }, 'written'],
]

test.each(modes.map((row, index) => [index, ...row] as const))('%i: mode %s', async (_, mode, before, now, expected) => {
  const stage = await setGitHub()
  stage.github.pull()
  if (before !== undefined) await commented(stage, before)
  const [first] = bodies(stage)
  await commented(stage, now, { mode, run: { id: '2' } })
  const [comment, ...others] = bodies(stage)
  expect(others).toEqual([])
  const became = comment === undefined ? 'nothing' : first === undefined ? 'written' : comment === first ? 'left' : 'updated'
  expect(became).toBe(expected)
})

const SHA = 'f'.repeat(40)
const followed = (changes: object): Partial<WorkflowRun> => ({
  event: 'workflow_run',
  payload: async () => ({
    repository: { id: 11 },
    workflow_run: {
      head_sha: SHA,
      head_branch: 'their/change',
      head_repository: { owner: { login: 'stranger' } },
      pull_requests: [],
      ...changes,
    },
  }),
})
const runs: readonly (readonly [what: string, run: Partial<WorkflowRun>, number: number | undefined])[] = [
  ['pull_request', { event: 'pull_request', payload: async () => ({ pull_request: { number: 5 } }) }, 5],
  ['pull_request_target', { event: 'pull_request_target', payload: async () => ({ pull_request: { number: 6 } }) }, 6],
  ['issue_comment', { event: 'issue_comment', payload: async () => ({ issue: { number: 6, pull_request: {} } }) }, 6],
  [
    'a comment on an issue',
    { event: 'issue_comment', sha: '1'.repeat(40), payload: async () => ({ issue: { number: 6 } }) },
    undefined,
  ],
  ['merge_group', { event: 'merge_group', ref: `refs/heads/gh-readonly-queue/main/pr-5-${SHA}` }, 5],
  [
    'merge_group of a branch with slashes',
    { event: 'merge_group', ref: `refs/heads/gh-readonly-queue/release/pr-9/pr-6-${SHA}` },
    6,
  ],
  [
    'workflow_run with its pull request',
    followed({
      pull_requests: [
        { number: 9, base: { repo: { id: 99 } } },
        { number: 6, base: { repo: { id: 11 } } },
      ],
    }),
    6,
  ],
  ['workflow_run of a fork', followed({}), 7],
  ['workflow_run of a fork that is gone', followed({ head_repository: null }), undefined],
  ['workflow_run of a commit that is not the newest', followed({ head_sha: 'b'.repeat(40) }), undefined],
  ['push', { event: 'push', sha: 'd'.repeat(40) }, 5],
  ['push of a commit that was merged', { event: 'push', sha: 'e'.repeat(40) }, undefined],
  ['push without a pull request', { event: 'push', sha: '1'.repeat(40) }, undefined],
  ['workflow_dispatch', { event: 'workflow_dispatch', sha: 'd'.repeat(40) }, 5],
]

test.each(runs)('on %s the right pull request is found', async (_, run, number) => {
  const stage = await setGitHub()
  const { github } = stage
  github.pull({ number: 5, sha: 'd'.repeat(40) })
  github.pull({ number: 6 })
  github.pull({ number: 7, sha: SHA, from: github.fork, branch: 'their/change' })
  github.pull({ number: 8, state: 'closed', sha: '9'.repeat(40), commits: ['e'.repeat(40)] })
  const { log, warnings } = await commented(stage, failed, { run: { payload: async () => undefined, ...run } })
  expect(warnings).toEqual([])
  expect(github.comments.map((comment) => comment.number)).toEqual(number === undefined ? [] : [number])
  if (number === undefined) expect(log.join()).toContain('nothing to comment on')
})

test('a token that may only read gives a warning with the lines that the workflow file needs', async () => {
  const stage = await setGitHub()
  stage.github.pull()
  stage.github.permits('pull-requests: read')
  const { log, warnings } = await commented(stage, failed)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toMatch(
    /the verdict stands.*HTTP 403.*permissions: pull-requests: write; the token of a pull request from a fork/,
  )
  expect(log).toEqual(['  | permissions:', '  |   pull-requests: write'])
})

test.each([
  ['hangs', hang(), 30_000],
  ['is down', serverError(500), 30_000],
  ['says it is too much', serverError(429, { retryAfter: '600' }), 100],
  ['answers nonsense', answer(200, { 'content-type': 'application/json' }, '{'), 10_000],
])('when GitHub %s there is a warning in time', async (_, fault, limit) => {
  const stage = await setGitHub()
  stage.github.pull()
  stage.github.on('any').always(fault)
  const { warnings } = await commented(stage, failed)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).not.toContain(stage.github.token)
  expect(stage.clock.now()).toBeLessThanOrEqual(limit)
})

test.each([
  ['after the deadline of the step GitHub has a moment', -1, 700],
  ['before the deadline of the step GitHub has what is left', 5000, 5000],
])('%s', async (_, deadline, ms) => {
  const stage = await setGitHub()
  stage.github.on('any').always(hang())
  const { warnings } = await commented(stage, { ...failed, conclusion: 'timed-out' }, { step: { deadline } })
  expect(warnings[0]).toContain('GitHub did not answer in ')
  expect(stage.clock.now()).toBe(ms)
})

test('after a cancellation nothing is asked, and one in the middle ends it', async () => {
  const stage = await setGitHub()
  await commented(stage, { ...failed, conclusion: 'cancelled' })
  const end = new AbortController()
  stage.github.on('any').always(hang())
  void stage.clock.sleep(500).then(() => end.abort())
  const { warnings } = await commented(stage, failed, { rim: { cancelled: end.signal } })
  await commented(stage, failed, { rim: { cancelled: end.signal } })
  expect(warnings[0]).toContain('the workflow was cancelled')
  expect(stage.clock.now()).toBe(500)
  expect(stage.asked()).toEqual(['comments'])
})

test('without a token there is a warning, and modes that judge nothing say nothing', async () => {
  const stage = await setGitHub()
  expect((await commented(stage, failed, { token: undefined })).warnings[0]).toContain('github-token is empty')
  for (const mode of ['start', 'cancel']) await commented(stage, { ...passed, mode })
  expect(stage.asked()).toEqual([])
})

test('a comment whose answer was lost is not written twice', async () => {
  const stage = await setGitHub()
  stage.github.pull()
  stage.github.on('create comment').answers(reset('after acting'))
  expect((await commented(stage, failed)).log).toEqual(['comment: the one on pull request #123 was written'])
  expect(stage.github.comments).toHaveLength(1)
  stage.github.on('create comment').answers(reset('before acting'))
  expect((await commented(stage, failed, { run: { job: 'other' } })).warnings).toHaveLength(1)
})
