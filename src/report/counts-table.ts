/** Counts and metrics in tables: one row, or one for each suite and one for all of them. Few columns, since many do not fit a narrow screen. */
import { wholeNumber } from '../count-words.ts'
import { passRateOf, type StepOutcome, type SuiteOutcome, sumCounts, worstMetrics } from '../outcome.ts'
import { type Counts, METRICS, type Metrics } from '../results.ts'
import { verdictWords } from './advice.ts'
import { METRIC_TITLES, score } from './figures.ts'
import { type Cell, foreign, row, titleRow } from './markup.ts'

interface Figures {
  readonly counts: Counts | undefined
  /** In per cent. */
  readonly passRate: number | undefined
  readonly metrics: Metrics
}

interface Column {
  readonly title: string
  /** Undefined where it is not known. */
  value(figures: Figures): string | undefined
  /** Whether it says something, by the figures of all suites; where it has a value unless given. */
  when?(total: Figures): boolean
}

const COUNTS: readonly Column[] = [
  { title: 'Cases', value: ({ counts }) => shown(counts?.total) },
  countColumn('Passed', 'passed'),
  countColumn('Failed', 'failed'),
  countColumn('Errored', 'errored'),
  countColumn('Skipped', 'skipped'),
  countColumn('Quarantined', 'quarantined'),
  countColumn('Flaky', 'flaky'),
  { title: 'Pass&nbsp;rate', value: ({ passRate }) => percent(passRate) },
]

/**
 * Counts, pass rate, and the metrics that there are; nothing when no suite has results. `eachSuite` gives a row to every
 * suite where there are several; the row for all of them has the worst metrics, which a gate looks at. What is nothing, or
 * not known, in all suites has no column.
 */
export function* countsTable(outcome: StepOutcome, eachSuite: boolean): Generator<string> {
  const { suites } = outcome
  const total = figuresOf(suites)
  const counts = COUNTS.filter((column) => saysSomething(column, total))
  const metrics = METRICS.map(metricColumn).filter((column) => saysSomething(column, total))
  if (eachSuite && suites.length > 1) {
    yield* suitesTable(outcome, total, [...counts, ...metrics])
    return
  }
  yield* rowTable(total, counts)
  // Beside their difference they are told already.
  const compared =
    suites.length === 1 && suites[0]?.comparison !== undefined && suites[0].comparison.metrics.length >= metrics.length
  yield* rowTable(total, compared ? [] : metrics)
}

function saysSomething({ value, when }: Column, total: Figures): boolean {
  return when === undefined ? value(total) !== undefined : when(total)
}

function* rowTable(total: Figures, columns: readonly Column[]): Generator<string> {
  if (columns.length === 0) return
  yield* ['<table>', titleRow(titlesOf(columns)), row(figureCells(total, columns)), '</table>', '']
}

function* suitesTable({ suites, mode }: StepOutcome, total: Figures, columns: readonly Column[]): Generator<string> {
  yield '<table>'
  yield titleRow([{ markup: 'Suite' }, ...titlesOf(columns)])
  for (const suite of suites) yield row([suiteCell(suite, mode), ...figureCells(figuresOf([suite]), columns)])
  if (columns.length > 0) yield row([{ markup: '<b>All suites</b>' }, ...figureCells(total, columns)])
  yield '</table>'
  yield ''
}

function titlesOf(columns: readonly Column[]): Cell[] {
  return columns.map(({ title }) => ({ markup: title }))
}

/** The verdict stands below the name, where it takes no column. */
function suiteCell({ suite, conclusion }: SuiteOutcome, mode: string): Cell {
  return { markup: `${foreign(suite)}<br>${verdictWords(conclusion, mode).replaceAll(' ', '&nbsp;')}` }
}

function figuresOf(suites: readonly SuiteOutcome[]): Figures {
  const isCounted = suites.some(({ results }) => results !== undefined)
  return { counts: isCounted ? sumCounts(suites) : undefined, passRate: passRateOf(suites), metrics: worstMetrics(suites) }
}

function figureCells(figures: Figures, columns: readonly Column[]): Cell[] {
  return columns.map(({ value }) => ({ markup: value(figures) ?? '–', align: 'right' }))
}

function countColumn(title: string, name: keyof Counts): Column {
  return { title, value: ({ counts }) => shown(counts?.[name]), when: ({ counts }) => (counts?.[name] ?? 0) > 0 }
}

function metricColumn(name: keyof Metrics): Column {
  return {
    title: METRIC_TITLES[name],
    value({ metrics }) {
      const metric = metrics[name]
      return metric === undefined ? undefined : score(metric)
    },
  }
}

function shown(count: number | undefined): string | undefined {
  return count === undefined ? undefined : wholeNumber(count)
}

function percent(rate: number | undefined): string | undefined {
  return rate === undefined ? undefined : `${rate}&nbsp;%`
}
