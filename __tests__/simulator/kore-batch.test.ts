/** Runs of the simulated Kore.ai batch tests: what they show, and how they are scripted. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { DEMO_SUITES, startDemo } from '../../simulator/demo.ts'
import { normally } from '../../simulator/faults.ts'
import { type KoreBatch, startKoreBatch } from '../../simulator/kore/batch.ts'
import { completed, completedWithoutFile, failed, running, status } from '../../simulator/kore/batch-run.ts'
import { entity, mistaken, understood } from '../../simulator/kore/batch-suite.ts'
import { koreError, refuses } from '../../simulator/kore/refusal.ts'
import { ask, at, clientOf, expectRefusal, type KoreClient, type StoppedClock, stoppedClock, token } from './kore-client.ts'

const SUITE = [
  understood('book a flight', 'Book Flight', entity('To', 'Oslo'), entity('Date', 'Friday', 'Monday')),
  mistaken('where, "exactly", is it', 'Flight Status', 'Baggage Claim'),
  understood('hello', 'None'),
]

let clock: StoppedClock
let kore: KoreBatch
let client: KoreClient

beforeEach(async () => {
  clock = stoppedClock()
  kore = await startKoreBatch({ clock })
  kore.suite('Regression', SUITE)
  client = clientOf(kore, clock)
})
afterEach(() => kore.close())

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner).map((each) => `${key}.${each}`)])
}

function sample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/kore-batch/${name}.json`, import.meta.url), 'utf8'))
}

test('a run is accepted with a request id, and remembered with its parameters', async () => {
  const reply = await client.start('Regression', {
    body: '{"version":"published","engine":"dgpt"}',
    headers: { 'bot-language': 'de' },
  })
  expect(reply).toMatchObject({
    status: 200,
    json: { status: 'accepted', requestId: expect.stringMatching(/^tr-[\da-f-]{36}$/) },
  })
  expect(kore.runs).toMatchObject([{ suite: 'Regression', version: 'published', engine: 'dgpt', language: 'de', looks: 0 }])
  expect(kore.requests).toMatchObject([{ operation: 'start', method: 'POST', at: 1000 }])
  expect(kore.refusals).toEqual([])
})

test.each(['api/public/bot', 'api/public/stream', 'api/1.1/public/stream', 'api/1.1/public/bot'])(
  'a run starts under /%s',
  async (root) => {
    const url = `${kore.address}/${root}/${kore.behaviour.botId}/testsuite/Regression/run`
    const headers = { auth: token(kore, clock), 'content-type': 'application/json; charset=utf-8' }
    expect(await ask(url, { method: 'POST', headers, body: '{"version":"published"}' })).toMatchObject({ status: 200 })
  },
)

test('a run has a suite whose name holds blanks, slashes, umlauts and emoji', async () => {
  const name = 'Konto / Überweisung 100% 🏝️?'
  kore.suite(name, SUITE)
  const run = await client.startedRun(name)
  expect(await client.look(run, name)).toMatchObject({ status: 200, json: { status: 'running' } })
  expect(await client.look(run)).toMatchObject({ status: 400, json: { errors: [{ msg: 'Test Result not found.' }] } })
})

test("a run moves by looks, and shows the very fields of the vendor's samples", async () => {
  const run = await client.startedRun()
  const first = await client.look(run)
  expect(first.json).toMatchObject({ status: 'running', totalUtterances: 3, utterance_ran: 0, percentage: 0 })
  expect(keysOf(first.json)).toEqual(keysOf(sample('status-running')))
  expect((await client.look(run)).json).toMatchObject({ status: 'running', utterance_ran: 1, percentage: 50 })
  const last = await client.look(run)
  expect(keysOf(last.json).toSorted()).toEqual(keysOf(sample('status-completed')).toSorted())
  expect(last.json).toMatchObject({ _id: run, status: 'completed', utterance_count: 3 })
  expect((await client.look(run)).json).toMatchObject({ status: 'completed' })
  expect(kore.runs).toMatchObject([{ looks: 4 }])
})

test('a run counts what its utterances come to', async () => {
  const answer = await client.completedRun()
  expect(at(answer, 'result')).toMatchObject({
    f1_score: '0.67',
    precision: '0.50',
    recall: '1.00',
    isPartialFailure: false,
    isAvailable: true,
  })
  const counts = {
    TP: 1,
    TN: 1,
    FP: 1,
    FN: 0,
    success: 1,
    failure: 2,
    totalEntitiesCount: 2,
    matchedEntitiesCount: 1,
    failedEntitiesCount: 1,
  }
  expect(at(answer, 'result.results')).toMatchObject(counts)
  kore.behaves({ countedBy: 'intent' })
  expect(at(await client.completedRun(), 'result.results')).toMatchObject({ success: 2, failure: 1 })
})

test('a run moves by time where it is told to', async () => {
  kore.nextRun().lasts(10_000)
  const run = await client.startedRun()
  clock.advance(2500)
  expect((await client.look(run)).json).toMatchObject({ status: 'running', percentage: 25 })
  clock.advance(7500)
  expect((await client.look(run)).json).toMatchObject({ status: 'completed' })
})

test('a run shows what it is scripted to show, each run its own', async () => {
  kore.suite('Other', SUITE)
  kore.nextRun('Other').shows(failed())
  kore.nextRun().shows(running(20), status('weird', 30), completedWithoutFile(), completed())
  const run = await client.startedRun()
  const seen = []
  for (let look = 0; look < 4; look++) seen.push((await client.look(run)).json)
  expect(seen.map((each) => at(each, 'status'))).toEqual(['running', 'weird', 'completed', 'completed'])
  expect(seen.map((each) => at(each, 'percentage'))).toEqual([20, 30, undefined, undefined])
  expect(seen.map((each) => at(each, 'result.isAvailable'))).toEqual([undefined, undefined, false, true])
  expect((await client.look(await client.startedRun('Other'), 'Other')).json).toMatchObject({ status: 'failed' })
})

test('a run contradicts itself where it is scripted to', async () => {
  kore
    .nextRun()
    .counts({ success: 3, failure: 0 })
    .scores({ f1_score: '0.99' })
    .utteranceCount(9)
    .isPartialFailure()
    .withoutFile()
  const answer = await client.completedRun()
  expect(answer).toMatchObject({ utterance_count: 9, result: { f1_score: '0.99', isPartialFailure: true, isAvailable: false } })
  expect(at(answer, 'result.results')).toMatchObject({ success: 3, failure: 0, failedUtteranceCount: 2 })
  expect(at(answer, 'result.fileUrl')).toBeUndefined()
  kore.nextRun().edited(({ result, ...rest }) => ({ ...rest, outcome: result }))
  const edited = await client.look(await client.startedRun())
  expect(at(edited.json, 'outcome.status')).toBe('running')
})

test("a run refuses suites beyond the vendor's size", () => {
  expect(() =>
    kore.suite(
      'Huge',
      Array.from({ length: 1001 }, () => understood('hi', 'Greet')),
    ),
  ).toThrow(/Huge/)
  expect(() => kore.suite('Long', [understood('x'.repeat(3001), 'Greet')])).toThrow(/Long/)
})

test("scripted refusals look like the vendor's, come in order, and are not counted as mistakes of the client", async () => {
  kore.on('start').answers(refuses('credentials'), normally(), koreError(200, 'E1', 'odd'))
  expectRefusal(await client.start(), 401, 4002, 'Invalid SDK credentials')
  expect((await client.start()).status).toBe(200)
  expect((await client.start()).json).toEqual({ errors: [{ msg: 'odd', code: 'E1' }] })
  expect(kore.runs).toHaveLength(1)
  expect(kore.refusals).toEqual([])
})

test('the demo bot has a suite that passes and one that fails in every way', async () => {
  const demo = await startDemo({ clock })
  try {
    const results = []
    for (const name of DEMO_SUITES.keys()) {
      const { startedRun, look } = clientOf(demo, clock)
      const run = await startedRun(name)
      clock.advance(10_000)
      results.push(at((await look(run, name)).json, 'result.results'))
    }
    expect(results).toMatchObject([
      { failure: 0 },
      { success: 6, failure: 7, FP: 4, FN: 1, failedEntitiesCount: 3 },
      { failure: 0 },
    ])
  } finally {
    await demo.close()
  }
})
