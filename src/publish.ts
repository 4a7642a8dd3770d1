/** What becomes of an outcome: outputs, files, summary, annotations, artifact, in the order of what must not be lost. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { isNativeError } from 'node:util/types'
import type { Inputs } from './inputs.ts'
import type { Log } from './log.ts'
import { OUTPUTS, type Output, outcomeOutputs } from './outputs.ts'
import type { Redactor } from './redact.ts'
import { annotations } from './report/annotations.ts'
import { ctrf } from './report/ctrf.ts'
import { junit } from './report/junit.ts'
import { summary } from './report/summary.ts'
import type { ReportDirectory } from './report-directory.ts'
import type { StepOutcome } from './results.ts'
import type { Rim, StoredArtifact } from './rim.ts'

/** What publishing works with. */
export interface Publishing {
  readonly rim: Rim
  readonly log: Log
  readonly redactor: Redactor
  /** Absent when the step ended before there was one. */
  readonly directory?: ReportDirectory
  readonly artifact?: Inputs['artifact']
  readonly annotations: boolean
}

/** Publishes the outcome. Never rejects, and nothing that fails here changes the verdict. */
export async function publish(outcome: StepOutcome, publishing: Publishing): Promise<void> {
  const { rim, directory } = publishing
  const outputs = outcomeOutputs(outcome)
  for (const name of OUTPUTS) {
    await harmless(`the output ${name}`, publishing, async () => rim.runner.output(name, outputs.get(name) ?? ''))
  }
  const page = summary(outcome)
  const written = directory === undefined ? [] : await writeFiles(outcome, page, directory, publishing)
  await harmless('the job summary', publishing, () => rim.runner.summary(page))
  if (publishing.annotations)
    await harmless('the annotations', publishing, async () => annotations(outcome).forEach(rim.runner.annotate))
  if (directory === undefined) return
  const stored = await uploadFiles(outcome, written, directory, publishing)
  if (stored === undefined) return
  await harmless('the outputs of the artifact', publishing, async () => {
    rim.runner.output('artifact-id', stored.id)
    rim.runner.output('artifact-url', stored.url)
  })
  await harmless('the job summary', publishing, () => rim.runner.summary(summary(outcome, { artifactUrl: stored.url })))
}

/** Our files, each by itself, so that one that fails leaves the others. Gives the paths of those that were written. */
async function writeFiles(
  outcome: StepOutcome,
  page: string,
  directory: ReportDirectory,
  publishing: Publishing,
): Promise<string[]> {
  const { runner } = publishing.rim
  const files: readonly { name: string; text: () => string; output?: Output }[] = [
    { name: 'ctrf.json', text: () => ctrf(outcome), output: 'ctrf-path' },
    { name: 'junit.xml', text: () => junit(outcome), output: 'junit-path' },
    { name: 'summary.md', text: () => page },
  ]
  const written: string[] = []
  await harmless('the output report-directory', publishing, async () => runner.output('report-directory', directory.path))
  for (const { name, text, output } of files) {
    await harmless(name, publishing, async () => {
      const path = await directory.write(name, text())
      written.push(path)
      if (output !== undefined) runner.output(output, path)
    })
  }
  return written
}

async function uploadFiles(
  outcome: StepOutcome,
  written: readonly string[],
  directory: ReportDirectory,
  publishing: Publishing,
): Promise<StoredArtifact | undefined> {
  const { artifact, rim, log } = publishing
  if (artifact === undefined) return undefined
  // What only started or stopped a run has nothing to keep.
  if (outcome.mode === 'start' || outcome.mode === 'cancel') return undefined
  if (outcome.conclusion === 'cancelled') {
    log.say(`The workflow was cancelled, so no artifact is uploaded; the files are in ${directory.path}`)
    return undefined
  }
  const vendorFiles = await withoutSecrets(outcome, directory, publishing)
  const wanted = {
    name: artifact.name ?? 'agent-test-gate',
    files: [...written, ...vendorFiles],
    root: directory.path,
    retentionDays: artifact.retentionDays,
  }
  return harmless('the artifact', publishing, async () => {
    const upload = (async () => (await rim.artifactStore()).upload(wanted))()
    return within(rim, UPLOAD_LIMIT[outcome.conclusion === 'timed-out' ? 'late' : 'usual'], upload)
  })
}

/** How long an upload may take, in milliseconds: after the deadline not much. */
const UPLOAD_LIMIT = { usual: 5 * 60_000, late: 1500 } as const

/** Waits for the work so long, and after a cancellation of the workflow only as long as after a deadline. */
async function within<Value>({ clock, cancelled }: Rim, ms: number, work: Promise<Value>): Promise<Value> {
  const done = new AbortController()
  const late = async (): Promise<never> => {
    await clock.sleep(ms, AbortSignal.any([done.signal, cancelled]))
    if (cancelled.aborted) await clock.sleep(UPLOAD_LIMIT.late, done.signal)
    throw new Error(cancelled.aborted ? 'the workflow was cancelled' : `not done after ${ms / 1000} s`)
  }
  try {
    return await Promise.race([work, late()])
  } finally {
    done.abort()
  }
}

/** The vendor's files but those that hold a credential of ours: what an artifact holds, everybody can read who can read the repository. */
async function withoutSecrets(outcome: StepOutcome, directory: ReportDirectory, publishing: Publishing): Promise<string[]> {
  const clean: string[] = []
  for (const file of outcome.suites.flatMap(({ files }) => files)) {
    const path = join(directory.path, file)
    const isClean = await harmless(file, publishing, async () => !(await holdsSecret(path, publishing.redactor)))
    if (isClean === true) clean.push(path)
    if (isClean === false)
      publishing.log.warn(
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

/** Does something whose failure is told and changes nothing. */
async function harmless<Value>(what: string, { log }: Publishing, action: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await action()
  } catch (thrown) {
    const said = isNativeError(thrown) ? thrown.message : String(thrown)
    log.warn(`${what} could not be written or uploaded; the verdict stands`, said)
    return undefined
  }
}
