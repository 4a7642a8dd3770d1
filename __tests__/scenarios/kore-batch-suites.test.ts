import { expect, test } from '@jest/globals'
import { running } from '../../simulator/kore/batch-run.ts'
import { refuses } from '../../simulator/kore/refusal.ts'
import { readReport, setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD, utterances } from '../support/utterances.ts'

test('several suites are each run once, and all have to pass', async () => {
  const { kore, run } = await setStage()
  for (const name of ['One', 'Two', 'Three']) kore.suite(name, TWO_GOOD)

  const step = await run({ suite: ' One \n\nTwo\r\nThree\n' })

  expect(step.exitCode).toBe(0)
  expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '6', passed: '6' })
  expect(kore.runs.map(({ suite }) => suite).toSorted()).toEqual(['One', 'Three', 'Two'])
})

test('run-id has a line for each suite, in their order, whichever starts first', async () => {
  const { kore, run } = await setStage()
  for (const name of ['One', 'Two', 'Three']) kore.suite(name, TWO_GOOD)

  const step = await run({ suite: 'One\nTwo\nThree' })

  const idOf = (name: string): string | undefined => kore.runs.find(({ suite }) => suite === name)?.requestId
  expect(step.outputs['run-id']?.split('\n')).toEqual([idOf('One'), idOf('Two'), idOf('Three')])
})

test('run-id is put out as each run becomes known, `-` where none is yet', async () => {
  const { kore, run } = await setStage()
  for (const name of ['One', 'Two']) kore.suite(name, TWO_GOOD)

  const step = await run({ suite: 'One\nTwo', 'max-parallel': '1' })

  const [one, two] = kore.runs.map(({ requestId }) => requestId)
  const ids = step.outputHistory.filter(([name]) => name === 'run-id').map(([, value]) => value)
  expect(ids[0]).toBe(`${one}\n-`)
  expect(ids).toContain(`${one}\n${two}`)
})

test('the worst suite decides: one that failed among those that passed', async () => {
  const { kore, run } = await setStage()
  kore.suite('Good', TWO_GOOD)
  kore.suite('Bad', [...TWO_GOOD, ONE_BAD])

  const step = await run({ suite: 'Good\nBad' })

  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '5', passed: '4', failed: '1', 'pass-rate': '80.00' })
  expect(step.outputs['message']).toMatch(/^Bad: /)
  expect(step.outputs['message']).not.toContain('Good')
})

test('each suite is judged by itself: many good ones elsewhere do not outweigh a bad one', async () => {
  const { kore, run } = await setStage()
  kore.suite('Large', utterances(200))
  kore.suite('Small', utterances(1, 1))
  expect((await run({ suite: 'Large\nSmall', 'min-pass-rate': '90' })).outputs).toMatchObject({
    conclusion: 'failed',
    'pass-rate': '99.50',
  })
  expect((await run({ suite: 'Large\nSmall', 'min-tests': '3', 'min-pass-rate': '50' })).outputs['conclusion']).toBe(
    'inconclusive',
  )
})

test('an error outweighs a failure, and the other suites still run to their end', async () => {
  const stage = await setStage()
  stage.mayRefuse()
  stage.kore.suite('Bad', [...TWO_GOOD, ONE_BAD])
  stage.kore.suite('Good', TWO_GOOD)

  const step = await stage.run({ suite: 'Bad\nUnknown\nGood' })

  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', total: '5', passed: '4', failed: '1' })
  expect(step.outputs['message']).toMatch(/^Unknown: .*no suite by the name "Unknown"/)
  expect(step.outputs['run-id']?.split('\n')).toEqual([expect.stringMatching(/^tr-/), '-', expect.stringMatching(/^tr-/)])
  for (const name of ['Bad', 'Good']) expect((await readReport(step, `vendor/${name}/results.csv`)).length).toBeGreaterThan(0)
  const page = step.summaries.at(-1) ?? ''
  const places = ['Error: <code>Unknown', 'Failed: <code>Bad', 'Passed: <code>Good'].map((heading) => page.indexOf(heading))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((left, right) => left - right))
})

test('error-kind is that of the first suite in error, in the order of the input', async () => {
  const stage = await setStage()
  stage.mayRefuse()
  for (const name of ['One', 'Two']) stage.kore.suite(name, TWO_GOOD)
  stage.kore.on('start').decides(({ params }) => (params.get('suite') === 'Two' ? refuses('scope') : undefined))
  const changes = { 'max-parallel': '1' }
  expect((await stage.run({ suite: 'One\nUnknown\nTwo', ...changes })).outputs['error-kind']).toBe('config')
  expect((await stage.run({ suite: 'Two\nUnknown\nOne', ...changes })).outputs['error-kind']).toBe('auth')
})

test('a contradiction in one suite outweighs failures in another', async () => {
  const { kore, run } = await setStage()
  for (const name of ['Bad', 'Odd']) kore.suite(name, [...TWO_GOOD, ONE_BAD])
  kore.nextRun('Odd').isPartialFailure()
  const step = await run({ suite: 'Bad\nOdd' })
  expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', failed: '2' })
  expect(step.outputs['message']).toMatch(/^Odd: /)
})

test('no more suites are under way at once than max-parallel allows', async () => {
  const names = ['A', 'B', 'C', 'D', 'E']
  for (const most of [1, 3]) {
    const { kore, run } = await setStage({ runsLastMs: 20_000 })
    for (const name of names) kore.suite(name, TWO_GOOD)

    const step = await run({ suite: names.join('\n'), 'max-parallel': String(most) })

    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '10' })
    expect(mostAtOnce(kore.requests)).toBe(most)
  }
})

/** How many suites had been asked to start, and had not yet had their file fetched, at the worst moment. */
function mostAtOnce(requests: readonly { readonly operation: string }[]): number {
  let [now, most] = [0, 0]
  for (const { operation } of requests) {
    if (operation === 'start') now += 1
    if (operation === 'file') now -= 1
    most = Math.max(most, now)
  }
  return most
}

test('metrics are those of the worst suite', async () => {
  const { kore, run } = await setStage()
  for (const name of ['One', 'Two']) kore.suite(name, TWO_GOOD)
  kore.nextRun('One').scores({ f1_score: '0.90', precision: '0.70', recall: '0.99' })
  kore.nextRun('Two').scores({ f1_score: '0.80', precision: '0.95', recall: '0.98' })
  const step = await run({ suite: 'One\nTwo', 'min-f1': '0.85' })
  expect(step.outputs).toMatchObject({ conclusion: 'failed', f1: '0.8', precision: '0.7', recall: '0.98' })
  expect(step.outputs['message']).toMatch(/^Two: f1 is 0\.8; min-f1 asks for 0\.85/)
})

test('must-pass looks over all suites', async () => {
  const { kore, run } = await setStage()
  kore.suite('One', TWO_GOOD)
  kore.suite('Two', [ONE_BAD])
  const lenient = { suite: 'One\nTwo', 'min-pass-rate': '0' }
  expect((await run({ ...lenient, 'must-pass': 'I want to *\nWhat is left*' })).outputs['conclusion']).toBe('passed')
  const step = await run({ ...lenient, 'must-pass': 'I want to *\nhas my sister*' })
  expect(step.exitCode).toBe(1)
  expect(step.outputs['conclusion']).toBe('failed')
})

test('a deadline that comes for one suite leaves the results of the others', async () => {
  const { kore, run } = await setStage()
  for (const name of ['Quick', 'Endless']) kore.suite(name, TWO_GOOD)
  kore.nextRun('Endless').shows(running(10))
  const step = await run({ suite: 'Quick\nEndless', 'timeout-minutes': '10' })
  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ conclusion: 'timed-out', total: '2', passed: '2' })
  expect(step.outputs['message']).toMatch(/^Endless: /)
  expect(Math.abs(step.tookMs - 600_000)).toBeLessThanOrEqual(5000)
})

test('suites whose names differ only in case or in odd characters keep their files apart', async () => {
  const { kore, run } = await setStage()
  const names = ['Orders', 'orders', 'Orders?', 'Orders*']
  for (const [index, name] of names.entries()) kore.suite(name, utterances(index + 1))

  const step = await run({ suite: names.join('\n') })

  expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '10' })
  const files = step.uploads[0]?.files.filter((file) => file.endsWith('results.csv')) ?? []
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(4)
})
