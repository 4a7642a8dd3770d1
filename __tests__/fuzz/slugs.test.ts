import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { slugs } from '../../src/report-directory.ts'
import { tries } from './runs.ts'

const odd = fc.constantFrom(
  '..',
  '/',
  '\\',
  'CON',
  'nul.txt',
  'a',
  'A',
  ' ',
  '-',
  '.',
  '\0',
  '\n',
  'é',
  'İ',
  'ß',
  '🎉',
  '-0a1b2c3d',
  ':',
  '*',
  '%2e',
)
const name = fc.oneof(
  fc.array(odd, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
)

test('every suite gets a folder of its own on any file system, and none leads elsewhere', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), (names) => {
      const folders = slugs(names)
      expect(folders.length).toBe(names.length)
      expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(names.length)
      for (const folder of folders) {
        expect(folder).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,120}$/)
        expect(folder).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|\.$/i)
      }
    }),
    tries(3000),
  )
})

test('a suite keeps its folder from one step to the next', () => {
  fc.assert(
    fc.property(name, (suite) => expect(slugs([suite])).toEqual(slugs([suite]))),
    tries(500),
  )
})
