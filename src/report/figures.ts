/** Numbers, spans of time and moments as people and files read them. */

/** A whole number with a comma at each thousand: `10,000`. By hand, since loading the rules of a locale would hold the start. */
export function wholeNumber(value: number): string {
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A number with its noun, whose plural takes an `s`: `1 case`, `10,000 cases`. */
export function countOf(value: number, noun: string): string {
  return `${wholeNumber(value)} ${noun}${value === 1 ? '' : 's'}`
}

/** A score from 0 to 1 with at most four decimals, cut and never rounded up: 0.99999 reads `0.9999`. */
export function score(value: number): string {
  return value < 0.0001 ? '0' : String(value).replace(/(\.\d{4})\d+$/, '$1')
}

/** Milliseconds in the two largest units that fit: `850 ms`, `12.3 s`, `3 min 12 s`, `2 h 5 min`. */
export function timeSpan(ms: number): string {
  if (ms < 1000) return `${Math.floor(ms)} ms`
  if (ms < 60_000) return `${Math.floor(ms / 100) / 10} s`
  const seconds = Math.floor(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Milliseconds as seconds with three decimals, as JUnit writes them: `0.850`. */
export function junitSeconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}

/** Milliseconds since 1970 as JUnit writes a moment: in UTC, without fraction and zone. */
export function junitMoment(ms: number): string {
  return new Date(ms).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)
}

/** Milliseconds since 1970 in ISO 8601, in UTC. */
export function isoMoment(ms: number): string {
  return new Date(ms).toISOString()
}
