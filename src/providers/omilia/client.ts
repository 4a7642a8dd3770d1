/** One way to ask Testing Studio: signed in, its three shapes of errors read, its statuses turned into what to do. */
import * as z from 'zod/mini'
import { type Answer, type Call, fillIn, isSuccess, parseJson, readJson, refusal } from '../../answer.ts'
import { lenient } from '../../shapes.ts'
import { Trouble, type TroubleFacts } from '../../trouble.ts'
import type { World } from '../provider.ts'
import type { Session } from './session.ts'

/** A request to Testing Studio; parameters in braces of the template are filled in, encoded. */
export interface OmiliaCall {
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** Below the base URL, with or without a slash at the end as the vendor's page has it. */
  readonly template: string
  readonly parameters?: Readonly<Record<string, string>>
  readonly body?: { readonly type: string; readonly bytes: string | Uint8Array }
  /** The largest answer that is read, in bytes; 10 MiB unless given. */
  readonly largest?: number
  /** The answer can hold secrets, so that no word of it may be shown. */
  readonly confidential?: boolean
}

/** Asks Testing Studio. All promises reject with a `Trouble`. */
export interface OmiliaClient {
  /** Gives a 2xx answer. */
  ask(wanted: OmiliaCall): Promise<Answer>
  /** Reads the body of an answer to that call. */
  read<Shape extends z.ZodMiniType>(wanted: OmiliaCall, body: Uint8Array, shape: Shape): z.output<Shape>
  /** Streams a file to an absolute path. */
  download(wanted: OmiliaCall, to: string): Promise<void>
}

/** Lists of results may be so large, in bytes. */
export const LARGEST_LIST = 128 * 1024 * 1024

/** A body of JSON. */
export function jsonBody(value: object): NonNullable<OmiliaCall['body']> {
  return { type: 'application/json', bytes: JSON.stringify(value) }
}

/** The client of one step. */
export function createOmiliaClient(base: URL, session: Session, world: World): OmiliaClient {
  const root = base.href.replace(/\/+$/, '')
  const callOf = ({ name, method, template, parameters = {}, body, largest }: OmiliaCall): Call => ({
    name: `Omilia ${name}`,
    method,
    template,
    url: new URL(root + fillIn(template, parameters)),
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': body.type }) },
    ...(body !== undefined && { body: body.bytes }),
    ...(largest !== undefined && { largest }),
  })
  /** A token can be refused in the middle of a run; then a fresh one is tried once. */
  const signed = async <Value>(action: (headers: Record<string, string>) => Promise<Value>): Promise<Value> => {
    const headers = await session.headers()
    try {
      return await action(headers)
    } catch (thrown) {
      if (!(thrown instanceof Trouble && thrown.facts.status === 401) || !session.discard(headers)) throw thrown
    }
    return action(await session.headers())
  }
  return {
    ask: (wanted) => {
      const call = callOf(wanted)
      return signed(async (headers) => {
        const answer = await world.door.ask({ ...call, headers: { ...call.headers, ...headers } })
        if (!isSuccess(answer)) throw refusalOf(call, answer, wanted.confidential === true)
        return answer
      })
    },
    read(wanted, body, shape) {
      try {
        return readJson(callOf(wanted), { status: 200, body }, shape)
      } catch (thrown) {
        throw wanted.confidential === true ? unsaid(thrown) : thrown
      }
    },
    download: (wanted, to) => {
      const { name, url } = callOf(wanted)
      return signed((headers) => world.door.download({ name, link: url.href, home: base, headers, to }))
    },
  }
}

function unsaid(thrown: unknown): unknown {
  if (!(thrown instanceof Trouble)) return thrown
  const { said: _, ...facts } = thrown.facts
  return new Trouble(thrown.message, facts)
}

const Word = lenient(z.string())
const Detail = z.union([
  z.pipe(
    z.string(),
    z.transform((text) => [text]),
  ),
  z.array(z.object({ loc: lenient(z.array(z.unknown())), msg: z.string() })),
])
/** The vendor's errors come as `detail`, a text or a list, or as `errors`. */
const ErrorBody = z.object({
  detail: lenient(Detail),
  errors: lenient(z.array(z.object({ title: Word, detail: Word }))),
})

/** What the vendor says in an error, in its own words. */
function messageIn(body: Uint8Array): string {
  const parsed = ErrorBody.safeParse(parseJson(body))
  if (!parsed.success) return ''
  const details = (parsed.data.detail ?? []).map((each) =>
    typeof each === 'string' ? each : [...(each.loc ?? []).map(String), each.msg].join(': '),
  )
  const errors = (parsed.data.errors ?? []).map(({ title, detail }) =>
    [title, detail].filter((text) => typeof text === 'string').join(': '),
  )
  return [...details, ...errors].filter((text) => text !== '').join('; ')
}

const EXPLANATIONS: ReadonlyMap<number, string> = new Map([
  [400, 'the vendor did not accept the request; check suite and the other inputs of this provider'],
  [401, 'api-key, token, or username and password are not accepted, or have expired'],
  [402, 'the account has no licence or credit left'],
  [403, 'the account has no access to this, or no licence is left; check both in the console'],
  [404, 'nothing is there; check suite, run-id and base-url (with the prefix of the product, and without /api)'],
  [
    405,
    'the vendor gives this answer when nothing exists at that address; check base-url (with the prefix of the product, and without /api)',
  ],
  [413, 'the vendor does not accept this much data'],
  [422, 'the vendor did not accept the request; check suite and the other inputs of this provider'],
  [429, "the vendor's rate limit is used up for now"],
])

const NO_LICENCE = /licen[cs]e|credit|quota/i
const LICENCE_STATUS = new Set([402, 403])

function refusalOf(call: Call, answer: Answer, confidential: boolean): Trouble {
  const plain = refusal(call, answer, EXPLANATIONS.get(answer.status))
  const message = messageIn(answer.body)
  const { said, ...others } = plain.facts
  const words = message !== '' ? message : confidential ? undefined : said
  const facts: TroubleFacts = { ...others, ...(words !== undefined && { said: words }) }
  if (!LICENCE_STATUS.has(answer.status) || !NO_LICENCE.test(message)) return new Trouble(plain.message, facts)
  return new Trouble(`${plain.message}; it says the licence is the reason`, { ...facts, kind: 'vendor', persistence: 'lasting' })
}
