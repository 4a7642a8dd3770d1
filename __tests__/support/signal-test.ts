/** Tests that send signals to a process. */
import { test } from '@jest/globals'

/**
 * A test whose process hears of a signal and ends by itself. On Windows a process is ended at once whatever is sent to it, so
 * there the test is listed as one that is left out, with the reason.
 */
export function signalTest(name: string, body: () => Promise<void>): void {
  if (process.platform === 'win32') test.todo(`${name} (left out: Windows has no signals between processes)`)
  else test(name, body)
}
