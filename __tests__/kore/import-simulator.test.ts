/** The simulators of uploads, imports, conversations and publishes are as strict as the pages: each rule is broken once. */
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import jwt from 'jsonwebtoken'
import type { App } from '../../simulator/kore/app.ts'
import { startKoreBatch } from '../../simulator/kore/batch.ts'
import { understood } from '../../simulator/kore/batch-suite.ts'
import { startKoreConversation } from '../../simulator/kore/conversation.ts'
import { goodStep } from '../../simulator/kore/conversation-suite.ts'
import { startKorePublish } from '../../simulator/kore/publish.ts'
import { ask, type Reply, stoppedClock, textAt } from '../simulator/kore-client.ts'

type Body = NonNullable<RequestInit['body']>

interface Product {
  readonly address: string
  readonly behaviour: Readonly<App>
  close(): Promise<void>
}

const clock = stoppedClock()
const open: Product[] = []

afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

function opened<Simulated extends Product>(product: Simulated): Simulated {
  open.push(product)
  return product
}

function send(
  { address, behaviour }: Product,
  method: string,
  path: string,
  body?: Body,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const now = Math.floor(clock.wall() / 1000)
  const { clientId, clientSecret, botId } = behaviour
  const claims = { sub: 'ci', appId: clientId, iss: clientId, iat: now, exp: now + 300, jti: randomUUID() }
  const isJson = typeof body === 'string'
  return ask(address + path.replace('{bot}', botId), {
    method,
    headers: { auth: jwt.sign(claims, clientSecret), ...(isJson && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body }),
  })
}

function form(changes: Readonly<Record<string, string | File | undefined>> = {}): FormData {
  const fields = {
    file: new File(['{"testCases":[{"input":"a","intent":"b"}]}'], 'x.json'),
    fileContext: 'bulkImport',
    fileExtension: 'json',
    ...changes,
  }
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) made.set(name, value)
  return made
}

describe('an upload', () => {
  test.each<[string, Body, Record<string, string>]>([
    ['is no form', '{}', {}],
    ['says that it is a form and is none', 'x', { 'content-type': 'multipart/form-data; boundary=y' }],
    ['lacks its context', form({ fileContext: undefined }), {}],
    ['has another context', form({ fileContext: 'other' }), {}],
    ['has another extension', form({ fileExtension: 'xml' }), {}],
    ['has no file', form({ file: 'text' }), {}],
    ['has an empty file', form({ file: new File([], 'x') }), {}],
    ['has a field too many', form({ more: 'x' }), {}],
  ])('that %s is a 412', async (_, body, headers) => {
    const kore = opened(await startKoreBatch({ clock }))
    expect((await send(kore, 'POST', '/api/public/uploadfile', body, headers)).status).toBe(412)
  })

  test('needs a management scope, and its file can be imported once it is there', async () => {
    const kore = opened(await startKoreBatch({ clock }))
    const fileId = textAt((await send(kore, 'POST', '/api/public/uploadfile', form())).json, 'fileId')
    const wanted = { fileName: fileId, fileType: 'json', importType: 'new', name: 'New', description: 'x', delimiter: ',' }
    const bring = (changes: object): Promise<Reply> =>
      send(kore, 'POST', '/api/public/stream/{bot}/testsuite/import', JSON.stringify({ ...wanted, ...changes }))
    for (const changes of [{ importType: 'update' }, { fileName: 'other' }, { fileType: 'csv' }])
      expect((await bring(changes)).status).toBe(400)
    for (const changes of [
      { delimiter: ';' },
      { description: '' },
      { importType: 'x' },
      { engine: 'ml' },
      { more: 1 },
      { name: '' },
    ])
      expect((await bring(changes)).status).toBe(412)
    expect((await bring({})).status).toBe(200)
    expect(kore.automaticRuns.map(({ version }) => version)).toEqual(['inDevelopment', 'published'])
    expect((await bring({})).status).toBe(412)
    expect((await bring({ importType: 'update' })).status).toBe(200)
    kore.behaves({ scopes: ['Batch Tests Execution'] })
    expect((await send(kore, 'POST', '/api/public/uploadfile', form())).status).toBe(401)
    expect((await bring({})).status).toBe(401)
  })

  test('of a CSV that is none, or of too much, is refused at the import', async () => {
    const kore = opened(await startKoreBatch({ clock }))
    kore.suite('Regression', [understood('a', 'b')])
    const head = 'input,intent,parentIntent,entityName,entityValue,entityOrder\n'
    const statusOf = async (content: string): Promise<number> => {
      const upload = await send(
        kore,
        'POST',
        '/api/public/uploadfile',
        form({ file: new File([content], 'x.csv'), fileExtension: 'csv' }),
      )
      const wanted = {
        fileName: textAt(upload.json, 'fileId'),
        fileType: 'csv',
        importType: 'update',
        name: 'Regression',
        description: 'x',
        delimiter: ',',
      }
      return (await send(kore, 'POST', '/api/public/stream/{bot}/testsuite/import', JSON.stringify(wanted))).status
    }
    expect(await statusOf(`${head}hello,Greet,,,,\n`)).toBe(200)
    expect(await statusOf('a;b\nc;d\n')).toBe(400)
    expect(await statusOf(head)).toBe(412)
    expect(await statusOf(head + Array.from({ length: 1001 }, (_, index) => `u${index},Greet,,,,\n`).join(''))).toBe(412)
    expect(await statusOf(`${head}${'x'.repeat(3001)},Greet,,,,\n`)).toBe(412)
  })
})

describe('a conversation test', () => {
  const START = '/api/public/stream/{bot}/conversation/testsuite/Smoke/run'
  const GOOD = { version: 'published', userEmailId: 'dev@example.com' }

  test.each([
    [{ version: 'configured' }, 412],
    [{ userEmailId: 'tester@example.com' }, 412],
    [{ userEmailId: undefined }, 412],
    [{ engine: 'dgpt' }, 412],
    [{}, 200],
  ])('that is started with %j is a %i', async (changes, status) => {
    const kore = opened(await startKoreConversation({ clock }))
    kore.suite('Smoke', [goodStep('a', 'b')])
    expect((await send(kore, 'POST', START, JSON.stringify({ ...GOOD, ...changes }))).status).toBe(status)
    expect(kore.runs).toHaveLength(status === 200 ? 1 : 0)
  })

  test('wants its scope, a known suite, a known run, and nothing beside', async () => {
    const kore = opened(await startKoreConversation({ clock }))
    expect((await send(kore, 'POST', START, JSON.stringify(GOOD))).status).toBe(400)
    kore.suite('Smoke', [goodStep('a', 'b')])
    const run = textAt((await send(kore, 'POST', START, JSON.stringify(GOOD))).json, 'testRunId')
    const look = (id: string, query = ''): Promise<Reply> => send(kore, 'GET', START.replace('run', `${id}/status${query}`))
    expect([(await look(run)).status, (await look('ctr-1')).status, (await look(run, '?x=1')).status]).toEqual([200, 400, 412])
    kore.behaves({ scopes: ['Conversation Tests Management'] })
    expect((await look(run)).status).toBe(401)
  })

  test('is imported from JSON alone', async () => {
    const kore = opened(await startKoreConversation({ clock }))
    const bring = async (file: File, extension: string): Promise<number> => {
      const upload = await send(kore, 'POST', '/api/public/uploadfile', form({ file, fileExtension: extension }))
      const wanted = {
        fileName: textAt(upload.json, 'fileId'),
        name: 'Smoke',
        tags: [],
        description: '',
        userEmailId: 'dev@example.com',
      }
      return (await send(kore, 'POST', '/api/public/stream/{bot}/conversation/testsuite/import', JSON.stringify(wanted))).status
    }
    expect(await bring(new File(['{"steps":[]}'], 'a.json'), 'json')).toBe(200)
    expect(await bring(new File(['{"steps":[]}'], 'a.csv'), 'csv')).toBe(400)
    expect(await bring(new File(['{'], 'a.json'), 'json')).toBe(412)
    expect((await send(kore, 'GET', '/api/public/stream/{bot}/conversation/testsuite/import/ds-1/status')).status).toBe(400)
  })
})

describe('a publish', () => {
  test.each([
    ['{"versionComment":"x"}', 200],
    ['{"versionComment":"x","initiateTraining":false}', 200],
    ['{"versionComment":""}', 412],
    ['{"initiateTraining":true}', 412],
    ['{"versionComment":"x","initiateTraining":"true"}', 412],
    ['{"versionComment":"x","more":1}', 412],
    ['', 412],
  ])('that is started with %s is a %i', async (body, status) => {
    const kore = opened(await startKorePublish({ clock }))
    expect((await send(kore, 'POST', '/api/public/bot/{bot}/publish', body)).status).toBe(status)
    expect(kore.publishes).toHaveLength(status === 200 ? 1 : 0)
  })

  test('wants its scopes, and has a status once there was one', async () => {
    const kore = opened(await startKorePublish({ clock }))
    const look = async (): Promise<number> => (await send(kore, 'GET', '/api/1.1/public/bot/{bot}/publish/status')).status
    expect(await look()).toBe(404)
    kore.somebodyPublishes()
    expect(await look()).toBe(200)
    kore.behaves({ scopes: ['Bot Publish > Publish'] })
    expect(await look()).toBe(401)
    kore.behaves({ scopes: ['Bot Publish > Publish Status'] })
    expect((await send(kore, 'POST', '/api/public/bot/{bot}/publish', '{"versionComment":"x"}')).status).toBe(401)
    expect((await send(kore, 'DELETE', '/api/public/bot/{bot}/publish')).status).toBe(405)
  })
})
