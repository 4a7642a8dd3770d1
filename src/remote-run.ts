/** What a step knows of its run at the vendor, and how it stops it when the step ends first. */
import type { Log } from './log.ts'
import type { Run, Suite } from './providers/provider.ts'
import type { StepLife } from './step.ts'
import { asTrouble, Trouble } from './trouble.ts'

/** One suite's run at the vendor. */
export interface RemoteRun {
  /** Known from the start's answer on. */
  readonly id: string | undefined
  readonly url: string | undefined
  /** When the start was acknowledged, on the monotonic clock; before, when this object was made. */
  readonly since: number
  known(id: string): void
  open(id: string | undefined): Run
  /** There is nothing left to stop. */
  over(): void
  /** Stops the run where it is under way and the vendor can, and says in a sentence what became of it. */
  stop(): Promise<string>
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

/** The run of a suite that may not have been started yet. */
export function remoteRun(name: string, suite: Suite, step: StepLife, log: Log, listener: Listener): RemoteRun {
  let since = step.clock.now()
  let id: string | undefined
  let run: Run | undefined
  let isOver = false
  const over = (): void => {
    isOver = true
    listener.over()
  }
  const stop = async (): Promise<string> => {
    if (id === undefined) return 'no run is known to be under way'
    if (isOver) return `run ${id} was over`
    const { cancel } = run ?? suite.open(id)
    if (cancel === undefined) return `run ${id} goes on at the vendor, which offers no way to stop it`
    const answer = await step.afterwards(STOPPING, cancel).catch(asTrouble)
    if (answer instanceof Trouble) log.trouble(`${name}: the run could not be stopped: `, answer)
    if (answer !== 'sent' && answer !== 'over') return `run ${id} could not be stopped yet and may go on at the vendor`
    over()
    return answer === 'sent' ? `run ${id} was stopped at the vendor` : `run ${id} was over`
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
    known(told) {
      if (id === undefined) since = step.clock.now()
      id = told
      listener.known(told)
    },
    open(opened) {
      run = suite.open(opened)
      return run
    },
    over,
    stop,
  }
}
