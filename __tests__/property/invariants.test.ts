/** Each invariant is seen to fail: a story in which all is well, with one thing in it that must never happen. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import '../core/one-realm.ts'
import { violations } from './invariants.ts'
import type { Schedule } from './plan.ts'
import { endPlay, play, type Story } from './play.ts'
import type { ProcessRecord } from './process.ts'

const SUITE = { good: 2, bad: 0, end: 'honest', contradiction: 0, lastsMs: 40_000, words: [] } as const
const WELL: Schedule = {
  ...{ profile: 'interrupted', provider: 'omilia', suites: [SUITE], way: 'run', timeoutMinutes: 5, pollSeconds: 5 },
  ...{ maxParallel: 1, weather: { rate: 0, isWild: false, seed: 1 }, strikes: [], text: 0, echo: 0, foreignAllowed: false },
}
const CANCELLED: Schedule = {
  ...WELL,
  interruption: { kind: 'cancel', moment: { after: 'time', ms: 20_000 } },
}

let well: Story
let cancelled: Story

beforeAll(async () => {
  well = await play(WELL)
  cancelled = await play(CANCELLED)
  // Real milliseconds, on a machine that does much else.
}, 60_000)

afterAll(endPlay)

/** The invariants that a story breaks. */
function broken(story: Story): string[] {
  return [...new Set(violations(story).map(({ invariant }) => invariant))]
}

/** The story with its step changed. */
function withStep(story: Story, changes: Partial<ProcessRecord>): Story {
  return { ...story, processes: story.processes.map((each) => (each.phase === 'main' ? { ...each, ...changes } : each)) }
}

function stepOf({ processes }: Story): ProcessRecord {
  const [step] = processes
  if (step === undefined) throw new Error('There is no step')
  return step
}

function withOutput(story: Story, name: string, value: string): Story {
  return withStep(story, { outputs: new Map([...stepOf(story).outputs, [name, value]]) })
}

test('nothing is broken in a story in which all is well', () => {
  expect([stepOf(well).outputs.get('conclusion'), stepOf(cancelled).outputs.get('conclusion')]).toEqual(['passed', 'cancelled'])
  expect([broken(well), broken(cancelled)]).toEqual([[], []])
})

const key = (): string => well.vendor.credentials[0] ?? ''
const looks = () => well.requests.filter((request) => well.vendor.lookedAt(request) !== undefined)

test.each<[string, () => Story]>([
  ['green only when proved', () => ({ ...well, schedule: { ...well.schedule, suites: [{ ...SUITE, bad: 1 }] } })],
  ['green only when proved', () => ({ ...well, fates: [{ started: 1, isOver: false }] })],
  ['at most one start', () => ({ ...cancelled, fates: [{ started: 2, isOver: true }] })],
  ['no run left behind', () => ({ ...cancelled, underWay: 1 })],
  ['no credential anywhere', () => withStep(well, { summaries: [`so ${key()}`] })],
  ['no credential anywhere', () => withStep(well, { summaries: [Buffer.from(`x${key()}`).toString('base64')] })],
  [
    'no credential anywhere',
    () => ({ ...well, files: [{ path: 'f', bytes: Buffer.from(encodeURIComponent(key())), isOurs: true, isUploaded: false }] }),
  ],
  ['no foreign command', () => withStep(well, { stdout: `${stepOf(well).stdout}hello ##[error]owned\n` })],
  ['no foreign command', () => withStep(well, { stdout: `${stepOf(well).stdout}hello\r::error::owned\n` })],
  ['deadline kept', () => withStep(well, { endedAt: stepOf(well).beganAt + 5 * 60_000 + 5001 })],
  ['exit soon after a signal', () => withStep(cancelled, { endedAt: 25_001 })],
  [
    'cancel sent soon after a signal',
    () => ({ ...cancelled, requests: cancelled.requests.map((each) => (each.at < 20_000 ? each : { ...each, at: 21_001 })) }),
  ],
  [
    'no two looks within 500 ms',
    () => ({
      ...well,
      requests: [
        ...looks().slice(0, 1),
        ...looks()
          .slice(0, 1)
          .map((each) => ({ ...each, at: each.at + 499 })),
      ],
    }),
  ],
  ['rate limits kept', () => ({ ...well, vendor: { ...well.vendor, limits: () => [{ key: 'all', calls: 1, perMs: 60_000 }] } })],
  ['sizes kept', () => withStep(well, { summaries: ['x'.repeat(921_601)] })],
  ['sizes kept', () => withOutput(well, 'message', 'x'.repeat(501))],
  ['always ends', () => withStep(well, { ending: 'never' })],
  ['outputs complete', () => withOutput(well, 'conclusion', 'splendid')],
  [
    'outputs complete',
    () => withStep(well, { outputs: new Map([...stepOf(well).outputs].filter(([name]) => name !== 'total')) }),
  ],
  ['nothing strays', () => ({ ...well, strayed: well.requests.slice(0, 1) })],
  ['the simulator holds', () => ({ ...well, accident: new Error('broken') })],
])('%s: a story that breaks it is found (%#)', (invariant, story) => {
  expect(broken(story())).toContain(invariant)
})
