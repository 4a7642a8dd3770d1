import { describe, expect, test } from '@jest/globals'
import { XMLParser } from 'fast-xml-parser'
import { brief, cut, logLines, oneLine, xmlText } from '../src/untrusted.ts'
import { LINE_BREAKS, randomCommands, randomMarkdown } from './support/random-texts.ts'
import { createRunnerReader } from './support/runner-commands.ts'

const HOSTILE = randomMarkdown(3_000)

describe('the log', () => {
  const texts = randomCommands(100_000)
  const obeyed = (output: string) => createRunnerReader().read(output)

  test('100,000 hostile texts are full of commands as long as they are raw', () => {
    expect(texts.filter((text) => obeyed(text).length > 0).length).toBeGreaterThan(10_000)
  })

  test('none of them makes the runner obey as lines of the log, whatever stands before them', () => {
    const prefixes = ['  | ', '', '    ', 'reply: ', '#', '##', ':']
    const lines = texts.flatMap((text, index) =>
      logLines(text, prefixes[index % prefixes.length] ?? '', { lines: 1 + (index % 5), characters: 1 + (index % 60) }),
    )
    expect(lines.flatMap(obeyed)).toEqual([])
  })

  test('none of them makes the runner obey as one line', () => {
    expect(texts.map((text, index) => oneLine(text, 1 + (index % 80))).flatMap(obeyed)).toEqual([])
  })

  test('every break that any reader knows begins a line behind the prefix', () => {
    expect(
      logLines(
        ['1', '2', '3', '4', '5', '6', '7', '8', '9'].reduce((text, line, index) => text + (LINE_BREAKS[index - 1] ?? '') + line),
        '> ',
      ),
    ).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((line) => `> ${line}`))
  })

  test('a command that invisible characters hide is broken after they are gone', () => {
    expect(logLines('#\u200b#\u00ad[error]x', '')).toEqual(['## [error]x'])
    expect(logLines('\u200b:\u2066:error::x', '')).toEqual([': :error::x'])
  })

  test('nothing gives no line, and breaks at the end give none either', () => {
    expect(logLines('', '> ')).toEqual([])
    expect(logLines('one\n\ntwo\r\n\n', '> ')).toEqual(['> one', '> ', '> two'])
  })

  test('long texts are cut, in lines and in characters, and say so', () => {
    expect(logLines('a\tb\ntwo', '', { lines: 2 })).toEqual(['a b', 'two'])
    expect(logLines('one\ntwo\nthree and more\nfour', '', { lines: 3, characters: 6 })).toEqual([
      'one',
      'two',
      'three…',
      '… 1 more',
    ])
  })

  test('ordinary text passes unchanged', () => {
    const line = 'Order #12: “Grüße” cost 5 € [net] :: 日本語 🎉 std::vector ## heading'
    expect(logLines(line, '')).toEqual([line])
    expect(oneLine(line, 500)).toBe(line)
  })

  test('one line stays one line and within its size', () => {
    const lines = texts.slice(0, 5_000).map((text) => oneLine(text, 20))
    expect(lines.filter((line) => line.length > 20 || /[\p{Cc}\u2028\u2029]/u.test(line))).toEqual([])
    expect(oneLine('one\r\n\r\n  two\t three\n', 100)).toBe('one   two  three')
  })
})

describe('cut', () => {
  test.each([
    ['short enough', 'abc', 3, 'abc'],
    ['too long', 'abcd', 3, 'ab…'],
    ['in the middle of an emoji', 'ab🎉cd', 4, 'ab…'],
    ['after an emoji', 'ab🎉cd', 5, 'ab🎉…'],
    ['to one', 'abc', 1, '…'],
    ['to nothing', 'abc', 0, ''],
  ])('a text that is %s', (_, text, characters, expected) => {
    expect(cut(text, characters)).toBe(expected)
  })
})

describe('XML', () => {
  test('keeps the characters of the standard and drops the others, for every character there is', () => {
    const ranges = [
      [0x9, 0xa],
      [0xd, 0xd],
      [0x20, 0xd7ff],
      [0xe000, 0xfffd],
      [0x1_0000, 0x10_ffff],
    ] as const
    const allowed = (code: number) => ranges.some(([first, last]) => code >= first && code <= last)
    const codes = Array.from({ length: 0x11_0000 }, (_, code) => code)
    expect(codes.filter((code) => (xmlText(String.fromCodePoint(code)) !== '') !== allowed(code))).toEqual([])
  })

  test('an independent parser reads back what was written', () => {
    const parser = new XMLParser({
      trimValues: false,
      parseTagValue: false,
      processEntities: { maxTotalExpansions: 1e6, maxExpandedLength: 1e9 },
    })
    const texts = HOSTILE.map((text) => xmlText(text).replaceAll('\r', ''))
    const escaped = texts.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    expect(parser.parse(`<all>${escaped.map((text) => `<one>${text}</one>`).join('')}</all>`)).toEqual({ all: { one: texts } })
  })
})

describe('a name for a sentence', () => {
  test.each([
    ['60 letters stay', 'x'.repeat(60), 'x'.repeat(60)],
    ['61 are cut', 'x'.repeat(61), `${'x'.repeat(59)}…`],
    ['60 balloons stay', '🎈'.repeat(60), '🎈'.repeat(60)],
    ['61 are cut, and none in half', '🎈'.repeat(61), `${'🎈'.repeat(59)}…`],
    ['a letter before them changes nothing', `x${'🎈'.repeat(200)}`, `x${'🎈'.repeat(58)}…`],
  ])('%s', (_, name, shown) => expect(brief(name)).toBe(shown))
})
