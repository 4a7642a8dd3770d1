/** Makes the files of `dist` from `src`: tsc strips the types, ncc puts the packages in, the licenses are listed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type BundledPackage, readPackage, renderLicenses } from './licenses.ts'

/** What became of a bundle: for each of its scripts, the packages in it. */
export type BundledScripts = ReadonlyMap<string, readonly BundledPackage[]>

/** The top folder of this project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** The folder of the bundle that is committed. */
export const DIST = join(ROOT, 'dist')

const SourceMap = z.object({ sources: z.array(z.string()) })
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
const require = createRequire(import.meta.url)

/**
 * Builds `src` into a folder, whose former contents go away. The same sources and packages give the same bytes anywhere.
 * Rejects, having printed what the compiler or bundler said, when one of them fails.
 */
export async function buildAction(folder: string): Promise<BundledScripts> {
  const build = await compile()
  const scripts = await bundleScript(join(build, 'index.js'), folder)
  const entry = join(folder, 'index.js')
  await writeFile(entry, withUndiciLate(await readFile(entry, 'utf8')))
  // It only starts the other script, and is the same file in both places.
  await cp(join(build, 'start-post.js'), join(folder, 'post.js'))
  return scripts
}

/**
 * The entry, in which undici is loaded when it is asked for. `@actions/http-client` requires it at once, but uses it only to
 * hand a proxy to `fetch`, and loading it takes longer than all the rest of the entry (see `npm run bench`). ncc cannot put
 * off a require that stands in a package, so its line is written anew. Throws when there is not exactly one such line.
 */
export function withUndiciLate(code: string): string {
  const [first, ...others] = code.matchAll(/^var undici = (__nccwpck_require__\(\d+\));$/gm)
  if (first === undefined || others.length > 0)
    throw new Error('the bundle requires undici in another way than before; see withUndiciLate in scripts/bundle.ts')
  const [line, required] = first
  return code.replace(line, `const undici = { get ProxyAgent() { return ${required}.ProxyAgent } };`)
}

/** Strips the types of `src`, what runs in a browser apart, and gives the folder with what is left. */
export async function compile(): Promise<string> {
  const build = join(ROOT, 'build')
  await rm(build, { recursive: true, force: true })
  await runNode([TSC, '-p', 'tsconfig.build.json'])
  await writePageAssets(build)
  return build
}

/** What the module comes to that reads the script and the style of `report.html` from `src`, in its place. */
async function writePageAssets(build: string): Promise<void> {
  const { SCRIPT, STYLE } = await import('../src/report/page/assets.ts')
  const lines = Object.entries({ SCRIPT, STYLE }).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`)
  await writeFile(join(build, 'report', 'page', 'assets.js'), lines.join(''))
}

/** Bundles one script with all that it imports into a folder, whose former contents go away. */
export async function bundleScript(script: string, folder: string): Promise<BundledScripts> {
  const temporary = await mkdtemp(join(tmpdir(), 'bundle-'))
  const made = join(temporary, 'dist')
  try {
    // The maps say which packages went in. They are not kept: they weigh more than the code.
    const options = ['--source-map', '--no-source-map-register', '--no-cache', '--quiet']
    await runNode([require.resolve('@vercel/ncc/dist/ncc/cli.js'), 'build', script, '--out', made, ...options])
    const scripts = await takeMaps(made)
    await writeFile(join(made, 'licenses.txt'), renderLicenses([...scripts.values()].flat()))
    await rm(folder, { recursive: true, force: true })
    await cp(made, folder, { recursive: true })
    return scripts
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Runs a Node script in the project's folder; rejects with its output unless it exits with 0. */
async function runNode(command: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => printed.push(piece))
  const [code]: unknown[] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${Buffer.concat(printed)}`)
}

/** Reads the packages of each script from its map, and removes the maps and what points to them. */
async function takeMaps(folder: string): Promise<BundledScripts> {
  const scripts = new Map<string, BundledPackage[]>()
  for (const file of (await readdir(folder)).sort()) {
    if (!file.endsWith('.js.map')) continue
    const map = join(folder, file)
    const script = join(folder, file.replace(/\.map$/, ''))
    const { sources } = SourceMap.parse(JSON.parse(await readFile(map, 'utf8')))
    scripts.set(file.replace(/\.map$/, ''), await Promise.all(packageFolders(sources).map(readPackage)))
    const code = await readFile(script, 'utf8')
    await writeFile(script, code.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'))
    await rm(map)
  }
  return scripts
}

/** The folders of the packages that these sources come from; a package inside a package is one of its own. */
function packageFolders(sources: readonly string[]): string[] {
  const folders = sources.flatMap((source) => {
    const inside = /node_modules\/.*/.exec(source)?.[0]
    return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(inside ?? '')?.[0] ?? []
  })
  return [...new Set(folders)].map((folder) => join(ROOT, folder))
}
