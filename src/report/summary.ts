/** The job summary: what a reviewer sees, in the order of need, within what GitHub takes. */
import { wholeNumber } from '../count-words.ts'
import { gravity, isJudged, type StepOutcome, type SuiteOutcome, sumCounts } from '../outcome.ts'
import { timeSpan } from '../time-spans.ts'
import { changes } from './changes.ts'
import { suitesChart, trendChart } from './charts.ts'
import { countsTable } from './counts-table.ts'
import { findingsTable } from './findings.ts'
import { blocks, details, foreign, sentence } from './markup.ts'
import { opening, type ReportLinks, reportLinks } from './opening.ts'
import { runFacts, type SectionExtent, suiteSection } from './suite-section.ts'
import { type SuiteCase, worstOfAll } from './worst.ts'

/** In bytes of UTF-8. The runner drops a summary above 1 MiB as a whole, and other steps' words come on top of ours. */
export const SUMMARY_BYTES = 900 * 1024

/** How much is shown. */
interface Extent {
  readonly green: boolean
  /** How many of the cases in trouble, over all suites. */
  readonly worst: number
  readonly eachSuite: boolean
}

/** From all there is to what always fits. */
const EXTENTS: readonly Extent[] = [
  { green: true, worst: Number.POSITIVE_INFINITY, eachSuite: true },
  { green: false, worst: Number.POSITIVE_INFINITY, eachSuite: true },
  { green: false, worst: 200, eachSuite: true },
  { green: false, worst: 20, eachSuite: true },
  { green: false, worst: 0, eachSuite: true },
]
const TOTALS_ONLY: Extent = { green: false, worst: 0, eachSuite: false }

/**
 * The outcome as Markdown for `GITHUB_STEP_SUMMARY`, at most {@link SUMMARY_BYTES}. What does not fit is left out in
 * steps: the passing cases, all but the worst 200, all but the worst 20, all cases, all suites; and the page says so.
 */
export function summary(outcome: StepOutcome, links: ReportLinks = {}): string {
  const worst = worstOfAll(outcome)
  for (const extent of EXTENTS.filter((each) => leastBytes(outcome, worst, each) <= SUMMARY_BYTES)) {
    const text = joinWithin(page(outcome, links, worst, extent), SUMMARY_BYTES)
    if (text !== undefined) return text
  }
  return [...page(outcome, links, worst, TOTALS_ONLY)].join('\n')
}

/** What no row of a table is shorter than, in bytes. */
const SHORTEST_ROW = '<tr><td><code></code></td></tr>'.length

/** So that what can never fit is not begun. */
function leastBytes({ suites }: StepOutcome, worst: readonly SuiteCase[], extent: Extent): number {
  const all = suites.reduce((sum, { results }) => sum + (results?.cases.length ?? 0), 0)
  return SHORTEST_ROW * (extent.green ? all : Math.min(worst.length, extent.worst))
}

/** The lines as one text, or nothing as soon as they are too many: the rest is then never made. */
function joinWithin(lines: Iterable<string>, bytes: number): string | undefined {
  const taken: string[] = []
  let size = 0
  for (const line of lines) {
    size += Buffer.byteLength(line) + 1
    if (size > bytes) return undefined
    taken.push(line)
  }
  return taken.join('\n')
}

function* page(outcome: StepOutcome, links: ReportLinks, worst: readonly SuiteCase[], extent: Extent): Generator<string> {
  yield* opening(outcome, { heading: 'h2' })
  yield* facts(outcome, links)
  yield* omission(outcome, extent)
  yield* findingsTable(outcome)
  yield* changes(outcome, extent.worst > 0)
  yield* countsTable(outcome, extent.eachSuite)
  yield* suitesChart(outcome)
  if (extent.worst > 0) yield* sections(outcome, worst, extent)
  yield* trend(outcome)
}

function* facts(outcome: StepOutcome, links: ReportLinks): Generator<string> {
  const alone = outcome.suites.length === 1 ? outcome.suites[0] : undefined
  const run = alone === undefined ? '' : `${runFacts(alone)}<br>`
  yield* blocks(`<p>${run}${stepFacts(outcome, links).join(' · ')}</p>`)
}

function stepFacts(outcome: StepOutcome, links: ReportLinks): string[] {
  const { provider, gate, suites, startedAt, finishedAt } = outcome
  return [
    ...reportLinks(links),
    ...(provider === '' ? [] : [`Provider ${foreign(provider)}`]),
    ...(isJudged(outcome) && gate !== '' ? [`Gate: ${sentence(gate)}`] : []),
    ...(suites.length === 1 ? [] : [timeSpan(Math.max(0, finishedAt - startedAt))]),
  ]
}

function* omission(outcome: StepOutcome, extent: Extent): Generator<string> {
  if (extent.green) return
  const why = 'everything would be more than a job summary can hold'
  yield* blocks(`<p>✂️ ${leftOut(outcome, extent)}, because ${why}. The artifact has it all.</p>`)
}

function leftOut(outcome: StepOutcome, { worst, eachSuite }: Extent): string {
  if (worst === 0) return eachSuite ? 'Only counts are shown' : 'Only counts are shown, those of all suites together'
  const { failed, errored } = sumCounts(outcome.suites)
  return worst < failed + errored
    ? `Only the worst ${wholeNumber(worst)} of ${wholeNumber(failed + errored)} cases that failed or could not be run are shown`
    : 'Cases that passed or were skipped are not listed'
}

/** So many cases stand open on a page, or nobody would scroll to what follows; of each suite at least a few. */
const OPEN_CASES = 25
const LEAST_OPEN = 3
/** More suites than this are folded where they passed. */
const OPEN_PASSED = 5

function* sections(outcome: StepOutcome, worst: readonly SuiteCase[], extent: Extent): Generator<string> {
  const chosen = worst.slice(0, extent.worst).map(({ each }) => each)
  const view: SectionExtent = {
    green: extent.green,
    open: Math.max(LEAST_OPEN, Math.floor(OPEN_CASES / new Set(worst.map(({ suite }) => suite)).size)),
    alone: outcome.suites.length === 1,
    mode: outcome.mode,
    noun: outcome.noun || 'cases',
    told: outcome.suites.length === 1 ? outcome.reasons : [],
    ...(chosen.length < worst.length && { worst: new Set(chosen) }),
  }
  const ordered = outcome.suites.toSorted((left, right) => gravity(left.conclusion) - gravity(right.conclusion))
  const passed = ordered.filter(({ conclusion }) => conclusion === 'passed')
  const folded = passed.length > OPEN_PASSED ? passed : []
  for (const suite of ordered.slice(0, ordered.length - folded.length)) yield* suiteSection(suite, view)
  if (folded.length > 0) yield* details(`✅ ${wholeNumber(folded.length)} suites passed`, sectionsOf(folded, view))
}

function* sectionsOf(suites: readonly SuiteOutcome[], view: SectionExtent): Generator<string> {
  for (const suite of suites) yield* suiteSection(suite, view)
}

function* trend(outcome: StepOutcome): Generator<string> {
  const lines = [...trendChart(outcome)]
  if (lines.length > 0) yield* blocks(`<h3>Trend of ${foreign(outcome.baseline?.branch ?? '')}</h3>`)
  yield* lines
}
