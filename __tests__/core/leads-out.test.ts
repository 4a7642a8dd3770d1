/** Which relative paths lead out of their folder. */
import { expect, test } from '@jest/globals'
import { leadsOut } from '../../src/leads-out.ts'

test.each([
  ['', false],
  ['suite.json', false],
  ['..suite.json', false],
  ['...', false],
  ['a/..b', false],
  ['..', true],
  ['../suite.json', true],
  ['..\\suite.json', true],
])('%j leads out: %p', (path, expected) => expect(leadsOut(path)).toBe(expected))
