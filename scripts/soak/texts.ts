/** Hostile texts in great numbers: what the runner would obey of them, and which secrets are still seen. */
import fc from 'fast-check'
import { echo, leaked, logPlace, obeyed } from '../../__tests__/fuzz/hostile.ts'

/** What came of them. */
export interface TextFigures {
  readonly texts: number
  /** Commands that the runner would have obeyed. */
  readonly accepted: number
  readonly echoes: number
  /** Secrets of which a telling part was still seen. */
  readonly seen: number
}

/** So many at a time are held in memory. */
const BATCH = 1000

/** Tries so many texts of each kind, from a seed. */
export function tryTexts(count: number, seed: number): TextFigures {
  let [accepted, seen] = [0, 0]
  for (let done = 0; done < count; done += BATCH) {
    const numRuns = Math.min(BATCH, count - done)
    accepted += fc.sample(logPlace, { numRuns, seed: seed + done }).reduce((sum, place) => sum + obeyed(place).length, 0)
    seen += fc.sample(echo, { numRuns, seed: seed + done }).filter((each) => leaked(each).length > 0).length
  }
  return { texts: count, accepted, echoes: count, seen }
}
