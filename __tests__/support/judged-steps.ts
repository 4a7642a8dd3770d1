/** What steps of other jobs left behind, as mode `report` reads it. */
import type { JudgedStep, ReadArtifact } from '../../src/merge.ts'
import type { SuiteOutcome } from '../../src/outcome.ts'
import { START } from './results.ts'

/** An artifact of this workflow run. */
export const artifact = (name: string) => ({ name, url: `https://github.com/o/r/actions/runs/1/artifacts/${name}` })

let steps = 0

/** The step of a job with these suites, at a moment of its own; it ended as the first of them unless told otherwise. */
export function stepOf(job: string, suites: readonly SuiteOutcome[], changes: Partial<JudgedStep> = {}, attempt = 1): JudgedStep {
  const [first] = suites
  steps += 1
  return {
    provider: 'kore-batch',
    noun: 'utterances',
    mode: 'run',
    conclusion: first?.conclusion ?? 'passed',
    reasons: first?.reasons ?? [],
    suites,
    origin: { job, index: 0, attempt, step: 'gate' },
    startedAt: START + steps,
    finishedAt: START + steps + 1000,
    ...changes,
  }
}

/** The artifact of such a step. */
export function read(job: string, suites: readonly SuiteOutcome[], changes: Partial<JudgedStep> = {}, attempt = 1): ReadArtifact {
  return { artifact: artifact(`${job}-${attempt}`), step: stepOf(job, suites, changes, attempt) }
}
