/** What is known of a run that the step leaves before its end, whatever the provider does when it is asked for it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createLog } from '../../src/log.ts'
import type { SuiteOutcome } from '../../src/outcome.ts'
import type { Folder, Run } from '../../src/providers/provider.ts'
import { createRedactor } from '../../src/redact.ts'
import type { Results } from '../../src/results.ts'
import { endedSentence } from '../../src/results-so-far.ts'
import type { Runner } from '../../src/rim.ts'
import { startStep } from '../../src/step.ts'
import { collectSuite } from '../../src/suite-run.ts'
import { lastingTrouble } from '../../src/trouble.ts'
import { aCase, aFailedCase, cases, resultsOf } from '../support/results.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

const MINUTE = 60_000

let clock: VirtualClock
let lines: string[]
beforeEach(() => {
  clock = createVirtualClock()
  lines = []
})
afterEach(() => clock.stop())

const nothing = (): void => undefined
const unasked = (): Promise<never> => Promise.reject(new Error('not asked for'))
const forEver = (): Promise<never> => new Promise(() => undefined)

function runner(): Runner {
  const told = { inputs: () => ({}), info: (line: string) => void lines.push(line), summary: () => Promise.resolve() }
  return { ...told, group: nothing, annotate: nothing, mask: nothing, output: nothing, saveState: nothing }
}

/** What differs from a run that goes on for ever, in a step of a minute. */
interface Changes extends Partial<Run> {
  write?: Folder['write']
  partial?(name: string, results: Results): Promise<Results>
}

/** The outcome of a step that collects such a run, and how long it went on after its minute. */
async function left({ write = unasked, partial, ...changes }: Changes): Promise<SuiteOutcome & { readonly lateMs: number }> {
  const running = { state: 'running' } as const
  const run: Run = { look: () => Promise.resolve(running), collect: unasked, ...changes }
  const times = { timeoutMs: MINUTE, gapMs: 5000, longestGapMs: 30_000 }
  const outcome = await collectSuite(
    {
      name: 'Airline',
      suite: { prepare: unasked, examine: unasked, open: () => run },
      step: startStep({ clock, random: () => 0.5, cancelled: new AbortController().signal, ...times }),
      judge: { begin: nothing, suite: unasked, partial: partial ?? ((_, results) => Promise.resolve(results)), step: unasked },
      log: createLog(runner(), createRedactor()),
      folder: { place: (name) => name, write, read: async function* () {}, kept: () => [] },
      redact: (text) => text.replaceAll('hunter2', '***'),
      listener: { starting: nothing, known: nothing, over: nothing },
    },
    'r-1',
  )
  return { ...outcome, lateMs: clock.now() - MINUTE }
}

const SKIPPED = aCase({ name: 'late', status: 'skipped' })
const WHOLE = resultsOf([aFailedCase({ message: 'the password is hunter2' }), SKIPPED], {
  metrics: { averageScore: 0.5 },
  warnings: ['beware of hunter2'],
  log: { lines: [{ section: 'a', text: 'a line' }], leftOut: 0 },
})

test('is told without metrics, as partial, and through the redactor', async () => {
  const outcome = await left({ soFar: () => Promise.resolve(WHOLE) })
  expect(outcome).toMatchObject({
    conclusion: 'timed-out',
    reasons: [expect.stringContaining('the time limit'), endedSentence(WHOLE)],
    results: { isPartial: true, counts: { total: 2, failed: 1, skipped: 1 }, warnings: ['beware of ***'] },
  })
  expect(JSON.stringify([outcome, lines])).not.toContain('hunter2')
  expect(outcome.results?.metrics).toEqual({})
  expect(outcome.results).not.toHaveProperty('log')
  expect(lines).toContain('Airline: beware of ***')
})

test('is told in an error too', async () => {
  const look = () => Promise.reject(lastingTrouble('vendor', 'it broke'))
  const outcome = await left({ look, soFar: () => Promise.resolve(WHOLE) })
  expect(outcome).toMatchObject({ conclusion: 'error', errorKind: 'vendor', results: { isPartial: true } })
  expect(outcome.reasons).toEqual(['it broke', expect.stringContaining('goes on at the vendor'), endedSentence(WHOLE)])
})

describe('changes nothing and holds nobody', () => {
  test.each<[string, Changes]>([
    ['where the provider does not offer it', {}],
    ['where nothing is known', { soFar: () => Promise.resolve(undefined) }],
    ['where it fails', { soFar: () => Promise.reject(lastingTrouble('contract', 'a score off the scale')) }],
    [
      'where it throws',
      {
        soFar() {
          throw new Error('a mistake')
        },
      },
    ],
    ['where the quarantine cannot be looked into', { soFar: () => Promise.resolve(WHOLE), partial: unasked }],
    ['where the quarantine hangs', { soFar: () => Promise.resolve(WHOLE), partial: forEver }],
    ['where the disk hangs', { write: forEver, soFar: (folder) => folder.write('a', new Uint8Array()).then(() => WHOLE) }],
  ])('%s', async (_, changes) => {
    const { lateMs, ...outcome } = await left(changes)
    expect(lateMs).toBeLessThanOrEqual(2000)
    const { durationMs: __, ...plain } = outcome
    expect(plain).toEqual({
      suite: 'Airline',
      runId: 'r-1',
      files: [],
      isUnderWay: true,
      conclusion: 'timed-out',
      reasons: [expect.stringMatching(/^the time limit .*way to stop it$/)],
    })
  })
})

test('takes no time from the stop of the run, nor that from it', async () => {
  const asked: string[] = []
  const cancel = async (): Promise<never> => {
    asked.push('cancel')
    return forEver()
  }
  const soFar = async (): Promise<Results> => {
    asked.push('so far')
    return WHOLE
  }
  const { lateMs, results } = await left({ cancel, soFar })
  expect(asked).toEqual(['cancel', 'so far'])
  expect(results).toMatchObject({ isPartial: true })
  expect(lateMs).toBeLessThanOrEqual(3000)
})

test.each([
  [3, 2, 'the outcome of 1 of 3 cases was known by then; the others count as skipped, and the gate was not applied'],
  [2, 1, 'the outcome of 1 of 2 cases was known by then; the other one counts as skipped, and the gate was not applied'],
  [1, 0, 'the outcome of 1 of 1 case was known by then; the gate was not applied'],
])('of %j cases, %j skipped, it is told in a sentence', (total, skipped, sentence) => {
  const all = cases(total, (number) => aCase({ status: number <= skipped ? 'skipped' : 'passed' }))
  expect(endedSentence(resultsOf(all))).toBe(sentence)
})
