/**
 * `npm run simulator -- <provider>`: starts the simulated vendor of one provider, and prints what to paste into a shell so that
 * the bundled action runs against it. The vendor and the files of the runs are there until Ctrl+C.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_NAMES, type Demo, type DemoStep, findDemos, giveUp } from './demos.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ACTION = 'dist/index.js'

/** A name and a value of the environment. */
type Variable = readonly [name: string, value: string]

async function simulate(demo: Demo): Promise<void> {
  const vendor = await demo.start()
  const folder = await mkdtemp(join(tmpdir(), `simulator-${demo.provider}-`))
  const stop = async (): Promise<void> => {
    await vendor.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  console.log(`The simulated vendor of ${demo.provider} is ready. Paste into another shell, in the folder ${ROOT}:`)
  for (const step of vendor.steps) await tell(step, join(folder, step.expected))
  if (demo.neverRed !== undefined) console.log(`\nThere is no red step with ${demo.provider}: ${demo.neverRed}.`)
  console.log("\nFor another mode or input, add it as a variable of its own, such as 'INPUT_MODE=doctor'.")
  console.log('What begins with :: is for the runner, which hides it.')
  console.log('Each can be run as often as you like. Ctrl+C stops the vendor and removes the files of the runs.')
}

async function tell({ title, inputs, expected }: DemoStep, folder: string): Promise<void> {
  const variables = [...inputVariables(inputs), ...(await runnerVariables(folder))]
  const ends = `should end as ${expected}, with exit code ${expected === 'passed' ? 0 : 1}`
  console.log(`\n━━━ ${title}, for sh, bash and zsh; ${ends}\n\n${posixLines(variables)}`)
  console.log(`\n━━━ ${title}, for PowerShell; ${ends}\n\n${powerShellLines(variables)}`)
  console.log(`\nThe summary of these runs: ${join(folder, 'summary.md')}`)
  console.log(`Their outputs: ${join(folder, 'outputs.txt')}; their files, with report.html: below ${join(folder, 'temp')}`)
}

/** As the runner names inputs. */
function inputVariables(inputs: Readonly<Record<string, string>>): Variable[] {
  return Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
}

/** The runner's files, made since the action expects them, in the folder. */
async function runnerVariables(folder: string): Promise<Variable[]> {
  const temporary = join(folder, 'temp')
  await mkdir(temporary, { recursive: true })
  const files: Variable[] = [
    ['GITHUB_OUTPUT', join(folder, 'outputs.txt')],
    ['GITHUB_STATE', join(folder, 'state.txt')],
    ['GITHUB_STEP_SUMMARY', join(folder, 'summary.md')],
  ]
  for (const [, file] of files) await writeFile(file, '')
  return [...files, ['RUNNER_TEMP', temporary]]
}

/** By `env`, since a shell itself can set no name that has a hyphen in it. */
function posixLines(variables: readonly Variable[]): string {
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
  const given = variables.map(([name, value]) => `  ${quote(`${name}=${value}`)} \\`)
  return ['env \\', ...given, `  ${quote(node())} ${ACTION}`].join('\n')
}

/** Inputs of an earlier run in the same shell are removed, since another provider would complain of them. */
function powerShellLines(variables: readonly Variable[]): string {
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
  const given = variables.map(([name, value]) => `\${env:${name}} = ${quote(value)}`)
  return ['Remove-Item Env:INPUT_*', ...given, `& ${quote(node())} ${ACTION}`].join('\n')
}

/** The Node that runs this, which may be another than the shell finds. */
function node(): string {
  const path = relative(ROOT, process.execPath)
  return path.startsWith('node_modules') ? path.replaceAll('\\', '/') : process.execPath
}

const names = process.argv.slice(2)
if (names.length !== 1) giveUp(`Name one provider, as in: npm run simulator -- kapso. There are: ${DEMO_NAMES}`)
for (const demo of findDemos(names)) await simulate(demo)
