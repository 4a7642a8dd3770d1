/**
 * Neutralising of everything that came from outside: replies, names, messages, file names. Pure.
 * Redaction (`redact.ts`) comes first: redact, then cut, then escape.
 */

/** What a reader of a log or a page takes for a line break, whoever wrote it. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g

/**
 * What shows nothing but can hide or reorder text: controls but tab and line feed, halves of surrogate pairs, zero-width
 * and bidirectional characters, fillers, variation selectors, tags, annotation marks.
 */
const INVISIBLE = /[^\P{Cc}\t\n]|[\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu

/** Nearly every text is plain, and the other expressions take long to build and to run. */
const PLAIN = /^[\t\n -~]*$/

/** Every ASCII mark but those that mean nothing to Markdown and HTML within a line. */
const MARKDOWN_MARK = /[\n\t!-'*+/:<-@[-`{-~]/g

/**
 * Where bare addresses become links. GitHub looks for e-mail addresses after it has decoded entities, so these places
 * must be torn into two nodes.
 */
const LINK_JOINT = /(?=@)|(?<=@)|(?=:\/\/)|(?<=www)(?=\.)/gi

/** Splits a text into nodes and is dropped by the sanitiser. */
const TEAR = '<!-- -->'

const NAME_CHARACTERS = 60
const CELL_CHARACTERS = 500
const BLOCK_CHARACTERS = 20_000
const LOG_LINES = 200
const LOG_LINE_CHARACTERS = 2_000

/** The text itself, or its beginning with `…`: at most `characters` UTF-16 units, and never half of a surrogate pair. */
export function cut(text: string, characters: number): string {
  if (text.length <= characters) return text
  if (characters < 1) return ''
  const kept = text.slice(0, characters - 1)
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

/** A name for a sentence of ours, at most 60 characters of it: a long one must not push the fact and the remedy out. */
export function brief(name: string): string {
  // A character has at most two units, and a hostile name can have many millions.
  const characters = [...name.slice(0, 2 * NAME_CHARACTERS + 1)]
  return characters.length <= NAME_CHARACTERS ? name : `${characters.slice(0, NAME_CHARACTERS - 1).join('')}…`
}

/**
 * One line `<code>…</code>` for summaries and comments, table cells included: inert in GitHub's Markdown, and shown as the
 * visible characters of the text, at most `characters` of them (500 when not given).
 */
export function inlineCode(text: string, characters: number = CELL_CHARACTERS): string {
  return `<code>${inert(cut(visible(text), characters))}</code>`
}

/**
 * `<pre>…</pre>` in one line of source, since a blank line would end the block: inert like `inlineCode`, at most
 * `characters` of the text (20,000 when not given).
 */
export function codeBlock(text: string, characters: number = BLOCK_CHARACTERS): string {
  const shown = cut(visible(text), characters)
  // HTML swallows the first line break of a `pre`.
  return `<pre>${shown.startsWith('\n') ? '&#10;' : ''}${inert(shown)}</pre>`
}

/** The text without the characters that XML 1.0 forbids; escaping is left to whoever builds the document. */
export function xmlText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}

/**
 * The visible text in one line that the runner does not take for a command, at most `characters` UTF-16 units: for
 * annotation messages, and for the log where one line must do.
 */
export function oneLine(text: string, characters: number): string {
  return cut(
    disarmed(
      visible(text)
        .replace(/[\t\n]+/g, ' ')
        .trim(),
    ),
    characters,
  )
}

/**
 * The visible text as lines for the log, each behind `prefix` and none of them a command to the runner. At most `lines`
 * lines (200 when not given; a last one more tells how many were left out) of `characters` UTF-16 units without the
 * prefix (2,000 when not given).
 */
export function logLines(text: string, prefix: string, options: { lines?: number; characters?: number } = {}): string[] {
  const { lines: most = LOG_LINES, characters = LOG_LINE_CHARACTERS } = options
  const all = unifiedBreaks(text).split('\n')
  const lines = all.slice(0, all.findLastIndex((line) => line !== '') + 1)
  const shown = lines.slice(0, most).map((line) => cut(withoutInvisible(line).replaceAll('\t', ' '), characters))
  if (lines.length > most) shown.push(`… ${lines.length - most} more`)
  return shown.map((line) => disarmed(`${prefix}${line}`))
}

/** The text as it is seen: every kind of line break as a line feed, and nothing that shows nothing. */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : withoutInvisible(unifiedBreaks(text))
}

function unifiedBreaks(text: string): string {
  return text.replace(LINE_BREAK, '\n')
}

function withoutInvisible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, '')
}

function inert(shown: string): string {
  return shown.split(LINK_JOINT).map(escaped).join(TEAR)
}

function escaped(shown: string): string {
  return shown.replace(MARKDOWN_MARK, (mark) => `&#${mark.charCodeAt(0)};`)
}

/** Neither `##[command]` anywhere nor `::command::` at the start, which are the two things that the runner obeys. */
function disarmed(line: string): string {
  return line.replaceAll('##[', '## [').replace(/^(\s*):(?=:)/, '$1: ')
}
