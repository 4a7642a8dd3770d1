/** Work against the clock: whoever waits for it is let go when its time is up. */
import type { Clock } from './clock.ts'
import { lastingTrouble } from './trouble.ts'

/**
 * Does something until `timeUp` resolves, and then rejects with the error that it gives. The signal of the action aborts in
 * that moment, and what becomes of the action is left; the signal of `timeUp` aborts when there is nothing to wait for any more.
 */
export async function until<Value>(
  timeUp: (over: AbortSignal) => Promise<Error>,
  action: (late: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const over = new AbortController()
  const late = new AbortController()
  const end = async (): Promise<never> => {
    const why = await timeUp(over.signal)
    if (!over.signal.aborted) late.abort()
    throw why
  }
  const begin = async (): Promise<Value> => action(late.signal)
  // First, since what is in flight asks which time it has.
  const ending = end()
  try {
    // Both are handled here, so that the one that comes later is heard by nobody.
    return await Promise.race([begin(), ending])
  } finally {
    over.abort()
  }
}

/**
 * Milliseconds that something may take which is done when the verdict stands: as long as usual, or until the deadline, but after
 * it still a moment.
 */
export function timeFor(
  { usual, late }: { readonly usual: number; readonly late: number },
  deadline: number | undefined,
  clock: Clock,
): number {
  return deadline === undefined ? usual : Math.max(late, Math.min(usual, deadline - clock.now()))
}

/** How long something may take. */
interface TimeLimit {
  readonly clock: Clock
  /** In milliseconds. */
  readonly ms: number
  /** Ends it before its time. */
  readonly signal: AbortSignal
  /** How long it may still take after the signal, in milliseconds; no time at all unless given. */
  readonly graceMs?: number
  /** What is told of it when its time is up. */
  why(): string
}

/** Does something for at most so long; see {@link until}. Rejects with a `Trouble` of kind `network` when the time is up. */
export function within<Value>(
  { clock, ms, signal, graceMs = 0, why }: TimeLimit,
  action: (late: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const timeUp = async (over: AbortSignal): Promise<Error> => {
    await clock.sleep(ms, AbortSignal.any([over, signal]))
    if (signal.aborted) await clock.sleep(graceMs, over)
    return lastingTrouble('network', why())
  }
  return until(timeUp, action)
}
