/** How the page is made: node by node, so that no text can become markup. */
import { textNodes } from './unseen.ts'

/** What an element may hold; texts may be hostile. */
export type Content = Node | string | undefined

/** Attributes by name; only ours, but for those that hold words, such as `aria-label`. Undefined is left out. */
type Attributes = Readonly<Record<string, string | undefined>>

const SVG = 'http://www.w3.org/2000/svg'

/** An element with its attributes and contents. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...contents: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  dress(made, attributes, contents)
  return made
}

/** An element of a drawing. */
export function drawing<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...contents: readonly Content[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(SVG, tag)
  dress(made, attributes, contents)
  return made
}

function dress(made: Element, attributes: Attributes, contents: readonly Content[]): void {
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value)
  for (const content of contents) {
    if (typeof content === 'string') made.append(...textNodes(content))
    else if (content !== undefined) made.append(content)
  }
}

/** A link to another page, which learns nothing of this one; only the words where there is no address. */
export function outsideLink(words: string, address: string | undefined): Node {
  if (address === undefined) return document.createTextNode(words)
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, words)
}

/** Words for screen readers alone. */
export function spoken(words: string): HTMLElement {
  return element('span', { class: 'spoken' }, words)
}

/** How a case, a suite or the step ended, as its sign shows it. */
export type Sign = 'passed' | 'failed' | 'error' | 'skipped' | 'quarantined'

const STROKES: Readonly<Record<Sign, string>> = {
  passed: 'M4.75 8.25 7 10.5l4.25-4.75',
  failed: 'm5.5 5.5 5 5m0-5-5 5',
  error: 'M8 4.5v4.25M8 11.4v.1',
  skipped: 'M5 8h6',
  quarantined: 'M6.5 5.25v5.5m3-5.5v5.5',
}

/** A round sign, which says nothing to a screen reader. */
export function signOf(sign: Sign): SVGElement {
  return drawing(
    'svg',
    { class: `sign ${sign}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    drawing('circle', { cx: '8', cy: '8', r: '8' }),
    drawing('path', { d: STROKES[sign] }),
  )
}

/** A small label in a colour of its own. */
export function label(words: string, colour = ''): HTMLElement {
  return element('span', { class: `label ${colour}`.trim() }, words)
}

/** A table with titles, of rows that hold a cell for each of them. */
export function table(name: string, titles: readonly string[], rows: readonly (readonly Content[])[]): HTMLElement {
  const head = element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, title)))
  const body = rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell))))
  const made = element('table', {}, element('thead', {}, head), element('tbody', {}, ...body))
  // Wide tables scroll by themselves, which has to be possible with the keyboard too.
  return element('div', { class: 'wide', role: 'region', 'aria-label': name, tabindex: '0' }, made)
}

/** Items as a list, or nothing when there are none. */
export function list(items: readonly Content[]): HTMLElement | undefined {
  return items.length === 0 ? undefined : element('ul', {}, ...items.map((item) => element('li', {}, item)))
}

/** So many items are shown at once. */
const PART = 200

/** Puts the items into the parent, a part of them at first, and the next ones behind a button. */
export function appendInParts<Item>(parent: HTMLElement, items: readonly Item[], make: (item: Item) => Node): void {
  const addFrom = (from: number): void => {
    parent.append(...items.slice(from, from + PART).map(make))
    const next = from + PART
    if (next >= items.length) return
    const more = element('button', { type: 'button', class: 'more' }, `Show more (${items.length - next} left)`)
    const place = parent.tagName === 'UL' || parent.tagName === 'OL' ? element('li', {}, more) : more
    more.addEventListener('click', () => {
      place.remove()
      addFrom(next)
    })
    parent.append(place)
  }
  addFrom(0)
}
