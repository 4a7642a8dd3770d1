/**
 * The app that is registered at Kore.ai, and the sign-in that all its public products share: a JWT in the header `auth`,
 * checked here with a library that no client of ours uses.
 */
import jwt, { type JwtPayload } from 'jsonwebtoken'
import type { Clock } from '../../src/clock.ts'
import type { RecordedRequest } from '../exchange.ts'
import { type Limit, type RateLimiter, rateLimiter } from '../rate-limit.ts'
import { badClaim, Refusal, refusal } from './refusal.ts'

const LONGEST_LIFE_SECONDS = 3600

/** What an app is registered with. Tests may change it while the simulator runs. */
export interface App {
  botId: string
  clientId: string
  /** For HS256 and HS512. */
  clientSecret: string
  algorithm: 'HS256' | 'HS512' | 'RS256' | 'RS512'
  /** In PEM, for RS256 and RS512. */
  publicKey: string
  /** Then a token works once, lives an hour at most, and names the app in `iss` too. Without: as the pages ask for, no more. */
  enforceJti: boolean
  /** The API scopes that were granted to the app. */
  scopes: readonly string[]
  callsPerMinute: number
  callsPerHour: number
  /** The HTTP status that tells of a rate limit; nobody knows which one Kore.ai uses. */
  rateLimitStatus: number
  /** Whether a rate limit comes with `Retry-After`, in seconds. */
  rateLimitRetryAfter: boolean
}

/** An app that was never changed. */
export const DEMO_APP: App = {
  botId: 'st-83a4989c-7f57-59e7-85b8-d6547a91c0de',
  clientId: 'cs-5f9b2c1e-0d3a-5c47-9e68-b1f7a2d4e690',
  clientSecret: 'Zk9+simulated/c2VjcmV0+of/a+demo+app/4Qx7TtVb1w=',
  algorithm: 'HS256',
  publicKey: '',
  enforceJti: true,
  scopes: ['Batch Tests Execution', 'Batch Tests Management'],
  callsPerMinute: 60,
  callsPerHour: 1800,
  rateLimitStatus: 429,
  rateLimitRetryAfter: false,
}

/** Kore.ai's gate: what every request of the public API has to pass. */
export interface Gate {
  /** Throws a `Refusal` unless the token is good. */
  identify(request: RecordedRequest): void
  /** Throws a `Refusal` unless the token is good, and the app may do this with that bot. */
  admit(request: RecordedRequest, scope: string, limitedBy: string): void
  /** The same for a call that is about no bot; one of the scopes is enough. */
  admitApp(request: RecordedRequest, scopes: readonly string[], limitedBy: string): void
}

/** A gate that has seen no token yet. */
export function openGate(app: App, clock: Clock): Gate {
  const usedTokens = new Set<string>()
  const limiter = rateLimiter(clock)
  const identify = (request: RecordedRequest): void => {
    const claims = verify(app, request.headers['auth'], clock)
    if (app.enforceJti) useOnce(usedTokens, claims)
  }
  const pass = (scopes: readonly string[], limitedBy: string): void => {
    if (!scopes.some((scope) => app.scopes.includes(scope))) throw refusal('scope')
    keepLimits(limiter, app, limitedBy)
  }
  return {
    identify,
    admit(request, scope, limitedBy) {
      identify(request)
      if (request.params.get('bot') !== app.botId) throw refusal('credentials')
      pass([scope], limitedBy)
    },
    admitApp(request, scopes, limitedBy) {
      identify(request)
      pass(scopes, limitedBy)
    },
  }
}

function verify(app: App, token: string | string[] | undefined, clock: Clock): JwtPayload {
  if (token === undefined) throw refusal('credentials')
  if (typeof token !== 'string') throw refusal('token')
  const seconds = Math.floor(clock.wall() / 1000)
  const claims = verifySignature(app, token, seconds)
  if (claims['appId'] !== app.clientId || typeof claims.sub !== 'string' || claims.sub === '') throw refusal('credentials')
  if (claims.iss !== app.clientId && (app.enforceJti || claims.iss !== undefined)) throw refusal('credentials')
  if (app.enforceJti) checkTimes(claims, seconds)
  return claims
}

function verifySignature(app: App, token: string, seconds: number): JwtPayload {
  const key = app.algorithm.startsWith('HS') ? app.clientSecret : app.publicKey
  try {
    const claims = jwt.verify(token, key, { algorithms: [app.algorithm], clockTimestamp: seconds })
    if (typeof claims !== 'string') return claims
  } catch (error) {
    throw tokenRefusal(error)
  }
  throw refusal('token')
}

function tokenRefusal(error: unknown): unknown {
  if (error instanceof jwt.TokenExpiredError || error instanceof jwt.NotBeforeError) return badClaim(error.message)
  if (!(error instanceof jwt.JsonWebTokenError)) return error
  return refusal(['jwt malformed', 'invalid token', 'jwt must be provided'].includes(error.message) ? 'token' : 'credentials')
}

function checkTimes({ iat, exp }: JwtPayload, now: number): void {
  if (!Number.isInteger(iat) || iat === undefined || iat > now) throw badClaim('iat is in the future or missing')
  if (now - iat > LONGEST_LIFE_SECONDS) throw badClaim('iat is too old')
  if (!Number.isInteger(exp) || exp === undefined) throw badClaim('exp is missing')
  if (exp - now > LONGEST_LIFE_SECONDS) throw badClaim('exp is more than an hour ahead')
}

function useOnce(used: Set<string>, { jti }: JwtPayload): void {
  if (typeof jti !== 'string' || jti === '') throw badClaim('jti is missing')
  if (used.has(jti)) throw refusal('replay')
  used.add(jti)
}

function keepLimits(limiter: RateLimiter, app: App, key: string): void {
  const minute: Limit = { calls: app.callsPerMinute, windowMs: 60_000 }
  const hour: Limit = { calls: app.callsPerHour, windowMs: 3_600_000 }
  const exceeded = limiter.admit(key, [minute, hour])
  if (exceeded === undefined) return
  const message =
    exceeded.limit === minute
      ? "You've exceeded the per-minute rate limit for this API"
      : 'Rate limit for this API has been reached'
  const seconds = String(Math.ceil(exceeded.retryAfterMs / 1000))
  throw new Refusal(app.rateLimitStatus, app.rateLimitStatus, message, app.rateLimitRetryAfter ? { 'retry-after': seconds } : {})
}
