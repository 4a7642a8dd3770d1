/** Answers of Testing Studio with something odd in them that must not matter, or that must not be overlooked. */
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import * as faults from '../../simulator/faults.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { passwordSignIn, setOmilia } from '../omilia/stage.ts'

const MINUTE = 60_000

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[]
}

/** What the vendor would have answered, changed. */
function edited(change: (answer: Listed) => unknown): Fault {
  return faults.changed((answer) => ({ ...answer, body: JSON.stringify(change(JSON.parse(String(answer.body)))) }))
}

describe('the list of generations', () => {
  const odd = { runId: '11111111-0000-4000-8000-000000000000', projectId: 7, status: null, createdAt: null }

  test('may hold one of somebody else without a status', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.on('generations').always(edited(({ data }) => ({ data: [...data, odd] })))
    expect((await run()).outputs).toMatchObject({ conclusion: 'passed', total: '2' })
  })

  test('finds a lost start all the same', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.on('generations').always(edited(({ data }) => ({ data: [odd, ...data] })))
    omilia.on('generate').answers(faults.reset('inside the body'))
    const { outputs } = await run()
    expect([outputs['conclusion'], omilia.jobs.length]).toEqual(['passed', 1])
  })

  test('with our own without a status is an answer of the wrong shape', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.on('generations').always(edited(({ data }) => ({ data: data.map((each) => ({ ...each, status: null })) })))
    const { outputs } = await run()
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract', message: expect.stringContaining('status') })
  })
})

test('a list of test cases that says that it has more than it holds is no pass, also without stats', async () => {
  const { omilia, run } = await setOmilia()
  omilia.on('stats').always(faults.answer(404))
  omilia.on('cases').always(edited(({ data }) => ({ data, meta: { count: 500 } })))
  const { outputs } = await run()
  expect(outputs).toMatchObject({
    conclusion: 'inconclusive',
    message: expect.stringContaining('holds 2, but says that it has 500'),
  })
})

test('a list of test cases may say how many it holds', async () => {
  const { omilia, run } = await setOmilia()
  omilia.on('cases').always(edited(({ data }) => ({ data, meta: { count: 2 } })))
  expect((await run()).outputs['conclusion']).toBe('passed')
})

test('a run that does not say whether it can be revoked is revoked', async () => {
  const { omilia, run } = await setOmilia()
  omilia.nextRun().neverEnds()
  omilia.on('run').always(edited(({ data }) => ({ data: [data].flat().map(({ isRevocable: _, ...told }) => told) })))
  expect((await run({ 'timeout-minutes': '2' })).outputs['conclusion']).toBe('timed-out')
  expect(omilia.underWay()).toEqual([])
})

test('of projects of one name only ids that are plain are told in the message', async () => {
  const { omilia, run } = await setOmilia()
  omilia.project('Twice', { cases: [passed('a')] })
  const hostile = '@everyone ![x](https://evil.example/x.png) <img src=x>'
  omilia
    .on('projects')
    .always(edited(({ data }) => ({ data: [...data, ...data.slice(-1).map((each) => ({ ...each, id: hostile }))] })))
  const { outputs } = await run({ suite: 'Twice' })
  expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  expect(outputs['message']).toMatch(/has 2 projects by the name "Twice"; give the id of one: [\w-]+$/)
})

describe('the sign-in', () => {
  test.each([1, 3])('that answers 404 %d times while it renews is waited for, since the realm is known', async (times) => {
    const { omilia, run, clock } = await setOmilia()
    omilia.nextRun().lasts(12 * MINUTE)
    let left = times
    omilia.signIn.on('token').decides(() => (clock.now() > 200_000 && left-- > 0 ? faults.answer(404) : undefined))
    const { outputs } = await run(passwordSignIn(omilia))
    expect([outputs['conclusion'], omilia.jobs.map(({ revoked }) => revoked)]).toEqual(['passed', [false]])
    expect(left).toBeLessThan(0)
  })

  test('without a refresh token masks no empty text', async () => {
    const { omilia, run } = await setOmilia()
    omilia.signIn.on('token').always(
      faults.changed((answer) => {
        const { refresh_token: _, ...told } = JSON.parse(String(answer.body))
        return { ...answer, body: JSON.stringify(told) }
      }),
    )
    const step = await run(passwordSignIn(omilia))
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.masks.filter((mask) => mask.trim() === '')).toEqual([])
  })
})
