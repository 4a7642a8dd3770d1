/** Checks that the committed `dist` is what `src` builds, byte for byte, and that it keeps to its budget: `npm run check-dist`. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BundledScripts, buildAction, DIST } from './bundle.ts'
import { findRefused } from './licenses.ts'

const ENTRY = 'index.js'
const LARGEST_ENTRY_BYTES = 1_800_000
/** What a plain run does not need: it must not be in the script that every run loads. */
const LOADED_ON_USE = ['@actions/artifact', '@actions/github', '@azure/storage-blob', '@octokit/core']

const folder = await mkdtemp(join(tmpdir(), 'dist-'))
try {
  const scripts = await buildAction(folder)
  const problems = [...(await compareFolders(folder, DIST)), ...(await checkEntry(folder, scripts)), ...checkLicenses(scripts)]
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
  else console.log(`dist is what src builds: ${(await readdir(folder)).length} files, all equal`)
} finally {
  await rm(folder, { recursive: true })
}

async function compareFolders(built: string, committed: string): Promise<string[]> {
  const [builtFiles, committedFiles] = await Promise.all([built, committed].map(readFolder))
  const problems: string[] = []
  for (const file of new Set([...(builtFiles?.keys() ?? []), ...(committedFiles?.keys() ?? [])])) {
    const expected = builtFiles?.get(file)
    const found = committedFiles?.get(file)
    if (found === undefined) problems.push(`dist/${file} is missing`)
    else if (expected === undefined) problems.push(`dist/${file} is not built from src`)
    else if (!expected.equals(found)) problems.push(`dist/${file} differs from byte ${firstDifference(expected, found)} on`)
  }
  return problems.length === 0 ? [] : [...problems, 'dist is not what src builds. Run `npm run build` and commit dist.']
}

async function readFolder(path: string): Promise<Map<string, Buffer>> {
  const names = await readdir(path, { recursive: true }).catch(() => [])
  const files = await Promise.all(
    names.map(async (name) =>
      (await stat(join(path, name))).isFile() ? ([[name, await readFile(join(path, name))]] as const) : [],
    ),
  )
  return new Map(files.flat())
}

function firstDifference(left: Buffer, right: Buffer): number {
  const at = left.findIndex((byte, index) => byte !== right[index])
  return at < 0 ? left.length : at
}

async function checkEntry(built: string, scripts: BundledScripts): Promise<string[]> {
  const { size } = await stat(join(built, ENTRY))
  const early = (scripts.get(ENTRY) ?? []).filter(({ name }) => LOADED_ON_USE.includes(name))
  return [
    ...(size > LARGEST_ENTRY_BYTES ? [`dist/${ENTRY} has ${size} bytes; at most ${LARGEST_ENTRY_BYTES} are allowed`] : []),
    ...early.map(({ name }) => `${name} is in dist/${ENTRY}; load it with import() where it is used`),
  ]
}

function checkLicenses(scripts: BundledScripts): string[] {
  return findRefused([...scripts.values()].flat()).map(
    ({ name, version, license }) => `${name} ${version} has the license ${license}, which the bundle may not carry`,
  )
}
