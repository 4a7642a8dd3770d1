/** The files of the repository that are sent to a vendor: read only, and never from outside the workspace. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { SourceFile, Sources } from './providers/provider.ts'
import { lastingTrouble, type Trouble } from './trouble.ts'

/** Reads below the workspace. `leftOut` is told of each link that is not followed. */
export function workspaceSources(workspace: string, leftOut: (path: string) => void): Sources {
  const locate = async (path: string): Promise<string> => {
    const root = await realpath(workspace).catch(() => undefined)
    const real = root === undefined ? undefined : await realpath(resolve(root, path)).catch(() => undefined)
    if (root === undefined || real === undefined)
      throw wrongPath(path, 'is not there; check the path, and that the repository is checked out before this step')
    if (!isWithin(real, root)) throw wrongPath(path, 'leads out of the workspace; give a path inside the repository')
    return real
  }
  return {
    async kind(path) {
      const found = await stat(await locate(path))
      if (found.isDirectory()) return 'folder'
      if (found.isFile()) return 'file'
      throw wrongPath(path, 'is neither a file nor a folder')
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
  return below === '' || (!below.startsWith('..') && !isAbsolute(below))
}

function wrongPath(path: string, fact: string): Trouble {
  return lastingTrouble('config', `suite-path: ${JSON.stringify(path)} ${fact}`)
}
