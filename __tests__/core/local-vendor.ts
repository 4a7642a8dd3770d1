/** A door to a small vendor on a local port, by a virtual clock; both are closed when the test ends. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import { type Route, type SimulatedServer, startServer } from '../../simulator/server.ts'
import type { Call } from '../../src/answer.ts'
import { createDoor, type Door } from '../../src/http.ts'
import { Trouble } from '../../src/trouble.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'
import './one-realm.ts'

/** What the vendor answers to `GET /things/{id}`. */
export const THING = '{"ok":true,"name":"grüß dich"}\n'

/** A vendor and the way to it. */
export interface LocalVendor {
  readonly clock: VirtualClock
  readonly server: SimulatedServer<'read' | 'write'>
  readonly door: Door
  /** Ends the step. */
  readonly step: AbortController
  /** Ends the door. */
  readonly over: AbortController
  /** A folder for files. */
  readonly folder: string
  /** A call that works, changed as given. */
  call(changes?: Partial<Call>): Call
}

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

/** Something to be done when the test ends, the last one first. */
export function afterTest(cleanUp: () => Promise<void>): void {
  cleanUps.push(cleanUp)
}

/** Starts the vendor, which reads things, or answers that as told, and echoes what is written. */
export async function startVendor(
  downloadHosts: readonly string[] = [],
  handle: Route<'read'>['handle'] = () => ({ status: 200, body: THING }),
): Promise<LocalVendor> {
  const clock = createVirtualClock()
  const server = await startServer({
    clock,
    routes: [
      { operation: 'read', method: 'GET', paths: ['/things/{id}', '/files/{id}'], handle },
      { operation: 'write', method: 'POST', paths: ['/things'], handle: ({ body }) => ({ status: 201, body }) },
    ],
    otherwise: () => ({ status: 404, body: 'nothing here' }),
  })
  const folder = await mkdtemp(join(tmpdir(), 'vendor-'))
  const step = new AbortController()
  const over = new AbortController()
  afterTest(async () => {
    clock.stop()
    await server.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  const parts = { clock, userAgent: 'agent-test-gate/test', downloadHosts, signal: () => step.signal, over: over.signal }
  const door = createDoor(parts)
  const call = (changes: Partial<Call> = {}): Call => ({
    name: 'thing',
    method: 'GET',
    url: new URL(`${server.address}/things/secret-id?key=secret-key`),
    template: '/things/{id}',
    ...changes,
  })
  return { clock, server, door, step, over, folder, call }
}

/** The trouble that a promise rejects with; anything else fails the test. */
export async function troubleOf(promise: Promise<unknown>): Promise<Trouble> {
  const outcome = await promise.then(
    () => new Error('it did not reject'),
    (thrown: unknown) => thrown,
  )
  if (outcome instanceof Trouble) return outcome
  throw outcome
}
