/** What runs and generations have in common from their last status on: the archive that comes, and how it is kept. */
import { lastingTrouble, Trouble } from '../../trouble.ts'
import type { Finished, Folder, Progress, World } from '../provider.ts'
import { type Job, type JobState, stateOf } from './answers.ts'
import { archiveEnd } from './archive-end.ts'
import type { OmiliaCall, OmiliaClient } from './client.ts'

/** The name under which the vendor's archive is kept. */
export const ARCHIVE = 'artifacts.zip'

/** One look at a job that has ended, with the answer's bytes. */
export interface Ended {
  readonly job: Job
  readonly body: Uint8Array
}

/** How far a job is, in jobs of the vendor's own; absent where it does not say. */
export function progressOf({ executionMeta }: Job): { progress: Progress } | undefined {
  const { current, total } = executionMeta ?? { current: 0, total: 0 }
  if (total === 0) return undefined
  return { progress: { percent: Math.min(100, (100 * current) / total), text: `${current} of ${total} jobs` } }
}

/**
 * The first end that is seen stands, whatever the vendor says afterwards. It is `finished` when the archive is there, or
 * after `graceMs` without one: the vendor does not say that both come at once.
 */
export function awaitArchive({ clock }: World, graceMs: number): (seen: Ended) => Finished | undefined {
  let first: { readonly state: JobState; readonly at: number } | undefined
  let evidence: Uint8Array | undefined
  return ({ job, body }) => {
    const state = stateOf(job)
    const isEnd = state === 'success' || state === 'failure'
    if (isEnd) first ??= { state, at: clock.now() }
    if (first === undefined) return undefined
    const isSame = state === first.state
    if (isSame || evidence === undefined) evidence = body
    const isThere = isSame && job.artifact !== null && job.artifact !== undefined
    return isThere || clock.now() - first.at >= graceMs ? { state: 'finished', evidence } : undefined
  }
}

/** Tells a status that nobody knows, once. */
export function unknownStatusTeller({ warn }: World): (job: Job) => void {
  let told = false
  return (job) => {
    if (told || stateOf(job) !== 'unknown') return
    told = true
    warn('Omilia tells a status that is not known; it counts as running', job.status)
  }
}

/** Why there is no archive; each is the end of a sentence of ours. */
export type NoArchive = 'there is none' | 'it has expired'

/** Keeps the archive byte for byte, and gives why there is none, or undefined. Rejects with a `Trouble`; a cut one can be tried again. */
export async function keepArchive(
  job: Job,
  wanted: OmiliaCall,
  folder: Folder,
  client: OmiliaClient,
): Promise<NoArchive | undefined> {
  if (job.artifact === null) return 'there is none'
  if (job.artifact?.isExpired === true) return 'it has expired'
  try {
    await client.download(wanted, folder.place(ARCHIVE))
  } catch (thrown) {
    if (!(thrown instanceof Trouble) || thrown.facts.persistence !== 'missing') throw thrown
    if (thrown.facts.kind === 'auth')
      throw lastingTrouble('auth', `${thrown.message}; check the access of the account to artifacts`)
    return 'there is none'
  }
  if ((await archiveEnd(folder.read(ARCHIVE))) === 'cut')
    throw new Trouble(`Omilia ${wanted.name} has no end record, so it broke off on the way`, {
      kind: 'network',
      persistence: 'cut',
    })
  return undefined
}
