/** An outcome with a case of every kind, for tests of `report.html`. */
import { caseLink } from '../../src/report/page/outcome-data.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'

export const MISTAKEN = aFailedCase({
  ...{ name: 'take me somewhere warm', durationMs: 1234, facts: new Map([['Result type', 'False Negative']]) },
  checks: [
    aCheck({ what: 'entity Date', expected: '2026-05-03', found: '2026-05-03' }),
    aCheck({ what: 'intent', expected: 'Book Flight', found: 'Meal Request', passed: false }),
  ],
})
export const BROKEN = aCase({ name: 'is it on time', status: 'error', message: 'nobody knows how it ended', checks: [] })
const SKIPPED = aCase({ name: 'left out', status: 'skipped', checks: [] })
export const FLAKY = aCase({ name: 'passed at last', flaky: true, tries: 3 })
export const QUARANTINED = aFailedCase({
  ...{ name: 'known to fail', quarantine: { reason: 'BOT-142', expires: '2026-12-31' } },
  place: { path: 'tests/suite.csv', line: 17 },
})
const FLIGHTS = aSuite({
  suite: 'Flights',
  conclusion: 'failed',
  reasons: ['1 of 4 cases failed; the check needs 100 %'],
  runUrl: 'https://bots.example/run/1',
  results: resultsOf([aCase(), MISTAKEN, BROKEN, SKIPPED, FLAKY, QUARANTINED], {
    metrics: { f1: 0.931 },
    figures: new Map([['TP', '98']]),
    warnings: ['2 utterances stand twice in the file'],
    contradictions: ['it counts 5 failed and shows 1'],
  }),
  files: ['vendor/Flights/results.csv', 'vendor/Flights/logs.txt'],
})
const HOTELS = aSuite({ suite: 'Hotels', results: resultsOf([aCase({ name: 'book a room' })]) })
export const OUTCOME = anOutcome([FLIGHTS, HOTELS], {
  reasons: ['Flights: 1 of 4 cases failed', 'it counts 5 failed and shows 1'],
})

export const MISTAKEN_HASH = `#${caseLink('Flights', MISTAKEN.name)}`
