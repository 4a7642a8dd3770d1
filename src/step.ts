/** The life of a step: from its start to its deadline or its cancellation, and the few seconds afterwards. */
import type { Step, StopReason } from './wait.ts'

/** A step that can be ended. */
export interface StepLife extends Step {
  /** Ends what is in flight: the step's signal, and while something is done afterwards the signal of that. */
  inFlight(): AbortSignal
  /** Does one last thing, also after the step has ended, for at most so many milliseconds. */
  afterwards<Value>(ms: number, action: () => Promise<Value>): Promise<Value>
  /** Nothing more is waited for. */
  end(): void
}

/** What a step is made of; times in milliseconds. */
export interface StepParts extends Pick<Step, 'clock' | 'random' | 'gapMs' | 'longestGapMs'> {
  readonly timeoutMs: number
  /** Aborts when the workflow is cancelled. */
  readonly cancelled: AbortSignal
}

/** Starts the clock of a step. Its signal aborts at the deadline, and when the workflow is cancelled. */
export function startStep({ clock, random, gapMs, longestGapMs, timeoutMs, cancelled }: StepParts): StepLife {
  const life = new AbortController()
  const over = new AbortController()
  const stop = (reason: StopReason): void => life.abort(reason)
  const onCancel = (): void => stop('cancelled')
  let afterwards: AbortSignal | undefined
  if (cancelled.aborted) onCancel()
  cancelled.addEventListener('abort', onCancel)
  void clock.sleep(timeoutMs, AbortSignal.any([over.signal, life.signal])).then(() => {
    if (!over.signal.aborted) stop('timed-out')
  })
  return {
    clock,
    random,
    gapMs,
    longestGapMs,
    signal: life.signal,
    deadline: clock.now() + timeoutMs,
    inFlight: () => (life.signal.aborted ? (afterwards ?? life.signal) : life.signal),
    async afterwards(ms, action) {
      const limit = new AbortController()
      afterwards = limit.signal
      const late = clock.sleep(ms, over.signal).then(() => {
        limit.abort()
        throw new Error(`not done within ${ms} ms`)
      })
      return Promise.race([action(), late])
    },
    end() {
      cancelled.removeEventListener('abort', onCancel)
      over.abort()
    },
  }
}
