/** Which cases a reader has to see first. */
import type { StepOutcome, SuiteOutcome } from '../outcome.ts'
import { type Case, type Check, isUnexcused } from '../results.ts'

/** A case with the suite that it belongs to. */
export interface SuiteCase {
  readonly suite: string
  readonly each: Case
}

/** The checks that were not met, in the vendor's order. */
export function failingChecks(each: Case): Check[] {
  return each.checks.filter((check) => !check.passed)
}

/**
 * The cases of a suite that failed or could not be run, the worst first: what passed on the baseline before what did not,
 * failed before errored, more failing checks before fewer, else in the order they came. Without those in quarantine.
 */
export function worstFirst(suite: SuiteOutcome): Case[] {
  return rank([suite]).map(({ each }) => each)
}

/** The same over all suites of a step. */
export function worstOfAll(outcome: StepOutcome): SuiteCase[] {
  return rank(outcome.suites)
}

function rank(suites: readonly SuiteOutcome[]): SuiteCase[] {
  return suites
    .flatMap(inTrouble)
    .sort(
      (left, right) =>
        Number(right.regressed) - Number(left.regressed) ||
        Number(left.errored) - Number(right.errored) ||
        right.failing - left.failing,
    )
    .map(({ suite, each }) => ({ suite, each }))
}

interface Ranked extends SuiteCase {
  readonly regressed: boolean
  readonly errored: boolean
  readonly failing: number
}

function inTrouble({ suite, results, comparison }: SuiteOutcome): Ranked[] {
  const regressions = new Set(comparison?.regressions)
  const cases = (results?.cases ?? []).filter(isUnexcused)
  return cases.map((each) => ({
    suite,
    each,
    regressed: regressions.has(each.name),
    errored: each.status === 'error',
    failing: failingChecks(each).length,
  }))
}
