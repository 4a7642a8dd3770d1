/** Generations of test cases, the whole action through `src`. */
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { zipArchive, zipOf } from '../../simulator/omilia/archive.ts'
import { started } from '../../simulator/omilia/job-plan.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { at, kept, passwordSignIn, setOmilia } from '../omilia/stage.ts'

const MINUTE = 60_000

describe('a generation', () => {
  test('is green with a case for each file of its archive, which is kept byte for byte', async () => {
    const { omilia, run, asked } = await setOmilia('omilia-generation')
    const archive = zipOf({ 'tests/': '', 'tests/a.json': '{}', 'tests/b.json': '{"b":1}' })
    omilia.nextGeneration().archive(archive)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2', passed: '2' })
    expect((await kept(step, 'artifacts.zip')).equals(archive)).toBe(true)
    expect(at(JSON.parse((await kept(step, 'run.json')).toString()), 'generation.runId')).toBe(step.outputs['run-id'])
    expect(step.summaries.at(-1)).toContain('a.json')
    expect(asked()).toEqual([
      'projects',
      'generations',
      'generate',
      'generations',
      'generations',
      'generations',
      'generation artifacts',
    ])
  })

  test('shows how far it is', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.nextGeneration().shows(started(1, 2), started(1, 2))
    expect((await run()).log.join('\n')).toContain('running, 50 % (1 of 2 jobs)')
  })

  test('sends what was given, and a boolean for overwrite', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    const body = (index: number): unknown =>
      JSON.parse(omilia.requests.filter(({ operation }) => operation === 'generate')[index]?.body.toString() ?? '')
    await run()
    const step = await run({ group: 'g', 'test-suite': 'one,two', 'simulation-data': 'Ani,Dnis', overwrite: 'TRUE' })
    expect(body(0)).toEqual({ projectId: expect.any(String), overwrite: false })
    expect(body(1)).toEqual({
      projectId: expect.any(String),
      group: 'g',
      testSuite: 'one,two',
      simulationData: 'Ani,Dnis',
      overwrite: true,
    })
    expect(step.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)).toEqual([
      expect.stringContaining('overwrite'),
    ])
  })

  test.each([
    ['FAILURE', 'as a failure'],
    ['REVOKED', 'revoked'],
  ])('that ends as %s is an error of the vendor', async (word, message) => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.nextGeneration().ends(word).archive(null)
    expect((await run()).outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'vendor',
      message: expect.stringContaining(message),
    })
  })

  test('that made nothing is inconclusive', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.nextGeneration().archive(zipOf({ 'tests/': '' }))
    expect((await run()).outputs).toMatchObject({ conclusion: 'inconclusive', total: '0' })
  })

  test('that goes on after the deadline says that it cannot be stopped', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.nextGeneration().neverEnds()
    const { outputs } = await run({ 'timeout-minutes': '3' })
    expect(outputs).toMatchObject({ conclusion: 'timed-out', message: expect.stringContaining('no way to stop it') })
  })

  test('that the list does not know is waited for in the first minute, and then an error of the inputs', async () => {
    const { run } = await setOmilia('omilia-generation')
    const { outputs, tookMs } = await run({ mode: 'collect', 'run-id': 'ee6a56f0-1d2b-4266-bbe8-d4374156c400' })
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', message: expect.stringContaining('run-id') })
    expect(tookMs).toBeGreaterThanOrEqual(MINUTE)
  })

  test('whose start was lost is found in the list and adopted', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.on('generate').answers(faults.reset('inside the body'))
    const { outputs } = await run({ 'simulation-data': 'Ani', overwrite: 'true' })
    expect([outputs['conclusion'], outputs['run-id'], omilia.jobs.length]).toEqual(['passed', omilia.jobs[0]?.runId, 1])
  })

  test('of an hour lives through the expiries of its tokens', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.nextGeneration().lasts(60 * MINUTE)
    expect((await run({ ...passwordSignIn(omilia), 'timeout-minutes': '90' })).outputs['conclusion']).toBe('passed')
  })

  test('of a project that is found by its id', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    const project = omilia.project('Other', { cases: [passed('a')] })
    expect((await run({ suite: project.id })).outputs).toMatchObject({ conclusion: 'passed', total: '1' })
  })
})

describe('its archive', () => {
  test('is waited for when it comes after the end', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.nextGeneration().archiveLate(3)
    expect((await run()).outputs['conclusion']).toBe('passed')
  })

  test.each([
    ['never comes', (job: object) => ({ ...job, artifact: null }), /there is none/],
    ['has expired', (job: object) => ({ ...job, artifact: { isExpired: true } }), /has expired/],
  ])('that %s is an error of the vendor', async (_, edit, message) => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.nextGeneration().edited(edit)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor', message: expect.stringMatching(message) })
  })

  test.each([
    ['is no ZIP', Buffer.from('<h1>gone</h1>')],
    ['is half of one', zipOf({ 'a.json': '{}' }).subarray(0, 60)],
    ['is broken inside', Buffer.concat([zipOf({ 'a.json': '{}' }), Buffer.from('more')])],
  ])('that %s is inconclusive, and kept as it came', async (_, archive) => {
    const { omilia, run, count } = await setOmilia('omilia-generation')
    omilia.nextGeneration().archive(archive)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', message: expect.stringContaining('cannot be read') })
    expect((await kept(step, 'artifacts.zip')).equals(archive)).toBe(true)
    expect(count('generation artifacts')).toBeLessThanOrEqual(3)
  })

  test.each([
    ['leads out of itself', zipOf({ '../../etc/passwd': 'x' })],
    ['holds a link', zipArchive([{ name: 'a', content: '/etc/passwd', mode: 0o120777 }])],
    ['has a wrong checksum', zipArchive([{ name: 'a', content: 'x', crc: 7 }])],
    ['is a bomb', zipOf({ a: 'x'.repeat(4 * 1024 * 1024) })],
  ])('that %s is refused, and kept as it came', async (_, archive) => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.nextGeneration().archive(archive)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'security' })
    expect((await kept(step, 'artifacts.zip')).equals(archive)).toBe(true)
  })

  test('that breaks off once is fetched again', async () => {
    const { omilia, run, count } = await setOmilia('omilia-generation')
    omilia.on('generation artifacts').answers(faults.truncated('without length'))
    expect([(await run()).outputs['conclusion'], count('generation artifacts')]).toEqual(['passed', 2])
  })
})

describe('a golden dialog', () => {
  const ID = '76a070229d046b5d2bdb0bd5cc36b70f37d760de.1681819138546.b94bd85ea868402eb82cb42446a473e3'
  const DIALOG = '{ "steps": [ {"utterance": "hello"} ] }\n'

  test('is kept byte for byte, and fetched once', async () => {
    const { omilia, run, count } = await setOmilia('omilia-generation')
    omilia.dialog(ID, DIALOG)
    const step = await run({ 'golden-dialog-id': ID })
    expect((await kept(step, 'golden-dialog.json')).toString()).toBe(DIALOG)
    expect([step.outputs['conclusion'], count('golden dialog')]).toEqual(['passed', 1])
  })

  test('is fetched once for several suites that begin together', async () => {
    const { omilia, run, count } = await setOmilia('omilia-generation')
    omilia.project('Bank', { cases: [passed('a')] })
    omilia.dialog(ID, DIALOG)
    const step = await run({ suite: 'Airline\nBank', 'golden-dialog-id': ID })
    expect([step.outputs['conclusion'], count('golden dialog')]).toEqual(['passed', 1])
  })

  test('is kept in a step that collects as well', async () => {
    const { omilia, run } = await setOmilia('omilia-generation')
    omilia.dialog(ID, DIALOG)
    const first = await run({ mode: 'start' })
    const step = await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '', 'golden-dialog-id': ID })
    expect((await kept(step, 'golden-dialog.json')).toString()).toBe(DIALOG)
  })

  test('that nobody knows is an error before anything is generated', async () => {
    const { run, count, mayRefuse } = await setOmilia('omilia-generation')
    mayRefuse()
    const { outputs, log } = await run({ 'golden-dialog-id': ID })
    expect(outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'config',
      message:
        'golden-dialog-id: Omilia does not know this dialog (HTTP 404); copy the id again from the console or from a test case, and check base-url',
    })
    expect([count('generate'), log.join('\n')]).toEqual([0, expect.stringContaining('Dialog does not exist')])
  })

  test('that is a page and no JSON is an answer of the wrong shape', async () => {
    const { omilia, run, count } = await setOmilia('omilia-generation')
    omilia.on('golden dialog').always(faults.html(200))
    expect((await run({ 'golden-dialog-id': ID })).outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'contract',
      message: expect.stringMatching(/^Omilia's answer with the golden dialog is not JSON; check base-url/),
    })
    expect(count('generate')).toBe(0)
  })
})
