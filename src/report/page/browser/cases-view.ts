/** The list of cases, and beside it the one that is open. */
import { wholeNumber } from '../../../count-words.ts'
import type { PageData } from '../page-data.ts'
import { CaseList } from './case-list.ts'
import { caseView } from './case-view.ts'
import { element } from './elements.ts'
import { listenToKeys } from './keys.ts'
import { listenToPrinting } from './print.ts'
import { createFind, type Find, wordsOf } from './search.ts'
import { byUrgency, signName } from './standing.ts'
import { createToolbar, type Toolbar } from './toolbar.ts'

/** There is room for list and case side by side, as in the style sheet. */
const WIDE = matchMedia('(min-width: 60rem)')

/** All cases of the page. Where there is room for one thing only, it is the list until a case is opened. */
export class CasesView {
  readonly node: HTMLElement
  readonly #data: PageData
  readonly #find: Find
  readonly #urgent: readonly number[]
  readonly #list: CaseList
  readonly #toolbar: Toolbar
  readonly #detail = element('div', { class: 'detail', role: 'region', 'aria-label': 'The open case', tabindex: '0' })
  #shown: readonly number[] = []
  #opened: number | undefined

  constructor(data: PageData) {
    this.#data = data
    this.#find = createFind(data.cases)
    this.#urgent = byUrgency(data.cases)
    this.#list = new CaseList(data)
    this.#toolbar = createToolbar(data, () => this.#refresh())
    const pane = element('section', { class: 'pane', 'aria-label': 'All cases' }, this.#toolbar.node, this.#list.node, hints())
    const printed = element('div', { class: 'printed' })
    this.node = element('div', { class: 'cases' }, pane, this.#detail, printed)
    this.#detail.append(element('p', { class: 'hint' }, 'Choose a case to see what was checked and what was said.'))
    this.#listen()
    listenToPrinting(data, printed, () => this.#shown)
    this.#refresh()
  }

  /** Opens the case, in the list too, whatever is filtered. */
  open(position: number): void {
    if (!this.#shown.includes(position)) {
      this.#toolbar.clear()
      this.#refresh()
    }
    this.#show(position)
    this.node.classList.add('opened')
    if (!WIDE.matches) this.#detail.scrollIntoView()
  }

  /** Back to the list; beside it, where there is room, the case that has to be looked at first. */
  close(): void {
    this.node.classList.remove('opened')
    const [first] = this.#shown
    const urgent = this.#data.cases[first ?? -1]
    if (this.#opened === undefined && first !== undefined && urgent !== undefined && signName(urgent) !== 'passed')
      this.#show(first)
    else if (this.#opened !== undefined && !WIDE.matches) this.#list.focus(this.#opened)
  }

  #listen(): void {
    const { search } = this.#toolbar
    this.#list.node.addEventListener('click', ({ detail: clicks, target }) => {
      // With the keyboard one goes into the case; with the mouse the list keeps its place.
      if (clicks > 0 || !(target instanceof HTMLAnchorElement)) return
      const enter = (): void => this.#detail.querySelector('h2')?.focus()
      if (target.hash === location.hash) enter()
      else addEventListener('hashchange', enter, { once: true })
    })
    const moves = { move: (by: 1 | -1) => this.#move(by), back: () => this.#back(), search: () => search.select() }
    listenToKeys(moves, search, this.#list.node)
  }

  #refresh(): void {
    const choice = this.#toolbar.choice()
    const { cases, noun } = this.#data
    this.#shown = this.#find(choice, choice.inOrder ? [...cases.keys()] : this.#urgent)
    this.#list.show(this.#shown, wordsOf(choice.words))
    this.#list.open(this.#opened)
    const all = `${wholeNumber(cases.length)} ${noun || 'cases'}`
    const isPart = this.#shown.length < cases.length
    this.#toolbar.tell(isPart ? `${wholeNumber(this.#shown.length)} of ${all}` : all, isPart)
  }

  #show(position: number): void {
    this.#opened = position
    this.#list.open(position)
    this.#detail.replaceChildren(this.#navigation(), caseView(this.#data, position))
    this.#detail.scrollTop = 0
  }

  #navigation(): HTMLElement {
    const back = element('a', { class: 'back', href: '#cases' }, '‹ All cases')
    const buttons = (
      [
        ['Previous', 'k', -1],
        ['Next', 'j', 1],
      ] as const
    ).map(([words, key, by]) => {
      const button = element('button', { type: 'button', 'aria-keyshortcuts': key }, words)
      button.addEventListener('click', () => {
        const next = this.#neighbour(this.#opened, by)
        if (next !== undefined) this.#go(next)
        // The buttons are made anew with each case; the next press has to find them.
        for (const each of this.#detail.querySelectorAll('button')) if (each.textContent === words) each.focus()
      })
      return button
    })
    return element('nav', { 'aria-label': 'From case to case' }, back, ...buttons)
  }

  #neighbour(position: number | undefined, by: 1 | -1): number | undefined {
    return position === undefined ? this.#shown[0] : this.#shown[this.#shown.indexOf(position) + by]
  }

  /** Opens a case without a step in the history, or going through a hundred would take a hundred steps back. */
  #go(position: number): void {
    history.replaceState(null, '', `#${this.#data.cases[position]?.link ?? ''}`)
    this.#show(position)
    this.node.classList.add('opened')
  }

  #move(by: 1 | -1): void {
    const isListShown = WIDE.matches || !this.node.classList.contains('opened')
    const isInDetail = this.#detail.contains(document.activeElement)
    const isInSearch = document.activeElement === this.#toolbar.search
    const from = isInDetail || !isListShown ? this.#opened : this.#list.current()
    const next = isInSearch ? this.#shown[0] : this.#neighbour(from, by)
    if (next === undefined || this.node.hidden) return
    if (WIDE.matches || !isListShown) this.#go(next)
    if (isListShown && !isInDetail) this.#list.focus(next)
    if (isInDetail) this.#detail.focus()
  }

  /** Out of the search, then out of the case. */
  #back(): void {
    const { search } = this.#toolbar
    if (document.activeElement === search && search.value !== '') {
      search.value = ''
      this.#refresh()
    } else if (!WIDE.matches && this.node.classList.contains('opened')) location.hash = '#cases'
    else if (this.#opened !== undefined) this.#list.focus(this.#opened)
  }
}

const KEYS = [
  [['/'], 'search'],
  [['↑', '↓', 'j', 'k'], 'move'],
  [['Enter'], 'read'],
  [['Esc'], 'back'],
] as const

function hints(): HTMLElement {
  const parts = KEYS.map(([keys, words]) => element('span', {}, ...keys.map((key) => element('kbd', {}, key)), ` ${words}`))
  return element('p', { class: 'hints' }, ...parts)
}
