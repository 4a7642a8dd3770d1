/** Where requests may go: redirects, links to result files and their hosts, and which of them carry our credentials. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { changed, redirect } from '../../simulator/faults.ts'
import { atOrigin, onHost } from '../../simulator/kore/batch-files.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { expectEnd, HASTY, setBundle } from '../support/bundle.ts'
import { TWO_GOOD } from '../support/utterances.ts'

/** A server that must not be asked, or not with our credentials. */
const foreign = createServer((request, response) => {
  visits.push(request)
  response.end('Utterances,ExpectedIntent,MatchedIntent,Result Type\nforeign,X,X,TP\nforeign too,X,X,TP\n')
})
const visits: IncomingMessage[] = []
let foreignOrigin: string
beforeAll(async () => {
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
  foreignOrigin = `http://127.0.0.1:${portOf(foreign.address())}`
})
beforeEach(() => {
  visits.length = 0
})
afterAll(() => void foreign.close())

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port')
  return address.port
}

describe('a redirect of a call that carries a token', () => {
  const targets: readonly (readonly [where: string, to: () => string])[] = [
    ['to another port', () => `${foreignOrigin}/elsewhere`],
    ['to another host', () => 'https://kore.ai.evil.example/elsewhere'],
    ['to another scheme', () => 'ftp://127.0.0.1/elsewhere'],
    ['to the same place', () => '/api/public/elsewhere'],
  ]
  test.each(targets)('case 6: %s is refused, at the start and at a look', async (_, to) => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.suite('Other', TWO_GOOD)
    kore.on('start').decides(({ params }) => (params.get('suite') === 'Other' ? redirect(to(), 307) : undefined))
    kore.on('status').always(redirect(to(), 302))

    const step = await run({ suite: 'Regression\nOther' })

    expectEnd(step, 'error', 'security')
    expect(asked().sort()).toEqual(['start', 'start', 'status'])
    expect(visits).toEqual([])
    expect(step.outputs['message']).toMatch(/answered with a redirect \(HTTP 30[27]\), which is refused/)
  })
})

const toItself: Fault = (exchange) => redirect(exchange.request.target)(exchange)

describe('a redirect of the result file', () => {
  test('case 6: within the origin is followed, without our token', async () => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('file').answers(toItself)

    expectEnd(await run(), 'passed')
    expect(asked().slice(-2)).toEqual(['file', 'file'])
    expect(kore.requests.slice(-2).map(({ headers }) => headers['auth'])).toEqual([undefined, undefined])
  })

  test.each([
    ['another host', () => 'https://files.evil.example/f.csv'],
    ['another port', () => `${foreignOrigin}/f.csv`],
    ['another scheme', () => 'file:///etc/passwd'],
    ['a private address', () => 'https://10.0.0.1/f.csv'],
    ['the address of a cloud’s metadata', () => 'http://169.254.169.254/latest/meta-data'],
  ])('case 6: to %s is refused', async (_, to) => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('file').always(redirect(to()))
    const step = await run()
    expectEnd(step, 'error', 'security')
    expect(visits).toEqual([])
    expect(step.outputs['message']).toMatch(/batch test results: the link to it (leads to|begins with)/)
  })

  test('case 6: in a circle is given up after three', async () => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('file').always(toItself)
    expectEnd(await run(), 'error', 'security')
    expect(asked().filter((operation) => operation === 'file')).toHaveLength(4)
  })

  test('case 6: to a host that was named in download-hosts is followed, without our token', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('file').always(redirect(`${foreignOrigin}/f.csv`))
    expectEnd(await run({ 'download-hosts': new URL(foreignOrigin).host }), 'passed')
    expect(visits.map(({ headers }) => [headers['auth'], headers.authorization, headers.cookie])).toEqual([
      [undefined, undefined, undefined],
    ])
  })
})

describe('a link to the result file', () => {
  test.each([
    ['another port', () => atOrigin(foreignOrigin)],
    ['plain http to another machine', () => atOrigin('http://files.example')],
    ['a private address', () => atOrigin('https://192.168.1.1')],
    ['a private address in IPv6', () => atOrigin('https://[fd00::1]')],
    ['a cloud’s metadata', () => atOrigin('http://169.254.169.254')],
    ['a host that looks alike at its end', () => atOrigin('https://evilkore.ai')],
    ['a host that looks alike at its beginning', () => atOrigin('https://127.0.0.1.evil.example')],
    ['a host behind a user', () => atOrigin('https://127.0.0.1@evil.example')],
    ['our host with a user', () => (link: string) => link.replace('//', '//user:word@')],
    ['a file', () => () => 'file:///etc/passwd'],
    ['data', () => () => 'data:text/csv,Utterances'],
  ])('case 7: to %s is refused, and nobody is asked', async (_, rewrite) => {
    const { kore, run, asked } = await setBundle({ rewriteLink: rewrite() })
    kore.suite('Regression', TWO_GOOD)
    const step = await run()
    expectEnd(step, 'error', 'security')
    expect(asked()).toEqual(['start', 'status', 'status', 'status'])
    expect(visits).toEqual([])
  })

  test('case 7: that is no link at all is an answer of the wrong shape', async () => {
    const { kore, run } = await setBundle({ rewriteLink: () => 'http://' })
    kore.suite('Regression', TWO_GOOD)
    expectEnd(await run(), 'error', 'contract')
  })

  test('the base URL may be a name with more than one address, of which one is dead', async () => {
    const { kore, run } = await setBundle({ rewriteLink: onHost('localhost') })
    kore.suite('Regression', TWO_GOOD)
    expectEnd(await run({ 'base-url': kore.address.replace('127.0.0.1', 'localhost') }), 'passed')
  })

  test('case 8: is followed without our token, which a signed link may refuse', async () => {
    const { kore, run } = await setBundle({ linkAuth: 'refused' })
    kore.suite('Regression', TWO_GOOD)
    expectEnd(await run(), 'passed')
    expect(kore.refusals).toEqual([])
  })

  test('case 8: is tried again with our token where it needs one, on our own origin alone', async () => {
    const { kore, run, asked } = await setBundle({ linkAuth: 'needed' })
    kore.suite('Regression', TWO_GOOD)
    expectEnd(await run(), 'passed')
    expect(asked().slice(-2)).toEqual(['file', 'file'])

    kore.behaves({ rewriteLink: onHost('localhost') })
    expectEnd(await run({ 'download-hosts': new URL(kore.address).host.replace('127.0.0.1', 'localhost') }), 'error', 'auth')
    const elsewhere = kore.requests.filter(({ headers }) => headers.host?.startsWith('localhost'))
    expect(elsewhere.length).toBeGreaterThan(0)
    expect(elsewhere.filter(({ headers }) => headers['auth'] !== undefined)).toEqual([])
  })

  test('case 9: that has expired is asked for anew', async () => {
    const { kore, run, asked } = await setBundle({ linkLifetimeSeconds: -1 })
    kore.suite('Regression', TWO_GOOD)
    kore.on('file').decides(() => {
      kore.behaves({ linkLifetimeSeconds: 600 })
      return undefined
    })
    expectEnd(await run(), 'passed')
    expect(asked().slice(4)).toEqual(['file', 'file', 'status', 'file'])
    expect(kore.runs).toHaveLength(1)
  })

  test.each([401, 403, 404, 410])(
    'case 9: that is refused with %d for ever is asked for anew twice, and then given up',
    async (status) => {
      const { kore, run, asked } = await setBundle()
      kore.suite('Regression', TWO_GOOD)
      kore.on('file').always(koreError(status, status, 'Access Denied'))
      const step = await run()
      expectEnd(step, 'error', status === 401 || status === 403 ? 'auth' : 'vendor')
      expect(asked().filter((operation) => operation === 'status')).toHaveLength(3 + 2)
      expect(step.outputs['message']).toMatch(/the link is invalid or has expired, even after it was requested again/)
    },
  )

  test('case 9: whose host is silent costs half a minute, and then it is tried again', async () => {
    const { kore, run, asked } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('file').answers(() => undefined)
    expectEnd(await run({}, { environment: HASTY }), 'passed')
    expect(asked().slice(4)).toEqual(['file', 'file'])
  })

  test('is never printed with its signature, wherever it appears', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('file').always(
      changed((honest) => ({
        ...honest,
        status: 400,
        body: JSON.stringify({ errors: [{ msg: kore.requests.at(-1)?.target }] }),
      })),
    )
    const step = await run()
    expect(step.exitCode).toBe(1)
  })
})
