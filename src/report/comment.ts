/** The comment on a pull request: what a reviewer has to know, and where the rest is, within what GitHub takes. */
import { wholeNumber } from '../count-words.ts'
import { type StepOutcome, sumCounts } from '../outcome.ts'
import type { Case } from '../results.ts'
import { changes } from './changes.ts'
import { countsTable } from './counts-table.ts'
import { blocks, type Cell, foreign, link, NO_REASON, row, titleRow } from './markup.ts'
import { opening, type ReportLinks, reportLinks } from './opening.ts'
import { failingChecks, type SuiteCase, worstOfAll } from './worst.ts'

/** GitHub takes 65,536 characters; the mark and a margin come on top of ours. */
const COMMENT_CHARACTERS = 65_000

/** Where more can be found. */
export interface CommentLinks extends ReportLinks {
  /** The page of the workflow run. */
  readonly runUrl: string
}

/** How much is told. */
interface Extent {
  /** How many failing cases. */
  readonly worst: number
  /** Of each case that many checks. */
  readonly checks: number
  /** Of each text of the vendor. */
  readonly characters: number
  readonly names: boolean
  readonly eachSuite: boolean
}

/** From what is wanted to what always fits. */
const EXTENTS: readonly Extent[] = [
  { worst: 10, checks: 3, characters: 300, names: true, eachSuite: true },
  { worst: 10, checks: 1, characters: 120, names: true, eachSuite: true },
  { worst: 10, checks: 1, characters: 120, names: false, eachSuite: false },
  { worst: 0, checks: 0, characters: 0, names: false, eachSuite: false },
]
const OPENING = { heading: 'h3', nameCharacters: 120, reasonCharacters: 500, reasons: 5 } as const

/** The outcome as the Markdown of a comment, at most {@link COMMENT_CHARACTERS} long. `job` tells it from other comments. */
export function comment(outcome: StepOutcome, job: string, links: CommentLinks): string {
  const texts = EXTENTS.values().map((extent) => [...page(outcome, job, links, extent)].join('\n'))
  return texts.find((text) => text.length <= COMMENT_CHARACTERS) ?? [...closing(outcome, job, links)].join('\n')
}

function* page(outcome: StepOutcome, job: string, links: CommentLinks, extent: Extent): Generator<string> {
  yield* opening(outcome, OPENING)
  yield* changes(outcome, extent.names)
  yield* countsTable(outcome, extent.eachSuite)
  yield* failures(outcome, extent)
  yield* closing(outcome, job, links)
}

function* failures(outcome: StepOutcome, extent: Extent): Generator<string> {
  const worst = worstOfAll(outcome)
  const shown = worst.slice(0, extent.worst)
  if (shown.length === 0) return
  const { failed, errored } = sumCounts(outcome.suites)
  const all = Math.max(worst.length, failed + errored)
  yield* blocks(`<h4>What failed${all > shown.length ? ` (${shown.length} of ${wholeNumber(all)})` : ''}</h4>`)
  yield '<table>'
  yield titleRow(['Case', 'Checked', 'Expected', 'Found'].map((markup) => ({ markup })))
  for (const each of shown) yield* caseRows(each, outcome.suites.length > 1, extent)
  yield '</table>'
  yield ''
}

function* caseRows({ suite, each }: SuiteCase, apart: boolean, { checks, characters }: Extent): Generator<string> {
  const failing = failingChecks(each).slice(0, checks)
  const rows: Cell[][] = failing.map(({ what, expected, found }) =>
    [what, expected, found].map((text) => ({ markup: foreign(text, characters) })),
  )
  if (rows.length === 0) rows.push([{ markup: reason(each, characters), columns: 3 }])
  const sign = each.status === 'error' ? '⚠️' : '❌'
  const where = apart ? `<br>in ${foreign(suite, 120)}` : ''
  const name = { markup: `${sign} ${foreign(each.name, characters)}${where}`, rows: rows.length }
  for (const [index, cells] of rows.entries()) yield row(index === 0 ? [name, ...cells] : cells)
}

function reason({ message }: Case, characters: number): string {
  return message === undefined ? NO_REASON : foreign(message, characters)
}

function* closing({ provider }: StepOutcome, job: string, links: CommentLinks): Generator<string> {
  const told = [
    link('Workflow run', links.runUrl),
    ...reportLinks(links),
    ...(provider === '' ? [] : [`Provider ${foreign(provider, 120)}`]),
    ...(job === '' ? [] : [`Job ${foreign(job, 120)}`]),
  ]
  yield* blocks(`<p><sub>${told.join(' · ')}</sub></p>`)
}
