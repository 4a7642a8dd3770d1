/** Answers that are not the file: links that are refused, troubles of the vendor, and what is left of them. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { sendHead, sendPart, whenGone } from '../../simulator/exchange.ts'
import * as faults from '../../simulator/faults.ts'
import type { Download } from '../../src/download.ts'
import { type LocalVendor, startVendor, THING, troubleOf } from './local-vendor.ts'

const MEBIBYTE = 1024 * 1024

function wishOf({ server, folder }: LocalVendor): Download {
  const link = `${server.address}/files/1?sig=hunter2`
  return { name: 'results', link, home: new URL(server.address), to: join(folder, 'results.csv') }
}

describe('a link that is not or no longer good', () => {
  test.each([
    [401, 'auth'],
    [403, 'auth'],
    [404, 'vendor'],
    [410, 'vendor'],
    [400, 'vendor'],
  ])('is told apart: HTTP %d', async (status, kind) => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.empty(status))
    const { facts, message } = await troubleOf(vendor.door.download(wishOf(vendor)))
    expect(facts).toMatchObject({ kind, persistence: 'missing', status, serverTime: vendor.clock.wall() })
    expect(message).toMatch(
      new RegExp(`^results \\(GET 127.0.0.1:\\d+/…\\) answered HTTP ${status}: the link is invalid or has expired$`),
    )
  })
})

describe('another answer than the file', () => {
  test.each([
    [408, 'vendor', 'passing'],
    [429, 'rate-limit', 'passing'],
    [500, 'vendor', 'passing'],
    [503, 'vendor', 'passing'],
    [418, 'vendor', 'lasting'],
    [204, 'vendor', 'lasting'],
    [206, 'vendor', 'lasting'],
  ])('is judged by its status: HTTP %d', async (status, kind, persistence) => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.answer(status, { 'retry-after': '9' }, status === 204 ? '' : THING))
    const wish = wishOf(vendor)
    const { facts } = await troubleOf(vendor.door.download(wish))
    expect(facts).toMatchObject({ kind, persistence, status, retryAfterMs: 9000 })
    await expect(stat(wish.to)).rejects.toThrow('ENOENT')
  })

  test('is told with its status, and with nothing that it did not say', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.answer(500, { date: 'now' }))
    const { facts, message } = await troubleOf(vendor.door.download(wishOf(vendor)))
    expect(message).toMatch(/^results \(GET 127.0.0.1:\d+\/…\) answered HTTP 500$/)
    expect(facts).toStrictEqual({ kind: 'vendor', persistence: 'passing', status: 500 })
  })

  test.each([
    [404, 'missing'],
    [400, 'missing'],
    [500, 'passing'],
  ])('is no redirect, whatever address stands in it: HTTP %d', async (status, persistence) => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.redirect('/files/2', status))
    expect((await troubleOf(vendor.door.download(wishOf(vendor)))).facts).toMatchObject({ persistence, status })
    expect(vendor.server.requests).toHaveLength(1)
  })

  test('is the file where it has status 200 and an address besides', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.answer(200, { location: '/files/2' }, THING))
    const wish = wishOf(vendor)
    await vendor.door.download(wish)
    expect(await readFile(wish.to, 'utf8')).toBe(THING)
    expect(vendor.server.requests).toHaveLength(1)
  })

  test.each<[string, number, Record<string, string>]>([
    ['a refusal', 404, {}],
    ['a redirect', 302, { location: '/files/2' }],
    ['a file that is too large', 200, { 'content-length': String(513 * MEBIBYTE) }],
  ])('that is not read ends its connection: %s', async (_, status, headers) => {
    const vendor = await startVendor()
    const { promise: gone, resolve } = Promise.withResolvers<void>()
    vendor.server.on('read').answers(async (exchange) => {
      sendHead(exchange, { status, headers })
      await sendPart(exchange, Buffer.from('and so on'))
      await whenGone(exchange.gone)
      resolve()
    })
    await vendor.door.download(wishOf(vendor)).catch(() => undefined)
    await gone
  })

  test('is not the file when it is compressed unasked', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.gzipBomb(64))
    const { facts } = await troubleOf(vendor.door.download(wishOf(vendor)))
    expect(facts).toMatchObject({ kind: 'contract', persistence: 'shape' })
  })
})
