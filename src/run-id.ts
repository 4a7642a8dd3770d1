/** The ids of runs: what they are made of, and how outputs and sentences tell them. Pure. */
import { countOf } from './count-words.ts'

/** What the output `run-id` has in the place of a suite that was not started. */
export const NEVER_STARTED = '-'

/** The id with `_` for what no output may hold. */
export function inIdCharacters(id: string): string {
  return id.replace(/[^\w.:,-]/g, '_')
}

/** Whether a text can be a run id that a step gave, of one part or of several with commas. */
export function isRunId(text: string): boolean {
  return /^[\w.:,-]+$/.test(text)
}

/** A longer value, in characters, breaks the step that gets it in its environment. */
const LONGEST_OUTPUT = 128 * 1024 - 1024

/** The ids, one line a suite; they keep only `[\w.:,-]`. Empty where together they are too long for an output. */
export function runIds(ids: readonly (string | undefined)[]): string {
  const text = perSuite(ids.map((id) => id && inIdCharacters(id)))
  return text.length > LONGEST_OUTPUT ? '' : text
}

/** One line a suite, `-` in the place of what is missing; empty when all are. */
export function perSuite(values: readonly (string | undefined)[]): string {
  return values.every((value) => value === undefined) ? '' : values.map((value) => value ?? NEVER_STARTED).join('\n')
}

const LONGEST_ID = 80

/** The id of a run for a sentence: one that is made of hundreds of parts is told by its beginning, and the outputs have it whole. */
export function shortId(id: string): string {
  if (id.length <= LONGEST_ID) return id
  const parts = id.split(',').length
  return `${id.slice(0, LONGEST_ID)}…${parts === 1 ? '' : ` (${countOf(parts, 'parts')})`}`
}
