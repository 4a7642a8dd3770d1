/** Steps that are compared with what a branch came to before. */
import { describe, expect, test } from '@jest/globals'
import { testCase } from '../../simulator/kapso/test-case.ts'
import type { Utterance } from '../../simulator/kore/batch-suite.ts'
import { setKapsoStage } from '../kapso/stage.ts'
import { type Stage, type StepRecord, setStage } from '../support/action.ts'
import { gitHubAfter, WORKFLOW_RUN } from '../support/earlier-run.ts'
import { ONE_BAD, TWO_GOOD, utterances } from '../support/utterances.ts'

const AGAINST_MAIN = { baseline: 'main', 'fail-on': 'regressions', 'github-token': 'ghs_token' }

/** Runs the suite as it was on main, and then as it is now. */
async function compared(
  before: readonly Utterance[],
  now: readonly Utterance[],
  gate: Readonly<Record<string, string>> = {},
): Promise<{ step: StepRecord; stage: Stage }> {
  const stage = await setStage()
  stage.kore.suite('Regression', before)
  const earlier = await stage.run({}, { workflowRun: WORKFLOW_RUN })
  stage.kore.suite('Regression', now)
  const options = { workflowRun: WORKFLOW_RUN, github: gitHubAfter(earlier) }
  return { step: await stage.run({ ...AGAINST_MAIN, ...gate }, options), stage }
}

describe('with fail-on: regressions', () => {
  test('what failed on main and fails now is green, and told', async () => {
    const { step } = await compared([...TWO_GOOD, ONE_BAD], [...TWO_GOOD, ONE_BAD])
    expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'passed'])
    expect(step.outputs).toMatchObject({ failed: '1', regressions: '0', fixed: '0' })
    expect(step.outputs['message']).toBe(
      'no regressions against main: 2 of 3 utterances passed; the one that failed did not pass on main either',
    )
    expect(step.log.join('\n')).toContain('no regressions against main')
  })

  test('what passed on main and fails now is red', async () => {
    const { step } = await compared(utterances(4), [
      ...utterances(3),
      ...utterances(0, 1).map((bad) => ({ ...bad, input: 'good 4' })),
    ])
    expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, 'failed'])
    expect(step.outputs).toMatchObject({ failed: '1', regressions: '1', fixed: '0' })
    expect(step.outputs['message']).toMatch(/^1 of 4 utterances regressed: it passed on main/)
  })

  test('what failed on main and passes now is fixed', async () => {
    const { step } = await compared([...TWO_GOOD, ONE_BAD], TWO_GOOD)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', fixed: '0', regressions: '0' })
    const healed = TWO_GOOD.map((good) => ({ ...good, input: ONE_BAD.input })).slice(0, 1)
    const { step: other } = await compared([...TWO_GOOD, ONE_BAD], [...TWO_GOOD, ...healed])
    expect(other.outputs).toMatchObject({ conclusion: 'passed', fixed: '1', regressions: '0' })
  })

  test('a new case that fails is green, and max-failures still holds', async () => {
    const { step } = await compared(TWO_GOOD, [...TWO_GOOD, ONE_BAD])
    expect(step.outputs).toMatchObject({ conclusion: 'passed', regressions: '0' })
    const { step: held } = await compared(TWO_GOOD, [...TWO_GOOD, ONE_BAD], { 'max-failures': '0' })
    expect(held.outputs).toMatchObject({ conclusion: 'failed', message: '1 of 3 utterances failed; max-failures allows 0' })
  })

  test('must-pass still holds', async () => {
    const { step } = await compared([...TWO_GOOD, ONE_BAD], [...TWO_GOOD, ONE_BAD], { 'must-pass': ONE_BAD.input })
    expect(step.outputs).toMatchObject({ conclusion: 'failed', message: expect.stringMatching(/^must-pass asks for/) })
  })

  test('no baseline yet counts as failures, which is said plainly', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    const step = await run(AGAINST_MAIN, { workflowRun: WORKFLOW_RUN, github: gitHubAfter(undefined) })
    expect(step.outputs).toMatchObject({ conclusion: 'failed', regressions: '', fixed: '' })
    expect(step.outputs['message']).toBe(
      '1 of 3 utterances failed; the check needs 100 % to pass, and 66.66 % did; treated as fail-on: failures, because there is no baseline yet: ci.yml has no finished run on main',
    )
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringMatching(/^there is no baseline yet/) }),
    )
  })

  test('a GitHub that cannot be reached changes nothing but that', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const step = await run(AGAINST_MAIN, { workflowRun: WORKFLOW_RUN })
    expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'passed'])
    expect(step.outputs['message']).toMatch(
      /^all 2 utterances that ran passed; treated as fail-on: failures, because there is no baseline/,
    )
  })
})

test('a baseline is asked for only when the run has begun', async () => {
  const { kore, run, asked } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const begun: string[][] = []
  const github = async (): Promise<never> => {
    begun.push(asked())
    throw new Error('not there')
  }
  await run(AGAINST_MAIN, { workflowRun: WORKFLOW_RUN, github })
  expect(begun).toHaveLength(1)
  expect(begun[0]).toContain('start')
})

test('without fail-on a baseline is shown, and no verdict goes by it', async () => {
  const { step } = await compared(TWO_GOOD, [...TWO_GOOD, ONE_BAD], { 'fail-on': '' })
  expect(step.outputs).toMatchObject({ conclusion: 'failed', regressions: '0', fixed: '0' })
  expect(step.outputs['message']).toBe('1 of 3 utterances failed; the check needs 100 % to pass, and 66.66 % did')
})

test('the token of GitHub is a secret like others', async () => {
  const { step } = await compared(TWO_GOOD, TWO_GOOD)
  expect(step.masks).toContain('ghs_token')
})

describe('a score that the judge gave', () => {
  async function scores(before: number, now: number, tolerance: string): Promise<StepRecord> {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [testCase('Refund', { score: before })])
    const earlier = await run({}, { workflowRun: WORKFLOW_RUN })
    kapso.suite('Regression', [testCase('Refund', { score: now })])
    const inputs = { ...AGAINST_MAIN, 'regression-tolerance': tolerance }
    return run(inputs, { workflowRun: WORKFLOW_RUN, github: gitHubAfter(earlier) })
  }

  test.each([
    [0.95, 0.9, '0.1', 'passed'],
    [0.95, 0.83, '0.1', 'failed'],
    [0.95, 0.94, '', 'failed'],
    [0.85, 0.95, '', 'passed'],
    [0.82, 0.78, '0.1', 'failed'],
  ])('was %d on main and is %d with a tolerance of %j: %s', async (before, now, tolerance, conclusion) => {
    const { outputs } = await scores(before, now, tolerance)
    expect(outputs['conclusion']).toBe(conclusion)
    expect(Number(outputs['regressions']) > 0).toBe(conclusion === 'failed')
  })
})
