/** How a step ended, and what is told of it. */
import type { CommentWish } from './comment.ts'
import { type Inputs, mistakeLines, type Parsed, type StepInputs } from './inputs.ts'
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
  const kept = parsed.step === undefined ? {} : await keptOf(parsed.step, tools)
  const common = { provider: parsed.provider, noun: '', mode: 'run', gate: '', suites: [], ...kept }
  if (parsed.state === 'mistaken')
    return { ...common, annotations: parsed.annotations, judgement: { conclusion: 'error', errorKind: 'config', reasons } }
  return { ...common, annotations: true, judgement: { conclusion: 'skipped', reasons } }
}

/** Where the files go and what becomes of them, so that `mode: report` finds a verdict of this job too, and no comment goes on telling the last one. */
async function keptOf(inputs: StepInputs, tools: Tools): Promise<Pick<Ending, 'directory' | 'artifact' | 'comment' | 'origin'>> {
  const { rim } = tools
  const life = startLife(inputs, tools)
  const directory = await life
    .unlessOver(() => createReportDirectory(inputs.reportDirectory, rim.temporary))
    .catch(() => undefined)
  life.end()
  const origin = originOf(rim.workflowRun, inputs.jobIndex)
  return {
    artifact: inputs.artifact,
    comment: { mode: inputs.comment, token: inputs.githubToken },
    ...(directory !== undefined && { directory }),
    ...(origin !== undefined && { origin }),
  }
}

/** The judgement on a step that broke off before any suite was told of. */
export function brokenOff(thrown: unknown, { log }: Tools): Judgement {
  if (thrown instanceof Stopped) {
    const what = 'before anything was sent, since the disk did not answer in time; see report-directory and quarantine'
    return { conclusion: thrown.reason, reasons: [`the step ended ${what}`] }
  }
  const trouble = asTrouble(thrown)
  log.trouble('', trouble)
  return { conclusion: 'error', errorKind: trouble.facts.kind, reasons: [trouble.message] }
}

const LONGEST_MESSAGE = 500

/** The ending as all reports tell it, with no credential in it. */
export function outcomeOf(ending: Ending, startedAt: number, { rim, redactor }: Tools): StepOutcome {
  const { provider, noun, mode, gate, judgement, suites, baseline, noBaseline, origin, findings } = ending
  const { conclusion, errorKind } = judgement
  const reasons = judgement.reasons.map(redactor.redact)
  const message = oneLine(reasons.join('; '), LONGEST_MESSAGE)
  const told = { provider, noun, mode, gate, suites, conclusion, reasons, message }
  return {
    ...told,
    startedAt,
    finishedAt: rim.clock.wall(),
    ...(errorKind !== undefined && { errorKind }),
    ...(baseline !== undefined && { baseline }),
    ...(origin !== undefined && { origin }),
    ...(findings !== undefined && { findings }),
    ...(noBaseline !== undefined && { noBaseline: redactor.redact(noBaseline) }),
  }
}
