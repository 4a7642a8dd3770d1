/** What the job summary says of one suite: why, the cases in order of need, and the rest folded. */
import { wholeNumber } from '../count-words.ts'
import type { SuiteOutcome } from '../outcome.ts'
import type { Case, CaseStatus, Counts, Results } from '../results.ts'
import { shortId } from '../run-id.ts'
import { capitalised } from '../sentences.ts'
import { timeSpan } from '../time-spans.ts'
import { codeBlock, inlineCode } from '../untrusted.ts'
import { verdictWords } from './advice.ts'
import { type Marks, passedTable, quarantinedTable, skippedTable, troubleTables } from './case-tables.ts'
import { caseMarks } from './changes.ts'
import { blocks, details, foreign, link, list, row, sentence, titleRow } from './markup.ts'
import { worstFirst } from './worst.ts'

const SAID_CHARACTERS = 4_000
const SENTENCES_SHOWN = 20
const FACTS_SHOWN = 100

/** How much of a suite is to be shown. */
export interface SectionExtent {
  /** Whether the cases that passed or were skipped are listed. */
  readonly green: boolean
  /** The cases in trouble that are listed; all of them when absent. */
  readonly worst?: ReadonlySet<Case>
  /** How many cases in trouble stand open; the rest is folded. */
  readonly open: number
  /** What the cases are called, in the plural. */
  readonly noun: string
  /** True when it is the only suite, so that the page's own heading and sentence speak for it. */
  readonly alone: boolean
  /** The input `mode`. */
  readonly mode: string
  /** The reasons that the page has given already. */
  readonly told: readonly string[]
}

/** The section of one suite, in lines. */
export function* suiteSection(suite: SuiteOutcome, extent: SectionExtent): Generator<string> {
  if (!extent.alone)
    yield* blocks(`<h3>${verdictWords(suite.conclusion, extent.mode)}: ${foreign(suite.suite)}</h3>`, `<p>${runFacts(suite)}</p>`)
  yield* sentences(suite.reasons.filter((reason) => !extent.told.includes(reason)))
  if (suite.said !== undefined) yield* blocks('<p>The vendor said:</p>', codeBlock(suite.said, SAID_CHARACTERS))
  if (suite.results !== undefined) yield* resultBlocks(suite, suite.results, extent)
  if (suite.files.length > 0)
    yield* details(`Files from the vendor, unchanged (${wholeNumber(suite.files.length)})`, fileList(suite.files))
}

/** Where and how long the suite ran, in one line. No blank is put into an id, so that it can be copied. */
export function runFacts({ runId, runUrl, durationMs, artifact }: SuiteOutcome): string {
  const run = runId === undefined ? 'No run is known' : `Run ${inlineCode(shortId(runId))}`
  const page = runUrl === undefined ? [] : [link('Page of the run at the vendor', runUrl)]
  const files = artifact === undefined ? [] : [link(`Artifact ${foreign(artifact.name)}`, artifact.url)]
  return [run, ...page, ...files, timeSpan(durationMs)].join(' · ')
}

function* resultBlocks(suite: SuiteOutcome, results: Results, extent: SectionExtent): Generator<string> {
  const marks = caseMarks(suite.comparison)
  yield* troubleBlocks(worstFirst(suite), results.counts, marks, extent)
  const untold = results.contradictions.filter((each) => !suite.reasons.some((reason) => reason.includes(each)))
  if (untold.length > 0) yield* heading('Inconsistencies', extent)
  yield* sentences(untold)
  if (results.warnings.length > 0) yield* heading('Warnings', extent)
  yield* sentences(results.warnings)
  if (results.figures.size > 0) yield* details('All figures from the vendor', figureTable(results.figures))
  const quarantined = results.cases.filter(({ quarantine }) => quarantine !== undefined)
  const title = `🔕 Quarantined ${extent.noun}: failed, but not counted (${wholeNumber(quarantined.length)})`
  if (quarantined.length > 0) yield* details(title, quarantinedTable(quarantined))
  if (extent.green) yield* greenBlocks(results, marks, extent)
}

function* troubleBlocks(worst: readonly Case[], counts: Counts, marks: Marks, extent: SectionExtent): Generator<string> {
  for (const [status, title] of TROUBLES) {
    const ranked = worst.filter((each) => each.status === status)
    const listed = ranked.filter((each) => extent.worst?.has(each) ?? true)
    const count = Math.max(counts[COUNT_OF[status]], ranked.length)
    if (count > 0) yield* heading(`${title(extent.noun)} (${wholeNumber(count)})`, extent)
    if (listed.length > 0) yield* troubleTables(listed, capitalised(extent.noun), marks, extent.open)
    if (ranked.length > listed.length)
      yield* blocks(`<p>${wholeNumber(ranked.length - listed.length)} more, in the artifact.</p>`)
    if (count > ranked.length)
      yield* blocks(`<p>The vendor gave no details for ${wholeNumber(count - ranked.length)} of them.</p>`)
  }
}

const TROUBLES = [
  ['failed', (noun: string) => `❌ Failed ${noun}`],
  ['error', (noun: string) => `⚠️ ${capitalised(noun)} that could not be run`],
] as const

const COUNT_OF = { failed: 'failed', error: 'errored' } as const satisfies Partial<Record<CaseStatus, keyof Counts>>

function* greenBlocks({ cases }: Results, marks: Marks, { noun }: SectionExtent): Generator<string> {
  const passed = cases.filter(({ status }) => status === 'passed')
  if (passed.length > 0)
    yield* details(`✅ Passed ${noun} (${wholeNumber(passed.length)})`, passedTable(passed, capitalised(noun), marks))
  const skipped = cases.filter(({ status }) => status === 'skipped')
  if (skipped.length > 0) yield* details(`⏭ Skipped ${noun} (${wholeNumber(skipped.length)})`, skippedTable(skipped))
}

function* figureTable(figures: ReadonlyMap<string, string>): Generator<string> {
  yield '<table>'
  yield titleRow([{ markup: 'Figure' }, { markup: 'Value' }])
  for (const [name, value] of figures.entries().take(FACTS_SHOWN))
    yield row([{ markup: foreign(name) }, { markup: foreign(value) }])
  yield '</table>'
  yield ''
}

function fileList(files: readonly string[]): string[] {
  return blocks(list(files.slice(0, FACTS_SHOWN).map((file) => inlineCode(file))))
}

/** A list of sentences; those beyond the first `most` are counted. */
export function* sentences(all: readonly string[], most = SENTENCES_SHOWN): Generator<string> {
  if (all.length === 0) return
  const shown = all.slice(0, most).map((each) => sentence(capitalised(each)))
  yield* blocks(
    list(all.length > shown.length ? [...shown, `${wholeNumber(all.length - shown.length)} more, in the artifact`] : shown),
  )
}

function heading(title: string, { alone }: SectionExtent): string[] {
  return blocks(alone ? `<h3>${title}</h3>` : `<h4>${title}</h4>`)
}
