/** A suite's run at Kapso: as many runs as cases, looked at in turn, so that all of them stay below the vendor's rate limit. */
import type { Clock } from '../../clock.ts'
import { countOf } from '../../count-words.ts'
import type { Results } from '../../results.ts'
import { isRunId } from '../../run-id.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import type { Folder, Look, Run } from '../provider.ts'
import type { Belonging } from './belonging.ts'
import { CALLS_A_MINUTE, type KapsoClient } from './client.ts'
import { type FanOut, NO_CASES, NOT_STARTED } from './fan-out.ts'
import { type Ended, type Pending, resultsOf, writeRecord } from './record.ts'
import { endOf, TestRun } from './test-run.ts'

/** What a run works with. */
interface RunParts {
  readonly client: KapsoClient
  readonly clock: Clock
  /** The least score of a case that passes. */
  readonly mark: number
  /** The start in this process, where there was one: it knows the names of the cases, and why some were not started. */
  readonly begun: FanOut | undefined
  /** The suite, where another process started it. */
  readonly belonging: Belonging | undefined
}

const RECORD = 'test-runs.json'
/** One look asks for at most so many runs, and begins no further call after so many milliseconds. */
const MOST_CALLS = 40
const LONGEST_LOOK = 20_000

/** The run that was started with this id. Sends nothing. */
export function openRun(id: string, { client, clock, mark, begun, belonging }: RunParts): Run {
  const parts = partsOf(id, begun)
  let isProved = false
  let restUntil = clock.now()
  const askOne = async (part: Part): Promise<Trouble | undefined> => {
    try {
      await askFor(part, client, clock, belonging)
      isProved = true
      return undefined
    } catch (thrown) {
      const trouble = ofOneRun(thrown, isProved)
      if (trouble.facts.persistence === 'passing') return trouble
      blame(part, trouble, clock.now())
      return undefined
    }
  }
  const lookAt = async (due: readonly Part[]): Promise<void> => {
    const begin = clock.now()
    for (const [before, part] of due.slice(0, MOST_CALLS).entries()) {
      if (clock.now() - begin > LONGEST_LOOK) return
      const trouble = await askOne(part)
      if (trouble === undefined) continue
      if (before === 0) throw trouble
      // What was heard in this look counts, and the vendor gets the pause that it asks for.
      restUntil = clock.now() + (trouble.facts.retryAfterMs ?? 0)
      return
    }
  }
  const kept = async (record: Uint8Array, folder: Folder, oddScores: 'thrown' | 'told'): Promise<Results> => {
    await folder.write(RECORD, record)
    const results = resultsOf(record, mark, oddScores)
    const gaps = belonging?.gaps(parts.map((part) => part.id)) ?? []
    return { ...results, contradictions: [...results.contradictions, ...gaps] }
  }
  return {
    async look() {
      checkId(id, parts)
      await belonging?.read()
      if (clock.now() >= restUntil) await lookAt(dueNow(parts, clock.now()))
      return seen(parts)
    },
    collect: ({ evidence }, folder) => kept(evidence, folder, 'thrown'),
    async soFar(folder) {
      // Of a run-id that is none, or of others, nothing is known, whatever stands in it.
      const isKnown = isProved && parts.some(({ ended }) => ended?.id !== undefined)
      return isKnown ? kept(writeRecord(parts.map(standing)), folder, 'told') : undefined
    },
  }
}

/** One case's place in the run. */
interface Part {
  readonly id: string
  readonly name: string
  ended: Ended | undefined
  /** The last answer of a run that has not ended, as it came. */
  lastAnswer?: string
  askedAt: number
  /** When its execution was first seen complete without a score, on the monotonic clock. */
  unscoredSince?: number
  troubles: { readonly since: number; readonly count: number } | undefined
}

function partsOf(id: string, begun: FanOut | undefined): Part[] {
  if (!isRunId(id) || id === NO_CASES) return []
  return id.split(',').map((part, place) => {
    const known = begun?.caseAt(place)
    const name = known?.name ?? `case ${place + 1}`
    const problem = known?.problem ?? 'it was not started, according to run-id; see the step that started the suite'
    const ended = part === NOT_STARTED || part === '' ? { name, problem } : undefined
    return { id: part, name, ended, askedAt: Number.NEGATIVE_INFINITY, troubles: undefined }
  })
}

/** Throws a `Trouble` of kind `config` for what no start gives. */
function checkId(id: string, parts: readonly Part[]): void {
  if (parts.length === 0 && id !== NO_CASES)
    throw lastingTrouble(
      'config',
      'run-id is not one that a start of this provider gave: ids of test runs, joined by commas; copy it whole',
    )
  const ids = parts.flatMap((part) => (isStarted(part) ? part.id : []))
  const twice = ids.find((each, place) => ids.indexOf(each) !== place)
  if (twice !== undefined) throw lastingTrouble('config', `run-id holds ${twice} more than once; copy it whole, and once`)
}

function isStarted({ id }: Part): boolean {
  return id !== NOT_STARTED && id !== ''
}

/**
 * The runs that were not asked for the longest time. Each is due again when the others had their turn at the pace of the
 * rate limit; when none is, the first one, so that each look hears from the vendor.
 */
function dueNow(parts: readonly Part[], now: number): Part[] {
  const waiting = parts.filter(({ ended }) => ended === undefined).toSorted((one, other) => one.askedAt - other.askedAt)
  const round = (waiting.length * 60_000) / CALLS_A_MINUTE
  const due = waiting.filter(({ askedAt }) => now - askedAt >= round)
  return due.length > 0 ? due : waiting.slice(0, 1)
}

async function askFor(part: Part, client: KapsoClient, clock: Clock, belonging: Belonging | undefined): Promise<void> {
  part.askedAt = clock.now()
  const { value, text } = await client.ask(
    {
      name: 'test run',
      method: 'GET',
      template: '/test_runs/{test-run}',
      parameters: { 'test-run': part.id },
      absent: 'the vendor does not know this run; check run-id, and that api-key is of the project that started it',
    },
    TestRun,
  )
  if (value.id !== part.id)
    throw new Trouble(`the status request for test run ${part.id} was answered with another run`, {
      kind: 'contract',
      persistence: 'shape',
    })
  belonging?.admit(value)
  part.troubles = undefined
  part.lastAnswer = text
  if (isOver(value, part, clock.now())) part.ended = { id: part.id, name: part.name, answer: text }
}

/** How long an execution may be complete without a score, in milliseconds. The vendor does not say that both come at once. */
const SCORE_GRACE = 2 * 60_000

function isOver(run: TestRun, part: Part, now: number): boolean {
  const end = endOf(run)
  if (end !== 'without score') return end === 'over'
  part.unscoredSince ??= now
  return now - part.unscoredSince >= SCORE_GRACE
}

/** The trouble where it may pass or concern this run alone. Rethrows every other, such as that of a refused key. */
function ofOneRun(thrown: unknown, isProved: boolean): Trouble {
  if (!(thrown instanceof Trouble)) throw thrown
  const { persistence, status } = thrown.facts
  const isOfAll = !isProved || status === 401 || (persistence === 'lasting' && status === undefined)
  if (isOfAll && persistence !== 'passing') throw thrown
  return thrown
}

const MOST_TROUBLES = 3
const LEAST_PATIENCE = 60_000

/** A run that cannot be looked at, while others can, is given up in time, and leaves the others alone. */
function blame(part: Part, { message }: Trouble, now: number): void {
  const troubles = { since: part.troubles?.since ?? now, count: (part.troubles?.count ?? 0) + 1 }
  part.troubles = troubles
  if (troubles.count < MOST_TROUBLES || now - troubles.since < LEAST_PATIENCE) return
  part.ended = { id: part.id, name: part.name, problem: `the status of its run cannot be read: ${message}` }
}

/** What became of a case, or is known of it so far. */
function standing({ id, name, ended, lastAnswer }: Part): Ended | Pending {
  return ended ?? { id, name, pending: true, answer: lastAnswer }
}

function seen(parts: readonly Part[]): Look {
  const ended = parts.flatMap((part) => part.ended ?? [])
  if (ended.length === parts.length) return { state: 'finished', evidence: writeRecord(ended) }
  const text = `${ended.length} of ${countOf(parts.length, 'cases')}`
  return { state: 'running', progress: { percent: (100 * ended.length) / parts.length, text } }
}
