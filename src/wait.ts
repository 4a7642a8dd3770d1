/** The only waiting there is: attempts with growing gaps, a budget for troubles, and the step's end. `docs/architecture.md` has the rules. */
import type { Clock } from './clock.ts'
import type { ErrorKind } from './outcome.ts'
import { asTrouble, type Persistence, Trouble } from './trouble.ts'

/** Why a step ends before its work does. */
export type StopReason = 'timed-out' | 'cancelled'

/** Thrown by a wait when the step ends. */
export class Stopped extends Error {
  readonly reason: StopReason
  /** The last trouble, where no attempt had gone well since. */
  readonly trouble: Trouble | undefined
  constructor(reason: StopReason, trouble?: Trouble) {
    super(`stopped: ${reason}`)
    this.name = 'Stopped'
    this.reason = reason
    this.trouble = trouble
  }
}

/** The step as the wait sees it. */
export interface Step {
  readonly clock: Clock
  /** From 0 to below 1. */
  random(): number
  /** Aborts with a {@link StopReason} when the step ends. */
  readonly signal: AbortSignal
  /** When the step's deadline comes, on the monotonic clock. */
  readonly deadline: number
  /** The first gap between two attempts, in milliseconds. */
  readonly gapMs: number
  /** The longest gap, in milliseconds. */
  readonly longestGapMs: number
}

/** What one attempt came to: a value, or not yet, with how much is done (0 to 100) where the vendor tells. */
export type Attempt<Value> = { readonly value: Value } | { readonly percent: number | undefined }

/** What was answered as an attempt: `not yet` asks for another one. */
export function attempted<Value>(answer: Value | 'not yet'): Attempt<Value> {
  return answer === 'not yet' ? { percent: undefined } : { value: answer }
}

/** One attempt. Where it is made of many requests, it calls `good` for each that did what it should. */
type Once<Value> = (good: () => void) => Promise<Attempt<Value>>

/** How one wait differs from another. */
export interface Manner {
  /** Wait for the first gap before the first attempt. */
  readonly gapFirst?: boolean
  /** Never shorten a gap for a last attempt just before the deadline: what is started then is stopped or left at once. */
  readonly wholeGaps?: boolean
  /** How long `missing` means "not yet", in milliseconds from the begin of the wait. */
  readonly missingIsNotYetMs?: number
  /** Told of each trouble that is lived through. */
  onTrouble?(trouble: Trouble, nextGapMs: number): void
}

const LEAST_GAP = 500
const GROWTH = 1.5
const JITTER = 0.2
/** The last look happens so long before the deadline, in milliseconds, and its request has that long. */
const LAST_LOOK = 3000
const MOST_TROUBLES = 10
const LONGEST_OUTAGE = 5 * 60_000
const MOST_SHAPES = 3
const MOST_FORBIDDEN = 3
const MOST_CUTS = 5

/**
 * Attempts until there is a value. Rejects with the `Trouble` that cannot be lived through, or with {@link Stopped}.
 * A value counts even when it comes after the end; what has ended is the waiting.
 */
export async function attempt<Value>(step: Step, once: Once<Value>, manner: Manner = {}): Promise<Value> {
  const budget = createBudget(step.clock, manner.missingIsNotYetMs ?? 0)
  try {
    return await attemptWithin(budget, step, once, manner)
  } catch (thrown) {
    throw thrown instanceof Stopped ? new Stopped(thrown.reason, budget.lastTrouble() ?? thrown.trouble) : thrown
  }
}

async function attemptWithin<Value>(budget: Budget, step: Step, once: Once<Value>, manner: Manner): Promise<Value> {
  const { clock, signal } = step
  const forecast = createForecast(clock)
  const slept = (gap: number): number => (manner.wholeGaps === true ? Math.max(gap, LEAST_GAP) : clampedGap(step, gap))
  let grown = step.gapMs
  if (manner.gapFirst === true) grown = await pause(step, slept(spread(step, grown)), grown)
  for (;;) {
    if (signal.aborted) throw stoppedBy(signal)
    let gap: number
    try {
      const seen = await once(budget.good)
      if ('value' in seen) return seen.value
      budget.good()
      gap = slept(plannedGap(step, grown, forecast(seen.percent)))
    } catch (thrown) {
      if (signal.aborted) throw stoppedBy(signal, thrown)
      const trouble = asTrouble(thrown)
      budget.spend(trouble)
      gap = slept(Math.max(spread(step, grown), trouble.facts.retryAfterMs ?? 0))
      manner.onTrouble?.(trouble, gap)
    }
    grown = await pause(step, gap, grown)
  }
}

/** The gap as it will be slept: never under the least, and shorter where a last look before the deadline comes first. */
function clampedGap({ clock, deadline }: Step, gap: number): number {
  const untilLastLook = deadline - LAST_LOOK - clock.now()
  const longest = untilLastLook < LEAST_GAP ? deadline - clock.now() : untilLastLook
  return Math.min(Math.max(gap, LEAST_GAP), Math.max(longest, LEAST_GAP))
}

/** Sleeps, and gives the next grown gap. */
async function pause({ clock, signal, deadline, longestGapMs }: Step, gap: number, grown: number): Promise<number> {
  await clock.sleep(gap, signal)
  if (!signal.aborted && clock.now() >= deadline) throw new Stopped('timed-out')
  return Math.min(grown * GROWTH, longestGapMs)
}

/** The gap with up to 20 % more or less, at random, so that many jobs do not look in step; never above the longest. */
function spread(step: Step, gap: number): number {
  return Math.min(gap * (1 - JITTER + 2 * JITTER * step.random()), step.longestGapMs)
}

/** Where the vendor's progress tells when the run should end, the next look is planned for just then. */
function plannedGap(step: Step, grown: number, remainingMs: number | undefined): number {
  if (remainingMs === undefined) return spread(step, grown)
  const shortest = Math.min(step.gapMs, step.longestGapMs)
  return Math.min(Math.max(remainingMs + LEAST_GAP, shortest), step.longestGapMs)
}

/** Guesses from two or more percentages how long a run still takes, in milliseconds. */
function createForecast(clock: Clock): (percent: number | undefined) => number | undefined {
  let first: { percent: number; at: number } | undefined
  return (percent) => {
    if (percent === undefined) return undefined
    const now = clock.now()
    if (first === undefined || percent < first.percent) first = { percent, at: now }
    const done = percent - first.percent
    return done <= 0 ? undefined : ((now - first.at) / done) * Math.max(0, 100 - percent)
  }
}

interface Budget {
  good(): void
  spend(trouble: Trouble): void
  /** Since the last good answer. */
  lastTrouble(): Trouble | undefined
}

/** Counts the troubles since the last good answer, and throws the one that is too many. */
function createBudget(clock: Clock, missingIsNotYetMs: number): Budget {
  const begin = clock.now()
  let lastGood = begin
  let since: Trouble[] = []
  return {
    lastTrouble: () => since.at(-1),
    good(): void {
      lastGood = clock.now()
      since = []
    },
    spend(trouble: Trouble): void {
      since.push(trouble)
      if (isTooMuch(trouble, since, clock.now() - begin < missingIsNotYetMs)) throw trouble
      const outage = clock.now() - lastGood
      if (since.length >= MOST_TROUBLES && outage >= LONGEST_OUTAGE) throw exhausted(since, trouble, outage)
    },
  }
}

/** Whether the last trouble ends the wait by itself, whatever the budget. */
function isTooMuch({ facts }: Trouble, since: readonly Trouble[], isEarly: boolean): boolean {
  switch (facts.persistence) {
    case 'lasting':
      return true
    case 'missing':
      return !isEarly
    case 'shape':
      return inARow(since, 'shape') >= MOST_SHAPES
    case 'forbidden':
      return inARow(since, 'forbidden') >= MOST_FORBIDDEN
    case 'cut':
      return since.filter((each) => each.facts.persistence === 'cut').length >= MOST_CUTS
    case 'passing':
      return false
  }
}

function inARow(since: readonly Trouble[], persistence: Persistence): number {
  return since.length - 1 - since.findLastIndex(({ facts }) => facts.persistence !== persistence)
}

/** The budget is used up: the kind is the one met most often, so that one odd answer does not hide an outage. */
function exhausted(troubles: readonly Trouble[], last: Trouble, forMs: number): Trouble {
  const counts = new Map<ErrorKind, number>()
  for (const { facts } of troubles) counts.set(facts.kind, (counts.get(facts.kind) ?? 0) + 1)
  const [kind] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))
  const minutes = Math.round(forMs / 60_000)
  return new Trouble(`${last.message}; gave up after ${troubles.length} failed attempts in a row over ${minutes} minutes`, {
    ...last.facts,
    kind,
    persistence: 'lasting',
  })
}

/** What a step that has ended throws, by its signal; where a wait within it has ended so too, that, as it knows what the trouble was. */
export function stoppedBy(signal: AbortSignal, thrown?: unknown): Stopped {
  if (thrown instanceof Stopped) return thrown
  return new Stopped(signal.reason === 'cancelled' ? 'cancelled' : 'timed-out')
}
