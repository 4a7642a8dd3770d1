/** The line by which a comment of ours is known again, and by which it says what it tells. Pure. */
import { createHash } from 'node:crypto'
import type { StepOutcome } from './outcome.ts'
import { isUnexcused } from './results.ts'
import type { WorkflowRun } from './rim.ts'

/** What a comment is about, and what it tells. */
export interface CommentMark {
  /** The same for all runs of one step of one job of one workflow. */
  readonly key: string
  readonly conclusion: string
  /** The same as long as the same cases fail. */
  readonly failing: string
}

/** The mark of an outcome. */
export function markOf(outcome: StepOutcome, { workflow, job, step }: WorkflowRun): CommentMark {
  const failing = outcome.suites.flatMap(({ suite, results }) =>
    (results?.cases ?? []).filter(isUnexcused).map(({ name, status }) => JSON.stringify([suite, name, status])),
  )
  return {
    key: digest([workflow, job, String(outcome.origin?.index ?? 0), step]),
    conclusion: outcome.conclusion,
    failing: digest(failing.toSorted()),
  }
}

/** The first line of a comment: nobody sees it. */
export function writeMark({ key, conclusion, failing }: CommentMark): string {
  return `<!-- agent-test-gate key=${key} conclusion=${conclusion} failing=${failing} -->`
}

/** The mark that a comment begins with. Anybody can write one, so the author has to be looked at too. */
export function readMark(body: string): CommentMark | undefined {
  const [, key = '', conclusion = '', failing = ''] =
    /^<!-- agent-test-gate key=([0-9a-f]{16}) conclusion=([a-z-]{1,20}) failing=([0-9a-f]{16}) -->/.exec(body) ?? []
  return key === '' ? undefined : { key, conclusion, failing }
}

/** Whether both tell the same. */
export function tellsTheSame(left: CommentMark, right: CommentMark): boolean {
  return left.conclusion === right.conclusion && left.failing === right.failing
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
