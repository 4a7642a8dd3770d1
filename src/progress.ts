/** When to tell how far a run is: often at first, then ever more seldom, so that an hour is a screenful. */
import type { Clock } from './clock.ts'

const FIRST_GAP = 10_000
const SHARE_OF_ELAPSED = 0.2
const LONGEST_GAP = 5 * 60_000

/** Whether it is time for another line; saying yes counts as having told. The first answer is yes. */
export function createCadence(clock: Clock): () => boolean {
  const begin = clock.now()
  let next = begin
  return () => {
    const now = clock.now()
    if (now < next) return false
    next = now + Math.min(Math.max(FIRST_GAP, (now - begin) * SHARE_OF_ELAPSED), LONGEST_GAP)
    return true
  }
}
