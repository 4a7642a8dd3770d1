/** One wrong value in a JSON answer: no single one may turn a failure into a pass. */
import type { Lie } from './plan.ts'

/** None of them is what the vendor writes for something good. */
const VALUES: readonly unknown[] = [undefined, null, '', 'x', {}, [], true, false, 0, -1, 1e308, 0.5, 'NaN', [null], { a: 1 }]

/** The JSON with the value at one place changed, whatever it is; what is no JSON stays as it is. */
export function lied(body: Buffer, { place, value }: Pick<Lie, 'place' | 'value'>): Buffer {
  let answer: unknown
  try {
    answer = JSON.parse(body.toString())
  } catch {
    return body
  }
  const places = placesIn(answer)
  const chosen = places[place % Math.max(1, places.length)]
  chosen?.(VALUES[value % VALUES.length])
  return Buffer.from(JSON.stringify(answer))
}

/** What sets each value inside, the outer ones first. */
function placesIn(value: unknown): ((to: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value
  return Object.entries(holder).flatMap(([key, inner]) => [
    (to: unknown) => void Reflect.set(holder, key, to),
    ...placesIn(inner),
  ])
}
