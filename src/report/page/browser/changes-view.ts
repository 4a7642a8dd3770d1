/** The step against the baseline. */
import { score, wholeNumber } from '../../figures.ts'
import type { CaseData, Change, PageData, SuiteData } from '../page-data.ts'
import { caseRow } from './case-row.ts'
import { appendInParts, element, label, outsideLink, table } from './elements.ts'
import { longText } from './long-text.ts'
import { METRIC_NAMES } from './overview.ts'
import { trendChart } from './trend-chart.ts'

const GROUPS: readonly (readonly [Change, string, string])[] = [
  ['regression', 'Regressions', 'Passed on the baseline, and fail now or score lower.'],
  ['still failing', 'Still failing', 'Failed on the baseline too.'],
  ['fixed', 'Fixed', 'Failed on the baseline, and pass now.'],
  ['new', 'New', 'Not on the baseline.'],
]

/** What changed, in the order of need; nothing when no baseline was asked for. */
export function changesView(data: PageData): HTMLElement | undefined {
  const { baseline, noBaseline, suites, cases } = data
  const view = element('section', { class: 'changes', 'aria-label': 'Compared with the baseline' })
  if (noBaseline !== undefined) view.append(element('p', { class: 'callout attention' }, noBaseline))
  if (baseline === undefined) return noBaseline === undefined ? undefined : view
  const branch = element('b', {}, baseline.branch)
  view.append(element('p', {}, 'Compared with ', outsideLink('the newest finished run', baseline.url), ' of ', branch, '.'))
  for (const [change, title, meaning] of GROUPS) {
    const changed = cases.filter((each) => each.change === change)
    if (changed.length > 0) view.append(group(title, meaning, changed.length, caseItems(changed, data)))
  }
  const gone = suites.flatMap((suite) => suite.gone ?? [])
  if (gone.length > 0) view.append(group('Gone', 'Only on the baseline.', gone.length, goneItems(gone)))
  if (view.childElementCount === 1) view.append(element('p', {}, 'Every case ended as it did on the baseline.'))
  view.append(...metricTable(suites), ...trendChart(data))
  return view
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
      METRIC_NAMES[change.name],
      score(change.before),
      score(change.now),
      element('span', {}, signed(change.now - change.before), ' ', change.regressed ? label('regression', 'danger') : undefined),
    ]),
  )
  if (rows.length === 0) return []
  const shown = table('Metrics against the baseline', ['Suite', 'Metric', 'Baseline', 'Now', 'Difference'], rows)
  return [element('section', { class: 'card' }, element('h2', {}, 'Metrics'), shown)]
}

function signed(difference: number): string {
  const size = score(Math.abs(difference))
  if (size === '0') return '±0'
  return difference < 0 ? `−${size}` : `+${size}`
}
