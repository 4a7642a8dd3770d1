/** Kapso: the cases of a test suite, each played against the agent and scored by a judge. See `docs/providers/kapso.md`. */
import * as z from 'zod/mini'
import { countOf, wholeNumber } from '../../count-words.ts'
import { address, type Mistake, numberWithDefault, optionalText, quote } from '../../fields.ts'
import { lastingTrouble } from '../../trouble.ts'
import { defineProvider, type Run, type Suite, type World } from '../provider.ts'
import { belongingTo } from './belonging.ts'
import { createKapsoClient, type KapsoClient } from './client.ts'
import { type FanOut, fanOut } from './fan-out.ts'
import { openRun } from './suite-run.ts'
import { findCases, type TestCase } from './test-suite.ts'

const Options = z.object({
  'base-url': address('https://app.kapso.ai/api/v1'),
  'api-key': optionalText,
  'agent-id': optionalText,
  // The vendor's own command line passes at 0.8. A mark above 1 is for a judge that was told another scale.
  'pass-score': numberWithDefault({ least: 0, most: 100 }, 0.8),
})
type Options = z.infer<typeof Options>

/** The provider `kapso`. */
export const kapso = defineProvider({
  name: 'kapso',
  noun: 'cases',
  takes: { suite: true, suitePath: false, cancel: false },
  options: Options,
  secrets: ['api-key'],
  metrics: ['averageScore'],
  mistakes: keyMistakes,
  connect(options, world) {
    const client = createKapsoClient(options['base-url'], options['api-key'] ?? '', world.door)
    const admit = roomForCases()
    return { suite: (name) => kapsoSuite(name, { options, world, client, admit }) }
  },
})

function keyMistakes(raw: Readonly<Record<string, string>>): Mistake[] {
  const key = (raw['api-key'] ?? '').trim()
  const mistake = (text: string): Mistake[] => [{ input: 'api-key', text, missingCredential: key === '' }]
  if (key === '') return mistake('is required: a key of the project, which Kapso shows under API keys')
  // Anything else cannot stand in a header, and would be refused with the whole request in its error.
  return /^[\x21-\x7e]+$/.test(key)
    ? []
    : mistake('contains a space, a line break or another character that no key has; copy it again')
}

interface Context {
  readonly options: Options
  readonly world: World
  readonly client: KapsoClient
  /** Throws a `Trouble` of kind `config` where the cases of the suite are too many beside those of others. */
  admit(suite: string, cases: readonly TestCase[]): void
}

/** The id has a part for each case, and the ids of a step have to fit into one output, of which 128 KiB can be handed on. */
const MOST_CASES = 3000

function roomForCases(): Context['admit'] {
  const admitted = new Map<string, number>()
  return (suite, { length }) => {
    const others = [...admitted].reduce((sum, [name, count]) => sum + (name === suite ? 0 : count), 0)
    if (others + length > MOST_CASES) {
      const beside = others === 0 ? '' : ` beside the ${wholeNumber(others)} of other suites`
      const limit = `one step can start at most ${wholeNumber(MOST_CASES)}, since the ids of their runs have to fit into one output`
      const fact = `the suite ${quote(suite)} has ${countOf(length, 'cases')}${beside}, and ${limit}`
      throw lastingTrouble('config', `suite: ${fact}; ${others === 0 ? 'split the suite' : 'give it a step of its own'}`)
    }
    admitted.set(suite, length)
  }
}

function kapsoSuite(suite: string, { options, world, client, admit }: Context): Suite {
  let begun: FanOut | undefined
  const find = (): Promise<TestCase[]> => findCases(suite, options['agent-id'], client)
  const open = (id: string): Run => {
    const belonging = begun === undefined ? belongingTo(suite, find) : undefined
    return openRun(id, { client, clock: world.clock, mark: options['pass-score'], begun, belonging })
  }
  return {
    async examine() {
      const cases = await find()
      admit(suite, cases)
      return {
        proved: `the key is accepted, and the suite is there with ${countOf(cases.length, 'cases')}`,
        unproved: ['whether the project has credits left for them'],
      }
    },
    async prepare() {
      const cases = await find()
      admit(suite, cases)
      const start = fanOut(cases, client)
      begun = start
      return { start: start.start }
    },
    open: (id) => (id === undefined ? { look: noRunId, collect: noRunId } : open(id)),
  }
}

function noRunId(): Promise<never> {
  return Promise.reject(lastingTrouble('config', 'run-id is required: Kapso has no list of runs in which one could be found'))
}
