/** Serves result files under their signed links. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import { inParts } from '../byte-ranges.ts'
import type { Answer, RecordedRequest } from '../exchange.ts'
import type { Gate } from './app.ts'
import { refusal } from './refusal.ts'
import { expiryOf, type LinkedFile, signedTarget } from './signed-link.ts'

/** How files are served. Tests may change it while the simulator runs. */
export interface FileServing {
  linkLifetimeSeconds: number
  /** Whether the header `auth` is refused on a link, or needed; nobody knows which of them Kore.ai does. */
  linkAuth: 'refused' | 'needed'
  /** What becomes of a link before it is told: another host, another scheme, another file. */
  rewriteLink: (link: string) => string
  /** Whether `Range` and `If-Range` are understood. */
  ranges: boolean
}

/** Links of good repute, and no ranges, as nobody has seen any. */
export const PLAIN_FILES: FileServing = {
  linkLifetimeSeconds: 600,
  linkAuth: 'refused',
  rewriteLink: (link) => link,
  ranges: false,
}

/** A rewriting of links: the same file on a host by another name. */
export function onHost(hostname: string): (link: string) => string {
  return (link) => link.replace(/^http:\/\/127\.0\.0\.1/, `http://${hostname}`)
}

/** A rewriting of links: path and query as they are, at another origin such as `https://kore.ai.example`. */
export function atOrigin(origin: string): (link: string) => string {
  return (link) => link.replace(/^http:\/\/[^/]+/, origin)
}

/** A file that was put under a name. */
interface StoredFile extends LinkedFile {
  readonly content: Buffer
}

/** The files of one simulator. */
export interface Files {
  /** Keeps a file, from then on served. */
  keep(file: StoredFile): void
  /** A new link, good from now on for as long as links are. */
  link(address: string, file: LinkedFile): string
  serve(request: RecordedRequest): Answer
}

/** A store without files. */
export function fileStore(serving: FileServing, gate: Gate, clock: Clock): Files {
  const key = randomBytes(32).toString('hex')
  const files = new Map<string, StoredFile>()
  return {
    keep: (file) => void files.set(file.name, file),
    link(address, file) {
      const expires = Math.floor(clock.wall() / 1000) + serving.linkLifetimeSeconds
      return serving.rewriteLink(address + signedTarget(key, file, expires))
    },
    serve(request) {
      checkHeaders(serving, gate, request)
      const file = files.get(request.params.get('file') ?? '')
      if (file === undefined) throw refusal('file')
      const expires = expiryOf(key, file, request.target)
      if (expires === undefined || clock.wall() >= expires * 1000) throw refusal('link')
      return contentAnswer(file, request, serving.ranges)
    },
  }
}

function checkHeaders({ linkAuth }: FileServing, gate: Gate, request: RecordedRequest): void {
  const { auth, authorization } = request.headers
  if (linkAuth === 'needed') gate.identify(request)
  else if (auth !== undefined || authorization !== undefined) throw refusal('link')
}

function contentAnswer({ content, clientFileName }: StoredFile, request: RecordedRequest, ranges: boolean): Answer {
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(clientFileName)}`,
  }
  return ranges ? inParts(request, content, headers) : { status: 200, headers, body: content }
}
