/** The cases of a suite as tables of the job summary. All of it comes in lines, so that whoever joins them can stop. */
import { countOf, wholeNumber } from '../count-words.ts'
import type { Case, Check } from '../results.ts'
import { timeSpan } from '../time-spans.ts'
import { codeBlock } from '../untrusted.ts'
import { reasonText } from './failure-text.ts'
import { CELL_CHARACTERS, type Cell, details, foldable, foreign, NO_REASON, row, sentence, titleRow } from './markup.ts'

/** So many checks of one case are shown. */
const CHECKS_SHOWN = 20
const COLUMNS_BESIDE_NAME = 3
const CONVERSATION_CHARACTERS = 4_000
const QUARANTINED_SHOWN = 200
const REASON_CHARACTERS = 300

const SKIPPED_TITLES = titles('Case', 'Why it was skipped')
const QUARANTINE_TITLES = titles('Case', 'What failed', 'Why it does not count', 'Until')
const CHECK_TITLES: readonly Cell[] = [
  { markup: 'Checked', width: '22%' },
  { markup: 'Expected', width: '22%' },
  { markup: 'Found', width: '22%' },
]
const MESSAGE_TITLES: readonly Cell[] = [{ markup: 'What happened', columns: COLUMNS_BESIDE_NAME }]

/** What is said beside a case's name, by the name; in markup of ours. */
export type Marks = ReadonlyMap<string, string>

/** Cases that failed or could not be run, with expected and found side by side; those beyond the first `open` ones are folded. */
export function* troubleTables(cases: readonly Case[], column: string, marks: Marks, open: number): Generator<string> {
  yield* troubleTable(cases.slice(0, open), column, marks)
  const folded = cases.slice(open)
  if (folded.length > 0) yield* details(`${wholeNumber(folded.length)} more`, troubleTable(folded, column, marks))
}

/** Cases whose failure does not count, with the reason and the last day of that. */
export function* quarantinedTable(cases: readonly Case[]): Generator<string> {
  yield '<table>'
  yield titleRow(QUARANTINE_TITLES)
  for (const each of cases.slice(0, QUARANTINED_SHOWN)) {
    const { reason = '', expires = '' } = each.quarantine ?? {}
    const failure = reasonText(each, REASON_CHARACTERS) ?? NO_REASON
    yield row([
      { markup: foreign(each.name) },
      { markup: sentence(failure) },
      { markup: sentence(reason, REASON_CHARACTERS) },
      { markup: sentence(expires) },
    ])
  }
  yield '</table>'
  yield ''
  const more = cases.length - QUARANTINED_SHOWN
  if (more > 0) yield* [`<p>${wholeNumber(more)} more, in the artifact.</p>`, '']
}

/** Cases that passed, in the vendor's order; columns that would be empty are left out. */
export function* passedTable(cases: readonly Case[], column: string, marks: Marks): Generator<string> {
  const columns = PASSED_COLUMNS.filter(({ when }) => cases.some(when))
  yield '<table>'
  yield titleRow([{ markup: column }, ...columns.map(({ title }) => ({ markup: title }))])
  for (const each of cases) yield row([nameCell(each, marks), ...columns.map(({ value }) => right(value(each)))])
  yield '</table>'
  yield ''
}

const PASSED_COLUMNS: readonly { title: string; when(each: Case): boolean; value(each: Case): string }[] = [
  { title: 'Checks', when: ({ checks }) => checks.length > 0, value: checksMet },
  {
    title: 'Time',
    when: ({ durationMs }) => durationMs !== undefined,
    value: ({ durationMs }) => (durationMs === undefined ? '' : timeSpan(durationMs)),
  },
  {
    title: 'Tries',
    when: ({ tries, flaky }) => tries > 1 || flaky,
    value: ({ tries, flaky }) => `${tries}${flaky ? ' ⚠️ flaky' : ''}`,
  },
]

/** Cases that were skipped, with the reason where there is one. */
export function* skippedTable(cases: readonly Case[]): Generator<string> {
  yield '<table>'
  yield titleRow(SKIPPED_TITLES)
  for (const { name, message } of cases)
    yield row([{ markup: foreign(name) }, { markup: message === undefined ? '' : foreign(message) }])
  yield '</table>'
  yield ''
}

function* troubleTable(cases: readonly Case[], column: string, marks: Marks): Generator<string> {
  const checked = cases.some(({ checks }) => checks.length > 0)
  yield '<table>'
  yield `<thead>${titleRow([{ markup: column }, ...(checked ? CHECK_TITLES : MESSAGE_TITLES)])}</thead>`
  for (const each of cases) yield* troubleRows(each, marks)
  yield '</table>'
  yield ''
}

/**
 * The name reaches over the rows of the case: its message, its checks with the failing ones first, its facts. They are a
 * body of their own, so that GitHub's stripes begin anew with each case.
 */
function* troubleRows(each: Case, marks: Marks): Generator<string> {
  const rows = [...messageRows(each), ...checkRows(each.checks), ...conversationRows(each), ...factRows(each)]
  const name = { ...nameCell(each, marks), rows: rows.length }
  yield '<tbody>'
  for (const [index, cells] of rows.entries()) yield row(index === 0 ? [name, ...cells] : cells)
  yield '</tbody>'
}

function nameCell({ name }: Case, marks: Marks): Cell {
  const mark = marks.get(name)
  return { markup: mark === undefined ? foreign(name) : `${foreign(name)}<br><sub>${mark}</sub>` }
}

function messageRows({ message, checks }: Case): Cell[][] {
  if (message !== undefined) return [[{ markup: foldable(message), columns: COLUMNS_BESIDE_NAME }]]
  return checks.length > 0 ? [] : [[{ markup: NO_REASON, columns: COLUMNS_BESIDE_NAME }]]
}

function checkRows(checks: readonly Check[]): Cell[][] {
  const failingFirst = checks.toSorted((left, right) => Number(left.passed) - Number(right.passed))
  const rows = failingFirst.slice(0, CHECKS_SHOWN).map(checkRow)
  const more = checks.length - rows.length
  return more === 0
    ? rows
    : [...rows, [{ markup: `${countOf(more, 'more checks')}, in the artifact`, columns: COLUMNS_BESIDE_NAME }]]
}

function checkRow({ what, expected, found, passed }: Check): Cell[] {
  return [{ markup: `${passed ? '✅' : '❌'} ${foreign(what)}` }, { markup: foldable(expected) }, { markup: foldable(found) }]
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
  const title = `Conversation (${countOf(turns.length, 'turns')})`
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
