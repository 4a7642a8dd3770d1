/**
 * The bundled action as the runner starts it: `dist` in a child process, on a clock that runs faster while it waits, against
 * Kore.ai simulated on a local port. Whatever a scenario is about, what holds for every step is looked at after each.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, jest } from '@jest/globals'
import type { Fault } from '../../simulator/exchange.ts'
import { normally } from '../../simulator/faults.ts'
import { type KoreBatch, type KoreBatchOptions, startKoreBatch } from '../../simulator/kore/batch.ts'
import type { KoreBatchOperation } from '../../simulator/kore/batch-program.ts'
import { OUTPUTS } from '../../src/outputs.ts'
import { type ActionRequest, type ActionResult, cleanUp, runAction, type StageResult } from './runner.ts'
import { createRunnerReader } from './runner-commands.ts'

/** What became of a step: its main part, its post part, and its files. */
export interface Step extends StageResult {
  readonly post: StageResult
  readonly warnings: readonly string[]
  /** Values that the runner was asked to mask. */
  readonly masks: ReadonlySet<string>
  /** The paths of all files in the report directory, sorted; none when there is no such directory. */
  files(): Promise<string[]>
  /** The bytes of a file in the report directory. */
  file(path: string): Promise<Buffer>
}

/** How a step differs from the plain one: anything that the stand-in for the runner can do. */
export type StepOptions = Partial<Omit<ActionRequest, 'directory' | 'inputs'>>

/** A vendor, and steps that talk to it. */
export interface BundleStage {
  readonly kore: KoreBatch
  /** What stands under `with:`, changed as given. */
  inputs(changes?: Readonly<Record<string, string>>): Record<string, string>
  /** Runs the action, main and post. */
  run(changes?: Readonly<Record<string, string>>, options?: StepOptions): Promise<Step>
  /** The calls that came, in order: `start`, `status`, `file`, or `unknown`. */
  asked(): string[]
  /** Every call of the operation meets the fault from now on; resolves when the first one has come. */
  reached(operation: KoreBatchOperation, fault?: Fault): Promise<void>
}

/** Where `action.yml` lies. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** So that a limit of a minute on a request takes a moment; for scenarios in which the vendor is silent. */
export const HASTY: Readonly<Record<string, string>> = { CLOCK_SCALE_BUSY: '100' }

/** At this speed half a minute, which is how long an answer may take, outlasts what a busy machine is late by. */
const CLOCK_SCALE = 1000
const LONGEST_STEP_MS = 60_000
const GREEN = ['passed', 'skipped', 'started']
const OUR_COMMANDS = new Set(['add-mask', 'error', 'warning', 'notice', 'group', 'endgroup', 'debug'])
const closing: (() => Promise<void>)[] = []

jest.setTimeout(LONGEST_STEP_MS)
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(cleanUp)

/** Sets a stage that is cleared after the test. The vendor keeps real time and no rate limits, since the action's clock is faster. */
export async function setBundle(options: KoreBatchOptions = {}): Promise<BundleStage> {
  if (!existsSync(join(ROOT, 'dist', 'index.js')))
    throw new Error('There is no dist/index.js to test; run `npm run build` first.')
  const kore = await startKoreBatch({
    callsPerMinute: Number.POSITIVE_INFINITY,
    callsPerHour: Number.POSITIVE_INFINITY,
    ...options,
  })
  closing.push(kore.close)
  const inputs = (changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    provider: 'kore-batch',
    suite: 'Regression',
    'base-url': kore.address,
    'bot-id': kore.behaviour.botId,
    'client-id': kore.behaviour.clientId,
    'client-secret': kore.behaviour.clientSecret,
    artifact: 'false',
    ...changes,
  })
  return {
    kore,
    inputs,
    run: (changes, more = {}) => runBundle(kore, inputs(changes), more),
    asked: () => kore.requests.map(({ operation }) => operation),
    reached(operation, fault = normally()) {
      const { promise, resolve } = Promise.withResolvers<void>()
      kore.on(operation).always((exchange) => {
        resolve()
        return fault(exchange)
      })
      return promise
    },
  }
}

async function runBundle(kore: KoreBatch, inputs: Readonly<Record<string, string>>, options: StepOptions): Promise<Step> {
  const runsBefore = kore.runs.length
  const result = await runAction({ directory: ROOT, inputs, clockScale: CLOCK_SCALE, limitMs: LONGEST_STEP_MS, ...options })
  const step = stepOf(result)
  await expectSound(step, result, [inputs['client-secret'], inputs['token'], ...tokensOf(kore)])
  expect(kore.runs.length - runsBefore).toBeLessThanOrEqual((inputs['suite'] ?? '').split('\n').length)
  return step
}

function stepOf({ main, post, warnings, masks }: ActionResult): Step {
  const directory = main.outputs['report-directory'] ?? ''
  return {
    ...main,
    post,
    warnings,
    masks,
    file: (path) => readFile(join(directory, path)),
    async files() {
      if (directory === '') return []
      const entries = await readdir(directory, { recursive: true, withFileTypes: true })
      const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
      return paths.map((path) => relative(directory, path).split(sep).join('/')).sort()
    },
  }
}

/** Tokens that were sent, and the signatures of links: as good as passwords for a while. */
function tokensOf({ requests }: KoreBatch): (string | undefined)[] {
  const signatures = requests.map(({ query }) => /(?:^|&)s=([^&]{20,})/.exec(query)?.[1])
  return [...requests.map(({ headers }) => headers['auth']?.toString()), ...signatures]
}

/** What holds for every step, however it ends. */
async function expectSound(step: Step, { main, post }: ActionResult, secrets: readonly (string | undefined)[]): Promise<void> {
  const known = secrets.filter((secret) => secret !== undefined && secret.length >= 4)
  const told = [toldBy(main), toldBy(post), ...(await ourFiles(step))].join('\n')
  expect(known.filter((secret) => secret !== undefined && told.includes(secret))).toEqual([])
  const commands = createRunnerReader().read(main.raw).concat(createRunnerReader().read(post.raw))
  expect(commands.filter(({ name }) => !OUR_COMMANDS.has(name))).toEqual([])
  expect({ exported: main.exported, paths: main.paths, tooLong: main.summary === undefined }).toEqual({
    exported: {},
    paths: [],
    tooLong: false,
  })
  if (main.exitCode === 0) expect(GREEN).toContain(main.outputs['conclusion'])
  if (post.exitCode !== null) expect({ exitCode: post.exitCode, errors: errorsOf(post) }).toEqual({ exitCode: 0, errors: [] })
}

/** Fails unless the step ended by itself with that conclusion, its exit code with it, and every output there. */
export function expectEnd(step: Step, conclusion: string, errorKind = ''): void {
  const { exitCode, outputs, raw } = step
  if (outputs['conclusion'] !== conclusion) console.error(raw)
  expect({ conclusion: outputs['conclusion'], kind: outputs['error-kind'], exitCode }).toEqual({
    conclusion,
    kind: errorKind,
    exitCode: GREEN.includes(conclusion) ? 0 : 1,
  })
  expect(OUTPUTS.filter((name) => outputs[name] === undefined)).toEqual([])
}

/** Everything that people can read of a stage: what was printed but for the masks themselves, outputs, state and summary. */
export function toldBy({ raw, outputs, state, rawSummary }: StageResult): string {
  const lines = raw.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  return [...lines, ...Object.values(outputs), ...Object.values(state), rawSummary].join('\n')
}

/** The texts of the files that we wrote, which are not the vendor's. */
export async function ourFiles(step: Step): Promise<string[]> {
  const ours = (await step.files()).filter((path) => !path.startsWith('vendor/'))
  return Promise.all(ours.map(async (path) => (await step.file(path)).toString()))
}

/** The messages of the step's error annotations. */
export function errorsOf({ annotations }: StageResult): string[] {
  return annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
}

/** The messages of the step's warnings. */
export function warningsOf({ annotations }: StageResult): string[] {
  return annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
}
