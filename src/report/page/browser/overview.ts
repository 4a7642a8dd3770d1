/** The top of the page: the verdict, why, and the figures. */

import type { Conclusion } from '../../../outcome.ts'
import type { Metrics } from '../../../results.ts'
import { countOf, score, timeSpan, wholeNumber } from '../../figures.ts'
import type { Change, FiguresData, PageData } from '../page-data.ts'
import { type Content, element, list, type Sign, signOf, spoken } from './elements.ts'

/** The verdict with its reasons, the figures beside it. */
export function overview(data: PageData): HTMLElement {
  return element('header', { class: `overview ${signOfConclusion(data.conclusion)}` }, verdict(data), figures(data))
}

/** How a conclusion looks. */
export function signOfConclusion(conclusion: Conclusion): Sign {
  if (conclusion === 'passed' || conclusion === 'failed') return conclusion
  return conclusion === 'skipped' || conclusion === 'started' ? 'skipped' : 'error'
}

/** What is shown of metrics, with their names. */
export const METRIC_NAMES: Readonly<Record<keyof Metrics, string>> = {
  f1: 'F1',
  precision: 'Precision',
  recall: 'Recall',
  averageScore: 'Average score',
}

/** The metrics that there are, by name, as a reader reads them. */
export function metricPairs(metrics: Metrics): [string, string][] {
  const names = ['f1', 'precision', 'recall', 'averageScore'] as const
  return names.flatMap((name) => {
    const value = metrics[name]
    return value === undefined ? [] : [[METRIC_NAMES[name], score(value)] satisfies [string, string]]
  })
}

function verdict(data: PageData): HTMLElement {
  const why = data.reasons.length > 1 ? list(data.reasons.map(capitalised)) : element('p', {}, capitalised(data.message))
  return element(
    'div',
    { class: 'verdict' },
    element('h1', {}, signOf(signOfConclusion(data.conclusion)), data.verdict),
    element('div', { class: 'why' }, why),
    comparisonLine(data),
    data.advice === undefined ? undefined : element('p', { class: 'advice' }, data.advice),
    element(
      'p',
      { class: 'facts' },
      ...[data.provider, `gate: ${data.gate}`, data.finished, timeSpan(data.durationMs)].map((fact) => element('span', {}, fact)),
    ),
  )
}

/** With a capital letter, as a sentence that stands alone. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const CHANGES: readonly (readonly [Change, string])[] = [
  ['regression', 'regression'],
  ['fixed', 'fixed'],
  ['still failing', 'still failing'],
  ['new', 'new'],
]

function comparisonLine({ baseline, noBaseline, cases, suites }: PageData): HTMLElement | undefined {
  if (noBaseline !== undefined) return element('p', { class: 'compared' }, noBaseline)
  if (baseline === undefined) return undefined
  const counts = CHANGES.flatMap(([change, words]) => {
    const count = cases.filter((each) => each.change === change).length
    if (count === 0) return []
    return [change === 'regression' ? countOf(count, words) : `${wholeNumber(count)} ${words}`]
  })
  const gone = suites.reduce((sum, suite) => sum + (suite.gone?.length ?? 0), 0)
  const all = gone === 0 ? counts : [...counts, `${wholeNumber(gone)} gone`]
  const words = all.length === 0 ? 'nothing changed' : all.join(', ')
  return element(
    'p',
    { class: 'compared' },
    'Compared with ',
    element('b', {}, baseline.branch),
    `: ${words}. `,
    element('a', { href: '#changes' }, 'See what changed'),
  )
}

function figures({ total, suites }: PageData): HTMLElement | undefined {
  if (suites.every((suite) => suite.figures === undefined)) return undefined
  const rate = total.passRate === undefined ? [] : [['Pass rate', `${total.passRate} %`] as const]
  const tiles = [...rate, ...metricPairs(total.metrics)]
  return element(
    'div',
    { class: 'figures' },
    element(
      'dl',
      { class: 'tiles' },
      ...tiles.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
    bar(total),
  )
}

const BAR: readonly (readonly [
  keyof FiguresData & ('passed' | 'failed' | 'errored' | 'quarantined' | 'skipped'),
  Sign,
  string,
])[] = [
  ['failed', 'failed', 'failed'],
  ['errored', 'error', 'errored'],
  ['quarantined', 'quarantined', 'quarantined'],
  ['skipped', 'skipped', 'skipped'],
  ['passed', 'passed', 'passed'],
]

function bar(total: FiguresData): HTMLElement {
  const shown = BAR.filter(([count]) => total[count] > 0)
  const parts = shown.map(([count, sign]) => {
    const part = element('span', { class: sign })
    part.style.flexGrow = String(total[count])
    return part
  })
  const legend: Content[] = shown.map(([count, sign, words]) =>
    element(
      'li',
      {},
      element('span', { class: `dot ${sign}`, 'aria-hidden': 'true' }),
      element('b', {}, wholeNumber(total[count])),
      ` ${words}`,
    ),
  )
  return element(
    'div',
    {},
    element('div', { class: 'bar', 'aria-hidden': 'true' }, ...parts),
    element(
      'ul',
      { class: 'legend', role: 'list' },
      ...legend,
      element('li', {}, spoken('of '), element('b', {}, wholeNumber(total.total)), ' in all'),
    ),
  )
}
