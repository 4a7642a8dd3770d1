/** What may fail without changing a verdict: reports, comments, uploads. The warning says why in our own words. */
import { isNativeError } from 'node:util/types'
import { codeOf, DISK_CODES } from './error-code.ts'
import type { Log } from './log.ts'
import { Trouble } from './trouble.ts'

/** Does something whose failure is told as a warning and changes nothing. Undefined when it failed. */
export async function harmless<Value>(
  what: string,
  { log }: { readonly log: Log },
  action: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await action()
  } catch (thrown) {
    const cause = causeOf(thrown)
    const why = cause === undefined ? '; see the log for the cause' : `: ${cause}`
    log.warn(`${what} could not be written or uploaded; the verdict stands${why}`, saidBy(thrown))
    return undefined
  }
}

/** The words of others; a trouble's message is ours, and told already. */
function saidBy(thrown: unknown): string {
  if (thrown instanceof Trouble) return ''
  return isNativeError(thrown) ? thrown.message : String(thrown)
}

/** Sentences of the artifact client and of Node, each with the fact that is in it. */
const KNOWN: readonly (readonly [pattern: RegExp, cause: (matched: string) => string])[] = [
  [/not (?:currently )?supported on GHES/i, () => 'GitHub Enterprise Server has no such artifact service'],
  [/storage quota/i, () => 'the storage for artifacts is used up; delete old ones, or set a shorter retention-days'],
  [/ACTIONS_(?:RUNTIME_TOKEN|RESULTS_URL)/, () => 'this runner offers no artifact service'],
  [/JWT|invalid token/i, () => 'the token for the artifact service cannot be read'],
  [/\b(?:E(?:CONN|HOST|NET|PIPE|AI_|NOTFOUND|TIMEDOUT)[A-Z_]*)\b/, (code) => `the connection failed (${code})`],
  [new RegExp(`\\b(?:${[...DISK_CODES].join('|')})\\b`), (code) => `the disk refused it (${code})`],
  [/(?<=\(|status code |storage: |HTTP )[1-5]\d\d\b/i, (status) => `the service answered ${status}`],
]

/** Why something failed, in our own words with codes and figures alone; undefined where it is not known. */
export function causeOf(thrown: unknown): string | undefined {
  if (thrown instanceof Trouble) return thrown.message
  const said = `${codeOf(thrown) ?? ''} ${isNativeError(thrown) ? thrown.message : String(thrown)}`
  for (const [pattern, cause] of KNOWN) {
    const matched = pattern.exec(said)?.[0]
    if (matched !== undefined) return cause(matched)
  }
  return undefined
}
