/** Whether a path that is relative to a folder leads out of it; a name may well begin with two dots. */
export function leadsOut(below: string): boolean {
  return below.split(/[\\/]/)[0] === '..'
}
