/** The publish status, pure: the vendor's own sample, and everything that its page leaves open. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import {
  identityOf,
  isAwaitingApproval,
  isSuccessful,
  markOf,
  PublishStatus,
  publishResults,
  unsuccessful,
} from '../../src/providers/kore/publish-status.ts'

const sample = await readFile(fileURLToPath(new URL('../fixtures/kore-publish/status-successful.json', import.meta.url)), 'utf8')

function parsed(changes: object = {}): PublishStatus {
  return PublishStatus.parse({ ...JSON.parse(sample), ...changes })
}

test("the page's own sample is a success of four resources", () => {
  const status = parsed()
  expect(isSuccessful(status)).toBe(true)
  expect(publishResults(status)).toMatchObject({ counts: { total: 4, passed: 4 }, contradictions: [], warnings: [] })
  expect(publishResults(status).cases.map(({ name }) => name)).toEqual([
    'Settings',
    'Channels',
    'Natural Language',
    'Creating New Version',
  ])
  expect(markOf(status)).toBe('ds-4a1b3e3d-7f55-5d80-acc6-7066e5cc6a6f:2022-07-29T08:04:48.731Z')
  expect(identityOf(status)).toBe('ds-4a1b3e3d-7f55-5d80-acc6-7066e5cc6a6f')
})

describe('what the page leaves open is taken as', () => {
  test('a resource without a name by its type, its id, or a word of ours, each once', () => {
    const statusSummary = [{ resourceType: 'NL' }, { resourceId: 'CHANNELS' }, {}, { name: null }, { name: 'NL' }]
    const { cases } = publishResults(parsed({ statusSummary }))
    expect(cases.map(({ name }) => name)).toEqual(['NL', 'CHANNELS', 'resource', 'resource (2)', 'NL (2)'])
  })

  test.each([
    ['SUCCESS', 0],
    ['success', 0],
    ['Successful', 0],
    ['FAILED', 1],
    ['SUCCESS_WITH_ERRORS', 1],
    ['AWAITING_APPROVAL', 1],
    ['', 1],
    [null, 1],
    [undefined, 1],
    [7, 1],
  ])('a resource that is %j as %i that is no success', (status, count) => {
    const result = parsed({ statusSummary: [{ name: 'NL', status }] })
    expect(unsuccessful(result)).toHaveLength(count)
    expect(publishResults(result).contradictions).toHaveLength(count)
  })

  test.each([
    ['successful', true],
    ['SUCCESS', true],
    ['completed', true],
    ['failed', false],
    ['inprogress', false],
    ['success ful', true],
    ['unsuccessful', false],
    ['awaitingApproval', false],
    ['', false],
  ])('the word %j as a success: %j', (status, expected) => expect(isSuccessful(parsed({ status }))).toBe(expected))

  test.each(['awaitingApproval', 'AWAITING_APPROVAL', 'awaiting approval'])('%j as not live', (status) => {
    expect(isAwaitingApproval(parsed({ status }))).toBe(true)
    expect(publishResults(parsed({ status })).contradictions.join()).toContain('awaits approval')
  })

  test('no summary at all as no case', () => {
    for (const statusSummary of [undefined, null, []]) expect(publishResults(parsed({ statusSummary })).counts.total).toBe(0)
  })

  test('odd ids as nothing, or in the characters that an output can have', () => {
    expect(markOf(parsed({ _id: 7, requestedTime: null }))).toBe(':')
    expect(markOf(parsed({ _id: 'ds 1\n::x::', requestedTime: '2022-07-29T08:04:48+02:00' }))).toBe(
      'ds_1_::x:::2022-07-29T08:04:48_02:00',
    )
    expect(identityOf(parsed({ _id: '', requestedTime: 'T' }))).toBe(':T')
  })
})
