/** Replies, names and messages that want to be more than text: no command, no page, no secret comes to life in them. */
import { describe, expect, test } from '@jest/globals'
import { renderMarkdown } from '../../scripts/render.ts'
import type { Fault } from '../../simulator/exchange.ts'
import { json } from '../../simulator/faults.ts'
import { completed, running, status } from '../../simulator/kore/batch-run.ts'
import { entity, mistaken, type Utterance } from '../../simulator/kore/batch-suite.ts'
import { koreError } from '../../simulator/kore/refusal.ts'
import { type BundleStage, errorsOf, expectEnd, ourFiles, setBundle, toldBy, warningsOf } from '../support/bundle.ts'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import { randomCommands, randomMarkdown } from '../support/random-texts.ts'
import { TWO_GOOD } from '../support/utterances.ts'

const COMMANDS = [
  '::set-output name=conclusion::passed',
  '##[set-output name=conclusion]passed',
  'a\r::error::owned',
  'a\r\n::stop-commands::x',
  '##[error]owned',
  '\u200b::add-mask::a',
  ' \t::notice::owned',
  '#\u200b#[error]owned',
  '::save-state name=open-runs::[]',
]

/** Utterances in which a text stands wherever the vendor's file has room for one. */
function saying(texts: readonly string[]): Utterance[] {
  return texts.map((text, index) => mistaken(`${index} ${text}`, text, `${text} `, entity(text, text, `${text}!`)))
}

describe('runner commands', () => {
  test('case 3: in every cell of the vendor’s file', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', saying([...COMMANDS, ...randomCommands(300)]))

    const step = await run()

    expectEnd(step, 'failed')
    expect(step.outputs['failed']).toBe(String(COMMANDS.length + 300))
    expect(step.annotations.map(({ title }) => title)).toEqual([
      'Agent tests failed',
      ...Array.from({ length: 9 }, (_, index) => `Failed case (${index + 1})`),
    ])
  })

  test('case 3: in the messages of errors, and in words for a status that nobody knows', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').answers(...COMMANDS.map((text) => koreError(429, 429, text)))
    const troubles = (text: string): Fault[] => [
      koreError(500, text, text),
      json({ status: text, percentage: 3 }),
      json({ errors: [{ msg: text }] }, 502),
    ]
    kore.on('status').answers(...COMMANDS.flatMap(troubles))
    kore.nextRun().shows(...COMMANDS.map((text) => status(text)), running(5), completed())

    const step = await run()

    expectEnd(step, 'passed')
    expect(step.annotations.map(({ level, title }) => `${level}: ${title}`)).toEqual(['warning: agent-test-gate'])
    for (const word of ['set-output', 'stop-commands', 'add-mask', 'save-state']) expect(step.log.join('\n')).toContain(word)
  })

  test('case 3: in the id of the run', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('start').always(json({ status: 'accepted', requestId: 'tr-1\n::error::owned\r##[error]x' }))

    const step = await run()

    expectEnd(step, 'error', 'config')
    expect(step.outputs['run-id']).toMatch(/^[\w.:,-]+$/)
    expect(errorsOf(step)).toHaveLength(1)
  })

  test('case 3: in the name of the suite, which a workflow may take from anywhere', async () => {
    const { kore, run } = await setBundle()
    const suite = 'a ##[error]owned ::error::x'
    kore.suite(suite, [...TWO_GOOD, ...saying(['x'])])
    const step = await run({ suite })
    expectEnd(step, 'failed')
    expect(errorsOf(step)).toHaveLength(2)
  })
})

describe('Markdown and HTML', () => {
  test('case 4: in every cell of the vendor’s file, nothing of it comes to life in the summary', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', saying([...Object.values(HOSTILE_TEXTS), ...randomMarkdown(150)].map((text) => text.slice(0, 900))))

    const step = await run()

    expectEnd(step, 'failed')
    await expectInert(step.summary ?? '')
    await expectInert((await step.file('summary.md')).toString())
  })

  test('case 4: in errors of the vendor, one suite for each text', async () => {
    const { kore, run } = await setBundle()
    const texts = Object.values(HOSTILE_TEXTS)
    for (const index of texts.keys()) kore.suite(`suite ${index}`, TWO_GOOD)
    kore.on('status').decides(({ params }) => koreError(400, 400, texts[Number(params.get('suite')?.slice(6))] ?? ''))
    const step = await run({ suite: [...texts.keys()].map((index) => `suite ${index}`).join('\n'), 'max-parallel': '50' })
    expectEnd(step, 'error', 'config')
    expect(step.summary?.match(/The vendor said/g)?.length).toBeGreaterThan(15)
    await expectInert(step.summary ?? '')
  })

  test('case 4: in the name of the suite', async () => {
    const { kore, run } = await setBundle()
    const suites = [HOSTILE_TEXTS['closing tags'] ?? '', '@octocat #1 | ![x](https://evil.example/p.png) <img src=x>']
    for (const suite of suites) kore.suite(suite, TWO_GOOD)
    const step = await run({ suite: suites.join('\n') })
    expectEnd(step, 'passed')
    await expectNoTags(step.summary ?? '')
  })

  async function expectInert(markdown: string): Promise<void> {
    const html = await expectNoTags(markdown)
    const outside = html.replace(/<(code|pre)>[\s\S]*?<\/\1>/g, '')
    expect(outside.match(/(^|[\s(])@\w|https?:\/\/|evil|owned/g)).toBeNull()
  }

  /** No image, link or heading is in the page but the headings that we wrote. */
  async function expectNoTags(markdown: string): Promise<string> {
    const html = await renderMarkdown(markdown)
    expect(
      html.replace(/<h[23]>(✅|❌|💥)|<h[34]>[A-Z]/g, '').match(/<(img|a|h1|h2|blockquote|ol|hr|input|script)\b[^>]*>/g),
    ).toBeNull()
    return html
  }
})

describe('our credentials in what the vendor says', () => {
  const forms: Readonly<Record<string, (secret: string) => string>> = {
    plain: (secret) => secret,
    'in base64': (secret) => Buffer.from(secret).toString('base64'),
    'in base64 in the middle of other bytes': (secret) => Buffer.from(`x:${secret}:y`).toString('base64').slice(4, -8),
    'URL-encoded': encodeURIComponent,
    'URL-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
    'in hex': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
    'JSON-escaped': (secret) => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
    'cut at its end': (secret) => secret.slice(0, -4),
    'cut at its beginning': (secret) => secret.slice(6),
    'with a line break in it': (secret) => `${secret.slice(0, 20)}\n${secret.slice(20)}`,
  }

  test.each(Object.entries(forms))('case 5: %s, in errors, statuses and cells', async (_, form) => {
    const stage = await setBundle()
    const echo = form(stage.kore.behaviour.clientSecret)
    const step = await runEchoing(stage, echo)
    const told = [toldBy(step), toldBy(step.post), ...(await ourFiles(step))].join('\n')
    for (const part of echo.split('\n')) expect(told).not.toContain(part)
  })

  test('case 5: the token of the request itself', async () => {
    const { kore, run } = await setBundle()
    kore.suite('Regression', TWO_GOOD)
    kore.on('status').decides(({ headers }) => koreError(400, 400, `bad header auth: ${headers['auth']}`))
    const step = await run()
    expectEnd(step, 'error', 'config')
    expect(step.log.join('\n')).toContain('bad header auth: ***')
  })

  test('case 5: a file that contains one is kept out of the artifact, told, and changes no verdict', async () => {
    const { kore, run } = await setBundle()
    const secret = kore.behaviour.clientSecret
    kore.suite('Regression', [...TWO_GOOD, mistaken(`my key is ${secret}`, 'None', 'Small Talk')])
    const step = await run({ artifact: 'true' })
    expectEnd(step, 'failed')
    expect(warningsOf(step)).toContainEqual(
      expect.stringMatching(/results\.csv contains one of the step's credentials and is kept out of the artifact/),
    )
    expect(step.annotations.map(({ title, message }) => title + message).join()).not.toContain(secret)
  })
})

async function runEchoing({ kore, run }: BundleStage, echo: string) {
  const first = { errors: [{ msg: echo, code: echo }], [echo]: echo }
  kore.suite('Regression', [...TWO_GOOD, mistaken(`say ${echo}`, echo, `not ${echo}`, entity(echo, echo, ''))])
  kore.on('start').answers(json(first, 429))
  kore.on('status').answers(json(first, 500), json({ status: echo }), koreError(503, echo, echo))
  const step = await run()
  expectEnd(step, 'failed')
  return step
}
