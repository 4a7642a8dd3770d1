/** The one shape that every vendor's answer becomes, and the few pure functions on it. */

/** How one case ended. `error`: it could not be run or judged, so nobody knows. `skipped`: it was not run, or had not ended when the step did. */
export type CaseStatus = 'passed' | 'failed' | 'error' | 'skipped'

/** One thing that was checked within a case. All texts are the vendor's and hostile until escaped. */
export interface Check {
  /** What was checked, such as `intent` or `entity Date`. */
  readonly what: string
  readonly expected: string
  readonly found: string
  readonly passed: boolean
}

/** One test case: an utterance, a step, a resource or a scenario, whatever the vendor counts. */
export interface Case {
  /** Unique inside its suite; see {@link uniqueNames}. */
  readonly name: string
  readonly status: CaseStatus
  /** Why it is not green, in one sentence where there is one. */
  readonly message?: string
  /** In milliseconds. */
  readonly durationMs?: number
  /** Passed, but not at the first try. */
  readonly flaky: boolean
  /** At least 1. */
  readonly tries: number
  readonly checks: readonly Check[]
  /** Further facts of the vendor on this case, in the order to show them: `Result type` → `False Positive`. */
  readonly facts: ReadonlyMap<string, string>
  /** The conversation of the case, where the vendor gives it. */
  readonly turns?: readonly Turn[]
  /** Only on a failed case, whose failure then does not count. */
  readonly quarantine?: Quarantine
  /** Where the case is written in the repository, when it was sent from there. */
  readonly place?: Place
}

/** Why the failure of a case does not count, as the step's quarantine file says. */
export interface Quarantine {
  readonly reason: string
  /** The last day on which it holds, as `2026-12-31`. */
  readonly expires: string
}

/** A line of a file of the repository. */
export interface Place {
  /** Relative to the workspace, with `/`. */
  readonly path: string
  /** From 1. */
  readonly line: number
}

/** One turn of a conversation; hostile. */
export interface Turn {
  readonly speaker: string
  readonly text: string
}

/** A line of the vendor's own log; hostile. */
export interface LogLine {
  /** The part of the log that it stands in, by its name. */
  readonly section: string
  readonly text: string
}

/** The log that a vendor keeps of a run, for people: no verdict rests on it. */
export interface RunLog {
  /** In order. Where not all of them are here, these are the last. */
  readonly lines: readonly LogLine[]
  /** How many lines were left out before them. */
  readonly leftOut: number
}

/** Lines that follow each other in the same section, as that section and its texts. */
export function sectionsOf(lines: readonly LogLine[]): (readonly [section: string, texts: readonly string[]])[] {
  const sections: [string, string[]][] = []
  for (const { section, text } of lines) {
    const last = sections.at(-1)
    if (last?.[0] === section) last[1].push(text)
    else sections.push([section, [text]])
  }
  return sections
}

/** The whole log is kept under this name beside the vendor's other files, so that reports can say where it is. */
export const LOG_FILE = 'logs.txt'

/** Numbers of cases; `total` is the sum of passed, failed, errored, skipped and quarantined. */
export interface Counts {
  readonly total: number
  readonly passed: number
  readonly failed: number
  readonly errored: number
  readonly skipped: number
  readonly flaky: number
  /** Failed, and not counted as such. */
  readonly quarantined: number
}

/** The metrics of a run; each from 0 to 1, absent where the vendor gave none. */
export interface Metrics {
  readonly f1?: number
  readonly precision?: number
  readonly recall?: number
  /** The mean of the scores that a judge gave; no gate is put on it. */
  readonly averageScore?: number
}

/** What a finished run came to, or what is known of one that the step left before its end. */
export interface Results {
  /** In the vendor's order. May be fewer than `counts.total` where the vendor gave counts without rows. */
  readonly cases: readonly Case[]
  readonly counts: Counts
  readonly metrics: Metrics
  /** The vendor's other figures, for the reports: `TP` → `12`. */
  readonly figures: ReadonlyMap<string, string>
  /**
   * Set where the step ended before the run did: cases that had not ended are skipped. Nothing is made of such results but
   * counts: no verdict, rate, metric or comparison, since those that end first are no measure of the others.
   */
  readonly isPartial?: true
  /** Why the run is a failure as a whole, whatever the gate lets pass. */
  readonly failure?: string
  /** Why nothing that the vendor tells can be taken for this run, in a sentence that stands alone. Forbids a pass. */
  readonly doubt?: string
  /** Each a sentence that says where the vendor's results are inconsistent or incomplete. Any of them forbids a pass. */
  readonly contradictions: readonly string[]
  /** Each a sentence worth telling that does not change the verdict. */
  readonly warnings: readonly string[]
  /** The log of the run, where the vendor gives one once it is over; a provider may give all of it. */
  readonly log?: RunLog
}

/** Whether a case failed, or nobody knows since it could not be run. */
export function isInTrouble({ status }: Pick<Case, 'status'>): boolean {
  return status === 'failed' || status === 'error'
}

/** The same, and not known to fail: what a reader has to look at. */
export function isUnexcused({ status, quarantine }: Case): boolean {
  return isInTrouble({ status }) && quarantine === undefined
}

/** Counts the cases by status. */
export function countCases(cases: readonly Case[]): Counts {
  const quarantined = cases.filter(({ quarantine }) => quarantine !== undefined).length
  const having = (status: CaseStatus): number => cases.filter((each) => each.status === status).length
  return {
    total: cases.length,
    passed: having('passed'),
    failed: having('failed') - quarantined,
    errored: having('error'),
    skipped: having('skipped'),
    flaky: cases.filter((each) => each.flaky).length,
    quarantined,
  }
}

/**
 * The share of passed cases in per cent of passed and failed ones, rounded **down** to two decimals, so that
 * 99.997 never reads 100. Undefined when none passed or failed.
 */
export function passRate(counts: Counts): number | undefined {
  const ran = counts.passed + counts.failed
  return ran === 0 ? undefined : Math.floor((counts.passed * 10_000) / ran) / 100
}

/** The names of all metrics. */
export const METRICS = ['f1', 'precision', 'recall', 'averageScore'] as const

/** Metrics of the values that are there. */
export function metricsOf(value: (name: keyof Metrics) => number | undefined): Metrics {
  return Object.fromEntries(METRICS.flatMap((name) => (value(name) === undefined ? [] : [[name, value(name)]])))
}

/**
 * Gives repeated names ` (2)`, ` (3)` … in the order they come, so that each is unique. A name that already looks like
 * such a one is counted on until it is free.
 */
export function uniqueNames(names: readonly string[]): readonly string[] {
  if (new Set(names).size === names.length) return names
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return names.map((name) => {
    let number = next.get(name) ?? 1
    let candidate = number === 1 ? name : `${name} (${number})`
    while (taken.has(candidate)) candidate = `${name} (${++number})`
    next.set(name, number + 1)
    taken.add(candidate)
    return candidate
  })
}
