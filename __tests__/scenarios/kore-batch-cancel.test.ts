import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { hang, normally } from '../../simulator/faults.ts'
import { running } from '../../simulator/kore/batch-run.ts'
import { OUTPUTS } from '../../src/outputs.ts'
import type { ArtifactStore } from '../../src/rim.ts'
import { type Stage, type StepRecord, setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

interface CancelStage extends Stage {
  /** Cancels the workflow, and then does as told. */
  cancel(then?: Fault): Fault
  /** Runs the step until it is cancelled or ends; `lateMs` is how long it went on after the cancellation. */
  runCancelled(
    changes?: Readonly<Record<string, string>>,
    store?: ArtifactStore,
  ): Promise<StepRecord & { readonly lateMs: number }>
}

async function setCancelStage(): Promise<CancelStage> {
  const stage = await setStage()
  const workflow = new AbortController()
  let cancelledAt = 0
  stage.kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
  return {
    ...stage,
    cancel:
      (then = normally()) =>
      async (exchange) => {
        cancelledAt = stage.clock.now()
        workflow.abort()
        await then(exchange)
      },
    async runCancelled(changes, store) {
      const step = await stage.run(changes, { cancelled: workflow.signal, ...(store !== undefined && { store }) })
      return { ...step, lateMs: stage.clock.now() - cancelledAt }
    },
  }
}

function expectCancelled(step: StepRecord & { readonly lateMs: number }): void {
  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ conclusion: 'cancelled', 'error-kind': '', total: '' })
  expect(step.outputs['message']).toMatch(/the workflow was cancelled/)
  expect(OUTPUTS.filter((name) => step.outputs[name] === undefined)).toEqual([])
  expect(step.lateMs).toBeLessThanOrEqual(5000)
  expect(step.uploads).toEqual([])
  expect(step.summaries.at(-1)).toContain('Cancelled')
  expect(step.annotations).toEqual([expect.objectContaining({ level: 'warning', title: 'Agent tests were cancelled' })])
}

describe('a workflow that is cancelled ends the step within seconds', () => {
  test('before the start: nothing is sent', async () => {
    const { kore, run } = await setCancelStage()
    const step = await run({}, { cancelled: AbortSignal.abort() })
    expectCancelled({ ...step, lateMs: step.tookMs })
    expect(kore.requests).toEqual([])
    expect(step.outputs['run-id']).toBe('')
  })

  test.each([
    ['a vendor that answers', normally()],
    ['a vendor that hangs', hang()],
  ])('while it waits for the run, with %s', async (_, then) => {
    const { kore, cancel, runCancelled } = await setCancelStage()
    kore.nextRun().shows(running(1))
    kore.on('status').answers(normally(), normally(), cancel(then))
    const step = await runCancelled()
    expectCancelled(step)
    expect(step.outputs['run-id']).toBe(kore.runs[0]?.requestId)
    expect(step.outputs['message']).toContain(kore.runs[0]?.requestId)
    expect(kore.requests).toHaveLength(4)
  })

  test('between two looks, in the middle of a long gap', async () => {
    const { kore, clock, run } = await setCancelStage()
    kore.nextRun().shows(running(1))
    const workflow = new AbortController()
    void clock.sleep(300_000).then(() => workflow.abort())
    const step = await run({ 'poll-interval-seconds': '250', 'poll-max-interval-seconds': '900' }, { cancelled: workflow.signal })
    expectCancelled({ ...step, lateMs: step.tookMs - 300_000 })
  })

  test.each([
    ['a vendor that answers', normally()],
    ['a vendor that hangs', hang()],
  ])('while it fetches the file, with %s', async (_, then) => {
    const { kore, cancel, runCancelled } = await setCancelStage()
    kore.on('file').answers(cancel(then))
    expectCancelled(await runCancelled())
  })

  test('with several suites, of which one is over', async () => {
    const { kore, cancel, runCancelled } = await setCancelStage()
    kore.suite('Quick', TWO_GOOD)
    kore.nextRun('Regression').shows(running(1))
    kore
      .on('status')
      .decides(({ params }) => (params.get('suite') === 'Regression' && kore.requests.length > 12 ? cancel() : undefined))
    const step = await runCancelled({ suite: 'Quick\nRegression' })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'cancelled', total: '2', passed: '2' })
    expect(step.outputs['run-id']?.split('\n')).toHaveLength(2)
    expect(step.lateMs).toBeLessThanOrEqual(5000)
    expect(step.uploads).toEqual([])
  })

  test('with more suites than may be under way: those to come are not started', async () => {
    const { kore, cancel, runCancelled } = await setCancelStage()
    for (const name of ['Second', 'Third']) kore.suite(name, TWO_GOOD)
    kore.on('status').answers(cancel())
    expectCancelled(await runCancelled({ suite: 'Regression\nSecond\nThird', 'max-parallel': '1' }))
    expect(kore.runs).toHaveLength(1)
  })
})

describe('after the verdict a cancellation changes nothing', () => {
  test('while the artifact goes up', async () => {
    const { kore, run } = await setCancelStage()
    kore.suite('Regression', TWO_GOOD)
    const workflow = new AbortController()
    const store: Partial<ArtifactStore> = {
      upload: async ({ name }) => {
        workflow.abort()
        return { name, id: '9', url: 'https://github.com/o/r/actions/runs/1/artifacts/9' }
      },
    }
    const step = await run({}, { cancelled: workflow.signal, store })
    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', 'artifact-id': '9' })
  })

  test('and a failure stays one', async () => {
    const { run } = await setCancelStage()
    const workflow = new AbortController()
    const store: Partial<ArtifactStore> = {
      upload: () => {
        workflow.abort()
        return Promise.reject(new Error('gone'))
      },
    }
    const step = await run({}, { cancelled: workflow.signal, store })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'failed', failed: '1' })
  })
})

describe('the deadline ends what is in flight', () => {
  test.each(['status', 'file'] as const)('a %s that hangs', async (operation) => {
    const { kore, run } = await setCancelStage()
    kore.on(operation).always(hang())
    const step = await run({ 'timeout-minutes': '0.4' })
    expect(step.exitCode).toBe(1)
    expect(Math.abs(step.tookMs - 24_000)).toBeLessThanOrEqual(5000)
    expect(step.outputs).toMatchObject({ conclusion: 'timed-out', total: '' })
    expect(OUTPUTS.filter((name) => step.outputs[name] === undefined)).toEqual([])
  })

  test('and suites to come are not started', async () => {
    const { kore, run } = await setCancelStage()
    kore.suite('Second', TWO_GOOD)
    kore.nextRun().shows(running(1))
    const step = await run({ suite: 'Regression\nSecond', 'max-parallel': '1', 'timeout-minutes': '2' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(kore.runs).toHaveLength(1)
    expect(step.outputs['run-id']).toBe(`${kore.runs[0]?.requestId}\n-`)
  })
})
