/** What stays in memory of a large file's texts: equal ones once, endless ones in part. */
import { describe, expect, test } from '@jest/globals'
import { readBatchReport } from '../../src/providers/kore/batch-report.ts'
import { createKeptTexts } from '../../src/providers/kore/kept-texts.ts'

const MEBI = 1024 * 1024

describe('a text', () => {
  test('of usual length is kept as it is, however many there are', () => {
    const { own } = createKeptTexts()
    const texts = Array.from({ length: 20_000 }, (_, index) => `${index}`.padEnd(1000, '🎉'))
    expect(texts.filter((text) => own(text) !== text)).toEqual([])
  })

  test('that is endless is kept to 64 Ki characters, and says so', () => {
    const { own, shared } = createKeptTexts()
    for (const keep of [own, shared]) expect(keep('x'.repeat(MEBI))).toBe(`${'x'.repeat(64 * 1024 - 1)}…`)
    expect(own('x'.repeat(64 * 1024))).toBe('x'.repeat(64 * 1024))
  })

  test('that is long is kept short after too many others, which leaves all of them together bounded', () => {
    const { own } = createKeptTexts()
    const kept = Array.from({ length: 5000 }, (_, index) => own(`${index} `.padEnd(20_000, 'y')))
    expect(kept[0]).toHaveLength(20_000)
    expect(kept.at(-1)).toBe(`${'4999 '.padEnd(999, 'y')}…`)
    expect(kept.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(10 * MEBI)
  })

  test('of other letters comes through the cut as it was', () => {
    const text = 'ü日🎉'.repeat(MEBI)
    expect(createKeptTexts().own(text)).toBe(`${text.slice(0, 64 * 1024 - 1)}…`)
  })
})

test('equal facts are one map, and different ones are not', () => {
  const { sharedFacts } = createKeptTexts()
  const first = sharedFacts(new Map([['a', 'b']]))
  expect(sharedFacts(new Map([['a', 'b']]))).toBe(first)
  expect(sharedFacts(new Map([['a', 'c']]))).toEqual(new Map([['a', 'c']]))
})

describe('the utterances of a report', () => {
  async function read(rows: readonly (readonly string[])[]) {
    const head = ['Utterance', 'Expected Intent', 'Matched Intent', 'Result Type']
    const text = [head, ...rows].map((cells) => `${cells.join(',')}\n`).join('')
    async function* file(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(text)
    }
    return readBatchReport(file())
  }

  test('stay apart where they differ behind what is kept of them', async () => {
    const long = 'x'.repeat(100_000)
    const cases = await read([
      [`${long}1`, 'Greet', 'Greet', 'TP'],
      ['short', 'Greet', 'Greet', 'TP'],
      [`${long}2`, 'Greet', 'Leave', 'FP'],
      [`${long}1`, 'Greet', 'Leave', 'FP'],
    ])
    expect(cases.map(({ name, status }) => [name.length, status])).toEqual([
      [64 * 1024, 'failed'],
      [5, 'passed'],
      [64 * 1024 + ' (2)'.length, 'failed'],
    ])
  })
})

test('entities of an utterance are all kept, wherever its rows stand', async () => {
  const head =
    'Utterance,Expected Intent,Matched Intent,Result Type,Entity Name,Expected EntityValue,Matched EntityValue,Entity Result'
  const rows = Array.from({ length: 200 }, (_, index) => `u${index % 2},Greet,Greet,TP,E${index},${index},${index},TRUE`)
  async function* file(): AsyncGenerator<Uint8Array> {
    yield Buffer.from([head, ...rows].join('\n'))
  }
  const cases = await readBatchReport(file())
  const expected = (parity: number) => [
    { what: 'intent', expected: 'Greet', found: 'Greet', passed: true },
    ...Array.from({ length: 100 }, (_, index) => {
      const value = String(2 * index + parity)
      return { what: `entity E${value}`, expected: value, found: value, passed: true }
    }),
  ]
  expect(cases.map(({ checks }) => checks)).toEqual([expected(0), expected(1)])
})
