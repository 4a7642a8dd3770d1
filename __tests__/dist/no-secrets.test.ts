/** Pull requests from forks and from Dependabot get no secrets: red by default, green on demand, and then NOT TESTED. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { errorsOf, expectEnd, setBundle, warningsOf } from '../support/bundle.ts'
import { TWO_GOOD } from '../support/utterances.ts'

const NO_CREDENTIALS = { 'client-id': '', 'client-secret': '' }
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'events-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The environment of a pull request from another repository, or of one by somebody. */
async function pullRequest(actor: string, from: string): Promise<Record<string, string>> {
  const path = join(folder, `${actor}-${from.replace('/', '-')}.json`)
  const pull = {
    number: 7,
    user: { login: actor },
    head: { repo: { full_name: from, fork: from !== 'octo-org/demo' } },
    base: { repo: { full_name: 'octo-org/demo' } },
  }
  await writeFile(
    path,
    JSON.stringify({ pull_request: pull, sender: { login: actor }, repository: { full_name: 'octo-org/demo' } }),
  )
  return {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: path,
    GITHUB_ACTOR: actor,
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_HEAD_REF: 'topic',
  }
}

const CASES = [
  ['a fork', 'mallory', 'mallory/demo', 'the pull request comes from a fork'],
  ['Dependabot', 'dependabot[bot]', 'octo-org/demo', 'the run was triggered by Dependabot'],
  ['a branch of ours', 'mona', 'octo-org/demo', 'credentials are empty'],
] as const

test.each(CASES)(
  'case 25: in a pull request from %s the step is red by default, sends nothing and says why',
  async (_, actor, from, why) => {
    const { run, asked } = await setBundle()
    const step = await run(NO_CREDENTIALS, { environment: await pullRequest(actor, from) })
    expectEnd(step, 'error', 'config')
    expect(asked()).toEqual([])
    expect(step.outputs['message']).toMatch(/client-id is required.*client-secret is required/)
    expect(step.outputs['message']).toContain(why)
    expect(errorsOf(step)).toEqual([expect.stringContaining(why)])
  },
)

test.each(CASES)(
  'case 25: in a pull request from %s the step may skip, and says NOT TESTED everywhere',
  async (_, actor, from, why) => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    const step = await run(
      { ...NO_CREDENTIALS, 'on-missing-credentials': 'skip' },
      { environment: await pullRequest(actor, from) },
    )
    expectEnd(step, 'skipped')
    expect(asked()).toEqual([])
    expect(step.outputs['message']).toContain(`NOT TESTED: ${why}`)
    expect(step.summary).toContain('NOT TESTED')
    expect(step.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual(['warning: NOT TESTED'])
    expect(warningsOf(step)[0]).toContain('NOT TESTED')
    expect(step.log.join('\n')).toContain('NOT TESTED')
    expect(step.outputs).toMatchObject({ total: '', passed: '', 'pass-rate': '' })
  },
)

test.each([
  ['only one of two credentials', { 'client-secret': '' }],
  ['blanks in their place', { 'client-id': ' ', 'client-secret': ' \n' }],
])('case 25: %s count as missing', async (_, changes) => {
  const { run, asked } = await setBundle()
  expectEnd(await run(changes), 'error', 'config')
  expectEnd(await run({ ...changes, 'on-missing-credentials': 'skip' }), 'skipped')
  expect(asked()).toEqual([])
})

test.each([
  ['another input is wrong', { 'timeout-minutes': 'soon' }],
  ['another input is missing', { 'bot-id': '' }],
  ['the suite is missing', { suite: '' }],
  ['the word for skipping is wrong', { 'on-missing-credentials': 'Skip' }],
])('case 25: a step that may skip is red nevertheless where %s', async (_, changes) => {
  const { run, asked } = await setBundle()
  expectEnd(await run({ ...NO_CREDENTIALS, 'on-missing-credentials': 'skip', ...changes }), 'error', 'config')
  expect(asked()).toEqual([])
})

test('case 25: a step that may skip and has credentials does not', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  expectEnd(await run({ 'on-missing-credentials': 'skip' }), 'passed')
})

test('case 25: credentials that are refused are no reason to skip', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  expectEnd(await run({ 'on-missing-credentials': 'skip', 'client-secret': 'of another app' }), 'error', 'auth')
})
