/** The vendor's side of Kapso's test suites: what its four calls do with suites and runs. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import type { Answer, RecordedRequest, RefusedRequest } from '../exchange.ts'
import { rateLimiter } from '../rate-limit.ts'
import type { Route } from '../server.ts'
import { invalidField, outOfCredits, Refusal, refusal, refusalAnswer } from './refusal.ts'
import { readStart } from './start.ts'
import type { CaseScript } from './test-case.ts'

/** The calls that tests script by name. */
export type KapsoOperation = 'suites' | 'suite' | 'start' | 'look'

/** Everything about the vendor that tests may choose, at the start or while the simulator runs. */
export interface KapsoBehaviour {
  apiKey: string
  agentId: string
  /** For each key, whatever it is used for. */
  callsPerMinute: number
  /** What is left; each start of a run costs one. */
  credits: number
  /** The HTTP status for a project without any. */
  creditStatus: 402 | 422
  /** How long runs take whose case does not say it, in milliseconds. */
  runsLastMs: number
  /** Whether the list of an agent's suites holds their cases. */
  listsCases: boolean
  /** Whether answers are wrapped in `data`. */
  wrapsAnswers: boolean
  /** How an answer says that nothing broke; the page shows an empty object. */
  noError: unknown
}

/** A case as the vendor keeps it. */
export interface KeptCase extends CaseScript {
  readonly id: string
}

/** A suite as the vendor keeps it. */
export interface KeptSuite {
  readonly id: string
  readonly name: string
  readonly cases: readonly KeptCase[]
}

/** A run of one case that was made. */
export interface KapsoRun {
  readonly id: string
  readonly suite: string
  readonly testCase: KeptCase
  /** Monotonic milliseconds; undefined for a run that nothing starts, since it was made without `run_now`. */
  readonly startedAt: number | undefined
  /** Wall clock. */
  readonly madeAt: number
  looks: number
}

/** The vendor's memory. */
export interface Memory {
  readonly suites: KeptSuite[]
  readonly runs: KapsoRun[]
  readonly refusals: RefusedRequest[]
}

/** When a run ends, on the monotonic clock. */
export function endOf({ startedAt, testCase }: KapsoRun, { runsLastMs }: KapsoBehaviour): number {
  return startedAt === undefined ? Number.POSITIVE_INFINITY : startedAt + (testCase.lastsMs ?? runsLastMs)
}

interface Program {
  readonly behaviour: KapsoBehaviour
  readonly clock: Clock
  readonly memory: Memory
}

type Handle = (request: RecordedRequest) => Answer

const WINDOW = 60_000

/** The calls of test suites, and what answers all others. */
export function kapsoProgram(program: Program): {
  readonly routes: readonly Route<KapsoOperation>[]
  readonly otherwise: Handle
} {
  const limiter = rateLimiter(program.clock)
  const strict = (handle: (request: RecordedRequest) => Answer): Handle =>
    refusing(program.memory, (request) => {
      const { apiKey, callsPerMinute } = program.behaviour
      if (request.headers['x-api-key'] !== apiKey) throw refusal(401, 'Invalid API key')
      const exceeded = limiter.admit(apiKey, [{ calls: callsPerMinute, windowMs: WINDOW }])
      if (exceeded !== undefined) throw tooMany(callsPerMinute)
      if (request.query !== '') throw refusal(400, 'No query is known here')
      if (request.method === 'GET' && request.body.length > 0) throw refusal(400, 'No body is expected here')
      return handle(request)
    })
  const get = (
    operation: KapsoOperation,
    path: string,
    answer: (request: RecordedRequest) => unknown,
  ): Route<KapsoOperation> => ({
    operation,
    method: 'GET',
    paths: [`/api/v1${path}`],
    handle: strict((request) => jsonAnswer(200, program, answer(request))),
  })
  return {
    routes: [
      get('suites', '/agents/{id}/test_suites', (request) => listSuites(program, request)),
      get('suite', '/test_suites/{id}', (request) => suiteAnswer(findSuite(program, request), program, true)),
      get('look', '/test_runs/{id}', (request) => look(program, request)),
      {
        operation: 'start',
        method: 'POST',
        paths: ['/api/v1/test_cases/{id}/test_runs'],
        handle: strict((request) => jsonAnswer(201, program, start(program, request))),
      },
    ],
    otherwise: strict(() => {
      throw refusal(404, 'No route matches')
    }),
  }
}

function refusing(memory: Memory, handle: Handle): Handle {
  return (request) => {
    try {
      return handle(request)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      memory.refusals.push({ request, status: error.status, message: error.message })
      return refusalAnswer(error)
    }
  }
}

function tooMany(limit: number): Refusal {
  const headers = { 'retry-after': '60', 'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': '0' }
  return refusal(429, 'Rate limit exceeded', headers)
}

function listSuites(program: Program, request: RecordedRequest): unknown {
  if (request.params.get('id') !== program.behaviour.agentId) throw refusal(404, 'Agent not found')
  return program.memory.suites.map((suite) => suiteAnswer(suite, program, program.behaviour.listsCases))
}

function suiteAnswer({ id, name, cases }: KeptSuite, { behaviour, clock }: Program, withCases: boolean): unknown {
  const moment = isoTime(clock.wall())
  const about = {
    id,
    name,
    description: `All about ${name}`,
    agent_id: behaviour.agentId,
    created_at: moment,
    updated_at: moment,
  }
  return withCases ? { ...about, test_cases: cases.map((each) => caseAnswer(each, id, moment)) } : about
}

function caseAnswer({ id, name, description, script, rubric }: KeptCase, suite: string, moment: string): unknown {
  return { id, name, description, script, rubric, test_suite_id: suite, created_at: moment, updated_at: moment }
}

function findSuite({ memory }: Program, request: RecordedRequest): KeptSuite {
  const found = memory.suites.find(({ id }) => id === request.params.get('id'))
  if (found === undefined) throw refusal(404, 'Test suite not found')
  return found
}

function start(program: Program, request: RecordedRequest): unknown {
  const { behaviour, memory, clock } = program
  const runNow = readStart(request)
  const wanted = request.params.get('id')
  const suite = memory.suites.find(({ cases }) => cases.some(({ id }) => id === wanted))
  const testCase = suite?.cases.find(({ id }) => id === wanted)
  if (suite === undefined || testCase === undefined) throw refusal(404, 'Test case not found')
  if (testCase.script === '') throw invalidField('script', "can't be blank")
  if (behaviour.credits < 1) throw outOfCredits(behaviour.creditStatus)
  if (runNow) behaviour.credits -= 1
  const startedAt = runNow ? clock.now() : undefined
  const run = { id: randomUUID(), suite: suite.name, testCase, startedAt, madeAt: clock.wall(), looks: 0 }
  memory.runs.push(run)
  return runAnswer(run, suite, program)
}

function look(program: Program, request: RecordedRequest): unknown {
  const run = program.memory.runs.find(({ id }) => id === request.params.get('id'))
  const suite = program.memory.suites.find(({ name }) => name === run?.suite)
  if (run === undefined || suite === undefined) throw refusal(404, 'Test run not found')
  run.looks += 1
  return runAnswer(run, suite, program)
}

function runAnswer(run: KapsoRun, suite: KeptSuite, { behaviour, clock }: Program): unknown {
  const { id, testCase, startedAt, madeAt } = run
  const lasts = endOf(run, behaviour) - (startedAt ?? 0)
  const isOver = clock.now() >= endOf(run, behaviour)
  const made = isoTime(madeAt)
  const end = {
    ended_at: isOver ? isoTime(madeAt + lasts) : null,
    ...testCase.end,
    error: testCase.end.error ?? behaviour.noError,
  }
  return {
    id,
    thread_id: `thread_${id.slice(0, 8)}`,
    started_at: startedAt === undefined ? null : made,
    ...(isOver ? end : { ...UNDER_WAY, error: behaviour.noError }),
    created_at: made,
    updated_at: isoTime(clock.wall()),
    test_case: caseAnswer(testCase, suite.id, made),
  }
}

const UNDER_WAY = { ended_at: null, score: null, feedback: null, execution_completed: false, conversation: {}, full_history: {} }

function jsonAnswer(status: number, { behaviour }: Program, value: unknown): Answer {
  const body = JSON.stringify(behaviour.wrapsAnswers ? { data: value } : value)
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body }
}

function isoTime(wall: number): string {
  return new Date(wall).toISOString()
}
