/**
 * The shapes of Testing Studio's answers, as its API page has them: only the fields that are used or kept. What the page
 * spells in two ways is not read, and `data` may hold one thing or a list of them.
 */
import * as z from 'zod'

/** An answer with `data`: one thing, a list, or nothing. */
export function items<Item extends z.ZodType>(item: Item) {
  return z
    .object({ data: z.unknown() })
    .refine(({ data }) => data !== undefined, { path: ['data'] })
    .transform(({ data }) => (data === null ? [] : Array.isArray(data) ? data : [data]))
    .pipe(z.array(item))
}

/** A number that may come as digits. */
const Count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().int().nonnegative())
/** A text for people, whatever it comes as; what is none is not given. */
const Text = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
  .nullish()
  .catch(undefined)
const Flag = z.boolean().nullish().catch(undefined)
const Amount = z.number().nonnegative().nullish().catch(undefined)

/** A project. Its Git token is read for one purpose: to be hidden wherever it turns up. */
export const Project = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  gitStorage: z.boolean().nullish(),
  gitToken: z.string().nullish(),
})
export type Project = z.infer<typeof Project>

const Artifact = z.object({
  artifactId: Text,
  name: Text,
  createdAt: Text,
  deletedAt: Text,
  ttl: Amount,
  isExpired: Flag,
  runId: Text,
})

/** A run, or a generation of test cases, which the vendor calls a run too. */
export const Job = z.object({
  runId: z.string().min(1),
  projectId: z.string().nullish(),
  status: z.string(),
  createdAt: Text,
  finishedAt: Text,
  duration: Text,
  parallelTestCases: Amount,
  isRevocable: Flag,
  executionMeta: z.object({ current: Count, total: Count }).nullish().catch(undefined),
  artifact: Artifact.nullish().catch(undefined),
  // What it was started with.
  group: Text,
  utterance: Text,
  description: Text,
  testSuite: Text,
  simulationData: Text,
  overwrite: Text,
})
export type Job = z.infer<typeof Job>

/** How many test cases ended how; all absent where the vendor has none. */
export const RunStats = z.object({ pass: Count.nullish(), fail: Count.nullish(), unavailable: Count.nullish() })
export type RunStats = z.infer<typeof RunStats>

/** The name of a suite in the project. */
export const TestSuite = z.object({ testSuiteName: Text })
export type TestSuite = z.infer<typeof TestSuite>

const AssertionError = z.object({ step: Text, assertion: Text, expected: Text, found: Text })
const Note = z.union([z.object({ text: Text }), z.string().transform((text) => ({ text }))])

function list<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((found) => found ?? [])
    .catch([])
}

/** One test case of a run. Case and error texts come from suites and bots, and are hostile. */
export const TestCase = z.object({
  testCaseId: Text,
  testCaseName: Text,
  testCaseDescription: Text,
  status: Text,
  numberOfTries: Count.nullish().catch(undefined),
  /** In milliseconds, although the page says seconds: its own log shows the same number as ms. */
  executionTime: Amount,
  dialogId: Text,
  goldenDialogId: Text,
  assertionErrors: list(AssertionError),
  generalErrors: list(Note),
  warnings: list(Note),
  hadDelays: Flag,
})
export type TestCase = z.infer<typeof TestCase>

/** How a job stands. `PENDING` is also what an unknown id can look like, so only the deadline ends it. */
export type JobState = 'under way' | 'success' | 'failure' | 'revoked' | 'unknown'

const STATES: ReadonlyMap<string, JobState> = new Map([
  ['pending', 'under way'],
  ['started', 'under way'],
  ['starting', 'under way'],
  ['running', 'under way'],
  ['retry', 'under way'],
  ['success', 'success'],
  ['successful', 'success'],
  ['failure', 'failure'],
  ['failed', 'failure'],
  ['revoked', 'revoked'],
])

/** Reads the vendor's status, in the words of the enumeration and of the page's guide. */
export function stateOf({ status }: Pick<Job, 'status'>): JobState {
  return STATES.get(status.trim().toLowerCase()) ?? 'unknown'
}
