/** How long many suites in one step take, and how much memory, next to one suite: `dist` against a simulated vendor. */

import { cleanUp, runAction } from '../../__tests__/support/runner.ts'
import { startKoreBatch } from '../../simulator/kore/batch.ts'
import { understood } from '../../simulator/kore/batch-suite.ts'
import { ROOT } from '../bundle.ts'
import type { Figure } from './table.ts'

const ROUNDS = 3
const UTTERANCES = 100
const PEAK_MEMORY = new URL('../../__tests__/support/peak-memory.mjs', import.meta.url).href
/** A run is over at the first look, which comes after half a second: what is left is the action's own work. */
const QUICK = { 'poll-interval-seconds': '0.5', 'max-parallel': '50', artifact: 'false' }

/** Measures a step with one suite and one with fifty, all of them under way at once. */
export async function measureSuites(): Promise<Figure[]> {
  try {
    const one = await measureStep(1)
    return [...one, ...(await measureStep(50))]
  } finally {
    await cleanUp()
  }
}

async function measureStep(suites: number): Promise<Figure[]> {
  const ms: number[] = []
  const megabytes: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const measured = await measureOnce(suites)
    ms.push(measured.ms)
    megabytes.push(measured.megabytes)
  }
  const what = `${suites === 1 ? '1 suite' : `${suites} suites`} of ${UTTERANCES} utterances in one step, that end at once`
  return [
    { what: `${what}: time`, samples: ms, unit: 'ms' },
    { what: `${what}: peak memory`, samples: megabytes, unit: 'MB' },
  ]
}

async function measureOnce(suites: number): Promise<{ ms: number; megabytes: number }> {
  const unlimited = { callsPerMinute: Number.POSITIVE_INFINITY, callsPerHour: Number.POSITIVE_INFINITY }
  const kore = await startKoreBatch({ runsLastMs: 0, ...unlimited })
  const names = Array.from({ length: suites }, (_, index) => `Suite ${index + 1}`)
  const utterances = Array.from({ length: UTTERANCES }, (_, index) => understood(`utterance ${index}`, 'Book Flight'))
  for (const name of names) kore.suite(name, utterances)
  const { botId, clientId, clientSecret } = kore.behaviour
  const access = { 'base-url': kore.address, 'bot-id': botId, 'client-id': clientId, 'client-secret': clientSecret }
  try {
    const begin = performance.now()
    const { main } = await runAction({
      directory: ROOT,
      inputs: { provider: 'kore-batch', suite: names.join('\n'), ...QUICK, ...access },
      nodeArguments: ['--import', PEAK_MEMORY],
    })
    const ms = performance.now() - begin
    if (main.outputs['total'] !== String(suites * UTTERANCES)) throw new Error(`the step ended as ${main.outputs['message']}`)
    const peak = main.log.find((line) => line.startsWith('peak '))
    return { ms, megabytes: Number(peak?.slice('peak '.length)) / 1024 }
  } finally {
    await kore.close()
  }
}
