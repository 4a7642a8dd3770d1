/** The links under which Kore.ai serves files: signed, and good for a while. */
import { createHash, createHmac } from 'node:crypto'

/** What a link leads to. */
export interface LinkedFile {
  /** As in the path: `f-….csv`. */
  readonly name: string
  /** What the client is to call it. */
  readonly clientFileName: string
}

/** Path and query of a link; `expires` in seconds since 1970. */
export function signedTarget(key: string, file: LinkedFile, expires: number): string {
  const path = `/api/getMediaStream/media/${file.name}`
  const number = createHash('sha256').update(`${file.name} ${expires}`).digest().readUInt32BE()
  const signed = createHmac('sha256', key).update(`${path} ${expires} ${number} ${file.clientFileName}`).digest('base64')
  const signature = Buffer.from(`"${signed}"`).toString('base64').replaceAll('=', '$')
  return `${path}?e=${expires}&n=${number}&s=${signature}&clientfilename=${encodeURIComponent(file.clientFileName)}&batchtesting=true`
}

/** When the link ends, in seconds since 1970; undefined unless it is one of ours to the last byte. */
export function expiryOf(key: string, file: LinkedFile, target: string): number | undefined {
  const expires = Number(/\?e=(\d{1,12})&/.exec(target)?.[1])
  return target === signedTarget(key, file, expires) ? expires : undefined
}
