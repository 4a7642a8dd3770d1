/** Publishing an outcome to a runner that remembers what it was told, and to a store that takes everything. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative, sep } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'
import { createLog } from '../../src/log.ts'
import type { StepOutcome } from '../../src/outcome.ts'
import { type Publishing, publish } from '../../src/publish.ts'
import { createRedactor } from '../../src/redact.ts'
import { createReportDirectory, type ReportDirectory } from '../../src/report-directory.ts'
import type { ArtifactStore, Rim, Runner } from '../../src/rim.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'
import { storeWith } from '../support/memory-store.ts'
import { aCase, aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'
import './one-realm.ts'

/** A credential that the redactor knows. */
export const SECRET = 'hunter2-hunter2'
/** Where the page is that was uploaded by itself. */
export const PAGE_URL = 'https://github.com/o/r/actions/runs/1/artifacts/8'
/** The artifact that was uploaded. */
export const STORED = { name: 'reports', id: '7', url: 'https://github.com/o/r/actions/runs/1/artifacts/7' }

/** Fresh for each test. */
export let clock: VirtualClock
/** The report directory. */
export let directory: ReportDirectory
/** The runner's temporary folder, in which the report directory lies. */
export let temporary: string
/** Everything that was told to the runner, in order. */
export let events: string[]
/** The outputs as they are at the end. */
export let outputs: Map<string, string>
/** Every summary that was shown, in order. */
export let summaries: string[]
/** The uploads that were asked for. */
export let uploads: Parameters<ArtifactStore['upload']>[0][]
/** Files that were uploaded by themselves, by name. */
export let pages: Map<string, string>

beforeEach(async () => {
  clock = createVirtualClock()
  temporary = await mkdtemp(join(tmpdir(), 'publish-'))
  directory = await createReportDirectory(undefined, temporary)
  events = []
  outputs = new Map()
  summaries = []
  uploads = []
  pages = new Map()
})
afterEach(async () => {
  clock.stop()
  await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
})

/** How a step or its runner differ from the plain ones. */
export interface Changes extends Partial<Omit<Publishing, 'rim'>> {
  readonly runner?: Partial<Runner>
  readonly store?: () => Promise<Partial<ArtifactStore>>
  readonly cancelled?: AbortSignal
  /** The step ended before it had a folder. */
  readonly isBare?: boolean
}

/** One of two cases failed. */
export const FAILED = anOutcome([
  aSuite({ conclusion: 'failed', reasons: ['1 of 2 failed'], results: resultsOf([aCase(), aFailedCase()]) }),
])

/** Publishes as a step does that has a directory and an artifact. */
export async function publishing(
  outcome: StepOutcome = FAILED,
  { runner: more = {}, store, cancelled, isBare = false, ...changes }: Changes = {},
): Promise<boolean> {
  const runner: Runner = {
    inputs: () => ({}),
    info: (line) => void events.push(`info ${line}`),
    group: () => undefined,
    annotate: ({ level, message }) => void events.push(`${level} ${message}`),
    mask: () => undefined,
    saveState: () => undefined,
    output(name, value) {
      events.push(`output ${name}`)
      outputs.set(name, value)
    },
    async summary(markdown) {
      events.push('summary')
      summaries.push(markdown)
    },
    ...more,
  }
  const usual = storeWith({
    async upload(wanted) {
      events.push('upload')
      uploads.push(wanted)
      return STORED
    },
    async uploadPage({ file }) {
      events.push('page')
      pages.set(basename(file), await readFile(file, 'utf8'))
      return { name: basename(file), id: '8', url: PAGE_URL }
    },
  })
  const redactor = createRedactor()
  redactor.learn(SECRET)
  const rim: Rim = {
    runner,
    clock,
    random: () => 0.5,
    cancelled: cancelled ?? new AbortController().signal,
    temporary,
    workspace: temporary,
    version: 'test',
    artifactStore: async () => ({ ...usual, ...(await store?.()) }),
    workflowRun: workflowRunOf({}),
    github: () => Promise.reject(new Error('no GitHub on this stage')),
  }
  const tools = { rim, redactor, log: createLog(runner, redactor), annotations: true }
  const kept = { directory, artifact: { name: 'reports', retentionDays: 5 } }
  return publish(outcome, { ...tools, ...(isBare ? {} : kept), ...changes })
}

/** The outcome with files of the vendor that hold such bytes. */
export async function withFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<StepOutcome> {
  const folder = await directory.vendorFolder('Regression')
  for (const [name, bytes] of Object.entries(files)) await folder.write(name, Buffer.from(bytes))
  return anOutcome([aSuite({ files: folder.kept() })])
}

/** The warnings among the events. */
export const warnings = (): string[] => events.filter((event) => event.startsWith('warning'))
/** The files that were uploaded, below the report directory. */
export const uploaded = (): string[] =>
  uploads.flatMap(({ files, root }) => files.map((file) => relative(root, file).split(sep).join('/'))).toSorted()
