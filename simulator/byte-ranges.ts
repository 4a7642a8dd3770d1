/** Parts of files, as RFC 9110 has them in sections 13.1.5 and 14: for vendors whose file store offers them. */
import { createHash } from 'node:crypto'
import type { Answer, RecordedRequest } from './exchange.ts'

/** By what a store lets a client know that a file is still the same. */
export type Validator = 'tag' | 'weak tag' | 'date'

/** How a store offers parts. */
export interface Ranges {
  readonly by?: Validator
  /** When the file changed last, in milliseconds since 1970. */
  readonly changedAt?: number
}

/** The whole file or the part that is asked for. A range that makes no sense counts as none; several come as a whole. */
export function inParts(
  { headers: asked }: Pick<RecordedRequest, 'headers'>,
  content: Uint8Array,
  headers: Readonly<Record<string, string>>,
  { by = 'tag', changedAt = Date.UTC(2026, 4, 4) }: Ranges = {},
): Answer {
  const digest = `"${createHash('sha256').update(content).digest('hex')}"`
  const value = { tag: digest, 'weak tag': `W/${digest}`, date: new Date(changedAt).toUTCString() }[by]
  const offered = { ...headers, 'accept-ranges': 'bytes', [by === 'date' ? 'last-modified' : 'etag']: value }
  const isSame = asked['if-range'] === undefined || (by !== 'weak tag' && asked['if-range'] === value)
  const range = isSame ? rangeIn(asked.range, content.length) : undefined
  if (range === undefined) return { status: 200, headers: offered, body: content }
  const [first, last] = range
  if (first > last) return { status: 416, headers: { ...offered, 'content-range': `bytes */${content.length}` } }
  return {
    status: 206,
    headers: { ...offered, 'content-range': `bytes ${first}-${last}/${content.length}` },
    body: content.subarray(first, last + 1),
  }
}

/** First and last byte; the first behind the last where the file has no such part. */
function rangeIn(range: string | undefined, length: number): readonly [first: number, last: number] | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (first === '') return last === '' ? undefined : [Math.max(0, length - Number(last)), length - 1]
  if (last !== '' && Number(last) < Number(first)) return undefined
  return [Number(first), last === '' ? length - 1 : Math.min(Number(last), length - 1)]
}
