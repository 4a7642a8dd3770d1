/** What stands between a company and the internet: a vendor behind TLS with a certificate of its own, and a proxy to it. */
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { connect, type Server } from 'node:net'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import { selfSigned } from './self-signed.ts'

const HOST = '127.0.0.1'

/** The way to one vendor. */
export interface CompanyNetwork {
  /** `http://127.0.0.1:<port>`, for the variable `https_proxy`. It leads every name to the vendor. */
  readonly proxy: string
  /** In PEM, for the file that `NODE_EXTRA_CA_CERTS` names. */
  readonly certificate: string
  /** The targets that the proxy was asked for, such as `kore.test:443`. */
  readonly asked: readonly string[]
  close(): void
}

/** Puts TLS and a proxy before a vendor on a local port; `name` is the host name that only the proxy can resolve. */
export async function startCompanyNetwork(vendor: string, name: string): Promise<CompanyNetwork> {
  const { key, cert } = selfSigned(name)
  const asked: string[] = []
  const front = createTlsServer({ key, cert }, (socket) => join(socket, connect(Number(new URL(vendor).port), HOST)))
  const port = await listen(front.on('tlsClientError', () => undefined))
  const proxy = createHttpServer((_, response) => response.writeHead(403).end())
  proxy.on('connect', ({ url = '' }: { url?: string }, socket: Duplex) => {
    asked.push(url)
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    join(socket, connect(port, HOST))
  })
  return {
    proxy: `http://${HOST}:${await listen(proxy)}`,
    certificate: cert,
    asked,
    close() {
      front.close()
      proxy.close()
      proxy.closeAllConnections()
    },
  }
}

function join(left: Duplex, right: Duplex): void {
  for (const [from, to] of [[left, right] as const, [right, left] as const]) from.on('error', () => to.destroy()).pipe(to)
}

async function listen(server: Server): Promise<number> {
  const listening = once(server, 'listening')
  server.listen(0, HOST)
  await listening
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server got no port')
  return address.port
}
