/** Kore.ai batch tests for the conformance suite. */
import { reset } from '../../simulator/faults.ts'
import { startKoreBatch } from '../../simulator/kore/batch.ts'
import { completed, failed, running, status } from '../../simulator/kore/batch-run.ts'
import { entity, mistaken, type Utterance, understood } from '../../simulator/kore/batch-suite.ts'
import type { OpenVendorStage } from '../support/vendor-stage.ts'

const SUITE = 'Regression'
const GOOD = [understood('I want to fly', 'Book Flight'), understood('What is left on my card?', 'Check Balance')]
const BAD = [understood('I want to fly', 'Book Flight'), mistaken('What is left on my card?', 'Check Balance', 'Block Card')]

/** Opens a stage with simulated Kore.ai batch tests. */
export const openStage: OpenVendorStage = async (clock) => {
  const kore = await startKoreBatch({ clock })
  const { botId, clientId, clientSecret } = kore.behaviour
  const plays = (utterances: readonly Utterance[]): void => kore.suite(SUITE, utterances)
  let isEndless = false
  plays(GOOD)
  return {
    inputs: {
      provider: 'kore-batch',
      suite: SUITE,
      'base-url': kore.address,
      'bot-id': botId,
      'client-id': clientId,
      'client-secret': clientSecret,
    },
    credentials: ['client-secret'],
    files: ['results.csv'],
    passes: () => plays(GOOD),
    fails: () => plays(BAD),
    breaksOff: () => void kore.nextRun().shows(running(0), failed()),
    showsUnknownStatus() {
      kore.nextRun().shows(status('pondering'), status('pondering'), completed())
      return true
    },
    neverEnds() {
      isEndless = true
      kore.nextRun().shows(running(40))
    },
    losesStart: (point) => void kore.on('start').answers(reset(point)),
    says: (text) => plays([understood('hello', 'Greet'), mistaken(text, text, `${text}!`, entity(text, text, `${text}?`))]),
    refusesCredentials: () => kore.behaves({ clientSecret: 'a-secret-that-nobody-was-given' }),
    started: () => kore.runs.length,
    underWay: () => (isEndless ? kore.runs.length : 0),
    asked: () => kore.requests.length,
    close: () => kore.close(),
  }
}
