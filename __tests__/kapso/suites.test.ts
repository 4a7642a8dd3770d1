import { describe, expect, test } from '@jest/globals'
import { answer, html, json, redirect } from '../../simulator/faults.ts'
import { goodCases } from '../../simulator/kapso/test-case.ts'
import { setKapsoStage } from './stage.ts'

const ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

describe('the suite', () => {
  test('is found by its name with blanks, slashes and letters of any language', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Konto / Überweisung ☎', goodCases(1))
    expect((await run({ suite: 'Konto / Überweisung ☎' })).outputs['conclusion']).toBe('passed')
  })

  test('that no agent has by this name is told, with the names that there are', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(1))
    const step = await run({ suite: 'regression' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain('"regression"')
    expect(step.log.join('\n')).toContain('| Regression')
    expect(kapso.runs).toHaveLength(0)
  })

  test('whose name two have is asked for by id', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.on('suites').always(
      json({
        data: [
          { id: 'a', name: 'Regression' },
          { id: 'b', name: 'Regression ' },
        ],
      }),
    )
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain('more than one test suite')
  })

  test.each([
    ['suite', { suite: ID, 'agent-id': '' }, /no test suite by this id.*legacy/],
    ['agent', { 'agent-id': ID }, /no agent by this agent-id.*legacy/],
  ])('of an unknown %s is an error that names the input and says that the calls are legacy', async (_, changes, expected) => {
    const { run, mayRefuse } = await setKapsoStage()
    mayRefuse()
    const step = await run(changes)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toMatch(expected)
  })

  test.each([
    ['by name', {}],
    ['by id', { 'agent-id': '' }],
  ])('whose name holds a comma is not found %s, and told that several are given one per line', async (_, changes) => {
    const { run, mayRefuse } = await setKapsoStage()
    mayRefuse()
    const { outputs } = await run({ suite: 'Regression,Smoke', ...changes })
    expect(outputs['error-kind']).toBe('config')
    expect(outputs['message']).toContain('; if its comma stands between several suites, give one per line')
  })

  test('is not found where base-url is without the path of the API, which is told as a likely cause', async () => {
    const { kapso, run, mayRefuse } = await setKapsoStage()
    mayRefuse()
    kapso.suite('Regression', goodCases(1))
    const step = await run({ 'base-url': kapso.address })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain('base-url does not end in /api/v1')
    expect((await run({ 'agent-id': ID })).outputs['message']).not.toContain('base-url')
  })

  test.each(['.', '..'])('by the id %j is refused before anything is sent', async (suite) => {
    const { run, asked } = await setKapsoStage()
    const step = await run({ suite, 'agent-id': '' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(asked()).toEqual([])
  })

  test.each<[string, unknown]>([
    ['a bare object', { test_cases: [] }],
    ['cases that are null', { data: { test_cases: null } }],
  ])('may be answered as %s', async (_, body) => {
    const { kapso, run } = await setKapsoStage()
    kapso.on('suite').always(json(body))
    expect((await run({ suite: ID, 'agent-id': '' })).outputs).toMatchObject({ conclusion: 'inconclusive', total: '0' })
  })

  test('may have ids that are numbers, cases without names, and the same case twice', async () => {
    const { kapso, run, mayRefuse } = await setKapsoStage()
    mayRefuse()
    kapso.on('suite').always(json({ id: 7, test_cases: [{ id: 1 }, { id: 1 }, { id: '2', name: ' Refund ' }] }))
    kapso.on('start').answers(json({ id: 11 }, 201))
    kapso.on('look').always(json({ id: 11, execution_completed: true, ended_at: 'now', score: 1, test_case: null }))
    const step = await run({ suite: '7', 'agent-id': '' })
    expect(step.outputs).toMatchObject({ total: '2', passed: '1', errored: '1', 'run-id': '11,-' })
    expect(kapso.requests.filter(({ operation }) => operation === 'start').map(({ path }) => path)).toEqual([
      '/api/v1/test_cases/1/test_runs',
      '/api/v1/test_cases/2/test_runs',
    ])
    expect(step.summaries[0]).toContain('Refund')
  })

  test.each([
    ['no cases at all', json({ data: { id: ID } })],
    ['a page', html(200)],
    ['nothing', answer(200)],
  ])('that is answered with %s is an error of the contract', async (_, fault) => {
    const { kapso, run } = await setKapsoStage()
    kapso.on('suite').always(fault)
    const step = await run({ suite: ID, 'agent-id': '' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract' })
    expect(step.outputs['message']).toContain('base-url')
  })
})

describe('an error of the vendor', () => {
  test.each([
    [401, { error: 'Unauthorized', status: 401, message: 'Invalid API key' }, 'auth', 'api-key is wrong'],
    [403, { error: 'Forbidden', status: 403, message: 'no' }, 'auth', 'the project of api-key has no access'],
    [402, { error: 'Payment Required', free_generations_remaining: 0 }, 'vendor', 'out of credits'],
    [402, {}, 'vendor', 'out of credits'],
    [422, { error: 'Insufficient credits' }, 'vendor', 'out of credits'],
    [422, { errors: { name: ["can't be blank"] } }, 'config', 'did not accept the request'],
    [400, { error: 'Bad Request', status: 400, message: 'no' }, 'config', 'did not accept the request'],
  ])('%i with %j says what to do', async (status, body, kind, words) => {
    const { kapso, run } = await setKapsoStage()
    kapso.on('suites').always(json(body, status))
    const step = await run()
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': kind })
    expect(step.outputs['message']).toContain(words)
  })

  test('that redirects is not followed', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.on('suites').always(redirect('https://evil.example/'))
    expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'security' })
  })
})

describe('the inputs', () => {
  test('that are wrong are told all at once, and nothing is sent', async () => {
    const { run, asked } = await setKapsoStage()
    const step = await run({
      suite: '',
      'api-key': '',
      'pass-score': 'high',
      'base-url': 'http://kapso.example',
      'min-f1': '0.9',
    })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    for (const name of ['suite', 'api-key', 'pass-score', 'base-url', 'min-f1'])
      expect(step.log.join('\n')).toContain(`input ${name} `)
    expect(asked()).toEqual([])
  })

  test.each([
    ['pass-score', '-0.1'],
    ['pass-score', '101'],
    ['pass-score', '0,8'],
    ['base-url', 'app.kapso.ai'],
    ['api-key', 'two words'],
    ['api-key', 'schlüssel'],
    ['api-key', 'first\nsecond'],
  ])('%s must not be %j', async (name, value) => {
    const { run, asked } = await setKapsoStage()
    const step = await run({ [name]: value })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain(name)
    if (name === 'api-key') expect(JSON.stringify([step.log, step.outputs])).not.toContain(JSON.stringify(value).slice(1, -1))
    expect(asked()).toEqual([])
  })

  test('without a key end green where that is wanted', async () => {
    const { run, asked } = await setKapsoStage()
    const step = await run({ 'api-key': '', 'on-missing-credentials': 'skip' })
    expect(step).toMatchObject({ exitCode: 0, outputs: { conclusion: 'skipped' } })
    expect(asked()).toEqual([])
  })

  test('of other providers get a warning', async () => {
    const { kapso, run } = await setKapsoStage()
    kapso.suite('Regression', goodCases(1))
    const step = await run({ 'bot-id': 'st-1' })
    expect(step.annotations.filter(({ message }) => message.includes('bot-id'))).toHaveLength(1)
  })
})
