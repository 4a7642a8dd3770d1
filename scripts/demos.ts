/** What the demo shows of each provider: a simulated vendor, and steps as a workflow's author would write them. */
import { startStage } from '../__tests__/conformance/stages.ts'
import { startDemo } from '../simulator/demo.ts'
import { startKapsoDemo } from '../simulator/kapso/demo.ts'
import { systemClock } from '../simulator/system-clock.ts'

/** One step of a workflow, and how it should end. */
export interface DemoStep {
  readonly title: string
  readonly inputs: Readonly<Record<string, string>>
  /** The conclusion. */
  readonly expected: string
  /** Tells the vendor what comes. */
  prepare?(): void
}

/** A simulated vendor with the steps to run against it. */
export interface DemoVendor {
  readonly steps: readonly DemoStep[]
  close(): Promise<void>
}

/** The demo of one provider. */
export interface Demo {
  readonly provider: string
  start(): Promise<DemoVendor>
}

/** How long a run takes at a simulated vendor, in milliseconds. */
const RUN = { runsLastMs: 2000 }

/** All demos, in the order in which they are shown. */
export const DEMOS: readonly Demo[] = [
  { provider: 'kore-batch', start: startKoreBatchDemo },
  shortDemo('kore-conversation', 'a conversation'),
  shortDemo('kore-publish', 'a publish'),
  shortDemo('omilia', 'a project'),
  shortDemo('omilia-generation', 'a generation'),
  { provider: 'kapso', start: startKapsoSteps },
]

async function startKoreBatchDemo(): Promise<DemoVendor> {
  const kore = await startDemo(RUN)
  const { botId, clientId, clientSecret } = kore.behaviour
  const common = { 'base-url': kore.address, 'bot-id': botId, 'client-id': clientId, 'client-secret': clientSecret }
  return {
    close: kore.close,
    steps: [
      { title: 'a suite that passes', expected: 'passed', inputs: { ...common, suite: 'Regression' } },
      { title: 'a suite that fails', expected: 'failed', inputs: { ...common, suite: 'Flight booking' } },
    ],
  }
}

async function startKapsoSteps(): Promise<DemoVendor> {
  const kapso = await startKapsoDemo(RUN)
  const common = { 'base-url': kapso.base, 'api-key': kapso.behaviour.apiKey, 'agent-id': kapso.behaviour.agentId }
  return {
    close: kapso.close,
    steps: [
      { title: 'a suite that passes', expected: 'passed', inputs: { ...common, suite: 'Parcel tracking' } },
      { title: 'a suite that fails', expected: 'failed', inputs: { ...common, suite: 'Complaints' } },
    ],
  }
}

/** Two runs of the vendor that the conformance suite tests with, or one where nothing can fail. */
function shortDemo(provider: string, noun: string): Demo {
  return {
    provider,
    async start() {
      const { inputs, casesCannotFail, passes, fails, close } = await startStage(provider, systemClock)
      const green = { title: `${noun} that passes`, expected: 'passed', inputs, prepare: passes }
      const red = { title: `${noun} that fails`, expected: 'failed', inputs, prepare: fails }
      return { steps: casesCannotFail === true ? [green] : [green, red], close }
    },
  }
}
