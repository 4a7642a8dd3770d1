/** The vendor's side of conversation tests: what the calls do with suites, runs and imports. */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Clock } from '../../src/clock.ts'
import type { Answer, RecordedRequest, RefusedRequest } from '../exchange.ts'
import type { Route } from '../server.ts'
import {
  below,
  type Handle,
  isoTime,
  jsonAnswer,
  param,
  readJsonBody,
  refuseExtras,
  refusing,
  refusingAll,
  requiredField,
} from './api.ts'
import { type Gate, openGate } from './app.ts'
import type { ConversationBehaviour } from './conversation.ts'
import { type ConversationPlan, conversationAnswer, plainConversation } from './conversation-run.ts'
import { type ConversationStep, goodStep } from './conversation-suite.ts'
import { refusal } from './refusal.ts'
import { type Uploads, uploadRoute } from './uploads.ts'

const EXECUTION = 'Conversation Tests Execution'
const MANAGEMENT = 'Conversation Tests Management'
const LARGEST_FILE = 2 * 1024 * 1024

/** The calls that tests script by name. */
export type KoreConversationOperation = 'start' | 'status' | 'upload' | 'import' | 'import status'

/** A run that was really started. */
export interface StartedConversation {
  readonly testRunId: string
  readonly suite: string
  readonly version: 'inDevelopment' | 'published'
  readonly userEmailId: string
  /** Status calls that the vendor acted on. */
  readonly looks: number
}

interface Suite {
  readonly id: string
  readonly name: string
  readonly steps: readonly ConversationStep[]
}

interface Run extends StartedConversation {
  readonly of: Suite
  readonly plan: ConversationPlan
  readonly startedAt: number
  readonly startTime: string
  looks: number
}

interface Import {
  readonly suite: Suite
  looks: number
}

/** The vendor's memory. */
export interface Memory {
  readonly suites: Map<string, Suite>
  readonly runs: Run[]
  readonly plans: ConversationPlan[]
  readonly imports: Map<string, Import>
  readonly refusals: RefusedRequest[]
}

interface Program {
  readonly behaviour: ConversationBehaviour
  readonly clock: Clock
  readonly memory: Memory
  readonly gate: Gate
  readonly uploads: Uploads
}

/** The calls of conversation tests, and what answers all others. */
export function conversationProgram(
  behaviour: ConversationBehaviour,
  clock: Clock,
  memory: Memory,
): { readonly routes: readonly Route<KoreConversationOperation>[]; readonly otherwise: (request: RecordedRequest) => Answer } {
  const program: Program = { behaviour, clock, memory, gate: openGate(behaviour, clock), uploads: new Map() }
  const strict = (handle: Handle): Handle => refusing(memory.refusals, handle)
  const route = (
    operation: KoreConversationOperation,
    method: string,
    path: string,
    act: (program: Program, request: RecordedRequest) => unknown,
  ) => ({
    operation,
    method,
    paths: below(`conversation/testsuite/${path}`),
    handle: strict((request) => jsonAnswer(act(program, request))),
  })
  return {
    routes: [
      uploadRoute(program.gate, program.uploads, [MANAGEMENT], strict),
      route('import', 'POST', 'import', importSuite),
      route('import status', 'GET', 'import/{import}/status', lookAtImport),
      route('start', 'POST', '{suite}/run', startRun),
      route('status', 'GET', '{suite}/{run}/status', lookAtRun),
    ],
    otherwise: refusingAll(memory.refusals),
  }
}

function startRun({ behaviour, clock, memory, gate }: Program, request: RecordedRequest): unknown {
  gate.admit(request, EXECUTION, `start ${param(request, 'bot')}`)
  const fields = readJsonBody(request, ['version', 'userEmailId'])
  const version = requiredField(fields, 'version')
  if (version !== 'inDevelopment' && version !== 'published') throw refusal('arguments')
  const userEmailId = knownPerson(behaviour, fields)
  const suite = findSuite(memory, request)
  const testRunId = `ctr-${randomUUID()}`
  const plan = memory.plans.shift() ?? plainConversation(behaviour.runsLastMs)
  memory.runs.push({
    testRunId,
    suite: suite.name,
    of: suite,
    version,
    userEmailId,
    plan,
    startedAt: clock.now(),
    startTime: isoTime(clock),
    looks: 0,
  })
  return { status: 'IN_PROGRESS', testRunId }
}

function knownPerson({ developers }: ConversationBehaviour, fields: ReadonlyMap<string, unknown>): string {
  const email = requiredField(fields, 'userEmailId')
  if (!developers.includes(email)) throw refusal('arguments')
  return email
}

function lookAtRun({ behaviour, clock, memory, gate }: Program, request: RecordedRequest): unknown {
  gate.admit(request, EXECUTION, `status ${param(request, 'run')}`)
  refuseExtras(request)
  const suite = findSuite(memory, request)
  const run = memory.runs.find((each) => each.testRunId === param(request, 'run') && each.of === suite)
  if (run === undefined) throw refusal('run')
  const { testRunId, version, startTime, plan } = run
  const facts = { testRunId, version, startTime, botId: behaviour.botId, suiteId: suite.id, steps: suite.steps }
  return conversationAnswer(plan, facts, run.looks++, clock.now() - run.startedAt)
}

function findSuite({ suites }: Memory, request: RecordedRequest): Suite {
  const suite = suites.get(param(request, 'suite'))
  if (suite === undefined) throw refusal('suite')
  return suite
}

/** Nobody knows the format of an exported conversation; this one is enough for tests. */
const File = z.object({ steps: z.array(z.object({ input: z.string(), answer: z.string() })) })

function importSuite({ behaviour, memory, gate, uploads }: Program, request: RecordedRequest): unknown {
  gate.admit(request, MANAGEMENT, `import ${param(request, 'bot')}`)
  const fields = readJsonBody(request, ['fileName', 'name', 'tags', 'description', 'userEmailId'])
  knownPerson(behaviour, fields)
  const name = requiredField(fields, 'name')
  if (!Array.isArray(fields.get('tags')) || typeof fields.get('description') !== 'string') throw refusal('arguments')
  const file = uploads.get(requiredField(fields, 'fileName'))
  if (file === undefined || file.extension !== 'json') throw refusal('file')
  if (file.content.length > LARGEST_FILE) throw refusal('arguments')
  const dsId = `ds-${randomUUID()}`
  memory.imports.set(dsId, { looks: 0, suite: { id: `ctc-${randomUUID()}`, name, steps: readSteps(file.content) } })
  return { status: 'IN_PROGRESS', dsId }
}

function readSteps(content: Buffer): ConversationStep[] {
  try {
    return File.parse(JSON.parse(content.toString())).steps.map(({ input, answer }) => goodStep(input, answer))
  } catch {
    throw refusal('arguments')
  }
}

function lookAtImport({ behaviour, memory, gate }: Program, request: RecordedRequest): unknown {
  gate.admit(request, MANAGEMENT, `import status ${param(request, 'import')}`)
  refuseExtras(request)
  const job = memory.imports.get(param(request, 'import'))
  if (job === undefined) throw refusal('run')
  const { importShows: shows } = behaviour
  const status = shows[Math.min(job.looks++, shows.length - 1)] ?? 'SUCCESS'
  if (status === 'SUCCESS') memory.suites.set(job.suite.name, job.suite)
  return {
    _id: param(request, 'import'),
    status,
    percentageComplete: status === 'SUCCESS' ? 100 : 85,
    jobType: 'CONVERSATION_TESTING_VALIDATE',
    testSuiteId: job.suite.id,
    statusLogs: [],
  }
}
