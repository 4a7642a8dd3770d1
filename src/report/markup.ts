/**
 * The HTML that the job summary is made of. It is HTML and not Markdown because GitHub takes a block that begins with a
 * tag as it is: no Markdown comes to life in it, whatever stands there, and cells can span rows. All functions but
 * `blocks` and `details` give lines without a blank one, which would end such a block.
 */
import { cut, inlineCode } from '../untrusted.ts'

/** Cells of the vendor's text hold no more. */
export const CELL_CHARACTERS = 500

/** In the place of a reason where there is none. */
export const NO_REASON = 'The vendor gave no reason.'

/** So many characters without a blank make a line: four columns of them are as wide as a summary, and more would be out of sight. */
const LONG_WORD = /\S{24}(?=\S)/gu

/** With its brackets, so that `split` gives the words between them too. */
const MENTION = /(\S*[@#]\S*)/

/** A cell of a table: markup that is safe already, and how far it reaches. */
export interface Cell {
  readonly markup: string
  readonly rows?: number
  readonly columns?: number
  readonly align?: 'right'
  /** The share of the table's width that its column takes. */
  readonly width?: `${number}%`
}

/**
 * Text of the vendor as a code span, cut, and broken where a word is too long for a column; where none of it can be seen
 * it reads `nothing`.
 */
export function foreign(text: string, characters = CELL_CHARACTERS): string {
  const code = inlineCode(cut(text, characters).replace(LONG_WORD, '$&\n'), characters)
  return code === '<code></code>' ? '<i>nothing</i>' : code
}

/** What is longer is folded, and its beginning shown. */
const FOLDED_CHARACTERS = 240
const BEGINNING_CHARACTERS = 140
const UNFOLDED_CHARACTERS = 2_000

/** Text of the vendor like {@link foreign}; a long one is folded, and then more of it is shown. */
export function foldable(text: string): string {
  if (text.length <= FOLDED_CHARACTERS) return foreign(text)
  return `<details><summary>${foreign(text, BEGINNING_CHARACTERS)}</summary>${foreign(text, UNFOLDED_CHARACTERS)}</details>`
}

/**
 * A sentence of ours that may name foreign things, cut: escaped as code is, without looking like it. Only words that
 * GitHub could take for a mention or a reference are shown as code, which is where it looks for none.
 */
export function sentence(text: string, characters = CELL_CHARACTERS): string {
  const parts = cut(text, characters).split(MENTION)
  return parts.map((part, index) => (index % 2 === 1 ? inlineCode(part) : plain(part))).join('')
}

function plain(text: string): string {
  return inlineCode(text).slice('<code>'.length, -'</code>'.length)
}

/** A link of markup that is safe already; only the markup where the address is not one of the web. */
export function link(markup: string, address: string): string {
  const url = URL.parse(address)
  if (url === null || !['https:', 'http:'].includes(url.protocol)) return markup
  return `<a href="${url.href.replaceAll('&', '&amp;').replaceAll("'", '%27')}">${markup}</a>`
}

/** One row of a table. */
export function row(cells: readonly Cell[]): string {
  return `<tr>${cells.map((cell) => element('td', cell)).join('')}</tr>`
}

/** The row of column titles of a table. */
export function titleRow(titles: readonly Cell[]): string {
  return `<tr>${titles.map((title) => element('th', title)).join('')}</tr>`
}

/** Items as a list; they are safe already. */
export function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

/** Blocks of markup, in lines: a blank one ends each. */
export function blocks(...all: readonly string[]): string[] {
  return all.flatMap((block) => [block, ''])
}

/** Blocks that are folded under a title of ours. */
export function* details(title: string, inner: Iterable<string>): Generator<string> {
  yield '<details>'
  yield `<summary>${title}</summary>`
  yield ''
  yield* inner
  yield '</details>'
  yield ''
}

function element(tag: 'td' | 'th', { markup, rows = 1, columns = 1, align, width }: Cell): string {
  const attributes = [
    align === undefined ? '' : ` align="${align}"`,
    width === undefined ? '' : ` width="${width}"`,
    rows === 1 ? '' : ` rowspan="${rows}" valign="top"`,
    columns === 1 ? '' : ` colspan="${columns}"`,
  ]
  return `<${tag}${attributes.join('')}>${markup}</${tag}>`
}
