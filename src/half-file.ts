/** A file on its way: what came of it stays when it breaks off, so that only the rest is asked for. RFC 9110, sections 13.1.5 and 14. */
import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { httpDate } from './retry-after.ts'
import { Trouble } from './trouble.ts'

/** One file on its way to its place, for one try. */
export interface FileUnderWay {
  /** What asks for the rest and for nothing else; undefined where the whole file is to be asked for. */
  readonly wanted: Readonly<Record<string, string>> | undefined
  /**
   * Takes an answer with status 200 or, where the rest was asked for, 206 or 416. Throws a `Trouble` when it is not the rest
   * of what is there; the next try is for the whole file.
   */
  take(name: string, url: URL, message: IncomingMessage): Sizes
  /** Where the answer's body goes. */
  sink(): WriteStream
  /** The body is there: puts the file into its place, or throws a `Trouble` when it is shorter or longer than was told. */
  finish(name: string): Promise<void>
  /** The try failed: keeps what came where the next try can go on from it, and leaves nothing in the file's place. */
  breakOff(trouble: Trouble): Promise<void>
}

/** In bytes. */
interface Sizes {
  /** What is there already. */
  readonly before: number
  /** The whole file, where it is told. */
  readonly total: number | undefined
}

/** The files of a door. */
export interface FilesUnderWay {
  /** The next try to bring a file to that absolute path. */
  to(path: string): FileUnderWay
}

/** What came so far, and by what the rest is known to belong to it. */
interface Half {
  readonly size: number
  readonly source: Source
}

interface Source {
  /** Origin and path; the query can be a signature, which another link to the same file has anew. */
  readonly from: string
  readonly validator: { readonly header: 'etag' | 'last-modified'; readonly value: string }
  /** The length of the whole file, where it was told. */
  readonly total: number | undefined
}

/** The files of a door. What is still half when `over` aborts is removed. */
export function filesUnderWay(over: AbortSignal): FilesUnderWay {
  const halves = new Map<string, Half>()
  over.addEventListener('abort', () => {
    for (const path of halves.keys()) void remove(partOf(path))
  })
  return { to: (path) => fileUnderWay(path, halves) }
}

/** No file of ours or of a vendor is called so, and nothing of this name is ever listed or uploaded. */
function partOf(path: string): string {
  return `${path}.part`
}

function fileUnderWay(path: string, halves: Map<string, Half>): FileUnderWay {
  const half = halves.get(path)
  let start = 0
  let source = half?.source
  let sink: WriteStream | undefined
  return {
    wanted: half === undefined ? undefined : { range: `bytes=${half.size}-`, 'if-range': half.source.validator.value },
    take(name, url, message) {
      if (message.statusCode === 200) {
        const total = lengthOf(message.headers)
        source = sourceOf(url, message.headers, total)
        return { before: 0, total }
      }
      const total = half === undefined ? undefined : totalOfRest(half, url, message)
      if (half === undefined || total === undefined) {
        message.destroy()
        halves.delete(path)
        throw cut(`${name}: the server did not resume where it broke off, so it is fetched from the beginning`)
      }
      start = half.size
      source = { ...half.source, total }
      return { before: start, total }
    },
    sink() {
      sink = createWriteStream(partOf(path), { mode: 0o600, start, flags: start === 0 ? 'w' : 'r+' })
      return sink
    },
    async finish(name) {
      const size = await sizeOf(partOf(path))
      const { total = size } = source ?? {}
      // What is too long already cannot be gone on with.
      if (size > total) source = undefined
      if (size !== total) throw cut(`${name}: ended after ${size} of ${total} bytes`)
      await rename(partOf(path), path)
      halves.delete(path)
    },
    async breakOff({ facts: { persistence } }) {
      await remove(path)
      if (sink !== undefined) {
        await closed(sink)
        halves.delete(path)
        if (source !== undefined) halves.set(path, { size: await sizeOf(partOf(path)), source })
      }
      if (persistence === 'lasting' || persistence === 'shape') halves.delete(path)
      if (!halves.has(path)) await remove(partOf(path))
    },
  }
}

function cut(message: string): Trouble {
  return new Trouble(message, { kind: 'network', persistence: 'cut' })
}

/** Where a server says that it gives parts of a file, and by what it is the same file. */
function sourceOf(url: URL, headers: IncomingHttpHeaders, total: number | undefined): Source | undefined {
  const validator = validatorOf(headers)
  if (validator === undefined || headers['accept-ranges']?.trim().toLowerCase() !== 'bytes') return undefined
  return { from: placeOf(url), validator, total }
}

function lengthOf({ 'content-length': length }: IncomingHttpHeaders): number | undefined {
  return length === undefined ? undefined : Number(length)
}

/** A file that changed in the second in which it was sent can have changed twice in it, in milliseconds. */
const OLD_ENOUGH = 1000

/** A tag that is not weak, or where there is no tag a date that is old enough to be no other version's. */
function validatorOf(headers: IncomingHttpHeaders): Source['validator'] | undefined {
  const { etag, date, 'last-modified': modified } = headers
  if (etag !== undefined) return /^"[^"]*"$/.test(etag) ? { header: 'etag', value: etag } : undefined
  const [sent, changed] = [httpDate(date), httpDate(modified)]
  if (modified === undefined || sent === undefined || changed === undefined || sent - changed < OLD_ENOUGH) return undefined
  return { header: 'last-modified', value: modified }
}

function placeOf({ origin, pathname }: URL): string {
  return origin + pathname
}

/** The length of the whole file, where the answer is the rest of what is there; undefined where it is anything else. */
function totalOfRest({ size, source }: Half, url: URL, { headers }: IncomingMessage): number | undefined {
  const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(headers['content-range'] ?? '') ?? []
  if (Number(first) !== size || !(Number(last) < Number(total)) || placeOf(url) !== source.from) return undefined
  if (source.total !== undefined && source.total !== Number(total)) return undefined
  const { header, value } = source.validator
  // A tag has to be there again; a date may be left out.
  const isSame = headers[header] === value || (header === 'last-modified' && headers[header] === undefined)
  return isSame ? Number(total) : undefined
}

function closed(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.closed) resolve()
    else stream.once('close', resolve)
  })
}

function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

/** What is not there is removed already. */
function remove(path: string): Promise<void> {
  return rm(path).catch(() => undefined)
}
