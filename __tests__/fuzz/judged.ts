/** What a step with the default gate says of results. */
import type { Results } from '../../src/results.ts'
import { Trouble } from '../../src/trouble.ts'
import { judgeSuite } from '../../src/verdict.ts'
import { parseStep } from '../support/providers.ts'

const parsed = parseStep({
  provider: 'kapso',
  suite: 'x',
  'agent-id': 'a',
  'api-key': 'a-key-of-some-length',
  'timeout-minutes': '1',
})
if (parsed.state !== 'ready') throw new Error('The inputs are wrong')
const { policy } = parsed.inputs

/** The conclusion, or `error` for a trouble; anything else that is thrown is thrown on. */
export function conclusionOf(results: () => Results): string {
  try {
    return judgeSuite(results(), policy, 'cases').conclusion
  } catch (thrown) {
    if (thrown instanceof Trouble) return 'error'
    throw thrown
  }
}
