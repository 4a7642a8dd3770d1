import { describe, expect, test } from '@jest/globals'
import { DEMO_SUITES, startKapsoDemo } from '../../simulator/kapso/demo.ts'
import { testCase } from '../../simulator/kapso/test-case.ts'
import { kapso } from '../../src/providers/kapso/kapso.ts'
import type { World } from '../../src/providers/provider.ts'
import { openStage } from '../conformance/kapso.ts'
import { readReport } from '../support/action.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'
import { setKapsoStage } from './stage.ts'

test('no run can be found without its id', async () => {
  const world: World = {
    door: {
      ask: () => Promise.reject(new Error('nothing is to be asked')),
      download: () => Promise.reject(new Error('nor loaded')),
    },
    clock: createVirtualClock(),
    random: () => 0.5,
    secret: () => undefined,
    passingSecret: () => undefined,
    warn: () => undefined,
    notice: () => undefined,
    sources: {
      kind: () => Promise.resolve('file'),
      read: () => Promise.resolve(new Uint8Array()),
      list: () => Promise.resolve([]),
    },
  }
  const prepared = kapso.prepare({ 'api-key': 'a-key' })
  if (!prepared.success) throw new Error('the options are good')
  await expect(prepared.connect(world).suite('Regression').open(undefined).look()).rejects.toThrow('run-id is required')
})

test('the mode cancel says that nothing can be stopped', async () => {
  const { run, asked } = await setKapsoStage()
  const step = await run({ mode: 'cancel', 'run-id': '3c90c3cc-0d44-4b50-8888-8dd25736052a' })
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  expect(asked()).toEqual([])
})

describe('what was said', () => {
  test('is kept with its case', async () => {
    const { kapso: vendor, run } = await setKapsoStage()
    vendor.suite('Regression', [testCase('Refund', { score: 0.1 })])
    const step = await run()
    expect(step.summaries[0]).toContain('Friendly and right.')
    expect((await readReport(step, 'ctrf.json')).toString()).toContain('Friendly and right.')
    expect((await readReport(step, 'vendor/Regression/test-runs.json')).toString()).toContain('should be with you tomorrow')
  })

  test.each(Object.entries(HOSTILE_TEXTS))('with %s in it changes nothing but what is shown', async (_, text) => {
    const { kapso: vendor, run } = await setKapsoStage()
    const end = { score: 0.1, feedback: text, conversation: { [text]: text }, full_history: [text] }
    vendor.suite('Regression', [testCase(text, end, { rubric: text }), testCase(text, { error: text })])
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '2', failed: '1', errored: '1' })
    expect(step.log.filter((line) => /^::|##\[/.test(line))).toEqual([])
  })
})

test('the stage for the conformance suite counts the runs of all cases as one', async () => {
  const { clock, run } = await setKapsoStage()
  const stage = await openStage(clock)
  await run({ ...stage.inputs, mode: 'start' })
  expect([stage.started(), stage.underWay(), stage.asked()]).toEqual([1, 1, 4])
  expect((await run(stage.inputs)).outputs).toMatchObject({ conclusion: 'passed', total: '2' })
  expect([stage.started(), stage.underWay()]).toEqual([2, 0])
  await stage.close()
})

test('the demo has a suite that passes and one that fails', async () => {
  const demo = await startKapsoDemo()
  await demo.close()
  expect([...DEMO_SUITES.keys()]).toEqual(['Parcel tracking', 'Complaints'])
  const { kapso: vendor, run } = await setKapsoStage()
  for (const [name, cases] of DEMO_SUITES) vendor.suite(name, cases)
  expect((await run({ suite: 'Parcel tracking' })).outputs['conclusion']).toBe('passed')
  expect((await run({ suite: 'Complaints' })).outputs).toMatchObject({ conclusion: 'failed', failed: '2', errored: '1' })
})
