/** Kore.ai conversation tests: recorded conversations, step by step. See `docs/providers/kore-conversation.md`. */
import * as z from 'zod/mini'
import { readJson } from '../../answer.ts'
import { countOf } from '../../count-words.ts'
import { oneOf, optionalText, requiredLine, textWithDefault } from '../../fields.ts'
import { withPlaces } from '../../places.ts'
import { RunId } from '../../shapes.ts'
import { unknownStatusTeller } from '../../unknown-status.ts'
import { defineProvider, type Look, type Run, type Suite, type World } from '../provider.ts'
import { createKoreClient, type KoreCall, type KoreClient } from './client.ts'
import { ConversationStatus, conversationResults, hasFailedSteps } from './conversation-status.ts'
import { examineByNoRun, NO_RUN } from './no-run.ts'
import { createSigner, credentialMistakes, koreFields, koreSecrets } from './sign-in.ts'
import { startMistakes } from './start-inputs.ts'
import { ENDED, plainWord, UNDER_WAY } from './status-word.ts'
import { conversationImport } from './suite-import.ts'

const EMAIL = /^[^\s@]+@[^\s@]+$/

const StartOptions = z.object({
  'user-email': requiredLine('the e-mail address of the owner or a developer of the app; testers may not run suites').check(
    z.refine((text) => EMAIL.test(text), {
      error: 'is not an e-mail address; give that of the owner or a developer of the app',
    }),
  ),
})

const Options = z.object({
  ...koreFields,
  'bot-version': oneOf(['inDevelopment', 'published'], 'inDevelopment'),
  language: optionalText,
  'user-email': textWithDefault(''),
})
type Options = z.infer<typeof Options>

/** The provider `kore-conversation`. */
export const koreConversation = defineProvider({
  name: 'kore-conversation',
  noun: 'steps',
  takes: { suite: true, suitePath: true, cancel: false },
  options: Options,
  secrets: koreSecrets,
  metrics: [],
  mistakes: (raw) => [...credentialMistakes(raw), ...startMistakes(raw, StartOptions)],
  connect(options, world) {
    const client = createKoreClient(options['base-url'], options.language, createSigner(options, world), world)
    return { suite: (name, path) => conversationSuite(name, path, { options, world, client }) }
  },
})

interface Context {
  readonly options: Options
  readonly world: World
  readonly client: KoreClient
}

const SCOPE = 'Conversation Tests Execution'

/** The answer to a start: here the id stands in `testRunId`. */
const Started = z.object({ testRunId: RunId })

function conversationSuite(suite: string, path: string | undefined, context: Context): Suite {
  const { client, options, world } = context
  const email = options['user-email']
  const source =
    path === undefined ? undefined : conversationImport({ suite, path, botId: options['bot-id'], client, world }, email)
  const start = async (known: (id: string) => void): Promise<string> => {
    const wanted: KoreCall = {
      name: 'conversation test start',
      method: 'POST',
      template: '/api/public/stream/{bot-id}/conversation/testsuite/{suite}/run',
      parameters: { 'bot-id': options['bot-id'], suite },
      body: { version: options['bot-version'], userEmailId: email },
      scope: SCOPE,
      countedBy: options['bot-id'],
    }
    const { testRunId } = await client.read(wanted, Started)
    known(testRunId)
    return testRunId
  }
  return {
    ...(source !== undefined && { check: source.check }),
    examine: () => examineByNoRun(conversationRun(suite, NO_RUN, context)),
    prepare: async () => ((await source?.bring()) === 'not yet' ? 'not yet' : { start }),
    open: (id) => withPlaces(conversationRun(suite, id ?? '', context), source?.places),
  }
}

/** All steps of a suite with their texts come in one answer; in bytes. */
const LARGEST_STATUS = 32 * 1024 * 1024
const FILE = 'status.json'

function conversationRun(suite: string, id: string, { world, client, options }: Context): Run {
  const wanted: KoreCall = {
    name: 'conversation test status',
    method: 'GET',
    template: '/api/public/stream/{bot-id}/conversation/testsuite/{suite}/{run-id}/status',
    parameters: { 'bot-id': options['bot-id'], suite, 'run-id': id },
    scope: SCOPE,
    countedBy: id,
    largest: LARGEST_STATUS,
  }
  const read = (body: Uint8Array): ConversationStatus => readJson(client.call(wanted), { status: 200, body }, ConversationStatus)
  const tellUnknown = unknownStatusTeller(world)
  return {
    async look() {
      const { body } = await client.ask(wanted)
      return lookOf(read(body), body, tellUnknown)
    },
    async collect({ evidence }, folder) {
      await folder.write(FILE, evidence)
      return conversationResults(read(evidence))
    },
  }
}

function lookOf(status: ConversationStatus, body: Uint8Array, tellUnknown: (word: string) => void): Look {
  const word = plainWord(status.status)
  if (word === 'passed' || (word === 'failed' && hasFailedSteps(status))) return { state: 'finished', evidence: body }
  if (ENDED.has(word)) return endedWithoutResult(word, status)
  if (!UNDER_WAY.has(word)) tellUnknown(status.status)
  return running(status)
}

function endedWithoutResult(word: string, { result }: ConversationStatus): Look {
  const reason = `Kore.ai ended the run as ${word}${word === 'failed' ? ', but no step of it failed' : ', without a result'}`
  const errors = result?.errorDetails ?? undefined
  return { state: 'ended', kind: 'vendor', reason, ...(errors !== undefined && { said: JSON.stringify(errors) }) }
}

function running({ percentageCompleted, totalTestStepsCount }: ConversationStatus): Look {
  if (typeof percentageCompleted !== 'number') return { state: 'running' }
  const text = typeof totalTestStepsCount === 'number' ? `of ${countOf(totalTestStepsCount, 'steps')}` : undefined
  return { state: 'running', progress: { percent: Math.min(percentageCompleted, 100), ...(text !== undefined && { text }) } }
}
