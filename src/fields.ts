/** What the schemas of all inputs are made of: each field turns a raw string into a value, or says in a sentence what is wrong. */
import * as z from 'zod'

/** One thing that is wrong with one input. The text never holds the value of a secret. */
export interface Mistake {
  /** The input's name, as in `action.yml`. */
  readonly input: string
  /** What was wrong and what is accepted. */
  readonly text: string
  /** True when a credential is not there at all, which forks and Dependabot make an ordinary case. */
  readonly missingCredential: boolean
}

/** The issues of a schema over inputs as mistakes. */
export function mistakesOf(issues: readonly z.core.$ZodIssue[]): Mistake[] {
  return issues.map(({ path, message }) => ({ input: String(path[0]), text: message, missingCredential: false }))
}

/** A raw input: trimmed, and empty where it was not given. */
const raw = z.string().trim().default('')

/** A text that may be left out: undefined then. */
export const optionalText = raw.transform((text) => (text === '' ? undefined : text))

/** A text that has to be there; `hint` says where to find it. */
export function requiredText(hint: string) {
  return raw.refine((text) => text !== '', { error: `is required: ${hint}` })
}

/** A text with a value for when it is not given. */
export function textWithDefault(fallback: string) {
  return raw.transform((text) => (text === '' ? fallback : text))
}

/** Non-empty trimmed lines. */
export const lines = raw.transform((text) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)

/** Host names, one per line, with the port where it is not the usual one; as a URL writes them. */
export const hosts = raw.transform((text, context) => {
  const given = lines.parse(text)
  const found = given.map((line) => hostOf(line))
  const wrong = given.find((_, index) => found[index] === undefined)
  if (wrong !== undefined)
    context.addIssue(
      `has ${quote(wrong)}; give host names such as files.example.com, one per line, with a port where it is not the usual one`,
    )
  return found.flatMap((host) => host ?? [])
})

function hostOf(line: string): string | undefined {
  const url = /[\s*@/?#]/.test(line) ? null : URL.parse(`https://${line}`)
  return url === null || url.hostname === '' ? undefined : url.host
}

/** `true` or `false` in any case. */
export function flag(fallback: boolean) {
  return raw.transform((text, context): boolean => {
    if (text === '') return fallback
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
    context.addIssue(`is ${quote(text)}; give true or false`)
    return z.NEVER
  })
}

/** One of some words, exactly as they are written, with the one for when it is not given. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words, fallback: Words[number]) {
  return optionalWord(words).transform((word) => word ?? fallback)
}

/** One of some words, exactly as they are written, that may be left out. */
export function optionalWord<const Words extends readonly [string, ...string[]]>(words: Words) {
  return raw.transform((text, context): Words[number] | undefined => {
    if (text === '') return undefined
    const found = words.find((word) => word === text)
    if (found !== undefined) return found
    context.addIssue(`is ${quote(text)}; give one of ${words.join(', ')}`)
    return z.NEVER
  })
}

/** The bounds of a number, both allowed. */
export interface Bounds {
  readonly least: number
  readonly most: number
  /** Only whole numbers. */
  readonly whole?: boolean
}

/** A plain decimal number within bounds that may be left out. */
export function optionalNumber(bounds: Bounds) {
  return raw.transform((text, context) => (text === '' ? undefined : boundedNumber(text, bounds, context)))
}

/** A plain decimal number within bounds, with a value for when it is not given. */
export function numberWithDefault(bounds: Bounds, fallback: number) {
  return raw.transform((text, context) => (text === '' ? fallback : boundedNumber(text, bounds, context)))
}

function boundedNumber(text: string, bounds: Bounds, context: z.RefinementCtx): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN
  const fits = value >= bounds.least && value <= bounds.most && (bounds.whole !== true || Number.isInteger(value))
  if (fits) return value
  context.addIssue(
    `is ${quote(text)}; give a ${bounds.whole === true ? 'whole ' : ''}number from ${bounds.least} to ${bounds.most}`,
  )
  return z.NEVER
}

/** The address of a vendor's API: `https:`, or `http:` on loopback; without user, query or fragment; without a slash at the end. */
export function address(fallback: string) {
  return raw.transform((text, context) => {
    const url = URL.parse(text === '' ? fallback : text)
    const problem = url === null ? 'is not a URL' : addressProblem(url)
    if (url !== null && problem === undefined) return new URL(url.href.replace(/\/+$/, ''))
    context.addIssue(`${problem}; give an address such as ${fallback}`)
    return z.NEVER
  })
}

function addressProblem(url: URL): string | undefined {
  if (url.username !== '' || url.password !== '') return 'holds a user or a password'
  if (/[?#]/.test(url.href)) return 'has a query or a fragment'
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return undefined
  return `begins with ${url.protocol}//, and only https is safe for credentials (http is allowed for loopback addresses)`
}

/** Whether a URL's host name can only be this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** A wrong value as it may be shown: short, on one line. Only for inputs that are no secrets. */
export function quote(text: string): string {
  const shown = text.replace(/\s+/g, ' ')
  return `"${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}"`
}
