/** How long the action takes from the start of its process to its first log line and to its first request. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { parse as parseYaml } from 'yaml'
import { inputVariables, Metadata, runnerVariables } from '../../__tests__/support/action-environment.ts'
import { bundleScript, DIST, ROOT } from '../bundle.ts'
import type { Figure } from './table.ts'

const ROUNDS = 40
const WARM_UP_ROUNDS = 2
/** Inside the project, so that the script for comparison finds the packages. */
const OUTPUT = join(ROOT, 'bench-output')
const EMPTY = "console.log('ready')\n"
const CORE_ONLY = "import * as core from '@actions/core'\ncore.info('ready')\n"

type Samples = Readonly<Record<'empty' | 'coreLine' | 'core' | 'line' | 'request', number[]>>

/**
 * Measures an empty script, a bundle that imports `@actions/core` alone and prints a line, and `dist/index.js`, in turns, so
 * that whatever else the machine does falls on all of them. The goals are those of the project: to the first line 1.15
 * times, to the first request 1.3 times what the bundle for comparison takes as a process, from start to exit.
 */
export async function measureStartUp(): Promise<Figure[]> {
  const server = createServer((_, response) => response.writeHead(503).end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await mkdir(OUTPUT, { recursive: true })
  const temporary = await mkdtemp(join(OUTPUT, 'start-up-'))
  try {
    const scripts = await writeScripts(temporary)
    const samples: Samples = { empty: [], coreLine: [], core: [], line: [], request: [] }
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      await measureRound(
        scripts,
        await actionEnvironment(temporary, server),
        server,
        round < WARM_UP_ROUNDS ? undefined : samples,
      )
    }
    return describe(samples)
  } finally {
    server.closeAllConnections()
    server.close()
    await rm(temporary, { recursive: true })
  }
}

function describe({ empty, coreLine, core, line, request }: Samples): Figure[] {
  const coreAlone: Figure = { what: '@actions/core alone, to its exit', samples: core, unit: 'ms' }
  return [
    { what: 'an empty script, to its exit', samples: empty, unit: 'ms' },
    { what: '@actions/core alone, to its log line', samples: coreLine, unit: 'ms' },
    coreAlone,
    { what: 'the action, to its first log line', samples: line, unit: 'ms', goal: { most: 1.15, than: coreAlone } },
    { what: 'the action, to its first request', samples: request, unit: 'ms', goal: { most: 1.3, than: coreAlone } },
  ]
}

interface Scripts {
  readonly empty: string
  readonly core: string
  readonly action: string
}

async function writeScripts(folder: string): Promise<Scripts> {
  const empty = join(folder, 'empty.js')
  const source = join(folder, 'core.js')
  const bundled = join(folder, 'core')
  await Promise.all([writeFile(empty, EMPTY), writeFile(source, CORE_ONLY)])
  await bundleScript(source, bundled)
  return { empty, core: join(bundled, 'index.js'), action: join(DIST, 'index.js') }
}

/** What a step with a Kore.ai batch suite finds, the simulated vendor being the server. */
async function actionEnvironment(folder: string, server: Server): Promise<Record<string, string>> {
  const metadata = Metadata.parse(parseYaml(await readFile(join(ROOT, 'action.yml'), 'utf8')))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  const inputs = {
    provider: 'kore-batch',
    'base-url': `http://127.0.0.1:${port}`,
    'bot-id': 'st-1',
    suite: 'Regression',
    'client-id': 'cs-1',
    'client-secret': 'a secret for the bench',
  }
  const files = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map((name) => [`GITHUB_${name}`, join(folder, name)] as const)
  await Promise.all(files.map(([, file]) => writeFile(file, '')))
  return { ...runnerVariables(folder, folder), ...inputVariables(metadata, inputs, {}), ...Object.fromEntries(files) }
}

async function measureRound(
  scripts: Scripts,
  environment: Record<string, string>,
  server: Server,
  samples?: Samples,
): Promise<void> {
  const empty = await measureScript(scripts.empty, environment)
  const core = await measureScript(scripts.core, environment)
  const action = await measureScript(scripts.action, environment, server)
  samples?.empty.push(empty.exit)
  samples?.coreLine.push(core.line)
  samples?.core.push(core.exit)
  samples?.line.push(action.line)
  samples?.request.push(action.request)
}

/** When what happened, in milliseconds since the script was started. */
interface Times {
  readonly line: number
  /** No number where there was no server to ask. */
  readonly request: number
  readonly exit: number
}

/** Runs a script to its end, or where there is a server to its first request. */
async function measureScript(script: string, environment: Record<string, string>, server?: Server): Promise<Times> {
  const startedAt = performance.now()
  const since = (): number => performance.now() - startedAt
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close').then(since)
  const requested = server === undefined ? ended.then(() => Number.NaN) : once(server, 'request').then(since)
  const line = await firstLine(child.stdout).then(since)
  // Without a request there would be nothing to wait for: an action that ends early must not hang the bench.
  const request = await Promise.race([requested, ended.then(() => Number.NaN)])
  if (server !== undefined) child.kill('SIGKILL')
  const exit = await ended
  if (server !== undefined && Number.isNaN(request)) throw new Error(`${script} ended without a request`)
  return { line, request, exit }
}

/** Masks and other commands are not lines that people see. */
async function firstLine(output: NodeJS.ReadableStream): Promise<void> {
  for await (const line of createInterface({ input: output })) if (!line.startsWith('::')) return
}
