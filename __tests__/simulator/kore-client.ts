/** A bare client of the simulator, so that its strictness is tested without any code of ours in between. */
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { expect } from '@jest/globals'
import jwt from 'jsonwebtoken'
import type { KoreBatch } from '../../simulator/kore/batch.ts'
import type { Clock } from '../../src/clock.ts'

/** A clock that stands still until it is told. */
export interface StoppedClock extends Clock {
  /** Lets time pass, and wakes whom it wakes. */
  advance(ms: number): void
  /** How many sleep. */
  sleepers(): number
}

/** A stopped clock at a fixed date. */
export function stoppedClock(): StoppedClock {
  let now = 1000
  const sleeping = new Set<() => void>()
  return {
    now: () => now,
    wall: () => Date.UTC(2026, 4, 4, 12) + now,
    sleepers: () => sleeping.size,
    advance(ms) {
      now += ms
      for (const wake of sleeping) wake()
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const end = now + ms
        const wake = (): void => {
          if (now < end && signal?.aborted !== true) return
          sleeping.delete(wake)
          resolve()
        }
        sleeping.add(wake)
        signal?.addEventListener('abort', wake)
        wake()
      }),
  }
}

/** The claims of a good token at this moment. */
export function goodClaims(kore: KoreBatch, clock: Clock): Record<string, unknown> {
  const { clientId } = kore.behaviour
  const now = Math.floor(clock.wall() / 1000)
  return { sub: 'ci', appId: clientId, iss: clientId, iat: now - 30, exp: now + 300, jti: randomUUID() }
}

/** A token with changed claims; a claim set to undefined is left out. */
export function token(kore: KoreBatch, clock: Clock, changes: Record<string, unknown> = {}): string {
  const all = { ...goodClaims(kore, clock), ...changes }
  const claims = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return jwt.sign(claims, kore.behaviour.clientSecret, { algorithm: 'HS256', noTimestamp: all['iat'] === undefined })
}

/** What came back. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The parsed body; undefined when it is not JSON. */
  readonly json: unknown
}

/** One request, redirects not followed. */
export async function ask(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, { redirect: 'manual', ...init })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A client of one simulator. All calls bring a fresh good token unless told otherwise. */
export interface KoreClient {
  start(suite?: string, init?: RequestInit): Promise<Reply>
  look(runId: string, suite?: string): Promise<Reply>
  /** Starts a run that must be taken, and gives its id. */
  startedRun(suite?: string): Promise<string>
  /** Starts a run, looks until it runs no more, and gives the last answer. */
  completedRun(): Promise<unknown>
  /** The link in the last answer of a run that was started for it. */
  fileLink(): Promise<string>
}

/** A client with the simulator's own credentials. */
export function clientOf(kore: KoreBatch, clock: Clock): KoreClient {
  const url = (suite: string): string =>
    `${kore.address}/api/public/stream/${kore.behaviour.botId}/testsuite/${encodeURIComponent(suite)}`
  const client: KoreClient = {
    start(suite = 'Regression', init = {}) {
      const headers = new Headers({ auth: token(kore, clock), 'content-type': 'application/json' })
      for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
      return ask(`${url(suite)}/run`, { method: 'POST', body: '{"version":"inDevelopment"}', ...init, headers })
    },
    look: (runId, suite = 'Regression') => ask(`${url(suite)}/${runId}/status`, { headers: { auth: token(kore, clock) } }),
    startedRun: async (suite) => textAt((await client.start(suite)).json, 'requestId'),
    async completedRun() {
      const run = await client.startedRun()
      let answer = await client.look(run)
      while (textAt(answer.json, 'status') === 'running') answer = await client.look(run)
      return answer.json
    },
    fileLink: async () => textAt(await client.completedRun(), 'result.fileUrl'),
  }
  return client
}

/** Expects an error of Kore.ai's shape. */
export function expectRefusal(reply: Reply, httpStatus: number, code: number, message: string | RegExp): void {
  expect(reply.status).toBe(httpStatus)
  expect(at(reply.json, 'errors.0.code')).toBe(code)
  const said = textAt(reply.json, 'errors.0.msg')
  if (typeof message === 'string') expect(said).toBe(message)
  else expect(said).toMatch(message)
}

/** A value of a parsed body, by path: `result.results.failure`. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, key) => {
    return typeof inside === 'object' && inside !== null ? new Map(Object.entries(inside)).get(key) : undefined
  }, value)
}

/** The text that ought to be at a path. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path)
  if (typeof found !== 'string') throw new Error(`${path} is no text in ${JSON.stringify(value)}`)
  return found
}

/** What a raw connection gives until it ends: bytes, and the error that ended it. */
export interface RawReply {
  readonly status: number
  readonly body: Buffer
  readonly error: string
}

/** One GET that keeps what came before the connection broke. */
export function rawGet(url: string, headers: Record<string, string> = {}): Promise<RawReply> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let status = 0
    const end = (error: NodeJS.ErrnoException | undefined): void =>
      resolve({ status, error: error === undefined ? '' : (error.code ?? error.message), body: Buffer.concat(chunks) })
    const sent = request(url, { headers, agent: false }, (response) => {
      status = response.statusCode ?? 0
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => end(undefined))
      response.on('error', end)
    })
    sent.on('error', end)
    sent.end()
  })
}
