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
