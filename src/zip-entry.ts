/** One file out of a ZIP that comes from outside, such as the `ctrf.json` of an artifact. */
import { checkSize, readZip, type ZipReading } from './zip-archive.ts'

/** All but the wanted one are never unpacked, so that they may be many. */
const MOST_ENTRIES = 10_000
/** In bytes, unpacked. */
const LARGEST_ENTRY = 128 * 1024 * 1024

/**
 * The bytes of the entry of that path, undefined when there is none. The source is a file by its absolute path, or the bytes
 * of one. Never rejects for what the archive holds; an archive with any hostile name in it is refused as a whole.
 */
export function readZipEntry(source: string | Uint8Array, path: string): Promise<ZipReading<Buffer | undefined>> {
  return readZip(source, MOST_ENTRIES, async (entries) => {
    const wanted = entries.find((entry) => entry.path === path)
    if (wanted === undefined) return undefined
    checkSize(wanted, LARGEST_ENTRY)
    return wanted.content()
  })
}
