import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Kapso, startKapso } from '../../simulator/kapso/kapso.ts'
import { goodCases, testCase } from '../../simulator/kapso/test-case.ts'
import { ask, at, type Reply, type StoppedClock, stoppedClock, textAt } from '../simulator/kore-client.ts'

const START = '{"agent_test_run":{},"run_now":true}'

let clock: StoppedClock
let kapso: Kapso

beforeEach(async () => {
  clock = stoppedClock()
  kapso = await startKapso({ clock })
})

afterEach(() => kapso.close())

function get(path: string, headers: Record<string, string> = { 'x-api-key': kapso.behaviour.apiKey }): Promise<Reply> {
  return ask(kapso.base + path, { headers })
}

function start(testCaseId: string, body: string = START, type = 'application/json'): Promise<Reply> {
  const headers = { 'x-api-key': kapso.behaviour.apiKey, 'content-type': type }
  return ask(`${kapso.base}/test_cases/${testCaseId}/test_runs`, { method: 'POST', headers, body })
}

function aCase(): string {
  return kapso.suite('Regression', goodCases(1)).cases[0]?.id ?? ''
}

describe('the key', () => {
  test.each<[string, Record<string, string>]>([
    ['is missing', {}],
    ['is wrong', { 'x-api-key': 'nope' }],
    ['comes as a bearer token', { authorization: 'Bearer kapso-simulated-key-9f3c61b7d2' }],
  ])('is refused when it %s', async (_, headers) => {
    const reply = await get(`/agents/${kapso.behaviour.agentId}/test_suites`, headers)
    expect([reply.status, reply.json]).toEqual([401, { error: 'Unauthorized', status: 401, message: 'Invalid API key' }])
  })
})

describe('a run', () => {
  test('moves from under way to its end by the clock, in the shape of the page', async () => {
    const started = await start(aCase())
    expect(started.status).toBe(201)
    const id = textAt(started.json, 'data.id')
    expect(at((await get(`/test_runs/${id}`)).json, 'data')).toMatchObject({
      ended_at: null,
      score: null,
      execution_completed: false,
      error: {},
    })
    clock.advance(20_000)
    expect(at((await get(`/test_runs/${id}`)).json, 'data')).toMatchObject({
      id,
      score: 0.9,
      execution_completed: true,
      error: {},
      test_case: { name: 'Case 1' },
    })
    expect(kapso.underWay()).toEqual([])
  })

  test.each(['{"agent_test_run":{}}', '{"agent_test_run":{},"run_now":false}'])('made with %s is never started', async (body) => {
    const id = textAt((await start(aCase(), body)).json, 'data.id')
    clock.advance(3_600_000)
    expect(at((await get(`/test_runs/${id}`)).json, 'data')).toMatchObject({ started_at: null, ended_at: null })
    expect(kapso.underWay()).toEqual([])
  })

  test.each([
    ['', 400],
    ['[]', 400],
    ['null', 400],
    ['{"run_now":true}', 422],
    ['{"agent_test_run":[],"run_now":true}', 422],
    ['{"agent_test_run":{"name":"x"},"run_now":true}', 422],
    ['{"agent_test_run":{},"run_now":"true"}', 422],
    ['{"agent_test_run":{},"run_now":true,"suite":1}', 422],
  ])('is not made with the body %j', async (body, status) => {
    expect((await start(aCase(), body)).status).toBe(status)
    expect(kapso.runs).toEqual([])
  })

  test('is not made with another content type, without a script, or of an unknown case', async () => {
    expect((await start(aCase(), START, 'text/plain')).status).toBe(415)
    expect((await start('nobody')).json).toMatchObject({ status: 404, message: 'Test case not found' })
    const [unwritten] = kapso.suite('Drafts', [testCase('Draft', {}, { script: '' })]).cases
    expect((await start(unwritten?.id ?? '')).json).toEqual({ errors: { script: ["can't be blank"] } })
    expect(kapso.runs).toEqual([])
  })

  test('costs a credit, and is refused without one', async () => {
    kapso.behaves({ credits: 1 })
    const id = aCase()
    expect((await start(id)).status).toBe(201)
    const refused = await start(id)
    expect([refused.status, refused.json]).toEqual([402, { error: 'Insufficient credits', free_generations_remaining: 0 }])
  })
})

describe('what is not there', () => {
  test.each(['/test_suites/nobody', '/agents/nobody/test_suites', '/test_runs/nobody', '/test_suites', '/test_runs/a/cancel'])(
    'is a 404: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
      expect(kapso.refusals).toHaveLength(1)
    },
  )

  test('is a 400 for a query', async () => {
    const { id } = kapso.suite('Regression', [])
    expect((await get(`/test_suites/${id}?page=2`)).status).toBe(400)
  })
})

test('the suites of an agent come without their cases, unless told otherwise', async () => {
  kapso.suite('Regression', goodCases(2))
  const path = `/agents/${kapso.behaviour.agentId}/test_suites`
  expect(at((await get(path)).json, 'data.0.test_cases')).toBeUndefined()
  kapso.behaves({ listsCases: true, wrapsAnswers: false })
  expect(at((await get(path)).json, '0.test_cases')).toHaveLength(2)
})

test('a hundred calls a minute pass for a key, and one more when the first is a minute old', async () => {
  const { id } = kapso.suite('Regression', [])
  const replies = await Promise.all(Array.from({ length: 100 }, () => get(`/test_suites/${id}`)))
  expect(replies.every(({ status }) => status === 200)).toBe(true)
  clock.advance(59_999)
  const refused = await get(`/test_suites/${id}`)
  expect(refused.status).toBe(429)
  const headers = ['retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining'].map((name) => refused.headers.get(name))
  expect(headers).toEqual(['60', '100', '0'])
  clock.advance(1)
  expect((await get(`/test_suites/${id}`)).status).toBe(200)
})
