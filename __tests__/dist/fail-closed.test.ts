/** Fails closed: in whatever way the process ends, it is green only by a verdict. */
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { running } from '../../simulator/kore/batch-run.ts'
import { ROOT, type Step, type StepOptions, setBundle } from '../support/bundle.ts'
import { TWO_GOOD } from '../support/utterances.ts'

/** Node options that load a script before the action: what a broken dependency or machine would do from within. */
function preloaded(script: string): StepOptions {
  return { nodeArguments: ['--import', `data:text/javascript,${encodeURIComponent(script)}`] }
}

/** A module of Node in which one function is another from now on. */
function replaced(module: string, name: string, by: string): string {
  return `import module from '${module}'; import { syncBuiltinESMExports } from 'node:module'
    const original = module.${name}; module.${name} = ${by}; syncBuiltinESMExports()`
}

const NEVER = '() => new Promise(() => {})'

/** Nobody listens for its error. */
const WORKER_WITHOUT_MEMORY = `{
  const { Worker } = await import('node:worker_threads')
  new Worker('const hoard = []; for (;;) hoard.push(new Array(1e5).fill(hoard.length))', {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  })
}`

async function runUnder(script: string, changes: Readonly<Record<string, string>> = {}): Promise<Step> {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  return run(changes, preloaded(script))
}

function expectRed({ exitCode, exitSignal, outputs, conclusion }: Step): void {
  expect(conclusion).toBe('failure')
  expect(exitCode === 0 && exitSignal === null).toBe(false)
  expect(outputs['conclusion']).not.toBe('passed')
}

test('the scenarios below are red for what they break: the same step is green when nothing is broken', async () => {
  const step = await runUnder(replaced('node:fs/promises', 'mkdtemp', '(...values) => original(...values)'))
  expect(step).toMatchObject({ exitCode: 0, outputs: { conclusion: 'passed' } })
})

test('case 1: the event loop drains because no timer ever fires', async () => {
  expectRed(await runUnder('globalThis.setTimeout = () => ({ ref() {}, unref() {}, hasRef() {}, refresh() {}, close() {} })'))
})

test('case 1: the event loop drains because timers hold nothing', async () => {
  expectRed(
    await runUnder('const plain = globalThis.setTimeout; globalThis.setTimeout = (...values) => plain(...values).unref()'),
  )
})

test.each([
  ['the report directory is never made', replaced('node:fs/promises', 'mkdtemp', NEVER)],
  ['a folder of the report is never made', replaced('node:fs/promises', 'mkdir', NEVER)],
])('case 1: a promise never settles: %s', async (_, script) => {
  expectRed(await runUnder(script, { 'timeout-minutes': '1' }))
})

test('case 1: a disk that never settles after the verdict is left behind: the verdict stands, and what is missing is told', async () => {
  const step = await runUnder(replaced('node:fs/promises', 'open', NEVER))
  expect(step).toMatchObject({ exitCode: 0, outputs: { conclusion: 'passed', 'ctrf-path': '' } })
  expect(step.annotations.map(({ message }) => message).join('\n')).toMatch(/ctrf.json could not be written.*in time/)
})

test.each([
  ['a rejection that nobody handles', "Promise.reject(new Error('stray'))"],
  ['a throw in an event handler', "{ throw new Error('stray') }"],
  ['an error event that nobody listens to', "new (await import('node:events')).EventEmitter().emit('error', new Error('stray'))"],
  ['an exit by somebody else, without a code', 'process.exit()'],
  ['an exit by somebody else, as if all were well', 'process.exit(0)'],
  ['an exit code that somebody else sets before an exit', '{ process.exitCode = 0; process.exit() }'],
  ['a crash of Node itself', 'process.abort()'],
  ['a worker that runs out of memory', WORKER_WITHOUT_MEMORY],
])('case 1: %s while the run is under way', async (_, accident) => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  kore.nextRun().shows(running(10))
  const step = await run({}, { ...preloaded(`setTimeout(async () => ${accident}, 700)`), limitMs: 20_000 })
  expectRed(step)
  expect(step.outputs['run-id']).toBe(kore.runs[0]?.requestId)
  expect(step.post.exitCode).toBe(0)
})

test('case 1: the machine has no memory left', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  kore.nextRun().shows(running(10))
  const hoard = preloaded('const hoard = []; setTimeout(() => { for (;;) hoard.push(new Array(1e5).fill(hoard.length)) }, 500)')
  expectRed(await run({}, { nodeArguments: ['--max-old-space-size=40', ...(hoard.nodeArguments ?? [])] }))
})

test.each([
  ['outputs', 'GITHUB_OUTPUT', 1],
  ['state', 'GITHUB_STATE', 0],
])('case 1: the runner’s file for %s cannot be written', async (_, variable, started) => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  const step = await run({}, { ...preloaded(`process.env.${variable} = '/nowhere/at/all'`), stages: ['main'] })
  expect(step).toMatchObject({ conclusion: 'failure', exitCode: 1 })
  expect(kore.runs).toHaveLength(started)
})

test('a job summary that cannot be written changes nothing but a warning', async () => {
  const step = await runUnder("process.env.GITHUB_STEP_SUMMARY = '/nowhere/at/all'")
  expect(step).toMatchObject({ exitCode: 0, outputs: { conclusion: 'passed' } })
  expect(step.annotations).toEqual([
    expect.objectContaining({ level: 'warning', message: expect.stringContaining('the job summary could not be written') }),
  ])
})

test('a report directory that cannot be made makes the step red, and nothing is started', async () => {
  const { kore, run } = await setBundle()
  kore.suite('Regression', TWO_GOOD)
  const step = await run({ 'report-directory': join(ROOT, 'package.json', 'report') })
  expect(step).toMatchObject({ exitCode: 1, outputs: { conclusion: 'error' } })
  expect(kore.runs).toEqual([])
})
