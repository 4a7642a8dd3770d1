/** What is known of a run that the step leaves before its end. */
import { countOf, wholeNumber } from './count-words.ts'
import type { Judge } from './judge.ts'
import type { Log } from './log.ts'
import { mapTexts } from './map-texts.ts'
import type { Folder, Run } from './providers/provider.ts'
import type { Results } from './results.ts'
import type { StepLife } from './step.ts'
import { within } from './time-limit.ts'
import { asTrouble } from './trouble.ts'

/** What it works with. */
interface Keeping {
  readonly name: string
  readonly step: StepLife
  readonly judge: Judge
  readonly log: Log
  readonly folder: Folder
  redact(text: string): string
}

/** In milliseconds: the vendor is asked for nothing, so it takes longer only where a disk hangs. */
const LONGEST_KEEPING = 2000

/**
 * Keeps the files that are there of the run, and gives its partial results. Undefined where nothing is known, or it cannot be
 * kept in two seconds: it is no reason for the step to end otherwise, or later. Never rejects.
 */
export async function resultsSoFar(keeping: Keeping, opened: Run | undefined): Promise<Results | undefined> {
  const { name, step, log } = keeping
  if (opened?.soFar === undefined) return undefined
  const limit = { clock: step.clock, ms: LONGEST_KEEPING, signal: step.over, why: () => 'the disk did not answer in time' }
  try {
    return await within(limit, () => partialResults(keeping, opened))
  } catch (thrown) {
    log.trouble(`${name}: the cases that had ended could not be kept: `, asTrouble(thrown))
    return undefined
  }
}

async function partialResults({ name, judge, log, folder, redact }: Keeping, opened: Run): Promise<Results | undefined> {
  const found = await opened.soFar?.(folder)
  if (found === undefined) return undefined
  const { log: _, ...told } = mapTexts(found, redact)
  for (const warning of told.warnings) log.say(`${name}: ${warning}`)
  // The mean of what ended first is not that of the suite, so no metric is taken over.
  return judge.partial(name, { ...told, metrics: {}, isPartial: true })
}

/** How much of the run is known, in a sentence. */
export function endedSentence({ counts: { total, skipped } }: Results): string {
  const known = `the outcome of ${wholeNumber(total - skipped)} of ${countOf(total, 'cases')} was known by then`
  const others =
    skipped === 0 ? '' : skipped === 1 ? ' the other one counts as skipped, and' : ' the others count as skipped, and'
  return `${known};${others} the gate was not applied`
}
