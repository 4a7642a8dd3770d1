/** The files of the repository that are sent to a vendor: read only, and never from outside the workspace. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { quote } from './fields.ts'
import { leadsOut } from './leads-out.ts'
import type { SourceFile, Sources } from './providers/provider.ts'
import { lastingTrouble, type Trouble } from './trouble.ts'

const SUITE_PATH = 'suite-path'

/**
 * The bytes of one file of the workspace that an input names. Rejects with a `Trouble` of kind `config` when it is not there, is
 * no file, leads out of the workspace, or is larger than `most` bytes.
 */
export async function workspaceFile(workspace: string, path: string, input: string, most: number): Promise<Uint8Array> {
  const real = await locatedIn(workspace, path, input)
  const found = await stat(real)
  if (!found.isFile()) throw wrongPath(input, path, 'is not a file')
  if (found.size > most) throw wrongPath(input, path, `is larger than ${most / 1024} KiB`)
  return readFile(real)
}

/** The real path of what lies there in the workspace. */
async function locatedIn(workspace: string, path: string, input: string): Promise<string> {
  const root = await realpath(workspace).catch(() => undefined)
  const real = root === undefined ? undefined : await realpath(resolve(root, path)).catch(() => undefined)
  if (root === undefined || real === undefined)
    throw wrongPath(input, path, 'is not there; check the path, and that the repository is checked out before this step')
  if (!isWithin(real, root)) throw wrongPath(input, path, 'leads out of the workspace; give a path inside the repository')
  return real
}

/** Reads below the workspace. `leftOut` is told of each link that is not followed. */
export function workspaceSources(workspace: string, leftOut: (path: string) => void): Sources {
  const locate = (path: string): Promise<string> => locatedIn(workspace, path, SUITE_PATH)
  return {
    async kind(path) {
      const found = await stat(await locate(path))
      if (found.isDirectory()) return 'folder'
      if (found.isFile()) return 'file'
      throw wrongPath(SUITE_PATH, path, 'is neither a file nor a folder')
    },
    read: async (path) => readFile(await locate(path)),
    async list(path) {
      const folder = await locate(path)
      const files = await filesBelow(folder, folder, leftOut)
      return files.sort((left, right) => (left.path < right.path ? -1 : 1))
    },
  }
}

async function filesBelow(root: string, folder: string, leftOut: (path: string) => void): Promise<SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries.map(async (entry): Promise<SourceFile[]> => {
    const full = join(folder, entry.name)
    const path = relative(root, full).split(sep).join('/')
    if (entry.isDirectory()) return filesBelow(root, full, leftOut)
    if (entry.isFile()) return [{ path, read: () => readFile(full) }]
    const target = entry.isSymbolicLink() ? await linkedFile(root, full) : undefined
    if (target !== undefined) return [{ path, read: () => readFile(target) }]
    leftOut(path)
    return []
  })
  return (await Promise.all(found)).flat()
}

/** The file behind a link, where it stays in the folder. Links to folders are not followed, since they can go in circles. */
async function linkedFile(root: string, link: string): Promise<string | undefined> {
  const target = await realpath(link).catch(() => undefined)
  return target !== undefined && isWithin(target, root) && (await stat(target)).isFile() ? target : undefined
}

function isWithin(path: string, root: string): boolean {
  const below = relative(root, path)
  return !isAbsolute(below) && !leadsOut(below)
}

function wrongPath(input: string, path: string, fact: string): Trouble {
  return lastingTrouble('config', `${input}: ${quote(path)} ${fact}`)
}
