/** Every fault does on the wire what its name says, and nothing waits but on the injected clock. */
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import * as faults from '../../simulator/faults.ts'
import { type SimulatedServer, startServer } from '../../simulator/server.ts'
import { ask, rawGet, type StoppedClock, stoppedClock } from './kore-client.ts'

const LINES = 'one\ntwo\nthree\nfour\n'

let clock: StoppedClock
let server: SimulatedServer<'read' | 'write'>
let acted: string[]

beforeEach(async () => {
  clock = stoppedClock()
  acted = []
  server = await startServer({
    clock,
    routes: [
      {
        operation: 'read',
        method: 'GET',
        paths: ['/things/{id}', '/old|older/things/{id}'],
        handle({ params }) {
          acted.push(params.get('id') ?? '')
          return { status: 200, headers: { 'content-type': 'text/plain' }, body: LINES }
        },
      },
      { operation: 'write', method: 'POST', paths: ['/things'], handle: async ({ body }) => ({ status: 201, body }) },
    ],
    otherwise: ({ operation }) => ({ status: 405, body: operation }),
  })
})
afterEach(() => server.close())

async function meeting(fault: Fault): ReturnType<typeof rawGet> {
  server.on('read').answers(fault)
  return rawGet(`${server.address}/things/1`)
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate)
}

describe('the server', () => {
  test('finds the operation by verb and path, and records what was asked', async () => {
    expect((await ask(`${server.address}/things/a%2Fb%20%C3%BC?x=%24$`, { headers: { 'x-mark': '1' } })).text).toBe(LINES)
    expect((await ask(`${server.address}/older/things/2`)).status).toBe(200)
    expect(await ask(`${server.address}/things`, { method: 'POST', body: 'grüß' })).toMatchObject({ status: 201, text: 'grüß' })
    clock.advance(50)
    expect(await ask(`${server.address}/things/%E0%A4%A`)).toMatchObject({ status: 405, text: 'unknown' })
    expect(await ask(`${server.address}/things/`)).toMatchObject({ status: 405 })
    expect(acted).toEqual(['a/b ü', '2'])
    expect(server.requests).toMatchObject([
      {
        operation: 'read',
        method: 'GET',
        target: '/things/a%2Fb%20%C3%BC?x=%24$',
        query: 'x=%24$',
        headers: { 'x-mark': '1' },
        at: 1000,
      },
      { operation: 'read', path: '/older/things/2' },
      { operation: 'write', method: 'POST', body: Buffer.from('grüß') },
      { operation: 'unknown', at: 1050 },
      { operation: 'unknown' },
    ])
  })

  test('tells the time of the injected clock', async () => {
    clock.advance(59_000)
    expect((await ask(`${server.address}/things/1`)).headers.get('date')).toBe('Mon, 04 May 2026 12:01:00 GMT')
  })

  test('meets faults in order, of the operation first, then of any', async () => {
    server.on('any').answers(faults.empty(501))
    server.on('read').answers(faults.empty(502), faults.normally(), faults.empty(503))
    const seen = []
    for (let call = 0; call < 5; call++) seen.push((await ask(`${server.address}/things/1`)).status)
    expect(seen).toEqual([502, 200, 503, 501, 200])
  })

  test('meets a lasting fault, one that is decided by request, and recovers', async () => {
    const statusOf = async (path: string): Promise<number> => (await ask(server.address + path)).status
    server.on('read').always(faults.empty(503)).answers(faults.empty(500))
    expect([await statusOf('/things/1'), await statusOf('/things/1'), await statusOf('/things/1')]).toEqual([500, 503, 503])
    server.on('read').decides(({ params }) => (params.get('id') === '2' ? faults.empty(404) : undefined))
    expect([await statusOf('/things/1'), await statusOf('/things/2')]).toEqual([200, 404])
    server.on('read').answers(faults.empty(500)).recovers()
    expect(await statusOf('/things/2')).toBe(200)
  })

  test('goes offline and comes back on the same port', async () => {
    await server.goOffline()
    expect(await rawGet(`${server.address}/things/1`)).toMatchObject({ status: 0, error: 'ECONNREFUSED' })
    await server.comeBack()
    expect(await rawGet(`${server.address}/things/1`)).toMatchObject({ status: 200 })
  })

  test('ends hanging and sleeping requests at once when it closes', async () => {
    server.on('read').answers(faults.hang(), faults.delay(1_000_000))
    const waiting = [rawGet(`${server.address}/things/1`), rawGet(`${server.address}/things/2`)]
    await until(() => server.requests.length === 2)
    await server.close()
    expect((await Promise.all(waiting)).map((each) => each.error)).toEqual(['ECONNRESET', 'ECONNRESET'])
    await until(() => clock.sleepers() === 0)
    expect(acted).toEqual([])
  })

  test('tells at the close that it broke itself', async () => {
    const broken = await startServer({
      clock,
      routes: [],
      otherwise: () => {
        throw new Error('a mistake of the simulator')
      },
    })
    expect((await rawGet(broken.address)).error).toBe('ECONNRESET')
    await expect(broken.close()).rejects.toThrow('The simulator broke')
  })
})

describe('a reset', () => {
  test('before acting leaves the vendor untouched', async () => {
    expect(await meeting(faults.reset('before acting'))).toMatchObject({ status: 0, error: 'ECONNRESET' })
    expect(acted).toEqual([])
  })

  test('after acting loses the answer only', async () => {
    expect(await meeting(faults.reset('after acting'))).toMatchObject({ status: 0, error: 'ECONNRESET' })
    expect(acted).toEqual(['1'])
  })

  test('comes inside the head', async () => {
    expect(await meeting(faults.reset('inside the head'))).toMatchObject({ status: 0, error: 'ECONNRESET' })
    expect(acted).toEqual(['1'])
  })

  test('comes inside the body', async () => {
    expect(await meeting(faults.reset('inside the body', faults.withoutLastLines(3)))).toMatchObject({
      status: 200,
      body: Buffer.from('one\n'),
      error: 'ECONNRESET',
    })
  })
})

describe('a short body', () => {
  test.each(['with length', 'chunked'] as const)('%s is seen by the protocol', async (framing) => {
    const reply = await meeting(faults.truncated(framing))
    expect(reply).toMatchObject({ status: 200, error: 'ECONNRESET' })
    expect(reply.body.toString()).toBe(LINES.slice(0, 9))
  })

  test('without length is not', async () => {
    const reply = await meeting(faults.truncated('without length', faults.withoutLastLines(1)))
    expect(reply).toMatchObject({ status: 200, error: '', body: Buffer.from('one\ntwo\nthree\n') })
  })

  test('cannot be had of an answer without a body', async () => {
    server.on('write').answers(faults.truncated('chunked'))
    await expect(ask(`${server.address}/things`, { method: 'POST' })).rejects.toThrow('fetch failed')
    await expect(server.close()).rejects.toThrow('The simulator broke')
    await server.comeBack()
  })
})

describe('what waits', () => {
  test('is a delay, by the injected clock', async () => {
    const reply = meeting(faults.delay(5000, faults.empty(503)))
    await until(() => clock.sleepers() === 1)
    clock.advance(4999)
    expect(clock.sleepers()).toBe(1)
    clock.advance(1)
    expect((await reply).status).toBe(503)
  })

  test('is a slow drip, by the injected clock', async () => {
    const reply = meeting(faults.slowDrip(10, 1000))
    for (const part of [1, 2]) {
      await until(() => clock.sleepers() === 1)
      clock.advance(1000)
      if (part === 1) await until(() => clock.sleepers() === 1)
    }
    expect((await reply).body.toString()).toBe(LINES)
    expect(clock.now()).toBe(3000)
  })

  test('is a hang, with or without the vendor acting', async () => {
    server.on('read').answers(faults.hang('after acting'), faults.hang())
    const waiting = [1, 2].map((id) => ask(`${server.address}/things/${id}`).catch(() => 'given up'))
    await until(() => server.requests.length === 2)
    expect(acted).toHaveLength(1)
    await server.goOffline()
    expect(await Promise.all(waiting)).toEqual(['given up', 'given up'])
    await server.comeBack()
  })
})

describe('an answer', () => {
  test.each([
    ['json', faults.json({ a: 1 }), 200, 'application/json; charset=utf-8', '{"a":1}'],
    ['broken json', faults.jsonText(), 200, 'application/json; charset=utf-8', '{"status":"runn'],
    ['a page', faults.html(), 200, 'text/html', /<html>/],
    ['nothing', faults.empty(), 200, null, ''],
    ['anything', faults.answer(418, { 'content-type': 'x/y' }, 'tea'), 418, 'x/y', 'tea'],
    ['a server error', faults.serverError(503), 503, 'text/html', /Service Unavailable/],
  ])('is %s in place of the honest one', async (_, fault, status, type, text) => {
    server.on('read').answers(fault)
    const reply = await ask(`${server.address}/things/1`)
    expect(reply.status).toBe(status)
    expect(reply.headers.get('content-type')).toBe(type)
    expect(reply.text).toMatch(text)
    expect(acted).toEqual([])
  })

  test('asks to come back later, in any words', async () => {
    server.on('read').answers(faults.serverError(503, { retryAfter: '2' }))
    expect((await ask(`${server.address}/things/1`)).headers.get('retry-after')).toBe('2')
  })

  test('is a redirect', async () => {
    server.on('read').answers(faults.redirect('http://elsewhere.example/x', 307))
    const reply = await ask(`${server.address}/things/1`)
    expect([reply.status, reply.headers.get('location')]).toEqual([307, 'http://elsewhere.example/x'])
  })

  test('is lost behind a gateway, though the vendor acted', async () => {
    server.on('read').answers(faults.answerLost(faults.html(502)))
    expect((await ask(`${server.address}/things/1`)).status).toBe(502)
    expect(acted).toEqual(['1'])
  })

  test('is changed on the way', async () => {
    server.on('read').answers(faults.changed((honest) => ({ ...honest, status: 203 })))
    expect(await ask(`${server.address}/things/1`)).toMatchObject({ status: 203, text: LINES })
  })

  test('is huge, and streamed', async () => {
    expect((await meeting(faults.huge(1_000_000))).body.equals(Buffer.alloc(1_000_000, ' '))).toBe(true)
  })

  test('is endless until the client goes', async () => {
    server.on('read').answers(faults.huge(Number.POSITIVE_INFINITY))
    const gone = new AbortController()
    const response = await fetch(`${server.address}/things/1`, { signal: gone.signal })
    const reader = response.body?.getReader()
    let bytes = 0
    while (bytes < 1_000_000) bytes += (await reader?.read())?.value?.length ?? 0
    gone.abort()
    await server.close()
    expect(bytes).toBeGreaterThanOrEqual(1_000_000)
    await server.comeBack()
  })

  test('is compressed unasked', async () => {
    const reply = await meeting(faults.gzipEncoded())
    expect(gunzipSync(reply.body).toString()).toBe(LINES)
  })

  test('is a small body that unpacks to a large one', async () => {
    const reply = await meeting(faults.gzipBomb(8))
    expect(reply.body.length).toBeLessThan(20_000)
    expect(gunzipSync(reply.body).length).toBe(8 * 1024 * 1024)
  })
})
