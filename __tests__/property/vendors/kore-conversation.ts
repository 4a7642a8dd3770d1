/** Kore.ai conversation tests for the property test; all suites play the first plan. */
import { startKoreConversation } from '../../../simulator/kore/conversation.ts'
import { type ConversationScript, conversationStatus, ended, inProgress } from '../../../simulator/kore/conversation-run.ts'
import { badStep, type ConversationStep, goodStep, unreachedStep } from '../../../simulator/kore/conversation-suite.ts'
import type { SuitePlan } from '../plan.ts'
import { koreLimits } from './kore-batch.ts'
import { headerTokens, pick, type Stage, suiteName, suiteNames, times, type Vendor } from './vendor.ts'

/** Opens it with these plans. */
export async function openKoreConversation(stage: Stage): Promise<Vendor> {
  const { clock, plans } = stage
  const [plan] = plans
  if (plan === undefined) throw new Error('There is no suite')
  const kore = await startKoreConversation({ clock })
  const { botId, clientId, clientSecret } = kore.behaviour
  for (const place of plans.keys()) {
    kore.suite(suiteName(place), stepsOf(plan, stage.text(clientSecret)))
    script(kore.nextRun(), plan)
  }
  const startedAt = new Map<string, number>()
  const isDone = (run: { testRunId: string; looks: number }): boolean =>
    plan.end !== 'never' &&
    run.looks > 0 &&
    (isByTime(plan) ? clock.now() - (startedAt.get(run.testRunId) ?? clock.now()) >= plan.lastsMs : run.looks > plan.words.length)
  return {
    servers: [kore],
    inputs: {
      provider: 'kore-conversation',
      suite: suiteNames(stage),
      'base-url': kore.address,
      'bot-id': botId,
      'client-id': clientId,
      'client-secret': clientSecret,
      'user-email': 'dev@example.com',
    },
    credentials: [clientSecret],
    startOperation: 'start',
    dataOperations: ['status'],
    canCancel: false,
    lookedAt({ operation, params }) {
      return operation === 'status' ? params.get('run') : undefined
    },
    limits: ({ operation, params }) => koreLimits(operation === 'start' ? 'start' : (params.get('run') ?? operation)),
    tokens: headerTokens,
    fates() {
      // The vendor keeps no time of its starts; the start's request has it.
      const starts = kore.requests.filter(({ operation }) => operation === 'start')
      for (const run of kore.runs)
        startedAt.set(run.testRunId, starts.find(({ params }) => params.get('suite') === run.suite)?.at ?? clock.now())
      return plans.map((_, place) => {
        const runs = kore.runs.filter(({ suite }) => suite === suiteName(place))
        const [run] = runs
        return { started: runs.length, isOver: run !== undefined && isDone(run) }
      })
    },
    underWay: () => 0,
    close: () => kore.close(),
  }
}

function isByTime({ end, words }: SuitePlan): boolean {
  return end === 'honest' && words.length === 0
}

function stepsOf({ good, bad }: SuitePlan, text: string): ConversationStep[] {
  return [
    ...times(good, (place) => goodStep(`hello ${place} ${text}`, text)),
    ...times(bad, () => badStep(text, text, `${text}!`, { kind: 'flow', expected: text, passed: false })),
  ]
}

function script(run: ConversationScript, plan: SuitePlan): void {
  const words = plan.words.map((word) => conversationStatus(word))
  switch (plan.end) {
    case 'honest':
      void (words.length === 0 ? run.lasts(plan.lastsMs) : run.shows(...words, ended()))
      return
    case 'breaks off':
      run.shows(...words, conversationStatus('failed'))
      return
    case 'never':
      run.shows(...words, inProgress(40))
      return
    case 'contradicts itself':
      pick(CONTRADICTIONS, plan.contradiction)(run, plan, words)
  }
}

type Contradict = (run: ConversationScript, plan: SuitePlan, words: ReturnType<typeof conversationStatus>[]) => void

const CONTRADICTIONS: readonly [Contradict, ...Contradict[]] = [
  // A word that nobody knows is no end, whatever comes with it.
  (run) => run.shows(ended('almost passed')),
  (run, { good, bad }, words) => run.shows(...words, ended()).counts({ failed: bad + 1, passed: good }),
  (run, _, words) => run.shows(...words, ended('failed')),
  (run, _, words) => run.shows(...words, ended('passed')).counts({ total: 99 }),
  (run, _, words) => run.shows(...words, ended()).edited((answer) => ({ ...answer, result: null })),
  (run, _, words) => run.shows(...words, ended('passed')).counts({ passed: 0, failed: 0, total: 0 }),
  (run, _, words) => run.shows(...words, ended('passed')).edited((answer) => withStep(answer, unreachedStep('never reached'))),
]

/** The answer with one more step that was not executed, under a status that says passed. */
function withStep(answer: object, { input, status }: ConversationStep): unknown {
  const copy = structuredClone(answer)
  if ('result' in copy && typeof copy.result === 'object' && copy.result !== null && 'executionResults' in copy.result) {
    const { executionResults } = copy.result
    if (Array.isArray(executionResults)) executionResults.push({ input, outputs: [], status })
  }
  return copy
}
