/**
 * The result file of a Kore.ai batch test: key-value lines, then a header, then a row for each utterance and entity. The
 * vendor documents it only in part, see `docs/providers/kore-batch.md`: column names without case, blanks and punctuation.
 */
import { pipeline } from 'node:stream/promises'
import { type Parser, parse } from 'csv-parse'
import type { Case } from '../../results.ts'
import { Trouble } from '../../trouble.ts'
import { createTable, type Row } from './batch-utterances.ts'

/** Reads the file's rows into cases, one for each utterance. Rejects with a `Trouble` of kind `contract` when it cannot. */
export async function readBatchReport(file: AsyncIterable<Uint8Array>): Promise<Case[]> {
  const table = createTable()
  let columns: Columns | undefined
  const parser = createParser((record) => {
    if (columns === undefined) columns = readHeader(record)
    else table.add(rowReader(columns, record))
  })
  await pipeline(file, parser).catch((thrown) => {
    throw thrown instanceof Trouble
      ? thrown
      : unreadable(isCsvError(thrown) ? `line ${thrown.lines} is not valid CSV` : 'it broke off')
  })
  if (columns === undefined) throw unreadable('it has no header row that begins with Utterance')
  return table.cases()
}

const LARGEST_RECORD = 16 * 1024 * 1024

/** Hands over each record as soon as it is read; nothing comes out of the parser itself. */
function createParser(take: (record: readonly string[]) => void): Parser {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LARGEST_RECORD,
    on_record(record: readonly string[]) {
      // The parser holds each record against the width of the first, and makes an error with a stack for all others, even
      // where they may differ: three quarters of the time for a large file, in which the key-value lines come first.
      Object.assign(parser.info, { records: 0 })
      take(record)
      return null
    },
  })
  return parser
}

function isCsvError(thrown: unknown): thrown is { lines: number } {
  return thrown instanceof Error && 'lines' in thrown && typeof thrown.lines === 'number'
}

function unreadable(fact: string): Trouble {
  return new Trouble(`the result file of the batch test cannot be read: ${fact}`, { kind: 'contract', persistence: 'shape' })
}

/** Where each column stands, by its plain name, and how many there are. */
interface Columns {
  readonly at: ReadonlyMap<string, number>
  readonly width: number
  /** The last of the columns that the verdict needs. */
  readonly lastNeeded: number
}

const NEEDED = ['expectedintent', 'matchedintent', 'resulttype']

function readHeader(record: readonly string[]): Columns | undefined {
  const names = record.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''))
  if (names[0] !== 'utterance' && names[0] !== 'utterances') return undefined
  const named = names.filter((name) => name !== '')
  if (new Set(named).size < named.length) throw unreadable('two of its columns have the same name')
  const missing = NEEDED.filter((name) => !named.includes(name))
  if (missing.length > 0) throw unreadable(`it has no column ${missing.join(', ')}`)
  const at = new Map(names.map((name, index) => [name, index])).set('utterance', 0)
  return { at, width: names.length, lastNeeded: Math.max(...NEEDED.map((name) => names.indexOf(name))) }
}

/** A row may end early where its last cells are empty, but not before the columns that the verdict needs. */
function rowReader({ at, width, lastNeeded }: Columns, record: readonly string[]): Row {
  if (record.length <= lastNeeded) throw unreadable('a row ends before its result type')
  const extra = record.length > width ? record.slice(width) : []
  if (extra.some((cell) => cell.trim() !== '')) throw unreadable('a row has more cells than the header')
  return (name) => record[at.get(name) ?? -1]?.trim() ?? ''
}
