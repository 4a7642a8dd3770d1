/** The tools of a step for parts that only read the workspace, look at the clock and tell people something. */
import { createLog } from '../../src/log.ts'
import { createRedactor } from '../../src/redact.ts'
import type { Rim } from '../../src/rim.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'
import type { Tools } from '../../src/world.ts'

/** Tools with what was told through them. */
export interface RecordedTools extends Tools {
  readonly warnings: string[]
  /** The lines of the log. */
  readonly lines: string[]
}

/** Tools in a workspace, at a moment in milliseconds since 1970. */
export function stepTools({ workspace, wall }: { readonly workspace: string; readonly wall: number }): RecordedTools {
  const warnings: string[] = []
  const lines: string[] = []
  const redactor = createRedactor()
  const rim: Rim = {
    runner: {
      inputs: () => ({}),
      info: (line) => void lines.push(line),
      group: missing,
      annotate: ({ message }) => void warnings.push(message),
      mask: missing,
      output: missing,
      saveState: missing,
      summary: missing,
    },
    clock: { now: () => 0, wall: () => wall, sleep: missing },
    random: missing,
    cancelled: new AbortController().signal,
    artifactStore: missing,
    github: missing,
    workflowRun: workflowRunOf({}),
    temporary: workspace,
    workspace,
    version: 'test',
  }
  return { rim, redactor, log: createLog(rim.runner, redactor), warnings, lines }
}

function missing(): never {
  throw new Error('this step does not offer that')
}
