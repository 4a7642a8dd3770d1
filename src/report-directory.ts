/** The folder of the step's files: fresh and unique for each step, also where a runner keeps its temp. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { access, constants, mkdir, mkdtemp, open, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf } from './error-code.ts'
import type { Folder } from './providers/provider.ts'
import type { TimedDisk } from './timed-disk.ts'
import { lastingTrouble } from './trouble.ts'

/** The step's folder. */
export interface ReportDirectory {
  /** Absolute. */
  readonly path: string
  /** Makes the folder for the vendor's files of a suite, by its slug. */
  vendorFolder(slug: string): Promise<KeptFolder>
  /**
   * Writes a file of ours from its pieces and gives its absolute path. The disk's answers are waited for as `disk` does, and the
   * making of the pieces is not among them. Rejects when it cannot be made whole.
   */
  write(name: string, pieces: Iterable<string>, disk: Pick<TimedDisk, 'ask'>): Promise<string>
}

/** A folder that knows what was placed in it. */
export interface KeptFolder extends Folder {
  /** Paths below the report directory, with `/`, of the files that really came. */
  kept(): readonly string[]
}

/**
 * Makes the folder: the wanted one where it is new or empty, else a fresh one inside it, which is told in a sentence, or inside
 * the temporary folder when none is wanted. Rejects with a `Trouble` of kind `config` when it cannot be written to.
 */
export async function createReportDirectory(
  wanted: string | undefined,
  temporary: string,
  tell: (sentence: string) => void = () => undefined,
): Promise<ReportDirectory> {
  const path = await freshFolder(wanted, temporary, tell).catch((thrown) => {
    const code = codeOf(thrown)
    const where = wanted === undefined ? "the runner's temporary folder" : 'report-directory'
    throw lastingTrouble(
      'config',
      `${where} cannot be written to${code === undefined ? '' : ` (${code})`}; give a folder in report-directory that this step may write to`,
    )
  })
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
          await writeFile(join(folder, name), bytes, { mode: 0o600 })
          // Now and not before: a file that broke off is not kept, and a disk that hangs is not asked for it again.
          placed.add(name)
        },
        read: (name) => createReadStream(join(folder, name)),
        kept: () => [...placed].filter((name) => existsSync(join(folder, name))).map((name) => `vendor/${slug}/${name}`),
      }
    },
    async write(name, pieces, disk) {
      const file = join(path, name)
      try {
        await writeChunks(file, inChunks(pieces), disk)
      } catch (thrown) {
        // A report that ends in the middle would be read as a smaller one, or not at all.
        await disk.ask(() => rm(file, { force: true })).catch(() => undefined)
        throw thrown
      }
      return file
    },
  }
}

async function writeChunks(file: string, chunks: Iterable<string>, disk: Pick<TimedDisk, 'ask'>): Promise<void> {
  const handle = await disk.ask(() => open(file, 'w'))
  try {
    for (const chunk of chunks) await disk.ask(() => handle.writeFile(chunk))
  } finally {
    await disk.ask(() => handle.close())
  }
}

const CHUNK_CHARACTERS = 128 * 1024

/** The pieces put together, so that a file of many small ones is written in few calls and never held as a whole. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

async function freshFolder(wanted: string | undefined, temporary: string, tell: (sentence: string) => void): Promise<string> {
  const parent = wanted === undefined ? temporary : resolve(wanted)
  await mkdir(parent, { recursive: true })
  const isFree = wanted !== undefined && (await readdir(parent)).length === 0
  const folder = await realpath(isFree ? parent : await mkdtemp(join(parent, 'agent-test-gate-')))
  await access(folder, constants.W_OK)
  if (wanted !== undefined && !isFree)
    tell(
      `report-directory is not empty: what lies there stays as it is, and the files of this step go to a new folder, ${folder}`,
    )
  return folder
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
    if (plain === suite && isAlone && !RESERVED.test(plain) && !HASHED.test(plain)) return plain
    const safe = RESERVED.test(plain) ? `_${plain}` : plain
    return [...(safe === '' ? [] : [safe]), createHash('sha256').update(suite).digest('hex').slice(0, 8)].join('-')
  })
}

/** A name that looks like one with a hash could be the folder of another suite. */
const HASHED = /-[0-9a-f]{8}$/
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
