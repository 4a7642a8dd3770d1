/** The log: everything in it is redacted, harmless to the runner, and short enough to read. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { createLog, type Log } from '../../src/log.ts'
import { createRedactor } from '../../src/redact.ts'
import type { Annotation } from '../../src/report/annotations.ts'
import type { Runner } from '../../src/rim.ts'
import { Trouble } from '../../src/trouble.ts'

const SECRET = 'hunter2-hunter2'
let lines: string[]
let annotations: Annotation[]
let groups: (readonly [string, readonly string[]])[]
let log: Log

beforeEach(() => {
  lines = []
  annotations = []
  groups = []
  const redactor = createRedactor()
  redactor.learn(SECRET)
  const runner: Runner = {
    inputs: () => ({}),
    info: (line) => void lines.push(line),
    group: (title, inside) => void groups.push([title, inside]),
    annotate: (annotation) => void annotations.push(annotation),
    mask: () => undefined,
    output: () => undefined,
    saveState: () => undefined,
    summary: () => Promise.resolve(),
  }
  log = createLog(runner, redactor)
})

describe('a sentence', () => {
  test('is one line that the runner does not obey, without secrets', () => {
    log.say(`::error::one\r\n##[error]two ${SECRET} \u202ethree`)
    expect(lines).toEqual([': :error::one ## [error]two *** three'])
  })

  test('is cut after it was redacted, so that no half of a secret is left', () => {
    log.say(`${'x'.repeat(1990)}${SECRET}${'y'.repeat(100)}`)
    expect(lines[0]?.length).toBe(2000)
    expect(lines[0]).not.toMatch(/hunter/)
  })
})

test.each(['warn', 'notice'] as const)('a %s is an annotation in one line, without secrets', (level) => {
  log[level](`suite "${SECRET}"\n::error::x`)
  const expected = { level: level === 'warn' ? 'warning' : 'notice', title: 'agent-test-gate', message: 'suite "***" ::error::x' }
  expect(annotations).toEqual([expected])
  expect(lines).toEqual([])
})

describe('what the vendor said', () => {
  test('is quoted below a warning, each line marked as theirs', () => {
    log.warn('it broke', `one ${SECRET}\r::stop-commands::x\n##[group]y\n\n`)
    expect(lines).toEqual(['  | one ***', '  | ::stop-commands::x', '  | ## [group]y'])
  })

  test('is quoted in 20 lines of 500 characters at most', () => {
    log.quote(Array.from({ length: 50 }, () => 'x'.repeat(900)).join('\n'))
    expect(lines).toHaveLength(21)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(504)
    expect(lines.at(-1)).toMatch(/… 30 more/)
  })

  test.each([undefined, '', ' \n '])('is left out below a trouble where it is %j', (said) => {
    log.trouble(
      'Smoke: ',
      new Trouble('it broke', { kind: 'vendor', persistence: 'passing', ...(said !== undefined && { said }) }),
    )
    expect(lines).toEqual(['Smoke: it broke'])
  })

  test('stands below a trouble', () => {
    log.trouble(
      'Smoke: ',
      new Trouble(`it broke with ${SECRET}`, { kind: 'vendor', persistence: 'passing', said: `sorry, ${SECRET}` }),
    )
    expect(lines).toEqual(['Smoke: it broke with ***', '  | sorry, ***'])
  })
})

describe("the vendor's own log", () => {
  test('is folded by section, in the order it came', () => {
    log.sections('Smoke', [
      { section: 'build', text: 'one' },
      { section: 'build', text: 'two\nthree' },
      { section: 'test', text: 'four' },
      { section: 'build', text: 'five' },
    ])
    expect(groups).toEqual([
      ['Smoke: build', ['  | one', '  | two', '  | three']],
      ['Smoke: test', ['  | four']],
      ['Smoke: build', ['  | five']],
    ])
  })

  test('is nothing where there are no lines', () => {
    log.sections('Smoke', [])
    expect([groups, lines]).toEqual([[], []])
  })

  test('can neither end its group nor open another, and tells no secret', () => {
    log.sections('Smoke', [{ section: `::endgroup::\n${SECRET}`, text: `::endgroup::\n##[endgroup]${SECRET}` }])
    expect(groups).toEqual([['Smoke: ::endgroup:: ***', ['  | ::endgroup::', '  | ## [endgroup]***']]])
  })
})
