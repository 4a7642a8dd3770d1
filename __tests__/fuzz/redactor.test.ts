/** A secret in any of its forms, at any place, whole, cut or with what shows nothing between its letters, is not seen. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRedactor } from '../../src/redact.ts'
import { FORMS } from '../support/secrets.ts'
import { echo, leaked } from './hostile.ts'
import { tries } from './runs.ts'

test('a secret that comes back in a text is gone, in every form and from every place', () => {
  fc.assert(
    fc.property(echo, (each) => expect(leaked(each)).toEqual([])),
    tries(800),
  )
})

test('two secrets that come back one in the other are both gone', () => {
  fc.assert(
    fc.property(echo, echo, fc.nat(100), (one, other, at) => {
      const [outer, inner] = [one.secret.trim(), other.secret.trim()]
      const place = at % (outer.length + 1)
      const redactor = createRedactor()
      redactor.learn(outer)
      redactor.learn(inner)
      const shown = redactor.redact(`${outer.slice(0, place)}${inner}${outer.slice(place)}`)
      expect(shown.includes(inner)).toBe(false)
      expect(place >= 16 && shown.includes(outer.slice(0, place))).toBe(false)
    }),
    tries(400),
  )
})

test('a file that holds a secret in any form is found, wherever its pieces are cut', () => {
  fc.assert(
    fc.property(echo, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }), (each, sizes) => {
      const redactor = createRedactor()
      redactor.learn(each.secret)
      const whole = FORMS[each.form]?.(each.secret.trim()) ?? ''
      const bytes = Buffer.from(`${each.before}${whole}${each.after}`)
      const scanner = redactor.scanner()
      let isFound = false
      for (let [at, turn] = [0, 0]; at < bytes.length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1
        isFound = scanner.push(bytes.subarray(at, at + size))
        at += size
      }
      expect(isFound).toBe(true)
    }),
    tries(400),
  )
})

test('any text is redacted in a moment', () => {
  const redactor = createRedactor()
  redactor.learn('q8Zt+Xf2/LmW0vR7yB4nK1sD9cJ6hG3pT5uE8aQwZxY=')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 1, max: 20_000 }), (text, times) => {
      const begin = performance.now()
      redactor.redact(text.repeat(times).slice(0, 400_000))
      expect(performance.now() - begin).toBeLessThan(2000)
    }),
    tries(60),
  )
})
