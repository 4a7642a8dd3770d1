/** Starting exactly once: a run that is started twice is paid twice, so nothing is ever started twice to be safe. */
import type { Ready } from './providers/provider.ts'
import type { RemoteRun } from './remote-run.ts'
import { asTrouble, lastingTrouble, Trouble } from './trouble.ts'
import { type Attempt, attempt, type Manner, type Step, Stopped } from './wait.ts'

/** How often a vendor's list of runs is looked at for the one whose start's answer was lost. */
const MOST_SEARCHES = 3

/**
 * Starts a run and gives its id. A start that the vendor surely did not hear is repeated. One whose answer was lost is
 * looked for where the vendor can list its runs, and adopted when there is exactly one; else it is an error that says so.
 */
export async function startOnce(ready: Ready, step: Step, remote: RemoteRun, manner: Manner): Promise<string> {
  const once = async (good: () => void): Promise<Attempt<string | Trouble>> => {
    const known = (id: string): void => {
      good()
      remote.known(id)
    }
    remote.sending(ready)
    try {
      return { value: await ready.start(known) }
    } catch (thrown) {
      const isUnknown = isLost(thrown)
      if (!isUnknown) remote.answered()
      // A step that ends has not lost an answer: it did not wait for it.
      if (!isUnknown || step.signal.aborted) throw thrown
      return { value: thrown }
    }
  }
  const started = await attempt(step, once, { ...manner, wholeGaps: true })
  if (!(started instanceof Trouble)) return started
  const found = await findStarted(ready, step, manner)
  if (found instanceof Trouble) remote.unsearched()
  const only = found instanceof Trouble || found.length > 1 ? undefined : found[0]
  if (only === undefined) throw lostStart(started, ready, found)
  remote.known(only)
  return only
}

/** A start that may have been heard, and whose answer did not come or cannot be read. */
function isLost(thrown: unknown): thrown is Trouble {
  if (!(thrown instanceof Trouble)) return false
  return thrown.facts.unheard !== true && (thrown.facts.persistence === 'passing' || thrown.facts.persistence === 'shape')
}

/** The runs that it may be, or why the vendor could not be asked for them. */
async function findStarted({ find }: Ready, step: Step, manner: Manner): Promise<readonly string[] | Trouble> {
  if (find === undefined) return []
  return searchRuns(find, step, manner).catch((thrown) => {
    if (thrown instanceof Stopped) throw thrown
    return asTrouble(thrown)
  })
}

/** The runs that a search finds; one that was started a moment ago may not be listed yet, so it is made up to three times. */
export function searchRuns(
  search: () => Promise<readonly string[]>,
  step: Step,
  manner: Manner = {},
): Promise<readonly string[]> {
  let searches = 0
  const once = async (): Promise<Attempt<readonly string[]>> => {
    const found = await search()
    searches += 1
    return found.length > 0 || searches === MOST_SEARCHES ? { value: found } : { percent: undefined }
  }
  return attempt(step, once, manner)
}

function lostStart({ message, facts }: Trouble, ready: Ready, found: readonly string[] | Trouble): Trouble {
  const known = whatIsKnown(ready, found)
  const remedy = "so a run may be under way there; look for it in the vendor's console before you start again"
  return lastingTrouble('network', `the answer to the start was lost, and ${known}, ${remedy} (${message})`, facts.said)
}

function whatIsKnown({ find }: Ready, found: readonly string[] | Trouble): string {
  if (find === undefined) return 'the vendor cannot be asked for its runs'
  if (found instanceof Trouble) return `its list of runs could not be read (${found.message})`
  return `the vendor lists ${found.length === 0 ? 'no new run' : `${found.length} new runs that could be it`}`
}
