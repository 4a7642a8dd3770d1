/** Measures what the project promises of speed and size, side by side on this machine: `npm run bench`. */

import { measureReports } from './bench/reports.ts'
import { measureStartUp } from './bench/start-up.ts'
import { holds, renderTable } from './bench/table.ts'

const figures = [...(await measureStartUp()), ...(await measureReports())]
console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n\n${renderTable(figures)}`)
process.exitCode = figures.every(holds) ? 0 : 1
