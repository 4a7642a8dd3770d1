/** Kore.ai publish on a local port, as strict as the vendor's pages are, and scripted in sentences. */
import type { Clock } from '../../src/clock.ts'
import type { RefusedRequest } from '../exchange.ts'
import { type SimulatedServer, startServer } from '../server.ts'
import { systemClock } from '../system-clock.ts'
import { vendorClock } from './api.ts'
import { type App, DEMO_APP } from './app.ts'
import { beginPublish, type KorePublishOperation, type Memory, publishProgram, type StartedPublish } from './publish-program.ts'
import { type PublishScript, plainPublish, scriptPublish } from './publish-run.ts'

/** Everything about the vendor that tests may choose, at the start or while the simulator runs. */
export interface PublishBehaviour extends App {
  /** How far the vendor's wall clock is ahead of the injected one; negative: behind. */
  clockAheadMs: number
  /** Publishes that nobody scripts take that long by the clock; undefined: three looks. */
  runsLastMs: number | undefined
  /** How many dialogs the bot has: the start's answer describes each. */
  dialogs: number
  /** The HTTP status for a bot that was never published; nobody knows which one Kore.ai uses. */
  nothingYet: 400 | 404
}

/** Simulated Kore.ai publish. */
export interface KorePublish extends SimulatedServer<KorePublishOperation> {
  readonly behaviour: Readonly<PublishBehaviour>
  /** Every publish that was asked for over the API, with its parameters. */
  readonly publishes: readonly StartedPublish[]
  /** Every request that was refused by the vendor's own rules. */
  readonly refusals: readonly RefusedRequest[]
  /** Scripts the next publish that has no script yet. */
  nextPublish(): PublishScript
  /** Somebody publishes in the console, right now. */
  somebodyPublishes(script?: (publish: PublishScript) => void): void
  /** Changes what the vendor does from now on. */
  behaves(changes: Partial<PublishBehaviour>): void
}

/** What the simulator can be started with; without a clock it runs in real time. */
export type KorePublishOptions = Partial<PublishBehaviour> & { readonly clock?: Clock }

/** Starts the simulator on a port of the system's choice. */
export async function startKorePublish({ clock = systemClock, ...choices }: KorePublishOptions = {}): Promise<KorePublish> {
  const behaviour: PublishBehaviour = {
    ...DEMO_APP,
    scopes: ['Bot Publish > Publish', 'Bot Publish > Publish Status'],
    clockAheadMs: 0,
    runsLastMs: undefined,
    dialogs: 3,
    nothingYet: 404,
    ...choices,
  }
  const ofVendor = vendorClock(clock, () => behaviour.clockAheadMs)
  const memory: Memory = { publishes: [], jobs: [], plans: [], refusals: [] }
  const server = await startServer({ clock: ofVendor, ...publishProgram(behaviour, ofVendor, memory) })
  return {
    ...server,
    behaviour,
    publishes: memory.publishes,
    refusals: memory.refusals,
    nextPublish() {
      const plan = plainPublish(behaviour.runsLastMs)
      memory.plans.push(plan)
      return scriptPublish(plan)
    },
    somebodyPublishes(script) {
      const plan = plainPublish(behaviour.runsLastMs)
      script?.(scriptPublish(plan))
      beginPublish(memory, plan, ofVendor)
    },
    behaves: (changes) => void Object.assign(behaviour, changes),
  }
}
