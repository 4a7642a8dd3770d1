import { describe, expect, test } from '@jest/globals'
import { entity, understood } from '../../simulator/kore/batch-suite.ts'
import { type StepRecord, setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD, utterances } from '../support/utterances.ts'

function expectInconclusive(step: StepRecord, fact: RegExp): void {
  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', 'error-kind': '' })
  expect(step.outputs['message']).toMatch(fact)
  expect(step.annotations[0]).toMatchObject({ level: 'error', title: 'Agent tests were inconclusive' })
}

describe('a vendor that contradicts itself is never green', () => {
  test('fewer utterances in the file than it counts', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(5))
    kore.nextRun().reports(utterances(4))
    expectInconclusive(await run(), /the result file holds 4 utterances, but the vendor counts 5/)
  })

  test('it counts failures, and no row failed', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(5))
    kore.nextRun().counts({ success: 3, failure: 2 })
    expectInconclusive(await run(), /counts 2 failures, but no row/)
  })

  test('rows failed, and it counts none', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(4, 1))
    kore.nextRun().counts({ success: 5, failure: 0 })
    expectInconclusive(await run(), /1 utterances? of the result file failed, but the vendor counts no failure/)
  })

  test('entities failed in the rows, and it counts neither failures nor failed entities', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, understood('fly on Friday', 'Book Flight', entity('Date', 'Friday', 'Monday'))])
    kore.nextRun().counts({ success: 3, failure: 0, failedEntitiesCount: 0 })
    expectInconclusive(await run(), /the vendor counts no failure/)
  })

  test('records were dropped by an error of its system', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().isPartialFailure()
    expectInconclusive(await run(), /isPartialFailure/)
  })

  test('records were dropped, and failures besides', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    kore.nextRun().isPartialFailure()
    const step = await run()
    expectInconclusive(step, /isPartialFailure/)
    expect(step.outputs).toMatchObject({ failed: '1', total: '3' })
    expect(step.summaries.at(-1)).toMatch(/Failed (cases|utterances) \(1\)/)
  })

  test('it has no counts', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().edited((answer) => ({ ...answer, result: { ...answer.result, results: undefined } }))
    expectInconclusive(await run(), /no counts/)
  })

  test('a DialogGPT run without counts and readable rows', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().edited((answer) => ({ ...answer, result: { ...answer.result, results: undefined } }))
    expectInconclusive(await run({ engine: 'dgpt' }), /no counts/)
  })
})

describe('other differences are told, and the larger number of failures counts', () => {
  test('more failures in the rows than it counts', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(5, 5))
    kore.nextRun().counts({ success: 7, failure: 3 })
    const step = await run({ 'min-pass-rate': '60' })
    expect(step.outputs).toMatchObject({ conclusion: 'failed', passed: '5', failed: '5', 'pass-rate': '50.00' })
    expect(step.summaries.at(-1)).toMatch(/5 utterances of the result file failed, and the vendor counts 3/)
  })

  test('more failures in its counts than in the rows', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(8, 2))
    kore.nextRun().counts({ success: 5, failure: 5 })
    const step = await run({ 'min-pass-rate': '60' })
    expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '10', passed: '5', failed: '5', 'pass-rate': '50.00' })
    expect(step.summaries.at(-1)).toContain('gave no details for 3 of them')
  })

  test('more utterances in the file than it counts, since it counts repeated ones once', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(5))
    kore.nextRun().counts({ success: 4, failure: 0 })
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '5', passed: '5' })
    expect(step.summaries.at(-1)).toMatch(/holds 5 utterances, and the vendor counts 4/)
  })

  test('an utterance_count that is not the sum of its counts', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(5))
    kore.nextRun().utteranceCount(9)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '5' })
    expect(step.summaries.at(-1)).toMatch(/suite has 9 utterances, and counts 5/)
  })

  test('TP, TN, FP and FN that are all 0, as in its own sample, prove nothing', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    kore.nextRun().counts({ TP: 0, TN: 0, FP: 0, FN: 0 }).scores({ f1_score: '0.00', precision: '0.00', recall: '0.00' })
    expect((await run()).outputs).toMatchObject({ conclusion: 'failed', total: '3', failed: '1', f1: '0' })
  })
})

describe('the same utterance twice in a suite', () => {
  test('with two expected intents is two cases, the second with a number', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [understood('hello', 'Greet'), understood('hello', 'Small Talk')])
    const step = await run({ 'must-pass': 'hello\nhello (2)' })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', passed: '2' })
  })

  test('with the same intent and other entities is one case, wherever its rows stand', async () => {
    const { kore, run } = await setStage()
    const again = [
      understood('to Rome', 'Book', entity('To', 'Rome')),
      understood('hi', 'Greet'),
      understood('to Rome', 'Book', entity('Seats', '1', '2')),
    ]
    kore.suite('Regression', again)
    expect((await run()).outputs).toMatchObject({ conclusion: 'failed', total: '2', passed: '1', failed: '1' })
  })
})

describe('result files as they may come', () => {
  test.each([
    { columns: 'pages' as const },
    { byteOrderMark: true },
    { lineBreak: '\n' as const },
    { notes: '' },
    { notes: 'Utterances,are not,the header here\nExpectedIntent' },
  ])('written with %j are read', async (style) => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    kore.nextRun().written(style)
    expect((await run()).outputs).toMatchObject({ conclusion: 'failed', total: '3', passed: '2', failed: '1' })
  })

  test('with commas, quotes and line breaks in an utterance are read', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [understood('book "two", please\nand one, more', 'Book Flight'), ...TWO_GOOD])
    expect((await run({ 'must-pass': 'book "two", please*one, more' })).outputs).toMatchObject({
      conclusion: 'passed',
      total: '3',
    })
  })

  const header = 'Utterances,ExpectedIntent,MatchedIntent,Result Type\r\n'
  test.each([
    ['nothing', '', /no header row/],
    ['only the first part', 'Bot Name,B\r\nUtterance Count,2\r\n', /no header row/],
    ['a page for people', '<!doctype html><html><body>Sign in</body></html>', /no header row/],
    ['a header without the columns that matter', 'Utterances,MatchedIntent\r\na,b\r\n', /no column expectedintent, resulttype/],
    [
      'two columns of the same name',
      'Utterances,ExpectedIntent,MatchedIntent,Result Type,Result Type\r\n',
      /two of its columns have the same name/,
    ],
    ['a row that ends before its result', `${header}hello,Greet\r\n`, /a row ends before its result type/],
    ['a row with too many cells', `${header}hello,Greet,Greet,True Positive,more\r\n`, /more cells than the header/],
    ['a quote that never ends', `${header}"hello,Greet,Greet,True Positive\r\n`, /not valid CSV/],
  ])('that hold %s are no proof: error, of kind contract', async (_, content, fact) => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().file(content === '' ? '\r\n' : content)
    const step = await run()
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract', total: '' })
    expect(step.outputs['message']).toMatch(fact)
    expect(step.uploads[0]?.files.some((file) => file.endsWith('results.csv'))).toBe(true)
  })
})
