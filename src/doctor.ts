/** The mode `doctor`: looks at everything that can be looked at without starting a run, and tells what holds. */
import { countOf } from './count-words.ts'
import type { Ending } from './ending.ts'
import { fewTries } from './few-tries.ts'
import { framed } from './frame.ts'
import type { DoctorInputs, Parsed } from './inputs.ts'
import type { Finding } from './outcome.ts'
import { listenAtDoor, type Overheard } from './overheard.ts'
import type { Suite } from './providers/provider.ts'
import { STATE_WORDS } from './report/figures.ts'
import type { ReportDirectory } from './report-directory.ts'
import type { StepLife } from './step.ts'
import { examineSurroundings } from './surroundings.ts'
import { roundedSpan } from './time-spans.ts'
import { asTrouble, type Trouble } from './trouble.ts'
import type { Judgement } from './verdict.ts'
import { Stopped, stoppedBy } from './wait.ts'
import { createWorld, type Tools } from './world.ts'

/** Examines and judges. Never rejects. */
export async function doctorStep(parsed: Extract<Parsed, { state: 'doctor' }>, tools: Tools): Promise<Ending> {
  const { inputs } = parsed
  const { provider, mode, annotations } = inputs
  const frame = {
    plan: `${provider.name}: doctor, which starts nothing; at most ${roundedSpan(inputs.timeoutMs)}`,
    told: { provider: provider.name, noun: provider.noun, mode, gate: '', suites: [], annotations },
    whenStopped: 'before everything was checked',
  }
  return framed(parsed, frame, tools, async (step, making) => {
    const examinedAll = await examineAll(inputs, step, await making, tools)
    const findings = [INPUTS_FIT, ...examinedAll].map((finding) => redacted(finding, tools))
    for (const finding of findings) tools.log.say(`${STATE_WORDS[finding.state]} ${finding.what}: ${finding.detail}`)
    return { findings, judgement: verdictOf(findings) }
  })
}

const INPUTS_FIT: Finding = {
  what: 'inputs',
  state: 'holds',
  detail: 'all inputs that this provider needs are set and fit together',
}

async function examineAll(inputs: DoctorInputs, step: StepLife, directory: ReportDirectory, tools: Tools): Promise<Finding[]> {
  const world = createWorld(inputs, step, tools)
  const overheard: Overheard = listenAtDoor(world.door, tools.rim.clock)
  const vendor = inputs.connect({ ...world, door: overheard.door })
  const suites: Finding[] = []
  for (const { name, path } of inputs.suites) suites.push(...(await examineSuite(name, vendor.suite(name, path), step)))
  const files: Finding = { what: 'report directory', state: 'holds', detail: `${directory.path} can be written to` }
  const quarantine = await examineQuarantine(inputs, step, tools)
  const surroundings = await examineSurroundings(inputs, step, tools)
  // What was not looked at any more is no fault of GitHub.
  if (step.signal.aborted) throw stoppedBy(step.signal)
  return [...overheard.findings(), ...suites, ...quarantine, files, ...surroundings]
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

/** Tries of what is only looked at: the first one, and one more where a trouble can pass. */
const MOST_TRIES = 2

async function examineSuite(name: string, suite: Suite, step: StepLife): Promise<Finding[]> {
  const { check } = suite
  const files =
    check === undefined ? [] : [await examined(`suite-path of ${name}`, 'it can be sent as it is', () => step.unlessOver(check))]
  const what = `suite ${name}`
  const canPass = ({ facts }: Trouble): boolean => facts.persistence === 'passing'
  try {
    const { proved, unproved } = await fewTries(step, MOST_TRIES, () => suite.examine(), canPass)
    return [...files, { what, state: 'holds', detail: proved }, ...unproved.map((detail) => unknown(what, detail))]
  } catch (thrown) {
    return [...files, broken(what, thrown)]
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
    return broken(what, thrown)
  }
}

/** The step's own end is no fault of what was looked at. */
function broken(what: string, thrown: unknown): Finding {
  if (thrown instanceof Stopped) throw thrown
  const { message, facts } = asTrouble(thrown)
  return { what, state: 'broken', detail: message, errorKind: facts.kind }
}

function redacted(finding: Finding, { redactor }: Tools): Finding {
  return { ...finding, what: redactor.redact(finding.what), detail: redactor.redact(finding.detail) }
}

const ALL_HOLDS = 'everything that can be checked without a run is OK'

function verdictOf(findings: readonly Finding[]): Judgement {
  const faults = findings.filter(({ state }) => state === 'broken')
  const [first] = faults
  if (first !== undefined) {
    const reasons = faults.map(({ what, detail }) => `${what}: ${detail}`)
    return { conclusion: 'error', errorKind: first.errorKind ?? 'internal', reasons }
  }
  const open = findings.filter(({ state }) => state === 'unknown').length
  const rest = open === 0 ? '' : `; ${countOf(open, 'things')} can only be checked by a run`
  const limited = findings.filter(({ state }) => state === 'limited').map(({ what }) => what)
  const fact = limited.length > 0 ? `nothing a run needs is broken; limited: ${limited.join(', ')}` : ALL_HOLDS
  return { conclusion: 'passed', reasons: [fact + rest] }
}
