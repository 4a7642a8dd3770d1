/** Imports batch test suites from uploaded files, as an update or as new ones. */
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { RecordedRequest } from '../exchange.ts'
import { readJsonBody, requiredField } from './api.ts'
import { entity, type Utterance, understood } from './batch-suite.ts'
import { Refusal, refusal } from './refusal.ts'
import type { UploadedFile, Uploads } from './uploads.ts'

/** What an import asks for. */
export interface BatchImport {
  readonly name: string
  readonly importType: 'new' | 'update'
  /** Each matched as it should be. */
  readonly utterances: readonly Utterance[]
}

const FIELDS = ['fileName', 'fileType', 'importType', 'name', 'description', 'delimiter', 'engine']
const MOST_UTTERANCES = 1000
const MOST_CHARACTERS = 3000

/** Reads the request, and the file that it names; throws a `Refusal`. */
export function readImport(request: RecordedRequest, uploads: Uploads): BatchImport {
  const fields = readJsonBody(request, FIELDS)
  const text = (name: string): string => requiredField(fields, name)
  const [name, importType, type] = [text('name'), text('importType'), text('fileType')]
  if (text('description') === '' || text('delimiter') !== ',') throw refusal('arguments')
  if (fields.has('engine') && fields.get('engine') !== 'dgpt') throw refusal('arguments')
  if (importType !== 'new' && importType !== 'update') throw refusal('arguments')
  const file = uploads.get(text('fileName'))
  if (file === undefined || file.extension !== type) throw refusal('file')
  const utterances = readUtterances(file)
  const isTooLarge = utterances.length > MOST_UTTERANCES || utterances.some(({ input }) => input.length > MOST_CHARACTERS)
  if (isTooLarge || utterances.length === 0) throw refusal('arguments')
  return { name, importType, utterances }
}

function readUtterances(file: UploadedFile): Utterance[] {
  try {
    return file.extension === 'csv' ? readCsv(file.content) : readJson(file.content)
  } catch {
    throw file.extension === 'csv' ? new Refusal(400, 400, 'CSV format is incorrect') : refusal('arguments')
  }
}

const Suite = z.strictObject({
  testCases: z.array(
    z.strictObject({
      input: z.string().min(1),
      intent: z.string(),
      parentIntent: z.string().optional(),
      entities: z.array(z.strictObject({ entityName: z.string(), entityValue: z.string() })).optional(),
      entityOrder: z.array(z.string()).optional(),
    }),
  ),
})

function readJson(content: Buffer): Utterance[] {
  return Suite.parse(JSON.parse(content.toString())).testCases.map(({ input, intent, entities = [] }) =>
    understood(input, intent, ...entities.map(({ entityName, entityValue }) => entity(entityName, entityValue))),
  )
}

const Row = z.strictObject({
  input: z.string(),
  intent: z.string(),
  parentIntent: z.string(),
  entityName: z.string(),
  entityValue: z.string(),
  entityOrder: z.string(),
})

/** Rows that follow each other with the same utterance are one. */
function readCsv(content: Buffer): Utterance[] {
  const rows = z.array(Row).parse(parse(content, { bom: true, columns: true, skip_empty_lines: true }))
  const found: Utterance[] = []
  for (const { input, intent, entityName, entityValue } of rows) {
    const entities = entityName === '' ? [] : [entity(entityName, entityValue)]
    const last = found.at(-1)
    if (last?.input === input && last.expectedIntent === intent) {
      found.splice(-1, 1, understood(input, intent, ...(last.entities ?? []), ...entities))
    } else found.push(understood(input, intent, ...entities))
  }
  return found
}
