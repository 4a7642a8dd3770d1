/** The story of a step: inputs, suites, verdict, reports. */
import { brokenOff, type Ending, outcomeOf, refusedStep } from './ending.ts'
import type { Parsed } from './inputs.ts'
import { appointJudge, gateOf, type SeekBaseline } from './judge.ts'
import { duration } from './progress.ts'
import { countOf } from './report/figures.ts'
import { createReportDirectory } from './report-directory.ts'
import type { Rim } from './rim.ts'
import { tellSuites } from './suites.ts'
import { visible } from './untrusted.ts'
import { isGreen } from './verdict.ts'
import { originOf } from './workflow-run.ts'
import { createTools, readInputs, startLife, type Tools } from './world.ts'

/** Runs the step and gives its exit code; a vendor, GitHub or a disk that fails does not make it reject. */
export async function main(rim: Rim): Promise<0 | 1> {
  const startedAt = rim.clock.wall()
  const tools = createTools(rim)
  const ending = await endingOf(await readInputs(tools), tools)
  const outcome = outcomeOf(ending, startedAt, tools)
  // Loaded here since no report is needed to start a run, and a quick start is worth more.
  const { publish } = await import('./publish.ts')
  await publish(outcome, { ...tools, ...ending })
  tools.log.say(`${outcome.conclusion}: ${outcome.message}`)
  return isGreen(outcome) ? 0 : 1
}

/** What the inputs ask for, done. */
async function endingOf(parsed: Parsed, tools: Tools): Promise<Ending> {
  switch (parsed.state) {
    case 'ready':
      return vendorStep(parsed, tools)
    case 'doctor': {
      const { doctorStep } = await import('./doctor.ts')
      return doctorStep(parsed, tools)
    }
    case 'report': {
      const { reportStep } = await import('./report-mode.ts')
      return reportStep(parsed, tools)
    }
    case 'mistaken':
    case 'no credentials':
      return refusedStep(parsed, tools)
  }
}

/** The modes `run`, `start`, `collect` and `cancel`. */
async function vendorStep({ inputs, warnings }: Extract<Parsed, { state: 'ready' }>, tools: Tools): Promise<Ending> {
  const { log, rim, redactor } = tools
  const { provider, mode, suites: wanted, annotations, artifact } = inputs
  const gate = gateOf(inputs)
  const origin = originOf(rim.workflowRun, inputs.jobIndex)
  const comment = { mode: inputs.comment, token: inputs.githubToken }
  const told = { annotations, artifact, comment, ...(origin !== undefined && { origin }) }
  const common = { provider: provider.name, noun: provider.noun, mode, gate, ...told }
  const step = startLife(inputs, tools)
  const making = step.unlessOver(() => createReportDirectory(inputs.reportDirectory, rim.temporary))
  const seek: SeekBaseline = async ({ branch }) => {
    const { baselineFor } = await import('./baseline.ts')
    const suites = wanted.map(({ name }) => name)
    const same = { provider: provider.name, suites, artifactName: artifact?.name, origin }
    return baselineFor({ ...same, branch, token: inputs.githubToken }, rim, step.signal, (text) => redactor.redact(visible(text)))
  }
  const plan = [
    `${mode} ${countOf(wanted.length, 'suite')}, at most ${duration(inputs.timeoutMs)}`,
    ...(gate === '' ? [] : [gate]),
  ]
  log.say(`${provider.name}: ${plan.join('; ')}`)
  for (const warning of warnings) log.warn(warning)
  try {
    const [directory, judge] = await Promise.all([making, appointJudge(inputs, seek, step, tools)])
    const suites = await tellSuites(inputs, step, directory, judge, tools)
    return { ...common, directory, ...(await judge.step(suites)) }
  } catch (thrown) {
    // What is known is kept all the same, in the folder that there is.
    const directory = await making.catch(() => undefined)
    return { ...common, ...(directory !== undefined && { directory }), suites: [], judgement: brokenOff(thrown, tools) }
  } finally {
    step.end()
  }
}
