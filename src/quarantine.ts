/** Failures that are known: shown, and not counted. Pure. */
import { firstOf } from './count-words.ts'
import { hasWholeResults, type SuiteOutcome } from './outcome.ts'
import type { QuarantineEntry } from './quarantine-file.ts'
import type { Case, Quarantine, Results } from './results.ts'
import { demandedOf } from './step-verdict.ts'
import { brief } from './untrusted.ts'
import { matchesWildcard } from './wildcard.ts'

/** The results of a suite with every failed case that is in quarantine on that day out of the counts. What could not be run stays in. */
export function excused(results: Results, suite: string, entries: readonly QuarantineEntry[], today: string): Results {
  const holding = entries.filter((entry) => !isExpired(entry, today) && isAbout(entry, suite))
  if (holding.length === 0) return results
  const cases = results.cases.map((each) => (each.status === 'failed' ? excusedCase(each, holding) : each))
  const excusedNow = cases.filter(({ quarantine }) => quarantine !== undefined).length
  // What a vendor counts beside its rows has no name, so nobody can excuse it.
  const { failed, quarantined } = results.counts
  const moved = Math.min(failed, excusedNow)
  return { ...results, cases, counts: { ...results.counts, failed: failed - moved, quarantined: quarantined + moved } }
}

function excusedCase(each: Case, entries: readonly QuarantineEntry[]): Case {
  const entry = entries.find(({ name }) => isNamed(each, name))
  if (entry === undefined) return each
  const quarantine: Quarantine = { reason: entry.reason, expires: entry.expires }
  return { ...each, quarantine }
}

/** The results with every case that `must-pass` asks for out of quarantine, and back in the counts; a warning tells of them. */
export function readmitted(results: Results, mustPass: readonly string[]): Results {
  const demanded = demandedOf(results.cases, mustPass)
  const names = results.cases.flatMap((each) => (each.quarantine !== undefined && demanded.has(each) ? [each.name] : []))
  if (names.length === 0) return results
  const cases = results.cases.map((each) => (demanded.has(each) ? unexcused(each) : each))
  const { failed, quarantined } = results.counts
  const moved = Math.min(quarantined, names.length)
  return {
    ...results,
    cases,
    counts: { ...results.counts, failed: failed + moved, quarantined: quarantined - moved },
    warnings: [...results.warnings, overriding(names)],
  }
}

const MOST_NAMED = 5

function overriding(names: readonly string[]): string {
  const quoted = names.map((name) => `"${brief(name)}"`)
  const what = names.length === 1 ? 'this failure counts' : 'these failures count'
  return `must-pass overrides quarantine, so ${what}: ${firstOf(quoted, MOST_NAMED)}`
}

function unexcused({ quarantine: _, ...each }: Case): Case {
  return each
}

/** What to tell of entries that do nothing any more, by the suite that it is best told with. */
export function idleEntries(
  suites: readonly SuiteOutcome[],
  entries: readonly QuarantineEntry[],
  today: string,
): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, string[]>()
  for (const entry of entries) {
    const about = suites.filter(({ suite }) => isAbout(entry, suite))
    const home = about.find(({ results }) => results?.cases.some((each) => isNamed(each, entry.name)))
    const sentence = idleness(entry, home !== undefined, about, today)
    const suite = home ?? about.find(({ results }) => results !== undefined) ?? about[0]
    if (sentence !== undefined && suite !== undefined) told.set(suite.suite, [...(told.get(suite.suite) ?? []), sentence])
  }
  return told
}

/** Whether an entry is of any use; nothing is said of cases where a suite has not all its results to look into. */
function idleness(entry: QuarantineEntry, isMatched: boolean, about: readonly SuiteOutcome[], today: string): string | undefined {
  const name = `quarantine: "${entry.name}"`
  if (isExpired(entry, today))
    return `${name} expired on ${entry.expires}, so its failures count; fix the case or extend the date`
  if (isMatched || !about.every(hasWholeResults)) return undefined
  return `${name} matches no case; fix or remove the entry${entry.suite === undefined ? ', or give it the suite that it is for' : ''}`
}

/** An entry holds to the end of its day. Days as ISO writes them are in the order of their letters. */
function isExpired({ expires }: QuarantineEntry, today: string): boolean {
  return expires < today
}

/** A file can serve many steps, so that a suite that is not of this one is none of its business. */
function isAbout(entry: QuarantineEntry, suite: string): boolean {
  return entry.suite === undefined || entry.suite.normalize() === suite.normalize()
}

function isNamed({ name }: Case, pattern: string): boolean {
  return matchesWildcard(name.normalize(), pattern.normalize())
}
