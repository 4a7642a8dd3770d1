/** Kore.ai conversation tests on a local port, as strict as the vendor's pages are, and scripted in sentences. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import type { RefusedRequest } from '../exchange.ts'
import { type SimulatedServer, startServer } from '../server.ts'
import { systemClock } from '../system-clock.ts'
import { vendorClock } from './api.ts'
import { type App, DEMO_APP } from './app.ts'
import {
  conversationProgram,
  type KoreConversationOperation,
  type Memory,
  type StartedConversation,
} from './conversation-program.ts'
import { type ConversationScript, plainConversation, scriptConversation } from './conversation-run.ts'
import type { ConversationStep } from './conversation-suite.ts'

/** Everything about the vendor that tests may choose, at the start or while the simulator runs. */
export interface ConversationBehaviour extends App {
  /** How far the vendor's wall clock is ahead of the injected one; negative: behind. */
  clockAheadMs: number
  /** Runs that nobody scripts take that long by the clock; undefined: three looks. */
  runsLastMs: number | undefined
  /** What each look at an import sees, in this order; the last one stays. */
  importShows: readonly string[]
  /** The people who may run and import suites. */
  developers: readonly string[]
}

/** Simulated Kore.ai conversation tests. */
export interface KoreConversation extends SimulatedServer<KoreConversationOperation> {
  readonly behaviour: Readonly<ConversationBehaviour>
  /** Every run that was really started, with its parameters. */
  readonly runs: readonly StartedConversation[]
  /** The names of the suites that are there. */
  suites(): readonly string[]
  /** Every request that was refused by the vendor's own rules. */
  readonly refusals: readonly RefusedRequest[]
  /** Makes a suite known, or replaces it. */
  suite(name: string, steps: readonly ConversationStep[]): void
  /** Scripts the next run that has no script yet. */
  nextRun(): ConversationScript
  /** Changes what the vendor does from now on. */
  behaves(changes: Partial<ConversationBehaviour>): void
}

/** What the simulator can be started with; without a clock it runs in real time. */
export type KoreConversationOptions = Partial<ConversationBehaviour> & { readonly clock?: Clock }

/** Starts the simulator on a port of the system's choice. */
export async function startKoreConversation({
  clock = systemClock,
  ...choices
}: KoreConversationOptions = {}): Promise<KoreConversation> {
  const behaviour: ConversationBehaviour = {
    ...DEMO_APP,
    scopes: ['Conversation Tests Execution', 'Conversation Tests Management'],
    clockAheadMs: 0,
    runsLastMs: undefined,
    importShows: ['IN_PROGRESS', 'SUCCESS'],
    developers: ['dev@example.com'],
    ...choices,
  }
  const ofVendor = vendorClock(clock, () => behaviour.clockAheadMs)
  const memory: Memory = { suites: new Map(), runs: [], plans: [], imports: new Map(), refusals: [] }
  const server = await startServer({ clock: ofVendor, ...conversationProgram(behaviour, ofVendor, memory) })
  return {
    ...server,
    behaviour,
    runs: memory.runs,
    refusals: memory.refusals,
    suites: () => [...memory.suites.keys()],
    suite: (name, steps) => void memory.suites.set(name, { id: `ctc-${randomUUID()}`, name, steps }),
    nextRun() {
      const plan = plainConversation(behaviour.runsLastMs)
      memory.plans.push(plan)
      return scriptConversation(plan)
    },
    behaves: (changes) => void Object.assign(behaviour, changes),
  }
}
