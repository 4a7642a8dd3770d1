/** The outputs of the step, as the contract names them. Pure. */
import { type Comparison, passRateOf, type StepOutcome, sumCounts, worstMetrics } from './outcome.ts'
import { perSuite, runIds } from './run-id.ts'

/** Every output, in the order of the contract. One without a value is empty. */
export const OUTPUTS = [
  'conclusion',
  'error-kind',
  'message',
  'run-id',
  'run-url',
  'total',
  'passed',
  'failed',
  'errored',
  'skipped',
  'flaky',
  'quarantined',
  'pass-rate',
  'f1',
  'precision',
  'recall',
  'average-score',
  'regressions',
  'fixed',
  'duration-seconds',
  'report-directory',
  'ctrf-path',
  'junit-path',
  'artifact-id',
  'artifact-url',
] as const

/** The name of an output. */
export type Output = (typeof OUTPUTS)[number]

/** The outputs that follow from the outcome alone. Counts are given only when some suite has results, be they partial. */
export function outcomeOutputs(outcome: StepOutcome): ReadonlyMap<Output, string> {
  const { suites } = outcome
  const counted = suites.some(({ results }) => results !== undefined)
  const counts = sumCounts(suites)
  const metrics = worstMetrics(suites)
  const comparisons = suites.flatMap(({ comparison }) => comparison ?? [])
  const figure = (value: number | undefined): string => (value === undefined ? '' : String(value))
  const count = (value: number): string => (counted ? String(value) : '')
  return new Map<Output, string>([
    ['conclusion', outcome.conclusion],
    ['error-kind', outcome.errorKind ?? ''],
    ['message', outcome.message],
    ['run-id', runIds(suites.map(({ runId }) => runId))],
    ['run-url', perSuite(suites.map(({ runUrl }) => runUrl))],
    ['total', count(counts.total)],
    ['passed', count(counts.passed)],
    ['failed', count(counts.failed)],
    ['errored', count(counts.errored)],
    ['skipped', count(counts.skipped)],
    ['flaky', count(counts.flaky)],
    ['quarantined', count(counts.quarantined)],
    ['pass-rate', passRateOf(suites)?.toFixed(2) ?? ''],
    ['f1', figure(metrics.f1)],
    ['precision', figure(metrics.precision)],
    ['recall', figure(metrics.recall)],
    ['average-score', figure(metrics.averageScore)],
    ['regressions', figure(sumOf(comparisons, ({ regressions }) => regressions.length))],
    ['fixed', figure(sumOf(comparisons, ({ fixed }) => fixed.length))],
    [
      'duration-seconds',
      suites.length === 0 ? '' : String(Math.round(Math.max(...suites.map(({ durationMs }) => durationMs)) / 1000)),
    ],
  ])
}

/** Undefined where nothing was compared. */
function sumOf(comparisons: readonly Comparison[], count: (comparison: Comparison) => number): number | undefined {
  return comparisons.length === 0 ? undefined : comparisons.reduce((sum, comparison) => sum + count(comparison), 0)
}
