/** The status answer of a Kore.ai conversation test: its shape, and the results in it, as it is the only thing that the vendor gives. */
import * as z from 'zod/mini'
import { countOf, wasOrWere } from '../../count-words.ts'
import {
  type Case,
  type CaseStatus,
  type Check,
  type Counts,
  countCases,
  type Results,
  type Turn,
  uniqueNames,
} from '../../results.ts'
import { Count, Figure, lenient } from '../../shapes.ts'
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

const Step = z.object({ input: Shown, event: Shown, status: Shown, outputs: Outputs, actualOutput: Outputs })
type Step = z.infer<typeof Step>

/** The fields that are used of the answer to a status call; see the vendor's page on the status of a conversation test. */
export const ConversationStatus = z.object({
  status: z.string(),
  totalTestStepsCount: z.nullish(Count),
  percentageCompleted: lenient(Figure),
  result: z.nullish(
    z.object({
      status: z.nullish(z.string()),
      stepDetails: z.nullish(z.object({ passed: Count, failed: Count, total: z.nullish(Count) })),
      executionResults: z.nullish(z.array(Step)),
      errorDetails: z.optional(z.unknown()),
      duration: lenient(Figure),
    }),
  ),
})
export type ConversationStatus = z.infer<typeof ConversationStatus>

/** Whether any step failed, by the steps or by the counts. */
export function hasFailedSteps(status: ConversationStatus): boolean {
  return stepsOf(status).some((step) => statusOf(step) === 'failed') || (status.result?.stepDetails?.failed ?? 0) > 0
}

/** The results of a run that is over: the steps judged, the vendor's counts held against them. Without steps the counts alone judge. */
export function conversationResults(status: ConversationStatus): Results {
  const cases = casesOf(status)
  const counts = cases.length > 0 ? countCases(cases) : countsAlone(status)
  const { duration } = status.result ?? {}
  return {
    cases,
    counts,
    metrics: {},
    figures: new Map(typeof duration === 'number' ? [['Duration in ms', String(duration)]] : []),
    contradictions: contradictionsOf(status, counts),
    warnings: warningsOf(status),
  }
}

function stepsOf({ result }: ConversationStatus): readonly Step[] {
  return result?.executionResults ?? []
}

/** How many steps the suite has, where the answer says so. */
function totalOf({ totalTestStepsCount, result }: ConversationStatus): number {
  return Math.max(totalTestStepsCount ?? 0, result?.stepDetails?.total ?? 0)
}

function countsAlone(status: ConversationStatus): Counts {
  const { passed = 0, failed = 0 } = status.result?.stepDetails ?? {}
  const total = Math.max(totalOf(status), passed + failed)
  return { total, passed, failed, errored: 0, skipped: total - passed - failed, flaky: 0, quarantined: 0 }
}

/** A case for each step, and one for each that the suite has and that was not executed. */
function casesOf(status: ConversationStatus): Case[] {
  const steps = stepsOf(status)
  if (steps.length === 0) return []
  const missing = Math.max(0, totalOf(status) - steps.length)
  const unrun = Array.from({ length: missing }, (_, index) => notExecuted(`step ${steps.length + index + 1}`))
  const cases = [...steps.map(toCase), ...unrun]
  const names = uniqueNames(cases.map(({ name }) => name))
  return cases.map((each, index) => ({ ...each, name: names[index] ?? each.name }))
}

function notExecuted(name: string): Case {
  return { name, status: 'skipped', message: 'this step was not executed', flaky: false, tries: 1, checks: [], facts: new Map() }
}

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

function statusOf(step: Step): CaseStatus {
  return STEP_STATUS.get(plainWord(step.status)) ?? 'error'
}

/** The status decides, whatever the assertions and `textMismatch` say. */
function toCase(step: Step, index: number): Case {
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

/** The assertions stand in `outputs` and again in `actualOutput`; the latter alone tells what was really found. */
function checksOf({ status, outputs, actualOutput }: Step): Check[] {
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

function contradictionsOf(status: ConversationStatus, counts: Counts): string[] {
  const { result, totalTestStepsCount } = status
  const details = result?.stepDetails ?? undefined
  const found = brokenPasses(status)
  if (opposes(status.status, result?.status ?? '')) found.push('its status and the status in its result contradict each other')
  if (details === undefined && stepsOf(status).length === 0) found.push('its answer holds neither steps nor counts of them')
  if (plainWord(status.status) === 'passed') found.push(...againstPassed(status, counts))
  if (details === undefined) return found
  const { passed, failed, total } = details
  if (typeof total === 'number' && passed + failed > total)
    found.push(`it counts ${passed} passed and ${countOf(failed, 'failed steps')} of ${total}`)
  if (typeof total === 'number' && typeof totalTestStepsCount === 'number' && total !== totalTestStepsCount)
    found.push(`it says that the suite has ${countOf(totalTestStepsCount, 'steps')}, and counts ${total}`)
  const isTold = stepsOf(status).length > 0
  if (isTold && (passed !== counts.passed || failed !== counts.failed))
    found.push(
      `it counts ${passed} passed and ${countOf(failed, 'failed steps')}, and shows ${counts.passed} and ${counts.failed}`,
    )
  return found
}

/** Whether one says that the run passed and the other that it failed; other words say how far it is. */
function opposes(outside: string, inside: string): boolean {
  const words = [plainWord(outside), plainWord(inside)]
  return words.includes('passed') && words.includes('failed')
}

/** That steps are called passed although an assertion of theirs is called failed; nothing where there are none. */
function brokenPasses(status: ConversationStatus): string[] {
  const isBroken = (step: Step): boolean => statusOf(step) === 'passed' && checksOf(step).some(({ passed }) => !passed)
  const broken = stepsOf(status).filter(isBroken).length
  return broken === 0 ? [] : [`${broken} of its steps passed although an assertion of ${broken === 1 ? 'it' : 'them'} failed`]
}

function againstPassed(status: ConversationStatus, { total, failed, skipped }: Counts): string[] {
  const failures = Math.max(failed, status.result?.stepDetails?.failed ?? 0)
  return [
    ...(failures > 0 ? [`it says that the run passed, but ${countOf(failures, 'steps')} failed`] : []),
    ...(skipped > 0
      ? [`it says that the run passed, but ${skipped} of ${countOf(total, 'steps')} ${wasOrWere(skipped)} not executed`]
      : []),
  ]
}

function warningsOf(status: ConversationStatus): string[] {
  const isSilent = stepsOf(status).length === 0
  const hasErrors = !['null', '""', '{}', '[]'].includes(JSON.stringify(status.result?.errorDetails ?? null))
  return [
    ...(isSilent ? ['no step details were given, so the verdict rests on the counts of the vendor alone'] : []),
    ...(hasErrors ? ['the vendor reports errors of its own in errorDetails; see status.json'] : []),
  ]
}
