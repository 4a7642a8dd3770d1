import { describe, expect, test } from '@jest/globals'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { codeBlock, inlineCode } from '../src/untrusted.ts'
import { randomMarkdown, visibleText } from './support/random-texts.ts'

const HOSTILE = randomMarkdown(200)

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
