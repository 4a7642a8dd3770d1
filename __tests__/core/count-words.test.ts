/** Numbers of things in sentences: right for one of them, whatever they are. */
import { describe, expect, test } from '@jest/globals'
import { countOf, isOrAre, singular, wasOrWere } from '../../src/count-words.ts'

describe('a number of things', () => {
  test.each([
    [0, 'cases', '0 cases'],
    [1, 'cases', '1 case'],
    [2, 'cases', '2 cases'],
    [999, 'cases', '999 cases'],
    [1_000, 'cases', '1,000 cases'],
    [1_234_567, 'cases', '1,234,567 cases'],
    [1, 'tries', '1 try'],
    [2, 'tries', '2 tries'],
    [1, 'entries', '1 entry'],
    [1, 'failed test cases', '1 failed test case'],
    [1, 'utterances', '1 utterance'],
    [1, 'resources', '1 resource'],
  ])('%d of %s reads %s', (value, nouns, text) => {
    expect(countOf(value, nouns)).toBe(text)
  })

  test('is followed by a verb that goes with it', () => {
    expect([0, 1, 2].map(isOrAre)).toEqual(['are', 'is', 'are'])
    expect([0, 1, 2].map(wasOrWere)).toEqual(['were', 'was', 'were'])
  })

  test('is one of them where the number goes without saying', () => {
    expect(['steps', 'tries'].map(singular)).toEqual(['step', 'try'])
  })
})
