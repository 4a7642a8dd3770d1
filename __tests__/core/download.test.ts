/** Files of the vendor on their way to files of ours, over real sockets. */
import { readFile, symlink, writeFile } from 'node:fs/promises'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { type Download, fetchFile } from '../../src/download.ts'
import { filesUnderWay } from '../../src/half-file.ts'
import { expectPrivate } from '../support/file-mode.ts'
import { type LocalVendor, startVendor, THING, troubleOf } from './local-vendor.ts'

const MEBIBYTE = 1024 * 1024

function wishOf({ server, folder }: LocalVendor, changes: Partial<Download> = {}): Download {
  return {
    name: 'results',
    link: `${server.address}/files/1?sig=hunter2`,
    home: new URL(server.address),
    to: join(folder, 'results.csv'),
    ...changes,
  }
}

/** Another vendor on another port, whose host is allowed. */
async function twoVendors(): Promise<{ home: LocalVendor; store: LocalVendor }> {
  const store = await startVendor()
  return { home: await startVendor([new URL(store.server.address).host]), store }
}

describe('a file', () => {
  test('is kept byte for byte, for its owner alone', async () => {
    const vendor = await startVendor()
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 256))
    vendor.server.on('read').answers(faults.answer(200, {}, bytes))
    const wish = wishOf(vendor)
    await vendor.door.download(wish)
    expect((await readFile(wish.to)).equals(bytes)).toBe(true)
    await expectPrivate(wish.to)
  })

  test('takes the place of what was there', async () => {
    const vendor = await startVendor()
    const wish = wishOf(vendor)
    await writeFile(wish.to, 'x'.repeat(10_000), { mode: 0o600 })
    await vendor.door.download(wish)
    expect(await readFile(wish.to, 'utf8')).toBe(THING)
  })

  test('may be empty', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.empty())
    const wish = wishOf(vendor)
    await vendor.door.download(wish)
    expect(await readFile(wish.to, 'utf8')).toBe('')
  })

  test('may come slowly, for longer than an answer may', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.slowDrip(3, 25_000))
    const wish = wishOf(vendor)
    await vendor.door.download(wish)
    expect(await readFile(wish.to, 'utf8')).toBe(THING)
    expect(vendor.clock.now()).toBeGreaterThan(200_000)
  })

  test('is asked for by its link as it is written, since a signature covers that', async () => {
    const vendor = await startVendor()
    await vendor.door.download(wishOf(vendor, { link: ` ${vendor.server.address}/files/1?sig='a|b$$'#part` }))
    expect(vendor.server.requests.map(({ target }) => target)).toEqual(["/files/1?sig='a|b$$'"])
  })

  test.each([
    ['blanks', '/files/1?sig=a b', '/files/1?sig=a%20b'],
    ['letters that are not ASCII', '/files/1?sig=ü', '/files/1?sig=%C3%BC'],
    ['a dot for a folder', '/files/./1?sig=a', '/files/1?sig=a'],
    ['dots that lead up', '/things/../files/1', '/files/1'],
    ['dots at its end', '/files/1/..', '/files/'],
    ['a backslash', '/files\\1', '/files/1'],
  ])('is asked for in a form that can be sent where its link has %s', async (_, link, sent) => {
    const vendor = await startVendor()
    await vendor.door.download(wishOf(vendor, { link: vendor.server.address + link })).catch(() => undefined)
    expect(vendor.server.requests.map(({ target }) => target)).toEqual([sent])
  })

  test('is asked for as it is, under our name', async () => {
    const vendor = await startVendor()
    await vendor.door.download(wishOf(vendor, { headers: { auth: 'token-1' } }))
    expect(vendor.server.requests).toMatchObject([
      { method: 'GET', target: '/files/1?sig=hunter2', headers: { auth: 'token-1', 'accept-encoding': 'identity' } },
    ])
  })
})

describe('a redirect', () => {
  test('is followed, also to an address without a host', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.redirect('2?sig=x', 307))
    await vendor.door.download(wishOf(vendor))
    expect(vendor.server.requests.map(({ target }) => target)).toEqual(['/files/1?sig=hunter2', '/files/2?sig=x'])
  })

  test('is followed three times', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(...['2', '3', '4'].map((id) => faults.redirect(`/files/${id}`)))
    const wish = wishOf(vendor)
    await vendor.door.download(wish)
    expect(await readFile(wish.to, 'utf8')).toBe(THING)
    expect(vendor.server.requests).toHaveLength(4)
  })

  test('is not followed a fourth time', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').always(faults.redirect('/files/1'))
    const { facts, message } = await troubleOf(vendor.door.download(wishOf(vendor)))
    expect(facts).toMatchObject({ kind: 'security', persistence: 'lasting' })
    expect(message).toMatch(/more than 3 redirects/)
    expect(vendor.server.requests).toHaveLength(4)
  })

  test.each([
    'https://evil.example/f?sig=hunter2',
    'http://localhost/f',
    'http://user@127.0.0.1/f',
    'file:///etc/passwd',
    '//evil.example/f',
  ])('is checked as the first link was: %s', async (to) => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.redirect('/files/2'), faults.redirect(to))
    const { facts, message } = await troubleOf(vendor.door.download(wishOf(vendor)))
    expect(facts).toMatchObject({ kind: 'security', persistence: 'lasting' })
    expect(message).not.toMatch(/hunter2/)
    expect(vendor.server.requests).toHaveLength(2)
  })

  test('that leads nowhere is no file', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.redirect('http://['), faults.answer(302))
    expect((await troubleOf(vendor.door.download(wishOf(vendor)))).facts).toMatchObject({ kind: 'contract' })
    expect((await troubleOf(vendor.door.download(wishOf(vendor)))).facts).toMatchObject({
      kind: 'vendor',
      persistence: 'lasting',
    })
  })

  test('to another origin leaves our credentials behind', async () => {
    const { home, store } = await twoVendors()
    home.server.on('read').answers(faults.redirect(`${store.server.address}/files/9?sig=y`))
    const wish = wishOf(home, { headers: { auth: 'token-1' } })
    await home.door.download(wish)
    expect(await readFile(wish.to, 'utf8')).toBe(THING)
    expect(home.server.requests[0]?.headers['auth']).toBe('token-1')
    expect(store.server.requests[0]?.headers).not.toHaveProperty('auth')
  })
})

describe('a file that breaks off', () => {
  test.each([
    ['ends before its length', faults.truncated('with length')],
    ['ends before its last chunk', faults.truncated('chunked')],
    ['is reset', faults.reset('inside the body')],
  ])('is told: it %s', async (_, fault) => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(fault)
    const { facts, message } = await troubleOf(vendor.door.download(wishOf(vendor)))
    expect(facts.kind).toBe('network')
    expect(['cut', 'passing']).toContain(facts.persistence)
    expect(message).not.toMatch(/hunter2/)
  })

  test('cannot be told where the vendor gave no length', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.truncated('without length'))
    const wish = wishOf(vendor)
    await vendor.door.download(wish)
    expect((await readFile(wish.to)).length).toBe(Math.floor(Buffer.from(THING).length / 2))
  })

  test('before its first byte is no cut', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.reset('before acting'))
    expect((await troubleOf(vendor.door.download(wishOf(vendor)))).facts).toMatchObject({
      kind: 'network',
      persistence: 'passing',
    })
  })

  test.each([
    ['before the head', faults.hang(), 'passing'],
    ['in the body', faults.slowDrip(10, 31_000), 'cut'],
  ])('is told after 30 s of silence %s', async (_, fault, persistence) => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(fault)
    const { facts, message } = await troubleOf(vendor.door.download(wishOf(vendor)))
    expect(facts).toMatchObject({ kind: 'network', persistence })
    expect(message).toMatch(/did not answer in time/)
    expect(vendor.clock.now()).toBe(30_000)
  })

  test('at the end of the step ends at once', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.slowDrip(1, 10_000))
    void vendor.clock.sleep(65_000).then(() => vendor.step.abort('timed-out'))
    await troubleOf(vendor.door.download(wishOf(vendor)))
    expect(vendor.clock.now()).toBe(65_000)
  })
})

describe('the largest file', () => {
  /** A download of so many bytes, without a vendor or a disk: half a gigabyte through a socket takes seconds. */
  async function downloading(bytes: number): Promise<void> {
    const { clock, step, over, folder } = await startVendor()
    const to = join(folder, 'results.csv')
    await symlink(devNull, `${to}.part`)
    const chunk = Buffer.alloc(64 * MEBIBYTE)
    const message = Object.assign(new IncomingMessage(new Socket()), { statusCode: 200, complete: true })
    for (let left = bytes; left > 0; left -= chunk.length) message.push(chunk.subarray(0, left))
    message.push(null)
    const parts = { clock, userAgent: 'x', downloadHosts: [], signal: () => step.signal, over: over.signal }
    const home = new URL('https://eu.example')
    const wish = { name: 'results', link: `${home}f`, home, to }
    await fetchFile(wish, () => Promise.resolve(message), parts, filesUnderWay(over.signal))
  }

  test('has 512 MiB', async () => {
    await downloading(512 * MEBIBYTE)
  })

  test('has not a byte more', async () => {
    const { facts, message } = await troubleOf(downloading(512 * MEBIBYTE + 1))
    expect(facts).toEqual({ kind: 'security', persistence: 'lasting' })
    expect(message).toBe('results: larger than the 512 MiB that are accepted')
  })
})

test('a disk that cannot be written to is no trouble of the network', async () => {
  const vendor = await startVendor()
  const { facts, message } = await troubleOf(vendor.door.download(wishOf(vendor, { to: join(vendor.folder, 'no', 'such') })))
  expect(message).toBe('results: it could not be written to the report directory (ENOENT); see report-directory')
  expect(facts).toMatchObject({ kind: 'internal', persistence: 'lasting' })
})

test('a redirect carries no credentials, not even back to where they belong', async () => {
  const vendor = await startVendor()
  vendor.server.on('read').answers(faults.redirect('/files/2'))
  await vendor.door.download(wishOf(vendor, { headers: { auth: 't' } }))
  expect(vendor.server.requests.map(({ headers }) => headers['auth'])).toEqual(['t', undefined])
})
