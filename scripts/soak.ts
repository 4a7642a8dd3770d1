/**
 * Plays many random schedules against the whole action and writes a report: `npm run soak -- <schedules> <first seed>`.
 * 100,000 schedules unless told otherwise; the report is `soak-output/soak.json` and `soak-output/soak.md`, or in the folder
 * that `SOAK_OUTPUT` names. `SOAK_WORKERS` says how many processes play, where the machine has other work.
 */
import { fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { addTally, emptyTally, type Tally } from '../__tests__/property/tally.ts'
import { soakReport } from './soak/report.ts'
import { type TextFigures, tryTexts } from './soak/texts.ts'

const [schedules = 100_000, firstSeed = 1_000_000] = process.argv.slice(2).map(Number)
const output = process.env['SOAK_OUTPUT'] ?? 'soak-output'
/** One more than there are cores: a worker waits for its sockets and files a quarter of the time. */
const workers = Number(process.env['SOAK_WORKERS'] ?? availableParallelism() + 1)
/** So many schedules a process: what grows in one does not matter. */
const CHUNK = 1000
const MEMORY = '/dev/shm'

const tally = emptyTally()
const begin = performance.now()
const chunks = Array.from({ length: Math.ceil(schedules / CHUNK) }, (_, index) => firstSeed + index * CHUNK)

function isTally(message: unknown): message is Tally {
  return typeof message === 'object' && message !== null && 'schedules' in message && 'findings' in message
}

function playChunk(from: number): Promise<void> {
  const to = Math.min(from + CHUNK, firstSeed + schedules)
  const env = { ...process.env, TMPDIR: existsSync(MEMORY) ? MEMORY : tmpdir() }
  const child = fork(join(import.meta.dirname, 'soak/worker.ts'), [String(from), String(to)], {
    env,
    execArgv: ['--max-semi-space-size=32'],
  })
  let told = false
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (!isTally(message)) return
      told = true
      addTally(tally, message)
    })
    child.on('exit', (code) => {
      if (!told) tally.findings.push({ seed: from, invariant: 'the harness holds', detail: `its process ended with ${code}` })
      resolve()
    })
  })
}

let texts: TextFigures | undefined

function writeReport(): void {
  const seconds = (performance.now() - begin) / 1000
  mkdirSync(output, { recursive: true })
  writeFileSync(join(output, 'soak.json'), `${JSON.stringify({ firstSeed, seconds, workers, texts, ...tally }, undefined, 1)}\n`)
  writeFileSync(join(output, 'soak.md'), soakReport(tally, { firstSeed, seconds, workers, texts }))
}

async function work(): Promise<void> {
  for (let from = chunks.shift(); from !== undefined; from = chunks.shift()) {
    await playChunk(from)
    writeReport()
  }
}

await Promise.all(Array.from({ length: workers }, work))
texts = tryTexts(schedules, firstSeed)
writeReport()
console.log(readFileSync(join(output, 'soak.md'), 'utf8'))
process.exitCode = tally.findings.length + texts.accepted + texts.seen === 0 ? 0 : 1
