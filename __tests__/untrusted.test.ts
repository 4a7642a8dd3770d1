import { describe, expect, test } from '@jest/globals'
import { parse as parseCsv } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { codeBlock, csvCell, cut, inlineCode, logLines, oneLine, xmlText } from '../src/untrusted.ts'
import { HOSTILE_TEXTS } from './support/hostile-texts.ts'
import { createRunnerReader } from './support/runner-commands.ts'

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function textsOf(pieces: readonly string[], count: number, longest: number, seed: number): string[] {
  const random = seeded(seed)
  const piece = () => pieces[Math.floor(random() * pieces.length)] ?? ''
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(random() * longest) }, piece).join(''))
}

const BREAKS = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029']
const UNSEEN = [
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u034f',
  '\ufe0f',
  '\u{e0041}',
  '\u{1d173}',
  '\ufff9',
  '\u3164',
]
const CONTROLS = ['\0', '\b', '\u001b[31m', '\u007f', '\u009b', '\ud800', '\udc00']
const SPACES = [' ', ' ', '\t', '\u00a0', '\u3000']
const COMMAND_PIECES = [
  '::',
  '::',
  ':',
  '##[',
  '##[',
  '#',
  '##',
  '[',
  ']',
  '::error::',
  '##[error]',
  'error',
  'warning',
  'group',
  'debug',
].concat(
  [
    'set-output name=a',
    'stop-commands',
    'add-mask',
    'title=x',
    ',',
    ';',
    '%0A',
    '%25',
    'x',
    'word',
    '\u0640',
    '\u0301',
    '🎉',
    '…',
  ],
  BREAKS,
  UNSEEN,
  CONTROLS,
  SPACES,
)

describe('the log', () => {
  const texts = textsOf(COMMAND_PIECES, 100_000, 14, 1)
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
        ['1', '2', '3', '4', '5', '6', '7', '8', '9'].reduce((text, line, index) => text + (BREAKS[index - 1] ?? '') + line),
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
    expect(logLines('one\ntwo\nthree and more\nfour', '', { lines: 3, characters: 6 })).toEqual([
      'one',
      'two',
      'three…',
      '… 1 more lines',
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

type Tree = ReturnType<typeof render>
type TreeNode = Tree | Tree['children'][number]

function render(markdown: string) {
  const pipeline = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize)
  return pipeline.runSync(pipeline.parse(markdown))
}

function descendants(node: TreeNode): TreeNode[] {
  return 'children' in node ? [node, ...node.children.flatMap(descendants)] : [node]
}

function elements(tree: Tree): string[] {
  return descendants(tree).flatMap((node) => (node.type === 'element' ? [node.tagName] : []))
}

function textOf(node: TreeNode): string {
  return descendants(node)
    .map((inner) => (inner.type === 'text' ? inner.value : ''))
    .join('')
}

function textsIn(tree: Tree, tagName: string): string[] {
  return descendants(tree).flatMap((node) => (node.type === 'element' && node.tagName === tagName ? [textOf(node)] : []))
}

/** Markdown drops blanks at the ends of lines before anybody sees them. */
function withoutLineEnds(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, '\n')
}

/** What a reader should see, found out in another way than by the code under test. */
function visibleText(text: string): string {
  const breaks = BREAKS.filter((mark) => mark.length === 1)
  const unseen = [...UNSEEN, ...CONTROLS.map((control) => control.charAt(0))]
  const characters = [...text.replaceAll('\r\n', '\n')].map((character) => (breaks.includes(character) ? '\n' : character))
  return characters.filter((character) => !unseen.includes(character)).join('')
}

const MARKDOWN_PIECES = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '`',
  '```',
  '~~~',
  '[x](y)',
  '![x](https://e.example/p.png)',
  '[x]',
  '[^1]',
  '[^1]: note',
].concat(
  [
    '# ',
    '> ',
    '- ',
    '1. ',
    '---',
    '===',
    '|',
    '\\|',
    '\\',
    '||',
    '<b>',
    '</code>',
    '</pre>',
    '</td></tr></table>',
    '<!--',
    '-->',
    '<img src=x onerror=y>',
  ],
  [
    '<a href="https://e.example">',
    '&lt;',
    '&#60;',
    '&',
    ';',
    '<',
    '>',
    '"',
    "'",
    '$',
    '$$',
    '$`x`$',
    '{',
    '}',
    '(',
    ')',
    '^',
    '%',
    ':+1:',
    '@octocat',
  ],
  [
    '#1',
    'GH-1',
    'octocat/hello#1',
    'https://e.example',
    'http://',
    'HTTPS://E.EXAMPLE',
    'ftp://e.example',
    'www.e.example',
    'WWW.',
    'me@e.example',
  ],
  [
    'mailto:me@e.example',
    'xmpp:me@e.example/x',
    '<https://e.example>',
    '!',
    '+',
    '=',
    ',',
    '.',
    '-',
    '?',
    'javascript:alert(1)',
    'word',
    '7',
    'é',
    '日本',
    '🎉',
  ],
  BREAKS,
  UNSEEN,
  CONTROLS,
  SPACES,
)

const HOSTILE = [
  ...Object.values(HOSTILE_TEXTS).map((text) => text.replaceAll('🏳️‍🌈', '')),
  ...textsOf(MARKDOWN_PIECES, 3_000, 12, 2),
]

describe('code in Markdown', () => {
  const visible = HOSTILE.map(visibleText)

  test.each([
    ['a paragraph', (code: string) => `\n\nbefore ${code} after\n\n`, ['p']],
    ['a paragraph of its own', (code: string) => `\n\n${code}\n\n`, ['p']],
    ['an item of a list', (code: string) => `\n\n- ${code}\n\n`, ['ul', 'li', 'p']],
    ['an HTML table', (code: string) => `\n\n<table><tr><td>${code}</td></tr></table>\n\n`, ['table', 'tbody', 'tr', 'td']],
    [
      'a block of details',
      (code: string) => `\n\n<details><summary>${code}</summary>\n\n${code}\n\n</details>\n\n`,
      ['details', 'summary', 'p'],
    ],
  ])('is inert and shows the text in %s', (_, place, around) => {
    const tree = render(HOSTILE.map((text) => place(inlineCode(text))).join(''))
    expect(new Set(elements(tree))).toEqual(new Set(['code', ...around]))
    expect(new Set(textsIn(tree, 'code').map(withoutLineEnds))).toEqual(new Set(visible.map(withoutLineEnds)))
  })

  test('is inert and shows the text in the cells of a Markdown table', () => {
    const rows = HOSTILE.map((text) => `| ${inlineCode(text)} | ${inlineCode(text)} |\n`)
    const tree = render(`| a | b |\n|---|---|\n${rows.join('')}`)
    expect(new Set(elements(tree))).toEqual(new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td', 'code']))
    expect(textsIn(tree, 'code').map(withoutLineEnds)).toEqual(visible.map(withoutLineEnds).flatMap((text) => [text, text]))
  })

  test.each([
    ['by itself', (block: string) => `\n\n${block}\n\n`, []],
    ['in details', (block: string) => `\n\n<details>\n${block}\n</details>\n\n`, ['details']],
  ])('as a block is inert and shows the text, %s', (_, place, around) => {
    const tree = render(HOSTILE.map((text) => place(codeBlock(text))).join(''))
    expect(new Set(elements(tree))).toEqual(new Set(['pre', ...around]))
    expect(textsIn(tree, 'pre').map(withoutLineEnds)).toEqual(visible.map(withoutLineEnds))
  })

  test('as a block is inert even in a cell, where Markdown looks into it', () => {
    const tree = render(`| a |\n|---|\n${HOSTILE.map((text) => `| ${codeBlock(text)} |\n`).join('')}`)
    expect(new Set(elements(tree))).toEqual(new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td', 'pre']))
    expect(textsIn(tree, 'pre').map((text) => withoutLineEnds(text).trim())).toEqual(
      visible.map((text) => withoutLineEnds(text).trim()),
    )
  })

  test('leaves no address in one piece where GitHub looks for links after decoding', () => {
    const pipeline = unified().use(remarkParse).use(remarkRehype, { allowDangerousHtml: true })
    const trees = HOSTILE.map((text) => pipeline.runSync(pipeline.parse(`a ${inlineCode(text)}`)))
    const values = trees.flatMap(descendants).flatMap((node) => (node.type === 'text' ? [node.value] : []))
    expect(values.filter((value) => /.@|@.|:\/\/|www\./i.test(value.replace(/^:\/\//, '')))).toEqual([])
  })

  test('is one line of source without a mark that Markdown knows', () => {
    const sources = HOSTILE.flatMap((text) => [inlineCode(text), codeBlock(text)])
    expect(sources.map((source) => source.replace(/^<(code|pre)>|<\/(code|pre)>$|<!-- -->|&#\d+;/g, '')).join('')).not.toMatch(
      /[*_~`[\]<>|\\!@#:/"'&{}$\n\r\t]/,
    )
  })

  test('is cut by what is seen, not by what it takes to write it', () => {
    expect(inlineCode('a\u200b*🎉b', 4)).toBe('<code>a&#42;…</code>')
    expect(inlineCode('x'.repeat(600))).toBe(`<code>${'x'.repeat(499)}…</code>`)
    expect(codeBlock('one\ntwo', 6)).toBe('<pre>one&#10;t…</pre>')
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

describe('a cell of our CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula', (text) => {
    expect(parseCsv(`${csvCell(text)}\n`)).toEqual([[`'${text}`]])
  })

  test('any text comes back from an independent reader', () => {
    const texts = HOSTILE.filter((text) => !/^[=+\-@\t\r]/.test(text) && text.trim() !== '')
    expect(parseCsv(texts.map((text) => `${csvCell(text)},end\r\n`).join(''), { record_delimiter: '\r\n' })).toEqual(
      texts.map((text) => [text.toWellFormed(), 'end']),
    )
  })
})
