/**
 * GitHub's API. Its own client knows addresses and forms; what goes over the wire goes through our door, which keeps the limits
 * on time and size, and the token where it belongs. Loaded only when there is something to ask.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { getOctokitOptions, GitHub as Octokit } from '@actions/github/lib/utils'
import type * as z from 'zod/mini'
import { isSuccess, place } from './answer.ts'
import { fewTries } from './few-tries.ts'
import { Account, Anything, Artifacts, Comments, PullRequests, Runs } from './github-answers.ts'
import { CALLS, type GitHubCall, githubRefusal, REDIRECT_REMEDY } from './github-calls.ts'
import { createDoor, type Door } from './http.ts'
import type { GitHub, GitHubAccess, Rim } from './rim.ts'
import { asTrouble, lastingTrouble, Trouble } from './trouble.ts'
import { type Step, Stopped } from './wait.ts'

/** Tries of one call, the first one included. */
const MOST_TRIES = 4
const GAPS = { gapMs: 1000, longestGapMs: 5000 }
/** The most items that GitHub gives at once. */
const PAGE = 100
const MOST_PAGES = 50

/** The parameters of a call by their names. */
type Wanted = Readonly<Record<string, string | number | boolean>>

/** What all calls are made with. */
interface Connection {
  readonly client: InstanceType<typeof Octokit>
  readonly door: Door
  readonly step: Step
  readonly token: string
  readonly api: URL
  /** Owner and name of the repository. */
  readonly repository: Wanted
}

/** What of the outside a connection needs. */
type Outside = Pick<Rim, 'clock' | 'random' | 'version' | 'workflowRun'>

/** GitHub's API by that token. Throws a `Trouble` when the runner does not say which repository it is about. */
export function connectGitHub(access: GitHubAccess, outside: Outside): GitHub {
  const connection = connectionOf(access, outside)
  return {
    async newestRuns(workflow, branch, most) {
      const wanted = { workflow_id: workflow, branch, status: 'completed', per_page: most, exclude_pull_requests: true }
      return (await ask(connection, CALLS.runs, wanted, Runs)).value
    },
    artifactsOf: (runId) => gathered(items(connection, CALLS.artifacts, { run_id: runId }, Artifacts)),
    downloadArtifact: (id, to) => download(connection, id, to),
    comments: (number) => items(connection, CALLS.comments, { issue_number: number }, Comments),
    async createComment(number, body) {
      await ask(connection, CALLS.createComment, { issue_number: number, body }, Anything)
    },
    async updateComment(id, body) {
      await ask(connection, CALLS.updateComment, { comment_id: id, body }, Anything)
    },
    userId: () => userId(connection),
    async pullRequestsOf(sha) {
      return (await ask(connection, CALLS.pullRequestsOf, { commit_sha: sha, per_page: PAGE }, PullRequests)).value
    },
    async openPullRequests(owner, branch) {
      const wanted = { head: `${owner}:${branch}`, state: 'open', per_page: PAGE }
      return (await ask(connection, CALLS.openPullRequests, wanted, PullRequests)).value
    },
  }
}

function connectionOf({ token, signal, deadline }: GitHubAccess, { clock, random, version, workflowRun }: Outside): Connection {
  const [owner = '', repo = ''] = workflowRun.repository.split('/')
  const api = URL.parse(workflowRun.apiUrl)
  if (api === null || owner === '' || repo === '')
    throw lastingTrouble('config', "the runner does not provide the repository and the address of GitHub's API")
  const userAgent = `agent-test-gate/${version}`
  return {
    client: new Octokit(getOctokitOptions(token, { baseUrl: api.href.replace(/\/$/, ''), userAgent })),
    door: createDoor({ clock, userAgent, downloadHosts: [], signal: () => signal, over: signal }),
    step: { clock, random, signal, deadline, ...GAPS },
    token,
    api,
    repository: { owner, repo },
  }
}

/** All items of a list, page by page, each page when it is wanted. */
async function* items<Item>(
  connection: Connection,
  call: GitHubCall,
  wanted: Wanted,
  shape: z.ZodMiniType<readonly Item[]>,
): AsyncGenerator<Item, void> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { value, hasMore } = await ask(connection, call, { ...wanted, per_page: PAGE, page }, shape)
    yield* value
    if (!hasMore) return
  }
}

async function gathered<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of source) all.push(item)
  return all
}

/** One answer: its value, and whether there is another page of it. */
interface Answered<Value> {
  readonly value: Value
  readonly hasMore: boolean
}

async function ask<Value>(
  { client, door, step, api, repository }: Connection,
  call: GitHubCall,
  wanted: Wanted,
  shape: z.ZodMiniType<Value>,
): Promise<Answered<Value>> {
  const request = { fetch: transport(door, call), log: QUIET }
  // What the path has no place for would become a query.
  const parameters = { ...(call.template.startsWith('/repos/') && repository), ...wanted, request }
  return patiently(step, call, async () => {
    const { data, headers } = await client.request(`${call.method} ${call.template}`, parameters)
    const parsed = shape.safeParse(data)
    if (!parsed.success) throw wrongShape({ ...call, url: api }, parsed.error)
    return { value: parsed.data, hasMore: /\brel="next"/.test(headers.link ?? '') }
  })
}

/** The client would print what GitHub says of old forms. */
const QUIET = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** What the client hands over to be sent. */
interface Sent {
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The client's `fetch`: one request through our door. Rejects with a `Trouble`, also for every answer that is no success. */
function transport(door: Door, call: GitHubCall) {
  return async (address: string, { headers, body }: Sent): Promise<Response> => {
    const url = new URL(address)
    const answer = await door.ask({ ...call, url, headers, redirectRemedy: REDIRECT_REMEDY, ...(body !== undefined && { body }) })
    if (!isSuccess(answer)) throw githubRefusal(call, url, answer)
    const text = new TextDecoder().decode(answer.body)
    return new Response(text === '' ? null : text, { status: answer.status, headers: plainHeaders(answer.headers) })
  }
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function wrongShape(call: GitHubCall & { url: URL }, { issues }: z.core.$ZodError): Trouble {
  const field = issues[0]?.path.join('.') || 'the whole answer'
  return new Trouble(`${place(call)} answered in a shape that is not documented (${field})`, {
    kind: 'contract',
    persistence: 'shape',
  })
}

async function download({ client, door, step, token, api, repository }: Connection, id: number, to: string): Promise<void> {
  const call = CALLS.archive
  const { url: link } = client.request.endpoint(`${call.method} ${call.template}`, { ...repository, artifact_id: id })
  const headers = { authorization: `token ${token}`, accept: 'application/vnd.github+json' }
  await patiently(step, call, () => door.download({ name: call.name, link, home: api, trustsRedirects: true, headers, to }))
}

async function userId(connection: Connection): Promise<number | undefined> {
  try {
    return (await ask(connection, CALLS.account, {}, Account)).value.id
  } catch (thrown) {
    const { facts } = asTrouble(thrown)
    if (facts.status === 403 || facts.status === 404) return undefined
    throw thrown
  }
}

/** Tries again where that can help, within the time that is left. */
async function patiently<Value>(step: Step, call: GitHubCall, action: () => Promise<Value>): Promise<Value> {
  let last: Trouble | undefined
  const told = async (): Promise<Value> => {
    try {
      return await action()
    } catch (thrown) {
      const trouble = troubleOf(thrown)
      if (!step.signal.aborted) last = trouble
      throw trouble
    }
  }
  try {
    if (step.clock.now() >= step.deadline) throw new Stopped('timed-out')
    return await fewTries(step, MOST_TRIES, told, (trouble) => isWorthATry(trouble, call, step))
  } catch (thrown) {
    if (thrown instanceof Stopped) throw last ?? lastingTrouble('network', `${call.name}: GitHub did not answer in time`)
    throw thrown
  }
}

/** The client wraps what its `fetch` rejects with. */
function troubleOf(thrown: unknown): Trouble {
  const isWrapped = typeof thrown === 'object' && thrown !== null && 'cause' in thrown
  return asTrouble(isWrapped && thrown.cause instanceof Trouble ? thrown.cause : thrown)
}

/** A comment whose answer was lost may have been written. */
function isWorthATry({ facts }: Trouble, { method }: GitHubCall, { clock, deadline }: Step): boolean {
  if (method === 'POST' && facts.unheard !== true) return false
  return facts.persistence !== 'missing' && clock.now() + (facts.retryAfterMs ?? 0) < deadline
}
