/** Files that broke off, and answers that are not the rest of them: no file is ever made of two. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Answer, sendHead, sendPart, whenGone } from '../../simulator/exchange.ts'
import * as faults from '../../simulator/faults.ts'
import { LARGEST_FILE } from '../../src/download.ts'
import { troubleOf } from './local-vendor.ts'
import { CUT, CUT_OFF, FILE, OLD, offering, TAG, until } from './resumable-file.ts'

describe('what is not the rest of the file is not put behind it, and the file is asked for anew', () => {
  const headed =
    (headers: Record<string, string>) =>
    (honest: Answer): Answer => ({
      ...honest,
      headers: { ...honest.headers, ...headers },
    })
  const without =
    (name: string) =>
    (honest: Answer): Answer => ({
      ...honest,
      headers: Object.fromEntries(Object.entries(honest.headers ?? {}).filter(([each]) => each !== name)),
    })
  const last = FILE.length - 1
  test.each<[string, (honest: Answer) => Answer]>([
    ['a part that begins earlier', headed({ 'content-range': `bytes 3999-${last}/9000` })],
    ['a part that begins later', headed({ 'content-range': `bytes 4001-${last}/9000` })],
    ['the whole that calls itself a part', headed({ 'content-range': `bytes 0-${last}/9000` })],
    ['a part of a longer file', headed({ 'content-range': `bytes 4000-${last}/9001` })],
    ['a part that ends behind the file', headed({ 'content-range': 'bytes 4000-9000/9000' })],
    ['a part of a file of unknown length', headed({ 'content-range': `bytes 4000-${last}/*` })],
    ['a part in other units', headed({ 'content-range': `lines 4000-${last}/9000` })],
    ['a part without its range', without('content-range')],
    ['a part of a file with another tag', headed({ etag: '"other"' })],
    ['a part without the tag', without('etag')],
    ['no such part', () => ({ status: 416, headers: { 'content-range': 'bytes */9000' } })],
  ])('%s', async (_, change) => {
    const { breaking, fetch, file, half, asked, server } = await offering()
    server.on('read').answers(breaking(), faults.changed(change))
    await fetch()
    expect(await fetch()).toEqual(CUT_OFF)
    expect(await half()).toBeUndefined()
    expect(await file()).toBeUndefined()
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
    expect(asked()[2]).toEqual([undefined, undefined])
  })

  test('a part that is longer than it tells', async () => {
    const { breaking, fetch, file, server } = await offering()
    const longer = faults.changed(({ status, headers, body }) => ({
      status,
      headers: { ...headers },
      body: Buffer.concat([Buffer.from(body ?? ''), Buffer.from('more')]),
    }))
    server.on('read').answers(breaking(), longer)
    await fetch()
    expect(await fetch()).toEqual(CUT_OFF)
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
  })

  test('a part with another date', async () => {
    const { breaking, fetch, asked, server } = await offering({ by: 'date' })
    server.on('read').answers(breaking(), faults.changed(headed({ 'last-modified': OLD })))
    await fetch()
    expect(await fetch()).toEqual(CUT_OFF)
    expect(await fetch()).toBeUndefined()
    expect(asked()[2]).toEqual([undefined, undefined])
  })

  test.each(['/files/2', '/things/1'])('a part of what is at another path: %s', async (path) => {
    const { breaking, fetch, file, server } = await offering()
    server.on('read').answers(breaking())
    await fetch()
    expect(await fetch(server.address + path)).toEqual(CUT_OFF)
    expect(await fetch(server.address + path)).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
  })

  test('a part from another host', async () => {
    const other = await offering()
    const { breaking, fetch, file, server } = await offering({}, [new URL(other.server.address).host])
    server.on('read').answers(breaking())
    await fetch()
    expect(await fetch(`${other.server.address}/files/1`)).toEqual(CUT_OFF)
    expect(await fetch(`${other.server.address}/files/1`)).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
  })

  test('a part that nobody asked for', async () => {
    const { fetch, server } = await offering()
    server.on('read').answers(faults.answer(206, { 'content-range': 'bytes 0-1/2' }, 'ab'), faults.answer(416))
    expect(await fetch()).toMatchObject({ kind: 'vendor', persistence: 'lasting', status: 206 })
    expect(await fetch()).toMatchObject({ kind: 'vendor', persistence: 'lasting', status: 416 })
  })
})

describe('it is told', () => {
  test('that the server did not go on', async () => {
    const { breaking, door, folder, server } = await offering()
    server.on('read').answers(breaking(), faults.answer(416))
    const wish = {
      name: 'results',
      link: `${server.address}/files/1`,
      home: new URL(server.address),
      to: join(folder, 'results.csv'),
    }
    await troubleOf(door.download(wish))
    const { message } = await troubleOf(door.download(wish))
    expect(message).toBe('results: the server did not resume where it broke off, so it is fetched from the beginning')
  })

  test('that it ended early', async () => {
    const { breaking, door, folder, server } = await offering()
    const short = faults.changed((honest) => ({ ...honest, body: Buffer.from(honest.body ?? '').subarray(0, 10) }))
    server.on('read').answers(breaking(), short)
    const wish = {
      name: 'results',
      link: `${server.address}/files/1`,
      home: new URL(server.address),
      to: join(folder, 'results.csv'),
    }
    await troubleOf(door.download(wish))
    expect((await troubleOf(door.download(wish))).message).toBe('results: ended after 4010 of 9000 bytes')
  })
})

test('a part that is not the rest ends its connection', async () => {
  const { breaking, fetch, server } = await offering()
  const { promise: gone, resolve } = Promise.withResolvers<void>()
  server.on('read').answers(breaking(), async (exchange) => {
    sendHead(exchange, { status: 206 })
    await sendPart(exchange, Buffer.from('and so on'))
    await whenGone(exchange.gone)
    resolve()
  })
  await fetch()
  await fetch()
  await gone
})

describe('a file that tells to be too large', () => {
  test('is not begun', async () => {
    const { fetch, half, server } = await offering()
    server.on('read').answers(({ response }) => void response.writeHead(200, { 'content-length': LARGEST_FILE + 1 }).write('Bot'))
    expect(await fetch()).toEqual({ kind: 'security', persistence: 'lasting' })
    expect(await half()).toBeUndefined()
  })

  test('is not gone on with, since its parts count together', async () => {
    const { breaking, fetch, half, server } = await offering()
    const range = `bytes ${CUT}-${LARGEST_FILE}/${LARGEST_FILE + 1}`
    const etag = { etag: TAG, 'content-range': range }
    server.on('read').answers(breaking(CUT, 'chunked'), ({ response }) => void response.writeHead(206, etag).write('x'))
    await fetch()
    expect(await fetch()).toEqual({ kind: 'security', persistence: 'lasting' })
    expect(await half()).toBeUndefined()
  })
})

describe('what came of a file that broke off is removed', () => {
  test.each([
    ['when the vendor refuses it for good', faults.answer(418)],
    ['when what comes next is compressed', faults.gzipEncoded()],
    ['when its link leads elsewhere', faults.redirect('https://evil.example/')],
  ])('%s', async (_, fault) => {
    const { breaking, fetch, half, asked, server } = await offering()
    server.on('read').answers(breaking(), fault)
    await fetch()
    expect(await half()).toBe(CUT)
    await fetch()
    expect(await half()).toBeUndefined()
    await fetch()
    expect(asked().at(-1)).toEqual([undefined, undefined])
  })

  test('when nothing more is asked for', async () => {
    const { breaking, fetch, half, over, server } = await offering()
    server.on('read').answers(breaking())
    await fetch()
    expect(await half()).toBe(CUT)
    over.abort()
    await until(async () => (await half()) === undefined)
  })

  test('and what was in its place before, too, for it is not what was asked for', async () => {
    const { breaking, fetch, file, server, to } = await offering()
    await writeFile(to, 'old')
    server.on('read').answers(breaking())
    await fetch()
    expect(await file()).toBeUndefined()
  })
})
