/** The inputs that choose which cases of Omilia run: where they fit none, they are named. */
import { expect, test } from '@jest/globals'
import { zipOf } from '../../simulator/omilia/archive.ts'
import { setOmilia } from '../omilia/stage.ts'

test('a run whose filters fit no test case is inconclusive, and names those that were given', async () => {
  const { omilia, run } = await setOmilia()
  omilia.nextRun().cases()
  const step = await run({ group: 'smoke', description: 'booking' })
  expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', total: '0' })
  expect(step.outputs['message']).toBe(
    'there were no test cases, so nothing was proved; check that group and description, which together choose the test cases that run, fit some',
  )
})

test('a run of nothing without a filter names none', async () => {
  const { omilia, run } = await setOmilia()
  omilia.nextRun().cases()
  expect((await run()).outputs['message']).toBe('there were no test cases, so nothing was proved')
})

test('a generation for test suites that made nothing names them, and not the group that it only labels', async () => {
  const { omilia, run } = await setOmilia('omilia-generation')
  omilia.nextGeneration().archive(zipOf({}))
  const step = await run({ group: 'smoke', 'test-suite': 'booking' })
  expect(step.outputs['conclusion']).toBe('inconclusive')
  expect(step.outputs['message']).toContain('check that test-suite, which chooses the generated test cases that run, fits some')
})
