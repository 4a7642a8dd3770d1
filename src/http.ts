/** The only door to the network: one request, one answer, with limits on time, size and rate. Never follows a redirect by itself. */
import type { IncomingMessage, RequestOptions } from 'node:http'
import { Agent } from 'node:https'
import { Readable } from 'node:stream'
import { HttpClient } from '@actions/http-client'
import { type Answer, type Call, isEncoded, type Limit, place, refuseEncoding } from './answer.ts'
import type { Clock } from './clock.ts'
import type { Download } from './download.ts'
import type { FilesUnderWay } from './half-file.ts'
import { networkTrouble } from './network-trouble.ts'
import { lastingTrouble, Trouble } from './trouble.ts'
import { type Patience, startWatch, type Watch } from './watch.ts'

/** What providers may do with the network. Both methods reject with a `Trouble`. */
export interface Door {
  ask(call: Call): Promise<Answer>
  /** Tries once to stream a file of the vendor to a file of ours, or the rest of it; see `download.ts` for the rules. */
  download(wish: Download): Promise<void>
}

/** What the door is made of. */
export interface DoorParts {
  readonly clock: Clock
  readonly userAgent: string
  /** Further hosts that files may come from, as the input `download-hosts` names them. */
  readonly downloadHosts: readonly string[]
  /** Ends what is in flight; asked anew for each request. */
  signal(): AbortSignal
  /** Aborts when nothing more will be asked for. */
  readonly over: AbortSignal
  /** How long one request may take, where that is less than usual. */
  readonly patience?: Patience | undefined
}

/** Sends one request and gives the answer's message once its head is there. */
export type Open = (request: Request, watch: Watch) => Promise<IncomingMessage>

/** The bare facts of a request. */
export interface Request {
  readonly method: string
  readonly url: URL
  /** Path and query as they are to be sent, where the URL would encode them in another way. */
  readonly target?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** The largest answer that is read into memory, in bytes. */
export const LARGEST_ANSWER = 10 * 1024 * 1024
/** How long a vendor may be silent, in milliseconds. A start may think longer than a look. */
const SILENCE = { GET: 30_000, POST: 60_000, PATCH: 60_000 } as const
/** How long one request may take as a whole, in milliseconds. */
const WHOLE_REQUEST = 120_000

/** Opens the door. */
export function createDoor(parts: DoorParts): Door {
  const open = opener(parts.userAgent)
  const wait = throttle(parts)
  let files: Promise<FilesUnderWay> | undefined
  return {
    async ask(call) {
      await wait(call.limits ?? [])
      if (parts.signal().aborted) throw notSent(call)
      const watch = startWatch(
        parts.clock,
        parts.signal(),
        parts.patience ?? { silenceMs: SILENCE[call.method], wholeMs: WHOLE_REQUEST },
      )
      try {
        return await exchange(open, call, watch, parts.clock)
      } catch (thrown) {
        throw thrown instanceof Trouble ? thrown : networkTrouble(place(call), thrown, { ...watch, during: 'request' })
      } finally {
        watch.stop()
      }
    },
    // Loaded when there is a file to fetch: the first request of a step has none.
    async download(wish) {
      files ??= import('./half-file.ts').then(({ filesUnderWay }) => filesUnderWay(parts.over))
      const [{ fetchFile }, underWay] = await Promise.all([import('./download.ts'), files])
      return fetchFile(wish, open, parts, underWay)
    },
  }
}

/** The step ended while the call waited for its turn. */
function notSent(call: Call): Trouble {
  return new Trouble(`${place(call)} was not sent, because the step ended`, {
    kind: 'network',
    persistence: 'passing',
    unheard: true,
  })
}

async function exchange(open: Open, call: Call, watch: Watch, clock: Clock): Promise<Answer> {
  const message = await open(call, watch)
  const status = message.statusCode ?? 0
  if (status >= 300 && status < 400) {
    message.destroy()
    throw lastingTrouble(
      'security',
      `${place(call)} answered with a redirect (HTTP ${status}), which is refused because it would carry credentials away; ${call.redirectRemedy ?? 'check base-url'}`,
    )
  }
  const body = await readBody(call, message, watch)
  return { status, headers: message.headers, body, at: clock.wall() }
}

async function readBody(call: Call, message: IncomingMessage, watch: Watch): Promise<Uint8Array> {
  const { largest = LARGEST_ANSWER } = call
  // A refusal is judged by its status, whatever its body is like.
  const isRefusal = (message.statusCode ?? 0) >= 300
  if (isRefusal && isEncoded(message)) {
    message.destroy()
    return new Uint8Array()
  }
  refuseEncoding(place(call), message)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of message) {
    watch.heard()
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.byteLength
    if (size > largest) {
      message.destroy()
      if (isRefusal) break
      throw new Trouble(
        `${place(call)} answered with more than ${largest / 1024 / 1024} MiB, which no answer of this call should have`,
        {
          kind: 'contract',
          persistence: 'shape',
        },
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * The transport brings proxies and certificates. It knows no signal and breaks on IPv6 addresses, but lets handlers
 * complete the options of each request. One client for one request, so that no start meets a connection that died unseen.
 */
function opener(userAgent: string): Open {
  return async (request, watch) => {
    const handler = {
      prepareRequest(options: RequestOptions): void {
        options.signal = watch.signal
        options.host = request.url.hostname.replace(/^\[|\]$/g, '')
        if (request.target !== undefined) options.path = request.target
        if (options.agent instanceof Agent) watchHandshake(options.agent, watch)
      },
      canHandleAuthentication: () => false,
      handleAuthentication: () => Promise.reject(new Error('no authentication here')),
    }
    const client = new HttpClient(userAgent, [handler], { allowRedirects: false, allowRetries: false })
    const headers = { 'accept-encoding': 'identity', host: request.url.host, ...request.headers }
    const { body = null } = request
    const response =
      body instanceof Uint8Array
        ? await client.request(request.method, request.url.href, Readable.from([body]), {
            ...headers,
            'content-length': body.byteLength,
          })
        : await client.request(request.method, request.url.href, body, headers)
    watch.heard()
    return response.message
  }
}

/** Keys are made in the handshake, and only what comes after them is sent. A proxy's agent does not tell of it. */
function watchHandshake(agent: Agent, watch: Watch): void {
  watch.unsecured = true
  agent.once('keylog', () => {
    watch.unsecured = false
  })
}

/** Keeps the vendor's rate limits: resolves when the call may go. */
function throttle({ clock, signal }: DoorParts): (limits: readonly Limit[]) => Promise<void> {
  const sent = new Map<string, number[]>()
  return async (limits) => {
    for (const { key, calls, perMs } of limits) {
      const times = sent.get(key) ?? []
      sent.set(key, times)
      while (times.length >= calls && !signal().aborted) {
        const free = (times.at(-calls) ?? 0) + perMs
        if (free <= clock.now()) break
        await clock.sleep(free - clock.now(), signal())
      }
      times.push(clock.now())
    }
  }
}
