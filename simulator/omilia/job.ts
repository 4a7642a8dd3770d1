/** Runs and generations as the vendor keeps and shows them; both are `Run`s in its pages, with different parameters. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import { zipOf } from './archive.ts'
import { type JobPlan, type Look, lookAt } from './job-plan.ts'
import type { ProjectFacts } from './project.ts'
import { statsOf, type TestCase } from './test-case.ts'

/** A run or a generation that was really started. */
export interface StartedJob {
  readonly what: 'run' | 'generation'
  readonly runId: string
  readonly projectId: string
  /** The body of the start, without the project. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** Monotonic milliseconds. */
  readonly startedAt: number
  /** Status calls that the vendor acted on. */
  readonly looks: number
  readonly revoked: boolean
}

/** A job as the vendor keeps it. */
export interface Job extends StartedJob {
  readonly of: ProjectFacts
  readonly plan: JobPlan
  readonly createdAt: string
  readonly artifactId: string
  looks: number
  revoked: boolean
  /** The number of the look that first saw the end. */
  endedAtLook?: number
  finishedAt?: string
}

/** Begins a job. */
export function newJob(facts: Pick<Job, 'what' | 'of' | 'parameters' | 'plan'>, clock: Clock): Job {
  const moment = { startedAt: clock.now(), createdAt: zonelessTime(clock) }
  return { ...facts, ...moment, runId: randomUUID(), projectId: facts.of.id, artifactId: randomUUID(), looks: 0, revoked: false }
}

/** What a status call sees now; undefined when the job has ended. */
export function currentLook(job: Job, clock: Clock): Look | undefined {
  return lookAt(job.plan, job.looks, clock.now() - job.startedAt)
}

/** Whether the job is still under way. */
export function isUnderWay(job: Job, clock: Clock): boolean {
  return !job.revoked && currentLook(job, clock) !== undefined
}

/** Whether it can be revoked now. */
export function isRevocable(job: Job, clock: Clock): boolean {
  return isUnderWay(job, clock) && job.looks >= job.plan.revocableAfter
}

/** The job as it is answered, without counting as a look. */
export function shown(job: Job, clock: Clock): Readonly<Record<string, unknown>> {
  const look = currentLook(job, clock)
  if (look === undefined || job.revoked) job.finishedAt ??= zonelessTime(clock)
  return {
    projectId: job.projectId,
    ...(job.what === 'run' && { parallelTestCases: 1 }),
    ...parametersOf(job),
    runId: job.runId,
    status: job.revoked ? 'REVOKED' : (look?.status ?? endOf(job)),
    createdAt: job.createdAt,
    finishedAt: job.finishedAt ?? null,
    tasks: [],
    artifact: hasArchive(job, clock) ? artifactOf(job) : null,
    isRevocable: isRevocable(job, clock),
    executionMeta: look?.total === undefined ? null : { current: look.current ?? 0, total: look.total },
    ...(job.what === 'run' && { duration: '0:00:03' }),
  }
}

/** The same for a status call, which moves a job on that moves by looks. */
export function lookedAt(job: Job, clock: Clock): unknown {
  if (currentLook(job, clock) === undefined) job.endedAtLook ??= job.looks
  const answer = job.plan.edit(shown(job, clock))
  job.looks += 1
  return answer
}

function parametersOf({ what, parameters }: Job): Record<string, unknown> {
  const names = what === 'run' ? ['group', 'utterance', 'description'] : ['group', 'testSuite', 'simulationData']
  const given = Object.fromEntries(names.map((name) => [name, parameters[name] ?? null]))
  return what === 'run' ? given : { ...given, overwrite: parameters['overwrite'] ?? false }
}

/** The test cases of a run: those of the script, or else of the project. */
export function casesOf(job: Job): readonly TestCase[] {
  return job.plan.cases ?? job.of.cases
}

function endOf(job: Job): string {
  if (job.plan.end !== undefined) return job.plan.end
  if (job.what === 'generation') return 'SUCCESS'
  const { fail, unavailable } = statsOf(casesOf(job))
  return fail + unavailable > 0 ? 'FAILURE' : 'SUCCESS'
}

/** Whether the archive can be had by now. */
export function hasArchive(job: Job, clock: Clock): boolean {
  if (job.plan.archive === null || job.revoked || currentLook(job, clock) !== undefined) return false
  return job.looks - (job.endedAtLook ?? job.looks) >= job.plan.archiveLate
}

/** The archive: what the script says, or else a file for each test case. */
export function archiveOf(job: Job): Uint8Array {
  if (job.plan.archive instanceof Uint8Array) return job.plan.archive
  if (job.what === 'run')
    return zipOf({
      'report.csv': ['name,status', ...casesOf(job).map((each) => `${each.testCaseName},${each.status}`), ''].join('\n'),
    })
  const files = job.of.cases.map(({ testCaseName }): [string, string] => [
    `tests/${testCaseName}.json`,
    JSON.stringify({ testCaseName }),
  ])
  return zipOf({ 'tests/': '', ...Object.fromEntries(files) })
}

function artifactOf({ runId, artifactId, finishedAt }: Job): Record<string, unknown> {
  const name = `${runId}_artifacts.zip`
  return { artifactId, name, createdAt: finishedAt, deletedAt: null, ttl: 604800, isExpired: false, runId }
}

/** A moment as the vendor writes it: UTC, and without saying so. */
export function zonelessTime(clock: Clock): string {
  return `${new Date(clock.wall()).toISOString().slice(0, -1)}226`
}
