/** `ctrf.json`: the normalised results in the Common Test Report Format, https://ctrf.io, version 0.0.0 of its schema. */
import { type Case, type CaseStatus, countCases, type StepOutcome, type SuiteOutcome } from '../results.ts'
import { cut } from '../untrusted.ts'
import { failingChecksText, reasonText } from './failure-text.ts'
import { isoMoment } from './figures.ts'
import { GATE, type ReportedSuite, reportedSuites } from './gate-case.ts'

/** The whole text is in the vendor's file. */
const TEXT_CHARACTERS = 10_000

/** The format has no word for a case that could not be run: that is `other`, with `rawStatus`. */
const STATUS: Readonly<Record<CaseStatus, 'passed' | 'failed' | 'skipped' | 'other'>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  error: 'other',
}

/** A name of the vendor's with its value; a list of them keeps order and takes every name. */
interface Fact {
  readonly name: string
  readonly value: string
}

/**
 * The results as CTRF. Its summary counts the tests that are listed; the vendor's own counts, which may have no rows
 * beside them, are in `extra`, with conclusion, metrics and figures. A suite that is not green by its cases alone has a
 * test named `agent-test-gate` with the reason.
 */
export function ctrf(outcome: StepOutcome): string {
  const suites = reportedSuites(outcome)
  const report = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: isoMoment(outcome.finishedAt),
    generatedBy: GATE,
    results: {
      tool: { name: GATE, extra: { provider: outcome.provider } },
      summary: summaryOf(suites, outcome),
      tests: suites.flatMap(({ name, cases }) => cases.map((each) => testOf(each, name))),
      extra: stepExtra(outcome),
    },
  }
  return `${JSON.stringify(report)}\n`
}

function summaryOf(suites: readonly ReportedSuite[], outcome: StepOutcome) {
  const { total, errored, ...counts } = countCases(suites.flatMap(({ cases }) => cases))
  return {
    tests: total,
    ...counts,
    pending: 0,
    other: errored,
    suites: suites.length,
    start: Math.round(outcome.startedAt),
    stop: Math.round(outcome.finishedAt),
    duration: Math.max(0, Math.round(outcome.finishedAt - outcome.startedAt)),
  }
}

function testOf(each: Case, suite: string) {
  const message = each.status === 'passed' ? undefined : reasonText(each, TEXT_CHARACTERS)
  const trace = failingChecksText(each, TEXT_CHARACTERS)
  return {
    name: each.name || '(no name)',
    status: STATUS[each.status],
    ...(each.status === 'error' && { rawStatus: 'error' }),
    duration: Math.round(each.durationMs ?? 0),
    suite: [suite],
    ...(message !== undefined && { message }),
    ...(trace !== '' && { trace }),
    ...(each.tries > 1 && { retries: each.tries - 1 }),
    flaky: each.flaky,
    ...caseExtra(each),
  }
}

function caseExtra({ checks, facts }: Case) {
  if (checks.length === 0 && facts.size === 0) return {}
  return {
    extra: {
      checks: checks.map(({ what, expected, found, passed }) => ({
        what: short(what),
        expected: short(expected),
        found: short(found),
        passed,
      })),
      ...(facts.size > 0 && { facts: factList(facts) }),
    },
  }
}

function stepExtra(outcome: StepOutcome) {
  const { conclusion, errorKind, message, gate, provider, suites } = outcome
  return { conclusion, errorKind, message, gate, provider, suites: suites.map(suiteExtra) }
}

function suiteExtra(outcome: SuiteOutcome) {
  const { results, said, ...rest } = outcome
  if (results === undefined) return { ...rest, said: said && short(said) }
  const { counts, metrics, figures, contradictions, warnings } = results
  return { ...rest, said: said && short(said), counts, metrics, figures: factList(figures), contradictions, warnings }
}

function factList(facts: ReadonlyMap<string, string>): Fact[] {
  return [...facts].map(([name, value]) => ({ name: short(name), value: short(value) }))
}

function short(text: string): string {
  return cut(text, TEXT_CHARACTERS)
}
