/** The folder of the step's files: fresh and unique for each step, also where a runner keeps its temp. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, realpath, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Folder } from './providers/provider.ts'

/** The step's folder. */
export interface ReportDirectory {
  /** Absolute. */
  readonly path: string
  /** Makes the folder for the vendor's files of a suite, by its slug. */
  vendorFolder(slug: string): Promise<KeptFolder>
  /** Writes a file of ours and gives its absolute path. */
  write(name: string, text: string): Promise<string>
}

/** A folder that knows what was placed in it. */
export interface KeptFolder extends Folder {
  /** Paths below the report directory, with `/`. */
  kept(): readonly string[]
}

/**
 * Makes the folder: the wanted one where it is new or empty, else a fresh one inside it, or inside the temporary folder
 * when none is wanted. Rejects when it cannot be written to.
 */
export async function createReportDirectory(wanted: string | undefined, temporary: string): Promise<ReportDirectory> {
  const parent = wanted === undefined ? temporary : resolve(wanted)
  await mkdir(parent, { recursive: true })
  const isFree = wanted !== undefined && (await readdir(parent)).length === 0
  const path = await realpath(isFree ? parent : await mkdtemp(join(parent, 'agent-test-gate-')))
  return {
    path,
    async vendorFolder(slug) {
      const folder = join(path, 'vendor', slug)
      await mkdir(folder, { recursive: true })
      const placed = new Set<string>()
      return {
        place(name) {
          placed.add(name)
          return join(folder, name)
        },
        async write(name, bytes) {
          placed.add(name)
          await writeFile(join(folder, name), bytes, { mode: 0o600 })
        },
        read: (name) => createReadStream(join(folder, name)),
        kept: () => [...placed].map((name) => `vendor/${slug}/${name}`),
      }
    },
    async write(name, text) {
      const file = join(path, name)
      await writeFile(file, text)
      return file
    },
  }
}

const LONGEST_SLUG = 80

/**
 * A folder name for each suite: ASCII letters, digits, `.`, `_` and `-`. A name that had to be changed, or that is the same
 * as another without case, gets a short hash of the original, so that no two suites share a folder on any file system.
 */
export function slugs(suites: readonly string[]): string[] {
  const folded = suites.map((suite) => suite.toLowerCase())
  return suites.map((suite) => {
    const plain = suite
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .slice(0, LONGEST_SLUG)
      .replace(/^[-.]+|[-.]+$/g, '')
    const isAlone = folded.filter((other) => other === suite.toLowerCase()).length === 1
    if (plain === suite && isAlone && !RESERVED.test(plain)) return plain
    return [...(plain === '' ? [] : [plain]), createHash('sha256').update(suite).digest('hex').slice(0, 8)].join('-')
  })
}

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
