/** From what other jobs found out to one outcome: which of their steps count, what each comes to, and the verdict for all. Pure. */
import { countOf, firstOf, isOrAre, wasOrWere } from './count-words.ts'
import { judges } from './modes.ts'
import { newestAttempts } from './newest-attempts.ts'
import {
  type ArtifactPage,
  type Baseline,
  byGravity,
  type Conclusion,
  gravity,
  type StepOutcome,
  type SuiteOutcome,
} from './outcome.ts'
import { readmitted } from './quarantine.ts'
import { uniqueNames } from './results.ts'
import { brokenMustPass } from './step-verdict.ts'
import { brief } from './untrusted.ts'
import type { Judgement } from './verdict.ts'

/** What a step of another job left in its artifact. */
export type JudgedStep = Pick<
  StepOutcome,
  | 'provider'
  | 'noun'
  | 'mode'
  | 'conclusion'
  | 'errorKind'
  | 'reasons'
  | 'suites'
  | 'baseline'
  | 'origin'
  | 'startedAt'
  | 'finishedAt'
>

/** An artifact with its step, or with the reason why it holds none: the end of a sentence of ours. */
export type ReadArtifact =
  | { readonly artifact: ArtifactPage; readonly step: JudgedStep }
  | { readonly artifact: ArtifactPage; readonly step?: never; readonly reason: string }

/** What the reporting step asks for. */
export interface MergeWish {
  /** How many artifacts there must be. */
  readonly expected: number
  /** Names of cases, `*` as wildcard. */
  readonly mustPass: readonly string[]
  /** Which attempt of the workflow run this is. */
  readonly attempt: number
}

/** All steps as one. */
interface Merged extends Pick<StepOutcome, 'provider' | 'noun' | 'suites' | 'baseline'> {
  readonly judgement: Judgement
  /** Sentences for the log: what was left out, and why. */
  readonly notes: readonly string[]
  /** Sentences good to know for whoever reads the verdict. */
  readonly notices: readonly string[]
  /** Sentences worth a warning that do not change the verdict. */
  readonly warnings: readonly string[]
}

/** Merges what was read. Each step keeps the verdict of its own job; the worst of them is that of all. */
export function merge(read: readonly ReadArtifact[], wish: MergeWish): Merged {
  const possible = read.map((each) => withoutFuture(each, wish.attempt))
  const { kept, replaced, copies, found } = newestAttempts(possible.filter((each) => !isReport(each)))
  const steps = kept.flatMap(({ step }) => step ?? [])
  const suites = namedApart(kept.map(suitesOf)).map((suite) => withDemanded(suite, wish.mustPass))
  const missing = found < wish.expected ? [missingSentence(found, wish.expected, kept)] : []
  const demanded = brokenMustPass(suites, wish.mustPass)
  return {
    provider: distinct(steps.map(({ provider }) => provider)).join(', '),
    noun: commonNoun(steps),
    ...commonBaseline(steps),
    suites,
    judgement: judgeAll(suites, { missing, demanded, unproven: kept.flatMap(unprovenSentence) }),
    notes: [
      ...possible.filter(isReport).map(({ artifact }) => `${artifact.name} is itself a report: left out`),
      ...replaced.map(({ artifact }) => `${artifact.name} is from an earlier attempt: left out`),
      ...copies.map(({ artifact }) => `${artifact.name} is a copy of another artifact: left out`),
    ],
    notices: earlierNotice(steps, wish.attempt),
    warnings: found > wish.expected ? [`${found} artifacts, but expected-artifacts is ${wish.expected}; was a job added?`] : [],
  }
}

/** What this step asks for is shown as failed, also where its own job had it in quarantine; the verdict of the job stays. */
function withDemanded(suite: SuiteOutcome, mustPass: readonly string[]): SuiteOutcome {
  return suite.results === undefined ? suite : { ...suite, results: readmitted(suite.results, mustPass) }
}

function isReport({ step }: ReadArtifact): boolean {
  return step?.mode === 'report'
}

/** Whoever claims a later attempt than there is would replace what a true one says. */
function withoutFuture(read: ReadArtifact, attempt: number): ReadArtifact {
  const claimed = read.step?.origin?.attempt ?? 0
  if (claimed <= attempt) return read
  return { artifact: read.artifact, reason: `it claims attempt ${claimed}, but this is attempt ${attempt}` }
}

/** A job that was not run again is fine; one that was, and died, cannot be told from it. */
function earlierNotice(steps: readonly JudgedStep[], attempt: number): string[] {
  const earlier = steps.filter(({ origin }) => origin !== undefined && origin.attempt < attempt).length
  if (earlier === 0) return []
  const fact = `this is attempt ${attempt}, and ${earlier} of ${countOf(steps.length, 'artifacts')} ${isOrAre(earlier)} from an earlier one`
  return [`${fact}: ${earlier === 1 ? 'its job was' : 'their jobs were'} not run again, or left nothing this time`]
}

function missingSentence(found: number, expected: number, kept: readonly ReadArtifact[]): string {
  const names = kept.length === 0 ? '' : ` (from ${kept.map((each) => brief(labelOf(each))).join(', ')})`
  return `only ${found} of ${countOf(expected, 'expected artifacts')} ${isOrAre(expected === 1 ? 1 : found)} there${names}; a job that died or never ran leaves none`
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))]
}

function commonNoun(steps: readonly JudgedStep[]): string {
  const [first, ...others] = distinct(steps.map(({ noun }) => noun))
  return first === undefined || others.length > 0 ? 'cases' : first
}

/** Each job looks for its own, and those of one branch are seldom of two runs; how a single job developed is not how all did. */
function commonBaseline(steps: readonly JudgedStep[]): { baseline?: Baseline } {
  const [first, ...others] = steps.flatMap(({ baseline }) => baseline ?? [])
  if (first === undefined || others.some(({ branch }) => branch !== first.branch)) return {}
  return { baseline: { ...first, trend: [] } }
}

/** The suites of an artifact, and where they do not tell all of it, one more that stands for the step. */
function suitesOf(read: ReadArtifact): { label: string; suites: readonly SuiteOutcome[] } {
  const label = labelOf(read)
  const { artifact, step } = read
  const own = (conclusion: Conclusion, reasons: readonly string[], more: Partial<SuiteOutcome> = {}): SuiteOutcome => {
    return { ...more, suite: label, conclusion, reasons, files: [], durationMs: 0, artifact }
  }
  const unproven = unprovenSentence(read)
  if (unproven.length > 0) return { label, suites: [own('inconclusive', unproven)] }
  if (step === undefined) return { label, suites: [] }
  const suites = step.suites.map((suite) => ({ ...suite, files: [], artifact }))
  if (suites.some(({ conclusion }) => conclusion === step.conclusion)) return { label, suites }
  const { conclusion, reasons, errorKind } = step
  return { label, suites: [own(conclusion, reasons, errorKind === undefined ? {} : { errorKind }), ...suites] }
}

/** That an artifact holds no verdict, and why; none where it holds one. */
function unprovenSentence(read: ReadArtifact): string[] {
  const wrong = read.step === undefined ? read.reason : noVerdict(read.step)
  return wrong === undefined ? [] : [`the artifact ${brief(read.artifact.name)} has no verdict: ${wrong}`]
}

/** Why what a step says of itself is no verdict; nothing when it is one. */
function noVerdict({ mode, conclusion, suites }: JudgedStep): string | undefined {
  if (!judges(mode)) return `it comes from mode ${mode}, which judges nothing`
  if (conclusion === 'started' || suites.some((suite) => suite.conclusion === 'started')) return 'the run was only started'
  const worse = suites.find((suite) => gravity(suite.conclusion) < gravity(conclusion))
  if (worse !== undefined) return `it reports ${conclusion} overall but ${worse.conclusion} for suite ${brief(worse.suite)}`
  const hollow = suites.find((suite) => suite.conclusion === 'passed' && !provesSomething(suite))
  if (hollow !== undefined)
    return `it reports suite ${brief(hollow.suite)} as passed although no case ran, or its run had not ended`
  return conclusion === 'passed' && suites.length === 0 ? 'it reports passed without any suite' : undefined
}

function provesSomething({ results }: SuiteOutcome): boolean {
  return results !== undefined && results.isPartial !== true && results.counts.total > results.counts.skipped
}

/** What a step is called where its suites' names do not tell it from others. */
function labelOf({ artifact, step }: ReadArtifact): string {
  if (step?.origin === undefined) return artifact.name
  const { job, index } = step.origin
  return `${job}-${index}`
}

/** A name that suites of several artifacts have gets its job in front; what is then still the same is numbered. */
function namedApart(told: readonly { label: string; suites: readonly SuiteOutcome[] }[]): SuiteOutcome[] {
  const uses = new Map<string, number>()
  for (const { suites } of told)
    for (const name of new Set(suites.map(({ suite }) => suite))) uses.set(name, (uses.get(name) ?? 0) + 1)
  const named = told.flatMap(({ label, suites }) =>
    suites.map((suite) => ((uses.get(suite.suite) ?? 0) > 1 ? { ...suite, suite: `${label}: ${suite.suite}` } : suite)),
  )
  const names = uniqueNames(named.map(({ suite }) => suite))
  return named.map((suite, index) => ({ ...suite, suite: names[index] ?? suite.suite }))
}

/** How several suites that ended so are told. */
const ENDED: Readonly<Record<Conclusion, string>> = {
  error: 'ended in an error',
  cancelled: 'were cancelled',
  'timed-out': 'timed out',
  inconclusive: 'are inconclusive',
  failed: 'failed',
  skipped: 'were NOT TESTED',
  started: 'were only started',
  passed: 'passed',
}

/** What speaks against a pass besides the suites, in sentences of ours. */
interface Objections {
  /** Of artifacts that are not there. */
  readonly missing: readonly string[]
  /** Of cases that `must-pass` asks for. */
  readonly demanded: readonly string[]
  /** Of artifacts without a verdict, each of which has an inconclusive suite. */
  readonly unproven: readonly string[]
}

/** In our own words: the reasons that other jobs gave stand with their suites. */
function judgeAll(suites: readonly SuiteOutcome[], { missing, demanded, unproven }: Objections): Judgement {
  const found: Conclusion[] = [
    ...suites.map(({ conclusion }) => conclusion),
    ...(missing.length > 0 ? (['inconclusive'] as const) : []),
    ...(demanded.length > 0 ? (['failed'] as const) : []),
  ]
  const [conclusion = 'inconclusive', ...milder] = byGravity(found)
  const culprit = suites.find((suite) => suite.conclusion === conclusion)
  const errorKind = conclusion === 'error' ? (culprit?.errorKind ?? 'internal') : undefined
  const first = conclusion === 'inconclusive' ? missing : conclusion === 'failed' ? demanded : []
  const reasons = [
    ...first,
    ...headline(suites, conclusion),
    ...(conclusion === 'inconclusive' ? unproven : []),
    ...milder.filter((each) => each !== 'passed').flatMap((each) => headline(suites, each)),
    ...[...missing, ...demanded].filter((each) => !first.includes(each)),
  ]
  const lacks = conclusion === 'inconclusive' && missing.length > 0
  return { conclusion, reasons, ...(errorKind !== undefined && { errorKind }), ...(lacks && { lack: 'artifacts' }) }
}

/** How many suites ended so, and where not all did, which. */
function headline(suites: readonly SuiteOutcome[], conclusion: Conclusion): string[] {
  const names = suites.filter((suite) => suite.conclusion === conclusion).map(({ suite }) => brief(suite))
  const [only] = names
  if (only === undefined) return []
  if (suites.length === 1) return [`the suite ${only} ${endedAs(conclusion, 1)}`]
  if (names.length === suites.length) return [`all ${countOf(names.length, 'suites')} ${endedAs(conclusion, names.length)}`]
  const share = `${names.length} of ${countOf(suites.length, 'suites')}`
  return [`${share} ${endedAs(conclusion, names.length)}: ${firstOf(names, MOST_NAMED)}`]
}

const MOST_NAMED = 3

function endedAs(conclusion: Conclusion, suites: number): string {
  return ENDED[conclusion].replace(/^were /, `${wasOrWere(suites)} `).replace(/^are /, `${isOrAre(suites)} `)
}
