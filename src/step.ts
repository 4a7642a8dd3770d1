/** The life of a step: from its start to its deadline or its cancellation, and the few seconds afterwards. */
import type { Clock } from './clock.ts'
import { until } from './time-limit.ts'
import { Trouble } from './trouble.ts'
import { type Step, type Stopped, type StopReason, stoppedBy } from './wait.ts'

/** A step that can be ended. */
export interface StepLife extends Step {
  /** Ends what is in flight: the step's signal, and once it has ended the signal of what is done afterwards. */
  inFlight(): AbortSignal
  /**
   * Does one last thing, also when the step has ended. After an end all last things share 3 s, counted from the first of
   * them; else each has 3 s of its own. Rejects with a `Trouble` when the time is up.
   */
  afterwards<Value>(action: () => Promise<Value>): Promise<Value>
  /** Does something of this machine, which hangs where a disk does: rejects with `Stopped` when the step ends first. */
  unlessOver<Value>(action: () => Promise<Value>): Promise<Value>
  /** Nothing more is waited for. */
  end(): void
  /** Aborts at {@link StepLife.end}. */
  readonly over: AbortSignal
}

/** What a step is made of; times in milliseconds. */
interface StepParts extends Pick<Step, 'clock' | 'random' | 'gapMs' | 'longestGapMs'> {
  readonly timeoutMs: number
  /** Aborts when the workflow is cancelled. */
  readonly cancelled: AbortSignal
}

/** How long last things may take, in milliseconds, so that they do not hold the exit. */
const LAST_THINGS = 3000
/** How long something of this machine may still take after the end, in milliseconds. */
const LOCAL_THINGS = 1000

/** Starts the clock of a step. Its signal aborts at the deadline, and when the workflow is cancelled. */
export function startStep({ clock, random, gapMs, longestGapMs, timeoutMs, cancelled }: StepParts): StepLife {
  const life = new AbortController()
  const over = new AbortController()
  const stop = (reason: StopReason): void => life.abort(reason)
  const onCancel = (): void => stop('cancelled')
  if (cancelled.aborted) onCancel()
  cancelled.addEventListener('abort', onCancel)
  void clock.sleep(timeoutMs, AbortSignal.any([over.signal, life.signal])).then(() => {
    if (!over.signal.aborted) stop('timed-out')
  })
  const deadline = clock.now() + timeoutMs
  // Whoever waits can see the deadline a moment before the timer that ends the step.
  const isEnded = (): boolean => life.signal.aborted || clock.now() >= deadline
  const last = lastThings(clock, isEnded, over.signal)
  return {
    clock,
    random,
    gapMs,
    longestGapMs,
    signal: life.signal,
    over: over.signal,
    deadline,
    inFlight: () => last.inFlight() ?? life.signal,
    afterwards: last.afterwards,
    async unlessOver(action) {
      const timeUp = async (done: AbortSignal): Promise<Stopped> => {
        await whenAborted(life.signal, done)
        await clock.sleep(LOCAL_THINGS, done)
        return stoppedBy(life.signal)
      }
      return until(timeUp, action)
    },
    end() {
      cancelled.removeEventListener('abort', onCancel)
      over.abort()
    },
  }
}

/** What is still done when a step has ended. */
interface LastThings extends Pick<StepLife, 'afterwards'> {
  /** Ends it; undefined until something is done after the end. */
  inFlight(): AbortSignal | undefined
}

function lastThings(clock: Clock, isEnded: () => boolean, over: AbortSignal): LastThings {
  const grace = new AbortController()
  let graceEnds: number | undefined
  const remaining = (): number => {
    if (!isEnded()) return LAST_THINGS
    graceEnds ??= clock.now() + LAST_THINGS
    return graceEnds - clock.now()
  }
  return {
    inFlight: () => (graceEnds === undefined ? undefined : grace.signal),
    async afterwards(action) {
      // One that began before the end has its own 3 s, and ends none of those that began after it.
      const isLast = isEnded()
      const timeUp = async (done: AbortSignal): Promise<Trouble> => {
        await clock.sleep(remaining(), AbortSignal.any([over, done]))
        if (isLast && !done.aborted) grace.abort()
        return new Trouble('the vendor did not answer in the seconds that were left for it', {
          kind: 'network',
          persistence: 'passing',
        })
      }
      return until(timeUp, action)
    },
  }
}

/** Resolves when the signal aborts; forgets it when nobody wants to know any more. */
function whenAborted(signal: AbortSignal, unwanted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { signal: unwanted })
  })
}
