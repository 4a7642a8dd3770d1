/** From results to a verdict, by the table of situations in the contract. Pure. */
import { countOf, isOrAre, singular, wasOrWere, wholeNumber } from './count-words.ts'
import { isStopWanted } from './modes.ts'
import type { Comparison, Conclusion, ErrorKind, Lack, StepOutcome } from './outcome.ts'
import { type Counts, type Metrics, passRate, type Results } from './results.ts'

const GATED = ['f1', 'precision', 'recall'] as const

/** A metric that a gate can be put on. */
type GatedMetric = (typeof GATED)[number]

/** What a check can be red for. */
export const FAIL_ON = ['failures', 'regressions'] as const

/** What the gate asks for. */
export interface Policy {
  /** Per cent of passed among passed and failed cases, 0 to 100. */
  readonly minPassRate: number
  readonly maxErrored: number
  readonly maxFailures: number | undefined
  /** At least 1. */
  readonly minTests: number
  /** The least value of each metric, 0 to 1. */
  readonly minMetrics: Readonly<Record<GatedMetric, number | undefined>>
  /** Case names, `*` as wildcard. */
  readonly mustPass: readonly string[]
  /** With a baseline, `regressions` takes the place of `minPassRate`. */
  readonly failOn: (typeof FAIL_ON)[number]
}

/** The baseline that a suite is held against. */
export interface Against {
  readonly branch: string
  /** How much a score or metric may fall, from 0 to 1. */
  readonly tolerance: number
  /** What differs; or in a clause why this suite cannot be compared. */
  readonly comparison: Comparison | string
}

/** A conclusion with the sentences that lead to it, the most important first. */
export interface Judgement {
  readonly conclusion: Conclusion
  readonly errorKind?: ErrorKind
  readonly lack?: Lack
  readonly reasons: readonly string[]
}

/** Judges one suite by itself, against the baseline where there is one; `noun` is what its cases are called, in the plural. */
export function judgeSuite(results: Results, policy: Policy, noun: string, against?: Against): Judgement {
  if (results.doubt !== undefined) return { conclusion: 'inconclusive', reasons: [results.doubt] }
  const absent = missingMetrics(results.metrics, policy.minMetrics)
  if (absent.length > 0) {
    return {
      conclusion: 'error',
      errorKind: 'contract',
      reasons: absent.map((name) => `min-${name} is set, but the vendor's answer gives no ${name}`),
    }
  }
  const contradictions = [...results.contradictions, ...oddCounts(results)]
  const few = tooFew(results.counts, policy, noun)
  if (contradictions.length > 0 || few.length > 0) {
    const torn = contradictions.map((fact) => `the vendor's results are inconsistent or incomplete: ${fact}`)
    return { conclusion: 'inconclusive', reasons: [...torn, ...few], ...(torn.length === 0 && { lack: 'cases' }) }
  }
  const compared = policy.failOn === 'regressions' ? against : undefined
  const missed = [
    ...(results.failure === undefined ? [] : [results.failure]),
    ...(isComparison(compared) ? regressionsIn(compared, results.counts, noun) : missedRate(results.counts, policy, noun)),
    ...missedMaximum(results.counts, policy, noun),
    ...missedMetrics(results.metrics, policy.minMetrics),
  ]
  if (missed.length > 0) return { conclusion: 'failed', reasons: [...missed, ...incomparableNote(compared)] }
  const unrun = tooManyErrored(results.counts, policy, noun)
  if (unrun.length > 0) return { conclusion: 'inconclusive', reasons: [...unrun, ...results.warnings] }
  return {
    conclusion: 'passed',
    reasons: [passedSentence(results.counts, policy, noun, compared), ...incomparableNote(compared)],
  }
}

type Compared = Against & { readonly comparison: Comparison }

function isComparison(against: Against | undefined): against is Compared {
  return against !== undefined && typeof against.comparison !== 'string'
}

function incomparableNote(against: Against | undefined): string[] {
  if (against === undefined || isComparison(against)) return []
  return [`treated as fail-on: failures, because ${against.comparison}`]
}

function regressionsIn({ branch, tolerance, comparison }: Compared, { passed, failed }: Counts, noun: string): string[] {
  const { regressions, metrics } = comparison
  const now = regressions.length === 1 ? 'it passed' : 'they passed'
  const worse = regressions.length === 1 ? 'now fails or scores too much lower' : 'now fail or score too much lower'
  const share = shareOf(regressions.length, passed + failed, noun)
  return [
    ...(regressions.length === 0 ? [] : [`${share} regressed: ${now} on ${branch}, and ${worse}`]),
    ...metrics.flatMap(({ name, before, now, regressed }) =>
      regressed
        ? [`${METRIC_WORDS[name]} fell from ${before} on ${branch} to ${now}; regression-tolerance allows ${tolerance}`]
        : [],
    ),
  ]
}

const METRIC_WORDS = { f1: 'f1', precision: 'precision', recall: 'recall', averageScore: 'the average score' } as const

/** `1 of 3 cases`, `all 3 cases`, `the only case`: the beginning of a sentence whose verb goes with both numbers. */
function shareOf(part: number, whole: number, noun: string): string {
  if (part < whole) return partOf(part, whole, noun)
  return whole === 1 ? `the only ${singular(noun)}` : `all ${countOf(whole, noun)}`
}

function partOf(part: number, whole: number, noun: string): string {
  return `${wholeNumber(part)} of ${countOf(whole, noun)}`
}

/** What no provider should hand on: counts that do not add up, or that hide a row that failed. */
function oddCounts({ counts, cases }: Results): string[] {
  const sum = counts.passed + counts.failed + counts.errored + counts.skipped + counts.quarantined
  const failed = cases.filter(({ status }) => status === 'failed').length
  return [
    ...(sum === counts.total ? [] : [`its counts add up to ${wholeNumber(sum)}, not ${wholeNumber(counts.total)}`]),
    ...(failed <= counts.failed + counts.quarantined
      ? []
      : [`${countOf(failed, 'rows')} failed, but its counts say ${wholeNumber(counts.failed + counts.quarantined)}`]),
  ]
}

function tooFew({ total, skipped, quarantined }: Counts, { minTests }: Policy, noun: string): string[] {
  const run = total - skipped
  if (total === 0) return [`there were no ${noun}, so nothing was proved`]
  if (run === 0) return [`${shareOf(total, total, noun)} ${wasOrWere(total)} skipped, so nothing was proved`]
  if (run === quarantined)
    return [`${shareOf(run, run, noun)} that ran failed and ${isOrAre(run)} in quarantine, so nothing was proved`]
  if (run < minTests) return [`only ${countOf(run, noun)} ran, and min-tests asks for ${minTests}`]
  return []
}

/** What is in quarantine ran and was judged; by itself it proves nothing. */
function tooManyErrored(counts: Counts, { maxErrored, minTests }: Policy, noun: string): string[] {
  const { passed, failed, errored, quarantined } = counts
  if (errored > maxErrored) return [`${countOf(errored, noun)} could not be run or judged, and max-errored allows ${maxErrored}`]
  const judged = passed + failed + quarantined
  if (judged < minTests) return [`only ${countOf(judged, noun)} could be judged, and min-tests asks for ${minTests}`]
  if (judged === quarantined) return [`only the quarantined ${noun} could be judged, so nothing was proved`]
  return []
}

function missedRate(counts: Counts, { minPassRate }: Policy, noun: string): string[] {
  const { passed, failed } = counts
  if (failed === 0 || isAtLeast(passed, passed + failed, minPassRate)) return []
  return [`${failedShare(counts, noun)}; the check needs ${minPassRate} % to pass${rateNote(counts)}`]
}

function missedMaximum(counts: Counts, { maxFailures }: Policy, noun: string): string[] {
  if (maxFailures === undefined || counts.failed <= maxFailures) return []
  return [`${failedShare(counts, noun)}; max-failures allows ${maxFailures}`]
}

/** With what the rate leaves out, since the table below counts it too. */
function failedShare(counts: Counts, noun: string): string {
  const { passed, failed } = counts
  return `${partOf(failed, passed + failed, noun)} failed${uncounted(counts, 'not counted: ')}`
}

/** What the rate leaves out, in brackets; `note` goes behind the cases that could not be run. */
function uncounted({ errored, skipped, quarantined }: Counts, title: string, note = ''): string {
  const beside = [
    ...(errored > 0 ? [`${wholeNumber(errored)} could not be run${note}`] : []),
    ...(quarantined > 0 ? [`${wholeNumber(quarantined)} failed in quarantine`] : []),
    ...(skipped > 0 ? [`${wholeNumber(skipped)} skipped`] : []),
  ]
  return beside.length === 0 ? '' : ` (${title}${beside.join('; ')})`
}

function rateNote(counts: Counts): string {
  const rate = passRate(counts)
  return rate === undefined || rate === 0 ? '' : `, and ${rate} % did`
}

/** Exact: whether `part` of `whole` is at least `percent`. Whole numbers only, since 0.1 + 0.2 is not 0.3. */
export function isAtLeast(part: number, whole: number, percent: number): boolean {
  const [units = '0', decimals = ''] = plainDecimal(percent).split('.')
  const scale = 10n ** BigInt(decimals.length)
  return BigInt(part) * 100n * scale >= BigInt(units + decimals) * BigInt(whole)
}

function plainDecimal(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20) : text
}

function missingMetrics(given: Metrics, asked: Policy['minMetrics']): string[] {
  return GATED.filter((name) => asked[name] !== undefined && given[name] === undefined)
}

function missedMetrics(given: Metrics, asked: Policy['minMetrics']): string[] {
  return GATED.flatMap((name) => {
    const [is, least] = [given[name], asked[name]]
    return is !== undefined && least !== undefined && !(is >= least) ? [`${name} is ${is}; min-${name} asks for ${least}`] : []
  })
}

function passedSentence(counts: Counts, { minPassRate }: Policy, noun: string, against: Against | undefined): string {
  const { passed, failed, quarantined } = counts
  const note = uncounted(counts, '', ', which max-errored allows')
  if (isComparison(against)) {
    const share = `${partOf(passed, passed + failed, noun)} passed${note}`
    return `no regressions against ${against.branch}: ${share}${forgiven(failed, against)}`
  }
  if (failed === 0 && passed > 1) return `all ${countOf(passed, noun)} that ${quarantined > 0 ? 'count' : 'ran'} passed${note}`
  if (failed === 0) return `${partOf(passed, passed, noun)} passed${note}`
  return `${partOf(passed, passed + failed, noun)} passed; the check needs ${minPassRate} %${note}`
}

/** Why failures are no regressions: a case failed before too, or is new. Nothing where none failed. */
function forgiven(failed: number, { branch, comparison }: Compared): string {
  const old = Math.min(comparison.stillFailing.length, failed)
  const fresh = failed - old
  if (failed === 0) return ''
  if (failed === 1) return old === 1 ? `; the one that failed did not pass on ${branch} either` : '; the one that failed is new'
  const all = `the ${wholeNumber(failed)} that failed`
  if (fresh === 0) return `; ${all} did not pass on ${branch} either`
  if (old === 0) return `; ${all} are new`
  return `; of ${all}, ${wholeNumber(old)} did not pass on ${branch} either and ${wholeNumber(fresh)} ${isOrAre(fresh)} new`
}

/** The gate in words, for the reports: `100 % of the utterances must pass`, or `no regressions against main`. */
export function describeGate(policy: Policy, noun: string, baseline?: Pick<Against, 'branch' | 'tolerance'>): string {
  const { failOn, minPassRate, maxFailures, maxErrored, minTests, minMetrics, mustPass } = policy
  const metrics = GATED.flatMap((name) => (minMetrics[name] === undefined ? [] : [`${name} at least ${minMetrics[name]}`]))
  const rate = `${minPassRate} % of the ${noun} must pass`
  return [
    failOn === 'failures' || baseline === undefined ? rate : noRegressions(baseline),
    ...(maxFailures === undefined ? [] : [`at most ${maxFailures} may fail`]),
    ...(maxErrored === 0 ? [] : [`at most ${maxErrored} may be in error`]),
    ...(minTests === 1 ? [] : [`at least ${minTests} must run`]),
    ...metrics,
    ...(mustPass.length === 0 ? [] : [`${mustPass.length} named in must-pass must pass`]),
  ].join('; ')
}

function noRegressions({ branch, tolerance }: Pick<Against, 'branch' | 'tolerance'>): string {
  return `no regressions against ${branch}${tolerance === 0 ? '' : `, with scores and metrics at most ${tolerance} lower`}`
}

/** Whether a step that ended so may exit with 0. */
export function isGreen({ conclusion, mode }: Pick<StepOutcome, 'conclusion' | 'mode'>): boolean {
  return isStopWanted({ mode, conclusion }) || conclusion === 'passed' || conclusion === 'skipped' || conclusion === 'started'
}
