/** From the outcome to what `report.html` carries. */
import { hash } from 'node:crypto'
import {
  type ArtifactPage,
  type Baseline,
  type Comparison,
  isJudged,
  passRateOf,
  type StepOutcome,
  type SuiteOutcome,
  sumCounts,
  type TrendPoint,
  worstMetrics,
} from '../../outcome.ts'
import type { Case } from '../../results.ts'
import { isoMoment } from '../../time-spans.ts'
import { cut } from '../../untrusted.ts'
import { advice, verdictWords } from '../advice.ts'
import { logBytesOf, logData } from './log-data.ts'
import type {
  ArtifactData,
  BaselineData,
  CaseData,
  Change,
  FiguresData,
  PageData,
  Pair,
  SuiteData,
  TrendData,
} from './page-data.ts'

/** The page of an outcome without its cases; `textLimit` is what {@link textLimitOf} gave. */
export function headData(outcome: StepOutcome, textLimit: number): Omit<PageData, 'cases'> {
  const { provider, noun, conclusion, message, reasons, gate, suites, baseline, noBaseline, findings } = outcome
  const words = advice(outcome)
  const logBytes = logBytesOf(outcome)
  return {
    ...(provider !== '' && { provider }),
    noun,
    conclusion,
    verdict: plainVerdict(outcome.conclusion, outcome.mode),
    message,
    reasons,
    ...(words !== undefined && { advice: words.replace(/<\/?code>/g, '') }),
    ...(gate !== '' && isJudged(outcome) && { gate }),
    finished: minute(outcome.finishedAt),
    durationMs: Math.max(0, outcome.finishedAt - outcome.startedAt),
    total: figuresData(suites),
    suites: suites.map((suite) => suiteData(suite, outcome.mode, logBytes)),
    ...(baseline !== undefined && { baseline: baselineData(baseline) }),
    ...(noBaseline !== undefined && { noBaseline }),
    ...(findings !== undefined && findings.length > 0 && { findings }),
    ...(Number.isFinite(textLimit) && { textLimit }),
  }
}

/** The verdict in words, without its sign: a page has signs of its own. */
export function plainVerdict(conclusion: StepOutcome['conclusion'], mode: string): string {
  return verdictWords(conclusion, mode).replace(/^\S+ /, '')
}

function suiteData(outcome: SuiteOutcome, mode: string, logBytes: number): SuiteData {
  const { suite, conclusion, runId, runUrl, reasons, said, durationMs, results, files, comparison, artifact } = outcome
  const page = webAddress(runUrl)
  const log = logData(outcome, logBytes)
  return {
    name: suite,
    conclusion,
    verdict: plainVerdict(conclusion, mode),
    ...(runId !== undefined && { runId }),
    ...(page !== undefined && { runUrl: page }),
    reasons,
    ...(said !== undefined && { said }),
    durationMs,
    ...(results !== undefined && { figures: figuresData([outcome]) }),
    listed: results?.cases.length ?? 0,
    more: [...(results?.figures ?? [])],
    contradictions: results?.contradictions ?? [],
    warnings: results?.warnings ?? [],
    files,
    ...(log !== undefined && { log }),
    ...(artifact !== undefined && { artifact: artifactData(artifact) }),
    ...(comparison !== undefined && { gone: comparison.gone, metricChanges: comparison.metrics }),
  }
}

function artifactData({ name, url }: ArtifactPage): ArtifactData {
  const page = webAddress(url)
  return { name, ...(page !== undefined && { url: page }) }
}

function figuresData(suites: readonly SuiteOutcome[]): FiguresData {
  const rate = passRateOf(suites)
  return { ...sumCounts(suites), ...(rate !== undefined && { passRate: rate }), metrics: worstMetrics(suites) }
}

function baselineData({ branch, runUrl, trend }: Baseline): BaselineData {
  const url = webAddress(runUrl)
  return { branch, ...(url !== undefined && { url }), trend: trend.map(trendData) }
}

function trendData({ finishedAt, runUrl, passRate: rate, metrics }: TrendPoint): TrendData {
  const url = webAddress(runUrl)
  return {
    finished: minute(finishedAt),
    ...(url !== undefined && { url }),
    ...(rate !== undefined && { passRate: rate }),
    metrics,
  }
}

/** The address, or nothing where it is none of the web or could be read for another one, so that no other ever becomes a link. */
function webAddress(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\/[^\s@]+$/.test(address)) return undefined
  return URL.parse(address)?.href
}

function minute(ms: number): string {
  return `${isoMoment(ms).slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')} UTC`
}

/** All cases of the step, suite by suite, in the vendor's order. */
export function* casesData({ suites }: StepOutcome, textLimit: number): Generator<CaseData> {
  for (const [index, { suite, results, comparison }] of suites.entries()) {
    const changes = changesByName(comparison)
    for (const each of results?.cases ?? []) {
      const change = changes.get(each.name)
      const link = caseLink(suite, each.name)
      yield { link, suite: index, ...caseData(each, textLimit), ...(change !== undefined && { change }) }
    }
  }
}

function changesByName(comparison: Comparison | undefined): ReadonlyMap<string, Change> {
  if (comparison === undefined) return new Map()
  const { regressions, fixed, stillFailing, added } = comparison
  const named = (names: readonly string[], change: Change) => names.map((name) => [name, change] as const)
  return new Map([
    ...named(added, 'new'),
    ...named(stillFailing, 'still failing'),
    ...named(fixed, 'fixed'),
    ...named(regressions, 'regression'),
  ])
}

/** In characters of a digest: among 100,000 cases, two have the same link once in 30,000 reports. */
const LINK_CHARACTERS = 8

/** What follows `#` in the link to a case of `report.html`: made of the names alone, so that it holds from run to run. */
export function caseLink(suite: string, name: string): string {
  const digest = hash('sha256', JSON.stringify([suite, name]), 'base64url')
  return `case-${digest.slice(0, LINK_CHARACTERS)}`
}

function caseData(each: Case, limit: number): Omit<CaseData, 'link' | 'suite' | 'change'> {
  const { name, status, message, durationMs, flaky, tries, checks, facts, turns = [], quarantine, place } = each
  const short = (text: string): string => cut(text, limit)
  const pair = (one: string, other: string): Pair => [short(one), short(other)]
  return {
    name: short(name),
    status,
    ...(message !== undefined && { message: short(message) }),
    ...(durationMs !== undefined && { durationMs }),
    ...(flaky && { flaky }),
    ...(tries > 1 && { tries }),
    ...(checks.length > 0 && {
      checks: checks.map(({ what, expected, found, passed }) => [short(what), short(expected), short(found), passed] as const),
    }),
    ...(facts.size > 0 && { facts: [...facts].map(([label, text]) => pair(label, text)) }),
    ...(turns.length > 0 && { turns: turns.map(({ speaker, text }) => pair(speaker, text)) }),
    ...(quarantine !== undefined && { quarantine }),
    ...(place !== undefined && { place }),
  }
}

/** How long texts may be, the first that fits. */
const TEXT_LIMITS = [Number.POSITIVE_INFINITY, 20_000, 2000, 500, 200] as const

/** In characters of all texts of cases together: a browser has read so much in a second. */
const PAGE_CHARACTERS = 48 * 1024 * 1024

/** How many characters each text of a case may have, for the page to stay light. Names are texts too; no case is left out. */
export function textLimitOf({ suites }: StepOutcome): number {
  const sums = TEXT_LIMITS.map(() => 0)
  for (const { results } of suites) {
    for (const each of results?.cases ?? []) {
      for (const text of textsOf(each)) {
        for (const [index, limit] of TEXT_LIMITS.entries()) sums[index] = (sums[index] ?? 0) + Math.min(limit, text.length)
      }
    }
  }
  const fitting = TEXT_LIMITS.find((_, index) => (sums[index] ?? 0) <= PAGE_CHARACTERS)
  return fitting ?? TEXT_LIMITS[TEXT_LIMITS.length - 1] ?? 0
}

function* textsOf({ name, message = '', checks, facts, turns = [] }: Case): Generator<string> {
  yield name
  yield message
  for (const { what, expected, found } of checks) yield* [what, expected, found]
  for (const fact of facts) yield* fact
  for (const { speaker, text } of turns) yield* [speaker, text]
}
