/** The provider `omilia-generation`: test cases generated from golden dialogs. See `docs/providers/omilia-generation.md`. */
import * as z from 'zod/mini'
import { parseJson } from '../../answer.ts'
import { countOf } from '../../count-words.ts'
import { flag, optionalText } from '../../fields.ts'
import { once } from '../../once.ts'
import { type Case, countCases, type Results, uniqueNames } from '../../results.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import { unknownStatusTeller } from '../../unknown-status.ts'
import { defineProvider, type Folder, type Look, type Run, type Suite, type World } from '../provider.ts'
import { items, Job, ListedJob, stateOf } from './answers.ts'
import { createOmiliaClient, type OmiliaCall, type OmiliaClient } from './client.ts'
import { ARCHIVE, archiveKeeper, awaitArchive, isKept, progressOf } from './job-end.ts'
import { type JobStart, listCall, readyJob } from './job-start.ts'
import { type OpenProject, openProject } from './project.ts'
import { createSession } from './session.ts'
import { credentialMistakes, omiliaFields, omiliaSecrets } from './sign-in.ts'
import { listZip, type ZipListing } from './zip-listing.ts'

const Options = z.object({
  ...omiliaFields,
  group: optionalText,
  'test-suite': optionalText,
  'simulation-data': optionalText,
  overwrite: flag(false),
  'golden-dialog-id': optionalText,
})
type Options = z.infer<typeof Options>

/** The provider `omilia-generation`. */
export const omiliaGeneration = defineProvider({
  name: 'omilia-generation',
  noun: 'generated test cases',
  takes: { suite: true, suitePath: true, cancel: false },
  options: Options,
  secrets: omiliaSecrets,
  filters: ['test-suite'],
  metrics: [],
  mistakes: credentialMistakes,
  connect(options, world) {
    const client = createOmiliaClient(options['base-url'], createSession(options, world), world)
    const golden = goldenDialog(options['golden-dialog-id'], client)
    return {
      suite: (name, path) => generationSuite(openProject(name, path, { client, world }), { options, world, client, golden }),
    }
  },
})

interface Context {
  readonly options: Options
  readonly world: World
  readonly client: OmiliaClient
  /** The golden dialog as it came; undefined where none is wanted. */
  golden(): Promise<Uint8Array | undefined>
}

/** A wrong id is told before anything is generated, so the dialog is fetched first, and once for all suites. */
function goldenDialog(id: string | undefined, client: OmiliaClient): () => Promise<Uint8Array | undefined> {
  return once(async () => {
    if (id === undefined) return undefined
    const wanted: OmiliaCall = {
      name: 'golden dialog',
      method: 'GET',
      template: '/api/dialogs/{golden-dialog-id}/golden/',
      parameters: { 'golden-dialog-id': id },
    }
    const { body } = await client.ask(wanted).catch((thrown) => {
      if (!(thrown instanceof Trouble) || thrown.facts.persistence !== 'missing') throw thrown
      const remedy = 'copy the id again from the console or from a test case, and check base-url'
      throw lastingTrouble(
        'config',
        `golden-dialog-id: Omilia does not know this dialog (HTTP 404); ${remedy}`,
        thrown.facts.said,
      )
    })
    if (parseJson(body) === undefined)
      throw new Trouble("Omilia's answer with the golden dialog is not JSON; check base-url", {
        kind: 'contract',
        persistence: 'shape',
      })
    return body
  })
}

const LISTED = { what: 'generation', listTemplate: '/api/projects/{project}/generations/' } as const

function generationSuite(project: OpenProject, context: Context): Suite {
  const { client, options, world, golden } = context
  const { group, overwrite } = options
  const parameters = { group, overwrite, testSuite: options['test-suite'], simulationData: options['simulation-data'] }
  const job: JobStart = { ...LISTED, template: '/api/generations/', parameters }
  return {
    ...(project.places !== undefined && { check: project.check }),
    async examine() {
      await golden()
      return project.examine()
    },
    async prepare() {
      await project.id()
      await golden()
      const ready = await readyJob(job, await project.ready(), client)
      if (overwrite)
        world.notice(
          'overwrite: the test cases of the Omilia project that have the names of generated ones are replaced, for everybody who uses it',
        )
      return ready
    },
    open: (id) => openGeneration(id ?? '', project, context),
  }
}

/** How long a generation that succeeded may be without its archive, in milliseconds. */
const ARCHIVE_GRACE = 2 * 60_000

/** There is no call for one generation, and none that stops it. */
function openGeneration(id: string, project: OpenProject, context: Context): Run {
  const { client, world } = context
  const tellUnknown = unknownStatusTeller(world)
  const ending = awaitArchive(world, ARCHIVE_GRACE)
  const collect = collector(context)
  return {
    async look(): Promise<Look> {
      const wanted = listCall(LISTED, await project.id())
      const { body } = await client.ask(wanted)
      const job = findGeneration(id, client.read(wanted, body, items(ListedJob)))
      const state = stateOf(job)
      if (state === 'failure' || state === 'revoked') return { state: 'ended', kind: 'vendor', reason: REASONS[state] }
      const end = ending({ job, body: Buffer.from(JSON.stringify(job)) })
      if (end !== undefined) return end
      if (state === 'unknown') tellUnknown(job.status)
      return { state: 'running', ...progressOf(job) }
    },
    collect: (end, folder) => collect(Job.parse(parseJson(end.evidence)), folder),
  }
}

const REASONS = {
  failure: 'Omilia ended the generation as a failure; its console tells more',
  revoked: 'the generation was revoked at Omilia, and not by this step',
} as const

function findGeneration(id: string, jobs: readonly ListedJob[]): Job {
  const job = jobs.find(({ runId }) => runId.toLowerCase() === id.toLowerCase())
  const { data, error } = Job.safeParse(job)
  if (data !== undefined) return data
  if (job !== undefined)
    throw new Trouble(
      `Omilia list of generations tells of this one in a shape that is not documented (field ${error.issues[0]?.path.join('.')})`,
      { kind: 'contract', persistence: 'shape' },
    )
  throw new Trouble('Omilia list of generations: this generation is not in it; check run-id and suite', {
    kind: 'config',
    persistence: 'missing',
  })
}

/** An archive that comes without its end is fetched so many times, and then kept and told. */
const MOST_CUTS = 3

function collector({ client, golden }: Context): (job: Job, folder: Folder) => Promise<Results> {
  const keepArchive = archiveKeeper(client)
  let cuts = 0
  return async (job, folder) => {
    const dialog = await golden()
    if (dialog !== undefined) await folder.write('golden-dialog.json', dialog)
    await folder.write('run.json', Buffer.from(`${JSON.stringify({ generation: job }, undefined, 2)}\n`))
    const wanted: OmiliaCall = {
      name: 'artifacts of the generation',
      method: 'GET',
      template: '/api/generations/{run-id}/artifacts/',
      parameters: { 'run-id': job.runId },
    }
    try {
      const absence = await keepArchive(job, wanted, folder)
      if (absence !== undefined)
        throw lastingTrouble(
          'vendor',
          `Omilia ended the generation as a success, but its archive could not be fetched: ${absence}`,
        )
    } catch (thrown) {
      const isCut = thrown instanceof Trouble && thrown.facts.persistence === 'cut'
      if (!isCut || !(await isKept(folder)) || ++cuts < MOST_CUTS) throw thrown
    }
    return generationResults(await listZip(folder.place(ARCHIVE)))
  }
}

/** Each file in the archive is a case that was made. Throws a `Trouble` of kind `security` for an archive that was refused. */
function generationResults(listing: ZipListing): Results {
  if (listing.state === 'refused')
    throw lastingTrouble('security', `the archive of the generation is kept as it came, but not read: ${listing.reason}`)
  const files = listing.state === 'listed' ? listing.files : []
  const names = uniqueNames(files.map(({ path }) => path))
  const cases = files.map(({ size }, index): Case => {
    return {
      name: names[index] ?? '',
      status: 'passed',
      flaky: false,
      tries: 1,
      checks: [],
      facts: new Map([['Size', countOf(size, 'bytes')]]),
    }
  })
  const contradictions = listing.state === 'unreadable' ? [`the archive of the generation cannot be read: ${listing.reason}`] : []
  return { cases, counts: countCases(cases), metrics: {}, figures: new Map(), contradictions, warnings: [] }
}
