/** Reads the request that starts a batch test, as narrowly as Kore.ai's page describes it. */
import type { RecordedRequest } from '../exchange.ts'
import { readJsonBody } from './api.ts'
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
export function readStart(request: RecordedRequest): StartChoice {
  const fields = readJsonBody(request, FIELDS)
  const version = fields.get('version')
  const engine = fields.get('engine')
  if (version !== 'inDevelopment' && version !== 'published') throw refusal('arguments')
  if (engine !== undefined && engine !== 'dgpt') throw refusal('arguments')
  return { version, engine: engine ?? 'ml', language: languageOf(request) }
}

/** The header `bot-language`; `en` without it. */
export function languageOf({ headers }: RecordedRequest): string {
  const { 'bot-language': language = 'en' } = headers
  return typeof language === 'string' ? language : 'en'
}
