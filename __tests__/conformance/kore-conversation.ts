/** Kore.ai conversation tests for the conformance suite. */
import { reset } from '../../simulator/faults.ts'
import { startKoreConversation } from '../../simulator/kore/conversation.ts'
import { conversationStatus, ended, inProgress } from '../../simulator/kore/conversation-run.ts'
import { badStep, type ConversationStep, goodStep } from '../../simulator/kore/conversation-suite.ts'
import type { OpenVendorStage } from '../support/vendor-stage.ts'

const SUITE = 'Smoke'
const GOOD = [goodStep('hello', 'Hi!'), goodStep('help', 'How can I help?')]
const BAD = [goodStep('hello', 'Hi!'), badStep('help', 'How can I help?', 'Sorry?')]

/** Opens a stage with simulated Kore.ai conversation tests. */
export const openStage: OpenVendorStage = async (clock) => {
  const kore = await startKoreConversation({ clock })
  const { botId, clientId, clientSecret } = kore.behaviour
  const plays = (steps: readonly ConversationStep[]): void => kore.suite(SUITE, steps)
  let isEndless = false
  plays(GOOD)
  return {
    inputs: {
      provider: 'kore-conversation',
      suite: SUITE,
      'base-url': kore.address,
      'bot-id': botId,
      'client-id': clientId,
      'client-secret': clientSecret,
      'user-email': 'dev@example.com',
    },
    credentials: ['client-secret'],
    files: ['status.json'],
    passes: () => plays(GOOD),
    fails: () => plays(BAD),
    breaksOff: () => void kore.nextRun().shows(inProgress(), conversationStatus('failed')),
    showsUnknownStatus() {
      kore.nextRun().shows(conversationStatus('pondering'), conversationStatus('pondering'), ended())
      return true
    },
    neverEnds() {
      isEndless = true
      kore.nextRun().shows(inProgress(40))
    },
    losesStart: (point) => void kore.on('start').answers(reset(point)),
    says: (text) =>
      plays([goodStep('hello', 'Hi!'), badStep(text, text, `${text}!`, { kind: 'flow', expected: text, passed: false })]),
    refusesCredentials: () => kore.behaves({ clientSecret: 'a-secret-that-nobody-was-given' }),
    started: () => kore.runs.length,
    underWay: () => (isEndless ? kore.runs.length : 0),
    asked: () => kore.requests.length,
    close: () => kore.close(),
  }
}
