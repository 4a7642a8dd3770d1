/** Builders of results and outcomes for tests: give what matters, the rest is dull. */
import type { StepOutcome, SuiteOutcome } from '../../src/outcome.ts'
import { type Case, type Check, countCases, type Results } from '../../src/results.ts'

/** 2025-03-04 05:06:07 UTC. */
export const START = Date.UTC(2025, 2, 4, 5, 6, 7)

/** A check of the intent, met unless said otherwise. */
export function aCheck(changes: Partial<Check> = {}): Check {
  return { what: 'intent', expected: 'Book Flight', found: 'Book Flight', passed: true, ...changes }
}

/** A passed case with one check. */
export function aCase(changes: Partial<Case> = {}): Case {
  return { name: 'book a flight', status: 'passed', flaky: false, tries: 1, checks: [aCheck()], facts: new Map(), ...changes }
}

/** A failed case whose intent was mistaken. */
export function aFailedCase(changes: Partial<Case> = {}): Case {
  return aCase({
    name: 'cancel my flight',
    status: 'failed',
    checks: [aCheck({ found: 'Cancel Flight', passed: false })],
    ...changes,
  })
}

/** So many cases, each made of its number from 1. */
export function cases(count: number, make: (number: number) => Case): Case[] {
  return Array.from({ length: count }, (_, index) => make(index + 1))
}

/** Results of these cases, counted. */
export function resultsOf(all: readonly Case[], changes: Partial<Results> = {}): Results {
  return {
    cases: all,
    counts: countCases(all),
    metrics: {},
    figures: new Map(),
    contradictions: [],
    warnings: [],
    ...changes,
  }
}

/** A suite that passed with one case. */
export function aSuite(changes: Partial<SuiteOutcome> = {}): SuiteOutcome {
  return {
    suite: 'Regression',
    runId: 'tr-1',
    conclusion: 'passed',
    reasons: ['1 of 1 cases passed'],
    results: resultsOf([aCase()]),
    files: [],
    durationMs: 83_000,
    ...changes,
  }
}

/** A suite that ended without results. */
export function aSuiteWithoutResults(changes: Partial<SuiteOutcome> = {}): SuiteOutcome {
  const { results: _, ...rest } = aSuite()
  return { ...rest, conclusion: 'error', errorKind: 'vendor', reasons: ['The run ended without a result'], ...changes }
}

/** The outcome of a step with these suites; its conclusion and message are those of the first unless given. */
export function anOutcome(suites: readonly SuiteOutcome[] = [aSuite()], changes: Partial<StepOutcome> = {}): StepOutcome {
  const [first] = suites
  const reasons = first?.reasons ?? ['the input bot-id is missing']
  return {
    provider: 'kore-batch',
    noun: 'cases',
    mode: 'run',
    conclusion: first?.conclusion ?? 'error',
    ...(first?.errorKind !== undefined && { errorKind: first.errorKind }),
    message: reasons.join('; '),
    reasons,
    gate: '100 % of the cases must pass',
    suites,
    startedAt: START,
    finishedAt: START + 83_000,
    ...changes,
  }
}
