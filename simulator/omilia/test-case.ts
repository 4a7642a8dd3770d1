/** Test cases of a run, as the vendor lists them. */
import { randomUUID } from 'node:crypto'

/** One assertion that was not met. */
export interface AssertionError {
  readonly step: number
  readonly assertion: string
  readonly expected: string
  readonly found: string
}

/** One test case in the vendor's own spelling. */
export interface TestCase {
  readonly numberOfTries: number
  /** In milliseconds, whatever the page says. */
  readonly executionTime: number
  readonly testCaseName: string
  readonly dialogId: string
  readonly goldenDialogId: string | null
  readonly testCaseId: string
  readonly testCaseDescription: string | null
  readonly status: string | null
  readonly assertionErrors: readonly AssertionError[]
  readonly generalErrors: readonly { readonly text: string }[]
  readonly warnings: readonly { readonly text: string }[]
  readonly hadDelays: boolean
}

/** A test case that passed; what is given is different. */
export function passed(testCaseName: string, changes: Partial<TestCase> = {}): TestCase {
  return {
    numberOfTries: 1,
    executionTime: 889,
    testCaseName,
    dialogId: `airline_SND_bot.1681812519019.${randomUUID().replaceAll('-', '')}`,
    goldenDialogId: null,
    testCaseId: randomUUID(),
    testCaseDescription: null,
    status: 'success',
    assertionErrors: [],
    generalErrors: [],
    warnings: [],
    hadDelays: false,
    ...changes,
  }
}

/** A test case that failed by one assertion. */
export function failed(name: string, error: Partial<AssertionError> = {}, changes: Partial<TestCase> = {}): TestCase {
  const assertionErrors = [{ step: 2, assertion: 'intent', expected: 'Book Flight', found: 'Cancel Flight', ...error }]
  return passed(name, { status: 'fail', assertionErrors, ...changes })
}

/** A test case that could not be run. */
export function unavailable(name: string, reason = 'the application did not answer', changes: Partial<TestCase> = {}): TestCase {
  return passed(name, { status: 'unavailable', generalErrors: [{ text: reason }], ...changes })
}

/** The numbers that follow from the test cases. */
export function statsOf(cases: readonly TestCase[]): Stats {
  const having = (...words: string[]): number => cases.filter(({ status }) => words.includes(String(status))).length
  return { pass: having('success', 'pass'), fail: having('fail', 'failure'), unavailable: having('unavailable') }
}

/** How many ended how. */
export interface Stats {
  readonly pass: number
  readonly fail: number
  readonly unavailable: number
}
