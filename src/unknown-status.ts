/** Statuses that no page of a vendor names. */
import type { World } from './providers/provider.ts'

/** Tells a status that nobody knows, once. */
export function unknownStatusTeller({ warn }: Pick<World, 'warn'>): (status: string) => void {
  let isTold = false
  return (status) => {
    if (!isTold) warn('the vendor reported an unknown status; the run is treated as still running', status)
    isTold = true
  }
}
