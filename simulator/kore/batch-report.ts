/** The result file of a batch test: first `key,value` lines, then the table, one row an entity. */
import { csvRecord } from '../csv.ts'
import { countResults, distinctInputs, type Entity, resultType, type Utterance } from './batch-suite.ts'

/** How the file is written. What differs between the pages and real files can be chosen. */
export interface ReportStyle {
  /** `real`: `Utterances`, `ExpectedIntent`, `MatchedIntent`; `pages`: `Utterance`, `Expected Intent`, `Matched Intent`. */
  readonly columns: 'real' | 'pages'
  readonly byteOrderMark: boolean
  readonly lineBreak: '\r\n' | '\n'
  /** The value of `Notes`, which may hold line breaks; empty for none. */
  readonly notes: string
  /** `dgpt`: a table with columns of our invention, as nobody knows the true ones. */
  readonly engine: 'ml' | 'dgpt'
}

/** What the first part of the file says of the run. */
export interface ReportHead {
  readonly botName: string
  readonly reportName: string
  readonly language: string
  readonly runType: string
  readonly lastTested: string
}

/** As real files are, as far as they were seen. */
export const PLAIN_REPORT: ReportStyle = {
  columns: 'real',
  byteOrderMark: false,
  lineBreak: '\r\n',
  notes: 'The run compares the matched intent with the expected one.\nEntities are compared as "text",\nrow by row.',
  engine: 'ml',
}

const COLUMNS_AFTER_INTENTS = [
  'Parent Intent',
  'Task State',
  'Result Type',
  'Entity Name',
  'Expected EntityValue',
  'Matched EntityValue',
  'Entity Result',
  'Expected Entity Order',
  'Actual Entity Order',
  'Matched Intent Score (FM/ML/KG)',
  'Expected Intent Score',
  'Elimination Info',
]

/** Writes the file. */
export function writeReport(head: ReportHead, utterances: readonly Utterance[], style: ReportStyle): Buffer {
  const table = style.engine === 'ml' ? [columnsOf(style), ...utterances.flatMap(rowsOf)] : inventedTable(utterances)
  const text = [...headLines(head, utterances, style.notes), ...table].map((cells) => csvRecord(cells) + style.lineBreak).join('')
  return Buffer.from((style.byteOrderMark ? '\uFEFF' : '') + text)
}

function headLines(head: ReportHead, utterances: readonly Utterance[], notes: string): string[][] {
  const { TP, TN, FP, FN, success, failure } = countResults(utterances, 'intent and entities')
  return [
    ['Bot Name', head.botName],
    ['Report Name', head.reportName],
    ['Bot Language', head.language],
    ['Run Type', head.runType],
    ['Threshold Settings', 'ML: 0.3'],
    ['Threshold Settings', 'FM: 40'],
    ['Threshold Settings', 'KG: 80-100'],
    ['Last Tested', head.lastTested],
    ['Utterance Count', String(distinctInputs(utterances))],
    ['Success/Failure Ratio', `${success}/${failure}`],
    ...Object.entries({ TP, TN, FP, FN }).map(([name, count]) => [name, String(count)]),
    ...(notes === '' ? [] : [['Notes', notes]]),
  ]
}

function columnsOf({ columns }: ReportStyle): string[] {
  const first =
    columns === 'real' ? ['Utterances', 'ExpectedIntent', 'MatchedIntent'] : ['Utterance', 'Expected Intent', 'Matched Intent']
  return [...first, ...COLUMNS_AFTER_INTENTS]
}

function rowsOf(utterance: Utterance): string[][] {
  const { entities = [] } = utterance
  if (entities.length === 0) return [rowOf(utterance, ['', '', '', ''], '')]
  const order = entities.length > 1 ? entities.map((each) => each.name).join('>') : ''
  return entities.map((each) => rowOf(utterance, entityCells(each), order))
}

function entityCells({ name, expected, matched }: Entity): string[] {
  return [name, expected, matched, expected === matched ? 'TRUE' : 'FALSE']
}

function rowOf(utterance: Utterance, entityPart: readonly string[], order: string): string[] {
  const { input, expectedIntent, matchedIntent, parentIntent = '' } = utterance
  const right = expectedIntent === matchedIntent
  return [
    input,
    expectedIntent,
    matchedIntent,
    parentIntent,
    'Configured',
    resultType(utterance),
    ...entityPart,
    order,
    order,
    matchedIntent === 'None' ? '' : '0/0.92/0',
    right ? '0.92' : '0.41',
    right ? '' : 'Eliminated by Ranking and Resolver',
  ]
}

function inventedTable(utterances: readonly Utterance[]): string[][] {
  const rows = utterances.map(({ input, expectedIntent, matchedIntent }) => [input, expectedIntent, matchedIntent])
  return [['Query', 'Wanted Answer', 'Given Answer'], ...rows]
}
