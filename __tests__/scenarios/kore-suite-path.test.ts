/** Suites from the repository that are sent to Kore.ai before the run. */
import { describe, expect, test } from '@jest/globals'
import { html, json, reset, serverError } from '../../simulator/faults.ts'
import { type KoreBatch, startKoreBatch } from '../../simulator/kore/batch.ts'
import { mistaken } from '../../simulator/kore/batch-suite.ts'
import { type KoreConversation, startKoreConversation } from '../../simulator/kore/conversation.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { casesIn, type KoreStage, setKoreStage } from '../kore/stage.ts'
import type { StepRecord } from '../support/action.ts'

const CSV = 'input,intent,parentIntent,entityName,entityValue,entityOrder\nhello,Greet,,,,\nfly to Oslo,Book,,City,Oslo,\n'
const JSON_SUITE = JSON.stringify({ testCases: [{ input: 'hello', intent: 'Greet', entities: [], entityOrder: [] }] })
const CONVERSATION = JSON.stringify({ steps: [{ input: 'hello', answer: 'Hi!' }] })

function batch(): Promise<KoreStage<KoreBatch>> {
  return setKoreStage(startKoreBatch, { provider: 'kore-batch', suite: 'Regression' })
}

function conversation(): Promise<KoreStage<KoreConversation>> {
  return setKoreStage(startKoreConversation, { provider: 'kore-conversation', suite: 'Smoke', 'user-email': 'dev@example.com' })
}

function notices({ annotations }: StepRecord): string {
  const told = annotations.filter(({ level }) => level === 'notice')
  return told.map(({ message }) => message).join('\n')
}

describe('a batch test suite', () => {
  test('that is there is updated with the file, and then run', async () => {
    const { kore, run, asked, write } = await batch()
    kore.suite('Regression', [mistaken('old', 'A', 'B')])
    await write('tests/regression.csv', CSV)
    const step = await run({ 'suite-path': 'tests/regression.csv' })
    expect(asked().slice(0, 3)).toEqual(['upload', 'import', 'start'])
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '2' })
    expect((await casesIn(step)).map(([name]) => name)).toEqual(['hello', 'fly to Oslo'])
    expect(kore.automaticRuns).toEqual([])
    expect(notices(step)).toMatch(/"Regression" was replaced at Kore.ai by tests\/regression.csv for everybody/)
    expect(notices(step)).toContain('concurrency')
  })

  test('that is not there is imported as a new one, and that its runs are paid is told', async () => {
    const { kore, run, asked, write, mayRefuse } = await batch()
    mayRefuse()
    await write('suite.JSON', JSON_SUITE)
    const step = await run({ 'suite-path': 'suite.JSON', engine: 'ml' })
    expect(asked().slice(0, 4)).toEqual(['upload', 'import', 'import', 'start'])
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '1' })
    expect(kore.automaticRuns).toHaveLength(2)
    expect(notices(step)).toContain('runs it by itself for both versions of the bot')
  })

  test.each([
    ['404', koreError(404, 404, 'gone')],
    ['another wording', koreError(400, 400, 'TestSuite does not exist')],
  ])('that is not there may be told as %s', async (_, fault) => {
    const { kore, run, asked, write } = await batch()
    kore.on('import').answers(fault)
    await write('suite.json', JSON_SUITE)
    const step = await run({ 'suite-path': 'suite.json' })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(asked().slice(0, 4)).toEqual(['upload', 'import', 'import', 'start'])
  })

  test('whose import is refused for another reason is not imported as a new one', async () => {
    const { kore, run, asked, write } = await batch()
    kore.on('import').answers(koreError(400, 400, 'CSV format is incorrect'))
    await write('suite.csv', CSV)
    const step = await run({ 'suite-path': 'suite.csv' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain('cannot read the CSV of suite-path')
    expect(asked()).toEqual(['upload', 'import'])
    expect(notices(step)).toBe('')
  })

  test('goes with the engine and the language of the inputs', async () => {
    const { kore, run, write } = await batch()
    kore.suite('Regression', [mistaken('old', 'A', 'B')])
    await write('suite.json', JSON_SUITE)
    await run({ 'suite-path': 'suite.json', engine: 'dgpt', language: 'de' })
    const sent = kore.requests.find(({ operation }) => operation === 'import')
    expect(JSON.parse(String(sent?.body))).toMatchObject({
      importType: 'update',
      engine: 'dgpt',
      fileType: 'json',
      name: 'Regression',
      delimiter: ',',
    })
    expect(sent?.headers['bot-language']).toBe('de')
  })

  test('is uploaded once and found by an update when the answer to its import was lost', async () => {
    const { kore, run, asked, write, mayRefuse } = await batch()
    mayRefuse()
    await write('suite.json', JSON_SUITE)
    kore.on('upload').answers(serverError(503))
    kore.on('import').answers(serverError(502), koreError(400, 400, 'Test Suite not found'), reset('after acting'))
    const step = await run({ 'suite-path': 'suite.json' })
    expect(step.outputs['conclusion']).toBe('passed')
    expect(asked().slice(0, 7)).toEqual(['upload', 'upload', 'import', 'import', 'import', 'import', 'start'])
    expect(kore.automaticRuns).toHaveLength(2)
    expect(kore.runs).toHaveLength(1)
  })

  test('needs the management scope, which is named', async () => {
    const { kore, run, write, mayRefuse } = await batch()
    mayRefuse()
    kore.behaves({ scopes: ['Batch Tests Execution'] })
    await write('suite.json', JSON_SUITE)
    expect((await run({ 'suite-path': 'suite.json' })).outputs['message']).toContain('"Batch Tests Management"')
  })

  test('is not sent by a step that collects', async () => {
    const { kore, run, asked, write } = await batch()
    kore.suite('Regression', [mistaken('old', 'A', 'B')])
    await write('suite.json', JSON_SUITE)
    const first = await run({ mode: 'start' })
    await run({ mode: 'collect', 'run-id': first.outputs['run-id'] ?? '', 'suite-path': 'suite.json' })
    expect(asked()).not.toContain('upload')
  })
})

describe('a conversation test suite', () => {
  test('is imported, waited for, and then run', async () => {
    const { kore, run, asked, write } = await conversation()
    kore.behaves({ importShows: ['IN_PROGRESS', 'in progress', 'SUCCESS'] })
    await write('smoke.json', CONVERSATION)
    const step = await run({ 'suite-path': 'smoke.json' })
    expect(asked().slice(0, 6)).toEqual(['upload', 'import', 'import status', 'import status', 'import status', 'start'])
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '1' })
    expect(notices(step)).toContain('concurrency')
    expect(notices(step).match(/suite-path/g)).toHaveLength(1)
  })

  test.each(['FAILED', 'failed', 'CANCELLED', 'Error'])(
    'whose import ends as %s is an error, and nothing is run',
    async (word) => {
      const { kore, run, write } = await conversation()
      kore.suite('Smoke', [])
      kore.behaves({ importShows: ['IN_PROGRESS', word] })
      await write('smoke.json', CONVERSATION)
      const step = await run({ 'suite-path': 'smoke.json' })
      expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
      expect(step.outputs['message']).toContain('could not import the suite')
      expect(notices(step)).toBe('')
      expect(kore.runs).toEqual([])
    },
  )

  test('whose import never ends is ended by the deadline, and nothing is run', async () => {
    const { kore, run, write } = await conversation()
    kore.suite('Smoke', [])
    kore.behaves({ importShows: ['IN_PROGRESS'] })
    await write('smoke.json', CONVERSATION)
    const step = await run({ 'suite-path': 'smoke.json', 'timeout-minutes': '20' })
    expect(step).toMatchObject({ exitCode: 1, outputs: { conclusion: 'timed-out' } })
    expect(kore.runs).toEqual([])
  })

  test('is imported once though its status was hard to get', async () => {
    const { kore, run, asked, write } = await conversation()
    kore.on('import status').answers(serverError(500), html(), reset('inside the body'))
    await write('smoke.json', CONVERSATION)
    expect((await run({ 'suite-path': 'smoke.json' })).outputs['conclusion']).toBe('passed')
    expect(asked().filter((operation) => operation === 'import' || operation === 'upload')).toEqual(['upload', 'import'])
  })

  test('whose upload is answered in another shape is an error', async () => {
    const { kore, run, write } = await conversation()
    kore.on('upload').always(json({ id: 7 }))
    await write('smoke.json', CONVERSATION)
    expect((await run({ 'suite-path': 'smoke.json' })).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract' })
  })
})

describe('a file that Kore.ai would not take is told with file and line before anything is sent', () => {
  const row = (index: number): string => `utterance ${index},Greet,,,,\n`
  const head = 'input,intent,parentIntent,entityName,entityValue,entityOrder\n'
  const rows = (count: number): string => head + Array.from({ length: count }, (_, index) => row(index)).join('')
  const batchJson = (...inputs: readonly string[]): string =>
    JSON.stringify({ testCases: inputs.map((input) => ({ input, intent: 'Greet' })) }, null, 2)

  test.each<[string, string, string, string]>([
    [
      'more than 1,000 utterances',
      'a.csv',
      rows(1001),
      '"a.csv", line 1002, has more than the 1,000 utterances that Kore.ai accepts',
    ],
    [
      'an utterance of more than 3,000 characters',
      'a.csv',
      `${rows(3)}"${'x\n'.repeat(1501)}",Greet,,,,\n`,
      '"a.csv", line 5, holds an utterance',
    ],
    ['the same in JSON', 'a.json', batchJson('hello', 'x'.repeat(3001)), '"a.json", line 8, holds an utterance'],
    ['JSON that is none', 'a.json', '{\n  "testCases": [\n    {"input": "a" "b"}\n]}', '"a.json", line 3, is not valid JSON'],
    ['JSON of another form', 'a.json', '{"testcases":[]}', '"a.json" is not a batch test suite'],
    ['a test case without input', 'a.json', '{"testCases":[{"input":"a"},{"intent":"b"}]}', 'testCases.1.input'],
    ['CSV that is none', 'a.csv', `${rows(2)}"open,Greet\n`, '"a.csv", line 4, is not valid CSV'],
    ['CSV without a header', 'a.csv', row(1) + row(2), '"a.csv", line 1, does not name the columns'],
    ['CSV with another delimiter', 'a.csv', 'input;intent\nhello;Greet\n', '"a.csv", line 1, contains no comma'],
    ['CSV without a column', 'a.csv', 'input,entityName\nhello,City\n', '"a.csv", line 1, does not name the column intent'],
    ['CSV with too few columns in a row', 'a.csv', `${rows(2)}hello\n`, '"a.csv", line 4, has too few columns'],
    ['no utterance', 'a.csv', head, '"a.csv" holds no utterance'],
    ['an empty file', 'a.csv', '', '"a.csv" holds no utterance'],
    ['another kind of file', 'a.xlsx', 'x', '"a.xlsx" is not a file of the kind'],
    ['a folder', 'folder', '', '"folder" is a folder'],
    ['nothing', 'missing.csv', '', '"missing.csv" is not there'],
  ])('%s', async (what, path, content, message) => {
    const { kore, run, write } = await batch()
    if (path === 'folder') await write('folder/a.csv', CSV)
    else if (what !== 'nothing') await write(path, content)
    const step = await run({ 'suite-path': path })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain(message)
    expect(kore.requests).toEqual([])
  })

  test.each([
    ['2.1 MB', 'a.json', JSON.stringify({ text: 'x'.repeat(2.1 * 1024 * 1024) }), 'is 2.1 MB, but Kore.ai accepts 2 MB'],
    ['JSON that is none', 'a.json', '{"a":1\n"b":2}', 'line 2, is not valid JSON'],
    ['JSON of which nobody says where it is wrong', 'a.json', '{"a":\n}', '"a.json" is not valid JSON'],
    ['CSV', 'a.csv', CSV, 'not a file of the kind'],
  ])('%s for conversations', async (_, path, content, message) => {
    const { kore, run, write } = await conversation()
    await write(path, content)
    const step = await run({ 'suite-path': path })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain(message)
    expect(kore.requests).toEqual([])
  })

  test('but a file at the limits is taken', async () => {
    const { kore, run, write } = await batch()
    kore.suite('Regression', [mistaken('old', 'A', 'B')])
    await write('a.csv', `\uFEFF${rows(999)}${'é'.repeat(3000)},Greet,,City,Oslo,\n${'é'.repeat(3000)},Greet,,Day,Monday,\n`)
    expect((await run({ 'suite-path': 'a.csv' })).outputs).toMatchObject({ conclusion: 'passed', total: '1000' })
  })
})
