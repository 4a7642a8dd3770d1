/** A runner whose disk is full: what cannot be kept for the clean-up lets nothing be started, and takes nothing away later. */
import { beforeEach, expect, test } from '@jest/globals'
import { failed, passed } from '../../simulator/omilia/test-case.ts'
import { type OmiliaStage, setOmilia } from '../omilia/stage.ts'

let stage: OmiliaStage

beforeEach(async () => {
  stage = await setOmilia()
})

/** The disk is full from the so-manieth write of state on. */
function fullFrom(write: number): { onState: () => void } {
  let writes = 0
  return {
    onState() {
      writes += 1
      if (writes >= write) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    },
  }
}

test('before the start: an error of the runner that says so, and nothing is sent', async () => {
  const step = await stage.run({}, fullFrom(1))
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', 'run-id': '' })
  expect(step.outputs['message']).toMatch(/^this suite was not started, because the file that GITHUB_STATE names.*ENOSPC/)
  expect([stage.count('start'), stage.omilia.jobs]).toEqual([0, []])
})

test.each([2, 3])('from write %d on: a run that is paid for is judged all the same, with one warning', async (write) => {
  stage.omilia.project('Failing', { cases: [passed('a'), failed('b')] })
  const step = await stage.run({ suite: 'Failing' }, fullFrom(write))
  expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '2', failed: '1', 'run-id': stage.omilia.jobs[0]?.runId })
  expect(step.annotations.filter(({ message }) => message.includes('clean-up'))).toHaveLength(1)
})

test('at the deadline: all suites are told, and their runs are revoked', async () => {
  stage.omilia.project('Bank', { cases: [passed('a')] })
  stage.omilia.nextRun().neverEnds()
  stage.omilia.nextRun().neverEnds()
  const step = await stage.run({ suite: 'Airline\nBank\nNobody', 'timeout-minutes': '3' }, fullFrom(5))
  expect(step.outputs['conclusion']).toBe('error')
  expect(step.outputs['run-id']?.split('\n')).toEqual([...stage.omilia.jobs.map(({ runId }) => runId), '-'])
  expect(step.summaries.at(-1)).toContain('Bank')
  expect(stage.omilia.underWay()).toEqual([])
})
