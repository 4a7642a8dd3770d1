/** One way to ask Kore.ai's public API: signed, within its rate limits, its error table turned into what to do. */
import * as z from 'zod/mini'
import { type Answer, type Call, fillIn, isSuccess, type Limit, parseJson, readJson, refusal } from '../../answer.ts'
import { commaHint, quote } from '../../fields.ts'
import type { FormBody } from '../../form-body.ts'
import { Trouble, type TroubleFacts } from '../../trouble.ts'
import type { World } from '../provider.ts'
import type { Signer } from './sign-in.ts'

/** A request to Kore.ai; parameters in braces of the template are filled in, encoded. */
export interface KoreCall {
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** Below the base URL, such as `/api/public/stream/{bot-id}/testsuite/{suite}/run`. */
  readonly template: string
  readonly parameters: Readonly<Record<string, string>>
  readonly body?: object
  /** A body that is not JSON. */
  readonly upload?: FormBody
  /** The largest answer that is read, in bytes; 10 MiB unless given. */
  readonly largest?: number
  /** What the vendor calls the API scope that the app needs. */
  readonly scope: string
  /** What its rate limit is counted by: the bot for actions, the run for status calls. */
  readonly countedBy: string
}

/** Asks Kore.ai. */
export interface KoreClient {
  /** The request as it goes out, for messages about its answer. */
  call(wanted: KoreCall): Call
  /** Gives a 2xx answer, or rejects with a `Trouble`. A refused token is replaced by a fresh one once. */
  ask(wanted: KoreCall): Promise<Answer>
  /** `ask`, and the answer's body as a value of the schema. */
  read<Shape extends z.ZodMiniType>(wanted: KoreCall, shape: Shape): Promise<z.output<Shape>>
  /** The header that a request of ours carries. */
  authorization(): Promise<Record<string, string>>
}

/** The client of one step. */
export function createKoreClient(base: URL, language: string | undefined, signer: Signer, world: World): KoreClient {
  const call = (wanted: KoreCall): Call => ({
    name: wanted.name,
    method: wanted.method,
    url: new URL(base.href.replace(/\/+$/, '') + fillIn(wanted.template, wanted.parameters)),
    template: wanted.template,
    headers: { accept: 'application/json', ...(language !== undefined && { 'bot-language': language }) },
    limits: rateLimits(wanted.countedBy),
    ...(wanted.largest !== undefined && { largest: wanted.largest }),
  })
  const authorization = async (): Promise<Record<string, string>> => ({ auth: await signer.token() })
  const once = async (wanted: KoreCall): Promise<Answer> => {
    const unsigned = call(wanted)
    const answer = await world.door.ask({
      ...unsigned,
      headers: { ...unsigned.headers, ...(await authorization()), 'content-type': wanted.upload?.type ?? 'application/json' },
      ...bodyOf(wanted),
    })
    const trouble = troubleIn(unsigned, answer, wanted)
    if (trouble !== undefined) throw trouble
    return answer
  }
  const ask = async (wanted: KoreCall): Promise<Answer> => {
    try {
      return await once(wanted)
    } catch (thrown) {
      const isRefusedToken = thrown instanceof Trouble && thrown.facts.status === 401 && thrown.facts.kind === 'auth'
      if (!isRefusedToken || !signer.setClock(thrown.facts.serverTime)) throw thrown
      return once(wanted)
    }
  }
  return { call, ask, authorization, read: async (wanted, shape) => readJson(call(wanted), await ask(wanted), shape) }
}

function bodyOf({ body, upload }: KoreCall): Pick<Call, 'body'> {
  if (upload !== undefined) return { body: upload.bytes }
  return body === undefined ? {} : { body: JSON.stringify(body) }
}

/** 60 a minute and 1,800 an hour, by the vendor's page on rate limits. */
function rateLimits(countedBy: string): Limit[] {
  return [
    { key: `minute ${countedBy}`, calls: 60, perMs: 60_000 },
    { key: `hour ${countedBy}`, calls: 1800, perMs: 3_600_000 },
  ]
}

/** The vendor's error body; `code` is often not the HTTP status, so it is not looked at. */
const ErrorBody = z.object({ errors: z.array(z.object({ msg: z.string() })).check(z.minLength(1)) })

/** What each message of the vendor's error table means. The first that fits is taken. */
const EXPLANATIONS: readonly {
  readonly said: RegExp
  readonly text: (wanted: Pick<KoreCall, 'scope' | 'parameters'>) => string
  readonly facts: TroubleFacts
}[] = [
  {
    said: /rate.?limit/i,
    text: () => "the vendor's rate limit is used up for now",
    facts: { kind: 'rate-limit', persistence: 'passing', unheard: true },
  },
  {
    said: /scope is incorrect|permission denied/i,
    text: ({ scope }) =>
      `the app lacks the API scope "${scope}"; grant it to the app, and publish the bot, since a new scope works only then`,
    facts: { kind: 'auth', persistence: 'lasting', unheard: true },
  },
  {
    said: /verifying the jwt/i,
    text: () =>
      'the token was not accepted because of its times or its jti; check the clock of the runner, and that the token in use is not an old one',
    facts: { kind: 'auth', persistence: 'lasting', unheard: true },
  },
  {
    said: /invalid (sdk credentials|jwt)/i,
    text: () =>
      'client-id, client-secret (or the token in their place) or bot-id is wrong, and the vendor does not say which; or jwt-algorithm is not the one of the app, or the app enforces JWE encryption, which is not supported',
    facts: { kind: 'auth', persistence: 'lasting', unheard: true },
  },
  {
    said: /invalid stream/i,
    text: () => 'the vendor does not know this bot-id; copy it from General Settings of the app',
    facts: { kind: 'config', persistence: 'lasting' },
  },
  {
    said: /test suite not found/i,
    text: ({ parameters: { suite = '' } }) =>
      `the bot has no suite by the name ${quote(suite)}; check suite for spelling, spaces and case, and bot-version${commaHint(suite)}`,
    facts: { kind: 'config', persistence: 'lasting' },
  },
  {
    said: /test result not found/i,
    text: () => 'the vendor does not know this run of this suite',
    facts: { kind: 'config', persistence: 'missing' },
  },
  {
    said: /csv format/i,
    text: () =>
      'the vendor cannot read the CSV of suite-path; its columns are input,intent,parentIntent,entityName,entityValue,entityOrder',
    facts: { kind: 'config', persistence: 'lasting' },
  },
  {
    said: /invalid file/i,
    text: () =>
      'the vendor does not take the file of suite-path that was just uploaded to it; check that client-id belongs to the account of the bot',
    facts: { kind: 'config', persistence: 'lasting' },
  },
]

const BY_STATUS: ReadonlyMap<number, string> = new Map([
  [401, 'client-id, client-secret (or the token in their place) or bot-id is wrong; the vendor does not say which'],
  [403, 'the app or the token has no access to this bot'],
  [404, 'nothing is there; check base-url and bot-id'],
  [405, 'the vendor gives this answer when nothing exists at that address; check base-url'],
  [
    412,
    'the vendor did not accept the request; check bot-version, and the other inputs of this provider, such as engine or user-email',
  ],
])

/** No error of the vendor is nearly as long, in bytes, so nothing longer is parsed to find one. */
const LONGEST_ERROR = 64 * 1024

function messagesIn({ body }: Answer): string {
  const parsed = ErrorBody.safeParse(body.byteLength > LONGEST_ERROR ? undefined : parseJson(body))
  return parsed.success ? parsed.data.errors.map(({ msg }) => msg).join('; ') : ''
}

function troubleIn(call: Call, answer: Answer, wanted: KoreCall): Trouble | undefined {
  const messages = messagesIn(answer)
  if (isSuccess(answer) && messages === '') return undefined
  const plain = refusal(call, answer, BY_STATUS.get(answer.status))
  const known = EXPLANATIONS.find(({ said }) => said.test(messages))
  if (known === undefined) return plain
  const explained = refusal(call, answer, known.text(wanted))
  return new Trouble(explained.message, { ...explained.facts, unheard: false, ...known.facts })
}
