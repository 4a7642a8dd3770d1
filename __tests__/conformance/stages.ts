/** The simulated vendor of each provider, by the provider's name. A provider that is not here fails the conformance suite. */
import type { Clock } from '../../src/clock.ts'
import type { OpenVendorStage, VendorStage } from '../support/vendor-stage.ts'
import { openStage as kapso } from './kapso.ts'
import { openStage as koreBatch } from './kore-batch.ts'
import { openStage as koreConversation } from './kore-conversation.ts'
import { openStage as korePublish } from './kore-publish.ts'
import { openStage as omilia } from './omilia.ts'
import { openStage as omiliaGeneration } from './omilia-generation.ts'

/** All of them. */
export const STAGES: ReadonlyMap<string, OpenVendorStage> = new Map([
  ['kore-batch', koreBatch],
  ['kore-conversation', koreConversation],
  ['kore-publish', korePublish],
  ['omilia', omilia],
  ['omilia-generation', omiliaGeneration],
  ['kapso', kapso],
])

/** Starts the simulated vendor of a provider. Rejects for a provider that is not in the list. */
export async function startStage(provider: string, clock: Clock): Promise<VendorStage> {
  const open = STAGES.get(provider)
  if (open === undefined) throw new Error(`${provider} has no stage in __tests__/conformance/stages.ts`)
  return open(clock)
}
