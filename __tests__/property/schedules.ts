/** Random schedules. */
import fc from 'fast-check'
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts'
import type { End, Lie, Moment, ProviderName, Schedule, Strike, SuitePlan } from './plan.ts'

const PROVIDERS: readonly ProviderName[] = [
  'kore-batch',
  'kore-conversation',
  'kore-publish',
  'omilia',
  'omilia-generation',
  'kapso',
]

const WORDS = ['pondering', 'HIBERNATING', 'Queued', 'almost done', 'success!', 'in progress', 'PASSED?', '100%', '__proto__', '']

const provider = fc.constantFrom(...PROVIDERS)
const dice = fc.nat(2 ** 30)
const text = fc.nat(Object.keys(HOSTILE_TEXTS).length - 1)

/** A suite that passes in time. */
const goodSuite: fc.Arbitrary<SuitePlan> = fc.record({
  good: fc.integer({ min: 1, max: 3 }),
  bad: fc.constant(0),
  end: fc.constant<End>('honest'),
  contradiction: fc.constant(0),
  lastsMs: fc.integer({ min: 0, max: 300_000 }),
  words: fc.constant([]),
})

const anySuite: fc.Arbitrary<SuitePlan> = fc.record({
  // So many that a vendor's rate limit matters.
  good: fc.oneof({ weight: 40, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(120) }),
  bad: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 2 }) }),
  end: fc.oneof(
    { weight: 6, arbitrary: fc.constant<End>('honest') },
    { weight: 3, arbitrary: fc.constant<End>('contradicts itself') },
    { weight: 1, arbitrary: fc.constantFrom<End>('breaks off', 'never') },
  ),
  contradiction: fc.nat(12),
  lastsMs: fc.integer({ min: 0, max: 400_000 }),
  words: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }) },
  ),
})

const moment: fc.Arbitrary<Moment> = fc.oneof(
  fc.record({ after: fc.constant('time' as const), ms: fc.nat(400_000) }),
  fc.record({
    after: fc.constant('request' as const),
    request: fc.integer({ min: 1, max: 25 }),
    when: fc.constantFrom('before acting' as const, 'after acting' as const),
  }),
)
const interruption = fc.record({ kind: fc.constantFrom('cancel' as const, 'kill' as const), moment })
const way = fc.oneof(
  { weight: 6, arbitrary: fc.constant('run' as const) },
  { weight: 1, arbitrary: fc.constantFrom('start, collect' as const, 'start, cancel' as const) },
)
const strike: fc.Arbitrary<Strike> = fc.record({ request: fc.integer({ min: 1, max: 20 }), fault: fc.nat(100) })
const lie: fc.Arbitrary<Lie> = fc.record({ operation: fc.nat(2), place: fc.nat(60), value: fc.nat(20) })
const gaps = { pollSeconds: fc.constantFrom(1, 5, 20), maxParallel: fc.integer({ min: 1, max: 4 }) }
const words = { text, echo: fc.nat(40) }

/** The vendor's model passes, and only hiccups are in the way: what must be green. */
const calm: fc.Arbitrary<Schedule> = fc.record({
  profile: fc.constant('calm' as const),
  provider,
  suites: fc.array(goodSuite, { minLength: 1, maxLength: 2 }),
  way: fc.constant('run' as const),
  timeoutMinutes: fc.constant(60),
  ...gaps,
  weather: fc.record({ rate: fc.constant(0.05), isWild: fc.constant(false), seed: dice }),
  strikes: fc.constant([]),
  ...words,
  foreignAllowed: fc.constant(false),
})

/** One long outage while the step waits, and good weather besides. */
const outage: fc.Arbitrary<Schedule> = fc.record({
  profile: fc.constant('outage' as const),
  provider,
  suites: fc.tuple(goodSuite),
  way: fc.constant('run' as const),
  timeoutMinutes: fc.constant(60),
  ...gaps,
  weather: fc.record({ rate: fc.constant(0), isWild: fc.constant(false), seed: dice }),
  strikes: fc.constant([]),
  outage: fc.record({
    fromMs: fc.integer({ min: 1000, max: 200_000 }),
    lastsMs: fc.integer({ min: 30_000, max: 420_000 }),
    fault: fc.nat(4),
  }),
  ...words,
  foreignAllowed: fc.constant(false),
})

/** Any vendor, ended from outside or by its deadline. */
const interrupted: fc.Arbitrary<Schedule> = fc.record({
  profile: fc.constant('interrupted' as const),
  provider: fc.oneof(provider, fc.constant<ProviderName>('omilia')),
  suites: fc.array(anySuite, { minLength: 1, maxLength: 2 }),
  way,
  timeoutMinutes: fc.constantFrom(0.05, 0.5, 2, 5),
  ...gaps,
  weather: fc.record({ rate: fc.constantFrom(0, 0, 0.05), isWild: fc.constant(false), seed: dice }),
  strikes: fc.array(strike, { maxLength: 1 }),
  interruption: fc.option(interruption, { nil: undefined, freq: 6 }),
  ...words,
  foreignAllowed: fc.constant(false),
})

/** Everything at once. */
const wild: fc.Arbitrary<Schedule> = fc.record({
  profile: fc.constant('wild' as const),
  provider,
  suites: fc.array(anySuite, { minLength: 1, maxLength: 3 }),
  way,
  timeoutMinutes: fc.constantFrom(1, 5, 15),
  ...gaps,
  weather: fc.record({ rate: fc.constantFrom(0, 0.05, 0.15), isWild: fc.boolean(), seed: dice }),
  strikes: fc.array(strike, { maxLength: 3 }),
  interruption: fc.option(interruption, { nil: undefined, freq: 1 }),
  lie: fc.option(lie, { nil: undefined, freq: 1 }),
  ...words,
  foreignAllowed: fc.boolean(),
})

/** One schedule of any kind. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
  { weight: 4, arbitrary: calm },
  { weight: 1, arbitrary: outage },
  { weight: 3, arbitrary: interrupted },
  { weight: 4, arbitrary: wild },
)

/** The schedule of a number: always the same one. */
export function scheduleOf(seed: number): Schedule {
  const [schedule] = fc.sample(anySchedule, { seed, numRuns: 1 })
  if (schedule === undefined) throw new Error('fast-check made nothing')
  return schedule
}
