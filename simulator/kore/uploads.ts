/** The upload of files that import calls name afterwards, strict about the form that the page on it shows. */
import { randomBytes } from 'node:crypto'
import type { RecordedRequest } from '../exchange.ts'
import type { Route } from '../server.ts'
import { type Handle, jsonAnswer } from './api.ts'
import type { Gate } from './app.ts'
import { refusal } from './refusal.ts'

/** A file that was uploaded. */
export interface UploadedFile {
  readonly fileId: string
  readonly extension: string
  readonly content: Buffer
}

/** Files that were uploaded, by their ids. */
export type Uploads = Map<string, UploadedFile>

/** The route of uploads; an app with any of the scopes may upload. */
export function uploadRoute(
  gate: Gate,
  uploads: Uploads,
  scopes: readonly string[],
  strict: (handle: Handle) => Handle,
): Route<'upload'> {
  const upload: Handle = async (request) => {
    gate.admitApp(request, scopes, 'upload')
    const file = await readUpload(request)
    uploads.set(file.fileId, file)
    return jsonAnswer({ fileId: file.fileId, hash: randomBytes(20).toString('hex') })
  }
  return {
    operation: 'upload',
    method: 'POST',
    paths: ['/api/public/uploadfile', '/api/1.1/public/uploadfile'],
    handle: strict(upload),
  }
}

const FIELDS = ['file', 'fileContext', 'fileExtension']

async function readUpload({ headers, query, body }: RecordedRequest): Promise<UploadedFile> {
  const form = await formOf(headers['content-type'] ?? '', body)
  const fields = [...form.keys()].sort()
  const [file, extension] = [form.get('file'), form.get('fileExtension')]
  if (query !== '' || fields.join() !== FIELDS.join() || form.get('fileContext') !== 'bulkImport') throw refusal('arguments')
  if (!(file instanceof File) || (extension !== 'json' && extension !== 'csv')) throw refusal('arguments')
  const content = Buffer.from(await file.arrayBuffer())
  if (content.length === 0) throw refusal('arguments')
  return { fileId: randomBytes(12).toString('hex'), extension, content }
}

async function formOf(contentType: string, body: Buffer): Promise<FormData> {
  if (!contentType.startsWith('multipart/form-data; boundary=')) throw refusal('arguments')
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw refusal('arguments')
  }
}
