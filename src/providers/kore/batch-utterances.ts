/** What the rows of a Kore.ai batch result file say of each utterance, gathered row by row. */
import { createHash } from 'node:crypto'
import { type Case, type CaseStatus, type Check, uniqueNames } from '../../results.ts'
import { createKeptTexts, type Facts, type KeptTexts } from './kept-texts.ts'

/** The trimmed cell of a column, by its plain name such as `expectedintent`; empty where there is none. */
export type Row = (column: string) => string

/** The utterances of a file. */
interface Table {
  /** Takes in the next row. */
  add(row: Row): void
  /** One for each utterance, in the order of the file. */
  cases(): Case[]
}

/** How a check ended, from what says nothing to what decides. */
const OUTCOMES = ['untold', 'right', 'unknown', 'wrong'] as const
type Outcome = (typeof OUTCOMES)[number]

/** What its rows so far say of an utterance. The rows are not kept, since a large file has millions of cells. */
interface Utterance {
  readonly input: string
  expectedIntent: string
  matchedIntent: string
  intent: Outcome
  /** Over all entities; `right` where there are none. */
  entities: Outcome
  /** Those of the entities, behind a place for that of the intent. */
  checks: Check[]
  facts: Facts
}

/** What makes rows belong together: an utterance and its expected intent, in full. */
interface Place {
  readonly input: string
  readonly intent: string
  readonly utterance: Utterance
}

/** A table without rows. */
export function createTable(): Table {
  const utterances: Utterance[] = []
  const byIntent = new Map<string, Map<string, Utterance>>()
  const texts = createKeptTexts()
  let above: Place | undefined

  function utteranceOf(input: string, intent: string, row: Row): Utterance {
    const withIntent = byIntent.get(keyOf(intent)) ?? new Map<string, Utterance>()
    byIntent.set(keyOf(intent), withIntent)
    const known = withIntent.get(keyOf(input))
    if (known !== undefined) return known
    const begun = beginUtterance(texts.own(input), texts.shared(intent), texts.shared(row('matchedintent')))
    withIntent.set(keyOf(input), begun)
    utterances.push(begun)
    return begun
  }

  return {
    add(row) {
      const place = placeOf(row, above, utteranceOf)
      if (above !== undefined && above !== place) trim(above.utterance)
      above = place
      addIntent(place.utterance, row, texts)
      if (row('entityname') !== '') addEntity(place.utterance, row, texts)
      addFacts(place.utterance, row, texts)
    },
    cases() {
      const names = uniqueNames(utterances.map(({ input }) => input))
      return utterances.map((utterance, index) => toCase(names[index] ?? utterance.input, utterance))
    },
  }
}

/**
 * The vendor counts unique assertions, so rows of the same utterance and expected intent are one case wherever they stand.
 * A row without an utterance belongs to the one above.
 */
function placeOf(row: Row, above: Place | undefined, find: (input: string, intent: string, row: Row) => Utterance): Place {
  const input = row('utterance')
  if (input === '' && above !== undefined) return above
  const intent = row('expectedintent') || (above?.input === input ? above.intent : '')
  if (above?.input === input && above.intent === intent) return above
  return { input, intent, utterance: find(input, intent, row) }
}

function beginUtterance(input: string, expectedIntent: string, matchedIntent: string): Utterance {
  const texts = { input, expectedIntent, matchedIntent }
  return { ...texts, intent: 'untold', entities: 'right', checks: [INTENT], facts: NO_FACTS }
}

const INTENT: Check = { what: 'intent', expected: '', found: '', passed: false }

/** So many that copying them once more, where their rows lie apart, is nothing. */
const FEW_CHECKS = 16

/** A list that grew has room for a dozen more, which is most of the memory of a large file. */
function trim(utterance: Utterance): void {
  if (utterance.checks.length <= FEW_CHECKS) utterance.checks = utterance.checks.slice()
}

const NO_FACTS: Facts = new Map()
const LONGEST_KEY = 1_000

/** What stands for a text where texts are looked up, so that none has to be kept for that alone. */
function keyOf(text: string): string {
  return text.length <= LONGEST_KEY ? text : createHash('sha256').update(text).digest('hex')
}

const RESULT_TYPES: ReadonlyMap<string, Outcome> = new Map([
  ['', 'untold'],
  ['truepositive', 'right'],
  ['truenegative', 'right'],
  ['tp', 'right'],
  ['tn', 'right'],
  ['falsepositive', 'wrong'],
  ['falsenegative', 'wrong'],
  ['fp', 'wrong'],
  ['fn', 'wrong'],
])

/** The intent's result stands in `Result Type`; where several rows tell it, the worst counts. */
function addIntent(utterance: Utterance, row: Row, texts: KeptTexts): void {
  const outcome = RESULT_TYPES.get(plain(row('resulttype'))) ?? 'unknown'
  if (graver(utterance.intent, outcome) === utterance.intent) return
  utterance.intent = outcome
  if (outcome !== 'wrong') return
  utterance.expectedIntent = texts.shared(row('expectedintent')) || utterance.expectedIntent
  utterance.matchedIntent = texts.shared(row('matchedintent'))
}

const ENTITY_RESULTS: ReadonlyMap<string, Outcome> = new Map([
  ['true', 'right'],
  ['passed', 'right'],
  ['pass', 'right'],
  ['success', 'right'],
  ['false', 'wrong'],
  ['failed', 'wrong'],
  ['fail', 'wrong'],
  ['failure', 'wrong'],
])

/** The entity's result stands in `Entity Result`. Where it is empty, equal values are proof, and different ones a failure. */
function addEntity(utterance: Utterance, row: Row, texts: KeptTexts): void {
  const [wanted, matched, told] = [row('expectedentityvalue'), row('matchedentityvalue'), row('entityresult').toLowerCase()]
  const isEqual = wanted === matched
  const outcome = told === '' ? (isEqual ? 'right' : 'wrong') : (ENTITY_RESULTS.get(told) ?? 'unknown')
  const expected = texts.own(wanted)
  const found = isEqual ? expected : texts.own(matched)
  utterance.checks.push({ what: texts.shared(`entity ${row('entityname')}`), expected, found, passed: outcome === 'right' })
  utterance.entities = graver(utterance.entities, outcome)
}

function graver(left: Outcome, right: Outcome): Outcome {
  return OUTCOMES.indexOf(left) < OUTCOMES.indexOf(right) ? right : left
}

function plain(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z]/g, '')
}

const FACTS = [
  ['Result type', 'resulttype'],
  ['Parent intent', 'parentintent'],
  ['Task state', 'taskstate'],
  ['Expected entity order', 'expectedentityorder'],
  ['Actual entity order', 'actualentityorder'],
  ['Score of the matched intent (FM/ML/KG)', 'matchedintentscorefmmlkg'],
  ['Score of the expected intent', 'expectedintentscore'],
  ['Elimination info', 'eliminationinfo'],
] as const

/** What the first row that has a fact says of it counts. */
function addFacts(utterance: Utterance, row: Row, texts: KeptTexts): void {
  const { facts } = utterance
  if (FACTS.every(([label, column]) => facts.has(label) || row(column) === '')) return
  const told = FACTS.map(([label, column]) => [label, facts.get(label) ?? texts.shared(row(column))] as const)
  utterance.facts = texts.sharedFacts(new Map(told.filter(([, text]) => text !== '')))
}

function toCase(name: string, { expectedIntent, matchedIntent, intent, entities, checks, facts }: Utterance): Case {
  const status = statusOf(intent, entities)
  const message = status === 'error' ? 'the result file has an unknown result for this utterance' : undefined
  checks[0] = { ...INTENT, expected: expectedIntent, found: matchedIntent, passed: intent === 'right' }
  return { name, status, flaky: false, tries: 1, checks, facts, ...(message !== undefined && { message }) }
}

function statusOf(...outcomes: readonly Outcome[]): CaseStatus {
  if (outcomes.includes('wrong')) return 'failed'
  return outcomes.every((outcome) => outcome === 'right') ? 'passed' : 'error'
}
