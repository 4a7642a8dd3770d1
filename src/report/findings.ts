/** What mode `doctor` looked at, as a table. */
import type { Finding, StepOutcome } from '../outcome.ts'
import { capitalised } from '../sentences.ts'
import { STATE_WORDS } from './figures.ts'
import { row, sentence, titleRow } from './markup.ts'

const SIGNS: Readonly<Record<Finding['state'], string>> = { holds: '✅', broken: '❌', limited: '⚠️', unknown: '❔' }

function stateCell(state: Finding['state']): string {
  return `${SIGNS[state]} ${capitalised(STATE_WORDS[state])}`.replaceAll(' ', '&nbsp;')
}

/** In the order in which they were looked at; nothing in other modes. */
export function* findingsTable({ findings = [] }: StepOutcome): Generator<string> {
  if (findings.length === 0) return
  yield '<table>'
  yield titleRow([{ markup: 'Check' }, { markup: 'State' }, { markup: 'Result' }])
  for (const { what, state, detail } of findings)
    yield row([{ markup: sentence(what) }, { markup: stateCell(state) }, { markup: sentence(detail) }])
  yield '</table>'
  yield ''
}
