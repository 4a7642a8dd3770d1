/** This very step in an earlier workflow run: which artifact is its, and what it came to. */
import { join } from 'node:path'
import { LARGEST_ARTIFACT, readArtifactStep } from './artifact-step.ts'
import { foreignStep } from './foreign-step.ts'
import type { Origin, StepOutcome } from './outcome.ts'
import type { FinishedRun, GitHub, RunArtifact } from './rim.ts'
import { LARGEST_STORED_STEP } from './stored-step.ts'

/** What tells this step from all others, in whichever run. */
export interface StepIdentity {
  readonly provider: string
  readonly suites: readonly string[]
  /** The name under which the step keeps its files; what `action.yml` makes of the origin when it is not given. */
  readonly artifactName: string | undefined
  readonly origin: Origin | undefined
}

/** What is needed to read artifacts. */
export interface Reader {
  readonly github: GitHub
  /** Where they are put while they are read. */
  readonly folder: string
  /** How many may still be downloaded. */
  downloads: number
  /** What every text goes through, as those did with which it is compared. */
  readonly change: (text: string) => string
}

/** The step, or why it is not there: the end of a sentence of ours. */
type EarlierStep =
  | { readonly state: 'found'; readonly outcome: StepOutcome }
  | { readonly state: 'none'; readonly reason: string }

/** Of one step there are more only where a job has several steps that upload. */
const MOST_CANDIDATES = 3
/** Of all conclusions these alone say what the cases came to. */
const JUDGED: readonly string[] = ['passed', 'failed']

/** Looks for the step in a run. Rejects with a `Trouble` where GitHub does. */
export async function earlierStep(run: FinishedRun, wanted: StepIdentity, reader: Reader): Promise<EarlierStep> {
  const name = wanted.artifactName ?? defaultName(wanted.origin)
  const candidates = candidatesOf(await reader.github.artifactsOf(run.id), name, wanted.origin)
  let other: EarlierStep = none(`has no artifact like ${name}`)
  for (const artifact of candidates.slice(0, MOST_CANDIDATES)) {
    const found = await read(artifact, wanted, reader)
    if (found.state === 'found' && isSameStep(found.outcome, wanted)) return found
    if (other.state === 'none') other = found
  }
  return other
}

/**
 * The artifacts of the step by their names, those of the newest attempt first. A name that was taken has got a number at its
 * end, and the default name ends with the attempt.
 */
function candidatesOf(artifacts: readonly RunArtifact[], name: string, origin: Origin | undefined): RunArtifact[] {
  const ending = `-${origin?.attempt ?? 1}`
  const stem = name.endsWith(ending) ? name.slice(0, -ending.length) : undefined
  const isDefault = name === defaultName(origin)
  const ranked = artifacts.flatMap((artifact) => {
    const [attempt, number] = stem === undefined ? [] : numbersAfter(stem, artifact.name)
    const [again] = artifact.name === name ? [1] : numbersAfter(name, artifact.name)
    if (!isDefault && again !== undefined) return [{ artifact, attempt: Number.POSITIVE_INFINITY, number: again }]
    return attempt === undefined ? [] : [{ artifact, attempt, number: number ?? 1 }]
  })
  ranked.sort((left, right) => right.attempt - left.attempt || left.number - right.number)
  return ranked.filter(({ attempt }) => !isDefault || attempt === ranked[0]?.attempt).map(({ artifact }) => artifact)
}

function defaultName(origin: Origin | undefined): string {
  return origin === undefined ? 'agent-test-gate' : `agent-test-gate-${origin.job}-${origin.index}-${origin.attempt}`
}

/** The one or two numbers that a name ends with after the stem: `7` and `2` of `stem-7-2`. */
function numbersAfter(stem: string, name: string): number[] {
  const rest = name.startsWith(`${stem}-`) ? name.slice(stem.length + 1) : ''
  return /^\d{1,6}(-\d{1,6})?$/.test(rest) ? rest.split('-').map(Number) : []
}

async function read({ id, name, size }: RunArtifact, wanted: StepIdentity, reader: Reader): Promise<EarlierStep> {
  if (size > LARGEST_ARTIFACT) return none(`has an artifact ${name} that is too large`)
  if (reader.downloads < 1) return none('was not examined, since others could not be used')
  reader.downloads -= 1
  const file = join(reader.folder, `${id}.zip`)
  await reader.github.downloadArtifact(id, file)
  const stored = await readArtifactStep(file, { left: LARGEST_STORED_STEP })
  if (stored.state === 'unreadable') return none(`has an artifact ${name} that cannot be used: ${stored.problem}`)
  const problem = misfit(stored.outcome, wanted)
  return problem === undefined ? { state: 'found', outcome: shown(stored.outcome, wanted, reader) } : none(problem)
}

/** The step as it can be told; a suite of ours keeps the name by which it is looked for. */
function shown(outcome: StepOutcome, wanted: StepIdentity, { change }: Reader): StepOutcome {
  const { suites } = foreignStep(outcome, change, '')
  const ours = new Set(wanted.suites)
  const named = suites.map((each, index) => {
    const stored = outcome.suites[index]?.suite ?? each.suite
    return ours.has(stored) ? { ...each, suite: stored } : each
  })
  return { ...outcome, suites: named }
}

/** Why a step is no measure for this one. */
function misfit({ provider, conclusion, origin, suites }: StepOutcome, wanted: StepIdentity): string | undefined {
  if (provider !== wanted.provider) return 'tested with another provider'
  if (origin !== undefined && wanted.origin !== undefined && !isSameJob(origin, wanted.origin))
    return 'has it only from another job'
  if (!JUDGED.includes(conclusion)) return `ended as ${conclusion}, which judges no case`
  const judged = suites.filter(({ results }) => results !== undefined)
  return judged.some(({ suite }) => wanted.suites.includes(suite)) ? undefined : 'tested other suites'
}

function isSameJob(left: Origin, right: Origin): boolean {
  return left.job === right.job && left.index === right.index
}

function isSameStep({ origin }: StepOutcome, wanted: StepIdentity): boolean {
  return origin === undefined || wanted.origin === undefined || origin.step === wanted.origin.step
}

function none(reason: string): EarlierStep {
  return { state: 'none', reason }
}
