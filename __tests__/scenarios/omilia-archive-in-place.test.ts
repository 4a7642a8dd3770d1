/** Something else in the place of the archive: asked for again, since a proxy can answer so for a moment. */
import { expect, test } from '@jest/globals'
import { empty, html } from '../../simulator/faults.ts'
import { kept, setOmilia } from '../omilia/stage.ts'

test.each([
  ['a page', html(200)],
  ['nothing', empty()],
])('%s in place of the archive of a generation is not what was made: it is fetched again', async (_, instead) => {
  const { omilia, run, count } = await setOmilia('omilia-generation')
  omilia.on('generation artifacts').answers(instead, instead)
  expect((await run()).outputs).toMatchObject({ conclusion: 'passed', total: '2' })
  expect(count('generation artifacts')).toBe(3)
})

test('what a vendor has in place of an archive for good is kept as it came, and a run is judged without it', async () => {
  const { omilia, run } = await setOmilia()
  omilia.on('artifacts').always(html(200))
  const step = await run()
  expect(step.outputs['conclusion']).toBe('passed')
  expect((await kept(step, 'artifacts.zip')).toString()).toContain('<!doctype html>')
})

test('and a generation without any is inconclusive', async () => {
  const { omilia, run } = await setOmilia('omilia-generation')
  omilia.on('generation artifacts').always(empty())
  expect((await run()).outputs).toMatchObject({ conclusion: 'inconclusive', total: '0' })
})
