/** How a secret may look when it comes back: plain, trimmed, and in the encodings that web services put it in. Pure. */
import { visible } from './untrusted.ts'

/** Shorter than this, nothing is taken for a secret: it would tear up normal text. */
export const SHORTEST_SECRET = 4

/** A line of a secret is a secret by itself from this length on. */
const SHORTEST_LINE = 8

const LINE_BREAK = /\r\n|\r|\n|\\r\\n|\\n/g
const PEM_ARMOUR = /-----(?:BEGIN|END) [A-Z0-9 ]+-----/g

const XML_ENTITIES: readonly Readonly<Record<string, string>>[] = [
  { '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' },
  { '&': '&#38;', '<': '&#60;', '>': '&#62;', '"': '&#34;', "'": '&#39;' },
]

const ENCODERS: readonly ((text: string) => readonly string[])[] = [
  (text) => [text],
  base64Forms,
  hexForms,
  percentForms,
  formEncodedForms,
  jsonForms,
  xmlForms,
]

/**
 * Every form of a secret, each once; none for one that is too short. White space around it is left away: each form of the
 * trimmed secret is part of the same form of the whole one. Of a PEM block only the body is secret.
 */
export function secretForms(secret: string): readonly string[] {
  const core = secret.toWellFormed().replace(PEM_ARMOUR, '').trim()
  if (core.length < SHORTEST_SECRET) return []
  const unified = core.replace(LINE_BREAK, '\n')
  // What shows nothing is taken out of a text before the redactor sees it, so out of the secret too.
  const spellings = new Set([core, unified, unified.replaceAll('\n', '\r\n'), visible(core)])
  const forms = [...spellings].flatMap((spelling) => ENCODERS.flatMap((encode) => encode(spelling)))
  return [...new Set([...forms, ...longLines(unified)])].filter((form) => form.length >= SHORTEST_SECRET)
}

function longLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_LINE)
}

/**
 * Whole, and at each of the three offsets that a secret can have within a longer encoded text: only the characters that
 * do not depend on the neighbours. Basic credentials are one of those, since `user:` comes before the secret.
 */
function base64Forms(text: string): string[] {
  return (['base64', 'base64url'] as const).flatMap((encoding) => {
    const interior = [0, 1, 2].map((offset) => {
      const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)])
      return bytes.toString(encoding).slice(Math.ceil((offset * 4) / 3), Math.floor((bytes.length * 4) / 3))
    })
    return [Buffer.from(text).toString(encoding), ...interior]
  })
}

function hexForms(text: string): string[] {
  const hex = Buffer.from(text).toString('hex')
  return [hex, hex.toUpperCase()]
}

/** Once and twice; services differ in which characters they leave alone and in the case of the digits. */
function percentForms(text: string): string[] {
  const component = encodeURIComponent(text)
  const strict = component.replace(/[!'()*]/g, (mark) => percentEncoded(mark))
  const once = [component, strict, encodeURI(text), percentEncoded(text)].flatMap(bothCases)
  return [...once, ...once.map(encodeURIComponent)]
}

function formEncodedForms(text: string): string[] {
  return bothCases(new URLSearchParams([['', text]]).toString().slice(1))
}

function percentEncoded(text: string): string {
  return Buffer.from(text).toString('hex').toUpperCase().replace(/../g, '%$&')
}

/** With upper and with lower case digits in the escapes, the rest as it is. */
function bothCases(encoded: string): string[] {
  return [encoded, encoded.replace(/%[0-9A-F]{2}|\\u[0-9A-F]{4}/g, (escaped) => escaped.toLowerCase())]
}

/** As JavaScript writes it, with `/` escaped, in ASCII alone, and with what HTML minds escaped in two ways. */
function jsonForms(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1)
  const ascii = json.replace(/[^\0-\x7f]/g, unicodeEscape)
  const forHtml = json.replace(/[&<>]/g, unicodeEscape)
  const strict = ascii.replace(/\\"|[&'+<>`]/g, (mark) => unicodeEscape(mark.slice(-1)))
  return [json, ascii, json.replaceAll('/', '\\/'), ascii.replaceAll('/', '\\/'), forHtml, strict].flatMap(bothCases)
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

function xmlForms(text: string): string[] {
  return XML_ENTITIES.map((entities) => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark))
}
