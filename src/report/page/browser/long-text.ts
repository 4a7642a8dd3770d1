/** Texts of the vendor, of any length. */
import { countOf } from '../../../count-words.ts'
import { element } from './elements.ts'
import { textNodes } from './unseen.ts'

/** As many characters are shown at first; it takes no more for a glance. */
const FIRST_PART = 3000
/** As many are added with each press of the button: a browser takes seconds to lay out a megabyte without a blank. */
const NEXT_PART = 20_000

/** A text as it came, its line breaks kept; what is too long for a glance opens with a button. Empty reads `nothing`. */
export function longText(text: string, kind = ''): HTMLElement {
  const made = element('span', { class: `text ${kind}`.trim(), dir: 'auto' })
  if (text === '') made.append(element('i', { class: 'nothing' }, 'nothing'))
  else appendPart(made, text, 0, FIRST_PART)
  return made
}

function appendPart(made: HTMLElement, text: string, from: number, characters: number): void {
  const part = text.slice(from, from + characters)
  // Half of a character goes with its other half.
  const end = from + part.length - (from + part.length < text.length && /[\uD800-\uDBFF]$/.test(part) ? 1 : 0)
  made.append(...textNodes(text.slice(from, end)))
  if (end >= text.length) return
  const more = element('button', { type: 'button', class: 'more' }, `… ${countOf(text.length - end, 'more characters')}`)
  made.append(more)
  more.addEventListener('click', () => {
    more.remove()
    appendPart(made, text, end, NEXT_PART)
  })
}
