/** What goes on paper: the cases that the list shows, whole. */
import { wholeNumber } from '../../../count-words.ts'
import type { PageData } from '../page-data.ts'
import { caseView } from './case-view.ts'
import { element } from './elements.ts'

/** Nobody reads more on paper, and a browser takes minutes for thousands. */
const PRINTED = 300

/** Puts the cases into the place while the page is being printed. */
export function listenToPrinting(data: PageData, place: HTMLElement, shown: () => readonly number[]): void {
  addEventListener('beforeprint', () => {
    const all = shown()
    place.replaceChildren(...all.slice(0, PRINTED).map((position) => caseView(data, position)))
    if (all.length > PRINTED)
      place.append(element('p', {}, `${wholeNumber(all.length - PRINTED)} more are not printed; a filter chooses what is.`))
  })
  addEventListener('afterprint', () => place.replaceChildren())
}
