/** How often the action looks at a run and how late it notices the end, against looking at a fixed gap. In virtual time. */
import { attempt } from '../../src/wait.ts'
import type { Figure } from './table.ts'

/** What a schedule came to over many runs. */
export interface Watched {
  /** Looks for each run. */
  readonly looks: readonly number[]
  /** Milliseconds from the end of each run until it was noticed. */
  readonly lags: readonly number[]
}

/** How much a vendor tells of a run by the share of its time that is over, 0 to 1. */
export type Progress = (share: number) => number | undefined

/** What vendors tell: nothing, or whole per cent. */
export const PROGRESS = {
  'without progress': () => undefined,
  'with progress in whole per cent': (share) => Math.floor(share * 100),
} as const satisfies Record<string, Progress>

/** The gaps that are compared with, in milliseconds. */
export const FIXED_GAPS = [5000, 10_000, 20_000, 30_000, 120_000] as const

const SHORTEST_RUN = 30_000
const LONGEST_RUN = 7_200_000
const RUNS = 10_000

/** So many lengths of runs, from 30 s to 2 h in milliseconds, short ones being more frequent (evenly by their logarithm). */
export function runLengths(count: number): number[] {
  const ratio = LONGEST_RUN / SHORTEST_RUN
  return Array.from({ length: count }, (_, index) => SHORTEST_RUN * ratio ** ((index + 0.5) / count))
}

/** Looks at a fixed gap, the first time after one gap. */
export function watchAtFixedGap(lengths: readonly number[], gap: number): Watched {
  const looks = lengths.map((length) => Math.ceil(length / gap))
  return { looks, lags: lengths.map((length, index) => (looks[index] ?? 0) * gap - length) }
}

/** Looks as the action does with its usual gaps, 5 s growing to 30 s. */
export async function watchAsTheActionDoes(lengths: readonly number[], progress: Progress): Promise<Watched> {
  const random = sameEachTime()
  const looks: number[] = []
  const lags: number[] = []
  for (const length of lengths) {
    const seen = await watchOne(length, progress, random)
    looks.push(seen.looks)
    lags.push(seen.lag)
  }
  return { looks, lags }
}

async function watchOne(length: number, progress: Progress, random: () => number): Promise<{ looks: number; lag: number }> {
  let now = 0
  let looks = 0
  const clock = {
    now: () => now,
    wall: () => now,
    async sleep(ms: number): Promise<void> {
      now += ms
    },
  }
  const step = {
    clock,
    random,
    signal: new AbortController().signal,
    deadline: 2 * LONGEST_RUN,
    gapMs: 5000,
    longestGapMs: 30_000,
  }
  const look = async () => {
    looks += 1
    return now >= length ? { value: 'over' } : { percent: progress(now / length) }
  }
  await attempt(step, look, { gapFirst: true })
  return { looks, lag: now - length }
}

/** Numbers from 0 to below 1 that look random and are the same in every run (Park and Miller's generator). */
function sameEachTime(): () => number {
  const modulus = 2 ** 31 - 1
  let state = 20_261_122
  return () => {
    state = (state * 48_271) % modulus
    return state / modulus
  }
}

/** The figures of all schedules. They depend on no machine, so that their goals are tests as well. */
export async function measureSchedules(): Promise<Figure[]> {
  const lengths = runLengths(RUNS)
  const ours: [string, Watched][] = []
  for (const [what, progress] of Object.entries(PROGRESS))
    ours.push([`the action, ${what}`, await watchAsTheActionDoes(lengths, progress)])
  const fixed = FIXED_GAPS.map((gap): [string, Watched] => [`a fixed ${gap / 1000} s`, watchAtFixedGap(lengths, gap)])
  return [...ours, ...fixed].flatMap(([what, { looks, lags }]): Figure[] => [
    { what: `${what}: looks for a run`, samples: looks, unit: 'looks' },
    { what: `${what}: lag`, samples: lags.map((lag) => lag / 1000), unit: 's' },
  ])
}
