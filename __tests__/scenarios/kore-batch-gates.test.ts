import { describe, expect, test } from '@jest/globals'
import { entity, mistaken, understood } from '../../simulator/kore/batch-suite.ts'
import { setStage } from '../support/action.ts'
import { TWO_GOOD, utterances } from '../support/utterances.ts'

interface Row {
  readonly good: number
  readonly bad: number
  readonly gate: Readonly<Record<string, string>>
  readonly conclusion: string
  readonly message: RegExp
  readonly rate: string
}

describe('the share and the number of failures', () => {
  const rows: readonly Row[] = [
    { good: 9, bad: 1, gate: {}, conclusion: 'failed', message: /1 of 10 utterances failed/, rate: '90.00' },
    {
      good: 9,
      bad: 1,
      gate: { 'min-pass-rate': '90' },
      conclusion: 'passed',
      message: /9 of 10 utterances passed/,
      rate: '90.00',
    },
    { good: 9, bad: 1, gate: { 'min-pass-rate': '90.01' }, conclusion: 'failed', message: /90\.01 %/, rate: '90.00' },
    { good: 2, bad: 1, gate: { 'min-pass-rate': '66.66' }, conclusion: 'passed', message: /2 of 3/, rate: '66.66' },
    { good: 2, bad: 1, gate: { 'min-pass-rate': '66.67' }, conclusion: 'failed', message: /1 of 3/, rate: '66.66' },
    { good: 2, bad: 1, gate: { 'min-pass-rate': '66.666666' }, conclusion: 'passed', message: /2 of 3/, rate: '66.66' },
    { good: 0, bad: 3, gate: { 'min-pass-rate': '0' }, conclusion: 'passed', message: /0 of 3/, rate: '0.00' },
    {
      good: 8,
      bad: 2,
      gate: { 'min-pass-rate': '0', 'max-failures': '2' },
      conclusion: 'passed',
      message: /8 of 10/,
      rate: '80.00',
    },
    {
      good: 7,
      bad: 3,
      gate: { 'min-pass-rate': '0', 'max-failures': '2' },
      conclusion: 'failed',
      message: /max-failures allows 2/,
      rate: '70.00',
    },
    { good: 999, bad: 1, gate: { 'max-failures': '1' }, conclusion: 'failed', message: /1 of 1,000/, rate: '99.90' },
  ]

  test.each(rows)(
    '$good good and $bad bad utterances under $gate come out as $conclusion',
    async ({ good, bad, gate, conclusion, message, rate }) => {
      const { kore, run } = await setStage()
      kore.suite('Regression', utterances(good, bad))

      const step = await run(gate)

      expect(step.outputs).toMatchObject({
        conclusion,
        total: String(good + bad),
        passed: String(good),
        failed: String(bad),
        'pass-rate': rate,
      })
      expect(step.outputs['message']).toMatch(message)
      expect(step.exitCode).toBe(conclusion === 'passed' ? 0 : 1)
    },
  )
})

describe('the number of utterances', () => {
  test('below min-tests is no proof', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const step = await run({ 'min-tests': '3' })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', 'error-kind': '', total: '2', passed: '2' })
    expect(step.outputs['message']).toMatch(/only 2 utterances ran, and min-tests asks for 3/)
  })

  test('exactly min-tests will do', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    expect((await run({ 'min-tests': '2' })).outputs['conclusion']).toBe('passed')
  })

  test('none at all is no proof, and an empty suite is not one whose utterances all passed', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [])
    const step = await run()
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', total: '0', passed: '0', 'pass-rate': '' })
    expect(step.outputs['message']).toMatch(/no utterances/)
  })
})

describe('metrics', () => {
  const figures = { f1_score: '0.91', precision: '0.85', recall: '0.97' }

  test.each([
    ['min-f1', '0.91', 'passed'],
    ['min-f1', '0.92', 'failed'],
    ['min-precision', '.85', 'passed'],
    ['min-precision', '0.851', 'failed'],
    ['min-recall', '0.97', 'passed'],
    ['min-recall', '1', 'failed'],
  ])('%s %s is %s where the vendor tells f1 0.91, precision 0.85, recall 0.97', async (input, least, conclusion) => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().scores(figures)

    const step = await run({ [input]: least })

    expect(step.outputs).toMatchObject({
      conclusion,
      f1: '0.91',
      precision: '0.85',
      recall: '0.97',
      total: '2',
      passed: '2',
      failed: '0',
    })
    if (conclusion === 'failed') expect(step.outputs['message']).toContain(`${input} asks for ${Number(least)}`)
    expect(step.exitCode).toBe(conclusion === 'passed' ? 0 : 1)
  })

  test.each(['NaN', '', '1.2e9', '-0.5'])('that read "%s" are not given, which a gate on them cannot take', async (text) => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().scores({ f1_score: text })

    const step = await run({ 'min-f1': '0.1' })

    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract', f1: '', precision: '1' })
    expect(step.outputs['message']).toMatch(/min-f1 is set/)
  })

  test('that are missing matter to nobody without a gate on them', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().edited(({ result: { f1_score: _, precision: __, recall: ___, ...result }, ...rest }) => ({ ...rest, result }))
    expect((await run()).outputs).toMatchObject({ conclusion: 'passed', f1: '', precision: '', recall: '' })
  })
})

describe('must-pass', () => {
  const suite = [
    understood('book a flight', 'Book Flight'),
    understood('book a hotel', 'Book Hotel'),
    mistaken('is it late', 'Flight Status', 'None'),
  ]
  const lenient = { 'min-pass-rate': '0' }

  test.each([
    ['book a flight', 'passed', /./],
    ['book *', 'passed', /./],
    ['*', 'failed', /must-pass asks for "\*", which failed/],
    ['is it late', 'failed', /must-pass asks for "is it late", which failed/],
    ['book a flight\nis it *', 'failed', /"is it \*", which failed/],
    ['book a train', 'failed', /must-pass asks for "book a train", which is not among/],
    ['book a flight\nBOOK A HOTEL', 'failed', /"BOOK A HOTEL", which is not among/],
  ])('%j ends as %s though the rate is met', async (patterns, conclusion, message) => {
    const { kore, run } = await setStage()
    kore.suite('Regression', suite)
    const step = await run({ ...lenient, 'must-pass': patterns })
    expect(step.outputs).toMatchObject({ conclusion, 'error-kind': '' })
    expect(step.outputs['message']).toMatch(message)
    expect(step.exitCode).toBe(conclusion === 'passed' ? 0 : 1)
  })

  test('is not met by an utterance that could not be judged', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().file(csvWith(['I want to fly to Lisbon', 'True Positive'], ['What is left on my card?', 'Maybe']))
    const step = await run({ 'max-errored': '1', 'must-pass': 'What *' })
    expect(step.outputs).toMatchObject({ conclusion: 'failed', errored: '1' })
    expect(step.outputs['message']).toMatch(/"What \*", which could not be run or judged/)
  })
})

describe('utterances whose result nobody can read', () => {
  const twoOfThree: readonly [string, string][] = [
    ['a', 'True Positive'],
    ['b', 'Perhaps'],
    ['c', 'True Negative'],
  ]

  test.each([
    ['0', 'inconclusive', 1],
    ['1', 'passed', 0],
  ])('under max-errored %s make it %s', async (most, conclusion, exitCode) => {
    const { kore, run } = await setStage()
    kore.suite(
      'Regression',
      ['a', 'b', 'c'].map((input) => understood(input, 'Greet')),
    )
    kore.nextRun().file(csvWith(...twoOfThree))
    const step = await run({ 'max-errored': most })
    expect(step.exitCode).toBe(exitCode)
    expect(step.outputs).toMatchObject({ conclusion, total: '3', passed: '2', failed: '0', errored: '1', 'pass-rate': '100.00' })
    expect(step.summaries.at(-1)).toMatch(/(Cases|Utterances) that could not be run \(1\)/)
  })

  test('and more failures than allowed besides are a failure', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [mistaken('a', 'Greet', 'None'), understood('b', 'Greet')])
    kore.nextRun().file(csvWith(['a', 'False Negative'], ['b', 'Perhaps']))
    expect((await run()).outputs).toMatchObject({ conclusion: 'failed', failed: '1', errored: '1' })
  })

  test('and failures within the gate besides are inconclusive', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [mistaken('a', 'Greet', 'None'), understood('b', 'Greet'), understood('c', 'Greet')])
    kore.nextRun().file(csvWith(['a', 'False Negative'], ['b', 'Perhaps'], ['c', 'True Positive']))
    expect((await run({ 'min-pass-rate': '50' })).outputs).toMatchObject({
      conclusion: 'inconclusive',
      passed: '1',
      failed: '1',
      errored: '1',
    })
  })

  test('are no pass when none could be judged, however many may be in error', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [understood('a', 'Greet')])
    kore.nextRun().file(csvWith(['a', 'Perhaps']))
    expect((await run({ 'max-errored': '5' })).outputs).toMatchObject({
      conclusion: 'inconclusive',
      total: '1',
      errored: '1',
      'pass-rate': '',
    })
  })
})

test('an entity that is expected twice in one utterance has to be right both times', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', [
    understood('from Oslo to Rome', 'Book Flight', entity('City', 'Oslo'), entity('City', 'Rome', 'Oslo')),
  ])
  expect((await run()).outputs).toMatchObject({ conclusion: 'failed', total: '1', failed: '1' })
})

/** A result file with a row for each utterance and its result type. */
function csvWith(...rows: readonly (readonly [input: string, resultType: string])[]): string {
  const lines = rows.map(([input, resultType]) => `${input},Greet,Greet,,,${resultType},,,,`)
  return [
    'Bot Name,B',
    'Utterances,ExpectedIntent,MatchedIntent,Parent Intent,Task State,Result Type,Entity Name,,,',
    ...lines,
    '',
  ].join('\r\n')
}
