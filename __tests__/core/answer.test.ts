/** What an answer means by HTTP alone. */
import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { type Answer, fillIn, isSuccess, parseJson, place, readJson, refusal } from '../../src/answer.ts'
import { createRedactor } from '../../src/redact.ts'
import { asTrouble, type Trouble } from '../../src/trouble.ts'

const CALL = {
  name: 'batch test status',
  method: 'GET',
  url: new URL('https://eu.example:8443/runs/secret-id?key=hunter2'),
  template: '/runs/{run-id}',
} as const
const NOON = Date.UTC(2026, 4, 4, 12)

function answered(status: number, body: string | Uint8Array = '', headers: Answer['headers'] = {}): Answer {
  return { status, headers, body: Buffer.from(body), at: NOON }
}

test('a call is told by its name, its host and the names of its parameters', () => {
  expect(place(CALL)).toBe('batch test status (GET eu.example:8443/runs/{run-id})')
})

describe('a path', () => {
  const TEMPLATE = '/bots/{bot-id}/suites/{suite}/{n}'

  test('has its parameters in the places of their names, encoded', () => {
    expect(fillIn(TEMPLATE, { 'bot-id': 'st-1', suite: 'a/b ?#%', n: '...' })).toBe('/bots/st-1/suites/a%2Fb%20%3F%23%25/...')
    expect(fillIn('/plain', {})).toBe('/plain')
  })

  test.each(['', '.', '..'])('has no parameter that is %j, which would lead elsewhere', (suite) => {
    const filling = (): string => fillIn(TEMPLATE, { 'bot-id': 'st-1', suite, n: '1' })
    expect(filling).toThrow(`suite is "${suite}", which cannot be part of an address`)
    expect(filling).toThrow(expect.objectContaining({ facts: { kind: 'config', persistence: 'lasting' } }))
  })

  test('has no parameter with half of a character, which cannot be encoded', () => {
    const filling = (): string => fillIn('/{suite}', { suite: 'a\ud83d' })
    expect(filling).toThrow('suite holds half of a character, which cannot be part of an address')
    expect(filling).toThrow(expect.objectContaining({ facts: { kind: 'config', persistence: 'lasting' } }))
  })

  test('has no parameter that is not there', () => {
    expect(() => fillIn(TEMPLATE, { 'bot-id': 'st-1', n: '1' })).toThrow('suite is "", which cannot be part of an address')
  })
})

test.each([
  [199, false],
  [200, true],
  [204, true],
  [299, true],
  [300, false],
  [404, false],
  [500, false],
])('HTTP %d is a success: %j', (status, expected) => {
  expect(isSuccess(answered(status))).toBe(expected)
})

describe('a refusal', () => {
  const RATE = { kind: 'rate-limit', persistence: 'passing', unheard: true }
  const BROKEN = { kind: 'vendor', persistence: 'passing' }
  test.each<[number, object]>([
    [200, { kind: 'contract', persistence: 'shape' }],
    [204, { kind: 'contract', persistence: 'shape' }],
    [300, { kind: 'config', persistence: 'lasting' }],
    [400, { kind: 'config', persistence: 'lasting' }],
    [401, { kind: 'auth', persistence: 'lasting', unheard: true }],
    [402, { kind: 'vendor', persistence: 'lasting' }],
    [403, { kind: 'auth', persistence: 'forbidden', unheard: true }],
    [404, { kind: 'config', persistence: 'missing' }],
    [405, { kind: 'config', persistence: 'lasting' }],
    [408, BROKEN],
    [409, { kind: 'config', persistence: 'lasting' }],
    [422, { kind: 'config', persistence: 'lasting' }],
    [429, RATE],
    [500, { ...BROKEN, unheard: false }],
    [501, { kind: 'vendor', persistence: 'lasting', unheard: false }],
    [502, { ...BROKEN, unheard: false }],
    [503, { ...BROKEN, unheard: false }],
    [504, { ...BROKEN, unheard: false }],
    [529, { ...BROKEN, unheard: false }],
  ])('with HTTP %d', (status, facts) => {
    const { facts: found, message } = refusal(CALL, answered(status, 'their words'))
    expect(found).toStrictEqual({ ...facts, status, said: 'their words' })
    expect(message).toBe(`batch test status (GET eu.example:8443/runs/{run-id}) answered HTTP ${status}`)
  })

  test.each<[string | undefined, boolean, number | undefined]>([
    [undefined, false, undefined],
    ['5', true, 5000],
    ['0', true, 0],
    ['Mon, 04 May 2026 12:00:30 GMT', true, 30_000],
    ['soon', false, undefined],
    ['-1', false, undefined],
  ])('with HTTP 503 and Retry-After %j was surely not acted on: %j', (value, unheard, wait) => {
    const { facts } = refusal(CALL, answered(503, '', value === undefined ? {} : { 'retry-after': value }))
    expect(facts.unheard).toBe(unheard)
    expect(facts.retryAfterMs).toBe(wait)
  })

  test.each([500, 502, 504])('with HTTP %d may have been acted on, whatever Retry-After says', (status) => {
    expect(refusal(CALL, answered(status, '', { 'retry-after': '5' })).facts).toMatchObject({
      unheard: false,
      retryAfterMs: 5000,
    })
  })

  test('tells what it means where that is known, and the clock of the vendor', () => {
    const { facts, message } = refusal(
      CALL,
      answered(403, 'no', { date: 'Mon, 04 May 2026 11:59:00 GMT' }),
      'the app lacks the scope',
    )
    expect(message).toMatch(/answered HTTP 403: the app lacks the scope$/)
    expect(facts.serverTime).toBe(NOON - 60_000)
  })

  test.each(['yesterday', '120', ''])('does not take %j for the clock of the vendor', (date) => {
    expect(refusal(CALL, answered(401, '', { date })).facts).not.toHaveProperty('serverTime')
  })

  test('keeps what the vendor said apart from the message, and short', () => {
    const { facts, message } = refusal(CALL, answered(400, 'their words '.repeat(10_000)))
    expect(message).not.toMatch(/their words/)
    expect(facts.said?.length).toBeLessThanOrEqual(64 * 1024)
    expect(facts.said).toMatch(/^their words/)
  })

  test.each([2000, 64 * 1024])('has nothing of a key in it that begins just before byte %d', (border) => {
    const key = 'kp_live_9f8e7d6c5b4a39281706f5e4d3c2b1a0'
    const redactor = createRedactor()
    redactor.learn(key)
    for (let left = 1; left <= key.length; left++) {
      const before = 'a word and '.repeat(border / 11 + 1).slice(0, border - left - 1)
      for (const mark of [' ', '"', '>', '='])
        for (const after of ['', ' and more', 'x'.repeat(border)]) {
          const { facts } = refusal(CALL, answered(500, `${before}${mark}${key}${after}`))
          expect(redactor.redact(facts.said ?? '').includes('kp_')).toBe(false)
        }
    }
  })

  test('is nothing where it is one word without an end', () => {
    expect(refusal(CALL, answered(500, 'x'.repeat(70_000))).facts.said).toBe('')
  })
})

describe('a body', () => {
  const Status = z.object({ status: z.string(), result: z.object({ fileUrl: z.string().nullish() }).optional() })
  function troubleIn(body: string | Uint8Array, status = 200): Trouble {
    try {
      readJson(CALL, answered(status, body), Status)
    } catch (thrown) {
      return asTrouble(thrown)
    }
    throw new Error('it was read')
  }

  test('is read with the fields that are used, and no others', () => {
    expect(readJson(CALL, answered(200, '{"status":"running","more":1,"__proto__":{"status":"x"}}'), Status)).toEqual({
      status: 'running',
    })
    expect(readJson(CALL, answered(200, '\ufeff{"status":"grüß"}'), Status)).toEqual({ status: 'grüß' })
  })

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'the whole answer'],
    ['blanks', '  \n', 'the whole answer'],
    ['half of it', '{"status":"runn', 'the whole answer'],
    ['a page', '<!doctype html><h1>200 OK</h1>', 'the whole answer'],
    ['null', 'null', 'the whole answer'],
    ['a list', '[]', 'the whole answer'],
    ['a text', '"running"', 'the whole answer'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'the whole answer'],
    ['one value and another', '{"status":"a"}{"status":"b"}', 'the whole answer'],
    ['levels without end', '['.repeat(200_000), 'the whole answer'],
    ['a field that is missing', '{}', 'field status'],
    ['a field of another kind', '{"status":7}', 'field status'],
    ['a field that only the prototype has', '{"__proto__":{"status":"x"}}', 'field status'],
    ['a field within a field', '{"status":"x","result":{"fileUrl":7}}', 'field result.fileUrl'],
  ])('of %s is of the wrong shape', (_, body, field) => {
    const { facts, message } = troubleIn(body)
    expect(facts).toMatchObject({ kind: 'contract', persistence: 'shape', status: 200 })
    expect(message).toBe(
      `batch test status (GET eu.example:8443/runs/{run-id}) answered HTTP 200 in a shape that is not documented (${field}); check base-url`,
    )
  })

  test('of the wrong shape is kept for the log, short', () => {
    expect(troubleIn(`<h1>${'x '.repeat(90_000)}`).facts.said?.length).toBeLessThanOrEqual(64 * 1024)
    expect(troubleIn('<h1>portal</h1>').facts.said).toBe('<h1>portal</h1>')
  })

  test('is JSON or undefined', () => {
    expect(parseJson(Buffer.from('{"a":[1]}'))).toEqual({ a: [1] })
    expect(parseJson(Buffer.from('null'))).toBeNull()
    expect(parseJson(Buffer.from('{'))).toBeUndefined()
  })
})
