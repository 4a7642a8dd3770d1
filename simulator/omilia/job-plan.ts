/** Runs and generations: how a test scripts one, and what each look at it sees. */
import type { Stats, TestCase } from './test-case.ts'

/** What one status call sees. */
export interface Look {
  readonly status: string
  readonly current?: number
  readonly total?: number
}

/** The job waits. */
export function pending(): Look {
  return { status: 'PENDING' }
}

/** The job is under way; so many of its jobs are done. */
export function started(current?: number, total?: number): Look {
  return { status: 'STARTED', ...(current !== undefined && total !== undefined && { current, total }) }
}

/** The job has a status by any word. */
export function status(word: string): Look {
  return { status: word }
}

/** What a job will show and give. */
export interface JobPlan {
  /** One look a status call; when they are used up, the end. */
  looks: readonly Look[]
  /** Then the job moves by time and not by looks. */
  lastsMs?: number
  /** The status at the end, where it does not follow from the test cases. */
  end?: string
  cases?: readonly TestCase[]
  stats?: Partial<Stats> | null
  suites: readonly string[]
  archive?: Uint8Array | null
  /** How many looks after the end the archive comes. */
  archiveLate: number
  /** How many looks pass before it can be revoked. */
  revocableAfter: number
  /** The answer to the logs call, in place of what the run says by itself. */
  log?: unknown
  edit: (job: Readonly<Record<string, unknown>>) => unknown
}

/** Scripts one job. */
export interface JobScript {
  /** One look a status call, in this order, and then the end. */
  shows(...looks: readonly Look[]): JobScript
  /** The job takes that long by the clock, with progress, whatever the looks. */
  lasts(ms: number): JobScript
  /** The last look stays for ever. */
  neverEnds(): JobScript
  /** The status at the end. */
  ends(word: string): JobScript
  /** What its test cases come to. */
  cases(...cases: readonly TestCase[]): JobScript
  /** Stats that do not follow from the test cases; null for none. */
  stats(stats: Partial<Stats> | null): JobScript
  /** The names of the suites. */
  suites(...names: readonly string[]): JobScript
  /** The archive; null for none. */
  archive(bytes: Uint8Array | null): JobScript
  /** The archive comes so many looks after the end. */
  archiveLate(looks: number): JobScript
  /** It cannot be revoked before so many looks. */
  revocableAfter(looks: number): JobScript
  /** The answer to the logs call. */
  log(answer: unknown): JobScript
  /** Each answer about it is changed before it is sent. */
  edited(edit: (job: Readonly<Record<string, unknown>>) => unknown): JobScript
}

/** The plan of a job that nobody scripted. */
export function plainJob(lastsMs?: number): JobPlan {
  return {
    looks: [pending(), started(1, 2)],
    suites: ['test_suite_1', 'test_suite_2'],
    archiveLate: 0,
    revocableAfter: 0,
    edit: (job) => job,
    ...(lastsMs !== undefined && { lastsMs }),
  }
}

/** The sentences that change a plan. */
export function scriptJob(plan: JobPlan): JobScript {
  const change = (changes: Partial<JobPlan>): JobScript => {
    Object.assign(plan, changes)
    return script
  }
  const script: JobScript = {
    shows(...looks) {
      delete plan.lastsMs
      return change({ looks })
    },
    lasts: (lastsMs) => change({ lastsMs }),
    neverEnds: () => change({ lastsMs: Number.POSITIVE_INFINITY }),
    ends: (end) => change({ end }),
    cases: (...cases) => change({ cases }),
    stats: (stats) => change({ stats }),
    suites: (...suites) => change({ suites }),
    archive: (archive) => change({ archive }),
    archiveLate: (archiveLate) => change({ archiveLate }),
    revocableAfter: (revocableAfter) => change({ revocableAfter }),
    log: (log) => change({ log }),
    edited: (edit) => change({ edit }),
  }
  return script
}

/** What a status call sees; undefined at the end. */
export function lookAt(plan: JobPlan, looksBefore: number, elapsedMs: number): Look | undefined {
  if (plan.lastsMs === undefined) return plan.looks[looksBefore]
  if (elapsedMs >= plan.lastsMs) return undefined
  return Number.isFinite(plan.lastsMs) ? started(Math.floor((elapsedMs * 10) / plan.lastsMs), 10) : started()
}
