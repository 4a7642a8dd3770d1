/** How GitHub says no. */
import type { Answer } from '../exchange.ts'

/** Thrown where a request is refused. */
export class Refusal extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'Refusal'
    this.status = status
  }
}

/** What GitHub says to a token without the permission. */
export const NOT_ACCESSIBLE = 'Resource not accessible by integration'

/** A refusal as an answer. */
export function refusalAnswer({ status, message }: Refusal): Answer {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) }
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) }
}
