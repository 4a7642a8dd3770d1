/** The one verdict for the steps of many jobs. */
import { describe, expect, test } from '@jest/globals'
import { type MergeWish, merge, type ReadArtifact } from '../../src/merge.ts'
import type { Conclusion, SuiteOutcome } from '../../src/outcome.ts'
import { artifact, read, stepOf } from '../support/judged-steps.ts'
import { aCase, aFailedCase, aSuite, aSuiteWithoutResults, resultsOf } from '../support/results.ts'

function ended(conclusion: Conclusion, suite: string = conclusion): SuiteOutcome {
  const changes = { suite, conclusion, reasons: [`${suite} so`] }
  return conclusion === 'passed' || conclusion === 'failed' ? aSuite(changes) : aSuiteWithoutResults(changes)
}

const merged = (all: readonly ReadArtifact[], wish: Partial<MergeWish> = {}) =>
  merge(all, { expected: all.length, mustPass: [], attempt: 1, ...wish })

const names = (all: readonly ReadArtifact[]): string[] => merged(all).suites.map(({ suite }) => suite)

describe('the verdict', () => {
  const table: readonly (readonly [readonly Conclusion[], Conclusion])[] = [
    [['passed', 'passed'], 'passed'],
    [['passed', 'failed'], 'failed'],
    [['failed', 'passed'], 'failed'],
    [['failed', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'timed-out'], 'timed-out'],
    [['timed-out', 'cancelled'], 'cancelled'],
    [['cancelled', 'error', 'failed'], 'error'],
    [['passed', 'skipped'], 'skipped'],
    [['skipped', 'failed'], 'failed'],
  ]
  test.each(table)('of %j is %s', (conclusions, expected) => {
    expect(merged(conclusions.map((each, index) => read(`job${index}`, [ended(each)]))).judgement.conclusion).toBe(expected)
  })

  test('is the worst also within one artifact, whose other suites keep theirs', () => {
    const { suites, judgement } = merged([read('a', [ended('failed'), ended('passed')])])
    expect([judgement.conclusion, suites.map(({ conclusion }) => conclusion)]).toEqual(['failed', ['failed', 'passed']])
  })

  test('names the kind of the first error', () => {
    const steps = [read('a', [ended('failed')]), read('b', [aSuiteWithoutResults({ suite: 'B', errorKind: 'auth' })])]
    expect(merged(steps).judgement).toMatchObject({ conclusion: 'error', errorKind: 'auth' })
  })

  test('says how many, why, and what else', () => {
    const steps = [read('a', [ended('failed', 'A')]), read('b', [ended('passed', 'B')]), read('c', [ended('timed-out', 'C')])]
    expect(merged(steps).judgement.reasons).toEqual(['1 of 3 suites timed out: C', '1 of 3 suites failed: A'])
  })

  test('of many suites that passed is one sentence', () => {
    const steps = [read('a', [ended('passed', 'A'), ended('passed', 'B')]), read('c', [ended('passed', 'C')])]
    expect(merged(steps).judgement).toEqual({ conclusion: 'passed', reasons: ['all 3 suites passed'] })
  })

  test('of a single suite names it', () => {
    const reasons = (conclusion: Conclusion) => merged([read('a', [ended(conclusion, 'A')])]).judgement.reasons
    expect(reasons('failed')).toEqual(['the suite A failed'])
    expect(reasons('timed-out')).toEqual(['the suite A timed out'])
    expect(reasons('cancelled')).toEqual(['the suite A was cancelled'])
    expect(reasons('inconclusive')).toEqual(['the suite A is inconclusive'])
  })
})

describe('an artifact that is not there', () => {
  const one = [read('a', [ended('passed')])]

  test('makes a pass inconclusive, and says which are there', () => {
    const { judgement, warnings } = merged(one, { expected: 2 })
    expect(judgement.conclusion).toBe('inconclusive')
    expect(judgement.reasons[0]).toMatch(/^only 1 of 2 expected artifacts is there \(from a-0\); a job that died/)
    expect(warnings).toEqual([])
  })

  test('is told first, and what failed besides is told too', () => {
    const { conclusion, reasons } = merged([read('a', [ended('failed')]), ...one], { expected: 3 }).judgement
    expect([conclusion, reasons.length]).toEqual(['inconclusive', 2])
    expect(reasons[1]).toBe('1 of 2 suites failed: failed')
  })

  test('changes nothing of an error, and is told', () => {
    const { conclusion, reasons } = merged([read('a', [ended('error', 'A')])], { expected: 2 }).judgement
    expect([conclusion, reasons[0]]).toEqual(['error', 'the suite A ended in an error'])
    expect(reasons.at(-1)).toMatch(/^only 1 of 2/)
  })

  test('is not made up for by a second attempt of another', () => {
    expect(merged([...one, read('a', [ended('passed')], {}, 2)], { expected: 2, attempt: 2 }).judgement.conclusion).toBe(
      'inconclusive',
    )
  })

  test('is told where there is none at all', () => {
    const { suites, judgement, provider, noun } = merged([], { expected: 1 })
    expect([suites, provider, noun]).toEqual([[], '', 'cases'])
    expect(judgement).toEqual({
      conclusion: 'inconclusive',
      lack: 'artifacts',
      reasons: [expect.stringMatching(/^only 0 of 1 expected artifact is there; a job/)],
    })
  })

  test('and one too many is only a warning', () => {
    const { judgement, warnings } = merged([...one, read('b', [ended('passed', 'B')])], { expected: 1 })
    expect(judgement.conclusion).toBe('passed')
    expect(warnings).toEqual([expect.stringMatching(/^2 artifacts, but expected-artifacts is 1; was a job added/)])
  })
})

describe('an artifact without a verdict makes all inconclusive', () => {
  const lacking: readonly (readonly [string, ReadArtifact, RegExp])[] = [
    [
      'that cannot be read',
      { artifact: artifact('broken'), reason: 'it is broken' },
      /^the artifact broken has no verdict: it is broken$/,
    ],
    ['of a run that was only started', read('a', [ended('started')], { mode: 'start' }), /mode start, which judges nothing/],
    ['that says started in mode run', read('a', [ended('started')]), /only started/],
    ['that says passed of a suite that was started', read('a', [ended('started')], { conclusion: 'passed' }), /only started/],
    ['of a run that was stopped', read('a', [ended('cancelled')], { mode: 'cancel' }), /mode cancel/],
    ['of a check of the set-up', read('a', [ended('passed')], { mode: 'doctor' }), /mode doctor/],
    [
      'that passes with a suite that failed',
      read('a', [ended('failed', 'A')], { conclusion: 'passed' }),
      /reports passed overall but failed for suite A/,
    ],
    [
      'that failed with a suite in error',
      read('a', [ended('error', 'A')], { conclusion: 'failed' }),
      /reports failed overall but error for/,
    ],
    ['that passes without a suite', read('a', []), /passed without any suite/],
    [
      'that passes without a case',
      read('a', [aSuite({ suite: 'A', results: resultsOf([]) })]),
      /suite A as passed although no case ran/,
    ],
    [
      'that passes with skipped cases alone',
      read('a', [aSuite({ results: resultsOf([aCase({ status: 'skipped' })]) })]),
      /although no case ran/,
    ],
    [
      'that passes with what was known before its run had ended',
      read('a', [aSuite({ results: resultsOf([aCase()], { isPartial: true }) })]),
      /although no case ran|had not ended/,
    ],
    ['that passes without results', read('a', [aSuiteWithoutResults({ conclusion: 'passed' })]), /although no case ran/],
  ]

  test.each(lacking)('%s', (_, wrong, reason) => {
    const { suites, judgement } = merged([read('good', [ended('passed', 'Good')]), wrong])
    expect(judgement.conclusion).toBe('inconclusive')
    expect(suites).toHaveLength(2)
    expect(suites[1]).toMatchObject({
      conclusion: 'inconclusive',
      artifact: wrong.artifact,
      reasons: [expect.stringMatching(reason)],
    })
  })

  test('unless a later attempt of its job has one', () => {
    const started = read('a', [ended('started', 'X')], { mode: 'collect', conclusion: 'started' })
    const { judgement, notes } = merged([started, read('a', [ended('passed', 'X')], {}, 2)], { expected: 1, attempt: 2 })
    expect([judgement.conclusion, notes]).toEqual(['passed', ['a-1 is from an earlier attempt: left out']])
  })
})

describe('a step that its suites do not tell whole gets one more suite', () => {
  test('with the error of wrong inputs', () => {
    const step = read('a', [], { conclusion: 'error', errorKind: 'config', reasons: ['bot-id is required'] })
    expect(merged([step])).toMatchObject({
      suites: [{ suite: 'a-0', conclusion: 'error', errorKind: 'config', reasons: ['bot-id is required'] }],
      judgement: { conclusion: 'error', errorKind: 'config', reasons: ['the suite a-0 ended in an error'] },
    })
  })

  test('where must-pass was broken in its job', () => {
    const step = read('a', [ended('passed', 'A')], { conclusion: 'failed', reasons: ['must-pass asks for x'] })
    expect(merged([step]).suites.map(({ suite, conclusion }) => [suite, conclusion])).toEqual([
      ['a-0', 'failed'],
      ['A', 'passed'],
    ])
  })

  test('where nothing was tested for want of credentials', () => {
    const step = read('a', [], { conclusion: 'skipped', reasons: ['NOT TESTED'] })
    expect(merged([step]).judgement).toEqual({ conclusion: 'skipped', reasons: ['the suite a-0 was NOT TESTED'] })
  })
})

describe('must-pass of the report', () => {
  const a = read('a', [aSuite({ suite: 'A', results: resultsOf([aCase({ name: 'pay by card' })]) })])
  const failing = aSuite({ suite: 'B', results: resultsOf([aCase(), aFailedCase({ name: 'pay by cash' })]) })

  test('looks over the cases of all artifacts', () => {
    const found = (mustPass: readonly string[]) => merged([a, read('b', [failing])], { mustPass }).judgement
    expect(found(['pay by card', 'book*']).conclusion).toBe('passed')
    expect(found(['pay*'])).toMatchObject({ conclusion: 'failed', reasons: [expect.stringMatching(/"pay\*", which failed/)] })
    expect(found(['refund'])).toMatchObject({ conclusion: 'failed', reasons: [expect.stringMatching(/not among the cases/)] })
  })

  test('is told behind what is worse', () => {
    const { conclusion, reasons } = merged([a], { mustPass: ['refund'], expected: 2 }).judgement
    expect([conclusion, reasons.length]).toEqual(['inconclusive', 2])
    expect(reasons[1]).toMatch(/"refund"/)
  })
})

describe('suites', () => {
  test('keep names that no other artifact has', () => {
    expect(names([read('a', [ended('passed', 'A'), ended('passed', 'B')]), read('b', [ended('passed', 'C')])])).toEqual([
      'A',
      'B',
      'C',
    ])
  })

  test('of one name in two artifacts get their jobs', () => {
    expect(names([read('de', [ended('passed', 'A')]), read('en', [ended('passed', 'A'), ended('passed', 'B')])])).toEqual([
      'de-0: A',
      'en-0: A',
      'B',
    ])
  })

  test('of one name in a matrix get its index', () => {
    const at = (index: number) => read('a', [ended('passed', 'A')], { origin: { job: 'a', index, attempt: 1, step: 'gate' } })
    expect(names([at(0), at(1)])).toEqual(['a-0: A', 'a-1: A'])
  })

  test('that are still the same are numbered', () => {
    const twice = (step: string) => read('a', [ended('passed', 'A')], { origin: { job: 'a', index: 0, attempt: 1, step } })
    expect(names([twice('one'), twice('two')])).toEqual(['a-0: A', 'a-0: A (2)'])
  })

  test('of a job without an origin are told apart by the artifact', () => {
    const lost = (name: string): ReadArtifact => {
      const { origin: _, ...step } = stepOf('a', [ended('passed', 'A')])
      return { artifact: artifact(name), step }
    }
    expect(names([lost('one'), lost('two')])).toEqual(['one: A', 'two: A'])
  })

  test('lead to their artifact, and not to files that are not here', () => {
    const { suites } = merged([read('a', [aSuite({ files: ['vendor/A/results.csv'] })])])
    expect(suites[0]).toMatchObject({ files: [], artifact: artifact('a-1') })
  })
})

describe('providers', () => {
  test('are joined, and their cases are only called by one name when they have one', () => {
    const kapso = { provider: 'kapso', noun: 'tests' }
    const both = merged([read('a', [ended('passed')]), read('b', [ended('passed')], kapso), read('c', [ended('passed')], kapso)])
    expect([both.provider, both.noun]).toEqual(['kore-batch, kapso', 'cases'])
    expect(merged([read('a', [ended('passed')]), read('b', [ended('passed')])])).toMatchObject({
      provider: 'kore-batch',
      noun: 'utterances',
    })
  })
})

test('artifacts of earlier attempts are told of, as a job that died in this one would leave the same', () => {
  const all = [read('a', [ended('passed', 'A')]), read('b', [ended('passed', 'B')], {}, 3)]
  expect(merged(all, { attempt: 3 }).notices).toEqual([
    'this is attempt 3, and 1 of 2 artifacts is from an earlier one: its job was not run again, or left nothing this time',
  ])
  expect(merged(all.slice(1), { attempt: 3 }).notices).toEqual([])
})

test('the report of an earlier attempt is no artifact of a job', () => {
  const report = read('report', [ended('failed')], { mode: 'report' })
  const { judgement, notes } = merged([report, read('a', [ended('passed')])], { expected: 1 })
  expect(judgement.conclusion).toBe('passed')
  expect(notes).toEqual(['report-1 is itself a report: left out'])
})

test('a thousand artifacts are merged in a moment', () => {
  const all = Array.from({ length: 1000 }, (_, index) => read(`job${index}`, [ended('passed', 'Regression')]))
  const { suites, judgement } = merged(all)
  expect([suites.length, judgement.conclusion]).toEqual([1000, 'passed'])
})
