/** The action's access to GitHub: what it asks, what it makes of answers, and where the token goes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ACTIONS } from '../../simulator/github/github.ts'
import { Runs } from '../../src/github-answers.ts'
import type { IssueComment } from '../../src/rim.ts'
import { setGitHub } from './github-stage.ts'

test('the newest runs come with what tells a run of this repository from that of a fork', async () => {
  const { github, connect } = await setGitHub()
  const old = github.run({ conclusion: 'failure' })
  const foreign = github.run({ from: github.fork, event: 'pull_request' })
  github.run({ branch: 'other' })
  github.run({ workflow: 'deploy.yml' })
  github.run({ status: 'in_progress', conclusion: null })
  expect(await connect().newestRuns('ci.yml', 'main', 50)).toEqual([
    { id: foreign.id, url: github.page(foreign), event: 'pull_request', conclusion: 'success', branch: 'main', isOwn: false },
    { id: old.id, url: github.page(old), event: 'push', conclusion: 'failure', branch: 'main', isOwn: true },
  ])
})

test('artifacts come from all pages, without those that are expired', async () => {
  const { github, connect, asked } = await setGitHub()
  const run = github.run()
  for (let number = 0; number < 230; number++) await github.artifact(run, `a-${number}`, Buffer.from('zip'), number === 7)
  const artifacts = await connect().artifactsOf(run.id)
  expect(artifacts).toHaveLength(229)
  expect(artifacts.at(-1)).toEqual({ id: 5229, name: 'a-229', size: 3 })
  expect(asked()).toEqual(['artifacts', 'artifacts', 'artifacts'])
})

test('an artifact is downloaded from another host, which never sees the token', async () => {
  const { github, connect, temporary } = await setGitHub()
  const { id, zip } = await github.artifact(github.run(), 'a', { 'ctrf.json': '{}' })
  const file = join(temporary, 'a.zip')
  await connect().downloadArtifact(id, file)
  expect(await readFile(file)).toEqual(zip)
  expect(github.requests[0]?.headers.authorization).toBe(`token ${github.token}`)
  expect(github.store.requests.map(({ headers }) => JSON.stringify(headers).includes(github.token))).toEqual([false])
})

test('a run whose fork is gone is not of this repository', () => {
  const run = { id: 1, html_url: 'x', event: 'push', repository: { id: 11 }, head_repository: null }
  expect(Runs.parse({ workflow_runs: [run] })).toEqual([
    { id: 1, url: 'x', event: 'push', conclusion: '', branch: '', isOwn: false },
  ])
})

test('comments come from all pages, and only as far as they are wanted', async () => {
  const { github, connect, asked } = await setGitHub()
  const { number } = github.pull()
  for (let count = 0; count < 250; count++) github.comment(number, count === 0 ? null : github.fork.owner, `comment ${count}`)
  github.comment(number, ACTIONS, 'ours')
  const seen: IssueComment[] = []
  for await (const comment of connect().comments(number)) {
    seen.push(comment)
    if (seen.length === 150) break
  }
  expect(asked()).toEqual(['comments', 'comments'])
  expect(seen[0]).toEqual({ id: 1000, body: 'comment 0', authorId: undefined, isByApp: false })
  const all = []
  for await (const comment of connect().comments(number)) all.push(comment)
  expect(all.at(-1)).toEqual({ id: 1250, body: 'ours', authorId: ACTIONS.id, isByApp: true })
})

test('comments are written and changed', async () => {
  const { github, connect } = await setGitHub()
  const { number } = github.pull()
  await connect().createComment(number, 'first')
  await connect().updateComment(1000, 'second ✅')
  expect(github.comments.map(({ author, body }) => [author?.login, body])).toEqual([['github-actions[bot]', 'second ✅']])
})

test('the account behind a token is known, and an app has none', async () => {
  const { github, connect } = await setGitHub()
  expect(await connect().userId()).toBeUndefined()
  expect(await connect({ token: github.tokenOf(github.fork.owner) }).userId()).toBe(github.fork.owner.id)
})

test('pull requests are found by their commit, and those of forks by their branch', async () => {
  const { github, connect } = await setGitHub()
  const own = 'd'.repeat(40)
  const foreign = 'e'.repeat(40)
  github.pull({ number: 5, sha: own })
  github.pull({ number: 6, sha: foreign, from: github.fork, branch: 'their/change' })
  github.pull({ number: 7, state: 'closed', commits: [own] })
  expect(await connect().pullRequestsOf(own)).toEqual([
    { number: 5, isOpen: true, headSha: own },
    { number: 7, isOpen: false, headSha: 'c'.repeat(40) },
  ])
  expect(await connect().pullRequestsOf(foreign)).toEqual([])
  expect(await connect().openPullRequests('stranger', 'their/change')).toEqual([{ number: 6, isOpen: true, headSha: foreign }])
})
