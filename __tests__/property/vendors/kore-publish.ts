/** Kore.ai publish for the property test; one publish lies in the past, and was successful. */
import { startKorePublish } from '../../../simulator/kore/publish.ts'
import { type PublishScript, publishing, publishStatus, resource } from '../../../simulator/kore/publish-run.ts'
import type { SuitePlan } from '../plan.ts'
import { koreLimits } from './kore-batch.ts'
import { headerTokens, pick, type Stage, times, type Vendor } from './vendor.ts'

/** Opens it with the first of these plans: a bot has one publish at a time. */
export async function openKorePublish(stage: Stage): Promise<Vendor> {
  const { clock, plans } = stage
  const [plan] = plans
  if (plan === undefined) throw new Error('There is no plan')
  const kore = await startKorePublish({ clock })
  kore.somebodyPublishes((publish) => publish.shows(publishStatus('successful')))
  const { botId, clientId, clientSecret } = kore.behaviour
  script(kore.nextPublish(), plan, stage.text(clientSecret))
  let startedAt: number | undefined
  return {
    servers: [kore],
    inputs: {
      provider: 'kore-publish',
      'base-url': kore.address,
      'bot-id': botId,
      'client-id': clientId,
      'client-secret': clientSecret,
      'version-comment': 'nightly',
    },
    credentials: [clientSecret],
    startOperation: 'start',
    dataOperations: ['status'],
    canCancel: false,
    lookedAt: ({ operation }) => (operation === 'status' ? 'the last one' : undefined),
    limits: ({ operation }) => koreLimits(operation),
    tokens: headerTokens,
    fates() {
      startedAt ??= kore.requests.find(({ operation }) => operation === 'start')?.at
      const looks = kore.requests.filter(
        ({ operation, at }) => operation === 'status' && at >= (startedAt ?? Number.POSITIVE_INFINITY),
      )
      const isByTime = plan.end === 'honest' && plan.words.length === 0
      const isEnded = isByTime ? clock.now() - (startedAt ?? clock.now()) >= plan.lastsMs : looks.length > plan.words.length
      return [{ started: kore.publishes.length, isOver: plan.end !== 'never' && isEnded }]
    },
    underWay: () => 0,
    close: () => kore.close(),
  }
}

function script(publish: PublishScript, plan: SuitePlan, text: string): void {
  const words = plan.words.map((word) => publishStatus(word, 10))
  const good = times(plan.good, (place) => resource(`Settings ${place}`))
  const bad = times(plan.bad, (place) => resource(`${place} ${text}`, 'FAILED'))
  const end = publishStatus(plan.bad > 0 ? 'failed' : 'successful')
  publish.resources(...good, ...bad)
  switch (plan.end) {
    case 'honest':
      // By time the vendor's end says successful; one that failed moves by looks.
      void (words.length === 0 && plan.bad === 0 ? publish.lasts(plan.lastsMs) : publish.shows(...words, end))
      return
    case 'breaks off':
      publish.resources(...good).shows(...words, publishStatus('failed'))
      return
    case 'never':
      publish.shows(...words, publishing(40))
      return
    case 'contradicts itself':
      pick(CONTRADICTIONS, plan.contradiction)(publish.shows(...words, publishStatus('successful')))
  }
}

const CONTRADICTIONS: readonly [(publish: PublishScript) => PublishScript, ...((publish: PublishScript) => PublishScript)[]] = [
  // A word that nobody knows is no end, whatever comes with it.
  (publish) => publish.shows(publishStatus('almost successful')).resources(resource('Settings')),
  (publish) => publish.resources(resource('Settings'), resource('Channels', 'FAILED')),
  (publish) => publish.resources(resource('Settings'), resource('Channels', 'IN_PROGRESS')),
  (publish) => publish.resources(),
  (publish) => publish.awaitsApproval(),
  (publish) => publish.edited((answer) => ({ ...answer, statusSummary: 'all good' })),
  // The one before was successful, and is all that the vendor ever tells of.
  (publish) => publish.appearsAfter(10_000),
]
