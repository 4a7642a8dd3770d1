/** Which links of a vendor are followed: the table of hosts, before anything is sent. */
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Download, fetchFile } from '../../src/download.ts'
import { filesUnderWay } from '../../src/half-file.ts'
import type { Request } from '../../src/http.ts'
import { startVendor, troubleOf } from './local-vendor.ts'

interface Situation {
  readonly home?: string
  readonly domain?: string
  readonly downloadHosts?: readonly string[]
  readonly trustsRedirects?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** What is asked for when such a link is given, and how it ends. Nothing leaves this machine. */
async function following(link: string, { home = 'https://platform.kore.ai', downloadHosts = [], ...rest }: Situation = {}) {
  const { clock, folder, step } = await startVendor()
  const asked: Request[] = []
  const open = (request: Request): Promise<never> => {
    asked.push(request)
    return Promise.reject(new Error('nothing is sent'))
  }
  const wish: Download = { name: 'results', link, home: new URL(home), to: join(folder, 'results.csv'), ...rest }
  const parts = { clock, userAgent: 'x', downloadHosts, signal: () => step.signal, over: step.signal }
  const trouble = await troubleOf(fetchFile(wish, open, parts, filesUnderWay(step.signal)))
  return { asked, trouble }
}

const KORE = { domain: 'kore.ai' }
const TRUSTING = { trustsRedirects: true }
const LOCAL = { home: 'http://127.0.0.1:3000' }

describe('a link is followed', () => {
  test.each<[string, string, Situation]>([
    ['to the host of base-url', 'https://platform.kore.ai/f?sig=1', {}],
    ['to that host in capitals and with its usual port', 'HTTPS://PLATFORM.KORE.AI:443/f', {}],
    ['to the port of base-url', 'https://eu.example:8443/f', { home: 'https://eu.example:8443' }],
    ['to this machine, where base-url is there too', 'http://127.0.0.1:3000/f', { home: 'http://127.0.0.1:3000' }],
    ['to this machine by IPv6', 'http://[::1]:3000/f', { home: 'http://[::1]:3000' }],
    ['to a host in download-hosts', 'https://files.example/f', { downloadHosts: ['a.example', 'files.example'] }],
    ['to a host in download-hosts, in capitals', 'https://files.example/f', { downloadHosts: ['Files.Example'] }],
    ['to a host and port in download-hosts', 'https://files.example:8443/f', { downloadHosts: ['files.example:8443'] }],
    ['to a private address that download-hosts names', 'https://10.0.0.7/f', { downloadHosts: ['10.0.0.7'] }],
    ['to a sister of base-url within the domain', 'https://files.kore.ai/f', KORE],
    ['to a sister some levels down', 'https://a.b.kore.ai/f', KORE],
    ['from a base-url some levels down', 'https://files.kore.ai/f', { ...KORE, home: 'https://eu.platform.kore.ai' }],
    ['to any host with a name, where the home is trusted', 'https://blob.example/f', TRUSTING],
    ['to any port of it', 'https://blob.example:8443/f', TRUSTING],
    ['to this machine, where the trusted home is there too', 'http://127.0.0.1:4000/f', { ...TRUSTING, ...LOCAL }],
  ])('%s', async (_, link, situation) => {
    const { asked, trouble } = await following(link, situation)
    expect(asked.map(({ url }) => url.href)).toEqual([new URL(link).href])
    expect(trouble.facts.kind).toBe('network')
  })
})

describe('a link is refused, and nothing is sent', () => {
  test.each<[string, string, Situation]>([
    ['over http', 'http://platform.kore.ai/f', {}],
    ['over http to a host in download-hosts', 'http://files.example/f', { downloadHosts: ['files.example'] }],
    ['over http to this machine, where base-url is elsewhere', 'http://127.0.0.1/f', { downloadHosts: ['127.0.0.1'] }],
    ['over another scheme', 'ftp://platform.kore.ai/f', {}],
    ['over another scheme to this machine', 'ftp://127.0.0.1:3000/f', LOCAL],
    [
      'over http to a host, where base-url is on this machine',
      'http://files.example/f',
      { ...LOCAL, downloadHosts: ['files.example'] },
    ],
    ['to a local file', 'file:///etc/passwd', {}],
    ['that is data', 'data:text/csv,a', {}],
    ['that runs', 'javascript:alert(1)', {}],
    ['with a user', 'https://platform.kore.ai@evil.example/f', {}],
    ['with a user for the right host', 'https://user@platform.kore.ai/f', {}],
    ['with a password', 'https://user:pw@platform.kore.ai/f', {}],
    ['with a password alone', 'https://:pw@platform.kore.ai/f', {}],
    ['to another port', 'https://platform.kore.ai:8443/f', {}],
    ['to the usual port, where base-url has another', 'https://eu.example/f', { home: 'https://eu.example:8443' }],
    ['to another port of this machine', 'http://127.0.0.1:3001/f', { home: 'http://127.0.0.1:3000' }],
    ['to this machine by another name', 'http://localhost:3000/f', { home: 'http://127.0.0.1:3000' }],
    ['to another port than in download-hosts', 'https://files.example:8443/f', { downloadHosts: ['files.example'] }],
    ['below a host in download-hosts', 'https://a.files.example/f', { downloadHosts: ['files.example'] }],
    ['to a host that ends like one in download-hosts', 'https://evilfiles.example/f', { downloadHosts: ['files.example'] }],
    ['to a host that begins like one in download-hosts', 'https://files.example.evil/f', { downloadHosts: ['files.example'] }],
    ['to a sister of base-url, where there is no domain', 'https://files.kore.ai/f', {}],
    ['to a sister on another port', 'https://files.kore.ai:8443/f', KORE],
    ['to the domain itself', 'https://kore.ai/f', KORE],
    ['to the domain, where base-url is not in it', 'https://files.kore.ai/f', { ...KORE, home: 'https://bots.example' }],
    ['to the domain, where base-url only looks as if in it', 'https://files.kore.ai/f', { ...KORE, home: 'https://evilkore.ai' }],
    ['to a host that ends like the domain', 'https://evilkore.ai/f', KORE],
    ['to a host that ends like base-url', 'https://xplatform.kore.ai/f', {}],
    ['to a host that holds the domain', 'https://platform.kore.ai.evil.example/f', KORE],
    ['to a host with letters that look alike', 'https://plаtform.kore.ai/f', {}],
    ['to a host with a dot at its end', 'https://platform.kore.ai./f', {}],
    ['behind a backslash', 'https://evil.example\\@platform.kore.ai/f', KORE],
    ['to a cloud’s own data', 'https://169.254.169.254/latest/meta-data', KORE],
    ['to a private address', 'https://10.0.0.7/f', KORE],
    ['to this machine', 'https://localhost/f', KORE],
    ['to a private address, though the home is trusted', 'https://10.0.0.7/f', TRUSTING],
    ['to an address by IPv6, though the home is trusted', 'https://[2001:db8::1]/f', TRUSTING],
    ['to this machine, though a home elsewhere is trusted', 'https://localhost/f', TRUSTING],
    ['over http, though the home is trusted', 'http://blob.example/f', TRUSTING],
  ])('%s', async (_, link, situation) => {
    const { asked, trouble } = await following(link, situation)
    expect(asked).toEqual([])
    expect(trouble.facts).toEqual({ kind: 'security', persistence: 'lasting' })
  })

  test.each(['', 'results.csv', '/files/1', 'https://', 'http://[', '//platform.kore.ai/f'])('that is none: %j', async (link) => {
    const { asked, trouble } = await following(link)
    expect(asked).toEqual([])
    expect(trouble.facts).toEqual({ kind: 'contract', persistence: 'lasting' })
  })
})

test('what is refused is told without the query, which is as good as a password', async () => {
  for (const link of [
    'https://evil.example/f?sig=hunter2',
    'http://platform.kore.ai/f?sig=hunter2',
    'https://u:hunter2@a.example/',
    'hunter2',
  ]) {
    expect((await following(link)).trouble.message).not.toMatch(/hunter2/)
  }
  const told = async (link: string): Promise<string> => (await following(link)).trouble.message
  expect(await told('http://[')).toBe("results: the vendor's link to it is not a URL")
  expect(await told('ftp://a.example/f')).toBe('results: the link to it begins with ftp://, and only https is followed')
  expect(await told('https://u:p@a.example/f')).toBe(
    'results: the link to it contains a user name or a password and is not followed',
  )
  expect(await told('https://cdn.example:444/f')).toBe(
    'results: the link to it leads to cdn.example:444, which is neither the host of base-url nor named in download-hosts; add it there if it is yours',
  )
})

describe('our credentials', () => {
  const headers = { auth: 'token-1' }
  test.each<[string, string, Situation, boolean]>([
    ['go to the origin of base-url', 'https://platform.kore.ai/f', {}, true],
    ['do not go to a sister', 'https://files.kore.ai/f', KORE, false],
    ['do not go to a host in download-hosts', 'https://files.example/f', { downloadHosts: ['files.example'] }, false],
    ['do not go to another port', 'https://platform.kore.ai:8443/f', { downloadHosts: ['platform.kore.ai:8443'] }, false],
  ])('%s', async (_, link, situation, sent) => {
    const { asked } = await following(link, { ...situation, headers })
    expect(asked.map((request) => request.headers)).toEqual([sent ? headers : {}])
  })
})
