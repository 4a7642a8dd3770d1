/**
 * What a runner obeys in the output of a step, taken as widely as its sources allow. Follows `ActionCommand.cs` (the two
 * parsers) and `ActionCommandManager.cs` (names, stop-commands) of actions/runner. For tests of what must not be obeyed:
 * where the runner's comparison depends on the culture of its machine, every reading counts.
 */

/** A command that took effect. */
export interface RunnerCommand {
  /** In lower case: the runner does not distinguish. */
  readonly name: string
  readonly properties: ReadonlyMap<string, string>
  readonly data: string
}

/** Reads the output of one step. */
export interface RunnerReader {
  /** The commands in these lines, in order; what comes between `stop-commands` and its token is not one. */
  read(output: string): RunnerCommand[]
}

interface Form {
  readonly separator: string
  readonly propertyEscapes: readonly (readonly [code: string, plain: string])[]
  readonly dataEscapes: readonly (readonly [code: string, plain: string])[]
}

const STOP = 'stop-commands'
const NAMES = [
  STOP,
  'internal-set-repo-path',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
].concat(['remove-matcher', 'debug', 'warning', 'error', 'notice', 'group', 'endgroup', 'echo'])

const BREAKS = [
  ['%0D', '\r'],
  ['%0A', '\n'],
] as const
const PERCENT = [['%25', '%']] as const
const COLONS: Form = {
  separator: ',',
  propertyEscapes: [...BREAKS, ['%3A', ':'], ['%2C', ','], ...PERCENT],
  dataEscapes: [...BREAKS, ...PERCENT],
}
const BRACKET_ESCAPES = [['%3B', ';'], ...BREAKS, ['%5D', ']'], ...PERCENT] as const
const BRACKETS: Form = { separator: ';', propertyEscapes: BRACKET_ESCAPES, dataEscapes: BRACKET_ESCAPES }

/** A reader that has read nothing yet. */
export function createRunnerReader(): RunnerReader {
  let resumeToken: string | undefined

  function obey(line: string): RunnerCommand[] {
    const known = resumeToken === undefined ? NAMES : [...NAMES, resumeToken]
    const command = readings(line).find(({ name }) => known.includes(name))
    if (command === undefined) return []
    if (resumeToken !== undefined) {
      if (command.name !== resumeToken) return []
      resumeToken = undefined
    } else if (command.name === STOP) resumeToken = command.data.toLowerCase()
    return [command]
  }

  return { read: (output) => linesOf(output).flatMap(obey) }
}

/** As UTF-8 arrives and as a .NET reader divides it. */
function linesOf(output: string): string[] {
  return output.toWellFormed().split(/\r\n|\r|\n/)
}

function readings(line: string): RunnerCommand[] {
  return [...colonReadings(line.replace(/^[\s\u0085]+/, '')), ...bracketReadings(line)]
}

function colonReadings(line: string): RunnerCommand[] {
  if (!placesOf('::', line, 0).includes(0)) return []
  return placesOf('::', line, 2).map((end) => commandOf(line.slice(2, end), line.slice(end + 2), COLONS))
}

function bracketReadings(line: string): RunnerCommand[] {
  return placesOf('##[', line, 0).flatMap((start) => {
    const end = line.indexOf(']', start)
    return end < 0 ? [] : [commandOf(line.slice(start + 3, Math.max(end, start + 3)), line.slice(end + 1), BRACKETS)]
  })
}

function commandOf(head: string, data: string, form: Form): RunnerCommand {
  const [name = '', ...rest] = head.split(' ')
  const pairs = rest
    .join(' ')
    .trim()
    .split(form.separator)
    .map((pair) => pair.split('='))
  const properties = pairs.flatMap(([key = '', ...value]) =>
    key === '' || value.length === 0 ? [] : [[key.toLowerCase(), unescaped(value.join('='), form.propertyEscapes)] as const],
  )
  return { name: name.toLowerCase(), properties: new Map(properties), data: unescaped(data, form.dataEscapes) }
}

function unescaped(text: string, escapes: Form['dataEscapes']): string {
  return escapes.reduce((result, [code, plain]) => result.replaceAll(code, plain), text)
}

/**
 * Where the runner may see this mark first. Its search follows the culture of the machine and so may overlook characters
 * that have no weight there, before the mark and within it.
 */
function placesOf(mark: string, line: string, from: number): number[] {
  if (!/[^ -~]/.test(line)) return [line.indexOf(mark, from)].filter((place) => place >= 0)
  const weighty = Array.from({ length: line.length - from }, (_, index) => from + index).filter((at) => hasWeight(line, at))
  const found = weighty
    .map((at) => line.charAt(at))
    .join('')
    .indexOf(mark)
  const tight = weighty[found]
  const loose = found > 0 ? (weighty[found - 1] ?? 0) + 1 : from
  const places = [line.indexOf(mark, from), ...(tight === undefined ? [] : [tight, loose])]
  return [...new Set(places)].filter((place) => place >= 0)
}

const collator = new Intl.Collator('en')
const weights = new Map<string, boolean>()

function hasWeight(line: string, at: number): boolean {
  const character = line.charAt(at)
  if (character >= ' ' && character <= '~') return true
  const known = weights.get(character) ?? collator.compare('#', `#${character}`) !== 0
  weights.set(character, known)
  return known
}
