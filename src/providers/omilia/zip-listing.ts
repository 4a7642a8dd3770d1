/** The list of a ZIP's entries. Each entry is read through once, so that what is listed is known to be whole. */
import { checkSize, Refused, readZip, type ZipEntry } from '../../zip-archive.ts'

/** One entry that is not a folder. */
interface ListedFile {
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

/** Lists a ZIP: a file by its absolute path, or the bytes of one. Never rejects for what the archive holds. */
export async function listZip(source: string | Uint8Array): Promise<ZipListing> {
  const reading = await readZip(source, MOST_ENTRIES, readThrough)
  return reading.state === 'read' ? { state: 'listed', files: reading.value } : reading
}

/** First all that the list tells, so that what is refused for it is never unpacked; then the contents. */
async function readThrough(entries: readonly ZipEntry[]): Promise<ListedFile[]> {
  for (const entry of entries) checkSize(entry, LARGEST_ENTRY)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > LARGEST_TOTAL) throw new Refused(`its entries are larger than ${LARGEST_TOTAL / MIB} MiB together`)
  for (const entry of entries) await entry.content()
  return entries.filter(({ path }) => !path.endsWith('/')).map(({ path, size }) => ({ path, size }))
}
