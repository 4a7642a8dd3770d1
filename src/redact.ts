/** Redaction: what we know to be secret never leaves the process as text, in whatever form it comes back. Pure. */
import { createFragments, type Fragments, type Span } from './fragments.ts'
import { SHORTEST_SECRET, secretForms } from './secret-forms.ts'
import { visible } from './untrusted.ts'

/** Looks through bytes that come in pieces. */
interface Scanner {
  /** True as soon as the bytes so far held a secret, and from then on. */
  push(chunk: Uint8Array): boolean
}

/** Knows the secrets of this process. */
export interface Redactor {
  /** From now on this secret is replaced in all its forms; under 4 characters it is ignored, as it would tear up normal text. */
  learn(secret: string): void
  /** Like `learn`, for tokens that live for one request: as they are and cut, not re-encoded; only the newest 100 are kept. */
  learnPassing(token: string): void
  /** The text with `***` in place of every secret, and of every part of one that is long enough to matter. */
  redact(text: string): string
  /**
   * Finds out whether a file holds a whole secret in any of its forms, as Latin-1, UTF-8 or UTF-16LE; knows the secrets
   * that were learned before it was made.
   */
  scanner(): Scanner
}

const MASK = '***'
const PASSING_KEPT = 100

/** A part of a secret counts from this length on, whatever the length of the whole. */
const TELLING_CHARACTERS = 16

/** Forms that are shorter than this turn up by chance in large files, so only the secret itself is looked for there. */
const SHORTEST_ENCODED_IN_BYTES = 8

/**
 * What every text from outside goes through before anything else is done with it: it is as it is seen, and redacted. What shows
 * nothing goes first, since between the letters of a secret it would hide it from the redactor, and not from readers.
 */
export function cleanerOf({ redact }: Pick<Redactor, 'redact'>): (text: string) => string {
  return (text) => redact(visible(text))
}

/** A redactor that knows nothing yet and changes nothing. */
export function createRedactor(): Redactor {
  const lasting = new Map<string, readonly string[]>()
  const passing: string[] = []
  const fragments = createFragments()
  let starred = false

  function learn(secret: string): void {
    if (lasting.has(secret)) return
    const forms = secretForms(secret)
    lasting.set(secret, forms)
    starred ||= secret.includes('*')
    for (const form of forms) fragments.add(form, shortestPart(form))
  }

  function learnPassing(token: string): void {
    const plain = token.trim()
    if (plain.length < SHORTEST_SECRET || passing.includes(plain)) return
    passing.push(plain)
    fragments.add(plain, shortestPart(plain), constantPart(plain))
    const oldest = passing.length > PASSING_KEPT ? passing.shift() : undefined
    if (oldest !== undefined) fragments.remove(oldest, shortestPart(oldest))
  }

  function scanner(): Scanner {
    const encoded = [...lasting.values()].flatMap((forms) =>
      forms.filter((form, index) => index === 0 || form.length >= SHORTEST_ENCODED_IN_BYTES),
    )
    return createScanner([...encoded, ...passing].flatMap(asBytes))
  }

  return {
    learn,
    learnPassing,
    redact: (text) => (starred ? redactedFully(text, fragments) : redactedOnce(text, fragments)),
    scanner,
  }
}

/** Three quarters of a form tell too much of it, if they are long enough to be no coincidence; of a long form less does. */
function shortestPart(form: string): number {
  if (form.length < 8) return form.length
  return Math.min(TELLING_CHARACTERS, Math.max(8, Math.ceil(form.length * 0.75)))
}

/** The head of a JWT says only how it is signed, and is the same in other people's tokens. */
function constantPart(token: string): number {
  return token.startsWith('eyJ') ? token.indexOf('.') + 1 : 0
}

/** A mask may complete a secret that has asterisks in it, so that one look is not enough; each round shortens the text. */
function redactedFully(text: string, fragments: Fragments): string {
  let [result, before] = [redactedOnce(text, fragments), text]
  while (result !== before) [result, before] = [redactedOnce(result, fragments), result]
  return result
}

function redactedOnce(text: string, fragments: Fragments): string {
  const spans = fragments.find(text)
  return spans.length === 0 ? text : masked(text, spans)
}

function masked(text: string, spans: readonly Span[]): string {
  const gaps = spans.map(({ start }, index) => text.slice(spans[index - 1]?.end ?? 0, start))
  return [...gaps, text.slice(spans.at(-1)?.end)].join(MASK)
}

/** The bytes of a text in the encodings of files that can hold it, each byte as one character. */
function asBytes(text: string): string[] {
  const [latin1 = '', ...others] = (['latin1', 'utf8', 'utf16le'] as const).map((encoding) =>
    Buffer.from(text, encoding).toString('latin1'),
  )
  return latin1 === text ? [latin1, ...others] : others
}

function createScanner(forms: readonly string[]): Scanner {
  const distinct = [...new Set(forms)]
  const longest = distinct.reduce((length, form) => Math.max(length, form.length), 0)
  const fragments = createFragments()
  for (const form of distinct) fragments.add(form, form.length)
  let [overlap, found] = ['', false]
  const push = (chunk: Uint8Array): boolean => {
    if (found || longest === 0) return found
    const text = overlap + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
    const parts = fragments.find(text).map(({ start, end }) => text.slice(start, end))
    found = parts.some((part) => distinct.some((form) => part.includes(form)))
    overlap = text.slice(Math.max(0, text.length - longest + 1))
    return found
  }
  return { push }
}
