/** Files that broke off: only the rest of them is asked for, where the server offers that. */
import { describe, expect, test } from '@jest/globals'
import { inParts, type Ranges } from '../../simulator/byte-ranges.ts'
import type { Answer } from '../../simulator/exchange.ts'
import * as faults from '../../simulator/faults.ts'
import { expectPrivate } from '../support/file-mode.ts'
import { CUT, CUT_OFF, FILE, OLD, offering, TAG } from './resumable-file.ts'

describe('a file that broke off goes on where it was', () => {
  test('as long as it is the same by its tag', async () => {
    const { breaking, fetch, file, half, asked, server } = await offering()
    server.on('read').answers(breaking())
    expect(await fetch()).toMatchObject(CUT_OFF)
    expect(await file()).toBeUndefined()
    expect(await half()).toBe(CUT)
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
    expect(await half()).toBeUndefined()
    expect(asked()).toEqual([
      [undefined, undefined],
      [`bytes=${CUT}-`, TAG],
    ])
  })

  test('as long as it is the same by its date, also where the rest does not tell it again', async () => {
    const changedAt = Date.UTC(2026, 4, 4, 11, 59, 59)
    const { breaking, fetch, file, asked, server } = await offering({ by: 'date', changedAt })
    const undated = faults.changed(({ headers: { 'last-modified': _, ...headers } = {}, ...rest }) => ({ ...rest, headers }))
    server.on('read').answers(breaking(), breaking(), undated)
    for (const expected of [CUT_OFF, CUT_OFF, undefined]) expect(await fetch()).toEqual(expected)
    expect((await file())?.equals(FILE)).toBe(true)
    const date = new Date(changedAt).toUTCString()
    expect(asked()).toEqual([
      [undefined, undefined],
      [`bytes=${CUT}-`, date],
      [`bytes=${2 * CUT}-`, date],
    ])
  })

  test('and is asked for as a whole when it was whole', async () => {
    const { breaking, fetch, asked, server } = await offering()
    server.on('read').answers(breaking())
    await fetch()
    await fetch()
    expect(await fetch()).toBeUndefined()
    expect(asked()[2]).toEqual([undefined, undefined])
  })

  test('also where nothing of it had come', async () => {
    const { breaking, fetch, file, server } = await offering()
    server.on('read').answers(breaking(0))
    expect(await fetch()).toEqual(CUT_OFF)
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
  })

  test('for its owner alone', async () => {
    const { breaking, fetch, server, to } = await offering()
    server.on('read').answers(breaking())
    await fetch()
    await expectPrivate(`${to}.part`)
    await fetch()
    await expectPrivate(to)
  })

  test('by another link to it, whose signature is new', async () => {
    const { breaking, fetch, file, asked, server } = await offering()
    server.on('read').answers(breaking())
    await fetch()
    expect(await fetch(`${server.address}/files/1?sig=b`)).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
    expect(asked()[1]).toEqual([`bytes=${CUT}-`, TAG])
  })

  test.each([
    ['a refused link', faults.answer(403), 'missing'],
    ['an outage', faults.serverError(503), 'passing'],
    ['a reset before the head', faults.reset('before acting'), 'passing'],
  ])('also after %s', async (_, fault, persistence) => {
    const { breaking, fetch, file, asked, server } = await offering()
    server.on('read').answers(breaking(), fault)
    await fetch()
    expect(await fetch()).toMatchObject({ persistence })
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
    expect(asked()[2]).toEqual([`bytes=${CUT}-`, TAG])
  })

  test('behind a redirect, which is told of the range too', async () => {
    const { breaking, fetch, file, asked, server } = await offering()
    server.on('read').answers(faults.redirect('/files/2?sig=b'), breaking(), faults.redirect('/files/2?sig=c'))
    await fetch()
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
    expect(asked().map(([range]) => range)).toEqual([undefined, undefined, `bytes=${CUT}-`, `bytes=${CUT}-`])
  })

  test('also in more parts than one', async () => {
    const first = ({ body = '', headers = {}, status }: Answer): Answer => ({
      status,
      headers: { ...headers, 'content-range': `bytes ${CUT}-${CUT + 99}/${FILE.length}` },
      body: Buffer.from(body).subarray(0, 100),
    })
    const { breaking, fetch, file, asked, server } = await offering()
    server.on('read').answers(breaking(), faults.changed(first))
    for (const expected of [CUT_OFF, CUT_OFF, undefined]) expect(await fetch()).toEqual(expected)
    expect((await file())?.equals(FILE)).toBe(true)
    expect(asked()[2]).toEqual([`bytes=${CUT + 100}-`, TAG])
  })

  test('whose length was not told at first', async () => {
    const { breaking, fetch, file, server } = await offering()
    server.on('read').answers(breaking(CUT, 'chunked'))
    expect(await fetch()).toEqual(CUT_OFF)
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
  })
})

describe('a file that broke off is asked for as a whole', () => {
  const offer = (headers: Record<string, string>) => (): Answer => ({ status: 200, headers, body: FILE })
  test.each<[string, Ranges | (() => Answer)]>([
    ['offers no parts', offer({ etag: TAG })],
    ['says that it takes no ranges', offer({ etag: TAG, 'accept-ranges': 'none' })],
    ['gives nothing to know the file by', offer({ 'accept-ranges': 'bytes' })],
    ['has a weak tag', { by: 'weak tag' }],
    ['has a weak tag and an old date', offer({ 'accept-ranges': 'bytes', etag: 'W/"1"', 'last-modified': OLD })],
    ['has a tag with more behind it', offer({ 'accept-ranges': 'bytes', etag: '"a"b' })],
    ['has a tag without quotes', offer({ 'accept-ranges': 'bytes', etag: 'abc' })],
    ['changed it less than a second before', { by: 'date', changedAt: Date.UTC(2026, 4, 4, 12) }],
    ['writes dates in its own way', offer({ 'accept-ranges': 'bytes', 'last-modified': '2026-01-01' })],
    ['does not tell its own time', offer({ 'accept-ranges': 'bytes', 'last-modified': OLD, date: 'now' })],
  ])('where the server %s', async (_, answer) => {
    const { breaking, fetch, file, half, asked, server } = await offering(answer)
    server.on('read').answers(breaking())
    expect(await fetch()).toEqual(CUT_OFF)
    expect(await half()).toBeUndefined()
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(FILE)).toBe(true)
    expect(asked()).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  test('where it is sent as a whole again', async () => {
    const changed = Buffer.alloc(7000, 'new')
    let content = FILE
    const { breaking, fetch, file, server } = await offering((request) => inParts(request, content, {}))
    server.on('read').answers(breaking())
    await fetch()
    content = changed
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(changed)).toBe(true)
  })

  test('and goes on with that when it breaks off too', async () => {
    const changed = Buffer.alloc(7000, 'new')
    let content = FILE
    const { breaking, fetch, file, asked, server } = await offering((request) => inParts(request, content, {}))
    server.on('read').answers(breaking(), breaking(3000))
    await fetch()
    content = changed
    expect(await fetch()).toEqual(CUT_OFF)
    expect(await fetch()).toBeUndefined()
    expect((await file())?.equals(changed)).toBe(true)
    expect(asked()[2]?.[0]).toBe('bytes=3000-')
  })
})
