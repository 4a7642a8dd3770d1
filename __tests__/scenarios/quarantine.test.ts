/** Steps with a quarantine file. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readReport, type Stage, type StepRecord, setStage } from '../support/action.ts'
import { TWO_GOOD, utterances } from '../support/utterances.ts'

const entry = (name: string, more = '', expires = '2026-05-04'): string =>
  `- name: ${name}\n  reason: the sandbox is down\n  expires: ${expires}\n${more}`

/** Three good utterances and two bad ones, `bad 1` and `bad 2`, on 4 May 2026. */
async function runWith(file: string, inputs: Readonly<Record<string, string>> = {}): Promise<{ step: StepRecord; stage: Stage }> {
  const stage = await setStage()
  stage.kore.suite('Regression', utterances(3, 2))
  await writeFile(join(stage.temporary, 'quarantine.yml'), file)
  return { step: await stage.run({ quarantine: 'quarantine.yml', ...inputs }), stage }
}

test('failures in quarantine are shown and do not count', async () => {
  const { step } = await runWith(entry('bad *'))
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'passed'])
  expect(step.outputs).toMatchObject({ total: '5', passed: '3', failed: '0', quarantined: '2', 'pass-rate': '100.00' })
  expect(step.outputs['message']).toBe('all 3 utterances that count passed (2 failed in quarantine)')
  expect((await readReport(step, 'ctrf.json')).toString()).toContain('the sandbox is down')
  expect(step.summaries[0]).toContain('the sandbox is down')
  expect(step.annotations.filter(({ level }) => level === 'error')).toEqual([])
})

test('failures beside those in quarantine count', async () => {
  const { step } = await runWith(entry('bad 1'))
  expect(step.outputs).toMatchObject({ conclusion: 'failed', failed: '1', quarantined: '1', 'pass-rate': '75.00' })
  expect(step.outputs['message']).toMatch(/^1 of 4 utterances failed/)
})

test.each([
  ['an entry for another suite', entry('bad *', '  suite: Smoke\n')],
  ['an entry that expired', entry('bad *', '', '2026-05-03')],
  ['an empty file', ''],
])('%s excuses nothing', async (_, file) => {
  const { step } = await runWith(file)
  expect(step.outputs).toMatchObject({ conclusion: 'failed', failed: '2', quarantined: '0' })
})

test('an entry that expired, and one that matches no case, are told once', async () => {
  const { step } = await runWith(entry('bad *', '', '2026-05-03') + entry('nobody'))
  const warnings = step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  expect(warnings).toEqual([expect.stringMatching(/"bad \*" expired on 2026-05-03.*"nobody" matches no case/)])
  expect(step.summaries[0]).toContain('expired on 2026-05-03')
})

test('what must pass is not excused', async () => {
  const { step } = await runWith(entry('bad *'), { 'must-pass': 'bad 2' })
  expect(step.outputs).toMatchObject({ conclusion: 'failed', failed: '1', quarantined: '1', 'pass-rate': '75.00' })
  expect(step.outputs['message']).toMatch(/^must-pass asks for "bad 2", which failed; 1 of 4 utterances/)
  const [, ...cases] = step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
  expect(cases).toEqual([expect.stringMatching(/^bad 2\n.*expected .*found /s)])
  const [page = ''] = step.summaries
  expect(page).toMatch(/❌ Failed utterances \(1\).*bad 2/s)
  expect(page).toContain('ust-pass overrides quarantine, so this failure counts')
  expect(page).toContain('failed, but not counted (1)')
  expect((await readReport(step, 'junit.xml')).toString()).toMatch(/<testcase name="bad 2"[^>]*>\s*<failure/)
})

test('a suite of which all failures are in quarantine, and nothing else ran, proves nothing', async () => {
  const stage = await setStage()
  stage.kore.suite('Regression', utterances(0, 2))
  await writeFile(join(stage.temporary, 'quarantine.yml'), entry('"*"'))
  const step = await stage.run({ quarantine: 'quarantine.yml' })
  expect([step.exitCode, step.outputs['conclusion'], step.outputs['pass-rate']]).toEqual([1, 'inconclusive', ''])
})

describe('a bad file is an error of the configuration before anything is sent', () => {
  test.each([
    ['a mistake in it', '- name: a\n  expires: tomorrow\n', /line 1 column 3: the entry has no reason; .*expires is "tomorrow"/],
    ['no YAML', '- name: "a\n', /line 2 column 1: this is not valid YAML: Missing closing/],
  ])('%s', async (_, file, message) => {
    const { step, stage } = await runWith(file)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', message: expect.stringMatching(message) })
    expect([step.exitCode, stage.kore.requests]).toEqual([1, []])
  })

  test.each([
    ['absent.yml', /^quarantine: "absent.yml" is not there/],
    ['../../etc/hostname', /is not there|leads out of the workspace/],
  ])('%s', async (path, message) => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const step = await run({ quarantine: path })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', message: expect.stringMatching(message) })
    expect(kore.requests).toEqual([])
  })
})
