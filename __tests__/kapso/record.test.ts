import { describe, expect, test } from '@jest/globals'
import { resultsOf, writeRecord } from '../../src/providers/kapso/record.ts'

const answered = (id: string, score: unknown, name: string) => ({
  id,
  name: 'unused',
  answer: `  {"data":{"id":"${id}","score":${JSON.stringify(score)},"ended_at":"x","execution_completed":true,"test_case":{"name":"${name}"}}}\n`,
})

describe('the record', () => {
  test("keeps the vendor's answers character by character", () => {
    const answer = '{"data": {"id":"r1", "score":0.90, "execution_completed":true, "big": 12345678901234567890}}'
    const text = new TextDecoder().decode(writeRecord([{ id: 'r1', name: 'A', answer }]))
    expect(text).toContain(`"answer":${answer}}`)
    expect(JSON.parse(text)).toHaveLength(1)
  })

  test('of no case is an empty list, and gives results without cases', () => {
    const record = writeRecord([])
    expect(JSON.parse(new TextDecoder().decode(record))).toEqual([])
    expect(resultsOf(record, 0.8)).toMatchObject({ cases: [], counts: { total: 0 }, metrics: {} })
  })
})

describe('the results', () => {
  test('hold the cases in order, with unique names, and the average of the scores', () => {
    const record = writeRecord([
      answered('r1', 1, 'Greeting'),
      { id: 'r2', name: 'Refund', problem: 'the status of its run cannot be read' },
      answered('r3', 0.5, 'Greeting'),
    ])
    const results = resultsOf(record, 0.8)
    expect(results.cases.map(({ name, status }) => [name, status])).toEqual([
      ['Greeting', 'passed'],
      ['Refund', 'error'],
      ['Greeting (2)', 'failed'],
    ])
    expect(results.metrics).toEqual({ averageScore: 0.75 })
    expect(results.cases[1]?.facts.get('Test run')).toBe('r2')
    expect(results.warnings).toEqual([])
  })

  test('skip what is pending, by the name and with the facts of its last answer where there is one', () => {
    const { answer } = answered('r1', null, 'Greeting')
    const { cases, counts, warnings } = resultsOf(
      writeRecord([
        { id: 'r1', name: 'case 1', pending: true, answer },
        { id: 'r2', name: 'case 2', pending: true },
        { id: 'r3', name: 'case 3', problem: 'the status of its run cannot be read' },
      ]),
      0.8,
    )
    const message = 'it had not ended when the step did'
    expect(cases).toMatchObject([
      { name: 'Greeting', status: 'skipped', message, facts: new Map([['Test run', 'r1']]) },
      { name: 'case 2', status: 'skipped', message, facts: new Map([['Test run', 'r2']]) },
      { name: 'case 3', status: 'error' },
    ])
    expect([counts, warnings]).toMatchObject([{ total: 3, skipped: 2, errored: 1 }, []])
  })

  test('name up to five of the cases that were not started', () => {
    const missing = Array.from({ length: 7 }, (_, index) => ({ name: `Case ${index}`, problem: 'its start was refused' }))
    const { warnings } = resultsOf(writeRecord([...missing, answered('r1', 1, 'Greeting')]), 0.8)
    expect(warnings).toEqual([
      '7 of 8 cases are missing, since no run of them is known: Case 0, Case 1, Case 2, Case 3, Case 4 and 2 more',
    ])
  })

  test('of something else are a mistake of ours', () => {
    expect(() => resultsOf(new TextEncoder().encode('{}'), 0.8)).toThrow(/test-runs.json/)
  })
})
