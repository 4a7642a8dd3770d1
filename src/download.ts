/** Files of the vendor, streamed to files of ours. The links come from outside, so each one is checked before it is followed. */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { place, refuseEncoding } from './answer.ts'
import { codeOf, DISK_CODES } from './error-code.ts'
import { isLoopback } from './fields.ts'
import type { FilesUnderWay, FileUnderWay } from './half-file.ts'
import type { DoorParts, Open } from './http.ts'
import { networkTrouble } from './network-trouble.ts'
import { httpDate, retryAfter } from './retry-after.ts'
import { lastingTrouble, Trouble } from './trouble.ts'
import { startWatch, type Watch } from './watch.ts'

/** A file that is wanted. */
export interface Download {
  /** What messages call it, such as `batch test results`. */
  readonly name: string
  /** The link as the vendor gave it. Never printed: its query is as good as a password. */
  readonly link: string
  /** The configured address of the vendor's API. */
  readonly home: URL
  /** A domain of the vendor whose hosts may serve files when `home` is one of them, such as `kore.ai`. */
  readonly domain?: string
  /** Redirects may lead to any host that has a name: `home` is trusted to know where its files are. */
  readonly trustsRedirects?: boolean
  /** Sent to the origin of `home` alone. */
  readonly headers?: Readonly<Record<string, string>>
  /** The absolute path to write to; what is there is replaced. */
  readonly to: string
}

/** The largest file that is taken, in bytes. */
export const LARGEST_FILE = 512 * 1024 * 1024
const MOST_REDIRECTS = 3
/** How file stores refuse a link that has expired. */
const REFUSED = new Set([400, 401, 403, 404, 410])
/** 30 s to the first byte and of silence; as a whole as long as the step has. */
const PATIENCE = { silenceMs: 30_000, wholeMs: 6 * 3_600_000 }

/**
 * Tries once to fetch a file, or rejects with a `Trouble`; `missing` and `forbidden` mean that the link is not or no longer
 * good. After a try that broke off the next one asks for the rest alone, where the server offers that.
 */
export async function fetchFile(wish: Download, open: Open, parts: DoorParts, files: FilesUnderWay): Promise<void> {
  const watch = startWatch(parts.clock, parts.signal(), PATIENCE)
  const file = files.to(wish.to)
  let during: 'request' | 'body' = 'request'
  try {
    const { url, message } = await follow(wish, file, open, parts, watch)
    const { before, total = 0 } = file.take(wish.name, url, message)
    if (total > LARGEST_FILE) {
      message.destroy()
      throw tooLarge(wish)
    }
    during = 'body'
    await pipeline(message, countUpTo(wish, LARGEST_FILE - before, watch), file.sink())
    await file.finish(wish.name)
  } catch (thrown) {
    const trouble =
      thrown instanceof Trouble ? thrown : (diskTrouble(wish, thrown) ?? networkTrouble(wish.name, thrown, { ...watch, during }))
    await file.breakOff(trouble)
    throw trouble
  } finally {
    watch.stop()
  }
}

function diskTrouble(wish: Download, thrown: unknown): Trouble | undefined {
  const code = codeOf(thrown)
  if (code === undefined || !DISK_CODES.has(code)) return undefined
  return lastingTrouble(
    'internal',
    `${wish.name}: it could not be written to the report directory (${code}); see report-directory`,
  )
}

/** An answer, and where it came from after all redirects. */
interface Followed {
  readonly url: URL
  readonly message: IncomingMessage
}

async function follow(wish: Download, file: FileUnderWay, open: Open, parts: DoorParts, watch: Watch): Promise<Followed> {
  let url = checkedLink(wish, wish.link, undefined, parts.downloadHosts)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    // A redirect never carries credentials, not even back to where they belong.
    const credentials = hop === 0 && url.origin === wish.home.origin ? wish.headers : undefined
    const target = hop === 0 ? targetOf(wish.link, url) : undefined
    const headers = { ...credentials, ...file.wanted }
    const message = await open({ method: 'GET', url, headers, ...(target !== undefined && { target }) }, watch)
    const status = message.statusCode ?? 0
    const location = message.headers.location
    if (status < 300 || status >= 400 || location === undefined) {
      checkAnswer(wish, url, message, file.wanted === undefined ? WHOLE : REST, parts.clock.wall())
      return { url, message }
    }
    message.destroy()
    url = checkedLink(wish, location, url, parts.downloadHosts)
  }
  throw lastingTrouble('security', `${wish.name}: more than ${MOST_REDIRECTS} redirects, which no result file needs`)
}

const WHOLE = new Set([200])
const REST = new Set([200, 206, 416])

function checkAnswer(wish: Download, url: URL, message: IncomingMessage, taken: ReadonlySet<number>, wall: number): void {
  const where = place({ name: wish.name, method: 'GET', url, template: '/…' })
  const status = message.statusCode ?? 0
  if (taken.has(status)) {
    refuseEncoding(where, message)
    return
  }
  message.destroy()
  const wait = retryAfter(message.headers['retry-after'], wall)
  const serverTime = httpDate(message.headers.date)
  const facts = { status, ...(wait !== undefined && { retryAfterMs: wait }), ...(serverTime !== undefined && { serverTime }) }
  if (REFUSED.has(status)) {
    throw new Trouble(`${where} answered HTTP ${status}: the link is invalid or has expired`, {
      ...facts,
      kind: status === 401 || status === 403 ? 'auth' : 'vendor',
      persistence: 'missing',
    })
  }
  const passing = status === 408 || status === 429 || status >= 500
  throw new Trouble(`${where} answered HTTP ${status}`, {
    ...facts,
    kind: status === 429 ? 'rate-limit' : 'vendor',
    persistence: passing ? 'passing' : 'lasting',
  })
}

/**
 * Path and query as the vendor wrote them: a URL encodes some marks, such as `'`, that a signature covers as they are.
 * Undefined where the link holds what cannot be sent as it is.
 */
function targetOf(link: string, { origin }: URL): string | undefined {
  const [whole = ''] = link.trim().split('#')
  const rest = whole.slice(origin.length)
  return whole.startsWith(`${origin}/`) && /^[\x21-\x7e]+$/.test(rest) && !/\/\.{1,2}(\/|\?|$)|\\/.test(rest) ? rest : undefined
}

/** The link as a URL that may be followed. `from` is where a redirect came from. */
function checkedLink(wish: Download, link: string, from: URL | undefined, further: readonly string[]): URL {
  const url = URL.parse(link, from?.href)
  if (url === null) throw lastingTrouble('contract', `${wish.name}: the vendor's link to it is not a URL`)
  const problem = linkProblem(url, wish, further)
  if (problem === undefined) return url
  throw lastingTrouble('security', `${wish.name}: the link to it ${problem}`)
}

function linkProblem(url: URL, wish: Download, further: readonly string[]): string | undefined {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(wish.home.hostname)))
    return `begins with ${url.protocol}//, and only https is followed`
  if (url.username !== '' || url.password !== '') return 'contains a user name or a password and is not followed'
  if (isKnownHost(url, wish, further)) return undefined
  return `leads to ${url.host}, which is neither the host of base-url nor named in download-hosts; add it there if it is yours`
}

function isKnownHost(url: URL, { home, domain, trustsRedirects = false }: Download, further: readonly string[]): boolean {
  if (url.host === home.host) return true
  if (trustsRedirects && isLoopback(url.hostname)) return isLoopback(home.hostname)
  if (trustsRedirects) return isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0
  if (further.some((host) => host.toLowerCase() === url.host)) return true
  return domain !== undefined && url.port === '' && isInDomain(url.hostname, domain) && isInDomain(home.hostname, domain)
}

function isInDomain(hostname: string, domain: string): boolean {
  return hostname.endsWith(`.${domain}`)
}

/** `left`: how many bytes may still come. */
function countUpTo(wish: Download, left: number, watch: Watch): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      watch.heard()
      size += chunk.byteLength
      if (size <= left) return done(null, chunk)
      return done(tooLarge(wish))
    },
  })
}

function tooLarge({ name }: Download): Trouble {
  return lastingTrouble('security', `${name}: larger than the ${LARGEST_FILE / 1024 / 1024} MiB that are accepted`)
}
