/** The list of cases: of thousands, only the rows that can be seen are there. */
import type { PageData } from '../page-data.ts'
import { caseRow } from './case-row.ts'
import { element } from './elements.ts'

/** In `rem`, as in the style sheet. */
const ROW_HEIGHT = 3.5
/** Rows above and below that are there without being seen, so that scrolling shows no gap. */
const SPARE_ROWS = 10
/** Rows of a list that has no height yet. */
const FIRST_ROWS = 20

/** The list. Cases are told by their position among all, rows by their index in the list. */
export class CaseList {
  readonly node: HTMLElement
  readonly #data: PageData
  readonly #rows: HTMLElement
  readonly #made = new Map<number, HTMLElement>()
  readonly #rowPixels: number
  #shown: readonly number[] = []
  #words: readonly string[] = []
  #opened: number | undefined

  constructor(data: PageData) {
    this.#data = data
    this.#rows = element('ol', { class: 'rows', role: 'list', 'aria-label': `List of ${data.noun || 'cases'}` })
    this.node = element('div', { class: 'list' }, this.#rows)
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
    this.#rowPixels = ROW_HEIGHT * rem
    const draw = (): void => this.#draw()
    this.node.addEventListener('scroll', draw, { passive: true })
    new ResizeObserver(draw).observe(this.node)
  }

  /** Shows these cases from the top, the words that were searched for marked. */
  show(positions: readonly number[], words: readonly string[]): void {
    this.#shown = positions
    this.#words = words
    this.#made.clear()
    this.#rows.replaceChildren()
    this.#rows.style.height = `${positions.length * ROW_HEIGHT}rem`
    this.node.scrollTop = 0
    this.#draw()
  }

  /** Marks the case as the one that is open, and brings it into sight. */
  open(position: number | undefined): void {
    this.#opened = position
    for (const index of this.#made.keys()) this.#mark(index)
    const index = position === undefined ? -1 : this.#shown.indexOf(position)
    if (index >= 0) this.#reveal(index)
  }

  /** Puts the keyboard on a case. */
  focus(position: number): void {
    const index = this.#shown.indexOf(position)
    if (index < 0) return
    this.#reveal(index)
    this.#add(index)
    this.#made.get(index)?.querySelector('a')?.focus({ preventScroll: true })
  }

  /** The case that the keyboard is on, else the open one. */
  current(): number | undefined {
    const focused = [...this.#made].find(([, row]) => row.contains(document.activeElement))
    return focused === undefined ? this.#opened : this.#shown[focused[0]]
  }

  #draw(): void {
    const first = Math.max(0, Math.floor(this.node.scrollTop / this.#rowPixels) - SPARE_ROWS)
    const count = Math.ceil(this.node.clientHeight / this.#rowPixels) || FIRST_ROWS
    const end = Math.min(this.#shown.length, first + count + 2 * SPARE_ROWS)
    for (const [index, row] of this.#made) {
      // The keyboard would lose its place with the row that it is on.
      if ((index >= first && index < end) || row.contains(document.activeElement)) continue
      row.remove()
      this.#made.delete(index)
    }
    for (let index = first; index < end; index++) this.#add(index)
  }

  /** Rows stand in their order, which is the order of the Tab key. */
  #add(index: number): void {
    const each = this.#data.cases[this.#shown[index] ?? -1]
    if (each === undefined || this.#made.has(index)) return
    const row = element('li', { 'aria-posinset': String(index + 1), 'aria-setsize': String(this.#shown.length) })
    row.append(caseRow(each, this.#data, this.#words))
    row.style.top = `${index * ROW_HEIGHT}rem`
    const below = [...this.#made.keys()].filter((other) => other > index)
    this.#rows.insertBefore(row, this.#made.get(Math.min(...below)) ?? null)
    this.#made.set(index, row)
    this.#mark(index)
  }

  #mark(index: number): void {
    const link = this.#made.get(index)?.querySelector('a')
    if (this.#shown[index] === this.#opened) link?.setAttribute('aria-current', 'true')
    else link?.removeAttribute('aria-current')
  }

  #reveal(index: number): void {
    const { node } = this
    const top = index * this.#rowPixels
    if (top < node.scrollTop) node.scrollTop = top
    else if (top + this.#rowPixels > node.scrollTop + node.clientHeight)
      node.scrollTop = top + this.#rowPixels - node.clientHeight
    this.#draw()
  }
}
