/** What hostile input costs in memory, and how soon a step stops: `dist` in processes of its own, in true time. */
import { type ActionRequest, type ActionResult, cleanUp, runAction } from '../../__tests__/support/runner.ts'
import type { Fault } from '../../simulator/exchange.ts'
import { gzipBomb, hang, huge, json, normally } from '../../simulator/faults.ts'
import { startKoreBatch } from '../../simulator/kore/batch.ts'
import { understood } from '../../simulator/kore/batch-suite.ts'
import { type ArchiveEntry, zipArchive } from '../../simulator/omilia/archive.ts'
import { started } from '../../simulator/omilia/job-plan.ts'
import { startOmilia } from '../../simulator/omilia/studio.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { ROOT } from '../bundle.ts'
import type { Figure } from './table.ts'

const ROUNDS = 10
const MIB = 1024 * 1024
const QUICK = { 'poll-interval-seconds': '0.5', 'poll-max-interval-seconds': '0.5', artifact: 'false' }
const SHOWING_MEMORY = ['--import', new URL('../../__tests__/support/peak-memory.mjs', import.meta.url).href]

/** Measures both. Of stopping the longest of all rounds counts, and not the median. */
export async function measureTrust(): Promise<Figure[]> {
  try {
    return [
      ...(await measureMemory()),
      ...(await measureStop('answers', normally())),
      ...(await measureStop('hangs', hang())),
      await measureDeadline(),
    ]
  } finally {
    await cleanUp()
  }
}

async function measureMemory(): Promise<Figure[]> {
  const endless = Number.POSITIVE_INFINITY
  const figures: Figure[] = []
  const add = (what: string, megabytes: number): void =>
    void figures.push({ what: `peak memory: ${what}`, samples: [megabytes], unit: 'MB', goal: { most: 256 } })
  add('a status compressed to a thousandth', await koreMemory('status', gzipBomb(5000)))
  add('a status without end', await koreMemory('status', huge(endless)))
  add('a result file without end', await koreMemory('file', huge(endless, 'text/csv')))
  add('an archive that unpacks to a thousand times its size', await archiveMemory(Buffer.alloc(30 * MIB), {}))
  add('an archive that lies about its size', await archiveMemory(Buffer.alloc(400 * MIB), { size: 1000 }))
  add(
    'an archive of 186 MiB in entries of 31 MiB, all of it read',
    await archiveMemory(Buffer.alloc(31 * MIB, 'abc'), { method: 0 }, 6),
  )
  add('a log of nearly 6 MiB in 37,000 lines, read three times and kept', await logMemory(37_000))
  return figures
}

async function koreMemory(operation: 'status' | 'file', fault: Fault): Promise<number> {
  const kore = await startKoreBatch({ callsPerMinute: Number.POSITIVE_INFINITY, callsPerHour: Number.POSITIVE_INFINITY })
  const { botId, clientId, clientSecret } = kore.behaviour
  const access = { 'base-url': kore.address, 'bot-id': botId, 'client-id': clientId, 'client-secret': clientSecret }
  kore.suite('Regression', [understood('book a flight', 'Book Flight')])
  kore.on(operation).always(fault)
  try {
    return peakOf(await run({ provider: 'kore-batch', suite: 'Regression', ...access }))
  } finally {
    await kore.close()
  }
}

async function archiveMemory(content: Buffer, lie: Partial<ArchiveEntry>, entries = 1): Promise<number> {
  const archive = zipArchive(Array.from({ length: entries }, (_, index) => ({ name: `${index}.json`, content, ...lie })))
  const omilia = await startOmilia()
  omilia.project('Airline', { cases: [passed('a')] })
  omilia.nextGeneration().archive(archive)
  const access = { 'base-url': omilia.baseUrl, 'api-key': omilia.behaviour.apiKey }
  try {
    return peakOf(await run({ provider: 'omilia-generation', suite: 'Airline', ...access }))
  } finally {
    await omilia.close()
  }
}

async function logMemory(lines: number): Promise<number> {
  const content = Array.from({ length: lines }, (_, index) => ({ text: `${index} `.padEnd(155, 'the bot said nothing new; ') }))
  const omilia = await startOmilia()
  omilia.project('Airline', { cases: [passed('a')] })
  omilia.nextRun().shows(started(1, 2), started(1, 2))
  omilia.on('logs').always(json({ data: [{ sectionName: 'Run Test Suites', id: '1', content }] }))
  const access = { 'base-url': omilia.baseUrl, 'api-key': omilia.behaviour.apiKey }
  try {
    const result = await run({ provider: 'omilia', suite: 'Airline', ...access })
    const asked = omilia.requests.filter(({ operation }) => operation === 'logs').length
    if (result.main.outputs['conclusion'] !== 'passed' || asked < 3)
      throw new Error(`the log was asked for ${asked} times; the step ended as ${result.main.outputs['message']}`)
    return peakOf(result)
  } finally {
    await omilia.close()
  }
}

/** In megabytes. */
function peakOf({ main }: ActionResult): number {
  const peak = main.log.find((line) => line.startsWith('peak '))?.slice('peak '.length)
  if (peak === undefined) throw new Error(`the step told no peak; it ended as ${main.outputs['message']}`)
  return Number(peak) / 1024
}

function run(inputs: Readonly<Record<string, string>>, more: Partial<ActionRequest> = {}): Promise<ActionResult> {
  return runAction({ directory: ROOT, inputs: { ...QUICK, ...inputs }, nodeArguments: SHOWING_MEMORY, ...more })
}

async function measureStop(vendor: string, fault: Fault): Promise<Figure[]> {
  const sent: number[] = []
  const ended: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const omilia = await startOmilia()
    omilia.project('Airline', { cases: [passed('a')] })
    omilia.nextRun().neverEnds()
    let signalAt = Number.NaN
    const cancelAfter = (line: string): boolean => {
      if (!line.includes('started, run')) return false
      signalAt = performance.now()
      return true
    }
    omilia.on('revoke').always(fault)
    const access = { 'base-url': omilia.baseUrl, 'api-key': omilia.behaviour.apiKey }
    const { main } = await run({ provider: 'omilia', suite: 'Airline', ...access }, { cancelAfter, stages: ['main'] })
    sent.push((omilia.requests.find(({ operation, at }) => operation === 'revoke' && at > signalAt)?.at ?? Number.NaN) - signalAt)
    ended.push(main.endedAfterSignalMs ?? Number.NaN)
    await omilia.close()
  }
  const longest = (samples: readonly number[]): number[] => [Math.max(...samples)]
  return [
    {
      what: `SIGINT to the vendor’s cancel call, which ${vendor}, longest of ${ROUNDS}`,
      samples: longest(sent),
      unit: 'ms',
      goal: { most: 1000 },
    },
    {
      what: `SIGINT to the exit, at a vendor that ${vendor}, longest of ${ROUNDS}`,
      samples: longest(ended),
      unit: 'ms',
      goal: { most: 5000 },
    },
  ]
}

/** From the line that tells the time limit to the end of the process. */
async function measureDeadline(): Promise<Figure> {
  const late: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const omilia = await startOmilia()
    omilia.project('Airline', { cases: [passed('a')] })
    omilia.nextRun().neverEnds()
    omilia.on('run').decides(() => (round % 2 === 0 ? undefined : hang()))
    omilia.on('revoke').always(hang())
    let begin = Number.NaN
    const onLine = (line: string): void => {
      if (line.includes('run 1 suite, at most')) begin = performance.now()
    }
    const access = { 'base-url': omilia.baseUrl, 'api-key': omilia.behaviour.apiKey }
    const inputs = { provider: 'omilia', suite: 'Airline', 'timeout-minutes': '0.05', ...access }
    await run(inputs, { stages: ['main'], onLine })
    late.push(performance.now() - begin - 3000)
    await omilia.close()
  }
  return {
    what: `the deadline to the exit, at a vendor that hangs, longest of ${ROUNDS}`,
    samples: [Math.max(...late)],
    unit: 'ms',
    goal: { most: 5000 },
  }
}
