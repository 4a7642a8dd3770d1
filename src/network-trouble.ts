/** What a failed socket means: whether the vendor can have heard the request, and whether it may work the next time. */
import { codeOf } from './error-code.ts'
import { Trouble } from './trouble.ts'

/** Codes of a request that surely did not leave this machine or was not let in. */
const UNHEARD = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EADDRNOTAVAIL', 'EPROTO'])

/** OpenSSL's words for a certificate that will be as wrong the next time. */
const CERTIFICATE = /CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH|CRL_|INVALID_(CA|PURPOSE)|PATH_LENGTH/

/** What the codes mean that a wrong address or a wrong port brings about. */
const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'no host has this name'],
  ['EAI_AGAIN', 'the name of the host could not be looked up'],
  ['ECONNREFUSED', 'nothing listens there'],
  ['EPROTO', 'the host does not speak https there'],
])

/** What the transport says of a proxy that lets nothing through; it names the proxy's status where there is one. */
const TUNNEL = /^tunneling socket could not be established(?:.*statusCode=(\d+))?/

/** What Node says when the other side hangs up during the TLS handshake, before anything was sent. */
const BEFORE_TLS = 'before secure TLS connection was established'

/** How a request ended. */
interface RequestEnd {
  /** It was ended for its slowness. */
  readonly expired: boolean
  /** Whether a file broke off in its body, or a request never came to an answer. */
  readonly during: 'request' | 'body'
  /** The connection of an https request was not secured yet, so that nothing of it can have been sent. */
  readonly unsecured?: boolean
}

/**
 * The trouble of a request that ended without an answer. The message is built of the place and the error's code alone:
 * the error's own text can hold the request.
 */
export function networkTrouble(where: string, thrown: unknown, { expired, during, unsecured = false }: RequestEnd): Trouble {
  const code = socketCode(thrown)
  const tunnel = TUNNEL.exec(String(factsOf(thrown).message ?? ''))
  if (tunnel !== null) return proxyTrouble(where, tunnel[1])
  if (code === 'ERR_INVALID_CHAR') {
    const fact = 'was not sent, since a credential holds a line break or another character that no header can hold'
    return new Trouble(`${where} ${fact}; paste it again`, { kind: 'config', persistence: 'lasting', unheard: true })
  }
  if (CERTIFICATE.test(code)) {
    const remedy = 'for a certificate of your own, set NODE_EXTRA_CA_CERTS in the env of the step'
    return new Trouble(`${where} has a certificate that is not trusted (${code}); ${remedy}`, {
      kind: 'network',
      persistence: 'lasting',
    })
  }
  const words = IN_WORDS.get(code)
  const fact = expired
    ? 'did not answer in time'
    : `could not be reached or broke off (${words === undefined ? code : `${code}, ${words}`})`
  if (during === 'body') return new Trouble(`${where} ${fact}`, { kind: 'network', persistence: 'cut' })
  const unheard = unsecured || (!expired && isUnheard(thrown, code))
  return new Trouble(`${where} ${fact}`, { kind: 'network', persistence: 'passing', unheard })
}

/** A proxy that does not let the request through: the vendor never heard of it. What it forbids it will forbid again. */
function proxyTrouble(where: string, status: string | undefined): Trouble {
  const isForbidden = status === '403' || status === '407'
  const fact = status === undefined ? 'could not be reached' : `refused the connection (HTTP ${status})`
  const remedy = status === '407' ? 'put user and password into https_proxy' : 'see https_proxy and no_proxy'
  return new Trouble(`${where}: the proxy ${fact}; ${remedy} in the env of the step`, {
    kind: 'network',
    persistence: isForbidden ? 'lasting' : 'passing',
    unheard: true,
  })
}

function isUnheard(thrown: unknown, code: string): boolean {
  const { errors, message, syscall } = factsOf(thrown)
  if (UNHEARD.has(code) || syscall === 'connect' || String(message).includes(BEFORE_TLS)) return true
  // Every address of the host was tried, and none let us in.
  return Array.isArray(errors) && errors.length > 0
}

/** The error's code, such as `ECONNRESET`; of several addresses tried, the first one's. */
function socketCode(thrown: unknown): string {
  const { errors } = factsOf(thrown)
  if (Array.isArray(errors) && errors.length > 0) return socketCode(errors[0])
  return codeOf(thrown) ?? 'connection lost'
}

/** What Node adds to an error of a socket. */
interface SocketFacts {
  readonly syscall?: unknown
  readonly message?: unknown
  readonly errors?: unknown
}

/** Read by the shape and not by the class: an error can come from another realm, where `instanceof` says no. */
function factsOf(thrown: unknown): SocketFacts {
  return typeof thrown === 'object' && thrown !== null ? thrown : {}
}
