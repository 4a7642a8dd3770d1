/** The ways to the vendor that a company prescribes: a proxy, perhaps with a password, and certificates of its own. */
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { atOrigin } from '../../simulator/kore/batch-files.ts'
import { selfSigned } from '../../simulator/self-signed.ts'
import { type BundleStage, expectEnd, HASTY, setBundle, toldBy } from '../support/bundle.ts'
import { TWO_GOOD } from '../support/utterances.ts'

/** Only the proxy knows where it is. */
const NAME = 'kore.test'
const CERTIFICATES = new Map([NAME, 'localhost'].map((host) => [host, selfSigned(host)]))

let folder: string
const closing: (() => void)[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-'))
  await writeFile(join(folder, 'certificates.pem'), [...CERTIFICATES.values()].map(({ cert }) => cert).join(''))
})
afterAll(() => rm(folder, { recursive: true, maxRetries: 3 }))
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function portOf(server: Server | TlsServer): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port')
  return address.port
}

async function listening<Listener extends Server | TlsServer>(server: Listener): Promise<Listener> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close())
  return server
}

function joined(left: Duplex, right: Duplex): void {
  for (const [from, to] of [[left, right] as const, [right, left] as const]) from.on('error', () => to.destroy()).pipe(to)
}

/** Kore.ai behind TLS, by that name; so many connections are reset before the handshake. Gives the port. */
async function startTls(kore: BundleStage['kore'], name: string, resets = 0): Promise<number> {
  let left = resets
  const server = createTlsServer({ ...CERTIFICATES.get(name) }, (socket) =>
    joined(socket, connect(Number(new URL(kore.address).port), '127.0.0.1')),
  )
  server.on('connection', (socket: Socket) => {
    if (left-- > 0) socket.resetAndDestroy()
  })
  return portOf(await listening(server.on('tlsClientError', () => undefined)))
}

/** A proxy that leads every name to one port, and what it was asked; `refuses` is its answer in place of a tunnel. */
async function startProxy(port: number, refuses?: string): Promise<{ address: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = []
  const server = await listening(createHttpServer((_, response) => response.writeHead(500).end()))
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    asked.push(request)
    socket.on('error', () => undefined)
    if (refuses !== undefined) return socket.end(`HTTP/1.1 ${refuses}\r\nContent-Length: 0\r\n\r\n`)
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    return joined(socket, connect(port, '127.0.0.1'))
  })
  return { address: `127.0.0.1:${portOf(server)}`, asked }
}

async function setVendor(): Promise<BundleStage & { readonly trust: Record<string, string> }> {
  const stage = await setBundle({ rewriteLink: atOrigin(`https://${NAME}`) })
  stage.kore.suite('Regression', TWO_GOOD)
  return { ...stage, trust: { NODE_EXTRA_CA_CERTS: join(folder, 'certificates.pem') } }
}

const BEHIND_PROXY = { 'base-url': `https://${NAME}` }

describe('a proxy', () => {
  test.each(['https_proxy', 'HTTPS_PROXY'])(
    'in %s is used for calls and files, for a name that it alone can resolve',
    async (variable) => {
      const { kore, run, trust, asked } = await setVendor()
      const proxy = await startProxy(await startTls(kore, NAME))
      expectEnd(await run(BEHIND_PROXY, { environment: { ...trust, [variable]: `http://${proxy.address}` } }), 'passed')
      expect(asked()).toEqual(['start', 'status', 'status', 'status', 'file'])
      expect(proxy.asked.map(({ url }) => url)).toEqual(Array.from({ length: 5 }, () => `${NAME}:443`))
      expect(proxy.asked.flatMap(({ headers }) => headers['auth'] ?? [])).toEqual([])
    },
  )

  test.each([NAME, 'other.example, .test', '*'])('is passed by for what no_proxy names: %s', async (names) => {
    const { run, trust } = await setVendor()
    const proxy = await startProxy(1)
    const step = await run(BEHIND_PROXY, { environment: { ...trust, https_proxy: `http://${proxy.address}`, no_proxy: names } })
    expectEnd(step, 'error', 'network')
    expect(proxy.asked).toEqual([])
  })

  test('is not asked for addresses of the own machine', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    const nobody = 'http://127.0.0.1:1'
    expectEnd(await run({}, { environment: { http_proxy: nobody, https_proxy: nobody, HTTP_PROXY: nobody } }), 'passed')
  })

  test('that asks for a password gets it, and nobody else sees it', async () => {
    const { kore, run, trust } = await setVendor()
    const proxy = await startProxy(await startTls(kore, NAME))
    const address = `http://worker:${encodeURIComponent('pä55:w@rd')}@${proxy.address}`
    const step = await run(BEHIND_PROXY, { environment: { ...trust, https_proxy: address } })
    expectEnd(step, 'passed')
    const expected = `Basic ${Buffer.from('worker:pä55:w@rd').toString('base64')}`
    expect(new Set(proxy.asked.map(({ headers }) => headers['proxy-authorization']))).toEqual(new Set([expected]))
    expect(kore.requests.flatMap(({ headers }) => headers['proxy-authorization'] ?? [])).toEqual([])
    expectUntold(toldBy(step))
  })

  test.each(['407 Proxy Authentication Required', '403 Forbidden', '502 Bad Gateway'])(
    'that refuses the way with %s makes the step red, without the password',
    async (refusal) => {
      const { run, trust, asked } = await setVendor()
      const proxy = await startProxy(1, refusal)
      const address = `http://worker:${encodeURIComponent('pä55:w@rd')}@${proxy.address}`
      const step = await run(BEHIND_PROXY, { environment: { ...trust, ...HASTY, https_proxy: address } })
      expectEnd(step, 'error', 'network')
      expect(step.outputs['message']).toMatch(/the proxy refused the connection \(HTTP 4|gave up after/)
      expect(step.outputs['message']).not.toContain('may be under way')
      expect(step.log.some((line) => line.includes('trying again'))).toBe(refusal.startsWith('502'))
      expect(asked()).toEqual([])
      expectUntold(toldBy(step))
    },
  )

  test('that is not there is waited for, and then named', async () => {
    const { run, trust } = await setVendor()
    const step = await run(BEHIND_PROXY, { environment: { ...trust, ...HASTY, https_proxy: 'http://127.0.0.1:1' } })
    expectEnd(step, 'error', 'network')
    expect(step.outputs['message']).toMatch(/the proxy could not be reached.*gave up after \d+ failed attempts/)
  })

  function expectUntold(told: string): void {
    for (const form of ['pä55', encodeURIComponent('pä55:w@rd'), Buffer.from('worker:pä55:w@rd').toString('base64')])
      expect(told).not.toContain(form)
  }
})

describe('a certificate', () => {
  test('of a company’s own authority is trusted where NODE_EXTRA_CA_CERTS says so', async () => {
    const { kore, run, trust } = await setVendor()
    const origin = `https://localhost:${await startTls(kore, 'localhost')}`
    kore.behaves({ rewriteLink: atOrigin(origin) })
    expectEnd(await run({ 'base-url': origin }, { environment: trust }), 'passed')
  })

  test('is waited for where the handshake is reset, so that the start is sent once', async () => {
    const { kore, run, trust, asked } = await setVendor()
    const origin = `https://localhost:${await startTls(kore, 'localhost', 2)}`
    kore.behaves({ rewriteLink: atOrigin(origin) })
    expectEnd(await run({ 'base-url': origin }, { environment: trust }), 'passed')
    expect(asked().filter((operation) => operation === 'start')).toHaveLength(1)
  })

  test('that nobody knows is refused, not tried again, and the remedy is told', async () => {
    const { kore, run, asked } = await setVendor()
    const step = await run({ 'base-url': `https://localhost:${await startTls(kore, 'localhost')}` })
    expectEnd(step, 'error', 'network')
    expect(asked()).toEqual([])
    expect(step.outputs['message']).toMatch(/certificate that is not trusted.*NODE_EXTRA_CA_CERTS/)
    expect(step.log.join('\n')).not.toContain('trying again')
  })

  test('for another name is refused, and not tried again', async () => {
    const { kore, run, trust, asked } = await setVendor()
    const step = await run({ 'base-url': `https://127.0.0.1:${await startTls(kore, 'localhost')}` }, { environment: trust })
    expectEnd(step, 'error', 'network')
    expect(asked()).toEqual([])
    expect(step.log.join('\n')).not.toContain('trying again')
  })
})
