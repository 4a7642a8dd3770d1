/** The job summary: what a reviewer sees, in the order of need, within what GitHub takes. */
import { type Case, gravity, type StepOutcome, sumCounts } from '../results.ts'
import { advice, verdictWords } from './advice.ts'
import { countsTable } from './counts-table.ts'
import { timeSpan, wholeNumber } from './figures.ts'
import { foreign, link, sentence } from './markup.ts'
import { capitalised, runFacts, sentences, suiteSection } from './suite-section.ts'
import { worstOfAll } from './worst.ts'

/** In bytes of UTF-8. The runner drops a summary above 1 MiB as a whole, and other steps' words come on top of ours. */
export const SUMMARY_BYTES = 900 * 1024

/** Where more can be found. */
export interface SummaryLinks {
  /** Absent before the upload, and in the copy that the artifact itself holds. */
  readonly artifactUrl?: string
}

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
export function summary(outcome: StepOutcome, links: SummaryLinks = {}): string {
  for (const extent of EXTENTS) {
    const text = joinWithin(page(outcome, links, extent), SUMMARY_BYTES)
    if (text !== undefined) return text
  }
  return [...page(outcome, links, TOTALS_ONLY)].join('\n')
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

function* page(outcome: StepOutcome, links: SummaryLinks, extent: Extent): Generator<string> {
  yield* opening(outcome, links)
  yield* omission(outcome, extent)
  yield* countsTable(outcome, extent.eachSuite)
  if (extent.worst > 0) yield* sections(outcome, extent)
}

function* opening(outcome: StepOutcome, links: SummaryLinks): Generator<string> {
  const { conclusion, message, reasons, suites } = outcome
  const [why = message, ...others] = reasons
  const alone = suites.length === 1 ? suites[0] : undefined
  yield* paragraph(`<h2>${verdictWords(conclusion, outcome.mode)}${alone === undefined ? '' : `: ${foreign(alone.suite)}`}</h2>`)
  yield* paragraph(`<p><b>${sentence(capitalised(why))}</b></p>`)
  yield* sentences(others)
  const todo = advice(outcome)
  if (todo !== undefined) yield* paragraph(`<p>${todo}</p>`)
  const run = alone === undefined ? '' : `${runFacts(alone)}<br>`
  yield* paragraph(`<p>${run}${stepFacts(outcome, links).join(' · ')}</p>`)
}

function stepFacts({ provider, gate, suites, startedAt, finishedAt }: StepOutcome, { artifactUrl }: SummaryLinks): string[] {
  const judged = suites.some(({ results }) => results !== undefined)
  return [
    ...(artifactUrl === undefined ? [] : [link('All files (artifact)', artifactUrl)]),
    `Provider ${foreign(provider)}`,
    ...(judged && gate !== '' ? [`Gate: ${sentence(gate)}`] : []),
    ...(suites.length === 1 ? [] : [timeSpan(Math.max(0, finishedAt - startedAt))]),
  ]
}

function* omission(outcome: StepOutcome, extent: Extent): Generator<string> {
  if (extent.green) return
  const why = 'everything would be more than a job summary can hold'
  yield* paragraph(`<p>✂️ ${leftOut(outcome, extent)}, because ${why}. The artifact has it all.</p>`)
}

function leftOut(outcome: StepOutcome, { worst, eachSuite }: Extent): string {
  if (worst === 0) return eachSuite ? 'Only counts are shown' : 'Only counts are shown, those of all suites together'
  const { failed, errored } = sumCounts(outcome.suites)
  return worst < failed + errored
    ? `Only the worst ${wholeNumber(worst)} of ${wholeNumber(failed + errored)} cases that failed or could not be run are shown`
    : 'Cases that passed or were skipped are not listed'
}

function* sections(outcome: StepOutcome, { green, worst }: Extent): Generator<string> {
  const alone = outcome.suites.length === 1
  const listed = Number.isFinite(worst) ? { worst: chosenCases(outcome, worst) } : {}
  const ordered = outcome.suites.toSorted((left, right) => gravity(left.conclusion) - gravity(right.conclusion))
  for (const suite of ordered)
    yield* suiteSection(suite, {
      green,
      alone,
      mode: outcome.mode,
      noun: outcome.noun || 'cases',
      told: alone ? outcome.reasons : [],
      ...listed,
    })
}

function chosenCases(outcome: StepOutcome, count: number): Set<Case> {
  const chosen = worstOfAll(outcome).slice(0, count)
  return new Set(chosen.map(({ each }) => each))
}

function paragraph(block: string): string[] {
  return [block, '']
}
