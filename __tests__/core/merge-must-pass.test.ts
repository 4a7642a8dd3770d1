/** What the step that merges asks for is not excused by the quarantine of another job. */
import { expect, test } from '@jest/globals'
import { merge } from '../../src/merge.ts'
import { read } from '../support/judged-steps.ts'
import { aCase, aFailedCase, aSuite, resultsOf } from '../support/results.ts'

test('a case that must pass is shown as failed though its own job had it in quarantine, and no other is', () => {
  const quarantine = { reason: 'known', expires: '2026-12-31' }
  const all = [aCase(), aFailedCase({ name: 'pay', quarantine }), aFailedCase({ name: 'login', quarantine })]
  const suites = [aSuite({ results: resultsOf(all) })]
  const { judgement, suites: merged } = merge([read('a', suites)], { expected: 1, mustPass: ['pay'], attempt: 1 })
  expect(judgement.conclusion).toBe('failed')
  expect(merged).toMatchObject([{ conclusion: 'passed', results: { counts: { passed: 1, failed: 1, quarantined: 1 } } }])
  expect(merged[0]?.results?.cases.map((each) => each.quarantine !== undefined)).toEqual([false, false, true])
  expect(merged[0]?.results?.warnings).toEqual([expect.stringContaining('must-pass overrides quarantine')])
})

test('a case that must pass and is not there is not asked for while a run of another job had not ended', () => {
  const whole = read('a', [aSuite({ results: resultsOf([aCase()]) })])
  const partial = aSuite({ conclusion: 'timed-out', results: resultsOf([aCase({ name: 'case 2' })], { isPartial: true }) })
  const wish = { expected: 2, mustPass: ['login'], attempt: 1 }
  const { judgement } = merge([whole, read('b', [partial])], wish)
  expect(judgement.conclusion).toBe('timed-out')
  expect(judgement.reasons.join()).not.toContain('login')
  const missing = merge([whole], { ...wish, expected: 1 }).judgement
  expect(missing.reasons).toEqual([expect.stringContaining('must-pass asks for "login", which is not among the cases')])
})
