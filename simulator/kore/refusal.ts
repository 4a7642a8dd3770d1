/** How Kore.ai says no: the HTTP status, and in the body a code that is often another, and a text. */
import type { Answer, Fault } from '../exchange.ts'
import { json } from '../faults.ts'

/** Thrown where a request is refused. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, code: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** The refusals that Kore.ai's pages and public tests show, by what is wrong. */
export const REFUSALS = {
  credentials: [401, 4002, 'Invalid SDK credentials'],
  token: [401, 4002, 'Invalid JWT token'],
  scope: [401, 4002, 'Permission denied. Scope is incorrect!'],
  replay: [401, 401, 'error verifying the jwt: possibly a replay'],
  bot: [400, 400, 'Invalid StreamId'],
  suite: [400, 400, 'Test Suite not found'],
  run: [400, 400, 'Test Result not found.'],
  file: [400, 400, 'Invalid file id'],
  link: [403, 403, 'Access Denied'],
  method: [405, 405, 'Method Not Allowed'],
  arguments: [412, 412, 'Validation errors/ Invalid arguments'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>

/** A refusal of the table, to be thrown. */
export function refusal(reason: keyof typeof REFUSALS): Refusal {
  const [status, code, message] = REFUSALS[reason]
  return new Refusal(status, code, message)
}

/** A token that is signed well and says what it must not. */
export function badClaim(what: string): Refusal {
  return new Refusal(401, 401, `error verifying the jwt: ${what}`)
}

/** A refusal as an answer. */
export function refusalAnswer({ status, code, message, headers }: Refusal): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ errors: [{ msg: message, code }] }),
  }
}

/** A fault: Kore.ai refuses what it would have taken. */
export function refuses(reason: keyof typeof REFUSALS): Fault {
  const [status, code, message] = REFUSALS[reason]
  return koreError(status, code, message)
}

/** A fault: an error in Kore.ai's shape with any status, code and text. */
export function koreError(status: number, code: number | string, message: string): Fault {
  return json({ errors: [{ msg: message, code }] }, status)
}
