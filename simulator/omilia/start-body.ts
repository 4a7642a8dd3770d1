/** Reads the body that starts a run or a generation, as narrowly as the page describes it. */
import type { RecordedRequest } from '../exchange.ts'
import { Refusal, wrongField } from './refusal.ts'

/** What a job is started with. */
export interface StartBody {
  readonly projectId: string
  readonly parameters: Readonly<Record<string, unknown>>
}

const TEXTS = { run: ['group', 'utterance', 'description'], generation: ['group', 'testSuite', 'simulationData'] } as const

/** The body; throws a `Refusal` for what is missing, wrong or unknown. */
export function readStartBody({ headers, body }: RecordedRequest, what: 'run' | 'generation'): StartBody {
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? ''))
    throw new Refusal(415, 'Unsupported media type')
  const { projectId, ...parameters } = fieldsOf(body)
  if (typeof projectId !== 'string') throw wrongField('projectId', 'field required')
  const texts: readonly string[] = TEXTS[what]
  for (const [name, value] of Object.entries(parameters)) {
    const isText = texts.includes(name) && (value === null || (typeof value === 'string' && value !== ''))
    const isFlag = what === 'generation' && name === 'overwrite' && typeof value === 'boolean'
    if (!isText && !isFlag) throw wrongField(name, 'extra fields not permitted, or a wrong value')
  }
  return { projectId, parameters }
}

function fieldsOf(body: Buffer): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw wrongField('__root__', 'invalid JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongField('__root__', 'not an object')
  return Object.fromEntries(Object.entries(value))
}
