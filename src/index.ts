/** Builds the real world and awaits the story. Fails closed: whatever happens, only a verified verdict clears the exit code. */
import { tmpdir } from 'node:os'
import * as core from '@actions/core'
import type { Clock } from './clock.ts'
import type { Annotation } from './report/annotations.ts'
import type { Rim, Runner } from './rim.ts'
import { VERSION } from './version.ts'
import { runPage, workflowRunOf } from './workflow-run.ts'

process.exitCode = 1
let isProved = false
// Whoever else ends the process has proved nothing, even with an exit code of 0.
process.on('exit', (exitCode) => {
  if (exitCode === 0 && !isProved) process.exitCode = 1
})

const LONGEST_TIMER = 2 ** 31 - 1

const clock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  async sleep(ms, signal) {
    const end = performance.now() + ms
    while (performance.now() < end && signal?.aborted !== true)
      await timer(Math.min(end - performance.now(), LONGEST_TIMER), signal)
  },
}

function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(handle)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const handle = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
  })
}

const annotators = { error: core.error, warning: core.warning, notice: core.notice }

/** The runner puts inputs into the environment, their names in capitals. */
function rawInputs(): Record<string, string> {
  const variables = Object.entries(process.env).filter(([name]) => name.startsWith('INPUT_'))
  return Object.fromEntries(variables.map(([name, value = '']) => [name.slice('INPUT_'.length).toLowerCase(), value]))
}

const runner: Runner = {
  inputs: rawInputs,
  info: core.info,
  annotate: ({ level, message, ...where }: Annotation) => annotators[level](message, where),
  group(title, lines) {
    core.startGroup(title)
    for (const line of lines) core.info(line)
    core.endGroup()
  },
  mask: core.setSecret,
  output: core.setOutput,
  saveState: core.saveState,
  async summary(markdown) {
    await core.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true })
  },
}

const cancellation = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK']) process.on(signal, () => cancellation.abort())

const { GITHUB_WORKSPACE = process.cwd(), RUNNER_TEMP = tmpdir() } = process.env
const workflowRun = workflowRunOf(process.env)
const rim: Rim = {
  runner,
  clock,
  random: Math.random,
  cancelled: cancellation.signal,
  temporary: RUNNER_TEMP,
  workspace: GITHUB_WORKSPACE,
  version: VERSION,
  async artifactStore() {
    const { githubArtifacts } = await import('./artifact.ts')
    return githubArtifacts(runPage(workflowRun))
  },
  workflowRun,
  async github(access) {
    const { connectGitHub } = await import('./github.ts')
    return connectGitHub(access, rim)
  },
}

async function run(): Promise<0 | 1> {
  // See `start-post.ts`.
  if (!process.argv.includes('post')) {
    // Told before the rest is loaded, so that the log lives from the first moment.
    core.info(`agent-test-gate ${VERSION}`)
    const { main } = await import('./main.ts')
    return main(rim)
  }
  const { post } = await import('./post.ts')
  // Cleaning up must not fail the job, nor hold it.
  await Promise.race([post(rim, core.getState), clock.sleep(LONGEST_POST)])
  return 0
}

const LONGEST_POST = 90_000
const code = await run()
isProved = code === 0
process.exitCode = code
// What is still open, such as a socket to a vendor that hangs, must not hold the exit; what was printed must be out first.
process.stdout.write('', () => process.exit(code))
