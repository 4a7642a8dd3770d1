/** One way to ask Kapso's API: with the key, below its rate limit, its refusals turned into what to do. */
import * as z from 'zod/mini'
import { type Answer, type Call, fillIn, isSuccess, readJson, refusal } from '../../answer.ts'
import type { Door } from '../../http.ts'
import { Filled } from '../../shapes.ts'
import { Trouble } from '../../trouble.ts'

/** A request to Kapso; parameters in braces of the template are filled in, encoded. */
interface KapsoCall {
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** Below the base URL, such as `/test_runs/{test-run}`. */
  readonly template: string
  readonly parameters: Readonly<Record<string, string>>
  readonly body?: object
  /** What a 404 means here, and what to do. */
  readonly absent: string
}

/** An answer that was understood. */
interface Understood<Value> {
  readonly value: Value
  /** The answer's body as text, which is valid JSON. */
  readonly text: string
}

/** Asks Kapso. */
export interface KapsoClient {
  /** Gives a 2xx answer as a value of the shape, `data` unwrapped where it is there, or rejects with a `Trouble`. */
  ask<Shape extends z.ZodMiniType>(wanted: KapsoCall, shape: Shape): Promise<Understood<z.output<Shape>>>
}

/** Ids are texts on the vendor's page; a number does as well. */
export const Id = z.pipe(z.union([Filled, z.number()]), z.transform(String))

/**
 * The vendor allows 100 calls a minute for each key, whatever they ask for. A tenth is left for calls that are slow on
 * their way and so arrive closer to each other than they were sent.
 */
export const CALLS_A_MINUTE = 90
const LIMITS = [{ key: 'kapso', calls: CALLS_A_MINUTE, perMs: 60_000 }]

/** The client of one step: all suites ask through it, and it has one key. */
export function createKapsoClient(base: URL, apiKey: string, door: Door): KapsoClient {
  const path = base.pathname.replace(/\/+$/, '')
  const hint = /\/api\/v\d+$/.test(path) ? '' : `base-url does not end in /api/v1, as the address of Kapso's API does; or `
  return {
    async ask(wanted, shape) {
      const { name, method, template, parameters, body } = wanted
      const url = new URL(path + fillIn(template, parameters), base)
      const plain = { name, method, template: path + template, url }
      const content = body === undefined ? {} : { 'content-type': 'application/json' }
      const answer = await door.ask({
        ...plain,
        headers: { accept: 'application/json', 'x-api-key': apiKey, ...content },
        limits: LIMITS,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (!isSuccess(answer)) throw refused(plain, answer, hint + wanted.absent)
      return { value: readJson(plain, answer, unwrapped(shape)), text: new TextDecoder().decode(answer.body) }
    },
  }
}

/** What is inside `data`, or the value itself where there is none. */
export function unwrapped<Shape extends z.ZodMiniType>(shape: Shape) {
  return z.pipe(
    z.transform((value: unknown) => (typeof value === 'object' && value !== null && 'data' in value ? value.data : value)),
    shape,
  )
}

/** What is told for want of credits. */
export const OUT_OF_CREDITS =
  'the project at Kapso is out of credits, and each run of a test costs some; buy credits or wait for new ones, then run again'
/** The vendor says it with 402 or 422, and its wording is known only in part. */
const CREDIT_WORDS = /free_generations_remaining|(insufficient|not enough|out of|no (more )?)\W{0,3}credits/i

const BY_STATUS: ReadonlyMap<number, string> = new Map([
  [400, 'the vendor did not accept the request'],
  [401, 'api-key is wrong or was revoked; make a new one under API keys of the project in Kapso'],
  [402, OUT_OF_CREDITS],
  [403, 'the project of api-key has no access to this; use a key of the project that the agent belongs to'],
  [422, 'the vendor did not accept the request; check the suite and its cases in Kapso'],
  [429, "the vendor's limit of 100 calls a minute for the key is used up; is it in use elsewhere?"],
])

function refused(call: Call, answer: Answer, absent: string): Trouble {
  const { status } = answer
  if (CREDIT_WORDS.test(new TextDecoder().decode(answer.body)) && status >= 400 && status < 500) {
    const { message, facts } = refusal(call, answer, OUT_OF_CREDITS)
    return new Trouble(message, { ...facts, kind: 'vendor', persistence: 'lasting' })
  }
  return refusal(call, answer, status === 404 ? absent : BY_STATUS.get(status))
}
