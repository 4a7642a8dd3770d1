/** What `report.html` carries for its script, which makes the page of it. Absent is what has nothing to say. */
import type { Conclusion, Finding } from '../../outcome.ts'
import type { Case, CaseStatus, Counts, Metrics } from '../../results.ts'

/** All of the page. Texts are the vendor's wherever a case or a figure is told, and hostile. */
export interface PageData {
  readonly provider?: string
  /** What the provider calls its cases, in the plural. */
  readonly noun: string
  readonly conclusion: Conclusion
  /** The conclusion in words, without a sign. */
  readonly verdict: string
  readonly message: string
  readonly reasons: readonly string[]
  readonly advice?: string
  readonly gate?: string
  /** In UTC, to the minute. */
  readonly finished: string
  readonly durationMs: number
  readonly total: FiguresData
  readonly suites: readonly SuiteData[]
  readonly baseline?: BaselineData
  /** A sentence, and below it lines to be copied, where there are any. */
  readonly noBaseline?: string
  readonly findings?: readonly Finding[]
  /** Texts of cases are cut to so many characters, which is when the page would be too heavy with all of them. */
  readonly textLimit?: number
  readonly cases: readonly CaseData[]
}

/** Counts and metrics of a suite or of all of them. */
export interface FiguresData extends Counts {
  /** Per cent, rounded down to two decimals. */
  readonly passRate?: number
  readonly metrics: Metrics
}

/** A suite without its cases. */
export interface SuiteData {
  readonly name: string
  readonly verdict: string
  readonly conclusion: Conclusion
  readonly runId?: string
  /** An address of the web. */
  readonly runUrl?: string
  readonly reasons: readonly string[]
  readonly said?: string
  readonly durationMs: number
  readonly figures?: FiguresData
  /** How many of the cases that the vendor counted have a row. */
  readonly listed: number
  /** The vendor's other figures. */
  readonly more: readonly Pair[]
  readonly contradictions: readonly string[]
  readonly warnings: readonly string[]
  readonly files: readonly string[]
  readonly log?: LogData
  readonly artifact?: ArtifactData
  /** Absent, like the changes of metrics, where the suite was compared with nothing. */
  readonly gone?: readonly string[]
  readonly metricChanges?: readonly MetricChangeData[]
}

/** The end of a suite's log, or all of it. */
export interface LogData {
  /** The parts of the log with their lines as one text, in order. */
  readonly parts: readonly Pair[]
  /** How many lines there are in the parts. */
  readonly lines: number
  /** How many lines were left out before them. */
  readonly leftOut: number
  /** Where the whole log was kept, one of the suite's files. */
  readonly file?: string
}

/** The artifact of the job that judged a suite. */
export interface ArtifactData {
  readonly name: string
  /** An address of the web. */
  readonly url?: string
}

/** A name of the vendor's, or a speaker, with its text. */
export type Pair = readonly [name: string, text: string]

/** A metric on both sides, from 0 to 1. */
interface MetricChangeData {
  readonly name: keyof Metrics
  readonly before: number
  readonly now: number
  readonly regressed: boolean
}

/** What the step is compared with. */
export interface BaselineData {
  readonly branch: string
  /** An address of the web. */
  readonly url?: string
  /** Oldest first. */
  readonly trend: readonly TrendData[]
}

/** One run of the baseline's branch. */
export interface TrendData {
  /** In UTC, to the minute. */
  readonly finished: string
  /** An address of the web. */
  readonly url?: string
  readonly passRate?: number
  readonly metrics: Metrics
}

/** How a case stands against the baseline. */
export type Change = 'regression' | 'fixed' | 'still failing' | 'new'

/** A case; `flaky`, `tries`, `checks`, `facts` and `turns` are absent where they say nothing. */
export interface CaseData {
  /** What follows `#` in its link: the same in every run that has a case of this name in this suite. */
  readonly link: string
  /** The position of its suite. */
  readonly suite: number
  readonly name: string
  readonly status: CaseStatus
  readonly message?: string
  readonly durationMs?: number
  readonly flaky?: true
  readonly tries?: number
  readonly checks?: readonly CheckData[]
  readonly facts?: readonly Pair[]
  readonly turns?: readonly Pair[]
  readonly quarantine?: NonNullable<Case['quarantine']>
  readonly place?: NonNullable<Case['place']>
  readonly change?: Change
}

/** A check, as a list since there can be half a million of them. */
export type CheckData = readonly [what: string, expected: string, found: string, passed: boolean]
