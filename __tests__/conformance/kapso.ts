/** Kapso for the conformance suite. A run of a suite is as many runs at the vendor as it has cases; here they count as one. */
import { reset } from '../../simulator/faults.ts'
import { type Kapso, startKapso } from '../../simulator/kapso/kapso.ts'
import { broken, type CaseScript, scored, testCase } from '../../simulator/kapso/test-case.ts'
import type { OpenVendorStage } from '../support/vendor-stage.ts'

const SUITE = 'Regression'
const FOR_EVER = { lastsMs: Number.POSITIVE_INFINITY }

/** Opens a stage with simulated Kapso. */
export const openStage: OpenVendorStage = async (clock) => {
  const kapso = await startKapso({ clock })
  const plays = (...cases: readonly [CaseScript, CaseScript]): void => void kapso.suite(SUITE, cases)
  const passes = (): void => plays(scored('Greeting', 0.9), scored('Refund', 1))
  passes()
  return {
    inputs: {
      provider: 'kapso',
      suite: SUITE,
      'base-url': kapso.base,
      'api-key': kapso.behaviour.apiKey,
      'agent-id': kapso.behaviour.agentId,
    },
    credentials: ['api-key'],
    files: ['test-runs.json'],
    passes,
    fails: () => plays(scored('Greeting', 0.9), scored('Refund', 0.2)),
    // The vendor ends no suite as a whole: what breaks is the execution of each case.
    breaksOff: () => plays(broken('Greeting'), broken('Refund')),
    // A run has no status word.
    showsUnknownStatus: () => false,
    neverEnds: () => plays(scored('Greeting', 0.9), testCase('Refund', {}, FOR_EVER)),
    // The start of a suite is that of all its cases.
    losesStart: (point) => void kapso.on('start').answers(reset(point), reset(point)),
    says: (text) => plays(scored('Greeting', 0.9), hostileCase(text)),
    refusesCredentials: () => kapso.behaves({ apiKey: 'a-key-that-nobody-was-given' }),
    started: () => startsOfOneCase(kapso),
    underWay: () => (kapso.underWay().length > 0 ? 1 : 0),
    asked: () => kapso.requests.length,
    close: () => kapso.close(),
  }
}

function hostileCase(text: string): CaseScript {
  const conversation = [{ role: text, content: text }]
  const end = { score: 0.1, feedback: text, conversation, full_history: conversation }
  return testCase(text, end, { description: text, script: text, rubric: text })
}

/** How often the case was started that was started most often: a second start of any case is a second run. */
function startsOfOneCase({ runs }: Kapso): number {
  const ids = runs.map(({ testCase: { id } }) => id)
  return Math.max(0, ...ids.map((id) => ids.filter((other) => other === id).length))
}
