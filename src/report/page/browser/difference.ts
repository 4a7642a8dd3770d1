/** Where two texts differ, word by word. Pure. */

/** A part of a text, and whether the other text has it at that place. */
export interface Part {
  readonly text: string
  readonly differs: boolean
}

/** Between words, and between the marks that stand among them. */
const BETWEEN = /(?<=[^\p{L}\p{N}])|(?=[^\p{L}\p{N}])/u

/** Texts of more words are not compared: the time for it grows with the square. */
const MOST_WORDS = 500

/**
 * Both texts in parts, by the longest sequence of words that they share. Texts that have less than a third in common are other
 * texts: then all of each differs.
 */
export function difference(left: string, right: string): readonly [readonly Part[], readonly Part[]] {
  const [lefts, rights] = [left.split(BETWEEN), right.split(BETWEEN)]
  const others = [[{ text: left, differs: true }], [{ text: right, differs: true }]] as const
  if (Math.max(lefts.length, rights.length) > MOST_WORDS) return others
  const shared = sharedWords(lefts, rights)
  const common = shared.reduce((sum, [index]) => sum + (lefts[index]?.length ?? 0), 0)
  if (common * 3 < Math.max(left.length, right.length)) return others
  return [partsOf(lefts, new Set(shared.map(([index]) => index))), partsOf(rights, new Set(shared.map(([, index]) => index)))]
}

/** The places, in both, of the words of the longest sequence that both have. */
function sharedWords(lefts: readonly string[], rights: readonly string[]): (readonly [number, number])[] {
  const width = rights.length + 1
  const lengths = new Uint16Array((lefts.length + 1) * width)
  const lengthAt = (left: number, right: number): number => lengths[left * width + right] ?? 0
  for (let left = lefts.length - 1; left >= 0; left--) {
    for (let right = rights.length - 1; right >= 0; right--) {
      const same = lefts[left] === rights[right]
      const length = same ? lengthAt(left + 1, right + 1) + 1 : Math.max(lengthAt(left + 1, right), lengthAt(left, right + 1))
      lengths[left * width + right] = length
    }
  }
  const shared: [number, number][] = []
  let [left, right] = [0, 0]
  while (left < lefts.length && right < rights.length) {
    if (lefts[left] === rights[right]) shared.push([left++, right++])
    else if (lengthAt(left + 1, right) >= lengthAt(left, right + 1)) left++
    else right++
  }
  return shared
}

/** Words side by side become one part; a blank between two words that differ differs with them. */
function partsOf(words: readonly string[], shared: ReadonlySet<number>): Part[] {
  const isBlankBetween = (index: number): boolean =>
    words[index] === ' ' && index > 0 && index < words.length - 1 && !shared.has(index - 1) && !shared.has(index + 1)
  const parts: { text: string; differs: boolean }[] = []
  for (const [index, text] of words.entries()) {
    const differs = !shared.has(index) || isBlankBetween(index)
    const last = parts.at(-1)
    if (last?.differs === differs) last.text += text
    else parts.push({ text, differs })
  }
  return parts
}
