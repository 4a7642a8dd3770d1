/** What a failed socket means: whether the vendor can have heard the request, and whether it may work the next time. */
import { Trouble } from './trouble.ts'

/** Codes of a request that surely did not leave this machine or was not let in. */
const UNHEARD = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EPROTO'])

/** OpenSSL's words for a certificate that will be as wrong the next time. */
const CERTIFICATE = /CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH|CRL_/

/** What Node says when the other side hangs up during the TLS handshake, before anything was sent. */
const BEFORE_TLS = 'before secure TLS connection was established'

/**
 * The trouble of a request that ended without an answer. The message is built of the place and the error's code alone:
 * the error's own text can hold the request. `during` tells a file that broke off from one that never began.
 */
export function networkTrouble(where: string, thrown: unknown, expired: boolean, during: 'request' | 'body' = 'request'): Trouble {
  const code = codeOf(thrown)
  if (CERTIFICATE.test(code)) {
    const remedy = 'for a certificate of your own, set NODE_EXTRA_CA_CERTS in the env of the step'
    return new Trouble(`${where} has a certificate that is not trusted (${code}); ${remedy}`, { kind: 'network', persistence: 'lasting' })
  }
  const fact = expired ? 'did not answer in time' : `could not be reached or broke off (${code})`
  if (during === 'body') return new Trouble(`${where} ${fact}`, { kind: 'network', persistence: 'cut' })
  return new Trouble(`${where} ${fact}`, { kind: 'network', persistence: 'passing', unheard: !expired && isUnheard(thrown, code) })
}

function isUnheard(thrown: unknown, code: string): boolean {
  if (UNHEARD.has(code)) return true
  if (thrown instanceof AggregateError) return true // every address of the host was tried, none let us in
  if (thrown instanceof Error && 'syscall' in thrown && thrown.syscall === 'connect') return true
  return thrown instanceof Error && thrown.message.includes(BEFORE_TLS)
}

/** The error's code, such as `ECONNRESET`; of several addresses tried, the first one's. */
function codeOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return codeOf(thrown.errors[0])
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code
  return 'connection lost'
}
