/** The result file of the simulated Kore.ai batch tests, and the signed link that leads to it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { truncated, withoutLastLines } from '../../simulator/faults.ts'
import { type KoreBatch, startKoreBatch } from '../../simulator/kore/batch.ts'
import { atOrigin, onHost } from '../../simulator/kore/batch-files.ts'
import { completed } from '../../simulator/kore/batch-run.ts'
import { entity, mistaken, understood } from '../../simulator/kore/batch-suite.ts'
import { ask, clientOf, expectRefusal, type KoreClient, type StoppedClock, stoppedClock, textAt, token } from './kore-client.ts'

const SUITE = [
  understood('book a flight', 'Book Flight', entity('To', 'Oslo'), entity('Date', 'Friday', 'Monday')),
  mistaken('where, "exactly", is it', 'Flight Status', 'Baggage Claim'),
  understood('say "hello"', 'None'),
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

test('the file has the key and value lines, the table comes behind them', async () => {
  const file = await ask(await client.fileLink())
  expect(file.headers.get('content-type')).toMatch('text/csv')
  const records = parse(file.text, { relax_column_count: true, record_delimiter: '\r\n' })
  const start = records.findIndex(([cell]) => cell === 'Utterances')
  const head = records.slice(0, start)
  expect(head).toEqual(
    expect.arrayContaining([
      ['Utterance Count', '3'],
      ['Success/Failure Ratio', '1/2'],
      ['FP', '1'],
    ]),
  )
  expect(head.find(([key]) => key === 'Notes')?.[1]).toMatch(/\n.*"text",\n/)
  expect(records[start]?.slice(0, 3)).toEqual(['Utterances', 'ExpectedIntent', 'MatchedIntent'])
  expect(new Set(records.slice(start).map((record) => record.length))).toEqual(new Set([15]))
})

test('the file has a row for each entity', async () => {
  const { text } = await ask(await client.fileLink())
  const rows = parse(text.slice(text.indexOf('Utterances,')), { columns: true, record_delimiter: '\r\n' })
  const base = { 'Entity Name': '', 'Expected EntityValue': '', 'Matched EntityValue': '', 'Entity Result': '' }
  expect(rows).toMatchObject([
    {
      Utterances: 'book a flight',
      'Result Type': 'True Positive',
      'Entity Name': 'To',
      'Matched EntityValue': 'Oslo',
      'Entity Result': 'TRUE',
    },
    { Utterances: 'book a flight', 'Expected EntityValue': 'Friday', 'Matched EntityValue': 'Monday', 'Entity Result': 'FALSE' },
    { Utterances: 'where, "exactly", is it', 'Result Type': 'False Positive', MatchedIntent: 'Baggage Claim', ...base },
    { Utterances: 'say "hello"', 'Result Type': 'True Negative', ...base },
  ])
})

test('the file is written otherwise where it is told to', async () => {
  kore.nextRun().written({ columns: 'pages', byteOrderMark: true, lineBreak: '\n', notes: '' })
  const response = await fetch(await client.fileLink())
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.toString()).toMatch(/\nUtterance,Expected Intent,Matched Intent,/)
  expect(bytes.toString()).not.toMatch(/\r|Notes/)
})

test('the file tells of other utterances, or is other bytes, where it is told to', async () => {
  kore.nextRun().reports([understood('only this', 'X')])
  const lines = (await ask(await client.fileLink())).text.split('\r\n')
  expect(lines).toEqual(expect.arrayContaining(['Utterance Count,1', expect.stringMatching(/^only this,X,X,/)]))
  kore.nextRun().file('not,"a csv')
  expect((await ask(await client.fileLink())).text).toBe('not,"a csv')
})

test('the file has other columns for DialogGPT', async () => {
  kore.nextRun().shows(completed())
  const started = await client.start('Regression', { body: '{"version":"published","engine":"dgpt"}' })
  const answer = await client.look(textAt(started.json, 'requestId'))
  expect((await ask(textAt(answer.json, 'result.fileUrl'))).text).not.toMatch(/Utterances|Intent/)
})

test("the file lies under a link shaped as the vendor's, a new one for each status answer", async () => {
  const run = await client.startedRun()
  kore.behaves({ rewriteLink: (link) => link.replace(kore.address, '') })
  await client.look(run)
  await client.look(run)
  const first = textAt((await client.look(run)).json, 'result.fileUrl')
  clock.advance(5000)
  const second = textAt((await client.look(run)).json, 'result.fileUrl')
  expect(first).toMatch(/^\/api\/getMediaStream\/media\/f-[\da-f-]{36}\.csv\?e=\d+&n=\d+&s=[\w+/]{62}\$\$&clientfilename=/)
  expect(first).toMatch(/&clientfilename=Regression-04-05-26\.csv&batchtesting=true$/)
  expect(second).not.toBe(first)
  expect((await ask(kore.address + first)).text).toBe((await ask(kore.address + second)).text)
})

test.each([
  ['escaped dollars', (link: string) => link.replace('$$', '%24%24')],
  ['lost dollars', (link: string) => link.replace('$$', '')],
  ['a later end', (link: string) => link.replace(/e=(\d+)/, (_, seconds) => `e=${Number(seconds) + 60}`)],
  ['another number', (link: string) => link.replace('&n=', '&n=1')],
  ['another name', (link: string) => link.replace('clientfilename=R', 'clientfilename=r')],
  ['more parameters', (link: string) => `${link}&x=1`],
  ['no parameters', (link: string) => link.slice(0, link.indexOf('?'))],
])('the file is refused to a link with %s', async (_, change) => {
  const link = await client.fileLink()
  expectRefusal(await ask(change(link)), 403, 403, 'Access Denied')
  expect((await ask(link)).status).toBe(200)
})

test('a file that nobody has is told so', async () => {
  const link = await client.fileLink()
  expectRefusal(await ask(link.replace(/f-\w+/, 'f-00000000')), 400, 400, 'Invalid file id')
})

test('the file is refused when the link has expired, and a new link helps', async () => {
  kore.behaves({ linkLifetimeSeconds: 30 })
  const link = await client.fileLink()
  clock.advance(29_999)
  expect((await ask(link)).status).toBe(200)
  clock.advance(1)
  expectRefusal(await ask(link), 403, 403, 'Access Denied')
  const answer = await client.look(kore.runs[0]?.requestId ?? '')
  expect((await ask(textAt(answer.json, 'result.fileUrl'))).status).toBe(200)
})

test('the file is refused to a request with credentials, unless they are needed', async () => {
  const link = await client.fileLink()
  expectRefusal(await ask(link, { headers: { auth: token(kore, clock) } }), 403, 403, 'Access Denied')
  expectRefusal(await ask(link, { headers: { authorization: 'Bearer x' } }), 403, 403, 'Access Denied')
  kore.behaves({ linkAuth: 'needed' })
  expectRefusal(await ask(link), 401, 4002, 'Invalid SDK credentials')
  expect((await ask(link, { headers: { auth: token(kore, clock) } })).status).toBe(200)
})

test('the file lies on another host where links are rewritten', async () => {
  kore.behaves({ rewriteLink: onHost('localhost') })
  const link = await client.fileLink()
  expect(new URL(link).hostname).toBe('localhost')
  expect((await ask(link)).status).toBe(200)
  kore.behaves({ rewriteLink: atOrigin('https://platform.kore.ai.example') })
  expect(await client.fileLink()).toMatch(/^https:\/\/platform\.kore\.ai\.example\/api\/getMediaStream/)
})

test('the file comes whole where ranges are not understood', async () => {
  const reply = await ask(await client.fileLink(), { headers: { range: 'bytes=10-' } })
  expect([reply.status, reply.text.slice(0, 8), reply.headers.get('accept-ranges')]).toEqual([200, 'Bot Name', null])
})

test('the file comes in parts where ranges are understood, as long as it is the same file', async () => {
  kore.behaves({ ranges: true })
  const link = await client.fileLink()
  const full = await ask(link)
  const part = (range: string, ifRange = full.headers.get('etag') ?? ''): ReturnType<typeof ask> =>
    ask(link, { headers: { range, 'if-range': ifRange } })
  expect(await part('bytes=10-')).toMatchObject({ status: 206, text: full.text.slice(10) })
  expect(await part('bytes=0-3')).toMatchObject({ status: 206, text: 'Bot ' })
  expect((await part('bytes=10-', '"old"')).text).toBe(full.text)
  expect((await part('bytes=999999-')).status).toBe(416)
})

test('the file may end early at the end of a line', async () => {
  kore.on('file').answers(truncated('without length', withoutLastLines(1)))
  const link = await client.fileLink()
  const [short, whole] = [await ask(link), await ask(link)]
  expect(whole.text).toBe(`${short.text}${whole.text.split('\r\n').at(-2)}\r\n`)
})
