/** All suites of a step, each told by itself: which story, how many at once, and who hears of their runs. */
import pLimit from 'p-limit'
import type { Inputs, WantedSuite } from './inputs.ts'
import { type ReportDirectory, slugs } from './report-directory.ts'
import type { SuiteOutcome } from './results.ts'
import { createRunBook } from './run-book.ts'
import type { StepLife } from './step.ts'
import { cancelSuite, collectSuite, runSuite, type SuiteRun, startSuite } from './suite-run.ts'
import { visible } from './untrusted.ts'
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
  tools: Tools,
): Promise<SuiteOutcome[]> {
  const { suites, policy, provider, mode } = inputs
  const { log, redactor, rim } = tools
  const vendor = inputs.connect(createWorld(inputs, step, tools))
  const book = createRunBook(
    suites.map(({ name }) => name),
    rim.runner,
    mode,
    redactor.redact,
  )
  const opened = suites.map(({ name, path }) => vendor.suite(name, path))
  // One wrong file is told before the files of the others are sent.
  for (const suite of opened) await suite.check?.()
  const folders = slugs(suites.map(({ name }) => name))
  return pLimit(inputs.maxParallel).map(suites, async (wanted, index) => {
    const { name } = wanted
    const suite = opened[index] ?? vendor.suite(name)
    const folder = await directory.vendorFolder(folders[index] ?? String(index))
    // What shows nothing goes first: between the letters of a secret it would hide it from the redactor, and not from readers.
    const common = {
      name,
      step,
      policy,
      log,
      folder,
      noun: provider.noun,
      redact: (text: string) => redactor.redact(visible(text)),
    }
    return STORIES[mode]({ ...common, suite, listener: book.listener(index) }, wanted)
  })
}
