/** A folder for the time of one action. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { inTemporaryFolder } from '../../src/temporary-folder.ts'

let outer: string
let inner: string
beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'folder-'))
  inner = join(outer, 'inner')
  await mkdir(inner)
})
afterEach(() => rm(outer, { recursive: true, force: true }))

/** A file where a folder was: nothing below it can be removed. */
async function blockRemoval(): Promise<void> {
  await rm(inner, { recursive: true })
  await writeFile(inner, '')
}

test('nothing is left of it, whether the action does well or not', async () => {
  const write = async (folder: string): Promise<number> => {
    await writeFile(join(folder, 'file'), 'x')
    return 7
  }
  expect(await inTemporaryFolder(inner, 'some-', write)).toBe(7)
  const fail = inTemporaryFolder(inner, 'some-', (folder) => write(folder).then(() => Promise.reject(new Error('bad'))))
  await expect(fail).rejects.toThrow('bad')
  expect(await readdir(inner)).toEqual([])
})

test('what was done stands when it cannot be removed, and so does what went wrong', async () => {
  expect(await inTemporaryFolder(inner, 'some-', () => blockRemoval().then(() => 'done'))).toBe('done')
  await rm(inner)
  await mkdir(inner)
  const fail = inTemporaryFolder(inner, 'some-', () => blockRemoval().then(() => Promise.reject(new Error('bad'))))
  await expect(fail).rejects.toThrow('bad')
})
