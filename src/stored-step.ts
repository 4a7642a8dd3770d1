/** The outcome of a step, read back from the `ctrf.json` that it left. Whoever can write artifacts can have written the file. */
import * as z from 'zod/mini'
import { parseJson } from './answer.ts'
import { CONCLUSIONS, ERROR_KINDS, type StepOutcome, type SuiteOutcome } from './outcome.ts'
import { GATE } from './report/gate-case.ts'
import { type Case, METRICS, uniqueNames } from './results.ts'

/** A step, or why there is none: the end of a sentence of ours, such as `is not JSON, or is incomplete`. */
export type StoredStep =
  | { readonly state: 'read'; readonly outcome: StepOutcome }
  | { readonly state: 'unreadable'; readonly problem: string }

/** In bytes. */
export const LARGEST_STORED_STEP = 128 * 1024 * 1024
/** The last moment that a `Date` can hold, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15

const Moment = z.number().check(z.gte(0), z.lte(LAST_MOMENT))
const Duration = z.number().check(z.gte(0))
const Share = z.number().check(z.gte(0), z.lte(1))
/** The judge's scale is the vendor's: 0 to 1 unless `pass-score` is above. */
const Score = z.number().check(z.gte(0), z.lte(100))
const Count = z.int().check(z.gte(0))
const Texts = z.array(z.string())
const OneLine = z.string().check(z.maxLength(500), z.regex(/^[^\r\n]*$/))

const Conclusion = z.enum(CONCLUSIONS)
const ErrorKind = z.enum(ERROR_KINDS)

const Facts = z.pipe(
  z.array(z.object({ name: z.string(), value: z.string() })),
  z.transform((facts) => new Map(facts.map(({ name, value }) => [name, value]))),
)

const Metrics = z.object({
  f1: z.exactOptional(Share),
  precision: z.exactOptional(Share),
  recall: z.exactOptional(Share),
  averageScore: z.exactOptional(Score),
})

const Counts = z.object({
  total: Count,
  passed: Count,
  failed: Count,
  errored: Count,
  skipped: Count,
  flaky: Count,
  quarantined: Count,
})

const Check = z.object({ what: z.string(), expected: z.string(), found: z.string(), passed: z.boolean() })

const CaseExtra = z.object({
  message: z.exactOptional(z.string()),
  durationMs: z.exactOptional(Duration),
  checks: z.array(Check),
  facts: z.optional(Facts),
  turns: z.exactOptional(z.array(z.object({ speaker: z.string(), text: z.string() }))),
  quarantine: z.exactOptional(z.object({ reason: z.string(), expires: z.string() })),
  place: z.exactOptional(z.object({ path: z.string(), line: z.int().check(z.gte(1)) })),
})

/** One entry of the list of tests: a case, or one of ours that is none. */
const Test = z.object({
  name: z.string(),
  status: z.enum(['passed', 'failed', 'skipped', 'other']),
  retries: z.optional(Count),
  flaky: z.boolean(),
  extra: z.union([z.object({ gate: z.literal(true) }), CaseExtra]),
})
type Test = z.output<typeof Test>

const Comparison = z.object({
  regressions: Texts,
  fixed: Texts,
  stillFailing: Texts,
  added: Texts,
  gone: Texts,
  metrics: z.array(
    z.object({
      name: z.enum(METRICS),
      before: Score,
      now: Score,
      regressed: z.boolean(),
    }),
  ),
})

const SuiteWithoutResults = z.object({
  suite: z.string(),
  runId: z.exactOptional(z.string()),
  runUrl: z.exactOptional(z.string()),
  conclusion: Conclusion,
  errorKind: z.exactOptional(ErrorKind),
  reasons: Texts,
  said: z.exactOptional(z.string()),
  files: Texts,
  durationMs: Duration,
  comparison: z.exactOptional(Comparison),
  artifact: z.exactOptional(z.object({ name: z.string(), url: z.string() })),
  /** How many of the list of tests are this suite's. */
  tests: Count,
  counts: z.optional(z.undefined()),
})

const SuiteWithResults = z.object({
  ...SuiteWithoutResults.shape,
  counts: Counts,
  metrics: Metrics,
  figures: Facts,
  isPartial: z.exactOptional(z.literal(true)),
  failure: z.exactOptional(z.string()),
  doubt: z.exactOptional(z.string()),
  contradictions: Texts,
  warnings: Texts,
})

const Suite = z.union([SuiteWithResults, SuiteWithoutResults])
type Suite = z.output<typeof Suite>

const TrendPoint = z.object({
  finishedAt: Moment,
  runUrl: z.string(),
  passRate: z.exactOptional(z.number().check(z.gte(0), z.lte(100))),
  metrics: Metrics,
})

const Step = z.object({
  provider: z.string(),
  noun: z.string(),
  mode: z.string(),
  conclusion: Conclusion,
  errorKind: z.exactOptional(ErrorKind),
  message: OneLine,
  reasons: Texts,
  gate: z.string(),
  suites: z.array(Suite),
  baseline: z.exactOptional(z.object({ branch: z.string(), runUrl: z.string(), trend: z.array(TrendPoint) })),
  noBaseline: z.exactOptional(z.string()),
  origin: z.exactOptional(z.object({ job: z.string(), index: Count, step: z.string(), attempt: Count })),
  startedAt: Moment,
  finishedAt: Moment,
})

const Ours = z.object({ reportFormat: z.literal('CTRF'), generatedBy: z.literal(GATE) })
const Report = z.object({ results: z.object({ tests: z.array(Test), extra: Step }) })
type Report = z.output<typeof Report>

/** Reads what {@link ctrf} wrote. What other tools made, and what is broken or too large, is told and not thrown. */
export function parseStoredStep(bytes: Uint8Array): StoredStep {
  if (bytes.byteLength > LARGEST_STORED_STEP) return unreadable(`is larger than ${LARGEST_STORED_STEP / 1024 / 1024} MiB`)
  const json = parseJson(bytes)
  if (json === undefined) return unreadable('is not JSON, or is incomplete')
  if (!Ours.safeParse(json).success) return unreadable(`is not a report of ${GATE}`)
  const { data, error } = Report.safeParse(json)
  if (data === undefined)
    return unreadable(`has a structure that this version does not know (${error.issues[0]?.path.join('.')})`)
  const outcome = storedOutcome(data)
  return outcome === undefined ? unreadable('lists a different number of tests than its suites have') : { state: 'read', outcome }
}

function unreadable(problem: string): StoredStep {
  return { state: 'unreadable', problem }
}

/** The outcome, unless its tests do not fit its suites. */
function storedOutcome({ results: { tests, extra } }: Report): StepOutcome | undefined {
  const listed = extra.suites.reduce((sum, suite) => sum + suite.tests, 0)
  // Where no suite tells what became of the step, a test of ours does, before all others.
  let next = tests.length === listed + 1 && isOurs(tests[0]) ? 1 : 0
  if (tests.length !== listed + next) return undefined
  const suites = extra.suites.map((suite) => {
    const cases = tests.slice(next, next + suite.tests).flatMap(caseOf)
    next += suite.tests
    return suiteOf(suite, cases)
  })
  return { ...extra, suites }
}

function isOurs(test: Test | undefined): boolean {
  return test !== undefined && 'gate' in test.extra
}

function suiteOf({ tests: _, ...stored }: Suite, cases: readonly Case[]): SuiteOutcome {
  if (stored.counts === undefined) {
    const { counts: __, ...rest } = stored
    return rest
  }
  const { counts, metrics, figures, isPartial, failure, doubt, contradictions, warnings, ...rest } = stored
  const names = uniqueNames(cases.map(({ name }) => name))
  const results = {
    cases: cases.map((each, index) => ({ ...each, name: names[index] ?? '' })),
    ...{ counts, metrics, figures, contradictions, warnings },
    ...(isPartial !== undefined && { isPartial }),
    ...(failure !== undefined && { failure }),
    ...(doubt !== undefined && { doubt }),
  }
  return { ...rest, results }
}

function caseOf({ name, status, retries = 0, flaky, extra }: Test): Case[] {
  if ('gate' in extra) return []
  const { facts = new Map(), ...rest } = extra
  const isQuarantined = extra.quarantine !== undefined
  const told = status === 'other' ? (isQuarantined ? 'failed' : 'error') : status
  return [{ name, status: told, flaky, tries: retries + 1, facts, ...rest }]
}
