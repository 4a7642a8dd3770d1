/** Measures what the project promises of speed and size, side by side on this machine: `npm run bench`, or one part of it. */
import { measurePage } from './bench/page.ts'
import { measureReports } from './bench/reports.ts'
import { measureSchedules } from './bench/schedule.ts'
import { measureStartUp } from './bench/start-up.ts'
import { measureSuites } from './bench/suites.ts'
import { type Figure, holds, renderTable } from './bench/table.ts'
import { measureTrust } from './bench/trust.ts'

const PARTS = new Map<string, () => Promise<Figure[]>>([
  ['start-up', measureStartUp],
  ['schedule', measureSchedules],
  ['reports', measureReports],
  ['page', measurePage],
  ['suites', measureSuites],
  ['trust', measureTrust],
])

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !PARTS.has(name))
if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}; the parts are ${[...PARTS.keys()].join(', ')}`)

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`)
for (const [name, measure] of PARTS) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const figures = await measure()
  console.log(`\n## ${name}\n\n${renderTable(figures)}`)
  if (!figures.every(holds)) process.exitCode = 1
}
