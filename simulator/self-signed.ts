/** A certificate for TLS on a local port, signed by itself and good for ten years, made of a fresh key. */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'

/** DER: a tag, the length, the content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const long = content.length > 127
  const size = Buffer.from(content.length.toString(16).padStart(4, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag]), long ? Buffer.concat([Buffer.from([0x82]), size]) : size.subarray(1), content])
}

const SEQUENCE = 0x30
const ECDSA_WITH_SHA256 = der(SEQUENCE, der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))

function nameOf(host: string): Buffer {
  const commonName = der(0x06, Buffer.from('550403', 'hex'))
  return der(SEQUENCE, der(0x31, der(SEQUENCE, commonName, der(0x0c, Buffer.from(host)))))
}

function time(year: number): Buffer {
  return der(0x17, Buffer.from(`${String(year).slice(2)}0101000000Z`))
}

/** Key and certificate in PEM form, for that host and the years from one to the other. */
export function selfSigned(host: string, from = 2024, to = 2049): { key: string; cert: string } {
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const names = der(
    SEQUENCE,
    der(SEQUENCE, der(0x06, Buffer.from('551d11', 'hex')), der(0x04, der(SEQUENCE, der(0x82, Buffer.from(host))))),
  )
  const version = der(0xa0, der(0x02, Buffer.from([2])))
  const serial = der(0x02, Buffer.from([1]))
  const validity = der(SEQUENCE, time(from), time(to))
  const body = der(
    SEQUENCE,
    ...[version, serial, ECDSA_WITH_SHA256, nameOf(host), validity, nameOf(host), pair.publicKey, der(0xa3, names)],
  )
  const signature = sign('sha256', body, createPrivateKey(pair.privateKey))
  const certificate = der(SEQUENCE, body, ECDSA_WITH_SHA256, der(0x03, Buffer.from([0]), signature))
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n')
  return { key: pair.privateKey, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` }
}
