/**
 * The shapes of Testing Studio's answers, as its API page has them: only the fields that are used or kept. What the page
 * spells in two ways is not read, and `data` may hold one thing or a list of them.
 */
import * as z from 'zod/mini'
import { Count, Filled, lenient, RunId } from '../../shapes.ts'

/** An answer with `data`: one thing, a list, or nothing. */
export function items<Item extends z.ZodMiniType>(item: Item) {
  const given = z.object({ data: z.unknown() }).check(z.refine(({ data }) => data !== undefined, { path: ['data'] }))
  const list = z.transform(({ data }: z.infer<typeof given>) => (data === null ? [] : Array.isArray(data) ? data : [data]))
  return z.pipe(z.pipe(given, list), z.array(item))
}

const Told = z.object({ meta: lenient(z.object({ count: Count })) })

/** How many things the answer says that there are, where it says so. */
export function countTold(answer: unknown): number | undefined {
  return Told.safeParse(answer).data?.meta?.count
}

/** A text for people, whatever it comes as; what is none is not given. */
const Text = lenient(z.union([z.string(), z.pipe(z.union([z.number(), z.boolean()]), z.transform(String))]))
const Flag = lenient(z.boolean())
const Amount = lenient(z.number().check(z.nonnegative()))

/** A project. Its Git token is read for one purpose: to be hidden wherever it turns up. */
export const Project = z.object({
  id: Filled,
  name: z.nullish(z.string()),
  gitStorage: z.nullish(z.boolean()),
  gitToken: z.nullish(z.string()),
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
  runId: RunId,
  projectId: z.nullish(z.string()),
  status: z.string(),
  createdAt: Text,
  finishedAt: Text,
  duration: Text,
  parallelTestCases: Amount,
  isRevocable: Flag,
  executionMeta: lenient(z.object({ current: Count, total: Count })),
  artifact: lenient(Artifact),
  // What it was started with.
  group: Text,
  utterance: Text,
  description: Text,
  testSuite: Text,
  simulationData: Text,
  overwrite: Text,
})
export type Job = z.infer<typeof Job>

/** A job among others in a list, where one of somebody else that is odd must not matter: it needs an id alone. */
export const ListedJob = z.extend(Job, { projectId: lenient(z.string()), status: lenient(z.string()) })
export type ListedJob = z.infer<typeof ListedJob>

function isEmpty(told: object): boolean {
  return Object.keys(told).length === 0
}

const Figures = z.object({ pass: z.nullish(Count), fail: z.nullish(Count), unavailable: z.nullish(Count) })

/** How many test cases ended how; all absent where the vendor has none. What holds other fields alone are no stats. */
export const RunStats = z.pipe(
  z.looseObject({}).check(z.refine((told) => isEmpty(told) || Object.keys(told).some((name) => name in Figures.shape))),
  Figures,
)
export type RunStats = z.infer<typeof RunStats>

/** The name of a suite in the project. */
export const TestSuite = z.object({ testSuiteName: Text })
export type TestSuite = z.infer<typeof TestSuite>

const AssertionError = z.object({ step: Text, assertion: Text, expected: Text, found: Text })
const Note = z.union([
  z.object({ text: Text }),
  z.pipe(
    z.string(),
    z.transform((text) => ({ text })),
  ),
])

function list<Item extends z.ZodMiniType>(item: Item) {
  return z.catch(
    z.pipe(
      z.nullish(z.array(item)),
      z.transform((found) => found ?? []),
    ),
    [],
  )
}

/** One test case of a run. Case and error texts come from suites and bots, and are hostile. What names no test case is none. */
export const TestCase = z
  .object({
    testCaseId: Text,
    testCaseName: Text,
    testCaseDescription: Text,
    status: Text,
    numberOfTries: lenient(Count),
    /** In milliseconds, although the page says seconds: its own log shows the same number as ms. */
    executionTime: Amount,
    dialogId: Text,
    goldenDialogId: Text,
    assertionErrors: list(AssertionError),
    generalErrors: list(Note),
    warnings: list(Note),
    hadDelays: Flag,
  })
  .check(z.refine(({ testCaseName, testCaseId }) => Boolean(testCaseName || testCaseId)))
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
