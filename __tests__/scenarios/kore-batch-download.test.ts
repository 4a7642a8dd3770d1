import { describe, expect, test } from '@jest/globals'
import {
  answer,
  delay,
  empty,
  gzipBomb,
  gzipEncoded,
  hang,
  html,
  normally,
  redirect,
  reset,
  serverError,
  slowDrip,
  truncated,
  withoutLastLines,
} from '../../simulator/faults.ts'
import { atOrigin, onHost } from '../../simulator/kore/batch-files.ts'
import { startServer } from '../../simulator/server.ts'
import { readReport, type Stage, type StepRecord, setStage } from '../support/action.ts'
import { TWO_GOOD, utterances } from '../support/utterances.ts'

async function setOwnStage(options: Parameters<typeof setStage>[0] = {}): Promise<Stage> {
  const stage = await setStage(options)
  stage.kore.suite('Regression', utterances(50))
  return stage
}

/** The same, where the vendor will refuse requests by its own rules. */
async function setRefusingStage(options: Parameters<typeof setStage>[0] = {}): Promise<Stage> {
  const stage = await setOwnStage(options)
  stage.mayRefuse()
  return stage
}

const filesAsked = ({ asked }: Stage): number => asked().filter((call) => call === 'file').length

function expectError(step: StepRecord, kind: string, message: RegExp): void {
  expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': kind, total: '' })
  expect(step.outputs['message']).toMatch(message)
  expect(step.exitCode).toBe(1)
  expect(step.annotations.map(({ title }) => title)).toEqual(['Agent tests could not be judged'])
}

describe('the link to the result file', () => {
  test('that has expired is asked for anew', async () => {
    const stage = await setOwnStage()
    stage.kore.on('file').answers(answer(403), answer(403))
    const step = await stage.run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '50' })
    expect(stage.asked().slice(-3)).toEqual(['file', 'status', 'file'])
    expect(stage.kore.requests.at(-1)?.headers['auth']).toBeUndefined()
  })

  test('is asked for anew where it really expired on the way', async () => {
    const stage = await setRefusingStage({ linkLifetimeSeconds: 20 })
    stage.kore.on('file').answers(delay(25_000))
    expect((await stage.run()).outputs['conclusion']).toBe('passed')
    expect(new Set(stage.kore.requests.filter(({ operation }) => operation === 'file').map(({ query }) => query)).size).toBe(2)
  })

  test.each([401, 403, 404, 410])('is asked for anew twice and no more: %i', async (status) => {
    const stage = await setOwnStage()
    stage.kore.on('file').always(answer(status))
    const step = await stage.run()
    expectError(step, status < 404 ? 'auth' : 'vendor', new RegExp(`HTTP ${status}.*requested again`))
    expect(stage.asked().slice(stage.asked().indexOf('file'))).toEqual([
      'file',
      'file',
      'status',
      'file',
      'file',
      'status',
      'file',
      'file',
    ])
  })

  test('gets our token only where it is refused without', async () => {
    const stage = await setRefusingStage({ linkAuth: 'needed' })
    expect((await stage.run()).outputs['conclusion']).toBe('passed')
    const [first, second] = stage.kore.requests.filter(({ operation }) => operation === 'file')
    expect(first?.headers['auth']).toBeUndefined()
    expect(second?.headers['auth']).toMatch(/^eyJ/)
  })

  test('is never printed with its query, and keeps its odd characters', async () => {
    const stage = await setOwnStage()
    stage.kore.on('file').answers(serverError(500))
    const step = await stage.run()
    const [request] = stage.kore.requests.filter(({ operation }) => operation === 'file')
    expect(request?.query).toMatch(/s=[^&]*\$&clientfilename=/)
    const signature = /s=([^&]*)/.exec(request?.query ?? '')?.[1] ?? ''
    expect(JSON.stringify([step.log, step.outputs, step.summaries, step.annotations])).not.toContain(signature)
  })
})

describe('a link that leads elsewhere is refused, and nothing is sent there', () => {
  const elsewhere: readonly [string, (link: string) => string, RegExp][] = [
    ['another host', atOrigin('https://files.evil.example'), /leads to files\.evil\.example.*download-hosts/],
    ['a look-alike of the vendor', atOrigin('https://evilkore.ai'), /leads to evilkore\.ai/],
    ['the vendor itself, when base-url is not its', atOrigin('https://bots.kore.ai'), /leads to bots\.kore\.ai/],
    ['another name of this machine', onHost('localhost'), /leads to localhost/],
    ['a private address', atOrigin('https://169.254.169.254'), /leads to 169\.254\.169\.254/],
    ['another port', (link) => link.replace(/:\d+\//, ':1/'), /leads to 127\.0\.0\.1:1/],
    ['http', atOrigin('http://files.example'), /begins with http:.*only https/],
    ['a file', () => 'file:///etc/passwd', /begins with file:/],
    ['data', () => 'data:text/csv,Utterances', /begins with data:/],
    ['a user', (link) => link.replace('//', '//user:word@'), /user name or a password/],
  ]

  test.each(elsewhere)('%s', async (_, rewriteLink, message) => {
    const stage = await setOwnStage({ rewriteLink })
    const step = await stage.run()
    expectError(step, 'security', message)
    expect(filesAsked(stage)).toBe(0)
  })

  test('that is no URL is an answer of the wrong shape', async () => {
    expectError(await (await setOwnStage({ rewriteLink: () => 'not a link' })).run(), 'contract', /not a URL/)
  })

  test('unless the host is named in download-hosts', async () => {
    const stage = await setOwnStage({ rewriteLink: onHost('localhost') })
    const port = new URL(stage.kore.address).port
    const step = await stage.run({ 'download-hosts': `files.example\nLOCALHOST:${port}\n` })
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '50' })
  })
})

test('a file that was never fetched is not listed and not uploaded', async () => {
  const { run } = await setOwnStage({ rewriteLink: atOrigin('https://files.evil.example') })
  const step = await run()
  expect(step.summaries.at(-1)).not.toContain('results.csv')
  expect(step.uploads[0]?.files.join()).not.toContain('results.csv')
})

describe('redirects of the file', () => {
  test('are followed on the same host, each checked, up to three', async () => {
    const stage = await setOwnStage()
    const hop = (): ReturnType<typeof redirect> => (exchange) => redirect(exchange.request.target)(exchange)
    stage.kore.on('file').answers(hop(), hop(), hop())
    expect((await stage.run()).outputs['conclusion']).toBe('passed')
    expect(filesAsked(stage)).toBe(4)
  })

  test('are refused beyond the third', async () => {
    const stage = await setOwnStage()
    stage.kore.on('file').always((exchange) => redirect(exchange.request.target)(exchange))
    expectError(await stage.run(), 'security', /more than 3 redirects/)
    expect(filesAsked(stage)).toBe(4)
  })

  test.each([
    'https://evil.example/f.csv',
    'http://evil.example/f.csv',
    '//evil.example/f.csv',
    'http://user:word@127.0.0.1/',
    'file:///etc/passwd',
  ])('are refused to %s', async (to) => {
    const stage = await setOwnStage()
    stage.kore.on('file').always(redirect(to))
    expectError(await stage.run(), 'security', /link to it/)
  })

  test('carry no token to another host', async () => {
    const stage = await setRefusingStage({ linkAuth: 'needed' })
    const content = (await import('../../simulator/kore/batch-report.ts')).writeReport(
      { botName: 'B', reportName: 'R', language: 'en', runType: 'x', lastTested: 'now' },
      utterances(50),
      (await import('../../simulator/kore/batch-report.ts')).PLAIN_REPORT,
    )
    const other = await startServer<never>({ clock: stage.clock, routes: [], otherwise: () => ({ status: 200, body: content }) })
    try {
      stage.kore.on('file').answers(normally(), redirect(`${other.address}/f.csv`))
      const step = await stage.run({ 'download-hosts': new URL(other.address).host })
      expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '50' })
      expect(stage.kore.requests.at(-1)?.headers['auth']).toMatch(/^eyJ/)
      expect(other.requests.map(({ headers }) => headers['auth'])).toEqual([undefined])
    } finally {
      await other.close()
    }
  })
})

describe('a file that breaks off never becomes fewer tests, all passed', () => {
  test.each([
    ['reset', reset('inside the body')],
    ['cut with its length told', truncated('with length')],
    ['cut between chunks', truncated('chunked')],
    ['reset at the end of a line', reset('inside the body', withoutLastLines(20))],
    ['reset before anything came', reset('before acting')],
    ['500', serverError(500)],
    ['429', serverError(429)],
    ['silence', hang()],
  ])('%s: it is fetched again', async (_, fault) => {
    const stage = await setOwnStage()
    stage.kore.on('file').answers(fault, fault)
    const step = await stage.run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '50' })
    expect(filesAsked(stage)).toBe(3)
    expect((await readReport(step, 'vendor/Regression/results.csv')).toString().match(/good \d+,/g)).toHaveLength(50)
  })

  test('five times is too often', async () => {
    const stage = await setOwnStage()
    stage.kore.on('file').always(truncated('with length'))
    expectError(await stage.run(), 'network', /batch test results .*broke off/)
    expect(filesAsked(stage)).toBe(5)
  })

  test.each([
    ['at the end of a line', withoutLastLines(20)],
    ['inside a line', (body: Buffer) => body.subarray(0, body.length - 700)],
    ['before the header', (body: Buffer) => body.subarray(0, 60)],
  ])('where no length is told and it ends %s', async (_, cut) => {
    const stage = await setOwnStage()
    stage.kore.on('file').always(truncated('without length', cut))
    const step = await stage.run()
    expect(step.exitCode).toBe(1)
    expect(step.outputs['conclusion']).toMatch(/inconclusive|error/)
  })

  test('once, without a length and at the end of a line, is fetched again and costs nothing', async () => {
    const stage = await setOwnStage()
    stage.kore.on('file').answers(truncated('without length', withoutLastLines(20)))
    expect((await stage.run()).outputs['conclusion']).toBe('passed')
    expect(filesAsked(stage)).toBe(2)
  })

  test('three times, without a length and at the end of a line, is what the vendor means, and no proof', async () => {
    const stage = await setOwnStage()
    stage.kore.on('file').always(truncated('without length', withoutLastLines(20)))
    const step = await stage.run()
    expect(step.outputs['conclusion']).toBe('inconclusive')
    expect(step.outputs['message']).toMatch(/holds \d+ utterances, but the vendor counts/)
    expect(filesAsked(stage)).toBe(3)
  })

  test.each([
    ['a page for people', html()],
    ['nothing', empty()],
  ])('%s in its place is no proof either', async (_, fault) => {
    const stage = await setOwnStage()
    stage.kore.on('file').always(fault)
    expectError(await stage.run(), 'contract', /cannot be read/)
  })
})

describe('odd files', () => {
  test.each([
    ['compressed', gzipEncoded()],
    ['a bomb of 2 GiB', gzipBomb(2048)],
  ])('that nobody asked to be %s are not unpacked', async (_, fault) => {
    const stage = await setOwnStage()
    stage.kore.on('file').always(fault)
    expectError(await stage.run(), 'contract', /compressed form that was not asked for/)
    expect(filesAsked(stage)).toBe(3)
  })

  test('that drip in slowly are taken as long as they come', async () => {
    const stage = await setStage()
    stage.kore.suite('Regression', TWO_GOOD)
    stage.kore.on('file').answers(slowDrip(40, 25_000))
    expect((await stage.run()).outputs['conclusion']).toBe('passed')
    expect(filesAsked(stage)).toBe(1)
  })

  test('that fall silent for more than half a minute are fetched again', async () => {
    const stage = await setStage()
    stage.kore.suite('Regression', TWO_GOOD)
    stage.kore.on('file').answers(slowDrip(400, 31_000))
    expect((await stage.run()).outputs['conclusion']).toBe('passed')
    expect(filesAsked(stage)).toBe(2)
  })

  test('that drip beyond the deadline are ended by it', async () => {
    const stage = await setOwnStage()
    stage.kore.on('file').always(slowDrip(1, 20_000))
    const step = await stage.run({ 'timeout-minutes': '4' })
    expect(step.outputs).toMatchObject({ conclusion: 'timed-out', total: '' })
    expect(Math.abs(step.tookMs - 240_000)).toBeLessThanOrEqual(5000)
  })
})

test('a vendor that goes away for good before its file was fetched is an error of the network', async () => {
  const stage = await setOwnStage()
  stage.kore.on('file').always(reset('before acting'))
  const step = await stage.run()
  expectError(step, 'network', /gave up after/)
  expect(step.outputs['run-id']).toBe(stage.kore.runs[0]?.requestId)
})
