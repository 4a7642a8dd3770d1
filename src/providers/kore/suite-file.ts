/** Suites as files of the repository, held against the vendor's limits before anything of them is sent. */
import * as z from 'zod/mini'
import { BrokenCsv, type CsvRecord, csvRecords } from '../../csv-records.ts'
import { quote } from '../../fields.ts'
import { uniqueNames } from '../../results.ts'
import { lastingTrouble, type Trouble } from '../../trouble.ts'

/** The formats that the vendor imports. */
export type FileType = 'csv' | 'json'

const MOST_UTTERANCES = 1000
const LONGEST_UTTERANCE = 3000
const LARGEST_CONVERSATION = 2 * 1024 * 1024

/**
 * Checks a batch test suite, CSV or JSON: at most 1,000 utterances of at most 3,000 characters. Gives its format. Rejects with
 * a `Trouble` of kind `config` that names file and line.
 */
export async function checkBatchFile(path: string, bytes: Uint8Array): Promise<FileType> {
  const type = typeOf(path, ['csv', 'json'])
  const utterances = utterancesOf(path, bytes, type)
  if (utterances.length === 0) throw wrong(path, undefined, 'holds no utterance')
  const long = utterances.find(({ input }) => [...input].length > LONGEST_UTTERANCE)
  if (long !== undefined)
    throw wrong(path, long.line, 'holds an utterance of more than the 3,000 characters that Kore.ai accepts')
  const beyond = distinct(utterances)[MOST_UTTERANCES]
  if (beyond !== undefined)
    throw wrong(path, beyond.line, 'has more than the 1,000 utterances that Kore.ai accepts in a suite; split it')
  return type
}

/** The lines on which the utterances of a checked batch test suite begin, by the names of their cases. */
export async function utteranceLines(path: string, bytes: Uint8Array, type: FileType): Promise<ReadonlyMap<string, number>> {
  const utterances = distinct(utterancesOf(path, bytes, type))
  const names = uniqueNames(utterances.map(({ input }) => input.trim()))
  return new Map(utterances.flatMap(({ line }, index) => (line === undefined ? [] : [[names[index] ?? '', line]])))
}

/** Checks a conversation test suite: JSON of at most 2 MB. Rejects as {@link checkBatchFile} does. */
export async function checkConversationFile(path: string, bytes: Uint8Array): Promise<FileType> {
  const type = typeOf(path, ['json'])
  const megabytes = (bytes.byteLength / 1024 / 1024).toFixed(1)
  if (bytes.byteLength > LARGEST_CONVERSATION)
    throw wrong(path, undefined, `is ${megabytes} MB, but Kore.ai accepts 2 MB for a conversation test suite`)
  parseJson(path, new TextDecoder().decode(bytes))
  return type
}

function utterancesOf(path: string, bytes: Uint8Array, type: FileType): Utterance[] {
  return type === 'csv' ? utterancesOfCsv(path, bytes) : utterancesOfJson(path, bytes)
}

function typeOf(path: string, accepted: readonly FileType[]): FileType {
  const type = accepted.find((each) => path.toLowerCase().endsWith(`.${each}`))
  if (type === undefined)
    throw wrong(
      path,
      undefined,
      `is not a file of the kind that can be imported here: ${accepted.map((each) => `.${each}`).join(' or ')}`,
    )
  return type
}

function wrong(path: string, line: number | undefined, fact: string): Trouble {
  const where = line === undefined ? '' : `, line ${line},`
  return lastingTrouble('config', `suite-path: ${quote(path)}${where} ${fact}`)
}

/** One utterance with the line on which it begins. */
interface Utterance {
  readonly input: string
  readonly intent: string
  readonly line: number | undefined
}

/** The vendor counts assertions and not rows: an utterance takes a row for each of its entities. */
function distinct(utterances: readonly Utterance[]): Utterance[] {
  const seen = new Set<string>()
  return utterances.filter(({ input, intent }) => {
    const key = JSON.stringify([input, intent])
    return !seen.has(key) && seen.add(key)
  })
}

function utterancesOfCsv(path: string, bytes: Uint8Array): Utterance[] {
  const [header, ...rows] = recordsOf(path, bytes)
  if (header === undefined) return []
  const columns = columnsOf(path, header)
  const found: Utterance[] = []
  for (const row of rows) found.push(...utteranceIn(row, columns, found.length > 0, path))
  return found
}

function recordsOf(path: string, bytes: Uint8Array): CsvRecord[] {
  try {
    return csvRecords(bytes)
  } catch (thrown) {
    throw thrown instanceof BrokenCsv ? wrong(path, thrown.line, 'is not valid CSV') : thrown
  }
}

/** Where the columns stand that every suite has, and how many there are. */
interface Columns {
  /** On which they are named. */
  readonly line: number
  readonly input: number
  readonly intent: number
  readonly count: number
}

const HEADER = 'input,intent,parentIntent,entityName,entityValue,entityOrder'

/** In any case and order. By the vendor's page what follows `intent` can be left out. */
function columnsOf(path: string, { cells, line }: CsvRecord): Columns {
  const names = cells.map((name) => name.trim().toLowerCase())
  const [only = ''] = names
  if (names.length === 1 && /[;\t|]/.test(only))
    throw wrong(path, line, `contains no comma; Kore.ai expects commas between the columns: ${HEADER}`)
  const missing = ['input', 'intent'].filter((name) => !names.includes(name))
  if (missing.length > 0) {
    const remedy = `begin the file with the line ${HEADER}, of which only the first two are required`
    throw wrong(path, line, `does not name the column${missing.length === 1 ? '' : 's'} ${missing.join(' and ')}; ${remedy}`)
  }
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined) throw wrong(path, line, `names the column ${twice} twice; name it once`)
  return { line, input: names.indexOf('input'), intent: names.indexOf('intent'), count: cells.length }
}

/** The utterance of a row; none in a row that adds an entity to the one above, and in one of blanks. */
function utteranceIn(
  { cells, line }: CsvRecord,
  { line: headerLine, input: at, intent: intentAt, count }: Columns,
  follows: boolean,
  path: string,
): Utterance[] {
  const [input, intent] = [cells[at], cells[intentAt]]
  if (cells.every((cell) => cell.trim() === '')) return []
  if (input === undefined || intent === undefined)
    throw wrong(
      path,
      line,
      `has too few columns: ${cells.length} of ${count}; put input and intent into each row, with a comma between`,
    )
  if (cells.slice(count).some((cell) => cell.trim() !== ''))
    throw wrong(
      path,
      line,
      `has too many columns: ${cells.length}, and line ${headerLine} names ${count}; put text that contains a comma in quotes`,
    )
  if (input.trim() !== '') return [{ input, intent, line }]
  const isEntity = cells.some((cell, index) => index !== intentAt && cell.trim() !== '')
  if (!isEntity || !follows) throw wrong(path, line, 'holds no utterance; put one into the column input')
  return []
}

const BatchSuite = z.object({ testCases: z.array(z.object({ input: z.string(), intent: z.nullish(z.string()) })) })

function utterancesOfJson(path: string, bytes: Uint8Array): Utterance[] {
  const text = new TextDecoder().decode(bytes)
  const suite = BatchSuite.safeParse(parseJson(path, text))
  if (!suite.success) {
    const field = suite.error.issues[0]?.path.join('.') || 'testCases'
    throw wrong(path, undefined, `is not a batch test suite of the form {"testCases":[{"input":"…","intent":"…"}]}: see ${field}`)
  }
  const lines = linesOfInputs(text)
  return suite.data.testCases.map(({ input, intent }, index) => ({ input, intent: intent ?? '', line: lines[index] }))
}

/** Where each `"input":` stands. Inside a string its quotes would be escaped, so that none is found there. */
function linesOfInputs(text: string): number[] {
  let [line, from] = [1, 0]
  return [...text.matchAll(/"input"\s*:/g)].map(({ index }) => {
    line += text.slice(from, index).split('\n').length - 1
    from = index
    return line
  })
}

/** Node tells the line of most mistakes, not of all. */
function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    const line = /\(line (\d+) /.exec(String(thrown))?.[1]
    throw wrong(path, line === undefined ? undefined : Number(line), 'is not valid JSON')
  }
}
