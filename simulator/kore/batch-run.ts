/** Runs of batch tests: how a test scripts one, and what each look at it sees. */
import type { ReportStyle } from './batch-report.ts'
import type { StatusAnswer } from './batch-status.ts'
import type { ResultCounts, Scores, Utterance } from './batch-suite.ts'

/** What one status call sees. */
export interface Look {
  readonly status: string
  /** From 0 to 100; the answer says nothing of progress without it. */
  readonly percent?: number
  /** Whether the answer carries results. */
  readonly ended: boolean
  /** Whether results come with a link to the file. */
  readonly withFile: boolean
}

/** The run is under way. */
export function running(percent = 0): Look {
  return { status: 'running', percent, ended: false, withFile: false }
}

/** The run has a status by any word, and no results: `status('weird')`, `status('STOPPED')`. */
export function status(word: string, percent?: number): Look {
  return { status: word, ended: false, withFile: false, ...(percent !== undefined && { percent }) }
}

/** The run is over and has results. */
export function completed(): Look {
  return { status: 'completed', ended: true, withFile: true }
}

/** The run is over, and its file is not there yet. */
export function completedWithoutFile(): Look {
  return { status: 'completed', ended: true, withFile: false }
}

/** The run broke off at the vendor. */
export function failed(): Look {
  return { status: 'failed', ended: false, withFile: false }
}

/** What a run will show and give. */
export interface RunPlan {
  looks: readonly Look[]
  /** Then the run moves by time and not by looks. */
  lastsMs?: number
  counts: Partial<ResultCounts>
  scores: Partial<Scores>
  isPartialFailure: boolean
  fileComes: boolean
  utteranceCount?: number
  /** What the file tells of, when it is not the suite. */
  rows?: readonly Utterance[]
  file?: Buffer
  style: Partial<ReportStyle>
  edit: (answer: StatusAnswer) => unknown
}

/** Scripts one run. Everything but the looks is for the looks that carry results. */
export interface RunScript {
  /** One look a status call, in this order; the last one stays. */
  shows(...looks: readonly Look[]): RunScript
  /** The run takes that long by the clock, with progress, whatever the looks. */
  lasts(ms: number): RunScript
  /** Counts that do not follow from the utterances. */
  counts(counts: Partial<ResultCounts>): RunScript
  /** Scores that do not follow from the utterances. */
  scores(scores: Partial<Scores>): RunScript
  /** An `utterance_count` that does not follow from the utterances. */
  utteranceCount(count: number): RunScript
  /** Some records were dropped by an error of the vendor's system. */
  isPartialFailure(): RunScript
  /** The run completes and its file never comes. */
  withoutFile(): RunScript
  /** The file tells of these utterances, the counts of the suite. */
  reports(utterances: readonly Utterance[]): RunScript
  /** The file is written in another way. */
  written(style: Partial<ReportStyle>): RunScript
  /** The file is these bytes. */
  file(content: string | Uint8Array): RunScript
  /** The status answer is changed before it is sent, whichever look it is. */
  edited(edit: (answer: StatusAnswer) => unknown): RunScript
}

/** The plan of a run that nobody scripted. */
export function plainRun(lastsMs?: number): RunPlan {
  return {
    looks: [running(0), running(50), completed()],
    counts: {},
    scores: {},
    isPartialFailure: false,
    fileComes: true,
    style: {},
    edit: (answer) => answer,
    ...(lastsMs !== undefined && { lastsMs }),
  }
}

/** The sentences that change a plan. */
export function scriptRun(plan: RunPlan): RunScript {
  const change = (changes: Partial<RunPlan>): RunScript => {
    Object.assign(plan, changes)
    return script
  }
  const script: RunScript = {
    shows(...looks) {
      delete plan.lastsMs
      return change({ looks })
    },
    lasts: (lastsMs) => change({ lastsMs }),
    counts: (counts) => change({ counts }),
    scores: (scores) => change({ scores }),
    utteranceCount: (utteranceCount) => change({ utteranceCount }),
    isPartialFailure: () => change({ isPartialFailure: true }),
    withoutFile: () => change({ fileComes: false }),
    reports: (rows) => change({ rows }),
    written: (style) => change({ style }),
    file: (content) => change({ file: Buffer.from(content) }),
    edited: (edit) => change({ edit }),
  }
  return script
}

/** What a status call sees: by time where the plan says so, else by the number of looks before it. */
export function lookAt(plan: RunPlan, looksBefore: number, elapsedMs: number): Look {
  const look = plan.lastsMs === undefined ? lookByNumber(plan, looksBefore) : lookByTime(plan.lastsMs, elapsedMs)
  return { ...look, withFile: look.withFile && plan.fileComes }
}

function lookByNumber({ looks }: RunPlan, before: number): Look {
  return looks[Math.min(before, looks.length - 1)] ?? completed()
}

function lookByTime(lastsMs: number, elapsedMs: number): Look {
  return elapsedMs >= lastsMs ? completed() : running(Math.floor((elapsedMs * 100) / lastsMs))
}
