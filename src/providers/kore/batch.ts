/** Kore.ai batch tests: utterances against the intents and entities that they should match. See `docs/providers/kore-batch.md`. */
import * as z from 'zod/mini'
import { readJson } from '../../answer.ts'
import { countOf } from '../../count-words.ts'
import { oneOf, optionalText, optionalWord } from '../../fields.ts'
import { withPlaces } from '../../places.ts'
import type { Case, Results } from '../../results.ts'
import { RunId } from '../../shapes.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import { unknownStatusTeller } from '../../unknown-status.ts'
import { defineProvider, type Folder, type Look, type Run, type Suite, type World } from '../provider.ts'
import type { BatchStatus } from './batch-status.ts'
import { createKoreClient, type KoreCall, type KoreClient } from './client.ts'
import { examineByNoRun, NO_RUN } from './no-run.ts'
import { createSigner, credentialMistakes, koreFields, koreSecrets } from './sign-in.ts'
import { ENDED, plainWord, UNDER_WAY } from './status-word.ts'
import { batchImport } from './suite-import.ts'

const Options = z.object({
  ...koreFields,
  'bot-version': oneOf(['inDevelopment', 'published'], 'inDevelopment'),
  engine: optionalWord(['ml', 'dgpt']),
  language: optionalText,
})
type Options = z.infer<typeof Options>

/** The provider `kore-batch`. */
export const koreBatch = defineProvider({
  name: 'kore-batch',
  noun: 'utterances',
  takes: { suite: true, suitePath: true, cancel: false },
  options: Options,
  secrets: koreSecrets,
  metrics: ['f1', 'precision', 'recall'],
  mistakes: credentialMistakes,
  connect(options, world) {
    const client = createKoreClient(options['base-url'], options.language, createSigner(options, world), world)
    return { suite: (name, path) => batchSuite(name, path, { options, world, client }) }
  },
})

interface Context {
  readonly options: Options
  readonly world: World
  readonly client: KoreClient
}

const SCOPE = 'Batch Tests Execution'

/** The answer to a start: the id stands in `requestId`. */
const Started = z.object({ requestId: RunId })

function batchSuite(suite: string, path: string | undefined, context: Context): Suite {
  const { client, options, world } = context
  const source =
    path === undefined ? undefined : batchImport({ suite, path, botId: options['bot-id'], client, world }, options.engine)
  const start = async (known: (id: string) => void): Promise<string> => {
    const wanted: KoreCall = {
      name: 'batch test start',
      method: 'POST',
      template: '/api/public/stream/{bot-id}/testsuite/{suite}/run',
      parameters: { 'bot-id': options['bot-id'], suite },
      // ML is what the vendor runs when nothing is said.
      body: { version: options['bot-version'], ...(options.engine === 'dgpt' && { engine: 'dgpt' }) },
      scope: SCOPE,
      countedBy: options['bot-id'],
    }
    const { requestId } = await client.read(wanted, Started)
    known(requestId)
    return requestId
  }
  return {
    ...(source !== undefined && { check: source.check }),
    examine: () => examineByNoRun(batchRun(suite, NO_RUN, context)),
    prepare: async () => ((await source?.bring()) === 'not yet' ? 'not yet' : { start }),
    open: (id) => withPlaces(batchRun(suite, id ?? '', context), source?.places),
  }
}

/** How long a completed run may be without its result file, in milliseconds. The vendor does not say that both come at once. */
const FILE_GRACE = 2 * 60_000

function batchRun(suite: string, id: string, context: Context): Run {
  const { world, client, options } = context
  const wanted: KoreCall = {
    name: 'batch test status',
    method: 'GET',
    template: '/api/public/stream/{bot-id}/testsuite/{suite}/{run-id}/status',
    parameters: { 'bot-id': options['bot-id'], suite, 'run-id': id },
    scope: SCOPE,
    countedBy: id,
  }
  const ask = async () => {
    const { body } = await client.ask(wanted)
    return { body, status: await readStatus(body) }
  }
  // What comes after the start is loaded after it: the sooner the run begins, the sooner it ends.
  const readStatus = async (body: Uint8Array): Promise<BatchStatus> =>
    readJson(client.call(wanted), { status: 200, body }, (await import('./batch-status.ts')).BatchStatus)
  const tellUnknown = unknownStatusTeller(world)
  const completion = awaitFile(world, options.engine === 'dgpt')
  const tellShortFile = shortFileTeller()
  const fetchReport = reportFetcher(async () => (await ask()).status.result?.fileUrl ?? undefined, context)
  return {
    async look(): Promise<Look> {
      const { body, status } = await ask()
      const word = plainWord(status.status)
      const completed = completion(word === 'completed' ? { body, status } : undefined)
      if (completed !== undefined) return completed
      if (ENDED.has(word)) return { state: 'ended', kind: 'vendor', reason: `Kore.ai ended the run as ${word}, without a result` }
      if (word !== 'completed' && !UNDER_WAY.has(word)) tellUnknown(status.status)
      return running(status)
    },
    async collect(end, folder): Promise<Results> {
      const { batchResults, isWhole } = await import('./batch-status.ts')
      const status = await readStatus(end.evidence)
      const link = status.result?.fileUrl ?? undefined
      if (link === undefined) return batchResults(status, undefined)
      await fetchReport(link, folder)
      const rows = await readRows(folder, options.engine === 'dgpt')
      if (!isWhole(status, rows)) tellShortFile()
      return batchResults(status, rows)
    },
  }
}

type Answered = { readonly body: Uint8Array; readonly status: BatchStatus }

/**
 * A run that was completed stays so, whatever the vendor says afterwards. It is finished when its file is there; without
 * one an ML run has no result, while a DialogGPT run is judged by its counts.
 */
function awaitFile(world: World, countsWillDo: boolean): (seen: Answered | undefined) => Look | undefined {
  let first: { readonly body: Uint8Array; readonly at: number } | undefined
  return (seen) => {
    if (seen !== undefined) first ??= { body: seen.body, at: world.clock.now() }
    if (first === undefined) return undefined
    if (typeof seen?.status.result?.fileUrl === 'string') return { state: 'finished', evidence: seen.body }
    if (world.clock.now() - first.at < FILE_GRACE) return { state: 'running' }
    if (countsWillDo) return { state: 'finished', evidence: first.body }
    return { state: 'ended', kind: 'vendor', reason: 'Kore.ai completed the run, but its result file never came' }
  }
}

function running({ percentage, utterance_ran, totalUtterances }: BatchStatus): Look {
  const [ran, total] = [utterance_ran ?? 0, totalUtterances ?? 0]
  const percent = percentage ?? (total > 0 ? (100 * ran) / total : undefined)
  if (percent === undefined) return { state: 'running' }
  return {
    state: 'running',
    progress: { percent: Math.min(percent, 100), ...(total > 0 && { text: `${ran} of ${countOf(total, 'utterances')}` }) },
  }
}

const MOST_RENEWALS = 2

/**
 * Tries to fetch the result file. The link is signed and expires, and the store behind it can be late by seconds, so one that
 * is refused can be tried again: the next try asks for it anew, since each status call makes a new one.
 */
function reportFetcher(renew: () => Promise<string | undefined>, context: Context) {
  let current: string | undefined
  let isRefused = false
  let renewals = 0
  return async (first: string, folder: Folder): Promise<void> => {
    const link = (isRefused ? await renew() : current) ?? first
    current = link
    isRefused = false
    try {
      await fetchByLink(link, folder, context)
    } catch (thrown) {
      if (!isRefusal(thrown)) throw thrown
      if (renewals === MOST_RENEWALS)
        throw lastingTrouble(thrown.facts.kind, `${thrown.message}, even after it was requested again`)
      isRefused = true
      renewals += 1
      throw new Trouble(thrown.message, { ...thrown.facts, persistence: 'passing' })
    }
  }
}

/** Whether the link needs our token is documented nowhere: first without, and then with it where it goes to our own origin. */
async function fetchByLink(link: string, folder: Folder, { options, world, client }: Context): Promise<void> {
  const wish = { name: 'batch test results', link, home: options['base-url'], domain: 'kore.ai', to: folder.place(REPORT) }
  try {
    await world.door.download(wish)
  } catch (thrown) {
    const isOurs = URL.parse(link)?.origin === options['base-url'].origin
    if (!isRefusal(thrown) || !isOurs) throw thrown
    await world.door.download({ ...wish, headers: await client.authorization() })
  }
}

const REPORT = 'results.csv'

/** So often a file with too few rows is fetched again before it is taken for what the vendor means. */
const MOST_SHORT_FILES = 2

/** Throws for the first files with fewer rows than the vendor counts: a body without a length can break off unseen. */
function shortFileTeller(): () => void {
  let seen = 0
  return () => {
    seen += 1
    if (seen > MOST_SHORT_FILES) return
    throw new Trouble('batch test results: the file has fewer utterances than the vendor counts, so it may be truncated', {
      kind: 'network',
      persistence: 'cut',
    })
  }
}

function isRefusal(thrown: unknown): thrown is Trouble {
  return thrown instanceof Trouble && thrown.facts.persistence === 'missing'
}

/** The columns of a DialogGPT report are documented nowhere, so there unreadable rows leave the counts to judge. */
async function readRows(folder: Folder, countsWillDo: boolean): Promise<readonly Case[] | undefined> {
  // The reader of CSV is loaded when there is a file to read.
  const { readBatchReport } = await import('./batch-report.ts')
  try {
    return await readBatchReport(folder.read(REPORT))
  } catch (thrown) {
    if (countsWillDo && thrown instanceof Trouble && thrown.facts.kind === 'contract') return undefined
    throw thrown
  }
}
