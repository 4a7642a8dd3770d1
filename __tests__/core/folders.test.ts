/** What lies in the folders of vendors is reached, named and simulated: nothing is left over when a vendor goes or comes. */
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import * as z from 'zod'
import { listings } from '../../src/providers/registry.ts'

const ROOT = new URL('../../', import.meta.url)

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(fileURLToPath(new URL(path, ROOT)), { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
}

async function namesIn(path: string, suffix: string): Promise<string[]> {
  const names = await readdir(fileURLToPath(new URL(path, ROOT)))
  return names.flatMap((name) => (name.endsWith(suffix) ? [name.slice(0, -suffix.length)] : [])).sort()
}

function text(path: string): Promise<string> {
  return readFile(new URL(path, ROOT), 'utf8')
}

const names = listings.map(({ name }) => name).sort()
const vendors = await foldersIn('src/providers')

/** The modules that the registry loads, as `kore/batch`. */
async function loaded(): Promise<string[]> {
  const registry = await text('src/providers/registry.ts')
  return [...registry.matchAll(/import\('\.\/(.+?)\.ts'\)/g)].map(([, path = '']) => path)
}

/** All that a module of a vendor's folder leads to, itself included. */
async function reached(paths: readonly string[], seen = new Set<string>()): Promise<Set<string>> {
  for (const path of paths) {
    if (seen.has(path)) continue
    seen.add(path)
    const [folder = ''] = path.split('/')
    const code = await text(`src/providers/${path}.ts`)
    const next = [...code.matchAll(/(?:from |import\()'\.\/(.+?)\.ts'/g)].map(([, name = '']) => `${folder}/${name}`)
    await reached(next, seen)
  }
  return seen
}

test('every folder of a vendor is reached by the registry, and every file of it by one of its providers', async () => {
  const paths = await loaded()
  expect(paths).toHaveLength(names.length)
  expect([...new Set(paths.map((path) => path.split('/')[0]))].sort()).toEqual(vendors)
  const files = await Promise.all(
    vendors.map(async (vendor) => (await namesIn(`src/providers/${vendor}`, '.ts')).map((name) => `${vendor}/${name}`)),
  )
  expect([...(await reached(paths))].sort()).toEqual(files.flat().sort())
})

test('the folders of simulators are those of the vendors, and of GitHub', async () => {
  expect(await foldersIn('simulator')).toEqual([...vendors, 'github'].sort())
})

const OTHER_FIXTURES = ['examples', 'github', 'schemas']

test('a folder of fixtures, a page and a player in the conformance suite belong to a provider each', async () => {
  const fixtures = (await foldersIn('__tests__/fixtures')).filter((folder) => !OTHER_FIXTURES.includes(folder))
  expect(fixtures).toEqual(names)
  expect(await namesIn('docs/providers', '.md')).toEqual(names)
  expect((await namesIn('__tests__/conformance', '.ts')).filter((name) => name !== 'stages')).toEqual(names)
})

test('a provider is called by its vendor first', () => {
  for (const name of names) expect(vendors).toContain(name.split('-')[0])
})

test('the description of the input provider in action.yml names all providers, in the order of the registry, and no other', async () => {
  const Action = z.object({ inputs: z.object({ provider: z.object({ description: z.string() }) }) })
  const { description } = Action.parse(parse(await text('action.yml'))).inputs.provider
  const quoted = [...description.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name)
  const named = quoted.filter((name) => vendors.includes(name.split('-')[0] ?? ''))
  expect(named).toEqual(listings.map(({ name }) => name))
})
