/** What a schedule holds: everything that happens to one use of the action, as plain data that can be printed and shrunk. */

/** The value of the input `provider`. */
export type ProviderName = 'kore-batch' | 'kore-conversation' | 'kore-publish' | 'omilia' | 'omilia-generation' | 'kapso'

/** How a run of one suite ends at the vendor. */
export type End = 'honest' | 'breaks off' | 'never' | 'contradicts itself'

/** One suite, and what its run comes to. */
export interface SuitePlan {
  readonly good: number
  readonly bad: number
  readonly end: End
  /** Which of the vendor's ways to contradict itself. */
  readonly contradiction: number
  /** How long the run takes, in milliseconds of the vendor's clock. */
  readonly lastsMs: number
  /** Words that the status says first; then the run moves by looks and not by time. */
  readonly words: readonly string[]
}

/** A change of one value in the answers to one call. */
export interface Lie {
  readonly operation: number
  readonly place: number
  readonly value: number
}

/** A fault for one request, by its number among those of the schedule. */
export interface Strike {
  readonly request: number
  readonly fault: number
}

/** When something happens from outside. */
export type Moment =
  | { readonly after: 'time'; readonly ms: number }
  | { readonly after: 'request'; readonly request: number; readonly when: 'before acting' | 'after acting' }

/** One use of the action and its fate. */
export interface Schedule {
  readonly profile: 'calm' | 'outage' | 'interrupted' | 'wild'
  readonly provider: ProviderName
  readonly suites: readonly SuitePlan[]
  readonly way: 'run' | 'start, collect' | 'start, cancel'
  readonly timeoutMinutes: number
  readonly pollSeconds: number
  readonly maxParallel: number
  /** Of each request, the share that meets a fault. */
  readonly weather: { readonly rate: number; readonly isWild: boolean; readonly seed: number }
  readonly strikes: readonly Strike[]
  /** From the start on, every request meets one fault for a while. */
  readonly outage?: { readonly fromMs: number; readonly lastsMs: number; readonly fault: number } | undefined
  readonly interruption?: { readonly kind: 'cancel' | 'kill'; readonly moment: Moment } | undefined
  readonly lie?: Lie | undefined
  /** The hostile text that the vendor's names and errors hold. */
  readonly text: number
  /** The form in which they hold a credential. */
  readonly echo: number
  /** Whether files may come from the other origin. */
  readonly foreignAllowed: boolean
}

/** Whether the vendor's model of this suite is one that passed: it ends, all is well, and its own figures agree. */
export function provesPass({ good, bad, end }: SuitePlan): boolean {
  return end === 'honest' && bad === 0 && good > 0
}
