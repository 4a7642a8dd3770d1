/** Runs of Testing Studio, the whole action through `src`: what a workflow sees of a run. */
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { pending, started, status } from '../../simulator/omilia/job-plan.ts'
import { failed, passed } from '../../simulator/omilia/test-case.ts'
import { kept, oneFailed, setOmilia } from '../omilia/stage.ts'

describe('a run of a project', () => {
  test('whose test cases all pass makes the check green', async () => {
    const { run, asked } = await setOmilia()
    const step = await run()
    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', passed: '2', failed: '0', 'pass-rate': '100.00' })
    expect(asked()).toEqual([
      'projects',
      'runs',
      'start',
      'run',
      'logs',
      'run',
      'logs',
      'run',
      'logs',
      'stats',
      'cases',
      'suites',
      'logs',
      'artifacts',
    ])
  })

  test('of which one fails makes it red, with its assertion errors in the summary', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().cases(...oneFailed())
    const step = await run()
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '2', passed: '1', failed: '1' })
    for (const text of ['cancel a flight', 'step 2', 'Book Flight', 'Cancel Flight'])
      expect(step.summaries.at(-1)).toContain(text)
  })

  test('counts a test case that passed at its second try as flaky', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().cases(passed('a'), passed('b', { numberOfTries: 2 }))
    expect((await run()).outputs).toMatchObject({ conclusion: 'passed', flaky: '1' })
  })

  test('that broke without a failed test case is an error of the vendor, with the end of its log', async () => {
    const { omilia, run } = await setOmilia()
    omilia
      .nextRun()
      .cases()
      .ends('FAILURE')
      .archive(null)
      .log({ data: [{ sectionName: 'Clone', id: '1', content: [{ text: 'fatal: repository not found' }] }] })
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
    expect(step.outputs['message']).toMatch(/the run itself broke/)
    expect(step.summaries.at(-1)).toContain('repository not found')
    expect(step.annotations.filter(({ message }) => message.includes('could not be written'))).toEqual([])
  })

  test('that somebody else revoked is an error of the vendor', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().ends('REVOKED')
    expect((await run()).outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'vendor',
      message: expect.stringContaining('revoked'),
    })
  })

  test('that shows statuses that nobody knows waits on, and tells the first', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().shows(status('HIBERNATING'), status('DREAMING'), pending())
    const { outputs, annotations } = await run()
    expect([outputs['conclusion'], annotations.map(({ message }) => message)]).toEqual([
      'passed',
      [expect.stringContaining('unknown status')],
    ])
  })

  test('that has ended stays so, whatever the vendor says afterwards', async () => {
    const { omilia, run } = await setOmilia()
    let looks = 0
    const flapping = (job: object): object => ({ ...job, artifact: null, ...(++looks > 3 && { status: 'STARTED' }) })
    omilia.nextRun().shows(pending()).edited(flapping)
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test('that stays PENDING is ended by the deadline alone', async () => {
    const { omilia, run } = await setOmilia()
    omilia
      .nextRun()
      .shows(...Array.from({ length: 100 }, pending))
      .revocableAfter(1000)
    const step = await run({ 'timeout-minutes': '10' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(step.outputs['message']).toContain('could not be stopped yet')
  })
})

describe('the log of the run', () => {
  test('is shown as it grows, in groups, each line once', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().shows(pending(), started(), started(), started())
    const { log } = await run()
    expect(count('logs')).toBeGreaterThan(3)
    expect(log.filter((line) => line.includes('---- Cloning repository ----'))).toHaveLength(1)
    expect(log.filter((line) => line.includes('---- Running test suites ----'))).toHaveLength(1)
    const [clone, tests] = ['Cloning repository', 'book a flight : success'].map((text) =>
      log.findIndex((line) => line.includes(text)),
    )
    expect(clone).toBeLessThan(tests ?? 0)
  })

  test('changes nothing when it cannot be had, and that is told once', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('logs').answers(...Array.from({ length: 3 }, () => faults.serverError(500)))
    const { outputs, annotations } = await run()
    expect(outputs['conclusion']).toBe('passed')
    expect(annotations.filter(({ message }) => message.includes('log of the run could not be read'))).toHaveLength(1)
  })

  test('may not be there at all', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('logs').always(faults.json({ detail: 'Not Found' }, 404))
    const { outputs, annotations } = await run()
    expect([outputs['conclusion'], annotations]).toEqual(['passed', []])
  })

  test('shows the progress of the run', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().shows(started(1, 4), started(2, 4))
    expect((await run()).log.join('\n')).toContain('running, 25 % (1 of 4 jobs)')
  })
})

describe('the filters', () => {
  const body = (stage: Awaited<ReturnType<typeof setOmilia>>): unknown =>
    JSON.parse(stage.omilia.requests.find(({ operation }) => operation === 'start')?.body.toString() ?? '')

  test('are sent as they were given', async () => {
    const stage = await setOmilia()
    await stage.run({ group: 'smoke', utterance: 'hello', description: 'Ünïcode "quoted"' })
    expect(body(stage)).toEqual({
      projectId: expect.any(String),
      group: 'smoke',
      utterance: 'hello',
      description: 'Ünïcode "quoted"',
    })
  })

  test('are not sent when they were not given', async () => {
    const stage = await setOmilia()
    await stage.run({ group: ' ', description: '' })
    expect(body(stage)).toEqual({ projectId: expect.any(String) })
  })
})

test('several projects run side by side, each with its own files', async () => {
  const { omilia, run } = await setOmilia()
  omilia.project('Bank', { cases: [passed('a'), failed('b')] })
  const step = await run({ suite: 'Airline\nBank' })
  expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '4', failed: '1' })
  for (const suite of ['Airline', 'Bank']) expect((await kept(step, 'artifacts.zip', suite)).length).toBeGreaterThan(100)
})
