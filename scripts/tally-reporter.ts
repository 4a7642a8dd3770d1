/** A jest reporter that ends the output with one line that counts, for whatever reads the log of a CI run. */

interface Totals {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  /** Files that could not be run at all; none of their tests are in the other numbers. */
  readonly numRuntimeErrorTestSuites: number
}

/** Prints `12 passed, 0 failed`, with `, 3 skipped` after it where tests were left out. */
export default class TallyReporter {
  onRunComplete(_: unknown, totals: Totals): void {
    const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites
    const skipped = totals.numPendingTests > 0 ? `, ${totals.numPendingTests} skipped` : ''
    console.log(`${totals.numPassedTests} passed, ${failed} failed${skipped}`)
  }
}
