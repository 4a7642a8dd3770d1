/** What a step knows of its run at the vendor, and how it stops it when the step ends first. */
import type { Log } from './log.ts'
import type { Ready, Run, Suite } from './providers/provider.ts'
import { shortId } from './run-id.ts'
import type { StepLife } from './step.ts'
import { goesOn, isNoMore, MAY_BE_UNDER_WAY } from './stopping.ts'
import { asTrouble, Trouble } from './trouble.ts'

/** One suite's run at the vendor. */
export interface RemoteRun {
  /** Known from the start's answer on. */
  readonly id: string | undefined
  readonly url: string | undefined
  /** The run to look at, once there is one. */
  readonly opened: Run | undefined
  /** Milliseconds from the start's acknowledgement, or from when this object was made, to the end of the run, or until now. */
  readonly tookMs: number
  /** Whether it is known by its id, or as the only one, and may still be under way. */
  readonly isUnderWay: boolean
  /** A start is sent now; from here on a run may be under way. */
  sending(ready: Ready): void
  /** The vendor answered that it started nothing, or surely did not hear the start. */
  answered(): void
  known(id: string): void
  /** The start's answer was lost, and the vendor could not be asked what it started: that is left to `post`. */
  unsearched(): void
  open(id: string | undefined): Run
  /** The vendor knows no run by the id that another step gave: there is nothing to stop, and nothing to say of it. */
  forget(): void
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
  /** Before the start is sent: from here on a run may be under way. The mark of {@link Ready} finds it again. */
  starting(mark: string | undefined): void
  /** As soon as the id is known, and again when it has grown. */
  known(id: string): void
  /** When there is nothing left to stop. */
  over(): void
}

/** What a remote run is made of. */
interface RemoteParts {
  readonly name: string
  readonly suite: Suite
  readonly step: StepLife
  readonly log: Log
  readonly listener: Listener
}

/** What is known so far. */
interface Known {
  since: number
  endedAt?: number
  id?: string
  run?: Run
  isOver: boolean
  isUnsearched: boolean
  /** Set while the answer to a start is waited for. */
  unanswered?: Ready
  /** What finds the run of that start again, in another process. */
  mark?: string | undefined
}

/** The run of a suite that may not have been started yet. */
export function remoteRun(parts: RemoteParts): RemoteRun {
  const { suite, step, listener } = parts
  const known: Known = { since: step.clock.now(), isOver: false, isUnsearched: false }
  const remote: RemoteRun = {
    get id() {
      return known.id
    },
    get url() {
      return known.run?.url
    },
    get opened() {
      return known.run
    },
    get tookMs() {
      return (known.endedAt ?? step.clock.now()) - known.since
    },
    get isUnderWay() {
      return !known.isOver && (known.id !== undefined || known.run !== undefined)
    },
    sending(ready) {
      known.unanswered = ready
      // Read now: once the start is sent it is gone.
      known.mark = ready.mark
      listener.starting(known.mark)
    },
    answered() {
      delete known.unanswered
      if (known.id === undefined) listener.over()
    },
    known(id) {
      if (known.id === undefined) known.since = step.clock.now()
      known.id = id
      listener.known(id)
    },
    unsearched() {
      known.isUnsearched = true
    },
    open(id) {
      known.run = suite.open(id, remote.known)
      return known.run
    },
    forget() {
      delete known.id
      delete known.run
      remote.over()
    },
    over() {
      known.isOver = true
      known.endedAt ??= step.clock.now()
      listener.over()
    },
    stop: (during) => stop(known, remote, parts, during),
  }
  return remote
}

async function stop(known: Known, remote: RemoteRun, parts: RemoteParts, during: 'the wait' | 'an error'): Promise<string> {
  // Only a start that was broken off is unanswered; after an error, what is new at the vendor can be anybody's.
  const isUnanswered = known.id === undefined && known.unanswered !== undefined && during === 'the wait'
  if (isUnanswered) await adoptStarted(known, remote, parts)
  if (known.id !== undefined) return known.isOver ? isNoMore(known.id, 'over') : stopRun(known.id, known.run, remote, parts)
  if (known.run !== undefined && !known.isOver) return 'what is under way at the vendor goes on there'
  // One that may still be found is left to `post`, which has more patience.
  const isOpen = isUnanswered || known.isUnsearched
  if (!isOpen || known.mark === undefined) remote.over()
  return isOpen ? MAY_BE_UNDER_WAY : 'no run is under way'
}

/** A start that was broken off may have been heard: exactly one new run is taken for it. */
async function adoptStarted({ unanswered }: Known, remote: RemoteRun, { step }: RemoteParts): Promise<void> {
  const { find } = unanswered ?? {}
  const found = find === undefined ? [] : await step.afterwards(find).catch(() => [])
  const [only] = found
  if (only !== undefined && found.length === 1) remote.known(only)
}

async function stopRun(
  id: string,
  run: Run | undefined,
  remote: RemoteRun,
  { name, suite, step, log }: RemoteParts,
): Promise<string> {
  const { cancel } = run ?? suite.open(id)
  if (cancel === undefined) return goesOn(id)
  const answer = await step.afterwards(cancel).catch(asTrouble)
  if (answer instanceof Trouble) log.trouble(`${name}: the run could not be stopped: `, answer)
  if (answer !== 'sent' && answer !== 'over') return `run ${shortId(id)} could not be stopped yet and may go on at the vendor`
  remote.over()
  return isNoMore(id, answer)
}
