/** The recipes of `examples/`, played through the bundled action as far as that can be, with all their vendors and GitHub simulated. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { startDemo } from '../../simulator/demo.ts'
import { type GitHubSimulator, startGitHub } from '../../simulator/github/github.ts'
import { startKapsoDemo } from '../../simulator/kapso/demo.ts'
import { testCase } from '../../simulator/kapso/test-case.ts'
import { mistaken, understood } from '../../simulator/kore/batch-suite.ts'
import { startKorePublish } from '../../simulator/kore/publish.ts'
import { startOmilia } from '../../simulator/omilia/studio.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { type ArtifactStore, startArtifactStore } from '../support/artifact-store.ts'
import { ROOT, warningsOf } from '../support/bundle.ts'
import { cleanUp } from '../support/runner.ts'
import { type Played, playWorkflow, type Surroundings } from '../support/workflow-player.ts'

const FOLDER = join(ROOT, 'examples')
const WORKSPACE = join(ROOT, '__tests__', 'fixtures', 'examples')
const QUICK = { runsLastMs: 0 }
/** At this speed a minute, which is how long GitHub may take, outlasts what a busy machine is late by. */
const CLOCK_SCALE = 50

jest.setTimeout(60_000)

let store: ArtifactStore
let folder: string
const closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  store = await startArtifactStore()
  folder = await mkdtemp(join(tmpdir(), 'event-'))
  await writeFile(join(folder, 'pull_request.json'), JSON.stringify({ pull_request: { number: 123 } }))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(async () => {
  await rm(folder, { recursive: true, maxRetries: 3 })
  await store.close()
  await cleanUp()
})

/** All vendors of the recipes, and what a repository would have set up for them. */
async function openVendors() {
  const unlimited = { callsPerMinute: Number.POSITIVE_INFINITY, callsPerHour: Number.POSITIVE_INFINITY }
  const [kore, publish, kapso, omilia] = await Promise.all([
    startDemo({ ...QUICK, ...unlimited }),
    startKorePublish(),
    startKapsoDemo(QUICK),
    startOmilia(),
  ])
  closing.push(kore.close, publish.close, kapso.close, omilia.close)
  omilia.project('Airline', { cases: [passed('book a flight'), passed('cancel a flight')] })
  return {
    kore,
    omilia,
    addresses: new Map([
      ['kore-batch', kore.address],
      ['kore-publish', publish.address],
      ['kapso', kapso.base],
      ['omilia', omilia.baseUrl],
    ]),
    vars: {
      KORE_BOT_ID: kore.behaviour.botId,
      KAPSO_AGENT_ID: kapso.behaviour.agentId,
      KAPSO_SUITE_ID: kapso.suite('Change of address', [testCase('Adresse ändern')]).id,
      OMILIA_URL: omilia.baseUrl,
      OMILIA_AUTH_URL: omilia.signIn.address,
      OMILIA_REALM: omilia.behaviour.realm,
    },
    secrets: {
      KORE_CLIENT_ID: kore.behaviour.clientId,
      KORE_CLIENT_SECRET: kore.behaviour.clientSecret,
      KORE_ADMIN_CLIENT_ID: publish.behaviour.clientId,
      KORE_ADMIN_CLIENT_SECRET: publish.behaviour.clientSecret,
      KAPSO_API_KEY: kapso.behaviour.apiKey,
      OMILIA_TOKEN: omilia.behaviour.apiKey,
      OMILIA_USER: omilia.behaviour.username,
      OMILIA_PASSWORD: omilia.behaviour.password,
    },
  }
}

/** How a run of a recipe differs from one of a pull request of the repository itself. */
type Circumstances = Partial<Pick<Surroundings, 'eventName' | 'secrets' | 'cancelledAfter'>>

/** A repository in which one recipe lies; its text is that of the file of this name unless given. */
async function openRepository(name: string, given?: string) {
  const { addresses, vars, secrets, ...vendors } = await openVendors()
  const github = await startGitHub()
  closing.push(github.close)
  github.pull()
  const text = given ?? (await readFile(join(FOLDER, name), 'utf8'))
  const environment = {
    GITHUB_API_URL: github.address,
    GITHUB_WORKSPACE: WORKSPACE,
    GITHUB_WORKFLOW_REF: `octo-org/demo/.github/workflows/${name}@refs/heads/main`,
  }
  const inputs = ({ provider = '' }): Record<string, string> => {
    const address = addresses.get(provider)
    return address === undefined ? {} : { 'poll-interval-seconds': '0.5', 'base-url': address }
  }
  return {
    ...vendors,
    github,
    /** Plays the recipe once, as a workflow run of its own. */
    play({ eventName = 'pull_request', ...circumstances }: Circumstances = {}): Promise<Played> {
      github.run({ workflow: name, branch: 'change', event: eventName, status: 'in_progress', conclusion: null })
      return playWorkflow(text, {
        ...{ vars, secrets, inputs, eventName, ...circumstances },
        permit: (permissions) => github.permits(...WATCHED.filter((each) => isGranted(each, permissions))),
        request: {
          directory: ROOT,
          clockScale: CLOCK_SCALE,
          limitMs: 60_000,
          environment: { ...store.beginRun().environment, ...environment, GITHUB_EVENT_PATH: join(folder, `${eventName}.json`) },
          context: { 'github.token': github.token },
        },
      })
    },
    /** Keeps the report of the first step as that of a run of this workflow on `main`. */
    async keep(played: Played, job: string): Promise<void> {
      const report = await readFile(played.steps[0]?.result.main.outputs['ctrf-path'] ?? '', 'utf8')
      await github.artifact(github.run({ workflow: name }), `agent-test-gate-${job}-0-1`, { 'ctrf.json': report })
    },
  }
}

const WATCHED = ['actions: read', 'pull-requests: read', 'pull-requests: write'] as const

function isGranted(watched: (typeof WATCHED)[number], permissions: Readonly<Record<string, string>>): boolean {
  const [scope = '', wanted = ''] = watched.split(': ')
  return permissions[scope] === wanted || permissions[scope] === 'write'
}

function conclusionsOf({ steps }: Played): string[] {
  return steps.map(({ job, result }) => `${job}: ${result.main.outputs['conclusion']}`)
}

/** What the runner or the action finds fault with. */
function complaintsOf({ steps }: Played): string[] {
  return steps.flatMap(({ result }) => [...result.warnings, ...warningsOf(result.main)])
}

function bodiesOf({ comments }: GitHubSimulator): string[] {
  return comments.map(({ body }) => body)
}

/** What each recipe comes to when it is played first; `red` names the jobs that are, `told` are the warnings. */
const RECIPES: readonly [name: string, conclusions: string[], red?: string[], told?: RegExp[]][] = [
  ['required-check.yml', ['agent-tests: passed']],
  ['forks-and-merge-queue.yml', ['agent-tests: passed']],
  ['publish-then-test.yml', ['publish-and-test: passed', 'publish-and-test: passed']],
  ['matrix-one-verdict.yml', ['suite: passed', 'suite: failed', 'suite: passed', 'agent-tests: failed'], ['agent-tests']],
  ['start-and-collect.yml', ['start: started', 'collect: passed']],
  ['nightly-trend.yml', ['nightly: failed'], ['nightly'], [/^there is no baseline yet/]],
  ['suites-from-repository.yml', ['agent-tests: passed']],
  ['regressions-only.yml', ['agent-tests: failed'], ['agent-tests'], [/^there is no baseline yet/]],
  ['notify-chat.yml', ['nightly: failed'], ['nightly']],
  ['on-premises.yml', ['agent-tests: passed']],
  ['enterprise-server.yml', ['agent-tests: passed']],
  ['other-systems.yml', ['systems: passed', 'systems: passed', 'systems: passed', 'container: passed']],
  ['doctor.yml', ['doctor: passed']],
]

test.each(RECIPES)('%s comes to %j', async (name, conclusions, red = [], told = []) => {
  const { play, github } = await openRepository(name)
  const played = await play()

  expect(conclusionsOf(played)).toEqual(conclusions)
  expect([...played.jobs].flatMap(([job, result]) => (result === 'failure' ? [job] : []))).toEqual(red)
  expect(complaintsOf(played)).toEqual(told.map((each) => expect.stringMatching(each)))
  // Who a token belongs to is nothing that the token of a job may ask; the refusal is the answer.
  expect(github.refusals.filter(({ request }) => request.operation !== 'user')).toEqual([])
})

describe('a pull request of a fork', () => {
  test('is green and NOT TESTED where the merge queue is the gate', async () => {
    const { play } = await openRepository('forks-and-merge-queue.yml')
    const played = await play({ secrets: {} })
    expect(conclusionsOf(played)).toEqual(['agent-tests: skipped'])
    expect(played.steps[0]?.result.main.summary).toContain('NOT TESTED')
  })

  test('is red in the queue when the secrets are missing there', async () => {
    const { play } = await openRepository('forks-and-merge-queue.yml')
    const played = await play({ secrets: {}, eventName: 'merge_group' })
    expect(conclusionsOf(played)).toEqual(['agent-tests: error'])
    expect(played.steps[0]?.result.main.outputs['error-kind']).toBe('config')
  })
})

test('regressions-only.yml is red, and comments, for what main passed alone', async () => {
  const { play, keep, kore, github } = await openRepository('regressions-only.yml')
  const known = [mistaken('where is it', 'Status', 'Baggage'), mistaken('what do penguins eat', 'None', 'Meal')]
  kore.suite('Flight booking', [understood('cancel my booking', 'Cancel'), ...known])
  await keep(await play({ eventName: 'push' }), 'agent-tests')

  expect(conclusionsOf(await play())).toEqual(['agent-tests: passed'])
  expect(bodiesOf(github)).toEqual([])

  kore.suite('Flight booking', [mistaken('cancel my booking', 'Cancel', 'Change'), ...known])
  const broken = await play()
  expect(conclusionsOf(broken)).toEqual(['agent-tests: failed'])
  expect(complaintsOf(broken)).toEqual([])
  expect(bodiesOf(github)).toEqual([expect.stringContaining('1 regression')])
})

test('nightly-trend.yml shows the nights before', async () => {
  const { play, keep } = await openRepository('nightly-trend.yml')
  await keep(await play({ eventName: 'schedule' }), 'nightly')
  const second = await play({ eventName: 'schedule' })
  expect(second.steps[0]?.result.main.summary).toContain('xychart')
  expect(complaintsOf(second)).toEqual([])
})

test('start-and-collect.yml stops what it started when the workflow is cancelled in between', async () => {
  const { play, omilia } = await openRepository('start-and-collect.yml')
  omilia.nextRun().neverEnds()
  const played = await play({ cancelledAfter: 'start' })
  expect(conclusionsOf(played)).toEqual(['start: started', 'stop: cancelled'])
  expect(Object.fromEntries(played.jobs)).toEqual({ start: 'success', collect: 'skipped', stop: 'success' })
  expect([omilia.jobs.length, omilia.underWay().length]).toEqual([1, 0])
})

test('the ten lines at the top of the README are a check that passes', async () => {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8')
  const [, sample = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(readme) ?? []
  expect(sample.trimEnd().split('\n')).toHaveLength(10)
  const { play } = await openRepository('agent-tests.yml', sample)
  const played = await play()
  expect(conclusionsOf(played)).toEqual(['agent-tests: passed'])
  expect(complaintsOf(played)).toEqual([])
})

test('every recipe is played, and the README leads to it', async () => {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.yml'))
  expect(files.sort()).toEqual(RECIPES.map(([name]) => name).sort())
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8')
  expect(files.filter((name) => !readme.includes(`examples/${name}`))).toEqual([])
})
