/** The upload of a step's files: all of them as one artifact, and the report as a page that a browser opens. */
import { createReadStream } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { patientStore } from './artifact-tries.ts'
import { harmless } from './harmless.ts'
import type { Inputs } from './inputs.ts'
import type { Log } from './log.ts'
import { findsOut } from './modes.ts'
import type { StepOutcome } from './outcome.ts'
import type { Redactor } from './redact.ts'
import type { ReportDirectory } from './report-directory.ts'
import type { ArtifactStore, Rim, StoredArtifact } from './rim.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { timeFor, within } from './time-limit.ts'
import { timeSpan } from './time-spans.ts'

/** What an upload works with. */
export interface Uploading {
  readonly rim: Rim
  readonly log: Log
  readonly redactor: Redactor
  readonly artifact?: Inputs['artifact']
  /** When the step has to be over, on the monotonic clock. */
  readonly deadline?: number
}

/** The name of the report in the report directory. */
export const PAGE = 'report.html'

/** How long an upload may take, in milliseconds, where the deadline does not come first; after it not much. */
const LIMIT = { usual: 5 * 60_000, page: 3 * 60_000, late: 1200 } as const

/** Uploads what was written and the vendor's files. Never rejects; undefined when there is nothing to keep, or when it failed. */
export async function uploadFiles(
  outcome: StepOutcome,
  written: readonly string[],
  directory: ReportDirectory,
  uploading: Uploading,
): Promise<StoredArtifact | undefined> {
  const { artifact, log } = uploading
  if (artifact === undefined) return undefined
  if (!findsOut(outcome.mode)) return undefined
  if (outcome.conclusion === 'cancelled') {
    log.say(`The workflow was cancelled, so no artifact is uploaded; the files are in ${directory.path}`)
    return undefined
  }
  const { name = 'agent-test-gate', retentionDays } = artifact
  const upload = async (store: ArtifactStore): Promise<StoredArtifact> => {
    const files = [...written, ...(await withoutSecrets(outcome, directory, uploading))]
    return store.upload({ name, files, root: directory.path, retentionDays })
  }
  return harmless('the artifact', uploading, () => withStore(uploading, LIMIT.usual, upload))
}

/**
 * Uploads the report by itself, where one was written and there is time, for a browser to open from the page of the run. A
 * single file's artifact is called as the file is, so a copy goes up, of a name that is free since the artifact's was.
 * Never rejects.
 */
export async function uploadPage(
  outcome: StepOutcome,
  written: readonly string[],
  artifact: StoredArtifact,
  uploading: Uploading,
): Promise<StoredArtifact | undefined> {
  const report = written.find((file) => basename(file) === PAGE)
  const { rim } = uploading
  if (report === undefined || outcome.conclusion === 'timed-out' || rim.cancelled.aborted) return undefined
  const upload = (store: ArtifactStore): Promise<StoredArtifact> =>
    inTemporaryFolder(rim.temporary, 'agent-test-gate-page-', async (folder) => {
      const file = join(folder, `${artifact.name}.html`)
      await copyFile(report, file)
      return store.uploadPage({ file, retentionDays: uploading.artifact?.retentionDays })
    })
  return harmless('the report as a page of its own', uploading, () => withStore(uploading, LIMIT.page, upload))
}

/** For at most so long, hiccups included; after the deadline or a cancellation of the workflow only for a moment. */
function withStore<Value>(uploading: Uploading, usual: number, action: (store: ArtifactStore) => Promise<Value>): Promise<Value> {
  const { rim, deadline } = uploading
  const { clock, cancelled } = rim
  const ms = timeFor({ usual, late: LIMIT.late }, deadline, clock)
  const why = (): string => (cancelled.aborted ? 'the workflow was cancelled' : `it was not done after ${timeSpan(ms)}`)
  const limit = { clock, ms, signal: cancelled, graceMs: LIMIT.late, why }
  const end = clock.now() + ms
  return within(limit, async (signal) => action(patientStore(await rim.artifactStore(), { signal, deadline: end }, uploading)))
}

/** The vendor's files but those that hold a credential of ours: what an artifact holds, everybody can read who can read the repository. */
async function withoutSecrets(outcome: StepOutcome, directory: ReportDirectory, uploading: Uploading): Promise<string[]> {
  const clean: string[] = []
  for (const file of outcome.suites.flatMap(({ files }) => files)) {
    const path = join(directory.path, file)
    const isClean = await harmless(file, uploading, async () => !(await holdsSecret(path, uploading.redactor)))
    if (isClean === true) clean.push(path)
    if (isClean === false)
      uploading.log.warn(
        `${file} contains one of the step's credentials and is kept out of the artifact; replace that credential`,
      )
  }
  return clean
}

async function holdsSecret(path: string, redactor: Redactor): Promise<boolean> {
  const scanner = redactor.scanner()
  for await (const chunk of createReadStream(path)) {
    if (chunk instanceof Uint8Array && scanner.push(chunk)) return true
  }
  return false
}
