/** GitHub's side of the calls that the action makes, as narrowly as its description has them. */
import type { Clock } from '../../src/clock.ts'
import type { Answer, RecordedRequest, RefusedRequest } from '../exchange.ts'
import type { Route } from '../server.ts'
import {
  type Account,
  type Artifact,
  artifactAnswer,
  type Comment,
  commentAnswer,
  ownAccountAnswer,
  type Pull,
  pullAnswer,
  type Repository,
  type Run,
  runAnswer,
} from './answers.ts'
import { NOT_ACCESSIBLE, Refusal, refusalAnswer } from './refusal.ts'

/** The calls that tests script by name. */
export type GitHubOperation =
  | 'runs'
  | 'artifacts'
  | 'archive'
  | 'comments'
  | 'create comment'
  | 'update comment'
  | 'user'
  | 'pulls of a commit'
  | 'pulls'

/** What a job may do with its token. */
export type Permission = 'actions: read' | 'pull-requests: read' | 'pull-requests: write'

/** Who calls, and what for. */
export interface Caller {
  readonly token: string
  readonly account: Account
  readonly permissions: ReadonlySet<Permission>
}

/** GitHub's memory. */
export interface Memory {
  readonly home: Repository
  readonly callers: Caller[]
  /** The newest first, as GitHub lists them. */
  readonly runs: Run[]
  readonly artifacts: Artifact[]
  readonly pulls: Pull[]
  readonly comments: Comment[]
  readonly refusals: RefusedRequest[]
  /** Every request that GitHub's own rules answered, with the answer. */
  readonly exchanges: { readonly request: RecordedRequest; readonly answer: Answer }[]
}

interface Program {
  readonly memory: Memory
  readonly clock: Clock
  /** A link that is good for a minute to the bytes of an artifact, on another host. */
  sign(artifact: Artifact): string
}

/** What a call finds out of its request. */
interface Call {
  readonly caller: Caller
  readonly request: RecordedRequest
  readonly query: ReadonlyMap<string, string>
  number(name: string): number
}

const LONGEST_COMMENT = 65_536
const PAGING = ['per_page', 'page']
const JSON_TYPE = 'application/json; charset=utf-8'

/** The calls, and what answers all others. */
export function githubProgram(program: Program): {
  readonly routes: readonly Route<GitHubOperation>[]
  readonly otherwise: (request: RecordedRequest) => Answer
} {
  const { memory } = program
  const { home } = memory
  const base = `/repos/${home.owner.login}/${home.name}`
  const route = (
    operation: GitHubOperation,
    method: string,
    path: string,
    needs: readonly Permission[],
    queries: readonly string[],
    handle: (call: Call) => Answer,
  ): Route<GitHubOperation> => ({
    operation,
    method,
    paths: [path],
    handle: (request) => answered(memory, request, () => handle(admit(memory, request, needs, queries))),
  })
  const read = ['actions: read'] as const
  const write = ['pull-requests: write'] as const
  const look = ['pull-requests: read', 'pull-requests: write'] as const
  const runQueries = ['actor', 'branch', 'event', 'status', 'created', 'exclude_pull_requests', 'head_sha', ...PAGING]
  return {
    routes: [
      route('runs', 'GET', `${base}/actions/workflows/{workflow}/runs`, read, runQueries, (call) => listRuns(call, memory)),
      route('artifacts', 'GET', `${base}/actions/runs/{run}/artifacts`, read, ['name', ...PAGING], (call) =>
        listArtifacts(call, memory),
      ),
      route('archive', 'GET', `${base}/actions/artifacts/{artifact}/zip`, read, [], (call) => archive(call, program)),
      route('comments', 'GET', `${base}/issues/{number}/comments`, look, ['since', ...PAGING], (call) =>
        listComments(call, memory),
      ),
      route('create comment', 'POST', `${base}/issues/{number}/comments`, write, [], (call) => createComment(call, memory)),
      route('update comment', 'PATCH', `${base}/issues/comments/{comment}`, write, [], (call) => updateComment(call, memory)),
      route('user', 'GET', '/user', [], [], (call) => user(call)),
      route('pulls of a commit', 'GET', `${base}/commits/{sha}/pulls`, look, PAGING, (call) => pullsOfCommit(call, memory)),
      route('pulls', 'GET', `${base}/pulls`, look, ['state', 'head', 'base', ...PAGING], (call) => listPulls(call, memory)),
    ],
    otherwise: (request) =>
      answered(memory, request, () => {
        throw new Refusal(404, 'Not Found')
      }),
  }
}

function answered(memory: Memory, request: RecordedRequest, handle: () => Answer): Answer {
  const answer = refusing(memory, request, handle)
  memory.exchanges.push({ request, answer })
  return answer
}

function refusing({ refusals }: Memory, request: RecordedRequest, handle: () => Answer): Answer {
  try {
    return handle()
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    refusals.push({ request, status: thrown.status, message: thrown.message })
    return refusalAnswer(thrown)
  }
}

/** What every call has to be like. Any of the permissions will do. */
function admit(memory: Memory, request: RecordedRequest, needs: readonly Permission[], queries: readonly string[]): Call {
  const { headers } = request
  if ((headers['user-agent'] ?? '') === '') throw new Refusal(403, 'Request forbidden by administrative rules')
  if (!/^application\/vnd\.github(\.v3)?\+json$/.test(headers.accept ?? '')) throw new Refusal(415, 'Unsupported accept header')
  const [, token] = /^(?:token|bearer) (\S+)$/i.exec(headers.authorization ?? '') ?? []
  const caller = memory.callers.find((each) => each.token === token)
  if (caller === undefined) throw new Refusal(401, 'Bad credentials')
  if (needs.length > 0 && !needs.some((need) => caller.permissions.has(need))) throw new Refusal(403, NOT_ACCESSIBLE)
  const query = new Map(new URLSearchParams(request.query))
  const unknown = [...query.keys()].find((name) => !queries.includes(name))
  if (unknown !== undefined) throw new Refusal(422, `No such parameter: ${unknown}`)
  if (request.method === 'GET' && request.body.length > 0) throw new Refusal(400, 'No body is expected here')
  return { caller, request, query, number: (name) => positive(request.params.get(name)) }
}

function positive(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d*$/.test(text)) throw new Refusal(404, 'Not Found')
  return Number(text)
}

function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: JSON.stringify(value) }
}

/** One page of a list, with the link to the next. */
function paged<Item>({ request, query }: Call, items: readonly Item[], answer: (items: readonly Item[]) => unknown): Answer {
  const size = Number(query.get('per_page') ?? 30)
  const page = Number(query.get('page') ?? 1)
  if (!(size >= 1 && size <= 100) || !(page >= 1)) throw new Refusal(422, 'Wrong page')
  const next = new URLSearchParams(request.query)
  next.set('page', String(page + 1))
  const hasMore = items.length > page * size
  const link = `<https://api.github.com${request.path}?${next}>; rel="next", <https://api.github.com/x>; rel="last"`
  return json(answer(items.slice((page - 1) * size, page * size)), 200, hasMore ? { link } : {})
}

function listRuns(call: Call, { runs, home }: Memory): Answer {
  const { query, request } = call
  const wanted = (name: string, value: string | null): boolean => !query.has(name) || query.get(name) === value
  const found = runs.filter(
    (run) =>
      run.workflow === request.params.get('workflow') &&
      wanted('branch', run.branch) &&
      wanted('event', run.event) &&
      (wanted('status', run.status) || wanted('status', run.conclusion)),
  )
  if (!runs.some(({ workflow }) => workflow === request.params.get('workflow'))) throw new Refusal(404, 'Not Found')
  return paged(call, found, (page) => ({ total_count: found.length, workflow_runs: page.map((run) => runAnswer(run, home)) }))
}

function listArtifacts(call: Call, { artifacts, home }: Memory): Answer {
  const name = call.query.get('name')
  const found = artifacts.filter((each) => each.run.id === call.number('run') && (name === undefined || each.name === name))
  return paged(call, found, (page) => ({
    total_count: found.length,
    artifacts: page.map((artifact) => artifactAnswer(artifact, home)),
  }))
}

function archive(call: Call, { memory, sign }: Program): Answer {
  const artifact = memory.artifacts.find(({ id }) => id === call.number('artifact'))
  if (artifact === undefined) throw new Refusal(404, 'Not Found')
  if (artifact.expired) throw new Refusal(410, 'Artifact has expired')
  return { status: 302, headers: { location: sign(artifact) } }
}

function listComments(call: Call, { comments, pulls, home }: Memory): Answer {
  const number = call.number('number')
  if (!pulls.some((pull) => pull.number === number)) throw new Refusal(404, 'Not Found')
  const found = comments.filter((comment) => comment.number === number)
  return paged(call, found, (page) => page.map((comment) => commentAnswer(comment, home)))
}

function createComment(call: Call, { comments, pulls, home }: Memory): Answer {
  const number = call.number('number')
  const body = commentBody(call.request)
  if (!pulls.some((pull) => pull.number === number)) throw new Refusal(404, 'Not Found')
  const comment = { id: 1000 + comments.length, number, author: call.caller.account, body }
  comments.push(comment)
  return json(commentAnswer(comment, home), 201)
}

function updateComment(call: Call, { comments, home }: Memory): Answer {
  const body = commentBody(call.request)
  const comment = comments.find(({ id }) => id === call.number('comment'))
  if (comment === undefined) throw new Refusal(404, 'Not Found')
  // As on GitHub, whoever may write to the repository may change what others wrote.
  comment.body = body
  return json(commentAnswer(comment, home))
}

function commentBody({ headers, body }: RecordedRequest): string {
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) throw new Refusal(415, 'No JSON')
  const fields: unknown = JSON.parse(body.toString('utf8'))
  if (typeof fields !== 'object' || fields === null || !('body' in fields) || typeof fields.body !== 'string')
    throw new Refusal(422, 'Invalid request. "body" is missing')
  if (Object.keys(fields).length > 1) throw new Refusal(422, 'Invalid request. More than "body"')
  if (fields.body.trim() === '') throw new Refusal(422, "Body can't be blank")
  if (fields.body.length > LONGEST_COMMENT) throw new Refusal(422, 'Body is too long (maximum is 65536 characters)')
  return fields.body
}

function user({ caller }: Call): Answer {
  if (caller.account.type === 'Bot') throw new Refusal(403, NOT_ACCESSIBLE)
  return json(ownAccountAnswer(caller.account))
}

function pullsOfCommit(call: Call, { pulls, home }: Memory): Answer {
  const sha = call.request.params.get('sha') ?? ''
  // A commit of a fork is not found by this call.
  const found = pulls.filter((pull) => (pull.sha === sha && pull.from === home) || pull.commits.includes(sha))
  return paged(call, found, (page) => page.map((pull) => pullAnswer(pull, home)))
}

function listPulls(call: Call, { pulls, home }: Memory): Answer {
  const state = call.query.get('state') ?? 'open'
  const head = call.query.get('head')
  const found = pulls.filter(
    (pull) =>
      (state === 'all' || pull.state === state) && (head === undefined || head === `${pull.from.owner.login}:${pull.branch}`),
  )
  return paged(call, found, (page) => page.map((pull) => pullAnswer(pull, home)))
}
