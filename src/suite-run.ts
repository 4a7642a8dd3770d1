/** The story of one suite: prepare, start once, wait, collect, judge. Whatever happens, it ends with an outcome. */
import type { Clock } from './clock.ts'
import type { Judge } from './judge.ts'
import type { Log } from './log.ts'
import { createLogEnd, type LogEnd } from './log-end.ts'
import { mapTexts } from './map-texts.ts'
import type { SuiteOutcome } from './outcome.ts'
import { createCadence } from './progress.ts'
import type { Finished, Look, Ready, Run, Suite } from './providers/provider.ts'
import { type Listener, type RemoteRun, remoteRun } from './remote-run.ts'
import type { KeptFolder } from './report-directory.ts'
import { endedSentence, resultsSoFar } from './results-so-far.ts'
import { NEVER_STARTED, shortId } from './run-id.ts'
import { startOnce } from './start-once.ts'
import type { StepLife } from './step.ts'
import { roundedSpan } from './time-spans.ts'
import { asTrouble, lastingTrouble, Trouble } from './trouble.ts'
import { cut } from './untrusted.ts'
import { type Attempt, attempt, attempted, type Manner, Stopped } from './wait.ts'

/** What a suite needs to run. */
export interface SuiteRun {
  readonly name: string
  readonly suite: Suite
  readonly step: StepLife
  readonly judge: Judge
  readonly log: Log
  readonly folder: KeptFolder
  redact(text: string): string
  readonly listener: Listener
}

/** A run under way, and the end of its log so far. */
interface Telling extends SuiteRun {
  readonly heard: LogEnd
}

type Facts = Pick<SuiteOutcome, 'conclusion' | 'reasons'> & Partial<SuiteOutcome>

/** Starts a run, waits for its end and judges it. Never rejects. */
export function runSuite(run: SuiteRun): Promise<SuiteOutcome> {
  return outcomeOf(run, async (remote, heard) =>
    judged({ ...run, heard }, remote, remote.open(await started(await prepared(run), run, remote)), 'after a gap'),
  )
}

/** Starts a run and leaves it. Never rejects. */
export function startSuite(run: SuiteRun): Promise<SuiteOutcome> {
  return outcomeOf(run, async (remote) => {
    const ready = await prepared(run)
    const id = await settledId(ready, await started(ready, run, remote), run, remote)
    return { conclusion: 'started', reasons: [`run ${shortId(id)} was started`] }
  })
}

/**
 * The run's own id, where the start's answer does not carry it; the provisional one when it does not come, or cannot be asked
 * for: the run was started, whatever is the matter with the question.
 */
async function settledId(ready: Ready, provisional: string, run: SuiteRun, remote: RemoteRun): Promise<string> {
  const { settled } = ready
  if (settled === undefined) return provisional
  const { clock } = run.step
  const end = clock.now() + SETTLING
  const ask = async (): Promise<Attempt<string>> => {
    const id = await settled().catch((thrown) => {
      if (clock.now() < end) throw thrown
      return 'not yet' as const
    })
    if (id !== 'not yet') remote.known(id)
    else if (clock.now() < end) return { percent: undefined }
    return { value: id === 'not yet' ? provisional : id }
  }
  return attempt(run.step, ask, patience(run)).catch((thrown) => {
    if (thrown instanceof Stopped) throw thrown
    run.log.trouble(`${run.name}: started, but its own id could not be asked for: `, asTrouble(thrown))
    return provisional
  })
}

/** Waits for a run that was started before, and judges it. Never rejects. */
export function collectSuite(run: SuiteRun, id: string | undefined): Promise<SuiteOutcome> {
  return outcomeOf(run, async (remote, heard) =>
    judged({ ...run, heard }, remote, reopened(remote, id), 'at once').catch((thrown) => {
      // The id came from elsewhere, so that a run which the vendor does not know is none.
      if (thrown instanceof Trouble && thrown.facts.persistence === 'missing') remote.forget()
      throw thrown
    }),
  )
}

/** Stops a run that was started before. Never rejects. */
export function cancelSuite(run: SuiteRun, id: string | undefined): Promise<SuiteOutcome> {
  return outcomeOf(run, async (remote) => {
    if (id === NEVER_STARTED) return { conclusion: 'cancelled', reasons: ['it was never started, so there is nothing to stop'] }
    const { cancel } = reopened(remote, id)
    if (cancel === undefined)
      throw lastingTrouble('config', 'mode is cancel, but this vendor offers no way to stop a run; remove this step')
    const answer = await attempt(run.step, cancelling(cancel, run.step.clock), patience(run)).catch(unlessCancelled)
    remote.over()
    const shown = shortId(id ?? '')
    return {
      conclusion: 'cancelled',
      reasons: [answer === 'sent' ? `run ${shown} was stopped` : `run ${shown} was over already`],
    }
  })
}

/** In mode `cancel` the conclusion `cancelled` says that it is done, and is green. */
function unlessCancelled(thrown: unknown): never {
  if (thrown instanceof Stopped && thrown.reason === 'cancelled')
    throw lastingTrouble('vendor', 'the workflow was cancelled while the run was being stopped')
  throw thrown
}

/** How long a vendor may put off what should take a moment, in milliseconds. */
const SETTLING = 60_000

function cancelling(cancel: NonNullable<Run['cancel']>, clock: Clock): () => Promise<Attempt<'sent' | 'over'>> {
  const end = clock.now() + SETTLING
  return async () => {
    const answer = await cancel()
    if (answer !== 'not yet') return { value: answer }
    if (clock.now() < end) return { percent: undefined }
    throw lastingTrouble('vendor', 'the vendor cannot stop the run yet, or does not know it; check run-id, and try again later')
  }
}

function reopened(remote: RemoteRun, id: string | undefined): Run {
  if (id === NEVER_STARTED)
    throw lastingTrouble('config', 'run-id is -, so this suite was not started; see the step that should have started it')
  if (id !== undefined) remote.known(id)
  return remote.open(id)
}

/** Makes an outcome of what happens in the story, and of every way in which it can break off. */
async function outcomeOf(run: SuiteRun, story: (remote: RemoteRun, heard: LogEnd) => Promise<Facts>): Promise<SuiteOutcome> {
  const { name, suite, step, log, listener, folder } = run
  const remote = remoteRun({ name, suite, step, log, listener })
  const heard = createLogEnd(run.redact)
  const facts = await story(remote, heard).catch((thrown) => brokenOff(run, remote, thrown))
  const end = heard.end()
  return {
    suite: name,
    files: folder.kept(),
    durationMs: remote.tookMs,
    ...(remote.id !== undefined && { runId: run.redact(remote.id) }),
    ...(remote.url !== undefined && { runUrl: run.redact(remote.url) }),
    ...(end.lines.length > 0 && { log: end }),
    ...(remote.isUnderWay && { isUnderWay: true }),
    ...facts,
    reasons: facts.reasons.map((reason) => run.redact(reason)),
  }
}

function prepared(run: SuiteRun): Promise<Ready> {
  return attempt(run.step, async () => attempted<Ready>(await run.suite.prepare()), patience(run))
}

async function started(ready: Ready, run: SuiteRun, remote: RemoteRun): Promise<string> {
  const id = await startOnce(ready, run.step, remote, patience(run))
  run.log.say(`${run.name}: started, run ${shortId(id)}`)
  return id
}

async function judged(run: Telling, remote: RemoteRun, opened: Run, firstLook: 'at once' | 'after a gap'): Promise<Facts> {
  run.judge.begin()
  const end = await untilFinished(opened, run, remote, firstLook)
  run.log.say(`${run.name}: over, fetching the results`)
  const results = await attempt(run.step, async () => ({ value: await opened.collect(end, run.folder) }), patience(run))
  for (const warning of results.warnings) run.log.say(`${run.name}: ${warning}`)
  const { log, ...told } = mapTexts(results, run.redact)
  return { ...(await run.judge.suite(run.name, told)), ...(log !== undefined && { log }) }
}

/** A status call right after the start may not find the run yet, in milliseconds. */
const NOT_YET = 60_000

async function untilFinished(
  opened: Run,
  run: Telling,
  remote: RemoteRun,
  firstLook: 'at once' | 'after a gap',
): Promise<Finished> {
  const isDue = createCadence(run.step.clock)
  const begin = run.step.clock.now()
  const look = async (): Promise<Attempt<Finished>> => {
    const seen = await opened.look()
    run.log.sections(run.name, seen.log ?? [])
    run.heard.add(seen.log ?? [])
    if (seen.state !== 'running') remote.over()
    if (seen.state === 'finished') return { value: seen }
    if (seen.state === 'ended') throw lastingTrouble(seen.kind, seen.reason, seen.said)
    if (isDue()) run.log.say(`${run.name}: ${howFar(seen)}, ${roundedSpan(run.step.clock.now() - begin)} so far`)
    return { percent: seen.progress?.percent }
  }
  return attempt(run.step, look, { ...patience(run), gapFirst: firstLook === 'after a gap', missingIsNotYetMs: NOT_YET })
}

function howFar({ progress }: Extract<Look, { state: 'running' }>): string {
  if (progress === undefined) return 'running'
  const text = progress.text === undefined ? '' : ` (${progress.text})`
  return `running, ${Math.floor(progress.percent)} %${text}`
}

function patience({ name, log }: SuiteRun): Manner {
  return {
    onTrouble: (trouble, gapMs) => log.trouble(`${name}: trying again in ${roundedSpan(gapMs)}: `, trouble),
  }
}

/** A story that broke off: what is still under way is stopped where the vendor can, and what is known already is kept. */
async function brokenOff(run: SuiteRun, remote: RemoteRun, thrown: unknown): Promise<Facts> {
  const stopping = remote.stop(thrown instanceof Stopped ? 'the wait' : 'an error')
  // Side by side: neither a vendor that hangs nor a disk that does takes the other's time.
  const [left, results] = await Promise.all([stopping, resultsSoFar(run, remote.opened)])
  const known = results === undefined ? {} : { results }
  const ended = results === undefined ? [] : [endedSentence(results)]
  if (thrown instanceof Stopped) {
    const why = thrown.reason === 'cancelled' ? 'the workflow was cancelled' : 'the time limit (timeout-minutes) was reached'
    const { message, facts } = thrown.trouble ?? {}
    const reason = message === undefined ? `${why}; ${left}` : `${why}; ${left}; the last error was: ${message}`
    return { conclusion: thrown.reason, reasons: [reason, ...ended], ...saidIn(run, facts?.said), ...known }
  }
  const trouble = asTrouble(thrown)
  const { message, facts } = trouble
  run.log.trouble(`${run.name}: `, trouble)
  const reasons = remote.id === undefined ? [message] : [message, left]
  return {
    conclusion: 'error',
    errorKind: facts.kind,
    reasons: [...reasons, ...ended],
    ...saidIn(run, facts.said),
    ...known,
  }
}

/** What the vendor said is kept by its beginning, in characters: the piece of it that was read is longer, and ends where it was cut. */
const LONGEST_SAID = 32 * 1024

function saidIn({ redact }: SuiteRun, said: string | undefined): Pick<SuiteOutcome, 'said'> {
  return said === undefined ? {} : { said: cut(redact(said), LONGEST_SAID) }
}
