/** Every form in which Testing Studio can answer or refuse. */
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { setOmilia } from '../omilia/stage.ts'

describe('answers', () => {
  test('may hold one thing in data, or a list of one', async () => {
    const { omilia, run } = await setOmilia('omilia', { listsOne: false })
    omilia.nextRun().cases(passed('alone'))
    expect((await run({ suite: 'Airline' })).outputs).toMatchObject({ conclusion: 'passed', total: '1' })
  })

  test('may have any 2xx status', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('start').answers(faults.changed((honest) => ({ ...honest, status: 201 })))
    omilia.on('run').answers(faults.changed((honest) => ({ ...honest, status: 203 })))
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test('about another run are not believed', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().edited((job) => ({ ...job, runId: 'e6fa9e9a-5055-4773-9652-309b05e88c49' }))
    expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract' })
  })

  test('without stats, suites and test cases are no pass', async () => {
    const { omilia, run } = await setOmilia()
    for (const call of ['stats', 'cases', 'suites'] as const) omilia.on(call).always(faults.json({ detail: 'Not Found' }, 404))
    expect((await run()).outputs).toMatchObject({ conclusion: 'inconclusive', total: '0' })
  })

  test.each([
    ['null', null],
    ['an empty list', []],
    ['an empty object', {}],
  ])('with stats that are %s leave the test cases to judge, told', async (_, data) => {
    const { omilia, run } = await setOmilia()
    omilia.on('stats').always(faults.json({ data }))
    const { outputs, log } = await run()
    expect(outputs['conclusion']).toBe('passed')
    expect(log.join('\n')).toContain('gave no stats')
  })

  test.each([
    ['a text', { detail: 'Group: my_groupde invalid' }, 'Group: my_groupde invalid'],
    [
      'a list',
      { detail: [{ loc: ['body', 'projectId'], msg: 'field required', type: 'value_error' }] },
      'body: projectId: field required',
    ],
    ['errors', { errors: [{ title: 'Bad Request', detail: 'no such group' }] }, 'Bad Request: no such group'],
  ])('that refuse are told by what the vendor says: %s', async (_, body, said) => {
    const { omilia, run } = await setOmilia()
    omilia.on('start').answers(faults.json(body, 422))
    const { outputs, log } = await run()
    expect(outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'config',
      message: expect.stringMatching(/check suite and the other inputs/),
    })
    expect(log.join('\n')).toContain(said)
  })

  test('that no licence is left are an error of the vendor, and nothing is tried again', async () => {
    const { run, mayRefuse, count } = await setOmilia('omilia', { withoutLicence: true })
    mayRefuse()
    expect((await run()).outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'vendor',
      message: expect.stringContaining('licence'),
    })
    expect(count('start')).toBe(1)
  })

  test('of HTTP 403 for good are an error of sign-in', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('projects').always(faults.json({ detail: 'Forbidden' }, 403))
    expect((await run()).outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'auth',
      message: expect.stringContaining('no licence is left'),
    })
  })

  test('of HTTP 404 at a wrong address name the prefix', async () => {
    const { omilia, run, mayRefuse } = await setOmilia()
    mayRefuse()
    const { outputs } = await run({ 'base-url': omilia.address })
    expect(outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'config',
      message: expect.stringContaining('prefix of the product'),
    })
  })

  test('of HTTP 429 and 503 are waited for, also at the start', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('start').answers(faults.json({ detail: 'slow down' }, 429), faults.serverError(503, { retryAfter: '20' }))
    omilia.on('run').answers(faults.json({ detail: 'slow down' }, 429), faults.serverError(502), faults.reset('before acting'))
    expect([(await run()).outputs['conclusion'], omilia.jobs.length]).toEqual(['passed', 1])
  })

  test('with a slash at the end of base-url go to the same address', async () => {
    const { omilia, run } = await setOmilia()
    expect((await run({ 'base-url': `${omilia.baseUrl}/` })).outputs['conclusion']).toBe('passed')
  })
})
