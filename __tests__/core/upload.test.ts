/** The upload of the files: what goes up, what is kept back, and that no trouble with it changes anything. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { ArtifactStore } from '../../src/rim.ts'
import {
  clock,
  directory,
  events,
  FAILED,
  outputs,
  PAGE_URL,
  pages,
  publishing,
  SECRET,
  STORED,
  summaries,
  temporary,
  uploaded,
  uploads,
  warnings,
  withFiles,
} from './publishing.ts'

describe('a file of the vendor with one of our credentials', () => {
  test.each<[string, string | Uint8Array]>([
    ['as it is', `a,${SECRET},b`],
    ['in base64', Buffer.from(`user:${SECRET}`).toString('base64')],
    ['in hex', Buffer.from(SECRET).toString('hex')],
    ['in UTF-16', Buffer.from(`a,${SECRET}`, 'utf16le')],
    ['across two pieces of a large file', `${'x'.repeat(65_530)}${SECRET}${'y'.repeat(70_000)}`],
    ['at the very end', `${'x'.repeat(200_000)}${SECRET}`],
  ])('is kept back, and the rest goes up: %s', async (_, content) => {
    const outcome = await withFiles({ 'results.csv': content, 'status.json': '{}' })
    await publishing(outcome)
    expect(uploaded()).not.toContain('vendor/Regression/results.csv')
    expect(uploaded()).toContain('vendor/Regression/status.json')
    expect(warnings()).toEqual([
      expect.stringMatching(/^warning vendor\/Regression\/results.csv contains one of the step's credentials/),
    ])
    expect(outputs.get('conclusion')).toBe(outcome.conclusion)
  })
})

test('a file of the vendor that cannot be looked through is kept back, and this is told', async () => {
  const outcome = await withFiles({ 'results.csv': 'a,b', 'status.json': '{}' })
  const unreadable = join(directory.path, 'vendor', 'Regression', 'results.csv')
  await rm(unreadable)
  await mkdir(unreadable)
  await publishing(outcome)
  expect(uploaded().filter((path) => path.startsWith('vendor/'))).toEqual(['vendor/Regression/status.json'])
  expect(warnings()).toEqual([
    expect.stringMatching(/^warning vendor\/Regression\/results.csv could not be .*the verdict stands/),
  ])
})

describe('the artifact', () => {
  test.each<[string, () => Promise<Partial<ArtifactStore>>, string]>([
    ['whose client cannot be loaded', () => Promise.reject(new Error(`no chunk ${SECRET}`)), '; see the log for the cause'],
    [
      'whose upload fails',
      () => Promise.resolve({ upload: () => Promise.reject(new Error('HTTP 500')) }),
      ': the service answered 500',
    ],
    [
      'whose upload throws',
      () =>
        Promise.resolve({
          upload: () => {
            throw new Error('broken')
          },
        }),
      '; see the log for the cause',
    ],
  ])('%s is warned of, and changes nothing', async (_, store, cause) => {
    await publishing(FAILED, { store })
    expect(warnings()).toEqual([`warning the artifact could not be written or uploaded; the verdict stands${cause}`])
    expect(pages.size).toBe(0)
    expect([outputs.get('conclusion'), outputs.get('artifact-id'), outputs.get('artifact-url')]).toEqual(['failed', '', ''])
    expect(summaries).toHaveLength(1)
    expect(events.join()).not.toContain(SECRET)
  })

  test.each([
    ['failed and has no deadline', 'failed', undefined, 5 * 60_000],
    ['failed a minute before its deadline', 'failed', 60_000, 60_000],
    ['timed-out', 'timed-out', 0, 1200],
  ] as const)('of a step that %s, and that never ends, is left behind in time', async (_, conclusion, deadline, ms) => {
    const store = () => Promise.resolve({ upload: () => new Promise<never>(() => undefined) })
    await publishing({ ...FAILED, conclusion }, { store, ...(deadline !== undefined && { deadline }) })
    expect(clock.now()).toBe(ms)
    expect(warnings()).toHaveLength(1)
    expect(outputs.get('conclusion')).toBe(conclusion)
  })

  test('that is slow is waited for', async () => {
    const upload = async (): Promise<typeof STORED> => {
      await clock.sleep(119_000)
      return STORED
    }
    await publishing(FAILED, { store: () => Promise.resolve({ upload }) })
    expect(outputs.get('artifact-id')).toBe('7')
    expect(warnings()).toEqual([])
  })

  test('that meets one hiccup goes up all the same', async () => {
    let tries = 0
    const upload = async (): Promise<typeof STORED> => {
      tries += 1
      return tries === 1 ? new Promise<never>(() => undefined) : STORED
    }
    await publishing(FAILED, { store: () => Promise.resolve({ upload }) })
    expect(outputs.get('artifact-id')).toBe('7')
    expect(warnings()).toEqual([])
  })

  test('that fails after the deadline is not tried again, and it is said why it failed', async () => {
    const upload = () => Promise.reject(new Error('Failed to CreateArtifact: Unable to make request: ECONNRESET'))
    await publishing({ ...FAILED, conclusion: 'timed-out' }, { store: () => Promise.resolve({ upload }), deadline: 0 })
    expect(clock.now()).toBe(0)
    expect(warnings()).toEqual([expect.stringMatching(/the verdict stands: the connection failed \(ECONNRESET\)$/)])
  })

  test('is not made in a workflow that was cancelled, and it is said where the files are', async () => {
    await publishing({ ...FAILED, conclusion: 'cancelled' })
    expect(uploads).toEqual([])
    expect(events).toContainEqual(expect.stringContaining(directory.path))
  })

  test('is not made where none is wanted', async () => {
    await publishing(FAILED, { artifact: undefined })
    expect(uploads).toEqual([])
    expect(outputs.get('ctrf-path')).not.toBe('')
  })
})

describe('the report as a page of its own', () => {
  test('goes up after the artifact, under its name, and is linked', async () => {
    await publishing()
    expect([...pages]).toEqual([['reports.html', await readFile(join(directory.path, 'report.html'), 'utf8')]])
    expect(events.indexOf('page')).toBeGreaterThan(events.lastIndexOf('output artifact-url'))
    expect(summaries[1]).toContain(`<a href="${PAGE_URL}">Open the report</a>`)
    expect(await readFile(join(directory.path, 'summary.md'), 'utf8')).not.toContain(PAGE_URL)
  })

  test('leaves no copy behind', async () => {
    await publishing()
    expect((await readdir(temporary)).map((name) => join(temporary, name))).toEqual([directory.path])
  })

  test('that the service does not take is warned of, and the artifact is linked all the same', async () => {
    const uploadPage = () => Promise.reject(new Error('Failed request: (400) Bad Request: mime type'))
    await publishing(FAILED, { store: () => Promise.resolve({ uploadPage }) })
    const warning = 'warning the report as a page of its own could not be written or uploaded; the verdict stands'
    expect(warnings()).toEqual([`${warning}: the service answered 400`])
    expect(outputs.get('conclusion')).toBe('failed')
    expect(summaries[1]).toContain(STORED.url)
    expect(summaries[1]).not.toContain('Open the report')
  })

  test('that never ends is left behind after three minutes', async () => {
    await publishing(FAILED, { store: () => Promise.resolve({ uploadPage: () => new Promise(() => undefined) }) })
    expect(clock.now()).toBe(180_000)
    expect(warnings()).toEqual([expect.stringMatching(/the verdict stands: it was not done after 3 min$/)])
    expect(summaries[1]).toContain(STORED.url)
  })

  test('is not uploaded after the deadline, nor when the workflow was cancelled meanwhile', async () => {
    await publishing({ ...FAILED, conclusion: 'timed-out' })
    const workflow = new AbortController()
    const upload = async (): Promise<typeof STORED> => {
      workflow.abort()
      return STORED
    }
    await publishing(FAILED, { store: () => Promise.resolve({ upload }), cancelled: workflow.signal })
    expect([pages.size, outputs.get('artifact-id')]).toEqual([0, '7'])
    expect(warnings()).toEqual([])
  })

  test('is not uploaded where it could not be written', async () => {
    await mkdir(join(directory.path, 'report.html', 'x'), { recursive: true })
    await publishing()
    expect(pages.size).toBe(0)
    expect(warnings()).toEqual([expect.stringMatching(/^warning report.html could not be written.*\(EISDIR\)$/)])
  })
})
