/** Steps without credentials: which case it is, the ways out, and that going on without them says so everywhere. */
import { describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../src/rim.ts'
import { readReport, setStage } from '../support/action.ts'

const NONE = { 'client-id': '', 'client-secret': '' }
const OURS = 'octo-org/demo'

type Facts = Partial<Pick<WorkflowRun, 'event' | 'actor' | 'repository'>>

/** What GitHub sends of a pull request from that repository; null when the repository is gone. */
function pullRequest(from: string | null, fork: boolean): object {
  const repo = from === null ? null : { full_name: from, fork }
  return { pull_request: { head: { repo } }, repository: { full_name: OURS }, sender: { login: 'mona' } }
}

const FORK = /^(NOT TESTED: )?the pull request comes from a fork, and GitHub gives it no secrets; test it on a branch of this/
const DEPENDABOT = /^(NOT TESTED: )?the run was triggered by Dependabot, .* secrets for Dependabot; put the credentials there too/
const OVERSIGHT = /^(NOT TESTED: )?credentials are empty: .*spelled right.*environment.*secrets: inherit; client-id/

const CASES: readonly (readonly [what: string, facts: Facts, payload: unknown, expected: RegExp])[] = [
  ['a pull request from a fork', { event: 'pull_request' }, pullRequest('mallory/demo', true), FORK],
  ['a review of a pull request from a fork', { event: 'pull_request_review' }, pullRequest('mallory/demo', true), FORK],
  ['a pull request from a fork that is gone', { event: 'pull_request' }, pullRequest(null, true), FORK],
  ['a fork without a name', { event: 'pull_request' }, { pull_request: { head: { repo: { fork: true } } } }, FORK],
  [
    'a fork, where only the runner names the repository',
    { event: 'pull_request', repository: OURS },
    { pull_request: { head: { repo: { full_name: 'mallory/demo' } } } },
    FORK,
  ],
  ['a run that Dependabot triggered', { event: 'push', actor: 'dependabot[bot]' }, undefined, DEPENDABOT],
  [
    'a pull request of Dependabot, by its event alone',
    { event: 'pull_request' },
    { ...pullRequest(OURS, false), sender: { login: 'dependabot[bot]' } },
    DEPENDABOT,
  ],
  [
    'a pull request of Dependabot in a repository that is a fork',
    { event: 'pull_request', actor: 'dependabot[bot]' },
    pullRequest(OURS, true),
    DEPENDABOT,
  ],
  ['a pull request from a branch of ours', { event: 'pull_request' }, pullRequest(OURS, false), OVERSIGHT],
  ['the same in a repository that is a fork itself', { event: 'pull_request' }, pullRequest(OURS, true), OVERSIGHT],
  ['a fork that gets the secrets', { event: 'pull_request_target' }, pullRequest('mallory/demo', true), OVERSIGHT],
  ['a push', { event: 'push', actor: 'mona' }, { sender: { login: 'mona' } }, OVERSIGHT],
  ['an event that says nothing', { event: 'pull_request' }, {}, OVERSIGHT],
  ['an event that is no object', { event: 'pull_request' }, 'pull_request', OVERSIGHT],
  [
    'an event in a shape of its own',
    { event: 'pull_request' },
    { pull_request: { head: 7 }, sender: 'dependabot[bot]' },
    OVERSIGHT,
  ],
  ['no event', { event: 'pull_request' }, undefined, OVERSIGHT],
]

/** A step without credentials in such a run. */
async function step(facts: Facts, payload: unknown, changes: Readonly<Record<string, string>> = {}) {
  const { run, asked } = await setStage()
  const told = await run({ ...NONE, ...changes }, { workflowRun: { ...facts, payload: () => Promise.resolve(payload) } })
  expect(asked()).toEqual([])
  return told
}

describe('a step without credentials says in its first words which case it is', () => {
  test.each(CASES)('%s', async (_, facts, payload, expected) => {
    const { exitCode, outputs, annotations, summaries } = await step(facts, payload)
    expect([exitCode, outputs['conclusion'], outputs['error-kind']]).toEqual([1, 'error', 'config'])
    expect(outputs['message']).toMatch(expected)
    expect(outputs['message']).toMatch(/client-id is required.*client-secret is required/)
    expect(annotations[0]?.message).toMatch(expected)
    expect(summaries.at(-1)).toMatch(/GitHub gives|inherit<\/b>/)
  })

  test.each(CASES)('%s, and the same where it is told to go on', async (_, facts, payload, expected) => {
    const { exitCode, outputs, annotations, summaries } = await step(facts, payload, { 'on-missing-credentials': 'skip' })
    expect([exitCode, outputs['conclusion']]).toEqual([0, 'skipped'])
    expect(outputs['message']).toMatch(expected)
    for (const told of [outputs['message'], annotations[0]?.title, summaries.at(-1)]) expect(told).toContain('NOT TESTED')
    expect(annotations).toHaveLength(1)
  })
})

describe('going on without is advised', () => {
  const facts = { event: 'pull_request' }
  const fork = pullRequest('mallory/demo', true)
  test('where it helps', async () => {
    expect((await step(facts, fork)).outputs['message']).toContain('or set on-missing-credentials: skip')
    const dependabot = { actor: 'dependabot[bot]' }
    expect((await step(dependabot, undefined)).outputs['message']).toContain('or set on-missing-credentials: skip')
  })

  test('not where it is set, nor where other inputs are wrong, nor where it would hide an oversight', async () => {
    const skip = { 'on-missing-credentials': 'skip' }
    for (const told of [
      await step(facts, fork, skip),
      await step(facts, fork, { ...skip, 'timeout-minutes': 'soon' }),
      await step({ event: 'push' }, {}),
    ])
      expect(told.outputs['message']).not.toContain('or set')
  })
})

test('the way out comes before the credentials, and after other mistakes where it is a guess', async () => {
  const only = await step({ event: 'push' }, {})
  expect(only.outputs['message']).toMatch(/^credentials are empty: .*called with secrets: inherit; client-id is required/)
  const besides = await step({ event: 'push' }, {}, { 'timeout-minutes': 'soon' })
  expect(besides.outputs['message']).toMatch(/^timeout-minutes is "soon".*; client-secret is required.*; credentials are empty: /)
})

test('the event is not read where no credential is missing', async () => {
  const { run, mayRefuse } = await setStage()
  mayRefuse()
  const read: unknown[] = []
  const payload = (): Promise<unknown> => Promise.resolve(read.push('payload'))
  await run({ 'timeout-minutes': 'soon' }, { workflowRun: { event: 'pull_request', payload } })
  await run({ suite: 'nobody knows it' }, { workflowRun: { event: 'pull_request', payload } })
  expect(read).toEqual([])
})

test('an event that cannot be read changes nothing', async () => {
  const { run } = await setStage()
  const told = await run(NONE, { workflowRun: { event: 'pull_request', payload: () => Promise.reject(new Error('gone')) } })
  expect(told.outputs['message']).toMatch(OVERSIGHT)
})

test('who wrote the event cannot write into what is told', async () => {
  const hostile = '::set-output name=x::y\n##[error]<img src=x> @octocat'
  const event = {
    pull_request: { head: { repo: { full_name: hostile, fork: true } } },
    sender: { login: hostile },
    repository: { full_name: OURS },
  }
  const told = await step({ event: 'pull_request' }, event)
  expect(JSON.stringify([told.log, told.outputs, told.annotations, told.summaries])).not.toMatch(/octocat|set-output/)
  expect(String(await readReport(told, 'summary.md'))).not.toMatch(/octocat|set-output/)
})
