/** Our own sentences as people read them. */

/** The names of inputs that have no hyphen. */
const ONE_WORD_INPUTS = new Set(
  'annotations artifact baseline comment description engine group language mode otp overwrite password provider quarantine realm suite token username utterance'.split(
    ' ',
  ),
)

/** With a capital letter, as a sentence that stands alone; one that begins with the name of an input, such as `bot-id`, keeps it as it is written. */
export function capitalised(text: string): string {
  const [word = ''] = /^[a-z0-9-]*/.exec(text) ?? []
  if (word.includes('-') || ONE_WORD_INPUTS.has(word)) return text
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A sentence, and apart from it the lines below it, to be copied as they are; empty where there are none. */
export function sentenceAndLines(text: string): [sentence: string, lines: string] {
  const [sentence = '', ...lines] = text.split('\n')
  return [sentence, lines.join('\n')]
}

/** The same in one line, for a place that has no room for lines. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ')
}
