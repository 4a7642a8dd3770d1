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

/** A span of time for people: `45 s`, `12 min 5 s`, `1 h 2 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return joined(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}
