/** Time as a plain value, so that tests can bring their own. */

/** Where all time comes from. */
export interface Clock {
  /** Monotonic milliseconds, for gaps and deadlines. */
  now(): number
  /** Milliseconds since 1970, for what is shown and signed. */
  wall(): number
  /**
   * Resolves after `ms` milliseconds, of any size. With a signal it ends early, and resolves just the same:
   * whoever waits looks at the signal.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
