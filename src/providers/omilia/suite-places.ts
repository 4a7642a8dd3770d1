/** Where test cases stand in the files of a suite. The vendor's page does not say how those look, so names are looked for. */

import { linesOfNames, placesIn, READABLE } from '../../places.ts'
import type { Place } from '../../results.ts'
import type { SourceFile } from '../provider.ts'

/** So much is looked through, in bytes. */
const MOST_LOOKED_THROUGH = 8 * 1024 * 1024

/** The first place of each name, in the order of the files, or the beginning of the file that is called so. Rejects with errors of the disk. */
export async function suitePlaces(
  folder: string,
  files: readonly SourceFile[],
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>()
  let size = 0
  for (const { path, read } of files.filter((file) => READABLE.test(file.path))) {
    const missing = new Set([...names].filter((name) => !places.has(name)))
    if (missing.size === 0 || size > MOST_LOOKED_THROUGH) break
    const bytes = await read()
    size += bytes.byteLength
    const lines = await linesOfNames(path, bytes, missing).catch(() => new Map<string, number>())
    for (const [name, place] of placesIn(`${folder}/${path}`, lines)) places.set(name, place)
  }
  return new Map([...namedFiles(folder, files, names), ...places])
}

/** A test case can be a file of its own. */
function namedFiles(folder: string, files: readonly SourceFile[], names: ReadonlySet<string>): [string, Place][] {
  return files.flatMap(({ path }) => {
    const name = (path.split('/').at(-1) ?? '').replace(READABLE, '')
    return names.has(name) ? [...placesIn(`${folder}/${path}`, new Map([[name, 1]]))] : []
  })
}
