/** What a step of another job says of itself, made fit to be shown: whoever could write an artifact can have written it. Pure. */
import { mapTexts } from './map-texts.ts'
import type { JudgedStep } from './merge.ts'
import type { Comparison, SuiteOutcome } from './outcome.ts'
import type { Case, Results } from './results.ts'

type Change = (text: string) => string

/** The step with every text changed, such as redacted, and without names and addresses that ours would not have. */
export function foreignStep(step: JudgedStep, change: Change): JudgedStep {
  const { provider, noun, mode, conclusion, errorKind, reasons, suites, baseline, origin } = step
  const compared = pageOf(baseline?.runUrl)
  return {
    provider: /^[a-z][a-z0-9-]{0,40}$/.test(provider) ? provider : '',
    noun: /^[a-z][a-z -]{0,40}$/.test(noun) ? noun : 'cases',
    mode: change(mode),
    conclusion,
    ...(errorKind !== undefined && { errorKind }),
    reasons: reasons.map(change),
    suites: suites.map((suite) => foreignSuite(suite, change)),
    ...(baseline !== undefined &&
      compared !== undefined && { baseline: { branch: change(baseline.branch), runUrl: compared, trend: [] } }),
    ...(origin !== undefined && { origin: { ...origin, job: change(origin.job), step: change(origin.step) } }),
  }
}

function foreignSuite(outcome: SuiteOutcome, change: Change): SuiteOutcome {
  const { suite, runId, runUrl, conclusion, errorKind, reasons, said, results, durationMs, comparison } = outcome
  const page = pageOf(runUrl)
  return {
    suite: change(suite),
    ...(runId !== undefined && { runId: change(runId) }),
    ...(page !== undefined && { runUrl: page }),
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

/** An address that can be put out and linked: one line, of the web. */
function pageOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address)
  return url?.protocol === 'https:' && url.username === '' ? url.href : undefined
}

function foreignResults(results: Results, change: Change): Results {
  const { failure, doubt } = results
  const mapped = mapTexts(results, change)
  return {
    ...mapped,
    cases: mapped.cases.map((each) => foreignCase(each, change)),
    ...(failure !== undefined && { failure: change(failure) }),
    ...(doubt !== undefined && { doubt: change(doubt) }),
  }
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
