/** Who judges the suites of a step and then the step: by the policy, the quarantine file, and the baseline. */
import type { Ending } from './ending.ts'
import type { WantedBaseline } from './gate-inputs.ts'
import type { Inputs } from './inputs.ts'
import { judges } from './modes.ts'
import type { Baseline, SuiteOutcome } from './outcome.ts'
import type { QuarantineEntry } from './quarantine-file.ts'
import type { Results } from './results.ts'
import { inOneLine, sentenceAndLines } from './sentences.ts'
import type { StepLife } from './step.ts'
import { judgeStep } from './step-verdict.ts'
import { isoMoment } from './time-spans.ts'
import { type Against, describeGate, type Judgement, judgeSuite, type Policy } from './verdict.ts'
import type { Tools } from './world.ts'

/** The baseline, or why there is none: a sentence, and below it what the user can do, where it takes lines of its own. */
export type FoundBaseline =
  | { readonly state: 'found'; readonly baseline: Baseline; readonly suites: readonly SuiteOutcome[] }
  | { readonly state: 'none'; readonly why: string }

/** The judge of a step. */
export interface Judge {
  /** Begins to look for the baseline, so that it is there when the first suite is over. Called again it does nothing. */
  begin(): void
  /** Judges one suite by its results, as they are told to people. */
  suite(name: string, results: Results): Promise<Judgement & Pick<SuiteOutcome, 'results' | 'comparison'>>
  /** Partial results as they are told to people, with quarantine as it is for others. Judges nothing. */
  partial(name: string, results: Results): Promise<Results>
  /** Judges the step by its suites, and tells of the quarantine file what it should be told. */
  step(suites: readonly SuiteOutcome[]): Promise<Pick<Ending, 'suites' | 'judgement' | 'gate' | 'baseline' | 'noBaseline'>>
}

/** What a judge goes by. */
export type Measure = Pick<Inputs, 'mode' | 'policy' | 'baseline' | 'quarantinePath'> & {
  readonly provider: { readonly noun: string }
  /** The inputs that were given and choose which cases run. */
  readonly filters?: readonly string[]
}

/** What the gate asks for, in words; empty for a step that only starts or stops a run, as it judges nothing. */
export function gateOf({ mode, policy, provider, baseline }: Measure): string {
  return judges(mode) ? describeGate(policy, provider.noun, baseline) : ''
}

/** Looks for a baseline. Never rejects. */
export type SeekBaseline = (wanted: WantedBaseline) => Promise<FoundBaseline>

/** A judge; rejects with a `Trouble` of kind `config` when the quarantine file is not what it should be. */
export async function appointJudge(
  measure: Measure,
  seek: SeekBaseline,
  life: Pick<StepLife, 'unlessOver'>,
  tools: Tools,
): Promise<Judge> {
  const entries = await life.unlessOver(() => quarantineOf(measure, tools))
  const today = isoMoment(tools.rim.clock.wall()).slice(0, 'yyyy-mm-dd'.length)
  let seeking: Promise<FoundBaseline> | undefined
  const begin = (): void => {
    const { baseline } = measure
    if (baseline !== undefined) seeking ??= seek(baseline)
  }
  return {
    begin,
    async suite(name, found) {
      const results = await excusing(found, name, entries, today, measure.policy)
      const against = await againstBaseline(name, results, measure, await seeking)
      const judgement = withFilters(judgeSuite(results, measure.policy, measure.provider.noun, against), results, measure)
      const { comparison } = against ?? {}
      return { ...judgement, results, ...(typeof comparison === 'object' && { comparison }) }
    },
    partial: (name, found) => excusing(found, name, entries, today, measure.policy),
    async step(suites) {
      const told = await tellIdle(suites, entries, today, tools)
      const found = await seeking
      if (found?.state === 'none') tools.log.warn(...sentenceAndLines(found.why))
      return { suites: told, ...verdictOn(told, measure, found) }
    },
  }
}

/** Where too few cases ran, the inputs that choose them are the first to look at. */
function withFilters(judgement: Judgement, { counts }: Results, { filters = [], policy, provider }: Measure): Judgement {
  const isEnough = counts.total - counts.skipped >= policy.minTests
  if (judgement.conclusion !== 'inconclusive' || isEnough || filters.length === 0) return judgement
  const names = [filters.slice(0, -1).join(', '), ...filters.slice(-1)].filter((part) => part !== '').join(' and ')
  const [choose, fit] = filters.length === 1 ? ['chooses', 'fits'] : ['together choose', 'fit']
  const remedy = `check that ${names}, which ${choose} the ${provider.noun} that run, ${fit} some`
  return { ...judgement, reasons: [...judgement.reasons, remedy] }
}

/** A step that only stops a run judges nothing, and must not be held up by a file. */
async function quarantineOf({ mode, quarantinePath }: Measure, { rim, redactor }: Tools): Promise<readonly QuarantineEntry[]> {
  if (quarantinePath === undefined || mode === 'cancel') return []
  // Loaded only when it is asked for, as YAML is large.
  const { readQuarantine } = await import('./quarantine-file.ts')
  const entries = await readQuarantine(quarantinePath, rim.workspace)
  return entries.map((entry) => ({ ...entry, reason: redactor.redact(entry.reason) }))
}

async function excusing(
  results: Results,
  suite: string,
  entries: readonly QuarantineEntry[],
  today: string,
  { mustPass }: Policy,
): Promise<Results> {
  if (entries.length === 0) return results
  const { excused, readmitted } = await import('./quarantine.ts')
  return readmitted(excused(results, suite, entries, today), mustPass)
}

async function againstBaseline(
  suite: string,
  results: Results,
  { baseline: wanted }: Measure,
  found: FoundBaseline | undefined,
): Promise<Against | undefined> {
  if (wanted === undefined || found?.state !== 'found') return undefined
  const { compareSuite } = await import('./comparison.ts')
  const before = found.suites.find((each) => each.suite === suite)
  return { ...wanted, comparison: compareSuite(results, before, wanted.tolerance) }
}

/** The suites with what is to be told of entries that do nothing any more. */
async function tellIdle(
  suites: readonly SuiteOutcome[],
  entries: readonly QuarantineEntry[],
  today: string,
  { log, redactor }: Tools,
): Promise<readonly SuiteOutcome[]> {
  if (entries.length === 0) return suites
  const { idleEntries } = await import('./quarantine.ts')
  const idle = idleEntries(suites, entries, today)
  // In one warning, since the runner shows but a few of a step.
  if (idle.size > 0) log.warn([...idle.values()].flat().join('; '))
  return suites.map((each) => {
    const warnings = idle.get(each.suite)
    if (each.results === undefined || warnings === undefined) return each
    const told = [...each.results.warnings, ...warnings.map(redactor.redact)]
    return { ...each, results: { ...each.results, warnings: told } }
  })
}

function verdictOn(
  suites: readonly SuiteOutcome[],
  measure: Measure,
  found: FoundBaseline | undefined,
): Omit<Awaited<ReturnType<Judge['step']>>, 'suites'> {
  const { mode, policy } = measure
  const judgement = judgeStep(suites, policy, mode)
  if (found?.state !== 'none')
    return { judgement, gate: gateOf(measure), ...(found !== undefined && { baseline: found.baseline }) }
  const why = inOneLine(found.why)
  const note = policy.failOn === 'regressions' ? [`treated as fail-on: failures, because ${why}`] : []
  const reasons = [...judgement.reasons, ...note]
  return { judgement: { ...judgement, reasons }, gate: gateOf({ ...measure, baseline: undefined }), noBaseline: found.why }
}
