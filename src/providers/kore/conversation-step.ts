/** One step in the answer about a Kore.ai conversation test: its shape, and the case that it becomes. */
import * as z from 'zod/mini'
import type { Case, CaseStatus, Check, Turn } from '../../results.ts'
import { lenient } from '../../shapes.ts'
import { plainWord } from './status-word.ts'

/** What is only shown may come in any form. */
const Shown = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^""$/, ''))),
)

const Expectation = z.object({ text: Shown, nodeId: Shown, key: Shown, value: Shown, status: Shown })
const Assertion = lenient(z.object({ enabled: lenient(z.boolean()), status: Shown, contains: lenient(z.array(Expectation)) }))
const Output = z.object({
  text: Shown,
  nodeId: Shown,
  nodeName: Shown,
  assertions: lenient(z.object({ text: Assertion, context: Assertion, flowLevel: Assertion })),
  textMismatch: lenient(z.boolean()),
})
type Output = z.infer<typeof Output>
const Outputs = lenient(z.array(Output))

/** The fields that are used of one step. */
export const Step = z.object({ input: Shown, event: Shown, status: Shown, outputs: Outputs, actualOutput: Outputs })
export type Step = z.infer<typeof Step>

const STEP_STATUS: ReadonlyMap<string, CaseStatus> = new Map([
  ['passed', 'passed'],
  ['pass', 'passed'],
  ['success', 'passed'],
  ['failed', 'failed'],
  ['fail', 'failed'],
  ['failure', 'failed'],
  ['skipped', 'skipped'],
  ['notexecuted', 'skipped'],
  ['notrun', 'skipped'],
])

/** How a step ended; a word that nobody knows is no success. */
export function statusOf(step: Step): CaseStatus {
  return STEP_STATUS.get(plainWord(step.status)) ?? 'error'
}

/** A step as a case. The status decides, whatever the assertions and `textMismatch` say. */
export function toCase(step: Step, index: number): Case {
  const status = statusOf(step)
  const checks = checksOf(step)
  const message = messageOf(status, checks)
  return {
    name: step.input || step.event || `step ${index + 1}`,
    status,
    flaky: false,
    tries: 1,
    checks,
    facts: factsOf(step),
    turns: turnsOf(step),
    ...(message !== undefined && { message }),
  }
}

function messageOf(status: CaseStatus, checks: readonly Check[]): string | undefined {
  if (status === 'error') return 'the vendor reported an unknown status for this step'
  if (status === 'skipped') return 'this step was not executed'
  return status === 'failed' && checks.every(({ passed }) => passed)
    ? 'the vendor does not say which assertion of this step failed'
    : undefined
}

function factsOf({ event, outputs, actualOutput }: Step): ReadonlyMap<string, string> {
  const isMismatch = [...(outputs ?? []), ...(actualOutput ?? [])].some(({ textMismatch }) => textMismatch === true)
  return new Map([
    ...(event === '' ? [] : [['Event', event] as const]),
    ...(isMismatch ? [['Text mismatch', 'true'] as const] : []),
  ])
}

function turnsOf({ input, event, outputs, actualOutput }: Step): Turn[] {
  const said = (actualOutput ?? outputs ?? []).map(({ text }) => ({ speaker: 'bot', text }))
  return [{ speaker: 'user', text: input || event }, ...said].filter(({ text }) => text !== '')
}

const ASSERTIONS = [
  ['text', 'text'],
  ['context', 'context'],
  ['flowLevel', 'flow'],
] as const

/** What a step asserts. The assertions stand in `outputs` and again in `actualOutput`; the latter alone tells what was really found. */
export function checksOf({ status, outputs, actualOutput }: Step): Check[] {
  const asserted = outputs?.some(({ assertions }) => assertions != null) === true ? outputs : (actualOutput ?? [])
  return asserted.flatMap((output, index) => {
    const actual = actualOutput === null || actualOutput === undefined ? output : actualOutput[index]
    return ASSERTIONS.flatMap(([key, what]) => checksOfAssertion(what, output.assertions?.[key], actual, status))
  })
}

function checksOfAssertion(
  what: (typeof ASSERTIONS)[number][1],
  assertion: z.infer<typeof Assertion>,
  actual: Output | undefined,
  stepStatus: string,
): Check[] {
  if (assertion?.enabled === false) return []
  const found = { text: actual?.text, context: '', flow: actual?.nodeName || actual?.nodeId }[what] ?? ''
  const checks = (assertion?.contains ?? []).map((each) => ({
    what,
    expected: expectedBy(each),
    found,
    passed: isPassed(each.status || assertion?.status || stepStatus),
  }))
  const isUntold = plainWord(assertion?.status ?? '') === 'failed' && checks.every(({ passed }) => passed)
  return isUntold ? [...checks, { what, expected: '', found, passed: false }] : checks
}

function expectedBy({ text, nodeId, key, value }: z.infer<typeof Expectation>): string {
  return text || nodeId || [key, value].filter((part) => part !== '').join(' = ')
}

function isPassed(status: string | undefined): boolean {
  return STEP_STATUS.get(plainWord(status ?? '')) === 'passed'
}
