/** `test-runs.json`: what Kapso answered for each run of a suite. The vendor has no file, so we write one. Pure. */
import * as z from 'zod/mini'
import { parseJson } from '../../answer.ts'
import { countOf, firstOf, isOrAre } from '../../count-words.ts'
import { type Case, countCases, type Results, uniqueNames } from '../../results.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import { OUT_OF_CREDITS, unwrapped } from './client.ts'
import { type Judged, judgeRun, TestRun, unendedCase } from './test-run.ts'

/** What became of one case. */
export type Ended =
  /** The last answer about its run, as it came. */
  | { readonly id: string; readonly name: string; readonly answer: string }
  /** Why nobody knows. Without an id it was not started. */
  | { readonly id?: string; readonly name: string; readonly problem: string }

/** A case whose run is under way, with the last answer about it, as it came, where there is one. */
export interface Pending {
  readonly id: string
  readonly name: string
  readonly pending: true
  readonly answer?: string | undefined
}

/** The file, in the order of the cases; the vendor's answers stand in it unchanged. */
export function writeRecord(cases: readonly (Ended | Pending)[]): Uint8Array {
  const entries = cases.map((each) => {
    const head = JSON.stringify({
      test_run: each.id ?? null,
      test_case: each.name,
      ...('problem' in each && { problem: each.problem }),
      ...('pending' in each && { pending: true }),
    })
    const answer = 'answer' in each ? each.answer : undefined
    return answer === undefined ? head : `${head.slice(0, -1)},"answer":${answer.trim()}}`
  })
  return new TextEncoder().encode(`[\n${entries.join(',\n')}\n]\n`)
}

const Head = { test_run: z.nullable(z.string()), test_case: z.string() }
const Entry = z.union([
  // First, since it may have an answer too.
  z.object({ ...Head, pending: z.literal(true), answer: z.optional(unwrapped(TestRun)) }),
  z.object({ ...Head, answer: unwrapped(TestRun) }),
  z.object({ ...Head, problem: z.string() }),
])
type Entry = z.output<typeof Entry>

/**
 * The results of the file; cases that are pending in it are skipped. A score that does not fit the scale of the mark is thrown as
 * a `Trouble` of kind `contract`, or told as the reason why its case could not be judged.
 */
export function resultsOf(record: Uint8Array, mark: number, oddScores: 'thrown' | 'told' = 'thrown'): Results {
  const entries = z.array(Entry).safeParse(parseJson(record))
  if (!entries.success) throw lastingTrouble('internal', 'test-runs.json is not what it was written as')
  const judged = entries.data.map((entry) => judgeEntry(entry, mark, oddScores))
  const names = uniqueNames(judged.map(({ verdict }) => verdict.name))
  const cases = judged.map(({ verdict }, place) => ({ ...verdict, name: names[place] ?? verdict.name }))
  const average = mean(judged.flatMap(({ score }) => score ?? []))
  return {
    cases,
    counts: countCases(cases),
    metrics: average === undefined ? {} : { averageScore: average },
    figures: new Map([['Pass score', String(mark)]]),
    contradictions: [],
    warnings: [...creditsAmong(entries.data), ...missingAmong(entries.data, cases)],
  }
}

function judgeEntry(entry: Entry, mark: number, oddScores: 'thrown' | 'told'): Judged {
  const { test_case: name, test_run: id } = entry
  const facts = new Map(id === null ? [] : [['Test run', id]])
  if ('pending' in entry) return { verdict: unendedCase(entry.answer, name, facts) }
  const unjudged = (message: string): Judged => {
    return { verdict: { name, status: 'error', message, flaky: false, tries: 1, checks: [], facts } }
  }
  if ('problem' in entry) return unjudged(entry.problem)
  try {
    return judgeRun(entry.answer, name, mark)
  } catch (thrown) {
    if (oddScores === 'thrown' || !(thrown instanceof Trouble)) throw thrown
    return unjudged(thrown.message)
  }
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The want of credits ends the start of a suite, so it explains all that is missing. */
function creditsAmong(entries: readonly Entry[]): string[] {
  const stopped = entries.some((entry) => 'problem' in entry && entry.problem.includes(OUT_OF_CREDITS))
  return stopped ? [OUT_OF_CREDITS] : []
}

const MOST_NAMED = 5

function missingAmong(entries: readonly Entry[], cases: readonly Case[]): string[] {
  const names = cases.flatMap(({ name }, place) => (entries[place]?.test_run === null ? [name] : []))
  if (names.length === 0) return []
  const [are, them] = [isOrAre(names.length), names.length === 1 ? 'it' : 'them']
  return [
    `${names.length} of ${countOf(cases.length, 'cases')} ${are} missing, since no run of ${them} is known: ${firstOf(names, MOST_NAMED)}`,
  ]
}
