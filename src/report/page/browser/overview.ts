/** The top of the page: the verdict, why, and the figures. */
import { countOf, wholeNumber } from '../../../count-words.ts'
import type { Conclusion } from '../../../outcome.ts'
import type { Metrics } from '../../../results.ts'
import { capitalised } from '../../../sentences.ts'
import { timeSpan } from '../../../time-spans.ts'
import { METRIC_TITLES, score } from '../../figures.ts'
import type { Change, FiguresData, PageData, SuiteData } from '../page-data.ts'
import { type Content, element, list, type Sign, signOf, spoken } from './elements.ts'
import { withoutBaseline } from './no-baseline.ts'

/** The verdict with its reasons, the figures beside it. */
export function overview(data: PageData): HTMLElement {
  return element('header', { class: `overview ${signOfConclusion(data.conclusion)}` }, verdict(data), figures(data))
}

/** How a conclusion looks. */
export function signOfConclusion(conclusion: Conclusion): Sign {
  if (conclusion === 'passed' || conclusion === 'failed') return conclusion
  return conclusion === 'skipped' || conclusion === 'started' ? 'skipped' : 'error'
}

/** The metrics that there are, by name, as a reader reads them. */
export function metricPairs(metrics: Metrics): [string, string][] {
  const names = ['f1', 'precision', 'recall', 'averageScore'] as const
  return names.flatMap((name) => {
    const value = metrics[name]
    return value === undefined ? [] : [[METRIC_TITLES[name], score(value)] satisfies [string, string]]
  })
}

function verdict(data: PageData): HTMLElement {
  const why = data.reasons.length > 1 ? list(data.reasons.map(capitalised)) : element('p', {}, capitalised(data.message))
  return element(
    'div',
    { class: 'verdict' },
    element('h1', {}, signOf(signOfConclusion(data.conclusion)), data.verdict),
    element('div', { class: 'why' }, why),
    ...(data.noBaseline === undefined ? [] : withoutBaseline(data.noBaseline, 'compared')),
    comparisonLine(data),
    data.advice === undefined ? undefined : element('p', { class: 'advice' }, data.advice),
    stepFacts(data),
  )
}

function stepFacts({ provider, gate, finished, durationMs }: PageData): HTMLElement {
  const facts = [provider, gate === undefined ? undefined : `gate: ${gate}`, finished, timeSpan(durationMs)]
  return element('p', { class: 'facts' }, ...facts.flatMap((fact) => (fact === undefined ? [] : [element('span', {}, fact)])))
}

/** Whether the suite was on a baseline too. */
export function isCompared({ gone }: SuiteData): boolean {
  return gone !== undefined
}

const CHANGES: readonly (readonly [Change, string])[] = [
  ['regression', 'regression'],
  ['fixed', 'fixed'],
  ['still failing', 'still failing'],
  ['new', 'new'],
]

function comparisonLine(data: PageData): HTMLElement | undefined {
  const { baseline, suites } = data
  const compared = suites.some(isCompared)
  if (baseline === undefined && !compared) return undefined
  return element(
    'p',
    { class: 'compared' },
    'Compared with ',
    baseline === undefined ? 'the baseline' : element('b', {}, baseline.branch),
    `: ${compared ? changeCounts(data) : 'none of the suites can be compared'}. `,
    element('a', { href: '#changes' }, 'See what changed'),
  )
}

function changeCounts({ cases, suites }: PageData): string {
  const counts = CHANGES.flatMap(([change, words]) => {
    const count = cases.filter((each) => each.change === change).length
    if (count === 0) return []
    return [change === 'regression' ? countOf(count, words) : `${wholeNumber(count)} ${words}`]
  })
  const gone = suites.reduce((sum, suite) => sum + (suite.gone?.length ?? 0), 0)
  const all = gone === 0 ? counts : [...counts, `${wholeNumber(gone)} gone`]
  return all.length === 0 ? 'nothing changed' : all.join(', ')
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
