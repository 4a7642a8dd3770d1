/** Scores, metrics, days and states as people and files read them. */
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

/** Milliseconds as seconds with three decimals, as JUnit writes them: `0.850`. */
export function junitSeconds(ms: number): string {
  return (ms / 1000).toFixed(3)
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
