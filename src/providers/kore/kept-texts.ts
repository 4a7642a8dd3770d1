/** What is kept of the texts of a large file while it is read: equal ones once, and of endless ones the beginning. Pure. */

/** Named texts of a case. */
export type Facts = ReadonlyMap<string, string>

/** The texts of one file. Whatever is cut here ends with `…`, and is whole in the vendor's file. */
export interface KeptTexts {
  /** The text, at most 64 Ki UTF-16 units of it, and at most 1,000 where there were too many long ones before it. */
  own(text: string): string
  /** Like `own`, but one and the same string for equal texts: for what a file says again and again. */
  shared(text: string): string
  /** One and the same map for equal ones. */
  sharedFacts(facts: Facts): Facts
}

const LONGEST_TEXT = 64 * 1024
/** What is no longer is never cut, in UTF-16 units. */
const SHORT_TEXT = 1000
/** Of all longer texts together, which leaves a step within 256 MiB. */
const LONG_TEXTS = 4 * 1024 * 1024
const MOST_SHARED = 10_000

/** Keeps nothing yet. */
export function createKeptTexts(): KeptTexts {
  const [texts, facts] = [new Map<string, string>(), new Map<string, Facts>()]
  let left = LONG_TEXTS
  function own(text: string): string {
    if (text.length <= SHORT_TEXT) return text
    const most = left > 0 ? LONGEST_TEXT : SHORT_TEXT
    left -= Math.min(text.length, most)
    return text.length <= most ? text : beginning(text, most)
  }
  return {
    own,
    shared: (text) => sameOf(texts, text, () => own(text)),
    sharedFacts: (given) => sameOf(facts, JSON.stringify([...given]), () => given),
  }
}

function sameOf<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const same = known.get(key)
  if (same !== undefined) return same
  const made = make()
  if (known.size < MOST_SHARED && key.length <= SHORT_TEXT) known.set(key, made)
  return made
}

/** Copied, since a mere part of a string keeps the whole one in memory. Half a surrogate pair at the end shows nothing. */
function beginning(text: string, characters: number): string {
  return Buffer.from(`${text.slice(0, characters - 1)}…`, 'utf16le').toString('utf16le')
}
