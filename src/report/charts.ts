/**
 * Charts in Mermaid's language, which GitHub draws in summaries. Nothing foreign comes into one but the letters and digits of
 * suites' names, since what else could be in it is Mermaid's to know. Colours that can be told apart on light and on dark.
 */
import { wholeNumber } from '../count-words.ts'
import { type Baseline, hasWholeResults, passRateOf, type StepOutcome, type SuiteOutcome, worstMetrics } from '../outcome.ts'
import { METRICS, type Metrics, uniqueNames } from '../results.ts'
import { cut } from '../untrusted.ts'
import { day, METRIC_TITLES } from './figures.ts'

const MOST_SUITES = 30
const LABEL_CHARACTERS = 24
const WIDTH = 950

/** A colour with the sign that stands for it in the line below a chart. */
interface Colour {
  readonly code: string
  readonly sign: string
}

const GREEN: Colour = { code: '#2da44e', sign: '🟩' }
const YELLOW: Colour = { code: '#d4a72c', sign: '🟨' }
const RED: Colour = { code: '#cf222e', sign: '🟥' }
const LINES: readonly Colour[] = [
  GREEN,
  { code: '#4493f8', sign: '🟦' },
  { code: '#fb8f44', sign: '🟧' },
  { code: '#a371f7', sign: '🟪' },
  { code: '#8d6e63', sign: '🟫' },
]

/**
 * How much of each suite passed, failed or could not be run. Only where there are several suites and not all is green: else the
 * numbers say as much. A suite with partial results has no bar: its cases that had ended are not all of it.
 */
export function* suitesChart({ suites }: StepOutcome): Generator<string> {
  const judged = suites.flatMap(shareOf)
  if (judged.length < 2 || judged.every(({ passed }) => passed === 100)) return
  const shown = judged.length > MOST_SUITES ? worstShares(judged) : judged
  const labels = uniqueNames(shown.map(({ label }) => label))
  // The bars cover each other: what is seen of the last of them is what passed, of the first what failed.
  yield* chart(70 + 30 * shown.length, [RED, YELLOW, GREEN], 'xychart-beta horizontal', [
    `x-axis [${labels.map((label) => `"${label}"`).join(', ')}]`,
    'y-axis "% of the cases" 0 --> 100',
    `bar [${shown.map(() => 100).join(', ')}]`,
    `bar [${shown.map(({ passed, errored }) => rounded(passed + errored)).join(', ')}]`,
    `bar [${shown.map(({ passed }) => rounded(passed)).join(', ')}]`,
  ])
  const some = shown.length < judged.length ? ` · the worst ${shown.length} of ${wholeNumber(judged.length)} suites` : ''
  yield* caption(`${GREEN.sign} passed · ${YELLOW.sign} could not be run · ${RED.sign} failed${some}`)
}

/** A suite's cases in per cent of those that passed, failed or could not be run. */
interface Share {
  readonly label: string
  readonly passed: number
  readonly errored: number
}

function shareOf(outcome: SuiteOutcome, index: number): Share[] {
  const { passed = 0, failed = 0, errored = 0 } = outcome.results?.counts ?? {}
  const all = passed + failed + errored
  if (all === 0 || !hasWholeResults(outcome)) return []
  return [{ label: label(outcome.suite, index), passed: (100 * passed) / all, errored: (100 * errored) / all }]
}

function worstShares(shares: readonly Share[]): Share[] {
  return shares.toSorted((left, right) => left.passed - right.passed).slice(0, MOST_SUITES)
}

/** Letters, digits and what joins them: nothing that Mermaid could take for its own. */
function label(name: string, index: number): string {
  const harmless = name.replace(/[^\p{L}\p{N}._-]+/gu, ' ').trim()
  return harmless === '' ? `suite ${index + 1}` : cut(harmless, LABEL_CHARACTERS)
}

/** One point of a trend: what the chart shows of a run. */
interface Point {
  readonly label: string
  readonly passRate: number
  readonly metrics: Metrics
}

/** Pass rate and metrics of the branch's last runs and of this one; nothing with fewer than two runs to compare with. */
export function* trendChart(outcome: StepOutcome): Generator<string> {
  const points = [...(outcome.baseline === undefined ? [] : earlierPoints(outcome.baseline)), ...pointOf(outcome)]
  if ((outcome.baseline?.trend.length ?? 0) < 2 || points.length < 2) return
  const given = METRICS.filter((name) => points.every(({ metrics }) => metrics[name] !== undefined))
  const series = [
    { title: 'pass rate', values: points.map((point) => point.passRate) },
    ...given.map((name) => ({
      title: METRIC_TITLES[name],
      values: points.map(({ metrics }) => rounded(100 * (metrics[name] ?? 0))),
    })),
  ]
  const lowest = Math.min(...series.flatMap(({ values }) => values))
  yield* chart(220, LINES.slice(0, series.length), 'xychart-beta', [
    `x-axis [${uniqueNames(points.map((point) => point.label))
      .map((text) => `"${text}"`)
      .join(', ')}]`,
    `y-axis "%" ${Math.max(0, 10 * Math.floor((lowest - 1) / 10))} --> 100`,
    ...series.map(({ values }) => `line [${values.join(', ')}]`),
  ])
  yield* caption(`In per cent: ${series.map(({ title }, index) => `${LINES[index]?.sign} ${title}`).join(' · ')}`)
}

function earlierPoints({ trend }: Baseline): Point[] {
  return trend.flatMap((point) =>
    point.passRate === undefined ? [] : [{ label: day(point.finishedAt), passRate: point.passRate, metrics: point.metrics }],
  )
}

function pointOf({ suites }: StepOutcome): Point[] {
  const rate = passRateOf(suites)
  return rate === undefined ? [] : [{ label: 'this run', passRate: rate, metrics: worstMetrics(suites) }]
}

function rounded(percent: number): number {
  return Math.floor(percent * 100) / 100
}

function* chart(height: number, colours: readonly Colour[], kind: string, lines: readonly string[]): Generator<string> {
  const plotColorPalette = colours.map(({ code }) => code).join(', ')
  const xyChart = { backgroundColor: 'transparent', plotColorPalette }
  yield '```mermaid'
  yield `%%{init: ${JSON.stringify({ xyChart: { width: WIDTH, height }, themeVariables: { xyChart } })}}%%`
  yield kind
  for (const line of lines) yield `  ${line}`
  yield '```'
  yield ''
}

function caption(markup: string): string[] {
  return [`<p>${markup}</p>`, '']
}
