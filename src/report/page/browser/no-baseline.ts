/** Why there is nothing to compare with. */
import { capitalised, sentenceAndLines } from '../../../sentences.ts'
import { element } from './elements.ts'
import { longText } from './long-text.ts'

/** The sentence, in the look of that class, and below it the lines that are to be copied. */
export function withoutBaseline(why: string, look: string): HTMLElement[] {
  const [sentence, lines] = sentenceAndLines(why)
  return [
    element('p', { class: look }, capitalised(sentence)),
    ...(lines === '' ? [] : [element('pre', {}, longText(lines, 'code'))]),
  ]
}
