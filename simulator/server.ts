/**
 * A small HTTP server on a local port that simulated vendors stand on: routing by method and path template, a record of
 * every request, and faults by script. It has no timers: what waits does so on the injected clock.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Clock } from '../src/clock.ts'
import type { Answer, Exchange, Fault, RecordedRequest } from './exchange.ts'
import { normally } from './faults.ts'

const HOST = '127.0.0.1'
const MOST_BODY_BYTES = 16 * 1024 * 1024

/** What a vendor's program does for one method on some paths that mean the same. */
export interface Route<Operation extends string> {
  /** The name by which tests script it. */
  readonly operation: Operation
  readonly method: string
  /** Templates: `{name}` stands for one segment, which may hold an encoded `/`; `a|b` for either word. */
  readonly paths: readonly string[]
  handle(request: RecordedRequest): Answer | Promise<Answer>
}

/** A vendor's program. */
export interface Site<Operation extends string> {
  readonly clock: Clock
  readonly routes: readonly Route<Operation>[]
  /** Answers what no route matches. */
  otherwise(request: RecordedRequest): Answer
}

/** What goes wrong with one operation. Each call adds to what was said before. */
export interface Script {
  /** The next requests meet these faults, one each, in this order; `normally()` lets one pass. */
  answers(...faults: readonly Fault[]): Script
  /** When the queue is empty, every request meets this fault. */
  always(fault: Fault): Script
  /** When the queue is empty, this decides for each request; undefined lets it pass. */
  decides(choose: (request: RecordedRequest) => Fault | undefined): Script
  /** Forgets every fault that is still to come. */
  recovers(): Script
}

/** A vendor's program on a local port. */
export interface SimulatedServer<Operation extends string> {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string
  /** Everything that was asked, in the order it came. */
  readonly requests: readonly RecordedRequest[]
  /** Scripts one operation, or `any` for those that have no fault of their own waiting. */
  on(operation: Operation | 'any' | 'unknown'): Script
  /** Ends all connections and refuses new ones, as a host that is down. */
  goOffline(): Promise<void>
  /** Listens again on the same port. */
  comeBack(): Promise<void>
  /** Ends all connections at once. Rejects when the simulator itself broke while it ran. */
  close(): Promise<void>
}

/** Starts a vendor's program on a port of the system's choice. */
export async function startServer<Operation extends string>(site: Site<Operation>): Promise<SimulatedServer<Operation>> {
  const requests: RecordedRequest[] = []
  const scripts = new Map<string, ScriptState>()
  const accidents: unknown[] = []
  const server = createServer(
    { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0, connectionsCheckingInterval: 2 ** 31 - 1 },
    (incoming, response) => {
      serve(site, scripts, requests, incoming, response).catch((accident) => {
        accidents.push(accident)
        response.socket?.destroy()
      })
    },
  )
  const port = await listen(server, 0)
  return {
    address: `http://${HOST}:${port}`,
    requests,
    on: (operation) => scriptOf(scripts, operation),
    goOffline: () => shut(server),
    comeBack: async () => void (await listen(server, port)),
    async close() {
      await shut(server)
      const [accident] = accidents.splice(0)
      if (accident !== undefined) throw new Error('The simulator broke', { cause: accident })
    },
  }
}

async function serve<Operation extends string>(
  site: Site<Operation>,
  scripts: ReadonlyMap<string, ScriptState>,
  requests: RecordedRequest[],
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort()).on('error', () => gone.abort())
  const body = await readBody(incoming)
  if (body === undefined) return
  const { route, request } = recognise(site, incoming, body)
  requests.push(request)
  const exchange: Exchange = {
    request,
    response,
    clock: site.clock,
    gone: gone.signal,
    act: async () => (route === undefined ? site.otherwise(request) : await route.handle(request)),
  }
  await faultFor(scripts, request)(exchange)
}

/** The whole body, or undefined when the client went away before its end. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of incoming) {
      chunks.push(chunk)
      size += chunk.length
      if (size > MOST_BODY_BYTES) incoming.destroy()
    }
  } catch {
    return undefined
  }
  return Buffer.concat(chunks)
}

interface Recognised<Operation extends string> {
  readonly route: Route<Operation> | undefined
  readonly request: RecordedRequest
}

function recognise<Operation extends string>(
  site: Site<Operation>,
  incoming: IncomingMessage,
  body: Buffer,
): Recognised<Operation> {
  const { method = '', url: target = '', headers } = incoming
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  const query = mark === -1 ? '' : target.slice(mark + 1)
  const about = { method, target, path, query, headers, body, at: site.clock.now() }
  for (const route of site.routes) {
    const params = route.method === method ? match(route.paths, path) : undefined
    if (params !== undefined) return { route, request: { ...about, operation: route.operation, params } }
  }
  return { route: undefined, request: { ...about, operation: 'unknown', params: new Map() } }
}

function match(templates: readonly string[], path: string): ReadonlyMap<string, string> | undefined {
  const segments = path.split('/').map(decodeSegment)
  for (const template of templates) {
    const params = matchOne(template.split('/'), segments)
    if (params !== undefined) return params
  }
  return undefined
}

function matchOne(template: readonly string[], segments: readonly (string | undefined)[]): Map<string, string> | undefined {
  if (template.length !== segments.length) return undefined
  const params = new Map<string, string>()
  for (const [index, wanted] of template.entries()) {
    const segment = segments[index]
    if (segment === undefined) return undefined
    if (wanted.startsWith('{') && segment !== '') params.set(wanted.slice(1, -1), segment)
    else if (!wanted.split('|').includes(segment)) return undefined
  }
  return params
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

interface ScriptState {
  readonly queue: Fault[]
  choose: (request: RecordedRequest) => Fault | undefined
}

function scriptOf(scripts: Map<string, ScriptState>, operation: string): Script {
  const state = scripts.get(operation) ?? { queue: [], choose: () => undefined }
  scripts.set(operation, state)
  const then = (change: () => void): Script => {
    change()
    return script
  }
  const script: Script = {
    answers: (...faults) => then(() => state.queue.push(...faults)),
    always: (fault) => script.decides(() => fault),
    decides: (choose) =>
      then(() => {
        state.choose = choose
      }),
    recovers: () =>
      then(() => {
        state.queue.length = 0
        state.choose = () => undefined
      }),
  }
  return script
}

function faultFor(scripts: ReadonlyMap<string, ScriptState>, request: RecordedRequest): Fault {
  for (const name of [request.operation, 'any']) {
    const state = scripts.get(name)
    const fault = state?.queue.shift() ?? state?.choose(request)
    if (fault !== undefined) return fault
  }
  return normally()
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The simulator got no port'))
      else resolve(address.port)
    })
  })
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
