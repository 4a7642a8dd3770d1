/** Omilia Testing Studio and its sign-in on two local ports, as strict as the vendor's page is, and scripted in sentences. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import type { RefusedRequest } from '../exchange.ts'
import { type SimulatedServer, startServer } from '../server.ts'
import { systemClock } from '../system-clock.ts'
import { type Account, DEMO_ACCOUNT, type TokenStore, tokenStore } from './account.ts'
import { isUnderWay, type StartedJob } from './job.ts'
import { type JobScript, plainJob, scriptJob } from './job-plan.ts'
import { type KeycloakOperation, keycloakProgram } from './keycloak.ts'
import { type Manners, type Memory, type OmiliaOperation, studioProgram } from './program.ts'
import type { ProjectFacts } from './project.ts'
import type { TestCase } from './test-case.ts'

/** The product's prefix on its host. */
const PREFIX = '/testing-studio'

/** Everything that tests may choose. */
export type OmiliaBehaviour = Account & Manners

/** A project, as tests name it. */
export interface ProjectChoice {
  readonly id?: string
  readonly storage?: 'git' | 's3'
  readonly cases?: readonly TestCase[]
}

/** Simulated Testing Studio. */
export interface Omilia extends SimulatedServer<OmiliaOperation> {
  /** The address of the API, with the product's prefix: what `base-url` is. */
  readonly baseUrl: string
  /** The sign-in service, on another origin. */
  readonly signIn: SimulatedServer<KeycloakOperation>
  readonly behaviour: Readonly<OmiliaBehaviour>
  readonly tokens: TokenStore
  /** Every run and generation that was really started. */
  readonly jobs: readonly StartedJob[]
  /** Every request that was refused by the vendor's own rules. */
  readonly refusals: readonly RefusedRequest[]
  /** Those that have not ended. */
  underWay(): readonly StartedJob[]
  /** Makes a project known. */
  project(name: string, choice?: ProjectChoice): ProjectFacts
  /** Scripts the next run that has no script yet. */
  nextRun(): JobScript
  /** Scripts the next generation that has no script yet. */
  nextGeneration(): JobScript
  /** Makes a golden dialog known, by the text of its answer. */
  dialog(id: string, json: string): void
  /** Changes what the vendor does from now on. */
  behaves(changes: Partial<OmiliaBehaviour>): void
}

/** What the simulator can be started with; without a clock it runs in real time. */
export type OmiliaOptions = Partial<OmiliaBehaviour> & { readonly clock?: Clock }

/** Starts both servers on ports of the system's choice. */
export async function startOmilia({ clock = systemClock, ...choices }: OmiliaOptions = {}): Promise<Omilia> {
  const behaviour: OmiliaBehaviour = { ...DEMO_ACCOUNT, ...DEMO_MANNERS, ...choices }
  const memory: Memory = { projects: [], jobs: [], plans: [], dialogs: new Map(), refusals: [] }
  const tokens = tokenStore(behaviour, clock)
  const server = await startServer({ clock, ...studioProgram(PREFIX, { manners: behaviour, clock, memory, tokens }) })
  const signIn = await startServer({ clock, ...keycloakProgram(behaviour, tokens) })
  return {
    ...server,
    ...sentences(behaviour, memory, clock),
    baseUrl: server.address + PREFIX,
    signIn,
    tokens,
    async close() {
      await Promise.all([server.close(), signIn.close()])
    },
  }
}

const DEMO_MANNERS: Manners = {
  listsOne: true,
  uploadForm: 'multipart',
  uploadRefusal: 422,
  withoutLicence: false,
  jobsLastMs: undefined,
  ranges: false,
}

type Sentences = Omit<Omilia, keyof SimulatedServer<OmiliaOperation> | 'baseUrl' | 'signIn' | 'tokens'>

function sentences(behaviour: OmiliaBehaviour, memory: Memory, clock: Clock): Sentences {
  const next = (what: 'run' | 'generation'): JobScript => {
    const plan = plainJob(behaviour.jobsLastMs)
    memory.plans.push({ what, plan })
    return scriptJob(plan)
  }
  return {
    behaviour,
    jobs: memory.jobs,
    refusals: memory.refusals,
    underWay: () => memory.jobs.filter((job) => isUnderWay(job, clock)),
    project(name, { id = randomUUID(), storage = 's3', cases = [] } = {}) {
      const project = { id, name, storage, cases, uploads: [] }
      memory.projects.push(project)
      return project
    },
    nextRun: () => next('run'),
    nextGeneration: () => next('generation'),
    dialog: (id, json) => void memory.dialogs.set(id, json),
    behaves: (changes) => void Object.assign(behaviour, changes),
  }
}
