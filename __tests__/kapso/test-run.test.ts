import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { unwrapped } from '../../src/providers/kapso/client.ts'
import { endOf, judgeRun, TestRun } from '../../src/providers/kapso/test-run.ts'
import { Trouble } from '../../src/trouble.ts'

const GOOD = {
  id: 'r1',
  ended_at: '2026-05-04T12:00:09Z',
  started_at: '2026-05-04T12:00:00Z',
  score: 0.9,
  execution_completed: true,
}

function testRun(changes: object = {}): TestRun {
  return TestRun.parse({ ...GOOD, ...changes })
}

async function pageSample(): Promise<TestRun> {
  const text = await readFile(new URL('../fixtures/kapso/test-run.json', import.meta.url), 'utf8')
  return unwrapped(TestRun).parse(JSON.parse(text))
}

describe("the sample of the vendor's page", () => {
  test('is a run that is over, with the facts of its case', async () => {
    const sample = await pageSample()
    expect(endOf(sample)).toBe('over')
    const { verdict, score } = judgeRun(sample, 'not used', 9)
    expect(score).toBe(9.5)
    expect(verdict).toMatchObject({ name: 'Greeting Test', status: 'passed', durationMs: 0 })
    expect([...verdict.facts]).toEqual([
      ['Score', '9.5'],
      ['Feedback', 'The agent performed well on this test'],
      ['Description', "Tests the agent's greeting response"],
      ['Script', 'Ask the agent to introduce itself'],
      ['Rubric', 'The agent should respond with a polite introduction'],
      ['Test run', '3c90c3cc-0d44-4b50-8888-8dd25736052a'],
      ['Thread', 'thread_12345abcde'],
    ])
  })

  test('has a score off the scale of the mark 0.8', async () => {
    const sample = await pageSample()
    expect(() => judgeRun(sample, '', 0.8)).toThrow(/off the scale/)
  })
})

describe('a run', () => {
  test.each([
    ['ended_at is set', { ended_at: '2026-05-04T12:00:09Z', execution_completed: false }, 'over'],
    ['its execution is complete and it has a score', { ended_at: null, score: 0 }, 'over'],
    ['its execution is complete without a score', { ended_at: null, score: null }, 'without score'],
    ['its execution is not complete', { ended_at: null, execution_completed: false, score: null }, 'not yet'],
    ['its execution is not complete, but a score is there', { ended_at: '', execution_completed: false, score: 0.9 }, 'not yet'],
    ['nothing is told', { ended_at: undefined, execution_completed: undefined, score: undefined }, 'not yet'],
  ])('when %s', (_, changes, expected) => {
    expect(endOf(testRun(changes))).toBe(expected)
  })

  test.each([
    ['an object', { message: 'timeout' }],
    ['a text', 'timeout'],
    ['a list', ['timeout']],
    ['true', true],
  ])('with %s as its error is over and broken, whatever else it says', (_, error) => {
    const broken = testRun({ error, ended_at: null, execution_completed: true, score: 1 })
    expect(endOf(broken)).toBe('over')
    expect(judgeRun(broken, 'Refund', 0.8).verdict).toMatchObject({
      status: 'error',
      message: expect.stringContaining('broke off'),
    })
  })

  test.each([
    ['null', null],
    ['an empty object', {}],
    ['an empty text', ' '],
    ['an empty list', []],
    ['false', false],
    ['nothing', undefined],
  ])('with %s as its error is not broken', (_, error) => {
    expect(judgeRun(testRun({ error }), 'Refund', 0.8).verdict.status).toBe('passed')
  })
})

describe('a case', () => {
  test.each([
    [0.8, 0.8, 'passed'],
    [0.79, 0.8, 'failed'],
    ['0.8', 0.8, 'passed'],
    ['.5', 0.8, 'failed'],
    [0, 0.8, 'failed'],
    [0, 0, 'passed'],
    [1, 1, 'passed'],
    [7.5, 8, 'failed'],
    [8, 8, 'passed'],
  ])('with the score %j under the mark %d has %s', (score, mark, expected) => {
    expect(judgeRun(testRun({ score }), 'Refund', mark).verdict.status).toBe(expected)
  })

  test.each([1.01, 9.5, -0.1, 'good', '1.5', true, {}, [], 'NaN'])(
    'with the score %j is none that can be judged under 0.8',
    (score) => {
      const judging = (): unknown => judgeRun(testRun({ score }), 'Refund', 0.8)
      expect(judging).toThrow(Trouble)
      expect(judging).toThrow(/scores go from 0 to 1/)
    },
  )

  test.each([null, undefined, ''])('without a score (%j) is an error', (score) => {
    expect(judgeRun(testRun({ score }), 'Refund', 0.8).verdict).toMatchObject({
      status: 'error',
      message: 'the run ended without a score',
    })
  })

  test.each([false, null, undefined])('whose execution_completed is %j at the end is an error', (execution_completed) => {
    const { verdict, score } = judgeRun(testRun({ execution_completed, feedback: 'cut short' }), 'Refund', 0.8)
    expect(verdict).toMatchObject({ status: 'error', message: expect.stringMatching(/not completed; the judge says: cut short/) })
    expect(score).toBeUndefined()
  })

  test('that failed shows the feedback, and the score as its check', () => {
    expect(judgeRun(testRun({ score: 0, feedback: 'The judge could not be read' }), 'Refund', 0.8).verdict).toMatchObject({
      name: 'Refund',
      message: 'the judge says: The judge could not be read',
      checks: [{ what: 'score', expected: 'at least 0.8', found: '0', passed: false }],
    })
  })

  test('takes its name from the answer, else from the suite', () => {
    expect(judgeRun(testRun({ test_case: { name: 'Theirs' } }), 'Ours', 0.8).verdict.name).toBe('Theirs')
    expect(judgeRun(testRun({ test_case: null }), 'Ours', 0.8).verdict.name).toBe('Ours')
    expect(judgeRun(testRun({ test_case: { name: null } }), 'Ours', 0.8).verdict.name).toBe('Ours')
  })

  test.each([
    ['with zones', '2026-05-04T14:00:00+02:00', '2026-05-04T12:00:09.500Z', 9500],
    ['that go backwards', '2026-05-04T12:00:09Z', '2026-05-04T12:00:00Z', 0],
    ['that are none', '120', 'soon', undefined],
  ])('lasts from start to end by times %s', (_, started_at, ended_at, expected) => {
    expect(judgeRun(testRun({ started_at, ended_at }), 'Refund', 0.8).verdict.durationMs).toBe(expected)
  })

  test('shows facts that are no texts as they came', () => {
    const { verdict } = judgeRun(testRun({ feedback: { points: 3 }, thread_id: 12 }), 'Refund', 0.8)
    expect(verdict.facts.get('Feedback')).toBe('{"points":3}')
    expect(verdict.facts.get('Thread')).toBe('12')
  })
})
