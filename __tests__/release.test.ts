/** What a release is made of, and what keeps one from being made. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { ROOT } from '../scripts/bundle.ts'
import { changesOf, objections } from '../scripts/release.ts'
import { VERSION } from '../src/version.ts'

const CHANGELOG =
  '# Changelog\n\n## 1.2.0 - 2026-05-04\n\n- New.\n- Better.\n\n## 1.1.0 - 2026-04-01\n\n- Old.\n\n## 1.0.0 - unreleased\n\n- Early.\n'

test('the notes are what the changelog says of the version', () => {
  expect(changesOf(CHANGELOG, '1.2.0')).toBe('- New.\n- Better.')
  expect(changesOf(CHANGELOG, '1.1.0')).toBe('- Old.')
  expect(changesOf(CHANGELOG, '2.0.0')).toBeUndefined()
  expect(changesOf(CHANGELOG, '1.0.0')).toBeUndefined()
})

test.each<[string, string, string[], string[]]>([
  ['all agree', 'v1.2.0', ['1.2.0', '1.2.0'], []],
  ['the tag is none', '1.2', ['1.2'], ['--tag is "1.2"; give one such as v1.2.3']],
  ['a version differs', 'v1.2.0', ['1.2.0', '1.1.0'], ['the tag is v1.2.0, and package.json or src/version.ts says 1.1.0']],
  ['the changelog is silent', 'v1.3.0', ['1.3.0'], ['CHANGELOG.md has no section of 1.3.0 with its date']],
])('objections when %s', (_, tag, versions, expected) => {
  expect(objections(tag, versions, CHANGELOG)).toEqual(expected)
})

/** The paths of the entries of a tar archive: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html. */
function pathsIn(archive: Buffer): string[] {
  const paths: string[] = []
  const text = (from: number, to: number): string => archive.toString('utf8', from, to).replace(/\0.*$/s, '')
  for (let at = 0; text(at, at + 100) !== ''; ) {
    paths.push([text(at + 345, at + 500), text(at, at + 100)].filter((part) => part !== '').join('/'))
    at += 512 * (1 + Math.ceil(Number.parseInt(text(at + 124, at + 136), 8) / 512))
  }
  return paths
}

test('the package has what a step needs, and the same bytes each time', async () => {
  const folders = await Promise.all(['a', 'b'].map((name) => mkdtemp(join(tmpdir(), `release-${name}-`))))
  const make = (out: string) =>
    promisify(execFile)('npm', ['run', '--silent', 'release', '--', '--tag', `v${VERSION}`, '--out', out], {
      cwd: ROOT,
      shell: process.platform === 'win32',
    })
  try {
    for (const folder of folders) await make(folder)
    const name = `agent-test-gate-${VERSION}.tgz`
    const [first, second] = await Promise.all(folders.map((folder) => readFile(join(folder, name))))
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true)
    const [folder = ''] = folders
    expect((await readdir(folder)).sort()).toEqual([name, 'notes.md'])
    expect(await readFile(join(folder, 'notes.md'), 'utf8')).toMatch(/gh attestation verify .*\.tgz[\s\S]*# [0-9a-f]{64}/)
    const files = pathsIn(gunzipSync(first ?? ''))
    for (const needed of ['action.yml', 'dist/index.js', 'dist/post.js', 'LICENSE', 'README.md'])
      expect(files).toContain(`package/${needed}`)
    expect(files.filter((file) => /^package\/(src|__tests__|simulator|node_modules)\//.test(file))).toEqual([])
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, maxRetries: 3 })
  }
}, 60_000)
