/** The workflow artifact, by GitHub's own client. Loaded only when there is something to upload. */
import { isNativeError } from 'node:util/types'
import { DefaultArtifactClient } from '@actions/artifact'
import type { ArtifactStore, StoredArtifact } from './rim.ts'

const MOST_NAMES = 5

/**
 * The artifact service of the workflow run. `runUrl` is the address of the run's page. A name can be used once in a run and
 * stays taken after an upload that failed, so the next try goes under the name with a number.
 */
export function githubArtifacts(runUrl: string): ArtifactStore {
  return {
    async upload({ name, files, root, retentionDays }) {
      const client = new DefaultArtifactClient()
      const options = retentionDays === undefined ? {} : { retentionDays }
      for (let number = 1; ; number++) {
        const tried = number === 1 ? name : `${name}-${number}`
        try {
          const { id } = await client.uploadArtifact(tried, [...files], root, options)
          return stored(tried, id, runUrl)
        } catch (thrown) {
          if (number >= MOST_NAMES || !isTaken(thrown)) throw thrown
        }
      }
    },
  }
}

function stored(name: string, id: number | undefined, runUrl: string): StoredArtifact {
  if (id === undefined) throw new Error('the artifact service gave no id')
  return { name, id: String(id), url: `${runUrl}/artifacts/${id}` }
}

function isTaken(thrown: unknown): boolean {
  return isNativeError(thrown) && /\b409\b|already exists/i.test(thrown.message)
}
