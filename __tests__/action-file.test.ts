/** `action.yml`, the code behind it and the README say the same. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import * as z from 'zod'
import { withTables } from '../scripts/readme.ts'
import { commonInputs } from '../src/inputs.ts'
import { MODES } from '../src/modes.ts'
import { OUTPUTS } from '../src/outputs.ts'
import { filledIn, listings, secretInputs } from '../src/providers/registry.ts'
import { capitalised } from '../src/sentences.ts'
import { VERSION } from '../src/version.ts'
import { parseStep, providers } from './support/providers.ts'

const Action = z.object({
  inputs: z.record(
    z.string(),
    z.object({ description: z.string().min(20), default: z.string().optional(), required: z.boolean().optional() }),
  ),
  outputs: z.record(z.string(), z.object({ description: z.string().min(10) })),
  runs: z.object({ using: z.string(), main: z.string(), post: z.string() }),
})

const text = (name: string): Promise<string> => readFile(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8')
const action = Action.parse(parse(await text('action.yml')))

test('the action runs on the Node 24 of the runner, main and post', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' })
})

test('every input of action.yml is read, and every input that is read is in action.yml', () => {
  const read = new Set([...commonInputs, ...providers.flatMap(({ inputs }) => inputs)])
  expect(Object.keys(action.inputs).sort()).toEqual([...read].sort())
})

test('a sentence that begins with the name of an input keeps it as action.yml writes it', () => {
  for (const name of Object.keys(action.inputs))
    expect([capitalised(`${name} is required`), capitalised(`${name}: no`)]).toEqual([`${name} is required`, `${name}: no`])
  expect(capitalised('the artifact is gone')).toBe('The artifact is gone')
  expect(capitalised('suites that failed')).toBe('Suites that failed')
})

test('the registry calls every provider by its name, and knows all inputs that hold secrets', () => {
  expect(listings.map(({ name }) => name)).toEqual(providers.map(({ name }) => name))
  const secrets = new Set(['github-token', ...providers.flatMap((provider) => provider.secrets)])
  expect([...secretInputs].sort()).toEqual([...secrets].sort())
})

test('the registry knows what action.yml fills in for inputs that not every provider has', () => {
  const defaults = Object.entries(action.inputs).flatMap(([name, { default: fallback }]) =>
    fallback === undefined ? [] : [[name, fallback]],
  )
  expect([...filledIn]).toEqual(defaults.filter(([name = '']) => !commonInputs.includes(name)))
})

test('every output of action.yml is set, and every output that is set is in action.yml', () => {
  expect(Object.keys(action.outputs)).toEqual([...OUTPUTS])
})

test.each(
  Object.entries(action.inputs).flatMap(([name, { default: fallback }]) => (fallback === undefined ? [] : [[name, fallback]])),
)('the default of %s in action.yml, %s, is what the code takes when nothing is given', (name, fallback) => {
  // An expression is filled in by the runner, from what no variable carries.
  if (fallback.includes('${{')) return expect(['artifact-name', 'job-index', 'github-token']).toContain(name)
  const given = { provider: 'kore-batch', suite: 'A', 'bot-id': 'st-1', token: 'abcd' }
  const plain = parseStep(given)
  const filled = parseStep({ ...given, [name]: fallback })
  expect(JSON.stringify(filled)).toBe(JSON.stringify(plain))
  expect(filled).toMatchObject({ state: 'ready', warnings: [] })
})

test('a default in action.yml has a meaning: another value changes what is parsed', () => {
  const given = { provider: 'kore-batch', suite: 'A', 'bot-id': 'st-1', token: 'abcd' }
  expect(JSON.stringify(parseStep({ ...given, 'timeout-minutes': '61' }))).not.toBe(JSON.stringify(parseStep(given)))
})

test('no input is marked as required, since each depends on the mode or the provider', () => {
  expect(Object.entries(action.inputs).filter(([, { required: is }]) => is === true)).toEqual([])
})

test('the token of the job is what github-token has when nothing is given', () => {
  expect(action.inputs['github-token']?.default).toMatch(/^\$\{\{ github\.token \}\}$/)
})

test('the description of mode names every mode', () => {
  for (const mode of MODES) expect(action.inputs['mode']?.description).toContain(`\`${mode}\``)
})

test('the description of provider names every provider', () => {
  for (const { name } of providers) expect(action.inputs['provider']?.description).toContain(`\`${name}\``)
})

test('the tables of the README are those of action.yml; npm run readme makes them', async () => {
  const readme = await text('README.md')
  expect(withTables(readme, await text('action.yml'))).toBe(readme)
})

test('the version is the one of the package', async () => {
  expect(z.object({ version: z.string() }).parse(JSON.parse(await text('package.json'))).version).toBe(VERSION)
})
