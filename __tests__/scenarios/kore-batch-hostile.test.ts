import { sep } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { renderMarkdown } from '../../scripts/render.ts'
import { answer } from '../../simulator/faults.ts'
import { completed, status } from '../../simulator/kore/batch-run.ts'
import { entity, mistaken, understood } from '../../simulator/kore/batch-suite.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { readReport, type StepRecord, setStage } from '../support/action.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { createRunnerReader } from '../support/runner-commands.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'
import { parseCommand } from '../support/workflow-commands.ts'

const KNOWN = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'set-output',
  'save-state',
  'add-path',
  'set-env',
  'stop-commands',
  'echo',
  'add-matcher',
])

/** The artifact, and the page that is uploaded by itself. */
const OUR_LINKS = ['7', '8'].map((id) => `https://github.com/o/r/actions/runs/1/artifacts/${id}`)

/** Every text that the runner reads line by line must hold no command of anybody's. */
function expectNoCommands({ log, annotations }: StepRecord): void {
  const texts = [...log, ...annotations.flatMap(({ title, message }) => [title, message])]
  expect(createRunnerReader().read(texts.join('\n'))).toEqual([])
  for (const line of texts.flatMap((text) => text.split(/\r\n|\r|\n/))) expect(parseCommand(line, KNOWN)).toBeUndefined()
  for (const line of log) expect(line).not.toMatch(/[\r\n]/)
}

/** What GitHub shows of the summary may hold the hostile texts in code alone: no image, link, heading or mention of theirs. */
async function expectInert(step: StepRecord): Promise<void> {
  for (const page of step.summaries) {
    const html = await renderMarkdown(page)
    const outside = html.replace(/<(code|pre)>[^<]*<\/\1>/g, '')
    expect(outside).not.toMatch(/<(img|script|h1|hr|blockquote|input|form|svg|iframe)/)
    expect(outside.replace(/<[^>]*>/g, '')).not.toMatch(/@[a-z]|#\d/)
    const links = [...outside.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)
    expect(links.filter((href = '') => !OUR_LINKS.includes(href))).toEqual([])
  }
}

/** Outputs are words, numbers, ids, paths and links of ours; only `message` is a sentence, and it is one line. */
function expectPlainOutputs({ outputs }: StepRecord): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (name === 'message') expect(value).toMatch(/^[^\r\n\p{Cc}]{1,500}$/u)
    else expect(value.replaceAll(sep, '/')).toMatch(/^[\w.:,/-]*(\n[\w.:,/-]*)*$/)
  }
}

async function expectHarmless(step: StepRecord): Promise<void> {
  expectNoCommands(step)
  expectPlainOutputs(step)
  await expectInert(step)
}

const texts = Object.values(HOSTILE_TEXTS)

test('runner commands, HTML and mentions in utterances, intents and entities stay text', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', [
    ...texts.map((text) => mistaken(text, `wanted ${text}`, `got ${text}`, entity(text, text, `not ${text}`))),
    ...texts.map((text) => understood(`again ${text}`, text)),
  ])

  const step = await run()

  expect(step.outputs).toMatchObject({ conclusion: 'failed', total: String(2 * texts.length), failed: String(texts.length) })
  await expectHarmless(step)
  const junit = (await readReport(step, 'junit.xml')).toString()
  expect(junit).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u)
  expect(JSON.parse((await readReport(step, 'ctrf.json')).toString())).toMatchObject({
    results: { summary: { failed: texts.length } },
  })
})

test.each(Object.entries(HOSTILE_TEXTS))('in what the vendor says of an error they stay text: %s', async (_, text) => {
  for (const fault of [
    koreError(400, 400, text),
    answer(500, { 'content-type': 'text/html' }, text),
    answer(400, {}, `x\n${text}`),
  ]) {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').answers(fault)
    const step = await run()
    expect(step.outputs['conclusion']).toBe('error')
    expect(step.outputs['message']).not.toMatch(/owned|evil|octocat/)
    await expectHarmless(step)
  }
})

test('in a status that nobody knows, in ids and in links they stay text', async () => {
  const { kore, run } = await setStage()
  kore.suite('Regression', TWO_GOOD)
  for (const text of texts) {
    kore.nextRun().shows(status(text), completed())
    await expectHarmless(await run({ artifact: 'false' }))
  }
})

test('in the id of a run they are replaced, and the run is still followed', async () => {
  for (const id of ['tr-1\n::error::owned', 'tr-1\r##[error]owned', '../../etc', 'tr 1 <b>', '%0A::error::owned', 'tr-ü']) {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore
      .on('start')
      .answers(answer(200, { 'content-type': 'application/json' }, JSON.stringify({ status: 'accepted', requestId: id })))
    kore.on('status').always(answer(200, { 'content-type': 'application/json' }, '{"status":"failed"}'))
    const step = await run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'vendor' })
    expect(step.outputs['run-id']).toMatch(/^[\w.:,-]+$/)
    expect(kore.requests.at(-1)?.path).toContain(`/${encodeURIComponent(id)}/status`)
    await expectHarmless(step)
  }
})

test('the name of a suite is no command either', async () => {
  const name = '::error::x ##[warning]y <img src=x> @octocat'
  const { kore, run } = await setStage()
  kore.suite(name, [...TWO_GOOD, ONE_BAD])
  const step = await run({ suite: name })
  expect(step.outputs['conclusion']).toBe('failed')
  await expectHarmless(step)
})

test('wrong inputs that hold them are told as text', async () => {
  const { run } = await setStage()
  for (const text of texts) {
    const step = await run({ provider: text, 'min-f1': text, 'bot-version': text })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    await expectHarmless(step)
  }
})

describe('odd JSON', () => {
  test('keys that are the names of prototypes change nothing', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    kore
      .nextRun()
      .edited((seen) => ({ ...JSON.parse('{"__proto__":{"isPartialFailure":true},"constructor":1,"toString":"x"}'), ...seen }))
    expect((await run()).outputs).toMatchObject({ conclusion: 'failed', total: '3' })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('columns that are the names of prototypes change nothing', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [understood('hello', 'Greet')])
    kore
      .nextRun()
      .file(
        'Utterances,ExpectedIntent,MatchedIntent,Result Type,__proto__,constructor\r\nhello,Greet,Greet,True Positive,x,y\r\n',
      )
    expect((await run()).outputs).toMatchObject({ conclusion: 'passed', total: '1' })
  })
})

describe('our own secret, echoed by the vendor', () => {
  const forms: readonly [string, (secret: string) => string][] = [
    ['plain', (secret) => secret],
    ['in base64', (secret) => Buffer.from(secret).toString('base64')],
    ['in base64, behind something', (secret) => Buffer.from(`user:${secret}`).toString('base64')],
    ['URL-encoded', encodeURIComponent],
    ['URL-encoded twice', (secret) => encodeURIComponent(encodeURIComponent(secret))],
    ['in hex', (secret) => Buffer.from(secret).toString('hex')],
    ['in JSON', (secret) => JSON.stringify(secret).replaceAll('/', '\\/')],
    ['cut', (secret) => secret.slice(0, Math.ceil(secret.length * 0.8))],
    ['without its beginning', (secret) => secret.slice(8)],
  ]

  /** Everything that people and other steps get to read; the vendor's own file is looked at apart. */
  async function published(step: StepRecord): Promise<string> {
    const files = await Promise.all(['ctrf.json', 'junit.xml', 'report.html', 'summary.md'].map((file) => readReport(step, file)))
    return [JSON.stringify([step.log, step.outputHistory, step.summaries, step.annotations, step.state]), ...files].join('\n')
  }

  test.each(forms)('%s: is nowhere in log, outputs, summary and files', async (_, form) => {
    const { kore, run } = await setStage()
    const leak = form(kore.behaviour.clientSecret)
    kore.suite('Regression', [
      mistaken(`say ${leak} now`, `intent ${leak}`, leak, entity(leak, leak, `x${leak}`)),
      understood(leak, 'None'),
    ])

    const step = await run()

    expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '2', failed: '1' })
    expect(await published(step)).not.toContain(leak)
    expect(await published(step)).toContain('***')
  })

  test.each(forms)('%s, in an error: is nowhere', async (_, form) => {
    const { kore, run } = await setStage()
    const leak = form(kore.behaviour.clientSecret)
    kore.suite('Regression', TWO_GOOD)
    kore.on('status').answers(answer(500, {}, `failed with ${leak}`), answer(400, {}, `failed with ${leak}`))
    const step = await run()
    expect(step.outputs['conclusion']).toBe('error')
    expect(await published(step)).not.toContain(leak)
  })

  test('where what the vendor said is cut: not even its beginning is left', async () => {
    const { kore, run } = await setStage()
    const key = kore.behaviour.clientSecret
    kore.suite('Regression', TWO_GOOD)
    kore.on('status').always(answer(400, {}, `${'a '.repeat(16 * 1024 - 6)}${key} ${'b '.repeat(5000)}`))
    const step = await run()
    expect(step.outputs['conclusion']).toBe('error')
    expect((await readReport(step, 'report.html')).toString()).toContain('a a ***')
    expect(await published(step)).not.toContain(key.slice(0, 8))
  })

  test('in its file: the verdict stands, the file is kept back, and this is told', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [understood(`my key is ${kore.behaviour.clientSecret}`, 'None'), ...TWO_GOOD])
    const step = await run()
    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '3' })
    expect(step.uploads[0]?.files.filter((file) => file.includes('/vendor/'))).toEqual([])
    expect(step.uploads[0]?.files.length).toBeGreaterThan(2)
    expect(step.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(/results\.csv contains one of the step's credentials/),
      }),
    ])
    expect((await readReport(step, 'vendor/Regression/results.csv')).toString()).toContain(kore.behaviour.clientSecret)
  })

  test('a token that is echoed is nowhere, whole or cut', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.on('status').answers((exchange) => answer(400, {}, `bad token ${exchange.request.headers['auth']}`)(exchange))
    const step = await run()
    const token = String(kore.requests.at(-1)?.headers['auth'])
    const told = await published(step)
    expect(told).not.toContain(token)
    expect(told).not.toContain(token.split('.')[2])
  })
})
