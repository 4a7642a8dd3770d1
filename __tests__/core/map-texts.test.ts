/** Every text of the vendor is changed, and nothing else. */
import { expect, test } from '@jest/globals'
import { mapTexts } from '../../src/map-texts.ts'
import { aCase, aCheck, resultsOf } from '../support/results.ts'

test('texts of the vendor are changed wherever they stand, and names stay unique', () => {
  const one = aCase({
    name: 'key-1',
    message: 'key',
    checks: [aCheck({ what: 'key', expected: 'key', found: 'key', passed: false })],
    facts: new Map([['type', 'key']]),
    turns: [{ speaker: 'key', text: 'key' }],
  })
  const given = resultsOf([one, aCase({ name: 'key-2', checks: [] })], {
    figures: new Map([['TP', 'key']]),
    contradictions: ['key'],
    warnings: ['key'],
    metrics: { f1: 0.5 },
  })

  const changed = mapTexts(given, (text) => text.replace(/key(-\d)?/, '***'))

  expect(changed.cases.map(({ name }) => name)).toEqual(['***', '*** (2)'])
  expect(changed.cases[0]).toEqual({
    ...one,
    name: '***',
    message: '***',
    checks: [{ what: '***', expected: '***', found: '***', passed: false }],
    facts: new Map([['type', '***']]),
    turns: [{ speaker: '***', text: '***' }],
  })
  expect(changed.cases[1]).not.toHaveProperty('message')
  expect(changed).toMatchObject({ contradictions: ['***'], warnings: ['***'], metrics: { f1: 0.5 }, counts: given.counts })
  expect(changed.figures).toEqual(new Map([['TP', '***']]))
  expect(given.cases[0]?.name).toBe('key-1')
})

test('what has nothing to change stays the same object', () => {
  const plain = aCase({
    name: 'plain',
    message: 'fine',
    facts: new Map([['type', 'TP']]),
    turns: [{ speaker: 'bot', text: 'hi' }],
  })
  const told = aCase({ name: 'told', checks: [aCheck({ found: 'key' }), aCheck()] })
  const { cases } = mapTexts(resultsOf([plain, told]), (text) => text.replace('key', '***'))
  expect(cases[0]).toBe(plain)
  expect(cases[1]).toEqual({ ...told, checks: [aCheck({ found: '***' }), aCheck()] })
  expect(cases[1]?.facts).toBe(told.facts)
})

test.each([
  ['name', aCase({ name: 'key' })],
  ['message', aCase({ message: 'key' })],
  [
    'a fact',
    aCase({
      facts: new Map([
        ['a', 'b'],
        ['c', 'key'],
      ]),
    }),
  ],
  [
    'a turn',
    aCase({
      turns: [
        { speaker: 'bot', text: 'hi' },
        { speaker: 'key', text: 'hi' },
      ],
    }),
  ],
  ['a check', aCase({ checks: [aCheck(), aCheck({ expected: 'key' })] })],
])('a case in which only its %s is to be changed is changed', (_, each) => {
  const { cases } = mapTexts(resultsOf([each]), (text) => text.replace('key', '***'))
  const shown = (value: unknown) => JSON.stringify(value, (_key, item: unknown) => (item instanceof Map ? [...item] : item))
  expect(shown(cases)).toBe(shown([each]).replace('key', '***'))
})
