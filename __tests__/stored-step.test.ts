/** What a step left in `ctrf.json` is read back as it was, and what is no such file is told and not thrown. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import type { Baseline, Comparison, Conclusion, StepOutcome, SuiteOutcome } from '../src/outcome.ts'
import { ctrf } from '../src/report/ctrf.ts'
import { type Case, countCases, type Metrics, type Results, uniqueNames } from '../src/results.ts'
import { parseStoredStep } from '../src/stored-step.ts'
import { HOSTILE_TEXTS } from './support/hostile-texts.ts'
import { aCase, aFailedCase, anOutcome, aSuite, aSuiteWithoutResults, resultsOf } from './support/results.ts'

const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom(...Object.values(HOSTILE_TEXTS)))
const name = text.filter((each) => each !== '')
const share = fc.double({ min: 0, max: 1, noNaN: true })
const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0) })
const facts = fc.uniqueArray(fc.tuple(name, text), { maxLength: 4, selector: ([key]) => key }).map((entries) => new Map(entries))
const conclusion = fc.constantFrom<Conclusion>(
  ...(['passed', 'failed', 'inconclusive', 'timed-out', 'cancelled', 'error', 'skipped', 'started'] as const),
)
const metrics: fc.Arbitrary<Metrics> = fc.record(
  { f1: share, precision: share, recall: share, averageScore: share },
  { requiredKeys: [] },
)
const check = fc.record({ what: text, expected: text, found: text, passed: fc.boolean() })
const more = fc.record(
  {
    message: text,
    durationMs: fc.double({ min: 0, max: 1e7, noNaN: true }),
    turns: fc.array(fc.record({ speaker: text, text }), { maxLength: 3 }),
    place: fc.record({ path: text, line: fc.integer({ min: 1, max: 1e6 }) }),
  },
  { requiredKeys: [] },
)
const quarantine = fc.record({ reason: text, expires: fc.constant('2026-12-31') })

const someCase: fc.Arbitrary<Case> = fc
  .tuple(
    fc.record({
      name,
      status: fc.constantFrom('passed', 'failed', 'error', 'skipped'),
      flaky: fc.boolean(),
      tries: fc.integer({ min: 1, max: 4 }),
      checks: fc.array(check, { maxLength: 3 }),
      facts,
    }),
    more,
    fc.option(quarantine, { nil: undefined }),
  )
  .map(([dull, rest, excuse]) => ({
    ...dull,
    ...rest,
    ...(dull.status === 'failed' && excuse !== undefined && { quarantine: excuse }),
  }))

const results: fc.Arbitrary<Results> = fc
  .tuple(
    fc.array(someCase, { maxLength: 5 }),
    fc.record({
      metrics,
      figures: facts,
      contradictions: fc.array(text, { maxLength: 2 }),
      warnings: fc.array(text, { maxLength: 2 }),
    }),
    fc.record({ isPartial: fc.constant(true as const), failure: text, doubt: text }, { requiredKeys: [] }),
  )
  .map(([cases, rest, others]) => {
    const names = uniqueNames(cases.map((each) => each.name))
    const named = cases.map((each, index) => ({ ...each, name: names[index] ?? '' }))
    return { cases: named, counts: countCases(named), ...rest, ...others }
  })

const names = fc.array(text, { maxLength: 3 })
const comparison: fc.Arbitrary<Comparison> = fc.record({
  regressions: names,
  fixed: names,
  stillFailing: names,
  added: names,
  gone: names,
  metrics: fc.array(
    fc.record({ name: fc.constantFrom('f1', 'averageScore'), before: share, now: share, regressed: fc.boolean() }),
    {
      maxLength: 2,
    },
  ),
})

const suite: fc.Arbitrary<SuiteOutcome> = fc.record(
  {
    suite: name,
    runId: text,
    runUrl: fc.webUrl(),
    conclusion,
    errorKind: fc.constantFrom('vendor', 'network'),
    reasons: fc.array(text, { minLength: 1, maxLength: 3 }),
    said: text,
    results,
    files: fc.array(text, { maxLength: 2 }),
    durationMs: fc.integer({ min: 0, max: 1e7 }),
    comparison,
    artifact: fc.record({ name: text, url: fc.webUrl() }),
  },
  { requiredKeys: ['suite', 'conclusion', 'reasons', 'files', 'durationMs'] },
)

const point = fc
  .tuple(fc.record({ finishedAt: moment, runUrl: fc.webUrl(), metrics }), fc.option(share, { nil: undefined }))
  .map(([rest, rate]) => ({ ...rest, ...(rate !== undefined && { passRate: rate * 100 }) }))
const baseline: fc.Arbitrary<Baseline> = fc.record({
  branch: name,
  runUrl: fc.webUrl(),
  trend: fc.array(point, { maxLength: 3 }),
})

const outcome: fc.Arbitrary<StepOutcome> = fc.record(
  {
    provider: name,
    noun: text,
    mode: fc.constantFrom('run', 'collect', 'report'),
    conclusion,
    errorKind: fc.constantFrom('config', 'internal'),
    message: fc.string({ maxLength: 500 }).map((each) => each.replace(/[\r\n]/g, ' ')),
    reasons: fc.array(text, { maxLength: 3 }),
    gate: text,
    suites: fc.array(suite, { maxLength: 3 }),
    baseline,
    noBaseline: text,
    origin: fc.record({ job: name, index: fc.nat(), step: text, attempt: fc.integer({ min: 1, max: 99 }) }),
    startedAt: moment,
    finishedAt: moment,
  },
  {
    requiredKeys: ['provider', 'noun', 'mode', 'conclusion', 'message', 'reasons', 'gate', 'suites', 'startedAt', 'finishedAt'],
  },
)

function bytesOf(step: StepOutcome): Uint8Array {
  return Buffer.from([...ctrf(step)].join(''))
}

test('whatever a step came to is read back as it was', () => {
  fc.assert(
    fc.property(outcome, (step) => {
      expect(parseStoredStep(bytesOf(step))).toEqual({ state: 'read', outcome: step })
    }),
    { numRuns: 300 },
  )
})

test('a case of ours that only tells of the verdict is not read as a case', () => {
  const missed = aSuite({ conclusion: 'failed', reasons: ['f1 is 0.5; the check needs 0.8'] })
  const steps = [anOutcome([missed]), anOutcome([], { conclusion: 'error' }), anOutcome([aSuiteWithoutResults()])]
  for (const step of steps) expect(parseStoredStep(bytesOf(step))).toEqual({ state: 'read', outcome: step })
})

test('a vendor’s case that is called like ours stays a case', () => {
  const step = anOutcome([aSuite({ results: resultsOf([aCase({ name: 'agent-test-gate' }), aFailedCase()]) })])
  expect(parseStoredStep(bytesOf(step))).toEqual({ state: 'read', outcome: step })
})

/** The file of a plain step in which another value stands at that path; undefined leaves it out. */
function tampered(path: string, value: unknown): Uint8Array {
  const json: unknown = JSON.parse(Buffer.from(bytesOf(anOutcome())).toString())
  return Buffer.from(JSON.stringify(changed(json, path.split('.'), value)))
}

function changed(json: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const entries = Object.entries(
    z.record(z.string(), z.unknown()).parse({ ...z.looseObject({}).or(z.array(z.unknown())).parse(json) }),
  )
  const all = entries.map(([name, each]) => [name, name === key ? changed(each, rest, value) : each] as const)
  return Array.isArray(json) ? all.map(([, each]) => each) : Object.fromEntries(all)
}

const unreadable: readonly (readonly [what: string, bytes: () => Uint8Array, problem: RegExp])[] = [
  ['nothing', () => Buffer.alloc(0), /is not JSON/],
  ['a file that is cut', () => bytesOf(anOutcome()).subarray(0, 900), /is not JSON/],
  ['null', () => Buffer.from('null'), /is not a report of agent-test-gate/],
  ['a list', () => Buffer.from('[]'), /is not a report of agent-test-gate/],
  ['the report of another tool', () => tampered('generatedBy', 'jest-ctrf'), /is not a report of agent-test-gate/],
  ['an unknown conclusion', () => tampered('results.extra.conclusion', 'green'), /results\.extra\.conclusion/],
  ['no suites', () => tampered('results.extra.suites', undefined), /results\.extra\.suites/],
  ['counts that are a text', () => tampered('results.extra.suites.0.counts', '7'), /results\.extra\.suites\.0/],
  ['a share above one', () => tampered('results.extra.suites.0.metrics', { f1: 2 }), /results\.extra\.suites\.0/],
  ['a moment that is none', () => tampered('results.extra.finishedAt', 1e300), /results\.extra\.finishedAt/],
  ['a message of two lines', () => tampered('results.extra.message', 'a\n::error::b'), /results\.extra\.message/],
  ['a test of unknown status', () => tampered('results.tests.0.status', 'green'), /results\.tests\.0/],
  ['fewer tests than the suites have', () => tampered('results.tests', []), /a different number of tests/],
  ['more tests than the suites have', () => tampered('results.extra.suites.0.tests', 0), /a different number of tests/],
]

test.each(unreadable)('%s is told and not thrown', (_, bytes, problem) => {
  const read = parseStoredStep(bytes())
  expect(read.state === 'unreadable' && read.problem).toMatch(problem)
})

test('what is larger than 128 MiB is not read', () => {
  const read = parseStoredStep(new Uint8Array(128 * 1024 * 1024 + 1))
  expect(read).toEqual({ state: 'unreadable', problem: 'is larger than 128 MiB' })
})

test('keys of a prototype’s names do no harm', () => {
  const bytes = Buffer.from(
    Buffer.from(bytesOf(anOutcome())).toString().replace('"extra":{', '"extra":{"__proto__":{"conclusion":"failed"},'),
  )
  expect(parseStoredStep(bytes)).toEqual({ state: 'read', outcome: anOutcome() })
})
