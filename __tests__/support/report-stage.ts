/** A workflow run whose jobs have left their artifacts, for steps in mode `report`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from '@jest/globals'
// Loaded before a clock runs, which does not see that a module is being loaded.
import '../../src/baseline.ts'
import '../../src/comment.ts'
import '../../src/publish.ts'
import '../../src/report-mode.ts'
import '../../src/zip-entry.ts'
import 'yauzl'
import type { StepOutcome, SuiteOutcome } from '../../src/outcome.ts'
import { ctrf } from '../../src/report/ctrf.ts'
import { runStep, type StepOptions, type StepRecord } from './action.ts'
import { createMemoryStore, type MemoryStore } from './memory-store.ts'
import { aCase, aFailedCase, anOutcome, aSuite, cases, resultsOf, START } from './results.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

let clock: VirtualClock
let temporary: string
/** The artifacts of the run. */
export let store: MemoryStore

beforeEach(async () => {
  clock = createVirtualClock()
  temporary = await mkdtemp(join(tmpdir(), 'report-'))
  store = createMemoryStore()
})
afterEach(async () => {
  clock.stop()
  await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
})

let jobs = 0

/** A job that left its artifact at a moment of its own, named and told as the action does it. Gives the artifact's name. */
export function job(name: string, suites: readonly SuiteOutcome[], changes: Partial<StepOutcome> = {}, attempt = 1): string {
  jobs += 1
  const told = { origin: { job: name, index: 0, step: 'gate', attempt }, startedAt: START + jobs }
  const outcome = anOutcome(suites, { ...told, ...changes })
  const artifact = `agent-test-gate-${name}-${outcome.origin?.index ?? 0}-${attempt}`
  store.put(artifact, { 'ctrf.json': [...ctrf(outcome)].join(''), 'vendor/Regression/results.csv': 'a,b' })
  return artifact
}

/** Two cases that passed. */
export const PASSED = aSuite({
  suite: 'Smoke',
  reasons: ['all 2 cases passed'],
  results: resultsOf(cases(2, (number) => aCase({ name: `case ${number}` }))),
})

/** One case that passed and one that failed, and an F1 of 0.7. */
export const FAILED = aSuite({
  suite: 'Regression',
  conclusion: 'failed',
  reasons: ['1 of 2 cases failed; the check needs 100 % to pass'],
  results: resultsOf([aCase(), aFailedCase()], { metrics: { f1: 0.7 } }),
})

/** Reports on two artifacts of the run unless told otherwise. */
export function report(changes: Readonly<Record<string, string>> = {}, options: StepOptions = {}): Promise<StepRecord> {
  const inputs = {
    mode: 'report',
    'artifact-pattern': 'agent-test-gate-*',
    'expected-artifacts': '2',
    'artifact-name': 'agent-test-gate-report-0-1',
  }
  const here = { store, workflowRun: { job: 'report', attempt: 1 } }
  return runStep({ ...inputs, ...changes }, clock, temporary, { ...here, ...options })
}

/** The warnings of a step. */
export function warnings({ annotations }: StepRecord): string[] {
  return annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
}
