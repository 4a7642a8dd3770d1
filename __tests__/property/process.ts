/** One process of the action as a runner sees it: what it prints, keeps and exits with. It can be told to stop, and be killed. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import type { Clock } from '../../src/clock.ts'
import { main } from '../../src/main.ts'
import { post } from '../../src/post.ts'
import type { Annotation } from '../../src/report/annotations.ts'
import type { ArtifactStore, Rim, Runner } from '../../src/rim.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'

/** A command that the action itself gave to the runner. */
export interface Issued {
  readonly name: string
  readonly data: string
}

/** What a process left behind. */
export interface ProcessRecord {
  readonly phase: 'main' | 'post'
  /** Undefined when it was killed, or never came to an end. */
  readonly exitCode: number | undefined
  readonly ending: 'by itself' | 'killed' | 'never' | 'threw'
  readonly thrown?: unknown
  readonly stdout: string
  readonly issued: readonly Issued[]
  readonly annotations: readonly Annotation[]
  readonly outputs: ReadonlyMap<string, string>
  readonly outputTexts: readonly string[]
  readonly summaries: readonly string[]
  readonly masks: readonly string[]
  readonly uploads: readonly (readonly string[])[]
  readonly state: ReadonlyMap<string, string>
  /** Monotonic milliseconds of the virtual clock. */
  readonly beganAt: number
  readonly endedAt: number
}

/** A process that runs. */
export interface RunningProcess {
  /** SIGINT. */
  cancel(): void
  /** SIGKILL: nothing of it happens any more, and its connections break. */
  kill(): void
  readonly record: Promise<ProcessRecord>
}

/** What a process is started with. */
export interface ProcessParts {
  readonly inputs: Readonly<Record<string, string>>
  readonly clock: Clock
  readonly temporary: string
  random(): number
  /** For `post`: what the step before it kept. */
  readonly state?: ReadonlyMap<string, string>
}

/** Real milliseconds; a process that takes longer never ends. */
const LONGEST_LIFE = 60_000

/** Starts the action's step, or its clean-up where there is a state. */
export function startProcess(parts: ProcessParts): RunningProcess {
  const cancellation = new AbortController()
  const death = new AbortController()
  const paper = createPaper(parts.inputs, death.signal)
  const requests = watchRequests(death.signal)
  const rim = rimOf(parts, paper, cancellation.signal, death.signal)
  const beganAt = parts.clock.now()
  const { state } = parts
  const body = async (): Promise<number> => {
    if (state === undefined) return main(rim)
    await post(rim, (name) => state.get(name) ?? '')
    return 0
  }
  const settled = ending(body(), death.signal)
  const record = settled.then(async (end): Promise<ProcessRecord> => {
    const endedAt = parts.clock.now()
    if (end.ending === 'killed') await requests.silent()
    requests.stop()
    return { phase: state === undefined ? 'main' : 'post', exitCode: undefined, ...paper.copy(), ...end, beganAt, endedAt }
  })
  return { cancel: () => cancellation.abort(), kill: () => death.abort(), record }
}

type End = Pick<ProcessRecord, 'ending'> & { readonly exitCode?: number; readonly thrown?: unknown }

function ending(life: Promise<number>, death: AbortSignal): Promise<End> {
  return new Promise((resolve) => {
    const guard = setTimeout(() => resolve({ ending: 'never' }), LONGEST_LIFE)
    const end = (value: End): void => {
      clearTimeout(guard)
      resolve(value)
    }
    death.addEventListener('abort', () => end({ ending: 'killed' }))
    life.then(
      (exitCode) => end({ ending: 'by itself', exitCode }),
      (thrown: unknown) => end({ ending: 'threw', thrown }),
    )
  })
}

/** What a process has written so far. */
interface Paper {
  readonly runner: Runner
  upload(files: readonly string[]): void
  copy(): Pick<
    ProcessRecord,
    'stdout' | 'issued' | 'annotations' | 'outputs' | 'outputTexts' | 'summaries' | 'masks' | 'uploads' | 'state'
  >
}

/** Everything that a process writes; a dead one writes nothing more. */
function createPaper(inputs: Readonly<Record<string, string>>, death: AbortSignal): Paper {
  const lines: string[] = ['agent-test-gate test']
  const issued: Issued[] = []
  const annotations: Annotation[] = []
  const outputs: [string, string][] = []
  const summaries: string[] = []
  const masks: string[] = []
  const uploads: (readonly string[])[] = []
  const state = new Map<string, string>()
  const alive = (write: () => void): void => {
    if (!death.aborted) write()
  }
  // As the action's toolkit prints a command.
  const issue = (name: string, data: string, properties = ''): void =>
    alive(() => {
      issued.push({ name, data })
      lines.push(`::${name}${properties}::${escaped(data, DATA)}`)
    })
  const info = (line: string): void => alive(() => lines.push(line))
  const runner: Runner = {
    inputs: () => inputs,
    info,
    group(title, texts) {
      issue('group', title)
      texts.forEach(info)
      issue('endgroup', '')
    },
    annotate(annotation) {
      alive(() => annotations.push(annotation))
      issue(annotation.level, annotation.message, ` title=${escaped(annotation.title, PROPERTY)}`)
    },
    mask(secret) {
      masks.push(secret)
      issue('add-mask', secret)
    },
    output: (name, value) => alive(() => outputs.push([name, value])),
    saveState: (name, value) => alive(() => state.set(name, value)),
    summary: async (markdown) => alive(() => summaries.push(markdown)),
  }
  return {
    runner,
    upload: (files) => alive(() => uploads.push(files)),
    copy: () => ({
      ...{ stdout: `${lines.join('\n')}\n`, issued: [...issued], annotations: [...annotations], outputs: new Map(outputs) },
      ...{ outputTexts: outputs.map(([, value]) => value), summaries: [...summaries], masks: [...masks] },
      ...{ uploads: [...uploads], state: new Map(state) },
    }),
  }
}

const DATA = [
  ['%', '%25'],
  ['\r', '%0D'],
  ['\n', '%0A'],
] as const
const PROPERTY = [...DATA, [':', '%3A'], [',', '%2C']] as const

function escaped(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((result, [plain, code]) => result.replaceAll(plain, code), text)
}

function rimOf(parts: ProcessParts, paper: Paper, cancelled: AbortSignal, death: AbortSignal): Rim {
  const { clock, temporary, random } = parts
  const store: ArtifactStore = {
    async upload({ name, files }) {
      paper.upload(files)
      return stored(name)
    },
    async uploadPage({ file }) {
      paper.upload([file])
      return stored('page')
    },
    list: () => Promise.resolve([]),
    download: () => Promise.reject(new Error('There is nothing to download')),
  }
  return {
    runner: paper.runner,
    clock: mortal(clock, death),
    random,
    cancelled,
    temporary,
    workspace: temporary,
    version: 'test',
    artifactStore: () => Promise.resolve(store),
    workflowRun: workflowRunOf({ GITHUB_REPOSITORY: 'o/r', GITHUB_RUN_ID: '1', GITHUB_JOB: 'test', GITHUB_ACTION: '__self' }),
    github: () => Promise.reject(new Error('There is no GitHub')),
  }
}

function stored(name: string): { name: string; id: string; url: string } {
  return { name, id: '7', url: 'https://github.com/o/r/actions/runs/1/artifacts/7' }
}

/** A clock that never wakes the dead. */
function mortal(clock: Clock, death: AbortSignal): Clock {
  return {
    now: () => clock.now(),
    wall: () => clock.wall(),
    async sleep(ms, signal) {
      if (!death.aborted) await clock.sleep(ms, signal)
      if (death.aborted) await new Promise(() => undefined)
    },
  }
}

/** So many turns of the event loop without a request mean that a dead process will make none. */
const SILENT_TURNS = 30

/** Breaks the requests of a process when it dies. */
function watchRequests(death: AbortSignal): { silent(): Promise<void>; stop(): void } {
  const open = new Set<ClientRequest>()
  let seen = 0
  const onRequest = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return
    const { request } = message
    if (!(request instanceof ClientRequest)) return
    seen += 1
    open.add(request)
    request.once('close', () => open.delete(request))
    if (death.aborted) request.destroy()
  }
  subscribe('http.client.request.created', onRequest)
  death.addEventListener('abort', () => {
    for (const request of open) request.destroy()
  })
  return {
    async silent() {
      for (let [quiet, before] = [0, seen]; quiet < SILENT_TURNS; quiet = before === seen && !worksOnFiles() ? quiet + 1 : 0) {
        before = seen
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    stop: () => void unsubscribe('http.client.request.created', onRequest),
  }
}

function worksOnFiles(): boolean {
  return process.getActiveResourcesInfo().some((kind) => kind.startsWith('FS'))
}
