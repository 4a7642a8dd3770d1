/** Steps of a conversation test suite, each with what the bot makes of it, so that every figure follows from them. */

/** One thing that a step asserts. */
export interface Assertion {
  readonly kind: 'text' | 'context' | 'flow'
  readonly expected: string
  readonly passed: boolean
}

/** One step: what the user says, what the bot answers, and what is asserted of it. */
export interface ConversationStep {
  readonly input: string
  readonly answer: string
  readonly node: string
  readonly assertions: readonly Assertion[]
  readonly status: 'passed' | 'failed' | 'not executed'
  /** What the vendor shows beside a step that passed nevertheless. */
  readonly textMismatch?: boolean
}

/** A step whose answer is the expected one. */
export function goodStep(input: string, answer: string, ...more: readonly Assertion[]): ConversationStep {
  return { input, answer, node: '', assertions: [{ kind: 'text', expected: answer, passed: true }, ...more], status: 'passed' }
}

/** A step that the bot answers otherwise than expected. */
export function badStep(input: string, expected: string, answer: string, ...more: readonly Assertion[]): ConversationStep {
  return { input, answer, node: '', assertions: [{ kind: 'text', expected, passed: false }, ...more], status: 'failed' }
}

/** A step that was not reached. */
export function unreachedStep(input: string): ConversationStep {
  return { input, answer: '', node: '', assertions: [], status: 'not executed' }
}

/** The block `stepDetails`: what was not executed is in the total alone. */
export interface StepDetails {
  readonly passed: number
  readonly failed: number
  readonly total: number
}

/** Counts the steps. */
export function countSteps(steps: readonly ConversationStep[]): StepDetails {
  const having = (status: ConversationStep['status']): number => steps.filter((each) => each.status === status).length
  return { passed: having('passed'), failed: having('failed'), total: steps.length }
}

/** One element of `executionResults`, as the vendor's page shows it. */
export function executionResult(step: ConversationStep, requestId: string): Readonly<Record<string, unknown>> {
  return {
    actualOutput: [outputOf(step)],
    intents: [],
    faqs: [],
    smalltalk: [],
    input: step.input,
    outputs: [{ ...outputOf(step), ...(step.textMismatch === true && { textMismatch: true }) }],
    requestId,
    nlpVersion: 'v3',
    status: step.status,
  }
}

function outputOf({ answer, node, assertions }: ConversationStep): Readonly<Record<string, unknown>> {
  return {
    text: answer,
    nodeId: node,
    nodeName: node,
    assertions: {
      flowLevel: assertionOf(assertions, 'flow', 'nodeId'),
      text: assertionOf(assertions, 'text', 'text'),
      context: assertionOf(assertions, 'context', 'text'),
    },
  }
}

function assertionOf(
  all: readonly Assertion[],
  kind: Assertion['kind'],
  key: 'text' | 'nodeId',
): Readonly<Record<string, unknown>> {
  const own = all.filter((each) => each.kind === kind)
  const word = (passed: boolean): string => (passed ? 'passed' : 'failed')
  const contains = own.map(({ expected, passed }) => ({ [key]: expected, status: word(passed) }))
  if (own.length === 0) return { enabled: false, contains }
  return { enabled: true, contains, status: word(own.every(({ passed }) => passed)) }
}
