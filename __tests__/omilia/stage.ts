/** A place to run steps in, with Omilia simulated: the whole action through `src`, a virtual clock and real sockets. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect } from '@jest/globals'
import { type Omilia, type OmiliaOptions, startOmilia } from '../../simulator/omilia/studio.ts'
import { failed, passed } from '../../simulator/omilia/test-case.ts'
import { runStep, type StepOptions, type StepRecord } from '../support/action.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

/** The stage. */
export interface OmiliaStage {
  readonly clock: VirtualClock
  readonly omilia: Omilia
  readonly temporary: string
  /** Runs the action for the project `Airline`, with inputs changed as given. */
  run(changes?: Readonly<Record<string, string>>, options?: StepOptions): Promise<StepRecord>
  /** The calls of the API that came, in order. */
  asked(): string[]
  /** How often each call came. */
  count(operation: string): number
  /** Lets the vendor refuse requests by its own rules; else one that it refused fails the test when it ends. */
  mayRefuse(): void
}

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

/** The inputs that sign in with username and password, in place of the personal access token. */
export function passwordSignIn({ behaviour, signIn }: Omilia): Record<string, string> {
  const { username, password, realm } = behaviour
  return { 'api-key': '', username, password, realm, 'auth-url': signIn.address }
}

/**
 * A clock whose deadline never comes: packing and unpacking happens in threads that the virtual clock does not see, so that
 * it would take them for idleness, and jump there.
 */
function withoutDeadline(clock: VirtualClock): VirtualClock {
  const isDeadline = (ms: number): boolean => ms > 30 * 60_000
  const untilAborted = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => signal?.addEventListener('abort', () => resolve()))
  return { ...clock, sleep: (ms, signal) => (isDeadline(ms) ? untilAborted(signal) : clock.sleep(ms, signal)) }
}

/** Sets a stage that is cleared after the test. */
export async function setOmilia(
  provider: 'omilia' | 'omilia-generation' = 'omilia',
  options: OmiliaOptions = {},
): Promise<OmiliaStage> {
  const clock = createVirtualClock()
  const omilia = await startOmilia({ clock, ...options })
  omilia.project('Airline', { cases: [passed('book a flight'), passed('cancel a flight')] })
  const temporary = await mkdtemp(join(tmpdir(), 'omilia-'))
  let refusalsAllowed = false
  cleanUps.push(async () => {
    clock.stop()
    await omilia.close()
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
    if (!refusalsAllowed)
      expect(omilia.refusals.map(({ request, status, message }) => ({ target: request.target, status, message }))).toEqual([])
  })
  const asked = (): string[] => omilia.requests.map(({ operation }) => operation)
  const inputs = {
    provider,
    suite: 'Airline',
    'base-url': omilia.baseUrl,
    'api-key': omilia.behaviour.apiKey,
    'artifact-name': 'omilia-test',
  }
  return {
    clock,
    omilia,
    temporary,
    asked,
    count: (operation) => asked().filter((each) => each === operation).length,
    run: (changes = {}, more = {}) =>
      runStep({ ...inputs, ...changes }, changes['suite-path'] === undefined ? clock : withoutDeadline(clock), temporary, more),
    mayRefuse() {
      refusalsAllowed = true
    },
  }
}

/** Two test cases, one of which failed. */
export function oneFailed(): [ReturnType<typeof passed>, ReturnType<typeof failed>] {
  return [passed('book a flight'), failed('cancel a flight')]
}

/** A file of the vendor, as the step kept it. */
export function kept({ outputs }: StepRecord, name: string, suite = 'Airline'): Promise<Buffer> {
  return readFile(join(outputs['report-directory'] ?? '', 'vendor', suite, name))
}

/** A path into a value of JSON: `data.0.runId`. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? Object.entries(inner).find(([name]) => name === key)?.[1] : undefined
  }, value)
}
