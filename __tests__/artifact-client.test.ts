/** Our artifact store, by GitHub's own client, on the stand-in for the service. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { zipArchive, zipOf } from '../simulator/omilia/archive.ts'
import { githubArtifacts } from '../src/artifact.ts'
import { patientStore } from '../src/artifact-tries.ts'
import type { Clock } from '../src/clock.ts'
import { createLog } from '../src/log.ts'
import { createRedactor } from '../src/redact.ts'
import type { ArtifactStore as OurStore } from '../src/rim.ts'
import { readZipEntry } from '../src/zip-entry.ts'
import type { Fault } from './support/artifact-faults.ts'
import { type ArtifactStore, type Call, startArtifactStore, type WorkflowRun } from './support/artifact-store.ts'
import { aRim } from './support/rim.ts'

/** Azurite and its clients are slow to load on a machine under load. */
jest.setTimeout(60_000)

let service: ArtifactStore
let run: WorkflowRun
let folder: string
let store: OurStore

beforeAll(async () => {
  // The client writes its log, workflow commands and all, to standard output.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  service = await startArtifactStore()
})
afterAll(async () => {
  jest.restoreAllMocks()
  await service.close()
})
beforeEach(async () => {
  run = service.beginRun()
  folder = await mkdtemp(join(tmpdir(), 'client-'))
  store = patientlyStored()
  enter()
})
afterEach(() => rm(folder, { recursive: true }))

const LONGEST_GAP = 20_000
/** A gap between two tries is over at once, and no try takes too long: what the client does by itself shows on no virtual clock. */
const clock: Clock = {
  now: () => 0,
  wall: () => 0,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (ms < LONGEST_GAP) resolve()
      else signal?.addEventListener('abort', () => resolve())
    }),
}

/** As a step asks it. */
function patientlyStored(): OurStore {
  const rim = aRim({ clock, temporary: folder })
  const life = { signal: new AbortController().signal, deadline: 3_600_000 }
  const tools = { rim, log: createLog(rim.runner, createRedactor()) }
  return patientStore(githubArtifacts('https://github.com/o/r/actions/runs/1'), life, tools)
}

/** The client reads its environment at each call. */
function enter(): void {
  Object.assign(process.env, run.environment, { GITHUB_WORKSPACE: folder })
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

async function upload(name: string, content: string | Uint8Array = '{}') {
  return store.upload({ name, files: [await written('ctrf.json', content)], root: folder, retentionDays: 3 })
}

async function emptyFolder(): Promise<string> {
  const path = join(folder, 'down')
  await mkdir(path)
  return path
}

async function downloaded(name: string): Promise<string> {
  const wanted = (await store.list()).find((each) => each.name === name)
  if (wanted === undefined) throw new Error(`${name} is not listed`)
  return store.download(wanted, await emptyFolder())
}

test('what was uploaded is listed, with its address, and comes down packed', async () => {
  const stored = await upload('agent-test-gate-größe-0-1', '{"a":1}')
  expect(stored).toEqual({
    name: 'agent-test-gate-größe-0-1',
    id: '1',
    url: 'https://github.com/o/r/actions/runs/1/artifacts/1',
  })
  expect(await store.list()).toEqual([{ ...stored, size: expect.any(Number), digest: expect.stringMatching(/^sha256:/) }])
  const file = await downloaded('agent-test-gate-größe-0-1')
  expect(await readFile(file)).toEqual(await run.downloadArchive('agent-test-gate-größe-0-1'))
  expect(await readZipEntry(file, 'ctrf.json')).toEqual({ state: 'read', value: Buffer.from('{"a":1}') })
})

test('a page is uploaded as it is, under the name of its file', async () => {
  const file = await written('agent-test-gate-a-0-1.html', '<!doctype html>')
  const stored = await store.uploadPage({ file, retentionDays: undefined })
  expect(stored).toMatchObject({ name: 'agent-test-gate-a-0-1.html', url: expect.stringMatching(/artifacts\/1$/) })
  expect((await run.downloadArchive('agent-test-gate-a-0-1.html')).toString()).toBe('<!doctype html>')
})

test('a page whose name is taken, as by a try that broke off, gets a number', async () => {
  const file = await written('page.html', 'x')
  await store.uploadPage({ file, retentionDays: undefined })
  expect(await store.uploadPage({ file, retentionDays: undefined })).toMatchObject({ name: 'page-2.html' })
  expect((await run.downloadArchive('page-2.html')).toString()).toBe('x')
  expect(run.artifacts).toHaveLength(2)
})

test('artifacts of earlier attempts are listed, and of one name only the newest', async () => {
  await upload('once', 'first')
  await upload('twice', 'first')
  run.beginAttempt()
  enter()
  await upload('twice', 'second')
  expect((await store.list()).map(({ name, id }) => [name, id])).toEqual([
    ['once', '1'],
    ['twice', '3'],
  ])
  expect(await readZipEntry(await downloaded('twice'), 'ctrf.json')).toMatchObject({ value: Buffer.from('second') })
})

test('an artifact of an earlier attempt comes down', async () => {
  await upload('once', 'first')
  run.beginAttempt()
  enter()
  expect(await readZipEntry(await downloaded('once'), 'ctrf.json')).toMatchObject({ value: Buffer.from('first') })
})

test('an archive whose names lead out writes nothing but itself', async () => {
  const hostile = zipArchive([
    { name: '../escaped.txt', content: 'x' },
    { name: 'ctrf.json', content: '{}' },
  ])
  await store.uploadPage({ file: await written('hostile', hostile), retentionDays: undefined })
  const file = await downloaded('hostile')
  expect(await readFile(file)).toEqual(hostile)
  expect(await readdir(join(folder, 'down'))).toHaveLength(1)
  expect((await readdir(folder)).sort()).toEqual(['down', 'hostile'])
  expect(await readZipEntry(file, 'ctrf.json')).toMatchObject({ state: 'refused' })
})

test('an artifact whose bytes are others than its digest is refused', async () => {
  await store.uploadPage({ file: await written('zip', zipOf({ 'ctrf.json': '{}' })), retentionDays: undefined })
  const [listed] = await store.list()
  if (listed === undefined) throw new Error('nothing is listed')
  await expect(store.download({ ...listed, digest: `sha256:${'0'.repeat(64)}` }, await emptyFolder())).rejects.toThrow(
    'not those that were uploaded',
  )
})

describe('an upload that breaks off', () => {
  const names = () => run.artifacts.map(({ name }) => name)

  test.each<[Call, Fault, string]>([
    ['CreateArtifact', 'cut', 'results'],
    ['CreateArtifact', 'lost', 'results-2'],
    ['UploadBlob', 403, 'results-2'],
    ['FinalizeArtifact', 400, 'results-2'],
    ['FinalizeArtifact', 'cut', 'results-2'],
  ])('in %s, by %s, is tried again, as %s', async (call, fault, name) => {
    run.fail(call, fault)
    expect(await upload('results')).toMatchObject({ name })
    expect(names()).toEqual([name])
  })

  test('after it was stored goes up again beside it, with the same files', async () => {
    run.fail('FinalizeArtifact', 'lost')
    expect(await upload('results', '{"a":1}')).toMatchObject({ name: 'results-2', id: '2' })
    expect(names()).toEqual(['results', 'results-2'])
    expect(await run.download('results-2')).toEqual(await run.download('results'))
  })

  test('finds a free name also where others took the next ones', async () => {
    for (const name of ['results-2', 'results-3']) await upload(name)
    run.fail('FinalizeArtifact', 'cut')
    expect(await upload('results')).toMatchObject({ name: 'results-4' })
  })

  test('four times is given up', async () => {
    run.fail('FinalizeArtifact', 400, 4)
    await expect(upload('results')).rejects.toThrow('(400)')
    // A name that broke off stays taken, so each try asks for one more than the last.
    expect([names(), run.calls.filter((call) => call === 'CreateArtifact').length]).toEqual([[], 1 + 2 + 3 + 4])
  })

  test('by a refusal before it began is given up', async () => {
    run.fail('CreateArtifact', 403)
    await expect(upload('results')).rejects.toThrow('(403)')
    expect(run.calls).toEqual(['CreateArtifact'])
  })
})

test.each<[Call, Fault]>([
  ['ListArtifacts', 'cut'],
  ['GetSignedArtifactURL', 'cut'],
])('one %s that is %s changes nothing of what is read', async (call, fault) => {
  await upload('results', 'first')
  run.fail(call, fault)
  expect(await readZipEntry(await downloaded('results'), 'ctrf.json')).toMatchObject({ value: Buffer.from('first') })
})

describe('a fault reaches us', () => {
  const faults: readonly (readonly [Call, () => Promise<unknown>])[] = [
    ['CreateArtifact', async () => store.uploadPage({ file: await written('p.html', 'x'), retentionDays: undefined })],
    ['ListArtifacts', () => store.list()],
    ['GetSignedArtifactURL', () => downloaded('results')],
  ]
  test.each(faults)('of %s', async (call, ask) => {
    await upload('results')
    run.fail(call, 403)
    await expect(ask()).rejects.toThrow('403')
  })
})
