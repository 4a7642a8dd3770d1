/** Everything outside that the action touches, as plain values: `index.ts` builds the real ones, tests bring their own. */
import type { Clock } from './clock.ts'
import type { Annotation } from './report/annotations.ts'

/** The GitHub runner, as far as a step talks to it. */
export interface Runner {
  /** The raw values of all inputs by their names, empty where they were not given. */
  inputs(): Readonly<Record<string, string>>
  /** One line of the log. */
  info(line: string): void
  /** Lines of the log that can be folded away under a title. */
  group(title: string, lines: readonly string[]): void
  annotate(annotation: Annotation): void
  /** Masks a value in everything that the runner prints from now on. */
  mask(secret: string): void
  output(name: string, value: string): void
  /** Keeps a value for the action's `post`; the last one counts. */
  saveState(name: string, value: string): void
  /** Replaces what this step has written to the job summary. */
  summary(markdown: string): Promise<void>
}

/** Where workflow artifacts are kept. Each call is one try; see `patientStore`. */
export interface ArtifactStore {
  /**
   * Uploads files below a root as one artifact, under the name or, where that is taken, a similar one.
   * Rejects with any error.
   */
  upload(wanted: {
    name: string
    files: readonly string[]
    root: string
    retentionDays: number | undefined
  }): Promise<StoredArtifact>
  /** Uploads one file as it is, for a browser to show; its name becomes the artifact's, and must be free. Rejects with any error. */
  uploadPage(wanted: { file: string; retentionDays: number | undefined }): Promise<StoredArtifact>
  /** The artifacts of this workflow run, of each name the newest, in the order of their ids. Rejects with any error. */
  list(): Promise<readonly ListedArtifact[]>
  /**
   * Downloads an artifact as it is kept, so a ZIP stays packed, and gives the path of the file. The folder is there and empty.
   * Rejects with any error, also when the bytes are not those that were uploaded.
   */
  download(artifact: ListedArtifact, folder: string): Promise<string>
}

/** An artifact that was stored. */
export interface StoredArtifact {
  readonly name: string
  readonly id: string
  readonly url: string
}

/** An artifact as the service lists it. */
export interface ListedArtifact extends StoredArtifact {
  /** As it is kept, so packed, in bytes. */
  readonly size: number
  /** `sha256:` and the digest of its bytes, where the service tells it. */
  readonly digest: string | undefined
}

/** The workflow run and the job that a step belongs to, as the runner tells of them; a text is empty where it does not. */
export interface WorkflowRun {
  /** Such as `https://github.com`. */
  readonly serverUrl: string
  /** Such as `https://api.github.com`. */
  readonly apiUrl: string
  /** Owner and name, such as `octo-org/demo`. */
  readonly repository: string
  /** Stays the same when the run is started again. */
  readonly id: string
  /** How often the run was started, from 1. */
  readonly attempt: number
  /** The path of the workflow file, such as `.github/workflows/ci.yml`. */
  readonly workflow: string
  /** The id of the job in the workflow file. */
  readonly job: string
  /** The id of the step in its job; one of the runner's own where the author gave none. */
  readonly step: string
  /** What triggered the run, such as `pull_request`. */
  readonly event: string
  /** Who triggered it, such as `dependabot[bot]`. */
  readonly actor: string
  /** Such as `refs/heads/main`. */
  readonly ref: string
  readonly sha: string
  /** What GitHub sent with the event; undefined where it cannot be read. Partly written by strangers. */
  payload(): Promise<unknown>
}

/** GitHub's API for the repository of the workflow run. Every call rejects with a `Trouble`. */
export interface GitHub {
  /** At most so many (up to 100) of the newest runs of a workflow file on a branch that are over, the newest first. */
  newestRuns(workflow: string, branch: string, most: number): Promise<readonly FinishedRun[]>
  /** All artifacts of a run that are not expired. */
  artifactsOf(runId: number): Promise<readonly RunArtifact[]>
  /** Writes the artifact's ZIP to a file of that absolute path. */
  downloadArtifact(id: number, to: string): Promise<void>
  /** The comments of an issue or pull request, the oldest first. */
  comments(number: number): AsyncIterable<IssueComment>
  createComment(number: number, body: string): Promise<void>
  updateComment(id: number, body: string): Promise<void>
  /** The id of the user whose token this is, undefined when it is an app's. */
  userId(): Promise<number | undefined>
  /** The pull requests that GitHub knows a commit to belong to. */
  pullRequestsOf(sha: string): Promise<readonly PullRequest[]>
  /** The open pull requests from a branch of that owner. */
  openPullRequests(owner: string, branch: string): Promise<readonly PullRequest[]>
}

/** A workflow run that is over. */
export interface FinishedRun {
  readonly id: number
  /** Its page. */
  readonly url: string
  /** What triggered it, such as `push`. */
  readonly event: string
  readonly conclusion: string
  readonly branch: string
  /** Whether its code came from this repository, and not from a fork. */
  readonly isOwn: boolean
}

/** An artifact of some workflow run. */
export interface RunArtifact {
  readonly id: number
  readonly name: string
  /** Packed, in bytes. */
  readonly size: number
}

/** A comment of an issue or pull request; hostile. */
export interface IssueComment {
  readonly id: number
  readonly body: string
  /** Undefined when the account is gone. */
  readonly authorId: number | undefined
  /** Whether an app wrote it as itself, and no person. */
  readonly isByApp: boolean
}

/** A pull request to this repository. */
export interface PullRequest {
  readonly number: number
  readonly isOpen: boolean
  /** The newest commit of its branch. */
  readonly headSha: string
}

/** How to reach GitHub's API. */
export interface GitHubAccess {
  readonly token: string
  /** Ends what is in flight. */
  readonly signal: AbortSignal
  /** On the monotonic clock: nothing new is asked for from then on. */
  readonly deadline: number
}

/** The outside. */
export interface Rim {
  readonly runner: Runner
  readonly clock: Clock
  /** From 0 to below 1. */
  random(): number
  /** Aborts when the workflow is cancelled. */
  readonly cancelled: AbortSignal
  /** Loaded when it is needed, since it is large. */
  artifactStore(): Promise<ArtifactStore>
  /** Loaded when it is needed, since it is large. */
  github(access: GitHubAccess): Promise<GitHub>
  readonly workflowRun: WorkflowRun
  /** A folder that is there for this job, such as the runner's temp. */
  readonly temporary: string
  /** Where the repository is checked out. */
  readonly workspace: string
  readonly version: string
}
