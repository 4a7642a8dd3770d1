import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { changed } from '../../simulator/faults.ts'
import { broken, goodCases, scored, testCase } from '../../simulator/kapso/test-case.ts'
import { parseStoredStep } from '../../src/stored-step.ts'
import { busiestMinute, setKapsoStage } from '../kapso/stage.ts'
import { readReport } from '../support/action.ts'

describe('a suite', () => {
  test('whose cases all reach the pass mark makes the check green', async () => {
    const { kapso, run, asked } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 0.8), scored('Refund', 1)])

    const step = await run()

    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', passed: '2', failed: '0', errored: '0' })
    expect(asked().slice(0, 4)).toEqual(['suites', 'suite', 'start', 'start'])
    expect(kapso.runs.map(({ testCase: { name }, startedAt }) => [name, typeof startedAt])).toEqual([
      ['Greeting', 'number'],
      ['Refund', 'number'],
    ])
  })

  test('with a case below the pass mark is red, and the judge is quoted', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 0.9), scored('Refund', 0.79, 'It promised a refund that nobody may give.')])

    const step = await run()

    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'failed', passed: '1', failed: '1', 'pass-rate': '50.00' })
    expect(step.summaries[0]).toContain('It promised a refund that nobody may give.')
  })

  test('is judged by the mark of pass-score', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 0.5)])
    expect((await run({ 'pass-score': '0.5' })).outputs['conclusion']).toBe('passed')
    expect((await run({ 'pass-score': '0.51' })).outputs['conclusion']).toBe('failed')
  })

  test('can be named by its id alone', async () => {
    const { kapso, run, asked } = await setKapsoStage()
    const { id } = kapso.suite('Regression', goodCases(1))
    const step = await run({ suite: id, 'agent-id': '' })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(asked()).not.toContain('suites')
  })

  test('can be named by its id beside the agent', async () => {
    const { kapso, run } = await setKapsoStage({ listsCases: true })
    const { id } = kapso.suite('Regression', goodCases(1))
    expect((await run({ suite: id })).outputs['conclusion']).toBe('passed')
  })

  test('without cases proves nothing', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [])
    const step = await run()
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', total: '0' })
  })

  test('is understood where answers are not wrapped and no error is null', async () => {
    const { kapso, run } = await setKapsoStage({ wrapsAnswers: false, noError: null })
    kapso.suite('Regression', goodCases(2))
    expect((await run()).outputs).toMatchObject({ conclusion: 'passed', total: '2' })
  })
})

describe('the record of a run', () => {
  test('holds what the vendor answered for each case, in their order, and no key', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [testCase('Slow', {}, { lastsMs: 90_000 }), scored('Quick', 0.9)])

    const step = await run()

    const record = await readReport(step, 'vendor/Regression/test-runs.json')
    expect(JSON.parse(record.toString())).toMatchObject([
      { test_run: kapso.runs[0]?.id, answer: { data: { id: kapso.runs[0]?.id, score: 0.95, test_case: { name: 'Slow' } } } },
      { test_run: kapso.runs[1]?.id, answer: { data: { id: kapso.runs[1]?.id, score: 0.9, test_case: { name: 'Quick' } } } },
    ])
    expect(record.toString()).not.toContain(kapso.behaviour.apiKey)
    const stored = step.uploads[0]?.files.filter((file) => file.endsWith(join('vendor', 'Regression', 'test-runs.json')))
    expect(stored).toHaveLength(1)
  })

  test('is kept back when the vendor repeats the key in it, and the verdict stands', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [testCase('Greeting', { feedback: `the key was ${kapso.behaviour.apiKey}` })])

    const step = await run()

    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.uploads[0]?.files.filter((file) => file.includes('test-runs'))).toEqual([])
    expect(JSON.stringify([step.log, step.summaries, step.outputs, step.annotations])).not.toContain(kapso.behaviour.apiKey)
  })
})

describe('the id of a run', () => {
  test('grows with each case that is started, with a dash in the place of those to come', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(3))
    const step = await run()
    const [one, two, three] = kapso.runs.map(({ id }) => id)
    const told = step.outputHistory.filter(([name]) => name === 'run-id').map(([, value]) => value)
    expect(told.slice(0, 3)).toEqual([`${one},-,-`, `${one},${two},-`, `${one},${two},${three}`])
    expect(step.outputs['run-id']).toBe(`${one},${two},${three}`)
  })

  test('is all that another job needs to collect', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 0.9), scored('Refund', 0.1)])
    const started = await run({ mode: 'start' })
    expect(started).toMatchObject({ exitCode: 0, outputs: { conclusion: 'started' } })

    const step = await run({ mode: 'collect', 'run-id': started.outputs['run-id'] ?? '' })

    expect(step.outputs).toMatchObject({ conclusion: 'failed', passed: '1', failed: '1' })
    expect(step.summaries[0]).toContain('Refund')
    expect(kapso.runs).toHaveLength(2)
  })

  test('that is not whole never makes a collect green', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(2))
    const started = await run({ mode: 'start' })
    const [first] = (started.outputs['run-id'] ?? '').split(',')
    const step = await run({ mode: 'collect', 'run-id': `${first},-` })
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '1', errored: '1' })
  })

  test('of a suite without cases can be collected too', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [])
    const started = await run({ mode: 'start' })
    const step = await run({ mode: 'collect', 'run-id': started.outputs['run-id'] ?? '' })
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', total: '0' })
  })

  test('that is unknown at the vendor, or none of ours, is told so', async () => {
    const { kapso, run, mayRefuse } = await setKapsoStage()
    mayRefuse()
    kapso.suite('Regression', goodCases(1))
    const unknown = await run({ mode: 'collect', 'run-id': '3c90c3cc-0d44-4b50-8888-8dd25736052a' })
    expect(unknown.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(unknown.outputs['message']).toContain('check run-id')
    const foreign = await run({ mode: 'collect', 'run-id': 'run 7/8' })
    expect(foreign.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(foreign.outputs['message']).toContain('run-id is not one')
  })
})

describe('the rate limit', () => {
  test('is kept with 500 cases, and progress is told', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(500))

    const step = await run()

    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '500', passed: '500' })
    expect(kapso.runs).toHaveLength(500)
    expect(busiestMinute(kapso)).toBeLessThan(100)
    expect(step.log.join('\n')).toMatch(/running, \d+ % \(\d+ of 500 cases\)/)
    expect(step.tookMs).toBeLessThan(15 * 60_000)
  }, 30_000)

  test('is kept for all suites of the step together', async () => {
    const { kapso, run } = await setKapsoStage()
    const names = ['A', 'B', 'C', 'D', 'E']
    for (const name of names) kapso.suite(name, goodCases(30))
    const step = await run({ suite: names.join('\n') })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '150' })
    expect(busiestMinute(kapso)).toBeLessThan(100)
  }, 20_000)

  test('that others have used up is waited for, and nothing is started twice', async () => {
    const { kapso, run, mayRefuse } = await setKapsoStage({ callsPerMinute: 2 })
    mayRefuse()
    kapso.suite('Regression', goodCases(2))
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(kapso.runs).toHaveLength(2)
  })
})

describe('a case', () => {
  test('whose execution broke is an error whatever its score', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 1), testCase('Refund', { score: 1, error: { message: 'timeout' } })])
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '1', errored: '1' })
    expect(step.summaries[0]).toContain('timeout')
  })

  test('in error is let pass by max-errored', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 1), broken('Refund')])
    expect((await run({ 'max-errored': '1' })).outputs['conclusion']).toBe('passed')
  })

  test('with a score off the scale makes the step an error, never a pass', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 9.5)])
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract' })
    expect(step.outputs['message']).toContain('pass-score')
    expect(await readReport(step, 'vendor/Regression/test-runs.json')).toBeDefined()
  })

  test('may have scores of another scale, which later steps read back', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 9.5), scored('Refund', 8)])
    const step = await run({ 'pass-score': '8' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', 'average-score': '8.75' })
    expect(parseStoredStep(await readReport(step, 'ctrf.json'))).toMatchObject({
      state: 'read',
      outcome: { suites: [{ results: { metrics: { averageScore: 8.75 } } }] },
    })
  })

  test.each(['1e999', '101', '-1'])('with a score that is on no scale, %s, is never a pass', async (score) => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 9)])
    kapso
      .on('look')
      .always(changed((answer) => ({ ...answer, body: String(answer.body).replace('"score":9', `"score":${score}`) })))
    const step = await run({ 'pass-score': '8' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract' })
  })

  test('that never ends lets the deadline decide', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', [scored('Greeting', 1), testCase('Endless', {}, { lastsMs: Number.POSITIVE_INFINITY })])
    const step = await run({ 'timeout-minutes': '5' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(step.tookMs).toBeLessThanOrEqual(305_000)
  })
})
