import { describe, expect, test } from '@jest/globals'
import { renderSummary, withPage } from '../../scripts/render.ts'
import type { StepOutcome } from '../../src/outcome.ts'
import { suitesChart, trendChart } from '../../src/report/charts.ts'
import type { Metrics } from '../../src/results.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { aCase, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, cases, resultsOf, START } from '../support/results.ts'

const DAY = 86_400_000

function suitesOf(names: readonly string[], failing = 1): StepOutcome {
  const results = resultsOf([...cases(3, () => aCase()), ...cases(failing, () => aFailedCase())])
  return anOutcome(names.map((suite) => aSuite({ suite, results })))
}

function trendOf(rates: readonly (number | undefined)[], metrics: (index: number) => Metrics = () => ({})): StepOutcome {
  const trend = rates.map((passRate, index) => ({
    finishedAt: START + index * DAY,
    runUrl: 'https://github.com/o/r/actions/runs/1',
    ...(passRate !== undefined && { passRate }),
    metrics: metrics(index),
  }))
  return anOutcome([aSuite({ results: resultsOf([aCase(), aFailedCase()], { metrics: metrics(rates.length) }) })], {
    baseline: { branch: 'main', runUrl: 'https://github.com/o/r/actions/runs/1', trend },
  })
}

function text(lines: Iterable<string>): string {
  return [...lines].join('\n')
}

/** What a browser has after it has drawn the charts. */
async function drawn(markdown: string): Promise<{ charts: number; texts: string[]; foreign: number }> {
  return withPage(await renderSummary(markdown), {}, async (page) => ({
    charts: await page.locator('.chart svg').count(),
    texts: await page.locator('.chart svg text').allTextContents(),
    foreign: await page.locator('.chart :is(a, img, image, script, foreignObject, iframe)').count(),
  }))
}

describe('the chart of suites', () => {
  test('is there only where it says more than the numbers', () => {
    expect(text(suitesChart(suitesOf(['alone'])))).toBe('')
    expect(text(suitesChart(suitesOf(['A', 'B'], 0)))).toBe('')
    expect(text(suitesChart(anOutcome([aSuiteWithoutResults(), aSuite()])))).toBe('')
    expect(text(suitesChart(suitesOf(['A', 'B'])))).toContain('```mermaid')
  })

  test('shows shares of passed, of those that could not be run and of failed, in layers', () => {
    const results = resultsOf([aCase(), aFailedCase(), aFailedCase({ status: 'error' }), aCase({ status: 'skipped' })])
    const chart = text(suitesChart(anOutcome([aSuite({ suite: 'A', results }), aSuite({ suite: 'B' })])))
    expect(chart).toContain('x-axis ["A", "B"]')
    expect(chart.match(/bar \[.*\]/g)).toEqual(['bar [100, 100]', 'bar [66.66, 100]', 'bar [33.33, 100]'])
  })

  test('leaves out a suite that the step left before its end, whose cases that had ended are not all of it', () => {
    const results = resultsOf([aCase(), aCase({ status: 'skipped' })], { isPartial: true })
    const outcome = suitesOf(['A', 'B'])
    const chart = text(suitesChart({ ...outcome, suites: [...outcome.suites, aSuite({ suite: 'Left', results })] }))
    expect(chart).toContain('x-axis ["A", "B"]')
  })

  test('has the worst 30 of more suites, and says so', () => {
    const outcome = suitesOf(Array.from({ length: 45 }, (_, index) => `suite number ${index}`))
    const chart = text(suitesChart(outcome))
    expect(chart.match(/suite number/g)).toHaveLength(30)
    expect(chart).toContain('the worst 30 of 45 suites')
  })

  test('has labels without anything that Mermaid or GitHub could act on, each of them once', () => {
    const chart = text(suitesChart(suitesOf([...Object.values(HOSTILE_TEXTS), 'same', 'same', '"]\n```\n<h1>', '🎉'])))
    const [, labels = ''] = /x-axis \[(.*)\]/.exec(chart) ?? []
    for (const label of labels.split(', ')) expect(label).toMatch(/^"[\p{L}\p{N} ._…()-]{1,30}"$/u)
    expect(new Set(labels.split(', ')).size).toBe(labels.split(', ').length)
    expect(chart.match(/```/g)).toHaveLength(2)
  })

  test('is drawn whatever the suites are called', async () => {
    const { charts, texts, foreign } = await drawn(
      text(suitesChart(suitesOf([...Object.values(HOSTILE_TEXTS), 'Flüge', '予約']))),
    )
    expect([charts, foreign]).toEqual([1, 0])
    expect(texts).toEqual(expect.arrayContaining(['Flüge', '予約', '% of the cases']))
  }, 60_000)
})

describe('the trend', () => {
  test('has no point for a run that the step left before its end', () => {
    const { suites, ...rest } = trendOf([90, 95])
    const left = suites.map((suite) => aSuite({ ...suite, results: resultsOf([aCase()], { isPartial: true }) }))
    expect(text(trendChart({ ...rest, suites }))).toContain('this run')
    expect(text(trendChart({ ...rest, suites: left }))).not.toContain('this run')
  })

  test('needs two runs of the branch', () => {
    expect(text(trendChart(anOutcome()))).toBe('')
    expect(text(trendChart(trendOf([90])))).toBe('')
    expect(text(trendChart(trendOf([90, 95])))).toContain('```mermaid')
  })

  test('ends with this run, has days of their own, and begins a little below the lowest point', () => {
    const outcome = trendOf([90, 95.5, 81])
    const chart = text(trendChart(outcome))
    expect(chart).toContain('x-axis ["4 Mar", "5 Mar", "6 Mar", "this run"]')
    expect(chart).toContain('line [90, 95.5, 81, 50]')
    expect(chart).toContain('y-axis "%" 40 --> 100')
  })

  test('tells runs of one day apart and leaves out those without a judged case', () => {
    const { baseline, ...rest } = trendOf([90, undefined, 95])
    const trend = baseline?.trend.map((point) => ({ ...point, finishedAt: START })) ?? []
    const chart = text(trendChart({ ...rest, baseline: { branch: 'main', runUrl: '', trend } }))
    expect(chart).toContain('x-axis ["4 Mar", "4 Mar (2)", "this run"]')
    expect(chart).toContain('line [90, 95, 50]')
  })

  test('has a line for each metric that all runs have, named below in its colour', () => {
    const chart = text(trendChart(trendOf([90, 95], (index) => ({ f1: 0.9 + index / 100, ...(index > 0 && { recall: 1 }) }))))
    expect(chart).toContain('line [90, 91, 92]')
    expect(chart.match(/line \[/g)).toHaveLength(2)
    expect(chart).toContain('🟩 pass rate · 🟦 F1')
  })

  test('is drawn', async () => {
    const { charts, texts } = await drawn(text(trendChart(trendOf([90, 95], () => ({ f1: 0.5, averageScore: 0.7 })))))
    expect(charts).toBe(1)
    expect(texts).toEqual(expect.arrayContaining(['4 Mar', 'this run', '100']))
  }, 60_000)
})
