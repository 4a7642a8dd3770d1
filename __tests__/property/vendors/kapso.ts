/** Kapso for the property test: a run of a suite is as many runs at the vendor as it has cases. */
import { startKapso } from '../../../simulator/kapso/kapso.ts'
import { broken, type CaseScript, scored, testCase } from '../../../simulator/kapso/test-case.ts'
import type { SuitePlan } from '../plan.ts'
import { pick, type Stage, suiteName, suiteNames, times, type Vendor } from './vendor.ts'

/** Opens it with these plans. */
export async function openKapso(stage: Stage): Promise<Vendor> {
  const { clock, plans } = stage
  const kapso = await startKapso({ clock })
  const { apiKey, agentId } = kapso.behaviour
  for (const [place, plan] of plans.entries()) kapso.suite(suiteName(place), casesOf(plan, stage.text(apiKey)))
  return {
    servers: [kapso],
    inputs: { provider: 'kapso', suite: suiteNames(stage), 'base-url': kapso.base, 'api-key': apiKey, 'agent-id': agentId },
    credentials: [apiKey],
    startOperation: 'start',
    dataOperations: ['look'],
    canCancel: false,
    lookedAt: ({ operation, params }) => (operation === 'look' ? params.get('id') : undefined),
    limits: () => [{ key: 'key', calls: 100, perMs: 60_000 }],
    tokens: () => [],
    fates: () =>
      plans.map((plan, place) => {
        const runs = kapso.runs.filter(({ suite }) => suite === suiteName(place))
        const ids = runs.map((run) => run.testCase.id)
        const ofOneCase = ids.map((id) => ids.filter((other) => other === id).length)
        const cases = new Set(ids).size
        const areOver = runs.every(
          (run) => run.looks > 0 && clock.now() >= (run.startedAt ?? Number.POSITIVE_INFINITY) + (run.testCase.lastsMs ?? 0),
        )
        return { started: Math.max(0, ...ofOneCase), isOver: cases >= plan.good + plan.bad && areOver }
      }),
    underWay: () => 0,
    close: () => kapso.close(),
  }
}

function casesOf(plan: SuitePlan, text: string): CaseScript[] {
  const { good, bad, end, lastsMs, contradiction } = plan
  const lasting = (script: CaseScript, place: number): CaseScript => ({ ...script, lastsMs: lastsMs + 700 * place })
  const conversation = [{ role: text, content: text }]
  const cases = [
    ...times(good, (place) => scored(`good ${place}`, 0.9, text)),
    ...times(bad, (place) =>
      testCase(`bad ${place} ${text}`, { score: 0.1, feedback: text, conversation, full_history: conversation }),
    ),
  ].map(lasting)
  switch (end) {
    case 'honest':
      return cases
    case 'breaks off':
      return cases.map((each, place) => lasting(broken(each.name, { message: text }), place))
    case 'never':
      return cases.map((each) => ({ ...each, lastsMs: Number.POSITIVE_INFINITY }))
    case 'contradicts itself':
      return cases.map((each, place) =>
        place > 0 ? each : { ...each, end: { ...each.end, ...pick(CONTRADICTIONS, contradiction) } },
      )
  }
}

const CONTRADICTIONS: readonly [Partial<CaseScript['end']>, ...Partial<CaseScript['end']>[]] = [
  { score: 1.5 },
  { score: -0.1 },
  { score: 'splendid' },
  { score: null },
  { error: { message: 'broken' } },
  { error: 'broken' },
  { execution_completed: false, score: null },
  { score: true },
  { score: [1] },
]
