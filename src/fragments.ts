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

interface Gram {
  holders: number
  shortest: number
}

interface Run extends Span {
  readonly shortest: number
}

/**
 * Looks for parts of four characters and more. The shorter the part, the closer one must look, so that the many forms
 * with long parts are kept apart from the few others.
 */
export function createFragments(): Fragments {
  const [fine, middle, coarse] = [createGrams(4, 14), createGrams(8, 14), createGrams(8, 20)]
  const fitting = (shortest: number) => (shortest < 8 ? fine : shortest < 16 ? middle : coarse)
  return {
    add: (form, shortest, constant) => fitting(shortest).add(form, shortest, constant),
    remove: (form, shortest) => fitting(shortest).remove(form, shortest),
    find: (text) => merged([fine, middle, coarse].flatMap((grams) => grams.find(text))),
  }
}

/**
 * Keeps every substring of `size` characters (a gram) of the forms. A part of a form is a row of such grams, so it is
 * enough to ask at every n-th place of the text, where n is the number of grams in the shortest part. A filter of counters
 * answers "not here" for nearly all of them without making a string.
 */
function createGrams(size: 4 | 8, filterBits: number): Fragments {
  const grams = new Map<string, Gram>()
  const filter = new Uint16Array(2 ** filterBits)
  let stride = 2 ** 30

  function slotOf(hash: number): number {
    return imul(hash, 0x9e3779b1) >>> (32 - filterBits)
  }

  function each(form: string, visit: (gram: string, slot: number, end: number) => void): void {
    let hash = 0
    for (let last = 0; last < form.length; last += 1) {
      hash = rolled(hash, form.charCodeAt(last), 32 / size)
      if (last >= size - 1) visit(form.slice(last - size + 1, last + 1), slotOf(hash), last + 1)
    }
  }

  function add(form: string, shortest: number, constant = 0): void {
    stride = Math.min(stride, shortest - size + 1)
    each(form, (key, slot, end) => {
      const own = end - size < constant ? Number.POSITIVE_INFINITY : shortest
      const gram = grams.get(key)
      if (gram === undefined) filter[slot] = (filter[slot] ?? 0) + 1
      grams.set(key, { holders: (gram?.holders ?? 0) + 1, shortest: Math.min(own, gram?.shortest ?? own) })
    })
  }

  function remove(form: string): void {
    each(form, (key, slot) => {
      const gram = grams.get(key)
      if (gram === undefined) return
      gram.holders -= 1
      if (gram.holders > 0) return
      grams.delete(key)
      filter[slot] = (filter[slot] ?? 0) - 1
    })
  }

  /** Follows the grams both ways from the one that begins at `at`, as far as they are known. */
  function runAround(text: string, at: number): Run | undefined {
    const shortestAt = (place: number) => (place < 0 ? undefined : grams.get(text.slice(place, place + size))?.shortest)
    let shortest = shortestAt(at)
    if (shortest === undefined) return undefined
    const walk = (step: 1 | -1): number => {
      let place = at
      for (let found = shortestAt(place + step); found !== undefined; found = shortestAt(place + step)) {
        place += step
        shortest = Math.min(shortest ?? found, found)
      }
      return place
    }
    const [first, last] = [walk(-1), walk(1)]
    return { start: first, end: last + size, shortest }
  }

  function find(text: string): Span[] {
    const spans: Span[] = []
    if (grams.size === 0) return spans
    const shift = 32 / size
    let hash = 0
    let next = size - 1
    for (let last = 0; last < text.length; last += 1) {
      hash = rolled(hash, text.charCodeAt(last), shift)
      if (last < next) continue
      const run = filter[slotOf(hash)] === 0 ? undefined : runAround(text, last - size + 1)
      if (run !== undefined && run.end - run.start >= run.shortest) spans.push(run)
      next = run === undefined ? last + stride : run.end
    }
    return spans
  }

  return { add, remove, find }
}

/** The hash one character further. What is `size` characters back has been shifted out, so it always covers one gram. */
function rolled(hash: number, code: number, shift: number): number {
  return (hash << shift) ^ imul(code, 0x9e3779b1)
}

function merged(spans: Span[]): Span[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const before = result.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else result.push({ start, end })
  }
  return result
}
