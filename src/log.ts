/** What the user reads while the step runs. Everything passes the redactor and the neutraliser here. */
import { cleanerOf, type Redactor } from './redact.ts'
import { type LogLine, sectionsOf } from './results.ts'
import type { Runner } from './rim.ts'
import type { Trouble } from './trouble.ts'
import { logLines, oneLine } from './untrusted.ts'

/** The step's log. */
export interface Log {
  /** A sentence of ours. */
  say(sentence: string): void
  /** A sentence of ours as a warning annotation, and below it what the vendor said. */
  warn(sentence: string, said?: string): void
  /** A trouble, and below it what the vendor said. */
  trouble(prefix: string, trouble: Trouble): void
  /** The vendor's words, each line marked as theirs. */
  quote(said: string): void
  /** Something good to know, as a notice annotation. */
  notice(sentence: string): void
  /** New lines of the vendor's own log, in groups that can be folded. */
  sections(suite: string, lines: readonly LogLine[]): void
}

const LONGEST_LINE = 2000
const LONGEST_TITLE = 200
const QUOTED = { lines: 20, characters: 500 }
const STREAMED = { lines: 200, characters: 2000 }

/** A log on the runner. */
export function createLog(runner: Runner, redactor: Redactor): Log {
  const clean = cleanerOf(redactor)
  const say = (sentence: string): void => runner.info(oneLine(clean(sentence), LONGEST_LINE))
  const quote = (said: string): void => {
    for (const line of logLines(clean(said), '  | ', QUOTED)) runner.info(line)
  }
  return {
    say,
    quote,
    warn(sentence, said) {
      runner.annotate({ level: 'warning', title: 'agent-test-gate', message: oneLine(clean(sentence), LONGEST_LINE) })
      if (said !== undefined && said !== '') quote(said)
    },
    notice(sentence) {
      runner.annotate({ level: 'notice', title: 'agent-test-gate', message: oneLine(clean(sentence), LONGEST_LINE) })
    },
    sections(suite, lines) {
      for (const [section, texts] of sectionsOf(lines)) {
        const title = oneLine(clean(`${suite}: ${section}`), LONGEST_TITLE)
        runner.group(
          title,
          texts.flatMap((text) => logLines(clean(text), '  | ', STREAMED)),
        )
      }
    },
    trouble(prefix, { message, facts }) {
      say(`${prefix}${message}`)
      if (facts.said !== undefined && facts.said.trim() !== '') quote(facts.said)
    },
  }
}
