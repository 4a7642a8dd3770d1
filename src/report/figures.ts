/** Scores, spans of time, moments and our own sentences as people and files read them. */
import { countOf } from '../count-words.ts'
import type { Finding } from '../outcome.ts'
import type { Metrics } from '../results.ts'

/** A score from 0 to 1 with at most four decimals, cut and never rounded up: 0.99999 reads `0.9999`. */
export function score(value: number): string {
  return value < 0.0001 ? '0' : String(value).replace(/(\.\d{4})\d+$/, '$1')
}

/** How far a score went, with its sign. Of the exact scores, so that it can differ in the last digit from what is shown of them. */
export function scoreDifference(before: number, now: number): string {
  // 0.9 - 0.8 is 0.09999999999999998 to a computer.
  const size = score(Number(Math.abs(now - before).toFixed(9)))
  if (size === '0') return '±0'
  return now > before ? `+${size}` : `−${size}`
}

/** Milliseconds in the two largest units that are not nothing: `850 ms`, `12.3 s`, `3 min 12 s`, `2 h`. */
export function timeSpan(ms: number): string {
  if (ms < 1000) return `${Math.floor(ms)} ms`
  if (ms < 60_000) return `${Math.floor(ms / 100) / 10} s`
  const seconds = Math.floor(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? units(minutes, 'min', seconds % 60, 's') : units(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

/** The same for plans and guesses, rounded: to whole seconds, and from an hour on to minutes. `5 s`, `12 min 5 s`, `1 h 2 min`. */
export function roundedSpan(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  return timeSpan(seconds < 3600 ? seconds * 1000 : Math.round(seconds / 60) * 60_000)
}

function units(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

/** Milliseconds as seconds with three decimals, as JUnit writes them: `0.850`. */
export function junitSeconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}

/** Milliseconds since 1970 in ISO 8601, in UTC. */
export function isoMoment(ms: number): string {
  return new Date(ms).toISOString()
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Milliseconds since 1970 as a day for people, in UTC: `4 Mar`. */
export function day(ms: number): string {
  const date = new Date(ms)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
}

/** The metrics as people call them. */
export const METRIC_TITLES = {
  f1: 'F1',
  precision: 'Precision',
  recall: 'Recall',
  averageScore: 'Average score',
} as const satisfies Record<keyof Metrics, string>

/** The states of what mode `doctor` looked at, as people call them. */
export const STATE_WORDS = {
  holds: 'OK',
  broken: 'broken',
  limited: 'limited',
  unknown: 'not checked',
} as const satisfies Record<Finding['state'], string>

/** The names of inputs that have no hyphen. */
const ONE_WORD_INPUTS = new Set(
  'annotations artifact baseline comment description engine group language mode otp overwrite password provider quarantine realm suite token username utterance'.split(
    ' ',
  ),
)

/** With a capital letter, as a sentence that stands alone; one that begins with the name of an input, such as `bot-id`, keeps it as it is written. */
export function capitalised(text: string): string {
  const [word = ''] = /^[a-z0-9-]*/.exec(text) ?? []
  if (word.includes('-') || ONE_WORD_INPUTS.has(word)) return text
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A sentence, and apart from it the lines below it, to be copied as they are; empty where there are none. */
export function sentenceAndLines(text: string): [sentence: string, lines: string] {
  const [sentence = '', ...lines] = text.split('\n')
  return [sentence, lines.join('\n')]
}

/** The same in one line, for a place that has no room for lines. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}

const LONGEST_ID = 80

/** The id of a run for a sentence: one that is made of hundreds of parts is told by its beginning, and the outputs have it whole. */
export function shortId(id: string): string {
  if (id.length <= LONGEST_ID) return id
  const parts = id.split(',').length
  return `${id.slice(0, LONGEST_ID)}…${parts === 1 ? '' : ` (${countOf(parts, 'parts')})`}`
}
