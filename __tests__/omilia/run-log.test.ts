/** The log is read whatever its nesting, and each line is shown once. */
import { describe, expect, test } from '@jest/globals'
import { createLogReader, logText, MOST_LINES, readSections } from '../../src/providers/omilia/run-log.ts'

const section = (id: string, name: string, content: readonly unknown[]): object => ({
  sectionName: name,
  id,
  content,
  offset: content.length,
  completed: true,
})
const lines = (...texts: readonly string[]): object[] => texts.map((text) => ({ text }))

/** All lines as `section: text`. */
function read(...answers: readonly unknown[]): string[] {
  const fresh = createLogReader()
  return answers.flatMap((answer) => fresh(readSections(answer))).map(({ section: name, text }) => `${name}: ${text}`)
}

describe('each line is shown once', () => {
  test('as the log grows', () => {
    const first = { data: [section('1', 'Clone', lines('a'))] }
    const second = { data: [section('1', 'Clone', lines('a', 'b')), section('2', 'Run', lines('c'))] }
    expect(read(first, second, second)).toEqual(['Clone: a', 'Clone: b', 'Run: c'])
  })

  test('when sections have the same name, and lines the same text', () => {
    expect(read({ data: [section('1', 'Run', lines('x', 'x')), section('2', 'Run', lines('x'))] })).toEqual([
      'Run: x',
      'Run: x',
      'Run: x',
    ])
  })

  test('when sections change their order', () => {
    const [one, two] = [section('1', 'A', lines('a')), section('2', 'B', lines('b'))]
    expect(read({ data: [one] }, { data: [two, one] })).toEqual(['A: a', 'B: b'])
  })

  test('when it comes later to a place that was empty', () => {
    expect(
      read({ data: [section('1', 'A', [{}, { text: 'second' }])] }, { data: [section('1', 'A', lines('first', 'second'))] }),
    ).toEqual(['A: second', 'A: first'])
  })
})

describe('the log is read', () => {
  test.each([
    ['in a list in data', { data: [section('1', 'A', lines('a'))] }],
    ['as a bare section', section('1', 'A', lines('a'))],
    ['as one section in data', { data: section('1', 'A', lines('a')) }],
    ['as a bare list', [section('1', 'A', lines('a'))]],
    ['in lists in lists', { data: [[section('1', 'A', lines('a'))]] }],
    ['beside empty sections', { data: [{}, section('1', 'A', lines('a')), {}, null, 7] }],
    ['with lines that are plain texts', { data: [section('1', 'A', ['a'])] }],
  ])('%s', (_, answer) => {
    expect(read(answer)).toEqual(['A: a'])
  })

  test('with sections inside the content of others, as the page has it', () => {
    const outer = section('1', 'Run', [{ text: 'before' }, section('2', 'Load', lines('inner')), { text: 'after' }])
    expect(read({ data: [outer] })).toEqual(['Run: before', 'Run: after', 'Load: inner'])
  })

  test('without ids and names', () => {
    const answer = { data: [{ content: lines('a') }, { content: lines('b') }] }
    expect(read(answer, answer)).toEqual(['log: a', 'log: b'])
  })

  test.each([undefined, null, 'text', 7, {}, { data: null }, { data: {} }, { detail: 'nothing here' }])(
    'as empty where it is %j',
    (answer) => {
      expect(read(answer)).toEqual([])
    },
  )

  test('up to 40,000 lines and no more, since each look reads all of them', () => {
    const many = (count: number): object => ({
      data: [
        section(
          '1',
          'A',
          Array.from({ length: count }, () => 'x'),
        ),
      ],
    })
    expect(read(many(MOST_LINES))).toHaveLength(MOST_LINES)
    expect(() => read(many(MOST_LINES + 1))).toThrow('it has more than 40,000 lines')
    expect(() => read({ data: Array.from({ length: MOST_LINES + 1 }, () => section('1', 'A', [])) })).toThrow('lines')
  })

  test('without what only looks like a field of it', () => {
    expect(read(JSON.parse('{"data":[{"content":[{"__proto__":{"text":"a"}},{"constructor":"b"},null,["c"]]}]}'))).toEqual([])
  })

  test('no deeper than any log can be', () => {
    let answer: unknown = section('1', 'A', lines('a'))
    for (let depth = 0; depth < 5000; depth++) answer = [answer]
    expect(read(answer)).toEqual([])
  })
})

test('the text of the log has a head for each section, and no section without lines', () => {
  const text = logText(
    readSections({
      data: [section('1', 'Clone', lines('a', 'b')), {}, section('2', 'Empty', []), section('3', 'Run', lines('c'))],
    }),
  )
  expect(text).toBe('== Clone (1)\na\nb\n\n== Run (3)\nc\n')
})
