/** The calls to GitHub's API: their names for messages, their addresses, and what their refusals mean. Pure. */
import { type Answer, place, refusal } from './answer.ts'
import { retryAfter } from './retry-after.ts'
import { Trouble } from './trouble.ts'

/** One call of GitHub's API. */
export interface GitHubCall {
  /** What messages call it. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly template: string
  /** What the job has to be allowed, each as the workflow file says it. */
  readonly permissions: readonly string[]
}

const REPOSITORY = '/repos/{owner}/{repo}'
const READ_RUNS = ['actions: read'] as const
const WRITE_COMMENTS = ['pull-requests: write'] as const
/** Whoever looks for a pull request is going to comment on it. */
const FIND_PULLS = ['contents: read', ...WRITE_COMMENTS] as const

/** All calls that are made. */
export const CALLS = {
  runs: {
    name: 'the list of workflow runs',
    method: 'GET',
    template: `${REPOSITORY}/actions/workflows/{workflow_id}/runs`,
    permissions: READ_RUNS,
  },
  artifacts: {
    name: 'the list of artifacts',
    method: 'GET',
    template: `${REPOSITORY}/actions/runs/{run_id}/artifacts`,
    permissions: READ_RUNS,
  },
  archive: {
    name: 'the artifact',
    method: 'GET',
    template: `${REPOSITORY}/actions/artifacts/{artifact_id}/zip`,
    permissions: READ_RUNS,
  },
  comments: {
    name: 'the list of comments',
    method: 'GET',
    template: `${REPOSITORY}/issues/{issue_number}/comments`,
    permissions: WRITE_COMMENTS,
  },
  createComment: {
    name: 'a new comment',
    method: 'POST',
    template: `${REPOSITORY}/issues/{issue_number}/comments`,
    permissions: WRITE_COMMENTS,
  },
  updateComment: {
    name: 'the change of a comment',
    method: 'PATCH',
    template: `${REPOSITORY}/issues/comments/{comment_id}`,
    permissions: WRITE_COMMENTS,
  },
  account: { name: 'the account of the token', method: 'GET', template: '/user', permissions: [] },
  pullRequestsOf: {
    name: 'the pull requests of a commit',
    method: 'GET',
    template: `${REPOSITORY}/commits/{commit_sha}/pulls`,
    permissions: FIND_PULLS,
  },
  openPullRequests: {
    name: 'the list of pull requests',
    method: 'GET',
    template: `${REPOSITORY}/pulls`,
    permissions: FIND_PULLS,
  },
} as const satisfies Readonly<Record<string, GitHubCall>>

/** GitHub redirects from the old name of a repository to its new one. */
export const REDIRECT_REMEDY = 'the repository may have been renamed; start the workflow again'

/**
 * What an answer that is no success means. GitHub says 403 or 404 where a permission is missing: the message then ends with
 * the lines that the workflow file needs.
 */
export function githubRefusal(call: GitHubCall, url: URL, answer: Answer): Trouble {
  const asked = { ...call, url }
  const limit = limitedFor(answer)
  if (limit !== undefined) {
    const message = `${place(asked)} answered HTTP ${answer.status}: GitHub's rate limit for this token is used up`
    return new Trouble(message, { kind: 'rate-limit', persistence: 'passing', unheard: true, retryAfterMs: limit })
  }
  if (answer.status === 401) return refusal(asked, answer, 'the token in github-token is invalid or has expired')
  if (answer.status !== 403 && answer.status !== 404) return refusal(asked, answer)
  const { message, facts } = refusal(asked, answer, permissionLines(call))
  return new Trouble(message, { ...facts, persistence: 'lasting' })
}

/** How the message on a missing permission ends. */
function permissionLines({ permissions }: GitHubCall): string {
  if (permissions.length === 0) return 'the token is not allowed to ask for that'
  const lines = ['permissions:', ...permissions.map((permission) => `  ${permission}`)]
  return ['it is not there, or the token may not do that; add to the job in the workflow file', ...lines].join('\n')
}

/** How long a rate limit asks us to wait, in milliseconds; undefined when it is none that refused the request. */
function limitedFor({ status, headers, at }: Answer): number | undefined {
  if (status !== 403 && status !== 429) return undefined
  const asked = retryAfter(headers['retry-after'], at)
  if (asked !== undefined) return asked
  const reset = Number(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0') return Number.isFinite(reset) ? Math.max(0, reset * 1000 - at) : LONG
  return status === 429 ? LONG : undefined
}

/** GitHub asks for a minute where it does not say how long. */
const LONG = 60_000
