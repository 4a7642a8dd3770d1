/** The header `Retry-After`, RFC 9110 section 10.2.3. */

/**
 * How long the header asks us to wait from `wall` on, in milliseconds: whole seconds, or an HTTP date that ends in GMT.
 * A date that has passed is 0. Undefined for anything else, so that nonsense never becomes a wait of a century.
 */
export function retryAfter(value: string | undefined, wall: number): number | undefined {
  if (/^\s*\d{1,9}\s*$/.test(value ?? '')) return Number(value) * 1000
  const date = httpDate(value)
  return date === undefined ? undefined : Math.max(0, date - wall)
}

/** An HTTP date in milliseconds since 1970. `Date.parse` alone would take "120" for a year. */
export function httpDate(value: string | undefined): number | undefined {
  if (value === undefined || !/^\s*[A-Za-z]{3}.*GMT\s*$/.test(value)) return undefined
  const parsed = Date.parse(value)
  return Number.isNaN(parsed) ? undefined : parsed
}
