/** A disk that may hang: each of its answers has a time, and one that did not answer in time is asked for nothing more. */
import type { Rim } from './rim.ts'
import { timeFor, within } from './time-limit.ts'
import { lastingTrouble } from './trouble.ts'

/** A disk, or a file of the runner's. */
export interface TimedDisk {
  /** Whether it did not answer in time once. */
  readonly hangs: boolean
  /** Asks it for one thing. Rejects as that does, and with a `Trouble` where the answer does not come in time. */
  ask<Value>(action: () => Promise<Value>): Promise<Value>
}

/** How long an answer may take, in milliseconds; when the step is over already, or cancelled, not much. */
const ANSWER = { usual: 60_000, late: 900 } as const
const SILENT = 'the disk did not answer in time'

/** The disk in a step that has to be over at `deadline`, on the monotonic clock. */
export function timedDisk({ clock, cancelled }: Pick<Rim, 'clock' | 'cancelled'>, deadline: number | undefined): TimedDisk {
  let hangs = false
  return {
    get hangs() {
      return hangs
    },
    async ask(action) {
      if (hangs) throw lastingTrouble('network', SILENT)
      const ms = timeFor(ANSWER, deadline, clock)
      return within({ clock, ms, signal: cancelled, graceMs: ANSWER.late, why: () => SILENT }, (late) => {
        late.addEventListener('abort', () => {
          hangs = true
        })
        return action()
      })
    },
  }
}
