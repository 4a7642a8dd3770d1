/** The licenses of the packages that the bundle is made of. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** A package whose code is in the bundle. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** An SPDX expression; `UNKNOWN` where the package names none. */
  readonly license: string
  /** The texts that the package comes with, the license and notices; none in some old packages. */
  readonly texts: readonly string[]
}

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string().default('UNKNOWN') })

const ACCEPTED = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0']
/** What two packages of 2011 say elsewhere or in other words: `buffers` only in the LICENSE of its repository. */
const KNOWN = new Map([
  ['buffers@0.1.1', 'MIT'],
  ['chainsaw@0.1.0', 'MIT'],
])

/** Reads what a package says of itself in its folder. */
export async function readPackage(folder: string): Promise<BundledPackage> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const license = KNOWN.get(`${manifest.name}@${manifest.version}`) ?? manifest.license
  return { ...manifest, license, texts: texts.map((text) => text.replaceAll('\r\n', '\n').trim()) }
}

/** The packages with a license that the bundle may not carry: some part of the expression is not an accepted one. */
export function findRefused(packages: readonly BundledPackage[]): BundledPackage[] {
  return packages.filter(({ license }) =>
    license.split(/[() ]+|\b(?:AND|OR)\b/).some((part) => part !== '' && !ACCEPTED.includes(part)),
  )
}

/** The text of `licenses.txt`: every package once, by name and version, with its license and all its texts. */
export function renderLicenses(packages: readonly BundledPackage[]): string {
  const sections = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]))
  return [...sections]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([title, { license, texts }]) => [`${title}\n${license}`, ...texts].join('\n\n'))
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n')
}
