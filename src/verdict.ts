/** From results to a verdict, by the table of situations in the contract. Pure. */
import {
  type Case,
  type Conclusion,
  type Counts,
  type ErrorKind,
  gravity,
  type Metrics,
  passRate,
  type Results,
  type StepOutcome,
  type SuiteOutcome,
} from './results.ts'

const GATED = ['f1', 'precision', 'recall'] as const

/** A metric that a gate can be put on. */
export type GatedMetric = (typeof GATED)[number]

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
}

/** A conclusion with the sentences that lead to it, the most important first. */
export interface Judgement {
  readonly conclusion: Conclusion
  readonly errorKind?: ErrorKind
  readonly reasons: readonly string[]
}

/** Judges one suite by itself; `noun` is what its cases are called, in the plural. */
export function judgeSuite(results: Results, policy: Policy, noun: string): Judgement {
  if (results.doubt !== undefined) return { conclusion: 'inconclusive', reasons: [results.doubt] }
  const absent = missingMetrics(results.metrics, policy.minMetrics)
  if (absent.length > 0) {
    return {
      conclusion: 'error',
      errorKind: 'contract',
      reasons: absent.map((name) => `min-${name} is set, but the vendor's answer gives no ${name}`),
    }
  }
  const unclear = [
    ...[...results.contradictions, ...oddCounts(results)].map((fact) => `the vendor contradicts itself or is not whole: ${fact}`),
    ...tooFew(results.counts, policy, noun),
  ]
  if (unclear.length > 0) return { conclusion: 'inconclusive', reasons: unclear }
  const missed = [
    ...(results.failure === undefined ? [] : [results.failure]),
    ...missedCounts(results.counts, policy, noun),
    ...missedMetrics(results.metrics, policy.minMetrics),
  ]
  if (missed.length > 0) return { conclusion: 'failed', reasons: missed }
  const unrun = tooManyErrored(results.counts, policy, noun)
  if (unrun.length > 0) return { conclusion: 'inconclusive', reasons: [...unrun, ...results.warnings] }
  return { conclusion: 'passed', reasons: [passedSentence(results.counts, policy, noun)] }
}

/** What no provider should hand on: counts that do not add up, or that hide a row that failed. */
function oddCounts({ counts, cases }: Results): string[] {
  const sum = counts.passed + counts.failed + counts.errored + counts.skipped
  const failed = cases.filter(({ status }) => status === 'failed').length
  return [
    ...(sum === counts.total ? [] : [`its counts add up to ${sum}, and not to ${counts.total}`]),
    ...(failed <= counts.failed ? [] : [`${failed} rows failed, and its counts say ${counts.failed}`]),
  ]
}

function tooFew(counts: Counts, { minTests }: Policy, noun: string): string[] {
  const run = counts.total - counts.skipped
  if (counts.total === 0) return [`there were no ${noun}, so nothing was proved`]
  if (run === 0) return [`all ${counts.total} ${noun} were skipped, so nothing was proved`]
  if (run < minTests) return [`only ${run} ${noun} ran, and min-tests asks for ${minTests}`]
  return []
}

function tooManyErrored({ passed, failed, errored }: Counts, { maxErrored, minTests }: Policy, noun: string): string[] {
  if (errored > maxErrored) return [`${errored} ${noun} could not be run or judged, and max-errored allows ${maxErrored}`]
  if (passed + failed < minTests) return [`only ${passed + failed} ${noun} could be judged, and min-tests asks for ${minTests}`]
  return []
}

function missedCounts(counts: Counts, { minPassRate, maxFailures }: Policy, noun: string): string[] {
  const { passed, failed } = counts
  const share = `${failed} of ${passed + failed} ${noun} failed`
  const missed: string[] = []
  if (failed > 0 && !isAtLeast(passed, passed + failed, minPassRate))
    missed.push(`${share}; the check needs ${minPassRate} % to pass${rateNote(counts)}`)
  if (maxFailures !== undefined && failed > maxFailures) missed.push(`${share}; max-failures allows ${maxFailures}`)
  return missed
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

function passedSentence({ passed, failed, skipped, errored }: Counts, { minPassRate }: Policy, noun: string): string {
  const beside = [
    ...(errored > 0 ? [`${errored} could not be run, which max-errored allows`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join('; ')
  const note = beside === '' ? '' : ` (${beside})`
  if (failed === 0 && passed > 1) return `all ${passed} ${noun} that ran passed${note}`
  if (failed === 0) return `1 of 1 ${noun} passed${note}`
  return `${passed} of ${passed + failed} ${noun} passed; the check needs ${minPassRate} %${note}`
}

/** Judges the step: the worst suite, and where runs were judged the cases of `must-pass` over all suites. */
export function judgeStep(suites: readonly SuiteOutcome[], policy: Policy, mode = 'run'): Judgement {
  const demanded = mode === 'run' || mode === 'collect' ? brokenMustPass(suites, policy.mustPass) : []
  const found = [...suites.map(({ conclusion }) => conclusion), ...(demanded.length > 0 ? (['failed'] as const) : [])]
  const [conclusion = 'error'] = found.toSorted((left, right) => gravity(left) - gravity(right))
  const culprits = suites.filter((suite) => suite.conclusion === conclusion)
  const errorKind = conclusion === 'error' ? (culprits[0]?.errorKind ?? 'internal') : undefined
  const reasons = [
    ...(conclusion === 'failed' ? demanded : []),
    ...culprits.flatMap((suite) => suiteReasons(suite, suites.length)),
  ]
  return { conclusion, reasons, ...(errorKind !== undefined && { errorKind }) }
}

function suiteReasons({ suite, reasons }: SuiteOutcome, suites: number): string[] {
  return suites === 1 ? [...reasons] : reasons.map((reason) => `${suite}: ${reason}`)
}

/** A wildcard has to match something, and all that it matches has to pass. */
function brokenMustPass(suites: readonly SuiteOutcome[], patterns: readonly string[]): string[] {
  const cases = suites.flatMap(({ results }) => results?.cases ?? [])
  return patterns.flatMap((pattern) => {
    const matched = cases.filter(({ name }) => matchesWildcard(name.normalize(), pattern.normalize()))
    const broken = matched.find(({ status }) => status !== 'passed')
    if (matched.length === 0) return [`must-pass asks for ${quoted(pattern)}, which is not among the cases`]
    return broken === undefined ? [] : [`must-pass asks for ${quoted(pattern)}, which ${HOW[broken.status]}`]
  })
}

const HOW: Readonly<Record<Case['status'], string>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'could not be run or judged',
  skipped: 'was skipped',
}

function quoted(text: string): string {
  return `"${text}"`
}

/** Whether the whole name fits the pattern, in which `*` stands for any text. Linear, whatever the pattern. */
export function matchesWildcard(name: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*')
  if (others.length === 0) return name === pattern
  const last = others.pop() ?? ''
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false
  const end = name.length - last.length
  let from = first.length
  for (const part of others) {
    const at = name.indexOf(part, from)
    if (at < 0 || at + part.length > end) return false
    from = at + part.length
  }
  return true
}

/** The gate in words, for the reports: `100 % of the utterances must pass`. */
export function describeGate(policy: Policy, noun: string): string {
  const { minPassRate, maxFailures, maxErrored, minTests, minMetrics, mustPass } = policy
  const metrics = GATED.flatMap((name) => (minMetrics[name] === undefined ? [] : [`${name} at least ${minMetrics[name]}`]))
  return [
    `${minPassRate} % of the ${noun} must pass`,
    ...(maxFailures === undefined ? [] : [`at most ${maxFailures} may fail`]),
    ...(maxErrored === 0 ? [] : [`at most ${maxErrored} may be in error`]),
    ...(minTests === 1 ? [] : [`at least ${minTests} must run`]),
    ...metrics,
    ...(mustPass.length === 0 ? [] : [`${mustPass.length} named in must-pass must pass`]),
  ].join('; ')
}

/** Whether a step that ended so may exit with 0. */
export function isGreen({ conclusion, mode }: Pick<StepOutcome, 'conclusion' | 'mode'>): boolean {
  if (conclusion === 'cancelled') return mode === 'cancel'
  return conclusion === 'passed' || conclusion === 'skipped' || conclusion === 'started'
}
