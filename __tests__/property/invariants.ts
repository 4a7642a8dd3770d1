/** What must hold of every story. Each check gives the sentences that do not. */
import { provesPass, type Schedule, type SuitePlan } from './plan.ts'
import type { Story } from './play.ts'
import type { ProcessRecord } from './process.ts'
import { foreignCommands, leaks, outputsBroken, sizesBroken } from './told.ts'

/** Something that must never happen. */
export interface Violation {
  readonly invariant: Invariant
  readonly detail: string
}

/** The invariants by their names. */
export type Invariant =
  | 'green only when proved'
  | 'at most one start'
  | 'no run left behind'
  | 'no credential anywhere'
  | 'no foreign command'
  | 'deadline kept'
  | 'exit soon after a signal'
  | 'cancel sent soon after a signal'
  | 'rate limits kept'
  | 'no two looks within 500 ms'
  | 'sizes kept'
  | 'always ends'
  | 'outputs complete'
  | 'nothing strays'
  | 'the simulator holds'

type Check = (story: Story) => string[]

/** All that does not hold of a story. */
export function violations(story: Story): Violation[] {
  return Object.entries(CHECKS).flatMap(([name, check]) =>
    check(story).map((detail) => ({ invariant: invariantNamed(name), detail })),
  )
}

function invariantNamed(name: string): Invariant {
  const found = NAMES.find((each) => each === name)
  if (found === undefined) throw new Error(`There is no invariant '${name}'`)
  return found
}

const SECOND = 1000
const LEAST_GAP = 500
const DEADLINE_SLACK = 5 * SECOND

/** The providers that fetch files, which may come from hosts that the inputs name. */
const DOWNLOADING = ['kore-batch', 'omilia', 'omilia-generation']

const mains = ({ processes }: Story): ProcessRecord[] => processes.filter(({ phase }) => phase === 'main')

const CHECKS: Readonly<Record<Invariant, Check>> = {
  'green only when proved': (story) => mains(story).flatMap((record) => (record.exitCode === 0 ? unproved(story, record) : [])),
  'at most one start': ({ fates }) =>
    fates.flatMap(({ started }, place) => (started > 1 ? [`suite ${place + 1} was started ${started} times`] : [])),
  'no run left behind': leftBehind,
  'no credential anywhere': leaks,
  'no foreign command': ({ processes }) => processes.flatMap(foreignCommands),
  'deadline kept': (story) => mains(story).flatMap((record) => deadlineBroken(story, record)),
  'exit soon after a signal': exitLate,
  'cancel sent soon after a signal': (story) => {
    const late = cancelDelay(story)
    return late !== undefined && late > SECOND ? [`after ${late} ms`] : []
  },
  'rate limits kept': rateLimitsBroken,
  'no two looks within 500 ms': looksTooClose,
  'sizes kept': ({ processes }) => processes.flatMap(sizesBroken),
  'always ends': ({ processes }) =>
    processes.flatMap(({ ending, thrown }) =>
      ending === 'never' || ending === 'threw' ? [`${ending}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`] : [],
    ),
  'outputs complete': (story) => mains(story).flatMap(outputsBroken),
  'nothing strays': ({ strayed, schedule }) => {
    const isFile = schedule.foreignAllowed && DOWNLOADING.includes(schedule.provider)
    return isFile ? [] : strayed.map(({ method, target }) => `${method} ${target} reached another origin`)
  },
  'the simulator holds': ({ accident }) =>
    accident === undefined ? [] : [String(accident instanceof Error ? (accident.cause ?? accident) : accident)],
}

const NAMES = Object.keys(CHECKS).filter((name): name is Invariant => name in CHECKS)

function unproved({ schedule, fates, underWay, vendor, struck }: Story, { outputs }: ProcessRecord): string[] {
  const conclusion = outputs.get('conclusion')
  if (conclusion === 'started') {
    // A vendor that says in its own words that it started what it did not is believed; a suite without cases has no runs.
    const isTold = struck.some(({ request, kind }) => kind === 'lasting' && request.operation === vendor.startOperation)
    const isEmpty = (place: number): boolean => schedule.provider === 'kapso' && isWithoutCases(planOf(schedule, place))
    const isThere = fates.every(({ started }, place) => started === 1 || isEmpty(place))
    return isThere || isTold ? [] : ['started, and no run is there']
  }
  if (conclusion === 'cancelled')
    return vendor.canCancel && underWay > 0 && !isRevocationFaked(struck) ? ['cancelled, and the run goes on'] : []
  if (conclusion !== 'passed') return [`exit code 0 with the conclusion ${conclusion}`]
  return fates.flatMap(({ started, isOver }, place) => {
    const plan = planOf(schedule, place)
    const isProved = plan !== undefined && provesPass(plan) && started === 1 && isOver
    return isProved ? [] : [`suite ${place + 1} is green, started ${started}, over ${isOver}, plan ${JSON.stringify(plan)}`]
  })
}

/** The vendors that script runs by the order of their starts play the first plan for all suites. */
function planOf({ suites, provider }: Story['schedule'], place: number) {
  return provider === 'kore-batch' || provider === 'kapso' ? suites[place] : suites[0]
}

function isWithoutCases(plan: SuitePlan | undefined): boolean {
  return plan !== undefined && plan.good + plan.bad === 0
}

/** Where the vendor can cancel, and nothing but hiccups keeps it from answering. */
function leftBehind(story: Story): string[] {
  const { schedule, vendor, underWay, processes, struck } = story
  const isHindered =
    schedule.weather.isWild || schedule.strikes.length > 0 || schedule.lie !== undefined || schedule.outage !== undefined
  const isMeant = schedule.way !== 'run'
  if (!vendor.canCancel || underWay === 0 || isHindered || isMeant || isRevocationFaked(struck)) return []
  // A start that was repeated is looked for no more: what came since its first try can be anybody's.
  const isRepeated = struck.some(({ request }) => request.operation === vendor.startOperation)
  return isUnknownStart(processes) && isRepeated ? [] : [`${underWay} runs go on after ${processes.length} processes`]
}

/** Whether a success was answered to a revocation in the vendor's place, which nobody can tell from its own. */
function isRevocationFaked(struck: Story['struck']): boolean {
  return struck.some(
    ({ request, name, kind }) => request.operation === 'revoke' && (kind === 'lasting' || name === 'nothing in place of data'),
  )
}

/** Whether the action said that a run may be under way of which it knows no id. */
export function isUnknownStart(processes: readonly ProcessRecord[]): boolean {
  return processes.some(({ stdout, outputs }) => /may be under way/.test(`${stdout}${outputs.get('message') ?? ''}`))
}

function deadlineBroken({ schedule }: Story, { outputs, beganAt, endedAt }: ProcessRecord): string[] {
  const allowed = schedule.timeoutMinutes * 60 * SECOND
  const took = endedAt - beganAt
  if (took > allowed + DEADLINE_SLACK) return [`ended ${took - allowed} ms after the deadline`]
  const isEarly = outputs.get('conclusion') === 'timed-out' && took < allowed - DEADLINE_SLACK
  return isEarly ? [`timed out ${allowed - took} ms before the deadline`] : []
}

/** Milliseconds between a signal and the end of the process that got it. */
export function exitDelay({ interrupted, processes, schedule }: Story): number | undefined {
  const record = processes[interrupted?.process ?? -1]
  if (interrupted === undefined || record === undefined || schedule.interruption?.kind !== 'cancel') return undefined
  return record.endedAt - interrupted.at
}

function exitLate(story: Story): string[] {
  const delay = exitDelay(story)
  return delay !== undefined && delay > DEADLINE_SLACK ? [`${delay} ms after the signal`] : []
}

/** Milliseconds between a signal and the first thing that is done to stop a known run that goes on; undefined where there is none. */
export function cancelDelay(story: Story): number | undefined {
  const { interrupted, processes, schedule, vendor, requests, underWay } = story
  if (interrupted === undefined || schedule.interruption?.kind !== 'cancel' || !vendor.canCancel || schedule.way !== 'run')
    return undefined
  const record = processes[interrupted.process]
  const hadRun = record?.outputs.get('conclusion') === 'cancelled' && (record.outputs.get('run-id') ?? '') !== ''
  const wasOpen = underWay > 0 || requests.some(({ operation, at }) => operation === 'revoke' && at >= interrupted.at)
  if (record === undefined || !hadRun || !wasOpen) return undefined
  const first = requests.find(({ operation, at }) => (operation === 'run' || operation === 'revoke') && at >= interrupted.at)
  return first === undefined ? Number.POSITIVE_INFINITY : first.at - interrupted.at
}

/** What adding and subtracting times can lose, in milliseconds. */
const ROUNDING = 0.001

/** Of one step: what another step of the job, such as the one that started, has asked before, nobody tells it. */
function rateLimitsBroken({ vendor, requests, schedule }: Story): string[] {
  if (schedule.way !== 'run') return []
  const times = new Map<string, { at: number[]; calls: number; perMs: number }>()
  for (const request of requests) {
    for (const { key, calls, perMs } of vendor.limits(request)) {
      const entry = times.get(key) ?? { at: [], calls, perMs }
      entry.at.push(request.at)
      times.set(key, entry)
    }
  }
  return [...times].flatMap(([key, { at, calls, perMs }]) => {
    const broken = at.find((time, index) => index >= calls && perMs - (time - (at[index - calls] ?? 0)) > ROUNDING)
    return broken === undefined ? [] : [`${key}: more than ${calls} calls in ${perMs} ms`]
  })
}

/**
 * Where a look cannot be told from other questions: what a step that only stops a run asks, an id that somebody made up for the
 * vendor, and publishing, where one call both finds a publish whose start's answer was lost and looks at it.
 */
function asksInOtherWays({ way, provider }: Schedule, { startOperation }: Story['vendor'], struck: Story['struck']): boolean {
  const ofStart = struck.filter(({ request }) => request.operation === startOperation).map(({ kind }) => kind)
  return way === 'start, cancel' || ofStart.includes('lasting') || (provider === 'kore-publish' && ofStart.includes('lost'))
}

/**
 * Looks of one wait at the same run. What is not one: what is asked before and right after a start, or to find the run of a
 * start whose answer was lost, a look that is repeated with a fresh token after a 401, and what a stop or another process asks.
 */
function looksTooClose({ schedule, vendor, requests, processes, interrupted, struck }: Story): string[] {
  const before = new Map<string, number>()
  const borders = processes.flatMap(({ beganAt, endedAt }) => [beganAt, beganAt + schedule.timeoutMinutes * 60 * SECOND, endedAt])
  if (asksInOtherWays(schedule, vendor, struck)) return []
  // A stop asks first whether the run can be revoked.
  const stops = new Set(requests.filter(({ operation }) => operation === 'revoke').map(({ at }) => at))
  const ended = new Set(struck.filter(({ kind }) => kind === 'lasting').map(({ request }) => request.at))
  return requests.flatMap((request) => {
    if (request.operation === vendor.startOperation) before.clear()
    const run = vendor.lookedAt(request)
    if (run === undefined) return []
    const last = before.get(run)
    before.set(run, request.at)
    if (last === undefined || request.at - last >= LEAST_GAP) return []
    const isOther =
      borders.some((border) => border >= last && border <= request.at) ||
      (interrupted !== undefined && request.at >= interrupted.at)
    return isOther || ended.has(last) || stops.has(request.at)
      ? []
      : [`${request.at - last} ms between two looks at ${run}, at ${request.at}`]
  })
}
