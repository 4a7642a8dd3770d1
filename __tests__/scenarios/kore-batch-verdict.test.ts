import { generateKeyPairSync } from 'node:crypto'
import { join, sep } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { entity, understood } from '../../simulator/kore/batch-suite.ts'
import { readReport, setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD, utterances } from '../support/utterances.ts'

test('a suite whose utterances are all understood makes the check green', async () => {
  const { kore, run, asked } = await setStage()
  kore.suite('Regression', TWO_GOOD)

  const step = await run()

  expect(step.exitCode).toBe(0)
  expect(step.outputs).toMatchObject({
    ...{ conclusion: 'passed', 'error-kind': '', 'run-id': kore.runs[0]?.requestId, 'run-url': '' },
    ...{ total: '2', passed: '2', failed: '0', errored: '0', skipped: '0', flaky: '0', 'pass-rate': '100.00' },
    ...{ f1: '1', precision: '1', recall: '1' },
  })
  expect(step.outputs['message']).toMatch(/^all 2 utterances that ran passed/)
  expect(asked()).toEqual(['start', 'status', 'status', 'status', 'file'])
  expect(step.annotations).toEqual([])
  expect(step.summaries.at(-1)).toContain('✅ Passed')
  expect(step.log.at(-1)).toMatch(/^passed: /)
})

test('the run takes as long as the outputs say', async () => {
  const { kore, run } = await setStage({ runsLastMs: 83_000 })
  kore.suite('Regression', TWO_GOOD)

  const step = await run()

  const seconds = Number(step.outputs['duration-seconds'])
  expect(seconds).toBeGreaterThanOrEqual(83)
  expect(seconds).toBeLessThanOrEqual(90)
  expect(Math.abs(seconds - step.tookMs / 1000)).toBeLessThanOrEqual(1)
})

test('`completed` with one utterance that was mistaken is red', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', [...TWO_GOOD, ONE_BAD])

  const step = await run()

  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({
    conclusion: 'failed',
    'error-kind': '',
    total: '3',
    passed: '2',
    failed: '1',
    'pass-rate': '66.66',
  })
  expect(step.outputs['message']).toMatch(/1 of 3 utterances failed/)
  expect(step.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual([
    'error: Agent tests failed',
    'error: Failed case (1)',
  ])
  expect(step.annotations[1]?.message).toContain('has my sister landed yet')
  expect(step.summaries.at(-1)).toContain('❌ Failed')
  expect(step.summaries.at(-1)).toContain('<code>Baggage Claim</code>')
})

test('an utterance with the right intent and a wrong entity is red, whichever way the vendor counts', async () => {
  for (const countedBy of ['intent', 'intent and entities'] as const) {
    const { kore, run } = await setStage({ countedBy })
    kore.suite('Regression', [...TWO_GOOD, understood('fly on Friday', 'Book Flight', entity('Date', 'Friday', 'Thursday'))])

    const step = await run()

    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '3', failed: '1' })
    expect(step.annotations[1]?.message).toMatch(/entity Date: expected .?Friday.?, found .?Thursday/)
  }
})

test('an utterance that should match no intent passes when it does not', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', [...TWO_GOOD, understood('tell me a joke about penguins', 'None')])
  expect((await run()).outputs).toMatchObject({ conclusion: 'passed', total: '3' })
})

describe('the files of the vendor and of ours', () => {
  test('are kept, the vendor’s byte for byte, and uploaded together', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])

    const step = await run()

    const csv = await readReport(step, 'vendor/Regression/results.csv')
    expect(csv.toString()).toMatch(/^Bot Name,Travel Assistant\r\n/)
    expect(csv.toString()).toContain('\r\nhas my sister landed yet,Flight Status,Baggage Claim,')
    const directory = step.outputs['report-directory'] ?? ''
    const [upload] = step.uploads
    expect(upload).toMatchObject({ name: 'agent-test-gate-test-0-1', root: directory, retentionDays: undefined })
    for (const file of ['ctrf.json', 'junit.xml', 'summary.md', 'vendor/Regression/results.csv']) {
      expect(upload?.files).toContain(join(directory, file))
    }
    expect(step.outputs).toMatchObject({
      'ctrf-path': join(directory, 'ctrf.json'),
      'junit-path': join(directory, 'junit.xml'),
      'artifact-id': '7',
    })
  })

  test('tell the same as the outputs', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(4, 3))

    const step = await run()

    expect(step.outputs).toMatchObject({ total: '7', passed: '4', failed: '3' })
    const ctrf: unknown = JSON.parse((await readReport(step, 'ctrf.json')).toString())
    expect(ctrf).toMatchObject({ results: { summary: { tests: 7, passed: 4, failed: 3 } } })
    expect((await readReport(step, 'junit.xml')).toString().match(/<failure/g)).toHaveLength(3)
    expect((await readReport(step, 'summary.md')).toString()).toContain('❌ Failed')
  })

  test('lie in a folder with a name that any file system takes', async () => {
    const { kore, run } = await setStage()
    kore.suite('Konto / Überweisung', TWO_GOOD)

    const step = await run({ suite: 'Konto / Überweisung' })

    expect(step.outputs['conclusion']).toBe('passed')
    expect(kore.requests[0]?.path).toMatch(/\/testsuite\/Konto%20%2F%20%C3%9Cberweisung\/run$/)
    const [csv] = step.uploads[0]?.files.filter((file) => file.endsWith('results.csv')) ?? []
    expect(csv?.replaceAll(sep, '/')).toMatch(
      /\/vendor\/Konto-berweisung-[0-9a-f]{8}\/results\.csv$|\/vendor\/Konto-[\w.-]*-[0-9a-f]{8}\/results\.csv$/,
    )
  })
})

describe('a DialogGPT run, whose report nobody has described', () => {
  test('is judged by the vendor’s counts, and this is told', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)

    const step = await run({ engine: 'dgpt' })

    expect(kore.runs[0]?.engine).toBe('dgpt')
    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', passed: '2' })
    expect(step.summaries.at(-1)).toMatch(/rows of the result file could be read/)
    expect((await readReport(step, 'vendor/Regression/results.csv')).toString()).toContain('Query,Wanted Answer')
  })

  test('is red by the counts too', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    const step = await run({ engine: 'dgpt' })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '3', failed: '1' })
    expect(step.summaries.at(-1)).toContain('gave no details for 1 of them')
  })

  test('is judged by its counts even when no file comes', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().withoutFile()
    expect((await run({ engine: 'dgpt' })).outputs).toMatchObject({ conclusion: 'passed', total: '2' })
  })
})

describe('what a run is started with', () => {
  test('is ML on the version in development unless said otherwise', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    await run()
    expect(kore.runs).toMatchObject([{ version: 'inDevelopment', engine: 'ml', language: 'en', suite: 'Regression' }])
    expect(kore.requests[0]?.body.toString()).toBe('{"version":"inDevelopment"}')
    expect(kore.requests[0]?.headers['bot-language']).toBeUndefined()
  })

  test('is the published version in another language where the inputs say so', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    await run({ 'bot-version': 'published', language: 'de', engine: 'ml' })
    expect(kore.runs).toMatchObject([{ version: 'published', engine: 'ml', language: 'de' }])
  })

  test.each(['HS256', 'HS512'] as const)('is signed with %s where the app was registered with it', async (algorithm) => {
    const { kore, run } = await setStage({ algorithm })
    kore.suite('Regression', TWO_GOOD)
    expect((await run({ 'jwt-algorithm': algorithm })).outputs['conclusion']).toBe('passed')
  })

  test.each(['pkcs1', 'pkcs8'] as const)(
    'is signed with a private key in the form %s where the app was registered with its public one',
    async (type) => {
      const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
      const key = privateKey.export({ format: 'pem', type }).toString()
      const { kore, run } = await setStage({
        algorithm: 'RS256',
        publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      })
      kore.suite('Regression', TWO_GOOD)
      const step = await run({ 'jwt-algorithm': 'RS256', 'client-secret': key })
      expect(step.outputs['conclusion']).toBe('passed')
      expect(step.masks).toContain(key)
    },
  )

  test('is a ready-made token where one is given, used as it is', async () => {
    const stage = await setStage({ enforceJti: false })
    stage.kore.suite('Regression', TWO_GOOD)
    const { default: jsonwebtoken } = await import('jsonwebtoken')
    const { clientId, clientSecret } = stage.kore.behaviour
    const iat = Math.floor(stage.clock.wall() / 1000)
    const token = jsonwebtoken.sign({ sub: 'ci', appId: clientId, iat, exp: iat + 3000 }, clientSecret)

    const step = await stage.run({ token, 'client-id': '', 'client-secret': '' })

    expect(step.outputs['conclusion']).toBe('passed')
    expect(new Set(stage.kore.requests.map(({ headers }) => headers['auth']))).toEqual(new Set([token, undefined]))
    expect(step.masks).toContain(token)
  })
})

test('every request carries a token of its own, and the link to the file none', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  await run()
  const signed = kore.requests.filter(({ operation }) => operation !== 'file').map(({ headers }) => headers['auth'])
  expect(new Set(signed).size).toBe(4)
  expect(kore.requests.at(-1)).toMatchObject({ operation: 'file' })
  expect(kore.requests.at(-1)?.headers['auth']).toBeUndefined()
})
