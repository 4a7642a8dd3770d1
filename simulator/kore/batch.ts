/** Kore.ai batch tests on a local port, as strict as the vendor's pages are, and scripted in sentences. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import type { RefusedRequest } from '../exchange.ts'
import { type SimulatedServer, startServer } from '../server.ts'
import { systemClock } from '../system-clock.ts'
import { vendorClock } from './api.ts'
import { DEMO_APP } from './app.ts'
import { PLAIN_FILES } from './batch-files.ts'
import {
  type AutomaticRun,
  batchProgram,
  type KoreBatchOperation,
  type KoreBehaviour,
  type Memory,
  type StartedRun,
} from './batch-program.ts'
import { plainRun, type RunScript, scriptRun } from './batch-run.ts'
import type { Utterance } from './batch-suite.ts'

const MOST_UTTERANCES = 1000
const MOST_CHARACTERS = 3000

/** Simulated Kore.ai batch tests. */
export interface KoreBatch extends SimulatedServer<KoreBatchOperation> {
  /** Bot id, credentials and manners, as they are now. */
  readonly behaviour: Readonly<KoreBehaviour>
  /** Every run that was really started, with its parameters. */
  readonly runs: readonly StartedRun[]
  /** The runs that the vendor started by itself, because a suite was imported as a new one. */
  readonly automaticRuns: readonly AutomaticRun[]
  /** Every request that was refused by the vendor's own rules: what a wrong client leaves behind. */
  readonly refusals: readonly RefusedRequest[]
  /** Makes a suite known, or replaces it; throws beyond the vendor's 1,000 utterances of 3,000 characters. */
  suite(name: string, utterances: readonly Utterance[]): void
  /** Scripts the next run (of that suite) that has no script yet. */
  nextRun(suite?: string): RunScript
  /** Changes what the vendor does from now on. */
  behaves(changes: Partial<KoreBehaviour>): void
}

/** What the simulator can be started with; without a clock it runs in real time. */
export type KoreBatchOptions = Partial<KoreBehaviour> & { readonly clock?: Clock }

/** Starts the simulator on a port of the system's choice. */
export async function startKoreBatch({ clock = systemClock, ...choices }: KoreBatchOptions = {}): Promise<KoreBatch> {
  const behaviour: KoreBehaviour = {
    ...DEMO_APP,
    ...PLAIN_FILES,
    countedBy: 'intent and entities',
    clockAheadMs: 0,
    runsLastMs: undefined,
    ...choices,
  }
  const ofVendor = vendorClock(clock, () => behaviour.clockAheadMs)
  const memory: Memory = { suites: new Map(), runs: [], automaticRuns: [], plans: [], refusals: [] }
  const program = batchProgram(behaviour, ofVendor, memory, () => server.address)
  const server = await startServer({ clock: ofVendor, ...program })
  return { ...server, behaviour, ...sentences(behaviour, memory) }
}

type Sentences = Pick<KoreBatch, 'runs' | 'automaticRuns' | 'refusals' | 'suite' | 'nextRun' | 'behaves'>

function sentences(behaviour: KoreBehaviour, { suites, runs, automaticRuns, plans, refusals }: Memory): Sentences {
  return {
    runs,
    automaticRuns,
    refusals,
    suite(name, utterances) {
      const tooLong = utterances.some((each) => each.input.length > MOST_CHARACTERS)
      if (utterances.length > MOST_UTTERANCES || tooLong) throw new Error(`Kore.ai takes no suite as large as '${name}'`)
      suites.set(name, { id: `ts-${randomUUID()}`, name, utterances })
    },
    nextRun(suite) {
      const plan = plainRun(behaviour.runsLastMs)
      plans.push({ suite, plan })
      return scriptRun(plan)
    },
    behaves: (changes) => void Object.assign(behaviour, changes),
  }
}
