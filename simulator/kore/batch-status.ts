/** The status answer of a batch test, in the two shapes that Kore.ai's page on it shows. */
import type { Look } from './batch-run.ts'
import type { ResultCounts, Scores } from './batch-suite.ts'

/** The block `result`: the part behind `__v` comes when the run has ended. */
export interface StatusResult extends Partial<Scores> {
  readonly _id: string
  readonly isPartialFailure: boolean
  readonly status: string
  readonly isAvailable?: boolean
  readonly testSuiteId: string
  readonly triggeredBy: string
  readonly streamId: string
  readonly botLanguage: string
  readonly runType: string
  readonly utterance_count: number
  readonly startTime: string
  readonly __v: number
  readonly endTime?: string
  readonly fileId?: string
  readonly results?: ResultCounts
  readonly fileUrl?: string
}

/** The whole answer: progress is there while the run is under way. */
export interface StatusAnswer {
  readonly _id: string
  readonly streamId: string
  readonly testSuiteId: string
  readonly status: string
  readonly utterance_count: number
  readonly result: StatusResult
  readonly totalUtterances?: number
  readonly utterance_ran?: number
  readonly percentage?: number
}

/** What is the same in every status answer of one run. */
export interface RunFacts {
  readonly requestId: string
  readonly botId: string
  readonly suiteId: string
  readonly language: string
  readonly version: string
  readonly utteranceCount: number
  /** ISO 8601. */
  readonly startTime: string
}

/** What a run came to. */
export interface RunEnd {
  readonly endTime: string
  readonly counts: ResultCounts
  readonly scores: Scores
  readonly isPartialFailure: boolean
  /** Absent while there is no file. */
  readonly file?: { readonly id: string; readonly url: string }
}

/** The answer to one look. */
export function statusAnswer(run: RunFacts, look: Look, end?: RunEnd): StatusAnswer {
  return {
    _id: run.requestId,
    streamId: run.botId,
    testSuiteId: run.suiteId,
    status: look.status,
    utterance_count: run.utteranceCount,
    result: { ...resultStart(run, look), ...(end !== undefined && resultEnd(end)) },
    ...(look.percent !== undefined && progress(run.utteranceCount, look.percent)),
  }
}

function resultStart(run: RunFacts, look: Look): StatusResult {
  return {
    _id: run.requestId,
    isPartialFailure: false,
    status: look.status,
    testSuiteId: run.suiteId,
    triggeredBy: 'u-b6cd832d-d3c0-501f-9d94-9e4c76667e9e',
    streamId: run.botId,
    botLanguage: run.language,
    runType: run.version,
    utterance_count: run.utteranceCount,
    startTime: run.startTime,
    __v: 0,
  }
}

function resultEnd({ endTime, counts, scores, isPartialFailure, file }: RunEnd): Partial<StatusResult> {
  return {
    isPartialFailure,
    isAvailable: file !== undefined,
    endTime,
    ...scores,
    results: counts,
    ...(file !== undefined && { fileId: file.id, fileUrl: file.url }),
  }
}

function progress(total: number, percent: number): Partial<StatusAnswer> {
  return { totalUtterances: total, utterance_ran: Math.floor((total * percent) / 100), percentage: percent }
}
