/** The whole action through `src`, in this process: recorded in place of a runner, with a virtual clock and real sockets. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, expect, jest } from '@jest/globals'
import { type KoreBatch, type KoreBatchOptions, startKoreBatch } from '../../simulator/kore/batch.ts'
import { main } from '../../src/main.ts'
import { post } from '../../src/post.ts'
import type { Annotation } from '../../src/report/annotations.ts'
import type { ArtifactStore, Rim, WorkflowRun } from '../../src/rim.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'
import '../core/one-realm.ts'
import { createMemoryStore } from './memory-store.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

/** What a step left behind. */
export interface StepRecord {
  readonly exitCode: number
  readonly log: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
  /** Every value that was ever set, in order. */
  readonly outputHistory: readonly (readonly [string, string])[]
  readonly summaries: readonly string[]
  readonly masks: readonly string[]
  readonly uploads: readonly Upload[]
  /** The names of the files that were uploaded by themselves. */
  readonly pages: readonly string[]
  /** What was kept for `post`, the last value of each. */
  readonly state: Readonly<Record<string, string>>
  /** Virtual milliseconds from start to end. */
  readonly tookMs: number
  /** Does the clean-up after the job, with the same inputs and the state that was kept unless others are given. */
  post(changes?: PostChanges): Promise<StepRecord>
}

/** What a clean-up meets that the step did not leave so. */
export interface PostChanges {
  readonly inputs?: Readonly<Record<string, string>>
  readonly state?: Readonly<Record<string, string>>
}

/** An upload that was asked for. */
export type Upload = Parameters<ArtifactStore['upload']>[0]

/** How a step differs from the plain one. */
export interface StepOptions {
  readonly cancelled?: AbortSignal
  /** What the artifact service does otherwise than to give everything it is asked for. */
  readonly store?: Partial<ArtifactStore>
  /** GitHub's API; none unless given. */
  github?: Rim['github']
  /** What the runner tells of the workflow run. */
  readonly workflowRun?: Partial<WorkflowRun>
  /** Where the repository is checked out; the temporary folder unless given. */
  readonly workspace?: string
  /** Told of each value that is kept for `post`, when it is kept. */
  onState?(name: string, value: string): void
  /** From 0 to below 1; the middle, so no jitter, unless given. */
  random?(): number
}

/** A place to run steps in, with Kore.ai simulated. */
export interface Stage {
  readonly clock: VirtualClock
  readonly kore: KoreBatch
  readonly temporary: string
  /** The inputs of a step that passes, changed as given. */
  inputs(changes?: Readonly<Record<string, string>>): Record<string, string>
  /** Runs the action with such inputs. */
  run(changes?: Readonly<Record<string, string>>, options?: StepOptions): Promise<StepRecord>
  /** The calls that came, in order: `start`, `status`, `file`, or `unknown`. */
  asked(): string[]
  /** Virtual milliseconds between one status call and the next; the first since the start. */
  gaps(): number[]
  /** Lets the vendor refuse requests by its own rules; else one that it refused fails the test when it ends. */
  mayRefuse(): void
}

/** Real milliseconds; a scenario takes far less, but on a machine that does much else. */
jest.setTimeout(60_000)

const RUN_PAGE = 'https://github.com/o/r/actions/runs/1'

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

/** Sets a stage that is cleared after the test. */
export async function setStage(options: KoreBatchOptions = {}): Promise<Stage> {
  const clock = createVirtualClock()
  const kore = await startKoreBatch({ clock, ...options })
  const temporary = await mkdtemp(join(tmpdir(), 'stage-'))
  let refusalsAllowed = false
  cleanUps.push(async () => {
    clock.stop()
    await kore.close()
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
    if (!refusalsAllowed)
      expect(kore.refusals.map(({ request, status, message }) => ({ target: request.target, status, message }))).toEqual([])
  })
  const inputs = (changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    provider: 'kore-batch',
    suite: 'Regression',
    'base-url': kore.address,
    'bot-id': kore.behaviour.botId,
    'client-id': kore.behaviour.clientId,
    'client-secret': kore.behaviour.clientSecret,
    'artifact-name': 'agent-test-gate-test-0-1',
    ...changes,
  })
  return {
    clock,
    kore,
    temporary,
    inputs,
    run: (changes, more = {}) => runStep(inputs(changes), clock, temporary, more),
    asked: () => kore.requests.map(({ operation }) => operation),
    gaps: () => gapsOf(kore),
    mayRefuse() {
      refusalsAllowed = true
    },
  }
}

function gapsOf({ requests }: KoreBatch): number[] {
  const times = requests.filter(({ operation }) => operation === 'start' || operation === 'status').map(({ at }) => at)
  return times.slice(1).map((at, index) => at - (times[index] ?? 0))
}

/** Runs the action with exactly these inputs. */
export function runStep(
  inputs: Readonly<Record<string, string>>,
  clock: VirtualClock,
  temporary: string,
  options: StepOptions = {},
): Promise<StepRecord> {
  return recorded(main, inputs, clock, temporary, options)
}

async function recorded(
  phase: (rim: Rim) => Promise<number>,
  inputs: Readonly<Record<string, string>>,
  clock: VirtualClock,
  temporary: string,
  options: StepOptions,
): Promise<StepRecord> {
  const log: string[] = []
  const annotations: Annotation[] = []
  const outputHistory: [string, string][] = []
  const summaries: string[] = []
  const masks: string[] = []
  const uploads: Upload[] = []
  const pages: string[] = []
  const state = new Map<string, string>()
  const store = recordingStore(options.store, uploads, pages)
  const rim: Rim = {
    runner: {
      inputs: () => inputs,
      info: (line) => void log.push(line),
      group: (title, lines) => void log.push(title, ...lines),
      annotate: (annotation) => void annotations.push(annotation),
      mask: (secret) => void masks.push(secret),
      output: (name, value) => void outputHistory.push([name, value]),
      saveState(name, value) {
        state.set(name, value)
        options.onState?.(name, value)
      },
      summary: async (markdown) => void summaries.push(markdown),
    },
    clock,
    random: options.random ?? (() => 0.5),
    cancelled: options.cancelled ?? new AbortController().signal,
    temporary,
    workspace: options.workspace ?? temporary,
    version: 'test',
    artifactStore: () => Promise.resolve(store),
    workflowRun: { ...workflowRunOf({}), ...options.workflowRun },
    github: options.github ?? (() => Promise.reject(new Error('no GitHub on this stage'))),
  }
  const begin = clock.now()
  const exitCode = await phase(rim)
  return {
    exitCode,
    log,
    annotations,
    outputs: Object.fromEntries(outputHistory),
    outputHistory,
    summaries,
    masks,
    uploads,
    pages,
    state: Object.fromEntries(state),
    tookMs: clock.now() - begin,
    post: ({ inputs: others = inputs, state: kept = Object.fromEntries(state) } = {}) =>
      recorded(cleanUp(kept), others, clock, temporary, {}),
  }
}

/** Takes everything, unless the story says otherwise, and notes it. */
function recordingStore(changes: Partial<ArtifactStore> = {}, uploads: Upload[], pages: string[]): ArtifactStore {
  return {
    ...createMemoryStore(),
    ...changes,
    async upload(wanted) {
      uploads.push(wanted)
      return changes.upload?.(wanted) ?? { name: wanted.name, id: '7', url: `${RUN_PAGE}/artifacts/7` }
    },
    async uploadPage(wanted) {
      pages.push(basename(wanted.file))
      return changes.uploadPage?.(wanted) ?? { name: basename(wanted.file), id: '8', url: `${RUN_PAGE}/artifacts/8` }
    },
  }
}

/** The phase after the job, for which a vendor or inputs that fail are no failure. */
function cleanUp(state: Readonly<Record<string, string>>): (rim: Rim) => Promise<number> {
  return async (rim) => {
    await post(rim, (name) => state[name] ?? '')
    return 0
  }
}

/** The bytes of a file in the report directory. */
export function readReport(step: StepRecord, path: string): Promise<Buffer> {
  return readFile(join(step.outputs['report-directory'] ?? '', path))
}
