/** What became of a step and of its suites: what the verdict comes to, and all reports are made of. */
import { type Counts, type Metrics, metricsOf, passRate, type Results, type RunLog } from './results.ts'

/** Every way a step or a suite can end, as in the output `conclusion`; by the contract's order, the worst first. */
export const CONCLUSIONS = ['error', 'cancelled', 'timed-out', 'inconclusive', 'failed', 'skipped', 'started', 'passed'] as const

/** How a step or a suite ended. */
export type Conclusion = (typeof CONCLUSIONS)[number]

/** Where the conclusion stands among all others; 0 is the worst. */
export function gravity(conclusion: Conclusion): number {
  return CONCLUSIONS.indexOf(conclusion)
}

/** The conclusions that there are among these, each once, the worst first. */
export function byGravity(conclusions: readonly Conclusion[]): Conclusion[] {
  return [...new Set(conclusions)].toSorted((left, right) => gravity(left) - gravity(right))
}

/** Whose trouble an `error` can be, as in the output `error-kind`. */
export const ERROR_KINDS = ['config', 'auth', 'network', 'rate-limit', 'vendor', 'contract', 'security', 'internal'] as const

/** Whose trouble an `error` is. */
export type ErrorKind = (typeof ERROR_KINDS)[number]

/** What there was too little of to prove anything, where nothing else speaks against a pass. */
export type Lack = 'cases' | 'artifacts'

/** What became of one suite in this step. */
export interface SuiteOutcome {
  /** The name as the workflow's author wrote it. */
  readonly suite: string
  readonly runId?: string
  readonly runUrl?: string
  readonly conclusion: Conclusion
  readonly errorKind?: ErrorKind
  readonly lack?: Lack
  /** True where its run, whose id is known, may still be under way at the vendor. */
  readonly isUnderWay?: boolean
  /** Sentences in our own words, the most important first; never empty. */
  readonly reasons: readonly string[]
  /** What the vendor said to it, in the vendor's words; hostile. */
  readonly said?: string
  /** Absent when the run gave no result; partial where the step ended first. */
  readonly results?: Results
  /** The end of the vendor's log of the run, however the run ended; in no file of ours but `report.html`. */
  readonly log?: RunLog
  /** Paths below the report directory, with `/`, of the vendor's files that were kept. */
  readonly files: readonly string[]
  /** From the start to the terminal state, in milliseconds. */
  readonly durationMs: number
  /** Absent when there is no baseline with this suite. */
  readonly comparison?: Comparison
  /** Where its files are, when another job judged it. */
  readonly artifact?: ArtifactPage
}

/** An artifact of this workflow run. */
export interface ArtifactPage {
  readonly name: string
  readonly url: string
}

/** A suite against the baseline's run of it. The lists hold names of cases, in the order of the newer run. */
export interface Comparison {
  /** Passed on the baseline, and fails now or scores lower than the tolerance allows. */
  readonly regressions: readonly string[]
  readonly fixed: readonly string[]
  /** Fails now, and did not pass on the baseline either. */
  readonly stillFailing: readonly string[]
  /** Not on the baseline. */
  readonly added: readonly string[]
  /** Only on the baseline, in its order. */
  readonly gone: readonly string[]
  readonly metrics: readonly MetricChange[]
}

/** A metric on both sides, from 0 to 1. */
export interface MetricChange {
  readonly name: keyof Metrics
  readonly before: number
  readonly now: number
  /** Whether it fell by more than the tolerance although the cases are the same. */
  readonly regressed: boolean
}

/** The run that a step is compared with. */
export interface Baseline {
  readonly branch: string
  /** The page of that workflow run. */
  readonly runUrl: string
  /** The last runs of the branch, the newest last and being the one that is compared with. */
  readonly trend: readonly TrendPoint[]
}

/** What one run of the baseline's branch came to. */
export interface TrendPoint {
  /** Wall-clock milliseconds since 1970. */
  readonly finishedAt: number
  readonly runUrl: string
  /** Per cent; absent when no case was judged. */
  readonly passRate?: number
  readonly metrics: Metrics
}

/** One thing that mode `doctor` looked at; its texts are our own. */
export interface Finding {
  /** What was looked at: `network`, `suite Regression`. */
  readonly what: string
  /** `limited`: the check works, and something beside it does not. `unknown`: it cannot be checked without a run. */
  readonly state: 'holds' | 'broken' | 'limited' | 'unknown'
  /** What was seen, with the remedy where it does not hold. */
  readonly detail: string
  /** Whose trouble it is, where it is broken. */
  readonly errorKind?: ErrorKind
}

/** What became of the step: what all reports are made of. */
export interface StepOutcome {
  readonly provider: string
  /** What the provider calls its cases, in the plural; empty when there is no such provider. */
  readonly noun: string
  /** The input `mode`. */
  readonly mode: string
  readonly conclusion: Conclusion
  readonly errorKind?: ErrorKind
  readonly lack?: Lack
  /** One sentence in our own words, at most 500 characters, without line breaks. */
  readonly message: string
  /** What the message is made of: sentences in our own words, the most important first, of any length. */
  readonly reasons: readonly string[]
  /** What the gate asked for, in words: `100 % of the cases must pass`. */
  readonly gate: string
  readonly suites: readonly SuiteOutcome[]
  /** What mode `doctor` looked at; absent in all other modes. */
  readonly findings?: readonly Finding[]
  /** What the step is compared with. */
  readonly baseline?: Baseline
  /** Why there is nothing to compare with although it was asked for, in a sentence. */
  readonly noBaseline?: string
  /** Where it ran, as far as the runner tells. */
  readonly origin?: Origin
  /** Wall-clock milliseconds since 1970. */
  readonly startedAt: number
  readonly finishedAt: number
}

/** What tells a step from the others of its workflow run, and one try of it from the next. */
export interface Origin {
  /** The id of the job in the workflow file. */
  readonly job: string
  /** The place of the job in its matrix, from 0. */
  readonly index: number
  /** The id of the step in its job. */
  readonly step: string
  /** How often the workflow run was started, from 1. */
  readonly attempt: number
}

/** Whether the suite's run gave its results, and all of them. */
export function hasWholeResults({ results }: Pick<SuiteOutcome, 'results'>): boolean {
  return results !== undefined && results.isPartial !== true
}

/** Whether any suite gave its results, so that the gate had something to judge. */
export function isJudged({ suites }: Pick<StepOutcome, 'suites'>): boolean {
  return suites.some(hasWholeResults)
}

const NO_COUNTS: Counts = { total: 0, passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }

/** Adds the counts of several suites; suites without results add nothing. */
export function sumCounts(suites: readonly SuiteOutcome[]): Counts {
  return suites.reduce((sum, { results }) => (results === undefined ? sum : addCounts(sum, results.counts)), NO_COUNTS)
}

function addCounts(left: Counts, right: Counts): Counts {
  return {
    total: left.total + right.total,
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    errored: left.errored + right.errored,
    skipped: left.skipped + right.skipped,
    flaky: left.flaky + right.flaky,
    quarantined: left.quarantined + right.quarantined,
  }
}

/** The {@link passRate} over all suites; undefined also where the results of one are partial, since part of a suite has no rate. */
export function passRateOf(suites: readonly SuiteOutcome[]): number | undefined {
  return suites.some(({ results }) => results?.isPartial === true) ? undefined : passRate(sumCounts(suites))
}

/** The lowest value of each metric over all suites: the figure that a gate over several suites has to look at. */
export function worstMetrics(suites: readonly SuiteOutcome[]): Metrics {
  const given = suites.flatMap(({ results }) => (results === undefined ? [] : [results.metrics]))
  return metricsOf((name) => {
    const values = given.flatMap((metrics) => metrics[name] ?? [])
    return values.length === 0 ? undefined : Math.min(...values)
  })
}
