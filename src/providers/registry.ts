/** All providers: one line a vendor product. */
import { kapso } from './kapso/kapso.ts'
import { koreBatch } from './kore/batch.ts'
import { koreConversation } from './kore/conversation.ts'
import { korePublish } from './kore/publish.ts'
import { omiliaGeneration } from './omilia/generation.ts'
import { omilia } from './omilia/runs.ts'
import type { Provider } from './provider.ts'

/** In the order in which they are listed to users. */
export const providers: readonly Provider[] = [koreBatch, koreConversation, korePublish, omilia, omiliaGeneration, kapso]
