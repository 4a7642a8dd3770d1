/**
 * What the runner reads out of an action's output and files: workflow commands in log lines, and the files behind
 * `GITHUB_OUTPUT`, `GITHUB_STATE` and `GITHUB_ENV`. Follows `ActionCommand.cs` and `FileCommandManager.cs` of actions/runner.
 */

/** A command that a line of output carried. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const DATA_ESCAPES = [
  ['%0D', '\r'],
  ['%0A', '\n'],
] as const
const PROPERTY_ESCAPES = [...DATA_ESCAPES, ['%3A', ':'], ['%2C', ',']] as const
const BRACKET_ESCAPES = [['%3B', ';'], ...DATA_ESCAPES, ['%5D', ']']] as const

function unescapeWith(escapes: readonly (readonly [string, string])[], text: string): string {
  return [...escapes, ['%25', '%'] as const].reduce((result, [code, plain]) => result.replaceAll(code, plain), text)
}

function parseProperties(text: string, separator: string, unescapeValue: (value: string) => string): Record<string, string> {
  const pairs = text.split(separator).flatMap((pair) => {
    const equals = pair.indexOf('=')
    return equals > 0 && equals < pair.length - 1 ? [[pair.slice(0, equals), unescapeValue(pair.slice(equals + 1))] as const] : []
  })
  return Object.fromEntries(pairs)
}

/** What a form of command needs besides its brackets: how its properties are divided, and its escapes. */
interface Form {
  readonly separator: string
  readonly unescapeData: (text: string) => string
  readonly unescapeProperty: (text: string) => string
}

const COLONS: Form = {
  separator: ',',
  unescapeData: (text) => unescapeWith(DATA_ESCAPES, text),
  unescapeProperty: (text) => unescapeWith(PROPERTY_ESCAPES, text),
}
const BRACKETS: Form = {
  separator: ';',
  unescapeData: (text) => unescapeWith(BRACKET_ESCAPES, text),
  unescapeProperty: (text) => unescapeWith(BRACKET_ESCAPES, text),
}

function buildCommand(head: string, data: string, form: Form): Command {
  const [name = '', ...rest] = head.split(' ')
  return {
    name: name.toLowerCase(),
    properties: parseProperties(rest.join(' ').trim(), form.separator, form.unescapeProperty),
    data: form.unescapeData(data),
  }
}

function parseColons(line: string): Command | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  return end < 0 ? undefined : buildCommand(text.slice(2, end), text.slice(end + 2), COLONS)
}

function parseBrackets(line: string): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  return end < 0 ? undefined : buildCommand(line.slice(start + 3, end), line.slice(end + 1), BRACKETS)
}

/**
 * The command that a line carries: `::name key=value::data` after leading blanks, else `##[name key=value]data` anywhere
 * in it. Undefined when it carries none, or one whose name (in lower case) is not among the known.
 */
export function parseCommand(line: string, known: ReadonlySet<string>): Command | undefined {
  return [parseColons(line), parseBrackets(line)].find((command) => command !== undefined && known.has(command.name))
}

/** Takes `name<<delimiter` apart, or says what the runner says of a line that is neither that nor `name=value`. */
function parseHeredocHead(line: string): readonly [name: string, delimiter: string] {
  const at = line.indexOf('<<')
  if (at < 0) throw new Error(`Invalid format '${line}'`)
  const name = line.slice(0, at)
  const delimiter = line.slice(at + 2)
  if (name === '' || delimiter === '') {
    throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`)
  }
  return [name, delimiter]
}

function isAssignment(line: string): boolean {
  const equals = line.indexOf('=')
  const heredoc = line.indexOf('<<')
  return equals >= 0 && (heredoc < 0 || equals < heredoc)
}

/**
 * Reads a file of `name=value` lines and `name<<delimiter` blocks; the last value of a name counts.
 * Throws as the runner does on anything else, which fails the step.
 */
export function parseFileCommands(text: string): Record<string, string> {
  const values = new Map<string, string>()
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '') continue
    if (isAssignment(line)) {
      values.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1))
      continue
    }
    const [name, delimiter] = parseHeredocHead(line)
    const end = lines.indexOf(delimiter, index + 1)
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
    values.set(name, lines.slice(index + 1, end).join('\n'))
    index = end
  }
  return Object.fromEntries(values)
}

/**
 * Replaces every secret by `***`; secrets that overlap or touch become one. The runner also masks some encoded forms of a
 * secret; this does not, so that a form that leaks is seen.
 */
export function maskSecrets(text: string, secrets: Iterable<string>): string {
  const ranges = [...secrets].flatMap((secret) => findAll(text, secret)).sort(([left], [right]) => left - right)
  let result = ''
  let shown = 0
  for (const [start, end] of ranges) {
    if (start > shown || shown === 0) result += `${text.slice(shown, start)}***`
    shown = Math.max(shown, end)
  }
  return result + text.slice(shown)
}

function findAll(text: string, secret: string): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = []
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) found.push([at, at + secret.length])
  return found
}

/** Calls back with each line of a text that comes in pieces; `\n`, `\r\n` and a lone `\r` all end one, as in the runner. */
export function splitLines(onLine: (line: string) => void): { push(piece: string): void; end(): void } {
  let rest = ''
  return {
    push(piece) {
      const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
      rest = lines.pop() ?? ''
      lines.forEach(onLine)
    },
    end() {
      const last = rest.replace(/\r$/, '')
      if (rest !== '') onLine(last)
      rest = ''
    },
  }
}
