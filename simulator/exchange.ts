/** One request and what becomes of it: the ground that both honest answers and scripted faults stand on. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { Clock } from '../src/clock.ts'

/** A request as it came over the wire. */
export interface RecordedRequest {
  /** The operation whose route it matched; `unknown` when it matched none. */
  readonly operation: string
  readonly method: string
  /** Path and query, byte for byte. */
  readonly target: string
  /** The path without the query, still percent-encoded. */
  readonly path: string
  /** The query without its `?`, byte for byte. */
  readonly query: string
  /** What stood in the place of `{name}` in the route's path, decoded. */
  readonly params: ReadonlyMap<string, string>
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** Monotonic milliseconds of the injected clock, when the request was whole. */
  readonly at: number
}

/** What a vendor's program answers. `content-length` and `date` are added where they are not given. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** A request that waits for its answer. */
export interface Exchange {
  readonly request: RecordedRequest
  readonly response: ServerResponse
  readonly clock: Clock
  /** Aborted when the answer is out, the client has gone, or the server closes. */
  readonly gone: AbortSignal
  /** Lets the vendor's program act on the request, and gives what it would answer. */
  act(): Promise<Answer>
}

/** What the network or a broken vendor makes of a request, in place of the honest answer. */
export type Fault = (exchange: Exchange) => Promise<void> | void

/** The body of an answer as bytes. */
export function bytesOf(answer: Answer): Buffer {
  return Buffer.from(answer.body ?? '')
}

/** Writes the head of an answer; `date` follows the injected clock, so that tests can shift it. */
export function sendHead({ response, clock }: Exchange, answer: Answer): void {
  response.sendDate = false
  response.writeHead(answer.status, { date: new Date(clock.wall()).toUTCString(), ...answer.headers })
}

/** Sends an answer whole. */
export function send(exchange: Exchange, answer: Answer): void {
  const body = bytesOf(answer)
  sendHead(exchange, { ...answer, headers: { 'content-length': String(body.length), ...answer.headers } })
  exchange.response.end(body)
}

/** Sends a part of a body, and waits until it has left this process or the client has gone. */
export function sendPart({ response, gone }: Exchange, part: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      gone.removeEventListener('abort', end)
      resolve()
    }
    gone.addEventListener('abort', end)
    if (gone.aborted) end()
    else response.write(part, end)
  })
}

/** Resolves when the exchange is over. */
export function whenGone(gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (gone.aborted) resolve()
    else gone.addEventListener('abort', () => resolve())
  })
}

/** A request that the vendor refused by its own rules; scripted faults are not among them. */
export interface RefusedRequest {
  readonly request: RecordedRequest
  readonly status: number
  readonly message: string
}
