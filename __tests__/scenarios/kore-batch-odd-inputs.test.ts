/** What people really write into inputs and names, and what it must not turn into. */
import { expect, test } from '@jest/globals'
import { understood } from '../../simulator/kore/batch-suite.ts'
import { setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

test('a suite with an apostrophe in its name is fetched by its link as the vendor wrote it', async () => {
  const { kore, run } = await setStage()
  kore.suite("Kids' menu", TWO_GOOD)
  expect(await run({ suite: "Kids' menu" })).toMatchObject({ exitCode: 0, outputs: { conclusion: 'passed' } })
})

test.each([
  ['an emoji with a variation selector', 'warm 🏝️ next week', 'warm 🏝️ next week'],
  ['a zero-width blank', 'next\u200bweek', 'next\u200bweek'],
  ['an accent composed in the one and not in the other', 'caf\u00e9', 'cafe\u0301'],
])('must-pass names a case with %s', async (_, input, pattern) => {
  const { kore, run } = await setStage()
  kore.suite('Regression', [understood(input, 'Book Flight')])
  expect((await run({ 'must-pass': pattern })).outputs['conclusion']).toBe('passed')
})

test.each(['abc\ndef', 'abc😀def'])(
  'a token that no header can hold is a mistake, and no start is spoken of: %j',
  async (token) => {
    const { kore, run, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const { outputs } = await run({ token, 'client-id': '', 'client-secret': '' })
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(outputs['message']).not.toContain('may be under way')
    expect(asked()).toEqual([])
  },
)

test.each([
  ['0.95', /0\.95 per cent; for 95 per cent write 95/],
  ['0', /green whatever fails/],
])('min-pass-rate %s is warned about', async (rate, warning) => {
  const { kore, run } = await setStage()
  kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
  const { annotations } = await run({ 'min-pass-rate': rate })
  expect(annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
    expect.stringMatching(warning),
  ])
})

test('a blank min-pass-rate counts as not given', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  const step = await run({ 'min-pass-rate': '  ' })
  expect([step.outputs['conclusion'], step.annotations]).toEqual(['passed', []])
})

test('a bot-id of two lines is a mistake, and nothing is sent', async () => {
  const { run, asked } = await setStage()
  const { outputs } = await run({ 'bot-id': 'st-1\nst-2' })
  expect(outputs['message']).toMatch(/bot-id has more than one line/)
  expect(asked()).toEqual([])
})
