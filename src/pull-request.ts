/** Which pull request a workflow run belongs to, by what triggered it. */
import * as z from 'zod/mini'
import type { GitHub, PullRequest, WorkflowRun } from './rim.ts'

/** The number of a pull request, or why there is none, in a sentence. */
type FoundPullRequest = { readonly state: 'found'; readonly number: number } | { readonly state: 'none'; readonly why: string }

const PullNumber = z.int().check(z.positive())
const Repository = z.object({ id: z.number() })

/** Of a pull request, or of a review of one. */
const PullRequestEvent = z.object({ pull_request: z.object({ number: PullNumber }) })
/** Of a comment on a pull request, which is an issue too. */
const CommentEvent = z.object({ issue: z.object({ number: PullNumber, pull_request: z.looseObject({}) }) })
/** Of a workflow that is over. The pull requests can be those of other repositories with the same commit. */
const WorkflowRunEvent = z.object({
  repository: Repository,
  workflow_run: z.object({
    head_sha: z.string(),
    head_branch: z.nullish(z.string()),
    head_repository: z.nullish(z.object({ owner: z.object({ login: z.string() }) })),
    pull_requests: z.array(z.object({ number: PullNumber, base: z.object({ repo: Repository }) })),
  }),
})
type WorkflowRunEvent = z.output<typeof WorkflowRunEvent>

/** `refs/heads/gh-readonly-queue/main/pr-123-…`: a group of several is called after the last of them. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d*)-[0-9a-f]{7,64}$/

/** Looks for the pull request. Rejects with a `Trouble` where GitHub does. */
export async function pullRequestOf(run: WorkflowRun, github: GitHub): Promise<FoundPullRequest> {
  const queued = run.event === 'merge_group' ? QUEUE.exec(run.ref)?.[1] : undefined
  if (queued !== undefined) return found(Number(queued))
  const payload = await run.payload()
  const pull = PullRequestEvent.safeParse(payload)
  if (pull.success) return found(pull.data.pull_request.number)
  const comment = CommentEvent.safeParse(payload)
  if (comment.success) return found(comment.data.issue.number)
  const followed = run.event === 'workflow_run' ? WorkflowRunEvent.safeParse(payload) : undefined
  if (followed?.success === true) return ofFollowedRun(followed.data, github)
  if (run.sha === '') return { state: 'none', why: 'the runner does not provide the commit of this run' }
  return ofCommit(run.sha, await github.pullRequestsOf(run.sha))
}

async function ofFollowedRun({ repository, workflow_run }: WorkflowRunEvent, github: GitHub): Promise<FoundPullRequest> {
  const { head_sha: sha, head_branch: branch, head_repository: from, pull_requests: pulls } = workflow_run
  const own = pulls.find(({ base }) => base.repo.id === repository.id)
  if (own !== undefined) return found(own.number)
  // GitHub names no pull request of a fork, neither here nor by its commit.
  const byCommit = ofCommit(sha, await github.pullRequestsOf(sha))
  if (byCommit.state === 'found' || branch == null || from == null) return byCommit
  return ofCommit(sha, await github.openPullRequests(from.owner.login, branch))
}

/** Only one that is open and has nothing newer: what is merged is over, and what is newer has a run of its own. */
function ofCommit(sha: string, pulls: readonly PullRequest[]): FoundPullRequest {
  const pull = pulls.find(({ isOpen, headSha }) => isOpen && headSha === sha)
  return pull === undefined
    ? { state: 'none', why: `no open pull request has ${sha.slice(0, 7)} as its newest commit` }
    : found(pull.number)
}

function found(number: number): FoundPullRequest {
  return { state: 'found', number }
}
