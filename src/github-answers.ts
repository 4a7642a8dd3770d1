/** What GitHub's API answers, as far as it is used: https://docs.github.com/en/rest. Each shape gives the plain value of `rim.ts`. */
import * as z from 'zod/mini'
import type { FinishedRun, IssueComment, PullRequest, RunArtifact } from './rim.ts'

const Id = z.int().check(z.positive())
const Repository = z.object({ id: Id })

/** Workflow runs that are over; one whose fork is gone came from it nevertheless. */
export const Runs = z.pipe(
  z.object({
    workflow_runs: z.array(
      z.object({
        id: Id,
        html_url: z.string(),
        event: z.string(),
        conclusion: z.nullish(z.string()),
        head_branch: z.nullish(z.string()),
        repository: Repository,
        head_repository: z.nullish(Repository),
      }),
    ),
  }),
  z.transform(({ workflow_runs }): readonly FinishedRun[] =>
    workflow_runs.map(({ id, html_url, event, conclusion, head_branch, repository, head_repository }) => ({
      id,
      url: html_url,
      event,
      conclusion: conclusion ?? '',
      branch: head_branch ?? '',
      isOwn: head_repository?.id === repository.id,
    })),
  ),
)

/** Artifacts of a run, without those that are expired. */
export const Artifacts = z.pipe(
  z.object({
    artifacts: z.array(z.object({ id: Id, name: z.string(), size_in_bytes: z.number(), expired: z.boolean() })),
  }),
  z.transform(({ artifacts }): readonly RunArtifact[] =>
    artifacts.flatMap(({ id, name, size_in_bytes, expired }) => (expired ? [] : [{ id, name, size: size_in_bytes }])),
  ),
)

/** Comments. Only an app acting as itself has an account of type `Bot`, which nobody can sign up for. */
export const Comments = z.pipe(
  z.array(z.object({ id: Id, body: z.nullish(z.string()), user: z.nullish(z.object({ id: Id, type: z.optional(z.string()) })) })),
  z.transform((comments): readonly IssueComment[] =>
    comments.map(({ id, body, user }) => ({ id, body: body ?? '', authorId: user?.id, isByApp: user?.type === 'Bot' })),
  ),
)

/** Pull requests. */
export const PullRequests = z.pipe(
  z.array(z.object({ number: Id, state: z.string(), head: z.object({ sha: z.string() }) })),
  z.transform((pulls): readonly PullRequest[] =>
    pulls.map(({ number, state, head }) => ({ number, isOpen: state === 'open', headSha: head.sha })),
  ),
)

/** The account of a token. */
export const Account = z.object({ id: Id })

/** For answers of which nothing is used. */
export const Anything = z.unknown()
