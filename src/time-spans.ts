/** Spans of time and moments as people and files read them. */

/** Milliseconds in the two largest units that are not nothing: `850 ms`, `12.3 s`, `3 min 12 s`, `2 h`. */
export function timeSpan(ms: number): string {
  if (ms < 1000) return `${Math.floor(ms)} ms`
  if (ms < 60_000) return `${Math.floor(ms / 100) / 10} s`
  const seconds = Math.floor(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? units(minutes, 'min', seconds % 60, 's') : units(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

/** The same for plans and guesses, rounded: to whole seconds, and from an hour on to minutes. `5 s`, `12 min 5 s`, `1 h 2 min`. */
export function roundedSpan(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  return timeSpan(seconds < 3600 ? seconds * 1000 : Math.round(seconds / 60) * 60_000)
}

function units(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

/** Milliseconds since 1970 in ISO 8601, in UTC. */
export function isoMoment(ms: number): string {
  return new Date(ms).toISOString()
}
