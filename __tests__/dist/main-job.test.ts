/** The main job: what a workflow's author sees of a suite that passes, that fails, or that could not be judged. */
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { running } from '../../simulator/kore/batch-run.ts'
import { errorsOf, expectEnd, setBundle, warningsOf } from '../support/bundle.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

test('a suite that passes makes the step green, with every output', async () => {
  const { kore, run, asked } = await setBundle()
  kore.suite('Regression', TWO_GOOD)

  const step = await run()

  expectEnd(step, 'passed')
  expect(step.outputs).toMatchObject({
    total: '2',
    passed: '2',
    failed: '0',
    errored: '0',
    skipped: '0',
    flaky: '0',
    'pass-rate': '100.00',
  })
  expect(step.outputs).toMatchObject({
    f1: '1',
    precision: '1',
    recall: '1',
    'run-id': kore.runs[0]?.requestId,
    'artifact-id': '',
  })
  expect(step.outputs['message']).toMatch(/^all 2 utterances that ran passed/)
  expect(asked()).toEqual(['start', 'status', 'status', 'status', 'file'])
  expect(kore.refusals).toEqual([])
  expect(step.annotations).toEqual([])
  expect(step.log[0]).toMatch(/^agent-test-gate \d+\.\d+\.\d+/)
  expect(step.log[1]).toMatch(/^kore-batch.*1 suite/)
  expect(step.log.at(-1)).toMatch(/^passed: /)
  expect(step.summary).toContain('✅ Passed')
})

test('the runner is told to mask the secret and every token', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  const step = await run()
  const tokens = kore.requests.flatMap(({ headers }) => headers['auth'] ?? [])
  expect(tokens).not.toEqual([])
  expect([kore.behaviour.clientSecret, ...tokens].filter((secret) => !step.masks.has(secret))).toEqual([])
})

test('a suite with one utterance that was mistaken makes the step red, and says which', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', [...TWO_GOOD, ONE_BAD])

  const step = await run()

  expectEnd(step, 'failed')
  expect(step.outputs).toMatchObject({ total: '3', passed: '2', failed: '1', 'pass-rate': '66.66' })
  expect(step.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual([
    'error: Agent tests failed',
    'error: Failed case (1)',
  ])
  expect(errorsOf(step)[1]).toContain('has my sister landed yet')
  expect(step.summary).toContain('❌ Failed')
  expect(step.summary).toContain('<code>Baggage Claim</code>')
})

test('a wrong secret is an error that names all that can be wrong, and nothing is started', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)

  const step = await run({ 'client-secret': 'not-the-secret-of-this-app' })

  expectEnd(step, 'error', 'auth')
  expect(step.outputs['message']).toMatch(/client-id, client-secret (.*) or bot-id is wrong/)
  expect(kore.runs).toEqual([])
  expect(step.summary).toContain('💥 Error')
})

test('a run that the vendor says was not whole is inconclusive', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  kore.nextRun().isPartialFailure()

  const step = await run()

  expectEnd(step, 'inconclusive')
  expect(step.outputs).toMatchObject({ total: '2', passed: '2' })
  expect(step.outputs['message']).toContain('isPartialFailure')
})

test('a run that is not over at the deadline times out, with its id and what becomes of it', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  kore.nextRun().shows(running(40))

  const step = await run({ 'timeout-minutes': '2' })

  expectEnd(step, 'timed-out')
  expect(step.outputs).toMatchObject({ 'run-id': kore.runs[0]?.requestId, total: '', 'pass-rate': '' })
  expect(step.outputs['message']).toContain('goes on at the vendor, which offers no way to stop it')
  expect(step.log.join('\n')).toContain('running, 40 %')
  expect(step.summary).toContain('⏱ Timed out')
})

test('without credentials a step that may skip is green, loudly, and asks nothing of the vendor', async () => {
  const { run, asked } = await setBundle()

  const step = await run({ 'client-id': '', 'client-secret': '', 'on-missing-credentials': 'skip' })

  expectEnd(step, 'skipped')
  expect(asked()).toEqual([])
  expect(step.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual(['warning: NOT TESTED'])
  expect(step.summary).toContain('NOT TESTED')
  expect(step.outputs['message']).toContain('NOT TESTED')
})

test('all mistakes in the inputs are told at once, before anything is sent', async () => {
  const { run, asked } = await setBundle()

  const step = await run({ suite: '', 'timeout-minutes': 'soon', 'min-pass-rate': '101', 'bot-id': '', engine: 'gpt' })

  expectEnd(step, 'error', 'config')
  for (const input of ['suite', 'timeout-minutes', 'min-pass-rate', 'bot-id', 'engine'])
    expect(step.outputs['message']).toContain(input)
  expect(asked()).toEqual([])
})

test('an input that the action does not have is left to the runner to warn of', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  const step = await run({ 'bot-versoin': 'published' })
  expectEnd(step, 'passed')
  expect(step.warnings).toEqual([expect.stringContaining("'bot-versoin'")])
})

test('the report directory holds our files and the vendor’s, byte for byte, and the outputs lead to them', async () => {
  const { kore, run } = await setBundle()
  const utterance = 'Utterances,ExpectedIntent,MatchedIntent,Result Type\n'
  const bytes = Buffer.from(`\uFEFFBot Name,Ärger\n${utterance}"say ""a\nb""",X,X,True Positive\r\nc , X,X,TP`)
  kore.suite('Regression', TWO_GOOD)
  kore.nextRun().file(bytes)

  const step = await run()

  expectEnd(step, 'passed')
  const directory = step.outputs['report-directory'] ?? ''
  expect(await step.files()).toEqual(['ctrf.json', 'junit.xml', 'report.html', 'summary.md', 'vendor/Regression/results.csv'])
  expect((await step.file('vendor/Regression/results.csv')).equals(bytes)).toBe(true)
  expect(step.outputs).toMatchObject({ 'ctrf-path': join(directory, 'ctrf.json'), 'junit-path': join(directory, 'junit.xml') })
  const ctrf: unknown = JSON.parse((await step.file('ctrf.json')).toString())
  expect(ctrf).toMatchObject({ results: { summary: { tests: 2, passed: 2 }, tests: [{ name: 'say "a\nb"' }, { name: 'c' }] } })
  expect((await step.file('summary.md')).toString()).toContain('✅ Passed')
})

test('several suites run at once, and the worst of them decides', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  kore.suite('Konto / Überweisung', [...TWO_GOOD, ONE_BAD])

  const step = await run({ suite: 'Regression\nKonto / Überweisung' })

  expectEnd(step, 'failed')
  expect(step.outputs).toMatchObject({ total: '5', failed: '1' })
  expect(step.outputs['run-id']?.split('\n')).toEqual(
    ['Regression', 'Konto / Überweisung'].map((suite) => kore.runs.find((each) => each.suite === suite)?.requestId),
  )
  expect(await step.files()).toContainEqual(expect.stringMatching(/^vendor\/Konto-[\w.-]*-[0-9a-f]{8}\/results\.csv$/))
})

test('a run that was started in one step is collected in the next', async () => {
  const { kore, run, asked } = await setBundle()
  kore.suite('Regression', [...TWO_GOOD, ONE_BAD])

  const started = await run({ mode: 'start' })
  expectEnd(started, 'started')
  expect(asked()).toEqual(['start'])
  const collected = await run({ mode: 'collect', 'run-id': started.outputs['run-id'] ?? '' })

  expectEnd(collected, 'failed')
  expect(asked().slice(1)).toEqual(['status', 'status', 'status', 'file'])
  expect(collected.outputs['run-id']).toBe(started.outputs['run-id'])
})

test('the state says that a run is under way as long as it is, and what is left is told by post', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  const passed = await run()
  expect(JSON.parse(passed.state['open-runs'] ?? '')).toEqual([])
  expect(passed.post.log).toEqual([])

  kore.nextRun().shows(running())
  const late = await run({ 'timeout-minutes': '1' })
  expect(JSON.parse(late.state['open-runs'] ?? '')).toEqual([{ suite: 'Regression', id: kore.runs[1]?.requestId }])
  expect(late.post.log.join('\n')).toContain('goes on at the vendor, which offers no way to stop it')
  expect(warningsOf(late.post)).toEqual([])
})
