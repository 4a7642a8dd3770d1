/** What the schemas of vendors' answers are made of, where vendors write the same thing in more than one form. */
import * as z from 'zod/mini'

/** A text that is not empty. */
export const Filled = z.string().check(z.minLength(1))

/** The id of a run, which has to fit into an output: none that a vendor's page shows has more than 100 characters. */
export const RunId = Filled.check(z.maxLength(512))

/** A number that may come as digits. */
export const Digits = numberOr(/^\d+$/)

/** A count: a whole number from 0 on, that may come as digits. */
export const Count = z.pipe(Digits, z.int().check(z.nonnegative()))

/** A figure such as `0.98`, as a number or as a text without sign. */
export const Figure = numberOr(/^\d*\.?\d+$/)

function numberOr(written: RegExp) {
  return z.union([z.number(), z.pipe(z.string().check(z.regex(written)), z.transform(Number))])
}

/** What is not worth a refusal of the whole answer: absent, null, or of another shape, it counts as not given. */
export function lenient<Shape extends z.ZodMiniType>(shape: Shape) {
  return z.catch(z.nullish(shape), undefined)
}
