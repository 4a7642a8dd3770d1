/** The vendor's side of Testing Studio's API: what each call does with projects, runs and generations. */
import type { Clock } from '../../src/clock.ts'
import { inParts } from '../byte-ranges.ts'
import type { Answer, RecordedRequest, RefusedRequest } from '../exchange.ts'
import type { Route } from '../server.ts'
import type { TokenStore } from './account.ts'
import { archiveOf, casesOf, currentLook, hasArchive, isRevocable, type Job, lookedAt, newJob, shown } from './job.ts'
import { type JobPlan, plainJob } from './job-plan.ts'
import { type ProjectFacts, projectAnswer } from './project.ts'
import { jsonAnswer, Refusal, refusing } from './refusal.ts'
import { logAnswer } from './run-log.ts'
import { readStartBody } from './start-body.ts'
import { statsOf } from './test-case.ts'
import { readUpload, type UploadForm } from './upload.ts'

/** The calls that tests script by name. */
export type OmiliaOperation =
  | 'health'
  | 'projects'
  | 'project'
  | 'upload'
  | 'runs'
  | 'start'
  | 'run'
  | 'logs'
  | 'stats'
  | 'cases'
  | 'suites'
  | 'artifacts'
  | 'revoke'
  | 'generations'
  | 'generate'
  | 'generation artifacts'
  | 'golden dialog'

/** What tests may choose about the vendor beside the account, at the start or while it runs. */
export interface Manners {
  /** Whether one thing in `data` comes in a list; the page has both. */
  listsOne: boolean
  uploadForm: UploadForm
  /** The status that tells that an upload has the other form. */
  uploadRefusal: number
  /** Then a start is refused with 403. */
  withoutLicence: boolean
  /** Jobs that nobody scripts take that long by the clock; undefined: three looks. */
  jobsLastMs: number | undefined
  /** Whether `Range` and `If-Range` are understood for archives; nobody knows. */
  ranges: boolean
}

/** The vendor's memory. */
export interface Memory {
  readonly projects: ProjectFacts[]
  readonly jobs: Job[]
  readonly plans: { readonly what: 'run' | 'generation'; readonly plan: JobPlan }[]
  readonly dialogs: Map<string, string>
  readonly refusals: RefusedRequest[]
}

interface Program {
  readonly manners: Manners
  readonly clock: Clock
  readonly memory: Memory
  /** `data` of one thing. */
  one(value: unknown): Answer
}

type Handle = (request: RecordedRequest) => Answer
type Calls = Readonly<Partial<Record<OmiliaOperation, readonly [method: 'GET' | 'POST', path: string, handle: Handle]>>>

/** The calls of the API, and what answers all others. */
export function studioProgram(
  prefix: string,
  parts: { readonly manners: Manners; readonly clock: Clock; readonly memory: Memory; readonly tokens: TokenStore },
): { readonly routes: readonly Route<OmiliaOperation>[]; readonly otherwise: Handle } {
  const { manners, memory, tokens } = parts
  const one = (value: unknown): Answer => jsonAnswer({ data: manners.listsOne ? [value] : value, meta: { count: 1 } })
  const program: Program = { ...parts, one }
  const strict = (handle: Handle): Handle =>
    refusing(memory.refusals, (request) => {
      tokens.admit(request)
      if (request.query !== '' || (request.method === 'GET' && request.body.length > 0))
        throw new Refusal(400, 'Unexpected query or body')
      return handle(request)
    })
  const calls: Calls = { ...projectCalls(program), ...runCalls(program), ...generationCalls(program) }
  const routes = Object.entries(calls).map(([operation, [method, path, handle]]) => {
    return { operation: operationNamed(operation), method, paths: [`${prefix}${path}`], handle: strict(handle) }
  })
  const health: Handle = () => jsonAnswer({ data: { status: 'up' } })
  return {
    routes: [{ operation: 'health', method: 'GET', paths: [`${prefix}/api/healthcheck/`], handle: health }, ...routes],
    otherwise: refusing(memory.refusals, () => {
      throw new Refusal(404, 'Not Found')
    }),
  }
}

function projectCalls(program: Program): Calls {
  const { memory, clock, manners, one } = program
  const answer = (project: ProjectFacts): unknown => {
    const latest = memory.jobs.findLast((job) => job.of === project && job.what === 'run')
    return projectAnswer(project, latest === undefined ? null : shown(latest, clock))
  }
  return {
    projects: [
      'GET',
      '/api/projects/',
      () => jsonAnswer({ data: memory.projects.map(answer), meta: { count: memory.projects.length } }),
    ],
    project: ['GET', '/api/projects/{project}', (request) => one(answer(findProject(program, request.params.get('project'))))],
    upload: [
      'POST',
      '/api/projects/{project}/suites/',
      (request) => {
        const project = findProject(program, request.params.get('project'))
        if (project.storage === 'git') throw new Refusal(400, 'Available only for projects with S3 storage')
        project.uploads.push(readUpload(request, manners.uploadForm, manners.uploadRefusal))
        return { status: 204 }
      },
    ],
  }
}

function runCalls(program: Program): Calls {
  const { clock, one } = program
  const about =
    (answer: (job: Job, request: RecordedRequest) => Answer): Handle =>
    (request) =>
      answer(findJob(program, 'run', request), request)
  const onceEnded = (job: Job, value: unknown): Answer => {
    if (currentLook(job, clock) !== undefined) throw new Refusal(404, 'Run has no results yet')
    return jsonAnswer({ data: value })
  }
  return {
    runs: [
      'GET',
      '/api/projects/{project}/runs/',
      (request) => jobList(program, 'run', request, (job) => job.plan.edit(shown(job, clock))),
    ],
    start: ['POST', '/api/runs/', (request) => startJob(program, 'run', request)],
    run: ['GET', '/api/runs/{run}', about((job) => one(lookedAt(job, clock)))],
    logs: [
      'GET',
      '/api/runs/{run}/logs/',
      about((job) => jsonAnswer(job.plan.log ?? logAnswer(job, currentLook(job, clock) === undefined))),
    ],
    stats: ['GET', '/api/runs/{run}/run_stats/', about((job) => onceEnded(job, statsAnswer(job)))],
    cases: ['GET', '/api/runs/{run}/test_cases/', about((job) => onceEnded(job, casesAnswer(program, job)))],
    suites: [
      'GET',
      '/api/runs/{run}/suites/',
      about((job) =>
        onceEnded(
          job,
          job.plan.suites.map((testSuiteName) => ({ testSuiteName })),
        ),
      ),
    ],
    artifacts: ['GET', '/api/runs/{run}/artifacts/', about((job, request) => archiveAnswer(job, request, program))],
    revoke: ['POST', '/api/runs/{run}/revoke/', about((job) => revoke(job, clock))],
  }
}

function generationCalls(program: Program): Calls {
  const { clock, memory } = program
  return {
    generations: [
      'GET',
      '/api/projects/{project}/generations/',
      (request) => jobList(program, 'generation', request, (job) => lookedAt(job, clock)),
    ],
    generate: ['POST', '/api/generations/', (request) => startJob(program, 'generation', request)],
    'generation artifacts': [
      'GET',
      '/api/generations/{run}/artifacts/',
      (request) => archiveAnswer(findJob(program, 'generation', request), request, program),
    ],
    'golden dialog': [
      'GET',
      '/api/dialogs/{dialog}/golden/',
      ({ params }) => {
        const dialog = memory.dialogs.get(params.get('dialog') ?? '')
        if (dialog === undefined) throw new Refusal(404, { errors: [{ title: 'Not found', detail: 'Dialog does not exist' }] })
        return { status: 200, headers: { 'content-type': 'application/json' }, body: dialog }
      },
    ],
  }
}

function operationNamed(name: string): OmiliaOperation {
  const found = OPERATIONS.find((each) => each === name)
  if (found === undefined) throw new Error(`There is no operation '${name}'`)
  return found
}

const OPERATIONS: readonly OmiliaOperation[] = [
  'projects',
  'project',
  'upload',
  'runs',
  'start',
  'run',
  'logs',
  'stats',
  'cases',
  'suites',
  'artifacts',
  'revoke',
  'generations',
  'generate',
  'generation artifacts',
  'golden dialog',
]

function findProject({ memory }: Program, id: string | undefined): ProjectFacts {
  const project = memory.projects.find((each) => each.id === id)
  if (project === undefined) throw new Refusal(404, 'Project not found')
  return project
}

function findJob({ memory }: Program, what: Job['what'], { params }: RecordedRequest): Job {
  const job = memory.jobs.find((each) => each.what === what && each.runId === params.get('run'))
  if (job === undefined) throw new Refusal(404, `${what} not found`)
  return job
}

/** Newest first. */
function jobList(program: Program, what: Job['what'], request: RecordedRequest, show: (job: Job) => unknown): Answer {
  const project = findProject(program, request.params.get('project'))
  const jobs = program.memory.jobs.filter((job) => job.of === project && job.what === what).reverse()
  return jsonAnswer({ data: jobs.map(show), meta: { count: jobs.length } })
}

function startJob(program: Program, what: Job['what'], request: RecordedRequest): Answer {
  const { memory, manners, clock, one } = program
  const { projectId, parameters } = readStartBody(request, what)
  const of = findProject(program, projectId)
  if (manners.withoutLicence) throw new Refusal(403, 'No available license for this user')
  const index = memory.plans.findIndex((each) => each.what === what)
  const plan = (index === -1 ? undefined : memory.plans.splice(index, 1)[0]?.plan) ?? plainJob(manners.jobsLastMs)
  const job = newJob({ what, of, parameters, plan }, clock)
  memory.jobs.push(job)
  return one(shown(job, clock))
}

function statsAnswer(job: Job): unknown {
  const { stats } = job.plan
  return stats === null ? null : { statsId: job.artifactId, runId: job.runId, ...statsOf(casesOf(job)), ...stats }
}

/** One test case may come alone. */
function casesAnswer({ manners }: Program, job: Job): unknown {
  const cases = casesOf(job)
  return cases.length === 1 && !manners.listsOne ? cases[0] : cases
}

function archiveAnswer(job: Job, request: RecordedRequest, { clock, manners }: Program): Answer {
  if (!hasArchive(job, clock)) throw new Refusal(404, 'Artifact not found')
  const headers = { 'content-type': 'application/zip' }
  const body = archiveOf(job)
  return manners.ranges ? inParts(request, body, headers) : { status: 200, headers, body }
}

function revoke(job: Job, clock: Clock): Answer {
  if (!isRevocable(job, clock)) throw new Refusal(400, 'Run cannot be revoked')
  job.revoked = true
  return { status: 204 }
}
