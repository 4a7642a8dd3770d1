/** One request to Kore.ai: what goes out, and what each of its refusals means. */
import { describe, expect, test } from '@jest/globals'
import { startKoreBatch } from '../../simulator/kore/batch.ts'
import { understood } from '../../simulator/kore/batch-suite.ts'
import type { Answer, Call } from '../../src/answer.ts'
import { createDoor } from '../../src/http.ts'
import { createKoreClient, type KoreCall, type KoreClient } from '../../src/providers/kore/client.ts'
import { createSigner } from '../../src/providers/kore/sign-in.ts'
import { Trouble } from '../../src/trouble.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'
import { createWorld, NOW } from './world.ts'

const CREDENTIALS = { 'client-id': 'cs-1', 'client-secret': 'secret', 'jwt-algorithm': 'HS256', token: undefined } as const
const START: KoreCall = {
  name: 'batch test start',
  method: 'POST',
  template: '/api/public/stream/{bot-id}/testsuite/{suite}/run',
  parameters: { 'bot-id': 'st-1', suite: 'Überall / 50 %' },
  body: { version: 'published' },
  scope: 'Batch Tests Execution',
  countedBy: 'st-1',
}

function reply(status: number, body: unknown, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), at: NOW }
}

/** A client whose requests are answered in turn; the last answer stays. */
function clientOf(...answers: readonly Answer[]): { client: KoreClient; calls: Call[]; warnings: string[] } {
  const calls: Call[] = []
  const { world, warnings } = createWorld(async (call) => {
    calls.push(call)
    const answer = answers[Math.min(calls.length, answers.length) - 1]
    if (answer === undefined) throw new Error('no answer')
    return answer
  })
  const client = createKoreClient(new URL('https://platform.kore.ai/'), 'de', createSigner(CREDENTIALS, world), world)
  return { client, calls, warnings }
}

async function refusedWith(status: number, body: unknown, headers: Answer['headers'] = {}): Promise<Trouble> {
  const outcome = await clientOf(reply(status, body, headers))
    .client.ask(START)
    .catch((thrown: unknown) => thrown)
  if (outcome instanceof Trouble) return outcome
  throw new Error('it was not refused')
}

const said = (msg: string, code: number | string): object => ({ errors: [{ msg, code }] })

describe('a request', () => {
  test('carries a fresh token, the language and a body, at an address in which names are encoded', async () => {
    const { client, calls } = clientOf(reply(200, {}))
    await client.ask(START)
    await client.ask(START)
    expect(calls[0]).toMatchObject({
      method: 'POST',
      body: '{"version":"published"}',
      headers: { 'content-type': 'application/json', 'bot-language': 'de' },
    })
    expect(calls[0]?.url.href).toBe('https://platform.kore.ai/api/public/stream/st-1/testsuite/%C3%9Cberall%20%2F%2050%20%25/run')
    expect(calls[0]?.headers?.['auth']).not.toBe(calls[1]?.headers?.['auth'])
  })

  test.each(['', '.', '..'])('with a name that is %j is not sent, as the address would be another', async (suite) => {
    const { client, calls } = clientOf(reply(200, {}))
    await expect(client.ask({ ...START, parameters: { ...START.parameters, suite } })).rejects.toMatchObject({
      facts: { kind: 'config' },
    })
    expect(calls).toEqual([])
  })

  test('may be another body than JSON, and its answer larger than others', async () => {
    const { client, calls } = clientOf(reply(200, {}))
    const { body: _, ...bare } = START
    await client.ask({ ...bare, upload: { bytes: Buffer.from('x'), type: 'text/plain' }, largest: 7 })
    expect(calls[0]).toMatchObject({ body: Buffer.from('x'), headers: { 'content-type': 'text/plain' }, largest: 7 })
  })
})

describe("the vendor's error table", () => {
  test.each<[number, string, number | string, Trouble['facts'], string[]]>([
    [
      401,
      'Invalid SDK credentials',
      4002,
      { kind: 'auth', persistence: 'lasting', unheard: true },
      ['client-id', 'client-secret', 'bot-id', 'JWE'],
    ],
    [401, 'Invalid JWT token', 4002, { kind: 'auth', persistence: 'lasting', unheard: true }, ['client-secret', 'jwt-algorithm']],
    [
      401,
      'Permission denied. Scope is incorrect!',
      4002,
      { kind: 'auth', persistence: 'lasting' },
      ['"Batch Tests Execution"', 'publish the bot'],
    ],
    [401, 'error verifying the jwt: possibly a replay', 401, { kind: 'auth', persistence: 'lasting' }, ['clock', 'jti']],
    [400, 'Invalid StreamId', 400, { kind: 'config', persistence: 'lasting', unheard: false }, ['bot-id', 'General Settings']],
    [
      400,
      'Test Suite not found',
      400,
      { kind: 'config', persistence: 'lasting', unheard: false },
      ['by the name "Überall / 50 %"', 'bot-version'],
    ],
    [400, 'Test Result not found.', 400, { kind: 'config', persistence: 'missing', unheard: false }, ['does not know this run']],
    [400, 'Invalid file id', 400, { kind: 'config', persistence: 'lasting', unheard: false }, ['suite-path']],
    [
      400,
      'CSV format is incorrect',
      400,
      { kind: 'config', persistence: 'lasting', unheard: false },
      ['suite-path', 'input,intent'],
    ],
    [405, 'Method Not Allowed', 405, { kind: 'config', persistence: 'lasting' }, ['base-url']],
    [412, 'Validation errors/ Invalid arguments', 412, { kind: 'config', persistence: 'lasting' }, ['bot-version', 'engine']],
    [
      429,
      "You've exceeded the per-minute rate limit of 60",
      429,
      { kind: 'rate-limit', persistence: 'passing', unheard: true },
      ['rate limit'],
    ],
    [
      400,
      "You've exceeded the per-minute rate limit of 60",
      400,
      { kind: 'rate-limit', persistence: 'passing', unheard: true },
      ['rate limit'],
    ],
    [
      403,
      'Rate limit for this API has been reached',
      'E1',
      { kind: 'rate-limit', persistence: 'passing', unheard: true },
      ['rate limit'],
    ],
    [
      200,
      'Rate limit for this API has been reached',
      0,
      { kind: 'rate-limit', persistence: 'passing', unheard: true },
      ['rate limit'],
    ],
    [429, 'something else', 429, { kind: 'rate-limit', persistence: 'passing', unheard: true }, ['HTTP 429']],
    [500, 'boom', 500, { kind: 'vendor', persistence: 'passing', unheard: false }, ['HTTP 500']],
    [403, 'no', 403, { kind: 'auth', persistence: 'forbidden' }, ['no access']],
    [404, 'no', 404, { kind: 'config', persistence: 'missing' }, ['base-url']],
    [400, 'no', 400, { kind: 'config', persistence: 'lasting' }, ['HTTP 400']],
    [200, 'boom', 500, { kind: 'contract', persistence: 'shape' }, ['HTTP 200']],
  ])('%i %s (%s)', async (status, message, code, facts, words) => {
    const trouble = await refusedWith(status, said(message, code))
    expect(trouble.facts).toMatchObject(facts)
    for (const word of words) expect(trouble.message).toContain(word)
    expect(trouble.message).toContain('batch test start (POST platform.kore.ai/api/public/stream/{bot-id}/testsuite/{suite}/run)')
    expect(trouble.message).not.toContain('st-1')
    expect(trouble.facts.said).toContain(message.slice(0, 3))
    expect(trouble.facts.status).toBe(status)
  })

  test.each(['', '<h1>502</h1>', '{"errors":[]}', '{"errors":"x"}', '[]', 'null', '{"errors":[{"code":1}]}'])(
    'is not needed for an answer by HTTP alone: %j',
    async (body) => expect((await refusedWith(502, body)).facts).toMatchObject({ kind: 'vendor', persistence: 'passing' }),
  )

  test('keeps what the vendor asks us to wait', async () => {
    const trouble = await refusedWith(400, said('Rate limit for this API has been reached', 1), { 'retry-after': '90' })
    expect(trouble.facts.retryAfterMs).toBe(90_000)
  })

  test('is not looked for in an answer that is far too long for an error', async () => {
    const { client } = clientOf(reply(200, { ...said('Rate limit', 1), more: 'x'.repeat(70_000) }))
    expect((await client.ask(START)).status).toBe(200)
  })
})

describe('a refused token', () => {
  test('is replaced by a fresh one once, by the clock of the vendor when it is off', async () => {
    const date = new Date(NOW + 120_000).toUTCString()
    const { client, calls, warnings } = clientOf(
      reply(401, said('error verifying the jwt: jwt expired', 401), { date }),
      reply(200, {}),
    )
    expect((await client.ask(START)).status).toBe(200)
    expect(calls).toHaveLength(2)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('120 s off')
  })

  test('twice is given up', async () => {
    const { client, calls } = clientOf(reply(401, said('Invalid SDK credentials', 4002)))
    await expect(client.ask(START)).rejects.toMatchObject({ facts: { kind: 'auth', persistence: 'lasting' } })
    expect(calls).toHaveLength(2)
  })

  test('that was ready-made is given up at once', async () => {
    let asked = 0
    const { world } = createWorld(async () => {
      asked += 1
      return reply(401, said('Invalid JWT token', 4002))
    })
    const signer = createSigner({ ...CREDENTIALS, token: 'ready' }, world)
    const client = createKoreClient(new URL('https://platform.kore.ai'), undefined, signer, world)
    await expect(client.ask(START)).rejects.toBeInstanceOf(Trouble)
    expect(asked).toBe(1)
  })
})

test('rate limits are kept: 60 calls a minute for one bot are sent, and no more before the minute is over', async () => {
  const clock = createVirtualClock()
  const kore = await startKoreBatch({ clock })
  const { botId, clientId, clientSecret } = kore.behaviour
  kore.suite('Regression', [understood('hello', 'Greet')])
  const door = createDoor({
    clock,
    userAgent: 'test',
    downloadHosts: [],
    signal: () => new AbortController().signal,
    over: new AbortController().signal,
  })
  const world = { ...createWorld().world, clock, door }
  const signer = createSigner({ ...CREDENTIALS, 'client-id': clientId, 'client-secret': clientSecret }, world)
  const client = createKoreClient(new URL(kore.address), undefined, signer, world)
  const start = { ...START, parameters: { 'bot-id': botId, suite: 'Regression' }, countedBy: botId }
  for (let sent = 0; sent < 130; sent++) await client.ask(start)
  expect(kore.refusals).toEqual([])
  expect(kore.runs).toHaveLength(130)
  expect(clock.now()).toBe(120_000)
  clock.stop()
  await kore.close()
})
