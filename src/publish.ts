/** What becomes of an outcome: outputs, files, summary, annotations, artifact, in the order of what must not be lost. */
import type { CommentWish } from './comment.ts'
import { causeOf, harmless } from './harmless.ts'
import type { StepOutcome } from './outcome.ts'
import { OUTPUTS, type Output, outcomeOutputs } from './outputs.ts'
import { annotations } from './report/annotations.ts'
import { ctrf } from './report/ctrf.ts'
import { junit } from './report/junit.ts'
import type { ReportLinks } from './report/opening.ts'
import { summary } from './report/summary.ts'
import type { ReportDirectory } from './report-directory.ts'
import { type TimedDisk, timedDisk } from './timed-disk.ts'
import { PAGE, type Uploading, uploadFiles, uploadPage } from './upload.ts'

/** What publishing works with. */
export interface Publishing extends Uploading {
  /** Absent when the step ended before there was one. */
  readonly directory?: ReportDirectory
  readonly annotations: boolean
  /** When to comment on the pull request. */
  readonly comment?: CommentWish
}

/**
 * Publishes the outcome, and gives whether its conclusion could be put out: a step whose conclusion no other step can read must
 * not be green. Nothing else that fails here changes the verdict. Never rejects.
 */
export async function publish(outcome: StepOutcome, publishing: Publishing): Promise<boolean> {
  const isTold = tellConclusion(outcome, publishing)
  await publishRest(outcome, publishing)
  return isTold
}

function tellConclusion({ conclusion }: StepOutcome, { rim, log }: Publishing): boolean {
  try {
    rim.runner.output('conclusion', conclusion)
    return true
  } catch (thrown) {
    const fact = `the output conclusion could not be written (${causeOf(thrown) ?? 'see the log for the cause'})`
    log.warn(`${fact}, so the step fails whatever its verdict is; check the disk of the runner`, String(thrown))
    return false
  }
}

async function publishRest(outcome: StepOutcome, publishing: Publishing): Promise<void> {
  const { rim, directory } = publishing
  const outputs = outcomeOutputs(outcome)
  for (const name of OUTPUTS.filter((each) => each !== 'conclusion')) {
    await harmless(`the output ${name}`, publishing, async () => rim.runner.output(name, outputs.get(name) ?? ''))
  }
  const text = summary(outcome)
  // Of the runner's file another disk may have to do than of the report directory.
  const [disk, runnersDisk] = [timedDisk(rim, publishing.deadline), timedDisk(rim, publishing.deadline)]
  const written = directory === undefined ? [] : await writeFiles(outcome, text, { directory, disk }, publishing)
  await harmless('the job summary', publishing, () => runnersDisk.ask(() => rim.runner.summary(text)))
  if (publishing.annotations)
    await harmless('the annotations', publishing, async () => annotations(outcome).forEach(rim.runner.annotate))
  const links =
    directory === undefined || disk.hangs ? {} : await upload(outcome, written, { directory, runnersDisk }, publishing)
  const { comment } = publishing
  if (comment === undefined || comment.mode === 'off') return
  await harmless('the comment', publishing, async () => {
    // Loaded here, since it is seldom asked for.
    const { commentOn } = await import('./comment.ts')
    await commentOn(outcome, comment, links, publishing)
  })
}

/** Uploads what was written, and tells the summary where it is. */
async function upload(
  outcome: StepOutcome,
  written: readonly string[],
  { directory, runnersDisk }: { readonly directory: ReportDirectory; readonly runnersDisk: TimedDisk },
  publishing: Publishing,
): Promise<ReportLinks> {
  const { runner } = publishing.rim
  const artifact = await uploadFiles(outcome, written, directory, publishing)
  if (artifact === undefined) return {}
  await harmless('the outputs of the artifact', publishing, async () => {
    runner.output('artifact-id', artifact.id)
    runner.output('artifact-url', artifact.url)
  })
  const page = await uploadPage(outcome, written, artifact, publishing)
  const links = { artifactUrl: artifact.url, ...(page !== undefined && { pageUrl: page.url }) }
  await harmless('the job summary', publishing, () => runnersDisk.ask(() => runner.summary(summary(outcome, links))))
  return links
}

/** A text in parts, since the largest are longer than a string may be. */
type Pieces = Iterable<string>

/** Our files, each by itself, so that one that fails leaves the others. Gives the paths of those that were written. */
async function writeFiles(
  outcome: StepOutcome,
  summaryText: string,
  { directory, disk }: { readonly directory: ReportDirectory; readonly disk: TimedDisk },
  publishing: Publishing,
): Promise<string[]> {
  const { runner } = publishing.rim
  const files: readonly { name: string; pieces: () => Pieces | Promise<Pieces>; output?: Output }[] = [
    { name: 'ctrf.json', pieces: () => ctrf(outcome), output: 'ctrf-path' },
    { name: 'junit.xml', pieces: () => junit(outcome), output: 'junit-path' },
    { name: 'summary.md', pieces: () => [summaryText] },
    // Loaded when it is needed: its script and style would hold the start.
    { name: PAGE, pieces: async () => (await import('./report/page/page.ts')).page(outcome) },
  ]
  const written: string[] = []
  await harmless('the output report-directory', publishing, async () => runner.output('report-directory', directory.path))
  for (const { name, pieces, output } of files) {
    await harmless(name, publishing, async () => {
      const path = await directory.write(name, await pieces(), disk)
      written.push(path)
      if (output !== undefined) runner.output(output, path)
    })
  }
  return written
}
