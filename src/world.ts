/** The outside, as the vendors see it: one door, one mask, one log. Shared by the step and its `post`. */
import { quote } from './fields.ts'
import { createDoor } from './http.ts'
import { type Inputs, type Parsed, parseInputs } from './inputs.ts'
import { createLog, type Log } from './log.ts'
import type { World } from './providers/provider.ts'
import { filledIn, listings, secretInputs } from './providers/registry.ts'
import { createRedactor, type Redactor } from './redact.ts'
import type { Rim } from './rim.ts'
import { workspaceSources } from './sources.ts'
import { type StepLife, startStep } from './step.ts'
import type { Patience } from './watch.ts'

/** What everything in a step works with. */
export interface Tools {
  readonly rim: Rim
  readonly redactor: Redactor
  readonly log: Log
}

/** The tools of a step that knows no secret yet. */
export function createTools(rim: Rim): Tools {
  const redactor = createRedactor()
  return { rim, redactor, log: createLog(rim.runner, redactor) }
}

/** The inputs, every secret made known before anything else happens. Loads the provider that they choose. */
export async function readInputs(tools: Tools): Promise<Parsed> {
  const raw = tools.rim.runner.inputs()
  for (const name of secretInputs) learnSecret(raw[name] ?? '', tools)
  const chosen = listings.find(({ name }) => name === raw['provider']?.trim())
  return parseInputs(raw, await chosen?.load(), { names: listings.map(({ name }) => name), filledIn })
}

function learnSecret(secret: string, { rim, redactor }: Tools): void {
  if (secret.trim() === '') return
  // As it was given, and as it is sent: the runner hides whole values alone, also in the logs of later steps.
  for (const form of new Set([secret, secret.trim()])) rim.runner.mask(form)
  redactor.learn(secret)
}

/** Starts the step's clock with the times of the inputs. */
export function startLife(
  { timeoutMs, gapMs, longestGapMs }: Pick<Inputs, 'timeoutMs' | 'gapMs' | 'longestGapMs'>,
  { rim }: Tools,
): StepLife {
  return startStep({ clock: rim.clock, random: rim.random, cancelled: rim.cancelled, timeoutMs, gapMs, longestGapMs })
}

/** What a provider gets to work with. A request takes as long as `patience` allows, or as is usual. */
export function createWorld(
  { downloadHosts }: Pick<Inputs, 'downloadHosts'>,
  step: StepLife,
  tools: Tools,
  patience?: Patience,
): World {
  const { rim, redactor, log } = tools
  return {
    door: createDoor({
      clock: rim.clock,
      userAgent: `agent-test-gate/${rim.version}`,
      downloadHosts,
      signal: step.inFlight,
      over: step.over,
      patience,
    }),
    clock: rim.clock,
    random: rim.random,
    secret: (value) => learnSecret(value, tools),
    passingSecret(value) {
      if (value.trim() === '') return
      rim.runner.mask(value)
      redactor.learnPassing(value)
    },
    warn: log.warn,
    notice: log.notice,
    sources: workspaceSources(rim.workspace, (path) =>
      log.warn(`suite-path: ${quote(path)} is a link that leads elsewhere, or not a file, and is left out`),
    ),
  }
}
