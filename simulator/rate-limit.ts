/** Rate limits over sliding windows. */
import type { Clock } from '../src/clock.ts'

/** At most `calls` in any `windowMs` milliseconds. */
export interface Limit {
  readonly calls: number
  readonly windowMs: number
}

/** A limit that a call would break, and when the next one would be let in. */
export interface Exceeded {
  readonly limit: Limit
  readonly retryAfterMs: number
}

/** Counts calls by key. A call that was refused does not count. */
export interface RateLimiter {
  /** Counts the call, or tells the first of the limits that it would break. */
  admit(key: string, limits: readonly Limit[]): Exceeded | undefined
}

/** A limiter that has seen nothing yet. */
export function rateLimiter(clock: Clock): RateLimiter {
  const calls = new Map<string, number[]>()
  return {
    admit(key, limits) {
      const now = clock.now()
      const seen = calls.get(key) ?? []
      for (const limit of limits) {
        const within = seen.filter((at) => at > now - limit.windowMs)
        const oldest = within[within.length - limit.calls]
        if (oldest !== undefined) return { limit, retryAfterMs: oldest + limit.windowMs - now }
      }
      calls.set(key, [...seen, now])
      return undefined
    },
  }
}
