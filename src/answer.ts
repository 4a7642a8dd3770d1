/** Requests and answers as plain values, and what an answer means by HTTP alone. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type * as z from 'zod/mini'
import { httpDate, retryAfter } from './retry-after.ts'
import { lastingTrouble, Trouble } from './trouble.ts'

/** A request to a vendor. */
export interface Call {
  /** What messages call it, such as `batch test status`. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly url: URL
  /** The path with its parameters by name, for messages: ids and names stay out of them. */
  readonly template: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** The largest answer that is read, in bytes; 10 MiB unless given. */
  readonly largest?: number
  /** What can be done where the answer is a redirect; `check base-url` unless given. */
  readonly redirectRemedy?: string
  /** The vendor's rate limits that this call counts against. */
  readonly limits?: readonly Limit[]
}

/** At most so many calls with the same key in any span of `perMs` milliseconds. */
export interface Limit {
  readonly key: string
  readonly calls: number
  readonly perMs: number
}

/** An answer with any status but a redirect. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** At most as large as the call says. */
  readonly body: Uint8Array
  /** Our wall clock when it came, in milliseconds since 1970. */
  readonly at: number
}

/** Where a call went, for messages: `batch test status (GET platform.kore.ai/api/public/…)`. */
export function place(call: Pick<Call, 'name' | 'method' | 'url' | 'template'>): string {
  return `${call.name} (${call.method} ${call.url.host}${call.template})`
}

/**
 * A path template with each `{name}` replaced by its parameter, encoded. Throws a `Trouble` of kind `config` for what cannot
 * be one segment of a path: nothing, `.`, `..`, and half of a character.
 */
export function fillIn(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = parameters[name] ?? ''
    if (value === '' || value === '.' || value === '..')
      throw lastingTrouble('config', `${name} is "${value}", which cannot be part of an address`)
    if (!value.isWellFormed())
      throw lastingTrouble('config', `${name} holds half of a character, which cannot be part of an address`)
    return encodeURIComponent(value)
  })
}

/** Whether the status is any 2xx. */
export function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300
}

/** The body as a value of the schema, or a trouble that says which field is not what it should be. */
export function readJson<Shape extends z.ZodMiniType>(
  call: Call,
  { body, status }: Pick<Answer, 'body' | 'status'>,
  shape: Shape,
): z.output<Shape> {
  const parsed = shape.safeParse(parseJson(body))
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]
  const field = first === undefined || first.path.length === 0 ? 'the whole answer' : `field ${first.path.join('.')}`
  throw new Trouble(`${place(call)} answered HTTP ${status} in a shape that is not documented (${field}); check base-url`, {
    kind: 'contract',
    persistence: 'shape',
    status,
    said: excerpt(body),
  })
}

/** The body as JSON, undefined when it is none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

/** What is kept of a body, in bytes: far more than is shown, since it is redacted before it is cut for people. */
const LONGEST_EXCERPT = 64 * 1024

/** The body as a text; of a long one the beginning, without its last word: half a secret would not be known for one. */
function excerpt(body: Uint8Array): string {
  const text = new TextDecoder().decode(body.subarray(0, LONGEST_EXCERPT))
  if (body.byteLength <= LONGEST_EXCERPT) return text
  return text.slice(0, Math.max(0, ...WORD_ENDS.map((end) => text.lastIndexOf(end))))
}

const WORD_ENDS = [' ', '\n', '"', '>'] as const

/**
 * A refusal by its HTTP status alone, for what the vendor's own error table does not explain better. `503` counts as
 * unheard only when the vendor says when to come again.
 */
export function refusal(call: Call, answer: Answer, explanation?: string): Trouble {
  const { status } = answer
  const wait = retryAfter(answer.headers['retry-after'], answer.at)
  const serverTime = httpDate(answer.headers.date)
  const facts = {
    status,
    said: excerpt(answer.body),
    ...(wait !== undefined && { retryAfterMs: wait }),
    ...(serverTime !== undefined && { serverTime }),
  }
  const message = `${place(call)} answered HTTP ${status}${explanation === undefined ? '' : `: ${explanation}`}`
  if (status < 300) return new Trouble(message, { ...facts, kind: 'contract', persistence: 'shape' })
  if (status === 401) return new Trouble(message, { ...facts, kind: 'auth', persistence: 'lasting', unheard: true })
  if (status === 402) return new Trouble(message, { ...facts, kind: 'vendor', persistence: 'lasting' })
  if (status === 403) return new Trouble(message, { ...facts, kind: 'auth', persistence: 'forbidden', unheard: true })
  if (status === 404) return new Trouble(message, { ...facts, kind: 'config', persistence: 'missing' })
  if (status === 429) return new Trouble(message, { ...facts, kind: 'rate-limit', persistence: 'passing', unheard: true })
  if (status === 408) return new Trouble(message, { ...facts, kind: 'vendor', persistence: 'passing' })
  if (status < 500) return new Trouble(message, { ...facts, kind: 'config', persistence: 'lasting' })
  const unheard = status === 503 && wait !== undefined
  return new Trouble(message, { ...facts, kind: 'vendor', persistence: status === 501 ? 'lasting' : 'passing', unheard })
}

/** Whether the body is compressed or otherwise not as it is. */
export function isEncoded(message: IncomingMessage): boolean {
  const encoding = message.headers['content-encoding'] ?? ''
  return encoding !== '' && encoding.toLowerCase() !== 'identity'
}

/** Throws when a body is compressed although we asked for it as it is: unpacking is how small bodies grow without end. */
export function refuseEncoding(where: string, message: IncomingMessage): void {
  if (!isEncoded(message)) return
  message.destroy()
  throw new Trouble(`${where} answered in a compressed form that was not asked for`, { kind: 'contract', persistence: 'shape' })
}
