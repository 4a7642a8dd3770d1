/** The vendor's log of a run: closed, and made only when it is opened, since logs are long and seldom read. */
import { countOf, isOrAre, wholeNumber } from '../../../count-words.ts'
import type { LogData, SuiteData } from '../page-data.ts'
import { element, spoken } from './elements.ts'
import { oneLine } from './unseen.ts'

const TITLE_CHARACTERS = 100

/** The log of a suite, or nothing when there is none. */
export function logView({ name, log }: SuiteData): HTMLElement | undefined {
  if (log === undefined) return undefined
  const suite = oneLine(name, TITLE_CHARACTERS)
  const summary = element('summary', {}, 'Log', spoken(` of ${suite}`), `: ${lengthOf(log)}`)
  const details = element('details', { class: 'log' }, summary)
  details.addEventListener(
    'toggle',
    () => {
      const lines = element('div', { class: 'lines', role: 'region', 'aria-label': `Log of ${suite}`, tabindex: '0' })
      lines.append(...log.parts.map(([section, text]) => logPart(section, text)))
      details.append(element('p', { class: 'hint' }, whereabouts(log)), lines)
      // What went wrong stands at the end.
      lines.scrollTop = lines.scrollHeight
    },
    { once: true },
  )
  return details
}

function lengthOf({ lines, leftOut }: LogData): string {
  return leftOut === 0 ? countOf(lines, 'lines') : `the last ${wholeNumber(lines)} of ${countOf(lines + leftOut, 'lines')}`
}

function whereabouts({ leftOut, file }: LogData): string {
  const left =
    leftOut === 0
      ? ''
      : `The first ${countOf(leftOut, 'lines')} ${isOrAre(leftOut)} left out here: what went wrong stands at the end. `
  const whole =
    file === undefined
      ? 'This is what was read while the run was under way; no log file was saved.'
      : `The whole log is in ${file}, in the artifact with all files.`
  return `${left}${whole}`
}

function logPart(section: string, text: string): HTMLElement {
  const lines = element('div', { class: 'code' }, text)
  return element('section', {}, section === '' ? undefined : element('h4', {}, element('bdi', {}, section)), lines)
}
