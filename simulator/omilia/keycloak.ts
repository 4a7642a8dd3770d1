/** The sign-in service: passwords, one-time passwords and refresh tokens against access tokens. Its errors repeat what was sent. */
import type { Answer, RecordedRequest } from '../exchange.ts'
import type { Route } from '../server.ts'
import type { Account, TokenStore } from './account.ts'
import { jsonAnswer } from './refusal.ts'

/** The call that tests script by name. */
export type KeycloakOperation = 'token'

/** The routes of the sign-in service, and what answers all others. */
export function keycloakProgram(
  account: Account,
  tokens: TokenStore,
): { readonly routes: readonly Route<KeycloakOperation>[]; otherwise(): Answer } {
  const handle = (request: RecordedRequest): Answer => grantTokens(account, tokens, request)
  return {
    routes: [{ operation: 'token', method: 'POST', paths: ['/auth/realms/{realm}/protocol/openid-connect/token'], handle }],
    otherwise: () => jsonAnswer({ error: 'RESTEASY003210: Could not find resource for full path' }, 404),
  }
}

function grantTokens(account: Account, tokens: TokenStore, request: RecordedRequest): Answer {
  const { headers, params, body } = request
  if (params.get('realm') !== account.realm) return jsonAnswer({ error: 'Realm does not exist' }, 404)
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return refused(request, 415, 'unsupported media type')
  if (headers.authorization !== undefined || headers['x-ocp-personal-access-token'] !== undefined)
    return refused(request, 401, 'foreign credentials')
  const form = new URLSearchParams(body.toString())
  if (account.locked) return refused(request, 401, 'account disabled')
  if (form.get('client_id') !== 'ocp') return refused(request, 401, 'invalid_client')
  if (form.get('grant_type') === 'password')
    return isGoodPassword(account, form) ? granted(account, tokens) : refused(request, 401, 'invalid_grant')
  if (form.get('grant_type') !== 'refresh_token') return refused(request, 400, 'unsupported_grant_type')
  return tokens.redeem(form.get('refresh_token') ?? '') ? granted(account, tokens) : refused(request, 400, 'invalid_grant')
}

/** A one-time password is used up by the sign-in. */
function isGoodPassword(account: Account, form: URLSearchParams): boolean {
  const fields = [...form.keys()].sort().join()
  const wanted = ['client_id', 'grant_type', ...(account.otps === undefined ? [] : ['otp']), 'password', 'username'].join()
  if (fields !== wanted || form.get('username') !== account.username || form.get('password') !== account.password) return false
  if (account.otps === undefined) return true
  const index = account.otps.indexOf(form.get('otp') ?? '')
  if (index !== -1) account.otps.splice(index, 1)
  return index !== -1
}

function granted(account: Account, tokens: TokenStore): Answer {
  const { access, refresh } = tokens.issue()
  return jsonAnswer({
    access_token: access,
    expires_in: account.tokenLifetimeSeconds,
    refresh_expires_in: account.refreshLifetimeSeconds,
    refresh_token: refresh,
    token_type: 'bearer',
    'not-before-policy': 0,
    session_state: '7f1f0f3e-6d2c-4a3e-9d8a-3f1f6f0f9a11',
    scope: 'profile email',
  })
}

/** The worst that such a service does: it repeats the form. */
function refused({ body }: RecordedRequest, status: number, error: string): Answer {
  return jsonAnswer({ error, error_description: `Refused: ${decodeURIComponent(body.toString().replaceAll('+', ' '))}` }, status)
}
