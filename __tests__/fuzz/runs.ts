/** How many times a fuzz test tries, and from which seed: `FUZZ_RUNS` multiplies, `FUZZ_SEED` repeats. */
import { jest } from '@jest/globals'

/** Real milliseconds; a fuzz test takes a few seconds, but on a machine that does much else. */
jest.setTimeout(120_000)

const { FUZZ_RUNS = '1', FUZZ_SEED } = process.env

/** The settings of one property that is tried so many times. */
export function tries(count: number): { numRuns: number; seed?: number } {
  return { numRuns: Math.ceil(count * Number(FUZZ_RUNS)), ...(FUZZ_SEED !== undefined && { seed: Number(FUZZ_SEED) }) }
}
