/** For a moment the answer of another call stands in place of what a run came to: asked again, and never taken for results. */
import { expect, test } from '@jest/globals'
import { json } from '../../simulator/faults.ts'
import { failed } from '../../simulator/omilia/test-case.ts'
import { setOmilia } from '../omilia/stage.ts'

const OF_ANOTHER_CALL = { data: [{ runId: 'other', status: 'SUCCESS', score: 1 }] }

test('in place of the test cases: what names no test case is none', async () => {
  const { omilia, run, count } = await setOmilia()
  omilia.project('Failing', { cases: [failed('a')] })
  omilia.on('cases').answers(json(OF_ANOTHER_CALL))
  const step = await run({ suite: 'Failing' })
  expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '1', failed: '1' })
  expect(count('cases')).toBe(2)
})

test('in place of the stats: what counts nothing is none', async () => {
  const { omilia, run, count } = await setOmilia()
  omilia.on('stats').answers(json(OF_ANOTHER_CALL))
  expect((await run()).outputs['conclusion']).toBe('passed')
  expect(count('stats')).toBe(2)
})

test('for good in place of the test cases is an error of shape', async () => {
  const { omilia, run } = await setOmilia()
  omilia.on('cases').always(json(OF_ANOTHER_CALL))
  expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract' })
})
