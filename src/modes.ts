/** What a step can be asked to do, and what follows from it. Pure. */

/** What a step can be asked to do at a vendor. */
export const VENDOR_MODES = ['run', 'start', 'collect', 'cancel'] as const

/** What a step can be asked to do. */
export const MODES = [...VENDOR_MODES, 'doctor', 'report'] as const

/** Whether a step of that mode is about a run that was started before. */
export function reopens(mode: string): boolean {
  return mode === 'collect' || mode === 'cancel'
}

/** Whether a step of that mode judges runs. */
export function judges(mode: string): boolean {
  return mode === 'run' || mode === 'collect'
}

/** Whether a step of that mode finds something out; one that only starts or stops a run has nothing to keep and to comment on. */
export function findsOut(mode: string): boolean {
  return mode !== 'start' && mode !== 'cancel'
}

/** Whether a step was asked for just that: in mode `cancel` the conclusion `cancelled` says that it is done. */
export function isStopWanted({ mode, conclusion }: { readonly mode: string; readonly conclusion: string }): boolean {
  return mode === 'cancel' && conclusion === 'cancelled'
}
