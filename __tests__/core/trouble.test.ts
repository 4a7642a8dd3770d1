/** Whatever is thrown becomes a trouble that says whose it is. */
import { expect, test } from '@jest/globals'
import { asTrouble, lastingTrouble, Trouble } from '../../src/trouble.ts'

test('a trouble stays what it is', () => {
  const trouble = new Trouble('it broke', { kind: 'vendor', persistence: 'passing', said: 'sorry' })
  expect(asTrouble(trouble)).toBe(trouble)
  expect(trouble).toMatchObject({ name: 'Trouble', message: 'it broke', facts: { said: 'sorry' } })
})

test('a lasting one has what was said only where something was', () => {
  expect(lastingTrouble('config', 'no such suite').facts).toEqual({ kind: 'config', persistence: 'lasting' })
  expect(lastingTrouble('config', 'no such suite', 'sorry').facts).toEqual({
    kind: 'config',
    persistence: 'lasting',
    said: 'sorry',
  })
})

test.each([
  ['an error', new TypeError('x of hunter2'), /hunter2/],
  ['an error without a stack', Object.assign(new Error('x of hunter2'), { stack: undefined }), /^x of hunter2$/],
  ['a text', 'hunter2', /^hunter2$/],
  ['nothing', undefined, /^undefined$/],
])('%s is a mistake of ours, told without its text', (_, thrown, said) => {
  const { message, facts } = asTrouble(thrown)
  expect(facts).toMatchObject({ kind: 'internal', persistence: 'lasting' })
  expect(facts.said).toMatch(said)
  expect(message).not.toMatch(/hunter2|undefined/)
  expect(message).toMatch(/please report it/)
})
