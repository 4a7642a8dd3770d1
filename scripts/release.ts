/**
 * Makes the files of a release: `npm run release -- --tag v1.2.3 --out release`. In the folder are then the action as a
 * package, its notes with the package's SHA-256, and nothing else. Fails unless tag, version and changelog agree.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { z } from 'zod'
import { VERSION } from '../src/version.ts'
import { ROOT } from './bundle.ts'

const Package = z.object({ version: z.string() })
const Packed = z.array(z.object({ filename: z.string() })).length(1)

/** What the changelog says of a version that has its date, or undefined when it says nothing. */
export function changesOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).map((section) => section.split('\n'))
  const [, ...lines] = sections.find(([heading = '']) => HEADING.exec(heading)?.[1] === version) ?? []
  const text = lines.join('\n').trim()
  return text === '' ? undefined : text
}

const HEADING = /^(\S+) - \d{4}-\d\d-\d\d$/

/** Why no release may be made of this, or nothing. */
export function objections(tag: string, versions: readonly string[], changelog: string): string[] {
  if (!/^v\d+\.\d+\.\d+$/.test(tag)) return [`--tag is "${tag}"; give one such as v1.2.3`]
  const version = tag.replace(/^v/, '')
  const wrong = versions.filter((each) => each !== version)
  return [
    ...wrong.map((each) => `the tag is ${tag}, and package.json or src/version.ts says ${each}`),
    ...(changesOf(changelog, version) === undefined ? [`CHANGELOG.md has no section of ${version} with its date`] : []),
  ]
}

async function release(tag: string, out: string): Promise<void> {
  const { version } = Package.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')))
  const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8')
  const against = objections(tag, [version, VERSION], changelog)
  if (against.length > 0) throw new Error(against.join('; '))
  await mkdir(out, { recursive: true })
  const file = await pack(out)
  const hash = createHash('sha256')
    .update(await readFile(file.path))
    .digest('hex')
  await writeFile(join(out, 'notes.md'), notes(changesOf(changelog, version) ?? '', file.name, hash))
  console.log(`${file.name}\nsha256 ${hash}`)
}

/** npm gives the same bytes for the same files, whenever and wherever it packs. */
async function pack(out: string): Promise<{ name: string; path: string }> {
  const npm = process.env['npm_execpath']
  if (npm === undefined) throw new Error('start this with `npm run release`, which says where npm is')
  const options = ['pack', '--json', '--ignore-scripts', '--pack-destination', out]
  const { stdout } = await promisify(execFile)(process.execPath, [npm, ...options], { cwd: ROOT })
  const [packed] = Packed.parse(JSON.parse(stdout))
  if (packed === undefined) throw new Error('npm packed nothing')
  return { name: packed.filename, path: join(out, packed.filename) }
}

function notes(changes: string, name: string, hash: string): string {
  return `${changes}

## Verify it

\`\`\`sh
gh attestation verify ${name} --repo OWNER/agent-test-gate
sha256sum ${name}   # ${hash}
\`\`\`
`
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { tag: { type: 'string' }, out: { type: 'string', default: 'release' } } })
  await release(values.tag ?? '', resolve(values.out))
}
