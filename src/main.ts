/** The story of a step: inputs, suites, verdict, reports. */
import { type Inputs, mistakeLines, type Parsed } from './inputs.ts'
import { duration } from './progress.ts'
import { countOf } from './report/figures.ts'
import { createReportDirectory, type ReportDirectory } from './report-directory.ts'
import type { StepOutcome } from './results.ts'
import type { Rim } from './rim.ts'
import { tellSuites } from './suites.ts'
import { asTrouble } from './trouble.ts'
import { oneLine } from './untrusted.ts'
import { describeGate, isGreen, type Judgement, judgeStep } from './verdict.ts'
import { Stopped } from './wait.ts'
import { createTools, readInputs, startLife, type Tools } from './world.ts'

/** How a step ended, before it is told to anybody. */
interface Ending extends Pick<StepOutcome, 'provider' | 'noun' | 'mode' | 'gate' | 'suites'> {
  readonly judgement: Judgement
  readonly annotations: boolean
  readonly directory?: ReportDirectory
  readonly artifact?: Inputs['artifact']
}

/** Runs the step and gives its exit code; a vendor, GitHub or a disk that fails does not make it reject. */
export async function main(rim: Rim): Promise<0 | 1> {
  const startedAt = rim.clock.wall()
  const tools = createTools(rim)
  const parsed = await readInputs(tools)
  const ending = parsed.state === 'ready' ? await runStep(parsed, tools) : refusedStep(parsed, tools)
  const outcome = outcomeOf(ending, startedAt, tools)
  // Loaded here since no report is needed to start a run, and a quick start is worth more.
  const { publish } = await import('./publish.ts')
  await publish(outcome, { ...tools, ...ending })
  tools.log.say(`${outcome.conclusion}: ${outcome.message}`)
  return isGreen(outcome) ? 0 : 1
}

/** A step that sends nothing: its inputs are wrong, or it has no credentials and is told to go on without. */
function refusedStep(parsed: Exclude<Parsed, { state: 'ready' }>, { log }: Tools): Ending {
  const reasons = mistakeLines(parsed.mistakes)
  for (const reason of reasons) log.say(`input ${reason}`)
  const common = { provider: parsed.provider, noun: '', mode: 'run', gate: '', suites: [] }
  if (parsed.state === 'mistaken')
    return { ...common, annotations: parsed.annotations, judgement: { conclusion: 'error', errorKind: 'config', reasons } }
  const why = 'NOT TESTED: there are no credentials, and on-missing-credentials is skip'
  return { ...common, annotations: true, judgement: { conclusion: 'skipped', reasons: [why, ...reasons] } }
}

async function runStep({ inputs, warnings }: Extract<Parsed, { state: 'ready' }>, tools: Tools): Promise<Ending> {
  const { log, rim } = tools
  const { provider, mode, policy, suites: wanted, annotations, artifact } = inputs
  // A step that only starts or stops a run judges nothing.
  const gate = mode === 'run' || mode === 'collect' ? describeGate(policy, provider.noun) : ''
  const common = { provider: provider.name, noun: provider.noun, mode, gate, annotations, artifact }
  const step = startLife(inputs, tools)
  const making = step.unlessOver(() => createReportDirectory(inputs.reportDirectory, rim.temporary))
  const plan = [
    `${mode} ${countOf(wanted.length, 'suite')}, at most ${duration(inputs.timeoutMs)}`,
    ...(gate === '' ? [] : [gate]),
  ]
  log.say(`${provider.name}: ${plan.join('; ')}`)
  for (const warning of warnings) log.warn(warning)
  try {
    const directory = await making
    const suites = await tellSuites(inputs, step, directory, tools)
    return { ...common, directory, suites, judgement: judgeStep(suites, policy, mode) }
  } catch (thrown) {
    return { ...common, suites: [], judgement: brokenOff(thrown, tools) }
  } finally {
    step.end()
  }
}

/** A step that broke off before any suite was told of. */
function brokenOff(thrown: unknown, { log }: Tools): Judgement {
  if (thrown instanceof Stopped) {
    const what = 'before anything was sent, since the report directory could not be made in time; see report-directory'
    return { conclusion: thrown.reason, reasons: [`the step ended ${what}`] }
  }
  const trouble = asTrouble(thrown)
  log.trouble('', trouble)
  return { conclusion: 'error', errorKind: trouble.facts.kind, reasons: [trouble.message] }
}

const LONGEST_MESSAGE = 500

function outcomeOf(ending: Ending, startedAt: number, { rim, redactor }: Tools): StepOutcome {
  const { provider, noun, mode, gate, judgement, suites } = ending
  const { conclusion, errorKind } = judgement
  const reasons = judgement.reasons.map(redactor.redact)
  const message = oneLine(reasons.join('; '), LONGEST_MESSAGE)
  const told = { provider, noun, mode, gate, suites, conclusion, reasons, message }
  return { ...told, startedAt, finishedAt: rim.clock.wall(), ...(errorKind !== undefined && { errorKind }) }
}
