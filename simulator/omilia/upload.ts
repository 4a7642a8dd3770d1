/** Reads an upload of test suites, in the one form that this vendor takes. */
import type { RecordedRequest } from '../exchange.ts'
import { Refusal } from './refusal.ts'

/** Which form the vendor takes: its page does not say. */
export type UploadForm = 'multipart' | 'raw'

/** The ZIP in the request; throws a `Refusal` for the other form, and for what is no ZIP. */
export function readUpload(request: RecordedRequest, form: UploadForm, refusedWith: number): Buffer {
  const archive = form === 'raw' ? readRaw(request) : readMultipart(request)
  if (archive === undefined) throw new Refusal(refusedWith, form === 'raw' ? 'Expected application/zip' : 'Field required: file')
  if (archive.subarray(0, 2).toString() !== 'PK') throw new Refusal(422, 'File is not a zip file')
  return archive
}

function readRaw({ headers, body }: RecordedRequest): Buffer | undefined {
  return headers['content-type'] === 'application/zip' ? body : undefined
}

/** Exactly one part, by the name `file`, that calls itself a ZIP. */
function readMultipart({ headers, body }: RecordedRequest): Buffer | undefined {
  const boundary = /^multipart\/form-data; boundary=([\w-]{1,70})$/.exec(headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return undefined
  const headEnd = body.indexOf('\r\n\r\n')
  const lines = body.subarray(0, headEnd).toString().split('\r\n')
  const [first = '', ...fields] = lines
  const isFile = fields.some((line) => /^content-disposition: form-data; name="file"; filename="[\w.-]+\.zip"$/i.test(line))
  const isZip = fields.some((line) => /^content-type: application\/zip$/i.test(line))
  const end = Buffer.from(`\r\n--${boundary}--\r\n`)
  const isWhole =
    first === `--${boundary}` &&
    body.subarray(-end.length).equals(end) &&
    body.indexOf(`\r\n--${boundary}`) === body.length - end.length
  return isFile && isZip && isWhole ? body.subarray(headEnd + 4, -end.length) : undefined
}
