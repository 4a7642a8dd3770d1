/** What is kept of a vendor's log: its end, redacted before it is torn and cut. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from '@jest/globals'
import { createLogEnd, endOfLog, type LogEnd, MOST_LOG_BYTES, MOST_LOG_LINES } from '../../src/log-end.ts'
import { mapTexts } from '../../src/map-texts.ts'
import { createRedactor } from '../../src/redact.ts'
import type { LogLine } from '../../src/results.ts'
import { visible } from '../../src/untrusted.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { aCase, resultsOf } from '../support/results.ts'

const SECRET = 'correct-horse-battery-staple'

const asItIs = (text: string): string => text

function redact(text: string): string {
  const redactor = createRedactor()
  redactor.learn(SECRET)
  return redactor.redact(visible(text))
}

function lines(...texts: readonly string[]): LogLine[] {
  return texts.map((text) => ({ section: 'Run', text }))
}

function kept(texts: readonly string[], change = asItIs): { texts: string[]; leftOut: number } {
  const { lines: all, leftOut } = endOfLog({ lines: lines(...texts), leftOut: 0 }, change)
  return { texts: all.map(({ text }) => text), leftOut }
}

const bytesOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0)

describe('a log that is short', () => {
  test('is kept whole, with its sections and its empty lines', () => {
    const log = { lines: [{ section: 'Clone', text: 'a\n' }, ...lines('', 'b')], leftOut: 0 }
    expect(endOfLog(log, asItIs)).toEqual({ lines: [{ section: 'Clone', text: 'a' }, ...lines('', 'b')], leftOut: 0 })
  })

  test('says what was left out of it before', () => {
    expect(endOfLog({ lines: lines('a'), leftOut: 7 }, asItIs).leftOut).toBe(7)
  })

  test('has a line for each line of a text', () => {
    expect(kept(['Traceback:\r\n  at a\u2028  at b'], redact).texts).toEqual(['Traceback:', '  at a', '  at b'])
  })
})

describe('a log that is long', () => {
  test('keeps its end within the bytes, and counts what it lost', () => {
    const texts = Array.from({ length: 9000 }, (_, index) => `line ${index} ${'é'.repeat(40)}`)
    const end = kept(texts)
    expect(end.texts.at(-1)).toBe(texts.at(-1))
    expect(end.texts).toEqual(texts.slice(end.leftOut))
    expect(bytesOf(end.texts)).toBeLessThanOrEqual(MOST_LOG_BYTES)
    expect(bytesOf(texts.slice(end.leftOut - 1))).toBeGreaterThan(MOST_LOG_BYTES)
  })

  test('has no more than so many lines, however short they are', () => {
    const texts = Array.from({ length: 3 * MOST_LOG_LINES + 5 }, (_, index) => `${index}`)
    expect(kept(texts)).toEqual({ texts: texts.slice(-MOST_LOG_LINES), leftOut: 2 * MOST_LOG_LINES + 5 })
  })

  test('is the same whether it comes at once or bit by bit', () => {
    const all = lines(...Array.from({ length: 25_000 }, (_, index) => `line ${index}`))
    const bits = createLogEnd(asItIs)
    for (let from = 0; from < all.length; from += 999) bits.add(all.slice(from, from + 999))
    expect(bits.end()).toEqual(endOfLog({ lines: all, leftOut: 0 }, asItIs))
  })

  test('has its long lines cut, and its end where a single text is larger than all that is kept', () => {
    const [line = ''] = kept(['x'.repeat(5000)]).texts
    expect([line.length, line.at(-1)]).toEqual([2000, '…'])
    const end = kept([`${'\n'.repeat(3_000_000)}the end`])
    expect(end.texts.at(-1)).toBe('the end')
    expect(end.texts.length + end.leftOut).toBe(3_000_001)
  })
})

test('what is no longer kept is not held, however long the lines are', () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage: unknown = runInNewContext('gc')
  const held = (): number => {
    if (typeof collectGarbage === 'function') collectGarbage()
    return process.memoryUsage().heapUsed + process.memoryUsage().external
  }
  const filled = (): LogEnd => {
    const end = createLogEnd(asItIs)
    for (let index = 0; index < MOST_LOG_LINES; index++) end.add(lines(`${index}${'\u6f22'.repeat(1990)}`))
    return end
  }
  const first = filled()
  const before = held()
  const ends = [filled(), filled(), filled()]
  // Held, they would be 43 MiB each; what the collector has not come to yet is far less.
  expect(held() - before).toBeLessThan(ends.length * 64 * MOST_LOG_BYTES)
  expect([first, ...ends].map((end) => end.end().lines.length)).toEqual([43, 43, 43, 43])
})

describe('what must not be read', () => {
  test('is redacted before anything is cut, wherever it stands', () => {
    const texts = [`token ${SECRET}`, `${'x'.repeat(1990)}${SECRET}`, `a\n${SECRET}\nb`, `bat\u200b${SECRET.slice(3)} ${SECRET}`]
    const told = JSON.stringify(kept(texts, redact))
    expect(told).toContain('token ***')
    for (let from = 0; from + 10 < SECRET.length; from++) expect(told).not.toContain(SECRET.slice(from, from + 10))
  })

  test('is redacted in the name of a section', () => {
    const log = { lines: [{ section: `Clone ${SECRET} ${'x'.repeat(500)}`, text: 'a' }], leftOut: 0 }
    const [line] = endOfLog(log, redact).lines
    expect(line?.section).toMatch(/^Clone \*\*\* x+…$/)
    expect(line?.section.length).toBe(200)
  })

  test('leaves the results of a run with all other texts', () => {
    const results = resultsOf([aCase()], { log: { lines: lines(`token ${SECRET}`), leftOut: 3 } })
    expect(mapTexts(results, redact).log).toEqual({ lines: lines('token ***'), leftOut: 3 })
    expect(mapTexts(resultsOf([aCase()]), redact)).not.toHaveProperty('log')
  })

  test.each(Object.entries(HOSTILE_TEXTS))('shows itself in lines of its own: %s', (_, text) => {
    const all = kept([text], redact).texts
    expect(all.join('\n')).toBe(redact(text))
    for (const line of all) expect(line).not.toMatch(/[\n\r\u2028\u2029\u202e\u200b]/)
  })
})
