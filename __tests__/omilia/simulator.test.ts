/** The simulator is as strict as Omilia's page: each rule is broken once, by a client that is none of ours. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ProjectFacts } from '../../simulator/omilia/project.ts'
import { type Omilia, startOmilia } from '../../simulator/omilia/studio.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { ask, type Reply, type StoppedClock, stoppedClock } from '../simulator/kore-client.ts'
import { at } from './stage.ts'

let clock: StoppedClock
let omilia: Omilia
let project: ProjectFacts

beforeEach(async () => {
  clock = stoppedClock()
  omilia = await startOmilia({ clock })
  project = omilia.project('Airline', { cases: [passed('a')] })
})
afterEach(() => omilia.close())

const key = (): Record<string, string> => ({ 'x-ocp-personal-access-token': omilia.behaviour.apiKey })
const get = (path: string, headers: Record<string, string> = key()): Promise<Reply> =>
  ask(`${omilia.baseUrl}${path}`, { headers })
const post = (path: string, body: string, type = 'application/json'): Promise<Reply> =>
  ask(`${omilia.baseUrl}${path}`, { method: 'POST', headers: { ...key(), 'content-type': type }, body })
const start = (fields: object = {}): Promise<Reply> => post('/api/runs/', JSON.stringify({ projectId: project.id, ...fields }))

describe('a request', () => {
  test('needs exactly one good credential', async () => {
    const { access } = omilia.tokens.issue()
    for (const headers of [key(), { authorization: `Bearer ${access}` }])
      expect((await get('/api/projects/', headers)).status).toBe(200)
    const bad = [
      {},
      { 'x-ocp-personal-access-token': 'x' },
      { authorization: access },
      { authorization: 'Bearer x' },
      { ...key(), authorization: `Bearer ${access}` },
    ]
    for (const headers of bad) expect((await get('/api/projects/', headers)).status).toBe(401)
  })

  test('with a token is refused when the token has expired', async () => {
    const { access } = omilia.tokens.issue()
    clock.advance(299_999)
    expect((await get('/api/projects/', { authorization: `Bearer ${access}` })).status).toBe(200)
    clock.advance(1)
    expect((await get('/api/projects/', { authorization: `Bearer ${access}` })).status).toBe(401)
  })

  test.each([
    '/api/projects',
    '/api/projects/{id}/',
    '/api/runs/{run}/',
    '/api/runs/{run}/logs',
    '/api/projects/{id}/runs',
    '/projects/',
  ])('to %s finds nothing, for its slash or its path', async (path) => {
    const run = at((await start()).json, 'data.0.runId')
    expect((await get(path.replace('{id}', project.id).replace('{run}', String(run)))).status).toBe(404)
  })

  test('with a query is refused', async () => expect((await get('/api/projects/?x=1')).status).toBe(400))

  test('for the health needs no credential', async () => {
    expect((await get('/api/healthcheck/', {})).json).toEqual({ data: { status: 'up' } })
  })
})

describe('a start', () => {
  test.each([
    [{ projectId: undefined }, 422],
    [{ projectId: 7 }, 422],
    [{ group: '' }, 422],
    [{ group: 7 }, 422],
    [{ suite: 'x' }, 422],
    [{ overwrite: true }, 422],
    [{ projectId: 'c2a9ec59-0c38-4372-bff5-83cd7f9c721f' }, 404],
  ])('with %j is refused with HTTP %d', async (fields, status) => {
    expect((await start(fields)).status).toBe(status)
    expect(omilia.jobs).toEqual([])
  })

  test.each([
    ['[]', 'application/json'],
    ['{', 'application/json'],
    ['{}', 'text/plain'],
  ])('of %s as %s is refused', async (body, type) => {
    expect((await post('/api/runs/', body, type)).status).toBeGreaterThanOrEqual(415)
  })

  test('takes null for a filter, as the page has it', async () => {
    expect((await start({ group: null, utterance: null, description: null })).status).toBe(200)
    expect(omilia.jobs).toHaveLength(1)
  })

  test('of a generation takes overwrite as a boolean', async () => {
    const generate = (overwrite: unknown): Promise<Reply> =>
      post('/api/generations/', JSON.stringify({ projectId: project.id, overwrite }))
    expect([(await generate('false')).status, (await generate(false)).status]).toEqual([422, 200])
  })
})

describe('a run', () => {
  test('moves by looks, has results at its end alone, and an archive', async () => {
    const run = String(at((await start()).json, 'data.0.runId'))
    const seen: unknown[] = []
    expect((await get(`/api/runs/${run}/test_cases/`)).status).toBe(404)
    for (let look = 0; look < 3; look++) seen.push(at((await get(`/api/runs/${run}`)).json, 'data.0.status'))
    expect(seen).toEqual(['PENDING', 'STARTED', 'SUCCESS'])
    expect(at((await get(`/api/runs/${run}/run_stats/`)).json, 'data.pass')).toBe(1)
    expect((await get(`/api/runs/${run}/artifacts/`)).text.startsWith('PK')).toBe(true)
  })

  test('is revoked while it is under way, and not afterwards', async () => {
    omilia.nextRun().revocableAfter(1)
    const run = String(at((await start()).json, 'data.0.runId'))
    const revoke = (): Promise<Reply> => post(`/api/runs/${run}/revoke/`, '')
    expect((await revoke()).status).toBe(400)
    await get(`/api/runs/${run}`)
    expect((await revoke()).status).toBe(204)
    expect(at((await get(`/api/runs/${run}`)).json, 'data.0.status')).toBe('REVOKED')
    expect([(await revoke()).status, omilia.underWay()]).toEqual([400, []])
  })

  test('is none of the generations', async () => {
    const run = String(at((await start()).json, 'data.0.runId'))
    expect((await get(`/api/generations/${run}/artifacts/`)).status).toBe(404)
    expect(at((await get(`/api/projects/${project.id}/generations/`)).json, 'meta.count')).toBe(0)
  })
})

describe('an upload', () => {
  const upload = (body: string, type: string, id = project.id): Promise<Reply> => post(`/api/projects/${id}/suites/`, body, type)
  const form = (head: string, end = '\r\n--b--\r\n'): string => `--b\r\n${head}\r\n\r\nPK content${end}`
  const GOOD = 'content-disposition: form-data; name="file"; filename="a.zip"\r\ncontent-type: application/zip'

  test('is a form with one file, where the vendor wants one', async () => {
    expect((await upload(form(GOOD), 'multipart/form-data; boundary=b')).status).toBe(204)
    expect(project.uploads.map(String)).toEqual(['PK content'])
  })

  test.each([
    ['the ZIP as it is', 'PK content', 'application/zip'],
    ['another name', form(GOOD.replace('"file"', '"suite"')), 'multipart/form-data; boundary=b'],
    ['no end', form(GOOD, ''), 'multipart/form-data; boundary=b'],
    ['another boundary', form(GOOD), 'multipart/form-data; boundary=c'],
    ['too long a boundary', form(GOOD), `multipart/form-data; boundary=${'b'.repeat(71)}`],
    ['no ZIP', form(GOOD).replace('PK', 'XX'), 'multipart/form-data; boundary=b'],
  ])('is refused for %s', async (_, body, type) => {
    expect((await upload(body, type)).status).toBe(422)
    expect(project.uploads).toEqual([])
  })

  test('is refused for a project on Git', async () => {
    const git = omilia.project('Git', { storage: 'git' })
    expect((await upload(form(GOOD), 'multipart/form-data; boundary=b', git.id)).status).toBe(400)
  })
})

describe('the sign-in', () => {
  const grant = (form: Record<string, string>, realm = 'ocp', headers: Record<string, string> = {}): Promise<Reply> =>
    ask(`${omilia.signIn.address}/auth/realms/${realm}/protocol/openid-connect/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ client_id: 'ocp', ...form }).toString(),
    })
  const password = (changes: Record<string, string> = {}): Record<string, string> => {
    const { username, password: secret } = omilia.behaviour
    return { grant_type: 'password', username, password: secret, ...changes }
  }

  test('gives tokens that work, and refresh tokens that work once', async () => {
    const { json } = await grant(password())
    expect(json).toMatchObject({ expires_in: 300, refresh_expires_in: 1800, token_type: 'bearer' })
    const refresh = { grant_type: 'refresh_token', refresh_token: String(at(json, 'refresh_token')) }
    expect([(await grant(refresh)).status, (await grant(refresh)).status]).toEqual([200, 400])
  })

  test('refuses a refresh token that has expired', async () => {
    const { json } = await grant(password())
    clock.advance(1_800_000)
    expect((await grant({ grant_type: 'refresh_token', refresh_token: String(at(json, 'refresh_token')) })).status).toBe(400)
  })

  test.each([
    ['a wrong password', { password: 'x' }, 401],
    ['another client', { client_id: 'x' }, 401],
    ['a one-time password that nobody asked for', { otp: '1' }, 401],
    ['another grant', { grant_type: 'client_credentials' }, 400],
  ])('refuses %s, and repeats the form', async (_, changes, status) => {
    const reply = await grant(password(changes))
    expect(reply.status).toBe(status)
    expect(reply.text).toContain('Refused: client_id=')
  })

  test('refuses another realm, and credentials that do not belong there', async () => {
    expect((await grant(password(), 'master')).status).toBe(404)
    expect((await grant(password(), 'ocp', key())).status).toBe(401)
  })

  test('takes each one-time password once', async () => {
    omilia.behaves({ otps: ['123456'] })
    const replies = [await grant(password()), await grant(password({ otp: '123456' })), await grant(password({ otp: '123456' }))]
    expect(replies.map(({ status }) => status)).toEqual([401, 200, 401])
  })
})
