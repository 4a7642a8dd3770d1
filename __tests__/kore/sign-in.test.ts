/** Tokens are what the vendor's page asks for, by the judgement of a library that is not ours. */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import jsonwebtoken, { type Algorithm, type JwtPayload } from 'jsonwebtoken'
import { type Credentials, createSigner, credentialMistakes } from '../../src/providers/kore/sign-in.ts'
import { createWorld, NOW } from './world.ts'

const SECRET = 'Zk9+c2VjcmV0+of/an+app/4Qx7TtVb1w='
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const pem = (type: 'pkcs1' | 'pkcs8'): string => keys.privateKey.export({ type, format: 'pem' }).toString()

function credentials(changes: Partial<Credentials> = {}): Credentials {
  return { 'client-id': 'cs-1', 'client-secret': SECRET, 'jwt-algorithm': 'HS256', token: undefined, ...changes }
}

function verified(token: string, key: string, algorithm: Algorithm): JwtPayload {
  const claims = jsonwebtoken.verify(token, key, { algorithms: [algorithm], clockTimestamp: NOW / 1000, issuer: 'cs-1' })
  if (typeof claims === 'string') throw new Error('no claims')
  return claims
}

describe('a token', () => {
  test.each<[Credentials['jwt-algorithm'], string, string, string]>([
    ['HS256', 'the secret', SECRET, SECRET],
    ['HS512', 'the secret', SECRET, SECRET],
    ['HS256', 'a short secret', 'x', 'x'],
    ['RS256', 'a PKCS#1 key', pem('pkcs1'), publicKey],
    ['RS256', 'a PKCS#8 key', pem('pkcs8'), publicKey],
    ['RS512', 'a PKCS#1 key', pem('pkcs1'), publicKey],
    ['RS512', 'a PKCS#8 key', pem('pkcs8'), publicKey],
  ])('signed with %s and %s verifies, and names the app', async (algorithm, _, secret, key) => {
    const { world } = createWorld()
    const token = await createSigner(credentials({ 'client-secret': secret, 'jwt-algorithm': algorithm }), world).token()
    expect(verified(token, key, algorithm)).toMatchObject({ appId: 'cs-1', iss: 'cs-1', sub: 'cs-1' })
    expect(jsonwebtoken.decode(token, { complete: true })?.header).toEqual({ alg: algorithm, typ: 'JWT' })
  })

  test('was issued 30 s ago and lives 5 minutes, well within the hour that an app with jti allows', async () => {
    const claims = verified(await createSigner(credentials(), createWorld().world).token(), SECRET, 'HS256')
    expect(claims).toMatchObject({ iat: NOW / 1000 - 30, exp: NOW / 1000 + 300 })
    expect(Object.keys(claims).sort()).toEqual(['appId', 'exp', 'iat', 'iss', 'jti', 'sub'])
  })

  test('is a fresh one each time, and masked before it is used', async () => {
    const { world, passing } = createWorld()
    const signer = createSigner(credentials(), world)
    const tokens = [await signer.token(), await signer.token(), await signer.token()]
    expect(new Set(tokens.map((token) => verified(token, SECRET, 'HS256').jti)).size).toBe(3)
    expect(passing).toEqual(tokens)
  })

  test('that is ready is used as it is, and cannot be renewed', async () => {
    const signer = createSigner(
      credentials({ token: 'ready.made.token', 'client-id': undefined, 'client-secret': undefined }),
      createWorld().world,
    )
    expect(await signer.token()).toBe('ready.made.token')
    expect(signer.setClock(NOW + 3_600_000)).toBe(false)
    expect(await signer.token()).toBe('ready.made.token')
  })
})

describe('a private key in one line', () => {
  test.each([
    ['\\n', pem('pkcs8')],
    ['\\r\\n', pem('pkcs1')],
  ])('with the characters %s for each line break signs as well, and is made known as it is used', async (mark, whole) => {
    const key = whole.replaceAll('\n', mark)
    const { world, secrets } = createWorld()
    const raw = { 'client-id': 'cs-1', 'jwt-algorithm': ' RS256 ', 'client-secret': key }
    expect(credentialMistakes(raw)).toEqual([])
    const signer = createSigner(credentials({ 'client-secret': key, 'jwt-algorithm': 'RS256' }), world)
    expect(verified(await signer.token(), publicKey, 'RS256').iss).toBe('cs-1')
    expect(secrets).toEqual([whole])
  })

  test('is turned into lines for RS algorithms alone', async () => {
    const secret = 'a\\nb'
    const token = await createSigner(credentials({ 'client-secret': secret }), createWorld().world).token()
    expect(verified(token, secret, 'HS256').iss).toBe('cs-1')
  })
})

test.each(['Bearer x.y.z', 'bearer   x.y.z', 'x.y.z'])(
  'the ready token %j is used without the word, and masked so',
  async (token) => {
    const { world, secrets } = createWorld()
    expect(await createSigner(credentials({ token }), world).token()).toBe('x.y.z')
    expect(secrets).toEqual(['x.y.z'])
  },
)

describe("the vendor's clock", () => {
  test.each([
    [40_000, 'ahead'],
    [-40_000, 'behind'],
    [-3_600_000, 'an hour behind'],
  ])('%i ms off is taken over, and told once: %s', async (off) => {
    const { world, warnings } = createWorld()
    const signer = createSigner(credentials(), world)
    expect(signer.setClock(NOW + off)).toBe(true)
    signer.setClock(NOW + off)
    signer.setClock(NOW + off + 20_000)
    expect(jsonwebtoken.decode(await signer.token(), { json: true })?.iat).toBe((NOW + off) / 1000 - 30)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain(`${Math.abs(off) / 1000} s off`)
  })

  test.each([0, 30_000, -30_000, undefined])('%j ms off, or not told, changes nothing', async (off) => {
    const { world, warnings } = createWorld()
    const signer = createSigner(credentials(), world)
    signer.setClock(off === undefined ? undefined : NOW + off)
    expect(jsonwebtoken.decode(await signer.token(), { json: true })?.iat).toBe(NOW / 1000 - 30)
    expect(warnings).toEqual([])
  })
})

describe('credentials', () => {
  const rs = { 'client-id': 'cs-1', 'jwt-algorithm': 'RS256' }
  const shortKey = generateKeyPairSync('rsa', { modulusLength: 1024 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  test.each<[string, Record<string, string>, string[]]>([
    ['a pair', { 'client-id': 'cs-1', 'client-secret': SECRET }, []],
    ['a ready token', { token: 'x.y.z' }, []],
    ['nothing', {}, ['client-id', 'client-secret']],
    ['blanks', { 'client-id': '  ', 'client-secret': '\n', token: ' ' }, ['client-id', 'client-secret']],
    ['half a pair', { 'client-id': 'cs-1' }, ['client-secret']],
    ['an RSA key in PEM', { ...rs, 'client-secret': pem('pkcs8') }, []],
    ['an RSA key with blanks around it', { ...rs, 'client-secret': `\n${pem('pkcs1')}\n\n` }, []],
    ['a secret where a key is needed', { ...rs, 'client-secret': SECRET }, ['client-secret']],
    ['a public key', { ...rs, 'client-secret': publicKey }, ['client-secret']],
    ['a key of another kind', { ...rs, 'client-secret': ec }, ['client-secret']],
    ['a short key', { ...rs, 'client-secret': shortKey }, ['client-secret']],
    [
      'no key, with blanks around the algorithm',
      { ...rs, 'jwt-algorithm': ' RS256 ', 'client-secret': SECRET },
      ['client-secret'],
    ],
    ['half a key', { ...rs, 'client-secret': pem('pkcs8').slice(0, 200) }, ['client-secret']],
  ])('that are %s', (_, raw, expected) => {
    const mistakes = credentialMistakes(raw)
    expect(mistakes.map(({ input }) => input)).toEqual(expected)
    for (const { text } of mistakes) expect(text).not.toContain(SECRET)
  })

  test('that are missing are told from those that are wrong, since a fork has none', () => {
    expect(credentialMistakes({}).map(({ missingCredential }) => missingCredential)).toEqual([true, true])
    expect(credentialMistakes({ ...rs, 'client-secret': 'x' })[0]?.missingCredential).toBe(false)
  })
})
