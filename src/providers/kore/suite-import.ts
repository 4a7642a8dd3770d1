/**
 * Suites from the repository: a file is uploaded, and then imported under the suite's name. The vendor's import calls take the
 * id that the upload gave as `fileName`.
 */
import * as z from 'zod/mini'
import { quote } from '../../fields.ts'
import { type FormBody, formBody, formFile } from '../../form-body.ts'
import { once } from '../../once.ts'
import { type FindPlaces, linesOfNames, placesIn } from '../../places.ts'
import { Filled } from '../../shapes.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import type { World } from '../provider.ts'
import type { KoreCall, KoreClient } from './client.ts'
import { ENDED, plainWord } from './status-word.ts'
import type { FileType } from './suite-file.ts'

/** What is imported where. */
interface WantedImport {
  readonly suite: string
  /** In the repository. */
  readonly path: string
  readonly botId: string
  readonly client: KoreClient
  readonly world: World
}

/** A suite that lies in the repository. */
interface SuiteImport {
  /** Holds the file against the vendor's limits; rejects with a `Trouble` of kind `config`. Sends nothing. */
  check(): Promise<void>
  /** Whether the suite is imported by now. Safe to repeat: goes on where a trouble, or an import under way, broke it off. */
  bring(): Promise<'done' | 'not yet'>
  /** The lines of the file that cases stand on. */
  readonly places: FindPlaces
}

const DESCRIPTION = 'Imported from a repository by agent-test-gate'
const BATCH = 'Batch Tests Management'
const CONVERSATION = 'Conversation Tests Management'

/** Imports a batch test suite: as an update, and as a new suite only when there is none, since the vendor runs a new one by itself. */
export function batchImport(wanted: WantedImport, engine: string | undefined): SuiteImport {
  const { suite, botId, client, world } = wanted
  const file = sourceFile(wanted, async (bytes) => (await import('./suite-file.ts')).checkBatchFile(wanted.path, bytes))
  const upload = uploadOnce(wanted, BATCH, file)
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
  const bring = async (): Promise<'done'> => {
    const uploaded = await upload()
    try {
      await send('update', uploaded)
      tellReplaced(wanted)
    } catch (thrown) {
      if (!isMissingSuite(thrown)) throw thrown
      world.notice(
        `suite-path: the bot has no suite ${quote(suite)} yet, so it is about to be imported as a new one; Kore.ai then runs it by itself for both versions of the bot, in addition to this run`,
      )
      await send('new', uploaded)
    }
    return 'done'
  }
  const places = async () => {
    const [{ utteranceLines }, { bytes, type }] = await Promise.all([import('./suite-file.ts'), file.read()])
    return placesIn(wanted.path, await utteranceLines(wanted.path, bytes, type))
  }
  return { bring, check: file.check, places }
}

/** What an update of an unknown suite is answered with is documented in these words; other wordings of the same are accepted. */
function isMissingSuite(thrown: unknown): boolean {
  if (!(thrown instanceof Trouble)) return false
  const { status, said = '' } = thrown.facts
  return status === 404 || (status === 400 && /not found|not exist|no such/i.test(said))
}

const ImportStarted = z.object({ dsId: Filled })
const ImportStatus = z.object({ status: z.string() })
const IMPORTED = new Set(['success', 'successful', 'completed'])

/** Imports a conversation test suite, which goes on at the vendor for a while. */
export function conversationImport(wanted: WantedImport, email: string): SuiteImport {
  const { suite, botId, client } = wanted
  const file = sourceFile(wanted, async (bytes) => (await import('./suite-file.ts')).checkConversationFile(wanted.path, bytes))
  const upload = uploadOnce(wanted, CONVERSATION, file)
  const common = { name: 'conversation test suite import', scope: CONVERSATION }
  const template = '/api/public/stream/{bot-id}/conversation/testsuite/import'
  const begin = async ({ fileId }: Uploaded): Promise<string> => {
    const body = { fileName: fileId, name: suite, tags: [], description: DESCRIPTION, userEmailId: email }
    const call: KoreCall = { ...common, method: 'POST', template, parameters: { 'bot-id': botId }, body, countedBy: botId }
    return (await client.read(call, ImportStarted)).dsId
  }
  let id: string | undefined
  const bring = async (): Promise<'done' | 'not yet'> => {
    id ??= await begin(await upload())
    const status = { ...common, name: `${common.name} status`, template: `${template}/{import-id}/status` }
    const parameters = { 'bot-id': botId, 'import-id': id }
    const state = isImported(await client.read({ ...status, method: 'GET', parameters, countedBy: id }, ImportStatus))
    if (state === 'done') tellReplaced(wanted)
    return state
  }
  const places: FindPlaces = async (names) =>
    placesIn(wanted.path, await linesOfNames(wanted.path, (await file.read()).bytes, names))
  return { bring, check: file.check, places }
}

function isImported({ status }: z.infer<typeof ImportStatus>): 'done' | 'not yet' {
  const word = plainWord(status)
  if (IMPORTED.has(word)) return 'done'
  if (ENDED.has(word))
    throw lastingTrouble(
      'vendor',
      'Kore.ai could not import the suite of suite-path; check that the file is an export of a conversation test suite',
      status,
    )
  return 'not yet'
}

/** A file as the vendor has it. */
interface Uploaded {
  readonly fileId: string
  readonly type: FileType
}

const UploadAnswer = z.object({ fileId: Filled })

/** The file of the repository. */
interface SourceFile {
  check(): Promise<void>
  /** Its bytes as they were checked. */
  read(): Promise<{ readonly bytes: Uint8Array; readonly type: FileType }>
}

/** Read and checked once: what is sent is what was checked. */
function sourceFile({ path, world }: WantedImport, typeOf: (bytes: Uint8Array) => Promise<FileType>): SourceFile {
  const read = once(async () => {
    if ((await world.sources.kind(path)) === 'folder')
      throw lastingTrouble('config', `suite-path: ${quote(path)} is a folder; give the file of the suite`)
    const bytes = await world.sources.read(path)
    return { bytes, type: await typeOf(bytes) }
  })
  return { read, check: async () => void (await read()) }
}

function tellReplaced({ suite, path, world }: WantedImport): void {
  world.notice(
    `suite-path: the suite ${quote(suite)} was replaced at Kore.ai by ${path} for everybody who uses it; give the workflow a concurrency group, so that two of its runs do not mix`,
  )
}

/** Uploads the file, once however often it is asked for. */
function uploadOnce(wanted: WantedImport, scope: string, file: SourceFile): () => Promise<Uploaded> {
  const { botId, client } = wanted
  return once(async () => {
    const { bytes, type } = await file.read()
    const call: KoreCall = {
      name: 'file upload',
      method: 'POST',
      template: '/api/public/uploadfile',
      parameters: {},
      upload: await importForm(bytes, type),
      scope,
      countedBy: botId,
    }
    return { fileId: (await client.read(call, UploadAnswer)).fileId, type }
  })
}

/** The fields of the vendor's upload call. The file's own name stays here. */
function importForm(bytes: Uint8Array, type: FileType): Promise<FormBody> {
  const form = new FormData()
  form.set('file', formFile(bytes, `suite.${type}`, type === 'csv' ? 'text/csv' : 'application/json'))
  form.set('fileContext', 'bulkImport')
  form.set('fileExtension', type)
  return formBody(form)
}
