import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { running } from '../../simulator/kore/batch-run.ts'
import { OUTPUTS } from '../../src/outputs.ts'
import type { ArtifactStore } from '../../src/rim.ts'
import { readReport, setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD, utterances } from '../support/utterances.ts'

describe('trouble with the artifact warns and changes nothing', () => {
  const refuse = () => Promise.reject(new Error('Failed request: (403) Forbidden: Resource not accessible'))
  const troubles: readonly [string, Partial<ArtifactStore>, string][] = [
    ['refuses', { upload: refuse }, 'stands: the service answered 403'],
    ['throws no error', { upload: () => Promise.reject('gone') }, 'stands; see the log for the cause'],
    ['never answers', { upload: () => new Promise(() => undefined) }, 'stands: it was not done after 5 min'],
  ]

  test.each(troubles)('when the service %s', async (_, store, cause) => {
    for (const [suite, conclusion] of [
      [TWO_GOOD, 'passed'],
      [[...TWO_GOOD, ONE_BAD], 'failed'],
    ] as const) {
      const { kore, run } = await setStage()
      kore.suite('Regression', suite)

      const step = await run({}, { store })

      expect(step.exitCode).toBe(conclusion === 'passed' ? 0 : 1)
      expect(step.outputs).toMatchObject({ conclusion, 'artifact-id': '', 'artifact-url': '' })
      const warnings = step.annotations.filter(({ level }) => level === 'warning')
      expect(warnings).toEqual([
        expect.objectContaining({ message: `the artifact could not be written or uploaded; the verdict ${cause}` }),
      ])
      expect(step.summaries.at(-1)).not.toContain('artifacts/')
      expect(step.tookMs).toBeLessThan(7 * 60_000)
    }
  })

  test('and after the deadline it gets but a few seconds', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(3))
    const step = await run({ 'timeout-minutes': '5' }, { store: { upload: () => new Promise(() => undefined) } })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(step.tookMs).toBeLessThanOrEqual(305_000)
  })
})

describe('the artifact', () => {
  test('is linked in the job summary once it is there, and not in the copy that it holds', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const step = await run({ 'retention-days': '14' })
    expect(step.summaries).toHaveLength(2)
    expect(step.summaries[0]).not.toContain('artifacts/7')
    expect(step.summaries[1]).toContain('https://github.com/o/r/actions/runs/1/artifacts/7')
    expect((await readReport(step, 'summary.md')).toString()).toBe(step.summaries[0])
    expect(step.outputs).toMatchObject({
      'artifact-id': '7',
      'artifact-url': 'https://github.com/o/r/actions/runs/1/artifacts/7',
    })
    expect(step.uploads[0]?.retentionDays).toBe(14)
  })

  test('is not uploaded where that is not wanted', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const step = await run({ artifact: 'false' })
    expect(step.uploads).toEqual([])
    expect(step.summaries).toHaveLength(1)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', 'artifact-id': '', 'artifact-url': '' })
    expect((await readReport(step, 'junit.xml')).length).toBeGreaterThan(0)
  })

  test('goes up after verdict, outputs and summary are safe', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    const done: string[] = []
    const store: Partial<ArtifactStore> = {
      async upload({ name, root, files }) {
        done.push(...(await readdir(root)), ...files.map((file) => relative(root, file).split(sep).join('/')))
        return { name, id: '3', url: 'https://github.com/o/r/actions/runs/1/artifacts/3' }
      },
    }
    const step = await run({}, { store })
    expect(done).toEqual(
      expect.arrayContaining(['ctrf.json', 'junit.xml', 'summary.md', 'vendor', 'vendor/Regression/results.csv']),
    )
    const order = step.outputHistory.map(([name]) => name)
    expect(order.indexOf('conclusion')).toBeLessThan(order.lastIndexOf('artifact-id'))
  })
})

describe('annotations', () => {
  test('are an overview, and then the worst nine', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(5, 12))
    const { annotations } = await run()
    expect(annotations).toHaveLength(10)
    expect(annotations.every(({ level }) => level === 'error')).toBe(true)
    expect(annotations[0]?.message).toMatch(/12 of 17 utterances failed/)
    expect(annotations[0]?.message).toMatch(/worst 9 of 12/)
  })

  test('are not made where they are not wanted, also of wrong inputs', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', utterances(5, 12))
    expect((await run({ annotations: 'false' })).annotations).toEqual([])
    expect((await run({ annotations: 'false', 'bot-version': 'x' })).annotations).toEqual([])
  })
})

describe('the report directory', () => {
  test('is the folder that is wanted, where it is new', async () => {
    const { kore, run, temporary } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const wanted = join(temporary, 'made', 'for', 'this')
    const step = await run({ 'report-directory': wanted })
    expect(step.outputs['report-directory']).toBe(wanted)
    expect((await readdir(wanted)).toSorted()).toEqual(expect.arrayContaining(['ctrf.json', 'junit.xml', 'summary.md', 'vendor']))
  })

  test('is a fresh one inside it, where something lies there already', async () => {
    const { kore, run, temporary } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const wanted = join(temporary, 'kept')
    await mkdir(wanted)
    await writeFile(join(wanted, 'junit.xml'), 'of another step')
    const step = await run({ 'report-directory': wanted })
    const fresh = step.outputs['report-directory'] ?? ''
    expect(relative(wanted, fresh)).toMatch(/^agent-test-gate-/)
    expect(step.log.join('\n')).toContain(
      `report-directory is not empty: what lies there stays as it is, and the files of this step go to a new folder, ${fresh}`,
    )
    expect(step.uploads[0]?.files.every((file) => file.startsWith(fresh + sep))).toBe(true)
  })

  test('is another one for each step on the same machine', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const [first, second] = [await run(), await run()]
    expect(first.outputs['report-directory']).not.toBe(second.outputs['report-directory'])
  })

  test('that cannot be made is a mistake of the inputs, told before any request', async () => {
    const { kore, run, temporary } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    await writeFile(join(temporary, 'file'), 'no folder')
    const step = await run({ 'report-directory': join(temporary, 'file') })
    expect(kore.requests).toEqual([])
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toMatch(/report-directory/)
  })
})

test('every output is set, once the step is over, however it ended', async () => {
  for (const script of ['passes', 'fails', 'breaks off', 'never ends']) {
    const { kore, run } = await setStage()
    kore.suite('Regression', script === 'fails' ? [ONE_BAD] : TWO_GOOD)
    if (script === 'breaks off') kore.nextRun().shows({ status: 'failed', ended: false, withFile: false })
    if (script === 'never ends') kore.nextRun().shows(running(1))
    const step = await run()
    expect(OUTPUTS.filter((name) => step.outputs[name] === undefined)).toEqual([])
    expect(step.outputs['report-directory']).toMatch(/agent-test-gate-/)
    expect(step.outputs['message']?.length).toBeGreaterThan(10)
  }
})

test('a run without results has no counts in its outputs, and is an error in the files', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  kore.nextRun().shows({ status: 'failed', ended: false, withFile: false })
  const step = await run()
  for (const name of ['total', 'passed', 'failed', 'errored', 'skipped', 'flaky', 'pass-rate', 'f1'])
    expect(step.outputs[name]).toBe('')
  expect((await readReport(step, 'junit.xml')).toString()).toContain('<error')
  expect(JSON.parse((await readReport(step, 'ctrf.json')).toString())).toMatchObject({
    results: { summary: { tests: 1, passed: 0, other: 1 } },
  })
})

test('1,000 long utterances that all failed are told within what GitHub takes', async () => {
  const { kore, run } = await setStage()
  kore.suite(
    'Regression',
    utterances(0, 1000).map((each, index) => ({ ...each, input: `${index} ${'ü'.repeat(700)}` })),
  )
  const step = await run()
  expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '1000', failed: '1000' })
  for (const page of step.summaries) expect(Buffer.byteLength(page)).toBeLessThan(1024 * 1024)
  for (const { message } of step.annotations) expect(message.length).toBeLessThanOrEqual(4096)
  expect(step.outputs['message']?.length).toBeLessThanOrEqual(500)
})
