/** Starting a suite at Kapso: no call does it, so each case is started by itself, and never twice. */
import * as z from 'zod/mini'
import { Trouble } from '../../trouble.ts'
import { Id, type KapsoClient } from './client.ts'
import type { TestCase } from './test-suite.ts'

/** The start of all cases of a suite. */
export interface FanOut {
  /**
   * Starts what was not started yet, and gives the id of the whole: the ids of the runs in the order of the cases, joined by
   * commas, with {@link NOT_STARTED} in the place of a case that has none. `known` is told it whenever it has grown. Called
   * again after a trouble it goes on where it was. Rejects when that concerns all cases, or no case could be started.
   */
  start(known: (id: string) => void): Promise<string>
  /** The case at that place by its name, and where its start failed why it has no run. */
  caseAt(place: number): { readonly name: string; readonly problem?: string } | undefined
}

/** Stands in the id for a case whose start failed, or has not been tried. */
export const NOT_STARTED = '-'
/** The id of a run of a suite without cases. */
export const NO_CASES = 'none'

/** The fields that are used of the answer to a start. The id becomes a part of ours, so it must not break it. */
const Started = z.object({ id: Id.check(z.refine((id) => /^[\w.:-]{1,512}$/.test(id) && id !== NOT_STARTED && id !== NO_CASES)) })

interface Failure {
  readonly trouble: Trouble
  readonly fate: keyof typeof FATES
}
type Outcome = { readonly id: string } | Failure

const FATES = {
  refused: 'its start was refused',
  lost: 'the answer to its start was lost, so a run of it may be under way; it is not started again',
  'not tried': 'it was not started, since the start of another case was refused',
} as const

/** A start of these cases that has not begun. */
export function fanOut(cases: readonly TestCase[], client: KapsoClient): FanOut {
  const outcomes: (Outcome | undefined)[] = cases.map(() => undefined)
  const isAnyStarted = (): boolean => outcomes.some((outcome) => outcome !== undefined && 'id' in outcome)
  let lostBefore = false
  let worst: Failure | undefined
  const settle = (place: number, outcome: Outcome): void => {
    outcomes[place] = outcome
    const wasLost = lostBefore
    lostBefore = 'trouble' in outcome && outcome.fate === 'lost'
    if ('id' in outcome) return
    worst = worst === undefined || (worst.fate !== 'lost' && lostBefore) ? outcome : worst
    if (isForAll(outcome.trouble)) giveUp(outcomes, outcome.trouble)
    if (wasLost && lostBefore && outcomes.includes(undefined)) throw pausing(outcome.trouble)
  }
  const startAll = async (known: (id: string) => void): Promise<void> => {
    for (const [place, testCase] of cases.entries()) {
      if (outcomes[place] !== undefined) continue
      const outcome = await startCase(testCase, client, isAnyStarted())
      settle(place, outcome)
      if ('id' in outcome) known(joined(outcomes))
    }
  }
  return {
    async start(known) {
      if (cases.length === 0) known(NO_CASES)
      await startAll(known)
      if (worst !== undefined && !isAnyStarted()) throw ofWhole(worst)
      return cases.length === 0 ? NO_CASES : joined(outcomes)
    },
    caseAt(place) {
      const [testCase, outcome] = [cases[place], outcomes[place]]
      if (testCase === undefined) return undefined
      const { name } = testCase
      if (outcome === undefined || 'id' in outcome) return { name }
      return { name, problem: `${FATES[outcome.fate]}: ${outcome.trouble.message}` }
    },
  }
}

/** Rejects with what concerns not this case but every request; then its start was not heard. */
async function startCase({ id }: TestCase, client: KapsoClient, isAnyStarted: boolean): Promise<Outcome> {
  try {
    const { value } = await client.ask(
      {
        name: 'test case start',
        method: 'POST',
        template: '/test_cases/{test-case}/test_runs',
        parameters: { 'test-case': id },
        // Without `run_now` a run is made that nothing starts later.
        body: { agent_test_run: {}, run_now: true },
        absent: 'the vendor no longer knows this case',
      },
      Started,
    )
    return { id: value.id }
  } catch (thrown) {
    if (!(thrown instanceof Trouble) || isUnheard(thrown, isAnyStarted)) throw thrown
    return { trouble: thrown, fate: isLost(thrown) ? 'lost' : 'refused' }
  }
}

/** A key that may not do this may do it for no case; only when it did before, it is this case alone. */
function isUnheard({ facts }: Trouble, isAnyStarted: boolean): boolean {
  if (facts.persistence === 'forbidden') return !isAnyStarted
  if (facts.persistence === 'lasting') return facts.status === undefined || facts.status === 401
  return facts.unheard === true
}

function isLost({ facts }: Trouble): boolean {
  return facts.persistence === 'passing' || facts.persistence === 'shape'
}

/** A project without credits is refused every case. */
function isForAll({ facts }: Trouble): boolean {
  return facts.kind === 'vendor' && facts.persistence === 'lasting'
}

function giveUp(outcomes: (Outcome | undefined)[], trouble: Trouble): void {
  for (const [place, outcome] of outcomes.entries()) outcomes[place] = outcome ?? { trouble, fate: 'not tried' }
}

/**
 * Two answers in a row were lost, so the vendor may be down: time to wait before the next case. For the wait this counts as
 * not heard, since what comes next is another request.
 */
function pausing({ message, facts }: Trouble): Trouble {
  const text = `${message}; a run of this case may be under way, so the next case follows, after a pause`
  return new Trouble(text, { ...facts, persistence: 'passing', unheard: true })
}

/** What to tell when nothing runs. What every case was refused for is not asked for again. */
function ofWhole({ trouble, fate }: Failure): Trouble {
  return fate === 'lost' ? trouble : new Trouble(trouble.message, { ...trouble.facts, persistence: 'lasting' })
}

function joined(outcomes: readonly (Outcome | undefined)[]): string {
  return outcomes.map((outcome) => (outcome !== undefined && 'id' in outcome ? outcome.id : NOT_STARTED)).join(',')
}
