import { describe, expect, test } from '@jest/globals'
import { renderMarkdown } from '../../scripts/render.ts'
import type { SuiteOutcome } from '../../src/outcome.ts'
import { summary } from '../../src/report/summary.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, cases, resultsOf } from '../support/results.ts'
import { failingRun, words } from '../support/summary-page.ts'

describe('the cases', () => {
  test('that failed come first with expected and found, then those that could not be run, then what does not fit', async () => {
    const all = [
      aCase({ name: 'good' }),
      aFailedCase({ name: 'known', quarantine: { reason: 'ticket 7', expires: '2026-12-31' } }),
      aFailedCase({ name: 'broken', status: 'error', checks: [], message: 'no answer' }),
      aFailedCase({
        name: 'bad',
        checks: [aCheck(), aCheck({ what: 'entity Date', expected: 'today', found: '', passed: false })],
      }),
    ]
    const results = resultsOf(all, {
      contradictions: ['two figures differ'],
      warnings: ['an old format'],
      figures: new Map([['TP', '4']]),
    })
    const text = await words(anOutcome([aSuite({ conclusion: 'failed', results })]))
    const order = [
      'Failed cases (1)',
      'bad ❌ entity Date today nothing',
      '✅ intent Book Flight Book Flight',
      'could not be run (1)',
      'broken no answer',
      'Two figures differ',
      'An old format',
      'TP 4',
      'Quarantined cases: failed, but not counted (1)',
      'known intent: expected “Book Flight”, found “Cancel Flight” ticket 7 2026-12-31',
      'Passed cases (1)',
      'good 1 of 1',
    ].map((part) => text.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((left, right) => left - right))
  })

  test('that passed on the baseline come first, and how each case stands to it is beside its name', async () => {
    const wrong = aCheck({ passed: false })
    const all = [
      aFailedCase({ name: 'worst', checks: [wrong, wrong] }),
      aFailedCase({ name: 'unknown', status: 'error' }),
      aFailedCase({ name: 'broken' }),
      aCase({ name: 'mended' }),
    ]
    const comparison = {
      regressions: ['broken'],
      fixed: ['mended'],
      stillFailing: ['worst'],
      added: ['unknown'],
      gone: [],
      metrics: [],
    }
    const suite = aSuite({ conclusion: 'failed', results: resultsOf(all), comparison })
    const text = await words(anOutcome([suite]))
    const order = ['broken 🔻 regression', 'worst still failing', 'unknown 🆕 new', 'mended 🎉 fixed'].map((part) =>
      text.indexOf(part),
    )
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((left, right) => left - right))
  })

  test('with long texts have them folded, their beginning in sight', async () => {
    const message = `The agent was rude. ${'It really was. '.repeat(40)}The end.`
    const html = await renderMarkdown(summary(failingRun(1, () => aFailedCase({ message }))))
    const [, beginning = '', rest = ''] = /<details><summary><code>(.*?)<\/code><\/summary><code>(.*?)<\/code>/s.exec(html) ?? []
    expect(beginning).toMatch(/^The agent was rude\..{50,150}…$/s)
    expect(rest).toContain('The end.')
  })

  test('with more failing checks come before those with fewer', async () => {
    const wrong = aCheck({ passed: false })
    const all = [aFailedCase({ name: 'one wrong', checks: [wrong] }), aFailedCase({ name: 'two wrong', checks: [wrong, wrong] })]
    const text = await words(anOutcome([aSuite({ conclusion: 'failed', results: resultsOf(all) })]))
    expect(text.indexOf('two wrong')).toBeLessThan(text.indexOf('one wrong'))
  })

  test('that passed are folded, and those beyond the 25th failure too', async () => {
    const html = await renderMarkdown(summary(failingRun(30)))
    const [open = '', folded = ''] = html.split('<details>')
    expect(open).toContain('utterance 25<')
    expect(open).not.toContain('utterance 26<')
    expect(folded).toContain('<summary>5 more</summary>')
    expect(folded).toContain('utterance 30<')
  })

  test('that the vendor counts without telling of them are said to be missing', async () => {
    const counts = { total: 5, passed: 2, failed: 3, errored: 0, skipped: 0, flaky: 0, quarantined: 0 }
    const results = resultsOf([aFailedCase()], { counts })
    expect(await words(anOutcome([aSuite({ conclusion: 'failed', results })]))).toContain(
      'The vendor gave no details for 2 of them.',
    )
  })

  test('show no more than 20 checks each, and say how many more there are', async () => {
    const checks = Array.from({ length: 23 }, () => aCheck({ passed: false }))
    expect(await words(failingRun(1, () => aFailedCase({ checks })))).toContain('3 more checks, in the artifact')
  })

  test('of several suites stand in a section each, the worst suite first', async () => {
    const html = await renderMarkdown(
      summary(
        anOutcome([
          aSuite({ suite: 'fine' }),
          aSuite({ suite: 'bad', conclusion: 'failed' }),
          aSuiteWithoutResults({ suite: 'gone' }),
        ]),
      ),
    )
    const headings = [...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, heading]) => heading)
    expect(headings).toEqual(['💥 Error: <code>gone</code>', '❌ Failed: <code>bad</code>', '✅ Passed: <code>fine</code>'])
  })
})

describe('many suites', () => {
  const named = (count: number, make: (name: string) => SuiteOutcome) =>
    Array.from({ length: count }, (_, index) => make(`suite ${index + 1}`))

  test('share the cases that stand open, of each suite at least three', async () => {
    const results = resultsOf(cases(30, () => aFailedCase()))
    const suites = named(5, (suite) => aSuite({ suite, conclusion: 'failed', results }))
    expect((await words(anOutcome(suites))).match(/25 more/g)).toHaveLength(5)
    const many = named(20, (suite) => aSuite({ suite, conclusion: 'failed', results }))
    expect((await words(anOutcome(many))).match(/27 more/g)).toHaveLength(20)
  })

  test('are folded where they passed, once they are more than five', async () => {
    const five = summary(anOutcome(named(5, (suite) => aSuite({ suite }))))
    expect(five).not.toContain('suites passed</summary>')
    const six = summary(anOutcome([aSuite({ suite: 'bad', conclusion: 'failed' }), ...named(6, (suite) => aSuite({ suite }))]))
    const [open = '', folded = ''] = six.split('<summary>✅ 6 suites passed</summary>')
    expect(open).toContain('<h3>❌ Failed: <code>bad</code></h3>')
    expect(open).not.toContain('<h3>✅')
    expect(folded.match(/<h3>✅ Passed/g)).toHaveLength(6)
  })

  test('of other jobs have links to their artifacts', () => {
    const artifact = { name: 'gate-0', url: 'https://github.com/o/r/actions/runs/1/artifacts/2' }
    const text = summary(anOutcome([aSuite({ artifact }), aSuite()], { mode: 'report', provider: '' }))
    expect(text).toContain('<a href="https://github.com/o/r/actions/runs/1/artifacts/2">Artifact <code>gate-0</code></a>')
    expect(text).not.toContain('Provider')
  })
})

test('what mode doctor looked at is a table', async () => {
  const findings = [
    { what: 'network', state: 'holds', detail: 'the vendor answers' },
    { what: 'suite Regression', state: 'broken', detail: 'there is no such suite' },
    { what: 'scopes', state: 'unknown', detail: 'only a run shows them' },
  ] as const
  const text = await words(anOutcome([], { mode: 'doctor', conclusion: 'error', errorKind: 'config', findings }))
  expect(text).toContain(
    'network ✅ OK the vendor answers suite Regression ❌ Broken there is no such suite scopes ❔ Not checked',
  )
})
