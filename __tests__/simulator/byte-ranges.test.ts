/** Parts of files, as strictly as RFC 9110 has them. */
import { expect, test } from '@jest/globals'
import { inParts, type Ranges } from '../../simulator/byte-ranges.ts'

const FILE = Buffer.from('0123456789')
const CHANGED = Date.UTC(2026, 4, 4)

function ask(headers: Readonly<Record<string, string>>, ranges: Ranges = {}) {
  const { status, body = '', headers: given = {} } = inParts({ headers }, FILE, { 'content-type': 'text/csv' }, ranges)
  return { status, text: Buffer.from(body).toString(), range: given['content-range'], given }
}

test.each([
  ['bytes=4-', '456789', 'bytes 4-9/10'],
  ['bytes=0-0', '0', 'bytes 0-0/10'],
  ['bytes=4-6', '456', 'bytes 4-6/10'],
  ['bytes=4-99', '456789', 'bytes 4-9/10'],
  ['bytes=-3', '789', 'bytes 7-9/10'],
  ['bytes=-99', '0123456789', 'bytes 0-9/10'],
])('%s gives %s', (range, text, contentRange) => {
  expect(ask({ range })).toMatchObject({ status: 206, text, range: contentRange })
})

test.each(['', 'bytes', 'bytes=', 'bytes=-', 'bytes=6-4', 'bytes=a-b', 'bytes=0-1,4-5', 'lines=0-1', 'bytes 0-1'])(
  '%j is no range, so the whole file comes',
  (range) => {
    expect(ask({ range })).toMatchObject({ status: 200, text: '0123456789', range: undefined })
  },
)

test.each(['bytes=10-', 'bytes=99-100'])('%s leads behind the file', (range) => {
  expect(ask({ range })).toMatchObject({ status: 416, text: '', range: 'bytes */10' })
})

test('a part comes only where If-Range names the file as it is, and never by a weak tag', () => {
  const range = 'bytes=4-'
  const { etag = '' } = ask({}).given
  const date = new Date(CHANGED).toUTCString()
  const weak = ask({}, { by: 'weak tag' }).given['etag'] ?? ''
  expect(weak).toBe(`W/${etag}`)
  expect(ask({ range, 'if-range': etag }).status).toBe(206)
  expect(ask({ range, 'if-range': '"other"' }).status).toBe(200)
  expect(ask({ range, 'if-range': date }).status).toBe(200)
  expect(ask({ range, 'if-range': weak }, { by: 'weak tag' }).status).toBe(200)
  expect(ask({ range, 'if-range': date }, { by: 'date', changedAt: CHANGED }).status).toBe(206)
  expect(ask({ range, 'if-range': date }, { by: 'date', changedAt: CHANGED + 1000 }).status).toBe(200)
})

test('the offer stands in every answer, beside the file’s own headers', () => {
  for (const headers of [{}, { range: 'bytes=4-' }, { range: 'bytes=99-' }])
    expect(ask(headers).given).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': 'text/csv' })
})
