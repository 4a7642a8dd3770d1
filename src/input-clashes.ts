/** Mistakes and warnings that no single input shows. Of the raw inputs, so that they are told beside any other mistake. Pure. */
import { countOf } from './count-words.ts'
import { lines, type Mistake, quote } from './fields.ts'
import { reopens } from './modes.ts'
import type { Provider } from './providers/provider.ts'

/** The values of the inputs by their names, as the runner gives them. */
export type Raw = Readonly<Record<string, string>>

type Clash = readonly [input: string, text: string]

/** The value of an input without the space around it; empty where it is not given. */
export function textOf(raw: Raw, name: string): string {
  return (raw[name] ?? '').trim()
}

/** The inputs that have a meaning in mode `report` alone. */
export const REPORT_INPUTS = ['artifact-pattern', 'expected-artifacts'] as const

/** What clashes in a step that talks to a vendor. */
export function vendorClashes(raw: Raw, provider: Provider): Mistake[] {
  const { takes } = provider
  const isHopeless = textOf(raw, 'mode') === 'cancel' && !takes.cancel
  return [
    ...(takes.suite ? suiteClashes(raw) : []),
    ...(isHopeless ? [uncancellable(provider)] : runIdClashes(raw, provider)),
    ...metricClashes(raw, provider),
  ].map(mistakeOf)
}

/** What clashes in any step. */
export function stepClashes(raw: Raw): Mistake[] {
  if (textOf(raw, 'fail-on') !== 'regressions' || textOf(raw, 'baseline') !== '') return []
  return [mistakeOf(['fail-on', 'is regressions, which needs baseline: the branch to compare with, such as main'])]
}

function mistakeOf([input, text]: Clash): Mistake {
  return { input, text, missingCredential: false }
}

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
      `has ${countOf(paths.length, 'lines')} and suite has ${suites.length}; give one path for each suite, in the same order`,
    ])
  return found
}

function runIdClashes(raw: Raw, { takes }: Provider): Clash[] {
  const mode = textOf(raw, 'mode')
  const ids = lines.parse(raw['run-id'])
  if (!reopens(mode))
    return ids.length === 0
      ? []
      : [['run-id', 'is for the modes collect and cancel; leave it out, or set mode, since this step would start a new run']]
  const expected = takes.suite ? lines.parse(raw['suite']).length : 1
  // Where a vendor has only one thing under way, it can be waited for without an id.
  if (ids.length === expected || (ids.length === 0 && mode === 'collect' && !takes.suite)) return []
  if (ids.length > 0)
    return [['run-id', `has ${countOf(ids.length, 'lines')}; give ${expected}, one for each suite in the same order`]]
  return [['run-id', `is required for mode ${mode}: what the output run-id of the step with mode start gave`]]
}

function uncancellable({ name }: Provider): Clash {
  return ['mode', `is cancel, and the vendor of ${name} offers no way to stop a run; remove this step`]
}

function metricClashes(raw: Raw, { name, metrics }: Provider): Clash[] {
  return (['f1', 'precision', 'recall'] as const)
    .filter((metric) => textOf(raw, `min-${metric}`) !== '' && !metrics.includes(metric))
    .map((metric) => [`min-${metric}`, `cannot be met: ${name} gives no ${metric}; leave it out`])
}

/** What is known of all inputs without loading any provider. */
export interface KnownInputs {
  /** Those that have a meaning in more than one provider. */
  readonly common: readonly string[]
  /** What the runner fills in for inputs that not every provider has. */
  readonly filledIn: ReadonlyMap<string, string>
}

/** What to tell before a step that talks to a vendor. */
export function vendorWarnings(raw: Raw, provider: Provider, known: KnownInputs): string[] {
  const { takes, name, inputs, secrets } = provider
  const used = new Set([...known.common, ...inputs])
  for (const input of REPORT_INPUTS) used.delete(input)
  if (!takes.suite) used.delete('suite')
  if (!takes.suitePath) used.delete('suite-path')
  return [...unusedWarnings(raw, name, used, known), ...secretWarnings(raw, secrets), ...stepWarnings(raw)]
}

/**
 * What has no meaning where the artifacts of other jobs are reported on, each of which has its own gate and vendor; with what
 * the runner fills in for it.
 */
const NOT_FOR_REPORT: ReadonlyMap<string, string> = new Map([
  ...['provider', 'suite', 'suite-path', 'run-id', 'download-hosts', 'quarantine'].map((name) => [name, ''] as const),
  ...['max-failures', 'min-f1', 'min-precision', 'min-recall'].map((name) => [name, ''] as const),
  ['min-pass-rate', '100'],
  ['max-errored', '0'],
  ['min-tests', '1'],
  ['fail-on', 'failures'],
  ['poll-interval-seconds', '5'],
  ['poll-max-interval-seconds', '30'],
  ['max-parallel', '4'],
  ['on-missing-credentials', 'fail'],
])

/** What to tell before a step that reports on other jobs. */
export function reportWarnings(raw: Raw, { common, filledIn }: KnownInputs): string[] {
  const used = new Set(common.filter((input) => !NOT_FOR_REPORT.has(input)))
  const known = { common, filledIn: new Map([...filledIn, ...NOT_FOR_REPORT]) }
  return [...unusedWarnings(raw, 'mode report', used, known), ...secretWarnings(raw, []), ...toleranceWarnings(raw)]
}

function unusedWarnings(raw: Raw, who: string, used: ReadonlySet<string>, { filledIn }: KnownInputs): string[] {
  const given = Object.keys(raw).filter((name) => !['', filledIn.get(name)].includes(textOf(raw, name)))
  const unused = given.filter((name) => !used.has(name))
  const forReport = unused.filter((name) => REPORT_INPUTS.some((input) => input === name))
  const others = unused.filter((name) => !forReport.includes(name))
  return [
    ...(others.length === 0
      ? []
      : [`${who} does not use ${others.join(', ')}; ${others.length === 1 ? 'this input has' : 'these inputs have'} no effect`]),
    ...(forReport.length === 0
      ? []
      : [`only mode: report uses ${forReport.join(' and ')}; ${forReport.length === 1 ? 'it has' : 'they have'} no effect here`]),
  ]
}

function secretWarnings(raw: Raw, secrets: readonly string[]): string[] {
  const short = [...secrets, 'github-token'].filter((name) => /^.{1,3}$/s.test(textOf(raw, name)))
  return short.map((name) => `${name} is shorter than 4 characters, so it cannot be masked in the log`)
}

function stepWarnings(raw: Raw): string[] {
  return [
    ...rateWarnings(Number(textOf(raw, 'min-pass-rate') || 100)),
    ...scoreWarnings(raw),
    ...toleranceWarnings(raw),
    ...gapWarnings(raw),
  ]
}

function scoreWarnings(raw: Raw): string[] {
  const mark = textOf(raw, 'pass-score')
  return mark !== '' && Number(mark) === 0 ? ['pass-score is 0, so every case that gets a score passes'] : []
}

function gapWarnings(raw: Raw): string[] {
  const [first, longest] = [textOf(raw, 'poll-interval-seconds'), textOf(raw, 'poll-max-interval-seconds')]
  const isShorter = first !== '' && longest !== '' && Number(longest) < Number(first)
  return isShorter
    ? ['poll-max-interval-seconds is shorter than poll-interval-seconds, so poll-interval-seconds is used for both']
    : []
}

function toleranceWarnings(raw: Raw): string[] {
  const isTolerant = Number(textOf(raw, 'regression-tolerance')) !== 0 && textOf(raw, 'baseline') === ''
  return isTolerant ? ['without baseline, regression-tolerance has no effect'] : []
}

/** The other gates go from 0 to 1, so that a rate of 0.95 is easily written where 95 is meant. */
function rateWarnings(rate: number): string[] {
  if (rate === 0) return ['min-pass-rate is 0, so the check is green whatever fails']
  return rate <= 1 ? [`min-pass-rate is ${rate} per cent; for ${rate * 100} per cent write ${rate * 100}`] : []
}
