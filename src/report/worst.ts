/** Which cases a reader has to see first. */
import type { Case, Check, StepOutcome } from '../results.ts'

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
 * The cases that failed or could not be run, the worst first: failed before errored, more failing checks before fewer,
 * else in the order they came.
 */
export function worstFirst(cases: readonly Case[]): Case[] {
  return rank(cases, (each) => each)
}

/** The same over all suites of a step. */
export function worstOfAll(outcome: StepOutcome): SuiteCase[] {
  const all = outcome.suites.flatMap(({ suite, results }) => (results?.cases ?? []).map((each) => ({ suite, each })))
  return rank(all, ({ each }) => each)
}

function rank<Item>(items: readonly Item[], caseOf: (item: Item) => Case): Item[] {
  return items
    .filter((item) => caseOf(item).status === 'failed' || caseOf(item).status === 'error')
    .map((item) => ({ item, errored: caseOf(item).status === 'error', failing: failingChecks(caseOf(item)).length }))
    .sort((left, right) => Number(left.errored) - Number(right.errored) || right.failing - left.failing)
    .map(({ item }) => item)
}
