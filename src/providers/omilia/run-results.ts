/** The results of a run: its test cases as ours, and status, stats and cases held against each other. Pure. */
import { countOf, wasOrWere } from '../../count-words.ts'
import { type Case, type CaseStatus, type Check, type Counts, countCases, type Results, uniqueNames } from '../../results.ts'
import { lastingTrouble, type Trouble } from '../../trouble.ts'
import type { Job, RunStats, TestCase, TestSuite } from './answers.ts'

/** What Testing Studio tells of a run that is over. */
export interface RunFacts {
  readonly run: Job
  readonly state: 'success' | 'failure'
  /** Absent where there are none, as after a run that broke before its first test case. */
  readonly stats: RunStats | undefined
  readonly testCases: readonly TestCase[]
  /** How many test cases the list says that it has, where it says so. */
  readonly testCasesTold?: number
  readonly suites: readonly TestSuite[]
  /** The last lines of the log, to tell why a run broke. */
  readonly lastWords: string
}

/** Throws a `Trouble` of kind `vendor` for a run that failed without a test case that did: it broke, and tested nothing. */
export function runResults(facts: RunFacts): Results {
  const cases = toCases(facts.testCases)
  const rows = countCases(cases)
  const counts = reconciled(rows, facts.stats)
  const { fail, unavailable } = told(facts.stats)
  if (facts.state === 'failure' && counts.failed + counts.errored + fail + unavailable === 0) throw brokenRun(facts)
  return {
    cases,
    counts,
    metrics: {},
    figures: figuresOf(facts),
    contradictions: [...contradictionsOfStatus(facts, counts), ...contradictionsOfRows(facts, rows)],
    warnings: differencesOf(facts, rows),
  }
}

function brokenRun({ lastWords }: RunFacts): Trouble {
  return lastingTrouble(
    'vendor',
    `Omilia ended the run as a failure although no test case failed: the run itself broke, perhaps while cloning or loading its suites${lastWords === '' ? '' : '; see logs.txt'}`,
    lastWords,
  )
}

/** Where rows and stats differ, the larger number of failed and of unavailable test cases counts. */
function reconciled(rows: Counts, stats: RunStats | undefined): Counts {
  const { fail, unavailable } = told(stats)
  const run = rows.passed + rows.failed + rows.errored
  const failed = Math.max(rows.failed, Math.min(fail, run))
  const errored = Math.max(Math.min(rows.errored, run - failed), Math.min(unavailable, run - failed))
  return { ...rows, failed, errored, passed: run - failed - errored }
}

/** A number that is not given counts as none. */
function told(stats: RunStats | undefined): { pass: number; fail: number; unavailable: number; total: number } {
  const [pass, fail, unavailable] = [stats?.pass ?? 0, stats?.fail ?? 0, stats?.unavailable ?? 0]
  return { pass, fail, unavailable, total: pass + fail + unavailable }
}

function contradictionsOfStatus({ state, stats, testCases }: RunFacts, counts: Counts): string[] {
  const failed = Math.max(counts.failed, told(stats).fail)
  if (state === 'failure')
    return failed > 0 ? [] : ['Omilia ended the run as a failure, but no test case failed; some could not be run']
  const unavailable = Math.max(
    testCases.filter(({ status }) => statusOf(status) === 'error' && isKnown(status)).length,
    told(stats).unavailable,
  )
  return [
    ...(failed > 0 ? [`Omilia ended the run as a success, but ${countOf(failed, 'test cases')} failed`] : []),
    ...(unavailable > 0
      ? [`Omilia ended the run as a success, but ${countOf(unavailable, 'test cases')} ${wasOrWere(unavailable)} unavailable`]
      : []),
  ]
}

function contradictionsOfRows({ stats, testCases, testCasesTold = 0 }: RunFacts, rows: Counts): string[] {
  const inPart = testCases.filter(
    (each) => statusOf(each.status) === 'passed' && each.assertionErrors.length > 0 && triesOf(each) === 1,
  )
  const found =
    inPart.length > 0 ? [`${countOf(inPart.length, 'test cases')} passed at the first try despite assertion errors`] : []
  if (rows.total < testCasesTold) found.push(`the list of test cases holds ${rows.total}, but says that it has ${testCasesTold}`)
  if (stats === undefined) return found
  const { fail, total } = told(stats)
  if (rows.total < total) found.push(`the list of test cases holds ${rows.total}, but the stats count ${total}`)
  if (fail > 0 && rows.failed === 0)
    found.push(`the stats count ${countOf(fail, 'failed test cases')}, but none of the list failed`)
  if (fail === 0 && rows.failed > 0)
    found.push(`${countOf(rows.failed, 'test cases')} of the list failed, but the stats count none`)
  return found
}

function differencesOf({ stats, testCases }: RunFacts, rows: Counts): string[] {
  const unknown = testCases.filter(({ status }) => !isKnown(status)).length
  const found =
    unknown > 0 ? [`the status of ${countOf(unknown, 'test cases')} is not known, or not given, which counts as not run`] : []
  if (stats === undefined)
    return rows.total === 0 ? found : [...found, 'Omilia gave no stats, so the verdict rests on the list of test cases alone']
  const { fail, unavailable, total } = told(stats)
  if (rows.total > total) found.push(`the list of test cases holds ${rows.total}, and the stats count ${total}`)
  if (fail > 0 && rows.failed > 0 && fail !== rows.failed)
    found.push(`${countOf(rows.failed, 'test cases')} of the list failed, and the stats count ${fail}; the larger number counts`)
  if (unavailable !== rows.errored)
    found.push(
      `${countOf(rows.errored, 'test cases')} of the list could not be run, and the stats count ${unavailable}; the larger number counts`,
    )
  return found
}

const STATUSES: ReadonlyMap<string, CaseStatus> = new Map([
  ['pass', 'passed'],
  ['passed', 'passed'],
  ['success', 'passed'],
  ['successful', 'passed'],
  ['fail', 'failed'],
  ['failed', 'failed'],
  ['failure', 'failed'],
  ['unavailable', 'error'],
])

function isKnown(status: string | null | undefined): boolean {
  return STATUSES.has((status ?? '').trim().toLowerCase())
}

function statusOf(status: string | null | undefined): CaseStatus {
  return STATUSES.get((status ?? '').trim().toLowerCase()) ?? 'error'
}

function triesOf({ numberOfTries }: TestCase): number {
  return Math.max(1, numberOfTries ?? 1)
}

function toCases(testCases: readonly TestCase[]): Case[] {
  const names = uniqueNames(testCases.map(({ testCaseName, testCaseId }) => testCaseName || testCaseId || ''))
  return testCases.map((each, index) => toCase(each, names[index] ?? ''))
}

function toCase(testCase: TestCase, name: string): Case {
  const status = statusOf(testCase.status)
  const tries = triesOf(testCase)
  const checks = testCase.assertionErrors.map(toCheck)
  const message = messageOf(testCase, status, checks)
  const { executionTime } = testCase
  return {
    name,
    status,
    tries,
    checks,
    flaky: status === 'passed' && tries > 1,
    facts: factsOf(testCase),
    ...(message !== undefined && { message }),
    ...(typeof executionTime === 'number' && { durationMs: executionTime }),
  }
}

function toCheck({ step, assertion, expected, found }: TestCase['assertionErrors'][number]): Check {
  const what = [typeof step === 'string' ? `step ${step}` : '', assertion ?? ''].filter((text) => text !== '').join(': ')
  return { what: what || 'assertion', expected: expected ?? '', found: found ?? '', passed: false }
}

function messageOf(testCase: TestCase, status: CaseStatus, checks: readonly Check[]): string | undefined {
  // The assertion errors tell by themselves why it failed.
  if (status === 'passed' || (status === 'failed' && checks.length > 0)) return undefined
  const error = testCase.generalErrors.map(({ text }) => text).find((text) => typeof text === 'string' && text !== '')
  if (typeof error === 'string') return error
  if (status === 'failed') return 'Omilia gives no assertion error for it'
  return isKnown(testCase.status) ? 'it was unavailable at Omilia' : 'Omilia reported an unknown status for it'
}

function factsOf(testCase: TestCase): ReadonlyMap<string, string> {
  const texts = (notes: readonly { text?: string | null | undefined }[]): string =>
    notes.flatMap(({ text }) => text ?? []).join('\n')
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Status', isKnown(testCase.status) ? '' : testCase.status],
    ['Description', testCase.testCaseDescription],
    ['General errors', texts(testCase.generalErrors)],
    ['Warnings', texts(testCase.warnings)],
    ['Delays', testCase.hadDelays === true ? 'yes' : ''],
    ['Dialog', testCase.dialogId],
    ['Golden dialog', testCase.goldenDialogId],
    ['Test case id', testCase.testCaseId],
  ]
  return new Map(facts.flatMap(([label, text]) => (typeof text === 'string' && text !== '' ? [[label, text]] : [])))
}

function figuresOf({ run, suites }: RunFacts): ReadonlyMap<string, string> {
  const names = suites.flatMap(({ testSuiteName }) => testSuiteName ?? [])
  const figures: readonly (readonly [string, string | null | undefined])[] = [
    ['Test suites', names.join(', ')],
    ['Duration at Omilia', run.duration],
  ]
  return new Map(figures.flatMap(([label, text]) => (typeof text === 'string' && text !== '' ? [[label, text]] : [])))
}
