/** Finds parts of known strings in long texts, in one pass that looks at few characters. Pure. */

/** Part of a text, from `start` up to but not including `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A set of strings to look for. */
export interface Fragments {
  /**
   * From now on parts of this form are found from `shortest` characters on. Its first `constant` characters are no find
   * by themselves, only together with what follows.
   */
  add(form: string, shortest: number, constant?: number): void
  /** Takes back one `add` of the same form and number. */
  remove(form: string, shortest: number): void
  /** Every part that is long enough, in order; they neither touch nor overlap. */
  find(text: string): Span[]
}

/** Taken out of the loops below, where looking up a global counts. */
const { imul } = Math

/**
 * Every substring of `size` characters (a gram) of the forms. A part of a form is a row of such grams, so it is enough to
 * ask at every n-th place of a text, where n is the number of grams in the shortest part. A filter of counters answers
 * "not here" for nearly all of them without making a string.
 */
interface Grams {
  readonly size: 4 | 8
  readonly known: Map<string, Gram>
  readonly filterBits: number
  readonly filter: Uint16Array
  stride: number
}

interface Gram {
  /** How many forms have it, and how often. */
  holders: number
  /** The length from which a row with this gram in it is a find. */
  shortest: number
}

/**
 * Looks for parts of four characters and more. The shorter the part, the closer one must look, so that the many forms
 * with long parts are kept apart from the few others.
 */
export function createFragments(): Fragments {
  const kinds = [createGrams(4, 14), createGrams(8, 14), createGrams(8, 20)] as const
  const [fine, middle, coarse] = kinds
  const fitting = (shortest: number) => (shortest < 8 ? fine : shortest < 16 ? middle : coarse)
  // Done when a text is looked through: a token is learned just before its request, and must not hold it.
  const waiting: (() => void)[] = []
  return {
    add: (form, shortest, constant = 0) => waiting.push(() => addGrams(fitting(shortest), form, shortest, constant)),
    remove: (form, shortest) => waiting.push(() => removeGrams(fitting(shortest), form)),
    find(text) {
      if (waiting.length > 0) for (const change of waiting.splice(0)) change()
      const runs = kinds.flatMap((grams) => findRuns(grams, text))
      return runs.length === 0 ? runs : merged(runs)
    },
  }
}

function createGrams(size: 4 | 8, filterBits: number): Grams {
  return { size, known: new Map(), filterBits, filter: new Uint16Array(2 ** filterBits), stride: 2 ** 30 }
}

function addGrams(grams: Grams, form: string, shortest: number, constant: number): void {
  grams.stride = Math.min(grams.stride, shortest - grams.size + 1)
  visitGrams(grams, form, (key, slot, at) => {
    const own = at < constant ? Number.POSITIVE_INFINITY : shortest
    const gram = grams.known.get(key)
    if (gram === undefined) grams.filter[slot] = (grams.filter[slot] ?? 0) + 1
    grams.known.set(key, { holders: (gram?.holders ?? 0) + 1, shortest: Math.min(own, gram?.shortest ?? own) })
  })
}

function removeGrams(grams: Grams, form: string): void {
  visitGrams(grams, form, (key, slot) => {
    const gram = grams.known.get(key)
    if (gram === undefined) return
    gram.holders -= 1
    if (gram.holders > 0) return
    grams.known.delete(key)
    grams.filter[slot] = (grams.filter[slot] ?? 0) - 1
  })
}

function visitGrams({ size, filterBits }: Grams, form: string, visit: (gram: string, slot: number, at: number) => void): void {
  let hash = 0
  for (let last = 0; last < form.length; last += 1) {
    hash = rolled(hash, form.charCodeAt(last), 32 / size)
    const at = last - size + 1
    if (at >= 0) visit(form.slice(at, last + 1), slotOf(hash, filterBits), at)
  }
}

/** In order, each as long as it can be. */
function findRuns(grams: Grams, text: string): Span[] {
  const runs: Span[] = []
  const { size, filter, filterBits, stride } = grams
  if (grams.known.size === 0) return runs
  const shift = 32 / size
  let hash = 0
  let next = size - 1
  for (let last = 0; last < text.length; last += 1) {
    hash = rolled(hash, text.charCodeAt(last), shift)
    if (last < next) continue
    const run = filter[slotOf(hash, filterBits)] === 0 ? undefined : runAround(grams, text, last - size + 1)
    if (run !== undefined && isFind(grams, text, run)) runs.push(run)
    next = run === undefined ? last + stride : run.end
  }
  return runs
}

/** Follows the grams both ways from the one at this place, as far as they are known. */
function runAround({ known, size }: Grams, text: string, at: number): Span | undefined {
  const isKnown = (place: number) => place >= 0 && known.has(text.slice(place, place + size))
  if (!isKnown(at)) return undefined
  let [first, last] = [at, at]
  while (isKnown(first - 1)) first -= 1
  while (isKnown(last + 1)) last += 1
  return { start: first, end: last + size }
}

function isFind({ known, size }: Grams, text: string, { start, end }: Span): boolean {
  for (let at = start; at + size <= end; at += 1) {
    const gram = known.get(text.slice(at, at + size))
    if (gram !== undefined && gram.shortest <= end - start) return true
  }
  return false
}

/** The hash one character further. What is a gram back has been shifted out, so that it always covers one gram. */
function rolled(hash: number, code: number, shift: number): number {
  return (hash << shift) ^ imul(code, 0x9e3779b1)
}

function slotOf(hash: number, filterBits: number): number {
  return imul(hash, 0x9e3779b1) >>> (32 - filterBits)
}

function merged(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const before = result.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else result.push({ start, end })
  }
  return result
}
