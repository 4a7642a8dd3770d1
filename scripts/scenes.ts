/** What the screenshots show: outcomes of the bundled action against simulated vendors, and what is made of several of them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOSTILE_TEXTS } from '../__tests__/support/hostile-texts.ts'
import { runAction } from '../__tests__/support/runner.ts'
import { DEMO_SUITES, startDemo } from '../simulator/demo.ts'
import { startKapsoDemo } from '../simulator/kapso/demo.ts'
import { scored, testCase } from '../simulator/kapso/test-case.ts'
import type { KoreBatch } from '../simulator/kore/batch.ts'
import { entity, mistaken, type Utterance, understood } from '../simulator/kore/batch-suite.ts'
import { type Omilia, startOmilia } from '../simulator/omilia/studio.ts'
import { failed, passed } from '../simulator/omilia/test-case.ts'
import { compareSuite } from '../src/comparison.ts'
import { merge } from '../src/merge.ts'
import { type StepOutcome, sumCounts, type TrendPoint, worstMetrics } from '../src/outcome.ts'
import { LOG_FILE, type LogLine, passRate } from '../src/results.ts'
import { parseStoredStep } from '../src/stored-step.ts'

/** One outcome by a name that a file can have. */
export interface Scene {
  readonly name: string
  readonly outcome: StepOutcome
}

/** How long a run takes at a simulated vendor, in milliseconds. */
const RUN = { runsLastMs: 300 }
const DAY = 24 * 60 * 60_000
const REPOSITORY = 'https://github.com/octo-org/octo-bot/actions/runs'
const SUITE = 'Flight booking'
/** A suite of which one case never ends. */
const UNFINISHED = 'Parcel complaints'
const endless = testCase('Call me back', {}, { lastsMs: Number.POSITIVE_INFINITY })

/** All scenes. `action` is the folder of the `action.yml` to run. Rejects when a step leaves no report that can be read. */
export async function playScenes(action: string): Promise<Scene[]> {
  const kore = await startDemo(RUN)
  const kapso = await startKapsoDemo(RUN)
  const omilia = await startOmilia()
  try {
    for (const [index, name] of HUGE.entries()) kore.suite(name, thousand(index))
    kapso.suite(UNFINISHED, [testCase('Where is my parcel?'), scored('Refund', 0.2, 'It promised too much.'), endless])
    kore.suite(HOSTILE_SUITE, hostile())
    const play = (suites: string) => playStep(action, { ...koreInputs(kore), suite: suites })
    const { apiKey, agentId } = kapso.behaviour
    const judged = { provider: 'kapso', 'base-url': kapso.base, 'api-key': apiKey, 'agent-id': agentId, suite: 'Complaints' }
    const compared = await playComparison(kore, () => play(SUITE))
    const several = await play([...DEMO_SUITES.keys()].join('\n'))
    const complaints = await playStep(action, judged)
    return [
      { name: 'passing', outcome: await play('Regression') },
      { name: 'failing', outcome: await play(SUITE) },
      { name: 'judged', outcome: complaints },
      { name: 'unfinished', outcome: await playStep(action, { ...judged, suite: UNFINISHED, 'timeout-minutes': '0.05' }) },
      { name: 'logged', outcome: await playLogged(action, omilia) },
      { name: 'several', outcome: several },
      { name: 'compared', outcome: compared },
      { name: 'merged', outcome: merged([several, complaints, compared]) },
      { name: 'huge', outcome: await play(HUGE.join('\n')) },
      { name: 'hostile', outcome: await play(HOSTILE_SUITE) },
    ]
  } finally {
    await Promise.all([kore.close(), kapso.close(), omilia.close()])
  }
}

function koreInputs({ address, behaviour }: KoreBatch): Record<string, string> {
  const { botId, clientId, clientSecret } = behaviour
  return {
    provider: 'kore-batch',
    'base-url': address,
    'bot-id': botId,
    'client-id': clientId,
    'client-secret': clientSecret,
  }
}

/** Runs the action, and reads what it found out from the report that it left. */
async function playStep(action: string, inputs: Readonly<Record<string, string>>): Promise<StepOutcome> {
  return (await playedStep(action, inputs)).outcome
}

/** The same, with the folder of the step's files. */
async function playedStep(action: string, inputs: Readonly<Record<string, string>>) {
  const common = { artifact: 'false', 'poll-interval-seconds': '0.5' }
  const { main } = await runAction({ directory: action, inputs: { ...common, ...inputs } })
  const path = main.outputs['ctrf-path'] ?? ''
  if (path === '') throw new Error(`the action left no report: ${main.log.join('\n')}`)
  const stored = parseStoredStep(await readFile(path))
  if (stored.state === 'unreadable') throw new Error(`${join(path)} ${stored.problem}`)
  return { outcome: stored.outcome, folder: main.outputs['report-directory'] ?? '' }
}

/** A run whose vendor gives a log, which is in no report that can be read back, but in a file of its own. */
async function playLogged(action: string, omilia: Omilia): Promise<StepOutcome> {
  const names = Array.from({ length: 60 }, (_, index) => `test case ${index + 1}`)
  const cases = names.map((name, index) => (index === 40 ? failed(name) : passed(name)))
  omilia.project('Airline', { cases })
  const { apiKey } = omilia.behaviour
  const inputs = { provider: 'omilia', suite: 'Airline', 'base-url': omilia.baseUrl, 'api-key': apiKey }
  const { outcome, folder } = await playedStep(action, inputs)
  const lines = logLines(await readFile(join(folder, 'vendor', 'Airline', LOG_FILE), 'utf8'))
  return { ...outcome, suites: outcome.suites.map((suite) => ({ ...suite, log: { lines, leftOut: 0 } })) }
}

function logLines(text: string): LogLine[] {
  let section = ''
  return text.split('\n').flatMap((line) => {
    const title = /^== (.*) \(\S+\)$/.exec(line)?.[1]
    section = title ?? section
    return title === undefined ? [{ section, text: line }] : []
  })
}

/** A week of the branch main, and then a change that broke two things. */
async function playComparison(kore: KoreBatch, play: () => Promise<StepOutcome>): Promise<StepOutcome> {
  const now = DEMO_SUITES.get(SUITE) ?? []
  const week: StepOutcome[] = []
  for (const broken of [6, 5, 5, 3, 4, 2]) {
    kore.suite(SUITE, earlier(now, broken))
    week.push(await play())
  }
  kore.suite(SUITE, now)
  const outcome = await play()
  const baseline = {
    branch: 'main',
    runUrl: `${REPOSITORY}/106`,
    trend: week.map((each, index) => point(each, week.length - index)),
  }
  const suites = outcome.suites.map((suite, index) => {
    const comparison = suite.results && compareSuite(suite.results, week.at(-1)?.suites[index], 0)
    return typeof comparison === 'object' ? { ...suite, comparison } : suite
  })
  return { ...outcome, suites, baseline }
}

/** The suite as it was: other utterances failed, and one was not there yet. */
function earlier(utterances: readonly Utterance[], broken: number): Utterance[] {
  const kept = utterances.slice(1).map((each, index) => {
    const isBroken = index >= utterances.length - 1 - broken
    return { ...each, matchedIntent: isBroken ? 'None' : each.expectedIntent }
  })
  return [...kept, understood('is there a lounge', 'Lounge Access')]
}

function point(outcome: StepOutcome, daysAgo: number): TrendPoint {
  const rate = passRate(sumCounts(outcome.suites))
  return {
    finishedAt: outcome.finishedAt - daysAgo * DAY,
    runUrl: `${REPOSITORY}/${107 - daysAgo}`,
    metrics: worstMetrics(outcome.suites),
    ...(rate !== undefined && { passRate: rate }),
  }
}

/** The outcomes as those of three jobs, of which one more was expected. */
function merged(outcomes: readonly StepOutcome[]): StepOutcome {
  const read = outcomes.map((outcome, index) => ({
    artifact: { name: `agent-test-gate-tests-${index}-1`, url: `${REPOSITORY}/106/artifacts/${index + 1}` },
    step: { ...outcome, origin: { job: 'tests', index, step: 'gate', attempt: 1 } },
  }))
  const { judgement, provider, noun, suites } = merge(read, { expected: outcomes.length, mustPass: [], attempt: 1 })
  const [first] = outcomes
  const times = { startedAt: first?.startedAt ?? 0, finishedAt: first?.finishedAt ?? 0 }
  const gate = 'each artifact keeps the verdict of its own job, and the worst counts'
  return { ...judgement, provider, noun, suites, gate, mode: 'report', message: judgement.reasons.join('; '), ...times }
}

/** The vendor takes no larger suites than these. */
const HUGE = Array.from({ length: 10 }, (_, index) => `Cities ${index + 1}`)

function thousand(suite: number): Utterance[] {
  return Array.from({ length: 1_000 }, (_, index) => {
    const input = `book a flight to city ${1_000 * suite + index + 1} for ${1 + (index % 5)}`
    return index % 20 < suite - 4
      ? mistaken(input, 'Book Flight', 'Change Booking', entity('City', `city ${index + 1}`))
      : understood(input, 'Book Flight', entity('City', `city ${index + 1}`))
  })
}

const HOSTILE_SUITE = '<img src=x onerror=alert(1)> [click](javascript:alert(1)) @octocat'

function hostile(): Utterance[] {
  return Object.values(HOSTILE_TEXTS).map((text) => mistaken(text, text, `not ${text}`, entity(text.slice(0, 40), text, 'x')))
}
