/** What a vendor calls an id goes into an address: whatever it is, it stays one segment, or is refused. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fillIn } from '../../src/answer.ts'
import { Trouble } from '../../src/trouble.ts'
import { tries } from './runs.ts'

const odd = fc.constantFrom('..', '.', '/', '\\', '?', '#', '%2e', '%', '\ud800', '\udc00', '\0', '\n', ' ', '@', ':', 'id')
const id = fc.oneof(
  fc.array(odd, { maxLength: 5 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)

test('an id stays one segment of the path, or is refused', () => {
  fc.assert(
    fc.property(id, (run) => {
      let path: string
      try {
        path = fillIn('/api/runs/{run-id}/logs/', { 'run-id': run })
      } catch (thrown) {
        if (!(thrown instanceof Trouble)) throw thrown
        return expect(thrown.facts).toMatchObject({ kind: 'config', persistence: 'lasting' })
      }
      const { pathname, search, hash, host } = new URL(path, 'https://vendor.example')
      expect([host, search, hash]).toEqual(['vendor.example', '', ''])
      expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'api', 'runs', run, 'logs', ''])
    }),
    tries(3000),
  )
})
