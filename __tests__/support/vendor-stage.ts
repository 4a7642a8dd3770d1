/** What a vendor's simulator has to be able to play, so that one conformance suite can run for every provider. */
import type { Clock } from '../../src/clock.ts'

/** Where the answer to a start gets lost. */
export type LossPoint = 'before acting' | 'after acting' | 'inside the head' | 'inside the body'

/** One provider on a simulated vendor, told in sentences what the next run does. */
export interface VendorStage {
  /** All inputs of a step that runs one suite, as the action's author would write them. */
  readonly inputs: Readonly<Record<string, string>>
  /** The names of the inputs in it that are credentials. */
  readonly credentials: readonly string[]
  /** The files that a finished run leaves in `vendor/<suite>/`. */
  readonly files: readonly string[]
  /** The next run: two cases, all passed. */
  passes(): void
  /** The next run: two cases, one of them failed. Nothing to play where no case can fail, see `casesCannotFail`. */
  fails(): void
  /** True where a case is only made, and not judged. */
  readonly casesCannotFail?: boolean
  /** The next run breaks off at the vendor without a result. */
  breaksOff(): void
  /** The next run shows a status that nobody knows, and then passes. False where the vendor has no status to be unknown. */
  showsUnknownStatus(): boolean
  /** The next run never ends. */
  neverEnds(): void
  /** The answer to the next start is lost there. */
  losesStart(point: LossPoint): void
  /** The next run fails, and all texts that the vendor can give hold this one. */
  says(text: string): void
  /** Every request from now on is answered with 401. */
  refusesCredentials(): void
  /** How many runs were really started. */
  started(): number
  /** How many runs are still under way at the vendor. */
  underWay(): number
  /** How many requests came, of any kind. */
  asked(): number
  close(): Promise<void>
}

/** Starts the simulator of one provider. */
export type OpenVendorStage = (clock: Clock) => Promise<VendorStage>
