/** Finding cases by words: the texts of all cases, folded once. */
import type { CaseData } from '../page-data.ts'
import { type Standing, stands } from './standing.ts'

/** What is asked for. */
export interface Query {
  readonly words: string
  readonly standing: Standing
  /** The position of a suite; all of them when absent. */
  readonly suite?: number
}

/** Finds cases among the positions that it is given, in their order. */
export type Find = (query: Query, order: readonly number[]) => number[]

/** A finder over the cases. It reads them while the browser has nothing to do, and all that is left at the first search. */
export function createFind(cases: readonly CaseData[]): Find {
  const texts: string[] = []
  const readUntil = (end: number): void => {
    for (const each of cases.slice(texts.length, end)) texts.push(foldedText(each))
  }
  const readOn = (): void => {
    if (texts.length >= cases.length) return
    readUntil(texts.length + READ_AT_ONCE)
    whenIdle(readOn)
  }
  whenIdle(readOn)
  return ({ words, standing, suite }, order) => {
    const wanted = wordsOf(words)
    if (wanted.length > 0) readUntil(cases.length)
    return order.filter((position) => {
      const each = cases[position]
      if (each === undefined || (suite !== undefined && each.suite !== suite) || !stands(each, standing)) return false
      return wanted.every((word) => texts[position]?.includes(word) === true)
    })
  }
}

/** The words that are searched for, folded; what stands in double quotes is one. */
export function wordsOf(words: string): string[] {
  return [...words.toLowerCase().matchAll(/"([^"]+)"|([^\s"]+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
}

const READ_AT_ONCE = 500

function whenIdle(action: () => void): void {
  // Safari has no such thing; there all is read at the first search.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(action)
}

function foldedText({ name, message = '', checks = [], facts = [], turns = [] }: CaseData): string {
  const parts = [name, message]
  for (const [what, expected, found] of checks) parts.push(what, expected, found)
  for (const pair of facts) parts.push(...pair)
  for (const pair of turns) parts.push(...pair)
  return parts.join('\n').toLowerCase()
}
