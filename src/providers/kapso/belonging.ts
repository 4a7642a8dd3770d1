/** Whether a run-id and a suite belong together: a run that another process started says it only by its test cases. */
import { countOf } from '../../count-words.ts'
import { quote } from '../../fields.ts'
import { once } from '../../once.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import type { TestRun } from './test-run.ts'
import type { TestCase } from './test-suite.ts'

/** The suite that a run is said to be of. */
export interface Belonging {
  /** Reads the suite, once. Rejects with a `Trouble`, of kind `config` when there is no such suite. */
  read(): Promise<void>
  /** Throws a `Trouble` of kind `config` for the run of a case that the suite does not have, where the answer tells the case. */
  admit(run: TestRun): void
  /** Which cases have no place in the run-id, as a sentence; none when all have one. `places` are the parts of the run-id. */
  gaps(places: readonly string[]): readonly string[]
}

/** The suite by that name, whose cases `find` gives. */
export function belongingTo(suite: string, find: () => Promise<readonly TestCase[]>): Belonging {
  let cases: ReadonlySet<string> | undefined
  const read = once(async () => {
    cases = new Set((await find().catch(forGood)).map(({ id }) => id))
  })
  const caseOf = new Map<string, string>()
  return {
    read,
    admit({ id, test_case }) {
      const caseId = test_case?.id ?? undefined
      if (caseId === undefined) return
      if (cases?.has(caseId) === false) throw foreignRun(id, suite)
      caseOf.set(id, caseId)
    },
    gaps(places) {
      const total = cases?.size ?? 0
      const missing = total - new Set(places.map((id, place) => caseOf.get(id) ?? `place ${place}`)).size
      if (missing <= 0) return []
      const remedy = 'copy it whole, or start again where cases were added since'
      const which = total === 1 ? 'it' : `${missing} of them`
      return [`the suite has ${countOf(total, 'cases')}, and run-id holds no run of ${which}; ${remedy}`]
    },
  }
}

/** What is not there now was not there when the run was started, or has gone since: waiting does not bring it. */
function forGood(thrown: unknown): never {
  if (!(thrown instanceof Trouble) || thrown.facts.persistence !== 'missing') throw thrown
  throw new Trouble(thrown.message, { ...thrown.facts, persistence: 'lasting' })
}

function foreignRun(id: string, suite: string): Trouble {
  return lastingTrouble(
    'config',
    `run-id holds ${id}, which is the run of a case that the suite ${quote(suite)} does not have; give the run-ids in the order of suite`,
  )
}
