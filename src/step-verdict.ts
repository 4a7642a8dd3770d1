/** From the suites of a step to its verdict. Pure. */
import { gravity, type SuiteOutcome } from './outcome.ts'
import type { Case } from './results.ts'
import type { Judgement, Policy } from './verdict.ts'
import { matchesWildcard } from './wildcard.ts'

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

/** The reasons of a suite, each with its name where there are several; a long name leaves room for the reason. */
export function suiteReasons({ suite, reasons }: SuiteOutcome, suites: number): string[] {
  return suites === 1 ? [...reasons] : reasons.map((reason) => `${shortened(suite)}: ${reason}`)
}

/** What `must-pass` asks for and the cases do not keep, in sentences: a wildcard has to match something, and all that it matches has to pass, in quarantine or not. */
export function brokenMustPass(suites: readonly SuiteOutcome[], patterns: readonly string[]): string[] {
  if (patterns.length === 0) return []
  const cases = suites.flatMap(({ results }) => named(results?.cases ?? []))
  return patterns.flatMap((pattern) => {
    const isMatch = (name: string): boolean => matchesWildcard(name.normalize(), pattern.normalize())
    const matched = cases.filter(({ names }) => names.some(isMatch))
    const broken = matched.find(({ each }) => each.status !== 'passed')?.each
    if (matched.length === 0) return [`must-pass asks for ${quoted(pattern)}, which is not among the cases`]
    if (broken === undefined) return []
    const excuse = broken.quarantine === undefined ? '' : ', and must-pass goes before quarantine'
    return [`must-pass asks for ${quoted(pattern)}, which ${HOW[broken.status]}${excuse}`]
  })
}

/** Cases that the vendor calls by the same name are told apart by a number; who asks for the name asks for all of them. */
function named(cases: readonly Case[]): { readonly each: Case; readonly names: readonly string[] }[] {
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
  return `"${shortened(text)}"`
}

const LONGEST_NAME = 60

/** A name for a sentence: a long one must not push the fact and the remedy out of it. */
function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= LONGEST_NAME ? name : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`
}
