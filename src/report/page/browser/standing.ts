/** How a case stands: its sign, its words, and whether it is among those that were asked for. Pure. */
import type { CaseData } from '../page-data.ts'
import type { Sign } from './elements.ts'

/** What a case can be filtered by. */
export type Standing =
  | 'all'
  | 'failed'
  | 'error'
  | 'passed'
  | 'skipped'
  | 'quarantined'
  | 'flaky'
  | 'regression'
  | 'fixed'
  | 'new'

/** All of them, in the order of need, with their words. */
export const STANDINGS: readonly (readonly [Standing, string])[] = [
  ['all', 'All'],
  ['failed', 'Failed'],
  ['error', 'Errored'],
  ['regression', 'Regressions'],
  ['fixed', 'Fixed'],
  ['new', 'New'],
  ['quarantined', 'Quarantined'],
  ['flaky', 'Flaky'],
  ['skipped', 'Skipped'],
  ['passed', 'Passed'],
]

/** Whether the case is to be shown when that is asked for. */
export function stands(each: CaseData, standing: Standing): boolean {
  if (standing === 'all') return true
  if (standing === 'flaky') return each.flaky === true
  if (standing === 'regression' || standing === 'fixed' || standing === 'new') return each.change === standing
  return signName(each) === standing
}

/** The sign of a case: that of its status, unless its failure does not count. */
export function signName({ status, quarantine }: CaseData): Sign {
  return quarantine === undefined ? status : 'quarantined'
}

/** The signs in words. */
export const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  error: 'Could not be run',
  skipped: 'Skipped',
  quarantined: 'Quarantined',
}

/** The statuses, what has to be looked at first. */
const URGENCY: readonly Sign[] = ['failed', 'error', 'quarantined', 'skipped', 'passed']

/** The positions of all cases, what has to be looked at first, regressions before all, else in the vendor's order. */
export function byUrgency(cases: readonly CaseData[]): number[] {
  const urgency = cases.map((each) => (each.change === 'regression' ? -1 : URGENCY.indexOf(signName(each))))
  return [...cases.keys()].sort((left, right) => (urgency[left] ?? 0) - (urgency[right] ?? 0) || left - right)
}
