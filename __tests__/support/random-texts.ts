/** Random texts that try everything at once: commands to the runner, Markdown, HTML, characters that nobody sees. */
import { HOSTILE_TEXTS } from './hostile-texts.ts'

/** What some reader takes for a line break. */
export const LINE_BREAKS: readonly string[] = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029']

const UNSEEN = [...'\u200b\u200d\ufeff\u00ad\u202e\u2066\u2069\u034f\ufe0f\u{e0041}\u{1d173}\ufff9\u3164']
const CONTROLS = ['\0', '\b', '\u001b[31m', '\u007f', '\u009b', '\ud800', '\udc00']
const SPACES = [' ', ' ', '\t', '\u00a0', '\u3000']
const ANYWHERE = [...LINE_BREAKS, ...UNSEEN, ...CONTROLS, ...SPACES]

const COMMANDS =
  ':: :: : ##[ ##[ # ## [ ] ::error:: ##[error] error warning group debug stop-commands add-mask title=x , ; %0A %25 x …'
/** What texts are made of that try to be commands to the runner. */
export const COMMAND_PIECES: readonly string[] = [
  ...COMMANDS.split(' '),
  'set-output name=a',
  '\u0640',
  '\u0301',
  '🎉',
  ...ANYWHERE,
]

const MARKS =
  '* ** _ __ ~~ ` ``` ~~~ --- === | || \\| \\ & ; < > " \' $ $$ { } ( ) ^ % ! + = , . - ? # 1. [^1] [x] word 7 é 日本 🎉'
const TAGS =
  '<b> </code> </pre> </td></tr></table> <!-- --> <https://e.example> &lt; &#60; :+1: $`x`$ @octocat #1 GH-1 octocat/hello#1'
const LINKS =
  'https://e.example http:// HTTPS://E.EXAMPLE ftp://e.example www.e.example WWW. me@e.example mailto:me@e.example xmpp:me@e.example/x'
const PHRASES = [
  '[x](y)',
  '![x](https://e.example/p.png)',
  '[^1]: note',
  '# ',
  '> ',
  '- ',
  '<img src=x onerror=y>',
  '<a href="https://e.example">',
]
/** What texts are made of that try to come to life in Markdown and HTML. */
export const MARKDOWN_PIECES: readonly string[] = [
  ...[MARKS, TAGS, LINKS].flatMap((pieces) => pieces.split(' ')),
  ...PHRASES,
  ...ANYWHERE,
]

/** So many texts that are made of commands and their parts, the same in every run. */
export function randomCommands(count: number): string[] {
  return randomTexts(COMMAND_PIECES, count, 14)
}

/** The hostile texts and so many random ones that are made of Markdown and HTML, the same in every run. */
export function randomMarkdown(count: number): string[] {
  const ready = Object.entries(HOSTILE_TEXTS).flatMap(([name, text]) => (name === 'emoji' ? [] : [text]))
  return [...ready, ...randomTexts(MARKDOWN_PIECES, count, 20)]
}

/** What a reader should see of these texts, found out in another way than by the code under test. */
export function visibleText(text: string): string {
  const unseen = [...UNSEEN, ...CONTROLS.map((control) => control.charAt(0))]
  const characters = [...text.replaceAll('\r\n', '\n')].map((character) => (LINE_BREAKS.includes(character) ? '\n' : character))
  return characters.filter((character) => !unseen.includes(character)).join('')
}

function randomTexts(pieces: readonly string[], count: number, longest: number): string[] {
  const random = seeded()
  const piece = () => pieces[Math.floor(random() * pieces.length)] ?? ''
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(random() * longest) }, piece).join(''))
}

/** Numbers from 0 up to 1 that are the same in every run (the method is called mulberry32). */
function seeded(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
