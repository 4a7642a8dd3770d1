/** The log of a run of Testing Studio as the page of the step shows it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { pending, started } from '../../simulator/omilia/job-plan.ts'
import { GIT_TOKEN } from '../../simulator/omilia/project.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { MOST_LOG_BYTES } from '../../src/log-end.ts'
import { at, kept, oneFailed, setOmilia } from '../omilia/stage.ts'
import type { StepRecord } from '../support/action.ts'

function fileOf({ outputs }: StepRecord, name: string): Promise<string> {
  return readFile(join(outputs['report-directory'] ?? '', name), 'utf8')
}

/** What the page carries of the log of a suite. */
async function logOf(step: StepRecord, suite = 0): Promise<unknown> {
  const [, data = ''] = /id="data">([^<]*)</.exec(await fileOf(step, 'report.html')) ?? []
  return at(JSON.parse(data), `suites.${suite}.log`)
}

function answer(...texts: readonly string[]): object {
  return { data: [{ sectionName: 'Run Test Suites', id: '1', content: texts.map((text) => ({ text })) }] }
}

describe('the page', () => {
  test('has the log of a run that is over, section by section as in the file that is kept', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().cases(...oneFailed())
    const step = await run()
    const log = await logOf(step)
    expect(log).toMatchObject({ leftOut: 0, file: 'vendor/Airline/logs.txt' })
    expect(at(log, 'parts.0.0')).toBe('Clone Repository')
    expect(at(log, 'parts.0.1')).toContain("Cloning into '/workspace/x'...\nTask completed successfully")
    expect(at(log, 'parts.1')).toEqual([
      'Run Test Suites',
      expect.stringMatching(/Running test suites[\s\S]*cancel a flight : fail/),
    ])
    const whole = (await kept(step, 'logs.txt')).toString()
    const lines = String(at(log, 'parts.1.1')).split('\n')
    expect(lines.filter((line) => !whole.includes(`${line}\n`))).toEqual([])
    expect(await fileOf(step, 'ctrf.json')).not.toContain('Cloning into')
  })

  test('has the log of a run that broke', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().ends('FAILURE').cases().stats(null).log(answer('Cloning', 'fatal: repository not found'))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
    expect(await logOf(step)).toEqual({
      parts: [['Run Test Suites', 'Cloning\nfatal: repository not found']],
      ...{ lines: 2, leftOut: 0, file: 'vendor/Airline/logs.txt' },
    })
  })

  test('has what was seen of the log of a run that never ended', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().neverEnds().log(answer('waiting for a free worker'))
    const step = await run({ 'timeout-minutes': '2' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(await logOf(step)).toEqual({ parts: [['Run Test Suites', 'waiting for a free worker']], lines: 1, leftOut: 0 })
  })

  test('has the whole log where the looks saw a part of it, and the looks’ part where the end has none', async () => {
    const { omilia, run } = await setOmilia()
    omilia.nextRun().shows(pending(), started()).log(answer('one', 'two'))
    omilia.on('logs').answers(faults.json(answer('one')), faults.serverError(500), faults.serverError(500))
    expect(await logOf(await run())).toMatchObject({ parts: [['Run Test Suites', 'one\ntwo']] })
    omilia.nextRun().shows(pending())
    omilia.on('logs').answers(faults.json(answer('one')))
    omilia.on('logs').always(faults.json({ detail: 'Not Found' }, 404))
    expect(await logOf(await run())).toMatchObject({ parts: [['Run Test Suites', 'one']] })
  })

  test('has no log where the vendor gives none', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('logs').always(faults.json({ detail: 'Not Found' }, 404))
    expect(await logOf(await run())).toBeUndefined()
  })

  test('has the end of a long log, and says how much is left out', async () => {
    const { omilia, run } = await setOmilia()
    const texts = Array.from({ length: 6000 }, (_, index) => `line ${index} ${'x'.repeat(90)}`)
    omilia
      .nextRun()
      .shows(pending())
      .log(answer(...texts))
    const step = await run()
    const log = await logOf(step)
    const shown = String(at(log, 'parts.0.1'))
    expect(shown.length).toBeLessThanOrEqual(MOST_LOG_BYTES)
    expect(shown.endsWith(texts.at(-1) ?? '')).toBe(true)
    expect(Number(at(log, 'lines')) + Number(at(log, 'leftOut'))).toBe(6000)
    expect((await kept(step, 'logs.txt')).toString()).toContain('line 0 ')
  })
})

describe('a credential in the log', () => {
  test('is in no file of ours, whichever it is', async () => {
    const { omilia, run } = await setOmilia()
    const { apiKey } = omilia.behaviour
    const project = omilia.project('On Git', { storage: 'git', cases: [passed('a')] })
    const texts = [
      `Authorization: ${apiKey} ${Buffer.from(apiKey).toString('base64')}`,
      `cloning https://bot:${GIT_TOKEN}@gitlab.example`,
      `${'x'.repeat(1990)}${apiKey}`,
      `hidden ${apiKey.slice(0, 9)}\u200b${apiKey.slice(9)}`,
      '</script><script>alert(1)</script> ##[error]owned',
    ]
    for (const plan of [omilia.nextRun(), omilia.nextRun().neverEnds()]) plan.log(answer(...texts))
    for (const inputs of [{ suite: project.id }, { suite: project.id, 'timeout-minutes': '2' }]) {
      const step = await run(inputs)
      const shown = at(await logOf(step), 'parts.0.1')
      expect(shown).toContain('Authorization: *** ***\ncloning https://bot:***@gitlab.example\n')
      expect(shown).toContain('hidden ***\n</script><script>alert(1)</script> ##[error]owned')
      for (const name of ['report.html', 'ctrf.json', 'junit.xml', 'summary.md']) {
        const text = await fileOf(step, name)
        for (const secret of [apiKey, apiKey.slice(0, 20), GIT_TOKEN]) expect(text).not.toContain(secret)
        expect(text).not.toContain('<script>alert(1)')
      }
    }
  })
})
