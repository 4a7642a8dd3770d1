/** What the build does to the bundle, and what the bundle may weigh. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { DIST, withUndiciLate } from '../scripts/bundle.ts'

const ENTRY_BYTES = 1_800_000

describe('the entry', () => {
  test('stays within its bytes', async () => {
    expect((await stat(join(DIST, 'index.js'))).size).toBeLessThanOrEqual(ENTRY_BYTES)
  })

  test('leaves the clients of GitHub and of the artifact service to other scripts', async () => {
    const scripts = (await readdir(DIST)).filter((name) => name.endsWith('.index.js'))
    const sizes = await Promise.all(scripts.map(async (name) => (await stat(join(DIST, name))).size))
    expect(Math.max(...sizes)).toBeGreaterThan((await stat(join(DIST, 'index.js'))).size)
  })
})

describe('undici', () => {
  test('is loaded when its agent is asked for, not before', () => {
    const loaded: number[] = []
    const code = withUndiciLate('var undici = __nccwpck_require__(46752);\nreturn () => undici.ProxyAgent')
    const packages = (id: number): { ProxyAgent: string } => {
      loaded.push(id)
      return { ProxyAgent: 'the agent' }
    }
    const ask: unknown = new Function('__nccwpck_require__', code)(packages)

    expect(loaded).toEqual([])
    expect(typeof ask === 'function' && ask()).toBe('the agent')
    expect(loaded).toEqual([46752])
  })

  test.each([
    ['none', 'var other = __nccwpck_require__(1);'],
    ['two', 'var undici = __nccwpck_require__(1);\nvar undici = __nccwpck_require__(1);'],
    ['one of another form', "const undici = require('undici');"],
  ])('breaks the build when the lines that require it are %s', (_, code) => {
    expect(() => withUndiciLate(code)).toThrow('requires undici in another way')
  })
})
