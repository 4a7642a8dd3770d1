/** Signing in to Omilia: three ways, tokens that really expire, and credentials that go where they belong. */
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import * as faults from '../../simulator/faults.ts'
import type { Omilia } from '../../simulator/omilia/studio.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { passwordSignIn, setOmilia } from '../omilia/stage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The grants that were asked for, in order. */
function grants({ signIn }: Omilia): (string | null)[] {
  return signIn.requests.map(({ body }) => new URLSearchParams(body.toString()).get('grant_type'))
}

describe('a personal access token', () => {
  test('goes with each request in a header of its own, and nothing is signed in', async () => {
    const { omilia, run } = await setOmilia()
    expect((await run()).outputs['conclusion']).toBe('passed')
    expect(omilia.requests.every(({ headers }) => headers['x-ocp-personal-access-token'] === omilia.behaviour.apiKey)).toBe(true)
    expect(omilia.signIn.requests).toEqual([])
  })

  test('that is refused is told, and not tried again', async () => {
    const { run, mayRefuse, asked } = await setOmilia()
    mayRefuse()
    const { outputs } = await run({ 'api-key': 'a-token-that-nobody-gave' })
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth', message: expect.stringContaining('api-key') })
    expect(asked()).toEqual(['projects'])
  })
})

describe('a ready bearer token', () => {
  test('is used as it is', async () => {
    const { omilia, run } = await setOmilia()
    const { access } = omilia.tokens.issue()
    expect((await run({ 'api-key': '', token: access })).outputs['conclusion']).toBe('passed')
    expect(omilia.requests.every(({ headers }) => headers.authorization === `Bearer ${access}`)).toBe(true)
    expect(omilia.signIn.requests).toEqual([])
  })

  test('may be given with the word Bearer, and is masked without', async () => {
    const { omilia, run } = await setOmilia()
    const { access } = omilia.tokens.issue()
    const step = await run({ 'api-key': '', token: `Bearer ${access}` })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.masks).toEqual(expect.arrayContaining([`Bearer ${access}`, access]))
  })

  test('that expires in the middle is an error of sign-in', async () => {
    const { omilia, run, mayRefuse } = await setOmilia()
    mayRefuse()
    omilia.nextRun().lasts(10 * MINUTE)
    const { outputs } = await run({ 'api-key': '', token: omilia.tokens.issue().access })
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth' })
  })
})

describe('username and password', () => {
  test('live through a run of an hour by a dozen refreshes, each 30 s early', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().lasts(HOUR)
    const step = await run({ ...passwordSignIn(omilia), 'timeout-minutes': '90' })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(grants(omilia)[0]).toBe('password')
    expect(
      grants(omilia)
        .slice(1)
        .every((grant) => grant === 'refresh_token'),
    ).toBe(true)
    expect(grants(omilia).length).toBeGreaterThan(12)
    const gaps = omilia.signIn.requests.slice(1).map(({ at }, index) => at - (omilia.signIn.requests[index]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(270_000)
    expect(Math.max(...gaps)).toBeLessThan(300_000)
    expect(omilia.requests.every(({ headers }) => headers.authorization?.startsWith('Bearer access-') === true)).toBe(true)
  })

  test('sign in afresh when the refresh token has expired as well', async () => {
    const { omilia, run } = await setOmilia('omilia', { refreshLifetimeSeconds: 100 })
    omilia.nextRun().lasts(20 * MINUTE)
    expect((await run(passwordSignIn(omilia))).outputs['conclusion']).toBe('passed')
    expect(grants(omilia).length).toBeGreaterThan(4)
    expect(grants(omilia).every((grant) => grant === 'password')).toBe(true)
  })

  test.each([400, 401])('sign in afresh when a refresh is refused with HTTP %d', async (status) => {
    const { omilia, run } = await setOmilia()
    omilia.signIn.on('token').answers(faults.normally(), faults.json({ error: 'invalid_grant' }, status))
    omilia.nextRun().lasts(8 * MINUTE)
    expect((await run(passwordSignIn(omilia))).outputs['conclusion']).toBe('passed')
    expect(grants(omilia)).toEqual(['password', 'refresh_token', 'password'])
  })

  test('do not notice a sign-in that is down for a moment, since they renew early', async () => {
    const { omilia, run } = await setOmilia()
    omilia.signIn.on('token').answers(faults.normally(), faults.serverError(503))
    omilia.nextRun().lasts(8 * MINUTE)
    const step = await run({ ...passwordSignIn(omilia), 'poll-max-interval-seconds': '10' })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.log.filter((line) => line.includes('trying again'))).toEqual([])
  })

  test('live through a longer outage of the sign-in', async () => {
    const { omilia, run } = await setOmilia()
    omilia.signIn.on('token').answers(faults.normally(), ...Array.from({ length: 5 }, () => faults.serverError(503)))
    omilia.nextRun().lasts(15 * MINUTE)
    expect((await run(passwordSignIn(omilia))).outputs['conclusion']).toBe('passed')
  })

  test('are shared by all suites of the step', async () => {
    const { omilia, run } = await setOmilia()
    omilia.project('Bank', { cases: [passed('a')] })
    omilia.signIn.on('token').answers(faults.delay(5000))
    expect((await run({ ...passwordSignIn(omilia), suite: 'Airline\nBank' })).outputs['conclusion']).toBe('passed')
    expect(grants(omilia)).toEqual(['password'])
  })

  test('with letters that forms escape arrive as they are', async () => {
    const { omilia, run } = await setOmilia('omilia', { username: 'jörg+ci@example.com', password: 'a&b=c d%20+"ü' })
    expect((await run(passwordSignIn(omilia))).outputs['conclusion']).toBe('passed')
  })

  test('that are wrong are told without a word of the answer, which repeats them', async () => {
    const { omilia, run } = await setOmilia()
    const password = 'a wrong password'
    const step = await run({ ...passwordSignIn(omilia), password })
    expect(step.outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'auth',
      message: expect.stringContaining('username, password or otp'),
    })
    expect(grants(omilia)).toEqual(['password'])
    expect(step.log.join('\n')).not.toMatch(/Refused|invalid_grant|password=/)
    expect(omilia.requests).toEqual([])
  })

  test.each([
    ['a page', faults.html(200)],
    ['a refusal that repeats the form', faults.answer(500, {}, 'Refused: password=S1mulated')],
    ['a shape that nobody knows', faults.json({ token: 'S1mulated' })],
  ])('are not repeated by %s in their answer', async (_, fault) => {
    const { omilia, run } = await setOmilia()
    omilia.signIn.on('token').always(fault)
    const step = await run(passwordSignIn(omilia))
    expect(step.outputs['conclusion']).toBe('error')
    expect(step.log.join('\n')).not.toMatch(/S1mulated|doctype|Refused/)
  })

  test('at a wrong realm are told what to change', async () => {
    const { omilia, run } = await setOmilia()
    const { outputs } = await run({ ...passwordSignIn(omilia), realm: 'master' })
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', message: expect.stringContaining('realm') })
  })

  test.each([
    ['without a refresh token', { refresh_token: null }],
    ['without any times', { expires_in: null, refresh_expires_in: null }],
    ['with times as digits', { expires_in: '300', refresh_expires_in: '1800' }],
    ['with a refresh token that never ends', { refresh_expires_in: 0 }],
  ])('take an answer %s', async (_, changes) => {
    const { omilia, run } = await setOmilia()
    const edited = faults.changed((honest) => ({
      ...honest,
      body: JSON.stringify({ ...JSON.parse(String(honest.body)), ...changes }),
    }))
    omilia.signIn.on('token').always(edited)
    omilia.nextRun().lasts(12 * MINUTE)
    expect((await run(passwordSignIn(omilia))).outputs['conclusion']).toBe('passed')
  })

  test('with a token that lives for seconds renew it at half of its life', async () => {
    const { omilia, run } = await setOmilia('omilia', { tokenLifetimeSeconds: 20 })
    omilia.nextRun().lasts(3 * MINUTE)
    expect((await run(passwordSignIn(omilia))).outputs['conclusion']).toBe('passed')
  })

  test('take an auth-url that ends in /auth as well', async () => {
    const { omilia, run } = await setOmilia()
    const signIn = passwordSignIn(omilia)
    expect((await run({ ...signIn, 'auth-url': `${signIn['auth-url']}/auth/` })).outputs['conclusion']).toBe('passed')
  })

  test('go to the origin of auth-url alone, and tokens to that of base-url alone', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().lasts(12 * MINUTE)
    await run(passwordSignIn(omilia))
    const sent = omilia.requests.map(({ target, headers, body }) => JSON.stringify([target, headers, body.toString()])).join('\n')
    for (const secret of [omilia.behaviour.password, encodeURIComponent(omilia.behaviour.password), 'refresh-'])
      expect(sent).not.toContain(secret)
    for (const { headers, body } of omilia.signIn.requests) {
      expect(headers.authorization).toBeUndefined()
      expect(body.toString()).not.toContain('access-')
    }
  })

  test('do not follow the sign-in to another address', async () => {
    const { omilia, run } = await setOmilia()
    omilia.signIn.on('token').always(faults.redirect(`${omilia.baseUrl}/api/steal`, 307))
    expect((await run(passwordSignIn(omilia))).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'security' })
    expect(omilia.requests).toEqual([])
  })

  test('and their tokens are masked before they are used', async () => {
    const { omilia, run } = await setOmilia()
    const { masks } = await run(passwordSignIn(omilia))
    expect(masks).toContain(omilia.behaviour.password)
    expect(masks.filter((mask) => /^(access|refresh)-/.test(mask))).toHaveLength(2)
  })
})

describe('a one-time password', () => {
  test('signs in once, and refreshes do the rest', async () => {
    const { omilia, run } = await setOmilia('omilia', { otps: ['123456'] })
    omilia.nextRun().lasts(HOUR)
    const step = await run({ ...passwordSignIn(omilia), otp: '123456', 'timeout-minutes': '90' })
    expect([step.outputs['conclusion'], grants(omilia).filter((grant) => grant === 'password')]).toEqual(['passed', ['password']])
    expect(step.masks).toContain('123456')
  })

  test('is not sent a second time when the session is over, and says what to use', async () => {
    const { omilia, run } = await setOmilia('omilia', { otps: ['123456'], refreshLifetimeSeconds: 100 })
    omilia.nextRun().lasts(HOUR)
    const { outputs } = await run({ ...passwordSignIn(omilia), otp: '123456' })
    expect(outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'auth',
      message: expect.stringContaining('personal access token'),
    })
    expect(grants(omilia)).toEqual(['password'])
  })

  test('keeps its refresh token when the access token is refused', async () => {
    const { omilia, run, mayRefuse } = await setOmilia('omilia', { otps: ['123456'] })
    mayRefuse()
    omilia.on('start').answers(async (exchange) => {
      omilia.tokens.revokeAll()
      await faults.normally()(exchange)
    })
    expect((await run({ ...passwordSignIn(omilia), otp: '123456' })).outputs['conclusion']).toBe('passed')
    expect(grants(omilia)).toEqual(['password', 'refresh_token'])
  })
})

describe('a token that is refused in the middle', () => {
  test('is replaced once each time, also at the start, of which there is one', async () => {
    const { omilia, run, mayRefuse } = await setOmilia()
    mayRefuse()
    const revoked: Fault = async (exchange) => {
      omilia.tokens.revokeAll()
      await faults.normally()(exchange)
    }
    for (const call of ['start', 'run', 'artifacts'] as const) omilia.on(call).answers(revoked)
    expect((await run(passwordSignIn(omilia))).outputs['conclusion']).toBe('passed')
    expect([omilia.jobs.length, grants(omilia)]).toEqual([1, ['password', 'password', 'password', 'password']])
  })

  test('and refused again when it is fresh, ends the step', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('run').always(faults.json({ detail: 'Could not validate credentials' }, 401))
    const { outputs } = await run(passwordSignIn(omilia))
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth' })
    expect(grants(omilia)).toEqual(['password', 'password', 'password'])
  })
})

test('a sign-in that breaks off on the way to the start is not a lost start', async () => {
  const { omilia, run } = await setOmilia('omilia', { tokenLifetimeSeconds: 1 })
  // The list of runs takes so long that the token has to be refreshed before the start, and just that is cut off.
  omilia.on('runs').answers(faults.slowDrip(16, 2000))
  omilia.signIn.on('token').answers(faults.normally(), faults.reset('after acting'), faults.reset('after acting'))
  const { outputs } = await run(passwordSignIn(omilia))
  expect([outputs['conclusion'], omilia.jobs.length]).toEqual(['passed', 1])
})
