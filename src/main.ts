/** The story of a step: inputs, suites, verdict, reports. */
import { countOf } from './count-words.ts'
import { type Ending, refusedStep, stepOutcome, whereTo } from './ending.ts'
import { framed } from './frame.ts'
import type { Parsed } from './inputs.ts'
import { appointJudge, gateOf, type SeekBaseline } from './judge.ts'
import type { Rim } from './rim.ts'
import { tellSuites } from './suites.ts'
import { roundedSpan } from './time-spans.ts'
import { isGreen } from './verdict.ts'
import { createTools, readInputs, type Tools } from './world.ts'

/** Runs the step and gives its exit code; a vendor, GitHub or a disk that fails does not make it reject. */
export async function main(rim: Rim): Promise<0 | 1> {
  const startedAt = rim.clock.wall()
  const tools = createTools(rim)
  const ending = await endingOf(await readInputs(tools), tools)
  const outcome = stepOutcome(ending, startedAt, tools)
  // Loaded here since no report is needed to start a run, and a quick start is worth more.
  const { publish } = await import('./publish.ts')
  const isTold = await publish(outcome, { ...tools, ...ending })
  tools.log.say(`${outcome.conclusion}: ${outcome.message}`)
  return isTold && isGreen(outcome) ? 0 : 1
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
async function vendorStep(parsed: Extract<Parsed, { state: 'ready' }>, tools: Tools): Promise<Ending> {
  const { inputs } = parsed
  const { mode, suites: wanted } = inputs
  const { name: provider, noun } = inputs.provider
  const gate = gateOf(inputs)
  const task = `${mode} ${countOf(wanted.length, 'suites')}, at most ${roundedSpan(inputs.timeoutMs)}`
  const plan = `${provider}: ${[task, ...(gate === '' ? [] : [gate])].join('; ')}`
  const told = { provider, noun, mode, gate, suites: [], ...whereTo(inputs, tools) }
  return framed(parsed, { plan, told }, tools, async (step, making) => {
    const seek: SeekBaseline = async ({ branch }) => {
      const { baselineOfStep } = await import('./baseline.ts')
      const suites = wanted.map(({ name }) => name)
      return baselineOfStep({ provider, suites, branch }, inputs, step.signal, tools)
    }
    const [directory, judge] = await Promise.all([making, appointJudge(inputs, seek, step, tools)])
    const suites = await tellSuites(inputs, step, directory, judge, tools)
    return judge.step(suites)
  })
}
