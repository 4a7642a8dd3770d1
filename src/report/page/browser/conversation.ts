/** The conversation of a case, turn by turn, with what was expected where it did not come. */
import type { CaseData, CheckData, PageData } from '../page-data.ts'
import { type Content, element, signOf, spoken } from './elements.ts'
import { longText } from './long-text.ts'
import { SIGN_WORDS, signName } from './standing.ts'
import { textNodes } from './unseen.ts'

/** So many steps before and after the open one are shown, where each case is a step. */
const STEPS_AROUND = 15
/** A shorter text is found in any turn. */
const TELLING_CHARACTERS = 4
const USER = /^\s*(?:user|customer|caller|human|client|tester|inbound|incoming)\b/i

/** The conversation, or nothing when none is known. Where the cases are the steps of one, those around it are shown too. */
export function conversation(data: PageData, position: number): HTMLElement | undefined {
  const each = data.cases[position]
  if (each?.turns === undefined) return undefined
  const turns = data.noun === 'steps' ? stepTurns(data, position) : caseTurns(each)
  return element(
    'section',
    { class: 'conversation' },
    element('h3', {}, 'Conversation'),
    element('ol', { role: 'list' }, ...turns),
  )
}

function stepTurns({ cases }: PageData, position: number): HTMLElement[] {
  const suite = cases[position]?.suite
  const firstOfSuite = cases.findIndex((each) => each.suite === suite)
  const first = Math.max(firstOfSuite, position - STEPS_AROUND)
  return cases.slice(first, position + STEPS_AROUND + 1).flatMap((each, index) => {
    if (each.suite !== suite) return []
    const isOpen = first + index === position
    const title = stepTitle(each, `Step ${first + index - firstOfSuite + 1}`, isOpen)
    if (isOpen) return [title, ...caseTurns(each)]
    return [title, ...(each.turns ?? []).map(([speaker, text]) => turn(speaker, [longText(text)], 'other'))]
  })
}

function stepTitle(each: CaseData, words: string, isOpen: boolean): HTMLElement {
  const sign = signName(each)
  const name = isOpen ? `${words}, this one` : element('a', { href: `#${each.link}` }, words)
  return element('li', { class: isOpen ? 'step here' : 'step' }, signOf(sign), spoken(`${SIGN_WORDS[sign]}, `), name)
}

function caseTurns({ turns = [], checks = [] }: CaseData): HTMLElement[] {
  const checked = checksByTurn(turns, checks)
  return turns.map(([speaker, text], index) => {
    const here = checked.get(index) ?? []
    const failing = here.find(([, , , passed]) => !passed)
    const shown = failing === undefined ? longText(text) : foundIn(text, failing[2])
    return turn(speaker, [shown, ...here.map(note)], failing === undefined ? '' : 'broken')
  })
}

/** The checks at the last turn that holds what each of them found: the whole turn before a part of one. */
function checksByTurn(turns: NonNullable<CaseData['turns']>, checks: readonly CheckData[]): ReadonlyMap<number, CheckData[]> {
  const checked = new Map<number, CheckData[]>()
  for (const check of checks) {
    const found = check[2]
    const whole = turns.findLastIndex(([, text]) => text === found && found !== '')
    const isTelling = found.length >= TELLING_CHARACTERS && /\p{L}/u.test(found)
    const index = whole < 0 && isTelling ? turns.findLastIndex(([, text]) => text.includes(found)) : whole
    if (index >= 0) checked.set(index, [...(checked.get(index) ?? []), check])
  }
  return checked
}

function foundIn(text: string, found: string): HTMLElement {
  const at = text.indexOf(found)
  if (text === found || at < 0) return longText(text, 'found')
  const part = element('mark', { class: 'found' }, found)
  return element('span', { class: 'text', dir: 'auto' }, text.slice(0, at), part, text.slice(at + found.length))
}

function note([what, expected, , passed]: CheckData): HTMLElement {
  const sign = signOf(passed ? 'passed' : 'failed')
  const words = passed ? ': as expected' : ': expected '
  const rest = passed ? undefined : longText(expected, 'expected')
  return element('p', { class: 'note' }, sign, element('span', {}, ...textNodes(what), words, rest))
}

function turn(speaker: string, contents: readonly Content[], kind: string): HTMLElement {
  const side = USER.test(speaker) ? 'user' : 'agent'
  const name = element('span', { class: 'speaker', dir: 'auto' }, speaker.trim() === '' ? 'Turn' : speaker)
  return element('li', { class: `turn ${side} ${kind}`.trim() }, name, element('div', { class: 'said' }, ...contents))
}
