/** The check against GitHub's description finds what is wrong, so that its silence means something. */
import { expect, test } from '@jest/globals'
import type { Answer, RecordedRequest } from '../../simulator/exchange.ts'
import { ACTIONS } from '../../simulator/github/github.ts'
import { CALLS } from '../../src/github-calls.ts'
import { breaches, description } from './api-description.ts'

function request(method: string, target: string, body = ''): RecordedRequest {
  const [path = '', query = ''] = target.split('?')
  const headers = body === '' ? {} : { 'content-type': 'application/json' }
  return { operation: 'x', method, target, path, query, params: new Map(), headers, body: Buffer.from(body), at: 0 }
}

function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value) }
}

const NONE = { total_count: 0, artifacts: [] }
const ARTIFACTS = '/repos/o/r/actions/runs/1/artifacts'
const COMMENTS = '/repos/o/r/issues/1/comments'

test('what is as it is described passes', () => {
  expect(breaches({ request: request('GET', `${ARTIFACTS}?per_page=100&page=2`), answer: json(NONE) })).toEqual([])
  expect(breaches({ request: request('GET', ARTIFACTS), answer: json({ message: 'no', status: '403' }, 403) })).toEqual([])
})

const wrong: readonly (readonly [what: string, request: RecordedRequest, answer: Answer, said: RegExp])[] = [
  ['an operation that is not there', request('GET', '/repos/o/r/nothing'), json({}), /is not described/],
  ['a parameter that is not there', request('GET', `${ARTIFACTS}?perpage=1`), json(NONE), /no parameter perpage/],
  ['a parameter of another type', request('GET', `${ARTIFACTS}?per_page=all`), json(NONE), /per_page .*integer/],
  ['a path of another type', request('GET', '/repos/o/r/actions/runs/x/artifacts'), json(NONE), /run_id .*integer/],
  ['a body that is missing', request('POST', COMMENTS), json({}, 201), /the body is missing/],
  ['a body of another shape', request('POST', COMMENTS, '{"text":"x"}'), json({}, 201), /required property 'body'/],
  ['a body that nobody asked for', request('GET', ARTIFACTS, '{}'), json(NONE), /a body that is not described/],
  ['an answer of another shape', request('GET', ARTIFACTS), json({ artifacts: [] }), /required property 'total_count'/],
  ['an account without its fields', request('GET', '/user'), json(ACTIONS), /required property 'avatar_url'/],
  ['a status that is not there', request('GET', ARTIFACTS), json(NONE, 206), /status 206 is not described/],
  ['a redirect to nowhere', request('GET', '/repos/o/r/actions/artifacts/1/zip'), { status: 302 }, /Location is missing/],
]

test.each(wrong)('%s is found', (_, asked, answer, said) => {
  expect(breaches({ request: asked, answer }).join('\n')).toMatch(said)
})

test('every call of the action is described', () => {
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace('{archive_format}', 'zip')}`),
  )
  expect(described.toSorted()).toEqual(
    Object.values(CALLS)
      .map(({ method, template }) => `${method} ${template}`)
      .toSorted(),
  )
})
