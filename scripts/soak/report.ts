/** The report of a soak as Markdown. */
import type { Outage, Tally } from '../../__tests__/property/tally.ts'
import type { TextFigures } from './texts.ts'

/** The circumstances of a run. */
export interface Circumstances {
  /** Absent as long as no texts were tried. */
  readonly texts?: TextFigures | undefined
  readonly firstSeed: number
  readonly seconds: number
  readonly workers: number
}

/** The figures in a table with their goals, and below it what was found. */
export function soakReport(tally: Tally, { firstSeed, seconds, workers, texts }: Circumstances): string {
  const rows = [...figures(tally), ...textRows(texts)].map(([name, goal, value]) => `| ${name} | ${goal} | ${value} |`)
  const perSchedule = ((seconds * 1000 * workers) / Math.max(1, tally.schedules)).toFixed(1)
  const head = `${tally.schedules} schedules from seed ${firstSeed} in ${Math.round(seconds)} s with ${workers} workers (${perSchedule} ms each and worker); ${tally.requests} requests, ${tally.faults} of them met a fault.`
  const found = tally.findings.slice(0, 200).map(({ seed, invariant, detail }) => `- ${seed} ${invariant}: ${inOneLine(detail)}`)
  const reds = tally.falseReds.slice(0, 50).map(({ seed, invariant, detail }) => `- ${seed} ${invariant}: ${inOneLine(detail)}`)
  return [
    ...['# Soak', '', head, '', '| measure | goal | measured |', '|---|---|---|', ...rows, ''],
    ...['## How the steps ended', '', '| conclusion | steps |', '|---|---|', ...endings(tally), ''],
    ...['## Invariants that did not hold', '', ...(found.length === 0 ? ['None.'] : found), ''],
    ...['## Red though nothing but hiccups happened after the start', '', ...(reds.length === 0 ? ['None.'] : reds), ''],
  ].join('\n')
}

type Row = readonly [name: string, goal: string, value: string]

function figures(tally: Tally): Row[] {
  const { calm, longest, violations } = tally
  const broken = (invariant: string): string => String(violations[invariant] ?? 0)
  const share = (part: number): string =>
    `${part} of ${calm.schedules} (${((100 * part) / Math.max(1, calm.schedules)).toFixed(3)} %)`
  return [
    ['false greens', '0', broken('green only when proved')],
    ['second starts', '0', broken('at most one start')],
    ['runs left behind where the vendor can cancel', '0', broken('no run left behind')],
    ['the same, of which no id ever reached the action, and told', 'reported', String(tally.runsOfUnknownId)],
    ['interruptions: SIGINT and SIGKILL', '', `${tally.interruptions.cancel} and ${tally.interruptions.kill}`],
    ['false reds at 5 % transient faults a request, start acknowledged', '≤ 0.1 %', share(calm.falseRed)],
    ["red because the start's answer was lost, at the same rate", 'reported', share(calm.lostStart)],
    ['longest outage survived, shortest not survived', '≥ 4 min', outageRange(tally.outages)],
    ['cancel sent after SIGINT, longest', '≤ 1 s', `${Math.round(longest.cancelDelay)} ms`],
    ['exit after SIGINT, longest', '≤ 5 s', `${Math.round(longest.exitDelay)} ms`],
    ['end after the deadline, longest', '≤ 5 s', `${Math.round(longest.overshoot)} ms`],
    ['credentials found in any place', '0', broken('no credential anywhere')],
    ['foreign runner commands obeyed', '0', broken('no foreign command')],
    ['broken rate limits', '0', broken('rate limits kept')],
    ['looks within 500 ms of each other', '0', broken('no two looks within 500 ms')],
    ['size limits broken', '0', broken('sizes kept')],
    ['steps without an end', '0', broken('always ends')],
    ['findings in all', '0', String(tally.findings.length)],
  ]
}

function textRows(texts: TextFigures | undefined): Row[] {
  if (texts === undefined) return []
  return [
    [`foreign runner commands accepted in ${texts.texts} hostile texts`, '0', String(texts.accepted)],
    [`secrets seen in ${texts.echoes} texts that hold one in some form, whole or cut`, '0', String(texts.seen)],
  ]
}

function outageRange(outages: readonly Outage[]): string {
  const inSeconds = (ms: number): string => `${Math.floor(ms / 1000)} s`
  const survived = outages.filter((each) => each.survived).map(({ lastsMs }) => lastsMs)
  const lost = outages.filter((each) => !each.survived).map(({ lastsMs }) => lastsMs)
  const longest = survived.length === 0 ? 'none' : inSeconds(Math.max(...survived))
  const shortest = lost.length === 0 ? 'none' : inSeconds(Math.min(...lost))
  return `${longest}, ${shortest} (${outages.length} outages)`
}

function endings({ endings: counts }: Tally): string[] {
  return Object.entries(counts)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, times]) => `| ${name} | ${times} |`)
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 400)
}
