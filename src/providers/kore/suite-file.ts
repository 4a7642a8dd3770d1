/** Suites as files of the repository, held against the vendor's limits before anything of them is sent. */
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import * as z from 'zod/mini'
import { uniqueNames } from '../../results.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'

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
  const utterances = await utterancesOf(path, bytes, type)
  if (utterances.length === 0) throw wrong(path, undefined, 'holds no utterance')
  const long = utterances.find(({ input }) => [...input].length > LONGEST_UTTERANCE)
  if (long !== undefined)
    throw wrong(path, long.line, 'holds an utterance of more than 3,000 characters, and Kore.ai takes no longer ones')
  const beyond = distinct(utterances)[MOST_UTTERANCES]
  if (beyond !== undefined)
    throw wrong(path, beyond.line, 'holds utterance 1,001, and Kore.ai takes 1,000 in a suite; make two suites of it')
  return type
}

/** The lines on which the utterances of a checked batch test suite begin, by the names of their cases. */
export async function utteranceLines(path: string, bytes: Uint8Array, type: FileType): Promise<ReadonlyMap<string, number>> {
  const utterances = distinct(await utterancesOf(path, bytes, type))
  const names = uniqueNames(utterances.map(({ input }) => input.trim()))
  return new Map(utterances.flatMap(({ line }, index) => (line === undefined ? [] : [[names[index] ?? '', line]])))
}

/** Checks a conversation test suite: JSON of at most 2 MB. Rejects as {@link checkBatchFile} does. */
export async function checkConversationFile(path: string, bytes: Uint8Array): Promise<FileType> {
  const type = typeOf(path, ['json'])
  const megabytes = (bytes.byteLength / 1024 / 1024).toFixed(1)
  if (bytes.byteLength > LARGEST_CONVERSATION)
    throw wrong(path, undefined, `has ${megabytes} MB, and Kore.ai takes 2 MB for a conversation test suite`)
  parseJson(path, new TextDecoder().decode(bytes))
  return type
}

async function utterancesOf(path: string, bytes: Uint8Array, type: FileType): Promise<Utterance[]> {
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
  return lastingTrouble('config', `suite-path: ${JSON.stringify(path)}${where} ${fact}`)
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

const CsvRecord = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) })

async function utterancesOfCsv(path: string, bytes: Uint8Array): Promise<Utterance[]> {
  const parser = Readable.from([bytes]).pipe(parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true }))
  const found: Utterance[] = []
  let columns: { readonly input: number; readonly intent: number } | undefined
  let line = 1
  try {
    for await (const each of parser) {
      const { info, record } = CsvRecord.parse(each)
      if (columns === undefined) columns = columnsOf(path, record)
      else if ((record[columns.input] ?? '') !== '')
        found.push({ input: record[columns.input] ?? '', intent: record[columns.intent] ?? '', line })
      line = info.lines + 1
    }
  } catch (thrown) {
    if (thrown instanceof Trouble) throw thrown
    throw wrong(path, lineOf(thrown) ?? line, 'is not valid CSV')
  }
  return found
}

/** The reader of CSV tells the line in its errors. */
function lineOf(thrown: unknown): number | undefined {
  return thrown instanceof Error && 'lines' in thrown && typeof thrown.lines === 'number' ? thrown.lines : undefined
}

function columnsOf(path: string, header: readonly string[]): { input: number; intent: number } {
  const names = header.map((name) => name.trim().toLowerCase())
  const [input, intent] = [names.indexOf('input'), names.indexOf('intent')]
  if (input >= 0 && intent >= 0) return { input, intent }
  throw wrong(
    path,
    1,
    'does not name the columns that Kore.ai imports: input,intent,parentIntent,entityName,entityValue,entityOrder',
  )
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
