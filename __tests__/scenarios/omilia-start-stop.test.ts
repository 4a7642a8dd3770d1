/** Starting a run of Testing Studio exactly once, stopping it, and collecting it in another step. */
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { setOmilia } from '../omilia/stage.ts'

describe('stopping', () => {
  test('revokes the run at the deadline', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().neverEnds()
    const { outputs } = await run({ 'timeout-minutes': '2' })
    expect([outputs['conclusion'], count('revoke'), omilia.jobs[0]?.revoked]).toEqual(['timed-out', 1, true])
  })

  test('waits in mode cancel until the run can be revoked', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().neverEnds().revocableAfter(3)
    const first = await run({ mode: 'start' })
    const { outputs, exitCode } = await run({ mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' })
    expect([outputs['conclusion'], exitCode, count('revoke')]).toEqual(['cancelled', 0, 1])
  })

  test.each([
    ['and it is stopped with the last try', 2],
    ['and it goes on', 500],
  ])('that is itself cancelled is not green: the run cannot be revoked yet, %s', async (_, looks) => {
    const { omilia, run, clock } = await setOmilia()
    omilia.nextRun().neverEnds().revocableAfter(looks)
    const first = await run({ mode: 'start' })
    const workflow = new AbortController()
    void clock.sleep(1000).then(() => workflow.abort())
    const inputs = { mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' }
    const { outputs, exitCode, summaries } = await run(inputs, { cancelled: workflow.signal })
    expect([exitCode, outputs['conclusion'], outputs['error-kind']]).toEqual([1, 'error', 'vendor'])
    expect(outputs['message']).toContain('the workflow was cancelled while the run was being stopped')
    expect(summaries.at(-1)).not.toContain('Stopped')
  })

  test('that is cancelled before it could ask anything is not green', async () => {
    const { run, count, mayRefuse } = await setOmilia()
    mayRefuse()
    const inputs = { mode: 'cancel', 'run-id': '00000000-0000-4000-8000-000000000000' }
    const { outputs, exitCode } = await run(inputs, { cancelled: AbortSignal.abort() })
    expect([exitCode, outputs['conclusion'], count('revoke')]).toEqual([1, 'error', 0])
  })

  test('asks for no revocation of a run that is over', async () => {
    const { run, count } = await setOmilia()
    const first = await run()
    const { outputs } = await run({ mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' })
    expect([outputs['conclusion'], outputs['message'], count('revoke')]).toEqual([
      'cancelled',
      expect.stringContaining('over already'),
      0,
    ])
  })

  test('takes a run that was revoked before for over', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().neverEnds()
    const first = await run({ mode: 'start' })
    const inputs = { mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' }
    expect((await run(inputs)).outputs['message']).toContain('was stopped')
    const { outputs, exitCode } = await run(inputs)
    expect([outputs['conclusion'], exitCode, count('revoke')]).toEqual(['cancelled', 0, 1])
    expect(outputs['message']).toContain('over already')
  })

  test('tries again while the vendor does not know the run yet', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().neverEnds()
    const first = await run({ mode: 'start' })
    omilia.on('run').answers(faults.json({ detail: 'run not found' }, 404))
    const { outputs } = await run({ mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' })
    expect([outputs['conclusion'], count('run'), count('revoke')]).toEqual(['cancelled', 2, 1])
  })

  test('is not held up by a project that cannot be asked for', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().neverEnds()
    const first = await run({ mode: 'start' })
    omilia.on('projects').always(faults.serverError(500))
    const { outputs } = await run({ mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' })
    expect([outputs['conclusion'], count('revoke')]).toEqual(['cancelled', 1])
  })

  test.each(['..', '.'])('takes no run-id that leads elsewhere: %s', async (id) => {
    const { run, asked } = await setOmilia()
    expect((await run({ mode: 'cancel', 'run-id': id })).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(asked()).toEqual([])
  })

  test.each([404, 409, 410])('takes HTTP %d to the revocation for an end', async (status) => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().neverEnds()
    omilia.on('revoke').always(faults.json({ detail: 'gone' }, status))
    const first = await run({ mode: 'start' })
    expect((await run({ mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' })).outputs['conclusion']).toBe('cancelled')
  })

  test.each([400, 422])('takes HTTP %d to the revocation for not yet', async (status) => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().neverEnds()
    omilia.on('revoke').answers(faults.json({ detail: 'not now' }, status))
    const first = await run({ mode: 'start' })
    const { outputs } = await run({ mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' })
    expect([outputs['conclusion'], count('revoke')]).toEqual(['cancelled', 2])
  })
})

describe('collecting in another step', () => {
  test('works at once for a run that has ended, and never starts one', async () => {
    const { omilia, run } = await setOmilia()
    const first = await run({ mode: 'start' })
    omilia.nextRun()
    const second = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
    expect([second.outputs['conclusion'], omilia.jobs.length]).toEqual(['passed', 1])
  })

  test('refuses a run of another project, and stops it in no mode', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.project('Other', { cases: [passed('a')] })
    omilia.nextRun().neverEnds()
    const first = await run({ mode: 'start', suite: 'Other' })
    for (const mode of ['collect', 'cancel']) {
      const second = await run({ mode, 'run-id': first.outputs['run-id'] ?? '' })
      expect(second.outputs).toMatchObject({
        conclusion: 'error',
        'error-kind': 'config',
        message: expect.stringContaining('another project'),
      })
    }
    expect([count('revoke'), omilia.underWay().length]).toEqual([0, 1])
  })
})

describe('a lost start', () => {
  test('is found in the list of runs and adopted', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('start').answers(faults.reset('after acting'))
    const { outputs } = await run({ group: 'smoke' })
    expect([outputs['conclusion'], outputs['run-id'], omilia.jobs.length]).toEqual(['passed', omilia.jobs[0]?.runId, 1])
  })

  const notListed = faults.json({ data: [], meta: { count: 0 } })

  test.each([1, 2])('is adopted when the list shows it only after %d looks', async (looks) => {
    const { omilia, run, count } = await setOmilia()
    omilia.on('runs').answers(faults.normally(), ...Array.from({ length: looks }, () => notListed))
    omilia.on('start').answers(faults.reset('after acting'))
    const { outputs } = await run()
    expect([outputs['conclusion'], outputs['run-id']]).toEqual(['passed', omilia.jobs[0]?.runId])
    expect([omilia.jobs.length, count('runs')]).toEqual([1, 2 + looks])
  })

  test('is given up when three looks at the list do not show it', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.on('runs').answers(faults.normally(), notListed, notListed, notListed)
    omilia.on('start').answers(faults.reset('after acting'))
    const { outputs } = await run()
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network', 'run-id': '' })
    expect(outputs['message']).toContain('the vendor lists no new run, so a run may be under way there')
    expect([omilia.jobs.length, count('runs')]).toEqual([1, 4])
  })

  test('is not confused with a run of other parameters, nor with one that was there before', async () => {
    const { omilia, run } = await setOmilia()
    const before = await run({ group: 'smoke' })
    omilia.on('start').answers(async (exchange) => {
      await run({ mode: 'start', group: 'other' })
      await faults.reset('after acting')(exchange)
    })
    const { outputs } = await run({ group: 'smoke' })
    expect(outputs['conclusion']).toBe('passed')
    expect([before.outputs['run-id'], omilia.jobs[1]?.runId]).not.toContain(outputs['run-id'])
    expect(omilia.jobs).toHaveLength(3)
  })

  test('is an error when two runs could be it', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('start').answers(async (exchange) => {
      await run({ mode: 'start' })
      await faults.reset('after acting')(exchange)
    })
    const { outputs } = await run()
    expect(outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'network',
      message: expect.stringContaining('2 new runs'),
    })
  })

  test('is one whose answer tells of two runs, or of none', async () => {
    const { omilia, run } = await setOmilia()
    const answered = (data: unknown) =>
      faults.changed((honest) => ({ ...honest, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ data }) }))
    for (const data of [[{ runId: 'a' }, { runId: 'b' }], [], null]) {
      omilia.on('start').answers(answered(data))
      const { outputs } = await run()
      expect([outputs['conclusion'], outputs['run-id']]).toEqual(['passed', omilia.jobs.at(-1)?.runId])
    }
  })

  test('is told where the list of runs could not be read before the start', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('runs').answers(faults.html(200))
    omilia.on('start').answers(faults.reset('after acting'))
    const { outputs } = await run()
    expect(outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'network',
      message: expect.stringContaining('may be under way'),
    })
    expect(omilia.jobs).toHaveLength(1)
  })
})
