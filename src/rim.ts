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

/** Where workflow artifacts are kept. */
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
}

/** An artifact that was stored. */
export interface StoredArtifact {
  readonly name: string
  readonly id: string
  readonly url: string
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
  /** A folder that is there for this job, such as the runner's temp. */
  readonly temporary: string
  /** Where the repository is checked out. */
  readonly workspace: string
  readonly version: string
}
