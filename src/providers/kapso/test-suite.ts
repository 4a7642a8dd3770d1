/** Suites at Kapso: finding one by its id, or by its name among those of an agent, and the cases in it. */
import * as z from 'zod/mini'
import { commaHint, quote } from '../../fields.ts'
import { lastingTrouble, type Trouble } from '../../trouble.ts'
import { Id, type KapsoClient } from './client.ts'

/** A case of a suite. */
export interface TestCase {
  readonly id: string
  readonly name: string
}

const Named = z.object({ id: Id, name: z.nullish(z.string()) })
/** The fields that are used of the answer to `GET /test_suites/{id}`. */
export const TestSuite = z.object({ test_cases: z.nullable(z.array(Named)) })
/** The same of `GET /agents/{agent_id}/test_suites`, whose suites may come without their cases. */
const TestSuites = z.array(Named)

/** What the vendor's pages do not say any more. */
const LEGACY =
  "the vendor's newer documentation no longer shows the calls for test suites (legacy), so they may also be gone for this project"

/** The cases of a suite in the vendor's order, each once. Without an agent the suite is an id. Rejects with a `Trouble`. */
export async function findCases(suite: string, agent: string | undefined, client: KapsoClient): Promise<TestCase[]> {
  const id = agent === undefined ? suite : await findId(suite, agent, client)
  const { value } = await client.ask(
    {
      name: 'test suite',
      method: 'GET',
      template: '/test_suites/{suite}',
      parameters: { suite: id },
      absent: `there is no test suite by this id; suite takes an id, or a name together with agent-id${commaHint(suite)}; ${LEGACY}`,
    },
    TestSuite,
  )
  const cases = new Map((value.test_cases ?? []).map((each) => [each.id, { id: each.id, name: nameOf(each) }]))
  return [...cases.values()]
}

function nameOf({ id, name }: z.output<typeof Named>): string {
  return name?.trim() || id
}

async function findId(suite: string, agent: string, client: KapsoClient): Promise<string> {
  const { value } = await client.ask(
    {
      name: 'test suites of the agent',
      method: 'GET',
      template: '/agents/{agent-id}/test_suites',
      parameters: { 'agent-id': agent },
      absent: `there is no agent by this agent-id; ${LEGACY}`,
    },
    TestSuites,
  )
  if (value.some(({ id }) => id === suite)) return suite
  const [found, other] = value.filter(({ name }) => name?.trim() === suite)
  if (found === undefined) throw noSuite(suite, value)
  if (other !== undefined)
    throw lastingTrouble('config', `the agent has more than one test suite by the name ${quote(suite)}; give suite the id of one`)
  return found.id
}

function noSuite(suite: string, there: z.output<typeof TestSuites>): Trouble {
  const names = there.map(nameOf).join('\n')
  return lastingTrouble(
    'config',
    `the agent has no test suite by the name or id ${quote(suite)}; check suite for spelling, spaces and case${commaHint(suite)}`,
    names === '' ? 'it has none' : `it has:\n${names}`,
  )
}
