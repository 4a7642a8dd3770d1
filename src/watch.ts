/** Ends a request that takes too long or falls silent. */
import type { Clock } from './clock.ts'

/** How long a request may be silent and how long it may take, in milliseconds. */
export interface Patience {
  readonly silenceMs: number
  readonly wholeMs: number
}

/** A watch over one request. */
export interface Watch {
  /** Aborts when the time is up, or when the step ends. */
  readonly signal: AbortSignal
  /** True once the request was ended for its slowness, and not by the step. */
  readonly expired: boolean
  /** True while an https connection of our own is not secured, so that nothing of the request can have been sent. */
  unsecured: boolean
  /** Something came from the other side. */
  heard(): void
  /** The request is over; nothing is left running. */
  stop(): void
}

/** Starts watching. */
export function startWatch(clock: Clock, step: AbortSignal, { silenceMs, wholeMs }: Patience): Watch {
  const end = new AbortController()
  const idle = new AbortController()
  const limit = clock.now() + wholeMs
  let last = clock.now()
  let expired = false
  const watchOver = async (): Promise<void> => {
    while (!idle.signal.aborted) {
      const due = Math.min(last + silenceMs, limit)
      if (clock.now() >= due) {
        expired = true
        end.abort()
        return
      }
      await clock.sleep(due - clock.now(), idle.signal)
    }
  }
  void watchOver()
  return {
    signal: AbortSignal.any([step, end.signal]),
    unsecured: false,
    get expired() {
      return expired
    },
    heard() {
      last = clock.now()
    },
    stop() {
      idle.abort()
    },
  }
}
