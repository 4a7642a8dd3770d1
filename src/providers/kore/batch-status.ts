/** The status answer of a Kore.ai batch test: its shape, and what its counts are worth beside the rows of the result file. */
import * as z from 'zod/mini'
import { countOf, wholeNumber } from '../../count-words.ts'
import { type Case, type Counts, countCases, type Metrics, metricsOf, type Results } from '../../results.ts'
import { Count, Figure, Filled, lenient } from '../../shapes.ts'

/** What is no share, such as `"NaN"` where nothing was found, is not given. */
const Share = lenient(z.pipe(Figure, z.number().check(z.nonnegative())))

const BatchCounts = z.object({
  TP: z.nullish(Count),
  TN: z.nullish(Count),
  FP: z.nullish(Count),
  FN: z.nullish(Count),
  success: Count,
  failure: Count,
  failedEntitiesCount: z.nullish(Count),
})

/** The fields that are used of the answer to a status call; see the vendor's page on the batch test status. */
export const BatchStatus = z.object({
  status: z.string(),
  utterance_count: z.nullish(Count),
  totalUtterances: z.nullish(Count),
  utterance_ran: z.nullish(Count),
  percentage: Share,
  result: z.nullish(
    z.object({
      isPartialFailure: z.nullish(z.boolean()),
      f1_score: Share,
      precision: Share,
      recall: Share,
      fileUrl: lenient(Filled),
      results: z.nullish(BatchCounts),
    }),
  ),
})
export type BatchStatus = z.infer<typeof BatchStatus>

/**
 * The results of a completed run: the rows judged, the vendor's counts held against them. Without rows (DialogGPT, whose
 * columns are documented nowhere) the counts alone judge.
 */
export function batchResults(status: BatchStatus, cases: readonly Case[] | undefined): Results {
  const told = status.result?.results ?? undefined
  const contradictions = contradictionsOf(status, cases)
  const rows = cases === undefined ? undefined : countCases(cases)
  return {
    cases: cases ?? [],
    counts: reconciled(rows, told),
    metrics: metricsIn(status),
    figures: figuresOf(status),
    contradictions,
    warnings: contradictions.length > 0 ? [] : differencesOf(status, rows),
  }
}

/** Whether the result file holds as many utterances as the vendor counts. One that broke off where no length was told does not. */
export function isWhole({ result }: BatchStatus, cases: readonly Case[] | undefined): boolean {
  const told = result?.results ?? undefined
  return told === undefined || cases === undefined || cases.length >= told.success + told.failure
}

type Told = NonNullable<NonNullable<BatchStatus['result']>['results']>

/** Where rows and counts differ, the larger number of failures counts. */
function reconciled(rows: Counts | undefined, told: Told | undefined): Counts {
  if (rows === undefined) return countsAlone(told)
  const failed = Math.max(rows.failed, Math.min(told?.failure ?? 0, rows.failed + rows.passed))
  return { ...rows, failed, passed: rows.passed + rows.failed - failed }
}

function countsAlone(told: Told | undefined): Counts {
  const [passed, failed] = [told?.success ?? 0, told?.failure ?? 0]
  return { total: passed + failed, passed, failed, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }
}

function contradictionsOf({ result }: BatchStatus, cases: readonly Case[] | undefined): string[] {
  const told = result?.results ?? undefined
  const found: string[] = []
  if (result?.isPartialFailure === true)
    found.push('the vendor dropped some records because of a system error (isPartialFailure)')
  if (told === undefined) return [...found, "the vendor's answer holds no counts of success and failure"]
  if (cases === undefined) return found
  const expected = told.success + told.failure
  if (cases.length < expected)
    found.push(`the result file holds ${countOf(cases.length, 'utterances')}, but the vendor counts ${wholeNumber(expected)}`)
  const failing = cases.filter(({ status }) => status === 'failed')
  if (told.failure > 0 && failing.length === 0)
    found.push(`the vendor counts ${countOf(told.failure, 'failures')}, but no row of the result file failed`)
  if (told.failure === 0 && failing.length > 0 && !isReadingOfEntities(told, failing))
    found.push(`${countOf(failing.length, 'utterances')} of the result file failed, but the vendor counts no failure`)
  return found
}

/**
 * Whether the vendor's `failure` counts an utterance with the right intent and a wrong entity is not known. So no failure
 * beside rows that failed by their entities alone is no contradiction, unless the vendor counts no failed entity either.
 */
function isReadingOfEntities(told: Told, failing: readonly Case[]): boolean {
  const entitiesAlone = failing.every(({ checks }) => checks.every(({ what, passed }) => passed || what !== 'intent'))
  return entitiesAlone && told.failedEntitiesCount !== 0
}

function differencesOf(status: BatchStatus, rows: Counts | undefined): string[] {
  const told = status.result?.results ?? undefined
  if (told === undefined) return []
  const judged = told.success + told.failure
  const found: string[] = []
  if (rows === undefined)
    found.push('no rows of the result file could be read, so the verdict rests on the counts of the vendor alone')
  if (rows !== undefined && rows.total !== judged)
    found.push(
      `the result file holds ${countOf(rows.total, 'utterances')}, and the vendor counts ${wholeNumber(judged)}; it may count repeated ones once`,
    )
  if (rows !== undefined && rows.failed !== told.failure)
    found.push(
      `${countOf(rows.failed, 'utterances')} of the result file failed, and the vendor counts ${wholeNumber(told.failure)}; the larger number counts`,
    )
  const whole = status.utterance_count ?? judged
  if (whole !== judged)
    found.push(`the vendor says that the suite has ${countOf(whole, 'utterances')}, and counts ${countOf(judged, 'results')}`)
  return found
}

/** A figure above 1 can only be meant in per cent; that form is accepted too, since the vendor's page shows only "0.00". */
function share(value: number | null | undefined): number | undefined {
  if (value === null || value === undefined || value > 100) return undefined
  return value > 1 ? value / 100 : value
}

function metricsIn({ result }: BatchStatus): Metrics {
  const shares = {
    f1: share(result?.f1_score),
    precision: share(result?.precision),
    recall: share(result?.recall),
    averageScore: undefined,
  }
  return metricsOf((name) => shares[name])
}

function figuresOf({ result }: BatchStatus): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(result?.results ?? {}).flatMap(([name, value]) => (typeof value === 'number' ? [[name, String(value)]] : [])),
  )
}
