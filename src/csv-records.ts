/** The records of a CSV file in the repository, each with the line on which it begins. */
import { parse } from 'csv-parse/sync'

/** A record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** On which it begins, from 1, as an editor counts. */
  readonly line: number
}

/** What is not valid CSV. */
export class BrokenCsv extends Error {
  /** On which the record begins that cannot be read, from 1. */
  readonly line: number
  constructor(line: number, cause: unknown) {
    super('not valid CSV', { cause })
    this.line = line
  }
}

/** As people write them: with a quote in the middle of a cell, with rows that are shorter or longer than the header. */
const FORM = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const

/** The records in the order of the file, empty lines left out. Throws {@link BrokenCsv}. */
export function csvRecords(bytes: Uint8Array): CsvRecord[] {
  const records: CsvRecord[] = []
  const lines = lineCounter(bytes)
  let end = 0
  const onRecord = (cells: string[], info: { readonly bytes: number }): null => {
    records.push({ cells, line: lines.firstBehind(end) })
    end = info.bytes
    return null
  }
  try {
    parse(bytes, { ...FORM, on_record: onRecord })
  } catch (thrown) {
    throw new BrokenCsv(lines.firstBehind(end), thrown)
  }
  return records
}

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d]

/** The reader of CSV counts a line break of two characters twice within a cell, and tells where a record ends alone. */
function lineCounter(bytes: Uint8Array): { firstBehind(start: number): number } {
  let [line, at] = [1, 0]
  const isBreak = (): boolean => bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN
  const step = (): void => {
    if (isBreak() && !(bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED)) line += 1
    at += 1
  }
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return {
    /** The first line from that byte on that is not empty. Asked for bytes in their order. */
    firstBehind(start) {
      while (at < Math.max(start, byteOrderMark)) step()
      while (isBreak()) step()
      return line
    },
  }
}
