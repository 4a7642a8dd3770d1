/** Inputs that the products of Kore.ai share, or need in some modes only. */
import { describe, expect, test } from '@jest/globals'
import { parseStep } from '../support/providers.ts'

const COMMON = { suite: 'Smoke', 'bot-id': 'st-1', 'client-id': 'cs-1', 'client-secret': 'a secret' }

/** What is wrong, as `input text`; empty when nothing is. */
function mistakes(raw: Readonly<Record<string, string>>): string[] {
  const parsed = parseStep({ ...COMMON, ...raw })
  return 'mistakes' in parsed ? parsed.mistakes.map(({ input, text }) => `${input} ${text}`) : []
}

describe.each([
  ['kore-publish', 'version-comment'],
  ['kore-conversation', 'user-email'],
])('%s', (provider, input) => {
  test.each(['', ' run ', 'start'])(`needs ${input} in the mode %j`, (mode) => {
    expect(mistakes({ provider, mode })).toEqual([expect.stringContaining(`${input} is required`)])
  })

  test.each(['collect', ' collect '])(`needs no ${input} in the mode %j`, (mode) => {
    expect(mistakes({ provider, mode, 'run-id': 'ds-1' })).toEqual([])
  })

  test('says that nothing can be stopped, and asks for nothing else', () => {
    expect(mistakes({ provider, mode: ' cancel ', 'run-id': 'ds-1' })).toEqual([expect.stringMatching(/^mode is cancel/)])
  })

  test.each(['', 'start'])(`takes ${input} of one line alone in the mode %j`, (mode) => {
    expect(mistakes({ provider, mode, [input]: 'a@b.example\nc@d.example' })).toEqual([
      expect.stringContaining(`${input} has more than one line`),
    ])
    expect(mistakes({ provider, mode, [input]: 'a@b.example' })).toEqual([])
  })
})

describe('base-url', () => {
  test.each(['https://platform.kore.ai/api', 'https://platform.kore.ai/api/public/', 'https://own.example/kore/api/public'])(
    '%s is refused with the advice to leave the path out',
    (base) => {
      expect(mistakes({ provider: 'kore-batch', 'base-url': base })).toEqual([
        expect.stringMatching(/^base-url ends in \/api or \/api\/public; give the address without it/),
      ])
    },
  )

  test.each(['', 'https://platform.kore.ai/', 'https://own.example/kore', 'https://api.example'])('%j is taken', (base) => {
    expect(mistakes({ provider: 'kore-batch', 'base-url': base })).toEqual([])
  })

  test('that is no address is told once', () => {
    expect(mistakes({ provider: 'kore-batch', 'base-url': 'platform.kore.ai' })).toHaveLength(1)
  })
})
