/** Every input that is common to all providers, and of kore-batch: what is taken, what stands for nothing, what is refused. */
import { describe, expect, test } from '@jest/globals'
import { type Inputs, type Parsed, parseInputs } from '../../src/inputs.ts'
import { koreBatch } from '../../src/providers/kore/batch.ts'

const GOOD = {
  provider: 'kore-batch',
  suite: 'Regression',
  'bot-id': 'st-1',
  'client-id': 'cs-1',
  'client-secret': 'hunter2-hunter2',
}

function parse(raw: Readonly<Record<string, string>>): Parsed {
  const provider = raw['provider'] === koreBatch.name ? { ...koreBatch, takes: { ...koreBatch.takes, cancel: true } } : undefined
  return parseInputs(raw, provider, { names: [koreBatch.name], filledIn: new Map() })
}

/** The inputs, or a text that shows why there are none. */
function ready(changes: Readonly<Record<string, string>> = {}): Inputs {
  const parsed = parse({ ...GOOD, ...changes })
  if (parsed.state !== 'ready') throw new Error(JSON.stringify(parsed))
  return parsed.inputs
}

/** The mistakes, by input. */
function mistakesIn(raw: Readonly<Record<string, string>>): (readonly [string, string])[] {
  const parsed = parse(raw)
  return 'mistakes' in parsed ? parsed.mistakes.map(({ input, text }) => [input, text] as const) : []
}

test('what is not given has the default of the contract', () => {
  expect(ready()).toMatchObject({
    provider: { name: 'kore-batch' },
    mode: 'run',
    suites: [{ name: 'Regression' }],
    timeoutMs: 60 * 60_000,
    gapMs: 5000,
    longestGapMs: 30_000,
    maxParallel: 4,
    policy: {
      minPassRate: 100,
      maxErrored: 0,
      maxFailures: undefined,
      minTests: 1,
      minMetrics: { f1: undefined, precision: undefined, recall: undefined },
      mustPass: [],
    },
    artifact: { name: undefined, retentionDays: undefined },
    reportDirectory: undefined,
    downloadHosts: [],
    annotations: true,
  })
})

test('an empty input is as good as none', () => {
  const names = [
    'base-url',
    'timeout-minutes',
    'poll-interval-seconds',
    'poll-max-interval-seconds',
    'max-parallel',
    'jwt-algorithm',
  ]
  const gates = [
    'min-pass-rate',
    'max-errored',
    'max-failures',
    'min-tests',
    'min-f1',
    'min-precision',
    'min-recall',
    'must-pass',
  ]
  const files = ['artifact', 'artifact-name', 'retention-days', 'report-directory', 'download-hosts', 'annotations']
  const others = ['token', 'on-missing-credentials', 'bot-version', 'engine', 'language', 'mode', 'run-id', 'suite-path']
  const empty = Object.fromEntries([...names, ...gates, ...files, ...others].map((name) => [name, ' \n']))
  const { connect: _, ...expected } = ready()
  expect(ready(empty)).toMatchObject(expected)
})

describe('an input that is given', () => {
  test.each<[string, string, object]>([
    ['suite', ' One \n\n Two words \r\nThree/üß', { suites: [{ name: 'One' }, { name: 'Two words' }, { name: 'Three/üß' }] }],
    ['timeout-minutes', '0.5', { timeoutMs: 30_000 }],
    ['timeout-minutes', '7200', { timeoutMs: 432_000_000 }],
    ['poll-interval-seconds', '0.5', { gapMs: 500, longestGapMs: 30_000 }],
    ['poll-interval-seconds', '60', { gapMs: 60_000, longestGapMs: 60_000 }],
    ['poll-max-interval-seconds', '90.5', { gapMs: 5000, longestGapMs: 90_500 }],
    ['poll-max-interval-seconds', '1', { gapMs: 5000, longestGapMs: 5000 }],
    ['max-parallel', '1', { maxParallel: 1 }],
    ['min-pass-rate', '99.5', { policy: { minPassRate: 99.5 } }],
    ['min-pass-rate', '0', { policy: { minPassRate: 0 } }],
    ['max-errored', '3', { policy: { maxErrored: 3 } }],
    ['max-failures', '0', { policy: { maxFailures: 0 } }],
    ['min-tests', '25', { policy: { minTests: 25 } }],
    ['min-f1', '0.9', { policy: { minMetrics: { f1: 0.9 } } }],
    ['min-precision', '1', { policy: { minMetrics: { precision: 1 } } }],
    ['min-recall', '0', { policy: { minMetrics: { recall: 0 } } }],
    ['must-pass', 'log in\npay *\n', { policy: { mustPass: ['log in', 'pay *'] } }],
    ['artifact', 'False', { artifact: undefined }],
    ['artifact-name', ' nightly 1 ', { artifact: { name: 'nightly 1' } }],
    ['retention-days', '7', { artifact: { retentionDays: 7 } }],
    ['report-directory', './reports', { reportDirectory: './reports' }],
    ['download-hosts', 'files.example\ncdn.example:8443', { downloadHosts: ['files.example', 'cdn.example:8443'] }],
    ['annotations', 'false', { annotations: false }],
    ['mode', 'start', { mode: 'start' }],
    ['on-missing-credentials', 'skip', {}],
    ['base-url', 'https://eu-platform.kore.ai/', {}],
    ['jwt-algorithm', 'HS512', {}],
    ['token', 'eyJ.x.y', {}],
    ['bot-version', 'published', {}],
    ['engine', 'dgpt', {}],
    ['language', 'de', {}],
  ])('%s is taken: %j', (name, value, expected) => {
    expect(ready({ [name]: value })).toMatchObject(expected)
  })
})

describe('an input that is wrong', () => {
  test.each([
    ['provider', 'kore', /^is "kore"; give one of kore-batch$/],
    ['provider', 'KORE-BATCH', /^is "KORE-BATCH"; give one of/],
    ['provider', '__proto__', /^is "__proto__"; give one of/],
    ['provider', '', /^is required: give one of kore-batch$/],
    ['suite', ' \n', /^is required/],
    ['suite', 'One\nTwo\nOne', /^names "One" twice/],
    ['mode', 'stop', /^is "stop"; give one of run, start, collect, cancel/],
    ['timeout-minutes', '0', /^is "0"; give a number from 0.01 to 7200$/],
    ['timeout-minutes', '-1', /give a number/],
    ['timeout-minutes', '1h', /^is "1h"; give a number/],
    ['timeout-minutes', '7201', /to 7200$/],
    ['timeout-minutes', '1e3', /^is "1e3"; give a number/],
    ['poll-interval-seconds', '0.4', /^is "0.4"; give a number from 0.5 to 3600$/],
    ['poll-interval-seconds', 'NaN', /give a number/],
    ['poll-max-interval-seconds', '5s', /give a number/],
    ['max-parallel', '0', /^is "0"; give a whole number from 1 to 100$/],
    ['max-parallel', '2.5', /whole number/],
    ['on-missing-credentials', 'ignore', /^is "ignore"; give one of fail, skip$/],
    ['min-pass-rate', '101', /^is "101"; give a number from 0 to 100$/],
    ['min-pass-rate', '95%', /^is "95%"; give a number/],
    ['min-pass-rate', '99,5', /^is "99,5"; give a number/],
    ['max-errored', '-1', /whole number from 0/],
    ['max-failures', '1.5', /whole number from 0/],
    ['max-failures', 'none', /whole number from 0/],
    ['min-tests', '0', /whole number from 1/],
    ['min-f1', '80', /^is "80"; give a number from 0 to 1$/],
    ['min-precision', '1.01', /from 0 to 1$/],
    ['min-recall', '-0.1', /from 0 to 1$/],
    ['artifact', 'yes', /^is "yes"; give true or false$/],
    ['artifact-name', 'nightly.html', /^ends with .html/],
    ['retention-days', '0', /whole number from 1/],
    ['retention-days', '1.5', /whole number from 1/],
    ['annotations', 'none', /give true or false$/],
    ['base-url', 'http://platform.kore.ai', /^begins with http:\/\/.*give an address such as https:\/\/platform.kore.ai$/],
    ['base-url', 'platform.kore.ai', /^is not a URL/],
    ['bot-id', ' ', /^is required: .*General Settings/],
    ['jwt-algorithm', 'none', /^is "none"; give one of HS256/],
    ['jwt-algorithm', 'hs256', /^is "hs256"; give one of HS256/],
    ['bot-version', 'draft', /^is "draft"; give one of inDevelopment, published$/],
    ['engine', 'gpt', /^is "gpt"; give one of ml, dgpt$/],
  ])('is told of: %s %j', (name, value, text) => {
    expect(mistakesIn({ ...GOOD, [name]: value })).toEqual([[name, expect.stringMatching(text)]])
  })
})

test.each([...'":<>|*?\\/\r\n'])('the artifact service takes no name with %j', (mark) => {
  expect(mistakesIn({ ...GOOD, 'artifact-name': `a${mark}b` })).toEqual([
    ['artifact-name', expect.stringMatching(/^holds one of/)],
  ])
})

test('all mistakes are told at once, those of the provider beside the common ones', () => {
  const raw = {
    provider: 'kore-batch',
    suite: 'Regression',
    'timeout-minutes': 'long',
    'min-pass-rate': '200',
    artifact: 'maybe',
    'base-url': 'ftp://x',
    engine: 'gpt',
  }
  const inputs = mistakesIn(raw).map(([input]) => input)
  expect(inputs.toSorted()).toEqual(
    ['artifact', 'base-url', 'bot-id', 'client-id', 'client-secret', 'engine', 'min-pass-rate', 'timeout-minutes'].toSorted(),
  )
})

test.each([
  ['in order', {}, []],
  ['wrong', { 'timeout-minutes': 'long' }, ['timeout-minutes']],
])('with common inputs %s, the suite is missed beside what the provider misses', (_, common, wrong) => {
  expect(mistakesIn({ provider: 'kore-batch', ...common }).map(([input]) => input)).toEqual(
    expect.arrayContaining(['suite', 'bot-id', 'client-id', 'client-secret', ...wrong]),
  )
})

describe('the run to collect or to cancel', () => {
  test.each([
    ['collect', 'tr-1', 'tr-1'],
    ['cancel', ' tr-1\n', 'tr-1'],
    ['run', '', undefined],
    ['start', '', undefined],
  ])('in mode %s with run-id %j is %j', (mode, id, expected) => {
    expect(ready({ mode, 'run-id': id }).suites).toMatchObject([{ name: 'Regression', runId: expected }])
  })

  test('goes by the order of the suites', () => {
    expect(ready({ mode: 'collect', suite: 'A\nB', 'run-id': 'tr-1\ntr-2' }).suites).toMatchObject([
      { name: 'A', runId: 'tr-1' },
      { name: 'B', runId: 'tr-2' },
    ])
  })

  test.each([
    ['collect', '', /^is required for mode collect/],
    ['cancel', '', /^is required for mode cancel/],
    ['collect', 'tr-1\ntr-2', /^has 2 lines; give 1/],
    ['cancel', 'tr-1\ntr-2', /^has 2 lines; give 1/],
    ['run', 'tr-1', /^is for the modes collect and cancel/],
    ['start', 'tr-1', /^is for the modes collect and cancel/],
  ])('in mode %s with run-id %j is a mistake', (mode, id, text) => {
    expect(mistakesIn({ ...GOOD, mode, 'run-id': id })).toEqual([['run-id', expect.stringMatching(text)]])
  })
})

test.each(['https://cdn.example', 'cdn.example/files', '*.cdn.example', 'user@cdn.example', 'a b'])(
  'download-hosts does not take %s',
  (host) => {
    expect(mistakesIn({ ...GOOD, 'download-hosts': host })).toEqual([['download-hosts', expect.any(String)]])
  },
)

test.each([
  ['CDN.Example', 'cdn.example'],
  ['cdn.example:443', 'cdn.example'],
  ['bücher.example', 'xn--bcher-kva.example'],
])('download-hosts reads %s as links have it, %s', (given, host) => {
  expect(ready({ 'download-hosts': given }).downloadHosts).toEqual([host])
})
