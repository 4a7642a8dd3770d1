/** The status answer of a Kore.ai conversation test: its shape, and the results in it, as it is the only thing that the vendor gives. */
import * as z from 'zod/mini'
import { countOf, wasOrWere } from '../../count-words.ts'
import { type Case, type Counts, countCases, type Results, uniqueNames } from '../../results.ts'
import { Count, Figure, lenient } from '../../shapes.ts'
import { checksOf, Step, statusOf, toCase } from './conversation-step.ts'
import { plainWord } from './status-word.ts'

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
