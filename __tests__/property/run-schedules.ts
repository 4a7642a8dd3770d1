/** The property test, in two files so that two workers share the schedules. */
import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import '../core/one-realm.ts'
import { violations } from './invariants.ts'
import { endPlay, play } from './play.ts'
import { anySchedule } from './schedules.ts'

const { PROPERTY_SEED, PROPERTY_RUNS = '500' } = process.env
/** Real milliseconds; half a minute is usual, but a machine can do much else, and a counterexample is made small. */
const LONGEST = 600_000

/**
 * Plays 500 schedules, or as many as `PROPERTY_RUNS` says, from the seed in `PROPERTY_SEED` or a new one, which is printed.
 * A schedule of the soak is played again by its number as the seed and one run.
 */
export function runSchedules(part: number): void {
  const seed = (PROPERTY_SEED === undefined ? Date.now() % 2 ** 30 : Number(PROPERTY_SEED)) + part
  const numRuns = Number(PROPERTY_RUNS)

  afterAll(endPlay)

  test(
    'whatever a vendor, the network and the runner do, the invariants hold',
    async () => {
      process.stderr.write(`${numRuns} schedules from PROPERTY_SEED=${seed - part}, part ${part + 1}\n`)
      const holds = fc.asyncProperty(anySchedule, async (schedule) => {
        const broken = violations(await play(schedule)).map(({ invariant, detail }) => `${invariant}: ${detail}`)
        expect(broken).toEqual([])
      })
      await fc.assert(holds, { seed, numRuns })
    },
    LONGEST,
  )
}
