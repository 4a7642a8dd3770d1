/** A disk whose answers have a time: what is made for it takes none of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Clock } from '../../src/clock.ts'
import { createReportDirectory } from '../../src/report-directory.ts'
import { timedDisk } from '../../src/timed-disk.ts'

let temporary: string

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'disk-'))
})
afterEach(() => rm(temporary, { recursive: true, force: true }))

/** A clock that goes on only when it is told to. */
function handClock() {
  let now = 0
  const sleepers = new Set<{ readonly at: number; wake(): void }>()
  const clock: Clock = {
    now: () => now,
    wall: () => now,
    sleep: (ms, signal) =>
      new Promise((wake) => {
        if (ms <= 0 || signal?.aborted === true) return wake()
        sleepers.add({ at: now + ms, wake })
        signal?.addEventListener('abort', () => wake())
      }),
  }
  const pass = (ms: number): void => {
    now += ms
    for (const { at, wake } of sleepers) if (at <= now) wake()
  }
  return { clock, pass }
}

const never = (): Promise<never> => new Promise(() => undefined)

test('a report that takes long to make is written whole, also after the deadline', async () => {
  const { clock, pass } = handClock()
  const disk = timedDisk({ clock, cancelled: new AbortController().signal }, 0)
  function* slowly(): Generator<string> {
    for (let piece = 0; piece < 5; piece++) {
      pass(10_000)
      yield 'x'.repeat(200_000)
    }
  }
  const { write } = await createReportDirectory(undefined, temporary)
  expect(await readFile(await write('ctrf.json', slowly(), disk), 'utf8')).toHaveLength(1_000_000)
  expect(disk.hangs).toBe(false)
})

test.each([
  ['before the deadline', 3_600_000, 60_000],
  ['after it', 0, 900],
])('an answer that does not come is waited for %s, and then nothing more is asked', async (_, deadline, ms) => {
  const { clock, pass } = handClock()
  const disk = timedDisk({ clock, cancelled: new AbortController().signal }, deadline)
  const asked = disk.ask(never)
  pass(ms - 1)
  await Promise.resolve()
  expect(disk.hangs).toBe(false)
  pass(1)
  await expect(asked).rejects.toThrow('the disk did not answer in time')
  expect(disk.hangs).toBe(true)
  await expect(disk.ask(async () => 'asked')).rejects.toThrow('the disk did not answer in time')
})

test('what the disk refuses is told as it is, and it is asked again', async () => {
  const disk = timedDisk({ clock: handClock().clock, cancelled: AbortSignal.abort() }, undefined)
  await expect(disk.ask(() => Promise.reject(new Error('EISDIR')))).rejects.toThrow('EISDIR')
  await expect(disk.ask(async () => 'asked')).resolves.toBe('asked')
})
