/** What many stories came to, in figures that can be added up. */
import { cancelDelay, exitDelay, isUnknownStart, violations } from './invariants.ts'
import type { Story } from './play.ts'

/** A broken invariant, with the number that plays the schedule again. */
export interface Finding {
  readonly seed: number
  readonly invariant: string
  readonly detail: string
}

/** An outage of the vendor, and whether the step lived through it. */
export interface Outage {
  readonly lastsMs: number
  readonly survived: boolean
}

/** The figures; each can be added to another. */
export interface Tally {
  schedules: number
  requests: number
  faults: number
  /** Steps by how they ended. */
  readonly endings: Record<string, number>
  readonly violations: Record<string, number>
  readonly findings: Finding[]
  /** Vendors that pass, and only hiccups in the way. */
  readonly calm: { schedules: number; green: number; lostStart: number; falseRed: number }
  /** Steps that were red though they should be green, by what they said. */
  readonly falseReds: Finding[]
  readonly outages: Outage[]
  readonly interruptions: { cancel: number; kill: number }
  /** Runs under way at a vendor that can cancel, of which no id ever reached the action. */
  runsOfUnknownId: number
  /** Milliseconds of virtual time; the longest of each. */
  readonly longest: { overshoot: number; cancelDelay: number; exitDelay: number }
}

/** Nothing yet. */
export function emptyTally(): Tally {
  return {
    ...{ schedules: 0, requests: 0, faults: 0, endings: {}, violations: {}, findings: [], falseReds: [], outages: [] },
    ...{ calm: { schedules: 0, green: 0, lostStart: 0, falseRed: 0 }, interruptions: { cancel: 0, kill: 0 }, runsOfUnknownId: 0 },
    longest: { overshoot: 0, cancelDelay: 0, exitDelay: 0 },
  }
}

/** Adds one story. */
export function count(tally: Tally, seed: number, story: Story): void {
  const { schedule, processes, requests, struck, interrupted, vendor, underWay } = story
  tally.schedules += 1
  tally.requests += requests.length
  tally.faults += struck.length
  const steps = processes.filter(({ phase }) => phase === 'main')
  for (const { outputs, ending } of steps) bump(tally.endings, ending === 'by itself' ? endingOf(outputs) : ending)
  for (const { invariant, detail } of violations(story)) {
    bump(tally.violations, invariant)
    tally.findings.push({ seed, invariant, detail: detail.slice(0, 600) })
  }
  const [first] = steps
  const isGreen = first?.exitCode === 0
  if (schedule.profile === 'calm') countCalm(tally, seed, story, isGreen)
  if (schedule.outage !== undefined) tally.outages.push({ lastsMs: schedule.outage.lastsMs, survived: isGreen })
  if (interrupted !== undefined && schedule.interruption !== undefined) tally.interruptions[schedule.interruption.kind] += 1
  if (vendor.canCancel && schedule.way === 'run' && isUnknownStart(processes)) tally.runsOfUnknownId += underWay
  countLongest(tally, story)
}

function countCalm({ calm, falseReds }: Tally, seed: number, { vendor, struck, processes }: Story, isGreen: boolean): void {
  calm.schedules += 1
  const isLost = struck.some(({ request, kind }) => request.operation === vendor.startOperation && kind === 'lost')
  if (isGreen) calm.green += 1
  else if (isLost) calm.lostStart += 1
  else {
    calm.falseRed += 1
    const outputs = processes[0]?.outputs
    falseReds.push({ seed, invariant: outputs?.get('conclusion') ?? '', detail: outputs?.get('message') ?? '' })
  }
}

function countLongest({ longest }: Tally, story: Story): void {
  const allowed = story.schedule.timeoutMinutes * 60_000
  const steps = story.processes.filter(({ phase, ending }) => phase === 'main' && ending === 'by itself')
  longest.overshoot = Math.max(longest.overshoot, ...steps.map(({ beganAt, endedAt }) => endedAt - beganAt - allowed))
  longest.cancelDelay = Math.max(longest.cancelDelay, cancelDelay(story) ?? 0)
  longest.exitDelay = Math.max(longest.exitDelay, exitDelay(story) ?? 0)
}

function endingOf(outputs: ReadonlyMap<string, string>): string {
  const kind = outputs.get('error-kind') ?? ''
  return `${outputs.get('conclusion')}${kind === '' ? '' : ` (${kind})`}`
}

function bump(counts: Record<string, number>, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by
}

/** Adds one tally to another. */
export function addTally(sum: Tally, more: Tally): void {
  sum.schedules += more.schedules
  sum.requests += more.requests
  sum.faults += more.faults
  for (const [name, times] of Object.entries(more.endings)) bump(sum.endings, name, times)
  for (const [name, times] of Object.entries(more.violations)) bump(sum.violations, name, times)
  sum.findings.push(...more.findings)
  sum.falseReds.push(...more.falseReds)
  sum.outages.push(...more.outages)
  for (const key of ['schedules', 'green', 'lostStart', 'falseRed'] as const) sum.calm[key] += more.calm[key]
  for (const key of ['cancel', 'kill'] as const) sum.interruptions[key] += more.interruptions[key]
  for (const key of ['overshoot', 'cancelDelay', 'exitDelay'] as const)
    sum.longest[key] = Math.max(sum.longest[key], more.longest[key])
  sum.runsOfUnknownId += more.runsOfUnknownId
}
