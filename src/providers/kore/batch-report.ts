/**
 * The result file of a Kore.ai batch test: key-value lines, then a header, then a row for each utterance and entity. The
 * vendor documents it only in part, see `docs/providers/kore-batch.md`: column names without case, blanks and punctuation.
 */
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { type Case, type CaseStatus, type Check, uniqueNames } from '../../results.ts'
import { Trouble } from '../../trouble.ts'

/** Reads the file's rows into cases, one for each utterance. Rejects with a `Trouble` of kind `contract` when it cannot. */
export async function readBatchReport(file: AsyncIterable<Uint8Array>): Promise<Case[]> {
  const groups = new Map<string, Utterance>()
  let columns: Columns | undefined
  let current: Utterance | undefined
  try {
    for await (const record of parsed(file)) {
      if (columns === undefined) columns = readHeader(record)
      else current = addRow(groups, rowReader(columns, record), current)
    }
  } catch (thrown) {
    throw thrown instanceof Trouble
      ? thrown
      : unreadable(isCsvError(thrown) ? `line ${thrown.lines} is not valid CSV` : 'it broke off')
  }
  if (columns === undefined) throw unreadable('it has no header row that begins with Utterance')
  return toCases([...groups.values()])
}

const LARGEST_RECORD = 16 * 1024 * 1024

async function* parsed(file: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LARGEST_RECORD })
  const source = Readable.from(file)
  source.on('error', (error) => parser.destroy(error))
  for await (const record of source.pipe(parser)) {
    if (Array.isArray(record)) yield record.map(String)
  }
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

type Row = (name: string) => string

/** A row may end early where its last cells are empty, but not before the columns that the verdict needs. */
function rowReader({ at, width, lastNeeded }: Columns, record: readonly string[]): Row {
  if (record.length <= lastNeeded) throw unreadable('a row ends before its result type')
  if (record.slice(width).some((cell) => cell.trim() !== '')) throw unreadable('a row has more cells than the header')
  return (name) => record[at.get(name) ?? -1]?.trim() ?? ''
}

interface Utterance {
  readonly input: string
  readonly rows: Row[]
}

/**
 * The vendor counts unique assertions, so rows of the same utterance and expected intent are one case wherever they stand.
 * A row without an utterance belongs to the one above.
 */
function addRow(groups: Map<string, Utterance>, row: Row, above: Utterance | undefined): Utterance {
  const input = row('utterance')
  if (input === '' && above !== undefined) {
    above.rows.push(row)
    return above
  }
  const inherited = above?.input === input ? (above.rows[0]?.('expectedintent') ?? '') : ''
  const key = JSON.stringify([input, row('expectedintent') || inherited])
  const known = groups.get(key) ?? { input, rows: [] }
  known.rows.push(row)
  groups.set(key, known)
  return known
}

function toCases(utterances: readonly Utterance[]): Case[] {
  const names = uniqueNames(utterances.map(({ input }) => input))
  return utterances.map((utterance, index) => toCase(names[index] ?? utterance.input, utterance.rows))
}

function toCase(name: string, rows: readonly Row[]): Case {
  const judgements = [judgeIntent(rows), ...rows.filter((row) => row('entityname') !== '').map(judgeEntity)]
  const status = worstOf(judgements)
  const checks = judgements.map(({ check }) => check)
  const message = status === 'error' ? 'the result file does not say in known words how this utterance ended' : undefined
  return { name, status, flaky: false, tries: 1, checks, facts: factsOf(rows), ...(message !== undefined && { message }) }
}

/** A check, and whether its outcome could be read at all. */
interface Judgement {
  readonly check: Check
  readonly readable: boolean
}

function worstOf(judgements: readonly Judgement[]): CaseStatus {
  if (judgements.some(({ check, readable }) => readable && !check.passed)) return 'failed'
  return judgements.every(({ readable }) => readable) ? 'passed' : 'error'
}

const RESULT_TYPES: ReadonlyMap<string, boolean> = new Map([
  ['truepositive', true],
  ['truenegative', true],
  ['tp', true],
  ['tn', true],
  ['falsepositive', false],
  ['falsenegative', false],
  ['fp', false],
  ['fn', false],
])

/** The intent's result stands in `Result Type`; where several rows tell it, the worst counts. */
function judgeIntent(rows: readonly Row[]): Judgement {
  const told = rows.map((row) => plain(row('resulttype'))).filter((word) => word !== '')
  const results = told.map((word) => RESULT_TYPES.get(word))
  const row = rows.find((each) => RESULT_TYPES.get(plain(each('resulttype'))) === false) ?? rows[0]
  const check = {
    what: 'intent',
    expected: row?.('expectedintent') ?? '',
    found: row?.('matchedintent') ?? '',
    passed: results.length > 0 && results.every((result) => result === true),
  }
  return { check, readable: results.includes(false) || (results.length > 0 && !results.includes(undefined)) }
}

const ENTITY_RESULTS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['passed', true],
  ['pass', true],
  ['success', true],
  ['false', false],
  ['failed', false],
  ['fail', false],
  ['failure', false],
])

/** The entity's result stands in `Entity Result`. Where it is empty, equal values are proof, and different ones a failure. */
function judgeEntity(row: Row): Judgement {
  const expected = row('expectedentityvalue')
  const found = row('matchedentityvalue')
  const told = row('entityresult').toLowerCase()
  const passed = told === '' ? expected === found : ENTITY_RESULTS.get(told)
  return {
    check: { what: `entity ${row('entityname')}`, expected, found, passed: passed === true },
    readable: passed !== undefined,
  }
}

function plain(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z]/g, '')
}

const FACTS = [
  ['Result type', 'resulttype'],
  ['Parent intent', 'parentintent'],
  ['Task state', 'taskstate'],
  ['Expected entity order', 'expectedentityorder'],
  ['Actual entity order', 'actualentityorder'],
  ['Score of the matched intent (FM/ML/KG)', 'matchedintentscorefmmlkg'],
  ['Score of the expected intent', 'expectedintentscore'],
  ['Elimination info', 'eliminationinfo'],
] as const

function factsOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const value = (column: string): string => rows.map((row) => row(column)).find((cell) => cell !== '') ?? ''
  return new Map(FACTS.map(([label, column]) => [label, value(column)] as const).filter(([, cell]) => cell !== ''))
}
