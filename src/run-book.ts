/** Which runs are under way: told as an output at once, and kept for `post`, which runs also after a kill. */
import * as z from 'zod/mini'
import { causeOf } from './harmless.ts'
import type { Log } from './log.ts'
import type { Listener } from './remote-run.ts'
import type { Runner } from './rim.ts'
import { runIds, shortId } from './run-id.ts'
import { lastingTrouble, type Trouble } from './trouble.ts'

/** A run that may be under way; without an id its start was sent and not yet answered, and the mark may find it. */
export const OpenRun = z.object({ suite: z.string(), id: z.optional(z.string()), mark: z.optional(z.string()) })
export type OpenRun = z.infer<typeof OpenRun>

const OpenRuns = z.array(OpenRun)
const STATE = 'open-runs'

/** The runs of a step. */
interface RunBook {
  listener(index: number): Listener
}

/** What a book is made of. */
interface BookParts {
  /** The names of the suites. */
  readonly suites: readonly string[]
  readonly runner: Pick<Runner, 'saveState' | 'output'>
  /** With `start` nothing is kept for `post`: that a run goes on is what it is for. */
  readonly mode: string
  /** Whether the vendor can stop a run. Where it cannot, `post` only tells of it. */
  readonly canCancel: boolean
  redact(text: string): string
  readonly log: Pick<Log, 'warn'>
}

/**
 * A book over the suites of a step. What cannot be written keeps a start from being sent, by a `Trouble` of kind `config`; once a
 * run is under way it is told as a warning, once, and holds up nothing.
 */
export function createRunBook({ suites, runner, mode, canCancel, redact, log }: BookParts): RunBook {
  const ids: (string | undefined)[] = suites.map(() => undefined)
  const open = new Map<number, OpenRun>()
  const save = (): void => {
    if (mode !== 'start') runner.saveState(STATE, JSON.stringify([...open.values()]))
  }
  const warned = new Set<string>()
  const harmlessly = (warning: string, write: () => void): void => {
    try {
      write()
    } catch (thrown) {
      if (!warned.has(warning)) log.warn(`${warning}: ${causeOf(thrown) ?? 'see the log for the cause'}`, String(thrown))
      warned.add(warning)
    }
  }
  return {
    listener: (index) => ({
      starting(mark) {
        const id = ids[index]
        // A start of many parts that goes on: its run is known, and paid for.
        if (id !== undefined) return harmlessly(LOST_STATE, save)
        open.set(index, { suite: suites[index] ?? '', mark })
        try {
          save()
        } catch (thrown) {
          open.delete(index)
          throw unsaved(thrown)
        }
      },
      known(id) {
        ids[index] = redact(id)
        // What a step keeps comes to `post` in its environment, where an id of thousands of parts would not fit.
        open.set(index, { suite: suites[index] ?? '', id: canCancel ? id : shortId(id) })
        harmlessly(LOST_STATE, save)
        harmlessly('the output run-id could not be written', () => {
          const told = runIds(ids)
          if (told === '') throw lastingTrouble('internal', TOO_LONG)
          runner.output('run-id', told)
        })
      },
      over() {
        open.delete(index)
        harmlessly(LOST_STATE, save)
      },
    }),
  }
}

const TOO_LONG = 'the ids of all runs are too long for one output; give each suite a step of its own'
const LOST_STATE = 'what the clean-up at the end of the job has to know of the run could not be written'

function unsaved(thrown: unknown): Trouble {
  const cause = causeOf(thrown) ?? 'see the log for the cause'
  const fact = `this suite was not started, because the file that GITHUB_STATE names cannot be written (${cause})`
  return lastingTrouble(
    'config',
    `${fact}: a run could not be stopped if this job were killed; check the disk of the runner`,
    String(thrown),
  )
}

/** The runs that a step left behind, by the state that it saved. */
export function openRuns(state: (name: string) => string): OpenRun[] {
  const text = state(STATE)
  return text === '' ? [] : OpenRuns.parse(JSON.parse(text))
}
