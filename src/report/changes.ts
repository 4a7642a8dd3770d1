/** What changed since the baseline: the first thing to know after the verdict. */
import { countOf, isOrAre, wholeNumber } from '../count-words.ts'
import type { Comparison, MetricChange, StepOutcome, SuiteOutcome } from '../outcome.ts'
import { capitalised, sentenceAndLines } from '../sentences.ts'
import { codeBlock } from '../untrusted.ts'
import { METRIC_TITLES, score, scoreDifference } from './figures.ts'
import { blocks, type Cell, details, foreign, link, list, row, sentence, titleRow } from './markup.ts'

const NAME_CHARACTERS = 120
const METRICS_SHOWN = 40
const LINES_CHARACTERS = 1000

type Kind = Exclude<keyof Comparison, 'metrics'>

/** One kind of change, and how it is told. */
interface ChangeKind {
  readonly kind: Kind
  readonly sign: string
  readonly title: string
  /** So many names are listed. */
  readonly shown: number
  /** `failed` of the cases failed now. */
  words(count: number, failed: number): string
}

/** In the order of need. */
const KINDS: readonly ChangeKind[] = [
  { kind: 'regressions', sign: '🔻', title: 'Regressions', shown: 20, words: (count) => countOf(count, 'regressions') },
  ...(
    [
      ['fixed', '🎉', 'Fixed'],
      ['stillFailing', '➖', 'Still failing'],
      ['added', '🆕', 'New'],
      ['gone', '🗑️', 'Gone'],
    ] as const
  ).map(([kind, sign, title]) => ({
    kind,
    sign,
    title,
    shown: 50,
    words: (count: number, failed: number) =>
      `${wholeNumber(count)} ${title.toLowerCase()}${kind === 'added' ? failedClause(count, failed) : ''}`,
  })),
]

/** What has no earlier verdict has to be told with that of now. */
function failedClause(count: number, failed: number): string {
  if (failed === 0) return ''
  if (count === 1) return ', which failed'
  return failed === count ? ', all of which failed' : `, ${wholeNumber(failed)} of which failed`
}

/** A suite that is on the baseline too. */
type Compared = SuiteOutcome & { readonly comparison: Comparison }

/**
 * The regressions, what was fixed, still fails, is new or gone, and the metrics with their difference; a sentence where there is
 * no baseline although one was asked for; else nothing. Without `names` there are only counts.
 */
export function* changes(outcome: StepOutcome, names: boolean): Generator<string> {
  const { baseline, noBaseline, suites } = outcome
  if (noBaseline !== undefined) yield* withoutBaseline(noBaseline)
  const compared = suites.flatMap((suite) => (isCompared(suite) ? [suite] : []))
  if (baseline === undefined && compared.length === 0) return
  // Where other jobs compared, each may have had another baseline.
  const branch = baseline === undefined ? 'the baseline' : foreign(baseline.branch, NAME_CHARACTERS)
  yield* blocks(`<h3>Since ${baseline === undefined ? branch : `the last run of ${branch}`}</h3>`)
  const run = baseline === undefined ? '' : ` · ${link('that run', baseline.runUrl)}`
  yield* blocks(`<p>${changeCounts(compared, suites.length)}${run}</p>`)
  if (names) yield* nameLists(compared, suites.length > 1)
  yield* metricTable(compared, suites.length > 1, baseline === undefined ? 'Baseline' : branch)
}

/** How each case stands against the baseline, by its name: markup to be shown beside it. */
export function caseMarks(comparison: Comparison | undefined): ReadonlyMap<string, string> {
  if (comparison === undefined) return new Map()
  const marks = (names: readonly string[], markup: string): [string, string][] => names.map((name) => [name, markup])
  return new Map([
    ...marks(comparison.stillFailing, 'still failing'),
    ...marks(comparison.added, '🆕 new'),
    ...marks(comparison.fixed, '🎉 fixed'),
    ...marks(comparison.regressions, '🔻 <b>regression</b>'),
  ])
}

function* withoutBaseline(why: string): Generator<string> {
  const [told, lines] = sentenceAndLines(why)
  yield* blocks(`<p>ℹ️ ${sentence(capitalised(told))}</p>`)
  if (lines !== '') yield* blocks(codeBlock(lines, LINES_CHARACTERS))
}

function isCompared(suite: SuiteOutcome): suite is Compared {
  return suite.comparison !== undefined
}

function changeCounts(suites: readonly Compared[], all: number): string {
  if (suites.length === 0) return `${all === 1 ? 'The suite cannot' : 'None of the suites can'} be compared with it`
  const told = KINDS.flatMap((each) => {
    const words = wordsOf(each, suites)
    return words === '' ? [] : [`${each.sign} ${each.kind === 'regressions' ? `<b>${words}</b>` : words}`]
  })
  const some = suites.length < all ? [`${suites.length} of ${countOf(all, 'suites')} ${isOrAre(suites.length)} compared`] : []
  return [...(told.length === 0 ? ['Each case ended as it did there'] : told), ...some].join(' · ')
}

function wordsOf({ kind, words }: ChangeKind, suites: readonly Compared[]): string {
  const count = sumOf(kind, suites)
  return count === 0 ? '' : words(count, kind === 'added' ? sumOfFailed(suites) : 0)
}

/** How many of the new cases failed. */
function sumOfFailed(suites: readonly Compared[]): number {
  return suites.reduce((sum, { comparison, results }) => {
    const added = new Set(comparison.added)
    const failed = results?.cases.filter(({ name, status, quarantine }) => status === 'failed' && !quarantine && added.has(name))
    return sum + (failed?.length ?? 0)
  }, 0)
}

function sumOf(kind: Kind, suites: readonly Compared[]): number {
  return suites.reduce((sum, { comparison }) => sum + comparison[kind].length, 0)
}

/** The regressions stand open, and all else is folded. */
function* nameLists(suites: readonly Compared[], apart: boolean): Generator<string> {
  const [regressions, ...others] = KINDS
  if (sumOf('regressions', suites) > 0 && regressions !== undefined) yield* blocks(nameList(regressions, suites, apart))
  const there = others.filter(({ kind }) => sumOf(kind, suites) > 0)
  const lists = there.flatMap((each) => [`<p>${each.sign} ${wordsOf(each, suites)}</p>`, nameList(each, suites, apart), ''])
  if (lists.length > 0) yield* details(there.map(({ sign, title }) => `${sign} ${title}`).join(' · '), lists)
}

function nameList({ kind, shown }: ChangeKind, suites: readonly Compared[], apart: boolean): string {
  const names = suites.flatMap(({ suite, comparison }) =>
    comparison[kind].slice(0, shown).map((name) => shownName(name, apart ? suite : undefined)),
  )
  const more = sumOf(kind, suites) - Math.min(shown, names.length)
  return list([...names.slice(0, shown), ...(more > 0 ? [`${wholeNumber(more)} more, in the artifact`] : [])])
}

function shownName(name: string, suite: string | undefined): string {
  const shown = foreign(name, NAME_CHARACTERS)
  return suite === undefined ? shown : `${shown} in ${foreign(suite, NAME_CHARACTERS)}`
}

function* metricTable(suites: readonly Compared[], apart: boolean, before: string): Generator<string> {
  const all = suites.flatMap(({ suite, comparison }) => comparison.metrics.map((change) => ({ suite, change })))
  if (all.length === 0) return
  const regressedFirst = all.toSorted((left, right) => Number(right.change.regressed) - Number(left.change.regressed))
  yield '<table>'
  const titles = ['Metric', before, 'This run', 'Difference']
  yield titleRow([...(apart ? ['Suite'] : []), ...titles].map((markup) => ({ markup })))
  for (const { suite, change } of regressedFirst.slice(0, METRICS_SHOWN))
    yield row([...(apart ? [{ markup: foreign(suite) }] : []), ...metricCells(change)])
  yield '</table>'
  yield ''
  if (all.length > METRICS_SHOWN) yield* blocks(`<p>${wholeNumber(all.length - METRICS_SHOWN)} more, in the artifact.</p>`)
}

function metricCells({ name, before, now, regressed }: MetricChange): Cell[] {
  return [
    { markup: METRIC_TITLES[name] },
    { markup: score(before), align: 'right' },
    { markup: score(now), align: 'right' },
    { markup: `${scoreDifference(before, now)}${regressed ? ' 🔻 <b>regression</b>' : ''}`, align: 'right' },
  ]
}
