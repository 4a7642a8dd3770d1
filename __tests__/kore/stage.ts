/** A place to run steps of any Kore.ai product in, cleared after each test. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect } from '@jest/globals'
import * as z from 'zod'
import type { RefusedRequest } from '../../simulator/exchange.ts'
import type { App } from '../../simulator/kore/app.ts'
import type { SimulatedServer } from '../../simulator/server.ts'
import type { Clock } from '../../src/clock.ts'
import { readReport, runStep, type StepOptions, type StepRecord } from '../support/action.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

type Inputs = Readonly<Record<string, string>>

/** What all simulated products of Kore.ai have. */
interface Product extends SimulatedServer<string> {
  readonly behaviour: Readonly<App>
  readonly refusals: readonly RefusedRequest[]
}

/** A place to run steps in. */
export interface KoreStage<Simulated> {
  readonly clock: VirtualClock
  readonly kore: Simulated
  /** Runs the action with the inputs of a step that passes, changed as given. */
  run(changes?: Inputs, options?: StepOptions): Promise<StepRecord>
  /** The calls that came, in order. */
  asked(): string[]
  /** Puts a file into the repository. */
  write(path: string, content: string | Uint8Array): Promise<void>
  /** Lets the vendor refuse requests by its own rules; else one that it refused fails the test when it ends. */
  mayRefuse(): void
}

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

/** Sets the stage with a simulator and the inputs that its provider needs beside the common ones. */
export async function setKoreStage<Simulated extends Product>(
  start: (options: { readonly clock: Clock }) => Promise<Simulated>,
  inputs: Inputs,
): Promise<KoreStage<Simulated>> {
  const clock = createVirtualClock()
  const kore = await start({ clock })
  const temporary = await mkdtemp(join(tmpdir(), 'kore-'))
  let refusalsAllowed = false
  cleanUps.push(async () => {
    clock.stop()
    await kore.close()
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
    if (!refusalsAllowed)
      expect(kore.refusals.map(({ request, status, message }) => [request.target, status, message])).toEqual([])
  })
  const { botId, clientId, clientSecret } = kore.behaviour
  const all = { 'base-url': kore.address, 'bot-id': botId, 'client-id': clientId, 'client-secret': clientSecret, ...inputs }
  return {
    clock,
    kore,
    run: (changes = {}, options = {}) => runStep({ ...all, ...changes }, clock, temporary, options),
    asked: () => kore.requests.map(({ operation }) => operation),
    async write(path, content) {
      await mkdir(dirname(join(temporary, path)), { recursive: true })
      await writeFile(join(temporary, path), content)
    },
    mayRefuse() {
      refusalsAllowed = true
    },
  }
}

const Ctrf = z.object({
  results: z.object({
    tests: z.array(
      z.object({ name: z.string(), status: z.string(), rawStatus: z.string().optional(), message: z.string().optional() }),
    ),
  }),
})

/** Name and status of each case in the normalised result. */
export async function casesIn(step: StepRecord): Promise<[name: string, status: string][]> {
  const { results } = Ctrf.parse(JSON.parse((await readReport(step, 'ctrf.json')).toString()))
  return results.tests.map(({ name, status }) => [name, status])
}

/** Everything that a step said, as one text. */
export function everythingSaid(step: StepRecord): string {
  return [...step.log, ...step.annotations.map(({ message }) => message), ...step.summaries.slice(-1)].join('\n')
}

/** What was kept of the only suite's vendor, by name. */
export async function keptFiles(step: StepRecord): Promise<[name: string, content: Buffer][]> {
  const vendor = join(step.outputs['report-directory'] ?? '', 'vendor')
  const [folder = ''] = await readdir(vendor)
  const names = await readdir(join(vendor, folder))
  return Promise.all(names.map(async (name) => [name, await readFile(join(vendor, folder, name))]))
}
