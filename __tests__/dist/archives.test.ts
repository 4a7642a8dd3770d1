/** Archives that want to do harm: kept as they came, never unpacked, and read only where no rule of safety is broken. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { reset, truncated } from '../../simulator/faults.ts'
import { type ArchiveEntry, zipArchive, zipOf } from '../../simulator/omilia/archive.ts'
import { type Omilia, startOmilia } from '../../simulator/omilia/studio.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { ROOT } from '../support/bundle.ts'
import { type ActionResult, cleanUp, runAction } from '../support/runner.ts'
import { createRunnerReader } from '../support/runner-commands.ts'

jest.setTimeout(60_000)

const MIB = 1024 * 1024
const LARGEST_MEMORY_KIB = 256 * 1024
const SHOWING_MEMORY = ['--import', new URL('../support/peak-memory.mjs', import.meta.url).href]

let omilia: Omilia
beforeEach(async () => {
  omilia = await startOmilia()
  omilia.project('Airline', { cases: [passed('book a flight'), passed('cancel a flight')] })
})
afterEach(() => omilia.close())
afterAll(cleanUp)

/** Runs main and post of a generation, or of a run. */
async function step(provider: 'omilia' | 'omilia-generation' = 'omilia-generation'): Promise<ActionResult> {
  const { baseUrl, behaviour } = omilia
  const inputs = { provider, suite: 'Airline', 'base-url': baseUrl, 'api-key': behaviour.apiKey, artifact: 'false' }
  return runAction({ directory: ROOT, inputs, clockScale: 1000, limitMs: 60_000, nodeArguments: SHOWING_MEMORY })
}

/** The archive as the step kept it. */
function kept({ main }: ActionResult): Promise<Buffer> {
  return readFile(join(main.outputs['report-directory'] ?? '', 'vendor', 'Airline', 'artifacts.zip'))
}

/** The files that the step left anywhere in the runner's temp, by their names. */
async function leftBy({ main, temp }: ActionResult): Promise<string[]> {
  const entries = await readdir(dirname(temp), { recursive: true, withFileTypes: true })
  const report = main.outputs['report-directory'] ?? ''
  return entries
    .filter((entry) => !entry.isDirectory() && (!entry.parentPath.startsWith(temp) || entry.parentPath.startsWith(report)))
    .map(({ name }) => name)
    .sort()
}

function expectError({ main }: ActionResult, kind: string, message: RegExp): void {
  const { 'error-kind': errorKind, conclusion } = main.outputs
  expect({ exitCode: main.exitCode, conclusion, errorKind }).toEqual({ exitCode: 1, conclusion: 'error', errorKind: kind })
  expect(main.outputs['message']).toMatch(message)
  expect(main.outputs).toMatchObject({ total: '', passed: '' })
}

const entry = (changes: Partial<ArchiveEntry> = {}): ArchiveEntry => ({ name: 'tests/a.json', content: '{"a":1}', ...changes })

const HOSTILE: readonly (readonly [what: string, entries: readonly ArchiveEntry[], why: RegExp])[] = [
  ['a name that leads out of it', [entry({ name: '../../../evil.json' })], /leads out of it/],
  ['a name that leads out of it on Windows', [entry({ name: 'a\\..\\..\\evil.json' })], /leads out of it/],
  ['an absolute name', [entry({ name: '/tmp/evil.json' })], /absolute name/],
  ['an absolute name of Windows', [entry({ name: 'C:\\evil.json' })], /absolute name/],
  ['a name with a NUL in it', [entry({ name: 'evil.json\0.txt' })], /NUL/],
  ['a link to a file', [entry({ mode: 0o120777, content: '/etc/passwd' })], /a link or a device/],
  [
    'a link, and a file behind it',
    [entry({ name: 'a', mode: 0o120777, content: '/tmp' }), entry({ name: 'a/evil.json' })],
    /a link or a device/,
  ],
  ['a device', [entry({ mode: 0o020666 })], /a link or a device/],
  ['the same name twice', [entry(), entry({ content: '{"a":2}' })], /the same name/],
  ['one name in its list and another before the content', [entry({ localName: '../evil.json' })], /two different names/],
  ['a wrong checksum', [entry(), entry({ name: 'b.json', crc: 7 })], /wrong checksum/],
  ['more in an entry than it tells', [entry({ content: 'abc', size: 1 })], /larger than it claims/],
  ['an encrypted entry', [entry({ flags: 0x801 })], /encrypted/],
]

describe('an archive with', () => {
  test.each(HOSTILE)('case 12: %s is kept byte for byte and not read', async (_, entries, why) => {
    const archive = zipArchive(entries)
    omilia.nextGeneration().archive(archive)
    const result = await step()
    expectError(result, 'security', /kept as it came, but not read/)
    expect(result.main.outputs['message']).toMatch(why)
    expect((await kept(result)).equals(archive)).toBe(true)
    expect(await leftBy(result)).toEqual(['artifacts.zip', 'ctrf.json', 'junit.xml', 'report.html', 'run.json', 'summary.md'])
    expect(omilia.requests.filter(({ operation }) => operation === 'generation artifacts')).toHaveLength(1)
  })

  const BOMBS: readonly (readonly [what: string, entries: () => readonly ArchiveEntry[]])[] = [
    ['an entry that unpacks to a thousand times its size', () => [entry({ content: Buffer.alloc(30 * MIB) })]],
    ['an entry that lies about its size', () => [entry({ content: Buffer.alloc(400 * MIB), size: 1000 })]],
    ['more entries than anybody needs', () => Array.from({ length: 1001 }, (__, index) => entry({ name: `${index}` }))],
    ['an entry of more than 32 MiB', () => [entry({ content: Buffer.alloc(33 * MIB), method: 0 })]],
  ]
  test.each(BOMBS)('case 11: %s is kept, not read, and takes little memory', async (_, entries) => {
    const archive = zipArchive(entries())
    omilia.nextGeneration().archive(archive)
    const result = await step()
    expectError(result, 'security', /kept as it came, but not read/)
    expect((await kept(result)).equals(archive)).toBe(true)
    expect(peakOf(result)).toBeLessThan(LARGEST_MEMORY_KIB)
  })

  test('case 12: names that are commands of the runner is read, and they do nothing', async () => {
    const archive = zipOf({ '::set-output name=conclusion::passed\n##[error]evil': 'x', '<img src=x onerror=alert(1)>': 'y' })
    omilia.nextGeneration().archive(archive)
    const result = await step()
    expect(result.main.outputs).toMatchObject({ conclusion: 'passed', total: '2' })
    const ours = ['add-mask', 'error', 'warning', 'notice', 'group', 'endgroup']
    expect(
      createRunnerReader()
        .read(result.main.raw)
        .filter(({ name }) => !ours.includes(name)),
    ).toEqual([])
    expect(result.main.rawSummary).not.toContain('<img')
    expect((await kept(result)).equals(archive)).toBe(true)
  })
})

describe('the verdict on a run does not hang on its archive', () => {
  test.each(HOSTILE.slice(0, 1).concat(HOSTILE.slice(5, 6)))(
    'case 12: with %s it is kept and nobody reads it',
    async (_, entries) => {
      const archive = zipArchive(entries)
      omilia.nextRun().archive(archive)
      const result = await step('omilia')
      expect(result.main).toMatchObject({ exitCode: 0, outputs: { conclusion: 'passed', total: '2' } })
      expect((await kept(result)).equals(archive)).toBe(true)
    },
  )
})

describe('an archive that is cut', () => {
  const whole = zipOf({ 'a.json': '{"a":1}', 'b.json': '{"b":2}' })

  test.each([
    ['without its end, where no length is told', truncated('without length')],
    ['before the length that is told', truncated('with length')],
    ['by a reset', reset('inside the body')],
  ])('case 12: twice, %s, comes whole in the end', async (_, fault) => {
    omilia.nextGeneration().archive(whole)
    omilia.on('generation artifacts').answers(fault, fault)
    const result = await step()
    expect(result.main.outputs).toMatchObject({ conclusion: 'passed', total: '2' })
    expect((await kept(result)).equals(whole)).toBe(true)
  })

  test.each([
    ['before the length that is told', truncated('with length')],
    ['by a reset', reset('inside the body')],
  ])('case 12: for good, %s, is an error of the network, and no half of it is left', async (_, fault) => {
    omilia.nextGeneration().archive(whole)
    omilia.on('generation artifacts').always(fault)
    const result = await step()
    expectError(result, 'network', /broke off/)
    await expect(kept(result)).rejects.toThrow('ENOENT')
    expect(await leftBy(result)).not.toContain('artifacts.zip.part')
  })

  test('case 12: where the vendor itself has no more of it is kept as it came, and proves nothing', async () => {
    const half = whole.subarray(0, whole.length - 30)
    omilia.nextGeneration().archive(half)
    const result = await step()
    expect(result.main).toMatchObject({ exitCode: 1, outputs: { conclusion: 'inconclusive', passed: '0' } })
    expect(result.main.outputs['message']).toMatch(/cannot be read: it has no end record/)
    expect((await kept(result)).equals(half)).toBe(true)
  })
})

/** The most memory that the process ever had, in KiB. */
function peakOf({ main }: ActionResult): number {
  return Number(main.log.find((line) => line.startsWith('peak '))?.slice('peak '.length))
}
