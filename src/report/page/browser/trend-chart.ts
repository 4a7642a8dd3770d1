/** How the pass rate went over the last runs of the baseline's branch, with this run as the last point. */
import type { PageData, TrendData } from '../page-data.ts'
import { drawing, element, outsideLink, table } from './elements.ts'
import { metricPairs } from './overview.ts'

const WIDTH = 640
const HEIGHT = 160
const EDGE = { left: 44, right: 16, top: 14, bottom: 26 } as const

/** The chart and the same as a table; nothing when there is no earlier run to see. */
export function trendChart({ baseline, total, finished }: PageData): HTMLElement[] {
  if (baseline === undefined || baseline.trend.length === 0) return []
  const now: TrendData = { finished, metrics: total.metrics, ...(total.passRate !== undefined && { passRate: total.passRate }) }
  const points = [...baseline.trend, now]
  const rows = points.map((point, index) => [
    index === points.length - 1 ? 'This run' : outsideLink(point.finished, point.url),
    point.passRate === undefined ? '–' : `${point.passRate} %`,
    metricPairs(point.metrics)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · ') || '–',
  ])
  const all = table('Trend', ['Run', 'Pass rate', 'Metrics'], rows)
  return [
    element(
      'section',
      { class: 'card' },
      element('h2', {}, 'Trend'),
      chart(points),
      element('details', {}, element('summary', {}, 'The same as a table'), all),
    ),
  ]
}

function chart(points: readonly TrendData[]): SVGElement {
  const rates = points.flatMap(({ passRate }) => passRate ?? [])
  const lowest = Math.min(90, ...rates.map((rate) => Math.floor(rate / 10) * 10))
  const x = (index: number): number => EDGE.left + (index * (WIDTH - EDGE.left - EDGE.right)) / Math.max(1, points.length - 1)
  const y = (rate: number): number => EDGE.top + ((100 - rate) * (HEIGHT - EDGE.top - EDGE.bottom)) / (100 - lowest)
  const known = points.flatMap(({ passRate }, index) => (passRate === undefined ? [] : [{ index, rate: passRate }]))
  const path = known
    .map(({ index, rate }, order) => `${order === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(rate).toFixed(1)}`)
    .join(' ')
  return drawing(
    'svg',
    {
      class: 'trend',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': `Pass rate over ${points.length} runs, the last being this one`,
    },
    ...[100, (100 + lowest) / 2, lowest].flatMap((rate) => gridLine(rate, y(rate))),
    drawing('path', { class: 'line', d: path }),
    ...known.map(({ index, rate }) => dot(points[index], x(index), y(rate), index === points.length - 1)),
    drawing('text', { x: String(WIDTH - EDGE.right), y: String(HEIGHT - 6), 'text-anchor': 'end' }, 'this run'),
    drawing('text', { x: String(EDGE.left), y: String(HEIGHT - 6) }, points[0]?.finished.slice(0, 'yyyy-mm-dd'.length) ?? ''),
  )
}

function gridLine(rate: number, height: number): SVGElement[] {
  const [y, right] = [height.toFixed(1), String(WIDTH - EDGE.right)]
  return [
    drawing('path', { class: 'grid', d: `M${EDGE.left} ${y}H${right}` }),
    drawing('text', { x: String(EDGE.left - 8), y: String(height + 4), 'text-anchor': 'end' }, `${rate} %`),
  ]
}

function dot(point: TrendData | undefined, x: number, y: number, last: boolean): SVGElement {
  const title = drawing('title', {}, `${point?.finished ?? ''}: ${point?.passRate ?? 0} %`)
  return drawing('circle', { class: last ? 'dot now' : 'dot', cx: x.toFixed(1), cy: y.toFixed(1), r: last ? '5' : '3.5' }, title)
}
