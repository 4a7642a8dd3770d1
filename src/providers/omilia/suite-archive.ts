/** The suite of a project as it lies in the repository, as one ZIP: a folder is zipped, a ZIP is taken as it is. */
import { quote } from '../../fields.ts'
import { lastingTrouble, type Trouble } from '../../trouble.ts'
import type { SourceFile, World } from '../provider.ts'
import { listZip } from './zip-listing.ts'

/** The largest archive that is sent, and the largest folder that is zipped, in bytes. */
const LARGEST = 100 * 1024 * 1024

/** A suite as it is sent. */
export interface SuiteArchive {
  readonly bytes: Uint8Array
  /** The files that were zipped; none of a ZIP that is taken as it is. */
  readonly files: readonly SourceFile[]
}

/** The ZIP to send; the same files give the same bytes. Warns of a layout that looks odd, and refuses what is no suite at all. */
export async function suiteArchive(path: string, world: World): Promise<SuiteArchive> {
  const warn = (fact: string): void => world.warn(`suite-path: ${quote(path)} ${fact}; it is sent anyway`)
  if ((await world.sources.kind(path)) === 'folder') {
    const files = (await world.sources.list(path)).filter((file) => !isGit(file.path))
    if (files.length === 0) throw wrongPath(path, 'is an empty folder, which would leave the project without test suites')
    oddities(files.map((file) => file.path)).forEach(warn)
    return { bytes: await zipFiles(path, files), files }
  }
  const archive = await world.sources.read(path)
  if (archive.byteLength > LARGEST) throw tooLarge(path)
  if (Buffer.from(archive.subarray(0, 2)).toString('latin1') !== 'PK')
    throw wrongPath(path, 'is not a ZIP file; give a ZIP, or the folder itself')
  const listing = await listZip(archive)
  if (listing.state === 'listed') oddities(listing.files.map((file) => file.path)).forEach(warn)
  else warn(`looks odd: ${listing.reason}`)
  return { bytes: archive, files: [] }
}

/** A checkout keeps the job's token below `.git`. */
function isGit(path: string): boolean {
  return path.split('/').includes('.git')
}

/** The vendor's page names tests, `.omilia-ci.yml` and golden dialogs, and only as examples: so this is never more than a warning. */
function oddities(paths: readonly string[]): string[] {
  const isAtTop = paths.includes('.omilia-ci.yml')
  const tops = new Set(paths.map((path) => path.split('/')[0] ?? ''))
  const [top = ''] = tops
  const isWrapped = tops.size === 1 && paths.every((path) => path.includes('/'))
  const rubbish = paths.find((path) => /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db|node_modules)(\/|$)/.test(path))
  return [
    ...(paths.length === 0 ? ['holds no files'] : []),
    ...(isWrapped
      ? [`has all its files in one folder (${JSON.stringify(top)}), where .omilia-ci.yml and the tests should be at the top`]
      : []),
    ...(isAtTop || isWrapped || paths.length === 0 ? [] : ['has no .omilia-ci.yml at the top']),
    ...(rubbish === undefined ? [] : [`holds files that belong to no suite, such as ${JSON.stringify(rubbish)}`]),
  ]
}

/** Fixed dates and modes, sorted, so that nothing but the files themselves makes a difference. */
async function zipFiles(path: string, files: readonly SourceFile[]): Promise<Uint8Array> {
  // The writer of ZIPs is loaded when there is a folder to zip.
  const { ZipFile } = await import('yazl')
  const zip = new ZipFile()
  let size = 0
  for (const file of files.toSorted((left, right) => (left.path < right.path ? -1 : 1))) {
    const bytes = await file.read()
    size += bytes.byteLength
    if (size > LARGEST) throw tooLarge(path)
    zip.addBuffer(Buffer.from(bytes), file.path, { mtime: FIRST_DATE, forceDosTimestamp: true, mode: 0o100644 })
  }
  zip.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.outputStream) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The first date that a ZIP can tell. In local time, since that is what is written: so it is the same in every time zone. */
// biome-ignore lint/style/noRestrictedGlobals: a constant, no clock.
const FIRST_DATE = new Date(1980, 0, 1)

function tooLarge(path: string): Trouble {
  return wrongPath(path, `is larger than the ${LARGEST / 1024 / 1024} MiB that can be sent`)
}

function wrongPath(path: string, fact: string): Trouble {
  return lastingTrouble('config', `suite-path: ${quote(path)} ${fact}`)
}
