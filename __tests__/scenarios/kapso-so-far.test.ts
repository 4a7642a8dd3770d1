/** Steps that end before all cases have: what had ended by then was paid for, and is shown. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { serverError } from '../../simulator/faults.ts'
import { type CaseScript, scored, testCase } from '../../simulator/kapso/test-case.ts'
import { parseStoredStep } from '../../src/stored-step.ts'
import { type KapsoStage, setKapsoStage } from '../kapso/stage.ts'
import { readReport, type StepRecord } from '../support/action.ts'

const MINUTE = 60_000
const SAID = 'It promised a refund that nobody may give.'
const ENDLESS = { lastsMs: Number.POSITIVE_INFINITY }
const FAILED_PASSED_ENDLESS: readonly CaseScript[] = [scored('A', 0.1, SAID), scored('B', 1), testCase('C', {}, ENDLESS)]

let workspace: string

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'workspace-'))
})
afterEach(() => rm(workspace, { recursive: true, force: true }))

/** Of three cases one fails, one passes, and one never ends. */
async function setEndlessStage(cases = FAILED_PASSED_ENDLESS): Promise<KapsoStage> {
  const stage = await setKapsoStage()
  stage.kapso.suite('Regression', cases)
  return stage
}

async function timedOut(changes: Readonly<Record<string, string>> = {}, cases = FAILED_PASSED_ENDLESS): Promise<StepRecord> {
  const { run } = await setEndlessStage(cases)
  const step = await run({ 'timeout-minutes': '5', ...changes })
  expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, 'timed-out'])
  expect(step.tookMs).toBeLessThanOrEqual(5 * MINUTE + 5000)
  return step
}

const KNOWN = { total: '3', passed: '1', failed: '1', skipped: '1', errored: '0', quarantined: '0' }

describe('what had ended', () => {
  test('at the deadline is counted, kept and shown, and no rate or mean is made of it', async () => {
    const step = await timedOut()
    expect(step.outputs).toMatchObject({ ...KNOWN, 'pass-rate': '', 'average-score': '', regressions: '', fixed: '' })
    expect(step.outputs['message']).toMatch(
      /^the time limit .* goes on at the vendor.*; the outcome of 2 of 3 cases was known by then; the other one counts as skipped, and the gate was not applied$/,
    )
    const [page = ''] = step.summaries
    expect(page).toMatch(/Failed cases \(1\).*It promised a refund.*Passed cases \(1\).*Skipped cases \(1\).*had not ended when/s)
    expect(page).not.toMatch(/Gate:|Pass&nbsp;rate/)
    expect(step.uploads[0]?.files.filter((file) => file.endsWith(join('Regression', 'test-runs.json')))).toHaveLength(1)
  })

  test('at a cancellation too', async () => {
    const { clock, run } = await setEndlessStage()
    const workflow = new AbortController()
    void clock.sleep(2 * MINUTE).then(() => workflow.abort())
    const step = await run({}, { cancelled: workflow.signal })
    expect(step.outputs).toMatchObject({ conclusion: 'cancelled', ...KNOWN })
    expect(step.tookMs).toBeLessThanOrEqual(2 * MINUTE + 5000)
    expect((await readReport(step, 'vendor/Regression/test-runs.json')).toString()).toContain(SAID)
  })

  test('when the budget for troubles is used up too', async () => {
    const { kapso, run } = await setEndlessStage()
    kapso.on('look').decides(({ at }) => (at > 2 * MINUTE ? serverError(500) : undefined))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor', ...KNOWN })
    expect(step.outputs['message']).toContain('the outcome of 2 of 3 cases was known by then')
  })

  test('is in the record as the vendor told it, also of the case that is under way', async () => {
    const { kapso, run } = await setEndlessStage()
    const step = await run({ 'timeout-minutes': '5' })
    const [a, b, c] = kapso.runs.map(({ id }) => id)
    expect(JSON.parse((await readReport(step, 'vendor/Regression/test-runs.json')).toString())).toEqual([
      { test_run: a, test_case: 'A', answer: { data: expect.objectContaining({ id: a, score: 0.1, feedback: SAID }) } },
      { test_run: b, test_case: 'B', answer: { data: expect.objectContaining({ id: b, score: 1 }) } },
      { test_run: c, test_case: 'C', pending: true, answer: { data: expect.objectContaining({ id: c, ended_at: null }) } },
    ])
  })

  test('is called by the names of the cases in a step that collects', async () => {
    const { run } = await setEndlessStage()
    const { outputs } = await run({ mode: 'start' })
    const step = await run({ mode: 'collect', 'run-id': outputs['run-id'] ?? '', 'timeout-minutes': '5' })
    expect(step.outputs).toMatchObject({ conclusion: 'timed-out', ...KNOWN })
    expect(step.summaries[0]).toMatch(/Skipped cases \(1\).*<code>C<\/code>/s)
  })

  test('is shown without the key where the vendor repeats it, and that file is kept back', async () => {
    const { kapso, run } = await setKapsoStage()
    const key = kapso.behaviour.apiKey
    kapso.suite('Regression', [scored('A', 0.1, `the key was ${key}`), testCase('C', { feedback: key }, ENDLESS)])
    const step = await run({ 'timeout-minutes': '5' })
    expect(step.outputs).toMatchObject({ conclusion: 'timed-out', failed: '1' })
    expect(step.summaries[0]).toContain('the key was')
    expect(JSON.stringify([step.log, step.summaries, step.outputs, step.annotations])).not.toContain(key)
    expect((await readReport(step, 'ctrf.json')).toString()).not.toContain(key)
    expect(step.uploads[0]?.files.filter((file) => file.includes('test-runs'))).toEqual([])
  })

  test('is nothing where no case had', async () => {
    const step = await timedOut({}, [testCase('C', {}, ENDLESS)])
    expect(step.outputs).toMatchObject({ total: '', passed: '', skipped: '' })
    expect(step.outputs['message']).not.toContain('was known by then')
    await expect(readReport(step, 'vendor/Regression/test-runs.json')).rejects.toThrow()
  })

  test.each([
    ['was started', [testCase('Refused', {}, { script: '' }), testCase('C', {}, ENDLESS)]],
    ['was started and none could be', [testCase('C', {}, ENDLESS), testCase('Refused', {}, { script: '' })]],
  ])('is nothing where no case that %s had', async (_, cases) => {
    const stage = await setEndlessStage(cases)
    stage.mayRefuse()
    const step = await stage.run({ 'timeout-minutes': '5' })
    expect(step.outputs).toMatchObject({ conclusion: 'timed-out', total: '' })
  })

  test('with a score off the scale is kept as it came, told with its case, and takes no other case away', async () => {
    const step = await timedOut({}, [scored('A', 9.5), scored('B', 1), testCase('C', {}, ENDLESS)])
    expect(step.outputs).toMatchObject({ total: '3', passed: '1', errored: '1', skipped: '1', 'error-kind': '' })
    expect(step.summaries.at(-1)).toContain('has a score off the scale')
    expect((await readReport(step, 'vendor/Regression/test-runs.json')).toString()).toContain('9.5')
  })
})

describe('a case that had not ended', () => {
  test('is no failure on the check, and the one that failed is', async () => {
    const { annotations } = await timedOut()
    const errors = annotations.filter(({ level }) => level === 'error').map(({ title, message }) => `${title}: ${message}`)
    expect(errors).toEqual([expect.stringMatching(/^Agent tests timed out: /), expect.stringMatching(/^Failed case \(1\): A\n/)])
    expect(errors[0]).not.toContain('Gate:')
  })

  test('is skipped in JUnit and CTRF, in which the step itself is in error', async () => {
    const step = await timedOut()
    const junit = (await readReport(step, 'junit.xml')).toString()
    expect(junit).toMatch(/<testsuites [^>]*tests="4" failures="1" errors="1"/)
    expect(junit).toMatch(/name="C"[^>]*>\s*<skipped message="it had not ended when the step did"/)
    const stored = parseStoredStep(await readReport(step, 'ctrf.json'))
    expect(stored).toMatchObject({
      state: 'read',
      outcome: {
        conclusion: 'timed-out',
        suites: [{ conclusion: 'timed-out', results: { isPartial: true, metrics: {}, counts: { total: 3, skipped: 1 } } }],
      },
    })
  })

  test('breaks no must-pass, and one that failed does', async () => {
    const pending = await timedOut({ 'must-pass': 'B\nC\nnobody' })
    expect(pending.outputs['message']).not.toContain('must-pass')
    const failed = await timedOut({ 'must-pass': '*' })
    expect(failed.outputs['message']).toMatch(/gate was not applied; must-pass asks for "\*", which failed$/)
  })

  test('makes no entry of the quarantine idle, and a failure that is in it does not count', async () => {
    const { run } = await setEndlessStage()
    const entry = (name: string): string => `- name: ${name}\n  reason: the sandbox is down\n  expires: 2026-12-31\n`
    await writeFile(join(workspace, 'quarantine.yml'), entry('A') + entry('nobody'))
    const step = await run({ 'timeout-minutes': '5', quarantine: 'quarantine.yml' }, { workspace })
    expect(step.outputs).toMatchObject({ conclusion: 'timed-out', ...KNOWN, failed: '0', quarantined: '1' })
    expect(step.annotations.map(({ level }) => level)).toEqual(['error'])
  })
})
