/** Reads the request that starts the run of one case, as narrowly as Kapso's pages describe it. */
import type { RecordedRequest } from '../exchange.ts'
import { invalidField, refusal } from './refusal.ts'

const FIELDS = ['agent_test_run', 'run_now']

/** Whether the run is to start now; throws a `Refusal` for a body that is missing, wrong, or says more than the pages know. */
export function readStart({ headers, body }: RecordedRequest): boolean {
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? ''))
    throw refusal(415, 'Content-Type must be application/json')
  const fields = fieldsOf(body)
  const unknown = [...fields.keys()].find((name) => !FIELDS.includes(name))
  if (unknown !== undefined) throw invalidField(unknown, 'is not permitted')
  const about = fields.get('agent_test_run')
  if (typeof about !== 'object' || about === null || Array.isArray(about))
    throw invalidField('agent_test_run', 'must be an object')
  if (Object.keys(about).length > 0) throw invalidField('agent_test_run', 'holds what is not permitted')
  const runNow = fields.get('run_now') ?? false
  if (typeof runNow !== 'boolean') throw invalidField('run_now', 'must be true or false')
  return runNow
}

function fieldsOf(body: Buffer): ReadonlyMap<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw refusal(400, 'The body is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusal(400, 'The body is no object')
  return new Map(Object.entries(value))
}
