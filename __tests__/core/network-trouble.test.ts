/** What a failed socket means, told by real sockets: whether the vendor can have heard, and whether it may work again. */
import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import * as tls from 'node:tls'
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { selfSigned } from '../../simulator/self-signed.ts'
import { networkTrouble } from '../../src/network-trouble.ts'
import type { Trouble } from '../../src/trouble.ts'
import { afterTest, startVendor, troubleOf } from './local-vendor.ts'

/** A server of any kind on a local port, and the port. */
async function listening(server: Server): Promise<number> {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => void open.add(socket.on('error', () => socket.destroy())))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  afterTest(() => {
    for (const socket of open) socket.destroy()
    return new Promise((resolve) => void server.close(() => resolve()))
  })
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** The trouble of a start that is sent there. */
async function startAt(address: string): Promise<Trouble> {
  const { door, call } = await startVendor()
  return troubleOf(door.ask(call({ method: 'POST', url: new URL(address), template: '/', body: '{"start":true}' })))
}

const PASSING = { kind: 'network', persistence: 'passing' }

describe('a vendor that surely did not hear is one', () => {
  const UNHEARD = { ...PASSING, unheard: true }

  test('that refuses the connection', async () => {
    const { server, door, call } = await startVendor()
    await server.goOffline()
    const { facts, message } = await troubleOf(door.ask(call()))
    expect(facts).toEqual(UNHEARD)
    expect(message).toMatch(/could not be reached or broke off \(ECONNREFUSED, nothing listens there\)$/)
  })

  test('that refuses it on every address of its name', async () => {
    const { server, door, call } = await startVendor()
    await server.goOffline()
    const url = new URL(`http://localhost:${new URL(server.address).port}/`)
    const { facts, message } = await troubleOf(door.ask(call({ url })))
    expect(facts).toEqual(UNHEARD)
    expect(message).toMatch(/ECONNREFUSED/)
  })

  test('whose name does not resolve', async () => {
    const { facts, message } = await startAt('http://does-not-exist.invalid/')
    expect(facts).toEqual(UNHEARD)
    expect(message).toMatch(/\((ENOTFOUND|EAI_AGAIN), .+\)$/)
  })

  test('that hangs up during the handshake of TLS', async () => {
    const port = await listening(createServer((socket) => void socket.once('data', () => socket.end())))
    expect((await startAt(`https://127.0.0.1:${port}/`)).facts).toEqual(UNHEARD)
  })

  test('that resets during the handshake of TLS', async () => {
    const port = await listening(createServer((socket) => void socket.once('data', () => socket.resetAndDestroy())))
    expect((await startAt(`https://127.0.0.1:${port}/`)).facts).toEqual(UNHEARD)
  })

  test('that is silent in the handshake of TLS', async () => {
    const port = await listening(createServer(() => undefined))
    const { facts, message } = await startAt(`https://127.0.0.1:${port}/`)
    expect(facts).toEqual(UNHEARD)
    expect(message).toMatch(/did not answer in time$/)
  })
})

describe('a vendor may have heard when it', () => {
  test.each(['before acting', 'after acting', 'inside the head', 'inside the body'] as const)('resets %s', async (point) => {
    const { server, door, call } = await startVendor()
    server.on('write').answers(faults.reset(point))
    const url = new URL(`${server.address}/things`)
    const { facts } = await troubleOf(door.ask(call({ method: 'POST', url, body: '{"start":true}' })))
    expect(facts).toEqual({ ...PASSING, unheard: false })
  })

  test.each(['with length', 'chunked'] as const)('ends in the middle of the body, %s', async (framing) => {
    const { server, door, call } = await startVendor()
    server.on('read').answers(faults.truncated(framing))
    expect((await troubleOf(door.ask(call()))).facts).toEqual({ ...PASSING, unheard: false })
  })

  test('does not speak HTTP', async () => {
    const port = await listening(createServer((socket) => void socket.end('220 mail.example ESMTP\r\n')))
    expect((await startAt(`http://127.0.0.1:${port}/`)).facts).toEqual({ ...PASSING, unheard: false })
  })

  test('resets after the handshake of TLS', async () => {
    const { key, cert } = selfSigned('localhost')
    trusting(cert)
    const server = createHttpsServer({ key, cert }, ({ socket }) => void socket.destroy())
    const port = await listening(server)
    expect((await startAt(`https://localhost:${port}/`)).facts).toEqual({ ...PASSING, unheard: false })
  })
})

describe('a certificate that is not trusted is not asked twice', () => {
  test.each<[string, RegExp, () => { key: string; cert: string; isTrusted: boolean }]>([
    ['signed by itself', /DEPTH_ZERO_SELF_SIGNED_CERT/, () => ({ ...selfSigned('localhost'), isTrusted: false })],
    ['of another host', /ERR_TLS_CERT_ALTNAME_INVALID/, () => ({ ...selfSigned('other.example'), isTrusted: true })],
    ['that has expired', /CERT_HAS_EXPIRED/, () => ({ ...selfSigned('localhost', 2019, 2020), isTrusted: true })],
    ['that is not yet good', /CERT_NOT_YET_VALID/, () => ({ ...selfSigned('localhost', 2048, 2049), isTrusted: true })],
  ])('%s', async (_, code, make) => {
    const { key, cert, isTrusted } = make()
    if (isTrusted) trusting(cert)
    const asked: string[] = []
    const server = createHttpsServer({ key, cert }, ({ url = '' }, response) => {
      asked.push(url)
      response.end()
    })
    const port = await listening(server.on('tlsClientError', () => undefined))
    const { facts, message } = await startAt(`https://localhost:${port}/`)
    expect(facts).toEqual({ kind: 'network', persistence: 'lasting' })
    expect(message).toMatch(code)
    expect(message).toMatch(/NODE_EXTRA_CA_CERTS/)
    expect(asked).toEqual([])
  })

  test('and one that is trusted is', async () => {
    const { key, cert } = selfSigned('localhost')
    trusting(cert)
    const port = await listening(createHttpsServer({ key, cert }, (_, response) => response.end('safe')))
    const { door, call } = await startVendor()
    const { body } = await door.ask(call({ url: new URL(`https://localhost:${port}/`) }))
    expect(Buffer.from(body).toString()).toBe('safe')
  })
})

test('TLS to a port that speaks plain HTTP reaches nobody', async () => {
  const asked: string[] = []
  const server = createHttpServer(({ url = '' }) => void asked.push(url))
  const port = await listening(server)
  const { facts } = await startAt(`https://127.0.0.1:${port}/`)
  expect(facts).toMatchObject(PASSING)
  expect(asked).toEqual([])
})

test('plain HTTP to a port that speaks TLS reaches nobody', async () => {
  const { key, cert } = selfSigned('localhost')
  const server = tls.createServer({ key, cert }).on('tlsClientError', () => undefined)
  const port = await listening(server)
  expect((await startAt(`http://127.0.0.1:${port}/`)).facts).toMatchObject(PASSING)
})

describe('the trouble itself', () => {
  const secretive = Object.assign(new Error('POST /secret with key=hunter2'), { code: 'ECONNRESET', path: '/secret' })

  test('tells place and code, never the words of the error, which can hold the request', () => {
    expect(networkTrouble('status (GET x)', secretive, { expired: false, during: 'request' }).message).toBe(
      'status (GET x) could not be reached or broke off (ECONNRESET)',
    )
  })

  test.each([[new Error('no code')], ['a text'], [undefined], [null], [{ code: 7 }]])(
    'is told of anything that is thrown: %p',
    (thrown) => {
      expect(networkTrouble('x', thrown, { expired: false, during: 'request' })).toMatchObject({
        message: 'x could not be reached or broke off (connection lost)',
        facts: { ...PASSING, unheard: false },
      })
    },
  )

  test('is slowness where the time was up, and then the vendor may have heard', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' })
    expect(networkTrouble('x', refused, { expired: true, during: 'request' })).toMatchObject({
      message: 'x did not answer in time',
      facts: { unheard: false },
    })
  })

  test('is a cut in the body of a file', () => {
    expect(networkTrouble('x', secretive, { expired: false, during: 'body' }).facts).toEqual({
      kind: 'network',
      persistence: 'cut',
    })
    expect(networkTrouble('x', secretive, { expired: true, during: 'body' }).facts).toEqual({
      kind: 'network',
      persistence: 'cut',
    })
  })

  test.each([
    ['ETIMEDOUT', 'connect', true],
    ['ETIMEDOUT', 'read', false],
    ['EHOSTUNREACH', 'connect', true],
    ['ENETUNREACH', 'connect', true],
    ['ECONNRESET', 'read', false],
    ['EPIPE', 'write', false],
  ])('of %s at %s was unheard: %j', (code, syscall, expected) => {
    expect(
      networkTrouble('x', Object.assign(new Error('x'), { code, syscall }), { expired: false, during: 'request' }).facts.unheard,
    ).toBe(expected)
  })

  test('of several addresses is told by the first', () => {
    const errors = ['ETIMEDOUT', 'ECONNREFUSED'].map((code) => Object.assign(new Error('x'), { code }))
    const { message, facts } = networkTrouble('x', new AggregateError(errors), { expired: false, during: 'request' })
    expect(message).toMatch(/\(ETIMEDOUT\)$/)
    expect(facts.unheard).toBe(true)
    expect(networkTrouble('x', new AggregateError([]), { expired: false, during: 'request' }).message).toMatch(/connection lost/)
  })
})

/** Lets this process trust a certificate until the test ends. */
function trusting(cert: string): void {
  const before = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...before, cert])
  afterTest(async () => tls.setDefaultCACertificates(before))
}

test.each([
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'HOSTNAME_MISMATCH',
  'CRL_HAS_EXPIRED',
])('a certificate that is refused with %s will be as wrong the next time', (code) => {
  expect(
    networkTrouble('x', Object.assign(new Error('x'), { code }), { expired: false, during: 'request' }).facts.persistence,
  ).toBe('lasting')
})

test.each([
  ['403', 'lasting'],
  ['407', 'lasting'],
  ['502', 'passing'],
] as const)(
  'a proxy that answers %s in place of a tunnel is a trouble that is %s, and the vendor heard nothing',
  (status, persistence) => {
    const refused = new Error(`tunneling socket could not be established, statusCode=${status}`)
    const { facts, message } = networkTrouble('x', refused, { expired: false, during: 'request' })
    expect(facts).toEqual({ kind: 'network', persistence, unheard: true })
    expect(message).toContain(`(HTTP ${status})`)
  },
)
