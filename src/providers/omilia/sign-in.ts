/** How Omilia knows us: the inputs of the three ways to sign in, and what is wrong with them. */
import * as z from 'zod/mini'
import { type Mistake, optionalAddress, optionalText, requiredAddress } from '../../fields.ts'

const EXAMPLE = 'https://eu1-m.ocp.ai/product-prefix'
const BASE_URL = `the address of Testing Studio's API with the prefix of the product, such as ${EXAMPLE}; it ends before /api`

/** The inputs that every Omilia provider has. */
export const omiliaFields = {
  'base-url': requiredAddress(BASE_URL, EXAMPLE).check(
    z.refine(({ pathname }) => !/\/api\/?$/.test(pathname), {
      error: `ends in /api; give the address without it, such as ${EXAMPLE}`,
    }),
  ),
  'api-key': optionalText,
  username: optionalText,
  password: optionalText,
  otp: optionalText,
  'auth-url': optionalAddress(EXAMPLE).check(
    z.refine((url) => url === undefined || !/\/realms(\/|$)/.test(url.pathname), {
      error: 'holds the path of a realm; give the origin alone, such as https://eu1-m.ocp.ai, and the realm as realm',
    }),
  ),
  realm: optionalText,
  token: optionalText,
}

/** The names of those inputs that hold secrets. */
export const omiliaSecrets = ['api-key', 'password', 'otp', 'token'] as const

/** What the fields above become. */
export interface Credentials {
  readonly 'base-url': URL
  readonly 'api-key': string | undefined
  readonly username: string | undefined
  readonly password: string | undefined
  readonly otp: string | undefined
  readonly 'auth-url': URL | undefined
  readonly realm: string | undefined
  readonly token: string | undefined
}

/** Which realm each known host of the vendor has; a wrong one is answered with 404. */
const REALMS: ReadonlyMap<string, string> = new Map([
  ['eu1-m.ocp.ai', 'master'],
  ['us1-m.ocp.ai', 'master'],
  ['auth.us2-m.ocp.ai', 'master'],
  ['pub.ca1.ocp.ai', 'ocp'],
  ['pub.frankfurt.ocp.ai', 'ocp'],
])

/** The realm to sign in to at that address, where the vendor's hosts tell it. */
export function realmOf(authUrl: URL): string | undefined {
  return REALMS.get(authUrl.host)
}

type Given = (name: string) => boolean

/** What is missing among the credentials, or cannot be used together. Never shows a value. */
export function credentialMistakes(raw: Readonly<Record<string, string>>): Mistake[] {
  const given: Given = (name) => (raw[name] ?? '').trim() !== ''
  const signsIn = ['username', 'password', 'otp'].some(given)
  const ways = ['api-key', 'token'].filter(given)
  if (ways.length === 0 && !signsIn)
    return [missing('api-key', `${KEY} (or give username and password, or token, a bearer token)`)]
  const used = [...ways, ...(signsIn ? ['username'] : [])]
  const [first, ...others] = used
  const clashes = others.map((input) => mistake(input, `is given beside ${first}; give one way to sign in only`))
  return [...clashes, ...(ways.length === 0 ? signInMistakes(raw, given) : [])]
}

const KEY = 'is required: a personal access token of Omilia'

function signInMistakes(raw: Readonly<Record<string, string>>, given: Given): Mistake[] {
  const absent = ['username', 'password'].filter((name) => !given(name))
  const mistakes = absent.map((input) => missing(input, 'is required: it belongs to the sign-in with username and password'))
  const at = URL.parse((raw['auth-url'] ?? '').trim() || (raw['base-url'] ?? '').trim())
  if (given('realm') || at === null || realmOf(at) !== undefined) return mistakes
  return [
    ...mistakes,
    mistake('realm', `is required: the realm of ${at.host} is not known here; older hosts have master, newer ones ocp`),
  ]
}

function missing(input: string, text: string): Mistake {
  return { input, text, missingCredential: true }
}

function mistake(input: string, text: string): Mistake {
  return { input, text, missingCredential: false }
}
