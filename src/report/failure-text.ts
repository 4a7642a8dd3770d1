/** What was wrong with a case, in plain text, for reports that have one field for it. */
import type { Case, Check } from '../results.ts'
import { cut } from '../untrusted.ts'
import { failingChecks } from './worst.ts'

/** A check in one sentence; each text of the vendor is cut to that many characters. */
export function checkText(check: Check, characters: number): string {
  const { what, expected, found } = check
  return `${cut(what, characters)}: expected ${quoted(expected, characters)}, found ${quoted(found, characters)}`
}

/** Why the case is not green: its message, else its first failing check, else nothing. */
export function reasonText(each: Case, characters: number): string | undefined {
  if (each.message !== undefined) return cut(each.message, characters)
  const first = each.checks.find(({ passed }) => !passed)
  return first && cut(checkText(first, characters), characters)
}

/** One line for each failing check, as many as fit; empty when there are none. */
export function failingChecksText(each: Case, characters: number): string {
  const lines = failingChecks(each).map((check) => checkText(check, characters))
  return cut(lines.join('\n'), characters)
}

function quoted(text: string, characters: number): string {
  return text === '' ? 'nothing' : `“${cut(text, characters)}”`
}
