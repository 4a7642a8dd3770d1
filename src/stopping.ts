/** What became of a run that was to be stopped, in sentences of ours. Pure. */
import { shortId } from './run-id.ts'

/** Of a start whose answer never came, where nothing tells whether there is a run. */
export const MAY_BE_UNDER_WAY =
  "the start was sent and its answer never came, so a run may be under way; look for it in the vendor's console"

/** Of a vendor that cannot stop a run. */
export function goesOn(id: string): string {
  return `run ${shortId(id)} goes on at the vendor, which offers no way to stop it`
}

/** Of a vendor that was told to, or had no need to. */
export function isNoMore(id: string, answer: 'sent' | 'over'): string {
  return `run ${shortId(id)} was ${answer === 'sent' ? 'stopped at the vendor' : 'over'}`
}
