/** Of each step of a workflow run the newest attempt, by what the steps say of themselves. Pure. */
import type { Origin, StepOutcome } from './outcome.ts'

/** An artifact with its step, where it could be read. */
interface Attempted {
  readonly artifact: { readonly name: string }
  readonly step?: Pick<StepOutcome, 'provider' | 'suites' | 'origin' | 'startedAt' | 'finishedAt'>
}

/** The artifacts that count, and those that do not, each in the order they came. */
interface NewestAttempts<Item> {
  readonly kept: readonly Item[]
  /** A later attempt has told them anew. */
  readonly replaced: readonly Item[]
  /** They tell of the same step as one that came before: an upload that was made twice stands for no other job. */
  readonly copies: readonly Item[]
  /** From how many steps, so that two attempts of one are not counted as two. */
  readonly found: number
}

/**
 * Leaves out what a later attempt of the same job, index and step has told anew. A job that was not run again keeps its
 * earlier attempt. Two calls of one reusable workflow look like one job, so an attempt with another suite than the later ones is kept.
 */
export function newestAttempts<Item extends Attempted>(all: readonly Item[]): NewestAttempts<Item> {
  const copies = copiesAmong(all)
  const items = all.filter((item) => !copies.has(item))
  const bySteps = Map.groupBy(items, ({ step, artifact }) =>
    step?.origin === undefined ? `?${artifact.name}` : keyOf(step.origin),
  )
  const told = new Set(items.flatMap(({ step, artifact }) => nameOfAttempts(artifact.name, step?.origin)))
  const isReplaced = (item: Item): boolean => {
    if (item.step?.origin === undefined) return told.has(item.artifact.name)
    return (bySteps.get(keyOf(item.step.origin)) ?? []).some((other) => replaces(other, item))
  }
  const replaced = new Set(items.filter(isReplaced))
  const kept = items.filter((item) => !replaced.has(item))
  const counts = [...bySteps.values()].map((group) =>
    Math.min(mostInOneAttempt(group), group.filter((item) => !replaced.has(item)).length),
  )
  return { kept, replaced: [...replaced], copies: [...copies], found: counts.reduce((sum, count) => sum + count, 0) }
}

/** Two calls of one reusable workflow begin and end at other moments, or have other runs. */
function copiesAmong<Item extends Attempted>(items: readonly Item[]): ReadonlySet<Item> {
  const told = items.filter(({ step }) => step !== undefined)
  const same = Map.groupBy(told, ({ step }) => {
    const runs = step?.suites.map(({ suite, runId }) => [suite, runId])
    return JSON.stringify([step?.provider, step?.origin, step?.startedAt, step?.finishedAt, runs])
  })
  return new Set([...same.values()].flatMap(([, ...copies]) => copies))
}

function keyOf({ job, index, step }: Origin): string {
  return JSON.stringify([job, index, step])
}

/** One that broke off before its suites were known has replaced them all the same. */
function replaces({ step: later }: Attempted, { step: earlier }: Attempted): boolean {
  if (later?.origin === undefined || earlier?.origin === undefined || later.origin.attempt <= earlier.origin.attempt) return false
  if (later.suites.length === 0) return true
  const names = new Set(later.suites.map(({ suite }) => suite))
  return earlier.suites.every(({ suite }) => names.has(suite))
}

/** Within one attempt a step leaves one artifact. */
function mostInOneAttempt(group: readonly Attempted[]): number {
  const perAttempt = Map.groupBy(group, ({ step }) => step?.origin?.attempt)
  return Math.max(...[...perAttempt.values()].map(({ length }) => length))
}

/** The names that an artifact of that name had in earlier attempts, by which one that cannot be read is known. */
function nameOfAttempts(name: string, origin: Origin | undefined): string[] {
  if (origin === undefined || !name.endsWith(`-${origin.attempt}`)) return []
  const stem = name.slice(0, -String(origin.attempt).length)
  return Array.from({ length: Math.min(origin.attempt, MOST_ATTEMPTS) - 1 }, (_, index) => `${stem}${index + 1}`)
}

const MOST_ATTEMPTS = 1000
