/** The door: what goes out, what comes back, and what is refused, over real sockets. */
import { createServer } from 'node:http'
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { createDoor, LARGEST_ANSWER } from '../../src/http.ts'
import { afterTest, startVendor, THING, troubleOf } from './local-vendor.ts'

describe('a request', () => {
  test('carries what the call says, who we are, and no wish for compression', async () => {
    const { door, server, call } = await startVendor()
    await door.ask(call({ headers: { auth: 'token-1', accept: 'application/json' } }))
    const { host } = new URL(server.address)
    expect(server.requests).toMatchObject([
      {
        method: 'GET',
        target: '/things/secret-id?key=secret-key',
        headers: {
          auth: 'token-1',
          accept: 'application/json',
          host,
          'user-agent': expect.stringMatching(/^agent-test-gate\/test/),
        },
      },
    ])
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity')
  })

  test.each<[string, string | Uint8Array]>([
    ['text', '{"name":"grüß dich"}'],
    ['bytes', new Uint8Array([0, 255, 128, 10, 13, 0])],
    ['no bytes', new Uint8Array()],
    ['many bytes', Buffer.alloc(3_000_000, 'x')],
  ])('sends %s whole, with the length', async (_, body) => {
    const { door, server, call } = await startVendor()
    const url = new URL(`${server.address}/things`)
    const answer = await door.ask(call({ method: 'POST', url, body, headers: { 'content-type': 'x/y' } }))
    expect(Buffer.from(answer.body).equals(Buffer.from(body))).toBe(true)
    const sent = server.requests[0]
    expect(sent?.headers['content-type']).toBe('x/y')
    expect(sent?.headers['content-length']).toBe(String(Buffer.from(body).length))
    expect(sent?.headers['transfer-encoding']).toBeUndefined()
  })

  test('goes over a connection of its own, so that none meets one that died unseen', async () => {
    const { door, call } = await startVendor()
    let connections = 0
    const other = createServer((_, response) => response.end('{}')).on('connection', () => {
      connections += 1
    })
    const port = await listening(other, '127.0.0.1')
    for (let count = 0; count < 3; count++) await door.ask(call({ url: new URL(`http://127.0.0.1:${port}/`) }))
    expect(connections).toBe(3)
  })

  test('reaches an IPv6 address', async () => {
    const { door, call } = await startVendor()
    const hosts: (string | undefined)[] = []
    const other = createServer(({ headers }, response) => {
      hosts.push(headers.host)
      response.end('six')
    })
    const port = await listening(other, '::1')
    const answer = await door.ask(call({ url: new URL(`http://[::1]:${port}/x`) }))
    expect(Buffer.from(answer.body).toString()).toBe('six')
    expect(hosts).toEqual([`[::1]:${port}`])
  })
})

describe('an answer', () => {
  test('has status, headers, body, and the time of the injected clock', async () => {
    const { door, clock, call } = await startVendor()
    const answer = await door.ask(call())
    expect(answer).toMatchObject({ status: 200, headers: { 'content-length': '33', date: expect.any(String) }, at: clock.wall() })
    expect(Buffer.from(answer.body).toString()).toBe(THING)
  })

  test.each([204, 400, 401, 403, 404, 410, 429, 500, 503])('with status %d is given as it is', async (status) => {
    const { door, server, call } = await startVendor()
    server.on('read').answers(faults.answer(status, { 'retry-after': '7' }, status === 204 ? '' : 'so it is'))
    const answer = await door.ask(call())
    expect(answer).toMatchObject({ status, headers: { 'retry-after': '7' } })
    expect(Buffer.from(answer.body).toString()).toBe(status === 204 ? '' : 'so it is')
  })

  test.each([
    ['to another path', '/elsewhere', 302],
    ['to another host', 'https://evil.example/', 301],
    ['that keeps the method', 'https://evil.example/', 307],
    ['for good', 'https://evil.example/', 308],
    ['after a start', '/elsewhere', 303],
    ['that is none', '', 304],
    ['that leaves the choice', '', 300],
  ])('that is a redirect is refused and not followed: %s', async (_, to, status) => {
    const { door, server, call } = await startVendor()
    server.on('any').always(faults.redirect(to, status))
    const trouble = await troubleOf(door.ask(call({ headers: { auth: 'token-1' } })))
    expect(trouble.facts).toMatchObject({ kind: 'security', persistence: 'lasting' })
    expect(trouble.message).toMatch(
      /^thing \(GET 127.0.0.1:\d+\/things\/\{id\}\) answered with a redirect \(HTTP 30\d\).*check base-url$/,
    )
    expect(server.requests).toHaveLength(1)
  })

  test('that is compressed unasked is refused', async () => {
    const { door, server, call } = await startVendor()
    server.on('read').answers(faults.gzipEncoded(), faults.gzipBomb(64), faults.answer(200, { 'content-encoding': 'br' }, 'x'))
    for (let count = 0; count < 3; count++) {
      const { facts, message } = await troubleOf(door.ask(call()))
      expect(facts).toMatchObject({ kind: 'contract', persistence: 'shape' })
      expect(message).toMatch(/compressed form/)
    }
  })

  test.each(['identity', 'Identity', ''])('is not compressed where its encoding is %j', async (encoding) => {
    const { door, server, call } = await startVendor()
    server.on('read').answers(faults.answer(200, { 'content-encoding': encoding }, 'plain'))
    expect(Buffer.from((await door.ask(call())).body).toString()).toBe('plain')
  })
})

describe('the size of an answer', () => {
  test.each([
    ['as large as it may be', 0, true],
    ['one byte larger', 1, false],
  ])('%s', async (_, beyond, isTaken) => {
    const { door, server, call } = await startVendor()
    server.on('read').answers(faults.huge(70_000 + beyond))
    const asked = door.ask(call({ largest: 70_000 }))
    if (isTaken) expect((await asked).body.byteLength).toBe(70_000)
    else expect((await troubleOf(asked)).facts).toMatchObject({ kind: 'contract', persistence: 'shape' })
  })

  test('is at most 10 MiB where the call does not say, and an endless one ends there', async () => {
    const { door, server, call } = await startVendor()
    server.on('read').answers(faults.huge(LARGEST_ANSWER), faults.huge(Number.POSITIVE_INFINITY))
    expect((await door.ask(call())).body.byteLength).toBe(10 * 1024 * 1024)
    const trouble = await troubleOf(door.ask(call()))
    expect(trouble.facts).toMatchObject({ kind: 'contract', persistence: 'shape' })
    expect(trouble.message).toMatch(/more than 10 MiB/)
  })
})

describe('a trouble', () => {
  test('tells the call and the host, and neither ids nor keys of the address', async () => {
    const { door, server, call } = await startVendor()
    server.on('read').answers(faults.reset('before acting'))
    const { message } = await troubleOf(door.ask(call({ headers: { auth: 'secret-token' } })))
    expect(message).toBe(`thing (GET ${new URL(server.address).host}/things/{id}) could not be reached or broke off (ECONNRESET)`)
  })

  test('ends nothing but its own request', async () => {
    const { door, server, call } = await startVendor()
    server.on('read').answers(faults.reset('before acting'))
    const [first, second] = await Promise.allSettled([door.ask(call()), door.ask(call())])
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

test('a door that is asked after the step ended sends nothing', async () => {
  const { clock, server, step, call } = await startVendor()
  const door = createDoor({ clock, userAgent: 'x', downloadHosts: [], signal: () => step.signal, over: step.signal })
  step.abort('cancelled')
  const { facts, message } = await troubleOf(door.ask(call()))
  expect(facts).toEqual({ kind: 'network', persistence: 'passing', unheard: true })
  expect(message).toMatch(/^thing \(GET .*\) was not sent, because the step ended$/)
  expect(server.requests).toEqual([])
})

function listening(server: ReturnType<typeof createServer>, host: string): Promise<number> {
  afterTest(() => new Promise((resolve) => void server.close(() => resolve())))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
    })
  })
}

test.each([
  [503, 'gzip'],
  [401, 'br'],
])('an answer of %d is judged by its status, though it is %s and cannot be read', async (status, encoding) => {
  const { door, server, call } = await startVendor()
  server.on('read').answers(faults.answer(status, { 'content-encoding': encoding }, 'x'))
  await expect(door.ask(call())).resolves.toMatchObject({ status })
})

test('a refusal is judged by its status, though it is too large', async () => {
  const { door, server, call } = await startVendor()
  server.on('read').answers(faults.answer(500, {}, 'x'.repeat(2000)))
  await expect(door.ask(call({ largest: 1000 }))).resolves.toMatchObject({ status: 500 })
})
