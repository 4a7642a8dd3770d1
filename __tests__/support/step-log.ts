/** What the runner makes of an action's output: the log people read, annotations, masks and the old output commands. */
import { type Command, maskSecrets, parseCommand } from './workflow-commands.ts'

/** An error, warning or notice that the action put on the run's page. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** Masked, and cut at the 4,096 characters that GitHub keeps. */
  readonly message: string
  /** The runner masks only the message: a secret in the title stays readable. */
  readonly title: string
  readonly properties: Readonly<Record<string, string>>
  /** False beyond the first ten of its level, which GitHub does not keep. */
  readonly shown: boolean
}

const LEVELS = ['error', 'warning', 'notice'] as const
const SHOWN_PER_LEVEL = 10
const LONGEST_MESSAGE = 4096
/** GitHub switched these off; a step that prints one fails. */
const REFUSED = ['set-env', 'add-path']
const COMMANDS = new Set([
  ...[...LEVELS, 'debug', 'group', 'endgroup', 'add-mask', 'set-output', 'save-state', 'echo'],
  ...['add-matcher', 'remove-matcher', 'stop-commands', ...REFUSED],
])

/** Where a step's lines go, one stage of one action. */
export class StepLog {
  /** The lines that people see, masked. */
  readonly lines: string[] = []
  readonly annotations: Annotation[] = []
  /** Every command that was carried out, in order. */
  readonly commands: Command[] = []
  /** From `::set-output::` and `::save-state::`. */
  readonly outputs = new Map<string, string>()
  readonly state = new Map<string, string>()
  /** True when a command could not be carried out, which fails the step whatever its exit code. */
  failed = false
  #stopToken: string | undefined
  readonly #masks: Set<string>

  /** The masks belong to the job: what one step adds stays hidden in the next. */
  constructor(masks: Set<string>) {
    this.#masks = masks
  }

  /** Takes one line of the action's output and gives the lines that it adds to the log. */
  take(line: string): readonly string[] {
    const before = this.lines.length
    const known = this.#stopToken === undefined ? COMMANDS : new Set([this.#stopToken])
    const command = parseCommand(line, known)
    if (command === undefined) this.show(line)
    else if (this.#stopToken !== undefined) this.#resume(line)
    else this.#carryOut(command, line)
    return this.lines.slice(before)
  }

  /** Shows a text, masked, line by line. */
  show(text: string): void {
    this.lines.push(...maskSecrets(text, this.#masks).split('\n'))
  }

  /** Says what the runner has to say, and fails the step. */
  fail(reason: string): void {
    this.failed = true
    this.show(`##[error]${reason}`)
  }

  #resume(line: string): void {
    this.#stopToken = undefined
    this.show(line)
  }

  #carryOut(command: Command, line: string): void {
    const { name, data, properties } = command
    this.commands.push(command)
    const level = LEVELS.find((each) => each === name)
    if (level !== undefined) this.#annotate(level, command)
    else if (REFUSED.includes(name)) this.fail(`The \`${name}\` command is disabled.`)
    else if (name === 'stop-commands') this.#stop(data, line)
    else if (name === 'add-mask') this.#addMask(data)
    else if (name === 'set-output') this.outputs.set(properties['name'] ?? '', data)
    else if (name === 'save-state') this.state.set(properties['name'] ?? '', data)
    else if (name === 'group') this.show(`##[group]${data}`)
    else if (name === 'endgroup') this.show('##[endgroup]')
  }

  #stop(token: string, line: string): void {
    this.#stopToken = token.toLowerCase()
    this.show(line)
  }

  #annotate(level: Annotation['level'], { data, properties }: Command): void {
    const before = this.annotations.filter((each) => each.level === level).length
    this.annotations.push({
      level,
      message: maskSecrets(data, this.#masks).slice(0, LONGEST_MESSAGE),
      title: properties['title'] ?? '',
      properties,
      shown: before < SHOWN_PER_LEVEL,
    })
    this.show(`##[${level}]${data}`)
  }

  #addMask(value: string): void {
    if (value.trim() === '') this.show("##[warning]Can't add secret mask for empty string in ##[add-mask] command.")
    for (const part of [value, ...value.split(/[\r\n]+/)]) if (part.trim() !== '') this.#masks.add(part)
  }
}
