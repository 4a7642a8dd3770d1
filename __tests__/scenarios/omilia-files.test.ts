/** What a step keeps of a run of Testing Studio. */
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { zipOf } from '../../simulator/omilia/archive.ts'
import { GIT_TOKEN } from '../../simulator/omilia/project.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { at, kept, setOmilia } from '../omilia/stage.ts'

describe('what is kept', () => {
  test('is the archive byte for byte, the run, and its log', async () => {
    const { omilia, run } = await setOmilia()
    const archive = zipOf({ 'report.csv': 'a,b\n', '../odd': 'kept as it came' })
    omilia.nextRun().archive(archive)
    const step = await run()
    expect((await kept(step, 'artifacts.zip')).equals(archive)).toBe(true)
    expect(step.uploads.flatMap(({ files }) => files).filter((file) => file.includes('vendor'))).toHaveLength(3)
    const record: unknown = JSON.parse((await kept(step, 'run.json')).toString())
    expect(at(record, 'run.runId')).toBe(step.outputs['run-id'])
    expect([at(record, 'stats.pass'), at(record, 'suites.1.testSuiteName'), at(record, 'testCases.1.testCaseName')]).toEqual([
      2,
      'test_suite_2',
      'cancel a flight',
    ])
    expect((await kept(step, 'logs.txt')).toString()).toMatch(
      /== Clone Repository \(\S+\)\n[\s\S]*Cloning into[\s\S]*== Load Test Suites/,
    )
  })

  test('holds no project, and no Git token anywhere', async () => {
    const { omilia, run } = await setOmilia()
    const project = omilia.project('On Git', { storage: 'git', cases: [passed('a')] })
    omilia.nextRun().edited((job) => ({ ...job, project: { gitToken: GIT_TOKEN }, gitToken: GIT_TOKEN }))
    const log = {
      data: [{ sectionName: 'Clone', id: '1', content: [{ text: `Cloning https://bot:${GIT_TOKEN}@gitlab.example` }] }],
    }
    omilia
      .nextRun()
      .edited((job) => job)
      .log(log)
    const first = await run({ suite: project.id })
    const second = await run({ suite: 'On Git' })
    expect((await kept(first, 'run.json', project.id)).toString()).not.toContain('gitToken')
    for (const { masks, ...told } of [first, second]) {
      expect(masks).toContain(GIT_TOKEN)
      expect(JSON.stringify(told)).not.toContain(GIT_TOKEN)
    }
    expect(second.uploads.flatMap(({ files }) => files).filter((file) => file.endsWith('logs.txt'))).toEqual([])
    expect(second.annotations.map(({ message }) => message).join()).toContain('logs.txt contains one of the step')
  })

  test('waits a little for an archive that comes after the end', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().archiveLate(2)
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect((await kept(step, 'artifacts.zip')).subarray(0, 2).toString()).toBe('PK')
  })

  test.each([
    ['that never comes', (job: object) => ({ ...job, artifact: null }), 0],
    [
      'that has expired',
      (job: object) => ('artifact' in job && job.artifact !== null ? { ...job, artifact: { isExpired: true } } : job),
      0,
    ],
    ['that is told in a way of its own', (job: object) => ({ ...job, artifact: 'yes' }), 1],
  ])('is the rest, where there is an archive %s', async (_, edit, downloads) => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().edited(edit)
    const step = await run()
    expect([step.outputs['conclusion'], count('artifacts')]).toEqual(['passed', downloads])
    expect(step.log.join('\n').includes('the archive of the run is not kept')).toBe(downloads === 0)
    expect(step.tookMs).toBeLessThan(2 * 60_000)
  })

  test('is fetched again when it broke off, seen by its length or by its end record', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia
      .on('artifacts')
      .answers(faults.truncated('without length'), faults.reset('inside the body'), faults.truncated('chunked'))
    const step = await run()
    expect([step.outputs['conclusion'], count('artifacts')]).toEqual(['passed', 4])
    expect((await kept(step, 'artifacts.zip')).includes('PK\x05\x06')).toBe(true)
  })

  test('is an error of the network when it breaks off for good', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('artifacts').always(faults.truncated('without length'))
    expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network' })
  })

  test('is the rest, where the archive is told and cannot be found', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('artifacts').always(faults.json({ detail: 'Artifact not found' }, 404))
    const step = await run()
    expect([step.outputs['conclusion'], step.log.join('\n')]).toEqual([
      'passed',
      expect.stringContaining('not kept: there is none'),
    ])
  })

  test('is an error of sign-in when the archive is refused', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('artifacts').always(faults.json({ detail: 'no' }, 403))
    expect((await run()).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'auth' })
  })

  test('comes from no other host, unless it is named in download-hosts', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('artifacts').answers(faults.redirect('http://localhost:1/artifacts.zip'))
    expect((await run()).outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'security',
      message: expect.stringContaining('download-hosts'),
    })
  })
})
