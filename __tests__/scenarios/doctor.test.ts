/** The mode `doctor`: what it finds, in sentences, and that it starts nothing. */
import { describe, expect, test } from '@jest/globals'
import { serverError } from '../../simulator/faults.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { lastingTrouble } from '../../src/trouble.ts'
import { type StepRecord, setStage } from '../support/action.ts'
import { gitHubAfter, WORKFLOW_RUN } from '../support/earlier-run.ts'
import { TWO_GOOD } from '../support/utterances.ts'

const DOCTOR = { mode: 'doctor' }
const ACCESS = { token: '', signal: new AbortController().signal, deadline: 0 }

/** The findings of the log, by what was looked at. */
function findings({ log }: StepRecord): string[] {
  return log.filter((line) => /^(OK|broken|limited|not checked) /.test(line))
}

async function stage() {
  const set = await setStage()
  set.kore.suite('Regression', TWO_GOOD)
  set.mayRefuse()
  return set
}

test('tells what holds, and what only a run can show', async () => {
  const { run, asked } = await stage()

  const step = await run(DOCTOR)

  expect(step.exitCode).toBe(0)
  expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '', 'run-id': '' })
  expect(asked()).toEqual(['status'])
  expect(findings(step)).toEqual([
    expect.stringMatching(/^OK inputs: /),
    expect.stringMatching(/^OK network: 127\.0\.0\.1:\d+ answered after \d+ ms$/),
    expect.stringMatching(/^\S+.* clock: /),
    expect.stringMatching(/^OK suite Regression: the app is accepted/),
    expect.stringMatching(/^not checked suite Regression: not known without a run: whether there is a suite/),
    expect.stringMatching(/^OK report directory: /),
    expect.stringMatching(/^OK artifact service: /),
  ])
  expect(step.summaries.at(-1)).toContain('Result')
})

test('names the suite that the vendor does not know', async () => {
  const { kore, run } = await stage()
  kore.on('status').always(koreError(400, 400, 'Test Suite not found'))
  const step = await run(DOCTOR)
  expect([step.exitCode, step.outputs['error-kind']]).toEqual([1, 'config'])
  expect(step.outputs['message']).toContain('has no suite by the name "Regression"')
})

test('names a scope that the app lacks', async () => {
  const { kore, run } = await stage()
  kore.behaves({ scopes: [] })
  const step = await run(DOCTOR)
  expect([step.exitCode, step.outputs['error-kind']]).toEqual([1, 'auth'])
  expect(step.outputs['message']).toContain('Batch Tests Execution')
})

test('tries once more what can pass, and says what stays', async () => {
  const { kore, run, asked } = await stage()
  kore.on('status').answers(serverError(503))
  expect((await run(DOCTOR)).outputs['conclusion']).toBe('passed')
  expect(asked()).toEqual(['status', 'status'])

  kore.on('status').always(serverError(503))
  expect((await run(DOCTOR)).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
})

test('a vendor that is not there is a broken network', async () => {
  const { kore, run } = await stage()
  await kore.goOffline()
  const step = await run(DOCTOR)
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network' })
  expect(findings(step).filter((line) => line.startsWith('broken network'))).toHaveLength(1)
})

test('every mistake in the inputs is told, and nothing is asked', async () => {
  const { run, asked } = await stage()
  const step = await run({ ...DOCTOR, 'bot-id': '', 'timeout-minutes': 'soon' })
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  expect(step.outputs['message']).toMatch(/bot-id.*|timeout-minutes/)
  expect(asked()).toEqual([])
})

test('a suite from the repository is read, and not sent', async () => {
  const { run, asked } = await stage()
  const step = await run({ ...DOCTOR, 'suite-path': 'missing.csv' })
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  expect(findings(step)).toContainEqual(expect.stringMatching(/^broken suite-path of Regression: .*missing\.csv/))
  expect(asked()).toEqual(['status'])
})

describe("GitHub's side", () => {
  test('an artifact service that answers after one hiccup holds', async () => {
    const { run } = await stage()
    let asked = 0
    const list = async (): Promise<[]> => {
      asked += 1
      if (asked === 1) throw new Error('Failed to ListArtifacts: Unable to make request: ECONNRESET')
      return []
    }
    expect(findings(await run(DOCTOR, { store: { list } }))).toContainEqual(expect.stringMatching(/^OK artifact service: /))
  })

  test('an artifact service that does not answer is told, and stays green', async () => {
    const { run } = await stage()
    const step = await run(DOCTOR, { store: { list: () => Promise.reject(new Error('not here')) } })
    expect(step.exitCode).toBe(0)
    expect(findings(step)).toContainEqual(expect.stringMatching(/^limited artifact service: .*set artifact to false/))
  })

  test('nor is one that is silent waited for', async () => {
    const { run } = await stage()
    const step = await run(DOCTOR, { store: { list: () => new Promise(() => undefined) } })
    expect([step.exitCode, step.tookMs <= 31_000]).toEqual([0, true])
    expect(findings(step)).toContainEqual(expect.stringMatching(/^limited artifact service/))
  })

  test('is not asked about what is not wanted', async () => {
    const { run } = await stage()
    const step = await run({ ...DOCTOR, artifact: 'false' })
    expect(findings(step).filter((line) => /artifact|baseline|comment/.test(line))).toEqual([])
  })

  test('a token that may not read runs is told with the lines to add', async () => {
    const { run } = await stage()
    const refuses = () => Promise.reject(lastingTrouble('auth', 'the token may not; add permissions: actions: read'))
    const step = await run(
      { ...DOCTOR, baseline: 'main', comment: 'always', 'github-token': 'ghs_0123456789' },
      { github: refuses, workflowRun: WORKFLOW_RUN },
    )
    expect(step.exitCode).toBe(0)
    expect(findings(step)).toContainEqual(
      'limited baseline main: there is no baseline: the token may not; add permissions: actions: read',
    )
    expect(findings(step)).toContainEqual(expect.stringMatching(/^not checked comment: /))
  })
})

describe('a baseline', () => {
  const COMPARED = { ...DOCTOR, baseline: 'main', artifact: 'false', 'github-token': 'ghs_0123456789' }

  test('is looked for as GitHub calls the workflow, by the name of its file', async () => {
    const { run } = await stage()
    const asked: unknown[] = []
    const github = async () => ({
      ...(await gitHubAfter(undefined)(ACCESS)),
      newestRuns: async (...wanted: unknown[]) => {
        asked.push(wanted)
        return []
      },
    })
    const step = await run(COMPARED, { github, workflowRun: WORKFLOW_RUN })
    expect(asked).toEqual([['ci.yml', 'main', 50]])
    expect(findings(step)).toContainEqual(expect.stringMatching(/^limited baseline main: there is no baseline yet/))
  })

  test('of a workflow of another repository is not looked for', async () => {
    const { run } = await stage()
    const workflowRun = { ...WORKFLOW_RUN, workflow: 'other/repo/.github/workflows/x.yml' }
    const step = await run(COMPARED, { workflowRun })
    expect(step.exitCode).toBe(0)
    expect(findings(step)).toContainEqual(
      expect.stringMatching(/^limited baseline main: there is no baseline: the workflow is not in this repository/),
    )
  })
})

test('a quarantine file that is wrong is broken, as it is in a run', async () => {
  const { run } = await stage()
  const step = await run({ ...DOCTOR, quarantine: 'missing.yml' })
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  expect(findings(step)).toContainEqual(expect.stringMatching(/^broken quarantine: .*missing\.yml/))
})

test('a cancelled doctor says so', async () => {
  const { run } = await stage()
  const step = await run(DOCTOR, { cancelled: AbortSignal.abort() })
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, 'cancelled'])
})

test.each([
  ['is cancelled', 'cancelled'],
  ['is out of time', 'timed-out'],
])('a step that %s while it waits for GitHub is not green, and blames nobody', async (_, conclusion) => {
  const { run } = await stage()
  const workflow = new AbortController()
  const list = (): Promise<never> => {
    if (conclusion === 'cancelled') workflow.abort()
    return new Promise(() => undefined)
  }
  const step = await run({ ...DOCTOR, 'timeout-minutes': '0.1' }, { cancelled: workflow.signal, store: { list } })
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, conclusion])
  expect(step.log.join('\n')).not.toContain('artifact service')
})
