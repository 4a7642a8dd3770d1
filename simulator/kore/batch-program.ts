/** The vendor's side of batch tests: what the three calls do with suites and runs. */
import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import type { Answer, RecordedRequest, RefusedRequest } from '../exchange.ts'
import type { Route } from '../server.ts'
import { below, type Handle, isoTime, jsonAnswer, param, refuseExtras, refusing, refusingAll } from './api.ts'
import { type App, openGate } from './app.ts'
import { type FileServing, type Files, fileStore } from './batch-files.ts'
import { readImport } from './batch-import.ts'
import { PLAIN_REPORT, writeReport } from './batch-report.ts'
import { type Look, lookAt, plainRun, type RunPlan } from './batch-run.ts'
import { readStart, type StartChoice } from './batch-start.ts'
import { type RunEnd, type RunFacts, statusAnswer } from './batch-status.ts'
import { type CountedBy, countResults, distinctInputs, scoresOf, type Utterance } from './batch-suite.ts'
import { refusal } from './refusal.ts'
import type { LinkedFile } from './signed-link.ts'
import { type Uploads, uploadRoute } from './uploads.ts'

const SCOPE = 'Batch Tests Execution'
const MANAGEMENT = 'Batch Tests Management'

/** The calls that tests script by name. */
export type KoreBatchOperation = 'start' | 'status' | 'file' | 'upload' | 'import'

/** Everything about the vendor that tests may choose, at the start or while the simulator runs. */
export interface KoreBehaviour extends App, FileServing {
  /** What `success` and `failure` count. */
  countedBy: CountedBy
  /** How far the vendor's wall clock, and its `Date` header, is ahead of the injected one; negative: behind. */
  clockAheadMs: number
  /** Runs that nobody scripts take that long by the clock; undefined: three looks. */
  runsLastMs: number | undefined
}

/** A run that was really started. */
export interface StartedRun extends StartChoice {
  readonly requestId: string
  readonly suite: string
  /** Monotonic milliseconds. */
  readonly startedAt: number
  /** Status calls that the vendor acted on. */
  readonly looks: number
}

/** A run that nobody asked for: importing a new suite starts one for each version. */
export interface AutomaticRun {
  readonly suite: string
  readonly version: StartChoice['version']
}

/** A suite as the vendor keeps it. */
export interface Suite {
  readonly id: string
  readonly name: string
  readonly utterances: readonly Utterance[]
}

/** A run as the vendor keeps it. */
export interface Run extends StartedRun {
  readonly of: Suite
  readonly plan: RunPlan
  /** ISO 8601. */
  readonly startTime: string
  readonly file: LinkedFile & { readonly id: string }
  looks: number
  /** ISO 8601; set by the look that first saw the end. */
  endTime?: string
}

/** The vendor's memory. */
export interface Memory {
  readonly suites: Map<string, Suite>
  readonly runs: Run[]
  readonly automaticRuns: AutomaticRun[]
  /** Plans for runs to come; without a suite they fit any. */
  readonly plans: { readonly suite: string | undefined; readonly plan: RunPlan }[]
  readonly refusals: RefusedRequest[]
}

interface Program {
  readonly behaviour: KoreBehaviour
  readonly clock: Clock
  readonly memory: Memory
  readonly files: Files
  /** Where the server listens. */
  address(): string
}

/** The calls of batch tests, and what answers all others. */
export function batchProgram(
  behaviour: KoreBehaviour,
  clock: Clock,
  memory: Memory,
  address: () => string,
): { readonly routes: readonly Route<KoreBatchOperation>[]; readonly otherwise: (request: RecordedRequest) => Answer } {
  const gate = openGate(behaviour, clock)
  const program: Program = { behaviour, clock, memory, address, files: fileStore(behaviour, gate, clock) }
  const start: Handle = (request) => {
    gate.admit(request, SCOPE, `start ${param(request, 'bot')}`)
    return jsonAnswer({ status: 'accepted', requestId: startRun(program, request).requestId })
  }
  const look: Handle = (request) => {
    gate.admit(request, SCOPE, `status ${param(request, 'run')}`)
    return jsonAnswer(lookAtRun(program, request))
  }
  const strict = (handle: Handle): Handle => refusing(memory.refusals, handle)
  const uploads: Uploads = new Map()
  const bring: Handle = (request) => {
    gate.admit(request, MANAGEMENT, `import ${param(request, 'bot')}`)
    return jsonAnswer(importSuite(memory, request, uploads))
  }
  return {
    routes: [
      uploadRoute(gate, uploads, [MANAGEMENT], strict),
      { operation: 'import', method: 'POST', paths: below('testsuite/import'), handle: strict(bring) },
      { operation: 'start', method: 'POST', paths: below('testsuite/{suite}/run'), handle: strict(start) },
      { operation: 'status', method: 'GET', paths: below('testsuite/{suite}/{run}/status'), handle: strict(look) },
      { operation: 'file', method: 'GET', paths: ['/api/getMediaStream/media/{file}'], handle: strict(program.files.serve) },
    ],
    otherwise: refusingAll(memory.refusals),
  }
}

function importSuite({ suites, automaticRuns }: Memory, request: RecordedRequest, uploads: Uploads): unknown {
  const { name, importType, utterances } = readImport(request, uploads)
  const known = suites.get(name)
  if (importType === 'update' && known === undefined) throw refusal('suite')
  if (importType === 'new' && known !== undefined) throw refusal('arguments')
  const id = known?.id ?? `ts-${randomUUID()}`
  suites.set(name, { id, name, utterances })
  if (importType === 'new') automaticRuns.push({ suite: name, version: 'inDevelopment' }, { suite: name, version: 'published' })
  return { _id: id, name }
}

function startRun({ behaviour, clock, memory }: Program, request: RecordedRequest): Run {
  const choice = readStart(request)
  const suite = findSuite(memory, request)
  const run: Run = {
    ...choice,
    requestId: `tr-${randomUUID()}`,
    suite: suite.name,
    of: suite,
    plan: nextPlan(memory, suite.name) ?? plainRun(behaviour.runsLastMs),
    startedAt: clock.now(),
    startTime: isoTime(clock),
    looks: 0,
    file: fileFor(suite, clock),
  }
  memory.runs.push(run)
  return run
}

function nextPlan({ plans }: Memory, suite: string): RunPlan | undefined {
  const index = plans.findIndex((each) => each.suite === undefined || each.suite === suite)
  return index === -1 ? undefined : plans.splice(index, 1)[0]?.plan
}

function fileFor(suite: Suite, clock: Clock): Run['file'] {
  const name = `f-${randomUUID()}.csv`
  const [year = '', month = '', day = ''] = isoTime(clock).slice(2, 10).split('-')
  const id = createHash('sha256').update(name).digest('hex').slice(0, 24)
  return { id, name, clientFileName: `${suite.name}-${day}-${month}-${year}.csv` }
}

function lookAtRun(program: Program, request: RecordedRequest): unknown {
  refuseExtras(request)
  const suite = findSuite(program.memory, request)
  const run = program.memory.runs.find((each) => each.requestId === param(request, 'run') && each.of === suite)
  if (run === undefined) throw refusal('run')
  const look = lookAt(run.plan, run.looks, program.clock.now() - run.startedAt)
  run.looks += 1
  return run.plan.edit(statusAnswer(factsOf(program, run), look, endOf(program, run, look)))
}

function findSuite({ suites }: Memory, request: RecordedRequest): Suite {
  const suite = suites.get(param(request, 'suite'))
  if (suite === undefined) throw refusal('suite')
  return suite
}

function factsOf({ behaviour }: Program, run: Run): RunFacts {
  const { requestId, language, version, startTime } = run
  const utteranceCount = run.plan.utteranceCount ?? distinctInputs(run.of.utterances)
  return { requestId, language, version, startTime, utteranceCount, botId: behaviour.botId, suiteId: run.of.id }
}

function endOf(program: Program, run: Run, look: Look): RunEnd | undefined {
  if (!look.ended) return undefined
  run.endTime ??= isoTime(program.clock)
  const counts = { ...countResults(run.of.utterances, program.behaviour.countedBy), ...run.plan.counts }
  return {
    endTime: run.endTime,
    counts,
    scores: { ...scoresOf(counts), ...run.plan.scores },
    isPartialFailure: run.plan.isPartialFailure,
    ...(look.withFile && { file: publishFile(program, run, run.endTime) }),
  }
}

function publishFile({ files, address }: Program, run: Run, lastTested: string): { id: string; url: string } {
  const { plan, of: suite, engine, language, version } = run
  const head = { botName: 'Travel Assistant', reportName: run.file.clientFileName, language, runType: version, lastTested }
  const style = { ...PLAIN_REPORT, engine, ...plan.style }
  files.keep({ ...run.file, content: plan.file ?? writeReport(head, plan.rows ?? suite.utterances, style) })
  return { id: run.file.id, url: files.link(address(), run.file) }
}
