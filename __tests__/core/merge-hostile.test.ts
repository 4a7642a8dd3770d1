/** Artifacts that want to hide what others found out, or to speak in our name. */
import { describe, expect, test } from '@jest/globals'
import { type MergeWish, merge, type ReadArtifact } from '../../src/merge.ts'
import type { Conclusion, SuiteOutcome } from '../../src/outcome.ts'
import { read } from '../support/judged-steps.ts'
import { aSuite, aSuiteWithoutResults } from '../support/results.ts'

function ended(conclusion: Conclusion, suite: string = conclusion): SuiteOutcome {
  const changes = { suite, conclusion, reasons: [`${suite} so`] }
  return conclusion === 'passed' || conclusion === 'failed' ? aSuite(changes) : aSuiteWithoutResults(changes)
}

const merged = (all: readonly ReadArtifact[], wish: Partial<MergeWish> = {}) =>
  merge(all, { expected: all.length, mustPass: [], attempt: 1, ...wish })

describe('an artifact that claims a later attempt than this one', () => {
  const red = read('a', [ended('failed', 'X')])

  test('replaces nothing and has no verdict', () => {
    const { suites, judgement, notes } = merged([red, read('a', [ended('passed', 'X')], {}, 999)], { expected: 1 })
    expect(suites.map(({ conclusion }) => conclusion)).toEqual(['failed', 'inconclusive'])
    expect(judgement.conclusion).toBe('inconclusive')
    expect(judgement.reasons).toContain('the artifact a-999 has no verdict: it claims attempt 999, but this is attempt 1')
    expect(notes).toEqual([])
  })

  test('is not left out as a report either', () => {
    const { judgement, notes } = merged([read('a', [ended('passed')]), read('r', [], { mode: 'report' }, 2)])
    expect([judgement.conclusion, notes]).toEqual(['inconclusive', []])
  })
})

describe('the reasons of the verdict', () => {
  test('names a few of many, each cut short, and repeats no reason of theirs', () => {
    const all = ['A'.repeat(5000), 'B', 'C', 'D', 'E'].map((name) => read(name, [ended('failed', name)]))
    const { reasons } = merged([...all, read('good', [ended('passed', 'Good')])]).judgement
    expect(reasons).toEqual([`5 of 6 suites failed: ${'A'.repeat(59)}…, B, C and 2 more`])
  })

  test('cuts the names of others also where they are missed or hollow', () => {
    const long = 'x'.repeat(5000)
    const hollow = read(long, [aSuiteWithoutResults({ suite: long, conclusion: 'passed' })])
    const odd = read(long, [ended('failed', long)], { conclusion: 'passed' }, 1)
    for (const each of [hollow, odd])
      expect(merged([each], { expected: 2 }).judgement.reasons.join('; ').length).toBeLessThan(600)
  })
})
