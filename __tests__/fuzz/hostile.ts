/** Texts that try to do harm, as arbitraries, and whether they succeed. For the fuzz tests and the soak. */
import fc from 'fast-check'
import { createRedactor } from '../../src/redact.ts'
import { logLines, oneLine, visible } from '../../src/untrusted.ts'
import { COMMAND_PIECES, MARKDOWN_PIECES } from '../support/random-texts.ts'
import { createRunnerReader } from '../support/runner-commands.ts'
import { FORMS } from '../support/secrets.ts'

const wild = fc.string({ unit: 'binary', maxLength: 4 })

function madeOf(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: wild })
  return fc.array(piece, { minLength: 1, maxLength }).map((parts) => parts.join(''))
}

/** A text that may be full of commands to the runner. */
export const commandText = madeOf(COMMAND_PIECES, 16)

/** A text that may be full of Markdown and HTML. */
export const markdownText = madeOf(MARKDOWN_PIECES, 20)

/** Where a text is put in the log. */
export interface LogPlace {
  readonly text: string
  readonly prefix: string
  readonly lines: number
  readonly characters: number
}

/** A hostile text and how it is shown. */
export const logPlace: fc.Arbitrary<LogPlace> = fc.record({
  text: commandText,
  prefix: fc.constantFrom('  | ', '', '    ', 'reply: ', '#', '##', ':'),
  lines: fc.integer({ min: 1, max: 6 }),
  characters: fc.integer({ min: 1, max: 80 }),
})

/** What the runner would obey of a text in the log; nothing, if all is well. */
export function obeyed({ text, prefix, lines, characters }: LogPlace): string[] {
  const shown = [...logLines(text, prefix, { lines, characters }), oneLine(text, characters)]
  return createRunnerReader()
    .read(shown.join('\n'))
    .map(({ name }) => name)
}

/** So many characters of a form tell too much of it. */
const TELLING = 16

/** A secret that comes back in a text. */
export interface Echo {
  readonly secret: string
  readonly form: string
  readonly before: string
  readonly after: string
  /** From where to where of the secret's form it comes back; whole when the end is 0. */
  readonly from: number
  readonly length: number
  /** What is put after each character, and shows nothing. */
  readonly between: string
}

const secret = fc
  .oneof(
    fc.base64String({ minLength: 24, maxLength: 80 }),
    fc.string({ unit: 'grapheme', minLength: 16, maxLength: 60 }),
    fc.uuid(),
    fc.tuple(fc.uuid(), fc.constantFrom('-', '&', '"', '/', '<x>', '+', '\\', '\n')).map(([id, mark]) => `${id}${mark}${id}`),
  )
  // What shows nothing is gone before a text is redacted, so a secret that holds such characters is another matter.
  .filter((text) => visible(text) === text)

/** A secret in one of its forms somewhere in a text, whole or in part. */
export const echo: fc.Arbitrary<Echo> = fc.record({
  secret,
  form: fc.constantFrom(...Object.keys(FORMS)),
  before: fc.oneof(fc.constant(''), commandText, fc.string({ maxLength: 30 })),
  after: fc.oneof(fc.constant(''), commandText, fc.string({ maxLength: 30 })),
  from: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }),
  length: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: TELLING, max: 60 }) }),
  between: fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('\u200b', '\u00ad', '\u2060', '\ufe0f') },
  ),
})

/** The telling parts of a secret's form that are still there in what a reader sees; none, if all is well. */
export function leaked({ secret: plain, form, before, after, from, length, between }: Echo): string[] {
  const redactor = createRedactor()
  redactor.learn(plain)
  const whole = FORMS[form]?.(plain.trim()) ?? ''
  const part = whole.slice(from, length === 0 ? undefined : from + length)
  // A part that is cut shorter than what tells is left.
  if (part.length < Math.min(TELLING, whole.length)) return []
  const said = between === '' ? part : [...part].join(between)
  const shown = redactor.redact(visible(`${before}${said}${after}`))
  const seen = visible(part)
  if (seen.length < Math.min(TELLING, whole.length)) return []
  return windows(seen, Math.min(TELLING, seen.length)).filter(
    (each) => each !== '' && shown.includes(each) && !before.includes(each) && !after.includes(each),
  )
}

function windows(text: string, size: number): string[] {
  return Array.from({ length: text.length - size + 1 }, (_, at) => text.slice(at, at + size))
}
