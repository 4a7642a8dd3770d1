/** What stands on the check itself. GitHub shows ten annotations a step and level, with 4,096 characters each. */
import { countOf } from '../count-words.ts'
import { isStopWanted } from '../modes.ts'
import { type Conclusion, isJudged, type StepOutcome } from '../outcome.ts'
import type { Case, Place } from '../results.ts'
import { cut, oneLine, visible } from '../untrusted.ts'
import { checkText } from './failure-text.ts'
import { failingChecks, type SuiteCase, worstOfAll } from './worst.ts'

/** An annotation for the log command of the same level. Titles are our own words: the runner masks no secrets there. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  /** Where it stands in the repository: the path from the workspace, and the line from 1. */
  readonly file?: string
  readonly startLine?: number
}

const CASES_SHOWN = 9
const MESSAGE_CHARACTERS = 4_096
/** So that a long reply leaves room for the checks below it. */
const LINE_CHARACTERS = 1_000
const PART_CHARACTERS = 300
const CHECKS_SHOWN = 5

/** The ends that are told, with their titles; a green or merely started step says nothing. */
const OVERVIEW: Readonly<Partial<Record<Conclusion, Pick<Annotation, 'level' | 'title'>>>> = {
  failed: { level: 'error', title: 'Agent tests failed' },
  inconclusive: { level: 'error', title: 'Agent tests were inconclusive' },
  'timed-out': { level: 'error', title: 'Agent tests timed out' },
  cancelled: { level: 'warning', title: 'Agent tests were cancelled' },
  error: { level: 'error', title: 'Agent tests could not be judged' },
  skipped: { level: 'warning', title: 'NOT TESTED' },
}

/** An overview, then the worst nine cases; none when the step passed or only started a run. */
export function annotations(outcome: StepOutcome): Annotation[] {
  const head = OVERVIEW[outcome.conclusion]
  if (head === undefined || isStopWanted(outcome)) return []
  const worst = worstOfAll(outcome)
  const shown = worst.slice(0, CASES_SHOWN)
  const overview = { ...head, message: overviewText(outcome, shown.length, worst.length) }
  return [overview, ...shown.map((entry, index) => caseAnnotation(entry, index, outcome))]
}

function overviewText(outcome: StepOutcome, shown: number, worst: number): string {
  const suites = outcome.suites.length < 2 ? [] : outcome.suites.filter(({ conclusion }) => conclusion !== 'passed')
  return joined([
    outcome.message,
    outcome.gate === '' || !isJudged(outcome) ? '' : `Gate: ${outcome.gate}`,
    worst > shown ? `The worst ${shown} of ${countOf(worst, 'cases')} follow; the job summary and the artifact have more.` : '',
    ...suites.map(({ suite, conclusion, reasons }) => `${suite}: ${conclusion}. ${reasons[0] ?? ''}`),
  ])
}

function caseAnnotation({ suite, each }: SuiteCase, index: number, outcome: StepOutcome): Annotation {
  const title = `${each.status === 'failed' ? 'Failed case' : 'Case that could not be run'} (${index + 1})`
  const where = outcome.suites.length > 1 ? `Suite: ${suite}` : ''
  const message = joined([each.name, where, each.message ?? '', ...checkLines(each)])
  return { level: 'error', title, message, ...(each.place !== undefined && spot(each.place)) }
}

/** A path is our author's, but it goes into a command of the runner: what would break its line is no path of a file worth naming. */
function spot({ path, line }: Place): Pick<Annotation, 'file' | 'startLine'> {
  return visible(path) === path && !path.includes('\n') ? { file: path, startLine: line } : {}
}

function checkLines(each: Case): string[] {
  const failing = failingChecks(each)
  const lines = failing.slice(0, CHECKS_SHOWN).map((check) => checkText(check, PART_CHARACTERS))
  return failing.length > CHECKS_SHOWN
    ? [...lines, `and ${countOf(failing.length - CHECKS_SHOWN, 'more failing checks')}`]
    : lines
}

/** The lines that are not empty, each made harmless for the log, as one message that GitHub takes whole. */
function joined(lines: readonly string[]): string {
  const shown = lines.filter((line) => line !== '').map((line) => oneLine(line, LINE_CHARACTERS))
  return cut(shown.join('\n'), MESSAGE_CHARACTERS)
}
