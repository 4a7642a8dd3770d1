/** The run of one case at Kapso: its shape, when it is over, and what it is worth. Pure. */
import * as z from 'zod/mini'
import type { Case, CaseStatus, Check } from '../../results.ts'
import { lenient } from '../../shapes.ts'
import { lastingTrouble } from '../../trouble.ts'
import { Id } from './client.ts'
import { shown, turnsOf } from './conversation.ts'

/** A text that may be missing; what is none is shown as it came. */
const Anything = z.optional(z.unknown())
const Text = z.pipe(
  Anything,
  z.transform((value) => shown(value).trim()),
)

/** The fields that are used of the answer to a look; see the vendor's page "Get test run details". */
export const TestRun = z.object({
  id: Id,
  thread_id: Text,
  started_at: Text,
  ended_at: Text,
  score: Anything,
  feedback: Text,
  execution_completed: z.nullish(z.boolean()),
  conversation: Anything,
  full_history: Anything,
  error: Anything,
  test_case: z.nullish(z.object({ id: lenient(Id), name: Text, description: Text, script: Text, rubric: Text })),
})
export type TestRun = z.output<typeof TestRun>

/** Whether the run is over, and if so whether a score may still come: the execution is complete, and nothing says that all is. */
export function endOf(run: TestRun): 'not yet' | 'without score' | 'over' {
  if (run.ended_at !== '' || errorOf(run) !== '') return 'over'
  if (run.execution_completed !== true) return 'not yet'
  return isGiven(run.score) ? 'over' : 'without score'
}

/** What broke the execution, empty when nothing did: the vendor writes no error as null or as an empty object. */
function errorOf({ error }: TestRun): string {
  if (error === null || error === undefined || error === false) return ''
  if (typeof error === 'string') return error.trim()
  if (typeof error === 'object' && Object.keys(error).length === 0) return ''
  return shown(error)
}

function isGiven(score: unknown): boolean {
  return score !== null && score !== undefined && score !== ''
}

/** A case with the score that counts for the average. */
export interface Judged {
  readonly verdict: Case
  /** Absent when the case could not be judged. */
  readonly score?: number
}

/**
 * Judges a run that is over; `name` is for one whose answer does not tell the case. A broken execution is an error whatever
 * its score. Throws a `Trouble` of kind `contract` for a score that does not fit the scale of the mark.
 */
export function judgeRun(run: TestRun, name: string, mark: number): Judged {
  const common = commonOf(run, name)
  const problem = brokenBy(run)
  if (problem !== undefined) return { verdict: { ...common, status: 'error', message: problem, checks: [] } }
  const score = scoreOf(run, common.name, mark)
  return { score, verdict: { ...common, ...byScore(score, mark, run.feedback) } }
}

/** The case of a run that is under way, by the last answer about it where there is one; `facts` are for where there is none. */
export function unendedCase(run: TestRun | undefined, name: string, facts: Case['facts']): Case {
  const common = run === undefined ? { name, flaky: false, tries: 1, facts } : commonOf(run, name)
  return { ...common, status: 'skipped', message: 'it had not ended when the step did', checks: [] }
}

/** What is told of a run whatever it comes to. */
function commonOf(run: TestRun, name: string): Omit<Case, 'status' | 'checks'> {
  const turns = turnsOf(run.conversation, run.full_history)
  const durationMs = durationOf(run)
  return {
    name: run.test_case?.name || name,
    flaky: false,
    tries: 1,
    facts: factsOf(run),
    ...(durationMs !== undefined && { durationMs }),
    ...(turns.length > 0 && { turns }),
  }
}

function byScore(score: number, mark: number, feedback: string): { status: CaseStatus; checks: Check[]; message?: string } {
  const passed = score >= mark
  const checks = [{ what: 'score', expected: `at least ${mark}`, found: String(score), passed }]
  if (passed) return { status: 'passed', checks }
  return { status: 'failed', checks, ...(feedback !== '' && { message: `the judge says: ${feedback}` }) }
}

function brokenBy(run: TestRun): string | undefined {
  const error = errorOf(run)
  if (error !== '') return `the execution broke off: ${error}`
  if (run.execution_completed !== true) return `the run ended, but its execution was not completed${judgeSays(run.feedback)}`
  return isGiven(run.score) ? undefined : `the run ended without a score${judgeSays(run.feedback)}`
}

function judgeSays(feedback: string): string {
  return feedback === '' ? '' : `; the judge says: ${feedback}`
}

/** The end of any scale, which is that of `pass-score`. */
const HIGHEST = 100

/** The judge's scale is 0 to 1, and nothing in the answer says so: what is above it shows that the mark is for another one. */
function scoreOf({ score, id }: TestRun, name: string, mark: number): number {
  const value = typeof score === 'string' && /^-?\d*\.?\d+$/.test(score.trim()) ? Number(score) : score
  const fits = typeof value === 'number' && value >= 0 && value <= (mark > 1 ? HIGHEST : 1)
  if (fits) return value
  const scale =
    mark > 1
      ? `with this pass-score it has to be a number from 0 to ${HIGHEST}; check what your judge was told`
      : 'scores go from 0 to 1; set pass-score if your judge was told another scale'
  throw lastingTrouble('contract', `test run ${id} has a score off the scale: ${scale}`, `${name}: ${shown(score)}`)
}

const Moment = z.pipe(z.iso.datetime({ offset: true, local: true }), z.coerce.date())

function durationOf({ started_at, ended_at }: TestRun): number | undefined {
  const [start, end] = [Moment.safeParse(started_at), Moment.safeParse(ended_at)]
  if (!start.success || !end.success) return undefined
  return Math.max(0, end.data.getTime() - start.data.getTime())
}

function factsOf({ id, thread_id, score, feedback, test_case }: TestRun): ReadonlyMap<string, string> {
  const facts = [
    ['Score', isGiven(score) ? shown(score) : ''],
    ['Feedback', feedback],
    ['Description', test_case?.description ?? ''],
    ['Script', test_case?.script ?? ''],
    ['Rubric', test_case?.rubric ?? ''],
    ['Test run', id],
    ['Thread', thread_id],
  ] as const
  return new Map(facts.filter(([, text]) => text !== ''))
}
