/**
 * The case of our own in the machine-readable reports. Readers of JUnit and CTRF know cases only: a suite that ended
 * without results, or one that missed a gate although each of its cases passed, would look green to them.
 */
import { type Conclusion, gravity, type StepOutcome, type SuiteOutcome } from '../outcome.ts'
import type { Case, CaseStatus } from '../results.ts'

/** The name of that case, and of the suite that carries it when no suite of the step does. */
export const GATE = 'agent-test-gate'

/** A suite as the machine-readable reports list it; `cases` are the vendor's and, where one is needed, ours. */
export interface ReportedSuite {
  readonly name: string
  readonly cases: readonly Case[]
  /** The one of the cases that is ours. */
  readonly gateCase?: Case
  readonly durationMs: number
  /** Absent for the suite that stands for the step itself. */
  readonly outcome?: SuiteOutcome
}

/** All suites of the step, each with a case of ours where its cases alone would tell another story than its conclusion. */
export function reportedSuites(outcome: StepOutcome): ReportedSuite[] {
  const suites: ReportedSuite[] = outcome.suites.map(reportedSuite)
  const told = outcome.suites.some(({ conclusion }) => gravity(conclusion) <= gravity(outcome.conclusion))
  if (told) return suites
  const durationMs = Math.max(0, outcome.finishedAt - outcome.startedAt)
  return [{ name: GATE, ...withGateCase([], outcome.conclusion, outcome.message), durationMs }, ...suites]
}

function reportedSuite(outcome: SuiteOutcome): ReportedSuite {
  const { suite: name, conclusion, reasons, durationMs, results } = outcome
  const cases = results?.cases ?? []
  const listed = needsGateCase(conclusion, cases) ? withGateCase(cases, conclusion, reasons.join('; ')) : { cases }
  return { name, ...listed, durationMs, outcome }
}

function needsGateCase(conclusion: Conclusion, cases: readonly Case[]): boolean {
  if (conclusion === 'passed') return cases.length === 0
  return conclusion !== 'failed' || !cases.some(({ status, quarantine }) => status === 'failed' && quarantine === undefined)
}

function withGateCase(cases: readonly Case[], conclusion: Conclusion, message: string) {
  const gateCase: Case = {
    ...{ name: GATE, status: statusOf(conclusion), message },
    ...{ flaky: false, tries: 1, checks: [], facts: new Map() },
  }
  return { cases: [gateCase, ...cases], gateCase }
}

function statusOf(conclusion: Conclusion): CaseStatus {
  if (conclusion === 'passed' || conclusion === 'failed') return conclusion
  return conclusion === 'skipped' || conclusion === 'started' ? 'skipped' : 'error'
}
