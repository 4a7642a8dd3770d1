/** The rules of this code base hold, because each of them bites. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

const LONG_FUNCTION = `export function f(): void {\n${'  f()\n'.repeat(51)}}\n`
const LONG_FILE = 'export {}\n'.repeat(301)
const TANGLED = `export function f(a: number): number {\n${'for (;;) { if (a > 1) '.repeat(4)} return 1 ${'}'.repeat(4)}\n return a }\n`

/** `src` or `__tests__` stands for any file there. */
const broken: [what: string, file: string, code: string, rule: string][] = [
  [
    'a promise that nobody awaits',
    'src',
    'async function f(): Promise<void> {}\nexport function g(): void {\n  f()\n}\n',
    'noFloatingPromises',
  ],
  ['any', 'src', 'export const x: any = 1\n', 'noExplicitAny'],
  ['a cast', 'src', 'export const x = Object.keys({})[0] as string\n', 'noUnsafeTypeAssertion'],
  ['a non-null assertion', 'src', 'export const x = Object.keys({})[0]!\n', 'noNonNullAssertion'],
  ['an enum', 'src', 'export enum E {\n  A,\n}\n', 'noEnum'],
  ['an import without its extension', 'src', "import { x } from './results'\nexport const y = x\n", 'useImportExtensions'],
  ['a type that is imported as a value', 'src', "import { Case } from './results.ts'\nexport type X = Case\n", 'useImportType'],
  ['console in src', 'src', "console.log('x')\n", 'noConsole'],
  ['a file that only passes on', 'src', "export * from './results.ts'\n", 'noReExportAll'],
  ['a barrel', 'src', "export { countCases } from './results.ts'\n", 'noBarrelFile'],
  ['a function of more than 50 lines', 'src', LONG_FUNCTION, 'noExcessiveLinesPerFunction'],
  ['a file of more than 300 lines', 'src', LONG_FILE, 'noExcessiveLinesPerFile'],
  ['a tangled function', 'src', TANGLED, 'noExcessiveCognitiveComplexity'],
  ['a name in the wrong case', 'src/someFile.ts', 'export const x = 1\n', 'useFilenamingConvention'],
  ['a package that is not declared', 'src', "import { x } from 'undici'\nexport const y = x\n", 'noUndeclaredDependencies'],
  [
    'a test that is switched off',
    '__tests__',
    "import { test } from '@jest/globals'\ntest.skip('x', () => {})\n",
    'noSkippedTests',
  ],
  ['a test that is alone', '__tests__', "import { test } from '@jest/globals'\ntest.only('x', () => {})\n", 'noFocusedTests'],
]

const strayed: [file: string, from: string][] = [
  ['src/wait.ts', '@actions/core'],
  ['src/main.ts', '@actions/artifact'],
  ['src/index.ts', '@actions/github'],
  ['src/artifact.ts', '@actions/http-client'],
  ['src/wait.ts', 'node:timers/promises'],
  ['src/main.ts', './providers/kore/batch.ts'],
  ['src/verdict.ts', './wait.ts'],
  ['src/verdict.ts', './report/summary.ts'],
  ['src/report/junit.ts', '../http.ts'],
  ['src/report/page/page.ts', '../../http.ts'],
  ['src/report/page/browser/main.ts', '../../../redact.ts'],
  ['src/report/junit.ts', '../providers/provider.ts'],
  ['src/providers/provider.ts', '../main.ts'],
  ['src/providers/registry.ts', '../verdict.ts'],
  ['src/providers/kore/batch.ts', '../../main.ts'],
  ['src/providers/kore/batch.ts', '../../verdict.ts'],
  ['src/providers/kore/batch.ts', '../../wait.ts'],
  ['src/providers/kore/batch.ts', '../../report/summary.ts'],
  ['src/providers/kore/batch.ts', '../omilia/client.ts'],
  ['src/providers/kore/batch.ts', '../registry.ts'],
  ['src/providers/kore/batch.ts', '@actions/core'],
]

const permitted: [file: string, from: string][] = [
  ['src/index.ts', '@actions/core'],
  ['src/main.ts', '@actions/core'],
  ['src/artifact.ts', '@actions/artifact'],
  ['src/github.ts', '@actions/github'],
  ['src/http.ts', '@actions/http-client'],
  ['src/main.ts', './providers/registry.ts'],
  ['src/verdict.ts', './results.ts'],
  ['src/report/junit.ts', '../untrusted.ts'],
  ['src/report/junit.ts', './figures.ts'],
  ['src/report/page/page.ts', '../markup.ts'],
  ['src/report/page/outcome-data.ts', '../../results.ts'],
  ['src/report/page/browser/main.ts', '../page-data.ts'],
  ['src/providers/registry.ts', './kore/batch.ts'],
  ['src/providers/kore/batch.ts', '../provider.ts'],
  ['src/providers/kore/batch.ts', '../../results.ts'],
  ['src/providers/kore/batch.ts', './client.ts'],
]

/** What may be used at the rim alone; the door is not even there for `fetch`. */
const globals = ['setTimeout', 'setInterval', 'performance', 'Date', 'process', 'fetch']
const globalUsers = ['src/wait.ts', 'src/providers/kore/batch.ts', 'src/index.ts']

/** A project that has our settings and breaks the rules; a line a case, or a file where a case needs more. */
const project = new Map([['src/results.ts', ['export const x = 1']]])
const findings = new Map<string, string>()

function addLine(file: string, line: string): string {
  const lines = project.get(file) ?? []
  project.set(file, [...lines, line])
  return `${file}:${lines.length + 1}`
}

const brokenFiles = broken.map(([what, folder, code, rule], index) => {
  const file = folder.endsWith('.ts') ? folder : `${folder}/case-${index}${folder === 'src' ? '' : '.test'}.ts`
  project.set(file, [code])
  return [what, file, rule] as const
})
const strayedLines = strayed.map(
  ([file, from], index) => [file, from, addLine(file, `import { s${index} } from '${from}'`)] as const,
)
const permittedLines = permitted.map(
  ([file, from], index) => [file, from, addLine(file, `import { p${index} } from '${from}'`)] as const,
)
const globalLines = globals.flatMap((name) =>
  globalUsers.map((file) => [name, file, addLine(file, `export const ${name}InUse = ${name}`)] as const),
)

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'project-'))
  for (const file of ['biome.json', 'package.json']) await copyFile(join(ROOT, file), join(root, file))
  for (const [file, lines] of project) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), `${lines.join('\n')}\n`)
  }
  const child = spawn(process.execPath, [biome, 'lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'], {
    cwd: root,
  })
  const [printed] = await Promise.all([text(child.stdout), once(child, 'close')])
  for (const [, rule = '', file = '', line = ''] of printed.matchAll(/^::error title=lint\/\w+\/(\w+),file=(.*?),line=(\d+)/gm)) {
    const path = file.replaceAll('\\', '/').replace(/^.*project-\w+\//, '')
    for (const place of [path, `${path}:${line}`]) findings.set(place, `${findings.get(place) ?? ''} ${rule}`)
  }
})
afterAll(() => rm(root, { recursive: true }))

test.each(brokenFiles)('lint refuses %s', (_, file, rule) => {
  expect(findings.get(file)).toContain(rule)
})

test.each(strayedLines)('%s may not import %s', (_file, _from, place) => {
  expect(findings.get(place)).toContain('noRestrictedImports')
})

test.each(permittedLines)('%s may import %s', (_file, _from, place) => {
  expect(findings.get(place) ?? '').not.toContain('noRestrictedImports')
})

test.each(globalLines)('the global %s in %s', (name, file, place) => {
  const allowed = file === 'src/index.ts' && name !== 'fetch' && name !== 'setInterval'
  expect((findings.get(place) ?? '').includes('noRestrictedGlobals')).toBe(!allowed)
})
