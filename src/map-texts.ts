/** Changing every text of the vendor in the results of a run, such as for redaction. Pure. */
import { endOfLog } from './log-end.ts'
import { type Case, type Results, uniqueNames } from './results.ts'

/**
 * The results with every text of the vendor changed, such as redacted; names stay unique, and of a log the end is left. What
 * the change leaves as it is stays the same object, so that a large result is not in memory twice.
 */
export function mapTexts(results: Results, changeText: (text: string) => string): Results {
  const change = memoised(changeText)
  const changed = results.cases.map(({ name }) => change(name) || NAMELESS)
  const names = changed.some((name, index) => name !== results.cases[index]?.name) ? uniqueNames(changed) : changed
  const { failure, doubt, log } = results
  return {
    ...results,
    ...(failure !== undefined && { failure: change(failure) }),
    ...(doubt !== undefined && { doubt: change(doubt) }),
    cases: results.cases.map((each, index) => mapCase(each, names[index] ?? '', change)),
    figures: mapValues(results.figures, change),
    contradictions: results.contradictions.map(change),
    warnings: results.warnings.map(change),
    ...(log !== undefined && { log: endOfLog(log, changeText) }),
  }
}

/** A name of which nothing is left to see is called the same in every report and on every baseline. */
const NAMELESS = '(no name)'

const LONGEST_REMEMBERED = 64
const MOST_REMEMBERED = 10_000

/** The same change, made once for each of the short texts that cases have in common. */
function memoised(change: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return change(text)
    const changed = known.get(text) ?? change(text)
    if (known.size < MOST_REMEMBERED) known.set(text, changed)
    return changed
  }
}

function mapCase(each: Case, name: string, change: (text: string) => string): Case {
  const checks = mapItems(each.checks, ['what', 'expected', 'found'], change)
  const facts = mapValues(each.facts, change)
  const message = each.message && change(each.message)
  const turns = each.turns && mapItems(each.turns, ['speaker', 'text'], change)
  const isSame = name === each.name && message === each.message && checks === each.checks
  if (isSame && facts === each.facts && turns === each.turns) return each
  return { ...each, name, checks, facts, ...(message !== undefined && { message }), ...(turns !== undefined && { turns }) }
}

/** The items with the texts of these fields changed. */
function mapItems<Name extends string, Item extends Readonly<Record<Name, string>>>(
  items: readonly Item[],
  names: readonly Name[],
  change: (text: string) => string,
): readonly Item[] {
  const isSame = (item: Item): boolean => names.every((name) => change(item[name]) === item[name])
  if (items.every(isSame)) return items
  return items.map((item) => ({ ...item, ...Object.fromEntries(names.map((name) => [name, change(item[name])])) }))
}

function mapValues(map: ReadonlyMap<string, string>, change: (text: string) => string): ReadonlyMap<string, string> {
  const isSame = [...map].every(([key, value]) => change(key) === key && change(value) === value)
  return isSame ? map : new Map([...map].map(([key, value]) => [change(key), change(value)] as const))
}
