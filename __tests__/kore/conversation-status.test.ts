/** The conversation status, pure: the vendor's own samples, and everything that its page leaves open. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { ConversationStatus, conversationResults, hasFailedSteps } from '../../src/providers/kore/conversation-status.ts'
import type { Results } from '../../src/results.ts'

const fixture = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../fixtures/kore-conversation/${name}`, import.meta.url)), 'utf8')
const whole = await fixture('status-passed-without-dots.json')

/** Results of an answer with that status and block `result`. */
function resultsOf(status: string, result: object, more: object = {}): Results {
  return conversationResults(ConversationStatus.parse({ status, result, ...more }))
}

const step = (status: unknown, more: object = {}): object => ({ input: 'hello', status, ...more })
const details = (passed: unknown, failed: unknown, total: unknown): object => ({ stepDetails: { passed, failed, total } })

describe("the page's own sample", () => {
  test('of a run under way is read', async () => {
    const status = ConversationStatus.parse(JSON.parse(await fixture('status-inprogress.json')))
    expect(status).toMatchObject({ status: 'inprogress', totalTestStepsCount: 13, percentageCompleted: 85 })
    expect(hasFailedSteps(status)).toBe(false)
  })

  test('of a run that is over is no JSON, because dots stand for eleven of its steps', async () => {
    const text = await fixture('status-passed.invalid.json.txt')
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(text).toMatch(/\n\s*\.{10,}\n/)
    expect(JSON.stringify(JSON.parse(text.replace(/\n\s*\.{10,}/, '')))).toBe(JSON.stringify(JSON.parse(whole)))
  })

  test('without the dots has two steps with assertions, and contradicts its own counts', () => {
    const results = conversationResults(ConversationStatus.parse(JSON.parse(whole)))
    expect(results.cases.slice(0, 3)).toMatchObject([
      { name: 'Start_Flow', status: 'passed', checks: [{ what: 'text', expected: 'asdasd', found: 'asdasd', passed: true }] },
      {
        name: 'help',
        status: 'passed',
        checks: [
          { what: 'text', passed: true },
          { what: 'flow', expected: 'Confirmation', passed: true },
        ],
      },
      { name: 'step 3', status: 'skipped' },
    ])
    expect(results.cases[0]?.facts.get('Event')).toBe('Start_Flow')
    expect(results.cases[1]?.facts.get('Text mismatch')).toBe('true')
    expect(results.counts).toMatchObject({ total: 13, passed: 2, skipped: 11 })
    expect(results.contradictions).toHaveLength(2)
    expect([...results.figures]).toEqual([['Duration in ms', '14364']])
  })
})

describe('steps', () => {
  test.each([
    ['passed', 'passed'],
    ['PASSED', 'passed'],
    ['Success', 'passed'],
    ['failed', 'failed'],
    ['FAIL', 'failed'],
    ['not_executed', 'skipped'],
    ['notExecuted', 'skipped'],
    ['skipped', 'skipped'],
    ['pondering', 'error'],
    [undefined, 'error'],
    [null, 'error'],
    [7, 'error'],
  ])('that are %j are %s', (word, status) => {
    expect(resultsOf('failed', { executionResults: [step(word)] }).cases[0]?.status).toBe(status)
  })

  test('are named by their input, their event, or their place, each once', () => {
    const steps = [
      step('passed'),
      step('passed'),
      { event: 'Start', status: 'passed' },
      { status: 'passed' },
      { input: { a: 1 }, status: 'passed' },
    ]
    const { cases } = resultsOf('passed', { executionResults: steps })
    expect(cases.map(({ name }) => name)).toEqual(['hello', 'hello (2)', 'Start', 'step 4', '{"a":1}'])
  })

  test('tell text, context and flow as checks, with what was found', () => {
    const assertions = {
      text: { enabled: true, status: 'failed', contains: [{ text: 'Hi!', status: 'failed' }] },
      context: { enabled: true, status: 'passed', contains: [{ key: 'city', value: 'Oslo', status: 'passed' }] },
      flowLevel: { enabled: true, status: 'failed', contains: [{ nodeId: 'Greet', status: 'failed' }] },
    }
    const output = { outputs: [{ text: 'Hi!', assertions }], actualOutput: [{ text: 'Go away', nodeName: 'Refuse' }] }
    const [only] = resultsOf('failed', { executionResults: [step('failed', output)] }).cases
    expect(only?.checks).toEqual([
      { what: 'text', expected: 'Hi!', found: 'Go away', passed: false },
      { what: 'context', expected: 'city = Oslo', found: '', passed: true },
      { what: 'flow', expected: 'Greet', found: 'Refuse', passed: false },
    ])
    expect(only?.turns).toEqual([
      { speaker: 'user', text: 'hello' },
      { speaker: 'bot', text: 'Go away' },
    ])
  })

  test('whose assertions stand in actualOutput alone tell them from there', () => {
    const assertions = { text: { status: 'passed', contains: [{ text: 'Hi!' }] } }
    const [only] = resultsOf('passed', {
      executionResults: [step('passed', { actualOutput: [{ text: 'Hi!', assertions }] })],
    }).cases
    expect(only?.checks).toEqual([{ what: 'text', expected: 'Hi!', found: 'Hi!', passed: true }])
  })

  test('that failed in an assertion that lists nothing, or in none, say so', () => {
    const failing = (assertions: object): object => step('failed', { outputs: [{ text: 'x', assertions }] })
    const { cases } = resultsOf('failed', {
      executionResults: [failing({ text: { status: 'failed', contains: [] } }), failing({})],
    })
    expect(cases[0]?.checks).toEqual([{ what: 'text', expected: '', found: 'x', passed: false }])
    expect(cases[1]?.message).toContain('does not say which assertion')
  })

  test('with blocks of any other form are still judged by their status', () => {
    const odd = [
      { outputs: 'none' },
      { outputs: [7], actualOutput: null },
      { outputs: [{ assertions: [] }] },
      { outputs: [{ text: { a: 1 } }] },
    ]
    const { counts } = resultsOf('passed', { executionResults: odd.map((each) => step('passed', each)) })
    expect(counts).toMatchObject({ total: 4, passed: 4 })
  })
})

describe('counts and steps', () => {
  const good = step('passed')
  const bad = step('failed')
  test.each<[string, string, object, object, string[]]>([
    ['agree', 'passed', { executionResults: [good, good], ...details(2, 0, 2) }, { totalTestStepsCount: 2 }, []],
    ['agree, as digits', 'passed', { executionResults: [good], ...details('1', '0', '1') }, { totalTestStepsCount: '1' }, []],
    ['agree on a failure', 'failed', { executionResults: [good, bad], ...details(1, 1, 2) }, {}, []],
    ['agree without a total', 'passed', { executionResults: [good], ...details(1, 0, undefined) }, {}, []],
    ['are counts alone', 'passed', details(3, 0, 3), {}, []],
    ['are counts alone, with an empty list of steps', 'passed', { executionResults: [], ...details(3, 0, 3) }, {}, []],
    ['are steps alone', 'passed', { executionResults: [good] }, {}, []],
    ['differ in what passed', 'passed', { executionResults: [good, good], ...details(1, 0, 2) }, {}, ['counts 1 passed']],
    ['differ in what failed', 'failed', { executionResults: [good, good], ...details(1, 1, 2) }, {}, ['shows 2 and 0']],
    [
      'differ in the total',
      'passed',
      details(2, 0, 2),
      { totalTestStepsCount: 3 },
      ['not executed', 'suite has 3 steps, and counts 2'],
    ],
    ['count more than there are', 'passed', details(2, 1, 2), {}, ['1 step failed', 'of 2']],
    [
      'leave steps out under passed',
      'passed',
      { executionResults: [good] },
      { totalTestStepsCount: 2 },
      ['1 of 2 steps was not executed'],
    ],
    ['leave steps out under failed', 'failed', { executionResults: [bad], ...details(0, 1, 3) }, { totalTestStepsCount: 3 }, []],
    ['fail under passed', 'passed', { executionResults: [bad] }, {}, ['1 step failed']],
    ['fail under passed by the counts alone', 'passed', details(1, 1, 2), {}, ['1 step failed']],
    ['are missing', 'passed', {}, {}, ['neither steps nor counts']],
    [
      'stand beside the opposite status inside',
      'passed',
      { status: 'failed', ...details(1, 0, 1) },
      {},
      ['contradict each other'],
    ],
    ['stand beside a status of another kind inside', 'passed', { status: 'completed', ...details(1, 0, 1) }, {}, []],
    ['stand beside the same status in another spelling', 'passed', { status: 'PASSED', ...details(1, 0, 1) }, {}, []],
  ])('that %s', (_, status, result, more, expected) => {
    const { contradictions } = resultsOf(status, result, more)
    expect(contradictions).toHaveLength(expected.length)
    for (const [index, text] of expected.entries()) expect(contradictions[index]).toContain(text)
  })

  test('not executed are skipped, with and without steps', () => {
    expect(resultsOf('failed', details(1, 1, 5)).counts).toEqual({
      total: 5,
      passed: 1,
      failed: 1,
      errored: 0,
      skipped: 3,
      flaky: 0,
      quarantined: 0,
    })
    expect(resultsOf('failed', { executionResults: [good, bad], ...details(1, 1, 5) }).counts).toMatchObject({
      total: 5,
      skipped: 3,
    })
  })
})

test('errors of the vendor and missing steps are told, and nothing else', () => {
  const told = (errorDetails: unknown): number =>
    resultsOf('passed', { executionResults: [step('passed')], errorDetails }).warnings.length
  for (const nothing of [null, undefined, '', {}, []]) expect(told(nothing)).toBe(0)
  for (const something of ['boom', { code: 1 }, [1], 0]) expect(told(something)).toBe(1)
  expect(resultsOf('passed', details(1, 0, 1)).warnings.join()).toContain('no step details were given')
})

test.each([
  ['a number', 14364, '14364'],
  ['digits', '14364', '14364'],
  ['a word', 'long', undefined],
  ['nothing', null, undefined],
])('the duration may be %s', (_, duration, expected) => {
  expect(resultsOf('passed', { ...details(1, 0, 1), duration }).figures.get('Duration in ms')).toBe(expected)
})
