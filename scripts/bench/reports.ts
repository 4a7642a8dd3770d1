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
interface Size {
  readonly utterances: number
  readonly rounds: number
  readonly mostMs: number
  readonly mostMegabytes?: number
}

const SIZES: readonly Size[] = [
  { utterances: 1000, rounds: 9, mostMs: 1000, mostMegabytes: 150 },
  { utterances: 10_000, rounds: 5, mostMs: 1000 },
  { utterances: 100_000, rounds: 3, mostMs: 10_000, mostMegabytes: 400 },
]

/** What an utterance may cost among many, against one among a tenth as many: the cost grows no faster than the file. */
const MOST_GROWTH = 1.1

const Measured = z.object({ ms: z.number(), megabytes: z.number(), cases: z.number() })
type Measured = z.infer<typeof Measured>

/**
 * Measures each size in fresh processes, with the heap that Node gives by itself and one tenth of the utterances failing:
 * from the vendor's file on the disk to ours beside it.
 */
export async function measureReports(): Promise<Figure[]> {
  await mkdir(OUTPUT, { recursive: true })
  const folder = await mkdtemp(join(OUTPUT, 'reports-'))
  try {
    const build = await compile()
    const figures: Figure[] = []
    let smaller: Figure | undefined
    for (const size of SIZES) {
      const measured = await measureSize(size, folder, build)
      const cost = costFigure(size, measured, smaller)
      figures.push(...sizeFigures(size, measured), cost)
      smaller = cost
    }
    return figures
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measureSize({ utterances, rounds }: Size, folder: string, build: string): Promise<Measured[]> {
  const file = join(folder, `${utterances}.csv`)
  const suite = Array.from({ length: utterances }, (_, index) => utterance(index))
  await writeFile(file, writeReport(HEAD, suite, PLAIN_REPORT))
  const measured: Measured[] = []
  for (let round = 0; round < rounds; round++)
    measured.push(await measureOnce(file, join(folder, `${utterances}-${round}`), build))
  if (measured.some(({ cases }) => cases !== utterances)) throw new Error(`not all of the ${utterances} utterances became cases`)
  return measured
}

function sizeFigures(size: Size, measured: readonly Measured[]): Figure[] {
  const { mostMs, mostMegabytes } = size
  const what = `${title(size)} with ${ENTITIES} entities, from CSV to all reports`
  const megabytes = measured.map((each) => each.megabytes)
  return [
    { what: `${what}: time`, samples: measured.map(({ ms }) => ms), unit: 'ms', goal: { most: mostMs } },
    {
      ...{ what: `${what}: peak memory of the process`, samples: megabytes, unit: 'MB' },
      ...(mostMegabytes !== undefined && { goal: { most: mostMegabytes } }),
    },
  ]
}

function costFigure(size: Size, measured: readonly Measured[], than: Figure | undefined): Figure {
  const samples = measured.map(({ ms, cases }) => (1000 * ms) / cases)
  return { what: `each of ${title(size)}`, samples, unit: 'µs', ...(than !== undefined && { goal: { most: MOST_GROWTH, than } }) }
}

function title({ utterances }: Size): string {
  return `${utterances.toLocaleString('en-US')} utterances`
}

function utterance(index: number): Utterance {
  const entities = Array.from({ length: ENTITIES }, (_, each) => entity(`Entity${each}`, `value ${index} ${each}`))
  const input = `please book flight number ${index} from Berlin to Lisbon for two`
  return index % 10 === 0
    ? mistaken(input, 'Book Flight', 'Cancel Booking', ...entities)
    : understood(input, 'Book Flight', ...entities)
}

async function measureOnce(file: string, folder: string, build: string): Promise<Measured> {
  const child = spawn(process.execPath, [CHILD, build, file, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`the measured process ended with ${code}`)
  return Measured.parse(JSON.parse(printed))
}
