/** Text as nodes, with what shows nothing made visible: two texts that look the same may not be. */

/**
 * What shows nothing but can hide or reorder text: controls, halves of surrogate pairs, zero-width and bidirectional
 * characters, fillers, tags. Joiners and variation selectors within an emoji are part of what is seen.
 */
const UNSEEN =
  /[^\P{Cc}\t\n]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)\u200D|(?<!\p{Emoji})(?:\uFE0E|\uFE0F)|(?!\u200D|\uFE0E|\uFE0F)[\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu
const PLAIN = /^[\t\n -~]*$/

/** Nodes of one text: what is seen as it is, the rest as `U+200B`. */
export function textNodes(text: string): Node[] {
  const unified = text.replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, '\n')
  if (PLAIN.test(unified)) return [document.createTextNode(unified)]
  const nodes: Node[] = []
  let from = 0
  for (const found of unified.matchAll(UNSEEN)) {
    if (found.index > from) nodes.push(document.createTextNode(unified.slice(from, found.index)))
    nodes.push(sign(found[0]))
    from = found.index + found[0].length
  }
  if (from < unified.length) nodes.push(document.createTextNode(unified.slice(from)))
  return nodes
}

/** The text in one line without what shows nothing, at most that many characters: for places that have room for no more. */
export function oneLine(text: string, characters: number): string {
  const line = text.slice(0, characters * 2).replace(/\s+/g, ' ')
  const seen = PLAIN.test(line) ? line : line.replace(UNSEEN, '')
  return seen.length <= characters ? seen : `${seen.slice(0, characters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function sign(character: string): HTMLElement {
  const node = document.createElement('span')
  node.className = 'unseen'
  node.textContent = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return node
}
