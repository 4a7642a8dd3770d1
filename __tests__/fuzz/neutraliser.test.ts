/** Whatever is said, the runner obeys nothing of it, and nothing of it comes to life in Markdown. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { codeBlock, cut, inlineCode, oneLine, xmlText } from '../../src/untrusted.ts'
import { createRunnerReader } from '../support/runner-commands.ts'
import { commandText, logPlace, markdownText, obeyed } from './hostile.ts'
import { tries } from './runs.ts'

test('the runner obeys nothing that anybody says in the log', () => {
  fc.assert(
    fc.property(logPlace, (place) => expect(obeyed(place)).toEqual([])),
    tries(5000),
  )
})

test('raw, the same texts are full of commands', () => {
  const raw = fc.sample(logPlace, { numRuns: 2000, seed: 1 }).map(({ text }) => text)
  expect(raw.filter((text) => createRunnerReader().read(text).length > 0).length).toBeGreaterThan(100)
})

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)

type Tree = ReturnType<typeof render>

function render(markdown: string) {
  return pipeline.runSync(pipeline.parse(markdown))
}

function elementsIn(node: Tree | Tree['children'][number]): string[] {
  const inner = 'children' in node ? node.children.flatMap(elementsIn) : []
  return node.type === 'element' ? [node.tagName, ...inner] : inner
}

test('no text comes to life in a summary, wherever it stands', () => {
  const someTexts = fc.array(markdownText, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(someTexts, (texts) => {
      const page = texts.map((text) => `\n\nbefore ${inlineCode(text)} after\n\n${codeBlock(text)}\n\n`).join('')
      const cells = texts.map((text) => `| ${inlineCode(text)} |\n`).join('')
      const found = new Set(elementsIn(render(`${page}| a |\n|---|\n${cells}`)))
      expect(
        [...found].filter((tag) => !['p', 'code', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td'].includes(tag)),
      ).toEqual([])
    }),
    tries(300),
  )
})

test('a cut text is no longer than asked for, and no half of a character', () => {
  fc.assert(
    fc.property(commandText, fc.nat(40), (text, characters) => {
      expect(cut(text.toWellFormed(), characters).length).toBeLessThanOrEqual(characters)
      expect(cut(text.toWellFormed(), characters).isWellFormed()).toBe(true)
      expect(oneLine(text, characters)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    }),
    tries(2000),
  )
})

test('XML gets only what XML may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(xmlText(text)).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u)
    }),
    tries(2000),
  )
})
