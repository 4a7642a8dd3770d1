/** The one kind of error that is thrown on purpose: it knows what to tell and whether trying again can help. */
import { isNativeError } from 'node:util/types'
import type { ErrorKind } from './outcome.ts'

/**
 * How the wait treats a trouble (`docs/architecture.md` calls this the budget).
 * - `passing`: a hiccup of the network or the vendor; counts against the budget.
 * - `shape`: a 2xx answer that is not what it should be; three in a row end the wait.
 * - `missing`: the vendor does not know the thing; right after the start that means "not yet".
 * - `forbidden`: 403; three of them end the wait.
 * - `cut`: a file that broke off in its body; five of them end the wait.
 * - `lasting`: trying again cannot help.
 */
export type Persistence = 'passing' | 'shape' | 'missing' | 'forbidden' | 'cut' | 'lasting'

/** The facts of a trouble beside its sentence. */
export interface TroubleFacts {
  readonly kind: ErrorKind
  readonly persistence: Persistence
  /** True when the vendor surely did not act on the request, so that even a start may be repeated. */
  readonly unheard?: boolean
  /** What the vendor asks us to wait, in milliseconds. */
  readonly retryAfterMs?: number
  /** The vendor's own words; hostile until neutralised, never part of an output. */
  readonly said?: string
  /** The HTTP status, where an answer came. */
  readonly status?: number
  /** The vendor's clock at the answer, in milliseconds since 1970. */
  readonly serverTime?: number
}

/** Thrown with a sentence in our own words that names the input or call, the fact and the remedy. */
export class Trouble extends Error {
  readonly facts: TroubleFacts
  constructor(message: string, facts: TroubleFacts) {
    super(message)
    this.name = 'Trouble'
    this.facts = facts
  }
}

/** A trouble that trying again cannot mend. */
export function lastingTrouble(kind: ErrorKind, message: string, said?: string): Trouble {
  return new Trouble(message, { kind, persistence: 'lasting', ...(said !== undefined && { said }) })
}

/** Anything that was thrown, as a trouble: what is not one is a mistake of ours, told as `internal` without its text. */
export function asTrouble(thrown: unknown): Trouble {
  if (thrown instanceof Trouble) return thrown
  const said = isNativeError(thrown) ? (thrown.stack ?? thrown.message) : String(thrown)
  return lastingTrouble(
    'internal',
    'agent-test-gate hit an unexpected internal error; please report it with the redacted log',
    said,
  )
}
