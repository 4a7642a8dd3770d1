/** What every step has around its work: its clock, its first lines in the log, its folder, and an ending whatever happens. */
import { type Ending, judgeBrokenOff } from './ending.ts'
import type { StepInputs } from './inputs.ts'
import { createReportDirectory, type ReportDirectory } from './report-directory.ts'
import type { StepLife } from './step.ts'
import { startLife, type Tools } from './world.ts'

/** Inputs that fit together. */
interface Fitting {
  readonly inputs: StepInputs
  /** What the log is to say of them. */
  readonly warnings: readonly string[]
}

/** What is known of a step before its work, and all that is told of one that breaks off. */
interface Frame {
  /** The first line of the log. */
  readonly plan: string
  readonly told: Omit<Ending, 'judgement' | 'directory'>
  /** When it ended where it ends first, behind `the step ended`; that nothing was sent unless given. */
  readonly whenStopped?: string
}

/** The work of a step; `making` is the folder for its files, which hangs where the disk does. */
type Work = (step: StepLife, making: Promise<ReportDirectory>) => Promise<Partial<Ending> & Pick<Ending, 'judgement'>>

/** Does the work of a step. Never rejects: of one that breaks off is kept what is known, in the folder that there is. */
export async function framed(
  { inputs, warnings }: Fitting,
  { plan, told, whenStopped }: Frame,
  tools: Tools,
  work: Work,
): Promise<Ending> {
  const { log, rim } = tools
  const step = startLife(inputs, tools)
  const making = step.unlessOver(() => createReportDirectory(inputs.reportDirectory, rim.temporary, log.say))
  log.say(plan)
  for (const warning of warnings) log.warn(warning)
  try {
    const done = await work(step, making)
    return { ...told, deadline: step.deadline, ...done, directory: await making }
  } catch (thrown) {
    const directory = await making.catch(() => undefined)
    const judgement = judgeBrokenOff(thrown, told.mode, tools, whenStopped)
    return { ...told, deadline: step.deadline, ...(directory !== undefined && { directory }), judgement }
  } finally {
    step.end()
  }
}
