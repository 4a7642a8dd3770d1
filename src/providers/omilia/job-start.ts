/** Runs and generations are started in the same way, and can be found in their project's list when the answer was lost. */
import * as z from 'zod/mini'
import { Trouble } from '../../trouble.ts'
import type { Ready } from '../provider.ts'
import { items, Job, ListedJob } from './answers.ts'
import { jsonBody, LARGEST_LIST, type OmiliaCall, type OmiliaClient } from './client.ts'

/** What is started: where, how it is listed, and with which parameters. */
export interface JobStart {
  readonly what: 'run' | 'generation'
  readonly template: string
  /** The list of a project, newest first. */
  readonly listTemplate: string
  /** Without the project's id; what is undefined is not sent. */
  readonly parameters: Readonly<Record<string, string | boolean | undefined>>
}

/** The call that lists a project's jobs. */
export function listCall({ what, listTemplate }: Pick<JobStart, 'what' | 'listTemplate'>, project: string): OmiliaCall {
  return { name: `list of ${what}s`, method: 'GET', template: listTemplate, parameters: { project }, largest: LARGEST_LIST }
}

const StartedJob = items(z.pick(Job, { runId: true }))

/** What can be started in that project, which remembers what is there already. */
export async function readyJob(job: JobStart, project: string, client: OmiliaClient): Promise<Ready> {
  const list = (): Promise<readonly ListedJob[]> => listed(job, project, client)
  const idsNow = async (): Promise<ReadonlySet<string> | undefined> => {
    const jobs = await list().catch(withoutList)
    return jobs && new Set(jobs.map(({ runId }) => runId))
  }
  let before = await idsNow()
  let isRepeated = false
  const start = async (known: (id: string) => void): Promise<string> => {
    // A start that was refused can be repeated much later, and what others started meanwhile is not ours.
    if (isRepeated) before = await idsNow().catch(notSent)
    isRepeated = true
    const id = await startJob(job, project, client)
    known(id)
    return id
  }
  if (before === undefined) return { start }
  const isNew = ({ runId }: ListedJob): boolean => before?.has(runId) === false
  return {
    start,
    find: async () => idsOf(ours(job, project, (await list()).filter(isNew))),
    // Before a start that is repeated others are asked for anew, and that comes too late for a mark.
    get mark() {
      return isRepeated ? undefined : JSON.stringify([...(before ?? [])].slice(0, REMEMBERED))
    },
  }
}

/** So many of the newest jobs tell another process what was there. */
const REMEMBERED = 50
const Mark = z.array(z.string())

/** The jobs with our parameters that are listed as newer than those of a mark. */
export async function jobsSince(mark: string, job: JobStart, project: string, client: OmiliaClient): Promise<readonly string[]> {
  const before = new Set(Mark.parse(JSON.parse(mark)))
  const jobs = await listed(job, project, client)
  const first = jobs.findIndex(({ runId }) => before.has(runId))
  // A list that holds none of them is not the one that was.
  if (first === -1 && before.size > 0) return []
  return idsOf(ours(job, project, first === -1 ? jobs : jobs.slice(0, first)))
}

async function listed(job: JobStart, project: string, client: OmiliaClient): Promise<readonly ListedJob[]> {
  const wanted = listCall(job, project)
  return client.read(wanted, (await client.ask(wanted)).body, items(ListedJob))
}

/** A job is taken for ours, and may be stopped, only when it names our project, as the vendor's lists do. */
function ours({ parameters }: JobStart, project: string, jobs: readonly ListedJob[]): ListedJob[] {
  return jobs.filter((each) => each.projectId === project && hasParameters(each, parameters))
}

function idsOf(jobs: readonly ListedJob[]): string[] {
  return jobs.map(({ runId }) => runId)
}

/** The start was not sent yet, so none is lost. */
function notSent(thrown: unknown): never {
  throw thrown instanceof Trouble ? new Trouble(thrown.message, { ...thrown.facts, unheard: true }) : thrown
}

/** The list serves lost starts only: one that cannot be read, or is not there, keeps nobody from starting. */
function withoutList(thrown: unknown): undefined {
  const isHarmless = thrown instanceof Trouble && (thrown.facts.persistence === 'shape' || thrown.facts.persistence === 'missing')
  if (!isHarmless) throw thrown
}

/** An answer about more than one job does not say which is ours: it counts as lost. */
async function startJob({ what, template, parameters }: JobStart, project: string, client: OmiliaClient): Promise<string> {
  const wanted: OmiliaCall = {
    name: `start of the ${what}`,
    method: 'POST',
    template,
    body: jsonBody({ projectId: project, ...parameters }),
  }
  const answer = await client.ask(wanted)
  const [job, ...others] = client.read(wanted, answer.body, StartedJob)
  if (job !== undefined && others.length === 0) return job.runId
  throw new Trouble(
    `Omilia start of the ${what} answered with ${others.length + (job === undefined ? 0 : 1)} ${what}s in place of one`,
    {
      kind: 'contract',
      persistence: 'shape',
    },
  )
}

function hasParameters(job: ListedJob, wanted: JobStart['parameters']): boolean {
  const told: Readonly<Record<string, unknown>> = job
  return Object.keys(wanted).every((name) => plain(told[name]) === plain(wanted[name]))
}

/** Nothing, an empty text and false are the same: the defaults. */
function plain(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value)
  return text.toLowerCase() === 'false' ? '' : text
}
