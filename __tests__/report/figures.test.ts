import { describe, expect, test } from '@jest/globals'
import { junitSeconds, score, scoreDifference } from '../../src/report/figures.ts'
import { shortId } from '../../src/run-id.ts'
import { inOneLine, sentenceAndLines } from '../../src/sentences.ts'
import { roundedSpan, timeSpan } from '../../src/time-spans.ts'

describe('figures', () => {
  test.each([
    [1, '1'],
    [0, '0'],
    [0.5, '0.5'],
    [0.29, '0.29'],
    [0.99999, '0.9999'],
    [0.97345, '0.9734'],
    [0.0003, '0.0003'],
    [0.00009, '0'],
    [1e-9, '0'],
  ])('the score %d reads %s', (value, text) => expect(score(value)).toBe(text))

  test.each([
    [0.8, 0.9, '+0.1'],
    [0.9, 0.8, '−0.1'],
    [0.5, 0.5, '±0'],
    [0.5, 0.50009, '±0'],
  ])('from %d to %d is a difference of %s', (before, now, text) => expect(scoreDifference(before, now)).toBe(text))

  test.each([
    [0, '0 ms'],
    [850, '850 ms'],
    [999.9, '999 ms'],
    [1_000, '1 s'],
    [12_390, '12.3 s'],
    [59_999, '59.9 s'],
    [60_000, '1 min'],
    [120_999, '2 min'],
    [192_400, '3 min 12 s'],
    [7_500_000, '2 h 5 min'],
    [7_259_999, '2 h'],
  ])('%d ms read %s', (ms, text) => expect(timeSpan(ms)).toBe(text))

  test('JUnit has seconds with three decimals and no comma', () => expect(junitSeconds(12_345_678.4)).toBe('12345.678'))
})

test.each([
  [0, '0 s'],
  [499, '0 s'],
  [1500, '2 s'],
  [59_400, '59 s'],
  [59_600, '1 min'],
  [60_000, '1 min'],
  [725_000, '12 min 5 s'],
  [3_599_000, '59 min 59 s'],
  [3_599_600, '1 h'],
  [3_720_000, '1 h 2 min'],
  [7_170_000, '2 h'],
  [86_400_000, '24 h'],
])('%d ms read rounded %j', (ms, expected) => {
  expect(roundedSpan(ms)).toBe(expected)
})

test.each([
  ['st-1', 'st-1'],
  ['a'.repeat(80), 'a'.repeat(80)],
  ['a'.repeat(81), `${'a'.repeat(80)}…`],
  [Array.from({ length: 300 }, () => 'abcdefghi').join(','), `${'abcdefghi,'.repeat(8)}… (300 parts)`],
])('the id %s is told as %s', (id, expected) => {
  expect(shortId(id)).toBe(expected)
})

test.each([
  ['there is none', ['there is none', ''], 'there is none'],
  ['add\npermissions:\n  actions: read', ['add', 'permissions:\n  actions: read'], 'add permissions: actions: read'],
])('%j is a sentence with lines below it, or one line', (text, apart, together) => {
  expect(sentenceAndLines(text)).toEqual(apart)
  expect(inOneLine(text)).toBe(together)
})
