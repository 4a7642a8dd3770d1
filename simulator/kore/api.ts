/** What the simulated products of Kore.ai share: their roots, their answers, and the record of what they refused. */
import type { Clock } from '../../src/clock.ts'
import type { Answer, RecordedRequest, RefusedRequest } from '../exchange.ts'
import { Refusal, refusal, refusalAnswer } from './refusal.ts'

const ROOTS = ['/api/public/stream|bot/{bot}', '/api/1.1/public/stream|bot/{bot}']

/** A path below a bot, under all its aliases. */
export function below(path: string): string[] {
  return ROOTS.map((root) => `${root}/${path}`)
}

/** What answers a request. */
export type Handle = (request: RecordedRequest) => Answer | Promise<Answer>

/** The same, with refusals recorded and answered as the vendor's error table says. */
export function refusing(refusals: RefusedRequest[], handle: Handle): Handle {
  return async (request) => {
    try {
      return await handle(request)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refuse(refusals, request, error)
    }
  }
}

/** Refuses what no route matches. */
export function refusingAll(refusals: RefusedRequest[]): (request: RecordedRequest) => Answer {
  return (request) => refuse(refusals, request, refusal('method'))
}

function refuse(refusals: RefusedRequest[], request: RecordedRequest, error: Refusal): Answer {
  refusals.push({ request, status: error.status, message: error.message })
  return refusalAnswer(error)
}

/** What stood in the path in the place of `{name}`. */
export function param({ params }: RecordedRequest, name: string): string {
  return params.get(name) ?? ''
}

/** The vendor's time as ISO 8601. */
export function isoTime(clock: Clock): string {
  return new Date(clock.wall()).toISOString()
}

/** Any value as a good answer. */
export function jsonAnswer(value: unknown): Answer {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) }
}

/** The vendor's clock: the injected one, with its wall ahead of it. */
export function vendorClock(clock: Clock, aheadMs: () => number): Clock {
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    wall: () => clock.wall() + aheadMs(),
  }
}

/** The parsed body of a request, as a map; throws a `Refusal` for one that is no JSON object, or says more than the page knows. */
export function readJsonBody(request: RecordedRequest, known: readonly string[]): ReadonlyMap<string, unknown> {
  const { 'content-type': contentType = '', 'bot-language': language = 'en' } = request.headers
  const isJson = /^application\/json(; ?charset=utf-8)?$/i.test(contentType)
  const wellAddressed = request.query === '' && typeof language === 'string' && /^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(language)
  if (!isJson || !wellAddressed) throw refusal('arguments')
  const fields = fieldsOf(request.body)
  if (![...fields.keys()].every((name) => known.includes(name))) throw refusal('arguments')
  return fields
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

/** A text that has to be there and not empty; throws a `Refusal`. */
export function requiredField(fields: ReadonlyMap<string, unknown>, name: string): string {
  const value = fields.get(name)
  if (typeof value !== 'string' || value === '') throw refusal('arguments')
  return value
}

/** Throws a `Refusal` unless the request is bare, as those that only read have to be. */
export function refuseExtras({ query, body }: RecordedRequest): void {
  if (query !== '' || body.length > 0) throw refusal('arguments')
}
