/** Attempts by script on a virtual clock, and a record of when each was made. */
import { afterEach } from '@jest/globals'
import type { ErrorKind } from '../../src/outcome.ts'
import { type Persistence, Trouble, type TroubleFacts } from '../../src/trouble.ts'
import { type Attempt, attempt, type Manner, type Step } from '../../src/wait.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

/** What one attempt does: gives something, or throws. */
export type Scripted = () => Attempt<string> | Promise<Attempt<string>>

/** What each attempt does, by its number from 1, the time, and a way to say that a part of it went well. */
export type Script = (number: number, now: number, good: () => void) => ReturnType<Scripted>

/** A wait under way. */
export interface Waiting {
  readonly clock: VirtualClock
  /** Ends the step. */
  readonly life: AbortController
  /** When each attempt was made. */
  readonly times: readonly number[]
  /** Each trouble that was lived through, by its message, and the gap that was told with it. */
  readonly told: readonly (readonly [string, number])[]
  readonly ended: Promise<string>
}

/** How a wait differs from the plain one: 5 s, growing to 30 s, for two hours, in the middle of the jitter. */
export interface Settings extends Partial<Pick<Step, 'gapMs' | 'longestGapMs' | 'deadline'>> {
  random?(): number
  readonly manner?: Manner
  /** When the wait begins, on the clock; at once unless told. */
  readonly beginAt?: number
}

const clocks: VirtualClock[] = []

afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop()
})

/** Begins to wait. */
export function wait(script: Script, settings: Settings = {}): Waiting {
  const { manner = {}, random = () => 0.5, beginAt = 0, ...rest } = settings
  const clock = createVirtualClock()
  clocks.push(clock)
  const life = new AbortController()
  const times: number[] = []
  const told: (readonly [string, number])[] = []
  const step: Step = { clock, random, signal: life.signal, deadline: 7_200_000, gapMs: 5000, longestGapMs: 30_000, ...rest }
  const once = async (good: () => void): Promise<Attempt<string>> => {
    times.push(clock.now())
    return script(times.length, clock.now(), good)
  }
  const onTrouble = ({ message }: Trouble, gap: number): void => void told.push([message, gap])
  const begin = async (): Promise<string> => {
    if (beginAt > 0) await clock.sleep(beginAt)
    return attempt(step, once, { onTrouble, ...manner })
  }
  return { clock, life, times, told, ended: begin() }
}

/** One script after the other; the last one again and again. */
export function inOrder(...scripts: readonly Scripted[]): (number: number) => ReturnType<Scripted> {
  return (number) => (scripts[number - 1] ?? scripts.at(-1) ?? notYet())()
}

/** The wait is over. */
export function done(value = 'done'): Scripted {
  return () => ({ value })
}

/** Not yet, with how much is done where that is told. */
export function notYet(percent?: number): Scripted {
  return () => ({ percent })
}

/** A trouble. */
export function met(persistence: Persistence, kind: ErrorKind = 'network', facts: Partial<TroubleFacts> = {}): Scripted {
  return () => {
    throw new Trouble(`a ${persistence} trouble of ${kind}`, { kind, persistence, ...facts })
  }
}

/** The times between one attempt and the next. */
export function gapsOf(times: readonly number[]): number[] {
  return times.slice(1).map((at, index) => at - (times[index] ?? 0))
}
