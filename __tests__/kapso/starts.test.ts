import { describe, expect, test } from '@jest/globals'
import { answerLost, empty, html, json, normally, reset, serverError } from '../../simulator/faults.ts'
import { goodCases, scored, testCase } from '../../simulator/kapso/test-case.ts'
import type { KapsoClient } from '../../src/providers/kapso/client.ts'
import { fanOut } from '../../src/providers/kapso/fan-out.ts'
import { Trouble } from '../../src/trouble.ts'
import { type KapsoStage, setKapsoStage } from './stage.ts'

/** How often each case was started. */
function startsOf({ kapso }: KapsoStage): Record<string, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(kapso.runs, (run) => run.testCase.name)).map(([name, runs]) => [name, runs?.length ?? 0]),
  )
}

describe('a case that cannot be started', () => {
  test('because the vendor refuses it is an error by itself, is named, and leaves the others running', async () => {
    const stage = await setKapsoStage()
    stage.mayRefuse()
    stage.kapso.suite('Regression', [scored('Greeting', 1), testCase('Refund', {}, { script: '' }), scored('Goodbye', 1)])

    const step = await stage.run()

    const [greeting, goodbye] = stage.kapso.runs.map(({ id }) => id)
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', total: '3', passed: '2', errored: '1' })
    expect(step.outputs['run-id']).toBe(`${greeting},-,${goodbye}`)
    expect(step.summaries[0]).toMatch(/1 of 3 cases is missing, since no run of it is known.*Refund/)
    expect(step.summaries[0]).toContain('its start was refused')
  })

  test('because the key may not start it, while it may start others, is an error by itself', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(3))
    kapso.on('start').answers(normally(), json({ error: 'Forbidden', status: 403, message: 'no' }, 403))
    expect((await run()).outputs).toMatchObject({ conclusion: 'inconclusive', passed: '2', errored: '1' })
  })

  test('because there are more of them than one run-id can name is told before any is started', async () => {
    const { kapso, run, asked } = await setKapsoStage()
    kapso.suite('Regression', goodCases(3001))
    const { outputs } = await run()
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', 'run-id': '' })
    expect(outputs['message']).toContain('the suite "Regression" has 3,001 cases, and one step can start at most 3,000')
    expect(asked()).not.toContain('start')
    const doctor = await run({ mode: 'doctor' })
    expect([doctor.exitCode, doctor.outputs['message']]).toEqual([1, expect.stringContaining('3,001 cases')])
  })

  test('beside those of the other suites of the step is told too, so that the id of each run that was started is put out', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('First', goodCases(1800))
    kapso.suite('Second', goodCases(1201))
    const step = await run({ suite: 'First\nSecond', mode: 'doctor' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toMatch(/has [\d,]+ cases beside the [\d,]+ of other suites.*give it a step of its own/)
  })

  test('is let pass by max-errored like any other', async () => {
    const { kapso, run, mayRefuse } = await setKapsoStage()
    mayRefuse()
    kapso.suite('Regression', [testCase('Refund', {}, { script: '' }), scored('Goodbye', 1)])
    expect((await run({ 'max-errored': '1' })).outputs).toMatchObject({ conclusion: 'passed', errored: '1' })
  })

  test.each([
    ['reset', reset('after acting')],
    ['answered by a gateway', answerLost(serverError(502))],
    ['answered without a body', answerLost(empty(201))],
    ['answered with a page', answerLost(html(200))],
    ['answered without an id', answerLost(json({ data: {} }, 201))],
    ['answered with an id that no output could hold', answerLost(json({ data: { id: 'x'.repeat(300_000) } }, 201))],
    ['answered with an id that would break ours', answerLost(json({ data: { id: 'a,b' } }, 201))],
  ])('for sure, since its start was %s, is an error and is not started again', async (_, fault) => {
    const stage = await setKapsoStage()
    stage.kapso.suite('Regression', goodCases(3))
    stage.kapso.on('start').answers(normally(), fault)

    const step = await stage.run()

    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '2', errored: '1' })
    expect(step.summaries[0]).toContain('the answer to its start was lost')
    expect(startsOf(stage)).toEqual({ 'Case 1': 1, 'Case 2': 1, 'Case 3': 1 })
  })
})

describe('when nothing could be started', () => {
  test('for lost answers, the step says that runs may be under way', async () => {
    const stage = await setKapsoStage()
    stage.kapso.suite('Regression', goodCases(2))
    stage.kapso.on('start').always(reset('after acting'))
    const step = await stage.run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network', 'run-id': '' })
    expect(step.outputs['message']).toContain('may be under way')
    expect(startsOf(stage)).toEqual({ 'Case 1': 1, 'Case 2': 1 })
  })

  test('for refusals, the step is an error of the first one', async () => {
    const { kapso, run, mayRefuse } = await setKapsoStage()
    mayRefuse()
    kapso.suite('Regression', [testCase('A', {}, { script: '' }), testCase('B', {}, { script: '' })])
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain('did not accept the request')
  })

  test.each([402, 422] as const)('for want of credits (%i), the step says it plainly after one request', async (creditStatus) => {
    const { kapso, run, asked, mayRefuse } = await setKapsoStage({ credits: 0, creditStatus })
    mayRefuse()
    kapso.suite('Regression', goodCases(5))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
    expect(step.outputs['message']).toContain('out of credits')
    expect(asked().filter((operation) => operation === 'start')).toHaveLength(1)
  })

  test('since the key may not, the step says so', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(2))
    kapso.on('start').always(json({ error: 'Forbidden', status: 403, message: 'no' }, 403))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth' })
    expect(kapso.runs).toHaveLength(0)
  })
})

test('credits that end in the middle leave what runs, and name what does not', async () => {
  const { kapso, run, asked, mayRefuse } = await setKapsoStage({ credits: 2 })
  mayRefuse()
  kapso.suite('Regression', goodCases(5))
  const step = await run()
  expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '2', errored: '3' })
  expect(step.outputs['message']).toMatch(
    /^3 cases could not be run or judged, and max-errored allows 0; the project at Kapso is out of credits.*; 3 of 5 cases are missing/,
  )
  expect(asked().filter((operation) => operation === 'start')).toHaveLength(3)
})

describe('a start that was surely not heard', () => {
  test.each([
    ['429', json({ error: 'Too Many Requests' }, 429, { 'retry-after': '60' })],
    ['503 with Retry-After', serverError(503, { retryAfter: '20' })],
  ])('goes on where it was after a %s', async (_, fault) => {
    const stage = await setKapsoStage()
    stage.kapso.suite('Regression', goodCases(3))
    stage.kapso.on('start').answers(normally(), fault)
    const step = await stage.run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '3' })
    expect(startsOf(stage)).toEqual({ 'Case 1': 1, 'Case 2': 1, 'Case 3': 1 })
  })

  test('goes on where it was after a refused connection', async () => {
    const asked: string[] = []
    const client: KapsoClient = {
      async ask({ parameters }, shape) {
        asked.push(parameters['test-case'] ?? '')
        if (asked.length === 2) throw new Trouble('refused', { kind: 'network', persistence: 'passing', unheard: true })
        return { value: shape.parse({ id: `run-${asked.length}` }), text: '' }
      },
    }
    const told: string[] = []
    const start = fanOut(
      ['a', 'b', 'c'].map((id) => ({ id, name: id })),
      client,
    )
    await expect(start.start((id) => told.push(id))).rejects.toThrow('refused')
    expect(await start.start((id) => told.push(id))).toBe('run-1,run-3,run-4')
    expect(asked).toEqual(['a', 'b', 'b', 'c'])
    expect(told).toEqual(['run-1,-,-', 'run-1,run-3,-', 'run-1,run-3,run-4'])
  })
})

test('answers that are lost in a row let some time pass before the next case', async () => {
  const stage = await setKapsoStage()
  stage.kapso.suite('Regression', goodCases(4))
  stage.kapso.on('start').answers(serverError(500), serverError(500))
  const step = await stage.run()
  expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '2', errored: '2' })
  const [, second, third] = stage.kapso.requests.filter(({ operation }) => operation === 'start').map(({ at }) => at)
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(3000)
})

test('a key that is revoked in the middle ends the step, and what runs is known', async () => {
  const { kapso, run } = await setKapsoStage()
  kapso.suite('Regression', goodCases(3))
  kapso.on('start').answers(normally(), json({ error: 'Unauthorized', status: 401, message: 'Invalid API key' }, 401))
  const step = await run()
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth' })
  expect(step.outputs['message']).toContain('api-key is wrong')
  expect(step.outputs['run-id']).toBe(`${kapso.runs[0]?.id},-,-`)
})
