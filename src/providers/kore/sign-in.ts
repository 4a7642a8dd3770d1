/** How Kore.ai knows us: the inputs of an app's credentials, and the JWT that is signed with them for each request. */
import { createHmac, createPrivateKey, randomUUID, sign } from 'node:crypto'
import * as z from 'zod/mini'
import { address, type Mistake, oneOf, optionalText, requiredLine } from '../../fields.ts'
import { readyToken } from '../../ready-token.ts'
import type { World } from '../provider.ts'

/** The inputs that every Kore.ai provider has. */
export const koreFields = {
  'base-url': address('https://platform.kore.ai').check(
    z.refine(({ pathname }) => !/\/api(\/public)?$/.test(pathname), {
      error: 'ends in /api or /api/public; give the address without it, such as https://platform.kore.ai',
    }),
  ),
  'bot-id': requiredLine('the bot or stream id (st-…), under General Settings of the app'),
  'client-id': optionalText,
  'client-secret': optionalText,
  'jwt-algorithm': oneOf(['HS256', 'HS512', 'RS256', 'RS512'], 'HS256'),
  token: optionalText,
}

/** The names of those inputs that hold secrets. */
export const koreSecrets = ['client-secret', 'token'] as const

/** What the fields above become. */
export interface Credentials {
  readonly 'client-id': string | undefined
  readonly 'client-secret': string | undefined
  readonly 'jwt-algorithm': 'HS256' | 'HS512' | 'RS256' | 'RS512'
  readonly token: string | undefined
}

/** What is missing among the credentials, or cannot be used together. Never shows a value. */
export function credentialMistakes(raw: Readonly<Record<string, string>>): Mistake[] {
  const given = (name: string): boolean => (raw[name] ?? '').trim() !== ''
  if (given('token')) return []
  const missing = ['client-id', 'client-secret'].filter((name) => !given(name))
  const mistakes = missing.map((input) => ({
    input,
    text: 'is required: the credentials of an app with the API scope for this call (or give token, a ready-made JWT)',
    missingCredential: true,
  }))
  return given('client-secret') && isUnusableKey(raw) ? [...mistakes, unusableKey] : mistakes
}

const unusableKey: Mistake = {
  input: 'client-secret',
  text: 'is not a private RSA key in PEM form of at least 2048 bits, which an RS algorithm in jwt-algorithm signs with; give the whole key with its first and last line',
  missingCredential: false,
}

/** In bits; the standard on RS256 allows no shorter ones. */
const SHORTEST_KEY = 2048

function isUnusableKey(raw: Readonly<Record<string, string>>): boolean {
  if (!(raw['jwt-algorithm'] ?? '').trim().startsWith('RS')) return false
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pemOf((raw['client-secret'] ?? '').trim()))
    return asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_KEY
  } catch {
    return true
  }
}

/** A key with its line breaks: where secrets are one line, each of them is often written as the two characters `\n`. */
function pemOf(key: string): string {
  return /[\r\n]/.test(key) ? key : key.replace(/\\r\\n|\\n/g, '\n')
}

/** Signs tokens, one for each request. */
export interface Signer {
  /** A token for the header `auth`. */
  token(): Promise<string>
  /** Sets our clock by the vendor's, and says whether that changed anything and a refused token is worth another try. */
  setClock(serverTime: number | undefined): boolean
}

const ISSUED_BEFORE = 30_000
const EXPIRES_AFTER = 5 * 60_000
const SKEW_THAT_MATTERS = 30_000

/**
 * A signer by https://docs.kore.ai and the vendor's own clients: `appId` and `iss` both name the app, `jti` is random since an
 * app may enforce that a token works once, and `exp` lies within the hour that such an app allows. A ready-made token is used as it is.
 */
export function createSigner(credentials: Credentials, world: World): Signer {
  if (credentials.token !== undefined) return readySigner(credentials.token, world)
  const algorithm = credentials['jwt-algorithm']
  const app = credentials['client-id'] ?? ''
  const signature = signatureMaker(credentials['client-secret'] ?? '', algorithm, world)
  let skew = 0
  return {
    async token() {
      const now = world.clock.wall() + skew
      const times = { iat: seconds(now - ISSUED_BEFORE), exp: seconds(now + EXPIRES_AFTER) }
      const claims = { appId: app, iss: app, sub: app, ...times, jti: randomUUID() }
      const content = `${encoded({ alg: algorithm, typ: 'JWT' })}.${encoded(claims)}`
      const token = `${content}.${signature(content)}`
      world.passingSecret(token)
      return token
    },
    setClock(serverTime) {
      const wanted = serverTime === undefined ? skew : serverTime - world.clock.wall()
      if (Math.abs(wanted - skew) > SKEW_THAT_MATTERS) {
        skew = wanted
        world.warn(
          `this machine's clock is ${Math.round(Math.abs(skew) / 1000)} s off the vendor's; tokens are signed by the vendor's clock now`,
        )
      }
      return true
    },
  }
}

/** The JWT stands alone in its header, so the word that other headers have before it is left away. */
function readySigner(given: string, world: World): Signer {
  const token = readyToken(given, world)
  return { token: () => Promise.resolve(token), setClock: () => false }
}

/** Makes the last part of a JWT. By hand, since a library signs with Web Crypto, whose start would hold the first request. */
function signatureMaker(secret: string, algorithm: Credentials['jwt-algorithm'], world: World): (content: string) => string {
  const hash = `sha${algorithm.slice(2)}`
  if (algorithm.startsWith('HS')) return (content) => createHmac(hash, secret).update(content).digest('base64url')
  const pem = pemOf(secret)
  world.secret(pem)
  const key = createPrivateKey(pem)
  return (content) => sign(hash, Buffer.from(content), key).toString('base64url')
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}
