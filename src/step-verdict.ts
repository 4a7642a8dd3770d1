/** From the suites of a step to its verdict. Pure. */
import { judges } from './modes.ts'
import { byGravity, hasWholeResults, type SuiteOutcome } from './outcome.ts'
import type { Case, Results } from './results.ts'
import { brief } from './untrusted.ts'
import type { Judgement, Policy } from './verdict.ts'
import { matchesWildcard } from './wildcard.ts'

/** Judges the step: the worst suite, and where runs were judged the cases of `must-pass` over all suites. */
export function judgeStep(suites: readonly SuiteOutcome[], policy: Policy, mode = 'run'): Judgement {
  const demanded = judges(mode) ? unkept(suites, policy.mustPass) : []
  const found = [...suites.map(({ conclusion }) => conclusion), ...(demanded.length > 0 ? (['failed'] as const) : [])]
  const [conclusion = 'error'] = byGravity(found)
  const culprits = suites.filter((suite) => suite.conclusion === conclusion)
  const errorKind = conclusion === 'error' ? (culprits[0]?.errorKind ?? 'internal') : undefined
  const others = culprits.flatMap((suite) => suiteReasons(suite, suites.length))
  // A case that is not there is no news where a suite gave no cases at all, or not all by the names that they have.
  const isWhole = suites.every(hasWholeResults)
  const told = demanded.flatMap(({ sentence, isAbsent }) => (isAbsent && !isWhole && conclusion !== 'failed' ? [] : [sentence]))
  const reasons = conclusion === 'failed' ? [...told, ...others] : [...others, ...told]
  const [lack, ...otherLacks] = new Set(culprits.map((suite) => suite.lack))
  return {
    conclusion,
    reasons,
    ...(errorKind !== undefined && { errorKind }),
    ...(lack !== undefined && otherLacks.length === 0 && { lack }),
  }
}

/** The reasons of a suite, each with its name where there are several; a long name leaves room for the reason. */
function suiteReasons({ suite, reasons }: SuiteOutcome, suites: number): string[] {
  return suites === 1 ? [...reasons] : reasons.map((reason) => `${brief(suite)}: ${reason}`)
}

/** What `must-pass` asks for and the cases do not keep, in sentences: a wildcard has to match something, and all that it matches has to pass, in quarantine or not. Nothing is said of a case that had not ended when the step did. */
export function brokenMustPass(suites: readonly SuiteOutcome[], patterns: readonly string[]): string[] {
  const isOpen = suites.some(({ results }) => results?.isPartial === true)
  return unkept(suites, patterns).flatMap(({ sentence, isAbsent }) => (isAbsent && isOpen ? [] : [sentence]))
}

/** A pattern of `must-pass` that the cases do not keep. */
interface Unkept {
  readonly sentence: string
  /** Whether no case fits it. */
  readonly isAbsent: boolean
}

function unkept(suites: readonly SuiteOutcome[], patterns: readonly string[]): Unkept[] {
  if (patterns.length === 0) return []
  const cases = suites.flatMap(({ results }) => (results === undefined ? [] : askable(results)))
  return patterns.flatMap((pattern): Unkept[] => {
    const matched = cases.filter(({ names }) => names.some((name) => isMatch(name, pattern)))
    const broken = matched.find(({ each, isOpen }) => each.status !== 'passed' && !isOpen)?.each
    if (matched.length === 0)
      return [{ sentence: `must-pass asks for ${quoted(pattern)}, which is not among the cases`, isAbsent: true }]
    if (broken === undefined) return []
    return [{ sentence: `must-pass asks for ${quoted(pattern)}, which ${HOW[broken.status]}`, isAbsent: false }]
  })
}

/** The cases with their names, and whether nobody knows yet how each will end: that keeps no pattern, and breaks none. */
function askable({ cases, isPartial }: Results): (Named & { readonly isOpen: boolean })[] {
  return named(cases).map((one) => ({ ...one, isOpen: isPartial === true && one.each.status === 'skipped' }))
}

/** Those of the cases of a suite that `must-pass` asks for. */
export function demandedOf(cases: readonly Case[], patterns: readonly string[]): ReadonlySet<Case> {
  const isDemanded = ({ names }: Named): boolean => patterns.some((pattern) => names.some((name) => isMatch(name, pattern)))
  return new Set(patterns.length === 0 ? [] : named(cases).flatMap((one) => (isDemanded(one) ? [one.each] : [])))
}

function isMatch(name: string, pattern: string): boolean {
  return matchesWildcard(name.normalize(), pattern.normalize())
}

/** A case with all names that it can be asked for by. */
interface Named {
  readonly each: Case
  readonly names: readonly string[]
}

/** Cases that the vendor calls by the same name are told apart by a number; who asks for the name asks for all of them. */
function named(cases: readonly Case[]): Named[] {
  const all = new Set(cases.map(({ name }) => name))
  return cases.map((each) => {
    const first = each.name.replace(/ \(\d+\)$/, '')
    return { each, names: all.has(first) ? [each.name, first] : [each.name] }
  })
}

const HOW: Readonly<Record<Case['status'], string>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'could not be run or judged',
  skipped: 'was skipped',
}

function quoted(text: string): string {
  return `"${brief(text)}"`
}
