/** The mode `doctor`: looks at everything that can be looked at without starting a run, and tells what holds. */
import { brokenOff, type Ending } from './ending.ts'
import type { DoctorInputs, Parsed } from './inputs.ts'
import type { Finding } from './outcome.ts'
import { listenAtDoor, type Overheard } from './overheard.ts'
import { duration } from './progress.ts'
import type { Suite } from './providers/provider.ts'
import { createReportDirectory, type ReportDirectory } from './report-directory.ts'
import type { StepLife } from './step.ts'
import { examineSurroundings } from './surroundings.ts'
import { asTrouble, type Trouble } from './trouble.ts'
import type { Judgement } from './verdict.ts'
import { Stopped } from './wait.ts'
import { createWorld, startLife, type Tools } from './world.ts'

/** Examines and judges. Never rejects. */
export async function doctorStep(parsed: Extract<Parsed, { state: 'doctor' }>, tools: Tools): Promise<Ending> {
  const { inputs, warnings } = parsed
  const { provider, mode, annotations } = inputs
  const step = startLife(inputs, tools)
  const common = { provider: provider.name, noun: provider.noun, mode, gate: '', suites: [], annotations }
  tools.log.say(`${provider.name}: doctor, which starts nothing; at most ${duration(inputs.timeoutMs)}`)
  for (const warning of warnings) tools.log.warn(warning)
  const making = step.unlessOver(() => createReportDirectory(inputs.reportDirectory, tools.rim.temporary))
  try {
    const directory = await making
    const findings = [INPUTS_FIT, ...(await examineAll(inputs, step, directory, tools))].map((finding) =>
      redacted(finding, tools),
    )
    for (const finding of findings) tools.log.say(`${MARKS[finding.state]} ${finding.what}: ${finding.detail}`)
    return { ...common, directory, findings, judgement: judge(findings) }
  } catch (thrown) {
    const isOver = thrown instanceof Stopped
    const why = 'the step ended before everything was looked at'
    const directory = await making.catch(() => undefined)
    const told = { ...common, ...(directory !== undefined && { directory }) }
    return { ...told, judgement: isOver ? { conclusion: thrown.reason, reasons: [why] } : brokenOff(thrown, tools) }
  } finally {
    step.end()
  }
}

const MARKS: Readonly<Record<Finding['state'], string>> = {
  holds: 'holds',
  broken: 'BROKEN',
  limited: 'limited',
  unknown: 'not checked',
}

const INPUTS_FIT: Finding = { what: 'inputs', state: 'holds', detail: 'all that this provider needs is given, and fits together' }

async function examineAll(inputs: DoctorInputs, step: StepLife, directory: ReportDirectory, tools: Tools): Promise<Finding[]> {
  const world = createWorld(inputs, step, tools)
  const overheard: Overheard = listenAtDoor(world.door, tools.rim.clock)
  const vendor = inputs.connect({ ...world, door: overheard.door })
  const suites: Finding[] = []
  for (const { name, path } of inputs.suites) suites.push(...(await examineSuite(name, vendor.suite(name, path), step)))
  const files: Finding = { what: 'report directory', state: 'holds', detail: `${directory.path} can be written to` }
  const quarantine = await examineQuarantine(inputs, step, tools)
  return [...overheard.findings(), ...suites, ...quarantine, files, ...(await examineSurroundings(inputs, step, tools))]
}

/** A file that is wrong is an error of the step, so that it is broken here too. */
async function examineQuarantine({ quarantinePath: path }: DoctorInputs, step: StepLife, { rim }: Tools): Promise<Finding[]> {
  if (path === undefined) return []
  const read = async (): Promise<void> => {
    const { readQuarantine } = await import('./quarantine-file.ts')
    await step.unlessOver(() => readQuarantine(path, rim.workspace))
  }
  return [await examined('quarantine', 'the file can be read, and every entry in it', read)]
}

async function examineSuite(name: string, suite: Suite, step: StepLife): Promise<Finding[]> {
  const files = suite.check === undefined ? [] : [await examined(`suite-path of ${name}`, 'it can be sent as it is', suite.check)]
  const what = `suite ${name}`
  try {
    const { proved, unproved } = await onceMore(() => suite.examine(), step)
    return [...files, { what, state: 'holds', detail: proved }, ...unproved.map((detail) => unknown(what, detail))]
  } catch (thrown) {
    return [...files, broken(what, asTrouble(thrown), step)]
  }
}

function unknown(what: string, detail: string): Finding {
  return { what, state: 'unknown', detail: `not known without a run: ${detail}` }
}

async function examined(what: string, detail: string, check: () => Promise<void>): Promise<Finding> {
  try {
    await check()
    return { what, state: 'holds', detail }
  } catch (thrown) {
    const { message, facts } = asTrouble(thrown)
    return { what, state: 'broken', detail: message, errorKind: facts.kind }
  }
}

/** What can pass is tried a second time, after the first gap. */
async function onceMore<Value>(action: () => Promise<Value>, { clock, gapMs, signal }: StepLife): Promise<Value> {
  try {
    return await action()
  } catch (thrown) {
    if (asTrouble(thrown).facts.persistence !== 'passing') throw thrown
    await clock.sleep(gapMs, signal)
    return action()
  }
}

/** The step's own end is no fault of the vendor. */
function broken(what: string, { message, facts }: Trouble, { signal }: StepLife): Finding {
  if (signal.aborted) throw new Stopped(signal.reason === 'cancelled' ? 'cancelled' : 'timed-out')
  return { what, state: 'broken', detail: message, errorKind: facts.kind }
}

function redacted(finding: Finding, { redactor }: Tools): Finding {
  return { ...finding, what: redactor.redact(finding.what), detail: redactor.redact(finding.detail) }
}

const ALL_HOLDS = 'everything that can be checked without a run holds'

function judge(findings: readonly Finding[]): Judgement {
  const faults = findings.filter(({ state }) => state === 'broken')
  const [first] = faults
  if (first !== undefined) {
    const reasons = faults.map(({ what, detail }) => `${what}: ${detail}`)
    return { conclusion: 'error', errorKind: first.errorKind ?? 'internal', reasons }
  }
  const open = findings.filter(({ state }) => state === 'unknown').length
  const rest = open === 0 ? '' : `; ${open} ${open === 1 ? 'thing' : 'things'} only a run can show`
  const limited = findings.filter(({ state }) => state === 'limited').map(({ what }) => what)
  const fact = limited.length > 0 ? `nothing is broken that a run needs, but limited is: ${limited.join(', ')}` : ALL_HOLDS
  return { conclusion: 'passed', reasons: [fact + rest] }
}
