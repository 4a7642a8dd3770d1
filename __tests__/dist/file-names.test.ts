/** Names that files could be given: by the vendor, or by whoever names a suite. Ours alone are used. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { changed } from '../../simulator/faults.ts'
import { expectEnd, ourFiles, setBundle } from '../support/bundle.ts'
import { TWO_GOOD } from '../support/utterances.ts'

const NAMES = [
  '../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'CON',
  'nul.csv',
  '.',
  '..',
  '~/x',
  'a:b|c<d>e*f?"g',
  `x${'y'.repeat(250)}`,
  '-rf',
  '\u202egpj.exe',
  'Größe 測試 🎉',
  '$(touch x)',
]

test('case 13: suites by hostile names leave files in folders of harmless names, each in its own', async () => {
  const { kore, run } = await setBundle()
  const suites = NAMES.filter((name) => name !== '.' && name !== '..')
  for (const suite of suites) kore.suite(suite, TWO_GOOD)

  const step = await run({ suite: suites.join('\n'), 'max-parallel': '20' })

  expectEnd(step, 'passed')
  const folders = (await step.files()).filter((path) => path.startsWith('vendor/')).map((path) => path.split('/'))
  expect(folders).toHaveLength(suites.length)
  expect(new Set(folders.map(([, folder]) => folder?.toLowerCase())).size).toBe(suites.length)
  for (const [, folder, file, ...more] of folders) {
    expect([file, ...more]).toEqual(['results.csv'])
    expect(folder).toMatch(/^[A-Za-z0-9_][\w.-]{0,99}$/)
    expect(folder).not.toMatch(/^(con|nul)(\.|$)|\.$/i)
  }
})

test('case 13: suites whose names differ in case alone do not share a folder', async () => {
  const { kore, run } = await setBundle()
  for (const suite of ['Regression', 'REGRESSION', 'regression']) kore.suite(suite, TWO_GOOD)
  const step = await run({ suite: 'Regression\nREGRESSION\nregression' })
  expectEnd(step, 'passed')
  const folders = (await step.files()).flatMap((path) => /^vendor\/([^/]+)\//.exec(path)?.[1]?.toLowerCase() ?? [])
  expect(new Set(folders).size).toBe(3)
})

test.each(['.', '..'])('case 13: a suite by the name %j cannot be part of an address, and nothing is asked', async (suite) => {
  const { kore, run, asked } = await setBundle()
  kore.suite(suite, TWO_GOOD)
  expectEnd(await run({ suite }), 'error', 'config')
  expect(asked()).toEqual([])
})

test('case 13: the name that the vendor gives its file is not used', async () => {
  for (const name of NAMES) {
    const disposition = `attachment; filename="${name.replace(/[^ -~]/g, '_').replaceAll('"', '')}"; filename*=UTF-8''${encodeURIComponent(name)}`
    const { kore, run } = await setBundle({ rewriteLink: (link) => `${link}&filename=${encodeURIComponent(name)}` })
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().lasts(0)
    const content = 'Utterances,ExpectedIntent,MatchedIntent,Result Type\na,X,X,TP\nb,X,X,TP\n'
    kore.on('file').always(changed(() => ({ status: 200, headers: { 'content-disposition': disposition }, body: content })))
    const step = await run({}, { stages: ['main'] })
    expectEnd(step, 'passed')
    expect(await step.files()).toEqual(['ctrf.json', 'junit.xml', 'report.html', 'summary.md', 'vendor/Regression/results.csv'])
  }
})

test("the runner's folder may have blanks and any letters in its path, and our files have the same line ends on each system", async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  const workFolder = await mkdtemp(join(tmpdir(), 'a runner ü '))
  try {
    const step = await run({}, { workFolder })
    expectEnd(step, 'passed')
    const directory = step.outputs['report-directory'] ?? ''
    expect(dirname(directory)).toBe(join(workFolder, '_temp'))
    expect(step.outputs).toMatchObject({
      'ctrf-path': join(directory, 'ctrf.json'),
      'junit-path': join(directory, 'junit.xml'),
    })
    expect([step.rawSummary, ...Object.values(step.outputs), ...(await ourFiles(step))].join('')).not.toContain('\r')
  } finally {
    await rm(workFolder, { recursive: true, force: true, maxRetries: 3 })
  }
})
