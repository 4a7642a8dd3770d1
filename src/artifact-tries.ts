/**
 * An artifact store that lives through a hiccup of the service. GitHub's client tries some troubles again by itself, but no
 * connection that was reset; and where one breaks off in the middle of an answer, it waits for ever.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isNativeError } from 'node:util/types'
import { fewTries } from './few-tries.ts'
import { causeOf } from './harmless.ts'
import type { ArtifactStore } from './rim.ts'
import { within } from './time-limit.ts'
import { roundedSpan, timeSpan } from './time-spans.ts'
import { Trouble } from './trouble.ts'
import { type Step, Stopped } from './wait.ts'
import type { Tools } from './world.ts'

/** Tries of one call, the first one included. */
const MOST_TRIES = 4
const GAPS = { gapMs: 5000, longestGapMs: 15_000 }
/** How long a try may take, in milliseconds, the last for each MiB of its bytes. An upload is two calls with the bytes between. */
const PATIENCE = { list: 60_000, download: 60_000, upload: 120_000, mebibyte: 4000 }
const MEBIBYTE = 1024 * 1024

/**
 * What GitHub's client says of troubles that may pass: a lost connection, an answer that it did not get however often it asked,
 * bytes that stood still. It hides why a download failed. Where the service refuses an upload at its end, though it may come,
 * the bytes did not fit, and a new one may.
 */
const PASSING = new RegExp(
  [
    'Unable to make request',
    'Failed to make request after',
    'Failed to FinalizeArtifact: Received non-retryable error: Failed request: \\((?!401|403)',
    'Artifact download failed after',
    'Upload progress stalled',
    'not those that were uploaded',
  ].join('|'),
)
/** Of a certificate, which is as wrong the next time. */
const LASTING = /certificate/i

/**
 * The same store, which tries a few times what fails by a trouble that may pass, each time with a limit of its own, until the
 * signal aborts. A download goes into a new folder for each try, below the one that is given; an upload that is tried again may
 * be stored twice, the second time under a name with a number. Rejects as the store does in the last try, with a `Trouble` where
 * that took too long, and with `Stopped` when the signal aborts.
 */
export function patientStore(
  store: ArtifactStore,
  { signal, deadline }: Pick<Step, 'signal' | 'deadline'>,
  { rim: { clock, random }, log }: Pick<Tools, 'rim' | 'log'>,
): ArtifactStore {
  const step = { clock, random, signal, deadline, ...GAPS }
  const tries = <Value>(what: string, action: () => Promise<Value>): Promise<Value> =>
    patiently(step, action, (trouble, gapMs) => log.trouble(`${what} is tried again in ${roundedSpan(gapMs)}: `, trouble))
  const inTime = <Value>(ms: number, action: () => Promise<Value>): Promise<Value> =>
    within({ clock, ms, signal, why: () => `the artifact service was not done after ${timeSpan(ms)}` }, action)
  const uploading = async <Value>(what: string, files: readonly string[], upload: () => Promise<Value>): Promise<Value> => {
    const ms = PATIENCE.upload + timeForBytes(await sizeOf(files))
    return tries(what, () => inTime(ms, upload))
  }
  return {
    upload: (wanted) => uploading('the upload of the artifact', wanted.files, () => store.upload(wanted)),
    uploadPage: (wanted) => uploading('the upload of the page', [wanted.file], () => store.uploadPage(wanted)),
    list: () => tries('the list of artifacts', () => inTime(PATIENCE.list, () => store.list())),
    download: (artifact, folder) =>
      tries('the download of an artifact', () =>
        inOwnFolder(folder, (own) =>
          inTime(PATIENCE.download + timeForBytes(artifact.size), () => store.download(artifact, own)),
        ),
      ),
  }
}

/** A few tries. What they reject with at last is the error as it was thrown, whose words others know how to tell. */
async function patiently<Value>(
  step: Step,
  action: () => Promise<Value>,
  onTrouble: (trouble: Trouble, gapMs: number) => void,
): Promise<Value> {
  let last: unknown
  const told = async (): Promise<Value> => {
    try {
      return await action()
    } catch (thrown) {
      last = thrown
      throw troubleOf(thrown)
    }
  }
  // Near the end there is no time for another try, and to wait for the end would hide why this one failed.
  const hasTime = (): boolean => step.clock.now() + step.gapMs < step.deadline
  try {
    return await fewTries(step, MOST_TRIES, told, hasTime, { onTrouble })
  } catch (thrown) {
    throw thrown instanceof Stopped ? thrown : last
  }
}

function troubleOf(thrown: unknown): Trouble {
  const said = isNativeError(thrown) ? thrown.message : String(thrown)
  // The only one that is thrown here is that of the time.
  if (thrown instanceof Trouble) return new Trouble(said, { ...thrown.facts, persistence: 'passing' })
  const isRefusedBytes = isNativeError(thrown) && thrown.name === 'RestError'
  const mayPass = (isRefusedBytes || PASSING.test(said)) && !LASTING.test(said)
  const facts = { kind: 'network', persistence: mayPass ? 'passing' : 'lasting', said } as const
  return new Trouble(causeOf(thrown) ?? 'it failed', facts)
}

/** Gives the action a new folder in that one, which is removed where the action rejects: what is left in it may still be written to. */
async function inOwnFolder<Value>(folder: string, action: (own: string) => Promise<Value>): Promise<Value> {
  const own = await mkdtemp(join(folder, 'try-'))
  try {
    return await action(own)
  } catch (thrown) {
    await rm(own, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
    throw thrown
  }
}

/** Milliseconds for so many bytes. */
function timeForBytes(bytes: number): number {
  return PATIENCE.mebibyte * Math.floor(bytes / MEBIBYTE)
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
