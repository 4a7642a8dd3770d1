/** The whole action against simulated Kapso, in this process, with a virtual clock and real sockets. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect } from '@jest/globals'
import { type Kapso, type KapsoOptions, startKapso } from '../../simulator/kapso/kapso.ts'
import { runStep, type StepOptions, type StepRecord } from '../support/action.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

/** A place to run steps in. */
export interface KapsoStage {
  readonly clock: VirtualClock
  readonly kapso: Kapso
  /** The inputs of a step that names the suite with the agent, changed as given. */
  inputs(changes?: Readonly<Record<string, string>>): Record<string, string>
  /** Runs the action with such inputs. */
  run(changes?: Readonly<Record<string, string>>, options?: StepOptions): Promise<StepRecord>
  /** The calls that came, in order: `suites`, `suite`, `start`, `look`, or `unknown`. */
  asked(): string[]
  /** Lets the vendor refuse requests by its own rules; else one that it refused fails the test when it ends. */
  mayRefuse(): void
}

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

/** Sets a stage that is cleared after the test. */
export async function setKapsoStage(options: KapsoOptions = {}): Promise<KapsoStage> {
  const clock = createVirtualClock()
  const kapso = await startKapso({ clock, ...options })
  const temporary = await mkdtemp(join(tmpdir(), 'stage-'))
  let refusalsAllowed = false
  cleanUps.push(async () => {
    clock.stop()
    await kapso.close()
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
    const refusals = kapso.refusals.map(({ request, status, message }) => ({ target: request.target, status, message }))
    if (!refusalsAllowed) expect(refusals).toEqual([])
  })
  const inputs = (changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    provider: 'kapso',
    suite: 'Regression',
    'base-url': kapso.base,
    'api-key': kapso.behaviour.apiKey,
    'agent-id': kapso.behaviour.agentId,
    'artifact-name': 'agent-test-gate-test-0-1',
    ...changes,
  })
  return {
    clock,
    kapso,
    inputs,
    run: (changes, more = {}) => runStep(inputs(changes), clock, temporary, more),
    asked: () => kapso.requests.map(({ operation }) => operation),
    mayRefuse() {
      refusalsAllowed = true
    },
  }
}

/** The most requests that came within any minute. */
export function busiestMinute({ requests }: Kapso): number {
  return Math.max(...requests.map(({ at }, first) => requests.slice(first).filter((each) => each.at < at + 60_000).length))
}
