/** The log and the list of suites are for people: where they cannot be had, or safely shown, the verdict stands without them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import * as faults from '../../simulator/faults.ts'
import { pending } from '../../simulator/omilia/job-plan.ts'
import { GIT_TOKEN } from '../../simulator/omilia/project.ts'
import type { Omilia } from '../../simulator/omilia/studio.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { at, kept, type OmiliaStage, setOmilia } from '../omilia/stage.ts'
import type { StepRecord } from '../support/action.ts'

/** Looks at a run that says nothing of its own. */
const LOOKS = 3
const MIB = 1024 * 1024

const REFUSALS: readonly (readonly [string, Fault])[] = [
  ['500', faults.serverError(500)],
  ['429', faults.serverError(429, { retryAfter: '3000' })],
  ['403', faults.json({ detail: 'Forbidden' }, 403)],
  ['a redirect', faults.redirect('https://login.example/')],
  ['silence', faults.hang()],
]

function warnings({ annotations }: StepRecord, about: string): string[] {
  return annotations.map(({ message }) => message).filter((message) => message.includes(about))
}

function filesOf({ uploads }: StepRecord): string[] {
  return uploads.flatMap(({ files }) => files).filter((file) => file.includes('vendor'))
}

function withLog(...texts: readonly string[]): Fault {
  return faults.json({ data: [{ sectionName: 'Run', id: '1', content: texts.map((text) => ({ text })) }] })
}

/** What the page carries of the log of the only suite. */
async function logOf({ outputs }: StepRecord): Promise<unknown> {
  const page = await readFile(join(outputs['report-directory'] ?? '', 'report.html'), 'utf8')
  const [, data = ''] = /id="data">([^<]*)</.exec(page) ?? []
  return at(JSON.parse(data), 'suites.0.log')
}

describe.each(REFUSALS)('an answer of %s for good', (_, fault) => {
  test('to the call for the log is told once, and the result stands', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('logs').always(fault)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', passed: '2' })
    expect(warnings(step, 'the log of the run')).toHaveLength(1)
    expect(filesOf(step).map((file) => file.split('/').at(-1))).toEqual(['run.json', 'artifacts.zip'])
    expect(step.tookMs).toBeLessThan(4 * 60_000)
  })

  test('to the call for the suites is told once, and the result stands', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('suites').always(fault)
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', passed: '2' })
    expect(warnings(step, 'the test suites of the run')).toHaveLength(1)
    expect(step.tookMs).toBeLessThan(4 * 60_000)
  })
})

test('a list of suites in a shape of its own is told, and the result stands', async () => {
  const { omilia, run } = await setOmilia()
  omilia.on('suites').always(faults.json(['main']))
  const step = await run()
  expect([step.outputs['conclusion'], warnings(step, 'the test suites of the run').length]).toEqual(['passed', 1])
})

test('a log that fails for a moment at the end is asked for again, and kept whole', async () => {
  const { omilia, run, count } = await setOmilia()
  omilia.on('logs').answers(...Array.from({ length: LOOKS }, () => faults.normally()))
  omilia.on('logs').answers(faults.serverError(500), faults.reset('before acting'))
  const step = await run()
  expect([step.outputs['conclusion'], count('run'), count('logs')]).toEqual(['passed', LOOKS, LOOKS + 3])
  expect((await kept(step, 'logs.txt')).toString()).toContain('Cloning into')
  expect(warnings(step, 'log')).toEqual([])
})

test('what came is not asked for again while the archive does not come', async () => {
  const { omilia, run, count } = await setOmilia()
  omilia.on('artifacts').answers(...Array.from({ length: 8 }, () => faults.serverError(503)))
  const step = await run()
  expect([step.outputs['conclusion'], count('artifacts')]).toEqual(['passed', 9])
  expect([count('stats'), count('cases'), count('suites'), count('logs') - count('run')]).toEqual([1, 1, 1, 1])
})

describe('a log of more than 6 MiB', () => {
  const large = withLog('x'.repeat(6 * MIB))

  test('is told once and asked for once, and the result stands', async () => {
    const { omilia, run, count } = await setOmilia()
    omilia.nextRun().shows(pending(), pending())
    omilia.on('logs').always(large)
    const step = await run()
    expect([step.outputs['conclusion'], count('logs')]).toEqual(['passed', 1])
    expect(warnings(step, 'more than 6 MiB')).toHaveLength(1)
  })

  test('leaves the lines that were read while it was shorter', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().shows(pending(), pending())
    omilia.on('logs').answers(withLog('one'))
    omilia.on('logs').always(large)
    expect(await logOf(await run())).toEqual({ parts: [['Run', 'one']], lines: 1, leftOut: 0 })
  })
})

test('a list of test cases of more than 10 MiB is read', async () => {
  const { omilia, run } = await setOmilia()
  omilia.on('cases').always(faults.changed((honest) => ({ ...honest, body: `${String(honest.body)}${' '.repeat(11 * MIB)}` })))
  expect((await run()).outputs).toMatchObject({ conclusion: 'passed', passed: '2' })
})

test.each([
  ['missing', faults.json({ detail: 'Not Found' }, 404)],
  ['empty', faults.json({ data: [] })],
])('a log that was read and is %s at the end leaves no file that would be empty', async (_, fault) => {
  const { omilia, run } = await setOmilia()
  omilia.nextRun().shows(pending())
  omilia.on('logs').answers(withLog('one'))
  omilia.on('logs').always(fault)
  const step = await run()
  expect(await logOf(step)).toEqual({ parts: [['Run', 'one']], lines: 1, leftOut: 0 })
  expect(filesOf(step).filter((file) => file.endsWith('logs.txt'))).toEqual([])
})

describe('the Git token of a project that only the log shows', () => {
  const LINE = `cloning https://bot:${GIT_TOKEN}@gitlab.example`

  /** A run that was started before, and whose answers name no project unless they are to. */
  async function startedBefore(
    projectId: 'told' | 'not told' = 'not told',
  ): Promise<OmiliaStage & { collect(): Promise<StepRecord>; readonly omilia: Omilia }> {
    const stage = await setOmilia()
    const project = stage.omilia.project('On Git', { storage: 'git', cases: [passed('a')] })
    stage.omilia
      .nextRun()
      .shows(pending())
      .edited((job) => (projectId === 'told' ? job : { ...job, projectId: null }))
    const { outputs } = await stage.run({ mode: 'start', suite: project.id })
    stage.omilia.on('logs').always(withLog(LINE))
    const collect = () => stage.run({ mode: 'collect', suite: project.id, 'run-id': outputs['run-id'] ?? '' })
    return { ...stage, collect }
  }

  async function everythingOf(step: StepRecord): Promise<string> {
    const page = await readFile(join(step.outputs['report-directory'] ?? '', 'report.html'), 'utf8')
    return JSON.stringify([step.log, step.annotations, step.summaries, step.outputs, page])
  }

  test('is masked in mode collect, although the run does not name its project', async () => {
    const { collect } = await startedBefore()
    const step = await collect()
    expect([step.outputs['conclusion'], step.masks.includes(GIT_TOKEN)]).toEqual(['passed', true])
    const all = await everythingOf(step)
    expect([all.includes('cloning https://bot:***@gitlab.example'), all.includes(GIT_TOKEN)]).toEqual([true, false])
    expect(filesOf(step).filter((file) => file.endsWith('logs.txt'))).toEqual([])
  })

  test.each(REFUSALS)('is not shown where the project is answered with %s, and the result stands', async (_, fault) => {
    const { omilia, collect } = await startedBefore()
    omilia.on('project').always(fault)
    const step = await collect()
    expect(step.outputs['conclusion']).toBe('passed')
    expect((await everythingOf(step)).includes(GIT_TOKEN)).toBe(false)
    expect(warnings(step, 'the log of the run was not shown')).toHaveLength(1)
    expect(filesOf(step).filter((file) => file.endsWith('logs.txt'))).toEqual([])
    expect(await logOf(step)).toBeUndefined()
  })

  test('is not shown where the run names the project, which was given by its id and cannot be asked for', async () => {
    const { omilia, collect } = await startedBefore('told')
    omilia.on('project').always(faults.serverError(500))
    const step = await collect()
    expect([step.outputs['conclusion'], (await everythingOf(step)).includes(GIT_TOKEN)]).toEqual(['passed', false])
  })

  test('keeps nothing back for long: the log is shown as soon as the project answers', async () => {
    const { omilia, collect } = await startedBefore()
    omilia.on('project').answers(faults.serverError(500))
    const step = await collect()
    expect(step.outputs['conclusion']).toBe('passed')
    expect(await logOf(step)).toMatchObject({ parts: [['Run', 'cloning https://bot:***@gitlab.example']] })
  })
})
