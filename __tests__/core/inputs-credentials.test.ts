/** Credentials that are missing, secrets that must not be told, and inputs that are meant for another provider. */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { optionalText, textWithDefault } from '../../src/fields.ts'
import { mistakeLines, type Parsed, parseInputs } from '../../src/inputs.ts'
import { koreBatch } from '../../src/providers/kore/batch.ts'
import { defineProvider } from '../../src/providers/provider.ts'
import { lastingTrouble } from '../../src/trouble.ts'

const SECRET = 'hunter2-hunter2'
const GOOD = { provider: 'kore-batch', suite: 'Regression', 'bot-id': 'st-1', 'client-id': 'cs-1', 'client-secret': SECRET }

/** Provider that nobody connects to. */
const idle = {
  noun: 'trials',
  metrics: [],
  mistakes: () => [],
  connect: () => {
    throw lastingTrouble('internal', 'nobody connects here')
  },
}

/** A provider without metrics, with inputs of its own and one that kore-batch has too. */
const lab = defineProvider({
  ...idle,
  name: 'lab',
  takes: { suite: true, suitePath: true, cancel: true },
  options: z.object({ 'lab-key': optionalText, rack: textWithDefault('7'), 'bot-id': optionalText }),
  secrets: ['lab-key'],
})

/** A provider that is about one thing, as kore-publish is. */
const only = defineProvider({
  ...idle,
  name: 'lab-lift',
  takes: { suite: false, suitePath: false, cancel: true },
  options: z.object({}),
  secrets: [],
})

function parse(changes: Readonly<Record<string, string>>): Parsed {
  const raw = { ...GOOD, ...changes }
  const all = [koreBatch, lab, only]
  const provider = all.find(({ name }) => name === raw.provider)
  return parseInputs(raw, provider, { names: all.map(({ name }) => name), filledIn: new Map([['rack', '7']]) })
}

function warningsOf(changes: Readonly<Record<string, string>>): readonly string[] {
  const parsed = parse(changes)
  return parsed.state === 'ready' ? parsed.warnings : [`not ready: ${JSON.stringify(parsed)}`]
}

describe('missing credentials', () => {
  const NONE = { 'client-id': '', 'client-secret': '' }

  test('are mistakes, and the way out is told', () => {
    const parsed = parse(NONE)
    expect(parsed.state).toBe('mistaken')
    expect(parsed.state === 'mistaken' && mistakeLines(parsed.mistakes)).toEqual([
      expect.stringMatching(/^client-id is required: .*token/),
      expect.stringMatching(/^client-secret is required: .*token/),
    ])
  })

  test.each([
    ['all of them', NONE],
    ['one of them', { 'client-secret': ' ' }],
  ])('are forgiven with skip: %s', (_, changes) => {
    expect(parse({ ...changes, 'on-missing-credentials': 'skip' })).toMatchObject({
      state: 'no credentials',
      provider: 'kore-batch',
    })
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['another input is wrong', { 'min-pass-rate': '200' }],
    ['another input of the provider is wrong', { engine: 'gpt' }],
    ['another input of the provider is missing', { 'bot-id': '' }],
    ['no suite is given', { suite: '' }],
    ['a suite is named twice', { suite: 'A\nA' }],
    ['a run to collect is not named', { mode: 'collect' }],
    ['the provider is not known', { provider: 'kore' }],
    ['the word for it is wrong', { 'on-missing-credentials': 'Skip' }],
  ])('are not forgiven with skip when %s, and then all is told', (_, changes) => {
    const parsed = parse({ ...NONE, 'on-missing-credentials': 'skip', ...changes })
    expect(parsed.state).toBe('mistaken')
    const wrong = Object.keys(changes).includes('mode') ? 'run-id' : (Object.keys(changes)[0] ?? '')
    expect(parsed.state === 'mistaken' && parsed.mistakes.map(({ input }) => input)).toContain(wrong)
  })

  test('are not missed where a token is given', () => {
    expect(parse({ ...NONE, token: 'eyJ.x.y' }).state).toBe('ready')
  })

  test('skip changes nothing where they are there', () => {
    expect(parse({ 'on-missing-credentials': 'skip' }).state).toBe('ready')
  })

  test('a key that is there and wrong is not forgiven', () => {
    const parsed = parse({ 'jwt-algorithm': 'RS256', 'on-missing-credentials': 'skip' })
    expect(parsed).toMatchObject({ state: 'mistaken', mistakes: [{ input: 'client-secret', missingCredential: false }] })
  })
})

describe('the value of a secret', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'with everything else wrong',
      { suite: '', 'bot-id': '', engine: 'gpt', 'timeout-minutes': 'x', 'base-url': 'x', provider: 'x' },
    ],
    ['that is no key', { 'jwt-algorithm': 'RS512' }],
    ['beside a token', { token: 'top-secret-token', 'min-f1': '7' }],
    ['in the address', { 'base-url': `https://user:${SECRET}@eu.example` }],
  ])('is never told: %s', (_, changes) => {
    const told = JSON.stringify(parse(changes))
    expect(told).toMatch(/mistaken/)
    expect(told).not.toMatch(/hunter2|top-secret/)
  })

  test('is taken where it is a key, with blanks around it', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
    expect(parse({ 'jwt-algorithm': 'RS256', 'client-secret': `\n${pem}\n` }).state).toBe('ready')
  })

  test('is no key when it is one of another kind', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(parse({ 'jwt-algorithm': 'RS256', 'client-secret': pem })).toMatchObject({
      state: 'mistaken',
      mistakes: [{ input: 'client-secret' }],
    })
  })
})

describe('a warning is given', () => {
  test.each(['abc', 'a', ' abc '])('when a secret is too short to be masked: %j', (secret) => {
    const warnings = warningsOf({ 'client-secret': secret })
    expect(warnings).toEqual([expect.stringMatching(/^client-secret is shorter than 4 characters/)])
    expect(warnings.join()).not.toContain(secret.trim() === 'a' ? '"a"' : secret.trim())
  })

  test('once, of all inputs that are meant for another provider, by name and never by value', () => {
    const warnings = warningsOf({ 'lab-key': 'not-for-kore', rack: '12' })
    expect(warnings).toEqual([expect.stringMatching(/^kore-batch does not use lab-key, rack;/)])
    expect(warnings.join()).not.toMatch(/not-for-kore|12/)
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['all is well', {}],
    ['a secret of four characters', { 'client-secret': 'abcd' }],
    ['a foreign input is empty', { 'lab-key': ' \n' }],
    ['a foreign input has the default that the runner fills in', { rack: '7' }],
    ['an input serves both', { 'bot-id': 'st-2' }],
  ])('by nobody when %s', (_, changes) => {
    expect(warningsOf(changes)).toEqual([])
  })
})

describe('a gate on a metric', () => {
  test.each(['min-f1', 'min-precision', 'min-recall'])('that the provider does not give is a mistake: %s', (input) => {
    const parsed = parse({ provider: 'lab', [input]: '0' })
    expect(parsed).toMatchObject({
      state: 'mistaken',
      mistakes: [{ input, text: expect.stringMatching(/^cannot be met: lab gives no/) }],
    })
  })

  test('that is not set is none', () => {
    expect(parse({ provider: 'lab' }).state).toBe('ready')
  })
})

describe('files for the suite', () => {
  test('come one for each suite', () => {
    const parsed = parse({ provider: 'lab', suite: 'A\nB', 'suite-path': 'a.json\nb' })
    expect(parsed).toMatchObject({ state: 'ready', inputs: { suites: [{ path: 'a.json' }, { path: 'b' }] } })
  })

  test('are as many as there are suites', () => {
    const parsed = parse({ provider: 'lab', suite: 'A\nB', 'suite-path': 'a.json' })
    expect(parsed).toMatchObject({
      state: 'mistaken',
      mistakes: [{ input: 'suite-path', text: expect.stringMatching(/has 1 line and suite has 2/) }],
    })
  })

  test('are told to be in vain where the provider takes none', () => {
    const changes = { ...Object.fromEntries(Object.keys(GOOD).map((name) => [name, ''])), provider: 'lab-lift' }
    expect(warningsOf({ ...changes, suite: 'A', 'suite-path': 'a' })).toEqual([
      expect.stringMatching(/^lab-lift does not use suite, suite-path;/),
    ])
  })
})

describe('a provider that takes no suite', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['runs the one thing that it is named for', {}, undefined],
    ['collects what is under way without an id', { mode: 'collect' }, undefined],
    ['collects by an id', { mode: 'collect', 'run-id': 'p-1' }, 'p-1'],
    ['cancels by an id', { mode: 'cancel', 'run-id': 'p-1' }, 'p-1'],
  ])('%s', (_, changes, runId) => {
    const parsed = parse({ provider: 'lab-lift', suite: '', ...changes })
    expect(parsed).toMatchObject({ state: 'ready', inputs: { suites: [{ name: 'lift', path: undefined, runId }] } })
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['cancels nothing without an id', { mode: 'cancel' }],
    ['has no use for two ids', { mode: 'collect', 'run-id': 'p-1\np-2' }],
  ])('%s', (_, changes) => {
    const parsed = parse({ provider: 'lab-lift', suite: '', ...changes })
    expect(parsed).toMatchObject({ state: 'mistaken', mistakes: [{ input: 'run-id' }] })
  })
})

test('what was wrong says whether annotations are wanted, which they are unless that is said', () => {
  expect(parse({ engine: 'gpt', annotations: 'false' })).toMatchObject({ state: 'mistaken', annotations: false })
  expect(parse({ engine: 'gpt' })).toMatchObject({ state: 'mistaken', annotations: true })
  expect(parse({ 'timeout-minutes': 'x' })).toMatchObject({ state: 'mistaken', annotations: true })
})
