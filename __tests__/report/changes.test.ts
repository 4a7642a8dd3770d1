import { describe, expect, test } from '@jest/globals'
import { renderMarkdown } from '../../scripts/render.ts'
import type { Comparison, StepOutcome, SuiteOutcome } from '../../src/outcome.ts'
import { changes } from '../../src/report/changes.ts'
import { aCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'

const BASELINE = { branch: 'main', runUrl: 'https://github.com/o/r/actions/runs/7', trend: [] }
const NOTHING: Comparison = { regressions: [], fixed: [], stillFailing: [], added: [], gone: [], metrics: [] }

function compared(comparison: Partial<Comparison>, changed: Partial<SuiteOutcome> = {}): SuiteOutcome {
  return aSuite({ comparison: { ...NOTHING, ...comparison }, ...changed })
}

function html(outcome: StepOutcome, names = true): Promise<string> {
  return renderMarkdown([...changes(outcome, names)].join('\n'))
}

function seen(page: string): string {
  return page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

describe('what changed since the baseline', () => {
  test('is nothing where none was asked for, and a sentence where there is none yet', async () => {
    expect(await html(anOutcome())).toBe('')
    expect(seen(await html(anOutcome(undefined, { noBaseline: 'no run of main has finished yet' })))).toContain(
      'No run of main has finished yet',
    )
  })

  test('shows the lines that a missing permission takes as they are to be written', async () => {
    const page = await html(anOutcome(undefined, { noBaseline: 'there is none; add\npermissions:\n  actions: read' }))
    expect(seen(page)).toContain('There is none; add')
    expect(page).toMatch(/<pre>permissions:\n {2}actions: read<\/pre>/)
  })

  test('comes in the order of need, with the branch, and a link to the run', async () => {
    const suite = compared({ regressions: ['r'], fixed: ['f', 'g'], stillFailing: ['s'], added: ['a'], gone: ['x'] })
    const page = await html(anOutcome([suite], { baseline: BASELINE }))
    expect(page).toContain('<h3>Since the last run of <code>main</code></h3>')
    expect(page).toContain('<a href="https://github.com/o/r/actions/runs/7">that run</a>')
    expect(seen(page)).toContain('🔻 1 regression · 🎉 2 fixed · ➖ 1 still failing · 🆕 1 new · 🗑️ 1 gone')
  })

  test('names the regressions openly and all else folded', async () => {
    const suite = compared({ regressions: ['broken'], fixed: ['mended'], gone: ['old'] })
    const [open = '', folded = ''] = (await html(anOutcome([suite], { baseline: BASELINE }))).split('<details>')
    expect(open).toContain('<li><code>broken</code></li>')
    expect(open).not.toContain('mended')
    expect(seen(folded)).toMatch(/Fixed · 🗑️ Gone 🎉 1 fixed mended 🗑️ 1 gone old/)
  })

  test('says of each name its suite when there are several', async () => {
    const suites = [compared({ regressions: ['broken'] }, { suite: 'Smoke' }), aSuite({ suite: 'Other' })]
    expect(seen(await html(anOutcome(suites, { baseline: BASELINE })))).toContain('broken in Smoke')
  })

  const some = (count: number): string[] => Array.from({ length: count }, (_, index) => `case ${index + 1}`)
  const failing = (count: number, of: number): SuiteOutcome =>
    compared(
      { added: some(of) },
      { results: resultsOf(some(of).map((name, index) => aCase({ name, status: index < count ? 'failed' : 'passed' }))) },
    )

  test.each<[string, readonly SuiteOutcome[], string]>([
    ['no change of the only case', [compared({})], 'Each case ended as it did there ·'],
    ['one regression', [compared({ regressions: some(1) })], '🔻 1 regression ·'],
    ['several regressions', [compared({ regressions: some(2) })], '🔻 2 regressions ·'],
    ['one that is fixed', [compared({ fixed: some(1) })], '🎉 1 fixed ·'],
    ['many that still fail', [compared({ stillFailing: some(1000) })], '➖ 1,000 still failing ·'],
    ['one that is gone', [compared({ gone: some(1) })], '🗑️ 1 gone ·'],
    ['a new case that passed', [failing(0, 1)], '🆕 1 new ·'],
    ['a new case that failed', [failing(1, 1)], '🆕 1 new, which failed ·'],
    ['new cases that passed', [failing(0, 99)], '🆕 99 new ·'],
    ['new cases of which one failed', [failing(1, 99)], '🆕 99 new, 1 of which failed ·'],
    ['new cases of which some failed', [failing(3, 99)], '🆕 99 new, 3 of which failed ·'],
    ['new cases that all failed', [failing(99, 99)], '🆕 99 new, all of which failed ·'],
    ['new cases of two suites', [failing(1, 2), failing(2, 2)], '🆕 4 new, 3 of which failed ·'],
    ['a suite that cannot be compared', [aSuite()], 'The suite cannot be compared with it ·'],
    ['suites that cannot be compared', [aSuite(), aSuite()], 'None of the suites can be compared with it ·'],
    ['one suite of two', [compared({}), aSuite()], 'Each case ended as it did there · 1 of 2 suites is compared ·'],
    ['two suites of three', [compared({}), compared({ gone: some(1) }), aSuite()], '🗑️ 1 gone · 2 of 3 suites are compared ·'],
  ])('says in a sentence that reads well: %s', async (_, suites, sentence) => {
    expect(seen(await html(anOutcome(suites, { baseline: BASELINE })))).toContain(` Since the last run of main ${sentence}`)
  })

  test('that other jobs found have no run to link to', async () => {
    const metrics = [{ name: 'f1', before: 0.5, now: 0.6, regressed: false }] as const
    const page = await html(anOutcome([compared({ fixed: ['f'], metrics })]))
    expect(page).toContain('<h3>Since the baseline</h3>')
    expect(page).not.toContain('<a ')
    expect(seen(page)).toContain('Metric Baseline This run Difference F1 0.5 0.6 +0.1')
  })

  test('says so where nothing changed', async () => {
    expect(seen(await html(anOutcome([compared({})], { baseline: BASELINE })))).toContain('Each case ended as it did there')
  })

  test('shows metrics with their difference, what fell too far first', async () => {
    const metrics = [
      { name: 'precision', before: 0.8, now: 0.9, regressed: false },
      { name: 'recall', before: 0.5, now: 0.5, regressed: false },
      { name: 'f1', before: 0.91234, now: 0.9, regressed: true },
    ] as const
    const text = seen(await html(anOutcome([compared({ metrics })], { baseline: BASELINE })))
    expect(text).toContain('F1 0.9123 0.9 −0.0123 🔻 regression Precision 0.8 0.9 +0.1 Recall 0.5 0.5 ±0')
  })

  test('lists no more than 20 regressions and counts the others, or only counts', async () => {
    const regressions = Array.from({ length: 1_000 }, (_, index) => `broken ${index + 1}`)
    const outcome = anOutcome([compared({ regressions })], { baseline: BASELINE })
    const page = await html(outcome)
    expect(page.split('<li>')).toHaveLength(22)
    expect(seen(page)).toContain('980 more, in the artifact')
    expect(await html(outcome, false)).not.toContain('<li>')
    expect(seen(await html(outcome, false))).toContain('1,000 regressions')
  })
})
