/** The artifact service through a hiccup: what is tried again, how often, how long, and that no try disturbs another. */
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { patientStore } from '../../src/artifact-tries.ts'
import { createLog } from '../../src/log.ts'
import { createRedactor } from '../../src/redact.ts'
import type { ArtifactStore, ListedArtifact } from '../../src/rim.ts'
import { Trouble } from '../../src/trouble.ts'
import { Stopped } from '../../src/wait.ts'
import { storeWith } from '../support/memory-store.ts'
import { aRim } from '../support/rim.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'
import './one-realm.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const MEBIBYTE = 1024 * 1024
const RESET = 'Failed to ListArtifacts: Unable to make request: ECONNRESET'

let clock: VirtualClock
let folder: string
let step: AbortController
let lines: string[]
beforeEach(async () => {
  clock = createVirtualClock()
  folder = await mkdtemp(join(tmpdir(), 'tries-'))
  step = new AbortController()
  lines = []
})
afterEach(async () => {
  clock.stop()
  await rm(folder, { recursive: true, force: true })
})

function patient(changes: Partial<ArtifactStore>, deadline = HOUR): ArtifactStore {
  const rim = aRim({ clock, temporary: folder })
  const log = createLog({ ...rim.runner, info: (line) => void lines.push(line) }, createRedactor())
  return patientStore(storeWith(changes), { signal: step.signal, deadline }, { rim, log })
}

const never = (): Promise<never> => new Promise(() => undefined)

/** Lists nothing, after such troubles; `begun` tells when each try began. */
function listing(troubles: readonly (string | Error | 'never')[], deadline?: number) {
  const left = [...troubles]
  const begun: number[] = []
  const list = async (): Promise<[]> => {
    begun.push(clock.now())
    const trouble = left.shift()
    if (trouble === 'never') return never()
    if (trouble !== undefined) throw typeof trouble === 'string' ? new Error(trouble) : trouble
    return []
  }
  return { begun, ask: () => patient({ list }, deadline).list() }
}

describe('is tried again:', () => {
  const rest = Object.assign(new Error('Server failed to authenticate the request'), { name: 'RestError' })
  test.each<[string, string | Error]>([
    ['a connection that was reset', RESET],
    ['one that was refused', 'Failed to CreateArtifact: Unable to make request: ECONNREFUSED'],
    ['a name that is not known', 'Failed to CreateArtifact: Unable to make request: ENOTFOUND'],
    [
      'a service that is not there for a while',
      'Failed to ListArtifacts: Failed to make request after 5 attempts: Failed request: (503) Service Unavailable',
    ],
    [
      'a service that is busy',
      'Failed to ListArtifacts: Failed to make request after 5 attempts: Failed request: (429) Too Many Requests',
    ],
    ['bytes that do not come', 'Unable to download and extract artifact: Artifact download failed after 5 retries.'],
    ['bytes that stand still', 'Upload progress stalled.'],
    ['bytes that are others', 'its bytes are not those that were uploaded'],
    ['a blob store that does not take the bytes', rest],
    [
      'an upload that is refused at its end',
      'Failed to FinalizeArtifact: Received non-retryable error: Failed request: (400) Bad Request',
    ],
  ])('%s', async (_, trouble) => {
    const { begun, ask } = listing([trouble])
    expect(await ask()).toEqual([])
    expect(begun).toEqual([0, 5000])
  })

  test('a call that does not end, after a minute', async () => {
    const { begun, ask } = listing(['never'])
    expect(await ask()).toEqual([])
    expect(begun).toEqual([0, MINUTE + 5000])
  })

  test('and each time the log says what it was', async () => {
    await listing(['never', RESET]).ask()
    expect(lines).toEqual([
      'the list of artifacts is tried again in 5 s: the artifact service was not done after 1 min',
      'the list of artifacts is tried again in 8 s: the connection failed (ECONNRESET)',
      `  | ${RESET}`,
    ])
  })
})

describe('is not tried again:', () => {
  test.each([
    'Failed to ListArtifacts: Received non-retryable error: Failed request: (401) Unauthorized',
    'Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden',
    'Failed to GetSignedArtifactURL: Received non-retryable error: Failed request: (404) Not Found',
    'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict',
    'Failed to FinalizeArtifact: Received non-retryable error: Failed request: (403) Forbidden',
    'Failed to CreateArtifact: Artifact storage quota has been hit.',
    'Failed to ListArtifacts: Failed to make request after 5 attempts: self-signed certificate in certificate chain',
    '@actions/artifact v2.0.0+ are not currently supported on GHES.',
    'Unable to get the ACTIONS_RUNTIME_TOKEN env variable',
    'ENOSPC: no space left on device',
  ])('%s', async (said) => {
    const { begun, ask } = listing([said])
    await expect(ask()).rejects.toThrow(said)
    expect(begun).toEqual([0])
  })
})

describe('it ends', () => {
  test('after four tries, with the last error as it was thrown', async () => {
    const last = new Error(RESET)
    const { begun, ask } = listing([RESET, RESET, RESET, last])
    await expect(ask()).rejects.toBe(last)
    expect(begun).toEqual([0, 5000, 12_500, 23_750])
  })

  test('after four tries that do not end, and tells how long the last was', async () => {
    await expect(listing(['never', 'never', 'never', 'never']).ask()).rejects.toThrow(
      new Trouble('the artifact service was not done after 1 min', { kind: 'network', persistence: 'lasting' }),
    )
    expect(clock.now()).toBe(4 * MINUTE + 23_750)
  })

  test.each([
    ['a try', 'never', 1000],
    ['a gap', RESET, 1000],
  ])('at once when the signal aborts in %s', async (_, trouble, at) => {
    void clock.sleep(at).then(() => step.abort('cancelled'))
    const { begun, ask } = listing([trouble])
    await expect(ask()).rejects.toThrow(new Stopped('cancelled'))
    expect([begun.length, clock.now()]).toEqual([1, at])
  })

  test('with its error where the deadline leaves no time for another try', async () => {
    const { begun, ask } = listing([RESET], 5000)
    await expect(ask()).rejects.toThrow('ECONNRESET')
    expect([begun, clock.now()]).toEqual([[0], 0])
  })
})

describe('a download', () => {
  const artifact: ListedArtifact = { name: 'a', id: '1', url: 'https://github.com', size: 100, digest: undefined }

  test('goes into a new folder in each try, and nothing of a try that failed is left', async () => {
    const folders: string[] = []
    const download: ArtifactStore['download'] = async (_, own) => {
      folders.push(own)
      expect(await readdir(own)).toEqual([])
      const file = join(own, 'artifact')
      await writeFile(file, `try ${folders.length}`)
      if (folders.length === 1) throw new Error('Artifact download failed after 5 retries.')
      return file
    }
    const file = await patient({ download }).download(artifact, folder)
    expect(await readFile(file, 'utf8')).toBe('try 2')
    expect(new Set(folders).size).toBe(2)
    expect(await readdir(folder)).toHaveLength(1)
  })

  test('that comes too late harms none that came in time', async () => {
    const tries: string[] = []
    const late = Promise.withResolvers<void>()
    const download: ArtifactStore['download'] = async (_, own) => {
      const file = join(own, 'artifact')
      tries.push(own)
      if (tries.length > 1) {
        await writeFile(file, 'whole')
        return file
      }
      const begun = await open(file, 'w')
      await late.promise
      await begun.writeFile('half')
      await begun.close()
      return file
    }
    const file = await patient({ download }).download(artifact, folder)
    late.resolve()
    await clock.sleep(1000)
    expect(await readFile(file, 'utf8')).toBe('whole')
    expect(await readdir(folder)).toHaveLength(1)
  })

  test.each([
    ['100 bytes', 100, MINUTE],
    ['100 MiB', 100 * MEBIBYTE, MINUTE + 400_000],
  ])('of %s has its time', async (_, size, ms) => {
    const begun: number[] = []
    const download: ArtifactStore['download'] = async () => {
      begun.push(clock.now())
      return begun.length === 1 ? never() : 'file'
    }
    await patient({ download }).download({ ...artifact, size }, folder)
    expect(begun).toEqual([0, ms + 5000])
  })
})

describe('an upload', () => {
  test.each([
    ['10 bytes', 10, 2 * MINUTE],
    ['20 MiB in two files', 10 * MEBIBYTE, 2 * MINUTE + 80_000],
  ])('of %s has its time, and is tried again', async (_, size, ms) => {
    const files = [join(folder, 'a'), join(folder, 'b')]
    for (const file of files) {
      const handle = await open(file, 'w')
      await handle.truncate(size)
      await handle.close()
    }
    const begun: number[] = []
    const stored = { name: 'a', id: '1', url: 'https://github.com' }
    const upload = async (): Promise<typeof stored> => {
      begun.push(clock.now())
      return begun.length === 1 ? never() : stored
    }
    const wanted = { name: 'a', files, root: folder, retentionDays: undefined }
    expect(await patient({ upload }).upload(wanted)).toEqual(stored)
    expect(begun).toEqual([0, ms + 5000])
  })

  test('of a page is tried again', async () => {
    const file = join(folder, 'page.html')
    await writeFile(file, 'x')
    let tries = 0
    const uploadPage = async () => {
      tries += 1
      if (tries === 1) throw new Error('Failed to CreateArtifact: Unable to make request: ECONNRESET')
      return { name: 'page.html', id: '2', url: 'https://github.com' }
    }
    expect(await patient({ uploadPage }).uploadPage({ file, retentionDays: undefined })).toMatchObject({ id: '2' })
  })
})
