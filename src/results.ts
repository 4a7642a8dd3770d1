/** The one shape that every vendor's answer becomes, and the few pure functions on it. */

/** How one case ended. `error`: it could not be run or judged, so nobody knows. */
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
}

/** One turn of a conversation; hostile. */
export interface Turn {
  readonly speaker: string
  readonly text: string
}

/** Numbers of cases; `total` is the sum of passed, failed, errored and skipped. */
export interface Counts {
  readonly total: number
  readonly passed: number
  readonly failed: number
  readonly errored: number
  readonly skipped: number
  readonly flaky: number
}

/** The metrics of a run; each from 0 to 1, absent where the vendor gave none. */
export interface Metrics {
  readonly f1?: number
  readonly precision?: number
  readonly recall?: number
  /** The mean of the scores that a judge gave; no gate is put on it. */
  readonly averageScore?: number
}

/** What a finished run came to. */
export interface Results {
  /** In the vendor's order. May be fewer than `counts.total` where the vendor gave counts without rows. */
  readonly cases: readonly Case[]
  readonly counts: Counts
  readonly metrics: Metrics
  /** The vendor's other figures, for the reports: `TP` → `12`. */
  readonly figures: ReadonlyMap<string, string>
  /** Why the run is a failure as a whole, whatever the gate lets pass. */
  readonly failure?: string
  /** Why nothing that the vendor tells can be taken for this run, in a sentence that stands alone. Forbids a pass. */
  readonly doubt?: string
  /** Each a sentence that says where the vendor contradicts itself or is not whole. Any of them forbids a pass. */
  readonly contradictions: readonly string[]
  /** Each a sentence worth telling that does not change the verdict. */
  readonly warnings: readonly string[]
}

/** Every way a step or a suite can end, as in the output `conclusion`. */
export type Conclusion = 'passed' | 'failed' | 'inconclusive' | 'timed-out' | 'cancelled' | 'error' | 'skipped' | 'started'

/** All conclusions by the contract's order, the worst first. */
const WORST_FIRST: readonly Conclusion[] = [
  'error',
  'cancelled',
  'timed-out',
  'inconclusive',
  'failed',
  'skipped',
  'started',
  'passed',
]

/** Where the conclusion stands among all others; 0 is the worst. */
export function gravity(conclusion: Conclusion): number {
  return WORST_FIRST.indexOf(conclusion)
}

/** Whose trouble an `error` is, as in the output `error-kind`. */
export type ErrorKind = 'config' | 'auth' | 'network' | 'rate-limit' | 'vendor' | 'contract' | 'security' | 'internal'

/** What became of one suite in this step. */
export interface SuiteOutcome {
  /** The name as the workflow's author wrote it. */
  readonly suite: string
  readonly runId?: string
  readonly runUrl?: string
  readonly conclusion: Conclusion
  readonly errorKind?: ErrorKind
  /** Sentences in our own words, the most important first; never empty. */
  readonly reasons: readonly string[]
  /** What the vendor said to it, in the vendor's words; hostile. */
  readonly said?: string
  /** Absent when the run gave no result. */
  readonly results?: Results
  /** Paths below the report directory, with `/`, of the vendor's files that were kept. */
  readonly files: readonly string[]
  /** From the start to the terminal state, in milliseconds. */
  readonly durationMs: number
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
  /** One sentence in our own words, at most 500 characters, without line breaks. */
  readonly message: string
  /** What the message is made of: sentences in our own words, the most important first, of any length. */
  readonly reasons: readonly string[]
  /** What the gate asked for, in words: `100 % of the cases must pass`. */
  readonly gate: string
  readonly suites: readonly SuiteOutcome[]
  /** Wall-clock milliseconds since 1970. */
  readonly startedAt: number
  readonly finishedAt: number
}

const NO_COUNTS: Counts = { total: 0, passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0 }

/** Counts the cases by status. */
export function countCases(cases: readonly Case[]): Counts {
  const having = (status: CaseStatus): number => cases.filter((each) => each.status === status).length
  return {
    total: cases.length,
    passed: having('passed'),
    failed: having('failed'),
    errored: having('error'),
    skipped: having('skipped'),
    flaky: cases.filter((each) => each.flaky).length,
  }
}

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

/** The lowest value of each metric over all suites: the figure that a gate over several suites has to look at. */
export function worstMetrics(suites: readonly SuiteOutcome[]): Metrics {
  const given = suites.flatMap(({ results }) => (results === undefined ? [] : [results.metrics]))
  return metricsOf((name) => {
    const values = given.flatMap((metrics) => metrics[name] ?? [])
    return values.length === 0 ? undefined : Math.min(...values)
  })
}

/** Metrics of the values that are there. */
export function metricsOf(value: (name: keyof Metrics) => number | undefined): Metrics {
  return Object.fromEntries(METRICS.flatMap((name) => (value(name) === undefined ? [] : [[name, value(name)]])))
}

/**
 * Gives repeated names ` (2)`, ` (3)` … in the order they come, so that each is unique. A name that already looks like
 * such a one is counted on until it is free.
 */
export function uniqueNames(names: readonly string[]): string[] {
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

/** The results with every text of the vendor changed, such as redacted; names stay unique. */
export function mapTexts(results: Results, change: (text: string) => string): Results {
  const names = uniqueNames(results.cases.map(({ name }) => change(name)))
  return {
    ...results,
    cases: results.cases.map((each, index) => mapCase(each, names[index] ?? '', change)),
    figures: mapValues(results.figures, change),
    contradictions: results.contradictions.map(change),
    warnings: results.warnings.map(change),
  }
}

function mapCase(each: Case, name: string, change: (text: string) => string): Case {
  const checks = each.checks.map(({ what, expected, found, passed }) => ({
    what: change(what),
    expected: change(expected),
    found: change(found),
    passed,
  }))
  const facts = mapValues(each.facts, change)
  const turns = each.turns?.map(({ speaker, text }) => ({ speaker: change(speaker), text: change(text) }))
  return {
    ...each,
    name,
    checks,
    facts,
    ...(each.message !== undefined && { message: change(each.message) }),
    ...(turns !== undefined && { turns }),
  }
}

function mapValues(map: ReadonlyMap<string, string>, change: (text: string) => string): ReadonlyMap<string, string> {
  return new Map([...map].map(([key, value]) => [key, change(value)]))
}
