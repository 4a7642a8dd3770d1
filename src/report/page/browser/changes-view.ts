/** The step against the baseline. */
import { wholeNumber } from '../../../count-words.ts'
import { METRIC_TITLES, score, scoreDifference } from '../../figures.ts'
import type { BaselineData, CaseData, Change, PageData, SuiteData } from '../page-data.ts'
import { caseRow } from './case-row.ts'
import { appendInParts, element, label, outsideLink, table } from './elements.ts'
import { longText } from './long-text.ts'
import { withoutBaseline } from './no-baseline.ts'
import { isCompared } from './overview.ts'
import { trendChart } from './trend-chart.ts'

const GROUPS: readonly (readonly [Change, string, string])[] = [
  ['regression', 'Regressions', 'Passed on the baseline, and fail now or score lower.'],
  ['still failing', 'Still failing', 'Failed on the baseline too.'],
  ['fixed', 'Fixed', 'Failed on the baseline, and pass now.'],
  ['new', 'New', 'Not on the baseline.'],
]

/** What changed, in the order of need, also where other jobs compared; nothing when no baseline was asked for. */
export function changesView(data: PageData): HTMLElement | undefined {
  const { baseline, noBaseline, suites, cases } = data
  const view = element('section', { class: 'changes', 'aria-label': 'Compared with the baseline' })
  if (noBaseline !== undefined) view.append(...withoutBaseline(noBaseline, 'callout attention'))
  if (baseline === undefined && !suites.some(isCompared)) return noBaseline === undefined ? undefined : view
  view.append(comparedWith(baseline))
  const introduced = view.childElementCount
  for (const [change, title, meaning] of GROUPS) {
    const changed = cases.filter((each) => each.change === change)
    if (changed.length > 0) view.append(group(title, meaning, changed.length, caseItems(changed, data)))
  }
  const gone = suites.flatMap((suite) => suite.gone ?? [])
  if (gone.length > 0) view.append(group('Gone', 'Only on the baseline.', gone.length, goneItems(gone)))
  if (view.childElementCount === introduced) view.append(element('p', {}, nothingChanged(suites)))
  view.append(...metricTable(suites), ...trendChart(data))
  return view
}

/** Where other jobs compared, each may have had another baseline. */
function comparedWith(baseline: BaselineData | undefined): HTMLElement {
  if (baseline === undefined) return element('p', {}, 'Compared with the baseline.')
  const run = outsideLink('the newest finished run', baseline.url)
  return element('p', {}, 'Compared with ', run, ' of ', element('b', {}, baseline.branch), '.')
}

function nothingChanged(suites: readonly SuiteData[]): string {
  if (suites.some(isCompared)) return 'Every case ended as it did on the baseline.'
  return 'None of the suites can be compared with it.'
}

function group(title: string, meaning: string, count: number, items: HTMLElement): HTMLElement {
  const heading = element('h2', {}, title, ' ', element('span', { class: 'count' }, wholeNumber(count)))
  return element('section', { class: 'card' }, heading, element('p', { class: 'hint' }, meaning), items)
}

function caseItems(cases: readonly CaseData[], data: PageData): HTMLElement {
  const items = element('ul', { class: 'plain', role: 'list' })
  appendInParts(items, cases, (each) => element('li', {}, caseRow(each, data, [])))
  return items
}

function goneItems(names: readonly string[]): HTMLElement {
  const items = element('ul')
  appendInParts(items, names, (name) => element('li', {}, longText(name)))
  return items
}

function metricTable(suites: readonly SuiteData[]): HTMLElement[] {
  const rows = suites.flatMap(({ name, metricChanges = [] }) =>
    metricChanges.map((change) => [
      longText(name),
      METRIC_TITLES[change.name],
      score(change.before),
      score(change.now),
      element(
        'span',
        {},
        scoreDifference(change.before, change.now),
        ' ',
        change.regressed ? label('regression', 'danger') : undefined,
      ),
    ]),
  )
  if (rows.length === 0) return []
  const shown = table('Metrics against the baseline', ['Suite', 'Metric', 'Baseline', 'Now', 'Difference'], rows)
  return [element('section', { class: 'card' }, element('h2', {}, 'Metrics'), shown)]
}
