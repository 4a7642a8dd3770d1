/** The workflow's artifacts, by GitHub's own client. Loaded only when there is something to upload or to read. */
import { copyFile, readdir } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { isNativeError } from 'node:util/types'
import { DefaultArtifactClient } from '@actions/artifact'
import type { ArtifactStore, StoredArtifact } from './rim.ts'

const MOST_NAMES = 5

/**
 * The artifact service of the workflow run, asked once: what fails is tried again by who asks. `runUrl` is the address of the
 * run's page. A name can be used once in a run and stays taken after an upload that broke off, so the next one goes under the
 * name with a number.
 */
export function githubArtifacts(runUrl: string): ArtifactStore {
  const client = new DefaultArtifactClient()
  const stored = (name: string, id: number | undefined): StoredArtifact => {
    if (id === undefined) throw new Error('the artifact service gave no id')
    return { name, id: String(id), url: `${runUrl}/artifacts/${id}` }
  }
  return {
    async upload({ name, files, root, retentionDays }) {
      const upload = (tried: string) => client.uploadArtifact(tried, [...files], root, kept(retentionDays))
      const [tried, { id }] = await underFreeName(name, upload)
      return stored(tried, id)
    },
    async uploadPage({ file, retentionDays }) {
      const options = { ...kept(retentionDays), skipArchive: true }
      const { dir, name, ext } = parse(file)
      const upload = async (tried: string) => {
        // A single file's artifact is called as the file is.
        const copy = join(dir, `${tried}${ext}`)
        if (copy !== file) await copyFile(file, copy)
        return client.uploadArtifact(basename(copy), [copy], dir, options)
      }
      const [tried, { id }] = await underFreeName(name, upload)
      return stored(`${tried}${ext}`, id)
    },
    async list() {
      const { artifacts } = await client.listArtifacts({ latest: true })
      return artifacts
        .toSorted((left, right) => left.id - right.id)
        .map(({ name, id, size, digest }) => ({ ...stored(name, id), size, digest }))
    },
    async download({ id, digest }, folder) {
      const expected = digest === undefined ? {} : { expectedHash: digest }
      // The client's own way to unpack follows the names in the archive wherever they lead.
      const options = { path: folder, skipDecompress: true, ...expected }
      const { digestMismatch } = await client.downloadArtifact(Number(id), options)
      if (digestMismatch === true) throw new Error('its bytes are not those that were uploaded')
      // It names the file as the service says.
      const [file] = await readdir(folder)
      if (file === undefined) throw new Error('the artifact service gave no file')
      return join(folder, file)
    },
  }
}

/** Uploads under the name, or where that is taken under the name with a number; gives the name with what came of it. */
async function underFreeName<Value>(name: string, upload: (tried: string) => Promise<Value>): Promise<[string, Value]> {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}-${number}`
    try {
      return [tried, await upload(tried)]
    } catch (thrown) {
      if (!isTaken(thrown) || number >= MOST_NAMES) throw thrown
    }
  }
}

function kept(retentionDays: number | undefined): { retentionDays?: number } {
  return retentionDays === undefined ? {} : { retentionDays }
}

function isTaken(thrown: unknown): boolean {
  return isNativeError(thrown) && /\b409\b|already exists/i.test(thrown.message)
}
