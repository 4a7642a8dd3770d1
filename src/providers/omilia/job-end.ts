/** What runs and generations have in common from their last status on: the archive that comes, and how it is kept. */
import { lastingTrouble, Trouble } from '../../trouble.ts'
import type { Finished, Folder, Progress, World } from '../provider.ts'
import { type Job, type JobState, stateOf } from './answers.ts'
import { archiveEnd } from './archive-end.ts'
import type { OmiliaCall, OmiliaClient } from './client.ts'

/** The name under which the vendor's archive is kept. */
export const ARCHIVE = 'artifacts.zip'

/** What one look saw of a job, with the answer's bytes. */
interface SeenJob {
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
export function awaitArchive({ clock }: World, graceMs: number): (seen: SeenJob) => Finished | undefined {
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

/** Why there is no archive; each is the end of a sentence of ours. */
type NoArchive = 'there is none' | 'it has expired'

/** Keeps the archive byte for byte, and gives why there is none, or undefined. Rejects with a `Trouble`; most can be tried again. */
type KeepArchive = (job: Job, wanted: OmiliaCall, folder: Folder) => Promise<NoArchive | undefined>

/** A store can be late by seconds, so an archive that is told and not found is asked for again so often. */
const MOST_MISSES = 2
/** Something else can stand in an archive's place for a moment, such as a page of a proxy; after that it is what the vendor has. */
const MOST_OTHERS = 2

/** Keeps the archive of one job. */
export function archiveKeeper(client: OmiliaClient): KeepArchive {
  let misses = 0
  let others = 0
  /** Rejects with the trouble, unless it means that there is no archive. */
  const missed = (thrown: unknown): NoArchive => {
    if (!(thrown instanceof Trouble) || thrown.facts.persistence !== 'missing') throw thrown
    if (thrown.facts.kind === 'auth')
      throw lastingTrouble('auth', `${thrown.message}; check the access of the account to artifacts`)
    misses += 1
    if (misses <= MOST_MISSES) throw new Trouble(thrown.message, { ...thrown.facts, persistence: 'passing' })
    return 'there is none'
  }
  const checkEnd = (end: Awaited<ReturnType<typeof archiveEnd>>, name: string): void => {
    if (end === 'cut')
      throw new Trouble(`Omilia ${name} has no end record, so it was cut off on the way`, { kind: 'network', persistence: 'cut' })
    if (end === 'other' && ++others <= MOST_OTHERS)
      throw new Trouble(`Omilia ${name} is not a ZIP`, { kind: 'contract', persistence: 'passing' })
  }
  return async ({ artifact }, wanted, folder) => {
    if (artifact === null) return 'there is none'
    if (artifact?.isExpired === true) return 'it has expired'
    const absence = await client.download(wanted, folder.place(ARCHIVE)).then(() => undefined, missed)
    if (absence === undefined) checkEnd(await archiveEnd(folder.read(ARCHIVE)), wanted.name)
    return absence
  }
}

/** Whether an archive came, whole or without its own end. */
export function isKept(folder: Folder): Promise<boolean> {
  return archiveEnd(folder.read(ARCHIVE)).then(
    () => true,
    () => false,
  )
}
