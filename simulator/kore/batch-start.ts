/** Reads the request that starts a batch test, as narrowly as Kore.ai's page describes it. */
import type { RecordedRequest } from '../exchange.ts'
import { refusal } from './refusal.ts'

/** What a run is started with. */
export interface StartChoice {
  readonly version: 'inDevelopment' | 'published'
  /** The body says `dgpt`, or nothing for `ml`. */
  readonly engine: 'ml' | 'dgpt'
  /** As the header `bot-language` says; `en` without it. */
  readonly language: string
}

const FIELDS = ['version', 'engine']

/** The choice in the request; throws a `Refusal` for a body that is missing, wrong, or says more than the page knows. */
export function readStart({ query, headers, body }: RecordedRequest): StartChoice {
  const { 'content-type': contentType = '', 'bot-language': language = 'en' } = headers
  const isJson = /^application\/json(; ?charset=utf-8)?$/i.test(contentType)
  const wellAddressed = query === '' && typeof language === 'string' && /^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(language)
  if (!isJson || !wellAddressed) throw refusal('arguments')
  return { ...readBody(body), language }
}

function readBody(body: Buffer): Omit<StartChoice, 'language'> {
  const fields = fieldsOf(body)
  const version = fields.get('version')
  const engine = fields.get('engine')
  const known = [...fields.keys()].every((name) => FIELDS.includes(name))
  if (!known || (version !== 'inDevelopment' && version !== 'published')) throw refusal('arguments')
  if (engine !== undefined && engine !== 'dgpt') throw refusal('arguments')
  return { version, engine: engine ?? 'ml' }
}

function fieldsOf(body: Buffer): ReadonlyMap<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw refusal('arguments')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusal('arguments')
  return new Map(Object.entries(value))
}
