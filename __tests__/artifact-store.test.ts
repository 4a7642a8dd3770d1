/** The stand-in for the artifact service, asked by the real client. */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { type ArtifactStore, type Call, startArtifactStore, type WorkflowRun } from './support/artifact-store.ts'

/** Azurite and its clients are slow to load on a machine under load. */
jest.setTimeout(60_000)

let store: ArtifactStore
let run: WorkflowRun
let folder: string
const client = new DefaultArtifactClient()
const contents = new Map([
  ['report/ctrf.json', Buffer.from('{}')],
  ['vendor/Größe – 測試.csv', randomBytes(300_000)],
])

beforeAll(async () => {
  // The client writes its log, workflow commands and all, to standard output.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  store = await startArtifactStore()
  folder = await mkdtemp(join(tmpdir(), 'store-'))
  for (const [name, bytes] of contents) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
})
afterAll(async () => {
  jest.restoreAllMocks()
  await store.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  run = store.beginRun()
  // The client reads its environment at each call.
  Object.assign(process.env, run.environment, { GITHUB_WORKSPACE: folder })
})

function upload(name: string): Promise<{ id?: number; digest?: string }> {
  return client.uploadArtifact(
    name,
    [...contents.keys()].map((file) => join(folder, file)),
    folder,
  )
}

test('what the client uploads is there byte for byte, with its size and digest', async () => {
  const { id, digest } = await upload('results')
  expect(await run.download('results')).toEqual(contents)
  expect(run.artifacts).toEqual([{ id: String(id), name: 'results', size: expect.any(Number), digest: `sha256:${digest}` }])
  expect(run.artifacts[0]?.size).toBe((await run.downloadArchive('results')).length)
  expect([...new Set(run.calls)]).toEqual(['CreateArtifact', 'UploadBlob', 'FinalizeArtifact'])
})

test('the client lists, downloads and deletes what was uploaded', async () => {
  const { id = 0, digest = '' } = await upload('results')
  expect((await client.listArtifacts()).artifacts).toEqual([
    expect.objectContaining({ id, name: 'results', digest: `sha256:${digest}` }),
  ])
  const path = join(folder, 'down')
  const down = await client.downloadArtifact(id, { path, expectedHash: `sha256:${digest}` })
  expect(down).toEqual({ downloadPath: path, digestMismatch: false })
  for (const [name, bytes] of contents) expect((await readFile(join(path, name))).equals(bytes)).toBe(true)
  expect(await client.deleteArtifact('results')).toEqual({ id })
  expect(run.artifacts).toEqual([])
})

test('a name can be used once in a run, and again in the next run', async () => {
  await upload('results')
  await expect(upload('results')).rejects.toThrow('(409)')
  Object.assign(process.env, store.beginRun().environment)
  await expect(upload('results')).resolves.toHaveProperty('digest')
})

test('a name stays taken when the artifact was never finalised, and nobody sees that artifact', async () => {
  run.fail('FinalizeArtifact', 400)
  await expect(upload('results')).rejects.toThrow('Failed to FinalizeArtifact')
  await expect(upload('results')).rejects.toThrow('(409)')
  expect((await client.listArtifacts()).artifacts).toEqual([])
  expect(run.artifacts).toEqual([])
  await expect(client.getArtifact('results')).rejects.toThrow('not found')
})

const uploading = (): Promise<unknown> => upload('other')
const downloading = (): Promise<unknown> => client.downloadArtifact(1, { path: join(folder, 'none') })
const faults: [Call, () => Promise<unknown>][] = [
  ['CreateArtifact', uploading],
  ['UploadBlob', uploading],
  ['FinalizeArtifact', uploading],
  ['ListArtifacts', downloading],
  ['GetSignedArtifactURL', downloading],
  ['DeleteArtifact', () => client.deleteArtifact('results')],
]

test.each(faults)('a fault in %s reaches the client, once', async (call, ask) => {
  await upload('results')
  run.fail(call, 403)
  await expect(ask()).rejects.toThrow()
  expect(run.calls.at(-1)).toBe(call)
  if (ask !== uploading) await ask()
})

test('a cut connection reaches the client', async () => {
  run.fail('CreateArtifact', 'cut')
  await expect(upload('results')).rejects.toThrow('ECONNRESET')
})

test('a token that was not given out is refused', async () => {
  process.env['ACTIONS_RUNTIME_TOKEN'] = store.beginRun().environment['ACTIONS_RUNTIME_TOKEN']?.replace(/.$/, '_')
  await expect(upload('results')).rejects.toThrow('(401)')
})
