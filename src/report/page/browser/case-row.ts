/** A case in the list: its name, and in one line what was expected and what came. */
import { countOf } from '../../../count-words.ts'
import { timeSpan } from '../../../time-spans.ts'
import type { CaseData, PageData } from '../page-data.ts'
import { type Content, element, label, signOf, spoken } from './elements.ts'
import { SIGN_WORDS, signName } from './standing.ts'
import { oneLine } from './unseen.ts'

const NAME_CHARACTERS = 300
const TEXT_CHARACTERS = 100

/** The row as a link to the case; the words that are searched for are marked in it. */
export function caseRow(each: CaseData, data: PageData, words: readonly string[]): HTMLAnchorElement {
  const sign = signName(each)
  const name = oneLine(each.name, NAME_CHARACTERS)
  return element(
    'a',
    { class: 'row', href: `#${each.link}` },
    signOf(sign),
    spoken(`${SIGN_WORDS[sign]}: `),
    element('span', { class: 'name', dir: 'auto' }, ...marked(name === '' ? '(no name)' : name, words)),
    element('span', { class: 'labels' }, ...caseLabels(each)),
    element('span', { class: 'sub' }, ...underline(each, data, words)),
  )
}

/** What is to be known of a case besides its status. */
export function caseLabels({ change, flaky, quarantine }: CaseData): HTMLElement[] {
  return [
    ...(change === undefined ? [] : [label(change, CHANGE_COLOURS[change])]),
    ...(flaky === true ? [label('flaky', 'attention')] : []),
    ...(quarantine === undefined ? [] : [label('quarantined', 'done')]),
  ]
}

const CHANGE_COLOURS = { regression: 'danger', fixed: 'success', new: 'accent', 'still failing': '' } as const

function underline(each: CaseData, data: PageData, words: readonly string[]): Content[] {
  const suite =
    data.suites.length > 1 ? [element('span', { class: 'suite' }, oneLine(data.suites[each.suite]?.name ?? '', 24))] : []
  const said = each.message === undefined ? [] : [element('span', {}, ...marked(oneLine(each.message, TEXT_CHARACTERS), words))]
  const parts = [...firstFailure(each, words), ...said]
  return [...suite, ...(parts.length > 0 ? parts : plainFacts(each))].flatMap((part) => [part, ' '])
}

function firstFailure({ checks = [] }: CaseData, words: readonly string[]): Content[] {
  const failing = checks.filter(([, , , passed]) => !passed)
  const [first] = failing
  if (first === undefined) return []
  const [what, expected, found] = first
  const more = failing.length > 1 ? [element('span', {}, `+${failing.length - 1} more`)] : []
  const quoted = (text: string): Content[] =>
    text === '' ? [element('i', {}, 'nothing')] : marked(oneLine(text, TEXT_CHARACTERS), words)
  return [
    element('span', {}, oneLine(what, 40)),
    element(
      'span',
      { class: 'pair' },
      spoken('expected '),
      element('span', { class: 'expected' }, ...quoted(expected)),
      element('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'),
      spoken(', found '),
      element('span', { class: 'found' }, ...quoted(found)),
    ),
    ...more,
  ]
}

function plainFacts({ checks = [], durationMs, tries }: CaseData): Content[] {
  const facts = [
    ...(checks.length > 0 ? [`${countOf(checks.length, 'checks')} met`] : []),
    ...(durationMs === undefined ? [] : [timeSpan(durationMs)]),
    ...(tries === undefined ? [] : [countOf(tries, 'tries')]),
  ]
  return [element('span', {}, facts.join(' · '))]
}

/** The text with each of the words marked, wherever it stands. */
function marked(text: string, words: readonly string[]): Content[] {
  if (words.length === 0) return [text]
  const pattern = new RegExp(`(${words.map(literal).join('|')})`, 'giu')
  return text.split(pattern).map((part, index) => (index % 2 === 1 ? element('mark', {}, part) : part))
}

/** The pattern that finds the word itself. */
function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
