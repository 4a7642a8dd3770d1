/**
 * From JSON to results, for each provider: no answer makes anything throw but a `Trouble`, garbage never passes, and no single
 * wrong value turns a run that failed into one that passed.
 */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type * as z from 'zod/mini'
import { judgeRun, TestRun } from '../../src/providers/kapso/test-run.ts'
import { BatchStatus, batchResults } from '../../src/providers/kore/batch-status.ts'
import { ConversationStatus, conversationResults } from '../../src/providers/kore/conversation-status.ts'
import { PublishStatus, publishResults } from '../../src/providers/kore/publish-status.ts'
import { items, Job, RunStats, TestCase } from '../../src/providers/omilia/answers.ts'
import { runResults } from '../../src/providers/omilia/run-results.ts'
import { type Case, countCases, type Results } from '../../src/results.ts'
import { Trouble } from '../../src/trouble.ts'
import '../core/one-realm.ts'
import { lied } from '../property/lies.ts'
import { conclusionOf } from './judged.ts'
import { tries } from './runs.ts'

/** One provider: how its answer becomes results, and answers of runs that failed and passed. */
interface Subject {
  /** The results; undefined where the answer is refused for its shape. */
  results(answer: unknown): Results | undefined
  readonly failed: unknown
  readonly passed: unknown
}

const ROW: Case = { name: 'a', status: 'failed', flaky: false, tries: 1, checks: [], facts: new Map() }

function read<Shape extends z.ZodMiniType>(shape: Shape, answer: unknown): z.output<Shape> | undefined {
  const parsed = shape.safeParse(answer)
  return parsed.success ? parsed.data : undefined
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
  'kore-batch': {
    results(answer) {
      const status = read(BatchStatus, answer)
      return status && batchResults(status, [ROW, { ...ROW, name: 'b', status: 'passed' }])
    },
    failed: batchAnswer(1, 1),
    passed: undefined,
  },
  'kore-conversation': {
    results(answer) {
      const status = read(ConversationStatus, answer)
      return status && conversationResults(status)
    },
    failed: conversationAnswer('failed'),
    passed: conversationAnswer('passed'),
  },
  'kore-publish': {
    results(answer) {
      const status = read(PublishStatus, answer)
      return status && publishResults(status)
    },
    failed: publishAnswer('failed', 'FAILED'),
    passed: publishAnswer('successful', 'SUCCESS'),
  },
  omilia: {
    results(answer) {
      const [run, stats, cases] = [part(answer, 'run'), part(answer, 'stats'), part(answer, 'cases')]
      const [job] = read(items(Job), run) ?? []
      const told = read(items(RunStats), stats)
      const testCases = read(items(TestCase), cases)
      if (job === undefined || told === undefined || testCases === undefined) return undefined
      const state = job.status === 'SUCCESS' ? 'success' : 'failure'
      return runResults({ run: job, state, stats: told[0], testCases, suites: [], lastWords: '' })
    },
    failed: omiliaAnswer('FAILURE', 'fail'),
    passed: omiliaAnswer('SUCCESS', 'success'),
  },
  kapso: {
    results(answer) {
      const run = read(TestRun, answer)
      if (run === undefined) return undefined
      const cases = [judgeRun(run, 'case', 0.8).verdict]
      return { cases, counts: countCases(cases), metrics: {}, figures: new Map(), contradictions: [], warnings: [] }
    },
    failed: kapsoAnswer(0.2),
    passed: kapsoAnswer(0.9),
  },
}

function batchAnswer(success: number, failure: number): unknown {
  const counts = { TP: success, TN: 0, FP: failure, FN: 0, success, failure, failedEntitiesCount: 0 }
  const result = {
    isPartialFailure: false,
    f1_score: '0.50',
    precision: '0.50',
    recall: '0.50',
    fileUrl: 'https://x.example',
    results: counts,
  }
  return { status: 'completed', utterance_count: success + failure, result }
}

function conversationAnswer(status: string): unknown {
  const failures = status === 'passed' ? 0 : 1
  const step = (word: string) => ({
    input: 'hello',
    status: word,
    outputs: [{ text: 'Hi', assertions: { text: { enabled: true, status: word, contains: [{ text: 'Hi', status: word }] } } }],
  })
  const steps = [step('passed'), step(status)]
  return {
    status,
    totalTestStepsCount: 2,
    result: { status, stepDetails: { passed: 2 - failures, failed: failures, total: 2 }, executionResults: steps },
  }
}

function publishAnswer(status: string, word: string): unknown {
  const resource = (name: string, of: string) => ({ resourceId: name, resourceType: name, name, status: of })
  return {
    _id: 'ds-1',
    requestedTime: '2026-05-04T12:00:00.000Z',
    status,
    percentageComplete: 100,
    statusSummary: [resource('NL', 'SUCCESS'), resource('DIALOG', word)],
  }
}

function omiliaAnswer(status: string, word: string): unknown {
  const fail = word === 'fail' ? 1 : 0
  const testCase = (of: string) => ({
    testCaseId: of,
    testCaseName: of,
    status: of,
    numberOfTries: 1,
    assertionErrors: of === 'fail' ? [{ step: 1, assertion: 'intent', expected: 'a', found: 'b' }] : [],
  })
  return {
    run: { data: [{ runId: 'r', projectId: 'p', status, artifact: null }] },
    stats: { data: { pass: 2 - fail, fail, unavailable: 0 } },
    cases: { data: [testCase('success'), testCase(word)] },
  }
}

function kapsoAnswer(score: number): unknown {
  return {
    id: 't',
    score,
    feedback: 'so so',
    execution_completed: true,
    ended_at: '2026-05-04T12:00:00Z',
    error: {},
    conversation: [{ role: 'user', content: 'hi' }],
    test_case: { id: 'c', name: 'case' },
  }
}

function part(answer: unknown, name: string): unknown {
  return typeof answer === 'object' && answer !== null ? Object.entries(answer).find(([key]) => key === name)?.[1] : undefined
}

/** What a step says of the answer; `refused` where it has another shape. */
function verdictOn({ results }: Subject, answer: unknown): string {
  try {
    const found = results(answer)
    return found === undefined ? 'refused' : conclusionOf(() => found)
  } catch (thrown) {
    if (thrown instanceof Trouble) return 'error'
    throw thrown
  }
}

const KEYS = [
  'status',
  'result',
  'results',
  'success',
  'failure',
  'stepDetails',
  'executionResults',
  'statusSummary',
  'run',
  'stats',
  'cases',
  'data',
  'runId',
  'pass',
  'fail',
  'score',
  'id',
  'execution_completed',
  'ended_at',
  '__proto__',
  'toString',
  'valueOf',
  'toJSON',
  'constructor',
  'length',
]
const WORDS = ['completed', 'failed', 'passed', 'successful', 'SUCCESS', 'FAILURE', 'running', '', 'x', '__proto__']
const garbage = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1, 0.5, 1e308, '0.9'),
    fc.constantFrom(...WORDS),
    fc.string(),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 6 }),
})).value

const lies = fc.array(fc.record({ place: fc.nat(80), value: fc.nat(20) }), { minLength: 1, maxLength: 4 })

function withLies(answer: unknown, all: readonly { place: number; value: number }[]): unknown {
  return JSON.parse(all.reduce<Buffer>((body, each) => lied(body, each), Buffer.from(JSON.stringify(answer))).toString())
}

describe.each(Object.entries(SUBJECTS))('an answer of %s', (_, subject) => {
  test('is judged right as it is', () => {
    expect(verdictOn(subject, subject.failed)).toBe('failed')
    if (subject.passed !== undefined) expect(verdictOn(subject, subject.passed)).toBe('passed')
  })

  test('that is anything at all makes nothing throw', () => {
    fc.assert(
      fc.property(fc.oneof(garbage, fc.jsonValue()), (answer) => {
        // As it comes over the wire: `__proto__` is a key like any other there.
        expect(typeof verdictOn(subject, JSON.parse(JSON.stringify(answer)))).toBe('string')
      }),
      tries(1000),
    )
  })

  test('with many wrong values makes nothing throw', () => {
    fc.assert(
      fc.property(lies, (all) => {
        for (const answer of [subject.failed, subject.passed ?? subject.failed])
          expect(typeof verdictOn(subject, withLies(answer, all))).toBe('string')
      }),
      tries(1000),
    )
  })

  test('of a run that failed is not one of a pass for a single wrong value', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(20), (place, value) => {
        expect(verdictOn(subject, withLies(subject.failed, [{ place, value }]))).not.toBe('passed')
      }),
      tries(1000),
    )
  })
})

test('a score that cannot be made a text is no score, and breaks nothing', () => {
  const { kapso } = SUBJECTS
  if (kapso === undefined) throw new Error('There is no kapso')
  const odd = JSON.parse('{"toString":"x","valueOf":1}')
  const broken = { id: 't', score: odd, execution_completed: true, ended_at: 'x', error: { message: 'broken' } }
  expect([verdictOn(kapso, broken), verdictOn(kapso, { ...broken, error: {} })]).toEqual(['inconclusive', 'error'])
})
