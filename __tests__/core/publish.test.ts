/** What becomes of an outcome: in the order of what must not be lost, and nothing that fails changes the verdict. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createLog } from '../../src/log.ts'
import { type Publishing, publish } from '../../src/publish.ts'
import { createRedactor } from '../../src/redact.ts'
import { createReportDirectory, type ReportDirectory } from '../../src/report-directory.ts'
import type { StepOutcome } from '../../src/results.ts'
import type { ArtifactStore, Rim, Runner } from '../../src/rim.ts'
import { aCase, aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'
import './one-realm.ts'

const SECRET = 'hunter2-hunter2'
const STORED = { name: 'reports', id: '7', url: 'https://github.com/o/r/actions/runs/1/artifacts/7' }

let clock: VirtualClock
let directory: ReportDirectory
let temporary: string
/** Everything that was told to the runner, in order. */
let events: string[]
let outputs: Map<string, string>
let summaries: string[]
let uploads: Parameters<ArtifactStore['upload']>[0][]

beforeEach(async () => {
  clock = createVirtualClock()
  temporary = await mkdtemp(join(tmpdir(), 'publish-'))
  directory = await createReportDirectory(undefined, temporary)
  events = []
  outputs = new Map()
  summaries = []
  uploads = []
})
afterEach(async () => {
  clock.stop()
  await rm(temporary, { recursive: true, force: true })
})

interface Changes extends Partial<Omit<Publishing, 'rim'>> {
  readonly runner?: Partial<Runner>
  readonly store?: () => Promise<ArtifactStore>
  /** The step ended before it had a folder. */
  readonly isBare?: boolean
}

const FAILED = anOutcome([
  aSuite({ conclusion: 'failed', reasons: ['1 of 2 failed'], results: resultsOf([aCase(), aFailedCase()]) }),
])

/** Publishes as a step does that has a directory and an artifact. */
async function publishing(
  outcome: StepOutcome = FAILED,
  { runner: more = {}, store, isBare = false, ...changes }: Changes = {},
): Promise<void> {
  const runner: Runner = {
    inputs: () => ({}),
    info: (line) => void events.push(`info ${line}`),
    group: () => undefined,
    annotate: ({ level, message }) => void events.push(`${level} ${message}`),
    mask: () => undefined,
    saveState: () => undefined,
    output(name, value) {
      events.push(`output ${name}`)
      outputs.set(name, value)
    },
    async summary(markdown) {
      events.push('summary')
      summaries.push(markdown)
    },
    ...more,
  }
  const usual: ArtifactStore = {
    async upload(wanted) {
      events.push('upload')
      uploads.push(wanted)
      return STORED
    },
  }
  const redactor = createRedactor()
  redactor.learn(SECRET)
  const rim: Rim = {
    runner,
    clock,
    random: () => 0.5,
    cancelled: new AbortController().signal,
    temporary,
    workspace: temporary,
    version: 'test',
    artifactStore: store ?? (() => Promise.resolve(usual)),
  }
  const tools = { rim, redactor, log: createLog(runner, redactor), annotations: true }
  const kept = { directory, artifact: { name: 'reports', retentionDays: 5 } }
  await publish(outcome, { ...tools, ...(isBare ? {} : kept), ...changes })
}

/** The outcome with files of the vendor that hold such bytes. */
async function withFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<StepOutcome> {
  const folder = await directory.vendorFolder('Regression')
  for (const [name, bytes] of Object.entries(files)) await folder.write(name, Buffer.from(bytes))
  return anOutcome([aSuite({ files: folder.kept() })])
}

const warnings = (): string[] => events.filter((event) => event.startsWith('warning'))
const uploaded = (): string[] => uploads.flatMap(({ files, root }) => files.map((file) => relative(root, file))).toSorted()

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
  expect(uploaded()).toEqual(expect.arrayContaining(['ctrf.json', 'junit.xml', 'summary.md']))
  expect(uploaded().filter((file) => file.startsWith('vendor'))).toEqual(
    ['results.csv', 'status.json'].map((name) => join('vendor', 'Regression', name)),
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

describe('a file of the vendor with one of our credentials', () => {
  test.each<[string, string | Uint8Array]>([
    ['as it is', `a,${SECRET},b`],
    ['in base64', Buffer.from(`user:${SECRET}`).toString('base64')],
    ['in hex', Buffer.from(SECRET).toString('hex')],
    ['in UTF-16', Buffer.from(`a,${SECRET}`, 'utf16le')],
    ['across two pieces of a large file', `${'x'.repeat(65_530)}${SECRET}${'y'.repeat(70_000)}`],
    ['at the very end', `${'x'.repeat(200_000)}${SECRET}`],
  ])('is kept back, and the rest goes up: %s', async (_, content) => {
    const outcome = await withFiles({ 'results.csv': content, 'status.json': '{}' })
    await publishing(outcome)
    expect(uploaded()).not.toContain(join('vendor', 'Regression', 'results.csv'))
    expect(uploaded()).toContain(join('vendor', 'Regression', 'status.json'))
    expect(warnings()).toEqual([
      expect.stringMatching(/^warning vendor\/Regression\/results.csv contains one of the step's credentials/),
    ])
    expect(outputs.get('conclusion')).toBe(outcome.conclusion)
  })
})

describe('the artifact', () => {
  test.each<[string, () => Promise<ArtifactStore>]>([
    ['whose client cannot be loaded', () => Promise.reject(new Error(`no chunk ${SECRET}`))],
    ['whose upload fails', () => Promise.resolve({ upload: () => Promise.reject(new Error('HTTP 500')) })],
    [
      'whose upload throws',
      () =>
        Promise.resolve({
          upload: () => {
            throw new Error('broken')
          },
        }),
    ],
  ])('%s is warned of, and changes nothing', async (_, store) => {
    await publishing(FAILED, { store })
    expect(warnings()).toEqual([
      expect.stringMatching(/^warning the artifact could not be written or uploaded; the verdict stands$/),
    ])
    expect([outputs.get('conclusion'), outputs.get('artifact-id'), outputs.get('artifact-url')]).toEqual(['failed', '', ''])
    expect(summaries).toHaveLength(1)
    expect(events.join()).not.toContain(SECRET)
  })

  test.each([
    ['failed', 5 * 60_000],
    ['timed-out', 1500],
  ] as const)('of a step that %s and that never ends is left behind in time', async (conclusion, ms) => {
    await publishing({ ...FAILED, conclusion }, { store: () => Promise.resolve({ upload: () => new Promise(() => undefined) }) })
    expect(clock.now()).toBe(ms)
    expect(warnings()).toHaveLength(1)
    expect(outputs.get('conclusion')).toBe(conclusion)
  })

  test('that is slow is waited for', async () => {
    const upload = async (): Promise<typeof STORED> => {
      await clock.sleep(299_000)
      return STORED
    }
    await publishing(FAILED, { store: () => Promise.resolve({ upload }) })
    expect(outputs.get('artifact-id')).toBe('7')
    expect(warnings()).toEqual([])
  })

  test('is not made in a workflow that was cancelled, and it is said where the files are', async () => {
    await publishing({ ...FAILED, conclusion: 'cancelled' })
    expect(uploads).toEqual([])
    expect(events).toContainEqual(expect.stringContaining(directory.path))
  })

  test('is not made where none is wanted', async () => {
    await publishing(FAILED, { artifact: undefined })
    expect(uploads).toEqual([])
    expect(outputs.get('ctrf-path')).not.toBe('')
  })
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
