/** The mode `report`: one verdict for what other jobs of this workflow run found out. */
import { compareSuite } from './comparison.ts'
import { type Ending, whereTo } from './ending.ts'
import { framed } from './frame.ts'
import type { Parsed, ReportInputs } from './inputs.ts'
import { merge } from './merge.ts'
import type { SuiteOutcome } from './outcome.ts'
import { readArtifacts } from './read-artifacts.ts'
import type { StepLife } from './step.ts'
import { roundedSpan } from './time-spans.ts'
import type { Tools } from './world.ts'

/** What is told of the other jobs. */
type Told = Pick<Ending, 'provider' | 'noun' | 'suites' | 'judgement' | 'baseline' | 'noBaseline'>

/** Reads the artifacts and merges them. Never rejects. */
export async function reportStep(parsed: Extract<Parsed, { state: 'report' }>, tools: Tools): Promise<Ending> {
  const { inputs } = parsed
  const gate = describeReport(inputs)
  const plan = `report on artifacts, at most ${roundedSpan(inputs.timeoutMs)}; ${gate}`
  const told = { ...NOTHING, mode: inputs.mode, gate, ...whereTo(inputs, tools) }
  return framed(parsed, { plan, told, whenStopped: 'before all artifacts were read' }, tools, async (step, making) => {
    await making
    return tellOthers(inputs, step, tools)
  })
}

const NOTHING = { provider: '', noun: 'cases', suites: [] } as const

/** What the step asks for, in words. */
function describeReport({ report: { expected }, policy: { mustPass } }: ReportInputs): string {
  return [
    'each artifact keeps the verdict of its own job, and the worst counts',
    `at least ${expected} must be there`,
    ...(mustPass.length === 0 ? [] : [`${mustPass.length} named in must-pass must pass`]),
  ].join('; ')
}

async function tellOthers(inputs: ReportInputs, step: StepLife, tools: Tools): Promise<Told> {
  const { report, policy } = inputs
  const read = await readArtifacts(report.pattern, step, tools)
  const wish = { expected: report.expected, mustPass: policy.mustPass, attempt: tools.rim.workflowRun.attempt }
  const { notes, notices, warnings, ...merged } = merge(read, wish)
  for (const note of notes) tools.log.say(note)
  for (const notice of notices) tools.log.notice(notice)
  for (const warning of warnings) tools.log.warn(warning)
  return compared(merged, inputs, step, tools)
}

/** The suites against this step's own baseline where one is asked for; else they keep that of their job. Changes no verdict. */
async function compared(told: Told, inputs: ReportInputs, step: StepLife, tools: Tools): Promise<Told> {
  if (inputs.baseline === undefined) return told
  const { baseline: _, suites, ...others } = told
  const { branch, tolerance } = inputs.baseline
  const wanted = { provider: told.provider, suites: suites.map(({ suite }) => suite), branch }
  const { baselineOfStep } = await import('./baseline.ts')
  const found = await baselineOfStep(wanted, inputs, step.signal, tools)
  if (found.state === 'none') return { ...others, suites: suites.map(uncompared), noBaseline: found.why }
  const before = new Map(found.suites.map((each) => [each.suite, each]))
  const after = suites.map((suite) => {
    const comparison = suite.results && compareSuite(suite.results, before.get(suite.suite), tolerance)
    return typeof comparison === 'object' ? { ...suite, comparison } : uncompared(suite)
  })
  return { ...others, baseline: found.baseline, suites: after }
}

/** Without what its job found out against a baseline of its own. */
function uncompared({ comparison: _, ...suite }: SuiteOutcome): SuiteOutcome {
  return suite
}
