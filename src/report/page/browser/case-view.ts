/** One case, open: what was checked, what was said, and all else that is known of it. */
import { countOf } from '../../../count-words.ts'
import { timeSpan } from '../../../time-spans.ts'
import type { CaseData, CheckData, PageData } from '../page-data.ts'
import { caseLabels } from './case-row.ts'
import { conversation } from './conversation.ts'
import { difference, type Part } from './difference.ts'
import { appendInParts, type Content, element, signOf, spoken } from './elements.ts'
import { longText } from './long-text.ts'
import { SIGN_WORDS, signName } from './standing.ts'

/** A case as the heading that names it and all that belongs under it. */
export function caseView(data: PageData, position: number): HTMLElement {
  const each = data.cases[position]
  if (each === undefined) return element('article')
  return element(
    'article',
    { class: 'case' },
    caseHead(each, data),
    each.quarantine && callout('done', `Quarantined until ${each.quarantine.expires}: `, each.quarantine.reason),
    each.message === undefined ? undefined : callout(signName(each) === 'failed' ? 'danger' : '', '', each.message),
    checkTable(each),
    conversation(data, position),
    factList(each),
  )
}

function caseHead(each: CaseData, data: PageData): HTMLElement {
  const sign = signName(each)
  const suite = data.suites.length > 1 ? element('span', { dir: 'auto' }, data.suites[each.suite]?.name) : undefined
  const facts = [
    ...(each.durationMs === undefined ? [] : [timeSpan(each.durationMs)]),
    ...(each.tries === undefined ? [] : [countOf(each.tries, 'tries')]),
    ...(each.place === undefined ? [] : [`${each.place.path}:${each.place.line}`]),
  ]
  return element(
    'header',
    {},
    element(
      'p',
      { class: 'facts' },
      signOf(sign),
      element('b', { class: `word ${sign}` }, SIGN_WORDS[sign]),
      ...caseLabels(each),
      suite,
      ...facts.map((fact) => element('span', {}, fact)),
      element('a', { class: 'link', href: `#${each.link}` }, 'Link to this case'),
    ),
    element('h2', { tabindex: '-1' }, longText(each.name === '' ? '(no name)' : each.name)),
  )
}

function callout(colour: string, words: string, text: string): HTMLElement {
  return element('div', { class: `callout ${colour}`.trim() }, words, longText(text))
}

function checkTable({ checks = [] }: CaseData): HTMLElement | undefined {
  if (checks.length === 0) return undefined
  const failingFirst = checks.toSorted((left, right) => Number(left[3]) - Number(right[3]))
  const titles = ['Checked', 'Expected', 'Found'].map((title) => element('th', { scope: 'col' }, title))
  const body = element('tbody')
  appendInParts(body, failingFirst, checkRow)
  const table = element('table', { class: 'checks' }, element('thead', {}, element('tr', {}, ...titles)), body)
  return element('section', {}, element('h3', {}, 'Expected and found'), table)
}

function checkRow([what, expected, found, passed]: CheckData): HTMLElement {
  const sign = passed ? 'passed' : 'failed'
  const name = element('th', { scope: 'row' }, signOf(sign), spoken(`${SIGN_WORDS[sign]}: `), longText(what))
  const cells = passed ? [longText(expected), longText(found)] : differing(expected, found)
  return element('tr', { class: sign }, name, cell('Expected', cells[0]), cell('Found', cells[1]))
}

/** The title is shown in the cell where the page is too narrow for columns. */
function cell(title: string, content: Content): HTMLElement {
  return element('td', {}, element('span', { class: 'title', 'aria-hidden': 'true' }, title), content)
}

function differing(expected: string, found: string): HTMLElement[] {
  if (expected === '' || found === '') return [longText(expected, 'expected'), longText(found, 'found')]
  const [left, right] = difference(expected, found)
  return [differingText(left, 'expected'), differingText(right, 'found')]
}

function differingText(parts: readonly Part[], kind: string): HTMLElement {
  const [only] = parts
  if (parts.length === 1 && only?.differs === true) return longText(only.text, kind)
  const contents = parts.map(({ text, differs }) => (differs ? element('mark', { class: kind }, text) : text))
  return element('span', { class: 'text', dir: 'auto' }, ...contents)
}

function factList({ facts = [] }: CaseData): HTMLElement | undefined {
  if (facts.length === 0) return undefined
  const terms = facts.flatMap(([name, text]) => [element('dt', {}, longText(name)), element('dd', {}, longText(text))])
  return element('section', {}, element('h3', {}, 'From the vendor'), element('dl', {}, ...terms))
}
