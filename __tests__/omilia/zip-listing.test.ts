/** What is listed of an archive, and what is refused: honest ZIPs, hostile ones made byte by byte, and broken ones. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type ArchiveEntry, zipArchive, zipOf } from '../../simulator/omilia/archive.ts'
import { archiveEnd } from '../../src/providers/omilia/archive-end.ts'
import { listZip } from '../../src/providers/omilia/zip-listing.ts'

const entry = (changes: Partial<ArchiveEntry> = {}): ArchiveEntry => ({ name: 'tests/a.json', content: '{"a":1}', ...changes })
const MIB = 1024 * 1024

describe('an archive is listed', () => {
  test('with its files and their sizes, and without its folders', async () => {
    const archive = zipArchive([entry(), { name: 'tests/', content: '' }, entry({ name: 'grüße/b.json', method: 0 })])
    const files = [
      { path: 'tests/a.json', size: 7 },
      { path: 'grüße/b.json', size: 7 },
    ]
    expect(await listZip(archive)).toEqual({ state: 'listed', files })
  })

  test('from a file as well as from bytes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zip-'))
    const path = join(folder, 'a.zip')
    await writeFile(path, zipOf({ 'a.txt': 'x' }))
    expect(await listZip(path)).toEqual({ state: 'listed', files: [{ path: 'a.txt', size: 1 }] })
    await rm(folder, { recursive: true })
  })

  test('when it is empty', async () => {
    expect(await listZip(zipArchive([]))).toEqual({ state: 'listed', files: [] })
  })

  test('with names that only look odd', async () => {
    const names = ['a..b', '...', 'con', 'a\nb', '::error::x', 'x'.repeat(300)]
    expect(await listZip(zipArchive(names.map((name) => entry({ name }))))).toMatchObject({
      state: 'listed',
      files: names.map((path) => ({ path })),
    })
  })

  test('with 1,000 entries', async () => {
    const archive = zipArchive(Array.from({ length: 1000 }, (_, index) => entry({ name: `${index}` })))
    expect(await listZip(archive)).toMatchObject({ state: 'listed', files: { length: 1000 } })
  })

  test('with an entry of 32 MiB that is not packed much', async () => {
    const content = Buffer.alloc(32 * MIB, 'abc')
    expect(await listZip(zipArchive([entry({ content, method: 0 })]))).toMatchObject({
      state: 'listed',
      files: [{ size: 32 * MIB }],
    })
  })
})

test('as much as packing gives is allowed up to 1 MiB, and a byte more is a bomb', async () => {
  const zeros = (size: number) => listZip(zipArchive([entry({ content: Buffer.alloc(size) })]))
  expect(await zeros(MIB)).toMatchObject({ state: 'listed', files: [{ size: MIB }] })
  expect(await zeros(MIB + 1)).toEqual({ state: 'refused', reason: expect.stringMatching(/1\/200/) })
})

describe('an archive is refused', () => {
  const hostile: readonly (readonly [string, readonly ArchiveEntry[], RegExp])[] = [
    ['a name that leads out', [entry({ name: '../a' })], /leads out/],
    ['a name that leads out further in', [entry({ name: 'a/../../b' })], /leads out/],
    ['a name that leads out by backslashes', [entry({ name: 'a\\..\\..\\b' })], /leads out/],
    ['an absolute name', [entry({ name: '/etc/passwd' })], /absolute/],
    ['an absolute name of Windows', [entry({ name: 'C:\\a' })], /absolute/],
    ['no name', [entry({ name: '' })], /no name/],
    ['a NUL in a name', [entry({ name: 'a\0.json' })], /NUL/],
    ['a link', [entry({ mode: 0o120777, content: '/etc/passwd' })], /link/],
    ['a device', [entry({ mode: 0o060644 })], /device/],
    ['two entries of one name', [entry(), entry()], /same name/],
    ['a file and a folder of one name', [entry({ name: 'a' }), entry({ name: 'a/', content: '' })], /same name/],
    ['two names for one entry', [entry({ localName: 'tests/b.json' })], /two different names/],
    ['an encrypted entry', [entry({ flags: 0x801 })], /encrypted/],
    ['a strongly encrypted entry', [entry({ flags: 0x841 })], /encrypted/],
    ['a wrong checksum', [entry({ crc: 1 })], /checksum/],
    ['an entry above 32 MiB', [entry({ content: Buffer.alloc(32 * MIB + 1), method: 0 })], /larger than 32 MiB/],
    ['a bomb that tells its size', [entry({ content: Buffer.alloc(4 * MIB) })], /1\/200/],
    ['a bomb that lies about its size', [entry({ content: Buffer.alloc(4 * MIB), size: 1000 })], /larger than it claims/],
    ['a byte more than it tells', [entry({ content: 'abc', size: 2 })], /larger than it claims/],
    ['a byte where it tells none', [entry({ content: 'a', size: 0 })], /larger than it claims/],
    [
      'an entry above 32 MiB that tells to be small',
      [entry({ content: Buffer.alloc(33 * MIB), method: 12, size: 5 })],
      /larger than 32 MiB/,
    ],
    ['1,001 entries', Array.from({ length: 1001 }, (_, index) => entry({ name: `${index}` })), /1001 entries/],
  ]

  test.each(hostile)('for %s', async (_, entries, reason) => {
    expect(await listZip(zipArchive(entries))).toEqual({ state: 'refused', reason: expect.stringMatching(reason) })
  })

  test('for entries of more than 200 MiB together', async () => {
    // They lie about their sizes, which nobody learns, since the sum is looked at first.
    const content = randomBytes(MIB)
    const archive = zipArchive(Array.from({ length: 7 }, (_, index) => entry({ name: `${index}`, content, size: 31 * MIB })))
    expect(await listZip(archive)).toEqual({ state: 'refused', reason: expect.stringMatching(/200 MiB together/) })
  })
})

describe('an archive cannot be read', () => {
  const whole = zipOf({ 'a.json': '{"a":1}', 'b.json': '{"b":2}' })
  const broken: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><h1>502</h1>')],
    ['the first half of one', whole.subarray(0, whole.length / 2)],
    ['one without its last byte', whole.subarray(0, -1)],
    ['one without its first bytes', whole.subarray(10)],
    ['one with more behind it', Buffer.concat([whole, Buffer.from('more')])],
    ['one that is packed in an unknown way', zipArchive([entry({ method: 12 })])],
    ['one with an entry that is smaller than it tells', zipArchive([entry({ size: 8 })])],
    ['one whose content is no packed data', zipArchive([{ ...entry(), method: 0, size: 3 }])],
  ]

  test.each(broken)('when it is %s', async (_, bytes) => {
    expect(await listZip(bytes)).toEqual({ state: 'unreadable', reason: expect.any(String) })
  })
})

describe('the end of an archive', () => {
  const whole = zipOf({ 'a.json': '{"a":1}' })
  async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
  }

  test.each([1, 7, 100_000])('is found in pieces of %d bytes', async (size) => {
    expect(await archiveEnd(inPieces(whole, size))).toBe('whole')
    expect(await archiveEnd(inPieces(whole.subarray(0, -20), size))).toBe('cut')
    expect(await archiveEnd(inPieces(Buffer.from('<html>'), size))).toBe('other')
  })

  test('is found in front of a comment, and nothing is the beginning of none', async () => {
    expect(await archiveEnd(inPieces(Buffer.concat([whole, Buffer.alloc(65_535)]), 10_000))).toBe('whole')
    expect(await archiveEnd(inPieces(Buffer.alloc(0), 1))).toBe('other')
  })
})
