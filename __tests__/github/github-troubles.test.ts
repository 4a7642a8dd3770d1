/** What becomes of GitHub's refusals, and of what goes wrong on the way. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { answer, hang, html, huge, json, redirect, reset, serverError } from '../../simulator/faults.ts'
import { asTrouble, type Trouble } from '../../src/trouble.ts'
import { type GitHubStage, setGitHub } from './github-stage.ts'

async function troubleOf(asked: Promise<unknown>): Promise<Trouble> {
  return asked.then(
    () => {
      throw new Error('It should have been refused')
    },
    (thrown) => asTrouble(thrown),
  )
}

function runs({ connect }: GitHubStage): Promise<unknown> {
  return connect().newestRuns('ci.yml', 'main', 50)
}

const LIMIT = { 'x-ratelimit-remaining': '0', 'content-type': 'application/json' }
const passing: readonly (readonly [what: string, fault: Fault])[] = [
  ['a 502', serverError(502)],
  ['a 503 with Retry-After', serverError(503, { retryAfter: '3' })],
  ['a 429 with Retry-After', serverError(429, { retryAfter: '2' })],
  ['a 403 for the second rate limit', answer(403, { 'retry-after': '2' }, '{}')],
  [
    'a 403 for the rate limit that ends soon',
    answer(403, { ...LIMIT, 'x-ratelimit-reset': String(Date.UTC(2026, 4, 4, 12, 0, 9) / 1000) }, '{}'),
  ],
  ['a reset', reset('before acting')],
  ['a reset inside the answer', reset('inside the body')],
  ['an answer that is no JSON', html()],
  ['an answer of another shape', json({ workflow_runs: 'none' })],
]

test.each(passing)('after %s the list is asked for again', async (_, fault) => {
  const stage = await setGitHub()
  stage.github.run()
  stage.github.on('runs').answers(fault)
  expect(await runs(stage)).toHaveLength(1)
  expect(stage.asked()).toEqual(['runs', 'runs'])
})

test('what GitHub asks us to wait is waited', async () => {
  const stage = await setGitHub()
  stage.github.run()
  stage.github.on('runs').answers(serverError(429, { retryAfter: '7' }))
  await runs(stage)
  expect(stage.clock.now()).toBeGreaterThanOrEqual(7000)
})

const lasting: readonly (readonly [what: string, fault: Fault, said: RegExp, tries: number])[] = [
  ['a 401', answer(401, {}, '{"message":"Bad credentials"}'), /HTTP 401: the token in github-token is invalid or has expired/, 1],
  ['a 404', answer(404, {}, '{}'), /permissions:\n {2}actions: read$/, 1],
  [
    'a rate limit that ends later than we wait',
    answer(403, { ...LIMIT, 'x-ratelimit-reset': '9999999999' }, '{}'),
    /rate limit/,
    1,
  ],
  ['a 429 without an end', serverError(429), /rate limit/, 1],
  ['a redirect', redirect('https://evil.example/'), /redirect .*; the repository may have been renamed/, 1],
  ['server errors without end', serverError(500), /HTTP 500/, 4],
  ['answers of another shape without end', json([]), /not documented \(workflow_runs\)|not documented \(the whole answer\)/, 3],
  ['an answer that is too large', huge(11 * 1024 * 1024), /more than 10 MiB/, 3],
]

test.each(lasting)('%s ends the call', async (_, fault, said, tries) => {
  const stage = await setGitHub()
  stage.github.on('runs').always(fault)
  const { message } = await troubleOf(runs(stage))
  expect(message).toMatch(said)
  expect(message).toContain('/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs')
  expect(message).not.toContain(stage.github.token)
  expect(stage.asked()).toHaveLength(tries)
})

test('a token without the permission is told the lines that the workflow file needs', async () => {
  const stage = await setGitHub()
  stage.github.run()
  stage.github.permits('pull-requests: read')
  const listing = await troubleOf(runs(stage))
  expect(listing.message).toMatch(/HTTP 403: .*\npermissions:\n {2}actions: read$/)
  stage.github.pull()
  const writing = await troubleOf(stage.connect().createComment(123, 'x'))
  expect(writing.message).toMatch(/HTTP 403: .*\npermissions:\n {2}pull-requests: write$/)
})

test('silence ends with the time that was given', async () => {
  const stage = await setGitHub()
  stage.github.on('runs').always(hang())
  const end = new AbortController()
  void stage.clock.sleep(5000).then(() => end.abort())
  const { message } = await troubleOf(stage.connect({ signal: end.signal }).newestRuns('ci.yml', 'main', 50))
  expect(message).toBe('the list of workflow runs: GitHub did not answer in time')
  expect(stage.clock.now()).toBe(5000)
})

test('after the deadline nothing is asked', async () => {
  const stage = await setGitHub()
  await troubleOf(stage.connect({ deadline: stage.clock.now() }).newestRuns('ci.yml', 'main', 50))
  expect(stage.asked()).toEqual([])
})

test('a comment whose answer was lost is not written again', async () => {
  const stage = await setGitHub()
  stage.github.pull()
  stage.github.on('create comment').answers(reset('after acting'))
  await troubleOf(stage.connect().createComment(123, 'x'))
  expect(stage.github.comments).toHaveLength(1)
})

test('a comment that surely was not heard is written again', async () => {
  const stage = await setGitHub()
  stage.github.pull()
  stage.github.on('create comment').answers(serverError(429, { retryAfter: '1' }))
  await stage.connect().createComment(123, 'x')
  expect(stage.github.comments).toHaveLength(1)
})

test.each([
  ['http', 'http://files.example/a.zip'],
  ['an address of the network', 'https://10.0.0.1/a.zip'],
  ['IPv6', 'https://[fd00::1]/a.zip'],
  ['a user in it', 'https://user@files.example/a.zip'],
])('an artifact is not fetched from a link with %s', async (_, link) => {
  const stage = await setGitHub()
  const { id } = await stage.github.artifact(stage.github.run(), 'a', { 'ctrf.json': '{}' })
  stage.github.on('archive').always(redirect(link))
  const file = join(stage.temporary, 'a.zip')
  expect((await troubleOf(stage.connect().downloadArtifact(id, file))).facts.kind).toBe('security')
  await expect(stat(file)).rejects.toThrow('ENOENT')
})

test('a download that breaks off is taken up again', async () => {
  const stage = await setGitHub()
  const { id, zip } = await stage.github.artifact(stage.github.run(), 'a', { 'ctrf.json': 'x'.repeat(1000) })
  stage.github.store.on('blob').answers(reset('inside the body'), serverError(503))
  const file = join(stage.temporary, 'a.zip')
  await stage.connect().downloadArtifact(id, file)
  expect((await stat(file)).size).toBe(zip.length)
})
