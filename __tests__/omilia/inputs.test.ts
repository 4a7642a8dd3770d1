/** Each missing or wrong input of both providers: all mistakes at once, and never the value of a secret. */
import { describe, expect, test } from '@jest/globals'
import { parseStep } from '../support/providers.ts'

const BASE = 'https://eu1-m.ocp.ai/testing'

type Raw = Readonly<Record<string, string>>

/** What is wrong, as `input text`; empty when nothing is. */
function mistakes(provider: string, raw: Raw): string[] {
  const parsed = parseStep({ provider, suite: 'A', 'base-url': BASE, ...raw })
  return 'mistakes' in parsed ? parsed.mistakes.map(({ input, text }) => `${input} ${text}`) : []
}

describe.each(['omilia', 'omilia-generation'])('%s', (provider) => {
  const good: readonly (readonly [string, Raw])[] = [
    ['a personal access token', { 'api-key': 'abcd' }],
    ['a bearer token', { token: 'abcd' }],
    ['username and password at a known host', { username: 'u', password: 'p' }],
    ['a one-time password', { username: 'u', password: 'p', otp: '123456' }],
    ['a realm for an unknown host', { username: 'u', password: 'p', realm: 'ocp', 'base-url': 'https://own.example/x' }],
    [
      'a known auth-url',
      { username: 'u', password: 'p', 'auth-url': 'https://auth.us2-m.ocp.ai', 'base-url': 'https://own.example/x' },
    ],
    ['an auth-url that ends in /auth', { username: 'u', password: 'p', 'auth-url': 'https://eu1-m.ocp.ai/auth' }],
    ['an address on loopback', { 'api-key': 'abcd', 'base-url': 'http://127.0.0.1:8080/x' }],
  ]
  test.each(good)('takes %s', (_, raw) => {
    expect(mistakes(provider, raw)).toEqual([])
  })

  const bad: readonly (readonly [string, Raw, readonly RegExp[]])[] = [
    ['no credentials', {}, [/^api-key is required: .*username and password, or token/]],
    ['no address', { 'api-key': 'abcd', 'base-url': '' }, [/^base-url is required: .*prefix of the product/]],
    ['a wrong address', { 'api-key': 'abcd', 'base-url': 'eu1-m.ocp.ai' }, [/^base-url is not a URL/]],
    [
      'an address with /api',
      { 'api-key': 'abcd', 'base-url': `${BASE}/api` },
      [/^base-url ends in \/api; give the address without it/],
    ],
    ['an address without TLS', { 'api-key': 'abcd', 'base-url': 'http://eu1-m.ocp.ai' }, [/^base-url begins with http:/]],
    [
      'a wrong auth-url',
      { username: 'u', password: 'p', realm: 'x', 'auth-url': 'http://a.example' },
      [/^auth-url begins with http:/],
    ],
    [
      'an auth-url with the path of a realm',
      { username: 'u', password: 'p', 'auth-url': 'https://eu1-m.ocp.ai/auth/realms/master/protocol/openid-connect/token' },
      [/^auth-url holds the path of a realm; give the origin alone/],
    ],
    ['a password without username', { password: 'p' }, [/^username is required/]],
    ['a username without password', { username: 'u' }, [/^password is required/]],
    ['a one-time password alone', { otp: '123456' }, [/^username is required/, /^password is required/]],
    [
      'an unknown realm',
      { username: 'u', password: 'p', 'base-url': 'https://own.example/x' },
      [/^realm is required: .*own\.example.*master.*ocp/],
    ],
    ['two ways to sign in', { 'api-key': 'abcd', token: 'efgh' }, [/^token is given beside api-key/]],
    ['three ways to sign in', { 'api-key': 'abcd', token: 'efgh', username: 'u' }, [/^token is given/, /^username is given/]],
    ['no suite', { 'api-key': 'abcd', suite: '' }, [/^suite is required/]],
    ['a metric', { 'api-key': 'abcd', 'min-f1': '0.5' }, [/^min-f1 cannot be met/]],
    ['all at once', { 'base-url': 'x', username: 'u', 'min-tests': '0' }, [/^min-tests/, /^base-url/, /^password/]],
  ]
  test.each(bad)('refuses %s', (_, raw, texts) => {
    const found = mistakes(provider, raw)
    expect(found).toHaveLength(texts.length)
    expect(found).toEqual(expect.arrayContaining(texts.map((text) => expect.stringMatching(text))))
  })

  test('never shows a secret in a mistake', () => {
    const secrets = { 'api-key': 'secret-key', token: 'secret-token', password: 'secret-password', otp: 'secret-otp' }
    expect(mistakes(provider, { ...secrets, 'base-url': 'x' }).join()).not.toContain('secret-')
  })

  test.each([
    [{}, 'no credentials'],
    [{ username: 'u' }, 'no credentials'],
    [{ username: 'u', 'base-url': 'https://own.example' }, 'mistaken'],
    [{ 'base-url': 'x' }, 'mistaken'],
  ])('without credentials and with %j the step is %s where that may be skipped', (raw, state) => {
    expect(parseStep({ provider, suite: 'A', 'base-url': BASE, 'on-missing-credentials': 'skip', ...raw }).state).toBe(state)
  })
})

test('overwrite takes true and false alone', () => {
  expect(mistakes('omilia-generation', { 'api-key': 'abcd', overwrite: 'yes' })).toEqual([
    expect.stringMatching(/^overwrite is "yes"; give true or false/),
  ])
})

test('inputs of the other provider change nothing, and that is told', () => {
  const parsed = parseStep({
    provider: 'omilia',
    suite: 'A',
    'base-url': BASE,
    'api-key': 'abcd',
    overwrite: 'true',
    'test-suite': 'x',
  })
  expect(parsed).toMatchObject({
    state: 'ready',
    warnings: [expect.stringMatching(/does not use .*test-suite.*overwrite|does not use .*overwrite.*test-suite/)],
  })
})
