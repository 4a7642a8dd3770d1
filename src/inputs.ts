/** Raw strings → {@link Inputs}: common and vendor's schema in one, every mistake at once, before anything is sent. Pure. */
import * as z from 'zod/mini'
import {
  flag,
  hosts,
  lines,
  type Mistake,
  mistakesOf,
  numberWithDefault,
  oneOf,
  optionalNumber,
  optionalText,
  quote,
  requiredLine,
  requiredNumber,
} from './fields.ts'
import { baselineOf, Gate, policyOf, type WantedBaseline } from './gate-inputs.ts'
import {
  type KnownInputs,
  type Raw,
  REPORT_INPUTS,
  reportWarnings,
  stepClashes,
  textOf,
  vendorClashes,
  vendorWarnings,
} from './input-clashes.ts'
import { MODES, reopens, VENDOR_MODES } from './modes.ts'
import type { Provider, Vendor, World } from './providers/provider.ts'
import type { Policy } from './verdict.ts'

/** When to comment on the pull request. */
const COMMENTS = ['off', 'failures', 'changes', 'always'] as const

/** The inputs that every provider has. */
const Common = z.object({
  mode: oneOf(MODES, 'run'),
  suite: lines,
  'suite-path': lines,
  'run-id': lines,
  'timeout-minutes': numberWithDefault({ least: 0.01, most: 7200 }, 60),
  'poll-interval-seconds': numberWithDefault({ least: 0.5, most: 3600 }, 5),
  'poll-max-interval-seconds': numberWithDefault({ least: 0.5, most: 3600 }, 30),
  'max-parallel': numberWithDefault({ least: 1, most: 100, whole: true }, 4),
  'on-missing-credentials': oneOf(['fail', 'skip'], 'fail'),
  ...Gate.shape,
  artifact: flag(true),
  'artifact-name': optionalText.check(
    z.refine((name) => name === undefined || !/["*/:<>?\\|\r\n]/.test(name), {
      error: 'holds one of " : < > | * ? \\ / or a line break, which the artifact service does not accept',
    }),
    z.refine((name) => !name?.endsWith('.html'), {
      error: 'ends with .html, as the page of an artifact does; give another name',
    }),
  ),
  'job-index': numberWithDefault({ least: 0, most: 1_000_000, whole: true }, 0),
  'retention-days': optionalNumber({ least: 1, most: 400, whole: true }),
  'report-directory': optionalText,
  'download-hosts': hosts,
  annotations: flag(true),
  comment: oneOf(COMMENTS, 'off'),
  'github-token': optionalText,
})
type Common = z.infer<typeof Common>

/** The inputs of mode `report` alone. */
const Report = z.object({
  'artifact-pattern': requiredLine(
    'the names of the artifacts to report on, with * as wildcard, such as agent-test-gate-*',
    (pattern) =>
      /["/:<>?\\|]/.test(pattern) ? `is ${quote(pattern)}; no artifact has a name with one of " : < > | ? \\ /` : undefined,
  ),
  'expected-artifacts': requiredNumber(
    { least: 1, most: 10_000, whole: true },
    'how many artifacts there must be, since a job that died leaves none and would be overlooked',
  ),
})

/** The names of the inputs that are no provider's own. */
export const commonInputs: readonly string[] = ['provider', ...Object.keys(Common.shape), ...REPORT_INPUTS]

/** One suite that a step is about. */
export interface WantedSuite {
  readonly name: string
  /** Where it lies in the repository, when it is to be sent first. */
  readonly path: string | undefined
  /** The run to collect or to cancel. */
  readonly runId: string | undefined
}

/** What any step was asked to do. */
export interface StepInputs {
  readonly timeoutMs: number
  readonly gapMs: number
  readonly longestGapMs: number
  readonly policy: Policy
  readonly baseline: WantedBaseline | undefined
  /** The quarantine file, from the workspace on. */
  readonly quarantinePath: string | undefined
  readonly artifact: { readonly name: string | undefined; readonly retentionDays: number | undefined } | undefined
  /** The place of the job in its matrix, from 0. */
  readonly jobIndex: number
  readonly reportDirectory: string | undefined
  readonly annotations: boolean
  readonly comment: (typeof COMMENTS)[number]
  readonly githubToken: string | undefined
}

/** What a step was asked to do at a vendor. */
export interface Inputs extends StepInputs {
  readonly mode: (typeof VENDOR_MODES)[number]
  readonly provider: Provider
  connect(world: World): Vendor
  readonly suites: readonly WantedSuite[]
  /** The inputs that were given and choose which cases run. */
  readonly filters: readonly string[]
  readonly maxParallel: number
  readonly downloadHosts: readonly string[]
}

/** What a step was asked to look at without starting anything. */
export interface DoctorInputs extends Omit<Inputs, 'mode'> {
  readonly mode: 'doctor'
}

/** What a step was asked to do with the artifacts of other jobs. */
export interface ReportInputs extends StepInputs {
  readonly mode: 'report'
  readonly report: {
    /** A name with `*` as wildcard. */
    readonly pattern: string
    /** How many artifacts there must be, at least 1. */
    readonly expected: number
  }
}

/** Inputs, or why there are none. */
export type Parsed =
  | { readonly state: 'ready'; readonly inputs: Inputs; readonly warnings: readonly string[] }
  | { readonly state: 'doctor'; readonly inputs: DoctorInputs; readonly warnings: readonly string[] }
  | { readonly state: 'report'; readonly inputs: ReportInputs; readonly warnings: readonly string[] }
  | {
      readonly state: 'mistaken'
      readonly provider: string
      readonly mistakes: readonly Mistake[]
      readonly annotations: boolean
      /** Absent when one of them is itself mistaken. */
      readonly step?: StepInputs
    }
  | {
      readonly state: 'no credentials'
      readonly provider: string
      readonly mistakes: readonly Mistake[]
      readonly step: StepInputs
    }

/** What is known of all providers without loading them. */
interface KnownProviders extends Pick<KnownInputs, 'filledIn'> {
  readonly names: readonly string[]
}

/** Parses the raw inputs by name with the provider that they choose; what is not there counts as not given. */
export function parseInputs(raw: Raw, provider: Provider | undefined, known: KnownProviders): Parsed {
  const knownInputs = { common: commonInputs, filledIn: known.filledIn }
  if (textOf(raw, 'mode') === 'report') return parseReport(raw, knownInputs)
  const name = textOf(raw, 'provider')
  const common = Common.safeParse(raw)
  const prepared = provider?.prepare(raw)
  const mistakes = [
    ...(provider === undefined ? [unknownProvider(name, known)] : []),
    ...mistakesOf(common.error?.issues ?? []),
    ...(prepared?.success === false ? prepared.mistakes : []),
    ...(provider !== undefined ? vendorClashes(raw, provider) : []),
    ...stepClashes(raw),
  ]
  if (provider !== undefined && common.success && prepared?.success === true && mistakes.length === 0) {
    const filters = provider.filters.filter((input) => textOf(raw, input) !== '')
    const inputs = { ...inputsOf(common.data, provider), filters, connect: prepared.connect }
    const warnings = vendorWarnings(raw, provider, knownInputs)
    const mode = VENDOR_MODES.find((word) => word === common.data.mode)
    if (mode === undefined) return { state: 'doctor', inputs: { ...inputs, mode: 'doctor' }, warnings }
    return { state: 'ready', inputs: { ...inputs, mode }, warnings }
  }
  const step = usableInputs(raw)
  if (!common.success) return { state: 'mistaken', provider: name, mistakes, ...step }
  const isForgiven = common.data['on-missing-credentials'] === 'skip' && mistakes.every((each) => each.missingCredential)
  if (isForgiven && step.step !== undefined) return { state: 'no credentials', provider: name, mistakes, step: step.step }
  return { state: 'mistaken', provider: name, mistakes, ...step }
}

/** What a step that is refused goes by to tell so: the inputs that are not mistaken themselves, the others as if not given. */
function usableInputs(raw: Raw): { readonly annotations: boolean; readonly step?: StepInputs } {
  const wrong = new Set(Common.safeParse(raw).error?.issues.map(({ path }) => path[0]) ?? [])
  const { data } = Common.safeParse(Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name))))
  return data === undefined ? { annotations: true } : { annotations: data.annotations, step: stepInputsOf(data) }
}

/** No provider is needed, since nothing is asked of a vendor. */
function parseReport(raw: Raw, known: KnownInputs): Parsed {
  const common = Common.safeParse(raw)
  const report = Report.safeParse(raw)
  const issues = [...(report.error?.issues ?? []), ...(common.error?.issues ?? [])]
  const mistakes = mistakesOf(issues)
  if (common.success && report.success && mistakes.length === 0) {
    const wanted = { pattern: report.data['artifact-pattern'], expected: report.data['expected-artifacts'] }
    return {
      state: 'report',
      inputs: { ...stepInputsOf(common.data), mode: 'report', report: wanted },
      warnings: reportWarnings(raw, known),
    }
  }
  return { state: 'mistaken', provider: '', mistakes, ...usableInputs(raw) }
}

function unknownProvider(name: string, { names }: KnownProviders): Mistake {
  const accepted = `give one of ${names.join(', ')}`
  return {
    input: 'provider',
    text: name === '' ? `is required: ${accepted}` : `is ${quote(name)}; ${accepted}`,
    missingCredential: false,
  }
}

function stepInputsOf(common: Common): StepInputs {
  return {
    timeoutMs: common['timeout-minutes'] * 60_000,
    gapMs: common['poll-interval-seconds'] * 1000,
    longestGapMs: Math.max(common['poll-interval-seconds'], common['poll-max-interval-seconds']) * 1000,
    policy: policyOf(common),
    baseline: baselineOf(common),
    quarantinePath: common.quarantine,
    artifact: common.artifact ? { name: common['artifact-name'], retentionDays: common['retention-days'] } : undefined,
    jobIndex: common['job-index'],
    reportDirectory: common['report-directory'],
    annotations: common.annotations,
    comment: common.comment,
    githubToken: common['github-token'],
  }
}

function inputsOf(common: Common, provider: Provider): Omit<Inputs, 'mode' | 'connect' | 'filters'> {
  return {
    ...stepInputsOf(common),
    provider,
    suites: wantedSuites(common, provider),
    maxParallel: common['max-parallel'],
    downloadHosts: common['download-hosts'],
  }
}

/** A provider that takes no suite is about one thing, which is called as its name says: `kore-publish` → `publish`. */
function wantedSuites(common: Common, { name, takes }: Provider): WantedSuite[] {
  const names = takes.suite ? common.suite : [name.replace(/^.*-/, '')]
  return names.map((suite, index) => ({
    name: suite,
    // A run that is there already needs no suite to be sent, and no checkout.
    path: takes.suitePath && !reopens(common.mode) ? common['suite-path'][index] : undefined,
    runId: reopens(common.mode) ? common['run-id'][index] : undefined,
  }))
}

/** All mistakes as lines for people: the input, what was wrong, what is accepted. */
export function mistakeLines(mistakes: readonly Mistake[]): string[] {
  return mistakes.map(({ input, text }) => `${input} ${text}`)
}
