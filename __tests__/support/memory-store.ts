/** The artifacts of a workflow run in memory, for steps that run in this process: what one uploads, the next can read. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { zipArchive, zipOf } from '../../simulator/omilia/archive.ts'
import type { ArtifactStore, ListedArtifact } from '../../src/rim.ts'

/** A store that a test can look into and put things into. */
export interface MemoryStore extends ArtifactStore {
  /** The bytes of each artifact by its name, in the order in which they came: a ZIP, or a page as it is. */
  readonly artifacts: ReadonlyMap<string, Uint8Array>
  /** Adds an artifact: a ZIP of such files, or just such bytes. */
  put(name: string, content: Readonly<Record<string, string>> | Uint8Array): void
  remove(name: string): void
}

const PAGE_OF_RUN = 'https://github.com/o/r/actions/runs/1'

/** An empty store. A name that is taken gets a number. */
export function createMemoryStore(): MemoryStore {
  const artifacts = new Map<string, Uint8Array>()
  const ids = new Map<string, number>()
  const keep = (name: string, bytes: Uint8Array): ListedArtifact => {
    artifacts.set(name, bytes)
    ids.set(name, ids.get(name) ?? ids.size + 1)
    return describe(name, ids.get(name) ?? 0, bytes)
  }
  return {
    artifacts,
    put: (name, content) => void keep(name, content instanceof Uint8Array ? content : zipOf(content)),
    remove: (name) => void artifacts.delete(name),
    async upload({ name, files, root }) {
      const entries = files.map(async (file) => ({
        name: relative(root, file).replaceAll(sep, '/'),
        content: await readFile(file),
      }))
      return keep(artifacts.has(name) ? `${name}-2` : name, zipArchive(await Promise.all(entries)))
    },
    uploadPage: async ({ file }) => keep(basename(file), await readFile(file)),
    list: async () => [...artifacts].map(([name, bytes]) => describe(name, ids.get(name) ?? 0, bytes)),
    async download({ name }, folder) {
      const bytes = artifacts.get(name)
      if (bytes === undefined) throw new Error(`Failed request: (404) Not Found: ${name}`)
      const file = join(folder, 'artifact.zip')
      await writeFile(file, bytes)
      return file
    },
  }
}

function describe(name: string, id: number, bytes: Uint8Array): ListedArtifact {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return { name, id: String(id), url: `${PAGE_OF_RUN}/artifacts/${id}`, size: bytes.length, digest }
}

/** A store that does what is given, and else what one in memory does. */
export function storeWith(changes: Partial<ArtifactStore>): ArtifactStore {
  return { ...createMemoryStore(), ...changes }
}
