/** The cases of a suite as tables of the job summary. All of it comes in lines, so that whoever joins them can stop. */
import type { Case, Check } from '../results.ts'
import { codeBlock } from '../untrusted.ts'
import { countOf, timeSpan, wholeNumber } from './figures.ts'
import { CELL_CHARACTERS, type Cell, foreign, row, titleRow } from './markup.ts'

/** So many cases stand open; the rest is folded, or nobody would scroll to what follows. */
const OPEN_CASES = 25
/** So many checks of one case are shown. */
const CHECKS_SHOWN = 20
const COLUMNS_BESIDE_NAME = 3
const CONVERSATION_CHARACTERS = 4_000

const PASSED_TITLES = titles('Case', 'Checks', 'Time', 'Tries')
const SKIPPED_TITLES = titles('Case', 'Why it was skipped')
const CHECK_TITLES: readonly Cell[] = [
  { markup: 'Checked', width: '22%' },
  { markup: 'Expected', width: '22%' },
  { markup: 'Found', width: '22%' },
]
const MESSAGE_TITLES: readonly Cell[] = [{ markup: 'What happened', columns: COLUMNS_BESIDE_NAME }]

/** Cases that failed or could not be run, with expected and found side by side; those beyond the first few are folded. */
export function* troubleTables(cases: readonly Case[], column: string): Generator<string> {
  yield* troubleTable(cases.slice(0, OPEN_CASES), column)
  const folded = cases.slice(OPEN_CASES)
  if (folded.length > 0) yield* details(`${wholeNumber(folded.length)} more`, troubleTable(folded, column))
}

/** Cases that passed, in the vendor's order. */
export function* passedTable(cases: readonly Case[]): Generator<string> {
  yield '<table>'
  yield titleRow(PASSED_TITLES)
  for (const each of cases) {
    const time = each.durationMs === undefined ? '' : timeSpan(each.durationMs)
    const tries = `${each.tries}${each.flaky ? ' ⚠️ flaky' : ''}`
    yield row([{ markup: foreign(each.name) }, right(checksMet(each)), right(time), right(tries)])
  }
  yield '</table>'
  yield ''
}

/** Cases that were skipped, with the reason where there is one. */
export function* skippedTable(cases: readonly Case[]): Generator<string> {
  yield '<table>'
  yield titleRow(SKIPPED_TITLES)
  for (const { name, message } of cases)
    yield row([{ markup: foreign(name) }, { markup: message === undefined ? '' : foreign(message) }])
  yield '</table>'
  yield ''
}

/** Blocks that are folded under a title of ours. */
export function* details(title: string, blocks: Iterable<string>): Generator<string> {
  yield '<details>'
  yield `<summary>${title}</summary>`
  yield ''
  yield* blocks
  yield '</details>'
  yield ''
}

function* troubleTable(cases: readonly Case[], column: string): Generator<string> {
  const checked = cases.some(({ checks }) => checks.length > 0)
  yield '<table>'
  yield `<thead>${titleRow([{ markup: column }, ...(checked ? CHECK_TITLES : MESSAGE_TITLES)])}</thead>`
  for (const each of cases) yield* troubleRows(each)
  yield '</table>'
  yield ''
}

/**
 * The name reaches over the rows of the case: its message, its checks with the failing ones first, its facts. They are a
 * body of their own, so that GitHub's stripes begin anew with each case.
 */
function* troubleRows(each: Case): Generator<string> {
  const rows = [...messageRows(each), ...checkRows(each.checks), ...conversationRows(each), ...factRows(each)]
  const name = { markup: foreign(each.name), rows: rows.length }
  yield '<tbody>'
  for (const [index, cells] of rows.entries()) yield row(index === 0 ? [name, ...cells] : cells)
  yield '</tbody>'
}

function messageRows({ message, checks }: Case): Cell[][] {
  if (message !== undefined) return [[{ markup: foreign(message), columns: COLUMNS_BESIDE_NAME }]]
  return checks.length > 0 ? [] : [[{ markup: 'The vendor gave no reason.', columns: COLUMNS_BESIDE_NAME }]]
}

function checkRows(checks: readonly Check[]): Cell[][] {
  const failingFirst = checks.toSorted((left, right) => Number(left.passed) - Number(right.passed))
  const rows = failingFirst.slice(0, CHECKS_SHOWN).map(checkRow)
  const more = checks.length - rows.length
  return more === 0
    ? rows
    : [...rows, [{ markup: `${countOf(more, 'more check')}, in the artifact`, columns: COLUMNS_BESIDE_NAME }]]
}

function checkRow({ what, expected, found, passed }: Check): Cell[] {
  return [{ markup: `${passed ? '✅' : '❌'} ${foreign(what)}` }, { markup: foreign(expected) }, { markup: foreign(found) }]
}

function factRows({ facts, flaky, tries }: Case): Cell[][] {
  const told = [...facts].map(([name, value]) => `${name}: ${value}`)
  const all = flaky || tries > 1 ? [...told, `Tries: ${tries}`] : told
  if (all.length === 0) return []
  // Folded, since expected and found are what a reviewer looks for, and the rest is for whoever mends the agent.
  const markup = `<details><summary>More from the vendor</summary>${foreign(all.join(' · '), CELL_CHARACTERS)}</details>`
  return [[{ markup, columns: COLUMNS_BESIDE_NAME }]]
}

/** The conversation, folded; what is too long for a summary is in the artifact. */
function conversationRows({ turns = [] }: Case): Cell[][] {
  if (turns.length === 0) return []
  const text = turns.map((turn) => `${turn.speaker}: ${turn.text}`).join('\n')
  const title = `Conversation (${countOf(turns.length, 'turn')})`
  return [
    [
      {
        markup: `<details><summary>${title}</summary>${codeBlock(text, CONVERSATION_CHARACTERS)}</details>`,
        columns: COLUMNS_BESIDE_NAME,
      },
    ],
  ]
}

function checksMet({ checks }: Case): string {
  return checks.length === 0 ? '' : `${checks.filter(({ passed }) => passed).length} of ${checks.length}`
}

function right(markup: string): Cell {
  return { markup, align: 'right' }
}

function titles(...words: readonly string[]): Cell[] {
  return words.map((markup) => ({ markup }))
}
