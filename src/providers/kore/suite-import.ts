/**
 * Suites from the repository: a file is uploaded, and then imported under the suite's name. The vendor's import calls take the
 * id that the upload gave as `fileName`.
 */
import * as z from 'zod'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import type { World } from '../provider.ts'
import type { KoreCall, KoreClient, Upload } from './client.ts'
import { ENDED, plainWord } from './status-word.ts'
import type { FileType } from './suite-file.ts'

/** What is imported where. */
export interface WantedImport {
  readonly suite: string
  /** In the repository. */
  readonly path: string
  readonly botId: string
  readonly client: KoreClient
  readonly world: World
}

/** A suite that lies in the repository. */
export interface SuiteImport {
  /** Resolves when the suite is imported. Safe to repeat: goes on where a trouble, or an import under way, broke it off. */
  bring(): Promise<void>
}

const DESCRIPTION = 'Imported from a repository by agent-test-gate'
const BATCH = 'Batch Tests Management'
const CONVERSATION = 'Conversation Tests Management'

/** Imports a batch test suite: as an update, and as a new suite only when there is none, since the vendor runs a new one by itself. */
export function batchImport(wanted: WantedImport, engine: string | undefined): SuiteImport {
  const { suite, botId, client, world } = wanted
  const upload = uploadOnce(wanted, BATCH, async (bytes) => (await import('./suite-file.ts')).checkBatchFile(wanted.path, bytes))
  const send = async (importType: 'update' | 'new', { fileId, type }: Uploaded): Promise<void> => {
    const about = { fileName: fileId, fileType: type, importType, name: suite, description: DESCRIPTION, delimiter: ',' }
    await client.ask({
      name: 'batch test suite import',
      method: 'POST',
      template: '/api/public/stream/{bot-id}/testsuite/import',
      parameters: { 'bot-id': botId },
      body: { ...about, ...(engine === 'dgpt' && { engine }) },
      scope: BATCH,
      countedBy: botId,
    })
  }
  const bring = async (): Promise<void> => {
    const file = await upload()
    try {
      await send('update', file)
    } catch (thrown) {
      if (!isMissingSuite(thrown)) throw thrown
      world.notice(
        `suite-path: the bot has no suite "${suite}" yet, so it is imported as a new one, which Kore.ai then runs for both versions of the bot by itself, besides our run`,
      )
      await send('new', file)
    }
  }
  return { bring }
}

/** What an update of an unknown suite is answered with is documented in these words; other wordings of the same are accepted. */
function isMissingSuite(thrown: unknown): boolean {
  if (!(thrown instanceof Trouble)) return false
  const { status, said = '' } = thrown.facts
  return status === 404 || (status === 400 && /not found|not exist|no such/i.test(said))
}

const ImportStarted = z.object({ dsId: z.string().min(1) })
const ImportStatus = z.object({ status: z.string() })
const IMPORTED = new Set(['success', 'successful', 'completed'])

/** Imports a conversation test suite, and waits for it: rejects with a passing `Trouble` while it is under way. */
export function conversationImport(wanted: WantedImport, email: string): SuiteImport {
  const { suite, botId, client } = wanted
  const upload = uploadOnce(wanted, CONVERSATION, async (bytes) =>
    (await import('./suite-file.ts')).checkConversationFile(wanted.path, bytes),
  )
  const common = { name: 'conversation test suite import', scope: CONVERSATION }
  const template = '/api/public/stream/{bot-id}/conversation/testsuite/import'
  const begin = async ({ fileId }: Uploaded): Promise<string> => {
    const body = { fileName: fileId, name: suite, tags: [], description: DESCRIPTION, userEmailId: email }
    const call: KoreCall = { ...common, method: 'POST', template, parameters: { 'bot-id': botId }, body, countedBy: botId }
    return (await client.read(call, ImportStarted)).dsId
  }
  let id: string | undefined
  const bring = async (): Promise<void> => {
    id ??= await begin(await upload())
    const status = { ...common, name: `${common.name} status`, template: `${template}/{import-id}/status` }
    const parameters = { 'bot-id': botId, 'import-id': id }
    refuseUnfinished(await client.read({ ...status, method: 'GET', parameters, countedBy: id }, ImportStatus))
  }
  return { bring }
}

function refuseUnfinished({ status }: z.infer<typeof ImportStatus>): void {
  const word = plainWord(status)
  if (IMPORTED.has(word)) return
  if (ENDED.has(word))
    throw lastingTrouble(
      'vendor',
      'Kore.ai could not import the suite of suite-path; check that the file is an export of a conversation test suite',
      status,
    )
  throw new Trouble('Kore.ai is still importing the suite of suite-path', {
    kind: 'vendor',
    persistence: 'passing',
    said: status,
  })
}

/** A file as the vendor has it. */
interface Uploaded {
  readonly fileId: string
  readonly type: FileType
}

const UploadAnswer = z.object({ fileId: z.string().min(1) })

/** Checks and uploads the file, once however often it is asked for. */
function uploadOnce(
  wanted: WantedImport,
  scope: string,
  check: (bytes: Uint8Array) => Promise<FileType>,
): () => Promise<Uploaded> {
  const { suite, path, botId, client, world } = wanted
  let uploaded: Uploaded | undefined
  const upload = async (): Promise<Uploaded> => {
    if ((await world.sources.kind(path)) === 'folder')
      throw lastingTrouble('config', `suite-path: ${JSON.stringify(path)} is a folder; give the file of the suite`)
    const bytes = await world.sources.read(path)
    const type = await check(bytes)
    world.notice(
      `suite-path: the suite "${suite}" is replaced at Kore.ai by ${path} for everybody who uses it; give the workflow a concurrency group, so that two of its runs do not mix`,
    )
    const call: KoreCall = {
      name: 'file upload',
      method: 'POST',
      template: '/api/public/uploadfile',
      parameters: {},
      upload: await multipart(bytes, type),
      scope,
      countedBy: botId,
    }
    return { fileId: (await client.read(call, UploadAnswer)).fileId, type }
  }
  return async () => {
    uploaded ??= await upload()
    return uploaded
  }
}

/** The fields of the vendor's upload call. The file's own name stays here. */
async function multipart(bytes: Uint8Array, type: FileType): Promise<Upload> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], `suite.${type}`, { type: type === 'csv' ? 'text/csv' : 'application/json' }))
  form.set('fileContext', 'bulkImport')
  form.set('fileExtension', type)
  const encoded = new Response(form)
  return { bytes: new Uint8Array(await encoded.arrayBuffer()), type: encoded.headers.get('content-type') ?? '' }
}
