/** Hosts that have two addresses, of which one is dead: the other one is taken, whichever comes first. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { atOrigin } from '../../simulator/kore/batch-files.ts'
import { type BundleStage, expectEnd, type Step, setBundle } from '../support/bundle.ts'
import { TWO_GOOD } from '../support/utterances.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0).toReversed()) close()
})

/** The port of a server that listens on that address alone, and leads to the vendor. */
async function leadTo(vendor: BundleStage, host: string, port: number): Promise<number> {
  const target = Number(new URL(vendor.kore.address).port)
  const server = createServer((socket) => joined(socket, connect(target, '127.0.0.1')))
  return listening(server, host, port)
}

async function listening(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  closing.push(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port')
  return address.port
}

function joined(left: Socket, right: Socket): void {
  for (const [from, to] of [[left, right] as const, [right, left] as const]) from.on('error', () => to.destroy()).pipe(to)
}

/**
 * A process that listens and never takes a connection. Its queue, which is far longer on Windows, is filled, so that the next one
 * gets no answer, or is refused.
 */
async function startSilence(host: string): Promise<number> {
  const script = `const server = require('node:net').createServer()
    server.listen({ host: '${host}', port: 0, backlog: 1 }, () => {
      process.stdout.write(String(server.address().port), () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))
    })`
  const child: ChildProcess = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  closing.push(() => child.kill('SIGKILL'))
  const port = await new Promise<number>((resolve) => void child.stdout?.once('data', (text) => resolve(Number(text))))
  for (let isTaken = true; isTaken; ) {
    const socket = connect(port, host).on('error', () => undefined)
    closing.push(() => socket.destroy())
    const connected = once(socket, 'connect').then(
      () => true,
      () => false,
    )
    isTaken = await Promise.race([connected, new Promise<false>((resolve) => setTimeout(resolve, 200, false))])
  }
  return port
}

/** A step in a process in which `localhost` has these addresses, in this order. */
async function runAt(vendor: BundleStage, port: number, addresses: readonly string[]): Promise<Step> {
  const origin = `http://localhost:${port}`
  vendor.kore.suite('Regression', TWO_GOOD)
  vendor.kore.behaves({ rewriteLink: atOrigin(origin) })
  const script = `import dns from 'node:dns'
    const addresses = ${JSON.stringify(addresses)}.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    dns.lookup = (host, options, done) =>
      process.nextTick(() => options.all ? done(null, addresses) : done(null, addresses[0].address, addresses[0].family))`
  const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(script)}`]
  return vendor.run({ 'base-url': origin }, { nodeArguments })
}

const V4 = '127.0.0.1'
const V6 = '::1'

describe.each([
  ['IPv4', V4, V6],
  ['IPv6', V6, V4],
])('where the address of %s is dead', (_, dead, live) => {
  test.each(['first', 'last'])('because nobody listens there, and comes %s, the other one is taken', async (place) => {
    const vendor = await setBundle()
    const port = await leadTo(vendor, live, 0)
    expectEnd(await runAt(vendor, port, place === 'first' ? [dead, live] : [live, dead]), 'passed')
    expect(vendor.kore.runs).toHaveLength(1)
  })

  test('because it is silent, the other one is taken', async () => {
    const vendor = await setBundle()
    const port = await leadTo(vendor, live, await startSilence(dead))
    expectEnd(await runAt(vendor, port, [dead, live]), 'passed')
    expect(vendor.kore.runs).toHaveLength(1)
  })
})

test('where both addresses are dead the vendor did not hear of the start, and it is told so', async () => {
  const vendor = await setBundle()
  const step = await runAt(vendor, 1, [V4, V6])
  expectEnd(step, 'error', 'network')
  expect(step.outputs['message']).toMatch(/could not be reached.*gave up after/)
  expect(step.outputs['message']).not.toContain('may be under way')
})
