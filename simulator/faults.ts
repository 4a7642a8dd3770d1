/** The words in which tests tell what goes wrong on the way; each is good for one request. */
import { STATUS_CODES } from 'node:http'
import { gzipSync } from 'node:zlib'
import { type Answer, bytesOf, type Exchange, type Fault, send, sendHead, sendPart, whenGone } from './exchange.ts'

const CHUNK_BYTES = 64 * 1024
const READING_TURNS = 50

/** Takes the part of a body that still arrives. */
export type Cut = (body: Buffer) => Buffer

/** Nothing goes wrong: holds a place in a queue of faults. */
export function normally(): Fault {
  return async (exchange) => send(exchange, await exchange.act())
}

/** The request waits `ms` milliseconds of the injected clock before anything else happens. */
export function delay(ms: number, then: Fault = normally()): Fault {
  return async (exchange) => {
    await exchange.clock.sleep(ms, exchange.gone)
    if (!exchange.gone.aborted) await then(exchange)
  }
}

/** No answer ever comes; the vendor has acted on the request or not. */
export function hang(when: 'before acting' | 'after acting' = 'before acting'): Fault {
  return async (exchange) => {
    if (when === 'after acting') await exchange.act()
    await whenGone(exchange.gone)
  }
}

/** Where a connection is reset. But for `before acting` the vendor has acted, and only its answer is lost. */
export type ResetPoint = 'before acting' | 'after acting' | 'inside the head' | 'inside the body'

/** The connection is reset. `cut` is for `inside the body` and keeps the first half unless told otherwise. */
export function reset(point: ResetPoint, cut: Cut = firstHalf): Fault {
  return async (exchange) => {
    if (point !== 'before acting') {
      const answer = await exchange.act()
      if (point === 'inside the head') await sendHalfHead(exchange, answer)
      if (point === 'inside the body') await sendCut(exchange, answer, 'with length', cut)
      // A reset throws away what the client has not read yet, so it gets the turns to read what was sent.
      await turns(READING_TURNS)
    }
    exchange.response.socket?.resetAndDestroy()
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** How the length of a body is told to the client: `without length` is told by the end of the connection alone. */
export type Framing = 'with length' | 'without length' | 'chunked'

/**
 * The connection ends politely in the middle of the body. `without length` the client has no way to see it from the
 * protocol; in the two other framings it has.
 */
export function truncated(framing: Framing, cut: Cut = firstHalf): Fault {
  return async (exchange) => {
    await sendCut(exchange, await exchange.act(), framing, cut)
    exchange.response.socket?.end()
  }
}

/** A cut that ends at a line's end, so that what is left still reads well. */
export function withoutLastLines(count: number): Cut {
  return (body) => {
    const lines = body.toString('latin1').split(/(?<=\n)/)
    return Buffer.from(lines.slice(0, -count).join(''), 'latin1')
  }
}

/** Any answer, in place of what the vendor's program would say; it does not act. */
export function answer(status: number, headers: Readonly<Record<string, string>> = {}, body: string | Uint8Array = ''): Fault {
  return (exchange) => send(exchange, { status, headers, body })
}

/** A JSON answer, in place of what the vendor's program would say. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Fault {
  return answer(status, { 'content-type': 'application/json; charset=utf-8', ...headers }, JSON.stringify(value))
}

/** A text that calls itself JSON and is whatever it is: broken, with `__proto__`, deeply nested. */
export function jsonText(text = '{"status":"runn'): Fault {
  return answer(200, { 'content-type': 'application/json; charset=utf-8' }, text)
}

/** A page for people where data should be, as portals and proxies send it. */
export function html(status = 200): Fault {
  const reason = STATUS_CODES[status] ?? 'Unknown'
  return answer(status, { 'content-type': 'text/html' }, `<!doctype html><html><body><h1>${status} ${reason}</h1></body></html>`)
}

/** An answer without a body. */
export function empty(status = 200): Fault {
  return answer(status)
}

/** What a load balancer says in the vendor's place, with or without `Retry-After` (any text, right or wrong). */
export function serverError(status: number, { retryAfter }: { retryAfter?: string } = {}): Fault {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  return answer(status, { 'content-type': 'text/html', ...headers }, `<h1>${status} ${STATUS_CODES[status] ?? ''}</h1>`)
}

/** A redirect, in place of what the vendor's program would say. */
export function redirect(to: string, status = 302): Fault {
  return answer(status, { location: to })
}

/** The vendor acted, and a gateway answers in its place: the vendor's own answer is lost. */
export function answerLost(instead: Fault): Fault {
  return async (exchange) => {
    await exchange.act()
    await instead(exchange)
  }
}

/** The honest answer, with its headers, status or body changed on the way. */
export function changed(change: (answer: Answer) => Answer): Fault {
  return async (exchange) => send(exchange, change(await exchange.act()))
}

/** The honest answer, some bytes at a time. */
export function slowDrip(bytes: number, everyMs: number): Fault {
  return async (exchange) => {
    const honest = await exchange.act()
    const body = bytesOf(honest)
    sendHead(exchange, { ...honest, headers: { 'content-length': String(body.length), ...honest.headers } })
    for (let from = 0; from < body.length && !exchange.gone.aborted; from += bytes) {
      await sendPart(exchange, body.subarray(from, from + bytes))
      await exchange.clock.sleep(everyMs, exchange.gone)
    }
    exchange.response.end()
  }
}

/** A body of that many blanks, streamed; `Infinity` never ends. */
export function huge(bytes: number, contentType = 'application/json'): Fault {
  return async (exchange) => {
    const chunk = Buffer.alloc(CHUNK_BYTES, ' ')
    sendHead(exchange, { status: 200, headers: { 'content-type': contentType } })
    for (let left = bytes; left > 0 && !exchange.gone.aborted; left -= chunk.length) {
      await sendPart(exchange, chunk.subarray(0, Math.min(left, chunk.length)))
    }
    exchange.response.end()
  }
}

/** The honest answer, compressed though nobody asked for it. */
export function gzipEncoded(): Fault {
  return changed((honest) => ({
    ...honest,
    headers: { ...withoutLength(honest), 'content-encoding': 'gzip' },
    body: gzipSync(bytesOf(honest)),
  }))
}

/** A small compressed body that unpacks to that many mebibytes of blanks, as a chain of gzip members. */
export function gzipBomb(mebibytes: number): Fault {
  return async (exchange) => {
    const member = gzipSync(Buffer.alloc(1024 * 1024, ' '))
    sendHead(exchange, { status: 200, headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } })
    for (let sent = 0; sent < mebibytes && !exchange.gone.aborted; sent++) await sendPart(exchange, member)
    exchange.response.end()
  }
}

function firstHalf(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2))
}

function withoutLength({ headers = {} }: Answer): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length'))
}

async function sendCut(exchange: Exchange, honest: Answer, framing: Framing, cut: Cut): Promise<void> {
  const body = bytesOf(honest)
  const part = cut(body)
  if (part.length === 0 || part.length >= body.length) throw new Error('This fault needs an answer whose body can be cut')
  const length = framing === 'with length' ? { 'content-length': String(body.length) } : {}
  if (framing === 'without length') exchange.response.removeHeader('transfer-encoding')
  sendHead(exchange, { ...honest, headers: { ...withoutLength(honest), ...length } })
  await sendPart(exchange, part)
}

function sendHalfHead({ response }: Exchange, { status }: Answer): Promise<void> {
  return new Promise((resolve) => {
    if (response.socket === null) resolve()
    else response.socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Ty`, () => resolve())
  })
}
