/** A project of Testing Studio: found by id or name, and its test suites replaced where the repository has them. */
import * as z from 'zod/mini'
import { countOf } from '../../count-words.ts'
import { commaHint, quote } from '../../fields.ts'
import { type FormBody, formBody, formFile } from '../../form-body.ts'
import { once } from '../../once.ts'
import type { FindPlaces } from '../../places.ts'
import { lastingTrouble, Trouble } from '../../trouble.ts'
import type { Examined, World } from '../provider.ts'
import { items, Project } from './answers.ts'
import type { OmiliaCall, OmiliaClient } from './client.ts'
import type { SuiteArchive } from './suite-archive.ts'

/** One project, asked for when it is needed, and remembered. Promises reject with a `Trouble`. */
export interface OpenProject {
  /** Reads and checks the suites from the repository, where there are any. Sends nothing. */
  check(): Promise<void>
  /** Shows that the account may see the project, which changes nothing there. */
  examine(): Promise<Examined>
  /** The id, of a project that is there, whose Git token is masked from then on. */
  id(): Promise<string>
  /** Whether it has that id; asks for the project only where it was given by its name. */
  hasId(id: string): Promise<boolean>
  /** The id, once the suites from the repository are sent, where there are any. Sent once, however often it is asked for. */
  ready(): Promise<string>
  /** The lines of the repository that cases stand on; absent where the suites are not from it. */
  readonly places?: FindPlaces
}

/** What a project is worked with. */
interface ProjectTools {
  readonly client: OmiliaClient
  readonly world: World
}

/** Opens a project without sending anything. `path` is where its suites lie in the repository. */
export function openProject(name: string, path: string | undefined, tools: ProjectTools): OpenProject {
  const found = once(() => findProject(name, tools))
  const archive = once(() => readArchive(path, tools.world))
  const sent = once(async () => {
    const project = await found()
    if (path !== undefined) await sendSuites(project, path, archive, tools)
    return project.id
  })
  const project = {
    check: async () => void (await archive()),
    async examine() {
      await found()
      return PROJECT_IS_THERE
    },
    id: async () => (await found()).id,
    hasId: async (id: string) => (UUID.test(name) ? id.toLowerCase() === name.toLowerCase() : id === (await found()).id),
    ready: sent,
  }
  if (path === undefined) return project
  return {
    ...project,
    places: async (names) => (await import('./suite-places.ts')).suitePlaces(path, (await archive()).files, names),
  }
}

const PROJECT_IS_THERE: Examined = {
  proved: 'the account is accepted, and the project is there',
  unproved: ['whether the account may start runs, and has licences left for them'],
}

/** The suites from the repository, as they are sent; loaded only where there are any. */
async function readArchive(path: string | undefined, world: World): Promise<SuiteArchive> {
  return path === undefined
    ? { bytes: new Uint8Array(), files: [] }
    : (await import('./suite-archive.ts')).suiteArchive(path, world)
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

async function findProject(name: string, { client, world }: ProjectTools): Promise<Project> {
  const project = UUID.test(name) ? await projectById(name, client) : await projectByName(name, client)
  if (typeof project.gitToken === 'string') world.secret(project.gitToken)
  return project
}

async function projectById(id: string, client: OmiliaClient): Promise<Project> {
  const wanted: OmiliaCall = {
    name: 'project',
    method: 'GET',
    template: '/api/projects/{project}',
    parameters: { project: id },
    confidential: true,
  }
  const answer = await client.ask(wanted).catch((thrown) => {
    throw thrown instanceof Trouble && thrown.facts.status === 404 ? notFound(id, `${ELSEWHERE} (HTTP 404)`) : thrown
  })
  const project = client.read(wanted, answer.body, items(Project)).find((each) => each.id.toLowerCase() === id.toLowerCase())
  if (project === undefined)
    throw new Trouble(`Omilia answered about a project other than the one in suite; ${ELSEWHERE}`, {
      kind: 'contract',
      persistence: 'shape',
    })
  return project
}

async function projectByName(name: string, client: OmiliaClient): Promise<Project> {
  const wanted: OmiliaCall = {
    name: 'projects',
    method: 'GET',
    template: '/api/projects/',
    confidential: true,
  }
  const listed = client.read(wanted, (await client.ask(wanted)).body, items(z.unknown()))
  const projects = listed.flatMap((each) => Project.safeParse(each).data ?? [])
  const [project, ...others] = projects.filter((each) => each.name === name)
  if (project === undefined) throw notFound(name, listing(listed.length, projects.length))
  if (others.length === 0) return project
  const ids = [project, ...others].map(({ id }) => id)
  const plain = ids.filter((id) => PLAIN_ID.test(id))
  throw lastingTrouble(
    'config',
    `suite: Omilia has ${ids.length} projects by the name ${quote(name)}; give the id of one${plain.length === 0 ? '' : `: ${plain.join(', ')}`}`,
  )
}

/** An id that is fit for a sentence of ours. */
const PLAIN_ID = /^[\w-]{1,64}$/

const ELSEWHERE = 'check base-url too, with the prefix of the product, and without /api'

/** What the account sees, by the number of projects in the list and of those that could be read. */
function listing(listed: number, readable: number): string {
  const unread = listed - readable
  const seen = `the account has access to ${countOf(listed, 'projects')}`
  return unread === 0 ? seen : `${seen}, ${unread} of which could not be read`
}

function notFound(name: string, more: string): Trouble {
  const remedy = 'check suite for spelling, spaces and case, and the access of the account'
  return lastingTrouble('config', `suite: Omilia knows no project ${quote(name)}; ${remedy}${commaHint(name)}; ${more}`)
}

async function sendSuites(
  project: Project,
  path: string,
  archive: () => Promise<SuiteArchive>,
  { client, world }: ProjectTools,
): Promise<void> {
  const name = quote(project.name ?? project.id)
  if (project.gitStorage === true) {
    throw lastingTrouble(
      'config',
      `suite-path: the project ${name} loads its test suites from Git, so none can be sent to it; leave suite-path out, or use a project on S3 storage`,
    )
  }
  await upload(project.id, (await archive()).bytes, client)
  world.notice(
    `suite-path: the test suites of the Omilia project ${name} are now those of ${quote(path)}, for everybody who uses it; a concurrency group in the workflow keeps two runs from changing them at the same time`,
  )
}

/** Whether the ZIP goes as a form or as it is, the vendor's page does not say: what is refused as the one is tried as the other. */
async function upload(project: string, archive: Uint8Array, client: OmiliaClient): Promise<void> {
  const call = {
    name: 'upload of test suites',
    method: 'POST',
    template: '/api/projects/{project}/suites/',
    parameters: { project },
  } as const
  try {
    await client.ask({ ...call, body: await asForm(archive) })
  } catch (thrown) {
    if (!isRefusedForm(thrown)) throw thrown
    await client.ask({ ...call, body: { type: 'application/zip', bytes: archive } }).catch((second) => {
      throw isRefusedForm(second) ? refusedTwice(thrown, second) : second
    })
  }
}

const REFUSED_FORM = new Set([400, 415, 422])

function isRefusedForm(thrown: unknown): thrown is Trouble {
  return thrown instanceof Trouble && REFUSED_FORM.has(thrown.facts.status ?? 0)
}

function refusedTwice(form: Trouble, raw: Trouble): Trouble {
  const said = [form.facts.said, raw.facts.said].filter((text) => text !== undefined).join('\n')
  return lastingTrouble(
    'config',
    `${form.message}, and HTTP ${raw.facts.status} to the ZIP as it is; check the suite in suite-path`,
    said,
  )
}

function asForm(archive: Uint8Array): Promise<FormBody> {
  const form = new FormData()
  form.set('file', formFile(archive, 'suites.zip', 'application/zip'))
  return formBody(form)
}
