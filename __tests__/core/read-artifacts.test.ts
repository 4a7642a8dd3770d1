/** What is read of the artifacts of a run, and in which order; the scenarios of `report-mode` have the rest. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createLog } from '../../src/log.ts'
import { readArtifacts } from '../../src/read-artifacts.ts'
import { createRedactor } from '../../src/redact.ts'
import { ctrf } from '../../src/report/ctrf.ts'
import type { ArtifactStore } from '../../src/rim.ts'
import { Stopped } from '../../src/wait.ts'
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts'
import { anOutcome } from '../support/results.ts'
import { aRim } from '../support/rim.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'
import './one-realm.ts'

const HOUR = 3_600_000
const FILE = [...ctrf(anOutcome())].join('')

let clock: VirtualClock
let temporary: string
let store: MemoryStore
beforeEach(async () => {
  clock = createVirtualClock()
  temporary = await mkdtemp(join(tmpdir(), 'read-'))
  store = createMemoryStore()
})
afterEach(async () => {
  clock.stop()
  await rm(temporary, { recursive: true, force: true })
})

interface Reading {
  readonly room?: number
  readonly changes?: Partial<ArtifactStore>
  /** Ends the step. */
  readonly signal?: AbortSignal
}

async function read({ room, changes = {}, signal = new AbortController().signal }: Reading = {}) {
  const rim = aRim({ clock, temporary, artifactStore: async () => ({ ...store, ...changes }) })
  const redactor = createRedactor()
  const tools = { rim, redactor, log: createLog(rim.runner, redactor) }
  const step = { unlessOver: <Value>(action: () => Promise<Value>) => action(), signal, deadline: HOUR }
  const found = await readArtifacts('gate-*', step, tools, room)
  return found.map((each) => [each.artifact.name, each.step === undefined ? each.reason : each.step.conclusion])
}

test('artifacts come in the order in which they were made, however long each takes, and nothing is left behind', async () => {
  for (const name of ['gate-c', 'other', 'gate-a', 'gate-b']) store.put(name, { 'ctrf.json': FILE })
  const download: MemoryStore['download'] = async (artifact, folder) => {
    await clock.sleep(artifact.name === 'gate-c' ? 5000 : 100)
    return store.download(artifact, folder)
  }
  expect((await read({ changes: { download } })).map(([name]) => name)).toEqual(['gate-c', 'gate-a', 'gate-b'])
  expect(await readdir(temporary)).toEqual([])
})

test('at most eight are downloaded at once', async () => {
  for (let index = 0; index < 30; index++) store.put(`gate-${index}`, { 'ctrf.json': FILE })
  let [now, most] = [0, 0]
  const download: MemoryStore['download'] = async (artifact, folder) => {
    most = Math.max(most, ++now)
    await clock.sleep(1000)
    now--
    return store.download(artifact, folder)
  }
  expect(await read({ changes: { download } })).toHaveLength(30)
  expect(most).toBe(8)
})

test('what there is no room for has no verdict, and what fits has', async () => {
  for (const name of ['gate-a', 'gate-b', 'gate-c']) store.put(name, { 'ctrf.json': FILE })
  const ends = (await read({ room: 2 * Buffer.byteLength(FILE) })).map(([, end]) => end)
  expect(ends.toSorted()).toEqual(['passed', 'passed', 'together with others it is too large to be read'])
})

test('one hiccup of a download leaves its verdict', async () => {
  store.put('gate-a', { 'ctrf.json': FILE })
  let tries = 0
  const download: MemoryStore['download'] = (artifact, folder) => {
    tries += 1
    return tries === 1 ? new Promise(() => undefined) : store.download(artifact, folder)
  }
  expect(await read({ changes: { download } })).toEqual([['gate-a', 'passed']])
})

test.each(['list', 'download'] as const)('a step that ends in a %s has read nothing, and calls none unreadable', async (call) => {
  store.put('gate-a', { 'ctrf.json': FILE })
  const step = new AbortController()
  void clock.sleep(1000).then(() => step.abort('timed-out'))
  const changes = { [call]: () => new Promise<never>(() => undefined) }
  await expect(read({ changes, signal: step.signal })).rejects.toThrow(new Stopped('timed-out'))
  expect(clock.now()).toBe(1000)
})
