/**
 * The list of a ZIP's entries, for archives that come from outside. Nothing is ever unpacked to disk; each entry is read
 * through once, so that what is listed is known to be whole. `docs/architecture.md` has the rules.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'

/** One entry that is not a folder. */
export interface ListedFile {
  /** The path inside the archive, with `/`; hostile as a text, but without `..`, and never absolute. */
  readonly path: string
  /** Unpacked, in bytes. */
  readonly size: number
}

/**
 * What is in an archive. `refused`: it can be read, and breaks a rule of safety; `unreadable`: it is no ZIP, or a broken one.
 * Each reason is the end of a sentence of ours, such as `two of its entries have the same name`.
 */
export type ZipListing =
  | { readonly state: 'listed'; readonly files: readonly ListedFile[] }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'unreadable'; readonly reason: string }

const MIB = 1024 * 1024
const MOST_ENTRIES = 1000
const LARGEST_ENTRY = 32 * MIB
const LARGEST_TOTAL = 200 * MIB
/** How many times larger than packed an entry above 1 MiB may be. */
const MOST_RATIO = 200

/** Thrown inside, where a rule is broken. */
class Refused extends Error {}

/** Lists a ZIP: a file by its absolute path, or the bytes of one. Never rejects for what the archive holds. */
export async function listZip(source: string | Uint8Array): Promise<ZipListing> {
  // The reader of ZIPs is loaded when there is one to read.
  const { fromBufferPromise, getFileNameLowLevel, openPromise } = await import('yauzl')
  // Names are decoded here, since the library's own refusal cannot be told from a broken archive.
  const options = { decodeStrings: false, autoClose: false }
  let zip: ZipFile | undefined
  try {
    zip = typeof source === 'string' ? await openPromise(source, options) : await fromBufferPromise(Buffer.from(source), options)
    const decode = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
      getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
    return { state: 'listed', files: await readThrough(zip, decode) }
  } catch (thrown) {
    return thrown instanceof Refused ? { state: 'refused', reason: thrown.message } : trouble(thrown)
  } finally {
    zip?.close()
  }
}

/** First all that the list tells, so that what is refused for it is never unpacked; then the contents. */
async function readThrough(zip: ZipFile, decode: (entry: Entry) => string): Promise<ListedFile[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new Refused(`it has ${zip.entryCount} entries, and ${MOST_ENTRIES} are allowed`)
  const entries: Entry[] = []
  const names = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    checkName(decode(entry), names)
    checkKind(entry)
    entries.push(entry)
    checkSizes(entry, entries)
  }
  for (const entry of entries) await checkContent(zip, entry)
  return entries.map((entry) => ({ path: decode(entry), size: entry.uncompressedSize })).filter(({ path }) => !path.endsWith('/'))
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

function checkSizes({ uncompressedSize, compressedSize }: Entry, entries: readonly Entry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (Math.max(uncompressedSize, compressedSize) > LARGEST_ENTRY)
    throw new Refused(`one of its entries is larger than ${LARGEST_ENTRY / MIB} MiB`)
  if (total > LARGEST_TOTAL) throw new Refused(`its entries are larger than ${LARGEST_TOTAL / MIB} MiB together`)
  if (uncompressedSize > MIB && uncompressedSize > compressedSize * MOST_RATIO)
    throw new Refused(`one of its entries is packed to less than 1/${MOST_RATIO} of its size`)
}

/** Unpacked in memory, one entry at a time, and no further than to the size that it tells. */
async function checkContent(zip: ZipFile, entry: Entry): Promise<void> {
  const local = await zip.readLocalFileHeaderPromise(entry)
  if (!local.fileName.equals(entry.fileNameRaw)) throw new Refused('one of its entries has two different names')
  const content = unpacked(entry, await packedBytes(zip, entry))
  if (content.length > entry.uncompressedSize) throw new Refused('one of its entries is larger than it tells')
  if (content.length < entry.uncompressedSize) throw new Error('an entry is smaller than it tells')
  if (crc32(content) !== entry.crc32) throw new Refused('one of its entries has a wrong checksum')
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
    const isLarger = typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ERR_BUFFER_TOO_LARGE'
    throw isLarger ? new Refused('one of its entries is larger than it tells') : thrown
  }
}

/** What the library's own words mean. */
function trouble(thrown: unknown): ZipListing {
  const said = thrown instanceof Error ? thrown.message : ''
  if (/encryption/i.test(said)) return { state: 'refused', reason: 'one of its entries is encrypted' }
  if (/end of central directory record signature/i.test(said))
    return { state: 'unreadable', reason: 'it has no end record, so it is no ZIP, or not whole' }
  if (/compression method/i.test(said))
    return { state: 'unreadable', reason: 'one of its entries is packed in a way that is not known' }
  return { state: 'unreadable', reason: 'it is broken' }
}
