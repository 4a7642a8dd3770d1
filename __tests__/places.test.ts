import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { linesOfNames, placesIn, withPlaces } from '../src/places.ts'
import { utteranceLines } from '../src/providers/kore/suite-file.ts'
import type { Run } from '../src/providers/provider.ts'
import type { Case } from '../src/results.ts'
import { aCase, aFailedCase, resultsOf } from './support/results.ts'

async function lines(path: string, text: string, ...names: string[]): Promise<Record<string, number>> {
  return Object.fromEntries(await linesOfNames(path, Buffer.from(text), new Set(names)))
}

describe('the lines of names', () => {
  const STEPS = { steps: [{ input: 'hello', answer: 'fly' }, { input: 'fly' }, { input: 'hello' }], tags: ['loose'] }

  test.each([
    ['with blanks', JSON.stringify(STEPS, undefined, 2)],
    ['with tabs', JSON.stringify(STEPS, undefined, '\t')],
    ['with a byte order mark and CRLF', `\uFEFF${JSON.stringify(STEPS, undefined, 2).replaceAll('\n', '\r\n')}`],
  ])('in JSON %s are those of fields that name things, else of any value', async (_, text) => {
    expect(await lines('suite.json', text, 'hello', 'hello (2)', 'fly', 'loose', 'absent')).toEqual({
      hello: 4,
      'hello (2)': 11,
      fly: 8,
      loose: 15,
    })
  })

  test('in JSON are found whatever is escaped', async () => {
    expect(await lines('s.json', '[\n{"input":\n"say \\"hi\\" \\u00e9"}]', 'say "hi" é')).toEqual({ 'say "hi" é': 3 })
  })

  test('in YAML are found in every kind of text', async () => {
    const text =
      'tests:\n  - name: plain words\n  - name: "quoted: words"\n  - description: |\n      a block\n    name: |-\n      block name\n'
    expect(await lines('suite.yml', text, 'plain words', 'quoted: words', 'block name')).toEqual({
      'plain words': 2,
      'quoted: words': 3,
      'block name': 6,
    })
  })

  test('in CSV are those on which a record begins', async () => {
    const text = 'name,expected\n"first\nof two",x\n\nsecond,y\nthird,second\n'
    expect(await lines('suite.csv', text, 'first\nof two', 'second', 'third', 'y')).toEqual({
      'first\nof two': 2,
      second: 5,
      third: 6,
      y: 5,
    })
  })

  test.each([
    ['with line breaks of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['as they are', (text: string) => text],
  ])('in CSV %s are found behind cells with line breaks', async (_, written) => {
    const text = written('name,expected\n"a\n\nb","c\nd"\n\nsecond,y\n')
    expect(await lines('suite.csv', text, 'second')).toEqual({ second: 7 })
  })

  test('in CSV are found although a quote stands in the middle of a cell', async () => {
    expect(await lines('suite.csv', 'name,expected\nDate:2018"|x,y\n\nsecond,y\n', 'second')).toEqual({ second: 4 })
  })

  test('are not looked for in other formats and in what is too large', async () => {
    expect(await lines('suite.txt', 'hello', 'hello')).toEqual({})
    expect(await lines('suite.json', `"hello"${' '.repeat(2 * 1024 * 1024)}`, 'hello')).toEqual({})
  })

  test('a name that looks numbered is looked for as it is first', async () => {
    expect(await lines('s.json', '["hello",\n"hello",\n"hello (2)"]', 'hello (2)')).toEqual({ 'hello (2)': 3 })
  })
})

describe('the lines of utterances', () => {
  test('in CSV count an utterance once however many entities it has', async () => {
    const text = 'input,intent,entityName\nfly,Book,City\nfly,Book,Date\n" fly ",Cancel,\nhello,Greet,\n'
    const found = await utteranceLines('suite.csv', Buffer.from(text), 'csv')
    expect([...found]).toEqual([
      ['fly', 2],
      ['fly (2)', 4],
      ['hello', 5],
    ])
  })

  test('in JSON are those of the input', async () => {
    const text = JSON.stringify({ testCases: [{ intent: 'a', input: 'fly' }, { input: 'hello' }] }, undefined, 1)
    expect([...(await utteranceLines('suite.json', Buffer.from(text), 'json'))]).toEqual([
      ['fly', 5],
      ['hello', 8],
    ])
  })
})

describe('places', () => {
  test.each([
    ['tests/a.csv', 'tests/a.csv'],
    ['./tests//b/../a.csv', 'tests/a.csv'],
    ['../a.csv', undefined],
    ['/elsewhere/a.csv', undefined],
  ])('of %s are in the file %s of the workspace', (path, expected) => {
    expect(placesIn(path, new Map([['x', 3]])).get('x')?.path).toBe(expected)
  })

  test('are told with "/", also where the system writes paths otherwise', () => {
    expect(placesIn(join('suites', 'a.csv'), new Map([['x', 3]])).get('x')?.path).toBe('suites/a.csv')
    expect(placesIn(resolve('a.csv'), new Map([['x', 3]]))).toEqual(new Map())
  })

  const all = [aCase({ name: 'good' }), aFailedCase({ name: 'bad' }), aFailedCase({ name: 'odd', status: 'error' })]

  async function collected(cases: readonly Case[], find: Parameters<typeof withPlaces>[1]): Promise<readonly Case[]> {
    const run: Run = { look: async () => ({ state: 'running' }), collect: async () => resultsOf(cases) }
    const folder = { place: () => '', write: async () => {}, read: async function* () {} }
    const end = { state: 'finished', evidence: new Uint8Array() } as const
    return (await withPlaces(run, find).collect(end, folder)).cases
  }

  test('are looked for of cases that failed or could not be run, and given to them alone', async () => {
    const asked: string[][] = []
    const cases = await collected(all, async (names) => {
      asked.push([...names])
      return placesIn(
        'a.csv',
        new Map([
          ['good', 1],
          ['bad', 2],
        ]),
      )
    })
    expect(asked).toEqual([['bad', 'odd']])
    expect(cases.map(({ place }) => place)).toEqual([undefined, { path: 'a.csv', line: 2 }, undefined])
  })

  test('are not looked for where all passed', async () => {
    const find = async (): Promise<never> => {
      throw new Error('asked')
    }
    expect(await collected(all.slice(0, 1), find)).toEqual(all.slice(0, 1))
  })

  test('that cannot be found change nothing', async () => {
    expect(await collected(all, async () => Promise.reject(new Error('the disk is gone')))).toEqual(all)
    expect(await collected(all, undefined)).toEqual(all)
  })
})
