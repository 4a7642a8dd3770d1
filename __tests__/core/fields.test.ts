/** Each field turns a raw string into a value, or says in a sentence what is wrong and what is accepted. */
import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import * as fields from '../../src/fields.ts'

/** The value, or the mistakes in words. */
function read(field: z.core.$ZodType, text: string | undefined): unknown {
  const parsed = z.object({ it: field }).safeParse(text === undefined ? {} : { it: text })
  return parsed.success ? parsed.data['it'] : fields.mistakesOf(parsed.error.issues).map((mistake) => mistake.text)
}

describe('a text', () => {
  test.each([
    ['is trimmed', fields.optionalText, ' a b \n', 'a b'],
    ['may be left out', fields.optionalText, undefined, undefined],
    ['of blanks counts as left out', fields.optionalText, ' \t\r\n', undefined],
    ['has its default when it is left out', fields.textWithDefault('x'), undefined, 'x'],
    ['has its default when it is blank', fields.textWithDefault('x'), '  ', 'x'],
    ['wins over its default', fields.textWithDefault('x'), 'y', 'y'],
    ['that is required is there', fields.requiredLine('see the console'), ' st-1 ', 'st-1'],
    ['that is required and left out', fields.requiredLine('see the console'), undefined, ['is required: see the console']],
    ['that is required and blank', fields.requiredLine('see the console'), ' \n', ['is required: see the console']],
  ])('%s', (_, field, text, expected) => {
    expect(read(field, text)).toEqual(expected)
  })
})

test.each([
  ['nothing', undefined, []],
  ['blanks', ' \n\t\n', []],
  ['one line', 'a', ['a']],
  ['every line break there is', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
  ['empty lines and blanks around', '\n  a \n\n\t b c\t\n', ['a', 'b c']],
  ['repeated lines', 'a\na', ['a', 'a']],
])('lines are read from %s', (_, text, expected) => {
  expect(read(fields.lines, text)).toEqual(expected)
})

describe('a flag', () => {
  test.each([
    ['true', true],
    ['false', false],
    ['TRUE', true],
    [' False\n', false],
    ['', true],
    [undefined, true],
  ])('reads %j', (text, expected) => {
    expect(read(fields.flag(true), text)).toBe(expected)
  })

  test('is what its default says when it is left out', () => {
    expect(read(fields.flag(false), '')).toBe(false)
  })

  test.each(['yes', 'on', '1', '0', 'truee', 'true false'])('refuses %j', (text) => {
    expect(read(fields.flag(true), text)).toEqual([`is "${text}"; give true or false`])
  })
})

describe('a word', () => {
  const word = fields.oneOf(['ml', 'dgpt'], 'ml')
  test.each([
    ['dgpt', 'dgpt'],
    [' ml ', 'ml'],
    ['', 'ml'],
    [undefined, 'ml'],
  ])('reads %j', (text, expected) => {
    expect(read(word, text)).toBe(expected)
    expect(read(fields.optionalWord(['ml', 'dgpt']), text)).toBe(text === undefined || text === '' ? undefined : expected)
  })

  test.each(['ML', 'mld', 'toString', '__proto__', 'ml\ndgpt'])('refuses %j', (text) => {
    expect(read(word, text)).toEqual([`is "${text.replace('\n', ' ')}"; give one of ml, dgpt`])
  })
})

describe('a number', () => {
  const share = fields.optionalNumber({ least: 0, most: 1 })
  const count = fields.numberWithDefault({ least: 1, most: 100, whole: true }, 4)
  test.each([
    ['0', 0],
    ['1', 1],
    ['0.85', 0.85],
    ['.5', 0.5],
    ['1.', 1],
    ['+0.5', 0.5],
    [' 0.5 ', 0.5],
    ['0.0000001', 1e-7],
    ['', undefined],
    [undefined, undefined],
  ])('reads %j', (text, expected) => {
    expect(read(share, text)).toBe(expected)
  })

  test.each(['1.0001', '-0.1', '1e-1', '0x1', '0,5', 'NaN', 'Infinity', '-', '.', '50%', '0.5 0.5', '٠', '0_1', 'true'])(
    'refuses %j where a share is wanted',
    (text) => {
      expect(read(share, text)).toEqual([`is "${text}"; give a number from 0 to 1`])
    },
  )

  test.each(['0', '101', '2.5', '-1', 'four'])('refuses %j where a whole number is wanted', (text) => {
    expect(read(count, text)).toEqual([`is "${text}"; give a whole number from 1 to 100`])
  })

  test.each([
    ['100', 100],
    ['1', 1],
    ['7.0', 7],
    ['', 4],
    [undefined, 4],
  ])('is whole: %j', (text, expected) => {
    expect(read(count, text)).toBe(expected)
  })
})

describe('an address', () => {
  const field = fields.address('https://platform.example')
  const href = (text: string | undefined): unknown => {
    const value = read(field, text)
    return value instanceof URL ? value.href : value
  }

  test.each([
    [undefined, 'https://platform.example/'],
    [' ', 'https://platform.example/'],
    ['https://eu.example', 'https://eu.example/'],
    ['HTTPS://EU.Example:443/', 'https://eu.example/'],
    ['https://eu.example:8443/api//', 'https://eu.example:8443/api'],
    ['http://127.0.0.1:80', 'http://127.0.0.1/'],
    ['http://127.9.9.9:8080/x/', 'http://127.9.9.9:8080/x'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['http://localhost:3000', 'http://localhost:3000/'],
    ['http://[::1]:3000', 'http://[::1]:3000/'],
  ])('reads %j', (text, expected) => {
    expect(href(text)).toBe(expected)
  })

  test.each([
    ['platform.example', 'is not a URL'],
    ['https://', 'is not a URL'],
    ['https://u@eu.example', 'contains a user name or a password'],
    ['https://u:p@eu.example', 'contains a user name or a password'],
    ['https://eu.example?a=1', 'has a query or a fragment'],
    ['https://eu.example/#a', 'has a query or a fragment'],
    ['http://eu.example', 'begins with http://, and only https is safe'],
    ['http://localhost.example', 'begins with http://, and only https is safe'],
    ['http://127.0.0.1.example', 'begins with http://, and only https is safe'],
    ['http://10.0.0.1', 'begins with http://, and only https is safe'],
    ['http://0.0.0.0', 'begins with http://, and only https is safe'],
    ['ftp://eu.example', 'begins with ftp://, and only https is safe'],
    ['file:///etc/passwd', 'begins with file://, and only https is safe'],
    ['javascript:alert(1)', 'begins with javascript://, and only https is safe'],
  ])('refuses %j', (text, problem) => {
    expect(href(text)).toEqual([
      expect.stringMatching(new RegExp(`^${problem}.*; give an address such as https://platform.example$`)),
    ])
  })

  test('that is refused never shows the password in it', () => {
    expect(JSON.stringify(href('https://user:hunter2@eu.example'))).not.toMatch(/hunter2|user:/)
  })
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.255.1.2', true],
  ['[::1]', true],
  ['::1', false],
  ['128.0.0.1', false],
  ['localhost.example', false],
  ['x.localhost', false],
  ['127.0.0.1.example', false],
  ['', false],
])('%j is this machine: %j', (host, expected) => {
  expect(fields.isLoopback(host)).toBe(expected)
})

test('a wrong value is quoted short and on one line', () => {
  expect(fields.quote('a\r\n b')).toBe('"a b"')
  expect(fields.quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`)
  expect(fields.quote('x'.repeat(61))).toBe(`"${'x'.repeat(59)}…"`)
})

test('a mistake names its input and is no missing credential by itself', () => {
  const { error } = z.object({ 'bot-id': fields.requiredLine('see the console') }).safeParse({})
  expect(fields.mistakesOf(error?.issues ?? [])).toEqual([
    { input: 'bot-id', text: 'is required: see the console', missingCredential: false },
  ])
})

test.each(['https://eu.example/?', 'https://eu.example/#', 'https://eu.example/api/?'])(
  '%s is no address, since its mark would swallow the path',
  (text) => {
    expect(z.object({ it: fields.address('https://x.example') }).safeParse({ it: text }).success).toBe(false)
  },
)
