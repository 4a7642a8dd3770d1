/** The mode `report` with artifacts that want to do harm, and with inputs that are wrong. */
import { describe, expect, test } from '@jest/globals'
import { ctrf } from '../../src/report/ctrf.ts'
import { readReport } from '../support/action.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import type { MemoryStore } from '../support/memory-store.ts'
import { job, PASSED, report, store, warnings } from '../support/report-stage.ts'
import { aFailedCase, anOutcome, aSuite, resultsOf } from '../support/results.ts'

describe('what stands in artifacts is hostile', () => {
  test('names and texts do no harm', async () => {
    for (const [index, text] of Object.values(HOSTILE_TEXTS).entries()) {
      const named = aSuite({
        suite: text,
        reasons: [text],
        said: text,
        results: resultsOf([aFailedCase({ name: text, message: text })]),
      })
      job(`hostile${index}`, [{ ...named, conclusion: 'failed', runUrl: 'javascript:alert(1)', runId: text }], {
        gate: text,
        noun: text,
        message: 'one failed',
      })
    }
    const step = await report({ 'expected-artifacts': String(Object.keys(HOSTILE_TEXTS).length) })
    expect(step.outputs['conclusion']).toBe('failed')
    expect(step.summaries.at(-1)).not.toMatch(/<script|<img|javascript:/i)
    for (const line of step.log) expect(line).not.toMatch(/^::|##\[|[\r\n]/)
    for (const [name, value] of Object.entries(step.outputs)) {
      expect([name, /[\r\u2028]|##\[/.test(value)]).toEqual([name, false])
      if (name !== 'run-id' && name !== 'run-url') expect([name, value.includes('\n')]).toEqual([name, false])
    }
    expect(step.outputs['run-url']).toBe('')
  })

  test('a name that the runner could take for a command is not downloaded', async () => {
    store.put('agent-test-gate-##[add-mask]x', { 'ctrf.json': [...ctrf(anOutcome([PASSED]))].join('') })
    const download: MemoryStore['download'] = () => Promise.reject(new Error('should not be asked for'))
    const step = await report({ 'expected-artifacts': '1' }, { store: { ...store, download } })
    expect(step.outputs).toMatchObject({
      conclusion: 'inconclusive',
      message: expect.stringContaining('could be taken for a command'),
    })
    expect(step.outputs['message']).not.toContain('##[')
  })

  test('our token is not told to anybody when an artifact holds it', async () => {
    const token = 'ghs_0123456789abcdefghij'
    job('echo', [
      aSuite({
        suite: `Suite ${token}`,
        conclusion: 'failed',
        reasons: [token],
        results: resultsOf([aFailedCase({ name: token })]),
      }),
    ])
    const step = await report({ 'expected-artifacts': '1', 'github-token': token })
    const files = await Promise.all(['ctrf.json', 'junit.xml', 'summary.md'].map((name) => readReport(step, name)))
    expect([...step.log, ...step.summaries, ...Object.values(step.outputs), ...files.map(String)].join('\n')).not.toContain(token)
  })
})

describe('inputs', () => {
  test('are told when they change nothing', async () => {
    job('smoke', [PASSED])
    const step = await report({
      'expected-artifacts': '1',
      'min-pass-rate': '90',
      'min-tests': '5',
      suite: 'X',
      quarantine: 'q.yml',
    })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(warnings(step)).toEqual([expect.stringMatching(/mode report does not use .*suite/)])
    for (const name of ['min-pass-rate', 'min-tests', 'suite', 'quarantine']) expect(warnings(step)[0]).toContain(name)
  })

  test('that are missing are told together, and nothing is listed', async () => {
    const list: MemoryStore['list'] = () => Promise.reject(new Error('should not be asked for'))
    const step = await report({ 'artifact-pattern': '', 'expected-artifacts': '' }, { store: { ...store, list } })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toMatch(/artifact-pattern is required.*expected-artifacts is required/)
  })
})
