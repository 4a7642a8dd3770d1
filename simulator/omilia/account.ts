/** The account at Omilia: its credentials, and the tokens that were given out and expire. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import type { RecordedRequest } from '../exchange.ts'
import { Refusal } from './refusal.ts'

/** What the account is registered with. Tests may change it while the simulator runs. */
export interface Account {
  /** The personal access token. */
  apiKey: string
  username: string
  password: string
  /** The one-time passwords that are good, each once; undefined where two-factor is off. */
  otps: string[] | undefined
  realm: string
  tokenLifetimeSeconds: number
  refreshLifetimeSeconds: number
  /** Everything but the health check is answered with 401. */
  locked: boolean
}

/** An account that was never changed. */
export const DEMO_ACCOUNT: Account = {
  apiKey: 'ocp-pat-7Qd1x+simulated/9fKzT2mW0e4RbL8c',
  username: 'ci@airline.example',
  password: 'S1mulated&pass word/9',
  otps: undefined,
  realm: 'ocp',
  tokenLifetimeSeconds: 300,
  refreshLifetimeSeconds: 1800,
  locked: false,
}

/** One pair of tokens. */
export interface GivenTokens {
  readonly access: string
  readonly refresh: string
}

/** The tokens in use. */
export interface TokenStore {
  /** Gives out a new pair. */
  issue(): GivenTokens
  /** True once for each refresh token that has not expired. */
  redeem(refresh: string): boolean
  /** Throws a `Refusal` unless the request carries exactly one good credential. */
  admit(request: RecordedRequest): void
  /** Every access token that was given out is refused from now on. */
  revokeAll(): void
}

/** A store that has given out nothing yet. */
export function tokenStore(account: Account, clock: Clock): TokenStore {
  const access = new Map<string, number>()
  const refresh = new Map<string, number>()
  const isGood = (tokens: ReadonlyMap<string, number>, token: string): boolean => (tokens.get(token) ?? 0) > clock.now()
  return {
    issue() {
      const pair = { access: opaque('access'), refresh: opaque('refresh') }
      access.set(pair.access, clock.now() + account.tokenLifetimeSeconds * 1000)
      refresh.set(pair.refresh, clock.now() + account.refreshLifetimeSeconds * 1000)
      return pair
    },
    redeem(token) {
      const good = isGood(refresh, token)
      refresh.delete(token)
      return good
    },
    admit({ headers }) {
      const key = headers['x-ocp-personal-access-token']
      const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
      const isAlone = key === undefined || headers.authorization === undefined
      const isKnown = key !== undefined ? key === account.apiKey : bearer !== undefined && isGood(access, bearer)
      if (account.locked || !isAlone || !isKnown) throw new Refusal(401, 'Could not validate credentials')
    },
    revokeAll: () => access.clear(),
  }
}

function opaque(kind: string): string {
  return `${kind}-${randomBytes(24).toString('base64url')}`
}
