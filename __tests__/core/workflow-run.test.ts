/** What the runner tells of the workflow run, and the event that it keeps in a file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runPage, runPages, workflowRunOf } from '../../src/workflow-run.ts'

const MIB = 1024 * 1024

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-'))
  file = join(folder, 'event.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const payload = (): Promise<unknown> => workflowRunOf({ GITHUB_EVENT_PATH: file }).payload()

describe('the event', () => {
  test('is read when it is asked for', async () => {
    const run = workflowRunOf({ GITHUB_EVENT_PATH: file })
    await writeFile(file, '{"number":7}')
    expect(await run.payload()).toEqual({ number: 7 })
  })

  test.each([
    ['is not there', () => undefined],
    ['is not JSON', () => writeFile(file, '{"a":')],
    ['is empty', () => writeFile(file, '')],
  ])('that %s is unknown', async (_, write) => {
    await write()
    expect(await payload()).toBeUndefined()
  })

  test('as large as GitHub sends them is read, and a larger one is not', async () => {
    const blank = ' '.repeat(25 * MIB)
    await writeFile(file, `{"number":7}${blank}`)
    expect(await payload()).toEqual({ number: 7 })
    await writeFile(file, `{"number":7}${' '.repeat(32 * MIB)}`)
    expect(await payload()).toBeUndefined()
  })
})

test('pages of runs are those of the repository', () => {
  const run = { serverUrl: 'https://github.com', repository: 'o/r', id: '7' }
  expect([runPages(run), runPage(run)]).toEqual(['https://github.com/o/r/actions/runs/', 'https://github.com/o/r/actions/runs/7'])
})
