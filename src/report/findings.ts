/** What mode `doctor` looked at, as a table. */
import type { Finding, StepOutcome } from '../outcome.ts'
import { row, sentence, titleRow } from './markup.ts'

const STATES: Readonly<Record<Finding['state'], string>> = {
  holds: '✅&nbsp;Holds',
  broken: '❌&nbsp;Broken',
  limited: '⚠️&nbsp;Limited',
  unknown: '❔&nbsp;Unknown',
}

/** In the order in which they were looked at; nothing in other modes. */
export function* findingsTable({ findings = [] }: StepOutcome): Generator<string> {
  if (findings.length === 0) return
  yield '<table>'
  yield titleRow([{ markup: 'Looked at' }, { markup: 'State' }, { markup: 'What was seen' }])
  for (const { what, state, detail } of findings)
    yield row([{ markup: sentence(what) }, { markup: STATES[state] }, { markup: sentence(detail) }])
  yield '</table>'
  yield ''
}
