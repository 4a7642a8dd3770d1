/** The bundled action on simulated GitHub: the baseline, the comment, and where the token goes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { hang } from '../../simulator/faults.ts'
import { type GitHubSimulator, startGitHub } from '../../simulator/github/github.ts'
import { mistaken, understood } from '../../simulator/kore/batch-suite.ts'
import { breaches } from '../github/api-description.ts'
import { type BundleStage, expectEnd, HASTY, type Step, setBundle, toldBy, warningsOf } from '../support/bundle.ts'

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

interface Scene extends BundleStage {
  readonly github: GitHubSimulator
  /** A step on pull request 123 that compares with `main` and always comments. */
  onPull(environment?: Readonly<Record<string, string>>): Promise<Step>
}

async function setScene(): Promise<Scene> {
  const bundle = await setBundle()
  const github = await startGitHub()
  const folder = await mkdtemp(join(tmpdir(), 'event-'))
  cleanUps.push(async () => {
    await rm(folder, { recursive: true })
    await github.close()
    expect(github.exchanges.flatMap(breaches)).toEqual([])
  })
  const event = join(folder, 'event.json')
  await writeFile(event, JSON.stringify({ pull_request: { number: 123 } }))
  github.pull()
  const environment = {
    GITHUB_API_URL: github.address,
    GITHUB_WORKFLOW_REF: 'octo-org/demo/.github/workflows/ci.yml@refs/pull/123/merge',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
  }
  const wish = { baseline: 'main', comment: 'always', 'github-token': github.token }
  return {
    ...bundle,
    github,
    onPull: (changes = {}) => bundle.run(wish, { environment: { ...environment, ...changes } }),
  }
}

test('the step is compared with the run on main, and the comment says what changed', async () => {
  const { kore, github, run, onPull } = await setScene()
  kore.suite('Regression', [understood('hello', 'Greet')])
  const main = await run()
  const files = { 'ctrf.json': (await main.file('ctrf.json')).toString() }
  await github.artifact(github.run(), 'agent-test-gate-test-0-1', files)
  kore.suite('Regression', [mistaken('hello', 'Greet', 'Bye')])
  const step = await onPull()
  expectEnd(step, 'failed')
  expect(step.outputs['regressions']).toBe('1')
  expect(github.comments.map(({ body }) => body.includes('1 regression'))).toEqual([true])
  expect(toldBy(step)).not.toContain(github.token)
  const elsewhere = github.store.requests.map(({ headers, target }) => JSON.stringify([headers, target]))
  expect(elsewhere).toHaveLength(1)
  expect(elsewhere[0]).not.toContain(github.token)
})

test('a GitHub that is silent changes no verdict', async () => {
  const { kore, github, onPull } = await setScene()
  kore.suite('Regression', [understood('hello', 'Greet')])
  github.on('any').always(hang())
  const step = await onPull(HASTY)
  expectEnd(step, 'passed')
  expect(warningsOf(step).some((warning) => warning.startsWith('comment: it could not be written'))).toBe(true)
})
