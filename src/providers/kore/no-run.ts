/** What Kore.ai tells of an app without a run of its tests. */
import { Trouble } from '../../trouble.ts'
import type { Examined, Run } from '../provider.ts'

/** An id that no run has. */
export const NO_RUN = 'tr-00000000-0000-0000-0000-000000000000'

/**
 * Looks at a run that is not there. The vendor checks the token, the bot and the scope first, so that `Test Result not found`
 * proves these three, and nothing more. Rejects with the `Trouble` of any other answer.
 */
export async function examineByNoRun(run: Run): Promise<Examined> {
  try {
    await run.look()
  } catch (thrown) {
    if (!isNoSuchRun(thrown)) throw thrown
  }
  return {
    proved: 'the app is accepted, knows the bot and has the scope for the status of tests',
    unproved: [
      'whether there is a suite by this name, and whether a run may be started, which the vendor reveals only when a run is started',
    ],
  }
}

function isNoSuchRun(thrown: unknown): boolean {
  return thrown instanceof Trouble && /test result not found/i.test(thrown.facts.said ?? '')
}
