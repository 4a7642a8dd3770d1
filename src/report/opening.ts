/** How summary and comment begin: the verdict, why, what to do, and where more can be found. Pure. */
import type { StepOutcome } from '../outcome.ts'
import { capitalised } from '../sentences.ts'
import { advice, verdictWords } from './advice.ts'
import { blocks, foreign, link, sentence } from './markup.ts'
import { sentences } from './suite-section.ts'

/** Where more can be found. */
export interface ReportLinks {
  /** Absent before the upload, and in the copy that the artifact itself holds. */
  readonly artifactUrl?: string
  /** The report, opened by a browser; absent where it was not uploaded by itself. */
  readonly pageUrl?: string
}

/** How an opening is told; where a limit is not given, there is none beyond those of every cell. */
interface Manner {
  readonly heading: 'h2' | 'h3'
  /** UTF-16 units of the name of the only suite. */
  readonly nameCharacters?: number
  /** UTF-16 units of the first reason. */
  readonly reasonCharacters?: number
  /** How many of the other reasons are told. */
  readonly reasons?: number
}

/** The verdict as a heading, the reasons, and what can be done. */
export function* opening(outcome: StepOutcome, manner: Manner): Generator<string> {
  const { conclusion, mode, message, reasons, suites } = outcome
  const { heading, nameCharacters, reasonCharacters } = manner
  const [why = message, ...others] = reasons
  const alone = suites.length === 1 ? suites[0] : undefined
  const name = alone === undefined ? '' : `: ${foreign(alone.suite, nameCharacters)}`
  yield* blocks(`<${heading}>${verdictWords(conclusion, mode)}${name}</${heading}>`)
  yield* blocks(`<p><b>${sentence(capitalised(why), reasonCharacters)}</b></p>`)
  yield* sentences(others, manner.reasons)
  const todo = advice(outcome)
  if (todo !== undefined) yield* blocks(`<p>${todo}</p>`)
}

/** Links to the report and to all files, as far as they are there. */
export function reportLinks({ pageUrl, artifactUrl }: ReportLinks): string[] {
  return [
    ...(pageUrl === undefined ? [] : [link('Open the report', pageUrl)]),
    ...(artifactUrl === undefined ? [] : [link('All files (artifact)', artifactUrl)]),
  ]
}
