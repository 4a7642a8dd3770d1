/** A simulated vendor as the property test sees it: what it was told to play, and what really happened there. */

import type { RecordedRequest } from '../../../simulator/exchange.ts'
import type { Script } from '../../../simulator/server.ts'
import type { Clock } from '../../../src/clock.ts'
import type { SuitePlan } from '../plan.ts'

/** What came of one suite at the vendor. */
export interface SuiteFate {
  /** How many runs of it were really started; of a suite without a run of its own, how often its most started case was. */
  readonly started: number
  /** Whether a run of it came to its end, and showed it. */
  readonly isOver: boolean
}

/** A rate limit that a request counts against. */
export interface Counted {
  readonly key: string
  readonly calls: number
  readonly perMs: number
}

/** One of the vendor's servers. */
export interface Server {
  readonly requests: readonly RecordedRequest[]
  on(operation: 'any'): Script
}

/** A simulated vendor. */
export interface Vendor {
  readonly servers: readonly Server[]
  readonly inputs: Readonly<Record<string, string>>
  readonly credentials: readonly string[]
  /** The call that starts a run. */
  readonly startOperation: string
  /** The calls whose answers the verdict rests on. */
  readonly dataOperations: readonly string[]
  /** Whether a run can be stopped over the API. */
  readonly canCancel: boolean
  /** The run that a request looks at; undefined for any other request. */
  lookedAt(request: RecordedRequest): string | undefined
  limits(request: RecordedRequest): readonly Counted[]
  /** The tokens in this request, which are secrets too. */
  tokens(request: RecordedRequest): readonly string[]
  fates(): readonly SuiteFate[]
  underWay(): number
  close(): Promise<void>
}

/** What a vendor is opened with. */
export interface Stage {
  readonly clock: Clock
  /** One of each suite; a vendor that scripts runs in the order of their starts plays the first one for all. */
  readonly plans: readonly SuitePlan[]
  /** A hostile text for names and replies; it may hold the vendor's own credential. */
  text(credential: string): string
  /** Another origin. */
  readonly foreign: string
}

/** The name of a suite by its place. */
export function suiteName(place: number): string {
  return `Suite ${place + 1}`
}

/** The names of all suites, as the input takes them. */
export function suiteNames({ plans }: Stage): string {
  return plans.map((_, place) => suiteName(place)).join('\n')
}

/** Picks by a number that may be larger than the list. */
export function pick<Value>(values: readonly [Value, ...Value[]], number: number): Value {
  return values[number % values.length] ?? values[0]
}

/** A list of so many. */
export function times<Value>(count: number, make: (place: number) => Value): Value[] {
  return Array.from({ length: count }, (_, place) => make(place))
}

/** The bearer of a request's authorization, and the header `auth`. */
export function headerTokens({ headers }: RecordedRequest): readonly string[] {
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
  return [headers['auth'], bearer].filter((each) => typeof each === 'string')
}
