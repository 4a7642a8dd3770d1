/** What a measurement came to, and how it is shown. */

/** One figure. */
export interface Figure {
  readonly what: string
  /** All that was measured; its median is what counts. */
  readonly samples: readonly number[]
  readonly unit: 'ms' | 'µs' | 's' | 'MB' | 'looks'
  /** Undefined for what is only there to compare with. */
  readonly goal?: Goal
}

/** The median may be at most `most` times that of another figure, or `most` units where there is none. */
export interface Goal {
  readonly most: number
  readonly than?: Figure
}

/** The middle of the samples; between the two middle ones where their number is even. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((left, right) => left - right)
  const half = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 === 0 ? [sorted[half - 1], sorted[half]] : [sorted[half], sorted[half]]
  return (low + high) / 2
}

/** True when a figure keeps its goal, or has none. */
export function holds(figure: Figure): boolean {
  return figure.goal === undefined || measure(figure, figure.goal) <= figure.goal.most
}

/** A Markdown table of the figures. */
export function renderTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${median(figure.samples).toFixed(1)} ${figure.unit}`,
    spread(figure),
    ...verdict(figure),
  ])
  const table = [['figure', 'median', '10 % to 90 %', 'measured', 'goal', ''], ...rows]
  const widths = ['', '', '', '', '', ''].map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  return [lines[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.slice(1)].join('\n')
}

function measure({ samples }: Figure, { than }: Goal): number {
  return than === undefined ? median(samples) : median(samples) / median(than.samples)
}

function verdict(figure: Figure): string[] {
  if (figure.goal === undefined) return ['', '', '']
  const { most, than } = figure.goal
  const show = (value: number): string =>
    than === undefined ? `${value.toFixed(1)} ${figure.unit}` : `${value.toFixed(2)} × ${than.what}`
  return [show(measure(figure, figure.goal)), `≤ ${show(most)}`, holds(figure) ? 'holds' : 'MISSED']
}

function spread({ samples }: Figure): string {
  const sorted = samples.toSorted((left, right) => left - right)
  const at = (share: number): string => (sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)
  return `${at(0.1)} to ${at(0.9)}`
}
