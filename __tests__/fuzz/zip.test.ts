/** Archives: whatever the bytes are, they are listed, refused or called unreadable, and no listed path leads anywhere. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ArchiveEntry, zipArchive } from '../../simulator/omilia/archive.ts'
import { archiveEnd } from '../../src/providers/omilia/archive-end.ts'
import { listZip } from '../../src/providers/omilia/zip-listing.ts'
import '../core/one-realm.ts'
import { damaged, damages } from './damage.ts'
import { tries } from './runs.ts'

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc
    .array(fc.constantFrom('..', '/', '\\', 'a', 'A', '.', 'C:', '\0', '/etc/passwd', 'é', '\u202e', '__proto__'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join('')),
)
const lie = fc.constantFrom<Partial<ArchiveEntry>>(
  {},
  {},
  {},
  { crc: 1 },
  { size: 5 },
  { size: 2 ** 31 },
  { flags: 0x801 },
  { method: 0 },
  { method: 99 },
  { mode: 0o120777 },
  { localName: 'other' },
)
const entry: fc.Arbitrary<ArchiveEntry> = fc
  .tuple(name, fc.string({ maxLength: 200 }), lie)
  .map(([path, content, more]) => ({ name: path, content, ...more }))

async function check(bytes: Uint8Array): Promise<void> {
  const begin = performance.now()
  const listing = await listZip(bytes)
  expect(performance.now() - begin).toBeLessThan(2000)
  expect(['listed', 'refused', 'unreadable']).toContain(listing.state)
  if (listing.state !== 'listed') return
  expect(listing.files.length).toBeLessThanOrEqual(1000)
  expect(listing.files.map(({ path }) => path).filter((path) => path.startsWith('/') || path.split('/').includes('..'))).toEqual(
    [],
  )
  expect(new Set(listing.files.map(({ path }) => path)).size).toBe(listing.files.length)
  expect(listing.files.every(({ size }) => size >= 0 && size <= 32 * 1024 * 1024)).toBe(true)
}

test('any bytes are called something, in a moment', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), check), tries(1000))
})

test('an archive that lies or was damaged is called something, in a moment', async () => {
  const archive = fc.tuple(fc.array(entry, { maxLength: 5 }), fc.oneof(fc.constant([]), damages))
  await fc.assert(
    fc.asyncProperty(archive, ([entries, how]) => check(damaged(zipArchive(entries), how))),
    tries(1500),
  )
})

test('an archive that is listed holds what it tells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 5 }), async (entries) => {
      const listing = await listZip(zipArchive(entries))
      if (listing.state !== 'listed') return
      const honest = new Map(
        entries.map(({ name: path, content }) => [path.replaceAll('\\', '/'), Buffer.byteLength(Buffer.from(content))]),
      )
      expect(listing.files.filter(({ path, size }) => honest.get(path) !== size)).toEqual([])
    }),
    tries(700),
  )
})

test('the end of an archive that was cut anywhere is never called whole', async () => {
  const whole = zipArchive([
    { name: 'a.json', content: '{}' },
    { name: 'b.json', content: '{"b":1}' },
  ])
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 22), async (length) => {
      const pieces = (async function* () {
        yield whole.subarray(0, length)
      })()
      expect(await archiveEnd(pieces)).not.toBe('whole')
    }),
    tries(200),
  )
})
