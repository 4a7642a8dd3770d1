/** One file out of an archive: the others may be what they like, as long as their names do no harm. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type ArchiveEntry, zipArchive, zipOf } from '../../simulator/omilia/archive.ts'
import { readZipEntry } from '../../src/zip-entry.ts'
import './one-realm.ts'

const MIB = 1024 * 1024
const WANTED: ArchiveEntry = { name: 'ctrf.json', content: '{"a":1}' }
const read = (entries: readonly ArchiveEntry[]) => readZipEntry(zipArchive(entries), 'ctrf.json')

describe('the file is read', () => {
  test('from the bytes of an archive and from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zip-'))
    const path = join(folder, 'a.zip')
    await writeFile(path, zipArchive([WANTED]))
    for (const source of [path, zipArchive([WANTED])])
      expect(await readZipEntry(source, 'ctrf.json')).toEqual({ state: 'read', value: Buffer.from('{"a":1}') })
    await rm(folder, { recursive: true })
  })

  test('whatever is beside it, as nothing else is unpacked', async () => {
    const beside: ArchiveEntry[] = [
      { name: 'vendor/a/bomb.csv', content: Buffer.alloc(40 * MIB) },
      { name: 'vendor/a/broken.csv', content: 'x', crc: 1 },
      { name: 'vendor/a/', content: '' },
    ]
    expect(await read([...beside, WANTED])).toMatchObject({ state: 'read', value: Buffer.from('{"a":1}') })
  })

  test('among 10,000', async () => {
    const others = Array.from({ length: 9999 }, (_, index) => ({ name: `vendor/${index}`, content: '' }))
    expect(await read([...others, WANTED])).toMatchObject({ state: 'read' })
  })

  test('when it is empty', async () => {
    expect(await read([{ ...WANTED, content: '' }])).toEqual({ state: 'read', value: Buffer.alloc(0) })
  })
})

describe('there is no such file', () => {
  test.each([
    ['in an empty archive', []],
    ['where only its folder is', [{ name: 'ctrf.json/', content: '' }]],
    ['where it lies in a folder', [{ name: 'report/ctrf.json', content: '{}' }]],
    ['where it is written otherwise', [{ name: 'CTRF.json', content: '{}' }]],
  ])('%s', async (_, entries) => {
    expect(await read(entries)).toEqual({ state: 'read', value: undefined })
  })
})

describe('the archive is refused', () => {
  const hostile: readonly (readonly [string, readonly ArchiveEntry[], RegExp])[] = [
    ['a name beside it that leads out', [WANTED, { name: '../a', content: '' }], /leads out/],
    ['an absolute name beside it', [WANTED, { name: '/etc/a', content: '' }], /absolute/],
    ['a link beside it', [WANTED, { name: 'a', content: '/etc/passwd', mode: 0o120777 }], /link/],
    ['two of its name', [WANTED, WANTED], /same name/],
    ['another name in front of its content', [{ ...WANTED, localName: 'other.json' }], /two different names/],
    ['encryption', [{ ...WANTED, flags: 0x801 }], /encrypted/],
    ['a wrong checksum', [{ ...WANTED, crc: 1 }], /checksum/],
    ['a bomb', [{ ...WANTED, content: Buffer.alloc(4 * MIB) }], /1\/200/],
    ['a bomb that lies', [{ ...WANTED, content: Buffer.alloc(4 * MIB), size: 100 }], /larger than it claims/],
    ['a file above 128 MiB', [{ ...WANTED, content: randomBytes(MIB), size: 128 * MIB + 1 }], /larger than 128 MiB/],
    ['10,001 entries', Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, content: '' })), /10000 are allowed/],
  ]
  test.each(hostile)('for %s', async (_, entries, reason) => {
    expect(await read(entries)).toEqual({ state: 'refused', reason: expect.stringMatching(reason) })
  })
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<!doctype html>')],
  ['half an archive', zipOf({ 'ctrf.json': '{"a":1}' }).subarray(0, 60)],
  ['a file that is shorter than it tells', zipArchive([{ ...WANTED, size: 8 }])],
])('%s cannot be read', async (_, bytes) => {
  expect(await readZipEntry(bytes, 'ctrf.json')).toEqual({ state: 'unreadable', reason: expect.any(String) })
})

test('a file that is not there cannot be read', async () => {
  expect(await readZipEntry('/no/such/file.zip', 'ctrf.json')).toMatchObject({ state: 'unreadable' })
})
