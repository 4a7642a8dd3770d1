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
} from './fields.ts'
import type { Provider, Vendor, World } from './providers/provider.ts'
import { visible } from './untrusted.ts'
import type { Policy } from './verdict.ts'

const PER_CENT = { least: 0, most: 100 }
const SHARE = { least: 0, most: 1 }
const COUNT = { least: 0, most: 1_000_000, whole: true }

/** What a step can be asked to do. */
export const MODES = ['run', 'start', 'collect', 'cancel'] as const

/** What a step does: see the input `mode` in `action.yml`. */
export type Mode = (typeof MODES)[number]

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
  'min-pass-rate': numberWithDefault(PER_CENT, 100),
  'max-errored': numberWithDefault(COUNT, 0),
  'max-failures': optionalNumber(COUNT),
  'min-tests': numberWithDefault({ ...COUNT, least: 1 }, 1),
  'min-f1': optionalNumber(SHARE),
  'min-precision': optionalNumber(SHARE),
  'min-recall': optionalNumber(SHARE),
  'must-pass': lines,
  artifact: flag(true),
  'artifact-name': optionalText.check(
    z.refine((name) => name === undefined || !/["*/:<>?\\|\r\n]/.test(name), {
      error: 'holds one of " : < > | * ? \\ / or a line break, which the artifact service does not take',
    }),
  ),
  'retention-days': optionalNumber({ least: 1, most: 400, whole: true }),
  'report-directory': optionalText,
  'download-hosts': hosts,
  annotations: flag(true),
})
type Common = z.infer<typeof Common>

/** The names of the inputs that every provider has. */
export const commonInputs: readonly string[] = ['provider', ...Object.keys(Common.shape)]

/** One suite that a step is about. */
export interface WantedSuite {
  readonly name: string
  /** Where it lies in the repository, when it is to be sent first. */
  readonly path: string | undefined
  /** The run to collect or to cancel. */
  readonly runId: string | undefined
}

/** What a step was asked to do. */
export interface Inputs {
  readonly provider: Provider
  connect(world: World): Vendor
  readonly mode: Mode
  readonly suites: readonly WantedSuite[]
  readonly timeoutMs: number
  readonly gapMs: number
  readonly longestGapMs: number
  readonly maxParallel: number
  readonly policy: Policy
  readonly artifact: { readonly name: string | undefined; readonly retentionDays: number | undefined } | undefined
  readonly reportDirectory: string | undefined
  readonly downloadHosts: readonly string[]
  readonly annotations: boolean
}

/** Inputs, or why there are none. */
export type Parsed =
  | { readonly state: 'ready'; readonly inputs: Inputs; readonly warnings: readonly string[] }
  | {
      readonly state: 'mistaken'
      readonly provider: string
      readonly mistakes: readonly Mistake[]
      readonly annotations: boolean
    }
  | { readonly state: 'no credentials'; readonly provider: string; readonly mistakes: readonly Mistake[] }

/** What is known of all providers without loading them. */
export interface KnownProviders {
  readonly names: readonly string[]
  /** What the runner fills in for inputs that not every provider has. */
  readonly filledIn: ReadonlyMap<string, string>
}

/** Parses the raw inputs by name with the provider that they choose; what is not there counts as not given. */
export function parseInputs(raw: Raw, provider: Provider | undefined, known: KnownProviders): Parsed {
  const name = (raw['provider'] ?? '').trim()
  const common = Common.safeParse(raw)
  const prepared = provider?.prepare(raw)
  const mistakes = [
    ...(provider === undefined ? [unknownProvider(name, known)] : []),
    ...mistakesOf(common.error?.issues ?? []),
    ...(prepared?.success === false ? prepared.mistakes : []),
    ...(provider !== undefined ? clashes(raw, provider) : []),
  ]
  if (provider !== undefined && common.success && prepared?.success === true && mistakes.length === 0) {
    return {
      state: 'ready',
      inputs: inputsOf(common.data, provider, prepared.connect),
      warnings: warningsOf(raw, provider, known),
    }
  }
  const isForgiven =
    common.success && common.data['on-missing-credentials'] === 'skip' && mistakes.every((each) => each.missingCredential)
  if (isForgiven) return { state: 'no credentials', provider: name, mistakes }
  return { state: 'mistaken', provider: name, mistakes, annotations: common.data?.annotations ?? true }
}

function unknownProvider(name: string, { names }: KnownProviders): Mistake {
  const accepted = `give one of ${names.join(', ')}`
  return {
    input: 'provider',
    text: name === '' ? `is required: ${accepted}` : `is ${quote(name)}; ${accepted}`,
    missingCredential: false,
  }
}

/** Mistakes that no single input shows. Of the raw inputs, so that they are told beside any other mistake. */
function clashes(raw: Raw, provider: Provider): Mistake[] {
  const metrics = (['f1', 'precision', 'recall'] as const)
    .filter((metric) => (raw[`min-${metric}`] ?? '').trim() !== '' && !provider.metrics.includes(metric))
    .map((metric): Clash => [`min-${metric}`, `cannot be met: ${provider.name} gives no ${metric}; leave it out`])
  const found = [...(provider.takes.suite ? suiteClashes(raw) : []), ...runIdClashes(raw, provider), ...metrics]
  return found.map(([input, text]) => ({ input, text, missingCredential: false }))
}

type Raw = Readonly<Record<string, string>>
type Clash = readonly [input: string, text: string]

function suiteClashes(raw: Raw): Clash[] {
  const suites = lines.parse(raw['suite'])
  const paths = lines.parse(raw['suite-path'])
  const twice = suites.find((name, index) => suites.indexOf(name) !== index)
  const found: Clash[] = []
  if (suites.length === 0) found.push(['suite', 'is required: the suite to run, one per line'])
  if (twice !== undefined) found.push(['suite', `names ${quote(twice)} twice; each suite is run once`])
  if (paths.length > 0 && paths.length !== suites.length)
    found.push([
      'suite-path',
      `has ${paths.length} lines and suite has ${suites.length}; give one path for each suite, in the same order`,
    ])
  return found
}

function runIdClashes(raw: Raw, { takes }: Provider): Clash[] {
  const mode = (raw['mode'] ?? '').trim()
  const ids = lines.parse(raw['run-id'])
  if (mode !== 'collect' && mode !== 'cancel')
    return ids.length === 0
      ? []
      : [['run-id', 'is for the modes collect and cancel; leave it out, or set mode, since this step would start a new run']]
  const expected = takes.suite ? lines.parse(raw['suite']).length : 1
  // Where a vendor has only one thing under way, it can be waited for without an id.
  if (ids.length === expected || (ids.length === 0 && mode === 'collect' && !takes.suite)) return []
  if (ids.length > 0) return [['run-id', `has ${ids.length} lines; give ${expected}, one for each suite in the same order`]]
  return [['run-id', `is required for mode ${mode}: what the output run-id of the step with mode start gave`]]
}

function inputsOf(common: Common, provider: Provider, connect: Inputs['connect']): Inputs {
  return {
    provider,
    connect,
    mode: common.mode,
    suites: wantedSuites(common, provider),
    timeoutMs: common['timeout-minutes'] * 60_000,
    gapMs: common['poll-interval-seconds'] * 1000,
    longestGapMs: Math.max(common['poll-interval-seconds'], common['poll-max-interval-seconds']) * 1000,
    maxParallel: common['max-parallel'],
    policy: policyOf(common),
    artifact: common.artifact ? { name: common['artifact-name'], retentionDays: common['retention-days'] } : undefined,
    reportDirectory: common['report-directory'],
    downloadHosts: common['download-hosts'],
    annotations: common.annotations,
  }
}

/** A provider that takes no suite is about one thing, which is called as its name says: `kore-publish` → `publish`. */
function wantedSuites(common: Common, { name, takes }: Provider): WantedSuite[] {
  const names = takes.suite ? common.suite : [name.replace(/^.*-/, '')]
  return names.map((suite, index) => ({
    name: suite,
    // A run that is there already needs no suite to be sent, and no checkout.
    path: takes.suitePath && (common.mode === 'run' || common.mode === 'start') ? common['suite-path'][index] : undefined,
    runId: common.mode === 'collect' || common.mode === 'cancel' ? common['run-id'][index] : undefined,
  }))
}

function policyOf(common: Common): Policy {
  return {
    minPassRate: common['min-pass-rate'],
    maxErrored: common['max-errored'],
    maxFailures: common['max-failures'],
    minTests: common['min-tests'],
    minMetrics: { f1: common['min-f1'], precision: common['min-precision'], recall: common['min-recall'] },
    // Names of cases are compared as they are seen.
    mustPass: common['must-pass'].map(visible),
  }
}

function warningsOf(raw: Raw, provider: Provider, { filledIn }: KnownProviders): string[] {
  const used = new Set([...commonInputs, ...provider.inputs])
  if (!provider.takes.suite) used.delete('suite')
  if (!provider.takes.suitePath) used.delete('suite-path')
  const given = Object.entries(raw).flatMap(([name, value]) => (['', filledIn.get(name)].includes(value.trim()) ? [] : [name]))
  const unused = given.filter((name) => !used.has(name))
  const short = provider.secrets.filter((name) => isTooShort((raw[name] ?? '').trim()))
  return [
    ...(unused.length === 0 ? [] : [`${provider.name} does not use ${unused.join(', ')}; these inputs change nothing`]),
    ...short.map((name) => `${name} is shorter than 4 characters, so it cannot be masked in the log`),
    ...rateWarnings(Number(raw['min-pass-rate'] || 100)),
  ]
}

/** The other gates go from 0 to 1, so that a rate of 0.95 is easily written where 95 is meant. */
function rateWarnings(rate: number): string[] {
  if (rate === 0) return ['min-pass-rate is 0, so that the check is green whatever fails']
  return rate <= 1 ? [`min-pass-rate is ${rate} per cent; for ${rate * 100} per cent write ${rate * 100}`] : []
}

function isTooShort(secret: string): boolean {
  return secret.length > 0 && secret.length < 4
}

/** All mistakes as lines for people: the input, what was wrong, what is accepted. */
export function mistakeLines(mistakes: readonly Mistake[]): string[] {
  return mistakes.map(({ input, text }) => `${input} ${text}`)
}
