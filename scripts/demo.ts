/**
 * `npm run demo`, or `npm run demo -- kapso omilia` for some providers: the bundled action against simulated vendors, started as
 * a runner starts it, with what people see of it.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ActionResult, cleanUp, runAction } from '../__tests__/support/runner.ts'
import { type Demo, type DemoStep, findDemos } from './demos.ts'
import { renderSummary } from './render.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUTPUT = join(ROOT, 'demo-output')

/** What became of one step of the demo. */
interface Shown {
  readonly title: string
  readonly expected: string
  readonly conclusion: string
  readonly exitCode: number | null
  readonly page: string
}

async function showDemo(demo: Demo): Promise<Shown[]> {
  const vendor = await demo.start()
  try {
    const shown: Shown[] = []
    for (const step of vendor.steps) shown.push(await showStep(demo.provider, step))
    if (demo.neverRed !== undefined) console.log(`\n  There is no red step with ${demo.provider}: ${demo.neverRed}.`)
    return shown
  } finally {
    await vendor.close()
  }
}

async function showStep(provider: string, { title, inputs, expected }: DemoStep): Promise<Shown> {
  console.log(`\n━━━ ${provider}: ${title} ${'━'.repeat(Math.max(0, 70 - provider.length - title.length))}\n`)
  const result = await runAction({
    directory: ROOT,
    inputs,
    onLine: (line) => console.log(`  ${line}`),
  })
  const page = await keep(`${provider}-${expected}`, result)
  console.log('\n  Outputs')
  for (const [name, value] of Object.entries(result.main.outputs))
    if (value !== '') console.log(`    ${name}: ${value.replaceAll('\n', ', ')}`)
  const { exitCode, outputs } = result.main
  console.log(`\n  Exit code ${exitCode}: the check is ${exitCode === 0 ? 'GREEN' : 'RED'}`)
  console.log(`  Files: ${relative(process.cwd(), page.replace(/\.html$/, ''))}`)
  console.log(`  Summary as GitHub shows it: ${relative(process.cwd(), page)}`)
  return { title: `${provider}: ${title}`, expected, conclusion: outputs['conclusion'] ?? '', exitCode, page }
}

/** Keeps the report directory, in place of an artifact, and the rendered summary, and gives the path of the page. */
async function keep(name: string, { main }: ActionResult): Promise<string> {
  const folder = join(OUTPUT, name)
  const reports = main.outputs['report-directory'] ?? ''
  if (reports !== '') await cp(reports, folder, { recursive: true })
  const page = `${folder}.html`
  await writeFile(page, await renderSummary(main.summary ?? ''))
  return page
}

function tell(shown: readonly Shown[]): void {
  console.log(`\n━━━ What you saw ${'━'.repeat(57)}\n`)
  for (const { title, conclusion, exitCode, page } of shown) {
    console.log(
      `  ${exitCode === 0 ? 'green' : 'red  '}  ${conclusion.padEnd(12)}  ${title.padEnd(48)}  ${relative(process.cwd(), page)}`,
    )
  }
  console.log('\n  Open the pages in a browser to see what a reviewer sees.')
}

const demos = findDemos(process.argv.slice(2))
await rm(OUTPUT, { recursive: true, force: true })
await mkdir(OUTPUT, { recursive: true })
const shown: Shown[] = []
try {
  for (const demo of demos) shown.push(...(await showDemo(demo)))
} finally {
  await cleanUp()
}
tell(shown)
const surprises = shown.filter(({ expected, conclusion }) => expected !== conclusion)
for (const { title, expected, conclusion } of surprises) console.error(`  ${title} ended as ${conclusion} and not as ${expected}`)
process.exitCode = surprises.length === 0 ? 0 : 1
