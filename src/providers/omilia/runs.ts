/** The provider `omilia`: runs of a Testing Studio project's test suites. See `docs/providers/omilia.md`. */
import * as z from 'zod/mini'
import { parseJson } from '../../answer.ts'
import { optionalText } from '../../fields.ts'
import { withPlaces } from '../../places.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import { unknownStatusTeller } from '../../unknown-status.ts'
import { defineProvider, type Look, type Run, type Suite, type World } from '../provider.ts'
import { items, Job, stateOf } from './answers.ts'
import { createOmiliaClient, type OmiliaCall, type OmiliaClient } from './client.ts'
import { awaitArchive, progressOf } from './job-end.ts'
import { type JobStart, jobsSince, readyJob } from './job-start.ts'
import { type OpenProject, openProject } from './project.ts'
import { runCall } from './run-call.ts'
import { runCollector } from './run-collection.ts'
import { followLog } from './run-log-follower.ts'
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
  mistakes: credentialMistakes,
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
  const runLog = followLog(id, project, client, world)
  const tellUnknown = unknownStatusTeller(world)
  const ending = awaitArchive(world, ARCHIVE_GRACE)
  const collect = runCollector(id, runLog, client, world)
  return {
    async look(): Promise<Look> {
      const seen = await look()
      await checkProject(seen.job, project)
      const log = await runLog.fresh()
      const end = ending(seen)
      if (end !== undefined) return { ...end, log }
      if (stateOf(seen.job) === 'revoked')
        return { state: 'ended', kind: 'vendor', reason: 'the run was revoked at Omilia, and not by this step', log }
      if (stateOf(seen.job) === 'unknown') tellUnknown(seen.job.status)
      return { state: 'running', log, ...progressOf(seen.job) }
    },
    collect: (end, folder) => collect(readRun(id, wanted, end.evidence, client), folder),
    cancel: () => revoke(id, async () => ownRun((await look()).job, project), client),
  }
}

function readRun(id: string, wanted: OmiliaCall, body: Uint8Array, client: OmiliaClient): Job {
  const run = client.read(wanted, body, items(Job)).find(({ runId }) => runId.toLowerCase() === id.toLowerCase())
  if (run === undefined)
    throw new Trouble('Omilia run: the answer is about another run', { kind: 'contract', persistence: 'shape' })
  return run
}

/** A run of another project would prove nothing about this one; only a wrong `run-id` brings it here. */
async function checkProject({ projectId }: Job, project: OpenProject): Promise<void> {
  if (typeof projectId !== 'string' || (await project.hasId(projectId))) return
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

const OVER = new Set([404, 409, 410])

/** A run cannot be revoked while the vendor says so; where it says nothing, trying does no harm. Right after the start it may not know the run yet. */
async function revoke(id: string, look: () => Promise<Job>, client: OmiliaClient): Promise<'sent' | 'over' | 'not yet'> {
  try {
    const run = await look()
    if (['success', 'failure', 'revoked'].includes(stateOf(run))) return 'over'
    if (run.isRevocable === false) return 'not yet'
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
