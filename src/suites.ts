/** All suites of a step, each told by itself: which story, how many at once, and who hears of their runs. */
import pLimit from 'p-limit'
import type { Inputs, WantedSuite } from './inputs.ts'
import type { Judge } from './judge.ts'
import type { SuiteOutcome } from './outcome.ts'
import type { Suite } from './providers/provider.ts'
import { cleanerOf } from './redact.ts'
import { type ReportDirectory, slugs } from './report-directory.ts'
import { createRunBook } from './run-book.ts'
import type { StepLife } from './step.ts'
import { cancelSuite, collectSuite, runSuite, type SuiteRun, startSuite } from './suite-run.ts'
import { asTrouble, Trouble } from './trouble.ts'
import { createWorld, type Tools } from './world.ts'

const STORIES = {
  run: (run: SuiteRun) => runSuite(run),
  start: (run: SuiteRun) => startSuite(run),
  collect: (run: SuiteRun, { runId }: WantedSuite) => collectSuite(run, runId),
  cancel: (run: SuiteRun, { runId }: WantedSuite) => cancelSuite(run, runId),
} as const

/** Each suite's story, at most so many at once; one that breaks off does not stop the others. Rejects when what is to be sent is wrong. */
export async function tellSuites(
  inputs: Inputs,
  step: StepLife,
  directory: ReportDirectory,
  judge: Judge,
  tools: Tools,
): Promise<SuiteOutcome[]> {
  const { suites, mode } = inputs
  const { log, redactor, rim } = tools
  const vendor = inputs.connect(createWorld(inputs, step, tools))
  const names = suites.map(({ name }) => name)
  const canCancel = inputs.provider.takes.cancel
  const book = createRunBook({ suites: names, runner: rim.runner, mode, canCancel, redact: redactor.redact, log })
  const folders = slugs(names)
  const told = suites.map((wanted, index) => ({
    wanted,
    slug: folders[index] ?? '',
    suite: vendor.suite(wanted.name, wanted.path),
    listener: book.listener(index),
  }))
  // One wrong file, or a disk that is full, is told before anything of any suite is sent.
  await step.unlessOver(() => checkAll(told.map(({ suite }) => suite)))
  const ready = await step.unlessOver(() =>
    Promise.all(told.map(async (each) => ({ ...each, folder: await directory.vendorFolder(each.slug) }))),
  )
  return pLimit(inputs.maxParallel).map(ready, ({ wanted, suite, listener, folder }) => {
    const common = { name: wanted.name, step, judge, log, folder, redact: cleanerOf(redactor) }
    return STORIES[mode]({ ...common, suite, listener }, wanted)
  })
}

/** All that is wrong with what is to be sent, in one trouble. */
async function checkAll(suites: readonly Suite[]): Promise<void> {
  const checked = await Promise.allSettled(suites.map(async (suite) => suite.check?.()))
  const troubles = checked.flatMap((each) => (each.status === 'rejected' ? [asTrouble(each.reason)] : []))
  const [first] = troubles
  if (first !== undefined) throw new Trouble(troubles.map(({ message }) => message).join('; '), first.facts)
}
