/** Kore.ai batch tests for the property test. */
import { startKoreBatch } from '../../../simulator/kore/batch.ts'
import { completed, failed, type RunScript, running, status } from '../../../simulator/kore/batch-run.ts'
import { entity, mistaken, type Utterance, understood } from '../../../simulator/kore/batch-suite.ts'
import type { SuitePlan } from '../plan.ts'
import { headerTokens, pick, type Stage, suiteName, suiteNames, times, type Vendor } from './vendor.ts'

/** Opens it with these plans. */
export async function openKoreBatch(stage: Stage): Promise<Vendor> {
  const { clock, plans } = stage
  const kore = await startKoreBatch({ clock })
  const { botId, clientId, clientSecret } = kore.behaviour
  const text = stage.text(clientSecret)
  for (const [place, plan] of plans.entries()) {
    kore.suite(suiteName(place), utterances(plan, text))
    script(kore.nextRun(suiteName(place)), plan)
  }
  return {
    servers: [kore],
    inputs: {
      provider: 'kore-batch',
      suite: suiteNames(stage),
      'base-url': kore.address,
      'bot-id': botId,
      'client-id': clientId,
      'client-secret': clientSecret,
    },
    credentials: [clientSecret],
    startOperation: 'start',
    dataOperations: ['status'],
    canCancel: false,
    lookedAt: ({ operation, params }) => (operation === 'status' ? params.get('run') : undefined),
    limits: ({ operation, params }) => koreLimits(operation === 'start' ? 'start' : (params.get('run') ?? operation)),
    tokens: headerTokens,
    fates: () =>
      plans.map((plan, place) => {
        const runs = kore.runs.filter(({ suite }) => suite === suiteName(place))
        const [run] = runs
        return { started: runs.length, isOver: run !== undefined && isOver(plan, run.looks, clock.now() - run.startedAt) }
      }),
    underWay: () => 0,
    close: () => kore.close(),
  }
}

/** 60 a minute and 1,800 an hour. */
export function koreLimits(key: string): { key: string; calls: number; perMs: number }[] {
  return [
    { key, calls: 60, perMs: 60_000 },
    { key: `${key}, hourly`, calls: 1800, perMs: 3_600_000 },
  ]
}

/** Whether a run that moves by looks, or by time where it has no words, has shown its end. */
export function isOver({ end, words, lastsMs }: SuitePlan, looks: number, elapsedMs: number): boolean {
  if (end === 'never') return false
  return words.length === 0 && end === 'honest' ? elapsedMs >= lastsMs : looks > words.length
}

function utterances({ good, bad }: SuitePlan, text: string): Utterance[] {
  const hostile = text.slice(0, 2900)
  return [
    ...times(bad, (place) => mistaken(`${place} ${hostile}`, 'Book Flight', hostile, entity('To', 'Lisbon', hostile))),
    ...times(good, (place) => understood(`good ${place} ${hostile}`, 'Book Flight', entity('To', 'Lisbon'))),
  ]
}

function script(run: RunScript, plan: SuitePlan): void {
  const words = plan.words.map((word) => status(word))
  switch (plan.end) {
    case 'honest':
      void (words.length === 0 ? run.lasts(plan.lastsMs) : run.shows(...words, completed()))
      return
    case 'breaks off':
      run.shows(...words, failed())
      return
    case 'never':
      run.shows(...words, running(40))
      return
    case 'contradicts itself':
      pick(CONTRADICTIONS, plan.contradiction)(run.shows(...words, completed()), plan)
  }
}

const PAGE = '<!doctype html><html><body>Sign in</body></html>'

const CONTRADICTIONS: readonly [Contradict, ...Contradict[]] = [
  // A word that nobody knows is no end, whatever comes with it.
  (run) => run.shows({ status: 'almost done', ended: true, withFile: true }),
  (run) => run.isPartialFailure(),
  (run, { good, bad }) => run.counts({ success: good + bad + 5, failure: 0 }),
  (run, { good, bad }) =>
    bad === 0
      ? run.counts({ failure: 1, success: good })
      : run.counts({ failure: 0, success: good + bad, failedEntitiesCount: 0 }),
  (run) => run.withoutFile(),
  (run) => run.file(''),
  (run) => run.file(PAGE),
  (run) => run.file('Bot Name,x\r\nUtterances,ExpectedIntent\r\n"never closed'),
  (run) => run.reports([]),
  (run, { good }) =>
    run.reports(times(good + 2, (place) => mistaken(`other ${place}`, 'A', 'B'))).counts({ failure: 0, failedEntitiesCount: 0 }),
  (run) => run.edited(({ result: _, ...rest }) => rest),
  (run) => run.edited((answer) => ({ ...answer, result: { ...answer.result, results: null } })),
]
type Contradict = (run: RunScript, plan: SuitePlan) => RunScript
