/** How Testing Studio says no: a status and one of three bodies. */
import type { Answer, RecordedRequest, RefusedRequest } from '../exchange.ts'

/** What stands in the body of a refusal: a text, the fields that are wrong, or errors with titles. */
export type Detail =
  | string
  | readonly { readonly loc: readonly string[]; readonly msg: string; readonly type: string }[]
  | { readonly errors: readonly { readonly title: string; readonly detail: string }[] }

/** Thrown where a request is refused. */
export class Refusal extends Error {
  readonly status: number
  readonly detail: Detail
  constructor(status: number, detail: Detail) {
    super(typeof detail === 'string' ? detail : JSON.stringify(detail))
    this.name = 'Refusal'
    this.status = status
    this.detail = detail
  }
}

/** A body with a field that is wrong. */
export function wrongField(name: string, message: string): Refusal {
  return new Refusal(422, [{ loc: ['body', name], msg: message, type: 'value_error' }])
}

type Handle = (request: RecordedRequest) => Answer

/** Answers refusals as the vendor does, and remembers them. */
export function refusing(refusals: RefusedRequest[], handle: Handle): Handle {
  return (request) => {
    try {
      return handle(request)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refusals.push({ request, status: error.status, message: error.message })
      return jsonAnswer(bodyOf(error.detail), error.status)
    }
  }
}

function bodyOf(detail: Detail): unknown {
  return typeof detail === 'string' || Array.isArray(detail) ? { detail } : detail
}

/** An answer of JSON. */
export function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}
