/** Writes ZIPs byte by byte, the honest and the hostile: each entry can lie about itself. */
import { crc32, deflateRawSync } from 'node:zlib'

/** One entry. What is given beside name and content is a lie or an oddity. */
export interface ArchiveEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** The name in front of the content, when it is another than in the list. */
  readonly localName?: string
  readonly crc?: number
  /** Unpacked size. */
  readonly size?: number
  /** Bit 0: encrypted; bit 6: strongly; bit 11, which is set: the name is UTF-8. */
  readonly flags?: number
  /** 0 stored, 8 deflated. */
  readonly method?: number
  /** As `stat` has it: `0o120777` is a link. */
  readonly mode?: number
}

const UTF8 = 0x800
/** 1 January 1980. */
const DATE = 0x21

/** A whole ZIP with these entries. */
export function zipArchive(entries: readonly ArchiveEntry[]): Buffer {
  const locals: Buffer[] = []
  const listed: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = pack(entry)
    const local = Buffer.concat([localHeader(entry, packed), packed])
    listed.push(listHeader(entry, packed, offset))
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(listed)
  return Buffer.concat([...locals, list, endRecord(entries.length, list.length, offset)])
}

/** A ZIP of files by name. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  return zipArchive(Object.entries(files).map(([name, content]) => ({ name, content })))
}

function pack({ content, method = 8 }: ArchiveEntry): Buffer {
  return method === 8 ? deflateRawSync(Buffer.from(content)) : Buffer.from(content)
}

/** The part that both headers share: from the version needed to the length of the name. */
function common(entry: ArchiveEntry, packed: Buffer, name: Buffer): Buffer {
  const content = Buffer.from(entry.content)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(entry.flags ?? UTF8, 2)
  fields.writeUInt16LE(entry.method ?? 8, 4)
  fields.writeUInt16LE(DATE, 8)
  fields.writeUInt32LE(entry.crc ?? crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(entry.size ?? content.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function localHeader(entry: ArchiveEntry, packed: Buffer): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry, packed, name), name])
}

function listHeader(entry: ArchiveEntry, packed: Buffer, offset: number): Buffer {
  const name = Buffer.from(entry.name)
  const after = Buffer.alloc(14)
  after.writeUInt32LE(((entry.mode ?? 0o100644) * 0x10000) >>> 0, 6)
  after.writeUInt32LE(offset, 10)
  const madeByUnix = Buffer.from([20, 3])
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeByUnix, common(entry, packed, name), after, name])
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 0, 'latin1')
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(length, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
