/** A vendor with a file that breaks off, and what came of it. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inParts, type Ranges } from '../../simulator/byte-ranges.ts'
import { type Answer, bytesOf, type Fault, type RecordedRequest, sendHead, sendPart } from '../../simulator/exchange.ts'
import type { Framing } from '../../simulator/faults.ts'
import type { TroubleFacts } from '../../src/trouble.ts'
import { type LocalVendor, startVendor, troubleOf } from './local-vendor.ts'

/** The file. */
export const FILE = Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * index) % 251))
/** So many bytes of it come before it breaks off. */
export const CUT = 4000
/** Its tag. */
export const TAG = `"${createHash('sha256').update(FILE).digest('hex')}"`

/** The way of a file to its place. */
export interface Way extends LocalVendor {
  readonly to: string
  /** Tries once, and gives the facts of the trouble, or undefined. */
  fetch(link?: string): Promise<TroubleFacts | undefined>
  /** The bytes that are in the file's place; undefined when there is none. */
  file(): Promise<Buffer | undefined>
  /** How many bytes of it are there, where it is not whole. */
  half(): Promise<number | undefined>
  /** A fault: the connection is reset when so many bytes of the body are on the disk, `CUT` unless told. */
  breaking(bytes?: number, framing?: Extract<Framing, 'with length' | 'chunked'>): Fault
  /** The headers about ranges of each request. */
  asked(): (readonly [range: string | undefined, ifRange: string | undefined])[]
}

/** A vendor that offers parts of a file, or answers as told. */
export async function offering(
  answer: Ranges | ((request: RecordedRequest) => Answer) = {},
  downloadHosts: readonly string[] = [],
): Promise<Way> {
  const handle = typeof answer === 'function' ? answer : (request: RecordedRequest) => inParts(request, FILE, {}, answer)
  const vendor = await startVendor(downloadHosts, handle)
  const to = join(vendor.folder, 'results.csv')
  const fetch = (link = `${vendor.server.address}/files/1?sig=a`): Promise<TroubleFacts | undefined> => {
    const wish = { name: 'results', link, home: new URL(vendor.server.address), to }
    return vendor.door.download(wish).then(
      () => undefined,
      async (thrown) => (await troubleOf(Promise.reject(thrown))).facts,
    )
  }
  const half = (): Promise<number | undefined> =>
    stat(`${to}.part`).then(
      ({ size }) => size,
      () => undefined,
    )
  return {
    ...vendor,
    to,
    fetch,
    file: () => readFile(to).catch(() => undefined),
    half,
    breaking:
      (bytes = CUT, framing = 'with length') =>
      async (exchange) => {
        const before = (await half()) ?? 0
        const honest = await exchange.act()
        const length = framing === 'chunked' ? {} : { 'content-length': String(bytesOf(honest).length) }
        const isWhole = honest.status === 200
        sendHead(exchange, { ...honest, headers: { ...length, ...honest.headers } })
        await sendPart(exchange, bytesOf(honest).subarray(0, bytes))
        await until(async () => (await half()) === bytes + (isWhole ? 0 : before))
        exchange.response.socket?.resetAndDestroy()
      },
    asked: () => vendor.server.requests.map(({ headers }) => [headers.range, headers['if-range']?.toString()]),
  }
}

/** The trouble of a file that broke off. */
export const CUT_OFF = { kind: 'network', persistence: 'cut' }

/** A date of long ago, as headers have it. */
export const OLD = new Date(Date.UTC(2026, 0, 1)).toUTCString()

/** Resolves as soon as that is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}
