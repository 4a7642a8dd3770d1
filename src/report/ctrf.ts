/** `ctrf.json`: the normalised results in the Common Test Report Format, https://ctrf.io, version 0.0.0 of its schema. */
import type { StepOutcome, SuiteOutcome } from '../outcome.ts'
import { type Case, type CaseStatus, type Check, countCases } from '../results.ts'
import { isoMoment } from '../time-spans.ts'
import { cut } from '../untrusted.ts'
import { failingChecksText, reasonText } from './failure-text.ts'
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
 * The results as CTRF, in pieces, since the whole may be longer than a string should be. Its summary counts the tests that
 * are listed; the vendor's own counts, which may have no rows beside them, are in `extra`. A suite that is not green by its
 * cases alone has a test named `agent-test-gate` with the reason.
 *
 * What the format has no field for is in `extra`, so that the outcome can be read back from the file: of a test its own
 * message, duration, checks, facts, turns, quarantine and place, or `gate: true` where it is ours and no case; of a suite
 * everything but its log and its cases, which are the next `tests` many of the list, ours included.
 */
export function* ctrf(outcome: StepOutcome): Generator<string> {
  const suites = reportedSuites(outcome)
  const head = { reportFormat: 'CTRF', specVersion: '0.0.0', timestamp: isoMoment(outcome.finishedAt), generatedBy: GATE }
  const tool = { name: GATE, extra: { provider: outcome.provider } }
  yield `${JSON.stringify(head).slice(0, -1)},"results":{"tool":${JSON.stringify(tool)},`
  yield `"summary":${JSON.stringify(summaryOf(suites, outcome))},"tests":[`
  let separator = '\n'
  for (const test of testsOf(suites)) {
    yield `${separator}${JSON.stringify(test)}`
    separator = ',\n'
  }
  yield `\n],"extra":${JSON.stringify(stepExtra(outcome, suites))}}}\n`
}

function summaryOf(suites: readonly ReportedSuite[], outcome: StepOutcome) {
  const { total, errored, quarantined, ...counts } = countCases(suites.flatMap(({ cases }) => cases))
  return {
    tests: total,
    ...counts,
    pending: 0,
    other: errored + quarantined,
    suites: suites.length,
    start: Math.round(outcome.startedAt),
    stop: Math.round(outcome.finishedAt),
    duration: Math.max(0, Math.round(outcome.finishedAt - outcome.startedAt)),
  }
}

function* testsOf(suites: readonly ReportedSuite[]) {
  for (const { name, cases, gateCase } of suites) {
    for (const each of cases) yield testOf(each, name, each === gateCase ? { gate: true } : caseExtra(each))
  }
}

function testOf(each: Case, suite: string, extra: object) {
  const message = each.status === 'passed' ? undefined : reasonText(each, TEXT_CHARACTERS)
  const trace = failingChecksText(each, TEXT_CHARACTERS)
  return {
    name: each.name || '(no name)',
    ...statusOf(each),
    duration: Math.round(each.durationMs ?? 0),
    suite: [suite],
    ...(message !== undefined && { message }),
    ...(trace !== '' && { trace }),
    ...(each.place !== undefined && { filePath: each.place.path, line: each.place.line }),
    ...(each.tries > 1 && { retries: each.tries - 1 }),
    flaky: each.flaky,
    extra,
  }
}

/** A failure in quarantine counts neither as passed nor as failed. */
function statusOf({ status, quarantine }: Case) {
  if (quarantine !== undefined) return { status: 'other', rawStatus: 'quarantined' }
  return { status: STATUS[status], ...(status === 'error' && { rawStatus: 'error' }) }
}

function caseExtra({ message, durationMs, checks, facts, turns, quarantine, place }: Case) {
  return {
    ...(message !== undefined && { message: short(message) }),
    ...(durationMs !== undefined && { durationMs }),
    checks: checks.map(checkExtra),
    ...(facts.size > 0 && { facts: factList(facts) }),
    ...(turns !== undefined && { turns: turns.map(({ speaker, text }) => ({ speaker: short(speaker), text: short(text) })) }),
    ...(quarantine !== undefined && { quarantine }),
    ...(place !== undefined && { place }),
  }
}

function checkExtra({ what, expected, found, passed }: Check): Check {
  return { what: short(what), expected: short(expected), found: short(found), passed }
}

function stepExtra(outcome: StepOutcome, suites: readonly ReportedSuite[]) {
  const listed = suites.flatMap((each) => (each.outcome === undefined ? [] : [suiteExtra(each.outcome, each.cases.length)]))
  return { ...outcome, suites: listed }
}

function suiteExtra({ results, said, log: _, ...rest }: SuiteOutcome, tests: number) {
  const common = { ...rest, ...(said !== undefined && { said: short(said) }), tests }
  if (results === undefined) return common
  const { cases: __, figures, ...told } = results
  return { ...common, ...told, figures: factList(figures) }
}

function factList(facts: ReadonlyMap<string, string>): Fact[] {
  return [...facts].map(([name, value]) => ({ name: short(name), value: short(value) }))
}

function short(text: string): string {
  return cut(text, TEXT_CHARACTERS)
}
