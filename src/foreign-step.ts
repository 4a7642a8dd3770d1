/** What a step of another job says of itself, made fit to be shown: whoever could write an artifact can have written it. Pure. */
import { mapTexts } from './map-texts.ts'
import type { JudgedStep } from './merge.ts'
import { MODES } from './modes.ts'
import type { Comparison, SuiteOutcome } from './outcome.ts'
import type { Case, Results } from './results.ts'
import { isRunId } from './run-id.ts'

type Change = (text: string) => string

/**
 * The step with every text changed, such as redacted, and without names and addresses that ours would not have. An address is
 * kept only of a workflow run: one that begins with `pages` and ends with the run's number.
 */
export function foreignStep(step: JudgedStep, change: Change, pages: string): JudgedStep {
  const { provider, noun, mode, conclusion, errorKind, reasons, suites, baseline, origin, startedAt, finishedAt } = step
  return {
    provider: /^[a-z][a-z0-9-]{0,40}$/.test(provider) ? provider : '',
    noun: /^[a-z][a-z -]{0,40}$/.test(noun) ? noun : 'cases',
    mode: MODES.find((known) => known === mode) ?? 'unknown',
    conclusion,
    ...(errorKind !== undefined && { errorKind }),
    ...{ startedAt, finishedAt },
    reasons: reasons.map(change),
    suites: suites.map((suite) => foreignSuite(suite, change)),
    ...(baseline !== undefined &&
      isRunPage(baseline.runUrl, pages) && { baseline: { ...baseline, branch: change(baseline.branch), trend: [] } }),
    ...(origin !== undefined && { origin: { ...origin, job: change(origin.job), step: change(origin.step) } }),
  }
}

/** In UTF-16 units. */
const LONGEST_RUN_ID = 2000

/** The page of the vendor is left out: nothing tells a true one from one that leads elsewhere. */
function foreignSuite(outcome: SuiteOutcome, change: Change): SuiteOutcome {
  const { suite, runId, conclusion, errorKind, reasons, said, results, durationMs, comparison } = outcome
  return {
    suite: change(suite),
    ...(runId !== undefined && isRunId(runId) && runId.length <= LONGEST_RUN_ID && { runId: change(runId) }),
    conclusion,
    ...(errorKind !== undefined && { errorKind }),
    reasons: reasons.map(change),
    ...(said !== undefined && { said: change(said) }),
    ...(results !== undefined && { results: foreignResults(results, change) }),
    files: [],
    durationMs,
    ...(comparison !== undefined && { comparison: foreignComparison(comparison, change) }),
  }
}

/** Whether an address is the page of a workflow run; `pages` is what those of a repository begin with. */
export function isRunPage(address: string, pages: string): boolean {
  return address.startsWith(pages) && /^\d{1,20}$/.test(address.slice(pages.length))
}

function foreignResults(results: Results, change: Change): Results {
  const mapped = mapTexts(results, change)
  return { ...mapped, cases: mapped.cases.map((each) => foreignCase(each, change)) }
}

/** What only our own steps write into a case. A place leads nowhere but into the workspace. */
function foreignCase(each: Case, change: Change): Case {
  const { quarantine, place, ...rest } = each
  if (quarantine === undefined && place === undefined) return each
  return {
    ...rest,
    ...(quarantine !== undefined && { quarantine: { reason: change(quarantine.reason), expires: change(quarantine.expires) } }),
    ...(place !== undefined && isInside(place.path) && { place: { ...place, path: change(place.path) } }),
  }
}

function isInside(path: string): boolean {
  return !/^[/\\]|^[a-z]:|\p{Cc}/iu.test(path) && !path.split(/[/\\]/).includes('..')
}

function foreignComparison(comparison: Comparison, change: Change): Comparison {
  const { regressions, fixed, stillFailing, added, gone, metrics } = comparison
  return {
    regressions: regressions.map(change),
    fixed: fixed.map(change),
    stillFailing: stillFailing.map(change),
    added: added.map(change),
    gone: gone.map(change),
    metrics,
  }
}
