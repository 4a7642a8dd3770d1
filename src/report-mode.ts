/** The mode `report`: one verdict for what other jobs of this workflow run found out. */
import { compareSuite } from './comparison.ts'
import { brokenOff, type Ending } from './ending.ts'
import type { Parsed, ReportInputs } from './inputs.ts'
import { merge } from './merge.ts'
import type { SuiteOutcome } from './outcome.ts'
import { duration } from './progress.ts'
import { readArtifacts } from './read-artifacts.ts'
import { createReportDirectory } from './report-directory.ts'
import type { StepLife } from './step.ts'
import { visible } from './untrusted.ts'
import { Stopped } from './wait.ts'
import { originOf } from './workflow-run.ts'
import { startLife, type Tools } from './world.ts'

/** What is told of the other jobs. */
type Told = Pick<Ending, 'provider' | 'noun' | 'suites' | 'judgement' | 'baseline' | 'noBaseline'>

/** Reads the artifacts and merges them. Never rejects. */
export async function reportStep({ inputs, warnings }: Extract<Parsed, { state: 'report' }>, tools: Tools): Promise<Ending> {
  const { log, rim } = tools
  const { mode, annotations, artifact } = inputs
  const origin = originOf(rim.workflowRun, inputs.jobIndex)
  const gate = describeReport(inputs)
  const comment = { mode: inputs.comment, token: inputs.githubToken }
  const common = { mode, gate, annotations, artifact, comment, ...(origin !== undefined && { origin }) }
  const step = startLife(inputs, tools)
  log.say(`report on artifacts, at most ${duration(inputs.timeoutMs)}; ${gate}`)
  for (const warning of warnings) log.warn(warning)
  try {
    const directory = await step.unlessOver(() => createReportDirectory(inputs.reportDirectory, rim.temporary))
    return { ...common, directory, ...(await tellOthers(inputs, step, tools)) }
  } catch (thrown) {
    return { ...common, ...NOTHING, judgement: brokenOff(thrown, tools) }
  } finally {
    step.end()
  }
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

/** Never rejects: where nothing can be read, that is what is told. */
async function tellOthers(inputs: ReportInputs, step: StepLife, tools: Tools): Promise<Told> {
  const { report, policy } = inputs
  try {
    const read = await readArtifacts(report.pattern, step, tools)
    const wish = { expected: report.expected, mustPass: policy.mustPass, attempt: tools.rim.workflowRun.attempt }
    const { notes, notices, warnings, ...merged } = merge(read, wish)
    for (const note of notes) tools.log.say(note)
    for (const notice of notices) tools.log.notice(notice)
    for (const warning of warnings) tools.log.warn(warning)
    return await compared(merged, inputs, step, tools)
  } catch (thrown) {
    const reasons = ['the step ended before all artifacts were read']
    const judgement = thrown instanceof Stopped ? { conclusion: thrown.reason, reasons } : brokenOff(thrown, tools)
    return { ...NOTHING, judgement }
  }
}

/** The suites against this step's own baseline where one is asked for; else they keep that of their job. Changes no verdict. */
async function compared(
  told: Told,
  { baseline: wanted, githubToken: token, artifact, jobIndex }: ReportInputs,
  step: StepLife,
  { rim, redactor }: Tools,
): Promise<Told> {
  if (wanted === undefined) return told
  const { baseline: _, suites, ...others } = told
  const { branch, tolerance } = wanted
  const origin = originOf(rim.workflowRun, jobIndex)
  const same = { provider: told.provider, suites: suites.map(({ suite }) => suite), artifactName: artifact?.name, origin }
  const { baselineFor } = await import('./baseline.ts')
  const found = await step
    .unlessOver(() => baselineFor({ ...same, branch, token }, rim, step.signal, (text) => redactor.redact(visible(text))))
    .catch(() => ({ state: 'none', why: 'the baseline did not come before the step ended' }) as const)
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
