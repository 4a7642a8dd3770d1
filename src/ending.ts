/** How a step ended, and what is told of it. */
import type { CommentWish } from './comment.ts'
import { type Inputs, mistakeLines, type Parsed, type StepInputs } from './inputs.ts'
import { isStopWanted } from './modes.ts'
import type { StepOutcome } from './outcome.ts'
import { createReportDirectory, type ReportDirectory } from './report-directory.ts'
import { asTrouble } from './trouble.ts'
import { oneLine } from './untrusted.ts'
import type { Judgement } from './verdict.ts'
import { Stopped } from './wait.ts'
import { originOf } from './workflow-run.ts'
import { startLife, type Tools } from './world.ts'

/** How a step ended, before it is told to anybody. */
export interface Ending
  extends Pick<StepOutcome, 'provider' | 'noun' | 'mode' | 'gate' | 'suites'>,
    Partial<Pick<StepOutcome, 'baseline' | 'noBaseline' | 'origin' | 'findings'>> {
  readonly judgement: Judgement
  readonly annotations: boolean
  readonly directory?: ReportDirectory
  readonly artifact?: Inputs['artifact']
  readonly comment?: CommentWish
  /** When the step has to be over, on the monotonic clock; absent where its inputs do not tell. */
  readonly deadline?: number
}

/** A step that sends nothing: its inputs are wrong, or it has no credentials and is told to go on without. */
export async function refusedStep(
  parsed: Extract<Parsed, { state: 'mistaken' } | { state: 'no credentials' }>,
  tools: Tools,
): Promise<Ending> {
  const { log, rim } = tools
  for (const line of mistakeLines(parsed.mistakes)) log.say(`input ${line}`)
  // Loaded here, since a step that is not refused has no use for it.
  const { refusalReasons } = await import('./missing-credentials.ts')
  const reasons = await refusalReasons(parsed, rim.workflowRun)
  const kept = parsed.step === undefined ? {} : { ...whereTo(parsed.step, tools), ...(await folderOf(parsed.step, tools)) }
  const common = { provider: parsed.provider, noun: '', mode: 'run', gate: '', suites: [], ...kept }
  if (parsed.state === 'mistaken')
    return { ...common, annotations: parsed.annotations, judgement: { conclusion: 'error', errorKind: 'config', reasons } }
  return { ...common, annotations: true, judgement: { conclusion: 'skipped', reasons } }
}

/** What becomes of what a step tells, as its inputs say. */
export function whereTo(
  { annotations, artifact, comment: mode, githubToken: token, jobIndex }: StepInputs,
  { rim }: Tools,
): Pick<Ending, 'annotations' | 'artifact' | 'comment' | 'origin'> {
  const origin = originOf(rim.workflowRun, jobIndex)
  return { annotations, artifact, comment: { mode, token }, ...(origin !== undefined && { origin }) }
}

/** There is one, so that `mode: report` finds a verdict of this job too. */
async function folderOf(inputs: StepInputs, tools: Tools): Promise<Pick<Ending, 'directory'>> {
  const life = startLife(inputs, tools)
  try {
    const making = () => createReportDirectory(inputs.reportDirectory, tools.rim.temporary, tools.log.say)
    return { directory: await life.unlessOver(making) }
  } catch {
    return {}
  } finally {
    life.end()
  }
}

/** Where nothing else is said of a step that ended first. */
const NOTHING_SENT =
  'before anything was sent, since the disk did not answer in time; see report-directory, suite-path and quarantine'

/** The judgement on a step that broke off before any suite was told of; `whenStopped` says when it ended, in the words behind `the step ended`. */
export function judgeBrokenOff(thrown: unknown, mode: string, { log }: Tools, whenStopped = NOTHING_SENT): Judgement {
  if (thrown instanceof Stopped) {
    const reasons = [`the step ended ${whenStopped}`]
    // It was not done, and must not be green.
    if (isStopWanted({ mode, conclusion: thrown.reason })) return { conclusion: 'error', errorKind: 'vendor', reasons }
    return { conclusion: thrown.reason, reasons }
  }
  const trouble = asTrouble(thrown)
  log.trouble('', trouble)
  return { conclusion: 'error', errorKind: trouble.facts.kind, reasons: [trouble.message] }
}

const LONGEST_MESSAGE = 500

/** The ending as all reports tell it, with no credential in it. */
export function stepOutcome(ending: Ending, startedAt: number, { rim, redactor }: Tools): StepOutcome {
  const { provider, noun, mode, gate, judgement, suites, baseline, noBaseline, origin, findings } = ending
  const { conclusion, errorKind, lack } = judgement
  const reasons = judgement.reasons.map(redactor.redact)
  const message = oneLine(reasons.join('; '), LONGEST_MESSAGE)
  const told = { provider, noun, mode, gate, suites, conclusion, reasons, message }
  return {
    ...told,
    startedAt,
    finishedAt: rim.clock.wall(),
    ...(errorKind !== undefined && { errorKind }),
    ...(lack !== undefined && { lack }),
    ...(baseline !== undefined && { baseline }),
    ...(origin !== undefined && { origin }),
    ...(findings !== undefined && { findings }),
    ...(noBaseline !== undefined && { noBaseline: redactor.redact(noBaseline) }),
  }
}
