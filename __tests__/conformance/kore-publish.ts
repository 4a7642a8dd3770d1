/** Kore.ai publish for the conformance suite. */
import { reset } from '../../simulator/faults.ts'
import { startKorePublish } from '../../simulator/kore/publish.ts'
import { type PublishScript, publishing, publishStatus, resource } from '../../simulator/kore/publish-run.ts'
import type { OpenVendorStage } from '../support/vendor-stage.ts'

/** Opens a stage with simulated Kore.ai publish; one publish lies in the past. */
export const openStage: OpenVendorStage = async (clock) => {
  const kore = await startKorePublish({ clock })
  const { botId, clientId, clientSecret } = kore.behaviour
  kore.somebodyPublishes((publish) => publish.shows(publishStatus('successful')))
  let isEndless = false
  const ends = (status: string, ...names: readonly string[]): PublishScript =>
    kore
      .nextPublish()
      .shows(publishing(20), publishing(60), publishStatus(status))
      .resources(
        resource('Settings'),
        ...names.map((name) => resource(name, 'FAILED')),
        ...(names.length === 0 ? [resource('Channels')] : []),
      )
  return {
    inputs: {
      provider: 'kore-publish',
      'base-url': kore.address,
      'bot-id': botId,
      'client-id': clientId,
      'client-secret': clientSecret,
      'version-comment': 'nightly',
    },
    credentials: ['client-secret'],
    files: ['status.json'],
    passes: () => void ends('successful'),
    fails: () => void ends('failed', 'Channels'),
    breaksOff: () => void ends('failed'),
    showsUnknownStatus() {
      kore.nextPublish().shows(publishStatus('pondering'), publishStatus('pondering'), publishStatus('successful'))
      return true
    },
    neverEnds() {
      isEndless = true
      kore.nextPublish().shows(publishing(40))
    },
    losesStart: (point) => void kore.on('start').answers(reset(point)),
    says: (text) => void ends('failed', text),
    refusesCredentials: () => kore.behaves({ clientSecret: 'a-secret-that-nobody-was-given' }),
    started: () => kore.publishes.length,
    underWay: () => (isEndless ? kore.publishes.length : 0),
    asked: () => kore.requests.length,
    close: () => kore.close(),
  }
}
