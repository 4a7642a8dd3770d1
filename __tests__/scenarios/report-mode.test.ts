/** The mode `report`: one required check for the jobs of a matrix. */
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ctrf } from '../../src/report/ctrf.ts'
import { readReport, setStage } from '../support/action.ts'
import { FAILED, job, PASSED, report, store, warnings } from '../support/report-stage.ts'
import { aCase, anOutcome, aSuite, aSuiteWithoutResults, cases, resultsOf, START } from '../support/results.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

/** The workflow run was started again. */
const SECOND = { workflowRun: { job: 'report', attempt: 2 } }

describe('one verdict for all', () => {
  test('is passed when all passed, with the figures of all', async () => {
    job('smoke', [PASSED])
    job('metrics', [
      aSuite({ suite: 'NLU', results: resultsOf([aCase()], { metrics: { f1: 0.9, recall: 0.8 } }), runId: 'tr-2' }),
    ])
    const step = await report()
    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({
      conclusion: 'passed',
      'error-kind': '',
      message: 'all 2 suites passed',
      total: '3',
      passed: '3',
      failed: '0',
      'pass-rate': '100.00',
      f1: '0.9',
      recall: '0.8',
      'run-id': 'tr-1\ntr-2',
      'artifact-id': '3',
    })
    expect(warnings(step)).toEqual([])
  })

  test('is that of the worst, and tells what failed in files, summary and annotations', async () => {
    job('smoke', [PASSED])
    job('nightly', [FAILED])
    const step = await report()
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '4', failed: '1', f1: '0.7' })
    expect(step.outputs['message']).toBe('1 of 2 suites failed: Regression')
    expect(step.summaries.at(-1)).toContain('cancel my flight')
    expect(step.annotations.filter(({ level }) => level === 'error')[1]?.message).toContain('Book Flight')
    const file = JSON.parse((await readReport(step, 'ctrf.json')).toString())
    expect(file.results.summary).toMatchObject({ tests: 4, passed: 3, failed: 1 })
    expect((await readReport(step, 'junit.xml')).toString()).toContain('<testsuite name="Regression"')
    expect(step.outputs['ctrf-path']).toBe(join(step.outputs['report-directory'] ?? '', 'ctrf.json'))
  })

  test('takes an artifact that was uploaded twice for one, so that it stands for no job that died', async () => {
    job('smoke', [PASSED], { startedAt: START })
    const again = [
      ...ctrf(anOutcome([PASSED], { origin: { job: 'smoke', index: 0, step: 'gate', attempt: 1 }, startedAt: START })),
    ]
    store.put('agent-test-gate-by-hand', { 'ctrf.json': again.join('') })
    const step = await report()
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', total: '2' })
    expect(step.outputs['message']).toContain('only 1 of 2 expected artifacts is there')
    expect(step.log.join('\n')).toContain('agent-test-gate-by-hand is a copy of another artifact: left out')
  })

  test('copies no file of a vendor, and says in which artifact they are', async () => {
    job('nightly', [FAILED])
    const step = await report({ 'expected-artifacts': '1' })
    expect(step.uploads[0]?.files.filter((file) => file.includes('vendor'))).toEqual([])
    expect(step.summaries.at(-1)).toContain('https://github.com/o/r/actions/runs/1/artifacts/1')
    expect(step.summaries.at(-1)).toContain('Artifact <code>agent-test-gate-nightly')
  })

  test('keeps each job’s own gate', async () => {
    job('lenient', [{ ...FAILED, conclusion: 'passed', reasons: ['1 of 2 passed; the check needs 50 %'] }])
    const step = await report({ 'expected-artifacts': '1' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', failed: '1', 'pass-rate': '50.00' })
  })

  test('has must-pass over the cases of all jobs', async () => {
    job('smoke', [PASSED])
    job('nightly', [{ ...FAILED, conclusion: 'passed' }])
    expect((await report({ 'must-pass': 'case *' })).outputs['conclusion']).toBe('passed')
    const step = await report({ 'must-pass': 'cancel*' })
    expect(step.outputs).toMatchObject({ conclusion: 'failed', message: expect.stringContaining('must-pass asks for "cancel*"') })
  })

  test('is put into the comment of the pull request', async () => {
    job('smoke', [PASSED])
    const asked: string[] = []
    const github = async ({ token }: { token: string }): Promise<never> => {
      asked.push(token)
      throw new Error('gone')
    }
    const changes = { 'expected-artifacts': '1', comment: 'always', 'github-token': 'ghs_0123456789' }
    const payload = async () => ({ pull_request: { number: 7 } })
    const workflowRun = { job: 'report', event: 'pull_request', repository: 'o/r', payload }
    expect((await report(changes, { github, workflowRun })).outputs['conclusion']).toBe('passed')
    expect(asked).toEqual(['ghs_0123456789'])
  })

  test('is an error where a job ended in one', async () => {
    job('smoke', [PASSED])
    job('nightly', [aSuiteWithoutResults({ suite: 'R', errorKind: 'auth' })])
    expect((await report()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth' })
  })

  test('is skipped where nothing was tested for want of credentials', async () => {
    job('fork', [], { conclusion: 'skipped', message: 'NOT TESTED', reasons: ['NOT TESTED'] })
    const step = await report({ 'expected-artifacts': '1' })
    expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'skipped'])
    expect(step.summaries.at(-1)).toContain('NOT TESTED')
  })

  test('names what is of several providers plainly', async () => {
    job('smoke', [PASSED], { provider: 'kapso', noun: 'tests' })
    job('nightly', [FAILED], { noun: 'utterances' })
    const step = await report()
    expect(step.summaries.at(-1)).toContain('kapso, kore-batch')
    expect(step.summaries.at(-1)).toContain('Failed cases')
  })
})

describe('when jobs were run again', () => {
  test('the newest attempt of each counts, and the others keep their first', async () => {
    job('smoke', [PASSED])
    const first = job('nightly', [FAILED])
    job('nightly', [{ ...FAILED, conclusion: 'passed', results: resultsOf([aCase()]) }], {}, 2)
    const step = await report({}, SECOND)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '3', failed: '0' })
    expect(step.log).toContain(`${first} is from an earlier attempt: left out`)
  })

  test('a later attempt that failed counts as well', async () => {
    job('nightly', [{ ...FAILED, conclusion: 'passed' }])
    job('nightly', [FAILED], {}, 2)
    expect((await report({ 'expected-artifacts': '1' }, SECOND)).outputs['conclusion']).toBe('failed')
  })

  test('two attempts of one job do not make up for a job that died', async () => {
    job('smoke', [PASSED])
    job('smoke', [PASSED], {}, 2)
    expect((await report({}, SECOND)).outputs['conclusion']).toBe('inconclusive')
  })

  test('the report of the first attempt and its page are no artifacts of a job', async () => {
    job('smoke', [PASSED])
    job('nightly', [FAILED])
    const first = await report()
    expect(first.outputs['conclusion']).toBe('failed')
    expect([...store.artifacts.keys()]).toEqual(expect.arrayContaining(['agent-test-gate-report-0-1']))

    job('nightly', [{ ...PASSED, suite: 'Regression' }], {}, 2)
    const second = await report({ 'artifact-name': 'agent-test-gate-report-0-2' }, SECOND)
    expect(second.outputs).toMatchObject({ conclusion: 'passed', total: '4' })
    expect(warnings(second)).toEqual([])
    expect(second.annotations.filter(({ level }) => level === 'notice')).toMatchObject([
      { message: expect.stringContaining('1 of 2 artifacts is from an earlier one') },
    ])
  })

  test('the pages beside the artifacts are not taken for artifacts, unless they stand alone', async () => {
    const name = job('smoke', [PASSED])
    store.put(`${name}.html`, Buffer.from('<!doctype html>'))
    store.put(`${name}-2.html`, Buffer.from('<!doctype html>'))
    expect((await report({ 'expected-artifacts': '1' })).outputs['conclusion']).toBe('passed')
    store.put('agent-test-gate-lost-0-1.html', Buffer.from('<!doctype html>'))
    expect((await report({ 'expected-artifacts': '1' })).outputs['conclusion']).toBe('inconclusive')
  })
})

test('three hundred jobs end in one verdict', async () => {
  for (let index = 0; index < 300; index++) {
    const suite = aSuite({ suite: 'Regression', results: resultsOf(cases(20, (n) => aCase({ name: `case ${n}` }))) })
    job('matrix', [suite], { origin: { job: 'matrix', index, step: 'gate', attempt: 1 } })
  }
  const step = await report({ 'expected-artifacts': '300' })
  expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '6000', message: 'all 300 suites passed' })
  expect(step.summaries.at(-1)).toContain('matrix-299')
})

test('what real steps leave is merged: two jobs, one of which is run again', async () => {
  const { kore, run, inputs } = await setStage()
  kore.suite('Smoke', TWO_GOOD)
  kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
  const at = (name: string, attempt: number) => ({ store, workflowRun: { job: name, step: '__gate', attempt } })
  const named = (name: string, attempt: number) => ({ 'artifact-name': `agent-test-gate-${name}-0-${attempt}` })
  expect((await run({ ...named('smoke', 1), suite: 'Smoke' }, at('smoke', 1))).exitCode).toBe(0)
  expect((await run(named('nightly', 1), at('nightly', 1))).exitCode).toBe(1)
  const first = await report()
  expect(first.outputs).toMatchObject({ conclusion: 'failed', total: '5', passed: '4', failed: '1' })

  kore.suite('Regression', TWO_GOOD)
  expect(
    (await run({ ...named('nightly', 2), ...inputs({ suite: 'Regression' }), ...named('nightly', 2) }, at('nightly', 2)))
      .exitCode,
  ).toBe(0)
  const second = await report({ 'artifact-name': 'agent-test-gate-report-0-2' }, SECOND)
  expect(second.outputs).toMatchObject({ conclusion: 'passed', total: '4', failed: '0' })
})
