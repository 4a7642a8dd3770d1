/** `npm run simulator`: what it prints is enough to run the bundled action against the simulated vendor of each provider. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, jest, test } from '@jest/globals'
import { DEMO_NAMES, DEMOS } from '../../scripts/demos.ts'
import { ROOT } from '../support/bundle.ts'
import { signalTest } from '../support/signal-test.ts'

jest.setTimeout(60_000)

/** Which shell the printed lines are tried with; the lines for the other one have to say the same. */
const SHELL = process.platform === 'win32' ? ['powershell', '-NoProfile', '-Command'] : ['sh', '-c']
const LAST_LINE = /^Each can be run as often/

let simulator: ChildProcess | undefined
afterEach(async () => {
  if (simulator === undefined || simulator.exitCode !== null || simulator.signalCode !== null) return
  simulator.kill()
  await once(simulator, 'close')
})

/** Lines to paste, how they should end, and the variables that they set. */
interface Printed {
  readonly expected: string
  readonly lines: string
  readonly variables: Readonly<Record<string, string>>
}

/** Starts the simulator of a provider, and gives all that it printed until it was ready. */
async function start(provider: string): Promise<string> {
  const child = spawn(process.execPath, ['scripts/simulator.ts', provider], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  simulator = child
  const printed: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line)
    if (LAST_LINE.test(line)) return printed.join('\n')
  }
  throw new Error(`it ended early, and printed:\n${printed.join('\n')}`)
}

/** What was printed for one kind of shell, in its order. */
function printedFor(shell: 'sh' | 'PowerShell', text: string): Printed[] {
  const found = text.matchAll(/^━━━ .*, for (sh|PowerShell).*; should end as (\w+), .*\n\n([\s\S]*?)\n\n/gm)
  return [...found].flatMap(([, kind = '', expected = '', lines = '']) => {
    const pattern = kind === 'sh' ? /^ {2}'([\w-]+)=(.*)' \\$/gm : /^\$\{env:([\w-]+)\} = '(.*)'$/gm
    const variables = [...lines.matchAll(pattern)].map(([, name = '', value = '']) => [name, value])
    return kind === shell ? [{ expected, lines, variables: Object.fromEntries(variables) }] : []
  })
}

/** Pastes the lines into a shell that knows nothing else. */
function paste(lines: string): Promise<number | string | null | undefined> {
  const [command = '', ...options] = SHELL
  const { PATH = '', SystemRoot = '' } = process.env
  return new Promise((resolve) => {
    const child = execFile(command, [...options, `${lines}${SHELL.includes('sh') ? '' : '; exit $LASTEXITCODE'}`], {
      cwd: ROOT,
      env: { PATH, SystemRoot },
    })
    child.once('close', resolve)
  })
}

test.each(DEMOS)('$provider: the printed lines run the bundle, green and red', async ({ provider, neverRed }) => {
  const text = await start(provider)
  const [posix, powerShell] = [printedFor('sh', text), printedFor('PowerShell', text)]
  expect(posix.map(({ expected }) => expected)).toEqual(neverRed === undefined ? ['passed', 'failed'] : ['passed'])
  expect(powerShell.map(({ variables }) => variables)).toEqual(posix.map(({ variables }) => variables))
  for (const { expected, lines, variables } of process.platform === 'win32' ? powerShell : posix) {
    expect(await paste(lines)).toBe(expected === 'passed' ? 0 : 1)
    const outputs = await readFile(variables['GITHUB_OUTPUT'] ?? '', 'utf8')
    expect(outputs).toMatch(new RegExp(`^conclusion<<.*\\r?\\n${expected}\\r?$`, 'm'))
    expect(outputs).toContain(`${variables['RUNNER_TEMP']}${sep}`)
    expect(await readFile(variables['GITHUB_STEP_SUMMARY'] ?? '', 'utf8')).not.toBe('')
    expect(await readFile(variables['GITHUB_STATE'] ?? '', 'utf8')).not.toBe('')
  }
})

signalTest('Ctrl+C stops the vendor, and removes the files of the runs', async () => {
  const [printed] = printedFor('sh', await start('kapso'))
  const folder = dirname(printed?.variables['GITHUB_OUTPUT'] ?? '')
  expect(existsSync(folder)).toBe(true)
  simulator?.kill('SIGINT')
  if (simulator !== undefined) expect(await once(simulator, 'close')).toEqual([0, null])
  expect(existsSync(dirname(folder))).toBe(false)
})

test.each([
  ['scripts/simulator.ts', ['kapsu'], 'There is no provider kapsu.'],
  ['scripts/simulator.ts', [], 'Name one provider'],
  ['scripts/demo.ts', ['kapso', 'kapsu'], 'There is no provider kapsu.'],
])('%s %j tells which providers there are', async (script, names, sentence) => {
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [script, ...names], { cwd: ROOT }, (trouble, _, error) =>
      resolve(`${trouble?.code} ${error.trim()}`),
    )
  })
  expect(said).toMatch(`1 ${sentence}`)
  expect(said).toMatch(`There are: ${DEMO_NAMES}`)
})
