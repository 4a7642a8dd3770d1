/** The provider `omilia`: runs of a Testing Studio project's test suites. See `docs/providers/omilia.md`. */
import * as z from 'zod/mini'
import { parseJson } from '../../answer.ts'
import { optionalText } from '../../fields.ts'
import { withPlaces } from '../../places.ts'
import { LOG_FILE, type LogLine, type Results } from '../../results.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import { defineProvider, type Folder, type Look, type Run, type Suite, type World } from '../provider.ts'
import { items, Job, RunStats, stateOf, TestCase, TestSuite } from './answers.ts'
import { createOmiliaClient, LARGEST_LIST, type OmiliaCall, type OmiliaClient } from './client.ts'
import { archiveKeeper, awaitArchive, type KeepArchive, progressOf, unknownStatusTeller } from './job-end.ts'
import { type JobStart, jobsSince, readyJob } from './job-start.ts'
import { type OpenProject, openProject } from './project.ts'
import { createLogReader, type LogSection, logText, readSections } from './run-log.ts'
import { runResults } from './run-results.ts'
import { createSession } from './session.ts'
import { credentialMistakes, omiliaFields, omiliaSecrets } from './sign-in.ts'

const Options = z.object({ ...omiliaFields, group: optionalText, utterance: optionalText, description: optionalText })
type Options = z.infer<typeof Options>

/** The provider `omilia`. */
export const omilia = defineProvider({
  name: 'omilia',
  noun: 'test cases',
  takes: { suite: true, suitePath: true, cancel: true },
  options: Options,
  secrets: omiliaSecrets,
  filters: ['group', 'utterance', 'description'],
  metrics: [],
  credentials: credentialMistakes,
  connect(options, world) {
    const client = createOmiliaClient(options['base-url'], createSession(options, world), world)
    return { suite: (name, path) => runSuite(openProject(name, path, { client, world }), { options, world, client }) }
  },
})

interface Context {
  readonly options: Options
  readonly world: World
  readonly client: OmiliaClient
}

function runSuite(project: OpenProject, context: Context): Suite {
  const { client, options } = context
  const job: JobStart = {
    what: 'run',
    template: '/api/runs/',
    listTemplate: '/api/projects/{project}/runs/',
    // Each of them filters the test cases, so that none is sent but those that were given.
    parameters: { group: options.group, utterance: options.utterance, description: options.description },
  }
  return {
    ...(project.places !== undefined && { check: project.check }),
    examine: project.examine,
    prepare: async () => readyJob(job, await project.ready(), client),
    foundSince: async (mark) => jobsSince(mark, job, await project.id(), client),
    open: (id) => withPlaces(openRun(id ?? '', project, context), project.places),
  }
}

/** How long an ended run may be without its archive, in milliseconds; the verdict does not need it. */
const ARCHIVE_GRACE = 30_000

function openRun(id: string, project: OpenProject, { client, world }: Context): Run {
  const wanted = runCall('run', id, '')
  const look = async () => {
    const { body } = await client.ask(wanted)
    return { body, job: readRun(id, wanted, body, client) }
  }
  const newLines = logFollower(id, client, world)
  const tellUnknown = unknownStatusTeller(world)
  const ending = awaitArchive(world, ARCHIVE_GRACE)
  const keepArchive = archiveKeeper(client)
  return {
    async look(): Promise<Look> {
      const seen = await look()
      await checkProject(seen.job, project)
      const log = await newLines()
      const end = ending(seen)
      if (end !== undefined) return { ...end, log }
      if (stateOf(seen.job) === 'revoked')
        return { state: 'ended', kind: 'vendor', reason: 'the run was revoked at Omilia, and not by this step', log }
      tellUnknown(seen.job)
      return { state: 'running', log, ...progressOf(seen.job) }
    },
    collect: (end, folder) => collectRun(readRun(id, wanted, end.evidence, client), folder, keepArchive, client),
    cancel: () => revoke(id, async () => ownRun((await look()).job, project), client),
  }
}

function runCall(name: string, id: string, below: string, method: 'GET' | 'POST' = 'GET'): OmiliaCall {
  return { name, method, template: `/api/runs/{run-id}${below}`, parameters: { 'run-id': id }, largest: LARGEST_LIST }
}

function readRun(id: string, wanted: OmiliaCall, body: Uint8Array, client: OmiliaClient): Job {
  const run = client.read(wanted, body, items(Job)).find(({ runId }) => runId.toLowerCase() === id.toLowerCase())
  if (run === undefined)
    throw new Trouble('Omilia run: the answer is about another run', { kind: 'contract', persistence: 'shape' })
  return run
}

/** A run of another project would prove nothing about this one; only a wrong `run-id` brings it here. */
async function checkProject({ projectId }: Job, project: OpenProject): Promise<void> {
  if (typeof projectId !== 'string' || projectId === (await project.id())) return
  throw lastingTrouble(
    'config',
    'run-id: the run belongs to another project than suite says; give the run-ids in the order of suite',
  )
}

/** The run, unless it surely is another project's, which a wrong `run-id` must not stop. A project that cannot be asked for holds nothing up. */
async function ownRun(run: Job, project: OpenProject): Promise<Job> {
  await checkProject(run, project).catch((thrown) => {
    if (thrown instanceof Trouble && thrown.facts.kind === 'config') throw thrown
  })
  return run
}

/** What nobody has read yet of the run's log. The log is for people: one that cannot be had changes nothing. */
function logFollower(id: string, client: OmiliaClient, world: World): () => Promise<readonly LogLine[]> {
  const fresh = createLogReader()
  let told = false
  return async () => {
    try {
      return fresh(await readLog(id, client))
    } catch (thrown) {
      if (!(thrown instanceof Trouble)) throw thrown
      if (!told && thrown.facts.persistence !== 'missing')
        world.warn(`the log of the run cannot be shown for now: ${thrown.message}`, thrown.facts.said)
      told = true
      return []
    }
  }
}

async function readLog(id: string, client: OmiliaClient): Promise<LogSection[]> {
  const { body } = await client.ask(runCall('run logs', id, '/logs/'))
  return readSections(parseJson(body))
}

async function collectRun(run: Job, folder: Folder, keepArchive: KeepArchive, client: OmiliaClient): Promise<Results> {
  const list = async <Shape extends z.ZodMiniType>(name: string, below: string, shape: Shape): Promise<z.output<Shape>[]> => {
    const wanted = runCall(name, run.runId, below)
    const answer = await orNothing(client.ask(wanted))
    return answer === undefined ? [] : client.read(wanted, answer.body, items(shape))
  }
  const [stats] = (await list('run stats', '/run_stats/', RunStats)).filter((each) =>
    Object.values(each).some((count) => typeof count === 'number'),
  )
  const testCases = await list('test cases of the run', '/test_cases/', TestCase)
  const suites = await list('test suites of the run', '/suites/', TestSuite)
  const log = (await orNothing(readLog(run.runId, client))) ?? []
  // Of what the vendor said, only the documented fields: a project in it would hold a Git token.
  await folder.write('run.json', Buffer.from(`${JSON.stringify({ run, stats, suites, testCases }, undefined, 2)}\n`))
  await folder.write(LOG_FILE, Buffer.from(logText(log)))
  const absence = await keepArchive(run, runCall('artifacts of the run', run.runId, '/artifacts/'), folder)
  const lines = createLogReader()(log)
  const lastWords = lines
    .slice(-LAST_WORDS)
    .map(({ text }) => text)
    .join('\n')
  const results = runResults({
    run,
    stats,
    testCases,
    suites,
    lastWords,
    state: stateOf(run) === 'success' ? 'success' : 'failure',
  })
  return {
    ...results,
    ...(lines.length > 0 && { log: { lines, leftOut: 0 } }),
    ...(absence !== undefined && { warnings: [...results.warnings, `the archive of the run is not kept: ${absence}`] }),
  }
}

const LAST_WORDS = 15

/** What the vendor does not have for a run that broke early is not there, and no trouble. */
async function orNothing<Value>(action: Promise<Value>): Promise<Value | undefined> {
  try {
    return await action
  } catch (thrown) {
    if (thrown instanceof Trouble && thrown.facts.persistence === 'missing') return undefined
    throw thrown
  }
}

const OVER = new Set([404, 409, 410])

/** A run can be revoked only while the vendor says so; right after the start it may not know the run yet. */
async function revoke(id: string, look: () => Promise<Job>, client: OmiliaClient): Promise<'sent' | 'over' | 'not yet'> {
  try {
    const run = await look()
    if (['success', 'failure', 'revoked'].includes(stateOf(run))) return 'over'
    if (run.isRevocable !== true) return 'not yet'
  } catch (thrown) {
    if (thrown instanceof Trouble && thrown.facts.persistence === 'missing') return 'not yet'
    throw thrown
  }
  try {
    await revokeNow(id, client)
    return 'sent'
  } catch (thrown) {
    if (!(thrown instanceof Trouble)) throw thrown
    if (OVER.has(thrown.facts.status ?? 0)) return 'over'
    if (thrown.facts.status === 400 || thrown.facts.status === 422) return 'not yet'
    throw thrown
  }
}

/** The page says 204. What is neither nothing nor JSON was answered by somebody else, such as a proxy. */
async function revokeNow(id: string, client: OmiliaClient): Promise<void> {
  const { body, status } = await client.ask(runCall('revocation of the run', id, '/revoke/', 'POST'))
  if (body.byteLength > 0 && parseJson(body) === undefined)
    throw new Trouble('Omilia revocation of the run was not answered by Omilia', {
      kind: 'contract',
      persistence: 'shape',
      status,
    })
}
