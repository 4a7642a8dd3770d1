/** The demo of each provider: a simulated vendor, and steps as a workflow's author would write them. For people and for a test. */
import { startDemo } from '../simulator/demo.ts'
import type { RecordedRequest } from '../simulator/exchange.ts'
import { startKapsoDemo } from '../simulator/kapso/demo.ts'
import { startKoreConversation } from '../simulator/kore/conversation.ts'
import { badStep, goodStep } from '../simulator/kore/conversation-suite.ts'
import { startKorePublish } from '../simulator/kore/publish.ts'
import { publishing, publishStatus, resource } from '../simulator/kore/publish-run.ts'
import { startOmilia } from '../simulator/omilia/studio.ts'
import { failed, passed } from '../simulator/omilia/test-case.ts'

type Inputs = Readonly<Record<string, string>>

/** One step of a workflow, and how it should end. */
export interface DemoStep {
  readonly title: string
  readonly inputs: Inputs
  /** The conclusion. */
  readonly expected: 'passed' | 'failed'
}

/** A simulated vendor with the steps to run against it, each as often as one likes. */
export interface DemoVendor {
  readonly steps: readonly DemoStep[]
  close(): Promise<void>
}

/** The demo of one provider. */
export interface Demo {
  readonly provider: string
  /** Why no step of it is red, where that is so. */
  readonly neverRed?: string
  start(): Promise<DemoVendor>
}

/** A vendor, the inputs of every step, and what makes a step pass or fail. */
interface Opened {
  readonly common: Inputs
  readonly passes: Inputs
  readonly fails?: Inputs
  close(): Promise<void>
}

/** How long a run takes at a simulated vendor, in milliseconds. */
const RUN = { runsLastMs: 2000 }

/** All demos, in the order in which they are shown. */
export const DEMOS: readonly Demo[] = [
  demo('kore-batch', 'a suite', openKoreBatch),
  demo('kore-conversation', 'a conversation', openKoreConversation),
  demo('kore-publish', 'a publish', openKorePublish),
  demo('omilia', 'a project', openOmilia),
  demo('omilia-generation', 'a generation', openGeneration, 'a test case is made here and not run, so none can fail'),
  demo('kapso', 'a suite', openKapso),
]

/** The providers by name, with commas between them. */
export const DEMO_NAMES = DEMOS.map(({ provider }) => provider).join(', ')

/** The demos of these providers, or all where none is named. Ends the process where a name is not known, and tells those that are. */
export function findDemos(names: readonly string[]): readonly Demo[] {
  const unknown = names.filter((name) => !DEMOS.some(({ provider }) => provider === name))
  if (unknown.length > 0) giveUp(`There is no provider ${unknown.join(', ')}. There are: ${DEMO_NAMES}`)
  return names.length === 0 ? DEMOS : DEMOS.filter(({ provider }) => names.includes(provider))
}

/** Ends the process with a sentence in place of a stack, since it is about what was typed. */
export function giveUp(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function demo(provider: string, noun: string, open: () => Promise<Opened>, neverRed?: string): Demo {
  return {
    provider,
    ...(neverRed !== undefined && { neverRed }),
    async start() {
      const { common, passes, fails, close } = await open()
      // There is no artifact service here.
      const all = { provider, artifact: 'false', 'poll-interval-seconds': '0.5', ...common }
      const green: DemoStep = { title: `${noun} that passes`, expected: 'passed', inputs: { ...all, ...passes } }
      if (fails === undefined) return { steps: [green], close }
      return { steps: [green, { title: `${noun} that fails`, expected: 'failed', inputs: { ...all, ...fails } }], close }
    },
  }
}

async function openKoreBatch(): Promise<Opened> {
  const kore = await startDemo(RUN)
  return {
    common: koreInputs(kore),
    passes: { suite: 'Regression' },
    fails: { suite: 'Flight booking' },
    close: kore.close,
  }
}

async function openKoreConversation(): Promise<Opened> {
  const kore = await startKoreConversation(RUN)
  const hello = goodStep('hello', 'Hi! Where do you want to fly?')
  kore.suite('Smoke', [hello, goodStep('to Oslo', 'On which day?')])
  kore.suite('Change of mind', [hello, badStep('rather to Bergen', 'Bergen, then. On which day?', 'On which day?')])
  return {
    common: { ...koreInputs(kore), 'user-email': 'dev@example.com' },
    passes: { suite: 'Smoke' },
    fails: { suite: 'Change of mind' },
    close: kore.close,
  }
}

/** One bot, whose publish fails where its comment says so. */
async function openKorePublish(): Promise<Opened> {
  const kore = await startKorePublish(RUN)
  const failing = 'with a channel that is broken'
  const script = ({ body }: RecordedRequest): undefined => {
    if (!body.includes(failing)) return
    kore
      .nextPublish()
      .shows(publishing(20), publishing(60), publishStatus('failed'))
      .resources(resource('Settings'), resource('Channels', 'FAILED'), resource('Natural Language'))
  }
  kore.on('start').decides(script)
  return {
    common: koreInputs(kore),
    passes: { 'version-comment': 'nightly' },
    fails: { 'version-comment': failing },
    close: kore.close,
  }
}

async function openOmilia(): Promise<Opened> {
  const omilia = await startOmilia({ jobsLastMs: RUN.runsLastMs })
  omilia.project('Airline', { cases: [passed('book a flight'), passed('cancel a flight')] })
  omilia.project('Hotel', {
    cases: [passed('book a room'), failed('cancel a room', { expected: 'Cancel Room', found: 'Book Room' })],
  })
  return { common: omiliaInputs(omilia), passes: { suite: 'Airline' }, fails: { suite: 'Hotel' }, close: omilia.close }
}

async function openGeneration(): Promise<Opened> {
  const omilia = await startOmilia({ jobsLastMs: RUN.runsLastMs })
  omilia.project('Airline', { cases: [passed('book a flight'), passed('cancel a flight')] })
  return { common: omiliaInputs(omilia), passes: { suite: 'Airline', 'min-tests': '2' }, close: omilia.close }
}

async function openKapso(): Promise<Opened> {
  const kapso = await startKapsoDemo(RUN)
  const { apiKey, agentId } = kapso.behaviour
  return {
    common: { 'base-url': kapso.base, 'api-key': apiKey, 'agent-id': agentId },
    passes: { suite: 'Parcel tracking' },
    fails: { suite: 'Complaints' },
    close: kapso.close,
  }
}

/** What every step with Kore.ai needs. */
function koreInputs({
  address,
  behaviour,
}: {
  readonly address: string
  readonly behaviour: { readonly botId: string; readonly clientId: string; readonly clientSecret: string }
}): Inputs {
  const { botId, clientId, clientSecret } = behaviour
  return { 'base-url': address, 'bot-id': botId, 'client-id': clientId, 'client-secret': clientSecret }
}

/** What every step with Omilia needs. */
function omiliaInputs({
  baseUrl,
  behaviour,
}: {
  readonly baseUrl: string
  readonly behaviour: { readonly apiKey: string }
}): Inputs {
  return { 'base-url': baseUrl, 'api-key': behaviour.apiKey }
}
