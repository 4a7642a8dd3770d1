/** Stops what a step left behind at the vendor: after a kill, or when the vendor could not stop a run yet. Never fails the job. */
import type { Vendor } from './providers/provider.ts'
import type { Rim } from './rim.ts'
import { type OpenRun, openRuns } from './run-book.ts'
import { searchRuns } from './start-once.ts'
import { goesOn, isNoMore, MAY_BE_UNDER_WAY } from './stopping.ts'
import { roundedSpan } from './time-spans.ts'
import { asTrouble } from './trouble.ts'
import { attempt, attempted, type Step, Stopped } from './wait.ts'
import { createTools, createWorld, readInputs, startLife, type Tools } from './world.ts'

/** How long stopping may take, in milliseconds. */
const PATIENCE = { timeoutMs: 60_000, gapMs: 2000, longestGapMs: 10_000 }
/** How long one request of it may take: one that hangs leaves time for others. */
const REQUEST_PATIENCE = { silenceMs: 15_000, wholeMs: 30_000 }

/** Stops every run that the state of the step says is still under way. Never rejects. */
export async function post(rim: Rim, state: (name: string) => string): Promise<void> {
  const tools = createTools(rim)
  try {
    const left = openRuns(state)
    if (left.length === 0) return
    const parsed = await readInputs(tools)
    if (parsed.state !== 'ready') return leave(left, tools)
    const step = startLife(PATIENCE, tools)
    const vendor = parsed.inputs.connect(createWorld(parsed.inputs, step, tools, REQUEST_PATIENCE))
    await Promise.all(left.map((run) => stop(run, vendor, step, tools)))
    step.end()
  } catch (thrown) {
    tools.log.trouble('the clean-up could not be done: ', asTrouble(thrown))
  }
}

function leave(left: readonly OpenRun[], { log }: Tools): void {
  for (const { suite, id } of left)
    log.warn(
      `${suite}: run ${id ?? 'of unknown id'} may go on at the vendor; without usable inputs it cannot be stopped from here`,
    )
}

async function stop(run: OpenRun, vendor: Vendor, step: Step, { log }: Tools): Promise<void> {
  const { suite } = run
  const id = run.id ?? (await foundAgain(run, vendor, step))
  if (id === undefined) return log.warn(`${suite}: ${MAY_BE_UNDER_WAY}`)
  const { cancel } = vendor.suite(suite).open(id)
  if (cancel === undefined) return log.say(`${suite}: ${goesOn(id)}`)
  try {
    const answer = await attempt(step, async () => attempted<'sent' | 'over'>(await cancel()))
    log.say(`${suite}: ${isNoMore(id, answer)}`)
  } catch (thrown) {
    if (thrown instanceof Stopped)
      return log.warn(`${suite}: run ${id} could not be stopped within ${roundedSpan(PATIENCE.timeoutMs)} and may go on`)
    log.trouble(`${suite}: run ${id} could not be stopped: `, asTrouble(thrown))
  }
}

/** The run whose start was never answered, when exactly one came since; what cannot be asked is not found. */
async function foundAgain({ suite, mark }: OpenRun, vendor: Vendor, step: Step): Promise<string | undefined> {
  const { foundSince } = vendor.suite(suite)
  if (foundSince === undefined || mark === undefined) return undefined
  const [only, ...others] = await searchRuns(() => foundSince(mark), step).catch(() => [])
  return others.length === 0 ? only : undefined
}
