/** The door and time: silence, drips, rate limits and the end of the step, by a virtual clock over real sockets. */
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Fault, sendHead, sendPart, whenGone } from '../../simulator/exchange.ts'
import * as faults from '../../simulator/faults.ts'
import type { Clock } from '../../src/clock.ts'
import { createDoor } from '../../src/http.ts'
import { type LocalVendor, startVendor, troubleOf } from './local-vendor.ts'

const SLOW = { kind: 'network', persistence: 'passing', unheard: false }

describe('a vendor that is silent', () => {
  test.each([
    ['GET', 'before acting', 30_000],
    ['GET', 'after acting', 30_000],
    ['POST', 'before acting', 60_000],
    ['POST', 'after acting', 60_000],
  ] as const)('after a %s, having hung %s, is given up after %d ms', async (method, when, ms) => {
    const { door, server, clock, call } = await startVendor()
    server.on('any').answers(faults.hang(when))
    const url = new URL(`${server.address}/things${method === 'GET' ? '/1' : ''}`)
    const trouble = await troubleOf(door.ask(call({ method, url, ...(method === 'POST' && { body: '{}' }) })))
    expect(trouble.facts).toMatchObject(SLOW)
    expect(trouble.message).toMatch(/did not answer in time$/)
    expect(clock.now()).toBe(ms)
  })

  test('in the middle of its answer is given up 30 s after the last byte', async () => {
    const { door, server, clock, call } = await startVendor()
    server.on('read').answers(faults.slowDrip(16, 31_000))
    expect((await troubleOf(door.ask(call()))).facts).toMatchObject(SLOW)
    expect(clock.now()).toBe(30_000)
  })

  test('for a little less is waited for', async () => {
    const { door, server, clock, call } = await startVendor()
    server.on('read').answers(faults.delay(29_000, faults.slowDrip(16, 29_000)))
    expect((await door.ask(call())).status).toBe(200)
    expect(clock.now()).toBe(29_000 * 3)
  })

  test('after its head for a little less is waited for, since the head was heard', async () => {
    const { door, server, clock, call } = await startVendor()
    const lateBody: Fault = async (exchange) => {
      sendHead(exchange, { status: 200 })
      exchange.response.flushHeaders()
      await exchange.clock.sleep(29_000, exchange.gone)
      exchange.response.end('late')
    }
    server.on('read').answers(faults.delay(29_000, lateBody))
    expect(Buffer.from((await door.ask(call())).body).toString()).toBe('late')
    expect(clock.now()).toBe(58_000)
  })

  test('never for so long, but drips for ever, is given up after two minutes', async () => {
    const { door, server, clock, call } = await startVendor()
    server.on('read').answers(faults.slowDrip(1, 10_000))
    expect((await troubleOf(door.ask(call()))).message).toMatch(/did not answer in time$/)
    expect(clock.now()).toBe(120_000)
  })
})

describe('the end of the step', () => {
  test.each([
    ['before the head', faults.hang()],
    ['in the body', faults.slowDrip(5, 1_000)],
  ])('ends a request in flight at once: %s', async (_, fault) => {
    const { door, server, clock, step, call } = await startVendor()
    server.on('read').answers(fault)
    void clock.sleep(2500).then(() => step.abort('cancelled'))
    const trouble = await troubleOf(door.ask(call()))
    expect(clock.now()).toBe(2500)
    expect(trouble.facts.persistence).toBe('passing')
    expect(trouble.message).not.toMatch(/in time/)
  })

  test('leaves no watch behind', async () => {
    const { clock, call, folder, server } = await startVendor()
    let asleep = 0
    const counting: Clock = {
      ...clock,
      sleep(ms, signal) {
        asleep += 1
        return clock.sleep(ms, signal).finally(() => {
          asleep -= 1
        })
      },
    }
    const never = new AbortController().signal
    const door = createDoor({ clock: counting, userAgent: 'x', downloadHosts: [], signal: () => never, over: never })
    await door.ask(call())
    await door.download({ name: 'f', link: `${server.address}/files/1`, home: new URL(server.address), to: join(folder, 'f') })
    server.on('read').always(faults.reset('before acting'))
    await troubleOf(door.ask(call()))
    await new Promise((resolve) => setImmediate(resolve))
    expect(asleep).toBe(0)
  })
})

describe('an answer that is not read ends its connection', () => {
  test.each([
    ['a redirect', 302, {}],
    ['a refusal in a form that cannot be read', 500, { 'content-encoding': 'gzip' }],
    ['an answer in a form that cannot be read', 200, { 'content-encoding': 'gzip' }],
  ])('%s', async (_, status, headers) => {
    const { door, server, call } = await startVendor()
    const { promise: gone, resolve } = Promise.withResolvers<void>()
    server.on('read').answers(async (exchange) => {
      sendHead(exchange, { status, headers })
      await sendPart(exchange, Buffer.from('and so on'))
      await whenGone(exchange.gone)
      resolve()
    })
    await door.ask(call()).catch(() => undefined)
    await gone
  })
})

describe('a rate limit', () => {
  /** When each of so many calls went out, made all at once. */
  async function sentAt(
    vendor: LocalVendor,
    count: number,
    limits: { key: string; calls: number; perMs: number }[],
  ): Promise<number[]> {
    const before = vendor.server.requests.length
    await Promise.all(Array.from({ length: count }, () => vendor.door.ask(vendor.call({ limits }))))
    return vendor.server.requests.slice(before).map(({ at }) => at)
  }

  /** The most calls in any span of that length. */
  function mostWithin(times: readonly number[], ms: number): number {
    return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length))
  }

  test('lets as many go as it allows, and no more in any span', async () => {
    const vendor = await startVendor()
    const times = await sentAt(vendor, 10, [{ key: 'bot', calls: 3, perMs: 60_000 }])
    expect(times).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000, 120_000, 120_000, 180_000])
  })

  test('counts any span, not minutes of the clock', async () => {
    const vendor = await startVendor()
    const limits = [{ key: 'bot', calls: 2, perMs: 60_000 }]
    await sentAt(vendor, 1, limits)
    await vendor.clock.sleep(50_000)
    expect(await sentAt(vendor, 3, limits)).toEqual([50_000, 60_000, 110_000])
  })

  test('of several keeps each', async () => {
    const vendor = await startVendor()
    const limits = [
      { key: 'minute', calls: 2, perMs: 60_000 },
      { key: 'hour', calls: 5, perMs: 3_600_000 },
    ]
    const times = await sentAt(vendor, 7, limits)
    expect(mostWithin(times, 60_000)).toBe(2)
    expect(mostWithin(times, 3_600_000)).toBe(5)
    expect(times.at(-1)).toBe(3_600_000)
  })

  test('counts by key, and a call without one is free', async () => {
    const vendor = await startVendor()
    const limit = { calls: 1, perMs: 60_000 }
    const asks = ['a', 'b', 'a'].map((key) => vendor.door.ask(vendor.call({ limits: [{ ...limit, key }] })))
    await vendor.door.ask(vendor.call())
    expect(vendor.clock.now()).toBe(0)
    await Promise.all(asks)
    expect(vendor.clock.now()).toBe(60_000)
  })

  test('is counted also by calls that fail', async () => {
    const vendor = await startVendor()
    vendor.server.on('read').answers(faults.reset('before acting'), faults.empty(500))
    const limits = [{ key: 'bot', calls: 1, perMs: 1000 }]
    await Promise.allSettled([1, 2, 3].map(() => vendor.door.ask(vendor.call({ limits }))))
    expect(vendor.server.requests.map(({ at }) => at)).toEqual([0, 1000, 2000])
  })

  test('does not hold the end of the step', async () => {
    const vendor = await startVendor()
    const limits = [{ key: 'bot', calls: 1, perMs: 3_600_000 }]
    await vendor.door.ask(vendor.call({ limits }))
    void vendor.clock.sleep(2000).then(() => vendor.step.abort('timed-out'))
    await troubleOf(vendor.door.ask(vendor.call({ limits })))
    expect(vendor.clock.now()).toBe(2000)
    expect(vendor.server.requests).toHaveLength(1)
  })
})
