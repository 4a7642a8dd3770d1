/** By what a comment is known again. */
import { expect, test } from '@jest/globals'
import { markOf } from '../../src/comment-mark.ts'
import type { StepOutcome } from '../../src/outcome.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'
import { anOutcome, aSuite } from '../support/results.ts'

const keyOf = (outcome: StepOutcome): string => markOf(outcome, workflowRunOf({})).key

test('however a step ends, it is the same comment, also when its inputs are wrong', () => {
  const ends = [anOutcome([aSuite({ suite: 'Smoke' })]), anOutcome([], { provider: '' }), anOutcome([], { mode: 'report' })]
  expect(new Set(ends.map(keyOf)).size).toBe(1)
})

test('each leg of a matrix has a comment of its own', () => {
  const leg = (index: number): StepOutcome => anOutcome([], { origin: { job: 'test', index, step: 's', attempt: 1 } })
  expect(new Set([0, 1, 0].map((index) => keyOf(leg(index)))).size).toBe(2)
})
