/** What can happen to a file on its way. */
import fc from 'fast-check'

/** One damage; places are shares of the length, from 0 to below 1. */
export type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'hole'; readonly at: number; readonly length: number }
  | { readonly kind: 'byte'; readonly at: number; readonly value: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'lines'; readonly at: number; readonly count: number }

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** One to three of them. */
export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: place }),
    fc.record({ kind: fc.constant('hole' as const), at: place, length: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant('byte' as const), at: place, value: fc.nat(255) }),
    fc.record({ kind: fc.constant('insert' as const), at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }) }),
    fc.record({ kind: fc.constant('lines' as const), at: place, count: fc.integer({ min: 1, max: 4 }) }),
  ),
  { minLength: 1, maxLength: 3 },
)

/** The bytes after all of them. */
export function damaged(bytes: Buffer, all: readonly Damage[]): Buffer {
  return all.reduce(damagedOnce, bytes)
}

function damagedOnce(bytes: Buffer, damage: Damage): Buffer {
  const at = Math.floor(bytes.length * damage.at)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (damage.kind) {
    case 'cut':
      return before
    case 'hole':
      return Buffer.concat([before, after.subarray(damage.length)])
    case 'byte':
      return Buffer.concat([before, Buffer.from([damage.value]), after.subarray(1)])
    case 'insert':
      return Buffer.concat([before, damage.bytes, after])
    case 'lines':
      return withoutLines(bytes, damage)
  }
}

function withoutLines(bytes: Buffer, { at, count }: { readonly at: number; readonly count: number }): Buffer {
  const lines = bytes.toString('latin1').split(/(?<=\n)/)
  lines.splice(Math.floor(lines.length * at), count)
  return Buffer.from(lines.join(''), 'latin1')
}
