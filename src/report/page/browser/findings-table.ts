/** What mode `doctor` looked at. */
import type { Finding } from '../../../outcome.ts'
import { STATE_WORDS } from '../../figures.ts'
import { element, label, table } from './elements.ts'
import { longText } from './long-text.ts'

const FINDING_COLOURS = { holds: 'success', broken: 'danger', limited: 'attention', unknown: '' } as const

/** In the order in which it was looked at. */
export function findingsTable(findings: readonly Finding[]): HTMLElement {
  const rows = findings.map(({ what, state, detail }) => [
    longText(what),
    label(STATE_WORDS[state], FINDING_COLOURS[state]),
    longText(detail),
  ])
  return element('section', { class: 'card' }, table('Findings', ['Check', 'State', 'Result'], rows))
}
