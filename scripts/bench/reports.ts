/** How long it takes from the vendor's bytes to all reports, and how much memory, at several numbers of cases. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { PLAIN_REPORT, writeReport } from '../../simulator/kore/batch-report.ts'
import { entity, mistaken, type Utterance, understood } from '../../simulator/kore/batch-suite.ts'
import { compile, ROOT } from '../bundle.ts'
import type { Figure } from './table.ts'

const CHILD = fileURLToPath(new URL('./reports-child.mjs', import.meta.url))
const OUTPUT = join(ROOT, 'bench-output')
const ENTITIES = 5
const HEAD = {
  botName: 'Bench',
  reportName: 'bench.csv',
  language: 'en',
  runType: 'inDevelopment',
  lastTested: '2026-05-04T12:00:00.000Z',
}

/** How many utterances, how often it is measured, and what is promised of it. */
const SIZES = [
  { utterances: 1000, rounds: 9, most: { ms: 1000, megabytes: 150 } },
  { utterances: 10_000, rounds: 5, most: undefined },
  { utterances: 100_000, rounds: 3, most: undefined },
] as const

const Measured = z.object({ ms: z.number(), megabytes: z.number(), cases: z.number() })

/** Measures each size in fresh processes, one tenth of the utterances failing. */
export async function measureReports(): Promise<Figure[]> {
  await mkdir(OUTPUT, { recursive: true })
  const folder = await mkdtemp(join(OUTPUT, 'reports-'))
  try {
    const build = await compile()
    const figures: Figure[] = []
    for (const size of SIZES) figures.push(...(await measureSize(size, folder, build)))
    return figures
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measureSize(
  { utterances, rounds, most }: (typeof SIZES)[number],
  folder: string,
  build: string,
): Promise<Figure[]> {
  const file = join(folder, `${utterances}.csv`)
  await writeFile(
    file,
    writeReport(
      HEAD,
      Array.from({ length: utterances }, (_, index) => utterance(index)),
      PLAIN_REPORT,
    ),
  )
  const measured: z.infer<typeof Measured>[] = []
  for (let round = 0; round < rounds; round++) measured.push(await measureOnce(file, build))
  if (measured.some(({ cases }) => cases !== utterances)) throw new Error(`not all of the ${utterances} utterances became cases`)
  const what = `${utterances.toLocaleString('en-US')} utterances with ${ENTITIES} entities, from CSV to all reports`
  return [
    {
      what: `${what}: time`,
      samples: measured.map(({ ms }) => ms),
      unit: 'ms',
      ...(most !== undefined && { goal: { most: most.ms } }),
    },
    {
      what: `${what}: peak memory of the process`,
      samples: measured.map(({ megabytes }) => megabytes),
      unit: 'MB',
      ...(most !== undefined && { goal: { most: most.megabytes } }),
    },
  ]
}

function utterance(index: number): Utterance {
  const entities = Array.from({ length: ENTITIES }, (_, each) => entity(`Entity${each}`, `value ${index} ${each}`))
  const input = `please book flight number ${index} from Berlin to Lisbon for two`
  return index % 10 === 0
    ? mistaken(input, 'Book Flight', 'Cancel Booking', ...entities)
    : understood(input, 'Book Flight', ...entities)
}

async function measureOnce(file: string, build: string): Promise<z.infer<typeof Measured>> {
  const child = spawn(process.execPath, [CHILD, build, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`the measured process ended with ${code}`)
  return Measured.parse(JSON.parse(printed))
}
