/** What a step knows of its run at the vendor, and how it stops it when the step ends first. */
import type { Log } from './log.ts'
import type { Run, Suite } from './providers/provider.ts'
import type { StepLife } from './step.ts'
import { shortened } from './outputs.ts'
import { asTrouble, Trouble } from './trouble.ts'

/** One suite's run at the vendor. */
export interface RemoteRun {
  /** Known from the start's answer on. */
  readonly id: string | undefined
  readonly url: string | undefined
  /** When the start was acknowledged, on the monotonic clock; before, when this object was made. */
  readonly since: number
  /** The start is about to be sent; `find` lists what it may have started, where the vendor can. */
  starting(find: (() => Promise<readonly string[]>) | undefined): void
  known(id: string): void
  open(id: string | undefined): Run
  /** There is nothing left to stop. */
  over(): void
  /**
   * Stops the run where it is under way and the vendor can, and says in a sentence what became of it. When the step ended
   * during the wait for a start's answer, the run that it started is looked for first.
   */
  stop(during: 'the wait' | 'an error'): Promise<string>
}

/** What the step wants to hear of it. */
export interface Listener {
  /** Before the start is sent: from here on a run may be under way. */
  starting(): void
  /** As soon as the id is known, and again when it has grown. */
  known(id: string): void
  /** When there is nothing left to stop. */
  over(): void
}

/** How long stopping may take, in milliseconds: one try, so that the exit is not held. */
const STOPPING = 3000

const MAY_BE_UNDER_WAY =
  "the start was sent and its answer never came, so a run may be under way; look for it in the vendor's console"

/** The run of a suite that may not have been started yet. */
export function remoteRun(name: string, suite: Suite, step: StepLife, log: Log, listener: Listener): RemoteRun {
  let since = step.clock.now()
  let id: string | undefined
  let run: Run | undefined
  let isOver = false
  let isStarting = false
  let find: (() => Promise<readonly string[]>) | undefined
  const over = (): void => {
    isOver = true
    listener.over()
  }
  /** A start that was broken off may have been heard. */
  const adoptStarted = async (): Promise<void> => {
    const found = find === undefined ? [] : await step.afterwards(STOPPING, find).catch(() => [])
    if (found.length === 1) known(found[0] ?? '')
  }
  const known = (told: string): void => {
    if (id === undefined) since = step.clock.now()
    id = told
    listener.known(told)
  }
  const stopKnown = async (known: string): Promise<string> => {
    const { cancel } = run ?? suite.open(known)
    if (cancel === undefined) return `run ${shortened(known)} goes on at the vendor, which offers no way to stop it`
    const answer = await step.afterwards(STOPPING, cancel).catch(asTrouble)
    if (answer instanceof Trouble) log.trouble(`${name}: the run could not be stopped: `, answer)
    if (answer !== 'sent' && answer !== 'over')
      return `run ${shortened(known)} could not be stopped yet and may go on at the vendor`
    over()
    return `run ${shortened(known)} was ${answer === 'sent' ? 'stopped at the vendor' : 'over'}`
  }
  const stop = async (during: 'the wait' | 'an error'): Promise<string> => {
    // Only a start that was broken off is unanswered; after an error, what is new at the vendor can be anybody's.
    const isUnanswered = isStarting && id === undefined && during === 'the wait'
    if (isUnanswered) await adoptStarted()
    if (id !== undefined) return isOver ? `run ${shortened(id)} was over` : stopKnown(id)
    over()
    return isUnanswered ? MAY_BE_UNDER_WAY : 'no run is under way'
  }
  return {
    get id() {
      return id
    },
    get url() {
      return run?.url
    },
    get since() {
      return since
    },
    starting(finder) {
      isStarting = true
      find = finder
      listener.starting()
    },
    known,
    open(opened) {
      run = suite.open(opened)
      return run
    },
    over,
    stop,
  }
}
