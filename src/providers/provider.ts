/**
 * The seam between the core and the vendors. It holds types, and one function that ties a schema to what it connects.
 * `docs/adding-a-provider.md` walks through it.
 */
import type * as z from 'zod/mini'
import type { Clock } from '../clock.ts'
import { type Mistake, mistakesOf } from '../fields.ts'
import type { Door } from '../http.ts'
import type { LogLine, Metrics, Results } from '../results.ts'

/** What a provider gets to work with; it has no other effects. */
export interface World {
  readonly door: Door
  readonly clock: Clock
  /** From 0 to below 1. */
  random(): number
  /** Makes a credential known to the log mask and the redactor; call it before first use. */
  secret(value: string): void
  /** The same for a token of a few minutes, of which there can be hundreds in a step. */
  passingSecret(value: string): void
  /** Tells the user something that does not change the verdict; `said` is the vendor's wording, hostile. */
  warn(message: string, said?: string): void
  /** Tells the user something good to know. */
  notice(message: string): void
  /** The files of the repository that `suite-path` names. */
  readonly sources: Sources
}

/** Files of the repository, read only. */
export interface Sources {
  /** What lies there; rejects with a `Trouble` of kind `config` when there is nothing, or it leads out of the workspace. */
  kind(path: string): Promise<'file' | 'folder'>
  read(path: string): Promise<Uint8Array>
  /** All files below a folder, by their paths in it with `/`, sorted; links that lead out of it are left out and told. */
  list(path: string): Promise<readonly SourceFile[]>
}

/** One file below a folder. */
export interface SourceFile {
  readonly path: string
  read(): Promise<Uint8Array>
}

/** The vendor in one step: sign-in and rate limits are shared by all suites. */
export interface Vendor {
  /** Sends nothing. `path` is where `suite-path` says that the suite lies in the repository. */
  suite(name: string, path?: string): Suite
}

/** One suite at the vendor. All promises reject with a `Trouble`. */
export interface Suite {
  /** Looks at what is to be sent, before anything of any suite is sent. Sends nothing. */
  check?(): Promise<void>
  /** The strongest check that the vendor's pages allow without a run; it changes nothing. For mode `doctor`. */
  examine(): Promise<Examined>
  /**
   * Finds the suite, sends and imports it, and remembers which runs exist already. Safe to repeat, and called again while an
   * import is under way.
   */
  prepare(): Promise<Ready | 'not yet'>
  /**
   * A run that was started before, by its id, also in another process. Without an id: what is under way right now, where
   * the vendor has only one. Sends nothing. `known` is told a better id when a look shows one.
   */
  open(id: string | undefined, known?: (id: string) => void): Run
  /**
   * The runs with our parameters that came since a mark of {@link Ready} was made, in another process; absent where the vendor
   * cannot list its runs, or cannot stop them. Asks only for the list.
   */
  foundSince?(mark: string): Promise<readonly string[]>
}

/** What can be said of a suite without running it, in sentences of ours that stand alone. */
export interface Examined {
  /** What is proved. */
  readonly proved: string
  /** What only a run can show. */
  readonly unproved: readonly string[]
}

/** A suite that can be started. */
export interface Ready {
  /**
   * Starts one run and gives its id. Never repeats a request that the vendor may have heard. `known` is told the id as
   * soon as it is known, or as much of it as is known where it grows while the start goes on; it may be told a better one
   * by a later look. Called again after a
   * trouble that the vendor did not hear: a start in many parts goes on where it was.
   */
  start(known: (id: string) => void): Promise<string>
  /**
   * The run's own id, where the start's answer does not carry it; asked for in mode `start` until it is there, for a minute
   * at most.
   */
  settled?(): Promise<string | 'not yet'>
  /** The runs with our parameters that are there now and were not at `prepare`, where the vendor can list its runs. */
  find?(): Promise<readonly string[]>
  /** What was there at `prepare`, for `foundSince` of another process; undefined where it cannot tell ours any more. */
  readonly mark?: string | undefined
}

/** A run under way or over. */
export interface Run {
  /** A page for people, on the configured origin. */
  readonly url?: string
  /** One look, safe to repeat; asks only for what is due. */
  look(): Promise<Look>
  /** Keeps the vendor's files unchanged in the folder, and makes the results of them. Safe to repeat. */
  collect(end: Finished, folder: Folder): Promise<Results>
  /**
   * What is known of the run when the step ends before it, at the deadline, by a cancellation or an error: keeps in the folder
   * what `collect` would, as far as it is there, and makes results of it in which every case that has not ended is `skipped`,
   * with a message that says so. Undefined where no case has ended yet. Rests on what the looks have seen and asks the
   * vendor for nothing; can be called at any time, also while a look is under way; changes nothing in the run. The core takes
   * no verdict, rate, metric or comparison from it. Offered where looks show single cases, as at Kapso. Absent at vendors whose
   * looks tell how far a run is and nothing of its cases: at Omilia and Kore.ai those come with questions of `collect`.
   */
  soFar?(folder: Folder): Promise<Results | undefined>
  /** Stops the run at the vendor. Absent where the vendor cannot. */
  cancel?(): Promise<'sent' | 'over' | 'not yet'>
}

/** The run is over and has a result; `evidence` is the vendor's answer that said so, as it came. */
export interface Finished {
  readonly state: 'finished'
  readonly evidence: Uint8Array
  readonly log?: readonly LogLine[]
}

/** What one look saw. A status that nobody knows is `running`, and warned about once. `log` is what no look has shown before. */
export type Look =
  | Finished
  | { readonly state: 'running'; readonly progress?: Progress; readonly log?: readonly LogLine[] }
  | {
      readonly state: 'ended'
      readonly kind: 'vendor' | 'contract'
      readonly reason: string
      readonly said?: string
      readonly log?: readonly LogLine[]
    }

/** How far the vendor says it is. */
export interface Progress {
  /** From 0 to 100. */
  readonly percent: number
  /** In the field's words: `45 of 113 utterances`. */
  readonly text?: string
}

/** Where the vendor's files of one suite are kept: `vendor/<suite>/` of the report directory. */
export interface Folder {
  /** The absolute path for a file of ours by that name, to be written to. */
  place(name: string): string
  /** Writes a file by that name. */
  write(name: string, bytes: Uint8Array): Promise<void>
  /** The bytes of a file that was written there. */
  read(name: string): AsyncIterable<Uint8Array>
}

/** One vendor product that can be put under a check: a value of the input `provider`. */
export interface Provider {
  readonly name: string
  /** What its cases are called, in the plural: `utterances`. */
  readonly noun: string
  /** Whether the inputs `suite` and `suite-path`, and the mode `cancel`, have a meaning here. */
  readonly takes: { readonly suite: boolean; readonly suitePath: boolean; readonly cancel: boolean }
  /** The names of the inputs that this provider adds to the common ones. */
  readonly inputs: readonly string[]
  /** Those of them whose values are secrets. */
  readonly secrets: readonly string[]
  /** Those of them that choose which cases run: where one fits none, nothing is proved. */
  readonly filters: readonly string[]
  /** The metrics that a gate can be put on. */
  readonly metrics: readonly (keyof Metrics)[]
  /** Parses the raw inputs, and gives either what connects or every mistake. Sends nothing. */
  prepare(raw: Readonly<Record<string, string>>): Prepared
}

/** What connects, or everything that is wrong with the options. */
export type Prepared =
  | { readonly success: true; connect(world: World): Vendor }
  | { readonly success: false; readonly mistakes: readonly Mistake[] }

/** What a vendor's source says of itself. */
export interface Definition<Options extends z.ZodMiniObject>
  extends Pick<Provider, 'name' | 'noun' | 'takes' | 'secrets' | 'metrics'>,
    Partial<Pick<Provider, 'filters'>> {
  readonly options: Options
  /**
   * What no field shows by itself, such as credentials that are missing or do not fit each other: of the raw inputs, checked
   * beside the schema, so that all mistakes are told at once.
   */
  mistakes(raw: Readonly<Record<string, string>>): readonly Mistake[]
  connect(options: z.output<Options>, world: World): Vendor
}

/** Makes a provider of its definition: the options' type stays with the vendor, the core sees none of it. */
export function defineProvider<Options extends z.ZodMiniObject>(definition: Definition<Options>): Provider {
  const { name, noun, takes, secrets, filters = [], metrics, options, connect } = definition
  return {
    name,
    noun,
    takes,
    secrets,
    filters,
    metrics,
    inputs: Object.keys(options.shape),
    prepare(raw) {
      const parsed = options.safeParse(raw)
      const mistakes = [...mistakesOf(parsed.error?.issues ?? []), ...definition.mistakes(raw)]
      return parsed.success && mistakes.length === 0
        ? { success: true, connect: (world) => connect(parsed.data, world) }
        : { success: false, mistakes }
    },
  }
}
