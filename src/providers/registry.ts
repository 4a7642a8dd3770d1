/** All providers: one line a vendor product. */
import { koreBatch } from './kore/batch.ts'
import type { Provider } from './provider.ts'

/** In the order in which they are listed to users. */
export const providers: readonly Provider[] = [koreBatch]
