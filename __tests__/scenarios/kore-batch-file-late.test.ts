/** A completed batch test whose link to the result file is empty at first: not there yet, and no link. */
import { describe, expect, test } from '@jest/globals'
import { delay } from '../../simulator/faults.ts'
import type { StatusAnswer } from '../../simulator/kore/batch-status.ts'
import { type Stage, setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

/** The link is such for so many completed answers, and then the true one. */
async function setLateFile(link: unknown, answers: number): Promise<Stage> {
  const stage = await setStage()
  stage.kore.suite('Regression', TWO_GOOD)
  let told = 0
  stage.kore.nextRun().edited((answer: StatusAnswer): unknown => {
    if (answer.status !== 'completed' || told >= answers) return answer
    told += 1
    return { ...answer, result: { ...answer.result, fileUrl: link } }
  })
  return stage
}

describe.each(['', null, undefined, {}])('the link %j of a completed run', (link) => {
  test('is waited for, and what comes later is judged', async () => {
    const { run, asked } = await setLateFile(link, 3)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', passed: '2' })
    expect(asked().filter((each) => each === 'file')).toHaveLength(1)
    expect(asked().filter((each) => each === 'status').length).toBeGreaterThanOrEqual(6)
  })

  test('that never comes is an error of the vendor', async () => {
    const { run, asked } = await setLateFile(link, Number.POSITIVE_INFINITY)
    const step = await run()
    expect([step.exitCode, step.outputs['conclusion'], step.outputs['error-kind']]).toEqual([1, 'error', 'vendor'])
    expect(step.outputs['message']).toContain('its result file never came')
    expect(asked()).not.toContain('file')
    expect(step.tookMs).toBeLessThan(5 * 60_000)
  })
})

test('a DialogGPT run whose link stays empty is judged by its counts', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
  kore
    .nextRun()
    .edited((answer) => (answer.status === 'completed' ? { ...answer, result: { ...answer.result, fileUrl: '' } } : answer))
  const step = await run({ engine: 'dgpt', 'min-pass-rate': '60' })
  expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '3', failed: '1' })
})

test('the duration of a run is over when the run is, not when its file was fetched', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  kore.on('file').answers(delay(25_000))
  const step = await run()
  expect(step.outputs['conclusion']).toBe('passed')
  expect(step.tookMs - Number(step.outputs['duration-seconds']) * 1000).toBeGreaterThan(24_000)
})
