import { describe, expect, test } from '@jest/globals'
import { OUTPUTS } from '../../src/outputs.ts'
import { readReport, type Stage, setStage } from '../support/action.ts'
import { TWO_GOOD } from '../support/utterances.ts'

type Values = Readonly<Record<string, string>>

async function refused(changes: Values): Promise<Awaited<ReturnType<Stage['run']>>> {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const step = await run(changes)
  expect(kore.requests).toEqual([])
  return step
}

describe('a wrong input is told before any request is sent', () => {
  const WRONG: Readonly<Record<string, readonly string[]>> = {
    'timeout-minutes': ['0', '-5', 'soon', '1e3', '7201', '0x10', 'NaN', 'Infinity'],
    'poll-interval-seconds': ['0.4', '3601', '5s'],
    'poll-max-interval-seconds': ['0', '3601'],
    'max-parallel': ['0', '1.5', '101'],
    'min-pass-rate': ['-1', '100.1', '95%', '95,5'],
    'max-errored': ['-1', '0.5'],
    'max-failures': ['-1', '2.5', 'none'],
    'min-tests': ['0', '-1', '1.5'],
    'min-f1': ['-0.1', '1.1', '80', 'high'],
    'min-precision': ['1.01'],
    'min-recall': ['2'],
    'retention-days': ['0', '90.5'],
    'on-missing-credentials': ['ignore'],
    'jwt-algorithm': ['none', 'hs256'],
    'bot-version': ['latest'],
    engine: ['llm'],
    mode: ['wait'],
    artifact: ['yes'],
    annotations: ['1'],
    'artifact-name': ['a/b', 'a"b'],
    'base-url': [
      ...['http://platform.kore.ai', 'platform.kore.ai', 'ftp://platform.kore.ai', 'https://user:word@platform.kore.ai'],
      ...['https://platform.kore.ai?x=1', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example'],
    ],
  }
  const each = Object.entries(WRONG).flatMap(([input, values]) => values.map((value) => [input, value] as const))

  test.each(each)('%s: %s', async (input, value) => {
    const step = await refused({ [input]: value })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toMatch(new RegExp(`^${input} `))
    expect(step.outputs['message']).toMatch(/give |does not accept/)
  })

  test.each(['suite', 'bot-id', 'client-id', 'client-secret', 'provider'])('%s: missing', async (input) => {
    const step = await refused({ [input]: ' \n ' })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toMatch(new RegExp(`^(credentials are empty: .*; )?${input} is required: `))
  })

  test('provider: one that nobody knows, with those that there are', async () => {
    const step = await refused({ provider: 'kore-bach' })
    expect(step.outputs['message']).toMatch(/^provider is "kore-bach"; give one of .*kore-batch/)
  })

  test('suite: one that is named twice', async () => {
    const step = await refused({ suite: 'Regression\nOther\nRegression' })
    expect(step.outputs['message']).toMatch(/^suite names "Regression" twice/)
  })

  test.each(['RS256', 'RS512'])('client-secret: no private key, where jwt-algorithm is %s', async (algorithm) => {
    const step = await refused({ 'jwt-algorithm': algorithm })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toMatch(/^client-secret is not a private (RSA )?key in PEM form/)
  })
})

test('all mistakes are told in one message, each by its input, and no secret is shown', async () => {
  const secret = 'a-secret-that-is-no-key'
  const wrong = {
    ...{ 'client-secret': secret, 'jwt-algorithm': 'RS256', 'bot-id': '', 'bot-version': 'new', engine: 'x', suite: '' },
    ...{ 'timeout-minutes': 'x', 'min-pass-rate': '101', 'min-f1': 'x', 'max-failures': 'x', artifact: 'x', 'client-id': '' },
  }
  const step = await refused(wrong)

  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  expect(step.outputs['message']?.length).toBeLessThanOrEqual(500)
  const page = (step.summaries.at(-1) ?? '').replaceAll('&#45;', '-')
  for (const input of [
    'client-secret',
    'bot-id',
    'bot-version',
    'suite',
    'engine',
    'timeout-minutes',
    'min-pass-rate',
    'min-f1',
    'max-failures',
    'artifact',
    'client-id',
  ]) {
    expect(step.log.join('\n')).toMatch(new RegExp(`\\b${input} (is|names)`))
    expect(page.toLowerCase()).toContain(input)
  }
  expect(JSON.stringify([step.log, step.outputs, step.summaries, step.annotations])).not.toContain(secret)
  expect(step.masks).toContain(secret)
})

test('a secret with blanks around it is masked as it was given, and as it is sent', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const { clientSecret } = kore.behaviour
  const step = await run({ 'client-secret': ` ${clientSecret}\n` })
  expect(step.outputs['conclusion']).toBe('passed')
  expect(step.masks).toEqual(expect.arrayContaining([` ${clientSecret}\n`, clientSecret]))
})

test('the values of other wrong inputs that happen to be a secret are not shown either', async () => {
  const step = await refused({ 'client-secret': 'hunter2-hunter2', 'bot-version': 'hunter2-hunter2', provider: 'kore-batch' })
  expect(step.outputs['message']).toMatch(/^bot-version is /)
  expect(JSON.stringify([step.log, step.outputs, step.summaries, step.annotations])).not.toContain('hunter2')
})

test('however wrong the inputs are, every output is set, and the step is annotated once', async () => {
  for (const changes of [{ provider: '' }, { suite: '' }, { 'timeout-minutes': 'never' }]) {
    const step = await refused(changes)
    expect(OUTPUTS.filter((name) => step.outputs[name] === undefined)).toEqual([])
    expect(step.outputs).toMatchObject({ total: '', passed: '', 'run-id': '', 'pass-rate': '' })
    expect(step.annotations).toHaveLength(1)
    expect(step.annotations[0]).toMatchObject({ level: 'error', title: 'Agent tests could not be judged' })
    expect(step.summaries.at(-1)).toContain('💥 Error')
  }
})

test.each<[string, Values]>([
  ['one of the provider', { suite: '' }],
  ['one that every step has', { 'timeout-minutes': 'never' }],
  ['several', { 'min-pass-rate': 'abc', annotations: 'perhaps', 'job-index': '-1', provider: 'kaspo' }],
  ['the name of the artifact', { 'artifact-name': 'a/b' }],
])('a step whose inputs are wrong leaves its verdict for mode report: %s', async (_, wrong) => {
  const step = await refused(wrong)
  expect(step.uploads).toHaveLength(1)
  expect((await readReport(step, 'ctrf.json')).toString()).toContain('"conclusion":"error"')
})

test('a step whose inputs are wrong uploads nothing where it should not', async () => {
  expect((await refused({ 'timeout-minutes': 'never', artifact: 'false' })).uploads).toEqual([])
})

describe('inputs that do no harm', () => {
  async function passes(changes: Values): Promise<Awaited<ReturnType<Stage['run']>>> {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const step = await run(changes)
    expect(step.outputs['conclusion']).toBe('passed')
    return step
  }

  test('empty strings mean not given', () =>
    passes({
      ...{
        'timeout-minutes': '',
        'poll-interval-seconds': '',
        'max-parallel': '',
        'min-pass-rate': '',
        'min-tests': '',
        'max-errored': '',
      },
      ...{
        artifact: '',
        annotations: '',
        'jwt-algorithm': '',
        'bot-version': '',
        engine: '',
        language: '',
        'must-pass': '',
        token: '',
      },
    }))

  test('blanks and line breaks around a value are not part of it', async () => {
    const { kore, run, inputs } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const padded = Object.fromEntries(
      Object.entries(inputs({ 'min-pass-rate': '99.5' })).map(([name, value]) => [name, ` ${value}\n`]),
    )
    expect((await run(padded)).outputs['conclusion']).toBe('passed')
  })

  test('fractions are taken where they make sense, and words in any case where they are yes or no', () =>
    passes({
      'timeout-minutes': '0.5',
      'poll-interval-seconds': '.75',
      'min-pass-rate': '99.999',
      'min-f1': '0.5',
      artifact: 'TRUE',
      annotations: 'False',
    }))

  test('a base-url with slashes at its end is the same address', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    expect((await run({ 'base-url': `${kore.address}///` })).outputs['conclusion']).toBe('passed')
  })

  test('a secret too short to be masked is warned about', async () => {
    const { kore, run } = await setStage({ clientSecret: 'abc' })
    kore.suite('Regression', TWO_GOOD)
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringMatching(/client-secret is shorter than 4 characters/) }),
    ])
  })
})

describe('without credentials', () => {
  const none = { 'client-id': '', 'client-secret': '' }

  test('the step is red by default', async () => {
    const step = await refused(none)
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toMatch(/client-id is required.*client-secret is required/)
  })

  test('the step is skipped where that is asked for, and says loudly that nothing was tested', async () => {
    const step = await refused({ ...none, 'on-missing-credentials': 'skip' })
    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({ conclusion: 'skipped', 'error-kind': '', total: '' })
    expect(step.annotations).toEqual([expect.objectContaining({ level: 'warning', title: 'NOT TESTED' })])
    expect(step.summaries.at(-1)).toContain('NOT TESTED')
    expect(OUTPUTS.filter((name) => step.outputs[name] === undefined)).toEqual([])
  })

  test('one half of them missing is no less missing', async () => {
    expect((await refused({ 'client-secret': '', 'on-missing-credentials': 'skip' })).outputs['conclusion']).toBe('skipped')
    expect((await refused({ 'client-id': '' })).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  })

  test.each([{ 'min-f1': '7' }, { 'bot-id': '' }, { suite: '' }, { engine: 'gpt' }])(
    'the step is red where another input is wrong too: %j',
    async (wrong) => {
      const step = await refused({ ...none, 'on-missing-credentials': 'skip', ...wrong })
      expect(step.exitCode).toBe(1)
      expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
      expect(step.outputs['message']).toContain(Object.keys(wrong)[0])
    },
  )
})

test('every secret is masked before the first request', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const step = await run()
  expect(step.masks[0]).toBe(kore.behaviour.clientSecret)
  const sent = kore.requests.flatMap(({ headers }) => (typeof headers['auth'] === 'string' ? [headers['auth']] : []))
  expect(sent).toHaveLength(4)
  for (const token of sent) expect(step.masks).toContain(token)
})
