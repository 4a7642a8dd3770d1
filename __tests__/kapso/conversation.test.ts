import { describe, expect, test } from '@jest/globals'
import { shown, turnsOf } from '../../src/providers/kapso/conversation.ts'

const TURNS = [
  { speaker: 'user', text: 'Hello' },
  { speaker: 'assistant', text: 'Hi!' },
]

describe('a conversation', () => {
  test.each<[string, unknown]>([
    [
      'a list of roles and contents',
      [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Hi!' },
      ],
    ],
    [
      'a list of senders and texts',
      [
        { sender: 'user', text: 'Hello' },
        { sender: 'assistant', text: 'Hi!' },
      ],
    ],
    [
      'contents in parts',
      [
        { role: 'user', content: [{ type: 'text', text: 'Hel' }, 'lo'] },
        { role: 'assistant', content: { text: 'Hi!' } },
      ],
    ],
    [
      'typed messages with data',
      [
        { type: 'user', data: { content: 'Hello' } },
        { type: 'assistant', data: { content: 'Hi!' } },
      ],
    ],
    [
      'an object with messages',
      {
        messages: [
          { from: 'user', body: 'Hello' },
          { from: 'assistant', body: 'Hi!' },
        ],
      },
    ],
    [
      'an object in an object',
      {
        conversation: {
          turns: [
            { speaker: 'user', message: 'Hello' },
            { speaker: 'assistant', message: 'Hi!' },
          ],
        },
      },
    ],
    ['an object by number', { 0: { role: 'user', content: 'Hello' }, 1: { role: 'assistant', content: 'Hi!' } }],
    ['an object by speaker', { user: 'Hello', assistant: 'Hi!' }],
  ])('as %s becomes turns', (_, value) => {
    expect(turnsOf(value)).toEqual(TURNS)
  })

  test.each<[string, unknown, unknown]>([
    [
      'a list of texts',
      ['Hello', 'Hi!'],
      [
        { speaker: '', text: 'Hello' },
        { speaker: '', text: 'Hi!' },
      ],
    ],
    [
      'texts by number',
      { 0: 'Hello', 1: 'Hi!' },
      [
        { speaker: '', text: 'Hello' },
        { speaker: '', text: 'Hi!' },
      ],
    ],
    ['one text', 'Hello', [{ speaker: '', text: 'Hello' }]],
    ['one turn', { role: 'user', content: 'Hello' }, [{ speaker: 'user', text: 'Hello' }]],
    [
      'the call of a tool',
      [{ role: 'assistant', content: null, tool: 'refund' }, null],
      [{ speaker: 'assistant', text: '{"role":"assistant","content":null,"tool":"refund"}' }],
    ],
    ['a number', [7], [{ speaker: '', text: '7' }]],
  ])('as %s is shown', (_, value, expected) => {
    expect(turnsOf(value)).toEqual(expected)
  })

  test.each([[{}], [[]], [null], [undefined], [''], [7]])('as %j has no turns', (value) => {
    expect(turnsOf(value)).toEqual([])
  })

  test('is taken from the first form that has turns', () => {
    expect(turnsOf({}, [{ role: 'user', content: 'Hello' }])).toEqual([TURNS[0]])
    expect(turnsOf(['first'], ['second'])).toEqual([{ speaker: '', text: 'first' }])
  })

  test.each([
    ['lists', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['objects', `${'{"messages":'.repeat(50_000)}[]${'}'.repeat(50_000)}`],
    ['contents', `[${'{"content":'.repeat(50_000)}1${'}'.repeat(50_000)}]`],
  ])('that is nested 50,000 deep in %s breaks nothing', (_, text) => {
    expect(turnsOf(JSON.parse(text)).length).toBeLessThanOrEqual(1)
  })
})

test('a value that is nested too deeply is not shown', () => {
  expect(shown(JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)))).toBe('(nested too deeply to be shown)')
})
