/**
 * ZIPs that come from outside. Nothing is ever unpacked to disk, and what breaks a rule of safety is refused before anything of
 * it is unpacked. `docs/architecture.md` has the rules.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { codeOf } from './error-code.ts'

/** What came of reading an archive. Each reason is the end of a sentence of ours, such as `two of its entries have the same name`. */
export type ZipReading<Value> =
  | { readonly state: 'read'; readonly value: Value }
  /** It can be read, and breaks a rule of safety. */
  | { readonly state: 'refused'; readonly reason: string }
  /** It is no ZIP, or a broken one. */
  | { readonly state: 'unreadable'; readonly reason: string }

/** An entry whose name and kind are allowed. */
export interface ZipEntry {
  /** The path inside the archive, with `/`, and one at the end of a folder's; hostile as a text, but without `..`, and never absolute. */
  readonly path: string
  /** Unpacked, in bytes, as the archive tells. */
  readonly size: number
  /** Packed, in bytes, as the archive tells. */
  readonly packedSize: number
  /** Unpacks it in memory; rejects, for {@link readZip} to tell, when it is not what the archive tells of it. */
  content(): Promise<Buffer>
}

/** Throw it inside of {@link readZip} where a rule is broken. */
export class Refused extends Error {}

const MIB = 1024 * 1024
/** How many times larger than packed an entry above 1 MiB may be. */
const MOST_RATIO = 200

/** Reads an archive: a file by its absolute path, or the bytes of one. Never rejects for what the archive holds. */
export async function readZip<Value>(
  source: string | Uint8Array,
  mostEntries: number,
  read: (entries: readonly ZipEntry[]) => Promise<Value>,
): Promise<ZipReading<Value>> {
  // The reader of ZIPs is loaded when there is one to read.
  const { fromBufferPromise, getFileNameLowLevel, openPromise } = await import('yauzl')
  // Names are decoded here, since the library's own refusal cannot be told from a broken archive.
  const options = { decodeStrings: false, autoClose: false }
  let zip: ZipFile | undefined
  try {
    zip = typeof source === 'string' ? await openPromise(source, options) : await fromBufferPromise(Buffer.from(source), options)
    const decode = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
      getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
    return { state: 'read', value: await read(await listEntries(zip, decode, mostEntries)) }
  } catch (thrown) {
    return thrown instanceof Refused ? { state: 'refused', reason: thrown.message } : trouble(thrown)
  } finally {
    zip?.close()
  }
}

/** Refuses an entry that is larger than so many bytes, or that was packed as only a bomb is. */
export function checkSize({ size, packedSize }: ZipEntry, most: number): void {
  if (Math.max(size, packedSize) > most) throw new Refused(`one of its entries is larger than ${most / MIB} MiB`)
  if (size > MIB && size > packedSize * MOST_RATIO)
    throw new Refused(`one of its entries is packed to less than 1/${MOST_RATIO} of its size`)
}

async function listEntries(zip: ZipFile, decode: (entry: Entry) => string, most: number): Promise<ZipEntry[]> {
  if (zip.entryCount > most) throw new Refused(`it has ${zip.entryCount} entries, and ${most} are allowed`)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    const path = decode(entry)
    checkName(path, names)
    checkKind(entry)
    const { uncompressedSize: size, compressedSize: packedSize } = entry
    entries.push({ path, size, packedSize, content: () => checkedContent(zip, entry) })
  }
  return entries
}

function checkName(path: string, names: Set<string>): void {
  const plain = path.replace(/\/+$/, '')
  if (plain === '') throw new Refused('one of its entries has no name')
  if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain)) throw new Refused('one of its entries has an absolute name')
  if (plain.split('/').includes('..')) throw new Refused('one of its entries leads out of it by ".."')
  if (plain.includes('\0')) throw new Refused('one of its entries has a name with a NUL in it')
  if (names.has(plain)) throw new Refused('two of its entries have the same name')
  names.add(plain)
}

const FILE_TYPE = 0o170000
const ORDINARY = new Set([0, 0o100000, 0o040000])

function checkKind(entry: Entry): void {
  if (entry.isEncrypted()) throw new Refused('one of its entries is encrypted')
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
  if (!ORDINARY.has(type)) throw new Refused('one of its entries is a link or a device')
}

/** Unpacked in memory, and no further than to the size that it tells. */
async function checkedContent(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const local = await zip.readLocalFileHeaderPromise(entry)
  if (!local.fileName.equals(entry.fileNameRaw)) throw new Refused('one of its entries has two different names')
  const content = unpacked(entry, await packedBytes(zip, entry))
  if (content.length > entry.uncompressedSize) throw new Refused('one of its entries is larger than it claims')
  if (content.length < entry.uncompressedSize) throw new Error('an entry is smaller than it claims')
  if (crc32(content) !== entry.crc32) throw new Refused('one of its entries has a wrong checksum')
  return content
}

async function packedBytes(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) {
    if (chunk instanceof Uint8Array) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const STORED = 0
const DEFLATED = 8

function unpacked({ compressionMethod, uncompressedSize }: Entry, packed: Buffer): Buffer {
  if (compressionMethod === STORED) return packed
  if (compressionMethod !== DEFLATED) throw new Error('unsupported compression method')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) })
  } catch (thrown) {
    throw codeOf(thrown) === 'ERR_BUFFER_TOO_LARGE' ? new Refused('one of its entries is larger than it claims') : thrown
  }
}

/** What the library's own words mean. */
function trouble(thrown: unknown): { state: 'refused' | 'unreadable'; reason: string } {
  const said = thrown instanceof Error ? thrown.message : ''
  if (/encryption/i.test(said)) return { state: 'refused', reason: 'one of its entries is encrypted' }
  if (/end of central directory record signature/i.test(said))
    return { state: 'unreadable', reason: 'it has no end record, so it is not a ZIP, or is incomplete' }
  if (/compression method/i.test(said))
    return { state: 'unreadable', reason: 'one of its entries uses an unknown compression method' }
  return { state: 'unreadable', reason: 'it is broken' }
}
