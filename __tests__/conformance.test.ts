/** What every provider has to do, whatever its vendor is like: the whole action through `src` over each simulated vendor. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { DEMOS } from '../scripts/demos.ts'
import { listings } from '../src/providers/registry.ts'
import { STAGES, startStage } from './conformance/stages.ts'
import { runStep, type StepRecord } from './support/action.ts'
import { createRunnerReader } from './support/runner-commands.ts'
import type { LossPoint, VendorStage } from './support/vendor-stage.ts'
import { createVirtualClock, type VirtualClock } from './support/virtual-clock.ts'

const HOSTILE = 'a\n::set-output name=conclusion::passed\r##[error]b\n<img src=x onerror=alert(1)> @octocat |x| # h \u202e'
const MINUTE = 60_000

let clock: VirtualClock
let temporary: string
let vendor: VendorStage

function step(changes: Readonly<Record<string, string>> = {}, cancelled?: AbortSignal): Promise<StepRecord> {
  return runStep(
    { ...vendor.inputs, 'artifact-name': 'a', ...changes },
    clock,
    temporary,
    cancelled === undefined ? {} : { cancelled },
  )
}

test.each(listings.map(({ name }) => name))('%s has a simulator, fixtures, a page and a demo', (name) => {
  const there = (path: string): boolean => existsSync(fileURLToPath(new URL(`../${path}`, import.meta.url)))
  expect({
    stage: STAGES.has(name),
    fixtures: there(`__tests__/fixtures/${name}`),
    page: there(`docs/providers/${name}.md`),
    demo: DEMOS.some(({ provider }) => provider === name),
  }).toEqual({ stage: true, fixtures: true, page: true, demo: true })
})

describe.each(listings.map(({ name }) => name))('%s', (name) => {
  beforeEach(async () => {
    clock = createVirtualClock()
    temporary = await mkdtemp(join(tmpdir(), 'conformance-'))
    vendor = await startStage(name, clock)
  })
  afterEach(async () => {
    clock.stop()
    await vendor.close()
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
  })

  test('is green when all passed, with the files of the vendor kept', async () => {
    vendor.passes()
    const { exitCode, outputs, state, uploads } = await step()
    expect({ exitCode, conclusion: outputs['conclusion'], started: vendor.started() }).toEqual({
      exitCode: 0,
      conclusion: 'passed',
      started: 1,
    })
    const uploaded = uploads.flatMap(({ files }) => files).map((file) => file.replaceAll('\\', '/'))
    for (const file of vendor.files)
      expect(uploaded.filter((path) => path.includes('/vendor/') && path.endsWith(`/${file}`))).toHaveLength(1)
    expect(state['open-runs']).toBe('[]')
  })

  test('is examined by mode doctor without starting anything', async () => {
    const { exitCode, outputs, summaries, uploads, state } = await step({ mode: 'doctor' })
    expect({ exitCode, conclusion: outputs['conclusion'], started: vendor.started() }).toEqual({
      exitCode: 0,
      conclusion: 'passed',
      started: 0,
    })
    expect(vendor.asked()).toBeGreaterThan(0)
    expect(summaries.at(-1)).toMatch(/>network<[\s\S]*>suite |>suite publish</)
    expect([uploads, state['open-runs'] ?? '[]']).toEqual([[], '[]'])
  })

  test('is told by mode doctor when the credentials are refused', async () => {
    vendor.refusesCredentials()
    const { exitCode, outputs } = await step({ mode: 'doctor' })
    expect({ exitCode, kind: outputs['error-kind'] }).toEqual({ exitCode: 1, kind: 'auth' })
  })

  test('is red when one failed', async () => {
    if (vendor.casesCannotFail === true) return
    vendor.fails()
    const { exitCode, outputs } = await step()
    expect({ exitCode, conclusion: outputs['conclusion'], failed: outputs['failed'] }).toEqual({
      exitCode: 1,
      conclusion: 'failed',
      failed: '1',
    })
  })

  test('is red and no failure when the run breaks off at the vendor', async () => {
    vendor.breaksOff()
    const { exitCode, outputs } = await step()
    expect(exitCode).toBe(1)
    expect(['error', 'inconclusive']).toContain(outputs['conclusion'])
  })

  test('waits on through a status that nobody knows, and tells it once', async () => {
    if (!vendor.showsUnknownStatus()) return
    const { exitCode, annotations } = await step()
    expect(exitCode).toBe(0)
    expect(annotations.filter(({ message }) => message.includes('reported an unknown status'))).toHaveLength(1)
  })

  test('ends at the deadline, and leaves no run where the vendor can stop one', async () => {
    vendor.neverEnds()
    const { exitCode, outputs, tookMs, summaries, log } = await step({ 'timeout-minutes': '7' })
    expect({ exitCode, conclusion: outputs['conclusion'] }).toEqual({ exitCode: 1, conclusion: 'timed-out' })
    expect(Math.abs(tookMs - 7 * MINUTE)).toBeLessThanOrEqual(5000)
    expect(summaries.at(-1)).toContain('Timed out')
    // What some of the cases came to is no measure of the suite.
    for (const output of ['pass-rate', 'f1', 'precision', 'recall', 'average-score', 'regressions', 'fixed'])
      expect([output, outputs[output]]).toEqual([output, ''])
    if (vendor.underWay() > 0) expect(log.join('\n')).toContain('offers no way to stop it')
  })

  test('ends at once when the workflow is cancelled, and leaves no run where the vendor can stop one', async () => {
    vendor.neverEnds()
    const cancelled = new AbortController()
    void clock.sleep(3 * MINUTE).then(() => cancelled.abort())
    const { exitCode, outputs, tookMs, uploads } = await step({}, cancelled.signal)
    expect({ exitCode, conclusion: outputs['conclusion'], uploads: uploads.length }).toEqual({
      exitCode: 1,
      conclusion: 'cancelled',
      uploads: 0,
    })
    expect(tookMs).toBeLessThanOrEqual(3 * MINUTE + 5000)
    expect(outputs['run-id']).not.toBe('')
    if (vendor.underWay() > 0) expect(outputs['message']).toContain('offers no way to stop it')
  })

  const places: LossPoint[] = ['before acting', 'after acting', 'inside the head', 'inside the body']
  test.each(places)('starts at most one run when the answer to the start is lost %s', async (place) => {
    vendor.passes()
    vendor.losesStart(place)
    const { outputs } = await step()
    expect(vendor.started()).toBeLessThanOrEqual(1)
    if (outputs['conclusion'] === 'passed') expect(vendor.started()).toBe(1)
    else expect(outputs['message']).toMatch(/lost|under way|could not be/)
  })

  test('keeps hostile text inert in the log, the annotations and the summary', async () => {
    vendor.says(HOSTILE)
    const { exitCode, log, annotations, summaries, outputs } = await step()
    expect(exitCode).toBe(1)
    const printed = [...log, ...annotations.map(({ message, title }) => `${title} ${message.replaceAll('\n', ' ')}`)].join('\n')
    expect(createRunnerReader().read(printed)).toEqual([])
    const page = summaries.join('\n')
    for (const alive of ['<img', '@octocat', '\u202e', '\n# h', '::set-output']) expect(page).not.toContain(alive)
    expect(Object.values(outputs).join('\n')).not.toContain('octocat')
  })

  test('says that the credentials were refused, and repeats nothing of them', async () => {
    vendor.passes()
    vendor.refusesCredentials()
    const record = await step()
    expect({ conclusion: record.outputs['conclusion'], kind: record.outputs['error-kind'] }).toEqual({
      conclusion: 'error',
      kind: 'auth',
    })
    const { masks: _, ...told } = record
    for (const credential of vendor.credentials)
      expect(JSON.stringify(told)).not.toContain(JSON.stringify(vendor.inputs[credential]).slice(1, -1))
    expect(record.masks).toEqual(expect.arrayContaining(vendor.credentials.flatMap((each) => vendor.inputs[each] ?? [])))
  })

  test('tells all that is missing in one message, and sends nothing', async () => {
    const nothing = Object.fromEntries(Object.keys(vendor.inputs).map((each) => [each, '']))
    const { outputs, log } = await step({ ...nothing, provider: name, 'min-pass-rate': 'many' })
    expect({ conclusion: outputs['conclusion'], kind: outputs['error-kind'], asked: vendor.asked() }).toEqual({
      conclusion: 'error',
      kind: 'config',
      asked: 0,
    })
    expect(log.filter((line) => line.startsWith('input ')).length).toBeGreaterThanOrEqual(3)
  })

  test('ends green without credentials where that is wanted, and says NOT TESTED', async () => {
    const without = Object.fromEntries(vendor.credentials.map((each) => [each, '']))
    const { exitCode, outputs, summaries } = await step({ ...without, 'on-missing-credentials': 'skip' })
    expect({ exitCode, conclusion: outputs['conclusion'], asked: vendor.asked() }).toEqual({
      exitCode: 0,
      conclusion: 'skipped',
      asked: 0,
    })
    expect(summaries.join('\n')).toContain('NOT TESTED')
  })

  test('is started by one step and collected by another', async () => {
    vendor.passes()
    const first = await step({ mode: 'start' })
    expect({ exitCode: first.exitCode, conclusion: first.outputs['conclusion'], state: first.state['open-runs'] }).toEqual({
      exitCode: 0,
      conclusion: 'started',
      state: undefined,
    })
    await clock.sleep(60 * MINUTE)
    const second = await step({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '' })
    expect({ exitCode: second.exitCode, conclusion: second.outputs['conclusion'], started: vendor.started() }).toEqual({
      exitCode: 0,
      conclusion: 'passed',
      started: 1,
    })
  })

  test('is cancelled by a step of its own, or says that it cannot be', async () => {
    vendor.neverEnds()
    const first = await step({ mode: 'start' })
    const second = await step({ mode: 'cancel', 'run-id': first.outputs['run-id'] ?? '' })
    const isStopped = vendor.underWay() === 0
    const provider = await listings.find((listing) => listing.name === name)?.load()
    expect(provider?.takes.cancel).toBe(isStopped)
    expect({ exitCode: second.exitCode, conclusion: second.outputs['conclusion'] }).toEqual(
      isStopped ? { exitCode: 0, conclusion: 'cancelled' } : { exitCode: 1, conclusion: 'error' },
    )
  })

  test('writes reports that a reader of files can use', async () => {
    if (vendor.casesCannotFail === true) vendor.passes()
    else vendor.fails()
    const { outputs } = await step()
    const directory = outputs['report-directory'] ?? ''
    const isRed = outputs['conclusion'] === 'failed'
    expect((await readFile(join(directory, 'junit.xml'), 'utf8')).includes('<failure')).toBe(isRed)
    expect((await readFile(join(directory, 'ctrf.json'), 'utf8')).includes('"status":"failed"')).toBe(isRed)
    for (const name of ['summary.md', 'report.html'])
      expect(await readFile(join(directory, name), 'utf8')).toContain(isRed ? 'Failed' : 'Passed')
  })
})
