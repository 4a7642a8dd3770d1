/** The batch test status, pure: the vendor's own samples, and its counts held against the rows. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { BatchStatus, batchResults } from '../../src/providers/kore/batch-status.ts'
import type { Case, CaseStatus, Check, Results } from '../../src/results.ts'

async function sample(name: string): Promise<BatchStatus> {
  const file = new URL(`../fixtures/kore-batch/${name}`, import.meta.url)
  return BatchStatus.parse(JSON.parse(await readFile(fileURLToPath(file), 'utf8')))
}

function oneCase(status: CaseStatus, failing: 'intent' | 'entity City' = 'intent'): Case {
  const check = (what: string): Check => ({ what, expected: 'a', found: 'b', passed: status === 'passed' || what !== failing })
  return { name: 'x', status, flaky: false, tries: 1, checks: [check('intent'), check('entity City')], facts: new Map() }
}

function cases(passed: number, failed: number, errored = 0): Case[] {
  return [
    ...Array.from({ length: passed }, () => oneCase('passed')),
    ...Array.from({ length: failed }, () => oneCase('failed')),
    ...Array.from({ length: errored }, () => oneCase('error')),
  ]
}

function results(counts: object | undefined, rows: readonly Case[] | undefined, more: object = {}): Results {
  return batchResults(BatchStatus.parse({ status: 'completed', result: { results: counts, ...more } }), rows)
}

describe("the page's own sample", () => {
  test('of a run under way is read', async () => {
    expect(await sample('status-running.json')).toMatchObject({
      status: 'running',
      totalUtterances: 10,
      utterance_ran: 5,
      percentage: 50,
    })
  })

  test('of a completed run has one failure, though TP, TN, FP and FN are all 0', async () => {
    const status = await sample('status-completed.json')
    const { counts, contradictions, metrics, figures } = batchResults(status, cases(0, 1))
    expect(counts).toMatchObject({ total: 1, passed: 0, failed: 1 })
    expect(contradictions).toEqual([])
    expect(metrics).toEqual({ f1: 0, precision: 0, recall: 0 })
    expect(figures.get('TP')).toBe('0')
  })
})

describe('rows and counts', () => {
  test.each<[string, object, Case[] | undefined, number, number, { passed: number; failed: number }]>([
    ['agree', { success: 2, failure: 0 }, cases(2, 0), 0, 0, { passed: 2, failed: 0 }],
    ['agree on failures', { success: 1, failure: 1 }, cases(1, 1), 0, 0, { passed: 1, failed: 1 }],
    ['agree as digits', { success: '1', failure: '1' }, cases(1, 1), 0, 0, { passed: 1, failed: 1 }],
    ['miss an utterance in the file', { success: 3, failure: 0 }, cases(2, 0), 1, 0, { passed: 2, failed: 0 }],
    ['miss the only failure in the file', { success: 1, failure: 1 }, cases(1, 0), 2, 0, { passed: 0, failed: 1 }],
    ['differ in whether any failed', { success: 1, failure: 1 }, cases(2, 0), 1, 0, { passed: 1, failed: 1 }],
    ['differ in whether any failed, the other way', { success: 2, failure: 0 }, cases(1, 1), 1, 0, { passed: 1, failed: 1 }],
    ['differ in how many failed: the vendor more', { success: 1, failure: 3 }, cases(2, 2), 0, 1, { passed: 1, failed: 3 }],
    ['differ in how many failed: the rows more', { success: 3, failure: 1 }, cases(1, 3), 0, 1, { passed: 1, failed: 3 }],
    ['have more in the file, as of repeated ones', { success: 1, failure: 0 }, cases(3, 0), 0, 1, { passed: 3, failed: 0 }],
    ['have an utterance in error', { success: 2, failure: 0 }, cases(1, 0, 1), 0, 0, { passed: 1, failed: 0 }],
    ['are counts alone', { success: 3, failure: 1 }, undefined, 0, 1, { passed: 3, failed: 1 }],
    ['are none', { success: 0, failure: 0 }, [], 0, 0, { passed: 0, failed: 0 }],
  ])('that %s', (_, told, rows, contradictions, warnings, counts) => {
    const made = results(told, rows)
    expect(made.contradictions).toHaveLength(contradictions)
    expect(made.warnings).toHaveLength(warnings)
    expect(made.counts).toMatchObject(counts)
    expect(made.counts.total).toBe(made.counts.passed + made.counts.failed + made.counts.errored)
  })

  test.each<[object, Case[], string]>([
    [{ success: 1, failure: 1 }, cases(1, 0), 'the result file holds 1 utterance, but the vendor counts 2'],
    [{ success: 1, failure: 1 }, cases(2, 0), 'the vendor counts 1 failure, but no row of the result file failed'],
    [{ success: 2, failure: 0 }, cases(1, 1), '1 utterance of the result file failed, but the vendor counts no failure'],
    [{ success: 0, failure: 2 }, cases(1, 1), '1 utterance of the result file failed, and the vendor counts 2'],
    [{ success: 0, failure: 0 }, cases(1, 0), 'the result file holds 1 utterance, and the vendor counts 0'],
  ])('are told apart in words that go with one of them: %j', (told, rows, sentence) => {
    const { contradictions, warnings } = results(told, rows)
    expect([...contradictions, ...warnings]).toContainEqual(expect.stringContaining(sentence))
  })

  test.each([
    ['when it counts a failed entity', { success: 1, failure: 0, failedEntitiesCount: 1 }, 'entity City', 0],
    ['when it does not tell of entities', { success: 1, failure: 0 }, 'entity City', 0],
    ['but not when it counts no failed entity', { success: 1, failure: 0, failedEntitiesCount: 0 }, 'entity City', 1],
    ['but not for a wrong intent', { success: 1, failure: 0, failedEntitiesCount: 1 }, 'intent', 1],
  ] as const)('may call a right intent with a wrong entity a success, %s', (_, told, failing, contradictions) => {
    const made = results(told, [oneCase('failed', failing)])
    expect(made.contradictions).toHaveLength(contradictions)
    expect(made.counts).toMatchObject({ passed: 0, failed: 1 })
  })

  test('of a run that the vendor calls partial are never whole', () => {
    expect(results({ success: 2, failure: 0 }, cases(2, 0), { isPartialFailure: true }).contradictions.join()).toContain(
      'isPartialFailure',
    )
    expect(results({ success: 2, failure: 0 }, cases(2, 0), { isPartialFailure: null }).contradictions).toEqual([])
  })

  test('of an answer without counts are never whole', () => {
    expect(results(undefined, cases(2, 0)).contradictions).toHaveLength(1)
    expect(batchResults(BatchStatus.parse({ status: 'completed' }), cases(2, 0)).contradictions).toHaveLength(1)
  })

  test('beside another utterance_count are a warning', () => {
    const status = BatchStatus.parse({ status: 'completed', utterance_count: 5, result: { results: { success: 2, failure: 0 } } })
    const { contradictions, warnings } = batchResults(status, cases(2, 0))
    expect(contradictions).toEqual([])
    expect(warnings.join()).toContain('the suite has 5 utterances')
  })
})

test.each([
  ['0.98', 0.98],
  [0.98, 0.98],
  ['1.00', 1],
  ['.5', 0.5],
  ['0', 0],
  ['98', 0.98],
  [98.5, 0.985],
  [100, 1],
  ['101', undefined],
  ['NaN', undefined],
  ['-1', undefined],
  [-1, undefined],
  ['', undefined],
  ['1e3', undefined],
  [null, undefined],
  [{}, undefined],
])('a metric %j is %j', (given, expected) => {
  expect(results({ success: 1, failure: 0 }, cases(1, 0), { f1_score: given }).metrics.f1).toBe(expected)
})

test.each(['1.5', -1, 1.5, 'many', null, {}])('a count %j is not taken for a count', (success) => {
  expect(BatchStatus.safeParse({ status: 'completed', result: { results: { success, failure: 0 } } }).success).toBe(false)
})

test.each([{}, { status: 7 }, { status: null }, [], null, 'completed', { status: 'x', result: 'y' }])(
  '%j is no status',
  (body) => {
    expect(BatchStatus.safeParse(body).success).toBe(false)
  },
)
