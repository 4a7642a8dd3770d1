/** The table of counts and metrics: one row, or one for each suite and one for all of them. */
import { type StepOutcome, type SuiteOutcome, sumCounts, worstMetrics } from '../outcome.ts'
import { type Counts, METRICS, type Metrics, passRate } from '../results.ts'
import { verdictWords } from './advice.ts'
import { METRIC_TITLES, score, wholeNumber } from './figures.ts'
import { type Cell, foreign, row, titleRow } from './markup.ts'

interface Figures {
  readonly counts?: Counts | undefined
  readonly metrics: Metrics
}

interface Column {
  readonly title: string
  /** Whether it is worth its place, by the figures of all suites; always when absent. */
  when?(total: Figures): boolean
  value(figures: Figures): string | undefined
}

const COLUMNS: readonly Column[] = [
  { title: 'Cases', value: ({ counts }) => shown(counts?.total) },
  { title: 'Passed', value: ({ counts }) => shown(counts?.passed) },
  { title: 'Failed', value: ({ counts }) => shown(counts?.failed) },
  { title: 'Errored', value: ({ counts }) => shown(counts?.errored), when: ({ counts }) => (counts?.errored ?? 0) > 0 },
  { title: 'Skipped', value: ({ counts }) => shown(counts?.skipped), when: ({ counts }) => (counts?.skipped ?? 0) > 0 },
  {
    title: 'Quarantined',
    value: ({ counts }) => shown(counts?.quarantined),
    when: ({ counts }) => (counts?.quarantined ?? 0) > 0,
  },
  { title: 'Flaky', value: ({ counts }) => shown(counts?.flaky), when: ({ counts }) => (counts?.flaky ?? 0) > 0 },
  { title: 'Pass&nbsp;rate', value: ({ counts }) => percent(counts) },
  ...METRICS.map(metricColumn),
]

const SUITE_TITLES: readonly Cell[] = [{ markup: 'Suite' }, { markup: 'Verdict' }]

/**
 * Counts, pass rate, and the metrics that there are; nothing when no suite has results. `eachSuite` gives a row to every
 * suite where there are several; the row for all of them has the worst metrics, which a gate looks at.
 */
export function* countsTable({ suites, mode }: StepOutcome, eachSuite: boolean): Generator<string> {
  const withResults = suites.filter(({ results }) => results !== undefined)
  const apart = eachSuite && suites.length > 1
  if (withResults.length === 0 && !apart) return
  const total: Figures = { counts: withResults.length === 0 ? undefined : sumCounts(suites), metrics: worstMetrics(suites) }
  const columns = COLUMNS.filter(({ when }) => when?.(total) ?? true)
  yield '<table>'
  yield titleRow([...(apart ? SUITE_TITLES : []), ...columns.map(({ title }) => ({ markup: title }))])
  if (apart) for (const suite of suites) yield row([...suiteCells(suite, mode), ...figureCells(figuresOf(suite), columns)])
  const label = apart ? [{ markup: '<b>All suites</b>', columns: 2 }] : []
  yield row([...label, ...figureCells(total, columns)])
  yield '</table>'
  yield ''
}

function suiteCells({ suite, conclusion }: SuiteOutcome, mode: string): Cell[] {
  return [{ markup: foreign(suite) }, { markup: verdictWords(conclusion, mode).replaceAll(' ', '&nbsp;') }]
}

function figuresOf({ results }: SuiteOutcome): Figures {
  return { counts: results?.counts, metrics: results?.metrics ?? {} }
}

function figureCells(figures: Figures, columns: readonly Column[]): Cell[] {
  return columns.map(({ value }) => ({ markup: value(figures) ?? '–', align: 'right' }))
}

function metricColumn(name: keyof Metrics): Column {
  const value = ({ metrics }: Figures) => {
    const metric = metrics[name]
    return metric === undefined ? undefined : score(metric)
  }
  return { title: METRIC_TITLES[name], value, when: (total) => value(total) !== undefined }
}

function shown(count: number | undefined): string | undefined {
  return count === undefined ? undefined : wholeNumber(count)
}

function percent(counts: Counts | undefined): string | undefined {
  const rate = counts && passRate(counts)
  return rate === undefined ? undefined : `${rate}&nbsp;%`
}
