/** What becomes of an outcome: in the order of what must not be lost, and nothing that fails changes the verdict. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { ReportDirectory } from '../../src/report-directory.ts'
import type { Runner } from '../../src/rim.ts'
import { anOutcome, aSuite } from '../support/results.ts'
import {
  clock,
  directory,
  events,
  FAILED,
  outputs,
  publishing,
  STORED,
  summaries,
  uploaded,
  uploads,
  warnings,
  withFiles,
} from './publishing.ts'

test('outputs come first, then files, the summary, annotations and the artifact, and the summary once more with its link', async () => {
  await publishing()
  const order = ['output conclusion', 'output ctrf-path', 'summary', 'error', 'upload', 'output artifact-url']
  const places = order.map((start) => events.findIndex((event) => event.startsWith(start)))
  // Empty at first, and set when there is an artifact.
  places[5] = events.lastIndexOf('output artifact-url')
  places[1] = events.lastIndexOf('output ctrf-path')
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(events.at(-1)).toBe('summary')
  expect(summaries).toHaveLength(2)
  expect(summaries[0]).not.toContain(STORED.url)
  expect(summaries[1]).toContain(STORED.url)
})

test('the files are written, put out by their paths, and go into the artifact as it was wished for', async () => {
  await publishing(await withFiles({ 'results.csv': 'a,b', 'status.json': '{}' }))
  expect(outputs.get('report-directory')).toBe(directory.path)
  expect(outputs.get('ctrf-path')).toBe(join(directory.path, 'ctrf.json'))
  expect(outputs.get('junit-path')).toBe(join(directory.path, 'junit.xml'))
  expect([outputs.get('artifact-id'), outputs.get('artifact-url')]).toEqual([STORED.id, STORED.url])
  expect(JSON.parse(await readFile(join(directory.path, 'ctrf.json'), 'utf8'))).toMatchObject({ reportFormat: 'CTRF' })
  expect(await readFile(join(directory.path, 'summary.md'), 'utf8')).toBe(summaries[0])
  expect(uploaded()).toEqual(expect.arrayContaining(['ctrf.json', 'junit.xml', 'report.html', 'summary.md']))
  expect(uploaded().filter((file) => file.startsWith('vendor'))).toEqual(
    ['results.csv', 'status.json'].map((name) => `vendor/Regression/${name}`),
  )
  expect(uploads).toMatchObject([{ name: 'reports', root: directory.path, retentionDays: 5 }])
  expect(warnings()).toEqual([])
})

test('without a folder there are outputs, a summary and annotations, and no files', async () => {
  await publishing(anOutcome([], { conclusion: 'error', errorKind: 'config' }), { isBare: true })
  expect([outputs.get('conclusion'), outputs.get('report-directory'), outputs.get('ctrf-path')]).toEqual(['error', '', ''])
  expect(summaries).toHaveLength(1)
  expect(warnings()).toEqual([])
  expect(events.filter((event) => event.startsWith('error'))).toHaveLength(1)
  expect(uploads).toEqual([])
})

describe('what cannot be written is warned of, and changes nothing:', () => {
  const fail = (): never => {
    throw new Error('ENOSPC: no space left')
  }

  test('a report', async () => {
    await mkdir(join(directory.path, 'ctrf.json'))
    await writeFile(join(directory.path, 'ctrf.json', 'x'), '')
    await publishing()
    expect(warnings()).toEqual([expect.stringMatching(/^warning ctrf.json could not be written/)])
    expect([outputs.get('conclusion'), outputs.get('ctrf-path')]).toEqual(['failed', ''])
    expect(outputs.get('junit-path')).not.toBe('')
    expect(uploaded()).toEqual(expect.arrayContaining(['junit.xml', 'summary.md']))
    expect(uploaded()).not.toContain('ctrf.json')
  })

  test('but the conclusion: a step whose conclusion no other step can read is not green', async () => {
    const output: Runner['output'] = (name) => {
      if (name === 'conclusion') fail()
      events.push(`output ${name}`)
    }
    expect(await publishing(FAILED, { runner: { output } })).toBe(false)
    expect(warnings()).toEqual([expect.stringMatching(/the output conclusion could not be written .*ENOSPC.*so the step fails/)])
    expect(uploaded()).toContain('junit.xml')
    expect(await publishing(FAILED, { runner: { summary: fail } })).toBe(true)
  })

  test('every report', async () => {
    await publishing(FAILED, { directory: { ...directory, write: fail } })
    expect(warnings().length).toBeGreaterThanOrEqual(3)
    expect(outputs.get('conclusion')).toBe('failed')
    expect(summaries.length).toBeGreaterThan(0)
  })

  test('the summary', async () => {
    await publishing(FAILED, { runner: { summary: () => Promise.reject(new Error('no such file')) } })
    expect(warnings()[0]).toMatch(/^warning the job summary could not be written/)
    expect([outputs.get('conclusion'), outputs.get('artifact-id')]).toEqual(['failed', '7'])
  })

  test('the annotations', async () => {
    const annotate: Runner['annotate'] = ({ level, message }) => {
      if (level === 'error') fail()
      events.push(`${level} ${message}`)
    }
    await publishing(FAILED, { runner: { annotate } })
    expect(warnings()).toEqual([expect.stringMatching(/^warning the annotations could not be written/)])
    expect(outputs.get('artifact-id')).toBe('7')
  })
})

describe('a disk that hangs', () => {
  const never = (): Promise<never> => new Promise(() => undefined)
  const hanging = (): ReportDirectory => ({ ...directory, write: (_name, _pieces, disk) => disk.ask(never) })

  test.each([
    ['long before the deadline', 3_600_000, 60_000],
    ['at the deadline', 0, 900],
  ])('holds the step for one answer, and is asked for no other: %s', async (_, deadline, longest) => {
    await publishing(FAILED, { directory: hanging(), deadline })
    expect(clock.now()).toBeLessThanOrEqual(longest)
    expect(warnings().filter((warning) => warning.includes('the disk did not answer in time'))).toHaveLength(4)
    expect([outputs.get('conclusion'), summaries.length, uploads]).toEqual(['failed', 1, []])
    expect(events.filter((event) => event.startsWith('error')).length).toBeGreaterThan(0)
  })

  test('beneath the summary takes no report away, and is waited for once', async () => {
    await publishing(FAILED, { runner: { summary: never }, deadline: 0 })
    expect(uploaded()).toEqual(expect.arrayContaining(['ctrf.json', 'junit.xml', 'report.html']))
    expect(clock.now()).toBeLessThanOrEqual(900)
  })

  test('is left a moment after the workflow was cancelled, however long it has hung', async () => {
    const workflow = new AbortController()
    void clock.sleep(1000).then(() => workflow.abort())
    await publishing(FAILED, { directory: hanging(), cancelled: workflow.signal })
    expect(clock.now()).toBeLessThanOrEqual(1900)
  })
})

test('annotations are left out where none are wanted', async () => {
  await publishing(FAILED, { annotations: false })
  expect(events.filter((event) => event.startsWith('error'))).toEqual([])
})

test('a file that never came is not spoken of', async () => {
  const folder = await directory.vendorFolder('Regression')
  folder.place('results.csv')
  await publishing(anOutcome([aSuite({ files: folder.kept() })]))
  expect(warnings()).toEqual([])
})

test('outputs that cannot be written do not lose the rest', async () => {
  const output = (): never => {
    throw new Error('no GITHUB_OUTPUT')
  }
  await publishing(FAILED, { runner: { output } })
  expect(summaries.length).toBeGreaterThan(0)
})
