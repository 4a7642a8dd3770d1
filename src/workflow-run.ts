/** What the runner's environment tells of the workflow run. Pure but for the event's file, which is read when it is asked for. */
import { readFile, stat } from 'node:fs/promises'
import { parseJson } from './answer.ts'
import type { Origin } from './outcome.ts'
import type { WorkflowRun } from './rim.ts'

/** The workflow run of an environment such as `process.env`. */
export function workflowRunOf(environment: Readonly<Record<string, string | undefined>>): WorkflowRun {
  const variable = (name: string): string => environment[`GITHUB_${name}`] ?? ''
  return {
    serverUrl: variable('SERVER_URL') || 'https://github.com',
    apiUrl: variable('API_URL') || 'https://api.github.com',
    repository: variable('REPOSITORY'),
    id: variable('RUN_ID'),
    attempt: Number(variable('RUN_ATTEMPT')) || 1,
    workflow: workflowPath(variable('WORKFLOW_REF'), variable('REPOSITORY')),
    job: variable('JOB'),
    step: variable('ACTION'),
    event: variable('EVENT_NAME'),
    actor: variable('ACTOR'),
    ref: variable('REF'),
    sha: variable('SHA'),
    payload: () => eventIn(variable('EVENT_PATH')),
  }
}

/** GitHub sends no event that is larger than 25 MiB; in bytes. */
const LARGEST_EVENT = 32 * 1024 * 1024

async function eventIn(path: string): Promise<unknown> {
  try {
    const { size } = await stat(path)
    return size > LARGEST_EVENT ? undefined : parseJson(await readFile(path))
  } catch {
    return undefined
  }
}

/** The name of the workflow's file, by which GitHub lists its runs; undefined for a workflow of another repository. */
export function workflowFile({ workflow }: Pick<WorkflowRun, 'workflow'>): string | undefined {
  return workflow.startsWith('.github/') ? workflow.slice(workflow.lastIndexOf('/') + 1) : undefined
}

/** What the addresses of all runs' pages of the repository begin with. */
export function runPages({ serverUrl, repository }: Pick<WorkflowRun, 'serverUrl' | 'repository'>): string {
  return `${serverUrl}/${repository}/actions/runs/`
}

/** The address of a run's page. */
export function runPage(run: Pick<WorkflowRun, 'serverUrl' | 'repository' | 'id'>): string {
  return runPages(run) + run.id
}

/** Which step of the run this is, by what the runner tells and the place of the job in its matrix; undefined outside of a job. */
export function originOf({ job, step, attempt }: WorkflowRun, index: number): Origin | undefined {
  return job === '' ? undefined : { job, index, step, attempt }
}

/** `octo-org/demo/.github/workflows/ci.yml@refs/heads/main` → `.github/workflows/ci.yml`. A workflow of elsewhere keeps its repository. */
function workflowPath(reference: string, repository: string): string {
  const [path = ''] = reference.split('@')
  return path.startsWith(`${repository}/`) ? path.slice(repository.length + 1) : path
}
