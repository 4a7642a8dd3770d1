/**
 * A stand-in for the GitHub runner: runs the main and post script of an action in child processes, as `action.yml` says,
 * and reads their output and files as `NodeScriptActionHandler.cs`, `Handler.cs`, `FileCommandManager.cs` and
 * `ProcessInvoker.cs` of actions/runner do. Not there: `pre`, `post-if`, problem matchers, containers.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { inputVariables, Metadata, runnerVariables, unexpectedInputs } from './action-environment.ts'
import { type ChildEnd, type Interruption, killChildren, type Moment, runChild } from './child-process.ts'
import { type Annotation, StepLog } from './step-log.ts'
import { type Command, maskSecrets, parseFileCommands } from './workflow-commands.ts'

export type Stage = 'main' | 'post'

/** What to run, and how. */
export interface ActionRequest {
  /** The folder that holds `action.yml`. */
  readonly directory: string
  /** As under `with:`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Added to, or put in place of, what the runner sets. */
  readonly environment?: Readonly<Record<string, string>>
  /** What `${{ … }}` in defaults stands for: `{ 'github.token': 'ghs_1' }`. What is not there is empty. */
  readonly context?: Readonly<Record<string, string>>
  /** The Node to use, and its options. */
  readonly node?: string
  readonly nodeArguments?: readonly string[]
  /** How much faster than true the global clock of the action goes; see `preload-clock.mjs`. */
  readonly clockScale?: number
  /** Cancels the workflow in main: SIGINT, 7.5 s later SIGTERM, 2.5 s later a kill; `graceScale: 0.01` shortens the gaps. */
  readonly cancelAfter?: Moment
  readonly graceScale?: number
  /** Ends main by SIGTERM alone, as a machine that is shut down does. */
  readonly terminateAfter?: Moment
  /** Kills main outright, as a machine that runs out of memory does. */
  readonly killAfter?: Moment
  readonly stages?: readonly Stage[]
  /** Sees each masked log line as it comes. */
  readonly onLine?: (line: string, stage: Stage) => void
  /** The state that post finds when main is not run; what main saves comes on top. */
  readonly state?: Readonly<Record<string, string>>
  /** The runner's work folder; fresh, and removed by `cleanUp`, unless one is given. */
  readonly workFolder?: string
  /** A stage that takes longer, in true milliseconds, is killed and the promise rejects. */
  readonly limitMs?: number
}

/** What became of one stage; `raw` is what was printed before masking. */
export interface StageResult extends ChildEnd {
  readonly conclusion: 'success' | 'failure' | 'cancelled'
  /** The lines that people see. */
  readonly log: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly commands: readonly Command[]
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** What the action would set for the steps after it. */
  readonly exported: Readonly<Record<string, string>>
  readonly paths: readonly string[]
  /** Masked; undefined when the runner drops it for its size. */
  readonly summary: string | undefined
  /** The summary's bytes as the action wrote them, before masking. */
  readonly rawSummary: string
}

/** What became of the action. A stage that was not run has an empty result with a null exit code. */
export interface ActionResult {
  readonly main: StageResult
  readonly post: StageResult
  /** The runner's own warnings, such as those about inputs that the action does not have. */
  readonly warnings: readonly string[]
  readonly masks: ReadonlySet<string>
  /** The `RUNNER_TEMP` that the action saw. */
  readonly temp: string
}

const GRACE_MS = { interrupt: 7_500, terminate: 2_500 }
const LARGEST_SUMMARY_BYTES = 1024 * 1024
const DEFAULT_LIMIT_MS = 120_000
const FILES = ['output', 'state', 'env', 'path', 'step_summary'] as const
const CLOCK_PRELOAD = new URL('./preload-clock.mjs', import.meta.url)

const EMPTY_STAGE: StageResult = {
  conclusion: 'success',
  exitCode: null,
  exitSignal: null,
  signals: [],
  durationMs: 0,
  endedAfterSignalMs: undefined,
  raw: '',
  log: [],
  annotations: [],
  commands: [],
  outputs: {},
  state: {},
  exported: {},
  paths: [],
  summary: '',
  rawSummary: '',
}

const folders = new Set<string>()

/** Kills what is still running and removes the work folders: `afterAll(cleanUp)` in a test that uses `runAction`. */
export async function cleanUp(): Promise<void> {
  killChildren()
  await Promise.all([...folders].map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 })))
  folders.clear()
}

/** Runs an action as the runner would and resolves when its last stage is over, however that ended. */
export async function runAction(request: ActionRequest): Promise<ActionResult> {
  const metadata = Metadata.parse(parseYaml(await readFile(join(request.directory, 'action.yml'), 'utf8')))
  const job = await openJob(request, metadata)
  const stages = { main: EMPTY_STAGE, post: EMPTY_STAGE }
  for (const stage of request.stages ?? ['main', 'post']) {
    const script = metadata.runs[stage]
    if (script !== undefined) stages[stage] = await runStage(job, stage, resolve(request.directory, script))
  }
  return { ...stages, warnings: job.warnings, masks: job.masks, temp: job.temp }
}

/** What the stages of one step share. */
interface Job {
  readonly request: ActionRequest
  readonly temp: string
  readonly workspace: string
  readonly warnings: readonly string[]
  readonly masks: Set<string>
  readonly state: Map<string, string>
  /** The same for all stages; each adds its files and the state so far. */
  readonly environment: Readonly<Record<string, string>>
}

async function openJob(request: ActionRequest, metadata: Metadata): Promise<Job> {
  const workFolder = request.workFolder ?? (await mkdtemp(join(tmpdir(), 'runner-')))
  if (request.workFolder === undefined) folders.add(workFolder)
  const temp = join(workFolder, '_temp')
  const workspace = request.environment?.['GITHUB_WORKSPACE'] ?? join(workFolder, 'demo', 'demo')
  await Promise.all([temp, workspace].map((folder) => mkdir(folder, { recursive: true })))
  return {
    request,
    temp,
    workspace,
    warnings: unexpectedInputs(metadata, request.inputs ?? {}),
    masks: new Set(),
    state: new Map(Object.entries(request.state ?? {})),
    environment: {
      ...runnerVariables(temp, workspace),
      ...inputVariables(metadata, request.inputs ?? {}, request.context ?? {}),
      ...(request.clockScale !== undefined && { CLOCK_SCALE: String(request.clockScale) }),
      ...request.environment,
    },
  }
}

type Files = Readonly<Record<(typeof FILES)[number], string>>

async function createFiles(temp: string): Promise<Files> {
  const folder = join(temp, '_runner_file_commands')
  await mkdir(folder, { recursive: true })
  const suffix = randomUUID()
  const place = (name: string): string => join(folder, `${name}_${suffix}`)
  await Promise.all(FILES.map((name) => writeFile(place(name), '')))
  return {
    output: place('output'),
    state: place('state'),
    env: place('env'),
    path: place('path'),
    step_summary: place('step_summary'),
  }
}

async function runStage(job: Job, stage: Stage, script: string): Promise<StageResult> {
  const { request } = job
  const files = await createFiles(job.temp)
  const log = new StepLog(job.masks)
  const end = await runChild({
    command: request.node ?? process.execPath,
    arguments: [...clockArguments(request), ...(request.nodeArguments ?? []), script],
    folder: job.workspace,
    environment: stageEnvironment(job, files),
    interruptions: stage === 'main' ? interruptionsOf(request) : [],
    limitMs: request.limitMs ?? DEFAULT_LIMIT_MS,
    onLine: (line) => {
      const shown = log.take(line)
      for (const each of shown) request.onLine?.(each, stage)
      return shown
    },
  })
  const read = await readFiles(files, log, job.masks)
  for (const [name, value] of Object.entries(read.state)) job.state.set(name, value)
  const { lines, annotations, commands } = log
  return { ...end, ...read, log: lines, annotations, commands, conclusion: conclude(request, end, log) }
}

function clockArguments({ clockScale }: ActionRequest): string[] {
  return clockScale === undefined ? [] : ['--import', CLOCK_PRELOAD.href]
}

function stageEnvironment(job: Job, files: Files): Record<string, string> {
  const fileVariables = FILES.map((name) => [`GITHUB_${name.toUpperCase()}`, files[name]])
  const stateVariables = [...job.state].map(([name, value]) => [`STATE_${name}`, value])
  return { ...job.environment, ...Object.fromEntries([...fileVariables, ...stateVariables]) }
}

function interruptionsOf({ cancelAfter, terminateAfter, killAfter, graceScale = 1 }: ActionRequest): Interruption[] {
  const terminateAt = GRACE_MS.interrupt * graceScale
  const killAt = terminateAt + GRACE_MS.terminate * graceScale
  return [
    ...(cancelAfter === undefined
      ? []
      : [
          {
            moment: cancelAfter,
            signals: [['SIGINT', 0] as const, ['SIGTERM', terminateAt] as const, ['SIGKILL', killAt] as const],
          },
        ]),
    ...(terminateAfter === undefined ? [] : [{ moment: terminateAfter, signals: [['SIGTERM', 0] as const] }]),
    ...(killAfter === undefined ? [] : [{ moment: killAfter, signals: [['SIGKILL', 0] as const] }]),
  ]
}

function conclude(request: ActionRequest, end: ChildEnd, log: StepLog): StageResult['conclusion'] {
  if (request.cancelAfter !== undefined && end.signals.includes('SIGINT')) return 'cancelled'
  return end.exitCode === 0 && !log.failed ? 'success' : 'failure'
}

type FileResults = Pick<StageResult, 'outputs' | 'state' | 'exported' | 'paths' | 'summary' | 'rawSummary'>

/** What the action wrote into the runner's files; a file that cannot be understood fails the step. */
async function readFiles(files: Files, log: StepLog, masks: ReadonlySet<string>): Promise<FileResults> {
  const readValues = async (name: 'output' | 'state' | 'env'): Promise<Record<string, string>> => {
    try {
      return parseFileCommands(await readFile(files[name], 'utf8'))
    } catch (error) {
      log.fail(`Unable to process file command '${name}' successfully.\n${error instanceof Error ? error.message : error}`)
      return {}
    }
  }
  const rawSummary = await readFile(files.step_summary, 'utf8')
  return {
    outputs: { ...Object.fromEntries(log.outputs), ...(await readValues('output')) },
    state: { ...Object.fromEntries(log.state), ...(await readValues('state')) },
    exported: await readValues('env'),
    paths: (await readFile(files.path, 'utf8')).split(/\r?\n/).filter((line) => line !== ''),
    summary: acceptSummary(rawSummary, log, masks),
    rawSummary,
  }
}

function acceptSummary(text: string, log: StepLog, masks: ReadonlySet<string>): string | undefined {
  const bytes = Buffer.byteLength(text)
  if (bytes <= LARGEST_SUMMARY_BYTES) return maskSecrets(text, masks)
  const kibibytes = Math.floor(bytes / 1024)
  log.show(`##[error]$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kibibytes}k.`)
  return undefined
}
