/** How Kapso says no: the HTTP status, and a body in one of three forms. */
import type { Answer } from '../exchange.ts'

/** Thrown where a request is refused. */
export class Refusal extends Error {
  readonly status: number
  readonly body: object
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, message: string, body: object, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.body = body
    this.headers = headers
  }
}

const REASONS = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [404, 'Not Found'],
  [415, 'Unsupported Media Type'],
  [429, 'Too Many Requests'],
])

/** A refusal in the plain form. */
export function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal(status, message, { error: REASONS.get(status) ?? 'Error', status, message }, headers)
}

/** A refusal of one field of the body. */
export function invalidField(field: string, problem: string): Refusal {
  return new Refusal(422, `${field} ${problem}`, { errors: { [field]: [problem] } })
}

/** A refusal for want of credits; both statuses were seen. */
export function outOfCredits(status: 402 | 422): Refusal {
  return new Refusal(status, 'Insufficient credits', { error: 'Insufficient credits', free_generations_remaining: 0 })
}

/** A refusal as an answer. */
export function refusalAnswer({ status, body, headers }: Refusal): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(body) }
}
