/** The session of a step at Omilia: a personal access token, a ready bearer token, or a Keycloak sign-in that is kept alive. */
import * as z from 'zod/mini'
import { type Answer, type Call, isSuccess, readJson, refusal } from '../../answer.ts'
import { readyToken } from '../../ready-token.ts'
import { Digits, Filled } from '../../shapes.ts'
import { Trouble } from '../../trouble.ts'
import type { World } from '../provider.ts'
import { type Credentials, realmOf } from './sign-in.ts'

/** Proves to Omilia who we are. */
export interface Session {
  /** The header of a request; signs in or refreshes where that is due. Rejects with a `Trouble` that the API never heard of. */
  headers(): Promise<Record<string, string>>
  /** Gives up the credential in that header, which was refused. False where there is no other one to be had. */
  discard(refused: Readonly<Record<string, string>>): boolean
}

/** The session by whichever credentials were given. */
export function createSession(credentials: Credentials, world: World): Session {
  const { 'api-key': key, token } = credentials
  if (key !== undefined) return fixed({ 'x-ocp-personal-access-token': key })
  if (token !== undefined) return fixed(bearer(readyToken(token, world)))
  return signedIn(createKeycloak(credentials, world), world)
}

function fixed(headers: Record<string, string>): Session {
  return { headers: () => Promise.resolve(headers), discard: () => false }
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

/** The tokens of one sign-in or refresh; times on the monotonic clock. */
interface Tokens {
  readonly access: string
  readonly renewAt: number
  readonly expiresAt: number
  readonly refresh?: { readonly token: string; readonly expiresAt: number }
}

/** All suites of a step share one session, so that they do not sign in side by side. */
function signedIn(keycloak: Keycloak, { clock }: World): Session {
  let tokens: Tokens | undefined
  let renewal: Promise<string> | undefined
  const renew = async (old: Tokens | undefined): Promise<string> => {
    try {
      tokens = await freshTokens(keycloak, old, clock.now())
      return tokens.access
    } catch (thrown) {
      // It is renewed early, so an outage of the sign-in does no harm as long as the old one is good.
      if (old !== undefined && clock.now() < old.expiresAt && isPassing(thrown)) return old.access
      throw thrown
    } finally {
      renewal = undefined
    }
  }
  return {
    async headers() {
      if (tokens !== undefined && clock.now() < tokens.renewAt) return bearer(tokens.access)
      renewal ??= renew(tokens)
      return bearer(await renewal)
    },
    discard(refused) {
      if (tokens !== undefined && refused['authorization'] === bearer(tokens.access)['authorization']) {
        tokens = keycloak.once ? { ...tokens, renewAt: 0, expiresAt: 0 } : undefined
      }
      return true
    },
  }
}

async function freshTokens(keycloak: Keycloak, old: Tokens | undefined, now: number): Promise<Tokens> {
  const { refresh } = old ?? {}
  if (refresh !== undefined && now < refresh.expiresAt) {
    const refreshed = await keycloak.refresh(refresh.token)
    if (refreshed !== undefined) return refreshed
  }
  return keycloak.signIn()
}

function isPassing(thrown: unknown): boolean {
  return thrown instanceof Trouble && thrown.facts.persistence !== 'lasting'
}

/** The vendor's sign-in service. */
interface Keycloak {
  /** A one-time password signs in once. */
  readonly once: boolean
  signIn(): Promise<Tokens>
  /** Undefined when the refresh token is not or no longer good. */
  refresh(token: string): Promise<Tokens | undefined>
}

/** The fields that are used of Keycloak's answer; times in seconds. 300 is what the vendor's page shows. */
const TokenAnswer = z.object({
  access_token: Filled,
  expires_in: z.nullish(Digits),
  refresh_token: z.nullish(Filled),
  refresh_expires_in: z.nullish(Digits),
})
const USUAL_LIFE = 300
const RENEWED_BEFORE = 30_000

function createKeycloak(credentials: Credentials, world: World): Keycloak {
  const { username = '', password = '', otp } = credentials
  const grant = tokenEndpoint(credentials, world)
  let used = false
  return {
    once: otp !== undefined,
    async signIn() {
      if (used && otp !== undefined) throw usedUp()
      const tokens = await grant({ grant_type: 'password', username, password, ...(otp !== undefined && { otp }) })
      used = true
      return tokens
    },
    async refresh(token) {
      try {
        return await grant({ grant_type: 'refresh_token', refresh_token: token })
      } catch (thrown) {
        if (thrown instanceof Trouble && REFUSED.has(thrown.facts.status ?? 0)) return undefined
        throw thrown
      }
    },
  }
}

const REFUSED = new Set([400, 401, 403])

function usedUp(): Trouble {
  const message =
    'the session at Omilia is over, and otp, a one-time password, cannot sign in a second time; use a personal access token (api-key)'
  return new Trouble(message, { kind: 'auth', persistence: 'lasting', unheard: true })
}

type Grant = (form: Readonly<Record<string, string>>) => Promise<Tokens>

function tokenEndpoint(credentials: Credentials, world: World): Grant {
  const url = credentials['auth-url'] ?? new URL(credentials['base-url'].origin)
  const realm = credentials.realm ?? realmOf(url) ?? ''
  const root = url.href.replace(/\/+$/, '').replace(/\/auth$/, '')
  const call: Call = {
    name: 'Omilia sign-in',
    method: 'POST',
    url: new URL(`${root}/auth/realms/${encodeURIComponent(realm)}/protocol/openid-connect/token`),
    template: '/auth/realms/{realm}/protocol/openid-connect/token',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
  }
  let hasGranted = false
  return async (form) => {
    const askedAt = world.clock.now()
    const answer = await quietly(() =>
      world.door.ask({ ...call, body: new URLSearchParams({ client_id: 'ocp', ...form }).toString() }),
    )
    const tokens = await quietly(async () => readTokens(call, answer, hasGranted))
    hasGranted = true
    for (const secret of [tokens.access_token, tokens.refresh_token ?? '']) world.passingSecret(secret)
    return lifetimes(tokens, askedAt)
  }
}

/** A realm that has signed us in is there: a 404 from its place is that of a gateway, and passes. */
function readTokens(call: Call, answer: Answer, hasGranted: boolean): z.output<typeof TokenAnswer> {
  if (isSuccess(answer)) return readJson(call, answer, TokenAnswer)
  if (answer.status === 404 && hasGranted)
    throw new Trouble(refusal(call, answer).message, { kind: 'vendor', persistence: 'passing', status: 404 })
  const plain = refusal(call, answer, EXPLANATIONS.get(answer.status))
  if (!REFUSED.has(answer.status) && answer.status !== 404) throw plain
  throw new Trouble(plain.message, {
    kind: answer.status === 404 ? 'config' : 'auth',
    persistence: 'lasting',
    status: answer.status,
  })
}

const WRONG =
  'username, password or otp is not accepted, or the account needs an otp; a personal access token (api-key) needs none of them'
const EXPLANATIONS: ReadonlyMap<number, string> = new Map([
  [400, WRONG],
  [401, WRONG],
  [403, 'the account may not sign in; use a personal access token (api-key), or another account'],
  [404, 'there is no such realm; check auth-url and realm (older hosts have master, newer ones ocp)'],
])

/**
 * What the sign-in says can repeat the credentials, so no word of it is kept. And whatever fails here, the API was not
 * asked yet: a start that was on its way is not lost.
 */
async function quietly<Value>(action: () => Promise<Value>): Promise<Value> {
  try {
    return await action()
  } catch (thrown) {
    if (!(thrown instanceof Trouble)) throw thrown
    const { said: _, ...facts } = thrown.facts
    throw new Trouble(thrown.message, { ...facts, unheard: true })
  }
}

/** Renewed 30 s before the end; a token that lives shorter than a minute, at half of its life. No end is told by 0. */
function lifetimes(answer: z.output<typeof TokenAnswer>, askedAt: number): Tokens {
  const life = (answer.expires_in ?? USUAL_LIFE) * 1000
  const refreshLife = (answer.refresh_expires_in ?? 0) * 1000
  const refresh = answer.refresh_token
  return {
    access: answer.access_token,
    renewAt: askedAt + life - Math.min(RENEWED_BEFORE, life / 2),
    expiresAt: askedAt + life,
    ...(typeof refresh === 'string' && {
      refresh: { token: refresh, expiresAt: refreshLife === 0 ? Number.POSITIVE_INFINITY : askedAt + refreshLife },
    }),
  }
}
