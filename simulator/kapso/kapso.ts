/** Kapso's test suites on a local port, as strict as the vendor's pages are, and scripted in sentences. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import type { RefusedRequest } from '../exchange.ts'
import { type SimulatedServer, startServer } from '../server.ts'
import { systemClock } from '../system-clock.ts'
import {
  endOf,
  type KapsoBehaviour,
  type KapsoOperation,
  type KapsoRun,
  type KeptSuite,
  kapsoProgram,
  type Memory,
} from './program.ts'
import type { CaseScript } from './test-case.ts'

/** Simulated test suites of Kapso. */
export interface Kapso extends SimulatedServer<KapsoOperation> {
  /** The address of the API, for `base-url`. */
  readonly base: string
  /** Key, agent and manners, as they are now. */
  readonly behaviour: Readonly<KapsoBehaviour>
  /** Every run that was made, also one that nothing starts. */
  readonly runs: readonly KapsoRun[]
  /** Every request that was refused by the vendor's own rules: what a wrong client leaves behind. */
  readonly refusals: readonly RefusedRequest[]
  /** Makes a suite of the agent known, or replaces it. */
  suite(name: string, cases: readonly CaseScript[]): KeptSuite
  /** The runs that were started and have not ended. */
  underWay(): KapsoRun[]
  /** Changes what the vendor does from now on. */
  behaves(changes: Partial<KapsoBehaviour>): void
}

/** What the simulator can be started with; without a clock it runs in real time. */
export type KapsoOptions = Partial<KapsoBehaviour> & { readonly clock?: Clock }

const PLAIN: KapsoBehaviour = {
  apiKey: 'kapso-simulated-key-9f3c61b7d2',
  agentId: '6b1f0c52-3d0e-4f5e-9c55-7a0f3f2f9d11',
  callsPerMinute: 100,
  credits: Number.POSITIVE_INFINITY,
  creditStatus: 402,
  runsLastMs: 20_000,
  listsCases: false,
  wrapsAnswers: true,
  noError: {},
}

/** Starts the simulator on a port of the system's choice. */
export async function startKapso({ clock = systemClock, ...choices }: KapsoOptions = {}): Promise<Kapso> {
  const behaviour = { ...PLAIN, ...choices }
  const memory: Memory = { suites: [], runs: [], refusals: [] }
  const server = await startServer({ clock, ...kapsoProgram({ behaviour, clock, memory }) })
  return {
    ...server,
    base: `${server.address}/api/v1`,
    behaviour,
    runs: memory.runs,
    refusals: memory.refusals,
    suite: (name, cases) => keep(memory, name, cases),
    underWay: () => memory.runs.filter((run) => run.startedAt !== undefined && endOf(run, behaviour) > clock.now()),
    behaves: (changes) => void Object.assign(behaviour, changes),
  }
}

function keep({ suites }: Memory, name: string, cases: readonly CaseScript[]): KeptSuite {
  const suite = { id: randomUUID(), name, cases: cases.map((each) => ({ ...each, id: randomUUID() })) }
  const old = suites.findIndex((each) => each.name === name)
  if (old === -1) suites.push(suite)
  else suites.splice(old, 1, suite)
  return suite
}
