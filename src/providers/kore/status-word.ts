/** The words in which Kore.ai tells how a run stands. Case, blanks, hyphens and underscores differ from call to call. */

/** A status without case, blanks, hyphens and underscores: `IN_PROGRESS` → `inprogress`. */
export function plainWord(status: string): string {
  return status.toLowerCase().replace(/[_\s-]/g, '')
}

/** Words for a run that is over without a result: `failed` was seen, the others are what such a word could be. */
export const ENDED: ReadonlySet<string> = new Set([
  'failed',
  'stopped',
  'cancelled',
  'canceled',
  'aborted',
  'error',
  'timeout',
  'timedout',
])

/** Words for a run that is not over. */
export const UNDER_WAY: ReadonlySet<string> = new Set(['running', 'accepted', 'queued', 'pending', 'started', 'inprogress'])
