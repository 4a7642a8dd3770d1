/** Plays one schedule: the whole action against a simulated vendor on real sockets, with a clock that jumps. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import type { RecordedRequest } from '../../simulator/exchange.ts'
import { normally } from '../../simulator/faults.ts'
import { type SimulatedServer, startServer } from '../../simulator/server.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { FORMS } from '../support/secrets.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'
import type { ProviderName, Schedule } from './plan.ts'
import { type ProcessRecord, type RunningProcess, startProcess } from './process.ts'
import { createWeather, type Struck } from './strikes.ts'
import { openKapso } from './vendors/kapso.ts'
import { openKoreBatch } from './vendors/kore-batch.ts'
import { openKoreConversation } from './vendors/kore-conversation.ts'
import { openKorePublish } from './vendors/kore-publish.ts'
import { openOmilia } from './vendors/omilia.ts'
import type { Stage, SuiteFate, Vendor } from './vendors/vendor.ts'
import { chance, createHolding, type Holding } from './weather.ts'

/** A file that the action left, or uploaded. */
export interface LeftFile {
  readonly path: string
  readonly bytes: Buffer
  readonly isOurs: boolean
  readonly isUploaded: boolean
}

/** What came of a schedule. */
export interface Story {
  readonly schedule: Schedule
  /** In the order in which they ran. */
  readonly processes: readonly ProcessRecord[]
  readonly vendor: Pick<Vendor, 'canCancel' | 'credentials' | 'lookedAt' | 'limits' | 'tokens' | 'startOperation' | 'inputs'>
  readonly requests: readonly RecordedRequest[]
  /** Requests that reached the other origin. */
  readonly strayed: readonly RecordedRequest[]
  readonly struck: readonly Struck[]
  /** When the interruption came, on the virtual clock, and in which process. */
  readonly interrupted: { readonly at: number; readonly process: number } | undefined
  readonly fates: readonly SuiteFate[]
  /** Runs that are still under way at the vendor when all is over. */
  readonly underWay: number
  readonly files: readonly LeftFile[]
  /** What went wrong in the simulator or the harness, which is no finding about the action. */
  readonly accident: unknown
}

const OPEN: Readonly<Record<ProviderName, (stage: Stage) => Promise<Vendor>>> = {
  'kore-batch': openKoreBatch,
  'kore-conversation': openKoreConversation,
  'kore-publish': openKorePublish,
  omilia: (stage) => openOmilia(stage, 'run'),
  'omilia-generation': (stage) => openOmilia(stage, 'generation'),
  kapso: openKapso,
}

let foreignServer: Promise<SimulatedServer<'unknown'>> | undefined

/** An origin that belongs to nobody we know; one for all schedules of this process. */
function foreignOrigin(): Promise<SimulatedServer<'unknown'>> {
  const site = { routes: [], otherwise: () => ({ status: 200, body: 'a,b\n1,2\n' }) }
  foreignServer ??= startServer({ clock: { now: () => 0, wall: () => 0, sleep: () => Promise.resolve() }, ...site })
  return foreignServer
}

/** Ends what all schedules of this process share. */
export async function endPlay(): Promise<void> {
  const server = foreignServer
  foreignServer = undefined
  await (await server)?.close()
}

/** Plays a schedule to its end. */
export async function play(schedule: Schedule): Promise<Story> {
  const holding = createHolding()
  const clock = createVirtualClock({ held: holding.count })
  const temporary = await mkdtemp(join(tmpdir(), 'schedule-'))
  const foreign = await foreignOrigin()
  const before = foreign.requests.length
  const vendor = await OPEN[schedule.provider](stageOf(schedule, clock, foreign.address))
  try {
    const cast = new Cast({ schedule, vendor, clock, temporary, holding, foreign: foreign.address })
    await cast.perform()
    const left = await filesOf(temporary, cast.processes)
    const accident = await vendor.close().catch((thrown: unknown) => thrown)
    return { ...cast.told(), strayed: foreign.requests.slice(before), files: left, accident }
  } finally {
    clock.stop()
    await vendor.close()
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
  }
}

function stageOf(schedule: Schedule, clock: VirtualClock, foreign: string): Stage {
  return { clock, foreign, plans: schedule.suites, text: (credential) => hostileText(schedule, credential) }
}

/** A hostile text with a credential in it. */
export function hostileText({ text, echo }: Pick<Schedule, 'text' | 'echo'>, credential: string): string {
  const texts = Object.values(HOSTILE_TEXTS)
  const forms = Object.values(FORMS)
  return `${texts[text % texts.length]} ${forms[echo % forms.length]?.(credential)} end`
}

interface CastParts {
  readonly schedule: Schedule
  readonly vendor: Vendor
  readonly clock: VirtualClock
  readonly temporary: string
  readonly holding: Holding
  readonly foreign: string
}

/** The processes of one schedule, one after the other. */
class Cast {
  readonly processes: ProcessRecord[] = []
  readonly #parts: CastParts
  readonly #struck: Struck[] = []
  #running: RunningProcess | undefined
  #interrupted: Story['interrupted']
  #draws = 0

  constructor(parts: CastParts) {
    this.#parts = parts
  }

  async perform(): Promise<void> {
    this.#setWeather()
    const { way } = this.#parts.schedule
    if (way === 'run') return void (await this.#step('run'))
    const begun = await this.#step('start')
    const id = begun.outputs.get('run-id') ?? ''
    if (begun.exitCode === 0 && id !== '') await this.#step(way === 'start, collect' ? 'collect' : 'cancel', id)
  }

  told(): Omit<Story, 'strayed' | 'files' | 'accident'> {
    return {
      schedule: this.#parts.schedule,
      processes: this.processes,
      vendor: this.#parts.vendor,
      requests: this.#parts.vendor.servers.flatMap(({ requests }) => [...requests]),
      struck: this.#struck,
      interrupted: this.#interrupted,
      fates: this.#parts.vendor.fates(),
      underWay: this.#parts.vendor.underWay(),
    }
  }

  #setWeather(): void {
    const { schedule, vendor, clock, foreign } = this.#parts
    const interrupt = (): void => this.#interrupt()
    const surroundings = { foreign, text: hostileText(schedule, vendor.credentials[0] ?? '') }
    const choose = createWeather({ ...this.#parts, surroundings, interrupt, struck: this.#struck })
    for (const server of vendor.servers) server.on('any').decides((request) => choose(request) ?? normally())
    const moment = schedule.interruption?.moment
    if (moment?.after === 'time') void clock.sleep(moment.ms).then(interrupt)
  }

  #interrupt(): void {
    if (this.#interrupted !== undefined || this.#running === undefined) return
    this.#interrupted = { at: this.#parts.clock.now(), process: this.processes.length }
    if (this.#parts.schedule.interruption?.kind === 'kill') this.#running.kill()
    else this.#running.cancel()
  }

  async #step(mode: string, runId?: string): Promise<ProcessRecord> {
    const inputs = this.#inputs(mode, runId)
    const parts = { inputs, clock: this.#parts.clock, temporary: this.#parts.temporary, random: () => this.#random() }
    this.#running = startProcess(parts)
    const record = await this.#running.record
    this.#running = undefined
    this.processes.push(record)
    // What has nothing to do costs time, and a calm schedule is one of tens of thousands.
    if (this.#parts.schedule.profile !== 'calm' || record.state.get('open-runs') !== '[]')
      this.processes.push(await startProcess({ ...parts, state: record.state }).record)
    return record
  }

  #inputs(mode: string, runId = ''): Record<string, string> {
    const { timeoutMinutes, pollSeconds, maxParallel, foreignAllowed } = this.#parts.schedule
    return {
      ...this.#parts.vendor.inputs,
      mode,
      'run-id': runId,
      'timeout-minutes': String(timeoutMinutes),
      'poll-interval-seconds': String(pollSeconds),
      'max-parallel': String(maxParallel),
      'artifact-name': 'agent-test-gate-test-0-1',
      'download-hosts': foreignAllowed ? new URL(this.#parts.foreign).host : '',
    }
  }

  #random(): number {
    this.#draws += 1
    return chance(this.#parts.schedule.weather.seed, 7, this.#draws)
  }
}

async function filesOf(root: string, processes: readonly ProcessRecord[]): Promise<LeftFile[]> {
  const uploaded = new Set(processes.flatMap(({ uploads }) => uploads.flat()))
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const wanted = files.map((path) => ({ path, isOurs: !path.includes(`${sep}vendor${sep}`), isUploaded: uploaded.has(path) }))
  return Promise.all(
    wanted
      .filter(({ isOurs, isUploaded }) => isOurs || isUploaded)
      .map(async (file) => ({ ...file, bytes: await readFile(file.path) })),
  )
}
