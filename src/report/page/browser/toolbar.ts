/** What to look for: words, a suite, how cases ended, and the order. */
import { wholeNumber } from '../../../count-words.ts'
import type { PageData } from '../page-data.ts'
import { element, spoken } from './elements.ts'
import type { Query } from './search.ts'
import { STANDINGS, type Standing, stands } from './standing.ts'
import { oneLine } from './unseen.ts'

/** What was chosen. */
interface Choice extends Query {
  /** Whether the vendor's order is kept, in place of what has to be looked at first. */
  readonly inOrder: boolean
}

/** The bar over the list. */
export interface Toolbar {
  readonly node: HTMLElement
  readonly search: HTMLInputElement
  choice(): Choice
  /** Puts everything back, so that all cases are shown. */
  clear(): void
  /** Says how many cases are left, and whether that is only a part of them. */
  tell(words: string, isPart: boolean): void
}

const SUITE_CHARACTERS = 60

/** The bar; tells when something else was chosen. */
export function createToolbar(data: PageData, changed: () => void): Toolbar {
  let standing: Standing = 'all'
  const search = searchField(data)
  const suites = select('Suite', ['All suites', ...data.suites.map(({ name }) => oneLine(name, SUITE_CHARACTERS))])
  const order = select('Order', ['What failed first', 'As they ran'])
  const chips = standingChips(data, (chosen) => {
    standing = chosen
    changed()
  })
  const told = element('p', { class: 'told', role: 'status' })
  const all = element('button', { type: 'button', class: 'all', hidden: '' }, 'Show all')
  const clear = (): void => {
    search.value = ''
    suites.selectedIndex = 0
    standing = 'all'
    chips.choose('all')
  }
  search.addEventListener('input', changed)
  all.addEventListener('click', () => {
    clear()
    changed()
    search.focus()
  })
  for (const each of [suites, order]) each.addEventListener('change', changed)
  return {
    node: element(
      'div',
      { class: 'toolbar', role: 'search' },
      element('div', { class: 'line' }, search, element('kbd', { 'aria-hidden': 'true' }, '/')),
      chips.node,
      element('div', { class: 'line' }, told, all, data.suites.length > 1 ? suites : undefined, order),
    ),
    search,
    choice: () => ({
      words: search.value,
      standing,
      inOrder: order.selectedIndex === 1,
      ...(suites.selectedIndex > 0 && { suite: suites.selectedIndex - 1 }),
    }),
    clear,
    tell(words, isPart) {
      told.textContent = words
      all.hidden = !isPart
    },
  }
}

function searchField({ noun }: PageData): HTMLInputElement {
  return element('input', {
    type: 'search',
    placeholder: `Search ${noun || 'cases'}, texts, facts`,
    'aria-label': 'Search',
    'aria-keyshortcuts': '/',
    autocomplete: 'off',
    spellcheck: 'false',
  })
}

function select(name: string, options: readonly string[]): HTMLSelectElement {
  return element('select', { 'aria-label': name }, ...options.map((option) => element('option', {}, option)))
}

interface Chips {
  readonly node: HTMLElement
  choose(standing: Standing): void
}

function standingChips({ cases }: PageData, chosen: (standing: Standing) => void): Chips {
  const buttons = new Map<Standing, HTMLElement>()
  const choose = (wanted: Standing): void => {
    for (const [standing, button] of buttons) button.setAttribute('aria-pressed', String(standing === wanted))
  }
  for (const [standing, words] of STANDINGS) {
    const count = cases.filter((each) => stands(each, standing)).length
    if (count === 0 && standing !== 'all') continue
    const button = element(
      'button',
      { type: 'button', class: `chip ${standing}` },
      words,
      ' ',
      element('b', {}, wholeNumber(count)),
      spoken(' cases'),
    )
    button.addEventListener('click', () => {
      choose(standing)
      chosen(standing)
    })
    buttons.set(standing, button)
  }
  choose('all')
  return { node: element('div', { class: 'chips', role: 'group', 'aria-label': 'How they ended' }, ...buttons.values()), choose }
}
