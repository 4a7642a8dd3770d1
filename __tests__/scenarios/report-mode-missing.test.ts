/** The mode `report` where a job died, an artifact is broken, or the artifact service gives nothing. */
import { describe, expect, test } from '@jest/globals'
import { zipArchive } from '../../simulator/omilia/archive.ts'
import { ctrf } from '../../src/report/ctrf.ts'
import { readReport } from '../support/action.ts'
import type { MemoryStore } from '../support/memory-store.ts'
import { job, PASSED, report, store, warnings } from '../support/report-stage.ts'
import { anOutcome } from '../support/results.ts'

describe('a job that died cannot be overlooked', () => {
  test('fewer artifacts than expected are inconclusive', async () => {
    job('smoke', [PASSED])
    const step = await report({ 'expected-artifacts': '3' })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', message: expect.stringMatching(/^only 1 of 3 expected/) })
    expect((await readReport(step, 'junit.xml')).toString()).toMatch(/<error[^>]*only 1 of 3 expected/)
  })

  test('none at all is inconclusive', async () => {
    const step = await report()
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', message: expect.stringMatching(/^only 0 of 2/), total: '' })
  })

  test('artifacts of another name are none', async () => {
    job('smoke', [PASSED])
    store.put('coverage', { 'ctrf.json': '{}' })
    expect((await report()).outputs['message']).toMatch(/^only 1 of 2/)
  })

  test('more than expected are a warning', async () => {
    job('smoke', [PASSED])
    const step = await report({ 'expected-artifacts': '1' })
    expect(warnings(step)).toEqual([])
    job('new', [{ ...PASSED, suite: 'New' }])
    const later = await report({ 'expected-artifacts': '1' })
    expect(later.outputs['conclusion']).toBe('passed')
    expect(warnings(later)).toEqual([expect.stringMatching(/^2 artifacts, but expected-artifacts is 1; was a job added/)])
  })

  const whole = [...ctrf(anOutcome([PASSED]))].join('')
  const broken: readonly (readonly [string, Readonly<Record<string, string>> | Uint8Array, RegExp])[] = [
    ['that is empty', {}, /no ctrf\.json/],
    ['with other files alone', { 'results.csv': 'a' }, /no ctrf\.json/],
    ['with the file in a folder', { 'report/ctrf.json': whole }, /no ctrf\.json/],
    ['with an empty file', { 'ctrf.json': '' }, /ctrf\.json is not JSON/],
    ['with half a file', { 'ctrf.json': whole.slice(0, -50) }, /ctrf\.json is not JSON/],
    [
      'of another tool',
      { 'ctrf.json': JSON.stringify({ results: { tool: { name: 'jest' }, tests: [] } }) },
      /is not a report of/,
    ],
    ['of another version', { 'ctrf.json': whole.replace('"conclusion":"passed"', '"conclusion":"splendid"') }, /does not know/],
    [
      'with a test too few',
      { 'ctrf.json': whole.replace('"tests":2,"counts"', '"tests":3,"counts"') },
      /a different number of tests/,
    ],
    ['that is no ZIP', Buffer.from('<!doctype html>'), /archive is unreadable/],
    ['that is half a ZIP', zipArchive([{ name: 'ctrf.json', content: whole }]).subarray(0, -30), /archive is unreadable/],
    ['that leads out', zipArchive([{ name: '../ctrf.json', content: whole }]), /archive is refused.*leads out/],
    [
      'with two such files',
      zipArchive([
        { name: 'ctrf.json', content: whole },
        { name: 'ctrf.json', content: '{}' },
      ]),
      /same name/,
    ],
    ['with a link', zipArchive([{ name: 'ctrf.json', content: '/etc/passwd', mode: 0o120777 }]), /link or a device/],
    ['with a wrong checksum', zipArchive([{ name: 'ctrf.json', content: whole, crc: 1 }]), /wrong checksum/],
    ['with a bomb', zipArchive([{ name: 'ctrf.json', content: Buffer.alloc(64 * 1024 * 1024) }]), /1\/200/],
    [
      'with a bomb that lies',
      zipArchive([{ name: 'ctrf.json', content: Buffer.alloc(4 * 1024 * 1024), size: 900 }]),
      /larger than it claims/,
    ],
    ['that is encrypted', zipArchive([{ name: 'ctrf.json', content: whole, flags: 0x801 }]), /encrypted/],
  ]

  test.each(broken)('an artifact %s has no verdict', async (_, content, reason) => {
    job('smoke', [PASSED])
    store.put('agent-test-gate-broken-0-1', content)
    const step = await report()
    expect(step.exitCode).toBe(1)
    expect(step.outputs['conclusion']).toBe('inconclusive')
    expect(step.outputs['message']).toMatch(
      /^1 of 2 suites is inconclusive: agent-test-gate-broken-0-1; the artifact agent-test-gate-broken-0-1 has no verdict/,
    )
    expect(step.outputs['message']).toMatch(reason)
  })

  test('an artifact that cannot be downloaded has no verdict', async () => {
    job('smoke', [PASSED])
    const gone = job('nightly', [PASSED])
    const download: MemoryStore['download'] = (artifact, folder) =>
      artifact.name === gone
        ? Promise.reject(new Error('Unexpected HTTP response from blob storage: 404'))
        : store.download(artifact, folder)
    const step = await report({}, { store: { ...store, download } })
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', total: '2' })
    expect(step.outputs['message']).toContain('it could not be downloaded: the service answered 404')
  })

  test('an artifact that is too large is not downloaded', async () => {
    job('smoke', [PASSED])
    const list: MemoryStore['list'] = async () => (await store.list()).map((each) => ({ ...each, size: 512 * 2 ** 20 + 1 }))
    const download: MemoryStore['download'] = () => Promise.reject(new Error('should not be asked for'))
    const step = await report({ 'expected-artifacts': '1' }, { store: { ...store, list, download } })
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', message: expect.stringContaining('larger than 512 MiB') })
  })
})

describe('a service that gives nothing', () => {
  const troubles: readonly (readonly [string, Partial<MemoryStore>, RegExp])[] = [
    [
      'refuses',
      { list: () => Promise.reject(new Error('Failed request: (403) Forbidden')) },
      /could not be listed: the service answered 403/,
    ],
    ['cannot be reached', { list: () => Promise.reject(new Error('Unable to make request: ECONNREFUSED')) }, /\(ECONNREFUSED\)/],
    ['is not known', { list: () => Promise.reject('gone') }, /see the log for the cause/],
  ]
  test.each(troubles)('since it %s is an error', async (_, changes, message) => {
    job('smoke', [PASSED])
    const step = await report({}, { store: { ...store, ...changes } })
    expect(step.exitCode).toBe(1)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network', message: expect.stringMatching(message) })
  })

  test('in time ends the step by its deadline', async () => {
    job('smoke', [PASSED])
    const step = await report({ 'timeout-minutes': '2' }, { store: { ...store, list: () => new Promise(() => undefined) } })
    expect(step.outputs).toMatchObject({
      conclusion: 'timed-out',
      message: expect.stringContaining('before all artifacts were read'),
    })
    expect(step.tookMs).toBeLessThanOrEqual(125_000)
  })

  test('for one artifact ends the step by its deadline', async () => {
    job('smoke', [PASSED])
    const step = await report({ 'timeout-minutes': '2' }, { store: { ...store, download: () => new Promise(() => undefined) } })
    expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, 'timed-out'])
    expect(step.tookMs).toBeLessThanOrEqual(125_000)
  })

  test('before the workflow is cancelled ends the step at once', async () => {
    const workflow = new AbortController()
    const list = () => {
      workflow.abort()
      return new Promise<never>(() => undefined)
    }
    const step = await report({}, { store: { ...store, list }, cancelled: workflow.signal })
    expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, 'cancelled'])
    expect(step.tookMs).toBeLessThanOrEqual(5000)
  })

  test('because the pattern fits too many is an error', async () => {
    const list: MemoryStore['list'] = async () =>
      Array.from({ length: 1001 }, (_, n) => ({ name: `agent-test-gate-${n}`, id: `${n}`, url: '', size: 1, digest: undefined }))
    const step = await report({}, { store: { ...store, list } })
    expect(step.outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'config',
      message: expect.stringMatching(/1001.*narrower/),
    })
  })
})
