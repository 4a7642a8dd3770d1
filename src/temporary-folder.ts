/** A folder for the time of one action. */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Gives the action a new folder whose name begins with the prefix, and removes it with all that is in it. Rejects when it cannot
 * be made, and as the action does; one that cannot be removed is left, since what was done in it is done.
 */
export async function inTemporaryFolder<Value>(
  within: string,
  prefix: string,
  action: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(within, prefix))
  try {
    return await action(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}
