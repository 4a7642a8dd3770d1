/** The folder of a step: fresh each time, a folder for each suite, on every file system. */
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createReportDirectory, slugs } from '../../src/report-directory.ts'
import type { TimedDisk } from '../../src/timed-disk.ts'
import { asTrouble } from '../../src/trouble.ts'
import { expectPrivate } from '../support/file-mode.ts'

let temporary: string
/** A disk that answers. */
const DISK: Pick<TimedDisk, 'ask'> = { ask: (action) => action() }

beforeEach(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'reports-')))
})
afterEach(() => rm(temporary, { recursive: true, force: true }))

describe('the folder', () => {
  test('is a new one in the temporary folder each time', async () => {
    const paths = await Promise.all([1, 2, 3].map(async () => (await createReportDirectory(undefined, temporary)).path))
    expect(new Set(paths).size).toBe(3)
    for (const path of paths) expect(dirname(path)).toBe(temporary)
  })

  test('is the wanted one where that is new', async () => {
    const wanted = join(temporary, 'a', 'b')
    expect((await createReportDirectory(wanted, '/nowhere')).path).toBe(wanted)
  })

  test('is the wanted one where that is empty', async () => {
    expect((await createReportDirectory(temporary, '/nowhere')).path).toBe(temporary)
  })

  test('is a new one in the wanted one where something lies there, which stays as it is', async () => {
    await writeFile(join(temporary, 'ctrf.json'), 'of yesterday')
    const { path, write } = await createReportDirectory(temporary, '/nowhere')
    await write('ctrf.json', ['of today'], DISK)
    expect(dirname(path)).toBe(temporary)
    expect(await readFile(join(temporary, 'ctrf.json'), 'utf8')).toBe('of yesterday')
  })

  test('is told where something lies in the wanted one, and nowhere else', async () => {
    const told: string[] = []
    const make = async (wanted: string | undefined): Promise<string> =>
      (await createReportDirectory(wanted, temporary, (sentence) => told.push(sentence))).path
    const wanted = join(temporary, 'out')
    for (const each of [undefined, wanted, relative(process.cwd(), wanted)]) await make(each)
    expect(told).toEqual([])
    await writeFile(join(wanted, 'ctrf.json'), 'of yesterday')
    const path = await make(wanted)
    expect(told).toEqual([
      `report-directory is not empty: what lies there stays as it is, and the files of this step go to a new folder, ${path}`,
    ])
  })

  test('is told of no more where the wanted one is a link', async () => {
    const told: string[] = []
    await mkdir(join(temporary, 'real'))
    await symlink(join(temporary, 'real'), join(temporary, 'link'))
    await createReportDirectory(join(temporary, 'link'), temporary, (sentence) => told.push(sentence))
    expect(told).toEqual([])
  })

  test('is new also where the same one is wanted twice', async () => {
    const wanted = join(temporary, 'out')
    const first = await createReportDirectory(wanted, temporary)
    await first.write('ctrf.json', ['{}'], DISK)
    expect((await createReportDirectory(wanted, temporary)).path).not.toBe(first.path)
  })

  test('is absolute where a relative one is wanted', async () => {
    const { path } = await createReportDirectory(relative(process.cwd(), join(temporary, 'out')), temporary)
    expect(isAbsolute(path)).toBe(true)
    expect(path).toBe(join(temporary, 'out'))
  })

  test('is made where the temporary folder is not there yet', async () => {
    const { path } = await createReportDirectory(undefined, join(temporary, 'later', 'on'))
    expect((await stat(path)).isDirectory()).toBe(true)
  })

  test.each(['file', 'file/below'])('cannot be made where a file lies: %s', async (wanted) => {
    await writeFile(join(temporary, 'file'), 'x')
    await expect(createReportDirectory(join(temporary, wanted), temporary)).rejects.toThrow()
  })
})

describe("the vendor's files of a suite", () => {
  test('lie in a folder by its slug, and are known by their paths with slashes', async () => {
    const directory = await createReportDirectory(undefined, temporary)
    const folder = await directory.vendorFolder('Regression')
    expect(folder.kept()).toEqual([])
    const bytes = new Uint8Array([0, 255, 13, 10])
    await folder.write('status.json', bytes)
    await writeFile(folder.place('results.csv'), 'a,b')
    await folder.write('status.json', bytes)
    expect(folder.kept()).toEqual(['vendor/Regression/status.json', 'vendor/Regression/results.csv'])
    const file = join(directory.path, 'vendor', 'Regression', 'status.json')
    expect(new Uint8Array(await readFile(file))).toEqual(bytes)
    await expectPrivate(file)
  })

  test('can be read again as they were written', async () => {
    const folder = await (await createReportDirectory(undefined, temporary)).vendorFolder('x')
    const bytes = Buffer.alloc(200_000, 'grüß')
    await folder.write('a', bytes)
    const chunks: Uint8Array[] = []
    for await (const chunk of folder.read('a')) chunks.push(chunk)
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
  })

  test('are not kept where they could not be written', async () => {
    const directory = await createReportDirectory(undefined, temporary)
    const folder = await directory.vendorFolder('x')
    await mkdir(join(directory.path, 'vendor', 'x', 'a'))
    await expect(folder.write('a', Buffer.from('1'))).rejects.toThrow('EISDIR')
    expect(folder.kept()).toEqual([])
  })

  test('are kept apart by suite', async () => {
    const directory = await createReportDirectory(undefined, temporary)
    const [one, other] = await Promise.all(['a', 'b'].map((slug) => directory.vendorFolder(slug)))
    await one?.write('f', Buffer.from('1'))
    expect([one?.kept(), other?.kept()]).toEqual([['vendor/a/f'], []])
  })
})

test('our own files are written whole, or it is told', async () => {
  const { path, write } = await createReportDirectory(undefined, temporary)
  expect(await write('summary.md', ['gr', '', 'üß'], DISK)).toBe(join(path, 'summary.md'))
  expect(await readFile(join(path, 'summary.md'), 'utf8')).toBe('grüß')
  await mkdir(join(path, 'ctrf.json'))
  await expect(write('ctrf.json', ['{}'], DISK)).rejects.toThrow('EISDIR')
})

test('a file of ours may come in any number of pieces of any size', async () => {
  const { write } = await createReportDirectory(undefined, temporary)
  const pieces = Array.from({ length: 5_000 }, (_, index) => `${index} ü🎉 `.repeat(index % 40))
  pieces[77] = 'long '.repeat(100_000)
  expect(await readFile(await write('ctrf.json', pieces, DISK), 'utf8')).toBe(pieces.join(''))
  expect(await readFile(await write('empty', [], DISK), 'utf8')).toBe('')
})

test('a file of ours that cannot be made whole is not there', async () => {
  const { path, write } = await createReportDirectory(undefined, temporary)
  function* broken(): Generator<string> {
    yield 'x'.repeat(1_000_000)
    throw new Error('no more')
  }
  await expect(write('ctrf.json', broken(), DISK)).rejects.toThrow('no more')
  expect(await readdir(path)).toEqual([])
})

describe('the slug of a suite', () => {
  test.each(['Regression', 'a', 'v1.2_final-3', '0', 'Console', 'com', 'nul-1'])(
    'is its name where that can be one: %s',
    (name) => {
      expect(slugs([name])).toEqual([name])
    },
  )

  test.each([
    ['My Suite', /^My-Suite-[0-9a-f]{8}$/],
    ['a/b', /^a-b-[0-9a-f]{8}$/],
    ['../../etc/passwd', /^etc-passwd-[0-9a-f]{8}$/],
    ['..', /^[0-9a-f]{8}$/],
    ['.hidden', /^hidden-[0-9a-f]{8}$/],
    ['ends.', /^ends-[0-9a-f]{8}$/],
    ['grüße', /^gr-e-[0-9a-f]{8}$/],
    ['日本語', /^[0-9a-f]{8}$/],
    ['👋', /^[0-9a-f]{8}$/],
    ['a\u0000b\nc', /^a-b-c-[0-9a-f]{8}$/],
    ['con', /^_con-[0-9a-f]{8}$/],
    ['NUL', /^_NUL-[0-9a-f]{8}$/],
    ['com1', /^_com1-[0-9a-f]{8}$/],
    ['"<>|:*?\\', /^[0-9a-f]{8}$/],
    ['x'.repeat(81), /^x{80}-[0-9a-f]{8}$/],
    ['x'.repeat(5000), /^x{80}-[0-9a-f]{8}$/],
  ])('has a short hash where it had to be changed: %j', (name, expected) => {
    expect(slugs([name])).toEqual([expect.stringMatching(expected)])
  })

  test.each([
    ['differ in case', ['Smoke', 'smoke', 'SMOKE']],
    ['differ in what is no letter', ['a b', 'a/b', 'a-b']],
    ['differ in letters that are not ASCII', ['日本', '日本語', '中文']],
    ['differ behind the 80th character', [`${'x'.repeat(90)}1`, `${'x'.repeat(90)}2`]],
    ['differ in a dot at the end', ['a', 'a.']],
    ['differ in the case of a letter that is not ASCII', ['Ä', 'ä']],
  ])('is of its own where names %s', (_, names) => {
    const folded = slugs(names).map((slug) => slug.toLowerCase())
    expect(new Set(folded).size).toBe(names.length)
  })

  test('is the same in every step, and in the order of the suites', () => {
    const names = ['a b', 'plain', 'c/d']
    expect(slugs(names)).toEqual(slugs(names))
    expect(slugs(names)[1]).toBe('plain')
    expect(slugs(['a b'])[0]).toBe(slugs(names)[0])
  })

  test.each(['../x', '..', '/etc', 'C:\\x', 'a/../../b', '~'])('never leaves its folder: %j', (name) => {
    const [slug = ''] = slugs([name])
    expect(basename(slug)).toBe(slug)
    expect(slug).toMatch(/^[A-Za-z0-9._-]{1,100}$/)
    expect(slug).not.toMatch(/^\./)
  })
})

test.each(['con.txt', 'aux.a b', 'COM1.log'])('the slug of %s is no device of Windows', (name) => {
  expect(slugs([name])[0]).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
})

test('a suite that is named like the folder of another has a folder of its own', () => {
  const [slug = ''] = slugs(['a b'])
  expect(new Set(slugs(['a b', slug])).size).toBe(2)
})

test('a folder that cannot be made is a mistake in the input', async () => {
  await writeFile(join(temporary, 'file'), '')
  const thrown = await createReportDirectory(join(temporary, 'file', 'x'), temporary).catch((each: unknown) => each)
  expect(asTrouble(thrown)).toMatchObject({ message: expect.stringMatching(/report-directory/), facts: { kind: 'config' } })
})
