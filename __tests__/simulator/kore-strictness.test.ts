/** The simulator is as strict as Kore.ai's pages: each rule is broken once, by a client that is none of ours. */
import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import jwt from 'jsonwebtoken'
import { type KoreBatch, startKoreBatch } from '../../simulator/kore/batch.ts'
import { understood } from '../../simulator/kore/batch-suite.ts'
import {
  ask,
  clientOf,
  expectRefusal,
  goodClaims,
  type KoreClient,
  type Reply,
  type StoppedClock,
  stoppedClock,
  token,
} from './kore-client.ts'

let clock: StoppedClock
let kore: KoreBatch
let client: KoreClient

beforeEach(async () => {
  clock = stoppedClock()
  kore = await startKoreBatch({ clock })
  kore.suite('Regression', [understood('hello', 'Greet')])
  client = clientOf(kore, clock)
})
afterEach(() => kore.close())

describe('sign-in', () => {
  async function startWith(auth: string | undefined, botId = kore.behaviour.botId): Promise<Reply> {
    const url = `${kore.address}/api/public/stream/${botId}/testsuite/Regression/run`
    const headers = { 'content-type': 'application/json', ...(auth !== undefined && { auth }) }
    return ask(url, { method: 'POST', headers, body: '{"version":"published"}' })
  }
  const signed = (changes: Record<string, unknown>): Promise<Reply> => startWith(token(kore, clock, changes))

  afterEach(() => expect(kore.runs).toEqual([]))

  test('wants a token', async () => expectRefusal(await startWith(undefined), 401, 4002, 'Invalid SDK credentials'))

  test.each(['not-a-token', 'a.b.c', ''])('refuses the malformed token %j', async (text) => {
    expectRefusal(await startWith(text), 401, 4002, 'Invalid JWT token')
  })

  test('refuses a token behind Bearer', async () => {
    expectRefusal(await startWith(`Bearer ${token(kore, clock)}`), 401, 4002, 'Invalid JWT token')
  })

  test('refuses a wrong secret', async () => {
    expectRefusal(await startWith(jwt.sign(goodClaims(kore, clock), 'wrong')), 401, 4002, 'Invalid SDK credentials')
  })

  test('refuses an algorithm that the app is not registered with, and none', async () => {
    const { clientSecret } = kore.behaviour
    const other = jwt.sign(goodClaims(kore, clock), clientSecret, { algorithm: 'HS512' })
    const none = jwt.sign(goodClaims(kore, clock), null, { algorithm: 'none' })
    for (const bad of [other, none]) expectRefusal(await startWith(bad), 401, 4002, 'Invalid SDK credentials')
  })

  test.each([
    ['without appId', { appId: undefined }],
    ["with another app's appId", { appId: 'cs-other' }],
    ['without iss', { iss: undefined }],
    ['with another iss', { iss: 'cs-other' }],
    ['without sub', { sub: undefined }],
    ['with an empty sub', { sub: '' }],
  ])('refuses a token %s', async (_, claim) => expectRefusal(await signed(claim), 401, 4002, 'Invalid SDK credentials'))

  test.each([
    ['that has expired', { exp: -1 }],
    ['that lives longer than an hour', { exp: 3601 }],
    ['from the future', { iat: 5 }],
    ['that is an hour old', { iat: -3601 }],
    ['that is not good yet', { nbf: 60 }],
  ])('refuses a token %s', async (_, claims: Record<string, number>) => {
    const now = Math.floor(clock.wall() / 1000)
    const times = Object.entries(claims).map(([claim, seconds]) => [claim, now + seconds])
    expectRefusal(await signed(Object.fromEntries(times)), 401, 401, /^error verifying the jwt: /)
  })

  test.each(['exp', 'iat', 'jti'])('refuses a token without %s', async (claim) => {
    expectRefusal(await signed({ [claim]: undefined }), 401, 401, new RegExp(`^error verifying the jwt: ${claim} is`))
  })

  test("follows the vendor's own clock, and tells it", async () => {
    kore.behaves({ clockAheadMs: -60_000 })
    const reply = await signed({})
    expectRefusal(reply, 401, 401, /iat is in the future/)
    expect(reply.headers.get('date')).toBe('Mon, 04 May 2026 11:59:01 GMT')
  })

  test("refuses another bot's id", async () => {
    expectRefusal(await startWith(token(kore, clock), 'st-other'), 401, 4002, 'Invalid SDK credentials')
  })

  test('refuses an app without the scope', async () => {
    kore.behaves({ scopes: ['Bot Publish'] })
    expectRefusal(await signed({}), 401, 4002, 'Permission denied. Scope is incorrect!')
    expect(kore.refusals).toMatchObject([
      { status: 401, message: 'Permission denied. Scope is incorrect!', request: { operation: 'start' } },
    ])
  })
})

describe('a good token', () => {
  test('works once', async () => {
    const headers = { auth: token(kore, clock) }
    expect((await client.start('Regression', { headers })).status).toBe(200)
    expectRefusal(await client.start('Regression', { headers }), 401, 401, 'error verifying the jwt: possibly a replay')
    expect(kore.runs).toHaveLength(1)
  })

  test('works often, and needs no more than the pages say, for an app that does not enforce jti', async () => {
    kore.behaves({ enforceJti: false })
    const headers = { auth: token(kore, clock, { iss: undefined, iat: undefined, exp: undefined, jti: undefined }) }
    expect((await client.start('Regression', { headers })).status).toBe(200)
    expect((await client.start('Regression', { headers })).status).toBe(200)
    const bad = { auth: token(kore, clock, { iss: 'x' }) }
    expectRefusal(await client.start('Regression', { headers: bad }), 401, 4002, 'Invalid SDK credentials')
  })

  test('may be signed with HS512, RS256 or RS512 when the app is registered so', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    for (const algorithm of ['HS512', 'RS256', 'RS512'] as const) {
      kore.behaves({ algorithm, publicKey })
      const key = algorithm === 'HS512' ? kore.behaviour.clientSecret : privateKey
      const auth = jwt.sign(goodClaims(kore, clock), key, { algorithm })
      expect((await client.start('Regression', { headers: { auth } })).status).toBe(200)
      expectRefusal(await client.start(), 401, 4002, 'Invalid SDK credentials')
    }
  })
})

describe('a wrong request', () => {
  test('for an unknown suite or run is told so', async () => {
    expectRefusal(await client.start('regression'), 400, 400, 'Test Suite not found')
    expectRefusal(await client.look('tr-1', 'Nope'), 400, 400, 'Test Suite not found')
    expectRefusal(await client.look('tr-1'), 400, 400, 'Test Result not found.')
  })

  test.each([
    ['GET', 'run'],
    ['PUT', 'run'],
    ['POST', 'run/'],
    ['POST', '/run'],
    ['POST', 'tr-1/status'],
    ['HEAD', 'tr-1/status'],
    ['GET', 'tr-1/results'],
  ])('with a verb or path that is not there is a 405: %s %s', async (method, path) => {
    const url = `${kore.address}/api/public/stream/${kore.behaviour.botId}/testsuite/Regression/${path}`
    expect((await ask(url, { method, headers: { auth: token(kore, clock) } })).status).toBe(405)
    expect(kore.refusals).toMatchObject([{ message: 'Method Not Allowed', request: { operation: 'unknown' } }])
  })

  test.each([
    '',
    '{"version":',
    '[]',
    'null',
    '{}',
    '{"version":"configured"}',
    '{"version":"published","engine":"ml"}',
    '{"version":"published","engine":null}',
    '{"version":"published","suite":"Regression"}',
  ])('to start with the body %j is a 412', async (body) => {
    expectRefusal(await client.start('Regression', { body }), 412, 412, 'Validation errors/ Invalid arguments')
    expect(kore.runs).toEqual([])
  })

  test.each([
    ['content type', { 'content-type': 'text/plain' }],
    ['language', { 'bot-language': 'German' }],
  ])('to start with a wrong %s is a 412', async (_, headers) => {
    expect((await client.start('Regression', { headers })).status).toBe(412)
    expect(kore.runs).toEqual([])
  })

  test('for the status, with a query, is a 412 and no look', async () => {
    const run = await client.startedRun()
    const url = `${kore.address}/api/public/stream/${kore.behaviour.botId}/testsuite/Regression/${run}/status?x=1`
    expect((await ask(url, { headers: { auth: token(kore, clock) } })).status).toBe(412)
    expect(kore.runs).toMatchObject([{ looks: 0 }])
  })
})

describe('rate limits', () => {
  test('let 60 calls a minute pass for each run, and one more when the first is a minute old', async () => {
    const [run, other] = [await client.startedRun(), await client.startedRun()]
    await Promise.all(Array.from({ length: 60 }, () => client.look(run)))
    expect(kore.refusals).toEqual([])
    clock.advance(59_999)
    expectRefusal(await client.look(run), 429, 429, /^You've exceeded the per-minute rate limit/)
    expect((await client.look(other)).status).toBe(200)
    clock.advance(1)
    expect((await client.look(run)).status).toBe(200)
  })

  test("are the vendor's unless tests choose others", () => {
    expect(kore.behaviour).toMatchObject({ callsPerMinute: 60, callsPerHour: 1800 })
  })

  test('say when to come back, and under which status, where they are told to', async () => {
    kore.behaves({ callsPerHour: 3, rateLimitStatus: 400, rateLimitRetryAfter: true })
    for (let call = 0; call < 3; call++) expect((await client.start()).status).toBe(200)
    clock.advance(3_000_000)
    const reply = await client.start()
    expectRefusal(reply, 400, 400, /^Rate limit for this API has been reached/)
    expect(reply.headers.get('retry-after')).toBe('600')
    expect(kore.runs).toHaveLength(3)
  })
})
